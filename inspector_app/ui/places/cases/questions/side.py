"""Beside the table: where the weakness of one key question lies, prompt by prompt, and the cases behind each."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QPainter,
    QPen,
    QResizeEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from inspector_app.core.domain.inspection import Answer
from inspector_app.core.services.results.by_question import Asked
from inspector_app.core.words import say
from inspector_app.ui.controls.labels import text_label
from inspector_app.ui.controls.lists.case_answers import CaseAnswer, CaseAnswers
from inspector_app.ui.controls.lists.entered import Entered
from inspector_app.ui.look import sizes, theme, wrapping
from inspector_app.ui.look.shares import paint_shares
from inspector_app.ui.places.cases.questions.model import Index
from inspector_app.ui.words import by_question as words

ASKED = Qt.ItemDataRole.UserRole
_LETTER = 24  # px at 100%


class QuestionSide(QFrame):
    """Changes nothing: it leads to the cases."""

    case_asked = Signal(str)  # case id

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        theme.role(self, "card")
        self.head = theme.role(text_label(self), "label")
        self.prompts = PromptList(self)
        self.behind = theme.role(text_label(self), "label")
        self.cases = CaseAnswers(self)
        self.cases.case_asked.connect(self.case_asked)
        self._rows: Sequence[CaseAnswer] = ()
        self.prompts.came.connect(self._show_cases)
        self.prompts.entered_one.connect(lambda: self.cases.setFocus(Qt.FocusReason.TabFocusReason))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(sizes.NEAR),) * 4)
        layout.setSpacing(theme.px(sizes.CLOSE))
        for widget, stretch in ((self.head, 0), (self.prompts, 1), (self.behind, 0), (self.cases, 0)):
            layout.addWidget(widget, stretch)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The cases leave the prompts half of it."""
        super().resizeEvent(event)
        self.cases.limit(self.height() // 2 - self.behind.height())

    def show_question(self, asked: Sequence[Asked], cases: Sequence[CaseAnswer], prompt: str = "") -> None:
        """Show a key question and its prompts; `cases`: those that it is asked of, with whatever answer."""
        self._rows = cases
        self.head.setText(f"{asked[0].question}: {words.share(asked[0])}")
        with QSignalBlocker(self.prompts):  # each prompt that comes is the current one for a moment
            self.prompts.set_asked(asked, prompt)
        self._show_cases()

    @property
    def prompt(self) -> str:
        """The prompt one is on; "" on the key question itself."""
        here = self.prompts.here
        return here.prompt if here else ""

    def _show_cases(self) -> None:
        here = self.prompts.here
        if here is None:
            return
        self.behind.setText(words.behind(here))
        found = [CaseAnswer(row.case, row.ref, here.given.get(row.case), row.contested and not here.prompt)
                 for row in self._rows]  # fmt: skip
        self.cases.set_rows(f"{here.question} {here.prompt}".strip(), sorted(found, key=_no_first))


_ORDER = (Answer.NO, None, Answer.YES, Answer.NA)


def _no_first(row: CaseAnswer) -> int:
    return _ORDER.index(row.answer)


class PromptList(Entered, QListView):
    """A key question's own judgement, then its prompts: words, how they were answered as lengths, and the numbers."""

    came = Signal()  # to another prompt
    entered_one = Signal()  # Enter: on to its cases

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._prompts = QStandardItemModel(self)
        self.setModel(self._prompts)
        self.setItemDelegate(_PromptCell(self))
        theme.role(self, "inside")  # the card that it fills has the edge
        self.setAccessibleName(say("Prompts by answer"))
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setMinimumHeight(1)

    @property
    def here(self) -> Asked | None:
        """What one is on."""
        found = self.currentIndex().data(ASKED)
        return found if isinstance(found, Asked) else None

    def set_asked(self, asked: Sequence[Asked], prompt: str) -> None:
        """Show these, and be on that prompt ("": on the key question itself)."""
        self._prompts.clear()
        for one in asked:
            item = QStandardItem(one.text)
            item.setData(one, ASKED)
            item.setData(words.spoken(one), Qt.ItemDataRole.AccessibleTextRole)
            self._prompts.appendRow(item)
        place = next((n for n, one in enumerate(asked) if one.prompt == prompt), 0)
        self.setCurrentIndex(self._prompts.index(place, 0))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """The cases beside it are those of the prompt one comes to."""
        super().currentChanged(current, previous)
        self.came.emit()

    def enter(self) -> None:
        """Go on to the cases."""
        self.entered_one.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words need more lines in a narrower list."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class _PromptCell(QStyledItemDelegate):
    def __init__(self, view: PromptList) -> None:
        super().__init__(view)
        self._view = view

    def _room(self) -> int:
        return self._view.viewport().width() - theme.px(_LETTER + 2 * sizes.CLOSE)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """The words, a line with the numbers under them, and what is between prompts."""
        asked: Asked = index.data(ASKED)
        line = QFontMetrics(theme.font(theme.SMALL)).lineSpacing()
        high = wrapping.height(asked.text, theme.font(theme.SMALL), self._room())
        return QSize(1, high + line + theme.px(2 * sizes.CLOSE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The ground, the letter, the words, the bar and its numbers."""
        asked, c, box = index.data(ASKED), theme.colours(), QRect(option.rect)
        here = bool(option.state & QStyle.StateFlag.State_Selected)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.fillRect(box, QColor(c.accent_soft if here else c.raised if over else c.surface))
        if here:
            painter.fillRect(QRect(box.left(), box.top(), theme.px(sizes.HERE), box.height()), QColor(c.accent))
        painter.setPen(QPen(QColor(c.line), sizes.EDGE))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        inside = box.adjusted(theme.px(sizes.CLOSE + _LETTER), theme.px(sizes.CLOSE), -theme.px(sizes.CLOSE), 0)
        letter = QRect(box.left() + theme.px(sizes.NEAR), inside.top(), theme.px(_LETTER), inside.height())
        wrapping.draw(painter, letter, asked.prompt, theme.font(theme.SMALL, bold=True), c.text)
        high = wrapping.draw(painter, inside, asked.text, theme.font(theme.SMALL), c.text)
        self._paint_shares(painter, inside.adjusted(0, high, 0, -theme.px(sizes.CLOSE)), asked)
        painter.restore()

    def _paint_shares(self, painter: QPainter, box: QRect, asked: Asked) -> None:
        font, said = theme.font(theme.SMALL, bold=True), words.tally(asked)
        wide = QFontMetrics(font).horizontalAdvance(said) + theme.px(sizes.CLOSE)
        bar = QRect(box.left(), box.center().y() - theme.px(sizes.BAR) // 2, box.width() - wide, theme.px(sizes.BAR))
        paint_shares(painter, bar, [(answer, asked.number(answer)) for answer in Answer])
        room = QRect(bar.right() + theme.px(sizes.CLOSE), box.top(), wide, box.height())
        wrapping.draw(painter, room, said, font, theme.colours().text, Qt.AlignmentFlag.AlignVCenter)
