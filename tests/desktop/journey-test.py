#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The first day with Kumoji, from outside: a new project, the company, a checklist from the
keyboard, an asset, undo, redo, save, quit, open again, export, and the values in the PDF.

usage: journey-test.py KUMOJI KUMOJI-CLI LOCALE-DIR   (in a D-Bus session, on a display)
The language is that of the locale; names come from the translation itself.
"""
import json
import re
import subprocess
import sys

from day import Day
from driver import NotFound, wait_for

kumoji, cli, localedir = sys.argv[1:4]
day = Day("journey", kumoji, localedir)
_, japanese, home = day.say, day.japanese, day.home
project = home / ("みなと.kumoji.json" if japanese else "minato.kumoji.json")
pdf = home / "report.pdf"
COMPANY = "有限会社みなと海産" if japanese else "Minato Seafood Ltd."
ASSET = "得意先台帳" if japanese else "Customer ledger"
STAGE_2 = "第2段階へ" if japanese else "Into stage 2"


def start():
    program = day.start()
    program.press("push button", _("New project"))
    day.step("a new project")
    program.keys("ctrl+2")
    program.fill(_("Company name"), COMPANY)
    program.fill(_("Annual sales"), "45,000,000")
    program.find("text", _("Annual sales"), text="¥45,000,000")
    day.step("the company is described")


def put(words, *values):
    """The values in the places that a translation has for them, in whatever order."""
    for number, value in enumerate(values, 1):
        for sign in (f"%{number}$s", f"%{number}$u"):
            words = words.replace(sign, str(value))
    for value in values:
        words = re.sub("%[su]", str(value), words, count=1)
    return words


def row_name(yes):
    """What the list of checklists says of the second stage's."""
    return put(_("%s: %s"), STAGE_2, put(_("%s %u of %u"), _("Yes"), yes, 8))


def answer():
    program = day.running
    program.keys("ctrl+3")
    program.click(program.find("list item", row_name(0)))
    program.find("push button", _("Yes"))
    program.keys("y", "y", "n", "w")
    program.find("list item", row_name(2))
    day.step("questions are answered from the keyboard")


def add_asset():
    program = day.running
    program.keys("ctrl+4")
    program.press("push button", _("Add the first asset"))
    program.find("table cell", text="A-001")
    program.keys("Escape")
    program.fill(_("Asset"), ASSET)
    program.fill(_("Count"), "300")
    program.fill(_("Value per record"), "150000")
    program.find("table cell", text="45,000,000")
    day.step("an asset is added and valued")
    program.keys("ctrl+z")
    wait_for("undo of the value", lambda: program.look("table cell", text="150,000") is None)
    program.keys("ctrl+shift+z")
    program.find("table cell", text="150,000")
    day.step("undo and redo")


def save_and_quit():
    program = day.running
    program.keys("ctrl+s")
    program.choose_file(project)
    wait_for("the file", project.is_file)
    wait_for("the title to lose its mark", lambda: not program.window_title().startswith("•"))
    program.keys("ctrl+q")
    program.wait_end()
    day.step("saved, and quit")


def check_file():
    told = subprocess.run([cli, "check", str(project), "--json"], capture_output=True, text=True)
    if told.returncode:
        raise NotFound(f"check says {told.returncode}: {told.stderr}")
    checked = json.loads(told.stdout)
    stage2 = next(c for c in checked["checklists"] if c["catalog"] == "jssa-stage2")
    seen = (checked["company"], checked["valuation"]["total"], checked["valuation"]["state"],
            stage2["yes"], stage2["no"], stage2["answered"])
    wanted = (COMPANY, 45000000, "balanced", 2, 1, 3)
    if seen != wanted:
        raise NotFound(f"the file says {seen}, not {wanted}")
    day.step("the file holds what was typed")


def open_again_and_export():
    program = day.start(str(project))
    program.shows(COMPANY)
    program.keys("ctrl+4")
    program.find("table cell", text=ASSET)
    day.step("opened again")
    program.keys("ctrl+6")
    program.press("push button", _("Export PDF…"))
    program.choose_file(pdf)
    wait_for("the PDF", pdf.is_file)
    wait_for("a whole PDF", lambda: pdf.read_bytes().rstrip().endswith(b"%%EOF"))
    program.keys("ctrl+q")
    program.wait_end()
    day.step("exported")


def check_pdf():
    subprocess.run(["qpdf", "--check", str(pdf)], check=True, capture_output=True)
    text = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True,
                          text=True).stdout
    for wanted in (COMPANY, ASSET, "45,000,000", "A-001"):
        if wanted not in text:
            raise NotFound(f"the PDF does not say “{wanted}”")
    day.step("the PDF holds the values")


day.live(start, answer, add_asset, save_and_quit, check_file, open_again_and_export, check_pdf)
