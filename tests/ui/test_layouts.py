"""What PySide would keep of layouts."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSpacerItem, QVBoxLayout, QWidget, QWidgetItem
from pytestqt.qtbot import QtBot
from shiboken6 import createdByPython, getAllValidWrappers

from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.pages import CODES


def _in_one_in_another(holder: QWidget, inner: QHBoxLayout) -> None:
    row = QHBoxLayout()
    row.addLayout(inner)
    QVBoxLayout(holder).addLayout(row)


NESTED: dict[str, Callable[[QWidget, QHBoxLayout], None]] = {
    "at the end of lines": lambda holder, inner: QVBoxLayout(holder).addLayout(inner),
    "at the beginning of lines": lambda holder, inner: QVBoxLayout(holder).insertLayout(0, inner, 1),
    "in a row": lambda holder, inner: QHBoxLayout(holder).addLayout(inner, 2),
    "in a grid": lambda holder, inner: QGridLayout(holder).addLayout(inner, 1, 1),
    "in one that is in another": _in_one_in_another,
}


def kept() -> list[str]:
    """What Qt made for parts of layouts and Python has hold of."""
    items = [w for w in getAllValidWrappers() if isinstance(w, QWidgetItem | QSpacerItem)]
    return [type(item).__name__ for item in items if not createdByPython(item)]


@pytest.mark.parametrize("nest", NESTED.values(), ids=list(NESTED))
def test_a_layout_put_into_another_leaves_no_items_that_outlive_their_widgets(
    qtbot: QtBot, nest: Callable[[QWidget, QHBoxLayout], None]
) -> None:
    """What was made at the address of such an item had two wrappers, and a list that was emptied ended the program."""
    holder, gone, stays, inner = QWidget(), QLabel("gone"), QLabel("stays"), QHBoxLayout()
    qtbot.addWidget(holder)
    for part in (gone, stays):
        inner.addWidget(part)
    inner.addStretch(1)
    nest(holder, inner)
    assert kept() == []
    gone.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qtbot.present(holder, 200, 100)
    assert (inner.count(), stays.isVisible(), stays.parentWidget()) == (2, True, holder)


def test_what_stood_in_lines_that_are_gone_is_gone_too(qtbot: QtBot) -> None:
    """Every page and every card that was shown left some behind for as long as the program ran."""

    def made() -> int:
        return sum(isinstance(w, QWidgetItem) for w in getAllValidWrappers())

    before = made()
    holder, taken = QWidget(), QLabel("removed")
    lines = Flow(QLabel("one"), taken, QLabel("another"))
    holder.setLayout(lines)
    assert made() == before + 3
    taken.deleteLater()
    holder.deleteLater()
    del holder, taken, lines
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert made() == before


def test_no_page_keeps_what_qt_made_for_its_layouts(in_window: Callable[[Workspace], Any], trafford: Workspace) -> None:
    desk = in_window(trafford).desk
    for code in CODES:
        desk.show_page(code)
    assert kept() == []
