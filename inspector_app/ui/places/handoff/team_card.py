"""The team: who has what in words, your own identity card, and the cards of colleagues."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from inspector_app.core.domain import endings
from inspector_app.core.domain.team import Card as IdentityCard
from inspector_app.core.domain.trust import Standing
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.handoffs import LedgerRow
from inspector_app.core.services.people import roles_given, team
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.words import later, say
from inspector_app.ui import ask
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.card import Card
from inspector_app.ui.controls.chip import Chip, Means
from inspector_app.ui.controls.fields.drop_down import DropDown
from inspector_app.ui.controls.fields.fact import as_it_stands
from inspector_app.ui.controls.fields.field import Field
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.focus import go_to
from inspector_app.ui.controls.job_line import JobLine
from inspector_app.ui.controls.labels import text_label
from inspector_app.ui.controls.layouts import empty
from inspector_app.ui.jobs import Jobs
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.words.ledger import is_silent, last_given, sentences, state, up_to, without_card
from inspector_app.ui.words.roles import ROLES

KINDS = "Identity cards (*.card)"
COMPARE = (
    "Compare this key with {name}, face to face or by telephone: all twelve groups must be the same. "
    "Then you know that it is theirs."
)


_NARROW = 480  # px at 100%: below it who has what stands in lines and not in columns
_ACROSS = 3  # groups of a key in a line: as many as the narrowest card has room for, at 200% too
_CHIPS = {Standing.CHANGED: Means.WARN, Standing.WAITING: Means.WARN}


class LedgerCard(Card):
    """Who has what: a person a line, with whose work is here up to when, and what was last given and how."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(say("Who has what"), "", parent)
        self._people = QGridLayout()
        self._people.setHorizontalSpacing(theme.px(sizes.PAGE))
        self._people.setVerticalSpacing(theme.px(sizes.CLOSE))
        self.body.addLayout(self._people)
        self.body.addStretch(1)
        self.lines: list[QLabel] = []
        self._narrow = False
        self._rows: tuple[Sequence[LedgerRow], datetime] | None = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where four columns would be a word a line, a person's line stands below their name."""
        super().resizeEvent(event)
        narrow = self.width() < theme.px(_NARROW)
        if narrow != self._narrow:
            self._narrow = narrow
            if self._rows is not None:
                self.set_rows(*self._rows)

    def set_rows(self, rows: Sequence[LedgerRow], now: datetime) -> None:
        """Say what the ledger holds. A line is heard as whole sentences, which its tip shows."""
        self._rows = rows, now
        empty(self._people)
        self.lines = []
        for column in (1, 2, 3):
            self._people.setColumnStretch(column, 0 if self._narrow else 1)
        self._people.setColumnStretch(0, 1 if self._narrow else 0)
        if not self._narrow:
            self._add_heads()
        add = self._add_below if self._narrow else self._add
        for place, row in enumerate((row for row in rows if not is_silent(row)), 1):
            add(row, now, place)
        if without_card(rows):
            rest = _cell(self, without_card(rows), "quiet")
            self._people.addWidget(rest, self._people.rowCount(), 0, 1, 1 if self._narrow else 4)
            self.lines.append(rest)

    def _add_heads(self) -> None:
        heads = (say("Person"), say("You have their work up to"), say("Last given to them"), say("How it stands"))
        for column, head in enumerate(heads):
            self._people.addWidget(_cell(self, head, "quiet"), 0, column)

    def _add_below(self, row: LedgerRow, now: datetime, place: int) -> None:
        """The name, and its sentences in a line below."""
        who = self._who(row, now)
        self._people.addWidget(who, 2 * place, 0)
        self._people.addWidget(_cell(self, " ".join(sentences(row, now)), "quiet"), 2 * place + 1, 0, 1, 2)
        self._add_state(row, 2 * place, 1)

    def _who(self, row: LedgerRow, now: datetime) -> QLabel:
        name = say("{name}, you", name=row.name) if row.me else ", ".join(part for part in (row.name, row.role) if part)
        who, told = _cell(self, name, "label"), " ".join(sentences(row, now))
        who.setAccessibleName(f"{name}: {told}")
        who.setToolTip(told)
        self.lines.append(who)
        return who

    def _add(self, row: LedgerRow, now: datetime, place: int) -> None:
        who = self._who(row, now)
        given = "–" if row.me else last_given(row, now) or say("nothing yet")
        for column, cell in enumerate((who, _cell(self, up_to(row, now)), _cell(self, given))):
            self._people.addWidget(cell, place, column)
        self._add_state(row, place, 3)

    def _add_state(self, row: LedgerRow, place: int, column: int) -> None:
        if state(row):
            good = not (row.missing or row.unconfirmed)
            means = _CHIPS.get(row.standing, Means.GOOD if good else Means.WARN if row.missing else Means.NAME)
            self._people.addWidget(Chip(means, state(row), self), place, column)


def _cell(parent: QWidget, words: str, role: str = "") -> QLabel:
    label = text_label(parent)
    label.setText(words)
    return theme.role(label, role) if role else label


