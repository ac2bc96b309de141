"""The figures of a survey: how many were asked and answered, and who said what."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from inspector_app.core.domain.evidence import ScoreRow, SourceRow, percent
from inspector_app.core.domain.fields import Value
from inspector_app.core.services.fieldwork import evidence
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.fields.called import call
from inspector_app.ui.controls.fields.reason import Reason
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.frames.room import come_back, give_way
from inspector_app.ui.controls.labels import plain_label, text_label
from inspector_app.ui.controls.layouts import tab_through
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.note.door import Door, Target
from inspector_app.ui.note.fact_line import FactLine
from inspector_app.ui.note.in_hand import hold
from inspector_app.ui.note.line import TEXT, Form

_ROOM = (620, 440)  # px at 100%: from what width a figure stands on one line, and on two
# Row, column, rows, columns of question, answer, how many, of, percent and the button, in each of the three.
_PLACES = (
    ((0, 0, 1, 1), (0, 1, 1, 1), (0, 2, 1, 1), (0, 3, 1, 1), (0, 4, 1, 1), (0, 5, 1, 1)),
    ((0, 0, 1, 6), (1, 0, 1, 1), (1, 2, 1, 1), (1, 3, 1, 1), (1, 4, 1, 1), (1, 5, 1, 1)),
    ((0, 0, 1, 6), (1, 0, 1, 6), (2, 0, 1, 1), (2, 1, 1, 1), (2, 2, 1, 1), (3, 0, 1, 6)),
)
_STRETCH: tuple[dict[int, int], ...] = ({0: 3, 1: 2}, {0: 1}, {5: 1})
_LINES = (("question", "Question"), ("said", "Answer given"), ("count", "How many"), ("of", "Of"))
_NUMBER = Form(read=evidence.number_of)
_FORMS = {"count": _NUMBER, "of": _NUMBER}


class ScoreBox(QFrame):
    """One figure. Deleted, it becomes a line that offers to bring it back."""

    asked = Signal(str, str)  # id; "delete" or "restore"

    def __init__(self, row: ScoreRow, parent: QWidget) -> None:
        super().__init__(parent)
        self.row = row
        hold(self, "score", row.id)
        self._here, self._gone = QWidget(self), QWidget(self)
        self.lines = {field: FactLine(label, self._here, _FORMS.get(field, TEXT)) for field, label in _LINES}
        self.percent = theme.role(plain_label(parent=self._here), "label")
        self.reason = Reason(self._here)
        self.delete = theme.role(PressButton("Delete", self._here), "plain")
        self.restore = PressButton("Bring the figure back", self._gone)
        self._shape = -1
        self._lay_out()
        self.delete.clicked.connect(lambda: self._ask("delete"))
        self.restore.clicked.connect(lambda: self._ask("restore"))

    def _lay_out(self) -> None:
        self._grid = QGridLayout(self._here)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(sizes.CLOSE))
        self._grid.setVerticalSpacing(theme.px(sizes.TIGHT))
        for field in ("count", "of"):
            self.lines[field].setFixedWidth(theme.px(sizes.BOX_NUMBER))
        self.percent.setMinimumWidth(theme.px(sizes.BOX_KEY))
        self._share, self._end = _lowered(self.percent, self._here), _lowered(self.delete, self._here)
        QVBoxLayout(self._gone).addWidget(self.restore, 0, Qt.AlignmentFlag.AlignLeft)
        self._gone.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, theme.px(sizes.TIGHT))
        layout.addWidget(self._here)
        layout.addWidget(self._gone)
        self._arrange(0)

    def _arrange(self, shape: int) -> None:
        """On one line, or where there is less room on two, or the texts each on a line of their own."""
        if shape == self._shape:
            return
        self._shape = shape
        widgets = (*self.lines.values(), self._share, self._end)
        for widget, place in zip(widgets, _PLACES[shape], strict=True):
            self._grid.addWidget(widget, *place, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(self.reason, 4, 0, 1, 6)
        for column in range(6):
            self._grid.setColumnStretch(column, _STRETCH[shape].get(column, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width."""
        super().resizeEvent(event)
        fits = (shape for shape, least in enumerate(_ROOM) if self.width() >= theme.px(least))
        self._arrange(next(fits, len(_ROOM)))

    def set_row(self, row: ScoreRow, number: int, door: Door) -> None:
        """Show the figure; what is typed and not stored stays. Its number says which it is."""
        self.row = row
        held: dict[str, Value] = {"question": row.question, "said": row.said, "count": row.count, "of": row.of}
        for field, line in self.lines.items():
            target = Target("score", row.id, field)
            line.set_value(target, held[field], None, door, f"Figure {number}", contested=field in row.contested)
        self.delete.setAccessibleName(f"Figure {number}: delete")
        call(self.restore, f"figure {number}")
        come_back(self._here, self._gone)
        self._show_percent()

    def _show_percent(self) -> None:
        count, of = self.row.count, self.row.of
        share = percent(count, of)
        self.percent.setText("" if share is None else f"{share}%")
        over = count is not None and of is not None and count > of
        self.reason.say(f"{count} is more than the {of} it is out of. Check both numbers." if over else "")

    def show_deleted(self) -> None:
        """Give way to the offer to bring it back."""
        give_way(self._here, self._gone)

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        return [*(line.box for line in self.lines.values()), self.delete, self.restore]

    def _ask(self, what: str) -> None:
        self.asked.emit(self.row.id, what)


