"""The key questions of a case, each with the shape and word of its answer and how many prompts are answered."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.rows import QuestionMark
from inspector_app.core.words import count, say
from inspector_app.ui.look import theme
from inspector_app.ui.look.shapes import paint_answer
from inspector_app.ui.words.answers import WORDS

_MARK = Qt.ItemDataRole.UserRole
_WIDTH, _REFERENCES = 192, 92  # px at 100%: with words and counts, and without


class QuestionList(QListWidget):
    """Key questions down the page's left, under their standards."""

    question_chosen = Signal(str)  # reference
    question_entered = Signal()  # by Enter or a click: what is chosen is to be answered now

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(_Delegate(self))
        self.setAccessibleName("Key questions")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored)  # in a low window it scrolls first
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._items: dict[str, QListWidgetItem] = {}
        self._marks: dict[str, QuestionMark] = {}
        self._texts: dict[str, str] = {}
        self.currentItemChanged.connect(self._on_current)
        self.itemClicked.connect(self._enter)
        self.itemActivated.connect(self._enter)

    def set_narrow(self, narrow: bool) -> None:
        """Show references and shapes alone, or words and counts too; all of it is in the tips either way."""
        self.setFixedWidth(theme.px(_REFERENCES if narrow else _WIDTH))

    def set_marks(self, framework: Framework, marks: Sequence[QuestionMark]) -> None:
        """Show these key questions; where they are the ones shown already, only what differs is repainted."""
        if list(self._items) != [m.question for m in marks]:
            self._build(framework, marks)
        for mark in marks:
            self.set_mark(mark)

    def set_mark(self, mark: QuestionMark) -> None:
        """Show how one key question now stands."""
        if self._marks.get(mark.question) == mark:
            return
        self._marks[mark.question] = mark
        item = self._items[mark.question]
        item.setData(_MARK, mark)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken(mark))
        item.setToolTip(f"{spoken(mark)}\n{self._texts.get(mark.question, '')}")

    def mark(self, question: str) -> QuestionMark:
        """How a key question stands, as shown."""
        return self._marks[question]

    def marks(self) -> tuple[QuestionMark, ...]:
        """How each key question stands, in order."""
        return tuple(self._marks[q] for q in self._items)

    def neighbour(self, by: int) -> str | None:
        """The key question that many places below the selected one; None past the ends."""
        known, item = list(self._items), self.currentItem()
        at = next((n for n, ref in enumerate(known) if self._items[ref] is item), -1 - by) + by
        return known[at] if 0 <= at < len(known) else None

    def select(self, question: str) -> None:
        """Mark the key question on the page, without choosing it anew."""
        self.blockSignals(True)
        self.setCurrentItem(self._items[question])
        self.blockSignals(False)
        self.viewport().update()

    def _build(self, framework: Framework, marks: Sequence[QuestionMark]) -> None:
        self.blockSignals(True)
        self.clear()
        self._items.clear()
        self._marks.clear()
        standard = ""
        for mark in marks:
            of = framework.questions[mark.question][0]
            if of.ref != standard:
                standard = of.ref
                self._add_heading(f"{of.ref}  {of.title}")
            item = QListWidgetItem(self)
            self._texts[mark.question] = framework.questions[mark.question][1].text
            self._items[mark.question] = item
        self.blockSignals(False)

    def _add_heading(self, text: str) -> None:
        heading = QListWidgetItem(text, self)
        heading.setFlags(Qt.ItemFlag.NoItemFlags)
        heading.setToolTip(text)

    def _on_current(self, item: QListWidgetItem | None) -> None:
        mark = item.data(_MARK) if item else None
        if isinstance(mark, QuestionMark):
            self._choose(mark.question)

    def _enter(self) -> None:
        self.question_entered.emit()

    def _choose(self, question: str) -> None:
        self.question_chosen.emit(question)


def spoken(mark: QuestionMark) -> str:
    """A key question's state in words."""
    if mark.by_totals and not mark.contested:
        return say("{ref}: known by its totals", ref=mark.question)
    state = say("contested") if mark.contested else WORDS[mark.answer]
    prompts = count(
        mark.prompts,
        "{number} of {n} prompt answered",
        "{number} of {n} prompts answered",
        number=mark.prompts_answered,
    )
    return f"{mark.question}: {state}, {prompts}"


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(theme.px(_REFERENCES - 32), theme.px(34 if index.data(_MARK) else 30))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        mark, box = index.data(_MARK), QRect(option.rect)
        painter.save()
        if mark is None:
            words = str(index.data())
            _paint_heading(painter, box, words.split()[0] if box.width() <= theme.px(_REFERENCES) else words)
        else:
            state = option.state
            _paint_mark(painter, box, mark, bool(state & QStyle.StateFlag.State_Selected))
        painter.restore()


def _paint_heading(painter: QPainter, box: QRect, text: str) -> None:
    inner = box.adjusted(theme.px(10), theme.px(6), -theme.px(6), 0)
    painter.setFont(theme.font(theme.SMALL))
    painter.setPen(QColor(theme.colours().quiet))
    painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, text)


def _paint_mark(painter: QPainter, box: QRect, mark: QuestionMark, chosen: bool) -> None:
    c, middle = theme.colours(), Qt.AlignmentFlag.AlignVCenter
    if chosen:
        painter.fillRect(box, QColor(c.accent_soft))
        painter.fillRect(QRect(box.left(), box.top(), theme.px(4), box.height()), QColor(c.accent))
    inner = box.adjusted(theme.px(12), 0, -theme.px(10), 0)
    painter.setPen(QColor(c.text))
    painter.setFont(theme.font(theme.BODY, bold=chosen))
    painter.drawText(inner, middle, mark.question)
    side, left = theme.px(12), inner.left() + theme.px(50)
    top = box.top() + (box.height() - side) / 2
    paint_answer(painter, QRectF(left, top, side, side), mark.answer, contested=mark.contested)
    if box.width() <= theme.px(_REFERENCES):
        return
    painter.setFont(theme.font(theme.SMALL))
    word = say("contested") if mark.contested else str(WORDS[mark.answer]) if mark.answer else ""
    painter.drawText(inner.adjusted(theme.px(50) + side + theme.px(6), 0, 0, 0), middle, word)
    painter.setPen(QColor(c.quiet))
    right = Qt.AlignmentFlag.AlignRight | middle
    if mark.prompts:
        painter.drawText(inner, right, f"{mark.prompts_answered}/{mark.prompts}")
