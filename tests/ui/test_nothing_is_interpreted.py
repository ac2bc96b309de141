"""What people write is shown as it stands, on every page in every state: no tag in it is obeyed, no file it names is read."""

import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from PySide6.QtCore import QAbstractListModel, QCoreApplication, QEvent, QModelIndex, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QPushButton, QTextEdit, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.controls.fields.drop_down import DropDown
from inspector_app.ui.controls.labels import plain_label, show_marked
from inspector_app.ui.controls.rich_pages import RichEdit, RichPage
from inspector_app.ui.look import theme
from inspector_app.ui.window.help.view import GuideView
from tests.everywhere import write_everywhere
from tests.ui.canary import Canary
from tests.ui.states import STATES, show

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="whether a file is opened is asked of inotify")
_ROWS = 40  # of a list, which are alike beyond


@pytest.fixture
def canary() -> Iterator[Canary]:
    # A short way to it, which the limit of a reference has room for.
    with TemporaryDirectory(dir="/tmp") as folder, closing(Canary(Path(folder))) as made:
        yield made


@pytest.fixture
def dressed(qapp: QApplication) -> QApplication:
    theme.apply(qapp, "light")
    return qapp


def tips_shown() -> list[QLabel]:
    """The label in which Qt shows what was asked for; none where what has a tip shows it in some of its states alone."""
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, QLabel) and w.inherits("QTipLabel")]


def tip_shown() -> QLabel:
    (shown,) = tips_shown()
    return shown


def test_the_canary_hears_a_label_that_qt_lets_guess(qtbot: QtBot, canary: Canary) -> None:
    label = QLabel(canary.markup)
    qtbot.addWidget(label)
    label.setWordWrap(True)
    label.heightForWidth(100)
    assert canary.opened()


def test_a_label_shows_a_tag_as_it_stands_even_if_it_is_measured_before_it_is_dressed(
    qtbot: QtBot, canary: Canary
) -> None:
    label = plain_label(canary.markup)
    qtbot.addWidget(label)
    label.setWordWrap(True)
    label.heightForWidth(100)
    assert not canary.opened()


def test_the_style_sheet_lets_no_label_guess_and_keeps_marked_words_marked(
    dressed: QApplication, qtbot: Any, canary: Canary
) -> None:
    left, marked = QLabel(canary.markup), plain_label()
    show_marked(marked, "<b>x</b>")
    for label in (left, marked):
        qtbot.present(label, 300, 100)
    assert left.textFormat() == Qt.TextFormat.PlainText
    assert marked.textFormat() == Qt.TextFormat.RichText
    assert not canary.opened()


def test_a_tooltip_shows_a_tag_as_it_stands(dressed: QApplication, qtbot: Any, canary: Canary) -> None:
    button = QPushButton("x")
    qtbot.present(button, 300, 100)
    QToolTip.showText(button.mapToGlobal(QPoint(1, 1)), canary.markup, button)
    shown = tip_shown()
    assert shown.text() == canary.markup
    assert shown.textFormat() == Qt.TextFormat.PlainText
    QToolTip.hideText()
    assert not canary.opened()


def point_at(widget: QWidget, tip: str) -> None:
    """Have the tip shown as where a pointer rests; the label that showed the last one is gone, and a new one is made."""
    for last in QApplication.topLevelWidgets():
        if last.inherits("QTipLabel"):
            last.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    at = QPoint(1, 1)
    if tip == widget.toolTip():
        QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, at, widget.mapToGlobal(at)))
    else:  # of an item in it
        QToolTip.showText(widget.mapToGlobal(at), tip, widget)


@pytest.mark.parametrize("kind", [QPushButton, DropDown])
def test_a_tooltip_of_a_control_shows_a_tag_as_it_stands(
    dressed: QApplication, qtbot: Any, canary: Canary, kind: Callable[[QWidget], QWidget]
) -> None:
    held = QWidget()
    control = kind(held)
    control.setToolTip(canary.markup)
    qtbot.present(held, 300, 100)
    point_at(control, canary.markup)
    assert tip_shown().text() == canary.markup
    assert tip_shown().textFormat() == Qt.TextFormat.PlainText
    QToolTip.hideText()
    assert not canary.opened()


@pytest.mark.parametrize("kind", [RichEdit, RichPage])
def test_a_page_of_rich_text_reads_no_file(
    dressed: QApplication, qtbot: Any, canary: Canary, kind: Callable[[QWidget], QTextEdit]
) -> None:
    around = QWidget()
    page = kind(around)
    page.setHtml(canary.markup)
    qtbot.present(around, 300, 100)
    around.grab()
    assert "￼" in page.toPlainText(), "the picture stands there"
    assert not canary.opened()


def test_what_people_write_is_obeyed_on_no_page(
    in_window: Any, for_states: Workspace, qtbot: Any, canary: Canary, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver = in_window(for_states)
    known = {row.ref: row.id for row in driver.desk.workspace.case_rows()}
    found_by_name = Workspace.case_id
    monkeypatch.setattr(Workspace, "case_id", lambda self, ref: known.get(ref) or found_by_name(self, ref))
    written = write_everywhere(driver.desk.workspace, canary.markup)
    assert {("case", "ref"), ("person", "name"), ("inspection", "service"), ("prompt", "note")} <= written
    obeyed: set[str] = set()
    for state in STATES:
        show(driver, state, qtbot)
        obeyed |= {f"{state}: {fault}" for fault in _obeyed(canary)}
    assert not obeyed


def _obeyed(canary: Canary) -> Iterator[str]:
    """Where the text is, or would be, taken for markup."""
    tips: dict[tuple[str, str], tuple[str, QWidget]] = {}
    for widget in QApplication.allWidgets():
        kind = f"{type(widget).__module__}.{type(widget).__name__}"
        if isinstance(widget, QLabel) and "<img" in widget.text() and widget.textFormat() != Qt.TextFormat.PlainText:
            yield f"{kind} in {_around(widget)}: {widget.text()[:80]}"
        if isinstance(widget, GuideView):
            continue  # the program's own text, with its own pictures
        if isinstance(widget, QTextEdit) and "￼" in widget.toPlainText():
            yield f"{kind} in {_around(widget)} holds a picture"
        for tip in (widget.toolTip(), *_tips_of_items(widget)):
            if "<img" in tip and widget.isVisible():
                tips[kind, _around(widget)] = tip, widget
    for (kind, around), (tip, widget) in tips.items():
        point_at(widget, tip)
        if any(tip.textFormat() != Qt.TextFormat.PlainText for tip in tips_shown()):
            yield f"tooltip of {kind} in {around}"
    QToolTip.hideText()
    if canary.opened():
        yield "the file was read"


def _tips_of_items(widget: QWidget) -> Iterator[str]:
    model = widget.model() if isinstance(widget, QAbstractItemView) else None
    if model is None:
        return
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex())
    for row in range(min(model.rowCount(QModelIndex()), _ROWS)):
        for place in range(columns):
            tip = model.index(row, place).data(Qt.ItemDataRole.ToolTipRole)
            if isinstance(tip, str):
                yield tip


def _around(widget: QWidget) -> str:
    """The class of ours in which the widget lies."""
    parent = widget.parentWidget()
    while parent is not None and not type(parent).__module__.startswith("inspector_app"):
        parent = parent.parentWidget()
    return type(parent).__name__
