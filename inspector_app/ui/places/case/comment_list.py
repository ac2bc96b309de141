"""The comments on a prompt, a judgement or a case: who said what and when, whether it is dealt with."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.core.domain.cases.review import CommentRow
from inspector_app.core.domain.days.when import moment
from inspector_app.core.words import say
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.labels import text_label
from inspector_app.ui.controls.layouts import empty
from inspector_app.ui.controls.signs.initial import Initial
from inspector_app.ui.look import sizes, theme


def paint_comment(painter: QPainter, box: QRectF, *, filled: bool) -> None:
    """Paint a speech bubble into the square `box`: full while a comment is open."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour, edge = QColor(theme.colours().accent), box.width() / 8
    painter.setPen(QPen(colour, edge))
    painter.setBrush(colour if filled else Qt.BrushStyle.NoBrush)
    bubble = box.adjusted(edge, edge, -edge, -box.height() * 0.3)
    painter.drawRoundedRect(bubble, edge * 1.5, edge * 1.5)
    foot = bubble.left() + bubble.width() * 0.3
    painter.drawLine(QPointF(foot, bubble.bottom()), QPointF(foot, box.bottom() - edge))
    painter.restore()


class Bubble(QWidget):
    """The shape beside the words; it says nothing that they do not."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._filled = True
        self.setFixedSize(QSize(theme.px(sizes.APART), theme.px(sizes.APART)))

    def set_filled(self, filled: bool) -> None:
        """Full while something is open."""
        self._filled = filled
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The shape."""
        paint_comment(QPainter(self), QRectF(self.rect()), filled=self._filled)


class CommentLine(QFrame):
    """One comment, with what can be done to it."""

    def __init__(self, row: CommentRow, mine: bool, now: datetime, parent: QWidget) -> None:
        super().__init__(parent)
        state = "answered" if row.answered else "open"
        head, self.text = theme.role(text_label(self), "small"), text_label(self)
        who = say("You") if mine else row.by
        head.setText(f"{who}, {moment(row.at, now)}" + (f" · {state}" if row.answered else ""))
        self.text.setText(row.text)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text.setAccessibleName(f"Comment by {row.by}, {moment(row.at, now)}, {state}: {row.text}")
        self.answer = self._button("Open again" if row.answered else "Mark answered", row)
        self.delete = self._button("Delete", row)
        self.delete.setVisible(mine)
        by = QHBoxLayout()
        by.setSpacing(theme.px(sizes.CLOSE))
        by.addWidget(Initial(row.by, self, mine=mine), 0, Qt.AlignmentFlag.AlignTop)
        by.addWidget(head, 1)
        acts = Flow(self.answer, self.delete)
        acts.setSpacing(theme.px(sizes.APART))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.px(sizes.HAIR), 0, theme.px(sizes.HAIR))
        layout.setSpacing(theme.px(sizes.HAIR))
        layout.addLayout(by)
        layout.addWidget(self.text)
        layout.addLayout(acts)

    def _button(self, words: str, row: CommentRow) -> PressButton:
        button = theme.role(PressButton(words, self), "slight")
        button.setAccessibleName(f"{words}: comment by {row.by}")
        return button


class CommentList(QWidget):
    """Comments, oldest first. One that was deleted here can be brought back until another item is shown."""

    answered = Signal(str, bool)  # comment id; dealt with, or open again
    deleted = Signal(str)
    brought_back = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: dict[str, CommentLine] = {}
        self._shown: tuple[tuple[CommentRow, ...], str] = ((), "")
        self._gone = ""  # id of the comment that was deleted last
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.px(sizes.TIGHT))

    def set_rows(self, rows: Sequence[CommentRow], me: str, *, other: bool) -> None:
        """Show these; `me` is a name, `other` whether they are about something else than before."""
        if other:
            self._gone = ""
        wanted = (tuple(rows), self._gone)
        if wanted == self._shown and not other:
            return
        self._shown = wanted
        empty(self._layout)
        now = datetime.now().astimezone()
        self.lines = {row.id: self._line(row, row.by == me, now) for row in rows}
        for line in self.lines.values():
            self._layout.addWidget(line)
        if self._gone and self._gone not in self.lines:
            self._layout.addWidget(self._bring_back(self._gone), 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def can_bring_back(self) -> bool:
        """Whether a comment was deleted here just now."""
        return bool(self._gone)

    def _line(self, row: CommentRow, mine: bool, now: datetime) -> CommentLine:
        line = CommentLine(row, mine, now, self)
        line.answer.clicked.connect(lambda: self.answered.emit(row.id, not row.answered))
        line.delete.clicked.connect(lambda: self._delete(row.id))
        return line

    def _delete(self, comment_id: str) -> None:
        self._gone = comment_id
        self.deleted.emit(comment_id)

    def _bring_back(self, comment_id: str) -> PressButton:
        button = theme.role(PressButton("Comment deleted. Undo", self), "slight")
        button.clicked.connect(self._on(comment_id))
        return button

    def _on(self, comment_id: str) -> Callable[[], None]:
        def bring_back() -> None:
            self._gone = ""
            self.brought_back.emit(comment_id)

        return bring_back
