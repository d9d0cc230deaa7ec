#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The first day with Kumoji, from outside: a new project, the company, a checklist from the
keyboard, an asset, undo, redo, save, quit, open again, export, and the values in the PDF.

usage: journey-test.py KUMOJI KUMOJI-CLI LOCALE-DIR   (in a D-Bus session, on a display)
The language is that of the locale; names come from the translation itself.
"""
import gettext
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time
import traceback

from driver import NotFound, Program, wait_for

kumoji, cli, localedir = sys.argv[1:4]
japanese = os.environ["LC_ALL"].startswith("ja")
_ = gettext.translation("kumoji", localedir, ["ja"], fallback=not japanese).gettext if japanese else str
home = pathlib.Path(tempfile.mkdtemp(prefix="kumoji-journey-"))
project = home / ("みなと.kumoji.json" if japanese else "minato.kumoji.json")
pdf = home / "report.pdf"
env = {
    "HOME": str(home), "XDG_DATA_HOME": str(home / "data"), "XDG_CONFIG_HOME": str(home / "config"),
    "XDG_STATE_HOME": str(home / "state"), "XDG_CACHE_HOME": str(home / "cache"),
}
COMPANY = "有限会社みなと海産" if japanese else "Minato Seafood Ltd."
ASSET = "得意先台帳" if japanese else "Customer ledger"
STAGE_2 = "第2段階へ" if japanese else "Into stage 2"
steps = 0
told_steps = []
running = None


def step(name):
    """Notes each step that is reached, so that a failure says how far the day went."""
    global steps
    steps += 1
    told_steps.append(name)
    print(f"# {name}", flush=True)


def fill(program, name, text):
    """Types into the entry of that name, and leaves it."""
    entry = program.focus(program.find("text", name))
    program.keys("ctrl+a")
    program.write(entry, text)
    program.keys("Tab")


def choose_file(program, path):
    """Types a path into GTK's file dialog, and confirms it."""
    wait_for("the file dialog", lambda: program.count_windows() > 1)
    # GTK 4.8 tells no role of the dialog, so it is known as the second window.
    dialog = wait_for("the file dialog's content", lambda: len(program.windows()) > 1 and program.windows()[-1])
    entry = program.find("text", within=dialog)
    program.write(entry, str(path))
    # A key that comes before the dialog has the keyboard is lost.
    for attempt in range(4):
        program.keys("Return")
        try:
            wait_for("the file dialog to close", lambda: program.count_windows() == 1, patience=4)
            break
        except NotFound:
            if attempt == 3:
                raise
    time.sleep(0.5)


def start():
    global running
    running = program = Program(kumoji, env=env)
    program.fill_display()
    program.press("push button", _("New project"))
    step("a new project")
    program.keys("ctrl+2")
    fill(program, _("Company name"), COMPANY)
    fill(program, _("Annual sales"), "45,000,000")
    program.find("text", _("Annual sales"), text="¥45,000,000")
    step("the company is described")


def row_name(yes):
    """What the list of checklists says of the second stage's, in either order of words."""
    words = _("%s: %u of %u Yes")
    for sign, value in (("%1$s", STAGE_2), ("%2$u", yes), ("%3$u", 8), ("%s", STAGE_2), ("%u", yes), ("%u", 8)):
        words = words.replace(sign, str(value), 1)
    return words


def answer(program):
    program.keys("ctrl+3")
    program.click(program.find("list item", row_name(0)))
    program.find("push button", _("Yes"))
    program.keys("y", "y", "n", "w")
    program.find("list item", row_name(2))
    step("questions are answered from the keyboard")


def add_asset(program):
    program.keys("ctrl+4")
    program.press("push button", _("Add the first asset"))
    program.find("table cell", text="A-001")
    program.keys("Escape")
    fill(program, _("Asset"), ASSET)
    fill(program, _("Count"), "300")
    fill(program, _("Value per record"), "150000")
    program.find("table cell", text="45,000,000")
    step("an asset is added and valued")
    program.keys("ctrl+z")
    wait_for("undo of the value", lambda: program.look("table cell", text="150,000") is None)
    program.keys("ctrl+shift+z")
    program.find("table cell", text="150,000")
    step("undo and redo")


def save_and_quit(program):
    program.keys("ctrl+s")
    choose_file(program, project)
    wait_for("the file", project.is_file)
    wait_for("the title to lose its mark", lambda: not program.window_title().startswith("•"))
    program.keys("ctrl+q")
    program.wait_end()
    step("saved, and quit")


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
    step("the file holds what was typed")


def open_again_and_export():
    global running
    running = program = Program(kumoji, str(project), env=env)
    program.fill_display()
    program.shows(COMPANY)
    program.keys("ctrl+4")
    program.find("table cell", text=ASSET)
    step("opened again")
    program.keys("ctrl+6")
    program.press("push button", _("Export PDF…"))
    choose_file(program, pdf)
    wait_for("the PDF", pdf.is_file)
    wait_for("a whole PDF", lambda: pdf.read_bytes().rstrip().endswith(b"%%EOF"))
    program.keys("ctrl+q")
    program.wait_end()
    step("exported")


def check_pdf():
    subprocess.run(["qpdf", "--check", str(pdf)], check=True, capture_output=True)
    text = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True,
                          text=True).stdout
    for wanted in (COMPANY, ASSET, "45,000,000", "A-001"):
        if wanted not in text:
            raise NotFound(f"the PDF does not say “{wanted}”")
    step("the PDF holds the values")


def is_gtk_crash():
    """GTK 4.8's AT-SPI backend may crash where it is asked for a widget that is just going. Nothing
    but that lets the day begin again; any other end is a failure."""
    if running is None or running.process.poll() is None:
        return False
    told = running.process.stderr.read().decode()
    print("".join(f"# {line}\n" for line in told.splitlines()))
    return running.process.returncode == -11 and "g_variant_new_object_path" in told


def tell_failure():
    print(f"not ok {steps + 1} the next step")
    print("".join(f"# {line}\n" for line in traceback.format_exc().splitlines()))
    try:
        running.dump(sys.stdout)
        subprocess.run(["import", "-window", "root", os.environ.get("KUMOJI_TEST_PICTURE", "/dev/null")])
    except Exception as nothing_to_see:  # the program may be gone
        print(f"# {nothing_to_see}")
    print(f"1..{steps + 1}")
    sys.exit(1)


def live_the_day():
    start()
    answer(running)
    add_asset(running)
    save_and_quit(running)
    check_file()
    open_again_and_export()
    check_pdf()


for day in range(3):
    try:
        steps = 0
        project.unlink(missing_ok=True)
        pdf.unlink(missing_ok=True)
        live_the_day()
        break
    except Exception:
        if day == 2 or not is_gtk_crash():
            tell_failure()
        print("# GTK crashed in its AT-SPI backend; the day begins again")
for number, name in enumerate(told_steps[-steps:], 1):
    print(f"ok {number} {name}")
print(f"1..{steps}")
