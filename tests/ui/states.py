"""The pages of an open inspection in every state with content: what opens on them, is chosen, typed or refused there."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.core.domain.finding.search import Query
from inspector_app.core.domain.inspection import Answer
from inspector_app.core.domain.panel.own_ratings import Seat
from inspector_app.core.services.documents import exchange
from inspector_app.core.services.fieldwork import concerns, due, week
from inspector_app.core.services.results import accuracy, calibration, earlier, own_ratings, told
from inspector_app.core.services.search import finding, looked
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui import ask
from inspector_app.ui.page import Item
from inspector_app.ui.pages import CODES
from inspector_app.ui.places.case.asides import CODES as BESIDE
from inspector_app.ui.places.cases.settling.page import SettlePlace
from inspector_app.ui.places.findings.section_list import RECOMMENDATIONS
from inspector_app.ui.places.week.read_as import ReadAs
from inspector_app.ui.window.sheets.sheet import Sheet
from tests.ui.came_back import came_back
from tests.ui.marked_twice import CASE, agreed_apart, marked_by_others
from tests.ui.screens import HALVES, go

LONG_REF = "WEX-2025-0141"
State = Callable[[Any, QtBot], object]
_LIST = (
    "Case reference,Type,Date,Case holder\n"
    "7001,Youth conditional caution,14/01/2026,Somebody with a name\n"
    "7002,Referral order,31/02/2026,Nobody\n"
    "7001,Referral order,14/01/2026,Somebody\n"
)
_LONG = "Assessment took account of his family, school and friends, and of what he said himself. " * 3


def prepare(workspace: Workspace) -> None:
    """What the sample has none of: a planned week, an open concern and a closed one, a long note, something not judged."""
    for line in ("9.30 opening presentation", "9.45 case interview C01", "14 focus group with practitioners"):
        week.add(workspace, "2026-03-10", line, week.plan(workspace))
    for place, heard in enumerate(("The team manager, by telephone", "")):
        made = concerns.raise_(workspace, workspace.case_id(f"C0{place + 1}"), datetime(2026, 3, 10, 9, 30))
        workspace.editor.set("concern", made, "what", _LONG)
        line = concerns.tell(workspace, made, heard or f"Children’s social care, {_LONG}", "2026-03-10", "09:40")
        workspace.editor.set("informed", line, "agreed", "She rings back by noon, and tells the school herself.")
        workspace.editor.set("concern", made, "outcome", "Agreed what to do next." if heard else "")
        if heard:
            concerns.close(workspace, made)
        else:  # as a former version wrote it
            for field, text in (("told", "The duty desk"), ("told_day", "2026-03-10"), ("told_time", "09:50")):
                workspace.editor.set("concern", made, field, text)
    workspace.editor.set("prompt", f"{workspace.case_id('C01')}/2.1.1/b", "note", _LONG)
    workspace.editor.set("case", workspace.case_id("C03"), "ref", LONG_REF)
    workspace.editor.set("judgement", f"{workspace.case_id(LONG_REF)}/2.1.1", "answer", None)  # ratings are provisional

    folder = workspace.laptop.folder.parent / "twice"
    agreed_apart(workspace, marked_by_others(workspace, folder), folder)


def _settling(ref: str, *, equal: bool = False) -> State:
    """An item of the case that two colleagues marked, with something written on it."""

    def show(driver: Any, _qtbot: QtBot) -> None:
        page = driver.desk.page("settle")
        page.return_to(SettlePlace(driver.desk.workspace.case_id(CASE), ref))
        if page.left.unfolded != equal:
            page.left.fold.click()
            page.return_to(SettlePlace(driver.desk.workspace.case_id(CASE), ref))
        page.left.list.entered_one.emit()
        box = page.right.agreed.note.box
        if not equal and box.isVisible() and not box.isReadOnly():
            box.insertPlainText("His wishes are named, and not weighed. ")

    return show


def _beside(code: str) -> State:
    def show(driver: Any, _qtbot: QtBot) -> None:
        _case(driver).asides.show(code)

    return show


def _case(driver: Any, ref: str = "C01", question: str = "2.1.1") -> Any:
    driver.desk.open_case(driver.desk.workspace.case_id(ref), question)
    page = driver.desk.page("case")
    page.asides.close()
    return page


def _in_note(driver: Any, _qtbot: QtBot) -> None:
    """The note in hand, with its tools."""
    _case(driver).view.row_for("b").enter_note()


def _finding_nothing(driver: Any, _qtbot: QtBot) -> None:
    row = _case(driver).view.row_for("b")
    row.enter_note()
    row.note.box.asked.emit("find-in-note")
    row.note.find_bar.wanted.setText("nowhere to be found")


def _commenting(driver: Any, _qtbot: QtBot) -> None:
    _case(driver).do("comment")


def _panel(code: str) -> State:
    def show(driver: Any, _qtbot: QtBot) -> None:
        page = _case(driver)
        page.review._offer_people(page.review._shown)  # also where the act is not offered
        page.sheet.cards.show(code)

    return show


def _planned(driver: Any, _qtbot: QtBot) -> None:
    """An event opened, two that clash, one just taken away."""
    page = driver.desk.page("week")
    events = [event.id for event in page._plan.events["2026-03-10"]]
    if len(events) > 2:
        page._on_asked(events[-1], "take-away")
    page._open(events[0])


def _line_typed(driver: Any, _qtbot: QtBot) -> None:
    """What it is read as lies over the days."""
    page = driver.desk.page("week")
    page.board.go_to(page._days["2026-03-10"].line)
    QTest.keyClicks(QApplication.focusWidget(), "9.30-10.30 case interview C01 Ruth")


def _return_visit(driver: Any, _qtbot: QtBot) -> None:
    page = driver.desk.page("week")
    page._days["2026-03-10"].line.clear()  # what was typed into it
    driver.desk.workspace.editor.set("inspection", "inspection", "return_start", "2026-04-20")
    page.board.tabs.buttons[-1].click()


def _grid(driver: Any, _qtbot: QtBot) -> None:
    page = driver.desk.page("evidence")
    if page._stack.currentWidget() is not page.sheet:
        page.change_view()
    page.sheet.grid.select("V1.2h")


def _unfolded(driver: Any, _qtbot: QtBot) -> None:
    page = driver.desk.page("ratings")
    page.show_standard("2.1.2")
    for unfold in page.card("2.1").folds.values():
        unfold(True)


def _way_to_overall(driver: Any, _qtbot: QtBot) -> None:
    page = driver.desk.page("why")
    page.list.setCurrentRow(page.list.count() - 1)


def _victims(driver: Any, _qtbot: QtBot) -> None:
    """What people rate, with its rationale."""
    driver.desk.page("ratings").show_standard("V1")


def _texts(driver: Any, _qtbot: QtBot) -> None:
    """A text in hand, with its tools."""
    desk = driver.desk.page("findings").desk
    item = next(iter(desk.sheet._lists[0].items.values()))
    item.note.box.setFocus()


def _summaries(driver: Any, _qtbot: QtBot) -> None:
    """The summaries of a standard, beside the texts."""
    driver.desk.page("findings").do("summary")


def _texts_deleted(driver: Any, _qtbot: QtBot) -> None:
    page = driver.desk.page("findings")
    texts = page.desk.sheet._lists[1]
    if not texts.gone:
        page._delete("finding", next(iter(texts.items)))


def _recommendations(driver: Any, _qtbot: QtBot) -> None:
    page = driver.desk.page("findings")
    page._show_section(RECOMMENDATIONS)
    next(iter(page.desk.sheet._lists[0].items.values())).note.box.setFocus()


def _found(words: str) -> State:
    def show(driver: Any, qtbot: QtBot) -> None:
        page = driver.desk.page("find")
        page.search(Query(words))
        qtbot.waitUntil(lambda: page.found.query.text == words)
        if page.found.groups:  # the whole of the first is read once one stays on it
            qtbot.waitUntil(lambda: not page.pane.isVisible() or bool(page.pane.heading.text()))

    return show


def _near(driver: Any, qtbot: QtBot) -> None:
    """Nothing is found, and what near it would be."""
    _found("scool assess")(driver, qtbot)
    qtbot.waitUntil(lambda: driver.desk.page("find").nothing.findChild(QPushButton) is not None)


def _kept(driver: Any, qtbot: QtBot) -> None:
    """A search that is kept, and one that was looked for."""
    workspace, page = driver.desk.workspace, driver.desk.page("find")
    if not finding.kept_searches(workspace):
        finding.keep(workspace, "Assessing, any case", Query("assessing"))
    looked.note(workspace, Query("multi-agency"), datetime.now().date())
    driver.desk.show_page("cases")
    driver.desk.show_page("find")
    page.kept._fill("")
    _found("school assess")(driver, qtbot)
    qtbot.waitUntil(lambda: any("place" in page.beside.list.item(n).text() for n in range(page.beside.list.count())))


def _importing(driver: Any, qtbot: QtBot) -> None:
    """A list of cases with rows that cannot be taken."""
    step = driver.desk.page("setup").cases.import_list
    path = driver.shell.laptop.folder.parent / "list.csv"
    path.write_text(_LIST)
    before, ask.open_file = ask.open_file, lambda *_: path
    try:
        step.choose.click()
    finally:
        ask.open_file = before
    qtbot.waitUntil(lambda: not step.line.busy)


def _sheet(chord: str) -> State:
    def show(driver: Any, _qtbot: QtBot) -> None:
        driver.press(chord)

    return show


def _answered(driver: Any, _qtbot: QtBot) -> None:
    """What was answered is said at the foot, with its undo."""
    page = _case(driver)
    page.view.prompts[0].setFocus()
    QTest.keyClick(page.view.prompts[0], Qt.Key.Key_N)


def _backups(driver: Any, qtbot: QtBot) -> None:
    page = driver.desk.page("restore")
    qtbot.waitUntil(lambda: not page.line.busy)
    if not page.list.count():
        page.make.click()
        qtbot.waitUntil(lambda: page.list.count() > 0 and not page.line.busy)
    page.list.setCurrentRow(0)


def _returned(driver: Any, qtbot: QtBot) -> None:
    """A draft that came back with a changed text, what the program prints changed, and a text deleted."""
    workspace, page = driver.desk.workspace, driver.desk.page("returned")
    path = workspace.laptop.folder.parent / "came-back.docx"
    came_back(workspace, path)
    page.read(path)
    qtbot.waitUntil(lambda: page.list.count() > 0)


def _point(driver: Any, _qtbot: QtBot) -> None:
    """A point on a text that was changed since, decided and to be signed, beside one that is open."""
    workspace, page = driver.desk.workspace, driver.desk.page("accuracy")
    text = workspace.findings()[0]
    point = accuracy.add(workspace, _LONG, about=f"finding/{text.id}", quoted=" ".join(text.text.split()[:6]))
    workspace.editor.set("finding", text.id, "text", f"{text.text} This was so before February 2026.")
    accuracy.decide(workspace, point, "fact", "partly", "The log shows checks from 3 February.")
    accuracy.add(workspace, "The manager has been in post since March.")
    due.set_points_due(workspace, "2026-09-30", "")
    page.arrive(Item("point", point))


def _adding_a_point(driver: Any, _qtbot: QtBot) -> None:
    page = driver.desk.page("accuracy")
    page.begin()
    page.adding.said.box.insertPlainText("A seconded probation officer has been in post since February. ")


def _before_the_panel(driver: Any, *, opened: bool = False) -> None:
    """A standard on which this person, who chairs, sealed a rating, and a colleague did not."""
    workspace, page = driver.desk.workspace, driver.desk.page("members")
    own_ratings.seat(workspace, workspace.me, Seat.CHAIR)
    for person in workspace.team():
        if person.id != workspace.me:
            own_ratings.seat(workspace, person.id, Seat.MEMBER)
    page.arrive(Item("rating", "2.1"))
    if not own_ratings.is_open(workspace, "2.1"):
        own_ratings.give(workspace, "2.1", "Good", _LONG, "A former colleague leads the service.")
    if opened:
        own_ratings.open_all(workspace, "2.1")


def _told(driver: Any, _qtbot: QtBot) -> None:
    """What was told of a rating that is another since."""
    workspace = driver.desk.workspace
    workspace.editor.set("rating", "1.1", "rating", "Good")
    entry = told.add(workspace, "The head of service and the chair of the board", _LONG, "2026-03-13")
    workspace.editor.set("rating", "1.1", "rating", "Requires improvement")
    driver.desk.page("told").arrive(Item("told", entry))


def _beside_earlier(driver: Any, qtbot: QtBot) -> None:
    """Another framework's inspection, and a file that cannot be read."""
    page = driver.desk.page("earlier")
    earlier.choose(driver.desk.workspace, [exchange.sample_document("salford-2024"), Path("/gone.json").absolute()])
    page._read_chosen(earlier.chosen(driver.desk.workspace))
    qtbot.waitUntil(lambda: bool(page.refused.text()))


