"""Join an inspection from a colleague's package: who sent it and with which key, then make the inspection here."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox

from inspector_app.core.errors import Code, Expected
from inspector_app.core.services import handoffs
from inspector_app.core.services.handoffs import Start
from inspector_app.core.services.people import team
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.ticket import Ticket
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.words import say
from inspector_app.ui import ask
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.fields.field import Field, secret_box
from inspector_app.ui.controls.frames.column import ScrollColumn
from inspector_app.ui.controls.job_line import JobLine
from inspector_app.ui.controls.labels import readable, text_label
from inspector_app.ui.jobs import Jobs
from inspector_app.ui.look import theme
from inspector_app.ui.places.handoff.give_card import KINDS
from inspector_app.ui.places.handoff.team_card import COMPARE, KeyLabel, MyCard, claimed
from inspector_app.ui.words.handoffs.trust import framework_differs, introduced

_ABOUT = (
    "First give the lead your identity card. They give you a package to start from: choose it here, and see whom it is "
    "from before you join."
)


class Join(ScrollColumn):
    """Signals `joined` with the open workspace; `left` when it is not wanted."""

    joined = Signal(object)
    left = Signal()

    def __init__(self, laptop: Laptop, jobs: Jobs) -> None:
        super().__init__("Join an inspection", _ABOUT, width=672)
        self.setWindowTitle("Join an inspection")
        self._laptop = laptop
        self._path: Path | None = None
        self._found: Start | None = None
        self.mine = MyCard(laptop, jobs)  # before the rest, as Tab goes in the order in which things are made
        self.choose = theme.role(PressButton("Choose the &package…"), "primary")
        self.back = PressButton("&Back")
        self.box = secret_box()
        self.passphrase = Field("Passphrase of the package", self.box, "If it was sealed with one, type it here.")
        self.open_it = PressButton("Open it with the passphrase")
        self.what, self.who = theme.role(text_label(self), "label"), text_label(self)
        self.key = KeyLabel()
        self.others = text_label(self)
        self.differs = readable(self)
        self.use_it = QCheckBox(say("Use this text of the framework all the &same"))
        self.join = theme.role(PressButton("&Join"), "primary")
        self.line = JobLine(jobs, "Joining")
        self._lay_out()
        self._connect()
        self._show(None)
        self.setFocusProxy(self.mine.key.groups)  # the first stop: Tab would leave out what stands before it

    def ask_for_package(self) -> None:
        """Ask for a package, and show whom it is from."""
        path = ask.open_file(self, "Choose the package", KINDS)
        if path is not None and not self.line.busy:
            self.look_at(path)

    def look_at(self, path: Path) -> None:
        """Show whom this package is from."""
        self._path = path
        self.box.clear()
        self._inspect()

    def _lay_out(self) -> None:
        self.add(self.mine)  # the first thing to do; once a package is chosen, it is done
        self.add_row(self.choose, self.back)
        self.add(self.passphrase)
        self.add_row(self.open_it)
        for widget in (self.what, self.who, self.key, self.others, self.differs, self.use_it):
            self.add(widget)
        self.add_row(self.join)
        self.add(self.line)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.choose.clicked.connect(self.ask_for_package)
        self.back.clicked.connect(self._leave)
        self.open_it.clicked.connect(self._inspect)
        self.box.returnPressed.connect(self._inspect)
        self.join.clicked.connect(self._join)
        self.use_it.toggled.connect(lambda: self.join.setEnabled(self._may_join()))
        self.line.busy_changed.connect(self._on_busy)

    def _inspect(self) -> None:
        self._show(None)
        path, secret, laptop = self._path, self.box.text(), self._laptop
        if path is None:
            return

        self.line.run("Reading", lambda _: handoffs.look_into(laptop, path, secret), self._show, self._on_no)

    def _join(self) -> None:
        path, secret, laptop = self._path, self.box.text(), self._laptop
        if path is not None:
            work = _joining(laptop, path, secret, framework=self.use_it.isChecked())
            self.line.run("Joining", work, self.joined.emit, dropped=lambda workspace: workspace.close())

    def _on_no(self, error: Expected) -> None:
        sealed = error.code is Code.PACKAGE_WANTS_PASSPHRASE or bool(self.box.text())
        self._ask_for_passphrase(sealed)
        if sealed:
            self.box.setFocus()

    def _on_busy(self, busy: bool) -> None:
        for button in (self.choose, self.back, self.open_it):
            button.setEnabled(not busy)
        self.join.setEnabled(not busy and self._may_join())

    def _may_join(self) -> bool:
        """Whether a framework that differs has its yes."""
        return not self._found or not self._found.differs or self.use_it.isChecked()

    def _show(self, found: Start | None) -> None:
        self._found = found
        for part in (self.what, self.who, self.key, self.others, self.join):
            part.setVisible(found is not None)
        self.mine.setVisible(found is None)  # one key to compare, and not two
        theme.role(self.choose, "primary" if found is None else "")
        self._show_framework(found)
        if not self.box.text():
            self._ask_for_passphrase(False)
        if found is not None:
            about = found.manifest
            self.what.setText(f"Inspection of {about.service}")
            self.who.setText(claimed(about.sender))
            self.key.set_key(about.sender.name, team.fingerprint(about.sender), COMPARE.format(name=about.sender.name))
            names = ([card.name for card in cards] for cards in (found.people, found.waiting))
            self.others.setText(introduced(*names, by_lead=found.by_lead))
            self.others.setVisible(bool(self.others.text()))
            (self.differs if found.differs else self.join).setFocus()

    def _show_framework(self, found: Start | None) -> None:
        """Name what the framework text says otherwise than the one of that id here."""
        differs = found is not None and bool(found.differs)
        self.use_it.setChecked(False)
        self.join.setEnabled(self._may_join())
        self.differs.setText(framework_differs(found.framework, found.differs) if found else "")
        self.differs.setVisible(differs)
        self.use_it.setVisible(differs)

    def _ask_for_passphrase(self, wanted: bool) -> None:
        self.passphrase.setVisible(wanted)
        self.open_it.setVisible(wanted)

    def _leave(self) -> None:
        self.line.stop()
        self.left.emit()


def _joining(laptop: Laptop, path: Path, secret: str, *, framework: bool) -> Callable[[Ticket], Workspace]:
    def work(ticket: Ticket) -> Workspace:
        service = handoffs.inspect(laptop, path, secret).service
        workspace, _ = handoffs.join(laptop, path, laptop.new_path(service), secret, ticket, framework=framework)
        workspace.hold()
        return workspace

    return work
