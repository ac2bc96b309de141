"""What an act says moves nothing: everything that acts stands where it stood, whichever page and whatever is said."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.fieldwork import concerns
from inspector_app.core.services.handoffs import LedgerRow
from inspector_app.core.services.results import reports
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui import ask
from inspector_app.ui.controls.fields.reason import Reason
from inspector_app.ui.controls.job_line import JobLine
from inspector_app.ui.look import theme
from inspector_app.ui.note.box import NoteBox
from inspector_app.ui.places.handoff.ledger_card import LedgerCard
from inspector_app.ui.window.settings.sheet import SettingsSheet
from tests.ui.states import LONG_REF, show

ACTS = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit)
Act = Callable[[Any, QtBot], object]
Patch = pytest.MonkeyPatch


def places(driver: Any) -> dict[QWidget, QRect]:
    """Where everything in view stands that can be pressed, chosen or typed in, but for what is in the message."""
    message = driver.window.messages.shown
    found = [w for kind in ACTS for w in driver.window.findChildren(kind) if w.isVisible()]
    return {w: QRect(w.mapTo(driver.window, QPoint()), w.size()) for w in found if not message.isAncestorOf(w)}


def press(key: Qt.Key, chord: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, chord)


def wrong(box: Callable[[Any], QLineEdit], text: str, before: Act = lambda *_: None) -> tuple[Act, Act]:
    """Typed into a box, and then entered."""

    def typed(driver: Any, qtbot: QtBot) -> None:
        before(driver, qtbot)
        box(driver).setFocus()
        box(driver).selectAll()
        QTest.keyClicks(box(driver), text)

    return typed, lambda *_: press(Qt.Key.Key_Return)


def page(driver: Any, code: str) -> Any:
    return driver.desk.page(code)


def row(driver: Any, ref: str) -> None:
    driver.desk.open_case(driver.desk.workspace.case_id(ref), "2.1.1")
    page(driver, "case").asides.close()
    page(driver, "case").view.rows[0].setFocus()


def fact(driver: Any, _qtbot: QtBot) -> None:
    row(driver, LONG_REF)
    page(driver, "case").asides.show("facts")


def choose_two(driver: Any, qtbot: QtBot) -> None:
    cases = page(driver, "cases")
    cases._view.selectAll()
    qtbot.waitUntil(lambda: cases._chosen.heading.text().endswith("cases chosen"))
    cases._chosen.acts["give"].click()
    cases._chosen.asking["give"].button.click()


def source(driver: Any, _qtbot: QtBot) -> None:
    page(driver, "evidence").add()


def add_case(driver: Any, _qtbot: QtBot) -> None:
    page(driver, "cases").add()


def no_number(driver: Any, _qtbot: QtBot) -> None:
    page(driver, "setup").cases.numbered.first.setText("a name")


def at_rest(driver: Any, qtbot: QtBot) -> None:
    """What the page reads by itself is read."""
    qtbot.waitUntil(lambda: not driver.program.jobs._running)


def full(*_: object, **__: object) -> None:
    raise Expected(Code.DISK_FULL, where="/somewhere")


def closing(driver: Any, _qtbot: QtBot) -> None:
    card = next(card for card in page(driver, "concerns").cards.values() if card.row.open)
    card.asked.emit(card.id, "close")


def keep(driver: Any, _qtbot: QtBot) -> None:
    driver.desk.page("find").kept.keep.click()


def write_key(driver: Any) -> None:
    sheet = driver.window.findChild(SettingsSheet)
    sheet.keys.table.setFocus()
    sheet.keys.table.stand_on("yes")
    QTest.keyClick(sheet.keys.table, Qt.Key.Key_Return)
    QTest.keyClick(sheet.keys.table, Qt.Key.Key_N, Qt.KeyboardModifier.NoModifier)


def undo(driver: Any, _qtbot: QtBot) -> None:
    driver.window.messages.shown.offers[0].click()


def give_selected(driver: Any, _qtbot: QtBot) -> None:
    step = page(driver, "setup").allocation
    step.table.selectAll()
    step.give.setFocus()
    step.give.click()


def no_text(driver: Any) -> None:
    page(driver, "findings").desk.sheet._last = None
    next(iter(page(driver, "findings").desk.figures.buttons.values())).click()


SHOWN: dict[str, tuple[str, Act, Act]] = {  # what is in view, what is arranged there, and what then says something
    "answered": ("case", lambda d, _: row(d, LONG_REF), lambda *_: press(Qt.Key.Key_N)),
    "a colleague's case": ("case", lambda d, _: row(d, "C01"), lambda *_: press(Qt.Key.Key_N)),
    "nothing to undo": (
        "case", lambda d, _: row(d, "V01"), lambda *_: press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    ),
    "not taken back": ("case", lambda d, _: row(d, LONG_REF), lambda d, _: page(d, "case").review._act(full)),
    "given, and undone": ("cases", choose_two, undo),
    "no such figure's place": ("findings", lambda *_: None, lambda d, _: no_text(d)),
    "a report not saved": ("findings: report", lambda *_: None, lambda d, _: d.desk.page("findings").preview.save_as()),
    "a package not written": ("handoff", lambda *_: None, lambda d, _: d.desk.page("handoff").give.give()),
    "a list not read": ("setup", lambda *_: None, lambda d, _: page(d, "setup").cases.import_list.choose.click()),
    "given on a step of setting up, and undone": ("setup", give_selected, undo),
    "a concern not closed": ("concerns", lambda *_: None, closing),
    "a search without a name": ("find: hits", keep, lambda *_: press(Qt.Key.Key_Return)),
    "a folder refused": ("restore: backups", at_rest, lambda d, _: page(d, "restore").second.choose.click()),
    "keyed in": ("paper: key in", lambda d, _: page(d, "paper").keying.list.setFocus(), lambda *_: press(Qt.Key.Key_N)),
}  # fmt: skip
"""Messages over the foot."""

UNDER: dict[str, tuple[str, tuple[Act, Act]]] = {
    "a fact": ("case", wrong(lambda d: page(d, "case").asides.facts.lines["began"].box, "31/02/2025", fact)),
    "a reference that is taken": ("cases", wrong(lambda d: page(d, "cases")._row._ref, "c02", add_case)),
    "a prompt": ("evidence", wrong(lambda d: page(d, "evidence").open_source.view.links.line, "1.2.3z", source)),
    "a day of a source": (
        "evidence",
        wrong(lambda d: page(d, "evidence").open_source.view.day.box, "31/2/2026", source),
    ),
    "a first reference": ("setup", wrong(lambda d: page(d, "setup").cases.numbered.count, "2", no_number)),
    "a key": ("cases: settings", (lambda *_: None, lambda d, _: write_key(d))),
}
"""Reasons in the line under a box."""


@pytest.fixture
def driver(in_window: Callable[[Workspace], Any], for_states: Workspace, monkeypatch: Patch, tmp_path: Path) -> Any:
    made = in_window(for_states)
    monkeypatch.setattr(ask, "save_file", lambda *_: tmp_path / "gone" / "x")
    monkeypatch.setattr(ask, "open_file", lambda *_: tmp_path / "gone.csv")
    monkeypatch.setattr(ask, "folder", lambda *_: made.desk.workspace.laptop.folder)
    monkeypatch.setattr(reports, "save", full)
    monkeypatch.setattr(concerns, "close", full)
    return made


def moved(driver: Any, qtbot: QtBot, name: str, arrange: Act, act: Act, said: Callable[[], bool]) -> list[str]:
    show(driver, name, qtbot)
    driver.window.messages.tell("")
    arrange(driver, qtbot)
    qtbot.settle()
    before = places(driver)
    assert before
    act(driver, qtbot)
    qtbot.waitUntil(said)
    qtbot.settle()
    after = places(driver)
    notes = [
        at for w, at in after.items() if isinstance(w, NoteBox)
    ]  # beside the prompts the next one's takes the place
    return [
        f"{type(w).__name__} {w.accessibleName()!r}: {at} -> {after.get(w)}"
        for w, at in before.items()
        if after.get(w) != at and not (isinstance(w, NoteBox) and w not in after and at in notes)
    ]


@pytest.mark.parametrize("name", SHOWN)
def test_no_message_of_any_page_moves_anything(driver: Any, qtbot: QtBot, name: str) -> None:
    state, arrange, act = SHOWN[name]
    message = driver.window.messages.shown
    assert moved(driver, qtbot, state, arrange, act, message.isVisible) == []
    assert driver.window.messages.said[-1].words == message.words.text() != ""


@pytest.mark.parametrize("name", UNDER)
def test_no_reason_under_a_box_moves_anything(driver: Any, qtbot: QtBot, name: str) -> None:
    state, (arrange, act) = UNDER[name]

    def said() -> bool:
        return any(r.isVisible() and r.is_wrong for r in driver.window.findChildren(Reason))

    assert moved(driver, qtbot, state, arrange, act, said) == []


@pytest.mark.parametrize("name", ["handoff", "trust: waiting", "restore: backups", "setup"])
def test_work_that_goes_on_moves_nothing_and_neither_does_its_end(driver: Any, qtbot: QtBot, name: str) -> None:
    show(driver, name, qtbot)
    qtbot.waitUntil(lambda: not driver.shell.jobs.busy)  # what the page itself reads may come with other words
    qtbot.settle()
    lines = [line for line in driver.window.findChildren(JobLine) if line.isVisible() and not line.busy]
    assert lines
    for line in lines:
        before, go_on = places(driver), Event()
        line.run("Reading what a colleague gave", lambda _, on=go_on: on.wait(60), lambda _: None)
        qtbot.settle()
        during = {w: at for w, at in places(driver).items() if not line.isAncestorOf(w)}
        go_on.set()
        qtbot.waitUntil(lambda line=line: not line.busy)
        qtbot.settle()
        assert during == before
        assert places(driver) == before


def test_a_key_in_a_colleagues_case_offers_what_one_can_do_there(driver: Any) -> None:
    row(driver, "C01")
    page(driver, "case").view.rows[1].setFocus()  # the first is contested, and is answered once no key follows
    press(Qt.Key.Key_Y)
    message = driver.window.messages.shown
    assert message.words.text().startswith("C01 is ")
    assert [button.text() for button in message.offers] == ["Comment", "Take over…"]
    message.offers[1].click()
    assert page(driver, "case").sheet.cards.take_over.isVisible()
    assert not message.isVisible()


def test_the_first_source_and_the_grid_move_nothing_in_the_head_of_the_evidence(
    in_window: Callable[..., Any], workspace: Workspace, qtbot: QtBot
) -> None:
    """ "Sources 1" was wider than "Sources", and *Thin only* sent *Add a source* to a line of its own."""
    driver = in_window(workspace, first="evidence")
    driver.window.resize(1280, 760)
    driver.desk.show_page("evidence")
    head = page(driver, "evidence").head
    parts = (*head.views.values(), head.kind, head.standard, head.text, head.add)

    def seen() -> list[QRect]:
        qtbot.settle()
        return [places(driver)[part] for part in parts]

    before = seen()
    page(driver, "evidence").do("add-source")
    assert head.views["sources"].text() == "Sources 1"
    assert seen() == before
    head.views["grid"].click()
    assert head.thin.isVisible()
    assert seen() == before


def test_what_is_given_and_taken_moves_no_column_of_who_has_what(qtbot: QtBot) -> None:
    """Each column was as wide as what stood in it, and the others made room."""
    mine = QPushButton("Your identity card")
    card = LedgerCard((), (), mine)
    qtbot.addWidget(card)
    card.resize(theme.px(1100), theme.px(400))
    card.show()
    now = datetime(2026, 3, 10, 12, tzinfo=UTC)
    bob = LedgerRow("b", "Bob Jones", "inspector", False, True, "", (), "", "", 40, ungiven=40)
    later = replace(bob, here_until="2026-03-09T11:00:00Z", last_sent="2026-03-10T11:00:00Z", unconfirmed=0, ungiven=0)
    missing = replace(later, missing=(1,), unconfirmed=12)
    found = set()
    for row in (bob, later, missing):
        card.set_rows([row], now)
        qtbot.settle()  # type: ignore[attr-defined]
        found.add(tuple(card._people.cellRect(0, column).x() for column in range(4)))
    assert len(found) == 1
