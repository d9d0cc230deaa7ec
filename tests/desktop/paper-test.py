#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The day on which a report leaves the office, from outside: the sample's pages are leafed through
and searched, get a cover and another order, are exported, entered as issued, held against what
changed since, printed, and come back as they were chosen. At last a computer without a Japanese
font.

usage: paper-test.py KUMOJI KUMOJI-CLI LOCALE-DIR IMAGES   (in a D-Bus session, on a display)
The language is that of the locale; names come from the translation itself.
"""
import json
import re
import subprocess
import sys
import textwrap

from day import Day
from driver import NotFound, role_of, text_of, wait_for, walk

kumoji, cli, localedir, images = sys.argv[1:5]
day = Day("paper", kumoji, localedir)
_, home = day.say, day.home
project, pdf = home / "minato.kumoji.json", home / "report.pdf"
CONSULTANT = "港湾診断事務所 安藤" if day.japanese else "Ando of Wharf Advisers"
SIGNATORY = "浜田社長" if day.japanese else "President Hamada"
OTHER_NAME = "有限会社みなと水産" if day.japanese else "Minato Fisheries Ltd."
SUMMARY, CHECKLISTS, ASSETS, ROADMAP, SOURCES, GLOSSARY = (
    "Report to management", "Checklists", "Information asset register", "Roadmap",
    "Where each question comes from", "Words explained")
ANOTHER_ORDER = [CHECKLISTS, SUMMARY, ASSETS, ROADMAP, SOURCES, GLOSSARY]
# The language that is not the desktop's, and what its pages call what is printed.
OTHER_LANGUAGE, OTHER_WORD, OTHER_PARTS = ("English", "Prepared with the help of", [CHECKLISTS, SUMMARY, ASSETS, GLOSSARY]) if day.japanese else (
    "Japanese", "作成支援", ["チェックリスト", "経営者向け報告", "情報資産目録", "用語の説明"])


def tell(command):
    return subprocess.run([str(word) for word in command], check=True, capture_output=True, text=True).stdout


def same(what, seen, wanted):
    if seen != wanted:
        raise NotFound(f"{what}: {seen}, not {wanted}")


def told_place(number, of):
    """What the find bar says, in either order of words."""
    words = _("%u of %u")
    for sign, value in (("%1$u", number), ("%2$u", of), ("%u", number), ("%u", of)):
        words = words.replace(sign, str(value), 1)
    return words


def squeeze(text):
    return re.sub(r"\s", "", text)


class Paper:
    """The Reports page, whose widgets are looked for nowhere else: the whole window is a long way."""

    def __init__(self, program):
        self.program = program
        program.keys("ctrl+6")
        self.page = program.find("filler", "KumojiReportsPage")
        self.preview = program.find("filler", "KumojiPreview", self.page)
        self.place = wait_for("the number of the page in sight", lambda: next(
            (node for node in walk(self.preview) if re.fullmatch(r"\d+ / \d+", text_of(node))), None))

    def find(self, role, name=None, text=None):
        return self.program.find(role, name, self.page, text)

    def press(self, role, name):
        return self.program.press(role, name, self.page)

    def numbers(self):
        """The page in sight, and how many there are."""
        return tuple(int(number) for number in text_of(self.place).split(" / "))

    def wait_for_pages(self, total):
        wait_for(f"{total} pages instead of {self.numbers()[1]}", lambda: self.numbers()[1] == total)

    def parts(self):
        """The parts in the order of their rows."""
        rows = self.find("list", _("What to print"))
        return [rows.get_child_at_index(i).get_name() for i in range(rows.get_child_count())]

    def look_for(self, words, wanted):
        """Looks for words, until so many places of them are told."""
        entry = self.find("entry", _("Find on the pages"))
        count = entry.get_parent().get_child_at_index(1)
        self.program.write(entry, words)
        wait_for(f"“{wanted}” instead of “{text_of(count)}”", lambda: text_of(count) == wanted)

    def issued(self):
        """What the list of issued reports says of the one that was entered."""
        return self.find("list", _("Issued reports")).get_child_at_index(0).get_name()


def begin():
    global paper, pages, menu
    tell([cli, "--lang", "ja" if day.japanese else "en", "new", "--template", "sample", "-o", project])
    program = day.start(str(project))
    paper = Paper(program)
    menu = program.find("push button", _("Main menu"))
    page, pages = paper.numbers()
    same("the page in sight", page, 1)
    if pages < 15:
        raise NotFound(f"the sample has only {pages} pages")
    day.step("the pages of the sample show")


def leaf():
    paper.press("push button", _("Next page"))
    wait_for("the second page", lambda: paper.numbers() == (2, pages))
    size = paper.find("push button", text="%").get_name()
    paper.press("push button", _("Larger"))
    larger = wait_for("a larger page", lambda: (found := paper.find("push button", text="%").get_name()) != size and found)
    paper.press("push button", larger)
    paper.find("push button", size)
    paper.press("push button", _("Small pages"))
    wait_for("small pages", lambda: paper.find("panel", _("Small pages")).get_child_count() > 3)
    paper.press("push button", _("Small pages"))
    day.step("leafed, zoomed, and small pages seen")


def go_to_heading():
    headings = paper.find("push button", _("Headings"))
    paper.program.press("push button", _("Headings"), headings.get_child_at_index(0))
    items = paper.program.find("list", _("Headings"), headings)
    paper.program.go_to(items, _(ROADMAP))
    wait_for("the roadmap's page", lambda: paper.numbers()[0] > 10)
    day.step("a heading of the outline leads to its page")


def search():
    tell([cli, "--lang", "ja" if day.japanese else "en", "report", project, "-o", pdf])
    company = json.loads(tell([cli, "check", project, "--json"]))["company"]
    there = squeeze(tell(["pdftotext", pdf, "-"])).count(squeeze(company))
    paper.press("push button", _("Find on the pages"))
    paper.look_for(company, told_place(1, there))
    paper.look_for("XYZZY", _("Not found"))
    pdf.unlink()
    day.step("words are found as often as the PDF has them")


def choose():
    global pages
    program = paper.program
    paper.press("check box", _("Cover page"))
    paper.wait_for_pages(pages + 1)
    program.fill(_("Consultant"), CONSULTANT, paper.page)
    paper.press("push button", _("Choose a logo"))
    program.choose_file(f"{images}/logo.png")
    wait_for("the logo", lambda: program.look("image", within=paper.find("list item", _("Logo"))))
    day.step("a cover with a consultant and a logo")
    program.press("push button", _("Print later"), paper.find("list item", _(SUMMARY)))
    wait_for("another order", lambda: paper.parts() == [_(part) for part in ANOTHER_ORDER])
    program.click(paper.find("check box", _(ROADMAP)))
    wait_for("fewer pages", lambda: paper.numbers()[1] < pages - 3)
    fewer = paper.numbers()[1]
    program.keys("ctrl+z")
    paper.wait_for_pages(pages + 1)
    program.keys("ctrl+shift+z")
    paper.wait_for_pages(fewer)
    day.step("another order, and a part left out, undone and done again")
    language = paper.find("combo box", _("Language of the pages"))
    program.press("push button", _("Language of the pages") + "*", language)
    program.go_to(program.find("list", within=language), _(OTHER_LANGUAGE))
    program.find("push button", text=_(OTHER_LANGUAGE), within=language)
    paper.look_for(OTHER_WORD, told_place(1, 1))
    pages = paper.numbers()[1]
    day.step("the other language")


def export():
    paper.press("push button", _("Export PDF…"))
    paper.program.choose_file(pdf)
    wait_for("a whole PDF", lambda: pdf.is_file() and pdf.read_bytes().rstrip().endswith(b"%%EOF"))
    check_pages(pdf)
    tell(["qpdf", "--check", pdf])
    outline = json.loads(tell(["qpdf", "--json", "--json-key=outlines", pdf]))["outlines"]
    same("the outline", [heading["title"] for heading in outline], OTHER_PARTS)
    same("pictures", tell(["pdfimages", "-list", pdf]).splitlines()[2].split()[:3], ["1", "0", "image"])
    day.step("the PDF is as chosen")


def check_pages(file):
    same("pages", int(re.search(r"Pages:\s+(\d+)", tell(["pdfinfo", file]))[1]), pages)
    first = squeeze(tell(["pdftotext", "-l", "1", file, "-"]))
    if squeeze(CONSULTANT) not in first:
        raise NotFound(f"the cover does not name {CONSULTANT}: {first}")


def issue():
    program = paper.program
    paper.press("push button", _("Enter “%s” as issued…") % pdf.name)
    dialog = program.second_window("the dialog of what was issued")
    program.write(program.find("text", _("Signed by"), dialog), SIGNATORY)
    program.press("push button", _("_Enter"), dialog)
    wait_for("the dialog to close", lambda: program.count_windows() == 1)
    wait_for("it to stand", lambda: _("As it stands") in paper.issued())
    paper.find("label", text=SIGNATORY)
    day.step("entered as issued")


def check_paper(heading, body):
    """By the menu's entry."""
    program = paper.program
    program.keys("F10")
    program.press("menu item", _("_Check a signed report…"), menu)
    program.choose_file(pdf)
    answer = program.second_window("the answer")
    program.find("label", text=heading, within=answer)
    program.find("label", text=body, within=answer)
    program.leave_dialog("the answer", lambda: program.keys("Escape"))


