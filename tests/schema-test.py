#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The schema of the format of catalogs: it takes what Kumoji takes, and refuses what it refuses.

usage: schema-test.py SCHEMA CATALOG-FOLDER KUMOJI-CLI
Each check prints one TAP line.
"""
import copy
import json
import pathlib
import subprocess
import sys
import tempfile

import jsonschema

schema = json.loads(pathlib.Path(sys.argv[1]).read_text("utf-8"))
folder = pathlib.Path(sys.argv[2])
program = pathlib.Path(sys.argv[3]).resolve()
validator = jsonschema.Draft202012Validator(schema)

TEXT = {"ja": "あ", "en": "a"}
SOUND = {
    "format": "kumoji-catalog", "version": 1, "id": "own-1", "kind": "checklist",
    "subject": "company", "title": TEXT, "unknown": 99.7,
    "sections": [{"id": "A", "title": TEXT,
                  "items": [{"id": "1", "title": TEXT, "question": {"ja": "か"}}]}],
}
NOTHING = object()

# What is put where, and whether that is still a catalog.
CHANGES = [
    ((), None, True),
    (("version",), 2, False),
    (("format",), "kumoji-project", False),
    (("id",), "Own 1", False),
    (("kind",), "riddle", False),
    (("kind",), "impact", False),
    (("kind",), NOTHING, False),
    (("subject",), "moon", False),
    (("title",), {}, False),
    (("title",), {"en": ""}, False),
    (("title",), {"en": "a", "ja": ""}, True),
    (("title",), "a", False),
    (("short-title",), {"ja": 7}, False),
    (("source",), {}, True),
    (("source",), {"year": -1}, False),
    (("sections",), [], False),
    (("sections", 0, "items"), [], False),
    (("sections", 0, "title"), NOTHING, False),
    (("sections", 0, "items", 0, "id"), "a/b", False),
    (("sections", 0, "items", 0, "id"), "x" * 41, False),
    (("sections", 0, "items", 0, "id"), "問1", True),
    (("sections", 0, "items", 0, "question"), NOTHING, False),
    (("sections", 0, "items", 0, "hint"), {"en": "<b>a</b>"}, True),
    (("sections", 0, "items", 0, "no-means"), "perhaps", False),
    (("sections", 0, "items", 0, "interval"), "often", False),
    (("facets",), [{"id": "p", "title": TEXT, "values": []}], False),
    (("controls",), [{"id": "1", "title": TEXT}], False),
]


def changed(path, value):
    catalog = copy.deepcopy(SOUND)
    place = catalog
    for step in path[:-1]:
        place = place[step]
    if path and value is NOTHING:
        del place[path[-1]]
    elif path:
        place[path[-1]] = value
    return catalog


def problems_of(catalog):
    """What Kumoji finds wrong with a project that has it for its own."""
    project = {"format": "kumoji-project", "version": 1, "id": "p", "catalogs": [catalog]}
    with tempfile.TemporaryDirectory() as home:
        file = pathlib.Path(home) / "p.kumoji.json"
        file.write_text(json.dumps(project), "utf-8")
        done = subprocess.run([program, "check", file, "--json"], capture_output=True, timeout=60)
    return json.loads(done.stdout)["problems"]


def checks():
    validator.check_schema(schema)
    yield "the schema is one", True
    for file in sorted(folder.glob("*.json")):
        if file.name == "references.json":
            continue
        found = [error.message for error in validator.iter_errors(json.loads(file.read_text("utf-8")))]
        yield f"{file.name} keeps to it {found[:3]}", not found
    for path, value, sound in CHANGES:
        catalog = changed(path, value)
        name = f"{'.'.join(map(str, path)) or 'nothing'} = {str(value)[:40]!r}"
        yield f"{name}: {'taken' if sound else 'refused'} by the schema", validator.is_valid(catalog) == sound
        yield f"{name}: and by Kumoji", (not problems_of(catalog)) == sound


done = list(checks())
print(f"1..{len(done)}")
for number, (name, good) in enumerate(done, 1):
    print(f"{'ok' if good else 'not ok'} {number} {name}")
sys.exit(not all(good for _, good in done))
