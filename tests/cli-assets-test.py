#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""kumoji-cli assets as people and other programs use it: sheets in and out of the register.

usage: cli-assets-test.py KUMOJI-CLI
Each check prints one TAP line. The sheets are written and read by Python's own csv module.
"""
import csv
import io
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import traceback

program = pathlib.Path(sys.argv[1]).resolve()
work = pathlib.Path()
JAPANESE = "管理番号,資産,件数,1件の価値,ランク,原本／控え,備考\r\n" \
           "A-1,髙橋①の台帳,\"1,200\",\"￥1,500\",Ａ：重大,原本,\"一行目\n二行目\"\r\n"


def run(*arguments, **variables):
    # Messages in English unless a test says otherwise; backups stay within the test's folder.
    environment = dict(os.environ, LC_ALL="C.UTF-8", XDG_DATA_HOME=str(work / "home"))
    environment.pop("LANGUAGE", None)
    environment.update(variables)
    done = subprocess.run([program, *map(str, arguments)], capture_output=True, cwd=work, env=environment,
                          timeout=120, check=False)
    done.out, done.err = done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    return done


def assert_done(result):
    assert (result.returncode, result.err) == (0, ""), (result.returncode, result.err)
    return result


def assert_refused(result, path, part):
    assert result.returncode == 1, (result.returncode, result.out, result.err)
    assert result.err.startswith(f"kumoji-cli: {path}: ") and part in result.err, result.err
    assert result.err.count("\n") == 1 and result.err.endswith("\n"), result.err


def write(name, content):
    path = work / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


def new(name, template="blank"):
    assert_done(run("new", "--template", template, "-o", work / name))
    return work / name


def assets_of(path):
    return json.loads(path.read_text("utf-8")).get("assets", [])


def take(sheet, project=None, output="out.kumoji.json"):
    project = project or new(f"blank-{sheet.name}.kumoji.json")
    result = assert_done(run("assets", "import", project, "--csv", sheet, "-o", work / output, "--json"))
    found = json.loads(result.out)
    assert list(found) == ["imported", "refused"], found
    return found, assets_of(work / output)


def export(project, name, language="en"):
    assert_done(run("--lang", language, "assets", "export", project, "-o", work / name))
    return (work / name).read_bytes()


def rows_of(content):
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_usage():
    for arguments in ([], ["frob"], ["import"], ["export"], ["import", "a"], ["import", "a", "--csv", "b"],
                      ["import", "a", "-o", "b"], ["import", "a", "b", "--csv", "c", "-o", "d"], ["export", "a"],
                      ["export", "a", "-o", ""], ["export", "a", "-o", "b", "--json"],
                      ["export", "a", "-o", "b", "--csv", "c"], ["import", "a", "--csv", "", "-o", "b"]):
        result = run("assets", *arguments)
        assert result.returncode == 2 and result.err.startswith("kumoji-cli: assets: "), (arguments, result.err)
    assert list(work.iterdir()) == []
    text = run("assets", "--help")
    assert text.returncode == 0 and "assets import FILE --csv CSV -o OUT [--json]" in text.out


def test_round_trip_of_sample():
    sample = new("sample.kumoji.json", "sample")
    before = assets_of(sample)
    for language in ("ja", "en"):
        content = export(sample, f"{language}.csv", language)
        table = rows_of(content)
        assert len(table) == 1 + len(before) and {len(row) for row in table} == {len(table[0])}
        found, after = take(work / f"{language}.csv")
        assert found == {"imported": len(before), "refused": []}
        assert after == before
        assert export(work / "out.kumoji.json", "again.csv", language) == content
        # What is there already changes nothing at all.
        take(work / f"{language}.csv", sample, "same.kumoji.json")
        assert (work / "same.kumoji.json").read_bytes() == sample.read_bytes()
    assert "管理番号" in rows_of((work / "ja.csv").read_bytes())[0]


def test_formulas():
    names = ["=HYPERLINK(\"http://x\")", "+81-3-1", "-5", "-a", "@x", "'=1", "''-2", "'a", "\t=1", "\r=1", "a\nb\r\nc",
             " a ", "a,b;c\td", "\"q\"", "", "𠮷野家"]
    project = new("names.kumoji.json")
    content = json.loads(project.read_text("utf-8"))
    content["assets"] = [{"id": f"i{i}", "name": name} if name else {"id": f"i{i}"} for i, name in enumerate(names)]
    project.write_text(json.dumps(content, ensure_ascii=False), "utf-8")
    sheet = export(project, "names.csv")
    cells = [row[1] for row in rows_of(sheet)[1:]]
    for cell, name in zip(cells, names, strict=True):
        assert cell[:1] not in ("=", "+", "-", "@", "\t", "\r") or cell == "-5", cell
        assert cell in (name, "'" + name)
    found, after = take(work / "names.csv")
    assert found["refused"] == [] and [asset.get("name", "") for asset in after] == names
    assert export(work / "out.kumoji.json", "again.csv") == sheet


def test_encodings():
    expected = None
    for name, encoding in (("utf-8", "utf-8"), ("mark", "utf-8-sig"), ("cp932", "cp932"), ("little", "utf-16"),
                           ("big", "utf-16-be")):
        mark = b"\xfe\xff" if encoding == "utf-16-be" else b""
        found, after = take(write(f"{name}.csv", mark + JAPANESE.encode(encoding)))
        assert found == {"imported": 1, "refused": []}, (name, found)
        after[0].pop("id")
        assert after[0] == (expected or after[0]), name
        expected = after[0]
    assert expected == {"number": "A-1", "name": "髙橋①の台帳", "original": "original", "count": 1200,
                        "unit-value": 1500, "rank": "a", "note": "一行目\n二行目"}, expected


def test_delimiters():
    for delimiter in ",;\t":
        text = io.StringIO()
        csv.writer(text, delimiter=delimiter).writerows([["Count", "Asset"], ["5", "a,b;c\td"]])
        _, after = take(write(f"delimiter-{ord(delimiter)}.csv", text.getvalue()))
        assert (after[0]["count"], after[0]["name"]) == (5, "a,b;c\td")


def test_refused_rows():
    sheet = write("some.csv", "Control number,Asset,Count,Colour\nA-1,a,1,red\nA-2,b,many,\n\nA-3,\"c\nd\",2,\nA-4,e,-1,\n")
    found, after = take(sheet)
    assert [asset["number"] for asset in after] == ["A-1", "A-3"]
    assert found["imported"] == 2
    assert [entry["row"] for entry in found["refused"]] == [3, 6]
    assert found["refused"][0]["reason"] == "Count: “many” is no whole number"
    project = new("text.kumoji.json")
    text = assert_done(run("assets", "import", project, "--csv", sheet, "-o", work / "text-out"))
    assert text.out == ("Imported: 2 (new 2, changed 0, as it was 0). Refused: 2.\nColumn left out: Colour\n"
                        "Row 3: Count: “many” is no whole number\nRow 6: Count: must not be negative\n"), text.out
    japanese = run("--lang", "ja", "assets", "import", project, "--csv", sheet, "-o", work / "text-out", "--json")
    assert "件数" in json.loads(japanese.out)["refused"][0]["reason"]


def test_update_in_place():
    project = new("place.kumoji.json")
    for text in ("number,name,note\nA-1,a,keep\nA-2,b,\n", "number,name\nA-2,changed\nA-3,c\n"):
        sheet = write("place.csv", text)
        assert_done(run("assets", "import", project, "--csv", sheet, "-o", project))
    after = assets_of(project)
    assert [(asset["number"], asset["name"]) for asset in after] == [("A-1", "a"), ("A-2", "changed"), ("A-3", "c")]
    assert after[0]["note"] == "keep"
    assert len(list((work / "home/kumoji/backups").rglob("*.kumoji.json"))) >= 2


def test_nothing_comes_in():
    project = new("none.kumoji.json")
    before = project.read_bytes()
    out = work / "none-out.kumoji.json"
    sheet = write("none.csv", "Asset,Count\na,x\nb,y\n")
    result = run("assets", "import", project, "--csv", sheet, "-o", out, "--json")
    assert_refused(result, sheet, "row 2")
    assert [entry["row"] for entry in json.loads(result.out)["refused"]] == [2, 3]
    assert not out.exists() and project.read_bytes() == before
    # A sheet of a register without assets is none to refuse.
    assert take(write("heading.csv", export(project, "heading-only.csv")))[0] == {"imported": 0, "refused": []}


def test_broken_sheets():
    project = new("broken.kumoji.json")
    out = write("kept.kumoji.json", "somebody's work")
    heading = "Asset,Count\n"
    for name, content, part in (
            ("empty.csv", "", "nothing in this file"), ("quote.csv", heading + "\"a,1\n", "row 2, column A"),
            ("inside.csv", heading + "19\" screen,1\n", "row 2, column A"),
            ("after.csv", heading + "\"a\"b,1\n", "row 2, column A"), ("nul.csv", heading + "a\0,1\n", "no text file"),
            ("cut.csv", heading.encode() + b"\x83", "line 2"), ("book.xlsx", b"PK\x03\x04", "workbook"),
            ("other.csv", "x,y\n1,2\n", "no row names the columns"),
            ("twice.csv", "Asset,資産\na,b\n", "two columns"),
            ("wide.csv", "," * 1000 + "\n", "1,000 columns")):
        sheet = write(name, content)
        result = run("assets", "import", project, "--csv", sheet, "-o", out, "--json")
        assert_refused(result, sheet, part)
        assert result.out == "" and out.read_text() == "somebody's work", name
    assert_refused(run("assets", "import", project, "--csv", work / "no.csv", "-o", out), work / "no.csv", "no such file")
    assert_refused(run("assets", "import", project, "--csv", work, "-o", out), work, "folder")


def test_broken_places():
    project = new("places.kumoji.json")
    sheet = write("places.csv", "Asset\na\n")
    content = sheet.read_bytes()
    arguments = ("assets", "import", project, "--csv", sheet, "-o")
    assert_refused(run(*arguments, sheet), sheet, "the sheet itself")
    assert sheet.read_bytes() == content
    assert_refused(run(*arguments, "/dev/full"), "/dev/full", "ordinary")
    assert_refused(run(*arguments, f"{work}/no/out"), f"{work}/no/out", "folder")
    assert_refused(run(*arguments, f"{work}/"), f"{work}/", "folder")
    assert_refused(run("assets", "export", project, "-o", project), project, "the project itself")
    assert_refused(run("assets", "export", project, "-o", f"{work}/no/out"), f"{work}/no/out", "folder")
    assert_refused(run("assets", "export", work / "no", "-o", work / "x.csv"), work / "no", "no such file")
    assert not (work / "x.csv").exists()


def test_not_valid():
    content = json.loads(new("valid.kumoji.json").read_text("utf-8"))
    content["assets"] = [{"id": "a", "count": "many"}]
    project = write("not-valid.kumoji.json", json.dumps(content))
    sheet = write("valid.csv", "Asset\na\n")
    assert_refused(run("assets", "export", project, "-o", work / "x.csv"), project, "assets[0].count")
    assert_refused(run("assets", "import", project, "--csv", sheet, "-o", work / "x"), project, "assets[0].count")
    # Each row is sound, and all of them together are too large to be added up.
    sheet = write("sum.csv", "Asset,Count,Value per record\n" + "a,1,9223372036854775807\n" * 2)
    assert_refused(run("assets", "import", work / "valid.kumoji.json", "--csv", sheet, "-o", work / "x"), sheet, "assets[")
    assert not (work / "x").exists() and not (work / "x.csv").exists()


def test_ten_thousand():
    heading = ["管理番号", "資産", "区分", "件数", "1件の価値", "控えの元", "備考"]
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(heading)
    for i in range(10000):
        writer.writerow([f"N-{i:05}", f"台帳 {i}", "個人情報", f"{i % 700:,}", "1,500", "N-00000" if i else "",
                         "一\n二" if i % 2 else "=1+1"])
    found, after = take(write("many.csv", text.getvalue().encode("cp932")))
    assert found == {"imported": 10000, "refused": []} and len(after) == 10000
    sheet = export(work / "out.kumoji.json", "many-out.csv", "ja")
    assert len(rows_of(sheet)) == 10001
    _, again = take(work / "many-out.csv")
    assert again == after


def main():
    global work
    tests = [(name, function) for name, function in globals().items() if name.startswith("test_")]
    failed = 0
    print(f"1..{len(tests)}")
    for number, (name, function) in enumerate(tests, 1):
        with tempfile.TemporaryDirectory(prefix="kumoji-assets-") as folder:
            work = pathlib.Path(folder)
            try:
                function()
                good = True
            except Exception:  # each failure is one line, and the other tests go on
                good = False
                print("\n".join("# " + line for line in traceback.format_exc().splitlines()))
        failed += not good
        print(f"{'ok' if good else 'not ok'} {number} {name[5:]}", flush=True)
    return failed > 0


sys.exit(main())
