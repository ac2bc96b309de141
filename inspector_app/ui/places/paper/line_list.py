"""The lines of a pack down the screen, answered by single keys and reached by typing their codes."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from inspector_app.core.domain.cases.line_codes import LETTERS
from inspector_app.core.domain.inspection import Answer
from inspector_app.core.words import say
from inspector_app.ui import letters
from inspector_app.ui.controls.buttons.single_keys import SingleKeys
from inspector_app.ui.controls.focus import stay_in_view
from inspector_app.ui.controls.lists.sought import Sought
from inspector_app.ui.look import sizes, theme, wrapping
from inspector_app.ui.look.icons import icon
from inspector_app.ui.look.shapes import paint_answer
from inspector_app.ui.places.paper.lines import LINE, WAS, PaperLines, subject
from inspector_app.ui.words.answers import WORDS

_PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
_TYPING = 2500  # ms after which digits typed begin another code
_ROW, _CODE, _SUBJECT, _STATE, _WAS, _WIDE, _WORDS = 40, 60, 116, 74, 124, 640, 260  # px at 100%
_LEFT, _RIGHT, _ABOVE = sizes.APART, sizes.CLOSE, sizes.HAIR


class PaperList(Sought, QListView):
    """Y, N and - answer, Delete clears, Enter goes into the note; digits jump to a line, and a letter checks it."""

    answered = Signal(object)  # Answer for the current line, or None: cleared
    note_wanted = Signal()
    answered_last_wanted = Signal()  # the note on what was answered last
    said = Signal(str)  # what came of a code that was typed
    typed = Signal(str)  # the digits typed so far

    def __init__(self, lines: PaperLines, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines = lines
        self.keys = SingleKeys(self, letters.answer_of)
        self.keys.pressed.connect(self.answered)
        self._typed = ""
        self._from = 0  # the place one came from by typing
        self._timer = QTimer(self, singleShot=True, interval=_TYPING)
        self._timer.timeout.connect(self.end_code)
        self.setModel(lines)
        self.setItemDelegate(_Delegate(self))
        self.setResizeMode(QListView.ResizeMode.Adjust)  # in another width words break elsewhere
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName("Lines of the pack")

    def sizeHint(self) -> QSize:
        """The least; it is as high as there is room."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Three lines."""
        return QSize(theme.px(sizes.BOX_NAME), theme.px(3 * _ROW + theme.GRID))

    @property
    def place(self) -> int:
        """The current line, from 0; -1 where there is none."""
        return self.currentIndex().row()

    def go_to(self, place: int) -> None:
        """Make a line the current one, with the next ones in view below it."""
        self.setCurrentIndex(self._lines.index(place, 0))
        ahead = self._lines.index(min(place + 2, self._lines.rowCount() - 1), 0)
        self.scrollTo(ahead)
        self.scrollTo(self.currentIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In another width words break elsewhere: the line one is on stays in view."""
        super().resizeEvent(event)
        stay_in_view(self)

    def end_code(self) -> None:
        """What is typed next begins another code."""
        self._typed = ""
        self._timer.stop()
        self.typed.emit("")

    def go_to_code(self, code: str) -> bool:
        """Go to the line of a whole code, or of its digits alone, and say so; else stay, say why, and give False."""
        self.end_code()
        whole = code.strip().upper()
        place = self._lines.place_of(int(digits)) if (digits := whole.rstrip(LETTERS)).isdecimal() else -1
        fits = place >= 0 and whole in (digits, self._lines.rows[place].code)
        if fits:
            self.go_to(place)
            self.said.emit(say("Line: {code}", code=whole))
        elif whole:
            self.said.emit(say("{code} is not a line of this case: look at the pack again.", code=whole))
        return fits

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The list's own keys; chords go up to the page."""
        text = event.text().upper()
        if event.modifiers() & ~_PLAIN:
            event.ignore()
        elif text.isdecimal() and not self.keys.in_sentence:
            self._type(text)
        elif self._typed and text in tuple(LETTERS):
            self._check(text)
        elif self.keys.take(event):
            self.end_code()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.end_code()
            held = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            (self.answered_last_wanted if held else self.note_wanted).emit()
        else:
            self.end_code()
            super().keyPressEvent(event)

    def _type(self, digit: str) -> None:
        self._from = self._from if self._typed else max(0, self.place)
        self._typed += digit
        self.typed.emit(self._typed)
        self._timer.start()
        place = self._lines.place_of(int(self._typed))
        if place >= 0:
            self.go_to(place)
            self.said.emit(f"Line {self._typed}")
        else:
            self._back(f"This case has no line {self._typed}.")

    def _check(self, letter: str) -> None:
        number = self._typed
        if self._lines.rows[self.place].code == f"{number}{letter}":
            self.said.emit(f"Line {number}{letter}")
            self.end_code()
        elif letters.answer_of(letter) is not None:  # the person's own key, which may have been meant to answer
            self.end_code()
            self.said.emit(
                say("{code} is not a line of this case. If it was meant as an answer, press again: {letter}",
                    code=f"{number}{letter}", letter=letter)
            )  # fmt: skip
        else:
            self._back(f"{number}{letter} is not a line of this case: look at the pack again.")

    def _back(self, why: str) -> None:
        self.go_to(self._from)
        self.end_code()
        self.said.emit(why)


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as the words; below code and answer where there is no room between them."""
        view = self.parent()
        wide = view.viewport().width() if isinstance(view, QListView) else 0
        words = _words_box(QRect(0, 0, wide, theme.px(_ROW)), str(index.data(WAS)))
        high = words.top() + wrapping.height(index.data(LINE).words, theme.font(theme.SMALL), words.width())
        return QSize(theme.px(sizes.BOX_NAME), max(theme.px(_ROW), high + theme.px(2 * _ABOVE)))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Code, what it is about, its words; at the right the answer and what it replaced."""
        c, row, was = theme.colours(), index.data(LINE), str(index.data(WAS))
        box, middle = QRect(option.rect), Qt.AlignmentFlag.AlignVCenter
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setPen(QPen(QColor(c.line), sizes.EDGE))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        if chosen:
            painter.fillRect(box, QColor(c.accent_soft))
            painter.fillRect(QRect(box.left(), box.top(), theme.px(sizes.HERE), box.height()), QColor(c.accent))
        words = _words_box(box, was)
        first = QRect(box.left(), box.top(), box.width(), box.height() if words.top() == box.top() else theme.px(_ROW))
        painter.setPen(QColor(c.text))
        inner = first.adjusted(theme.px(_LEFT), 0, -theme.px(_RIGHT), 0)
        painter.setFont(theme.font(bold=True))
        painter.drawText(inner, middle, row.code)
        painter.setFont(theme.font(theme.SMALL, bold=row.prompt is None))
        painter.drawText(inner.adjusted(theme.px(_CODE), 0, 0, 0), middle, subject(row))
        state = _state_box(first, was)
        if row.note:
            side, ratio = theme.px(sizes.PICTURE), painter.device().devicePixelRatioF()
            painter.drawPixmap(_note_box(state), icon("note", c.quiet, side, ratio).pixmap(QSize(side, side)))
        _paint_state(painter, state, row.contested, row.answer, was)
        wrapping.draw(painter, words, row.words, theme.font(theme.SMALL), c.text if chosen else c.quiet, middle)
        painter.restore()


def _state_box(first: QRect, was: str) -> QRect:
    """Where the answer stands, and what it replaced."""
    wide = theme.px(_STATE + (_WAS if was or first.width() > theme.px(_WIDE) else 0))
    return QRect(first.right() - theme.px(_RIGHT) - wide, first.top(), wide, first.height())


def _note_box(state: QRect) -> QRect:
    """Where the drawing of a note stands: before the answer, which all lines keep free."""
    side = theme.px(sizes.PICTURE)
    return QRect(state.left() - theme.px(sizes.CLOSE) - side, state.center().y() - side // 2, side, side)


def _words_box(box: QRect, was: str) -> QRect:
    """Where the words stand: between subject and answer, or below both."""
    beside = QRect(box)
    beside.setLeft(box.left() + theme.px(_LEFT + _CODE + _SUBJECT))
    beside.setRight(_note_box(_state_box(box, was)).left() - theme.px(theme.GRID))
    if beside.width() >= theme.px(_WORDS):
        return beside
    return box.adjusted(theme.px(_LEFT), theme.px(_ROW), -theme.px(_RIGHT), 0)


def _paint_state(painter: QPainter, box: QRect, contested: bool, answer: Answer | None, was: str) -> None:
    side, middle = theme.px(sizes.SIGN), Qt.AlignmentFlag.AlignVCenter
    paint_answer(painter, QRectF(box.left(), box.center().y() - side / 2, side, side), answer, contested=contested)
    after = box.adjusted(side + theme.px(sizes.TIGHT), 0, 0, 0)
    word = say("contested") if contested else str(WORDS[answer]) if answer else ""
    painter.setPen(QColor(theme.colours().text))
    painter.setFont(theme.font(theme.SMALL, bold=True))
    painter.drawText(after, middle, word)
    painter.setFont(theme.font(theme.SMALL))
    painter.drawText(box.adjusted(theme.px(_STATE), 0, 0, 0), middle, was)
