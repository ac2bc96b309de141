"""One sample: how its cases divide, how the parts of one characteristic were judged, and the service's caseload."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector_app.core.rating.breakdown import SampleBreakdown
from inspector_app.core.words import count, say
from inspector_app.ui.controls.card import Card
from inspector_app.ui.controls.expander import Expander
from inspector_app.ui.controls.fields.drop_down import DropDown
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.labels import plain_label
from inspector_app.ui.controls.layouts import empty
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.note.door import Door
from inspector_app.ui.places.cases.profile import parts, words
from inspector_app.ui.places.cases.profile.caseload_boxes import CaseloadBoxes


class SampleCard(Card):
    """What is counted is made anew when it changed; the boxes stay."""

    def __init__(self, sample: SampleBreakdown, lowers: Sequence[int], door: Door, parent: QWidget) -> None:
        super().__init__(sample.title, parent=parent)
        self._sample, self._lowers, self._outside = sample, lowers, False
        self._given: Mapping[str, tuple[str, bool]] = {}
        self.by = theme.role(DropDown(self), "chip")
        self.by.setAccessibleName(say("{sample}: how they were judged, by", sample=sample.title))
        for one in sample.by:
            self.by.addItem(say("By: {field}", field=one.title[:1].lower() + one.title[1:]), one.code)
        self.by.currentIndexChanged.connect(self._show_judged)
        self.given: Expander[CaseloadBoxes] = Expander(
            str(words.CASELOAD), sample.title, lambda: self._make_boxes(door), self
        )
        self._shares, self._judged = QVBoxLayout(), QVBoxLayout()
        self.body.addLayout(self._shares)
        how = theme.role(plain_label(say("How they were judged"), self), "heading")
        self.body.addLayout(Flow(how, self.by))
        self.body.addLayout(self._judged)
        for widget in (how, self.by):
            widget.setVisible(bool(sample.questions))
        self.body.addLayout(Flow(self.given.button))
        self.body.addWidget(self.given)

    def _make_boxes(self, door: Door) -> CaseloadBoxes:
        made = CaseloadBoxes(self._sample.code, self._sample.title, door)
        made.show_given(self._given)
        return made

    def show_sample(self, sample: SampleBreakdown, *, outside: bool) -> None:
        """Show how it divides, as it may be told outside or with all numbers."""
        self._sample, self._outside = sample, outside
        self.heading.setText(count(sample.cases, "{title}: {n} case", "{title}: {n} cases", title=sample.title))
        empty(self._shares)
        made = QWidget(self)
        across = Flow(*(parts.shares(one) for one in sample.by), middle=False)
        across.setSpacing(theme.px(sizes.APART))
        made.setLayout(across)
        self._shares.addWidget(made)
        self._show_judged()

    def show_given(self, given: Mapping[str, tuple[str, bool]]) -> None:
        """Show what was typed of the caseload."""
        self._given = given
        if self.given.inside is not None:
            self.given.inside.show_given(given)

    def _show_judged(self) -> None:
        empty(self._judged)
        if not self._sample.questions:
            return
        one = next(one for one in self._sample.by if one.code == self.by.currentData())
        self._judged.addWidget(parts.judged(self._sample, one, self._lowers, outside=self._outside))

    def flush(self) -> bool:
        """Put everything typed on disk. False when some of it could not be."""
        return self.given.inside is None or self.given.inside.flush()
