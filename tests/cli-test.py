#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""kumoji-cli as people and other programs use it: exit status, messages, output files.

usage: cli-test.py KUMOJI-CLI SOURCE-DIR
Each check prints one TAP line.
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import traceback

program = pathlib.Path(sys.argv[1]).resolve()
source = pathlib.Path(sys.argv[2]).resolve()
work = pathlib.Path()
HEAD = '{"format": "kumoji-project", "version": 1'
CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
KEYS = ["valid", "problems", "fingerprint", "company", "precondition", "checklists", "valuation", "roadmap",
        "services", "actions"]


class Result:
    def __init__(self, done):
        self.status = done.returncode
        self.out = done.stdout.decode("utf-8")
        self.err = done.stderr.decode("utf-8")


def run(*arguments, user=None, **variables):
    # Messages in English unless a test says otherwise, and the same day every day.
    environment = dict(os.environ, LC_ALL="C.UTF-8", KUMOJI_TODAY="2026-11-20")
    environment.pop("LANGUAGE", None)
    environment.update(variables)
    return Result(subprocess.run([program, *map(str, arguments)], capture_output=True, cwd=work, env=environment,
                                 timeout=120, check=False, user=user))


def write(name, text):
    path = work / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return path


def sample(language="en", name=None):
    path = work / (name or f"sample-{language}.kumoji.json")
    path.unlink(missing_ok=True)
    result = run("--lang", language, "new", "--template", "sample", "-o", path)
    assert (result.status, result.out, result.err) == (0, "", ""), result.err
    return path


def check_json(path, status=0):
    result = run("check", path, "--json")
    assert result.status == status, result.err
    return json.loads(result.out)


def assert_refused(result, path, part=""):
    assert result.status == 1, (result.status, result.out, result.err)
    assert result.err.startswith(f"kumoji-cli: {path}: "), result.err
    assert result.err.count("\n") == 1 and result.err.endswith("\n"), result.err
    assert not CONTROL.search(result.err[:-1]), result.err
    assert part in result.err, result.err


def assert_usage(result):
    assert result.status == 2, (result.status, result.err)
    assert result.out == "" and result.err.startswith("kumoji-cli: "), result.err


def test_usage():
    for arguments in ([], ["frob"], ["verify"], ["verify", "a.pdf"], ["verify", "a", "b", "c"], ["assets", "export"], ["--frob"], ["--lang"],
                      ["--lang", "fr", "catalog", "list"], ["check"], ["check", "a", "b"], ["check", "--frob", "a"],
                      ["new"], ["new", "-o"], ["new", "-o", ""], ["new", "x", "-o", "y"],
                      ["new", "--template", "frob", "-o", "y"], ["report", "a"], ["report", "-o", "a.pdf"],
                      ["report", "a", "-o"], ["report", "a", "-o", "b", "--reports", "frob"],
                      ["report", "a", "-o", "b", "--reports", ""], ["catalog"], ["catalog", "frob"],
                      ["catalog", "show"], ["catalog", "list", "x"], ["catalog", "show", "a", "b"]):
        assert_usage(run(*arguments))
    assert list(work.iterdir()) == []


def test_help():
    text = run("--help")
    assert text.status == 0 and text.err == ""
    for command in ("new", "check", "report", "catalog", "verify"):
        assert f"  {command} " in text.out
        own = run(command, "--help")
        assert own.status == 0 and f"kumoji-cli {command} " in own.out and own.err == ""
    version = run("--version")
    assert version.status == 0 and re.fullmatch(r"kumoji-cli \d+\.\d+\.\d+\n", version.out)


def test_new():
    blank = work / "新しい案件.kumoji.json"
    assert run("new", "-o", blank).status == 0
    content = json.loads(blank.read_text("utf-8"))
    assert (content["format"], content["version"]) == ("kumoji-project", 1)
    assert check_json(blank)["company"] == ""
    companies = {check_json(sample(language))["company"] for language in ("ja", "en")}
    assert len(companies) == 2
    assert run("new", "--template", "blank", "-o", work / "other").status == 0


def test_new_refused():
    taken = write("taken", "somebody's work")
    assert_refused(run("new", "-o", taken), taken, "already")
    assert taken.read_text() == "somebody's work"
    assert_refused(run("new", "-o", work / "no" / "file"), work / "no" / "file", "folder")
    assert_refused(run("new", "-o", work), work, "folder")
    assert_refused(run("new", "-o", "/dev/full"), "/dev/full", "ordinary")
    write("empty", "")
    assert run("new", "-o", work / "empty").status == 0


