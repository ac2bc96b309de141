"""Messages lie over the foot of the window: they move nothing, go by themselves, are said aloud and can be read again."""

from datetime import datetime, timedelta
from itertools import product
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from inspector_app.core.domain.inspection import Answer
from inspector_app.core.errors import Code, Expected
from inspector_app.ui.controls.telling import Offer, tell
from inspector_app.ui.look import theme
from inspector_app.ui.look.colours import THEMES
from inspector_app.ui.pages import CODES
from inspector_app.ui.places.start.page import Start
from inspector_app.ui.window.message import Message
from inspector_app.ui.window.sheets.text_sheet import TextSheet

ACTS = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit)
LONG = "Some of what you typed could not be saved and is still in its box. " * 5


def message(driver: Any) -> Message:
    found = driver.window.messages.shown
    assert isinstance(found, Message)
    return found


def acting(driver: Any) -> dict[QWidget, QRect]:
    """Where everything in view stands that can be pressed, chosen or typed in, but for what is in the message."""
    found = [w for kind in ACTS for w in driver.window.findChildren(kind) if w.isVisible()]
    return {w: QRect(w.mapTo(driver.window, QPoint()), w.size()) for w in found if not message(driver).isAncestorOf(w)}


def waiting(page: QWidget) -> list[QTimer]:
    """What the page shows in a moment, of itself: the preview of a case, for one."""
    return [timer for timer in page.findChildren(QTimer) if timer.isSingleShot() and timer.isActive()]


def test_no_message_moves_anything_that_acts(opened: Any, qtbot: QtBot, subtests: pytest.Subtests) -> None:
    opened.desk.open_case(opened.desk.workspace.case_rows()[0].id)
    for code in CODES:
        with subtests.test(code):
            opened.desk.show_page(code)
            qtbot.settle()
            page = opened.desk.page(code)
            qtbot.waitUntil(lambda page=page: not opened.program.jobs._running and not waiting(page))
            qtbot.settle()
            before = acting(opened)
            assert before
            for words in ("Saved.", LONG):
                opened.window.tell(words, Offer("Undo", bool))
                qtbot.settle()
                assert acting(opened) == before
                opened.window.tell("")
                qtbot.settle()
                assert acting(opened) == before


def test_it_lies_at_the_foot_beside_the_rail_with_room_for_its_words(
    opened: Any, qtbot: QtBot, subtests: pytest.Subtests
) -> None:
    for look, zoom in reversed(list(product(THEMES, (100, 150, 200)))):  # from another look than it begins with
        opened.window.change_look(look, zoom)
        with qtbot.waitSignal(opened.window.look_changed):
            pass
        with subtests.test(f"{look} {zoom}"):
            lies_at_the_foot(opened, qtbot)


def lies_at_the_foot(opened: Any, qtbot: QtBot) -> None:
    for words in ("Saved.", LONG):
        opened.window.remark(words, Offer("Undo", bool))
        qtbot.settle()
        found = message(opened)
        assert found.x() == opened.desk.rail.width() + theme.px(16)
        assert found.height() >= theme.px(40)
        assert found.geometry().bottom() < found.parentWidget().height()
        assert found.geometry().right() < found.parentWidget().width()
        label = found.words
        assert label.height() >= label.heightForWidth(label.width())
    assert opened.window.messages.shown.height() > theme.px(40)


def test_it_has_room_for_its_words_also_when_letters_become_larger_under_it(opened: Any, qtbot: Any) -> None:
    opened.window.remark("Judgement on 2.1.1, sufficient: Yes", Offer("Undo", bool))
    before = message(opened).width()
    opened.press("Ctrl++", "Ctrl++", "Ctrl++")
    qtbot.settle()
    label = message(opened).words
    assert message(opened).width() > before
    assert label.height() >= (label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height())
    assert label.wordWrap() or label.width() >= label.sizeHint().width()


def test_it_goes_by_itself_but_not_while_it_has_the_keyboard_or_the_pointer(opened: Any, qtbot: QtBot) -> None:
    found = message(opened)
    opened.window.remark("Answered No", Offer("Undo", bool))
    assert found._going.isActive()
    assert found._going.interval() == 8000
    found.offers[0].setFocus()
    found._going.timeout.emit()
    assert found.isVisible()
    opened.desk.in_view.setFocus()
    QApplication.sendEvent(found, QEnterEvent(QPoint(1, 1), QPoint(1, 1), QPoint(1, 1)))
    found.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, on=True)
    found._going.timeout.emit()
    assert found.isVisible()
    found.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, on=False)
    found._going.timeout.emit()
    assert not found.isVisible()


