"""The team: who has what in words, your own identity card, and the cards of colleagues."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector_app.core.domain import endings
from inspector_app.core.domain.roles import written
from inspector_app.core.domain.team import Card as IdentityCard
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.people import coming_in, roles_given, team
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.words import later, say
from inspector_app.ui import ask
from inspector_app.ui.controls.buttons.drawn import draw
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.card import Card
from inspector_app.ui.controls.fields.drop_down import DropDown
from inspector_app.ui.controls.fields.fact import as_it_stands
from inspector_app.ui.controls.fields.field import Field
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.focus import go_to
from inspector_app.ui.controls.job_line import JobLine
from inspector_app.ui.controls.labels import text_label
from inspector_app.ui.jobs import Jobs
from inspector_app.ui.look import theme
from inspector_app.ui.places.handoff.key_groups import KeyGroups
from inspector_app.ui.words.handoffs.roles import ROLES

KINDS = "Identity cards (*.card)"
COMPARE = (
    "Compare this key with {name}, face to face or by telephone: all twelve groups must be the same. "
    "Then you know that it is theirs."
)


_OF_MEMBER = later(
    "Give it to the lead in any way you like: nothing in it is secret. With it, packages can be sealed to you."
)
_OF_LEAD = later(
    "Nothing in it is secret. Colleagues get it with the package that you give them to start from. You can send "
    "it to anybody else in any way you like; they then compare the key with you."
)


class MyCard(Card):
    """The person's own card: the key colleagues compare, and the file they need.

    `folded`: key and words are there once `show` is pressed. It and `save` are placed by whoever makes it folded.
    """

    def __init__(
        self, laptop: Laptop, jobs: Jobs, parent: QWidget | None = None, *, leads: bool = False, folded: bool = False
    ) -> None:
        about = _OF_LEAD if leads else _OF_MEMBER
        super().__init__("Your identity card", about.say(), parent)
        self._laptop, self._leads = laptop, leads
        self.key = KeyLabel(self)
        self.key.set_key(self._laptop.person.name, self._laptop.fingerprint())
        self.save = PressButton("Save &my card…", self)
        self.show_key = theme.role(
            PressButton(say("Show m&y key"), self), "slight"
        )  # its words end where its column does
        self.show_key.setVisible(folded)
        self.show_key.setCheckable(True)
        self.save.clicked.connect(self.save_as)
        self.show_key.toggled.connect(self.setVisible)
        self.line = JobLine(jobs, "Saving the card", self)
        self.stack(self.key, *([] if folded else [self.save, self.line]))
        self.body.addStretch(1)
        if folded:
            self.hide()

    def save_as(self) -> None:
        """Ask where, and write the card there."""
        laptop = self._laptop
        named = f"{laptop.person.name}{endings.CARD}"
        path = ask.save_file(self, "Save my identity card", KINDS, ask.in_documents(named))
        if path is None:
            return

        def work(_ticket: object) -> None:
            team.write_card(laptop, path)

        self.line.run("Writing", work, lambda _: self.line.say(self._saved(path)))

    def _saved(self, path: Path) -> str:
        """Where it is, and what comes next."""
        said = say("Your identity card is saved: {path}", path=path)
        if self._leads:
            return said
        return f"{said}\n{say('Give the file to the lead. You get a package to join with.')}"


def claimed(card: IdentityCard) -> str:
    """Whose card it is, and what it says of them: what somebody is in an inspection, its lead says."""
    name, role = as_it_stands(card.name), as_it_stands(written(card.role))
    return say("{name}. The card says: {role}", name=name, role=role) if card.role else name


class AddCard(Card):
    """A colleague's card: shown with its key before it is added, and there only then. Signals `added`.

    `choose` and `line` are placed by whoever makes it.
    """

    added = Signal()

    def __init__(self, workspace: Workspace, jobs: Jobs, parent: QWidget | None = None) -> None:
        about = "You can give packages to anybody whose card is in the team, and take theirs."
        super().__init__("A colleague’s card", about, parent)
        self._workspace = workspace
        self._found: IdentityCard | None = None
        self.choose = draw(PressButton("&Add a colleague’s card…", self), "add")
        self.who = theme.role(text_label(self), "label")
        self.key = KeyLabel(self)
        self.role_box = DropDown(self)
        self._role = Field(say("&Role in this inspection"), self.role_box)
        self.in_place_of = DropDown(self)
        self._in_place = Field(say("Already &in the team as"), self.in_place_of)
        self.add = theme.role(PressButton("Add to the &team", self), "primary")
        self.replace = PressButton(self)
        self.leave = PressButton(say("Leave it"), self)
        self.line = JobLine(jobs, "The card", self)
        self.choose.clicked.connect(self.ask_for_card)
        self.add.clicked.connect(lambda: self._add())
        self.replace.clicked.connect(lambda: self._add(replacing=True))
        self.leave.clicked.connect(lambda: self._show(None))
        buttons = Flow(self.add, self.replace, self.leave)
        self.stack(self.who, self.key, self._in_place, self._role)
        self.body.addLayout(buttons)
        self.body.addStretch(1)
        self._show(None)

    def ask_for_card(self) -> None:
        """Ask for a card file, and show whose it is."""
        path = ask.open_file(self, "Add an identity card", KINDS)
        if path is not None:
            self._show(None)
            self.line.run("Reading", lambda _: _read(path), self._show)

    def _show(self, found: IdentityCard | None) -> None:
        self._found = found
        self.setVisible(found is not None)
        self.replace.hide()
        for part in (self.who, self.key, self.add, self.leave):
            part.setVisible(found is not None)
        self._role.setVisible(found is not None and roles_given.leads(self._workspace))
        self._in_place.hide()
        if found is None:
            return
        self._offer_names(found)
        self.who.setText(claimed(found))
        self._offer_role(roles_given.offered(self._workspace, found))
        self.key.set_key(found.name, team.fingerprint(found), COMPARE.format(name=found.name))
        go_to(self.key.groups, self.add, self.who)

    def _offer_names(self, found: IdentityCard) -> None:
        """Who is in the team by a name alone may be the card's holder: the lead says which, and one is likely."""
        others = coming_in.by_name_only(self._workspace, found, team.members(self._workspace))
        likely = coming_in.likely(found, others)
        self.in_place_of.clear()
        self.in_place_of.addItem(say("nobody: they are new to it"), "")
        for other in others:
            self.in_place_of.addItem(as_it_stands(other.name), other.id)
        self.in_place_of.setCurrentIndex(self.in_place_of.findData(likely.id) if likely else 0)
        self._in_place.setVisible(bool(others))

    def _offer_role(self, offered: str) -> None:
        """The lead says what somebody is here: as before, or what the card says where that gives no rights."""
        self.role_box.clear()
        self.role_box.addItems(list(dict.fromkeys((offered, *ROLES))))
        self.role_box.setCurrentText(offered)

    def _add(self, *, replacing: bool = False) -> None:
        found, workspace = self._found, self._workspace
        role = "" if self._role.isHidden() else self.role_box.currentText()
        of = "" if self._in_place.isHidden() else str(self.in_place_of.currentData() or "")
        if found is not None:

            def work(_ticket: object) -> None:
                team.add(workspace, found, replacing=replacing, role=role, of=of)

            self.line.run("Adding", work, lambda _: self._on_added(found), self._on_no)

    def _on_no(self, error: Expected) -> None:
        """Another card of somebody who has one here takes a yes of its own."""
        if error.code is Code.KEYS_DIFFER and self._found is not None:
            self.replace.setText(say("Accept the &new card of {name}", name=as_it_stands(self._found.name)))
            self.replace.show()
            self.add.hide()
            self.leave.setFocus()

    def _on_added(self, card: IdentityCard) -> None:
        self._show(None)
        self.line.say(f"{card.name} is in the team. Give them a package: their first holds everything.")
        self.choose.setFocus()
        self.added.emit()


class KeyLabel(QWidget):
    """A person's key in its twelve groups, and what to do with it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.groups, self._about = KeyGroups(self), text_label(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.groups)
        layout.addWidget(self._about)

    def set_key(self, name: str, key: str, about: str = "") -> None:
        """Show the key of a person."""
        self.groups.set_key(key, say("Key of {name}: {key}", name=name, key=key))
        self._about.setText(about)
        self._about.setVisible(bool(about))


def _read(path: Path) -> IdentityCard:
    return team.read_card(path)
