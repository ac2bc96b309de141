"""The cases behind a key question's figure, each with its answer; the way into each."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QPainter,
    QPen,
    QResizeEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from inspector_app.core.domain.inspection import Answer, Inspection
from inspector_app.core.domain.text.marks import Mark
from inspector_app.core.words import count, say
from inspector_app.ui.controls.focus import bring_into_view
from inspector_app.ui.controls.lists.entered import Entered
from inspector_app.ui.look import sizes, theme, wrapping
from inspector_app.ui.look.mark_shapes import paint_mark
from inspector_app.ui.look.shapes import paint_answer
from inspector_app.ui.words.answers import WORDS

_ROW = Qt.ItemDataRole.UserRole + 1
_WIDE, _HIGH, _MOST_ROWS = 60, 32, 6  # px at 100%, the first the least
_BEFORE = 26
_EDGE = 2  # px at every size: what is kept free round a cell
_ABREAST = 3  # at the least, where the usual reference has room: one that is long stands on two lines then
_SPARE = 2  # px at every size: words that are just as wide as their room are broken
_CLOSE = 7  # the sign of a close call, in a corner
_ORDER = (Answer.NO, None, Answer.YES, Answer.NA)  # what a panel asks about first


@dataclass(frozen=True, slots=True)
class CaseAnswer:
    """A case and how it was judged on one key question."""

    case: str
    ref: str
    answer: Answer | None
    contested: bool = False
    close: bool = False  # by the mark of who judged it

    @property
    def words(self) -> str:
        """How it was judged."""
        said = say("contested") if self.contested else WORDS[self.answer].say()
        return f"{said}, {say('close call')}" if self.close else said


class Number(Enum):
    """What makes no figure, and what was close, as a number of cases that can be listed, with its word."""

    OPEN = "open"
    CONTESTED = "contested"
    NOT_APPLICABLE = "not applicable"
    CLOSE = "close calls"

    def of(self, number: int) -> str:
        """That many of it: "3 open"."""
        words = {
            Number.OPEN: say("{number} open", number=number),
            Number.CONTESTED: say("{number} contested", number=number),
            Number.NOT_APPLICABLE: say("{number} not applicable", number=number),
            Number.CLOSE: count(number, "{n} close call", "{n} close calls"),
        }
        return words[self]

    def counts(self, row: CaseAnswer) -> bool:
        """Whether it counts a case; one that is contested is open too."""
        if self in (Number.NOT_APPLICABLE, Number.CLOSE):
            return row.close if self is Number.CLOSE else row.answer is Answer.NA
        return row.contested if self is Number.CONTESTED else row.answer is None


def behind(
    inspection: Inspection,
    sample: str | None,
    question: str,
    contested: Collection[tuple[str, str]],
    close: Collection[tuple[str, str]] = (),
) -> list[CaseAnswer]:
    """The cases that a key question's figure counts, No first; `contested`, `close`: (case, key question) of those."""
    answers = {j.case: j.answer for j in inspection.judgements if j.question == question}
    found = [
        CaseAnswer(
            c.id, c.ref, answers.get(c.id), contested=(c.id, question) in contested, close=(c.id, question) in close
        )
        for c in inspection.cases
        if c.sample == sample
    ]
    return sorted(found, key=lambda row: _ORDER.index(row.answer))


def counts(rows: Sequence[CaseAnswer]) -> str:
    """How many of each answer, what has none last: 6 No, 9 Yes, 2 unanswered."""
    said = sorted(_ORDER, key=lambda answer: answer is None)
    numbers = ((WORDS[answer], sum(row.answer is answer for row in rows)) for answer in said)
    return ", ".join(f"{number} {word}" for word, number in numbers if number)


