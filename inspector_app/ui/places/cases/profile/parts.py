"""The parts of a sample's card: each characteristic with its shares, and how the parts of one were judged."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from inspector_app.core.domain.by_question import Total
from inspector_app.core.domain.cases.case_facts import FEW
from inspector_app.core.rating import profile_words
from inspector_app.core.rating.breakdown import Breakdown, SampleBreakdown, percent, share
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.labels import plain_label, said_label
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.places.cases.profile import words
from inspector_app.ui.places.cases.profile.charts import SharesBar, YesBar

ONE = 272  # px at 100%: one characteristic
_CELL = 104  # and one key question of a part


def shares(one: Breakdown) -> QWidget:
    """A characteristic: for each of its values the number, its share, and the service's."""
    made = QWidget()
    made.setFixedWidth(theme.px(ONE))
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, theme.px(sizes.CLOSE))
    grid.setVerticalSpacing(theme.px(sizes.HAIR))
    grid.setColumnStretch(0, 1)
    grid.addWidget(theme.role(plain_label(one.title, made), "label"), 0, 0, 1, 2)
    if not one.parts:
        grid.addWidget(said_label(made, str(profile_words.NOT_TOLD), "small"), 1, 0, 1, 2)
    for place, part in enumerate(one.parts):
        row = 1 + 3 * place
        number = plain_label(f"{'▾ ' if part.cases < FEW else ''}{words.cases(part, one)}", made)
        number.setAccessibleName(words.spoken(one, part))
        grid.addWidget(said_label(made, profile_words.called(part)), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(number, row, 1, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        beside = share(part.caseload, one.caseload) if part.caseload is not None else None
        grid.addWidget(SharesBar(share(part.cases, one.cases) or 0, beside, made), row + 1, 0, 1, 2)
        if said := words.caseload(part, one):
            grid.addWidget(said_label(made, said, "small"), row + 2, 0, 1, 2)
    grid.setRowStretch(3 * len(one.parts) + 2, 1)
    return made


def judged(sample: SampleBreakdown, one: Breakdown, lowers: Sequence[int], *, outside: bool) -> QWidget:
    """How the cases of each part were judged on each key question, under how all were."""
    made = QWidget()
    lines = QVBoxLayout(made)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(theme.px(sizes.CLOSE))
    told = [(profile_words.called(part), part.rates) for part in one.parts]
    for called, rates in (("All cases", one.rates), *told):
        lines.addWidget(theme.role(plain_label(called, made), "label"))
        cells = (
            _cell(ref, called, rate, lowers, outside=outside) for ref, rate in zip(sample.questions, rates, strict=True)
        )
        across = Flow(*cells, middle=False)
        across.setSpacing(theme.px(sizes.NEAR))
        lines.addLayout(across)
    if not one.parts:
        lines.addWidget(said_label(made, str(profile_words.NOT_TOLD), "small"))
    return made


def _cell(ref: str, called: str, rate: Total | None, lowers: Sequence[int], *, outside: bool) -> QWidget:
    made = QWidget()
    made.setFixedWidth(theme.px(_CELL))
    inside = QVBoxLayout(made)
    inside.setContentsMargins(0, 0, 0, 0)
    inside.setSpacing(theme.px(sizes.HAIR))
    inside.addWidget(theme.role(plain_label(ref, made), "small"))
    inside.addWidget(YesBar(percent(rate), lowers, made))
    number = plain_label(profile_words.rate(rate, outside=outside), made)
    number.setAccessibleName(words.rate_spoken(ref, called, rate, outside=outside))
    inside.addWidget(number)
    return made
