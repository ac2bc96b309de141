"""What belongs to the findings is reached from their page by the pointer, too."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication


@pytest.mark.parametrize("place", [0, 1])
def test_the_pages_under_the_findings_are_offered_behind_the_last_button_of_their_head(opened: Any, place: int) -> None:
    opened.desk.show_page("findings")
    more = opened.desk.page("findings").desk.more
    more.offered.aboutToShow.emit()
    offered = more.offered.actions()
    assert [action.text().split("\t")[0] for action in offered] == ["Factual accuracy", "A returned draft"]
    offered[place].trigger()
    assert opened.desk.current == ("accuracy", "returned")[place]


def test_what_is_behind_it_stands_after_the_draft_for_tab(opened: Any) -> None:
    opened.desk.show_page("findings")
    desk = opened.desk.page("findings").desk
    desk.pdf.setFocus()
    QTest.keyClick(desk.pdf, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is desk.more