class Survey(QWidget):
    """Signals what is asked; the page writes it and shows it by `set_page`."""

    add_asked = Signal()
    asked = Signal(str, str)  # id of a figure; "delete" or "restore"

    def __init__(self, door: Door, parent: QWidget) -> None:
        super().__init__(parent)
        self._door = door
        people = (("asked", "People asked"), ("answered", "People who answered"))
        self.people = {field: FactLine(label, self, _NUMBER) for field, label in people}
        self.rate = theme.role(text_label(self), "quiet")
        self.reason = Reason(self)
        self.add = theme.role(PressButton("+  Add a figure", self), "plain")
        self.add.clicked.connect(self.add_asked)
        self.boxes: dict[str, ScoreBox] = {}
        self._gone: set[str] = set()
        self._body = QVBoxLayout()
        heading = theme.role(plain_label("Survey figures", self), "label")
        across = Flow(*self.people.values())
        for line in self.people.values():
            line.setFixedWidth(theme.px(sizes.BOX_FIGURES))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(sizes.TIGHT))
        layout.addWidget(heading)
        layout.addLayout(across)
        layout.addWidget(self.rate)
        layout.addWidget(self.reason)
        layout.addLayout(self._body)
        layout.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def set_page(self, row: SourceRow, scores: Sequence[ScoreRow]) -> None:
        """Show what stands; what is typed and not stored stays."""
        for field, line in self.people.items():
            held = row.asked if field == "asked" else row.answered
            target = Target("source", row.id, field)
            line.set_value(target, held, None, self._door, "Survey", contested=field in row.contested)
        self._show_rate(row)
        wanted = {score.id for score in scores}
        for gone in [i for i in self.boxes if i not in wanted]:
            self.boxes[gone].show_deleted()
        for number, score in enumerate(scores, start=1):
            if score.id not in self.boxes:
                self.boxes[score.id] = box = ScoreBox(score, self)
                box.asked.connect(self.asked)
                self._body.addWidget(box)
                box.show()  # now: the cursor is to go into it
            self.boxes[score.id].set_row(score, number, self._door)
        tab_through(self.stops)

    def _show_rate(self, row: SourceRow) -> None:
        share = percent(row.answered, row.asked)
        self.rate.setText("" if share is None else f"{share}% of those asked answered.")
        self.rate.setVisible(share is not None)
        over = row.asked is not None and row.answered is not None and row.answered > row.asked
        self.reason.say(
            f"{row.answered} answered, which is more than the {row.asked} asked. Check both." if over else ""
        )

    def enter(self, score: str) -> None:
        """Put the cursor into a figure."""
        self.boxes[score].lines["question"].box.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        figures = [stop for box in self.boxes.values() for stop in box.stops]
        return [*(line.box for line in self.people.values()), *figures, self.add]

    def flush(self) -> bool:
        """Put what was typed on disk. False when something could not be."""
        lines = [*self.people.values(), *(line for box in self.boxes.values() for line in box.lines.values())]
        written = [line.box.flush() for line in lines]
        return all(written)


def _lowered(widget: QWidget, parent: QWidget) -> QWidget:
    """The widget beside the boxes of a line, below their labels."""
    holder = QWidget(parent)
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, theme.px(sizes.TIGHT) + widget.fontMetrics().lineSpacing(), 0, 0)
    widget.setMinimumHeight(theme.px(sizes.FIELD + sizes.HAIR))
    layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
    return holder