_OF_MEMBER = later(
    "Give it to the lead in any way you like: nothing in it is secret. With it, packages can be sealed to you."
)
_OF_LEAD = later(
    "Nothing in it is secret. Colleagues have it with the package that you give them to start from; whoever asks for it can "
    "have it in any way you like, and compares the key with you."
)


class MyCard(Card):
    """The person's own card: the key colleagues compare, and the file they need."""

    def __init__(self, laptop: Laptop, jobs: Jobs, parent: QWidget | None = None, *, leads: bool = False) -> None:
        about = _OF_LEAD if leads else _OF_MEMBER
        super().__init__("Your identity card", about.say(), parent)
        self._laptop = laptop
        self.key = KeyLabel(self)
        self.key.set_key(self._laptop.person.name, self._laptop.fingerprint())
        self.save = PressButton("Save &my card…", self)
        self.save.clicked.connect(self.save_as)
        self.line = JobLine(jobs, "Saving the card", self)
        self.stack(self.key, self.save, self.line)
        self.body.addStretch(1)

    def save_as(self) -> None:
        """Ask where, and write the card there."""
        laptop = self._laptop
        named = f"{laptop.person.name}{endings.CARD}"
        path = ask.save_file(self, "Save my identity card", KINDS, ask.in_documents(named))
        if path is None:
            return

        def work(_ticket: object) -> None:
            team.write_card(laptop, path)

        self.line.run("Writing", work, lambda _: self.line.say(f"Your identity card: {path}"))


class AddCard(Card):
    """A colleague's card: shown with its key before it is added. Signals `added`."""

    added = Signal()

    def __init__(self, workspace: Workspace, jobs: Jobs, parent: QWidget | None = None) -> None:
        about = "Somebody whose card is in the team can be given packages, and packages of theirs can be taken."
        super().__init__("A colleague's card", about, parent)
        self._workspace = workspace
        self._found: IdentityCard | None = None
        self.choose = PressButton("&Add a card from a file…", self)
        self.who = theme.role(text_label(self), "label")
        self.key = KeyLabel(self)
        self.role_box = DropDown(self)
        self._role = Field(say("&Role in this inspection"), self.role_box)
        self.add = theme.role(PressButton("Add to the &team", self), "primary")
        self.replace = PressButton(self)
        self.leave = PressButton(say("Leave it"), self)
        self.line = JobLine(jobs, "The card", self)
        self.choose.clicked.connect(self.ask_for_card)
        self.add.clicked.connect(lambda: self._add())
        self.replace.clicked.connect(lambda: self._add(replacing=True))
        self.leave.clicked.connect(lambda: self._show(None))
        buttons = Flow(self.add, self.replace, self.leave)
        self.stack(self.choose, self.who, self.key, self._role)
        self.body.addLayout(buttons)
        self.body.addWidget(self.line)
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
        self.replace.hide()
        for part in (self.who, self.key, self.add, self.leave):
            part.setVisible(found is not None)
        self._role.setVisible(found is not None and roles_given.leads(self._workspace))
        if found is None:
            return

        claim = say("{name}. The card says: {role}", name=as_it_stands(found.name), role=as_it_stands(found.role))
        self.who.setText(claim if found.role else as_it_stands(found.name))
        self._offer_role(roles_given.offered(self._workspace, found))
        self.key.set_key(found.name, team.fingerprint(found), COMPARE.format(name=found.name))
        go_to(self.key.groups, self.add, self.who)

    def _offer_role(self, offered: str) -> None:
        """The lead says what somebody is here: as before, or what the card says where that gives no rights."""
        self.role_box.clear()
        self.role_box.addItems(list(dict.fromkeys((offered, *ROLES))))
        self.role_box.setCurrentText(offered)

    def _add(self, *, replacing: bool = False) -> None:
        found, workspace = self._found, self._workspace
        role = "" if self._role.isHidden() else self.role_box.currentText()
        if found is not None:

            def work(_ticket: object) -> None:

                team.add(workspace, found, replacing=replacing, role=role)

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
        self.line.say(f"{card.name} is in the team. Give them a package of everything to start from.")
        self.choose.setFocus()
        self.added.emit()


class KeyLabel(QWidget):
    """A person's key in twelve groups, three in a line, large enough to read aloud, and what to do with it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.groups, self._about = theme.role(text_label(self), "heading"), text_label(self)
        self.groups.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.groups.setWordWrap(False)  # two people who compare it see one shape
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.groups)
        layout.addWidget(self._about)

    def set_key(self, name: str, key: str, about: str = "") -> None:
        """Show the key of a person."""
        self.groups.setText(in_lines(key))
        self.groups.setAccessibleName(f"Key of {name}: {key}")
        self._about.setText(about)
        self._about.setVisible(bool(about))


def in_lines(key: str) -> str:
    """A key in lines of three groups, wherever it stands and however wide that is."""
    groups = key.split()
    return "\n".join(" ".join(groups[at : at + _ACROSS]) for at in range(0, len(groups), _ACROSS))


def _read(path: Path) -> IdentityCard:

    return team.read_card(path)