def test_what_somebody_has_to_know_stays_until_it_is_closed(opened: Any) -> None:
    opened.desk.said.emit(Expected(Code.DISK_FULL, where="/somewhere"))
    assert not message(opened)._going.isActive()
    message(opened).close_it.click()
    assert not message(opened).isVisible()


def test_what_a_page_said_goes_with_it_and_what_the_window_said_stays(opened: Any) -> None:
    page = opened.desk.page(opened.desk.current)
    page.failed.emit(Expected(Code.CASE_UNKNOWN, case="C99"))
    assert message(opened).isVisible()
    opened.press("Ctrl+5")
    assert not message(opened).isVisible()
    opened.window.tell("The second copy could not be made.")
    opened.press("Ctrl+2")
    assert message(opened).isVisible()


def test_esc_closes_it_where_nothing_else_takes_the_key(opened: Any) -> None:
    opened.window.remark("Answered No")
    opened.press("Ctrl+K")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert message(opened).isVisible(), "the palette took it"
    QTest.keyClick(opened.desk.page("week"), Qt.Key.Key_Escape)
    assert not message(opened).isVisible()


def test_what_it_offers_is_done_by_pointer_and_by_key(opened: Any) -> None:
    done: list[str] = []
    opened.window.remark("Answered No", Offer("Undo", lambda: done.append("undone")))
    (button,) = message(opened).offers
    button.click()
    assert done == ["undone"]
    assert not message(opened).isVisible()
    opened.window.remark("Answered No", Offer("Undo", lambda: done.append("again")))
    assert message(opened).offers == [button], "the same button, and not another after each answer"
    opened.press("F8")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert done == ["undone", "again"]


def test_what_was_undone_by_key_is_said_with_redo_in_its_place_and_the_keyboard_stays(opened: Any) -> None:
    opened.desk.open_case(opened.desk.workspace.case_rows()[0].id)
    page, shown = opened.desk.page("case"), opened.window.messages.shown
    first = page.view.prompts[0]
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Y)
    assert [offer.text() for offer in shown.offers] == ["Undo"]
    page.do("undo")
    assert shown.words.text() == "C01 · 2.1.1 · prompt a · Undone: answer: Yes"
    assert [offer.text() for offer in shown.offers] == ["Redo"]
    assert QApplication.focusWidget() is page.view.prompts[0]
    QTest.keyClick(page.view.prompts[0], Qt.Key.Key_N)
    assert _answers(opened)[0] is Answer.NO


def test_what_is_said_of_an_answer_leaves_the_judgement_in_view(opened: Any, qtbot: QtBot) -> None:
    opened.window.resize(1366, 768)
    opened.desk.open_case(opened.desk.workspace.case_rows()[0].id)
    page = opened.desk.page("case")
    page.view.judgement.setFocus()
    QTest.keyClick(page.view.judgement, Qt.Key.Key_N)
    qtbot.settle()
    found, judged = message(opened), page.view.judgement
    where = QRect(judged.mapTo(found.parentWidget(), QPoint()), judged.size())
    assert found.isVisible()
    assert not found.geometry().intersects(where)
    assert found.words.height() >= found.words.heightForWidth(found.words.width())
    assert all(found.rect().contains(button.geometry()) for button in (*found.offers, found.close_it))
    opened.desk.show_page("cases")
    opened.window.remark("Saved.")
    assert found.width() < theme.px(200), "no wider than it needs to be"


def test_nothing_to_undo_is_said_in_passing(opened: Any) -> None:
    opened.desk.open_case(opened.desk.workspace.case_rows()[0].id)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert message(opened).words.text().startswith("There is nothing to undo here")
    assert message(opened)._going.isActive()


def test_all_of_them_can_be_read_again_the_last_first_until_the_inspection_is_closed(opened: Any) -> None:
    for words in ("The first.", "The second."):
        opened.window.remark(words)
    opened.press("F8")
    said = opened.window.findChildren(TextSheet)[-1].text.text()
    assert said.index("The second.") < said.index("The first.")
    opened.press("Ctrl+W")
    opened.wait_for(Start)
    assert not message(opened).isVisible()
    opened.press("F8")
    assert "The first." not in opened.window.findChildren(TextSheet)[-1].text.text()


