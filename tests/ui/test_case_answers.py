"""The cases behind a figure where they stand in what scrolls: one scroll and not two, and the one that is current is seen."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from inspector_app.core.domain.inspection import Answer
from inspector_app.ui.controls.case_answers import CaseAnswer, CaseAnswers
from inspector_app.ui.look import theme


def test_cases_with_long_references_scroll_only_with_what_they_stand_in(qapp: QApplication, qtbot: QtBot) -> None:
    theme.apply(qapp, "light", 100)
    around, cases = QScrollArea(), CaseAnswers(whole=True)
    around.setWidgetResizable(True)
    around.setWidget(cases)
    cases.set_rows("2.1.1", [CaseAnswer(f"{n}", f"WREXHAM-FLINT-2026-{n:05}", Answer.NO) for n in range(40)])
    qtbot.present(around, 300, 300)
    assert cases.verticalScrollBar().maximum() == 0
    cases.setFocus()
    QTest.keyClick(cases, Qt.Key.Key_End)
    shown = cases.visibleRegion().boundingRect()
    assert cases.current() == "39"
    assert shown.contains(cases.visualRect(cases.currentIndex()))
    assert around.verticalScrollBar().value() > 0
