"""Pictures of as_drawn.py that need more in the sample than it has: first start, import, paper, find and others.

Factual accuracy and the settings too. Nobody else works on the inspection in them.
"""

from collections.abc import Callable
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import make
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from inspector_app.core.domain.backups import Why
from inspector_app.core.domain.finding.search import Query, Wanted
from inspector_app.core.services.results import accuracy
from inspector_app.core.services.safekeeping import backups
from inspector_app.core.services.search import finding, looked
from inspector_app.core.services.ticket import Ticket
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui import ask
from inspector_app.ui.page import Item
from inspector_app.ui.places.cases.questions.page import QuestionsPlace
from inspector_app.ui.places.start.first_start import FirstStart
from inspector_app.ui.places.start.new_code import NewCode
from inspector_app.ui.window.sheets.sheet import Sheet

SIZES = (((1366, 768), "light"), ((1366, 768), "dark"), ((1366, 768), "contrast"), ((1024, 640), "light"))
WIDE = ((1920, 1080), "light")
LIST = """Case no,Intervention,Start date,Age at start,Ethnicity ONS,Child name,DOB,Allocated to
41,OOCD,04/11/2024,15,A1,Jo Bloggs,01/02/2009,B
42,Youth rehabilitation order,30/09/2024,17,B9,Sam Bloggs,02/02/2008,B
43,Youth conditional caution,21/10/2024,14,A1,Al Bloggs,03/02/2010,C
44,Referral order,07/10/2024,16,A1,Di Bloggs,04/02/2008,C
45,Bail support package,17/09/2024,16,A1,Ed Bloggs,05/02/2008,B
46,OOCD,12/11/2024,15,A1,Flo Bloggs,06/02/2009,B
47,DTO,01/10/2024,17,B9,Gus Bloggs,07/02/2007,C
48,RLAA,02/10/2024,16,A1,Hal Bloggs,08/02/2008,C
49,Prevention,12/11/2024,15,A1,Ivy Bloggs,09/02/2009,B
53,Youth conditional caution,11/11/2024,14,A1,Jan Bloggs,10/02/2010,B
53,Bail support package,08/10/2024,16,A1,Kit Bloggs,11/02/2008,C
54,Referral order,02/12/2024,14,A1,Lou Bloggs,12/02/2010,C
"""
EXCLUDED = {
    ("C04", "2.1.1/e"): "two exclusions from school are dated, and nothing asks what they did to him.",
    ("C13", "2.1.1/a"): "his school is not asked why he was excluded.",
    ("C10", "2.1.2/c"): "the school’s exclusion is named, and its effect on his safety is not analysed.",
    ("C12", "2.1.2/c"): "school exclusion named, its effect not analysed.",
    ("C02", "2.2.2/c"): "excluded from school in the week the plan was made; the plan does not change.",
}
POINTS = (
    ("slip", "The service has 14 case managers, not 15.", "accepted", "The list of staff shows 14."),
    (
        "fact",
        "A seconded probation officer has been in post since 3 February.",
        "partly",
        "The log shows checks from then.",
    ),
    ("fact", "The board met in January too.", "", ""),
    ("information", "A new agreement with the police was signed in April.", "not", "It came after fieldwork."),
    ("fact", "The out-of-court panel has had a health worker since 2024.", "accepted", "The minutes show it."),
    ("information", "The service has begun an audit.", "", ""),
)


def each(drawn: Any, name: str) -> None:
    """In every size and theme that tells something."""
    for size, colours in (*SIZES, WIDE):
        drawn.take(name, size, colours)


def until(seen: Callable[[], object]) -> None:
    """Let the window live until that is so, or a minute has gone."""
    for _ in range(600):
        if seen():
            return
        QTest.qWait(100)
    raise TimeoutError


def first_start(drawn: Any) -> None:
    """24: the first two steps filled in, then the third, in which one of the two groups is typed."""
    drawn.take("24-first-start-empty")
    page = drawn.program.window.findChildren(FirstStart)[0]
    page._name.setText("Inspector A")
    page._role.setCurrentIndex(page._role.findText("Lead inspector"))
    page.passphrase._take(make.PASSPHRASE)
    until(lambda: "strong" in page.passphrase.word.text())
    each(drawn, "24-first-start")
    page._give()
    code = _wait_for_code(drawn)
    for place, box in zip(code._asked, code._boxes, strict=True):
        box.setText(code._groups[place] if box is code._boxes[0] else code._groups[place][:2])
        box.textEdited.emit(box.text())
    each(drawn, "24-recovery-code")


def _wait_for_code(drawn: Any) -> Any:
    until(lambda: any(page._groups for page in drawn.program.window.findChildren(NewCode)))
    return drawn.program.window.findChildren(NewCode)[0]


def pages(drawn: Any) -> None:
    """26, 28, 29, 31 to 34."""
    taken = (("26", import_list), ("29", paper), ("31", by_question), ("28", find), ("32", points), ("34", restore))
    for number, take in taken:
        if drawn.wants(number):
            take(drawn)
    if drawn.wants("33"):
        settings(drawn)


