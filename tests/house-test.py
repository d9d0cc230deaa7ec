#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The house: arrows between folders, no GTK in the core, licences, sizes, layout, translations.

usage: house-test.py SOURCE-DIR BUILD-DIR CORE-PROGRAM...
Each check prints one TAP line.
"""
import pathlib
import re
import subprocess
import sys
import tempfile

source = pathlib.Path(sys.argv[1])
build = pathlib.Path(sys.argv[2])
programs = sys.argv[3:]

# What each folder may include. DESIGN.md section 5: arrows go down only.
ORDER = ["catalog", "project", "rules", "files", "report"]
MAY = {folder: set(ORDER[: i + 1]) for i, folder in enumerate(ORDER)}
MAY["cli"] = set(ORDER) | {"cli"}
MAY["app"] = set(ORDER) | {"app"}
LINES = 600
checks = 0
failures = 0


def check(name, problems):
    global checks, failures
    checks += 1
    failures += bool(problems)
    print(f"{'not ok' if problems else 'ok'} {checks} {name}")
    for problem in problems:
        print(f"# {problem}")


def tracked(*patterns):
    out = subprocess.run(["git", "-C", source, "ls-files", "-z", *patterns], check=True, capture_output=True)
    return [source / name for name in out.stdout.decode().split("\0") if name and (source / name).is_file()]


def arrows():
    for path in tracked("src/*.c", "src/*.h"):
        folder = path.relative_to(source / "src").parts[0]
        for line in path.read_text("utf-8").splitlines():
            include = re.match(r'#include "(\w+)/', line)
            if include and include[1] != "data" and include[1] not in MAY[folder]:
                yield f"{path.relative_to(source)}: {line}"
            if folder != "app" and re.match(r"#include <(gtk|adwaita|gdk)", line):
                yield f"{path.relative_to(source)}: {line}"


def links():
    for program in programs:
        needed = subprocess.run(["ldd", program], check=True, capture_output=True, text=True).stdout
        for name in ("libgtk", "libgdk", "libadwaita"):
            if name in needed:
                yield f"{program} needs {name}"


def licences():
    for path in tracked("*.c", "*.h", "*.py", "*.sh", "*.ui", "*.css", "*meson.build"):
        if "SPDX-License-Identifier: GPL-3.0-or-later" not in path.read_text("utf-8")[:400]:
            yield f"{path.relative_to(source)}: no licence line"


def sizes():
    for path in tracked("src/*.c", "src/*.h"):
        n = path.read_text("utf-8").count("\n")
        if n > LINES:
            yield f"{path.relative_to(source)}: {n} lines; past {LINES} a file is two rooms"


def loose_ends():
    words = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
    for path in tracked("src", "ui", "data", "build-aux"):
        try:
            text = path.read_text("utf-8")
        except UnicodeDecodeError:
            continue
        for number, line in enumerate(text.splitlines(), 1):
            if words.search(line) and "format.sh" not in path.name:
                yield f"{path.relative_to(source)}:{number}: {line.strip()}"


def translatable():
    listed = set((source / "po/POTFILES.in").read_text().split())
    for path in tracked("src/*.c", "ui/*.ui", "data/*.in", "data/*.xml"):
        name = str(path.relative_to(source))
        text = path.read_text("utf-8")
        has = re.search(r'\b(_|N_|P_|C_|ngettext) ?\("', text) if path.suffix == ".c" else 'translatable="yes"' in text
        if has and name not in listed:
            yield f"po/POTFILES.in: {name} is missing"
    for name in listed:
        if not (source / name).is_file():
            yield f"po/POTFILES.in: {name} is not there"


def translations():
    with tempfile.TemporaryDirectory() as folder:
        pot = pathlib.Path(folder) / "kumoji.pot"
        subprocess.run(
            ["xgettext", "--from-code=UTF-8", "--add-comments=Translators", "--keyword=_", "--keyword=N_",
             "--keyword=P_:1,2", "--keyword=C_:1c,2", "--keyword=NC_:1c,2", "--keyword=ngettext:1,2",
             "-D", source, "-f", source / "po/POTFILES.in", "-o", pot],
            check=True, capture_output=True)
        compared = subprocess.run(["msgcmp", source / "po/ja.po", pot], capture_output=True, text=True)
        for line in compared.stderr.splitlines():
            if "warning" not in line:
                yield line
        checked = subprocess.run(
            ["msgfmt", "--check", "--statistics", "-o", "/dev/null", source / "po/ja.po"],
            capture_output=True, text=True)
        if checked.returncode or "fuzzy" in checked.stderr or "untranslated" in checked.stderr:
            yield checked.stderr.strip()


def own_words():
    tool = source.parent / "shared/tools/own-words"
    # The sources are other people's and not in the repository: only who has them can compare.
    if not tool.is_file():
        return
    told = subprocess.run([tool, "data", "po", "src", "ui", "README.md", "CONTRIBUTING.md"], cwd=source,
                          capture_output=True, text=True)
    if told.returncode:
        yield from told.stdout.splitlines()


def layout():
    told = subprocess.run([source / "build-aux/format.sh", "--check"], capture_output=True, text=True)
    if told.returncode:
        yield from told.stderr.splitlines()


check("arrows between folders go down only", list(arrows()))
check("core and command line link no GTK", list(links()))
check("each source says its licence", list(licences()))
check(f"no source has more than {LINES} lines", list(sizes()))
check("no loose ends", list(loose_ends()))
check("every file with texts is translated", list(translatable()))
check("the Japanese translation is complete", list(translations()))
check("no sentence of a source is repeated", list(own_words()))
check("sources are laid out as .clang-format says", list(layout()))
print(f"1..{checks}")
sys.exit(1 if failures else 0)
