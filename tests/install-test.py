#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""An install into DESTDIR, as a package makes it: all is there, and the program runs from there.

usage: install-test.py BUILD-DIR PREFIX BIN-DIR DATA-DIR APPLICATION-ID
"""
import os
import pathlib
import subprocess
import sys
import tempfile

build, prefix, bindir, datadir, application = sys.argv[1:6]
data = datadir.removeprefix("/")
WANTED = [
    f"{bindir}/kumoji", f"{bindir}/kumoji-cli",
    f"{data}/applications/{application}.desktop",
    f"{data}/metainfo/{application}.metainfo.xml",
    f"{data}/glib-2.0/schemas/{application}.gschema.xml",
    f"{data}/mime/packages/{application}.xml",
    f"{data}/icons/hicolor/scalable/apps/{application}.svg",
    f"{data}/icons/hicolor/symbolic/apps/{application}-symbolic.svg",
    f"{data}/locale/ja/LC_MESSAGES/kumoji.mo",
    f"{data}/man/man1/kumoji.1", f"{data}/man/man1/kumoji-cli.1",
]
print(f"1..{len(WANTED) + 2}")
with tempfile.TemporaryDirectory() as destination:
    told = subprocess.run(["meson", "install", "-C", build, "--no-rebuild", "--destdir", destination],
                          capture_output=True, text=True)
    print(f"{'ok' if told.returncode == 0 else 'not ok'} 1 meson install --destdir")
    failed = told.returncode != 0
    for number, path in enumerate(WANTED, 2):
        there = (pathlib.Path(destination) / path.removeprefix("/")).is_file()
        failed |= not there
        print(f"{'ok' if there else 'not ok'} {number} {path}")
    cli = pathlib.Path(destination) / bindir.removeprefix("/") / "kumoji-cli"
    said = subprocess.run([cli, "--version"], capture_output=True, text=True, env={"PATH": os.environ["PATH"]})
    runs = said.returncode == 0 and "kumoji" in said.stdout.lower()
    failed |= not runs
    print(f"{'ok' if runs else 'not ok'} {len(WANTED) + 2} the installed program says its version")
sys.exit(1 if failed else 0)
