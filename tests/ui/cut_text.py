"""What is wrong with the text of a window: cut off, shortened, run together, or under another control."""

from collections.abc import Iterator, Sequence
from itertools import pairwise, product

from PySide6 import QtGui
from PySide6.QtCore import QAbstractListModel, QRectF, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from tests.ui.drawn_text import Reached, Run, runs, visible

_EDGE = 1.0  # px by which the soft edge of a letter may go over
_HELD = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
_APART = 2.0  # px between two things that are said
_CONTROLS = (QAbstractButton, QComboBox, QLineEdit, QAbstractSpinBox, QPlainTextEdit, QTextEdit)


def faults(window: QWidget, seen: Sequence[QWidget] | None = None) -> list[str]:
    """Each fault in one line; empty when all text can be read. `seen`: what is visible in it, where that is known."""
    there = visible(window) if seen is None else seen
    found = runs(window, there)
    over = covered(window, there, found)
    return sorted({*shortened(found), *cut(found), *run_together(found), *over, *left_out(there, found), *low(there)})


def low(there: Sequence[QWidget]) -> Iterator[str]:
    """Lines of lists that need more height than they have: the next one is painted over the rest of their words."""
    for view in there:
        if not isinstance(view, QListView) or (model := view.model()) is None:
            continue
        if view.flow() is not QListView.Flow.TopToBottom or view.isWrapping():
            continue
        rows = [model.index(row, 0) for row in range(model.rowCount()) if not view.isRowHidden(row)]
        for index, after in pairwise(rows):
            if view.visualRect(after).top() - view.visualRect(index).top() < view.sizeHintForIndex(index).height():
                yield f"too low: {index.data()!r} of {_named(view)}"


def shortened(found: Sequence[Run]) -> Iterator[str]:
    """Text that ends in dots which nobody wrote."""
    for run in found:
        if "…" in run.text and not _says(run.whose, run.text):
            yield f"shortened: {_said(run)}"


def _says(widget: QWidget, drawn: str) -> bool:
    """Whether a widget, or the list whose view it is, has those dots in what it holds."""
    above = widget.parentWidget()
    if isinstance(above, QAbstractItemView) and (model := above.model()) is not None:
        columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
        places = product(range(model.rowCount()), range(columns))
        held = [str(model.index(*place).data(role)) for place in places for role in _HELD]
    elif isinstance(above, QTextEdit):
        held = [above.toPlainText()]
    else:
        own = getattr(widget, "text", None) or getattr(widget, "currentText", None)  # a drop-down says what is chosen
        held = [own().replace("&", "")] if callable(own) else []
    return any(drawn in words for words in held)


def cut(found: Sequence[Run]) -> Iterator[str]:
    """Text that goes over the edge of what it is drawn in. What somebody types into a line goes on sideways."""
    for run in found:
        over = [
            max(0.0, run.room.left() - run.ink.left(), run.ink.right() - run.room.right()),
            max(0.0, run.room.top() - run.ink.top(), run.ink.bottom() - run.room.bottom()),
        ]
        if isinstance(run.whose, QLineEdit) and run.whose.text():
            over[0] = 0
        if max(over) > _EDGE:
            yield f"cut by {over[0]:.0f} across, {over[1]:.0f} down: {_said(run)}"


def left_out(there: Sequence[QWidget], found: Sequence[Run]) -> Iterator[str]:
    """Lines of a label that are not drawn at all: Qt leaves out those for which there is no room."""
    for label in there:
        if isinstance(label, QLabel) and label.text():
            drawn = sum(len("".join(run.text.split())) for run in found if run.whose is label)
            if drawn < len("".join(_plain(label).split())):
                yield f"not drawn: {_plain(label)!r} of {_named(label)}"


def _plain(label: QLabel) -> str:
    rich = label.textFormat() == Qt.TextFormat.RichText
    if not rich and (label.textFormat() == Qt.TextFormat.PlainText or not QtGui.Qt.mightBeRichText(label.text())):
        return label.text().replace("&", "") if label.buddy() is not None else label.text()
    document = QtGui.QTextDocument()
    document.setHtml(label.text())
    return document.toPlainText()


def run_together(found: Sequence[Run]) -> Iterator[str]:
    """Text over other text, or so near beside it that both read as one."""
    seen = [(run, box) for run in found if not (box := run.ink & run.shown).isEmpty()]
    seen.sort(key=lambda pair: pair[1].top())
    for place, (one, box) in enumerate(seen):
        for other, beside in seen[place + 1 :]:
            if beside.top() >= box.bottom() - _EDGE:
                break
            if _touch(box, beside) and not _goes_on(one, other):
                yield f"run together: {_said(one)} and {_said(other)}"


def _touch(one: QRectF, other: QRectF) -> bool:
    wide = one.adjusted(-_APART, 0, _APART, 0)
    both = wide & other
    return both.width() > 0 and both.height() > _EDGE


def _goes_on(one: Run, other: Run) -> bool:
    """Whether two runs are the same line of the same text, in two formats or scripts; or one, drawn again as selected."""
    first, then = sorted((one, other), key=lambda run: run.begins)
    again = one.text == other.text and one.ink == other.ink
    return first.whose is then.whose and (again or abs(first.ends - then.begins) < 0.5)


def covered(window: QWidget, there: Sequence[QWidget], found: Sequence[Run]) -> Iterator[str]:
    """Controls over one another, and controls over text that is not their own."""
    held = [w for w in there if isinstance(w, _CONTROLS) and not isinstance(w.parentWidget(), _CONTROLS)]
    reached = Reached(window)
    boxes = [(reached.of(w)[1], w, None) for w in held]
    texts = [(run.ink & run.shown, run.whose, run) for run in found]
    seen = sorted((each for each in [*boxes, *texts] if not each[0].isEmpty()), key=lambda each: each[0].top())
    for place, (box, one, text) in enumerate(seen):
        for beside, other, more in seen[place + 1 :]:
            if beside.top() >= box.bottom() - _EDGE:
                break
            both = box & beside
            if min(both.width(), both.height()) > _EDGE and not _belong(one, text, other, more):
                yield f"over one another: {_said(text) if text else _named(one)} and {_said(more) if more else _named(other)}"


def _belong(one: QWidget, text: Run | None, other: QWidget, more: Run | None) -> bool:
    """Whether one is a part of the other, or both are texts."""
    if text is not None and more is not None:
        return True
    if text is not None:
        return one is other or other.isAncestorOf(one)
    if more is not None:
        return one is other or one.isAncestorOf(other)
    return one.isAncestorOf(other) or other.isAncestorOf(one)


def _said(run: Run) -> str:
    return f"{run.text!r} of {_named(run.whose)}"


def _named(widget: QWidget) -> str:
    chain: list[str] = []
    here: QWidget | None = widget
    while here is not None and len(chain) < 4:
        kind = type(here).__name__
        if kind not in ("QWidget", "QStackedWidget") or not chain:
            said = here.accessibleName() if here is widget else ""
            chain.append(f"{kind} {said!r}" if said else kind)
        here = here.parentWidget()
    return " < ".join(chain)
