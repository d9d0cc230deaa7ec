#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How large and how fast reports are: pages, seconds, peak memory, bytes.

usage: report-table.py KUMOJI-CLI [ASSETS...]
The sample, then registers of so many assets: 1,000, 10,000, and 65,000, which are 10,000 pages.
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

GROUPS = ["personal", "customer-property", "regulated", "core-business", "it-operations", "other"]


def asset(i):
    return {"id": f"bench-{i}", "number": f"Z-{i:05d}", "name": f"得意先台帳とその控え {i}",
            "group": GROUPS[i % len(GROUPS)], "rank": "abc"[i % 3], "count": i + 1, "unit-value": 1500,
            "owner": "営業部長", "location": "本社 2 階の金庫", "medium": "紙とファイル",
            "measures": "施錠した書庫に保管し、持ち出しは台帳に記録する。"}


def run(program, *arguments):
    """Seconds and peak memory in bytes."""
    start = time.monotonic()
    child = subprocess.Popen([program, "--lang", "ja", *map(str, arguments)])
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    assert child.returncode == 0, arguments
    return time.monotonic() - start, usage.ru_maxrss * 1024


def count_pages(pdf):
    told = subprocess.run(["pdfinfo", pdf], check=True, capture_output=True, text=True).stdout
    return int(next(line for line in told.splitlines() if line.startswith("Pages:")).split()[1])


def measure(program, folder, assets):
    project, pdf = folder / "a.kumoji.json", folder / "a.pdf"
    project.unlink(missing_ok=True)
    run(program, "new", "--template", "sample", "-o", project)
    if assets:
        content = json.loads(project.read_text("utf-8"))
        content["assets"] += [asset(i) for i in range(assets - len(content["assets"]))]
        project.write_text(json.dumps(content, ensure_ascii=False), "utf-8")
    seconds, memory = run(program, "report", project, "-o", pdf)
    name = f"{assets:,} assets" if assets else "sample"
    print(f"{name:16} {count_pages(pdf):8,} pages {seconds:8.2f} s {memory / 1e6:8.1f} MB {pdf.stat().st_size:12,} bytes",
          flush=True)


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory(prefix="kumoji-table-") as folder:
        for assets in [0] + [int(word) for word in sys.argv[2:] or ("1000", "10000", "65000")]:
            measure(program, pathlib.Path(folder), assets)


main()
