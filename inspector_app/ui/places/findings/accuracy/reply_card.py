"""How a point will stand in the reply, how far the points are, and what became of text and ratings since it came in."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from inspector_app.core.domain.panel.accuracy import DECISIONS, PointRow, place_said, point_said
from inspector_app.core.words import say
from inspector_app.ui.controls.card import Card
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.labels import plain_label, said_label, text_label
from inspector_app.ui.look import sizes, theme


class ReplyCard(Card):
    """A row of the reply, read only."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(say("In the reply document"), parent=parent)
        self.counted, self.effect = theme.role(plain_label(parent=self), "quiet"), theme.role(text_label(self), "small")
        self.number = theme.role(plain_label(parent=self), "label")
        self.where, self.told, self.done, self.why = (text_label(self) for _ in range(4))
        self.body.removeWidget(self.heading)
        self.body.addLayout(Flow(self.heading, self.counted))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(sizes.APART))
        heads = (say("Where"), say("What you told us"), say("What we did"), say("Why"))
        grid.addWidget(self.number, 1, 0, Qt.AlignmentFlag.AlignTop)
        for column, (head, part) in enumerate(
            zip(heads, (self.where, self.told, self.done, self.why), strict=True), start=1
        ):
            grid.addWidget(said_label(self, head, "small"), 0, column)
            grid.addWidget(part, 1, column, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(column, 1)
        self.body.addLayout(grid)
        self.body.addWidget(self.effect)

    def show_row(self, number: int, row: PointRow, section: str, effect: str) -> None:
        """Show a point as it will be printed; a dash stands for what is missing. Its page is looked up for the document."""
        self.number.setText(str(number))
        self.where.setText(place_said(section))
        self.told.setText(point_said(row.said, row.quoted))
        self.done.setText(str(DECISIONS[row.decision]) if row.decision else "–")
        self.why.setText(row.reason.strip() or "–")
        self.effect.setText(effect)
