"""The cases behind a figure where they stand in what scrolls: one scroll and not two, and the one that is current is seen."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from inspector_app.core.domain.inspection import Answer
from inspector_app.ui.controls.lists.case_answers import _HIGH, CaseAnswer, CaseAnswers
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


def test_a_reference_with_a_blank_stands_on_one_line_at_every_size(qapp: QApplication, qtbot: QtBot) -> None:
    cases = CaseAnswers(whole=True)
    qtbot.present(cases, 600, 300)
    broken = []
    for zoom in (80, 90, 100, 110, 125, 150, 175, 200):
        theme.apply(qapp, "light", zoom)
        for ref in ("WX 202", "YJS 4411", "V 1"):
            cases.set_rows("2.1.1", [CaseAnswer("1", ref, Answer.NO)])
            if cases.gridSize().height() > theme.px(_HIGH):
                broken.append((zoom, ref))
    theme.apply(qapp, "light", 100)
    assert broken == []