def expected_blockers(project, catalogs):
    """The same from the sample's own JSON, without Kumoji."""
    for catalog in catalogs:
        content = json.loads((source / "data" / "catalogs" / f"{catalog}.json").read_text("utf-8"))
        rounds = [a for a in project["assessments"] if a["catalog"] == catalog]
        answers = {a["id"]: a for a in rounds[-1].get("answers", [])} if rounds else {}
        for section in content["sections"]:
            for item in section["items"]:
                answer = answers.get(item["id"], {}).get("answer", "")
                reason = {"": "unanswered", "no": "no", "waiting": "waiting"}.get(answer)
                if reason:
                    yield {"catalog": catalog, "item": item["id"], "reason": reason}


def test_check_sample():
    for language in ("ja", "en"):
        path = sample(language)
        project = json.loads(path.read_text("utf-8"))
        found = check_json(path)
        assert list(found) == KEYS
        assert found["valid"] is True and found["problems"] == []
        assert re.fullmatch("k1:[0-9a-f]{64}", found["fingerprint"])
        assert found["company"] == project["profile"]["company"]
        assert found["precondition"] == {"yes": 8, "of": 8, "fits": True}

        valuation = found["valuation"]
        assert list(valuation) == ["total", "sales", "difference", "ratio", "state", "by-group", "by-class",
                                   "by-category", "by-rank"]
        assert [valuation[k] for k in ("total", "sales", "difference", "ratio", "state")] == [
            100000000, 100000000, 0, 1, "balanced"]
        for name in ("by-group", "by-class", "by-category", "by-rank"):
            assert sum(valuation[name].values()) == 100000000, name
        assert '"ratio": 1,' in run("check", path, "--json").out

        stages = {stage["id"]: stage for stage in found["roadmap"]["stages"]}
        assert list(stages) == ["0", "1", "2", "3", "4", "x"]
        assert found["roadmap"]["current"] == "2"
        assert [stages[i]["state"] for i in "012"] == ["finished", "finished", "in-progress"]
        gate = stages["2"]["gate"]
        assert list(gate) == ["open", "overridden", "blockers", "warnings"] and gate["open"] is False
        expected = list(expected_blockers(project, ["jssa-stage3-scope", "jssa-stage3-provider"]))
        assert expected and gate["blockers"][:len(expected)] == expected, gate["blockers"]
        for blocker in gate["blockers"][len(expected):]:
            assert blocker["catalog"] is None and blocker["item"] is None
        assert {row["reason"] for row in expected} >= {"no", "unanswered"}


def test_check_rows():
    found = check_json(sample())
    for row in found["checklists"]:
        assert list(row) == ["catalog", "subject", "round", "items", "excluded", "not-applicable", "applicable",
                             "answered", "yes", "no", "passed"]
        assert row["applicable"] == row["items"] - row["excluded"] - row["not-applicable"]
    stage2 = next(row for row in found["checklists"] if row["catalog"] == "jssa-stage2")
    assert stage2["passed"] is True and stage2["yes"] == stage2["applicable"] and stage2["subject"] == ""
    assert next(row for row in found["checklists"] if row["catalog"] == "jssa-stage4")["round"] is None
    for service in found["services"]:
        assert list(service) == ["id", "name", "availability", "downtime-seconds", "break-even-month"]
        assert service["availability"] is None
    assert found["actions"] == {"open": 0, "overdue": 0, "done": 0}


def test_check_text():
    for language, word in (("ja", "チェックリスト"), ("en", "Checklists")):
        path = sample(language)
        result = run("--lang", language, "check", path)
        assert result.status == 0 and result.err == ""
        assert word in result.out and "100,000,000" in result.out
        assert check_json(path)["company"] in result.out
    assert "チェックリスト" in run("check", path, LC_ALL="ja_JP.UTF-8", LANG="ja_JP.UTF-8").out


def test_check_arithmetic():
    def valuation(sales, count, unit):
        path = write("arithmetic", f'{HEAD}, "profile": {{"annual-sales": {sales}}}, "assets": [{{"id": "a", '
                                   f'"count": {count}, "unit-value": {unit}, "original": "original"}}]}}')
        result = run("check", path, "--json")
        assert result.status == 0, result.err
        return re.search(r'"ratio": (\S+),', result.out)[1], json.loads(result.out)["valuation"]

    assert valuation(1000000, 1, 987654)[0] == "0.987654"
    assert valuation(3, 1, 1)[0] == "0.333333"
    assert valuation(2, 1, 1)[0] == "0.5"
    assert valuation(1, 5, 2)[0] == "10"
    assert valuation(10, 0, 7)[0] == "0"
    ratio, found = valuation(0, 3, 150000)
    assert (ratio, found["state"], found["total"]) == ("null", "unknown", 450000)
    assert valuation(100, 1, 105)[1]["state"] == "balanced" and valuation(100, 1, 106)[1]["state"] == "over"