def _dipped(driver: Any, _qtbot: QtBot) -> None:
    page = driver.desk.page("dip")
    page.seed.setText("2026-03-13")
    page.draw.click()


def _calibrating(driver: Any, _qtbot: QtBot, *, done: bool = False) -> None:
    """Marks of which one differs; `done`: its reason and what differs are shown."""
    workspace, page = driver.desk.workspace, driver.desk.page("calibration")
    mine = calibration.mine(workspace, page._set)
    for place, one in enumerate(mine.of.answers if not mine.finished else ()):
        if done or place < 3:
            calibration.mark(workspace, mine.of.id, one.case, one.item, one.answer if place else Answer.NO)
    page._read_anew()
    if done and not mine.finished:
        page._finish()
    page.list.setCurrentRow(page.list.count() - 1 if done else 0)


def _telling(driver: Any, _qtbot: QtBot) -> None:
    page = driver.desk.page("told")
    page.begin()
    page.adding.whom.setText("The head of service")


def _profiled(driver: Any, _qtbot: QtBot) -> None:
    page = driver.desk.page("profile")
    workspace: Workspace = driver.desk.workspace
    workspace.editor.set("caseload", "children/type", "counts", "out-of-court disposal 40\nbail 12\nand some others")
    page.cards["children"].given.set_open(True)