def paper(drawn: Any) -> None:
    """29: C07 is keyed in as far as 2.3.2 e."""
    drawn.dress()
    desk = drawn.program.shell.desk
    desk.show_page("paper")
    page = desk.page("paper")
    page.show_half(keying=True)
    lines = page.keying
    lines.open(desk.workspace.case_id("C07"), 48)
    lines.list.setFocus()
    each(drawn, "29-paper")


def by_question(drawn: Any) -> None:
    """31: the prompts of 2.1.2, and of prompt d the cases."""
    drawn.dress()
    desk = drawn.program.shell.desk
    desk.show_page("questions")
    page = desk.page("questions")
    page.return_to(QuestionsPlace(desk.workspace.case_id("C07"), "2.1.2", "d", "", page.place().order))
    each(drawn, "31-by-key-question")


def import_list(drawn: Any) -> None:
    """26: the list of a service, in which one word fits no type, two rows are of one case and two began outside the dates."""
    path = Path(mkdtemp()) / "Trafford sample Feb 2025.csv"
    path.write_text(LIST)
    before, ask.open_file = ask.open_file, lambda *_: path
    for size, colours in (*SIZES, WIDE):  # another look makes the page anew, and the list is chosen there
        drawn.dress(size, colours)
        drawn.program.shell.desk.show_page("setup")
        step = drawn.program.shell.desk.page("setup").cases.import_list
        step.choose.click()
        until(lambda step=step: not step.line.busy)
        drawn.take("26-import", size, colours)
    ask.open_file = before


def find(drawn: Any) -> None:
    """28 and 28b: two words with two filters; and two of which one is written otherwise."""
    drawn.dress()
    desk = drawn.program.shell.desk
    work: Workspace = desk.workspace
    for (ref, prompt), text in EXCLUDED.items():
        place = f"{work.case_id(ref)}/{prompt}"
        work.editor.set("prompt", place, "answer", "no")
        work.editor.set("prompt", place, "note", f"Area for improvement: {text}")
    finding.catch_up(work, Ticket())
    for name, query in (
        ("No without a note", Query("", Wanted(answer="no", note=False))),
        ("Exploitation, any case", Query("exploitation")),
        ("Quotations for 2.1", Query("", Wanted(about="2.1", mark="quotation"))),
    ):
        finding.keep(work, name, query)
    for words in ("police reports", "“nobody asked me”", "weekend -draft"):
        looked.note(work, Query(words), make.NOW.date())
    _look_for(drawn, "28-find", "school exclu")
    _look_for(drawn, "28b-find-nothing", "scool exclusion")


def _look_for(drawn: Any, name: str, words: str) -> None:
    drawn.dress()
    desk = drawn.program.shell.desk
    desk.show_page("find")
    page = desk.page("find")
    page.search(Query(words, Wanted(answer="no", mark="area-for-improvement")))
    page.box.setFocus()
    until(lambda: page.found.query == page.query and (page.found.groups or page.nothing.findChild(QPushButton)))
    each(drawn, name)


def points(drawn: Any) -> None:
    """32: six points, some decided; the one on a text of 2.1 in hand."""
    drawn.dress()
    desk = drawn.program.shell.desk
    work: Workspace = desk.workspace
    text = next(row for row in work.findings() if row.group == "2.1" and row.kind == "narrative")
    shown = ""
    for place, (kind, said, decision, reason) in enumerate(POINTS):
        about = f"finding/{text.id}" if place == 1 else ""
        quoted = " ".join(text.text.split()[:9]) if about else ""
        point = accuracy.add(work, said, kind, about, quoted, "Trafford YJS")
        if decision:
            accuracy.decide(work, point, kind, decision, reason)
        shown = point if about else shown
    work.editor.set("finding", text.id, "text", f"{text.text} This was so before February 2025.")
    desk.show_page("accuracy")
    desk.page("accuracy").arrive(Item("point", shown))
    each(drawn, "32-factual-accuracy")


def restore(drawn: Any) -> None:
    """34: three backups, the oldest in hand."""
    drawn.dress()
    desk = drawn.program.shell.desk
    work: Workspace = desk.workspace
    for place, (ref, why) in enumerate((("C07", Why.ASKED), ("C10", Why.ASKED), ("C12", Why.ASKED))):
        backups.make(work, why)
        work.editor.set("prompt", f"{work.case_id(ref)}/2.2.1/{'abc'[place]}", "note", "Read again after the meeting.")
    desk.show_page("restore")
    page = desk.page("restore")
    until(lambda: page.list.count() and page.coming.isVisible())
    page.list.setCurrentRow(page.list.count() - 2)
    for size, colours in (*SIZES, WIDE):
        drawn.take("34-restore", size, colours)
    drawn.take("34-restore-200", (1366, 768), "light", zoom=200)


def settings(drawn: Any) -> None:
    """33: over the page that was in hand."""
    window = drawn.program.window
    QTest.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    each(drawn, "33-settings")
    for sheet in window.findChildren(Sheet):
        sheet.end()
