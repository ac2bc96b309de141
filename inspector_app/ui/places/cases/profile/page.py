"""The profile of the sample: how its cases divide, beside the service's caseload, and how each part was judged."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QVBoxLayout, QWidget

from inspector_app.core.domain.cases.second_marking import WHO_SEES
from inspector_app.core.rating.breakdown import SampleBreakdown
from inspector_app.core.services.results import breakdowns
from inspector_app.core.words import say
from inspector_app.ui import actions
from inspector_app.ui.controls.buttons.way_back import way_back
from inspector_app.ui.controls.empty import Empty
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.focus import hand_on
from inspector_app.ui.controls.frames.framed import frame
from inspector_app.ui.controls.labels import plain_label, text_label
from inspector_app.ui.controls.reading import Reading
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.note.door import door_into
from inspector_app.ui.page import FollowingPage, Shared
from inspector_app.ui.places.cases.profile import words
from inspector_app.ui.places.cases.profile.card import SampleCard


@dataclass(frozen=True, slots=True)
class ProfilePlace:
    """How far it was scrolled, for whom it was shown, and of which samples (codes) the caseload was unfolded."""

    scroll: int
    outside: bool = False
    unfolded: frozenset[str] = frozenset()


class ProfilePage(FollowingPage):
    """Counts; what is typed is the service's caseload alone."""

    code = "profile"
    read_by = frozenset({"case", "judgement", "totals", "caseload", *WHO_SEES})
    is_written_on = True
    offers = ("undo", "redo")

    def __init__(self, shared: Shared) -> None:
        super().__init__(shared)
        self.back = way_back("cases", self)
        self.outside = QCheckBox(str(words.OUTSIDE), self)
        self.reading = Reading(self)
        self._door = door_into(self._workspace)
        self._found: tuple[SampleBreakdown, ...] = ()
        self.cards: dict[str, SampleCard] = {}
        self._lay_out()
        self.back.clicked.connect(lambda: self.want_page("cases"))
        self.outside.toggled.connect(lambda _on: self._show())
        self._read()

    def _lay_out(self) -> None:
        inside = theme.role(QWidget(), "page")
        said = theme.role(text_label(inside), "quiet")
        said.setText(words.TEAM)
        said.setIndent(theme.px(sizes.CLOSE))  # the edge of the keyboard lies before it
        self._nothing = Empty(inside, say("No cases yet"), words.NOTHING.say(key=actions.keys("facts")))
        body = QVBoxLayout(inside)
        body.setContentsMargins(0, theme.px(sizes.TIGHT), 0, 0)
        body.setSpacing(theme.px(sizes.APART))
        self._lines = QVBoxLayout()
        body.addWidget(said)
        body.addWidget(self._nothing)
        body.addLayout(self._lines)
        body.addStretch(1)
        self.reading.setWidgetResizable(True)
        self.reading.setFrameShape(QFrame.Shape.NoFrame)
        self.reading.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.reading.setAccessibleName(self.title)
        self.reading.setAccessibleDescription(words.TEAM)
        self.reading.setWidget(inside)
        head = Flow(self.back, theme.role(plain_label(self.title, self), "title"))
        head.add_gap()
        head.addWidget(self.outside)
        layout = QVBoxLayout(self)
        frame(self, layout)
        layout.setSpacing(theme.px(sizes.NEAR))
        layout.addLayout(head)
        layout.addWidget(self.reading, 1)
        hand_on(self, self.reading)

    # what every page can do

    def flush(self) -> bool:
        """Put everything typed on disk. False when some of it could not be; it stays in its box."""
        written = [card.flush() for card in self.cards.values()]
        return all(written)

    def place(self) -> ProfilePlace:
        """Where the person is."""
        unfolded = frozenset(code for code, card in self.cards.items() if card.given.open)
        return ProfilePlace(self.reading.verticalScrollBar().value(), self.outside.isChecked(), unfolded)

    def return_to(self, place: object) -> None:
        """Go back to a place that `place` gave."""
        if not isinstance(place, ProfilePlace):
            return
        self.outside.setChecked(place.outside)
        for code in place.unfolded & self.cards.keys():
            self.cards[code].given.set_open(True)
        self.reading.verticalScrollBar().setValue(place.scroll)

    # showing

    def _read(self) -> None:
        if not self._stale:
            return
        self._stale = False
        self._found = breakdowns.read(self._workspace)
        self._show()
        given = breakdowns.given(self._workspace)
        for card in self.cards.values():
            card.show_given(given)

    def _show(self) -> None:
        outside = self.outside.isChecked()
        shown = breakdowns.outside(self._workspace) if outside else self._found
        self._nothing.setVisible(not self._found)
        there = {sample.code for sample in shown}
        for code, card in self.cards.items():
            card.setVisible(code in there)
        for sample in shown:
            self._card(sample).show_sample(sample, outside=outside)

    def _card(self, sample: SampleBreakdown) -> SampleCard:
        if sample.code not in self.cards:
            lowers = [band.lower for band in self._workspace.framework.rating.bands]
            self.cards[sample.code] = SampleCard(sample, lowers, self._door, self)
            self._lines.addWidget(self.cards[sample.code])
        return self.cards[sample.code]
