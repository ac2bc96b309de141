"""Setting up, step 2: who is in the team."""

from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from inspector_app.core.domain.team import Card as IdentityCard
from inspector_app.core.errors import Expected
from inspector_app.core.services.fieldwork import setting_up
from inspector_app.core.services.people import roles_given, team
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.words import count, say
from inspector_app.ui import actions
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.fields.called import call
from inspector_app.ui.controls.fields.drop_down import DropDown
from inspector_app.ui.controls.fields.fact import as_shown
from inspector_app.ui.controls.fields.field import Field
from inspector_app.ui.controls.fields.plain_line import PlainLine
from inspector_app.ui.controls.fields.reason import brief
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.labels import plain_label
from inspector_app.ui.controls.layouts import empty
from inspector_app.ui.controls.telling import Offer, tell, tried
from inspector_app.ui.last_done import LastDone
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.places.setup.step import Mark, StepCard, line
from inspector_app.ui.words.handoffs.roles import ROLES

_ABOUT = "Add people by name now. Their identity cards, which are added at Hand-off, take the place of the names."


class _Last(NamedTuple):
    """What was done to the team last on this page, for undo: the person, and whether they were added or removed."""

    person: str
    name: str
    added: bool


class TeamStep(StepCard):
    """Signals `handoff_wanted`, where identity cards are added."""

    handoff_wanted = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(2, "Team", _ABOUT, parent)
        self._workspace = workspace
        self._people = QGridLayout()
        self._leave: list[PressButton] = []  # a button a person who can be taken out
        self._roles: list[DropDown] = []  # a box a person whose role the lead says
        self._leads = roles_given.leads(workspace)
        self._shown: list[IdentityCard] | None = None
        self._last = LastDone[_Last]()
        self.name, self.role_box = PlainLine(self), DropDown(self)
        self.role_box.addItems(ROLES)
        self.role_box.setCurrentIndex(1)
        self._field = Field("Name of a colleague", self.name)
        self.add = PressButton("Add to the team", self)
        self.cards = theme.role(PressButton("Identity cards at Hand-off", self), "plain")
        self._lay_out()
        self.name.returnPressed.connect(self._add)
        self.add.clicked.connect(self._add)
        self.cards.clicked.connect(self.handoff_wanted)

    @property
    def stops(self) -> list[QWidget]:
        """Those whose role can be said and who can be taken out, then who comes in."""
        return [*self._roles, *self._leave, self.name, self.role_box, self.add, self.cards]

    def show_team(self) -> None:
        """Show who is in the team now."""
        found = team.members(self._workspace)
        if found != self._shown:
            self._shown = found
            empty(self._people)
            self._leave.clear()
            self._roles.clear()
            for place, member in enumerate(found):
                self._show_member(place, member)
        number = len(found)
        self.say(
            *((Mark.DONE, count(number, "{n} person", "{n} people")) if number > 1 else (Mark.OPEN, "only you so far"))
        )

    def _lay_out(self) -> None:
        self.name.setMinimumWidth(theme.px(sizes.BOX_NAME))
        self._people.setHorizontalSpacing(theme.px(3 * theme.GRID))
        self._people.setVerticalSpacing(theme.px(sizes.TIGHT))
        self._people.setColumnStretch(1, 1)
        boxes = Flow(middle=False)
        boxes.setSpacing(theme.px(2 * theme.GRID))
        for field in (self._field, Field("Role", self.role_box)):
            boxes.addWidget(field)
        self.body.addLayout(self._people)
        self.body.addLayout(boxes)
        self.body.addLayout(Flow(self.add, self.cards))

    def _show_member(self, place: int, member: IdentityCard) -> None:
        me = member.id == self._workspace.me
        card = "you" if me else "identity card here" if member.signing else "no identity card yet"
        name = line(self, member.name, "label")
        if me or not self._leads:
            about: QWidget = line(self, ", ".join(part for part in (member.role, card) if part))
        else:
            about = self._role_of(member, card, name)
        parts: list[QWidget] = [name, about]
        if not me and not member.signing:
            remove = theme.role(PressButton("Remove", self), "plain")
            call(remove, member.name)
            remove.clicked.connect(lambda: self._remove(member.id))
            parts.append(remove)
            self._leave.append(remove)
        for column, part in enumerate(parts):
            self._people.addWidget(
                part, place, column, Qt.AlignmentFlag.AlignLeft if column == 2 else Qt.AlignmentFlag(0)
            )

    def _role_of(self, member: IdentityCard, card: str, name: QLabel) -> QWidget:
        """What the lead says that somebody is, to be said otherwise, and how their card stands."""
        box, row = DropDown(self), QWidget(self)
        box.addItems(list(dict.fromkeys(part for part in (member.role, *ROLES) if part)))
        box.setPlaceholderText(say("no role"))
        box.setCurrentText(member.role) if member.role else box.setCurrentIndex(-1)
        box.setAccessibleName(say("Role of {name}", name=as_shown(member.name)))
        box.activated.connect(lambda: self._say_role(member.id, box.currentText()))
        self._roles.append(box)
        row.setLayout(Flow(box, plain_label(card, row)))
        name.setBuddy(box)  # on Linux a screen reader calls a box by its label alone
        return row

    def _say_role(self, person: str, role: str) -> None:
        try:
            roles_given.give(self._workspace, person, role)
        except Expected as error:
            self._field.set_wrong(brief(error))
        else:
            self._field.set_wrong("")

    def _add(self) -> None:
        try:
            person = setting_up.add_person(self._workspace, self.name.text(), self.role_box.currentText())
        except Expected as error:
            self._field.set_wrong(brief(error))
        else:
            self._field.set_wrong("")
            self._last.did(_Last(person, " ".join(self.name.text().split()), added=True))
            self.name.empty()
        self.name.setFocus()  # people are put in one after another

    def _remove(self, person: str) -> None:
        name = next((member.name for member in self._shown or () if member.id == person), "")
        try:
            setting_up.remove_person(self._workspace, person)
        except Expected as error:
            self._field.set_wrong(brief(error))
        else:
            self._field.set_wrong("")
            last = _Last(person, name, added=False)
            self._last.did(last)
            tell(self, say("{name} is removed from the team.", name=name), self._offer("undo", last))
        self.name.setFocus()

    def _offer(self, code: str, last: _Last) -> Offer:
        return Offer(actions.command(code).text, lambda: self._turn(code, last))

    def invert(self, code: str) -> bool:
        """Undo or redo the last adding or removing of somebody. False where there is none."""
        last = self._last.of(code)
        if last is not None:
            self._turn(code, last)
        return last is not None

    def _turn(self, code: str, last: _Last) -> None:
        """Undo or redo what was done with that person, who may be one before the last: a message stays a while."""
        other, there = "redo" if code == "undo" else "undo", last.added == (code == "redo")
        if there:
            done = tried(self, lambda: self._workspace.editor.undo("person", last.person))
            said = say("{name} is in the team again.", name=last.name)
        else:
            done = tried(self, lambda: setting_up.remove_person(self._workspace, last.person))
            said = say("{name} is removed from the team.", name=last.name)
        if done:
            self._last.did(last)
            if code == "undo":
                self._last.turned()
            tell(self, said, self._offer(other, last))
        self.name.setFocus()