def test_not_valid():
    path = write("bad.kumoji.json", HEAD + ', "profile": {"company": "x", "employees": "many"}, "assets": [{"id": "a",'
                 '"count": 1.5, "rank": "q"}], "assessments": [{"id": "b", "catalog": "nobody-knows"}]}')
    found = check_json(path, 1)
    assert found["valid"] is False and found["company"] == "x"
    assert [p["path"] for p in found["problems"]] == ["profile.employees", "assets[0].count", "assets[0].rank",
                                                      "assessments[0].catalog"]
    assert all(p["reason"] for p in found["problems"])
    result = run("check", path)
    assert_refused(result, path, "profile.employees: ")
    assert "assets[0].count: " in result.out and "3 more problems" in result.err


def test_overflow():
    path = write("overflow", HEAD + ', "assets": [{"id": "a"}, {"id": "b", "original": "original", '
                 '"count": 9223372036854775807, "unit-value": 2}]}')
    found = check_json(path, 1)
    assert [p["path"] for p in found["problems"]] == ["assets[1].unit-value"]
    assert found["valuation"]["total"] is None and found["valuation"]["ratio"] is None
    assert_refused(run("check", path), path, "assets[1].unit-value")


def bad_files():
    whole = sample("ja").read_bytes()
    yield write("broken", HEAD + ', "assets": [}'), "line 1, column "
    yield write("truncated", whole[:len(whole) // 2]), "line "
    yield write("empty", ""), "empty"
    yield write("brackets", "[" * 100000), "deep"
    yield write("braces", '{"a":' * 100000), "deep"
    yield write("newer", '{"format": "kumoji-project", "version": 2}'), "newer"
    yield write("no-version", '{"format": "kumoji-project"}'), "version"
    yield write("foreign", '{"name": "left-pad", "version": "1.0.0"}'), "no Kumoji project"
    yield write("picture.png", b"\x89PNG\r\n\x1a\n\x00"), "no Kumoji project"
    yield write("utf-16", '{"format"'.encode("utf-16")), "UTF-16"
    yield write("cp932", '{"会社": 1}'.encode("cp932")), "UTF-8"
    yield write("twice", HEAD + ', "id": "a", "id": "b"}'), "twice"
    yield write("escape\x1b[31m", "{"), ""
    huge = write("huge", "{")
    os.truncate(huge, 300 * 1024 * 1024)
    yield huge, "256 MiB"
    yield work / "nowhere", "no such file"
    yield work, "folder"
    yield pathlib.Path("/dev/null"), "ordinary"


def test_refused():
    for path, part in bad_files():
        shown = str(path).replace("\x1b", "\\u001b")
        for arguments in (["check", path], ["check", "--json", path], ["report", path, "-o", work / "out.pdf"]):
            result = run(*arguments)
            assert_refused(result, shown, part)
            assert result.out == "", result.out
            assert not (work / "out.pdf").exists()


def test_report():
    for language in ("ja", "en"):
        path = sample(language)
        pdf = work / f"{language}.pdf"
        for options in ([], ["--reports", "summary"], ["--reports", "checklists,roadmap"], ["--reports", "assets"],
                        ["--reports", "all"], ["--reports", "sources"], ["--blank"], ["--blank", "--reports", "checklists"]):
            result = run("--lang", language, "report", path, "-o", pdf, *options)
            assert result.status == 0 and result.out == "", result.err
            assert pdf.read_bytes().startswith(b"%PDF-")
            first = pdf.read_bytes()
            assert run("--lang", language, "report", path, "-o", pdf, *options).status == 0
            assert pdf.read_bytes() == first
        assert [p.name for p in work.iterdir() if p.name.startswith(pdf.name) and p != pdf] == []


def headings(pdf):
    """The parts of a report in their order: what its outline says on the first level."""
    described = json.loads(subprocess.run(["qpdf", "--json=1", "--json-key=outlines", pdf],
                                          capture_output=True, check=True).stdout)
    return [entry["title"] for entry in described["outlines"]]


def test_report_as_chosen():
    path = sample()
    content = json.loads(path.read_text("utf-8"))
    content["reports"] = {"order": "roadmap,summary", "parts-left-out": "assets", "language": "en", "cover": True,
                          "consultant": "Yumiko Sasaki", "paper": "letter"}
    path.write_text(json.dumps(content), "utf-8")
    pdf = work / "chosen.pdf"
    assert run("report", path, "-o", pdf, LC_ALL="ja_JP.UTF-8", LANGUAGE="ja").status == 0
    assert headings(pdf) == ["Roadmap", "Report to management", "Checklists", "Words explained"]
    read = subprocess.run(["pdftotext", "-l", "1", pdf, "-"], capture_output=True, check=True)
    assert read.stderr == b"", read.stderr  # what reads it need not guess
    said = read.stdout.decode()
    assert "Yumiko Sasaki" in said and "Cloud adoption report" in said, said
    # What is typed goes before what is kept.
    assert run("--lang", "ja", "report", path, "-o", pdf, "--reports", "assets,summary").status == 0
    assert headings(pdf) == ["情報資産目録", "経営者向け報告"]
    assert run("report", path, "-o", pdf, "--reports", "all").status == 0
    assert headings(pdf)[0] == "Report to management" and len(headings(pdf)) == 6
    # What is kept of the reports is not what is signed.
    assert run("verify", pdf, path).status == 0
    content["reports"] = {"logo": "bm8gcGljdHVyZQ==", "cover": True}
    path.write_text(json.dumps(content), "utf-8")
    assert run("verify", pdf, path).status == 0
    assert_refused(run("report", path, "-o", work / "no-logo.pdf"), path, "logo")
    assert not (work / "no-logo.pdf").exists()


def test_report_catalogs():
    path = sample("en")
    pdf = work / "catalogs.pdf"
    some = ("--lang", "en", "report", path, "-o", pdf, "--reports", "checklists", "--catalogs")
    assert run(*some, "threats,schemes").status == 0
    said = subprocess.run(["pdftotext", pdf, "-"], capture_output=True, check=True).stdout.decode()
    assert "Ten threats" in said and "Certificates and reports" in said and "Safe use of a cloud" not in said
    assert_refused(run(*some, "threats,no-such"), path, "no-such")


def test_check_kinds():
    """Each kind in its own words; what is only looked up has no rounds."""
    path = sample("en")
    content = json.loads(path.read_text("utf-8"))
    content["assessments"] = [
        {"id": "k1", "catalog": "isms-documents", "round": 1, "answers": [{"id": "1", "answer": "approved"}]},
        {"id": "k2", "catalog": "operations", "round": 1, "answers": [{"id": "5.2.1.2", "date": "2020-01-10"}]}]
    path.write_text(json.dumps(content), "utf-8")
    said = run("--lang", "en", "check", path).out
    assert "Documents of an ISMS, round 1: Approved: 1 of 42 documents that are needed.\n" in said, said
    assert "Recurring checks in operation, round 1: 1 check is overdue.\n" in said, said
    assert re.search(r"\n  \d+ more are not started\n", said), said
    assert "Glossary" not in said
    rows = {row["catalog"]: row for row in check_json(path)["checklists"]}
    assert "glossary" not in rows and "schemes" not in rows
    assert (rows["operations"]["no"], rows["isms-documents"]["yes"]) == (1, 1)


def test_report_refused():
    good = sample()
    before = good.read_bytes()
    bad = write("bad", HEAD + ', "profile": {"employees": -1}}')
    old = write("old.pdf", "the last report")
    assert_refused(run("report", bad, "-o", old), bad, "profile.employees")
    assert_refused(run("report", bad, "-o", work / "new.pdf"), bad)
    assert not (work / "new.pdf").exists()
    assert_refused(run("report", good, "-o", good), good, "the project itself")
    (work / "link").symlink_to(good.name)
    assert_refused(run("report", good, "-o", work / "link"), work / "link", "the project itself")
    assert_refused(run("report", good, "-o", work), work, "folder")
    assert_refused(run("report", good, "-o", work / "no" / "a.pdf"), work / "no" / "a.pdf", "folder")
    assert_refused(run("report", good, "-o", "/dev/full"), "/dev/full", "ordinary")
    # Where it goes is looked at before anything is worked out: nobody waits for pages in vain.
    assert_refused(run("report", bad, "-o", work / "no" / "a.pdf"), work / "no" / "a.pdf", "folder")
    assert old.read_text() == "the last report" and good.read_bytes() == before


def test_report_path():
    good = sample()
    before = sorted(work.iterdir())
    (work / "loop").symlink_to("loop")
    os.mkfifo(work / "pipe")
    for name, part in ((".", "folder"), ("new/", "folder"), (f"{good.name}/a.pdf", "folder"), ("no/a.pdf", "folder"),
                       ("loop", "circle"), ("pipe", "ordinary"), ("a" * 300 + ".pdf", "too long"),
                       ("/proc/a.pdf", "")):
        assert_refused(run("report", good, "-o", name), name, part)
    (work / "loop").unlink()
    (work / "pipe").unlink()
    assert sorted(work.iterdir()) == before


def test_read_only():
    # The system refuses root nothing.
    user = "nobody" if os.geteuid() == 0 else None
    good = sample()
    work.chmod(0o755)
    shut = work / "shut"
    shut.mkdir(mode=0o555)
    locked = write("locked.pdf", "the last report")
    locked.chmod(0o444)
    try:
        if run("check", good, user=user).status != 0:
            return "SKIP nobody else may run the program here"
    except PermissionError:
        return "SKIP nobody else may run the program here"
    for path in (shut / "a.pdf", locked):
        assert_refused(run("report", good, "-o", path, user=user), path, "may not write there")
    assert locked.read_text() == "the last report" and not list(shut.iterdir())
    assert not [p.name for p in work.iterdir() if p not in (good, shut, locked)]
    return None


def test_no_font():
    good = sample()
    fonts = write("fonts.conf", "<fontconfig></fontconfig>")
    old = write("old.pdf", "the last report")
    refused = run("report", good, "-o", old, FONTCONFIG_FILE=str(fonts))
    assert_refused(refused, good, "fonts-morisawa-bizud-gothic")
    assert old.read_text() == "the last report"
    # All else goes on without a font.
    assert run("check", good, FONTCONFIG_FILE=str(fonts)).status == 0


def test_verify():
    path = sample()
    pdf = work / "signed\x1b.pdf"
    shown = str(pdf).replace("\x1b", "\\u001b")
    assert run("report", path, "-o", pdf).status == 0
    yes = run("verify", pdf, path)
    assert (yes.status, yes.err) == (0, "") and yes.out.startswith(f"{shown}: "), yes
    assert yes.out.count("\n") == 1 and "as it stands" in yes.out
    # The language, the paper and the day change nothing; what the company says does.
    japanese = work / "ja.pdf"
    assert run("--lang", "ja", "report", path, "-o", japanese, "--reports", "assets",
               KUMOJI_TODAY="2026-12-31").status == 0
    assert run("verify", japanese, path).status == 0
    content = json.loads(path.read_text("utf-8"))
    content["issued"] = [{"id": "a", "date": "2026-11-20", "fingerprint": "k1:0"}]
    path.write_text(json.dumps(content), "utf-8")
    assert run("verify", pdf, path).status == 0
    content["assets"][0]["name"] = "another name"
    content["profile"]["company"] = "Another Ltd."
    path.write_text(json.dumps(content), "utf-8")
    no = run("verify", pdf, path)
    assert_refused(no, shown, "Company, Information assets;")
    assert no.out == "" and "Roadmap" not in no.err
    assert "会社、情報資産" in run("--lang", "ja", "verify", pdf, path).err


def test_verify_refused():
    path = sample()
    pdf = work / "report.pdf"
    assert run("report", path, "-o", pdf).status == 0
    whole = pdf.read_bytes()
    blank = work / "blank.pdf"
    assert run("report", path, "--blank", "-o", blank).status == 0
    huge = work / "huge.pdf"
    with huge.open("wb") as file:
        file.write(whole)
        file.truncate(100 * 1024 * 1024)
    shut = work / "shut.pdf"
    subprocess.run(["qpdf", "--encrypt", "secret", "secret", "256", "--", pdf, shut], check=True, timeout=60)
    for bad, part in ((write("empty.pdf", ""), "no PDF"), (write("text.pdf", "a letter"), "no PDF"),
                      (write("cut.pdf", whole[:len(whole) // 2]), "end of this PDF is missing"),
                      (write("hollow.pdf", b"%PDF-1.4\n%%EOF\n"), "damaged"), (huge, "64 MiB"),
                      (shut, "password"), (blank, "blank form"), (work / "none.pdf", "no such file"),
                      (work, "folder")):
        result = run("verify", bad, path)
        assert_refused(result, bad, part)
        assert result.out == ""
    for bad, part in bad_files():
        assert_refused(run("verify", pdf, bad), str(bad).replace("\x1b", "\\u001b"), part)


def test_full_disk():
    disk = work / "disk"
    disk.mkdir()
    good = sample()
    if os.geteuid() or subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk],
                                      capture_output=True, check=False).returncode:
        return "SKIP a disk can be mounted by root only"
    try:
        (disk / "a.pdf").write_text("the last report")
        assert_refused(run("report", good, "-o", disk / "a.pdf"), disk / "a.pdf", "full")
        assert_refused(run("report", good, "-o", disk / "b.pdf"), disk / "b.pdf", "full")
        assert (disk / "a.pdf").read_text() == "the last report"
        assert [p.name for p in disk.iterdir()] == ["a.pdf"]
    finally:
        subprocess.run(["umount", disk], check=True)
    return None


def test_output_full():
    path = sample()
    for arguments in (["check", path], ["check", path, "--json"], ["catalog", "show", "ipa-guide"], ["--help"]):
        with open("/dev/full", "wb") as full:
            done = subprocess.run([program, *arguments], stdout=full, stderr=subprocess.PIPE, check=False)
        assert done.returncode == 1 and done.stderr.startswith(b"kumoji-cli: "), (arguments, done)


def test_terminal():
    company = "a\x1b[31m\x9b2J\x07\u202e\u2066\u061cb\r\n\tc\x7f𠮷"
    path = write("escape.kumoji.json", HEAD + ', "profile": {"company": ' + json.dumps(company)
                 + '}, "services": [{"id": "s", "name": "\\u001b]0;x\\u0007"}], "stages": [{"id": "\\u001b[2J"}]}')
    for arguments in (["check", path], ["check", path, "--json"]):
        result = run(*arguments)
        assert result.status == 1
        assert not CONTROL.search(result.out) and not CONTROL.search(result.err), result.out
    assert check_json(path, 1)["company"] == company
    assert "𠮷" in run("check", path, LC_ALL="C").out


def test_catalogs():
    listed = json.loads(run("catalog", "list", "--json").out)
    counts = {row["id"]: row["items"] for row in listed}
    rows = [line.split("\t")[0] for line in
            (source / "tests" / "coverage.tsv").read_text("utf-8").splitlines()[1:]]
    assert counts == {**{name: rows.count(name) for name in rows}, "glossary": 83, "schemes": 16}
    assert {row["kind"] for row in listed} == {"checklist", "practice", "document", "criterion",
                                               "applicability", "impact", "recurring", "reference"}
    for row in listed:
        file = source / "data" / "catalogs" / f"{row['id']}.json"
        assert run("catalog", "show", row["id"], "--json").out == file.read_text("utf-8")
        for language in ("ja", "en"):
            text = run("--lang", language, "catalog", "show", row["id"])
            assert text.status == 0 and row["title"][language] in text.out
            assert row["title"][language] in run("--lang", language, "catalog", "list").out
            for section in json.loads(file.read_text("utf-8"))["sections"]:
                for item in section["items"]:
                    assert item["question"][language] in text.out
                    assert item.get("look-for", item["hint"])[language] in text.out
                    if "interval" in item and language == "en":
                        assert f"Interval in months: {item['interval']}\n" in text.out
            for impact in json.loads(file.read_text("utf-8")).get("impacts", []):
                assert impact["title"][language] in text.out
            for control in json.loads(file.read_text("utf-8")).get("controls", []):
                assert f"{control['id']} {control['title'][language]}" in text.out
                assert control["purpose"][language] in text.out
    shown = run("catalog", "show", "amagasaki-class2").out
    assert "    Phase: Procure\n    Role: Information security manager / Approving officer\n" in shown
    assert_refused(run("catalog", "show", "nobody-knows"), "nobody-knows", "no such catalog")


def main():
    global work
    tests = [(name, function) for name, function in globals().items() if name.startswith("test_")]
    failed = 0
    print(f"1..{len(tests)}")
    for number, (name, function) in enumerate(tests, 1):
        with tempfile.TemporaryDirectory(prefix="kumoji-cli-") as folder:
            work = pathlib.Path(folder)
            note = ""
            try:
                note = function() or ""
                good = True
            except Exception:  # each failure is one line, and the other tests go on
                good = False
                print("\n".join("# " + line for line in traceback.format_exc().splitlines()))
        failed += not good
        print(f"{'ok' if good else 'not ok'} {number} {name[5:]}{' # ' + note if note else ''}", flush=True)
    return failed > 0


sys.exit(main())
