#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The catalogs against the list of all items of the guides: tests/coverage.tsv.

usage: coverage-test.py KUMOJI-CLI COVERAGE.TSV
Each check prints one TAP line.
"""
import json
import pathlib
import re
import subprocess
import sys
import traceback

program = pathlib.Path(sys.argv[1]).resolve()
LANGUAGES = ("ja", "en")
ROWS = 624
# What is not on the list: something to look up, which is not asked.
REFERENCES = {"glossary": 83, "schemes": 16}
# Kinds whose items are not asked: a sentence says what the item is.
TOLD = ("document", "impact", "reference")

# The most characters that the layout of the pages and of the sheets allows.
LIMITS = {
    "short-title": {"ja": 12, "en": 24},
    "title": {"ja": 24, "en": 60},
    "question": {"ja": 80, "en": 180},
    "hint": {"ja": 150, "en": 340},
    "example": {"ja": 150, "en": 400},
    "look-for": {"ja": 110, "en": 240},
    "told": {"ja": 110, "en": 260},
    "control": {"ja": 48, "en": 80},
    "purpose": {"ja": 110, "en": 240},
}
# A rule of the house for everything that is not a text of its own.
ID = re.compile(r"[0-9A-Za-z][0-9A-Za-z.-]*\Z")


def run(*arguments):
    done = subprocess.run([program, *arguments], capture_output=True, timeout=60, check=True)
    return done.stdout.decode("utf-8")


def read_rows():
    lines = pathlib.Path(sys.argv[2]).read_text("utf-8").splitlines()
    assert lines[0] == "catalog\titem", lines[0]
    return [tuple(line.split("\t")) for line in lines[1:]]


rows = read_rows()
listed = {}
for catalog_id, item_id in rows:
    listed.setdefault(catalog_id, []).append(item_id)
bundled = {row["id"]: json.loads(run("catalog", "show", row["id"], "--json"))
           for row in json.loads(run("catalog", "list", "--json"))}


def items_of(catalog):
    return [item for section in catalog["sections"] for item in section["items"]]


def every_item():
    return [(name, item) for name, catalog in bundled.items() for item in items_of(catalog)]


def walk(value, place):
    """Each text in two languages, with its place and the name of its member."""
    if isinstance(value, dict):
        if "terms" == place.rsplit(".", 1)[-1]:
            return
        if "ja" in value or "en" in value:
            yield place, place.rsplit(".", 1)[-1], value
            return
        for name, child in value.items():
            yield from walk(child, f"{place}.{name}")
    elif isinstance(value, list):
        for child in value:
            yield from walk(child, f"{place}[{child['id']}]" if isinstance(child, dict) else place)


def every_text():
    for name, catalog in bundled.items():
        yield from walk(catalog, name)


def test_list():
    assert len(rows) == ROWS, len(rows)
    assert len(set(rows)) == ROWS, "a row stands twice"


def test_rows():
    for name in REFERENCES:
        assert len(items_of(bundled[name])) == REFERENCES[name], name
    for name, catalog in bundled.items():
        if name in REFERENCES:
            continue
        assert name in listed, f"{name} is not on the list"
        ids = [item["id"] for item in items_of(catalog)]
        # The list names closing notes last; in a catalog each stands behind what it closes.
        notes = sorted(item for item in ids if item.endswith(".note"))
        ordered = [item for item in ids if item not in notes]
        assert ordered + notes == sorted(listed[name], key=lambda item: (
            item.endswith(".note"), item if item.endswith(".note") else "")), \
            f"{name}: {set(ids) ^ set(listed[name]) or 'another order'}"


def test_missing():
    missing = [name for name in listed if name not in bundled]
    assert not missing, missing
    n_items = sum(len(items_of(catalog)) for name, catalog in bundled.items() if name not in REFERENCES)
    assert n_items == ROWS, n_items
    return f"{n_items} of {ROWS} items are bundled"


def test_languages():
    for place, _, text in every_text():
        assert set(text) == set(LANGUAGES), f"{place}: {sorted(text)}"
        for language in LANGUAGES:
            said = text[language]
            assert said and said == said.strip() and "\n" not in said, f"{place}.{language}: {said!r}"
    for name, item in every_item():
        for member in ("title", "question", "hint"):
            assert member in item, f"{name} {item['id']}: {member}"


def test_questions():
    for name, item in every_item():
        told = bundled[name]["kind"] in TOLD
        for language, end in {"ja": "。" if told else "か", "en": "." if told else "?"}.items():
            assert item["question"][language].endswith(end), f"{name} {item['id']}: {item['question']}"


def test_duplicates():
    for name, catalog in bundled.items():
        for language in LANGUAGES:
            for member in ("question", "hint"):
                seen = {}
                for item in items_of(catalog):
                    other = seen.setdefault(item[member][language], item["id"])
                    assert other == item["id"], f"{name}: {other} and {item['id']} have the same {member}"


def test_lengths():
    for place, member, text in every_text():
        # The titles of controls are those of the standard, and have a line of their own.
        limits = LIMITS["control"] if ".controls[" in place and member == "title" else LIMITS.get(member, {})
        if place.split(".")[0] in REFERENCES and member == "question":
            limits = LIMITS["told"]
        for language, most in limits.items():
            length = len(text[language])
            assert length <= most, f"{place}.{language}: {length} characters, {most} at most: {text[language]}"


def test_ids():
    for name, item in every_item():
        assert ID.match(item["id"]), f"{name}: {item['id']}"
    for name, catalog in bundled.items():
        for control in catalog.get("controls", []):
            assert any(item.get("control") == control["id"] for item in items_of(catalog)), \
                f"{name}: no item serves {control['id']}"
        for facet in catalog.get("facets", []):
            for value in facet["values"]:
                assert ID.match(value["id"]), f"{name}: {value['id']}"


def main():
    tests = [(name, function) for name, function in globals().items() if name.startswith("test_")]
    failed = 0
    print(f"1..{len(tests)}")
    for number, (name, function) in enumerate(tests, 1):
        note = ""
        try:
            note = function() or ""
            good = True
        except Exception:  # each failure is one line, and the other tests go on
            good = False
            print("\n".join("# " + line for line in traceback.format_exc().splitlines()))
        failed += not good
        print(f"{'ok' if good else 'not ok'} {number} {name[5:]}{' # ' + note if note else ''}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
