"""Give: for whom, how much, and a package file to pass on."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QRadioButton, QVBoxLayout, QWidget

from inspector_app.core.domain import endings
from inspector_app.core.domain.when import stamp
from inspector_app.core.services import handoffs
from inspector_app.core.services.handoffs import Exported, LedgerRow
from inspector_app.core.services.ticket import Ticket
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.words import listed
from inspector_app.ui import ask
from inspector_app.ui.controls.card import Card
from inspector_app.ui.controls.job_line import JobLine
from inspector_app.ui.controls.labels import text_label
from inspector_app.ui.controls.layouts import empty, tab_through
from inspector_app.ui.controls.press_button import PressButton
from inspector_app.ui.jobs import Jobs
from inspector_app.ui.look import theme
from inspector_app.ui.places.handoff.package_passphrase import PackagePassphrase
from inspector_app.ui.places.handoff.team_card import documents
from inspector_app.ui.words.handoff import went

KINDS = "Hand-off packages (*.handoff)"
_ABOUT = (
    "A package is one file, sealed to the people ticked here and signed by you. "
    "It also says what has arrived on this laptop."
)


class GiveCard(Card):
    """Writes packages. Signals `given` when one was written: the ledger says something else now."""

    given = Signal()

    def __init__(
        self, workspace: Workspace, jobs: Jobs, flush: Callable[[], bool], parent: QWidget | None = None
    ) -> None:
        super().__init__("Give", _ABOUT, parent)
        self._workspace, self._flush = workspace, flush
        self.people: dict[str, QCheckBox] = {}
        self._unticked: set[str] = set()
        self._boxes = QVBoxLayout()
        self.nobody = text_label(self)
        self.lacking = QRadioButton("What they are not known to have", self)
        self.everything = QRadioButton("Everything that is here, so that somebody can start from it", self)
        self.lacking.setChecked(True)
        self._above = _line(self)
        self.secret = QCheckBox("Seal it with a passphrase, for somebody without a card", self)
        self.passphrase = PackagePassphrase(jobs, self)
        self.save = theme.role(PressButton("&Save the package as…", self), "primary")
        self.line = JobLine(jobs, "Writing the package", self)
        self._lay_out()
        self.secret.toggled.connect(self._show_state)
        self.line.busy_changed.connect(self._show_state)
        self.save.clicked.connect(self.give)
        self._show_state()

    def _lay_out(self) -> None:
        self.body.addLayout(self._boxes)
        self.stack(self.nobody, self._above, self.lacking, self.everything, _line(self), self.secret, self.passphrase)
        self.stack(self.save, self.line)
        self.body.addStretch(1)
        self.nobody.setText("Nobody else has an identity card here yet. Add a colleague's card below.")

    def set_members(self, rows: Sequence[LedgerRow]) -> None:
        """Offer these people; whoever was unticked before stays so."""
        others = [row for row in rows if row.has_card and not row.me]
        if [row.person for row in others] == [*self.people]:
            return
        empty(self._boxes)
        self.people = {row.person: self._box(row) for row in others}
        for box in self.people.values():
            self._boxes.addWidget(box)
        tab_through([*self.people.values(), self.lacking])
        self._show_state()

    def give(self) -> None:
        """Ask where, and write the package there."""
        secret = self.passphrase.chosen() if self.secret.isChecked() else ""
        if self.line.busy or not self._flush() or (self.secret.isChecked() and not secret):
            return
        to = [person for person, box in self.people.items() if box.isChecked()]
        chosen = ask.save_file(self, "Save the package", KINDS, suggested(self._workspace, "Hand-off"))
        if chosen is not None:
            self._write(chosen, [] if secret else to, secret)

    def receipt(self, names: Sequence[str]) -> None:
        """Ask where, and write a receipt for these people."""
        people = listed(names)
        chosen = ask.save_file(self, f"Save the receipt for {people}", KINDS, suggested(self._workspace, "Receipt"))
        if chosen is not None:
            self._run(
                f"Writing a receipt for {people}",
                lambda ticket: _export(self._workspace, chosen, list(names), False, True, "", ticket),
                receipt=True,
            )

    def _write(self, path: Path, to: list[str], secret: str) -> None:
        everything = self.everything.isChecked()
        self._run(
            "Gathering", lambda ticket: _export(self._workspace, path, to, everything, False, secret, ticket), False
        )

    def _run(self, doing: str, work: Callable[[Ticket], Exported], receipt: bool) -> None:
        def done(sent: Exported) -> None:
            self.passphrase.clear()
            self.line.say(went(sent, receipt=receipt))
            self.given.emit()

        self.line.run(doing, work, done)

    def _box(self, row: LedgerRow) -> QCheckBox:
        words = ", ".join(part for part in (row.name, row.role) if part)
        box = QCheckBox(words, self)
        box.setChecked(row.person not in self._unticked)
        box.toggled.connect(lambda ticked: self._tick(row.person, ticked))
        return box

    def _tick(self, person: str, ticked: bool) -> None:
        (self._unticked.discard if ticked else self._unticked.add)(person)
        self._show_state()

    def _show_state(self) -> None:
        secret = self.secret.isChecked()
        ticked = any(box.isChecked() for box in self.people.values())
        self.nobody.setVisible(not self.people and not secret)
        for box in self.people.values():
            box.setVisible(not secret)
        for part in (self._above, self.lacking, self.everything):
            part.setVisible(not secret)
        self.passphrase.setVisible(secret)
        self.save.setEnabled((ticked or secret) and not self.line.busy)


def _line(parent: QWidget) -> QFrame:
    return theme.role(QFrame(parent), "line")


def suggested(workspace: Workspace, what: str) -> Path:
    """A name that says what it is, of which service, from whom and when, in the person's documents."""
    name = f"{what} {workspace.path.stem} {workspace.laptop.person.name} {stamp(datetime.now().astimezone())}"
    return documents() / ("".join(ch for ch in name if ch not in '\\/:*?"<>|') + endings.PACKAGE)


def _export(
    workspace: Workspace, path: Path, to: list[str], everything: bool, receipt: bool, secret: str, ticket: Ticket
) -> Exported:

    path = path if path.suffix else path.with_suffix(endings.PACKAGE)
    return handoffs.export(
        workspace, path, to=to, everything=everything, receipt=receipt, passphrase=secret, ticket=ticket
    )