def change():
    program = paper.program
    check_paper(_("The report shows the project as it stands"), "")
    program.keys("ctrl+2")
    program.fill(_("Company name"), OTHER_NAME, program.find("filler", "KumojiCompanyPage"))
    check_paper(_("The project says something else now"), _("Company"))
    day.step("the check says that it stands, and after an edit what changed")
    program.keys("ctrl+1")
    overview = program.find("filler", "KumojiIssuedLine")
    program.find("label", _("Changed since"), overview)
    program.find("label", _("Company"), overview)
    program.keys("ctrl+6")
    wait_for("the change", lambda: paper.issued().endswith(f"{_('Changed since')} {_('Company')}"))
    program.keys("ctrl+z")
    wait_for("it to stand again", lambda: _("As it stands") in paper.issued())
    program.find("label", _("As it stands"), overview)
    day.step("overview and list tell it too; undo makes it stand again")


def buttons_of(dialog):
    """GTK's own print dialog has its buttons last: to cancel, and to print."""
    return [node for node in walk(dialog) if role_of(node) == "push button"][-2:]


def leave_print_dialog(button):
    paper.program.act(button)
    wait_for("the print dialog to close", lambda: paper.program.count_windows() == 1)


def print_out():
    program = paper.program
    paper.press("push button", _("Print…"))
    leave_print_dialog(buttons_of(program.second_window("the print dialog"))[0])
    same("files after nothing was printed", sorted(home.glob("*.pdf")), [pdf])
    paper.press("push button", _("Print…"))
    dialog = program.second_window("the print dialog")
    # Its first row prints to a file; where there are no others it stands alone.
    printer = wait_for("a printer", lambda: [node for node in walk(dialog) if role_of(node) == "table cell"])
    program.click(printer[1])
    leave_print_dialog(buttons_of(dialog)[1])
    # It lies where the program was started, and is called as the report.
    printed = wait_for("the printed file", lambda: next((p for p in home.glob("*.pdf") if p != pdf), None))
    wait_for("a whole PDF", lambda: printed.read_bytes().rstrip().endswith(b"%%EOF"))
    titled = tell(["pdfinfo", pdf]).split("Title:", 1)[1].splitlines()[0].strip()
    same("the name of what was printed", printed.stem, titled)
    check_pages(printed)
    day.step("the print dialog, left and then printed to a file")