def _profiled_outside(driver: Any, _qtbot: QtBot) -> None:
    driver.desk.page("profile").outside.setChecked(True)


_MORE: dict[str, State] = {
    "profile: the caseload": _profiled,
    "profile: outside": _profiled_outside,
    **{f"case: {code}": _beside(code) for code in BESIDE},
    "case: in a note": _in_note,
    "case: nothing found in a note": _finding_nothing,
    "case: commenting": _commenting,
    **{f"case: {code}": _panel(code) for code in ("return", "take-over", "ask-second")},
    "case: marked twice": lambda driver, _: _case(driver, "C02"),
    "case: with a long reference": lambda driver, _: _case(driver, LONG_REF),
    "case: of victims": lambda driver, _: _case(driver, "V01", "V1.1"),
    "week: planned": _planned,
    "week: a line being typed": _line_typed,
    "week: a return visit": _return_visit,
    "evidence: grid": _grid,
    "ratings: unfolded": _unfolded,
    "ratings: victims": _victims,
    "why: the overall rating": _way_to_overall,
    "settle: a difference": _settling("2.1.1"),
    "settle: contested": _settling("2.1.1/c"),
    "settle: an equal one": _settling("2.1.1/b", equal=True),
    "returned: differences": _returned,
    "accuracy: a point": _point,
    "accuracy: adding": _adding_a_point,
    "members: a standard": lambda driver, _: _before_the_panel(driver),
    "members: opened": lambda driver, _: _before_the_panel(driver, opened=True),
    "told: changed since": _told,
    "told: adding": _telling,
    "earlier: beside": _beside_earlier,
    "dip: drawn": _dipped,
    "calibration: marking": _calibrating,
    "calibration: done": lambda driver, qtbot: _calibrating(driver, qtbot, done=True),
    "findings: in a text": _texts,
    "findings: summaries": _summaries,
    "findings: deleted": _texts_deleted,
    "findings: recommendations": _recommendations,
    "find: hits": _found("school assess"),
    "find: kept": _kept,
    "find: nothing": _found("xylophone"),
    "find: nothing, but near": _near,
    "setup: a list": _importing,
    "restore: backups": _backups,
    "cases: palette": _sheet("Ctrl+K"),
    "cases: keys": _sheet("Shift+F1"),
    "cases: guide": _sheet("F1"),
    "cases: news": _sheet("Ctrl+Alt+N"),
    "cases: fault": _sheet("Ctrl+Alt+F"),
    "cases: settings": _sheet("Ctrl+,"),
    "case: answered by key": _answered,
}
STATES = (*CODES, *HALVES, *_MORE)


def show(driver: Any, name: str, qtbot: QtBot) -> QWidget:
    """Go to a state; gives the widget that is to be looked at: what lies over the window, or the window."""
    for sheet in driver.window.findChildren(Sheet):
        sheet.end()
    driver.window.messages.tell("")  # what was said in the state before
    if not name.startswith("case: "):  # else the case is opened, and at what is wanted
        go(driver, name, qtbot)
    if name in _MORE:
        _MORE[name](driver, qtbot)
    qtbot.settle()
    over = [w for w in driver.window.findChildren(QFrame) if isinstance(w, Sheet | ReadAs) and w.isVisible()]
    window: QWidget = driver.window
    return over[0] if over else window
