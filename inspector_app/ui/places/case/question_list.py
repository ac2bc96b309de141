"""The key questions of a case, each with the shape and word of its answer and how many prompts are answered."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
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
from inspector_app.ui.controls.lists.sought import Sought
from inspector_app.ui.look import sizes, theme, wrapping
from inspector_app.ui.look.shapes import paint_answer
from inspector_app.ui.words import framework as framework_words
from inspector_app.ui.words.answers import WORDS

_MARK = Qt.ItemDataRole.UserRole
_EDGE, _REF, _ABOVE = 12, 46, 10  # px at 100%: beside the words; a reference; over a heading
_ROW = sizes.Height(sizes.BUTTON, sizes.BUTTON_SMALL)


class QuestionList(Sought, QListWidget):
    """Key questions down the page's left, under their standards."""

    question_chosen = Signal(str)  # reference
    question_entered = Signal()  # by Enter or a click: what is chosen is to be answered now

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(_Delegate(self))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # in a low window it scrolls first
        self.setMinimumHeight(theme.px(sizes.BUTTON))
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._brief = self._short = False
        self._items: dict[str, QListWidgetItem] = {}
        self._marks: dict[str, QuestionMark] = {}
        self._texts: dict[str, str] = {}
        self.currentItemChanged.connect(self._on_current)
        self.itemClicked.connect(self._enter)
        self.itemActivated.connect(self._enter)

    def set_brief(self, brief: bool, *, short: bool = False) -> None:
        """Show references and shapes alone, or words and counts too; all of it is in the tips. `short`: in lower rows."""
        self._brief, self._short = brief, short
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()

    @property
    def brief(self) -> bool:
        """Whether it shows references and shapes alone."""
        return self._brief

    @property
    def is_short(self) -> bool:
        """Whether its rows are lower."""
        return self._short

    @property
    def row_height(self) -> int:
        """That of a key question."""
        return theme.px(_ROW.short if self._short else _ROW.usual)

    def sizeHint(self) -> QSize:
        """As high as what is in it."""
        rows = sum(self.sizeHintForRow(place) for place in range(self.count()))
        return QSize(0, rows + 2 * self.frameWidth() + theme.px(sizes.CLOSE))

    def minimumSizeHint(self) -> QSize:
        """It scrolls."""
        return QSize(0, theme.px(sizes.BUTTON))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Headings break elsewhere in another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
            self.updateGeometry()

    def set_marks(self, framework: Framework, marks: Sequence[QuestionMark]) -> None:
        """Show these key questions; where they are the ones shown already, only what differs is repainted."""
        self.setAccessibleName(framework_words.asked_on_cases(framework))
        others = list(self._items) != [m.question for m in marks]
        if others:
            self._build(framework, marks)
        for mark in marks:
            self.set_mark(mark)
        if others:
            self.scheduleDelayedItemsLayout()  # a line is as high as what its mark says

    def set_mark(self, mark: QuestionMark) -> None:
        """Show how one key question now stands."""
        if self._marks.get(mark.question) == mark:
            return
        self._marks[mark.question] = mark
        item, said = self._items[mark.question], spoken(mark)
        model = self.model()
        model.blockSignals(True)  # else Qt lays all of the list out anew, and paints it, for each of the three
        item.setData(_MARK, mark)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
        item.setToolTip(f"{said}\n{self._texts.get(mark.question, '')}")
        model.blockSignals(False)
        self.update(self.indexFromItem(item))

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
        before = self.currentIndex()
        self.blockSignals(True)
        self.setCurrentItem(self._items[question])
        self.blockSignals(False)
        for index in (before, self.currentIndex()):
            self.update(index)

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
                self._add_heading(of.ref, f"{of.ref} {of.title}")
            item = QListWidgetItem(self)
            self._texts[mark.question] = framework.questions[mark.question][1].text
            self._items[mark.question] = item
        self.blockSignals(False)
        self.updateGeometry()

    def _add_heading(self, ref: str, text: str) -> None:
        heading = QListWidgetItem(text, self)
        heading.setData(_MARK, ref)
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
        return say("{ref}: entered as totals", ref=mark.question)
    state = say("contested") if mark.contested else WORDS[mark.answer]
    prompts = count(
        mark.prompts,
        "{number} of {n} prompt answered",
        "{number} of {n} prompts answered",
        number=mark.prompts_answered,
    )
    return f"{mark.question}: {state}, {prompts}"


