#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""kumoji-cli under valgrind: no error in memory, and nothing of ours lost.

usage: valgrind-test.py KUMOJI-CLI SOURCE-DIR
Each check prints one TAP line. Libraries' own losses stand in valgrind.supp.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

program = pathlib.Path(sys.argv[1]).resolve()
source = pathlib.Path(sys.argv[2]).resolve()
FOUND = 99  # the exit status of valgrind where it found something
HEAD = '{"format": "kumoji-project", "version": 1'
HOSTILE = HEAD + ''', "profile": {"company": "a\\u001b[31m", "employees": -1, "persons": [7]},
  "assets": [{"id": "s", "count": "many", "x": [1.50, 1e400]}, 17], "services": "none"}'''
# What is done, and how it ends.
RUNS = [
    ("new", ["new", "--template", "sample", "-o", "{work}/a.kumoji.json"], 0),
    ("check", ["check", "{work}/a.kumoji.json"], 0),
    ("check-json", ["check", "{work}/a.kumoji.json", "--json"], 0),
    ("check-old", ["check", "{source}/tests/files/v1/unknown-members.kumoji.json"], 0),
    ("check-hostile", ["check", "{work}/hostile.kumoji.json"], 1),
    ("check-broken", ["check", "{work}/broken.kumoji.json"], 1),
    ("report", ["report", "{work}/a.kumoji.json", "-o", "{work}/a.pdf", "--reports", "summary"], 0),
    ("verify", ["verify", "{work}/a.pdf", "{work}/a.kumoji.json"], 0),
    ("verify-other", ["verify", "{work}/a.pdf", "{work}/hostile.kumoji.json"], 1),
    ("export", ["assets", "export", "{work}/a.kumoji.json", "-o", "{work}/a.csv"], 0),
    ("import", ["assets", "import", "{work}/a.kumoji.json", "--csv", "{work}/a.csv", "-o", "{work}/b.kumoji.json"], 0),
    ("import-refused", ["assets", "import", "{work}/a.kumoji.json", "--csv",
                        "{source}/tests/fuzz/csv-corpus/register.csv", "-o", "{work}/c.kumoji.json", "--json"], 0),
    ("import-broken", ["assets", "import", "{work}/a.kumoji.json", "--csv",
                       "{source}/tests/fuzz/csv-corpus/quote-open.csv", "-o", "{work}/c.kumoji.json"], 1),
    ("catalog-list", ["catalog", "list"], 0),
    ("catalog-show", ["catalog", "show", "ipa-guide"], 0),
    ("usage", ["report"], 2),
]


def run(valgrind, work, arguments, expected):
    """Returns what was wrong, "" for nothing."""
    environment = dict(os.environ, LC_ALL="C.UTF-8", KUMOJI_TODAY="2026-11-20", XDG_DATA_HOME=f"{work}/data")
    command = [valgrind, "--quiet", "--leak-check=full", "--show-leak-kinds=definite",
               "--errors-for-leak-kinds=definite", "--num-callers=30", f"--error-exitcode={FOUND}",
               f"--suppressions={source}/tests/valgrind.supp", str(program), "--lang", "ja", *arguments]
    done = subprocess.run(command, capture_output=True, env=environment, timeout=300, check=False)
    if done.returncode == expected:
        return ""
    return f"ended with {done.returncode}, not {expected}\n" + done.stderr.decode("utf-8", "replace")


def main():
    valgrind = shutil.which("valgrind")
    if valgrind is None:
        print("1..0 # SKIP valgrind is not installed")
        return 0
    failed = 0
    print(f"1..{len(RUNS)}")
    with tempfile.TemporaryDirectory(prefix="kumoji-valgrind-") as work:
        pathlib.Path(work, "hostile.kumoji.json").write_text(HOSTILE, "utf-8")
        pathlib.Path(work, "broken.kumoji.json").write_text(HEAD + ', "x": [1,', "utf-8")
        for number, (name, arguments, expected) in enumerate(RUNS, 1):
            wrong = run(valgrind, work, [text.format(work=work, source=source) for text in arguments], expected)
            failed += wrong != ""
            print("".join(f"# {line}\n" for line in wrong.splitlines()), end="")
            print(f"{'not ok' if wrong else 'ok'} {number} {name}", flush=True)
    return failed > 0


sys.exit(main())
