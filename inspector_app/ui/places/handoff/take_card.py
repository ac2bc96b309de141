"""Take: choose packages, read in words what they would do, bring them in."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from inspector_app.core.errors import Code, Expected
from inspector_app.core.services import handoffs
from inspector_app.core.services.cases import conflicts
from inspector_app.core.services.handoffs import Received
from inspector_app.core.services.ticket import Ticket
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.words import listed, say
from inspector_app.ui import ask
from inspector_app.ui.controls.buttons.drawn import draw, dress
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.card import Card
from inspector_app.ui.controls.fields.fact import as_it_stands
from inspector_app.ui.controls.fields.field import Field, secret_box
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.focus import go_to
from inspector_app.ui.controls.job_line import JobLine
from inspector_app.ui.controls.labels import readable, show_noted, text_label
from inspector_app.ui.controls.shown.numbered import as_html
from inspector_app.ui.controls.shown.picture import lead_with
from inspector_app.ui.jobs import Jobs
from inspector_app.ui.look import theme
from inspector_app.ui.places.handoff.give_card import KINDS
from inspector_app.ui.words.handoffs.handoff import brings, brought, contests

_ABOUT = "You see what a package would do before anything is changed."


class TakeCard(Card):
    """Signals `taken` when packages were brought in, and what the person wants next."""

    taken = Signal()
    receipt_wanted = Signal(object)  # names
    conflicts_wanted = Signal()
    trust_wanted = Signal()

    def __init__(
        self, workspace: Workspace, jobs: Jobs, flush: Callable[[], bool], parent: QWidget | None = None
    ) -> None:
        super().__init__("Take a colleague’s work", _ABOUT, parent)
        lead_with(self, "take")
        self._workspace, self._jobs, self._flush = workspace, jobs, flush
        self._paths: list[Path] = []
        self._parts: list[Path] = []  # of a package of which others are not here yet
        self._senders: list[str] = []
        self.choose = theme.role(PressButton("&Choose packages…", self), "primary")
        self.box = secret_box(self)
        self.passphrase = Field("Passphrase of the package", self.box, "If it was sealed with one, type it here.")
        self.open_it = PressButton("Open it with the passphrase", self)
        self.preview = readable(self)
        self.preview.setAccessibleName("What the packages would do")
        self.bring = draw(theme.role(PressButton("&Take it", self), "primary"), "take")
        self.leave = PressButton("Leave it", self)
        self.line = JobLine(jobs, "Taking packages", self)
        self.receipt = PressButton("Write a &receipt…", self)
        self.settle = PressButton("S&ettle what is contested", self)
        self.decide = PressButton(say("&Decide whose cards to trust"), self)
        self._parts_too = theme.role(text_label(self), "small")
        self._parts_too.setText(say("Parts of one package are chosen together, in any order."))
        self.stack(theme.role(QFrame(self), "line"), self._parts_too, self.passphrase, self.open_it, self.preview)
        self.body.addLayout(Flow(self.settle, self.decide, self.receipt))
        acts = Flow(self.bring, self.leave)
        acts.add_gap()
        acts.addWidget(self.choose)
        self.body.addLayout(acts)
        self.stack(self.line)
        self.body.addStretch(1)  # what stands here stays where it is, however high the card beside it becomes
        self._connect()
        self._show()

    def _connect(self) -> None:
        self.choose.clicked.connect(self.ask_for_packages)
        self.open_it.clicked.connect(self._preview)
        self.box.returnPressed.connect(self._preview)
        self.bring.clicked.connect(self.import_them)
        self.leave.clicked.connect(self._forget)
        self.line.busy_changed.connect(self._on_busy)
        self.receipt.clicked.connect(self._want_receipt)
        self.settle.clicked.connect(self.conflicts_wanted)
        self.decide.clicked.connect(self.trust_wanted)

    def ask_for_packages(self) -> None:
        """Ask for package files, and show what they would do."""
        self.look_at(ask.open_files(self, "Choose packages", KINDS))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in what they would do leads to the button that does it: what is read is not taken in the same breath."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.preview.hasFocus():
            self.bring.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    @property
    def looked_at(self) -> tuple[Path, ...]:
        """The packages of which is shown what they would do."""
        return () if self.preview.isHidden() else tuple(self._paths)

    def look_at(self, chosen: Sequence[Path]) -> None:
        """Show what these packages would do."""
        if chosen and not self.line.busy:
            parts = self._parts
            self._forget()
            self._paths = list(dict.fromkeys([*parts, *chosen]))
            self._preview()

    def import_them(self) -> None:
        """Bring in what was previewed: all of it, or nothing."""
        if self._paths and self._flush():  # what is being typed stands before what comes
            paths, secret = list(self._paths), self.box.text()
            self.line.run("Backing up", lambda ticket: _import(self._workspace, paths, secret, ticket), self._on_taken)

    def _preview(self) -> None:
        paths, secret = list(self._paths), self.box.text()
        self._show()
        self.line.run(
            "Reading", lambda ticket: _preview(self._workspace, paths, secret, ticket), self._on_previewed, self._on_no
        )

    def _on_previewed(self, found: Sequence[Received]) -> None:
        now = datetime.now().astimezone()
        said = "\n\n".join(brings(one, now) for one in found)
        stressed = {line for one in found for line in contests(one)}
        show_noted(self.preview, said, as_html(said.split("\n"), stressed))
        self.preview.setAccessibleName(say("What the packages would do: {what}", what=said))
        self._show(preview=True)
        go_to(self.preview, self.bring)  # it is read first: Enter would take it
        self._back_up_meanwhile(found)

    def _back_up_meanwhile(self, found: Sequence[Received]) -> None:
        """Make the backup that taking begins with while the person reads; what is wrong with it is said when they take."""
        senders = [one.sender for one in found]
        if not all(one.nothing_new for one in found):
            self._jobs.run(
                self, lambda ticket: _back_up(self._workspace, senders, ticket), done=_no_matter, failed=_no_matter
            )

    def _on_no(self, error: Expected) -> None:
        sealed = error.code is Code.PACKAGE_WANTS_PASSPHRASE or bool(self.box.text())
        self._parts = list(self._paths) if error.code is Code.PARTS_MISSING else []
        self._show(passphrase=sealed)
        if sealed:
            self.box.setFocus()

    def _on_taken(self, found: Sequence[Received]) -> None:
        self._forget()
        self._senders = list(dict.fromkeys(one.sender for one in found))
        self.line.say(brought(found))
        self._show(after=True, contested=self._contested(found), waiting=any(one.waiting for one in found))
        wanted = (button for button in (self.settle, self.decide) if button.isVisibleTo(self))
        next(wanted, self.choose).setFocus()
        self.taken.emit()

    def _contested(self, found: Sequence[Received]) -> bool:
        """Whether any of it waits for this person: what is marked blind does not."""
        return any(one.contested for one in found) and conflicts.count(self._workspace) > 0

    def know(self, contested: int) -> None:
        """Lead to the conflict desk only while something waits there. Nothing may be a count of before the import."""
        if not contested and not self.settle.isHidden() and conflicts.count(self._workspace) == 0:
            self.settle.hide()
            dress(self.choose, "primary")

    def give_done(self) -> None:
        """A package went out, and a receipt with it."""
        self.receipt.hide()

    def _want_receipt(self) -> None:
        self.receipt_wanted.emit(self._senders)

    def _forget(self) -> None:
        self._paths, self._parts = [], []
        self.box.clear()
        self._show()
        self.choose.setFocus()

    def _on_busy(self, busy: bool) -> None:
        for button in (self.choose, self.bring, self.leave, self.open_it):
            button.setEnabled(not busy)

    def _show(
        self,
        *,
        preview: bool = False,
        passphrase: bool = False,
        after: bool = False,
        contested: bool = False,
        waiting: bool = False,
    ) -> None:
        """Show the parts that this moment needs."""
        another = preview or bool(self._parts)
        theme.role(self.settle, "primary")
        theme.role(self.choose, "plain" if preview else "" if contested else "primary")
        self.choose.setText(_choosing(preview=preview, parts=bool(self._parts)))
        draw(self.choose, "folder")
        if not preview:
            self.preview.setText("")  # never a text of somebody: what it shows is rich
        self.preview.setVisible(preview)
        self._parts_too.setVisible(not preview)
        self.bring.setVisible(preview)
        self.passphrase.setVisible(passphrase)
        self.open_it.setVisible(passphrase)
        self.leave.setVisible(another or passphrase)
        self.receipt.setText(f"Write a &receipt for {as_it_stands(listed(self._senders))}…")
        self.receipt.setVisible(after)
        self.settle.setVisible(contested)
        self.decide.setVisible(waiting)


def _choosing(*, preview: bool, parts: bool) -> str:
    """What the button says that chooses files."""
    if parts:
        return say("&Choose the other parts…")
    return say("&Choose another…") if preview else say("&Choose packages…")


def _preview(workspace: Workspace, paths: list[Path], secret: str, ticket: Ticket) -> list[Received]:
    return handoffs.preview(workspace, paths, ticket, secret)


def _import(workspace: Workspace, paths: list[Path], secret: str, ticket: Ticket) -> list[Received]:
    return handoffs.import_(workspace, paths, ticket, secret)


def _back_up(workspace: Workspace, senders: list[str], ticket: Ticket) -> None:
    handoffs.back_up_before(workspace, senders, ticket)


def _no_matter(_outcome: object) -> None:
    """Nobody waits for it: taking makes it again where it is not there."""