def come_back():
    program = paper.program
    program.keys("ctrl+s")
    wait_for("the title to lose its mark", lambda: not program.window_title().startswith("•"))
    program.keys("ctrl+q")
    program.wait_end()
    again = Paper(day.start(str(project)))
    again.wait_for_pages(pages)
    same("the parts", again.parts(), [_(part) for part in ANOTHER_ORDER])
    again.find("text", _("Consultant"), CONSULTANT)
    again.find("push button", text=_(OTHER_LANGUAGE))
    again.program.find("image", within=again.find("list item", _("Logo")))
    wait_for("the report to stand", lambda: _("As it stands") in again.issued())
    again.program.keys("ctrl+q")
    again.program.wait_end()
    day.step("saved, and opened again: all is as it was chosen")


def do_without_fonts():
    """Latin letters are all that there is."""
    fonts = home / "fonts.conf"
    fonts.write_text(textwrap.dedent(f"""\
        <?xml version="1.0"?>
        <!DOCTYPE fontconfig SYSTEM "fonts.dtd">
        <fontconfig><dir>/usr/share/fonts/truetype/dejavu</dir><cachedir>{home}/fonts</cachedir></fontconfig>
        """))
    pdf.unlink()
    sentence = _("No Japanese font to print with is installed: install the package “%s” "
                 "(BIZ UDPGothic) and try again") % "fonts-morisawa-bizud-gothic"
    program = day.start(str(project), env={"FONTCONFIG_FILE": str(fonts)})
    program.keys("ctrl+6")
    page = program.find("filler", "KumojiReportsPage")
    program.find("label", sentence, page)
    day.step("without a Japanese font it is said in the pages' place")
    program.press("push button", _("Export PDF…"), page)
    program.choose_file(pdf)
    answer = program.second_window("the refusal")
    program.find("label", text=sentence, within=answer)
    program.leave_dialog("the refusal", lambda: program.keys("Escape"))
    same("a PDF", pdf.exists(), False)
    program.keys("ctrl+q")
    program.wait_end()
    day.step("and nothing is exported")


day.live(begin, leaf, go_to_heading, search, choose, export, issue, change, print_out, come_back,
         do_without_fonts)
