"""The profile of the sample: how its cases divide by type, age and background. For the team alone."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from inspector_app.core.domain.cases.case_facts import FEW, Characteristic, SampleProfile
from inspector_app.core.services.cases import case_facts
from inspector_app.core.words import count
from inspector_app.ui import actions
from inspector_app.ui.bridge import Touched
from inspector_app.ui.controls.buttons.way_back import way_back
from inspector_app.ui.controls.card import Card
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.focus import hand_on
from inspector_app.ui.controls.framed import frame
from inspector_app.ui.controls.labels import plain_label, text_label
from inspector_app.ui.controls.layouts import empty
from inspector_app.ui.controls.reading import Reading
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.page import Page, Shared

_TEAM = (
    f"For the inspection team alone. How the cases divide goes into no report, and is not for the service: "
    f"numbers under {FEW}, marked ▾, can point to a child."
)
_NOTHING = "No cases yet. The facts of each case are on its page ({key})."
_ONE = 272  # px at 100%: one characteristic


class ProfilePage(Page):
    """Counts, and nothing to edit."""

    code = "profile"

    def __init__(self, shared: Shared) -> None:
        super().__init__(shared)
        self.back = way_back("cases", self)
        self._reading = Reading(self)
        self._reading.setWidgetResizable(True)
        self._reading.setFrameShape(QFrame.Shape.NoFrame)
        self._reading.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._reading.setAccessibleName(self.title)
        self._reading.setAccessibleDescription(_TEAM)
        self._shown: tuple[SampleProfile, ...] | None = None
        self._cards = QWidget()
        self._lines = QVBoxLayout(self._cards)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._stale = True
        self._lay_out()
        self.back.clicked.connect(lambda: self.want_page("cases"))

    def _lay_out(self) -> None:
        inside = theme.role(QWidget(), "page")
        title, said = theme.role(plain_label(self.title, inside), "title"), theme.role(text_label(inside), "quiet")
        said.setText(_TEAM)
        layout = QVBoxLayout(inside)
        frame(self, layout)
        layout.setSpacing(theme.px(2 * theme.GRID))
        head = Flow(self.back, title)
        layout.addLayout(head)
        for widget in (said, self._cards):
            layout.addWidget(widget)
        layout.addStretch(1)
        self._reading.setWidget(inside)
        self.fill(self._reading)
        hand_on(self, self._reading)

    def refresh(self, touched: Touched) -> None:
        """Count again when a case changed: now when the page is seen, otherwise when it next is."""
        if any(entity == "case" for entity, _ in touched):
            self._stale = True
            if self.isVisible():
                self._read()

    def place(self) -> int:
        """How far the page is scrolled."""
        return self._reading.verticalScrollBar().value()

    def return_to(self, place: object) -> None:
        """Go back to a place that `place` gave."""
        if isinstance(place, int):
            self._reading.verticalScrollBar().setValue(place)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was edited elsewhere."""
        super().showEvent(event)
        self._read()

    def _read(self) -> None:
        if not self._stale:
            return
        self._stale = False
        found = case_facts.profile(self._workspace)
        if found == self._shown:
            return
        self._shown = found
        empty(self._lines)
        if not found:
            said = theme.role(text_label(self._cards), "quiet")
            said.setText(_NOTHING.format(key=actions.keys("facts")))
            self._lines.addWidget(said)
        for sample in found:
            self._lines.addWidget(self._card(sample))

    def _card(self, sample: SampleProfile) -> Card:
        card = Card(f"{sample.title}: {count(sample.cases, '{n} case', '{n} cases')}", parent=self._cards)
        across = Flow(*(_table(characteristic) for characteristic in sample.characteristics), middle=False)
        across.setSpacing(theme.px(2 * theme.GRID))
        card.body.addLayout(across)
        return card


def _table(characteristic: Characteristic) -> QWidget:
    made = QWidget()
    made.setFixedWidth(theme.px(_ONE))
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, theme.px(sizes.CLOSE))
    grid.setVerticalSpacing(theme.px(sizes.HAIR))
    grid.setColumnStretch(0, 1)
    grid.addWidget(theme.role(plain_label(characteristic.title, made), "label"), 0, 0, 1, 2)
    for place, line in enumerate(characteristic.lines, 1):
        said, number = text_label(made), plain_label(f"{'▾ ' if line.count < FEW else ''}{line.count}", made)
        said.setText(line.value[:1].upper() + line.value[1:])
        small = ", fewer than five: for the team alone" if line.count < FEW else ""
        number.setAccessibleName(f"{characteristic.title}, {line.value}: {line.count}{small}")
        grid.addWidget(said, place, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(number, place, 1, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
    grid.setRowStretch(len(characteristic.lines) + 1, 1)
    return made