class _Delegate(QStyledItemDelegate):
    def __init__(self, owner: QuestionList) -> None:
        super().__init__(owner)
        self._list = owner

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        if isinstance(index.data(_MARK), QuestionMark):
            return QSize(0, self._list.row_height)
        inner = self._list.viewport().width() - 2 * theme.px(_EDGE)
        words = wrapping.height(self._words(index), theme.font(theme.SMALL), inner)
        return QSize(0, words + theme.px(_ABOVE + sizes.TIGHT - (sizes.CLOSE if self._list.is_short else 0)))

    def _words(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """Of a heading, which is the number of its standard alone where there is little room."""
        return str(index.data(_MARK) if self._list.brief else index.data())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        mark, box = index.data(_MARK), QRect(option.rect)
        painter.save()
        if isinstance(mark, QuestionMark):
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            _paint_mark(painter, box, mark, chosen, brief=self._list.brief)
        else:
            above = theme.px(_ABOVE - (sizes.CLOSE if self._list.is_short else 0))
            inner = box.adjusted(theme.px(_EDGE), above, -theme.px(_EDGE), 0)
            wrapping.draw(painter, inner, self._words(index), theme.font(theme.SMALL), theme.colours().quiet)
        painter.restore()


def _paint_mark(painter: QPainter, box: QRect, mark: QuestionMark, chosen: bool, *, brief: bool) -> None:
    c, middle = theme.colours(), Qt.AlignmentFlag.AlignVCenter
    if chosen:
        painter.fillRect(box, QColor(c.accent_soft))
        painter.fillRect(QRect(box.left(), box.top(), theme.px(sizes.HERE), box.height()), QColor(c.accent))
    side, left = theme.px(sizes.SIGN), box.left() + theme.px(_EDGE)
    top = box.top() + (box.height() - side) / 2
    paint_answer(painter, QRectF(left, top, side, side), mark.answer, contested=mark.contested)
    inner = box.adjusted(theme.px(_EDGE) + side + theme.px(sizes.CLOSE), 0, -theme.px(_EDGE), 0)
    painter.setPen(QColor(c.text))
    painter.setFont(theme.font(theme.BODY, bold=chosen))
    painter.drawText(inner, middle, mark.question)
    wide_ref = painter.fontMetrics().horizontalAdvance(mark.question) + theme.px(sizes.TIGHT)
    if brief:
        return
    painter.setFont(theme.font(theme.SMALL))
    painter.setPen(QColor(c.quiet))
    right = Qt.AlignmentFlag.AlignRight | middle
    word = say("contested") if mark.contested else str(WORDS[mark.answer]) if mark.answer else ""
    if mark.contested:
        room = inner.adjusted(wide_ref, 0, 0, 0)  # under one another with the counts
        if painter.fontMetrics().horizontalAdvance(word) <= room.width():  # else its shape, which the tip puts in words
            painter.drawText(room, right, word)
        return
    done = f"{mark.prompts_answered}/{mark.prompts}" if mark.prompts else ""
    painter.drawText(inner, right, done)
    wide = painter.fontMetrics().horizontalAdvance
    for before, between in (
        (theme.px(_REF), sizes.CLOSE),
        (wide_ref, sizes.TIGHT),
    ):  # nearer where there is little room
        room = inner.adjusted(before, 0, 0, 0)
        if wide(word) + wide(done) + theme.px(between) <= room.width():  # else its shape alone, as above
            painter.drawText(room, middle, word)
            return
