"""Faults of what acts: a name that does not hold the words one sees (WCAG 2.5.3), and a target under 24 by 24 (2.5.8)."""

import re
from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QTextEdit,
    QWidget,
)

from tests.ui.drawn_text import visible

LEAST = 24  # px, by 2.5.8
_PARTS = (QComboBox, QLineEdit, QAbstractSpinBox, QScrollBar, QHeaderView)  # what is inside them is a part of them
_ACTING = (QAbstractButton, QComboBox, QLineEdit, QAbstractSpinBox, QPlainTextEdit, QTextEdit, QAbstractItemView)


def in_view(window: QWidget, seen: Sequence[QWidget] | None = None) -> Iterator[QWidget]:
    """Everything that acts and is to be seen, but for the parts of other controls. `seen`: as of `cut_text.faults`."""
    for widget in visible(window) if seen is None else seen:
        if (
            widget is not window
            and isinstance(widget, _ACTING)
            and not any(isinstance(p, _PARTS) for p in _above(widget))
        ):
            yield widget


def _above(widget: QWidget) -> Iterator[QWidget]:
    parent = widget.parentWidget()
    while parent is not None:
        yield parent
        parent = parent.parentWidget()


def other_names(window: QWidget, seen: Sequence[QWidget] | None = None) -> list[str]:
    """What one sees on a control, or as the label of a field, and would say, and the name that does not hold it."""
    return sorted(
        f"{type(widget).__name__}: {words!r} is called {name!r}"
        for widget, words in _labelled(window, visible(window) if seen is None else seen)
        if not _holds(name := _name(widget), words)
    )


def _labelled(window: QWidget, seen: Sequence[QWidget]) -> Iterator[tuple[QWidget, str]]:
    for widget in in_view(window, seen):
        if isinstance(widget, QAbstractButton):
            yield widget, widget.text()
    for label in seen:
        if isinstance(label, QLabel) and (buddy := label.buddy()) is not None:
            yield buddy, label.text()


def _name(widget: QWidget) -> str:
    if isinstance(widget, QComboBox):
        return widget.accessibleName()  # on Linux Qt gives the choice for the name, and the name by a relation
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def _holds(name: str, seen: str) -> bool:
    """Whether the words seen stand in the name, next to one another."""
    return f" {' '.join(_words(seen))} " in f" {' '.join(_words(name))} " or not _words(seen)


def _words(text: str) -> list[str]:
    found = re.findall(r"\w+", text.replace("&", "").casefold())
    return found if len("".join(found)) > 1 else []  # one letter, such as a bold B, is a drawing and no word


def small(window: QWidget, seen: Sequence[QWidget] | None = None) -> list[str]:
    """Targets that are lower or narrower than they may be, and rows of lists."""
    acting = [*in_view(window, seen)]
    return sorted({*_small_ones(acting), *_low_rows(acting)})


def _small_ones(acting: Sequence[QWidget]) -> Iterator[str]:
    for widget in acting:
        if widget.isEnabled() and 0 < min(widget.width(), widget.height()) < LEAST and not _only_shows(widget):
            yield f"{type(widget).__name__} {_name(widget)!r}: {widget.width()} x {widget.height()}"


def _only_shows(widget: QWidget) -> bool:
    return widget.focusPolicy() == Qt.FocusPolicy.NoFocus and not isinstance(widget, QAbstractButton)


def _low_rows(acting: Sequence[QWidget]) -> Iterator[str]:
    for view in acting:
        if (
            not isinstance(view, QAbstractItemView)
            or view.selectionMode() is QAbstractItemView.SelectionMode.NoSelection
        ):
            continue
        model = view.model()
        if model is None or not model.rowCount():
            continue
        high = view.visualRect(model.index(0, 0)).height()
        if 0 < high < LEAST:
            yield f"row of {type(view).__name__} {_name(view)!r}: {high}"
