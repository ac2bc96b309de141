"""Give: for whom, how much, and a package file to pass on."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QWidget

from inspector_app.core.domain import endings
from inspector_app.core.domain.days.when import stamp
from inspector_app.core.services import handoffs
from inspector_app.core.services.handoffs import Exported, LedgerRow, Offer
from inspector_app.core.services.ticket import Ticket
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.words import later, listed, say
from inspector_app.ui import ask
from inspector_app.ui.controls.buttons.drawn import draw
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.card import Card
from inspector_app.ui.controls.fields.fact import as_it_stands
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.frames.room import keep_room
from inspector_app.ui.controls.job_line import JobLine
from inspector_app.ui.controls.labels import text_label
from inspector_app.ui.controls.layouts import empty, stops_in, tab_through
from inspector_app.ui.controls.shown.numbered import Numbered
from inspector_app.ui.controls.shown.picture import lead_with
from inspector_app.ui.jobs import Jobs
from inspector_app.ui.look import theme
from inspector_app.ui.places.handoff.package_passphrase import PackagePassphrase
from inspector_app.ui.places.handoff.road_row import RoadRow
from inspector_app.ui.words import contents
from inspector_app.ui.words.handoffs import ledger
from inspector_app.ui.words.handoffs.handoff import went

KINDS = "Hand-off packages (*.handoff)"
_HOLDS = 88  # px at 100%: four lines, which mostly come once the button below can be pressed
_LINE = 18  # and one line of small words
_AGAIN = later("Given before: it goes again until one of their packages shows that it arrived.")
_ABOUT = later("A package that only those ticked can open, or whoever has its passphrase.")


class GiveCard(Card):
    """Writes packages. Signals `given` when one was written: the ledger says something else now."""

    given = Signal()

    def __init__(
        self, workspace: Workspace, jobs: Jobs, flush: Callable[[], bool], parent: QWidget | None = None
    ) -> None:
        super().__init__("Give your work", _ABOUT.say(), parent)
        lead_with(self, "give")
        self._workspace, self._jobs, self._flush = workspace, jobs, flush
        self._asked: Ticket | None = None
        self.people: dict[str, QCheckBox] = {}
        self._unticked: set[str] = set()
        self._given: set[str] = (
            set()
        )  # who went with all that is here, though no package of theirs says yet that it came
        self._boxes = Flow()
        self.nobody = text_label(self)
        self.everything = QCheckBox(say("Everything, for a new colleague"), self)
        self.everything.setToolTip(say("Otherwise a package holds only what they may not have yet."))
        self.holds, self.road = Numbered(say("What the package would hold"), self), RoadRow(self)
        self.holds.setMinimumHeight(theme.px(_HOLDS))
        self._under = _line(self)  # what it holds
        keep_room(self._under)
        self.last, self.again = (theme.role(text_label(self), "small") for _ in range(2))
        self.again.setMinimumHeight(theme.px(_LINE))  # it comes when one has given: nothing is to move then
        self.secret = QCheckBox("Seal it with a passphrase instead", self)
        self.secret.setToolTip(say("For somebody without an identity card."))
        self.passphrase = PackagePassphrase(jobs, self)
        self.save = draw(theme.role(PressButton("&Give…", self), "primary"), "give")
        self.line = JobLine(jobs, "Writing the package", self)
        self._lay_out()
        written = (*stops_in(self.passphrase), *stops_in(self.road), self.save, *stops_in(self.road.large))
        tab_through([self.everything, self.secret, *written])
        self.secret.toggled.connect(self._show_state)
        self.everything.toggled.connect(self.measure)
        self.secret.toggled.connect(self.measure)
        self.line.busy_changed.connect(self._show_state)
        self.save.clicked.connect(self.give)
        self.passphrase.entered.connect(self.give)
        self._show_state()

    def _lay_out(self) -> None:
        self.body.addLayout(self._boxes)
        self.stack(self.nobody)
        self.body.addLayout(Flow(self.everything, self.secret))
        self.stack(self.passphrase, _line(self), self.holds, self._under)
        self.body.addStretch(1)
        self.stack(self.road)
        acts = QHBoxLayout()
        acts.addWidget(self.save)
        acts.addWidget(self.line, 1)  # work is seen beside what began it, and takes no line of its own
        self.body.addLayout(acts)
        told = Flow(self.road.large)
        told.add_gap()
        self.last.setWordWrap(False)  # wrapped words would ask for a line of their own
        told.addWidget(self.last)
        self.body.addLayout(told)
        self.stack(self.again)
        self.nobody.setText("No colleague’s card is here yet. Add one below, and you can give them a package.")

    def set_members(self, rows: Sequence[LedgerRow]) -> None:
        """Offer these people; whoever was unticked before stays so."""
        self._say_last(rows)
        self._given = {row.person for row in rows if row.last_sent and not row.ungiven}
        self.measure()
        others = [row for row in rows if row.has_card and not row.me]
        if [row.person for row in others] == [*self.people]:
            return
        empty(self._boxes)
        self.people = {row.person: self._box(row) for row in others}
        for box in self.people.values():
            self._boxes.addWidget(box)
        tab_through([*self.people.values(), self.everything])
        self._show_state()

    def showEvent(self, event: QShowEvent) -> None:
        """What there is to give may have changed while the page was not seen."""
        super().showEvent(event)
        self.measure()

    def measure(self) -> None:
        """Find what the package would hold and how large it would be, while it is seen; what was asked before is dropped."""
        if self._asked is not None:
            self._asked.cancel()
        to, secret = self._ticked(), self.secret.isChecked()
        if not self.isVisible() or not (to or secret):
            self._show_offer(None)
            return
        everything = self.everything.isChecked()
        self._asked = self._jobs.run(
            self,
            lambda _: handoffs.offer(self._workspace, [] if secret else to, everything=everything),
            done=self._show_offer,
            failed=lambda _: self._show_offer(None),
        )

    def _show_offer(self, found: Offer | None) -> None:
        told = contents.lines(found.contents) if found else []
        again = bool(told) and not self.secret.isChecked() and self._given.issuperset(self._ticked())
        if found and not told:
            told = [say("They have everything here. What you give now is a receipt.")]
        self.holds.set_lines(told)
        self.again.setText(_AGAIN.say() if again else "")
        self.road.set_size(found.size if found else 0)

    def _say_last(self, rows: Sequence[LedgerRow]) -> None:
        given = max((row for row in rows if not row.me), key=lambda row: row.last_sent, default=None)
        said = ledger.last_given(given, datetime.now().astimezone()) if given else ""
        self.last.setText(say("last given: {moment}", moment=said) if said else "")

    def _ticked(self) -> list[str]:
        return [person for person, box in self.people.items() if box.isChecked()]

    def give(self) -> None:
        """Ask where, and write the package there."""
        secret = self.passphrase.chosen() if self.secret.isChecked() else ""
        if self.line.busy or not self._flush() or (self.secret.isChecked() and not secret):
            return
        path = ask.save_file(self, "Save the package", KINDS, suggested(self._workspace, "Hand-off"))
        if path is not None:
            self._write(path, [] if secret else self._ticked(), secret)

    def receipt(self, names: Sequence[str]) -> None:
        """Ask where, and write a receipt for these people."""
        people, road = listed(names), self.road.chosen
        path = ask.save_file(self, f"Save the receipt for {people}", KINDS, suggested(self._workspace, "Receipt"))
        if path is not None:
            self._run(
                f"Writing a receipt for {people}",
                lambda ticket: handoffs.export(
                    self._workspace, path, to=list(names), receipt=True, ticket=ticket, road=road
                ),
                receipt=True,
            )

    def _write(self, path: Path, to: list[str], secret: str) -> None:
        everything, road, part = self.everything.isChecked(), self.road.chosen, self.road.part
        self._run(
            "Gathering",
            lambda ticket: handoffs.export(
                self._workspace,
                path,
                to=to,
                everything=everything,
                passphrase=secret,
                ticket=ticket,
                part=part,
                road=road,
            ),
            receipt=False,
        )

    def _run(self, doing: str, work: Callable[[Ticket], Exported], receipt: bool) -> None:
        def done(sent: Exported) -> None:
            self.passphrase.clear()
            self.line.say(went(sent, receipt=receipt))
            self.given.emit()

        self.line.run(doing, work, done)

    def _box(self, row: LedgerRow) -> QCheckBox:
        words = ", ".join(part for part in (row.name, row.role) if part)
        box = QCheckBox(as_it_stands(words), self)
        box.setChecked(row.person not in self._unticked)
        box.toggled.connect(lambda ticked: self._tick(row.person, ticked))
        return box

    def _tick(self, person: str, ticked: bool) -> None:
        (self._unticked.discard if ticked else self._unticked.add)(person)
        self._show_state()
        self.measure()

    def _show_state(self) -> None:
        secret = self.secret.isChecked()
        self.nobody.setVisible(not self.people)
        said = "" if self.people else self.nobody.text()  # at no stop of Tab: *Give* is off, and why is heard here
        self.everything.setAccessibleDescription(said)
        for part in (*self.people.values(), self.everything):
            part.setEnabled(not secret)  # and stay where they are: the box under the pointer is not to move
        self.last.setVisible(not secret)
        self.passphrase.setVisible(secret)
        self._under.setVisible(bool(self._ticked()) or secret)
        self.save.setEnabled((bool(self._ticked()) or secret) and not self.line.busy)


def _line(parent: QWidget) -> QFrame:
    return theme.role(QFrame(parent), "line")


def suggested(workspace: Workspace, what: str) -> Path:
    """A name that says what it is, of which service, from whom and when, in the person's documents."""
    name = f"{what} {workspace.path.stem} {workspace.laptop.person.name} {stamp(datetime.now().astimezone())}"
    return ask.in_documents(f"{name}{endings.PACKAGE}")
