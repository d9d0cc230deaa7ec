#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""kumoji-cli with a project that has a checklist of its own.

usage: cli-own-catalog-test.py KUMOJI-CLI
Each check prints one TAP line.
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import traceback

program = pathlib.Path(sys.argv[1]).resolve()
work = pathlib.Path()


def run(*arguments):
    environment = dict(os.environ, LC_ALL="C.UTF-8", KUMOJI_TODAY="2026-11-20")
    environment.pop("LANGUAGE", None)
    done = subprocess.run([program, *map(str, arguments)], capture_output=True, cwd=work, env=environment,
                          timeout=120, check=False)
    return done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")


def item(number, **more):
    return {"id": number, "title": {"ja": "題名"}, "question": {"ja": "済みですか"}, **more}


def project(*items, name="p", **more):
    catalog = {"id": "own-1", "kind": "checklist", "subject": "company", "title": {"en": "Our check"},
               "sections": [{"id": "A", "title": {"en": "All"}, "items": list(items)}], **more}
    path = work / f"{name}.kumoji.json"
    path.write_text(json.dumps({
        "format": "kumoji-project", "version": 1, "id": "p",
        "assessments": [{"id": "r", "catalog": "own-1", "answers": [{"id": "1", "answer": "yes"}]}],
        "catalogs": [catalog]}), "utf-8")
    return path


def check(path, status):
    code, out, err = run("check", path, "--json")
    assert code == status, err
    return json.loads(out)


def test_counted_like_any_other():
    found = check(project(item("1"), item("2")), 0)
    rows = [row for row in found["checklists"] if row["catalog"] == "own-1"]
    assert found["valid"] and len(rows) == 1, found["checklists"]
    assert (rows[0]["items"], rows[0]["yes"], rows[0]["passed"]) == (2, 1, False), rows
    code, out, _ = run("check", project(item("1")))
    assert code == 0 and "Our check" in out, out


def test_broken_is_told_with_its_place():
    found = check(project(item("1"), item("1")), 1)
    assert {"path": "catalogs[0]", "reason": "sections[0].items[1].id: stands twice in this catalog"} \
        in found["problems"], found["problems"]
    found = check(project(item("1"), kind="riddle"), 1)
    assert found["problems"][0]["path"] == "catalogs[0].kind", found["problems"]


def test_fingerprint_covers_it():
    first = check(project(item("1")), 0)["fingerprint"]
    second = check(project(item("1", hint={"en": "Look"})), 0)["fingerprint"]
    assert first != second


def test_no_escape_reaches_the_terminal():
    code, out, err = run("check", project(item("1"), title={"en": "\x1b[31mRed\u202e"}))
    assert code == 0, err
    assert "\x1b" not in out and "\u202e" not in out and "Red" in out, repr(out)


def test_printed():
    path = project(item("1"), title={"en": "Our own monthly check"})
    paper = work / "p.pdf"
    code, _, err = run("report", path, "-o", paper, "--reports", "checklists")
    assert code == 0, err
    text = subprocess.run(["pdftotext", "-layout", paper, "-"], capture_output=True, check=True).stdout.decode()
    assert "Our own monthly check" in text and "済みですか" in text, text
    assert run("verify", paper, path)[0] == 0
    changed = project(item("1"), item("2"), name="q", title={"en": "Our own monthly check"})
    code, _, err = run("verify", paper, changed)
    assert code == 1 and "Own checklists" in err, err


def main():
    global work
    tests = [(name, function) for name, function in globals().items() if name.startswith("test_")]
    failed = 0
    print(f"1..{len(tests)}")
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        for number, (name, function) in enumerate(tests, 1):
            try:
                function()
                good = True
            except Exception:  # each failure is one line, and the other tests go on
                good = False
                print("\n".join("# " + line for line in traceback.format_exc().splitlines()))
            failed += not good
            print(f"{'ok' if good else 'not ok'} {number} {name[5:]}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
