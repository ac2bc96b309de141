"""Who was told, as one text with one time: what was written before there were lines. Only where it holds something."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from inspector_app.core.domain.cases.concern import ConcernRow
from inspector_app.core.words import say
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.labels import text_label
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.note.field import NoteField
from inspector_app.ui.note.line import LineBox
from inspector_app.ui.places.concerns.told_line import day_line, time_line

_FIELDS = ("told", "told_day", "told_time")


class FormerTold(QFrame):
    """Its boxes are the concern's own, which shows what stands in them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        theme.role(self, "own")
        self.note = NoteField(self, marks=False)
        self.lines: dict[str, LineBox] = {
            "told_day": day_line(say("Day they were told, in the former text")),
            "told_time": time_line(say("Time they were told, in the former text")),
        }
        about = theme.role(text_label(self), "quiet")
        about.setText(say("Written as one text, before each person had a line of their own:"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(sizes.NEAR),) * 4)
        layout.setSpacing(theme.px(sizes.TIGHT))
        layout.addWidget(about)
        layout.addWidget(self.note)
        layout.addLayout(Flow(*self.lines.values()))
        self.hide()

    def show_where_written(self, row: ConcernRow) -> None:
        """Be there where something stands in it or is contested. Emptied under the hand, it stays."""
        if row.told or row.told_day or row.told_time or set(_FIELDS) & set(row.contested):
            self.show()

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        return [self.note.box, *self.lines.values()]
