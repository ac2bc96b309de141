"""Who sits at the ratings panel: a choice for each of the team, which the lead makes."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from inspector_app.core.domain.inspection import Person
from inspector_app.core.domain.panel.own_ratings import Seat
from inspector_app.core.words import say
from inspector_app.ui.controls.fields.choice import Choice
from inspector_app.ui.controls.frames.card_area import CardArea
from inspector_app.ui.controls.labels import plain_label, text_label
from inspector_app.ui.controls.layouts import column, empty
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.places.ratings.members import words

_NARROW = 220  # px at 100%: how wide a choice is at least


class Seats(CardArea):
    """`seated` with a person's id and the code of the seat that was chosen ("" for none)."""

    seated = Signal(str, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.choices: dict[str, Choice] = {}
        inside = theme.role(QWidget(), "page")
        about = theme.role(text_label(inside), "quiet")
        about.setText(
            say(
                "The lead says who sits at the panel. Each member’s own rating is sealed so that only the chair "
                "can open it; if the chair changes, it has to be given again."
            )
        )
        rows = QWidget(inside)  # a name and its seat are read together: not at the two ends of a broad page
        self._rows = QGridLayout(rows)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setColumnStretch(0, 1)
        self._rows.setSpacing(theme.px(sizes.CLOSE))
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(*(theme.px(sizes.APART),) * 4)
        layout.setSpacing(theme.px(sizes.CLOSE))
        layout.addWidget(theme.role(plain_label(say("Who sits at the panel"), inside), "heading"))
        layout.addLayout(column(about))
        layout.addLayout(column(rows))
        layout.addStretch(1)
        self.setWidget(inside)

    def show_seats(self, team: Sequence[Person], seats: Mapping[str, Seat], *, may: bool) -> None:
        """Show everybody's seat; `may`: this person says who sits where."""
        if list(self.choices) != [person.id for person in team]:
            self._make_rows(team)
        for person, choice in self.choices.items():
            choice.show_choice(seats.get(person, ""))
            choice.setEnabled(may)

    def _make_rows(self, team: Sequence[Person]) -> None:
        empty(self._rows)
        self.choices = {person.id: self._choice(person) for person in team}
        for place, person in enumerate(team):
            name = text_label(self)
            name.setText(f"{person.name} · {person.role}" if person.role else person.name)
            self._rows.addWidget(name, place, 0)
            self._rows.addWidget(self.choices[person.id], place, 1)

    def _choice(self, person: Person) -> Choice:
        made = Choice(say("Seat: {name}", name=person.name))
        made.setMinimumWidth(theme.px(_NARROW))
        made.set_choices((str(code), str(said)) for code, said in words.SEATS.items())
        made.chosen.connect(lambda seat, who=person.id: self.seated.emit(who, seat))
        return made
