"""The draft findings as a PDF, shown from memory and saved where somebody says. Nothing is written before.

Two jobs: the pages are set and can be read; then the file is made of them, and looked through. Before that nothing is saved.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from inspector_app.core.domain.days.when import time
from inspector_app.core.domain.draft.copies import NAMES, Scope
from inspector_app.core.domain.draft.disagreement import Disagreement
from inspector_app.core.domain.text.identifying import Found
from inspector_app.core.errors import Expected
from inspector_app.core.services.results import accuracy, copies, findings, identifying, reports, told_before
from inspector_app.core.services.ticket import Ticket
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.words import say
from inspector_app.ui import ask
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.buttons.way_back import way_back
from inspector_app.ui.controls.fields.drop_down import DropDown
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.focus import hand_on
from inspector_app.ui.controls.frames.framed import frame
from inspector_app.ui.controls.identifying_list import IdentifyingList
from inspector_app.ui.controls.labels import plain_label, text_label
from inspector_app.ui.controls.pdf_view import PdfView
from inspector_app.ui.controls.telling import refuse, tell
from inspector_app.ui.jobs import Jobs
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.layout import Down, layout_of
from inspector_app.ui.places.findings.disagreement_list import DisagreementList
from inspector_app.ui.words import saved

_T = TypeVar("_T")
_ALL = 1000  # parts of the room, against one for what is below the pages
_STEP = 25  # percent
_KINDS = "PDF (*.pdf);;Word (*.docx);;OpenDocument (*.odt);;Web page (*.html);;Tables as a workbook (*.xlsx)"


@dataclass(frozen=True, slots=True)
class _Made:
    """What comes after the pages are shown: the PDF, and what is to be looked at before it leaves."""

    pdf: bytes
    disagrees: tuple[Disagreement, ...]
    identifies: tuple[Found, ...]


class ReportPreview(QWidget):
    """Makes, shows and saves the draft findings of a workspace. The window stays alive throughout."""

    left = Signal()
    text_asked = Signal(str, str, str)  # entity and id of a text, and the words to look at

    def __init__(self, workspace: Workspace, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._jobs = workspace, jobs
        self._ticket: Ticket | None = None
        self._pdf = b""
        self._write: Callable[[str, Ticket], bytes] = lambda _ending, _ticket: b""
        self._saving = False
        self._copies = 0  # that were saved
        self._note: Callable[[], None] = lambda: None
        self._as_at: datetime | None = None
        self._changed = self._low = False
        self.back = way_back("findings", self)
        self.copy = DropDown(self)
        self.smaller, self.larger = PressButton("–", self), PressButton("+", self)
        self.again = PressButton("Make again", self)
        self.save = theme.role(PressButton("Save as…", self), "primary")
        self.zoom, self.where = plain_label(parent=self), plain_label(parent=self)
        self.said = theme.role(text_label(self), "quiet")
        self.disagrees = DisagreementList(self)
        self.identifies = IdentifyingList(workspace, self)
        self.progress = QProgressBar(self)
        self.doing = plain_label(parent=self)
        self.cancel = PressButton("Cancel", self)
        self.view = PdfView(jobs, self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.smaller.setAccessibleName("Zoom out")
        self.larger.setAccessibleName("Zoom in")
        self.zoom.setAccessibleName("Zoom")
        self.where.setAccessibleName("Page")
        self.copy.setAccessibleName("For whom the copy is")
        for scope, name in NAMES.items():
            self.copy.addItem(str(name), scope)
        self.progress.setAccessibleName("Making the draft findings")
        self.progress.setTextVisible(False)
        self._heading = theme.role(plain_label("Draft findings", self), "title")
        head, work = Flow(self.back, self._heading), QHBoxLayout()
        head.add_gap()
        work.setSpacing(theme.px(sizes.CLOSE))
        for widget in (self.copy, self.where, self.smaller, self.zoom, self.larger, self.again, self.save):
            head.addWidget(widget)
        work.addWidget(self.doing)
        work.addWidget(self.progress, 1)
        work.addWidget(self.cancel)
        self._working = QWidget(self)
        self._working.setLayout(work)
        self._standing = QStackedWidget(self)
        for part in (self.said, self._working):
            self._standing.addWidget(part)
        layout = QVBoxLayout(self)
        frame(self, layout)
        layout.setSpacing(theme.px(theme.GRID))
        layout.addLayout(head)
        for part in (self._standing, self.disagrees, self.identifies):
            layout.addWidget(part)
        layout.addWidget(self.view, _ALL)
        layout.addStretch(1)  # until there are pages, what is being done stands where it will stand over them
        hand_on(self, self.view)
        self._show_state()

    def _connect(self) -> None:
        self.back.clicked.connect(self._leave)
        self.again.clicked.connect(self.make)
        self.save.clicked.connect(self.save_as)
        self.cancel.clicked.connect(self.stop)
        self.disagrees.chosen.connect(self.text_asked)
        self.identifies.chosen.connect(self.text_asked)
        self.copy.currentIndexChanged.connect(self._choose)
        self.smaller.clicked.connect(lambda: self._zoom_by(-_STEP))
        self.larger.clicked.connect(lambda: self._zoom_by(_STEP))
        self.view.page_changed.connect(self._show_page)
        self.view.failed.connect(self._fail)

    @property
    def scope(self) -> Scope:
        """For whom the copy is that is made next."""
        return Scope(self.copy.currentData())

    def _choose(self) -> None:
        """Another copy than the one shown, which is not to be saved for it: that one goes, and this is made."""
        if self.working:
            self.stop()
        self._pdf, self._as_at = b"", None
        self._show_state()
        self.make()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window there is no room for a heading and the zoom beside pages and statements."""
        super().resizeEvent(event)
        self._low = layout_of(self.window().size()).down is Down.LOW
        self._show_state()

    # what the page says

    def note_change(self) -> None:
        """The inspection is no longer what the PDF was made from."""
        if (self._pdf or self._ticket) and not self._changed:
            self._changed = True
            self._show_state()

    @property
    def working(self) -> bool:
        """Whether a PDF is being made."""
        return self._ticket is not None

    def make(self) -> None:
        """Make the PDF from what is stored now, unless the one shown is up to date or one is on its way."""
        if self.working or (self._pdf and not self._changed):
            self.view.setFocus()
            return
        framework, (inspection, copy) = self._workspace.framework, copies.of_workspace(self._workspace, self.scope)
        whole = inspection if self.scope is not Scope.SERVICE else self._workspace.inspection()
        texts, as_at = self._workspace.findings(), datetime.now().astimezone()
        self._changed = False

        def write(ending: str, ticket: Ticket) -> bytes:
            return reports.write_apart(reports.composed(framework, inspection, as_at, copy), ending, ticket)

        def note() -> None:
            told_before.note(self._workspace, inspection, copy.scope)

        def lay(ticket: Ticket) -> reports.LaidPages:
            if copy.scope is Scope.SERVICE:
                findings.refuse_contested(self._workspace)
            return reports.laid(framework, inspection, as_at, ticket, copy)

        def rest(pages: reports.LaidPages, ticket: Ticket) -> _Made:
            return _Made(
                pages.whole(ticket),
                disagrees=(
                    *reports.disagreements(framework, whole, texts),
                    *accuracy.left_as_they_were(self._workspace),
                ),
                identifies=identifying.in_report(self._workspace, copy, inspection),
            )

        def show(pages: reports.LaidPages) -> None:
            self._pdf, self._write, self._note, self._as_at = b"", write, note, as_at
            self._work_on(lambda ticket: rest(pages, ticket), self._show_made)
            self._show_pages(pages)

        self._work_on(lay, show)
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _work_on(
        self, work: Callable[[Ticket], _T], done: Callable[[_T], None], stopped: Callable[[], None] | None = None
    ) -> None:
        """Run this as what is being made now, or saved: then `stopped` is called once it has come to its end all the same."""
        self._saving = saving = stopped is not None
        self._show_progress(0, 0, "Saving the draft findings" if saving else "Making the draft findings")
        self._ticket = ticket = self._jobs.run(
            self,
            work,
            done=done,
            failed=self._fail if saving else self._fail_making,
            ended=lambda: self._end(ticket, stopped),
            progressed=self._show_progress,
        )
        self._show_state()

    def stop(self) -> None:
        """Stop making or saving it; the pages that are shown stay."""
        if self._ticket is not None:
            self._ticket.cancel()
            self._ticket = None
            self._changed = self._changed or not self._saving
            self._show_state()
            self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def save_as(self) -> None:
        """Ask where and as what, and write it there in a job."""
        if not self._pdf or self.working or self.identifies.stands_in_the_way():
            return
        service = self._workspace.rated_from().service
        copy = str(NAMES[self.scope]).lower().replace("’", "'")  # a file goes through systems that know no other one
        named = f"Draft findings {service}, {copy}{reports.ENDING}"
        path = ask.save_file(self, "Save the draft findings", _KINDS, ask.in_documents(named))
        if path is None:
            return
        pdf, write, note = self._pdf, self._write, self._note
        there: list[Path] = []  # from when on stopping comes too late

        def keep(ticket: Ticket) -> None:
            ticket.check()
            note()
            there.append(path)

        def work(ticket: Ticket) -> None:
            ending = reports.ending_of(path, reports.ENDINGS)
            made = pdf if ending == reports.ENDING else write(ending, ticket)
            ticket.check()
            reports.save(made, path, self._workspace.laptop, known=reports.ENDINGS, then=lambda: keep(ticket))

        self._work_on(work, lambda _: self._show_saved(path), lambda: self._show_too_late(there))

    # showing

    def _show_pages(self, pages: reports.LaidPages) -> None:
        """The pages, to be read while the file is made of them."""
        self.view.show_pages(pages, pages.sizes)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        if pages.report.missing:
            tell(self, saved.missing(pages.report.missing))

    def _show_made(self, made: _Made) -> None:
        """What was found in them, and only then that they can be saved."""
        self.disagrees.show_these(made.disagrees)
        self.identifies.show_these(made.identifies)
        self._pdf = made.pdf
        self._show_state()

    def _end(self, ticket: Ticket, stopped: Callable[[], None] | None) -> None:
        if ticket.cancelled and stopped is not None:
            stopped()
        if ticket is self._ticket:  # not one that was stopped, after which another was begun
            if self.cancel.hasFocus():  # it goes with the work
                hand_to = self.view if self.view.isVisible() else self.back
                hand_to.setFocus(Qt.FocusReason.OtherFocusReason)
            self._ticket = None
            self._show_state()

    def _fail_making(self, error: Expected) -> None:
        self._changed = True  # so that making it again is offered
        self._fail(error)

    def _fail(self, error: Expected) -> None:
        self._show_state()
        refuse(self, error)

    def _show_saved(self, path: Path) -> None:
        self._show_state()
        tell(self, (saved.as_open if self._copies else saved.open_to_all)(path))
        self._copies += 1

    def _show_too_late(self, there: Sequence[Path]) -> None:
        for path in there:
            self._show_saved(path)

    def _show_progress(self, done: int, of: int, what: str) -> None:
        self.progress.setRange(0, of)
        self.progress.setValue(done)
        self.doing.setText(what)

    def _show_state(self) -> None:
        """Every part that depends on whether there are pages, a PDF is made of them, or they are out of date."""
        shown, working = self._as_at is not None, self.working
        self._standing.setCurrentWidget(self._working if working else self.said)
        self._heading.setHidden(self._low)
        self.view.setVisible(shown)
        self.where.setVisible(shown)
        for part in (self.smaller, self.zoom, self.larger):
            part.setVisible(shown and not self._low)
        self.save.setEnabled(bool(self._pdf) and not (working and self._saving))
        self.again.setVisible(not working and (self._changed or (shown and not self._pdf)))
        self.zoom.setText(f"{self.view.percent}%")
        self.smaller.setEnabled(self.view.percent > 50)
        self.said.setText(self._words())

    def _words(self) -> str:
        if self._as_at is None:
            return "" if self.working else say("There is no draft yet.")
        said = say("Data as at {time}.", time=time(self._as_at))
        if not self._pdf:
            return f"{said} {say('No file was made of these pages.')}"
        return f"{said} {say('The inspection has changed since.')}" if self._changed else said

    def _show_page(self, page: int, of: int) -> None:
        self.where.setText(f"Page {page} of {of}")

    def _zoom_by(self, percent: int) -> None:
        self.view.set_percent(self.view.percent + percent)
        self._show_state()

    def _leave(self) -> None:
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape stops the work, or goes back."""
        if event.key() != Qt.Key.Key_Escape:
            event.ignore()
        elif self.working:
            self.stop()
        else:
            self._leave()
