"""What stands where there is nothing yet, and a note where it is only read."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.core.domain.text.marks import Mark
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.empty import Empty
from inspector_app.ui.controls.labels import longest_line, readable, show_noted, text_label
from inspector_app.ui.controls.noted import as_html
from inspector_app.ui.controls.shown import numbered
from inspector_app.ui.look import theme
from inspector_app.ui.look.mark_shapes import colour
from inspector_app.ui.pages import CODES


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_what_is_empty_says_a_word_then_why_and_then_offers_the_next_step(page: QWidget, qtbot: QtBot) -> None:
    act = PressButton("Add a case", page)
    empty = Empty(page, "No cases yet", "Each stands here once it is added.", act)
    empty.resize(900, 400)
    page.show()
    qtbot.waitExposed(page)
    assert empty.text() == "No cases yet\nEach stands here once it is added."
    assert empty.word.geometry().bottom() < empty.about.geometry().top()
    assert empty.about.geometry().bottom() < act.geometry().top()
    assert empty.about.width() <= theme.px(544), "longer lines are hard to read"
    empty.say("No case matches the filters")
    assert empty.about.isHidden(), "no line is left free for what is not said"


def test_what_is_empty_is_as_high_as_its_lines_on_a_page_that_is_wider_than_they_may_be(
    page: QWidget, qtbot: QtBot
) -> None:
    about = (
        "Each day has a line: type what happens, and press Enter. Time, kind, case and who leads it are read from it. "
    )
    empty = Empty(page, "Nothing is planned yet", about * 2)
    below = QWidget(page)
    layout = QVBoxLayout(page)
    layout.addWidget(empty)
    layout.addWidget(below, 1)
    page.resize(1200, 600)
    page.show()
    qtbot.waitExposed(page)
    label = empty.about
    assert label.width() < empty.width(), "else this shows nothing"
    assert label.height() >= label.heightForWidth(label.width()), "its first and last lines were cut"


def test_a_note_that_is_only_read_has_its_marks_and_nothing_of_it_is_markup(page: QWidget) -> None:
    c, mark = theme.colours(), colour(Mark.IMPROVEMENT)
    html = as_html("Seen <i>alone</i>.\nArea for improvement: school", [(41, 47)])
    assert html == (
        f'Seen &lt;i&gt;alone&lt;/i&gt;.<br><b style="color: {mark}">Area for improvement:</b> '
        f'<b style="color: {c.accent}"><u>school</u></b>'
    )
    assert as_html("Strength: no", begins=False) == "Strength: no", "in the middle of a line it marks nothing"
    label = readable(page)
    show_noted(label, "Strength: yes", as_html("Strength: yes"))
    assert label.text() == "Strength: yes"


def test_numbers_of_lines_stand_by_themselves_and_no_name_is_markup() -> None:
    html = numbered.as_html(["Made by <b>Bob</b>", "3 cases changed", "1 contested"], {"1 contested"})
    assert "Made by &lt;b&gt;Bob&lt;/b&gt;" in html
    assert "<b>3</b></td>" in html
    assert html.count(f"color: {theme.colours().contested}") == 1


def test_no_line_of_a_text_is_longer_than_it_is_read_with_ease(qtbot: QtBot) -> None:
    page = QWidget()
    label, column = text_label(page), QVBoxLayout(page)
    label.setContentsMargins(8, 0, 8, 0)
    label.setText("What was taken out is struck through, and what was put in is underlined. " * 6)
    column.addWidget(label)
    column.addStretch(1)
    qtbot.present(page, 1600, 400)
    assert label.width() > 1500, "else this shows nothing"
    assert label.contentsRect().width() == longest_line(label.font())
    assert label.contentsRect().left() == 8, "it keeps the edges that it was given"
    lines = label.height() // label.fontMetrics().lineSpacing()
    assert lines >= len(label.text()) // 90, "and it is as high as its lines"


def test_what_is_empty_on_a_page_stands_by_its_head(opened: Any, qtbot: QtBot) -> None:
    """Of *Concerns* it stood in the middle of the page, below 150 pixels of nothing. (That of the week is below its days.)"""
    opened.window.resize(1366, 768)
    at: dict[str, int] = {}
    for code in CODES:
        opened.desk.show_page(code)
        qtbot.settle()
        shown = opened.desk.in_view
        for one in shown.findChildren(Empty):
            if one.isVisible():
                at[code] = one.mapTo(shown, QPoint()).y()
    assert {code: y for code, y in at.items() if y > 100} == {"week": at["week"]}
    assert len(at) > 8
