"""What stands in one column, on one line or at one height does so whatever the words beside it are."""

from typing import Any

import pytest
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.ui.controls import tab_line
from inspector_app.ui.controls.buttons.wrapped_radio import WrappedRadio
from inspector_app.ui.controls.tab_line import TabLine
from inspector_app.ui.places.start.unlock import Unlock
from inspector_app.ui.places.week.card_line import PersonLine


def test_the_bars_of_a_team_stand_alike_for_everybody_and_nobodys_is_missing(qtbot: QtBot) -> None:
    card = QWidget()
    qtbot.addWidget(card)
    lines = [
        PersonLine(name, name, card, mine=False) for name in ("Anna Berg", "Ida", "Wilhelmina Featherstonehaugh-Lowe")
    ]
    for line, until in zip(lines, ("now", "today 19:46", "nothing yet"), strict=True):
        line.set_until(until)
    for line in lines:
        line.set_fellows(lines)
    assert len({line._after() for line in lines}) == 1
    assert not any(line._beside(130) for line in lines)  # the last name needs the room: its bar would be missing
    for line in lines[:2]:
        line.set_fellows(lines[:2])
    assert all(line._beside(130) for line in lines[:2])
    assert len({min(line._bars(130)) for line in lines[:2]}) == 1


@pytest.mark.parametrize("words", ["Two weeks, a gap week between", "One week", "Wales"])
def test_a_choice_that_has_the_width_it_asks_for_keeps_its_words_on_one_line(qtbot: QtBot, words: str) -> None:
    radio = WrappedRadio(words)
    qtbot.addWidget(radio)
    radio.resize(radio.sizeHint())
    radio.show()
    assert radio.text() == words


def test_the_cross_that_clears_a_box_stands_in_the_middle_of_it(opened: Any) -> None:
    opened.desk.show_page("find")
    box = opened.desk.page("find").box
    box.setText("word")
    (cross,) = box.findChildren(QAbstractButton)
    assert abs(cross.geometry().center().y() - box.rect().center().y()) <= 1


def test_a_wrong_passphrase_moves_nothing_below_it(qtbot: QtBot) -> None:
    page = Unlock()
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.show()
    qtbot.wait(20)
    before = page._button.mapTo(page, page._button.rect().topLeft())
    where = "C:/Users/ruth.ashdown/AppData/Local/Fieldwork/keyring.json"
    page.set_wrong(
        f"That passphrase does not open this laptop’s keyring ({where}). Nothing was changed; type it again."
    )
    qtbot.wait(20)
    assert page._button.mapTo(page, page._button.rect().topLeft()) == before


def test_no_tab_is_marked_while_something_else_is_open(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    tabs = TabLine("Beside", [("a", "Note"), ("b", "To check")], holder)
    tabs.resize(300, 40)
    tabs.show_open("b")
    marked = tabs.grab().toImage()
    tabs.show_open("take-over")
    assert tabs.grab().toImage() != marked


def test_the_words_of_tabs_are_measured_once_however_often_qt_asks_how_wide_the_tabs_are(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    holder, measured = QWidget(), list[QFont]()
    qtbot.addWidget(holder)
    monkeypatch.setattr(tab_line, "QFontMetrics", lambda font: measured.append(font) or QFontMetrics(font))
    tab_line._measured.cache_clear()
    tabs = TabLine("Panes", [(str(n), f"Pane {n}") for n in range(6)], holder)
    holder.show()
    for width in (300, 500, 700):
        tabs.resize(width, tabs.sizeHint().height())
    assert len(measured) == 6
    tabs.say("0", "Another word")
    tabs.sizeHint()
    assert len(measured) == 7