class CaseAnswers(Entered, QListView):
    """Cases side by side in rows. Arrows move, Enter or a click opens the case."""

    case_asked = Signal(str)  # case id

    def __init__(self, parent: QWidget | None = None, *, whole: bool = False) -> None:
        """`whole`: what it stands in scrolls, so it has all of its rows; one that scrolls within hides them twice."""
        super().__init__(parent)
        self._refs: list[str] = []
        self._most = None if whole else _MOST_ROWS
        self._highest = sizes.ANY  # px
        if whole:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setModel(QStandardItemModel(self))
        self.setItemDelegate(_Chip(self))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.role(self, "bare")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.clicked.connect(self._ask)

    def set_rows(self, question: str, rows: Sequence[CaseAnswer]) -> None:
        """Show the cases behind a key question or prompt; of the same one the case one is on stays current."""
        name = say("Cases behind {question}", question=question)
        current = self.current() if self.accessibleName() == name else ""
        model = QStandardItemModel(self)
        for row in rows:
            item = QStandardItem(f"{row.ref}  {row.words}")
            item.setData(row, _ROW)
            for role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
                item.setData(f"{row.ref}: {row.words}", role)
            model.appendRow(item)
        self._refs = [row.ref for row in rows]
        before = self.model()
        self.setModel(model)
        before.deleteLater()
        self.setAccessibleName(name)
        place = next((i for i, row in enumerate(rows) if row.case == current), 0)
        self.setCurrentIndex(model.index(place, 0))
        self._fit()

    def limit(self, height: int) -> None:
        """Be no higher than that, px: with more rows it scrolls, and what stands above it keeps its room."""
        self._highest = height
        self._fit()

    def current(self) -> str:
        """The id of the current case, or ""."""
        row = self.currentIndex().data(_ROW)
        return row.case if isinstance(row, CaseAnswer) else ""

    def enter(self) -> None:
        """Open the case one is on."""
        self._ask(self.currentIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As high as its rows, within limits."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - theme.px(sizes.TIGHT)
        wide = max(theme.px(_WIDE), min(self._cell_width(room), room))
        high = max(theme.px(_HIGH), self._words_high(wide) + theme.px(sizes.CLOSE))
        self.setGridSize(QSize(wide, high))
        in_row = max(1, room // wide)
        rows = -(-self.model().rowCount() // in_row)
        needed = high * max(1, min(rows, self._most or rows)) + theme.px(sizes.NEAR)
        self.setFixedHeight(min(needed, max(high, self._highest)))

    def changeEvent(self, event: QEvent) -> None:
        """Larger letters need larger cells."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _cell_width(self, room: int) -> int:
        """As wide as the longest reference with the shape of its answer, unless that leaves too few in a row."""
        words = QFontMetrics(theme.font(theme.SMALL))
        widths = sorted(map(words.horizontalAdvance, self._refs)) or [0]
        usual, widest = (
            max(theme.px(_WIDE), wide + _beside_words() + _SPARE) for wide in (widths[len(widths) // 2], widths[-1])
        )
        return max(usual, min(widest, room // _ABREAST))

    def _words_high(self, wide: int) -> int:
        """How high the references are in cells of that width: what is longer than the list stands on several lines."""
        font, room = theme.font(theme.SMALL), wide - _beside_words()
        return max((wrapping.height(ref, font, room) for ref in self._refs), default=0)

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The case that the arrows come to is seen in what the list stands in."""
        super().currentChanged(current, previous)
        if self._most is None and self.hasFocus():
            bring_into_view(self, self.visualRect(current))

    def _ask(self, index: QModelIndex) -> None:
        row = index.data(_ROW)
        if isinstance(row, CaseAnswer):
            self.case_asked.emit(row.case)


def _beside_words() -> int:
    """What a cell has at the left and the right of its reference."""
    return _EDGE + theme.px(_BEFORE) + 2 * theme.px(sizes.TIGHT)


class _Chip(QStyledItemDelegate):
    """A case: the shape of its answer and its reference; the word is in its tip, and is said."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one case."""
        row, c = index.data(_ROW), theme.colours()
        box = QRectF(option.rect).adjusted(_EDGE, _EDGE, -theme.px(sizes.TIGHT), -_EDGE)
        here = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = here and bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.setBrush(QColor(c.accent_soft if focused else c.raised if hovered else c.surface))
        painter.setPen(QPen(QColor(c.focus if focused else c.line), theme.ring() if focused else 1))
        painter.drawRoundedRect(box, theme.px(sizes.ROUND), theme.px(sizes.ROUND))
        side = theme.px(sizes.SIGN)
        paint_answer(
            painter,
            QRectF(box.left() + theme.px(sizes.CLOSE), box.center().y() - side / 2, side, side),
            row.answer,
            contested=row.contested,
        )
        if row.close:
            sign = theme.px(_CLOSE)
            paint_mark(painter, QRectF(box.right() - sign - 2, box.top() + 2, sign, sign), Mark.CLOSE)
        words = box.adjusted(theme.px(_BEFORE), 0, -theme.px(sizes.TIGHT), 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        wrapping.draw(painter, words.toRect(), row.ref, theme.font(theme.SMALL), c.text, middle)
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """One grid cell."""
        view = self.parent()
        return view.gridSize() if isinstance(view, QListView) else QSize(theme.px(_WIDE), theme.px(_HIGH))