def test_what_a_page_said_a_while_ago_does_not_lie_over_the_next(opened: Any) -> None:
    desk, said = opened.desk, opened.window.messages
    for ago, stays in ((timedelta(0), True), (timedelta(seconds=3), False)):
        desk.show_page("cases")
        tell(desk.page("cases"), "C01 is Bob’s case.")
        said.said[-1] = said.said[-1]._replace(at=datetime.now() - ago)
        desk.show_page("concerns")
        assert message(opened).isVisible() == stays, ago


def test_a_lock_leaves_nothing_of_what_was_said(opened: Any) -> None:
    opened.window.remark("C02 is Bob's case.")
    opened.shell.lock()
    assert opened.window.messages.said == []
    assert not message(opened).isVisible()


def test_it_is_said_aloud_once_together_and_never_while_somebody_types(opened: Any, aloud: list[str]) -> None:
    speaks = opened.window.messages._announcer
    for words in ("The first.", "The second.", "The first."):
        opened.window.remark(words)
    assert aloud == []
    speaks._later.stop()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_A)
    assert speaks._later.isActive(), "a key puts it off"
    assert speaks._later.interval() == 1000
    speaks._later.timeout.emit()
    assert aloud == ["The first. The second."]
    speaks._later.stop()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_A)
    assert not speaks._later.isActive(), "nothing waits, so no key is looked at"


def test_until_it_is_said_aloud_what_goes_on_among_the_widgets_is_not_looked_at(
    opened: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """For a second after each message every event of every widget went through Python: a tenth of the window's time."""
    speaks, seen = opened.window.messages._announcer, []
    monkeypatch.setattr(type(speaks), "eventFilter", lambda _self, _watched, event: bool(seen.append(event.type())))
    opened.window.remark("The first.")
    assert speaks._later.isActive()
    kind = QEvent.Type(QEvent.registerEventType())
    QCoreApplication.sendEvent(opened.desk.page("cases"), QEvent(kind))
    assert kind not in seen
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Shift)
    QTest.keyClick(opened.window.windowHandle(), Qt.Key.Key_Shift)
    assert seen.count(QEvent.Type.KeyPress) >= 2


def test_what_is_taken_away_before_it_was_said_aloud_is_not_said(opened: Any, aloud: list[str]) -> None:
    opened.window.remark("The disk is full.")
    opened.window.tell("")
    opened.window.messages._announcer._later.timeout.emit()
    assert aloud == []


def _answers(opened: Any) -> list[Answer | None]:
    page, workspace = opened.desk.page("case"), opened.desk.workspace
    place = page.place()
    return [prompt.answer for prompt in workspace.question_page(place.case, place.question).prompts]


@pytest.mark.parametrize("zoom", [100, 150, 200])
@pytest.mark.parametrize("size", [(1024, 640), (1366, 640), (1366, 768)])
def test_it_never_lies_over_what_answers(opened: Any, qtbot: QtBot, size: tuple[int, int], zoom: int) -> None:
    """At 200% it lay for eight seconds over the judgement, which is answered next."""
    opened.window.resize(*size)
    opened.window.change_look("light", zoom)
    desk = opened.desk
    desk.open_case(desk.workspace.case_id("C01"))
    qtbot.settle()
    page = desk.page("case")
    for row in page.view.rows:
        row.setFocus()
        QTest.keyClick(row, Qt.Key.Key_N)
        qtbot.settle()
        lies = QRect(message(opened).mapTo(opened.window, QPoint()), message(opened).size())
        assert message(opened).isVisible()
        assert opened.window.rect().contains(lies)
        for one in page.answers():
            if not one.visibleRegion().isEmpty():
                assert not lies.intersects(QRect(one.mapTo(opened.window, QPoint()), one.size()))


def test_it_lies_at_the_right_where_what_is_pressed_next_stands_at_the_left(opened: Any, qtbot: QtBot) -> None:
    opened.window.resize(1366, 768)
    opened.desk.show_page("paper")
    qtbot.settle()
    made = opened.desk.page("paper").maker.make_button
    opened.window.tell("Nothing was typed. The keyboard is at: Draft findings. Click where the words belong.")
    qtbot.settle()
    lies = QRect(message(opened).mapTo(opened.window, QPoint()), message(opened).size())
    assert opened.window.rect().contains(lies)
    assert not lies.intersects(QRect(made.mapTo(opened.window, QPoint()), made.size()))
