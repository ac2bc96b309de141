"""The source that is open, and everything that is done to it: written, linked, unlinked, deleted, brought back."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector_app.core.domain import evidence as rules
from inspector_app.core.domain.fields import Value
from inspector_app.core.domain.ids import ChangeId
from inspector_app.core.errors import Bug, Expected
from inspector_app.core.services.cases import case_work
from inspector_app.core.services.editor import Done
from inspector_app.core.services.fieldwork import evidence
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.words import Later
from inspector_app.ui import actions
from inspector_app.ui.controls.buttons.drawn import draw
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.empty import Empty
from inspector_app.ui.controls.fields.reason import brief
from inspector_app.ui.controls.telling import Offer, tell
from inspector_app.ui.note.box import NoteBox
from inspector_app.ui.note.door import Door, Target, edit
from inspector_app.ui.places.evidence.source import SourceView
from inspector_app.ui.words import evidence as evidence_words


class OpenSource(QWidget):
    """One source at a time, each in widgets made for it, so that no text of one can come into another."""

    changed = Signal()  # something was done that lists may show
    failed = Signal(object)  # Expected: something was refused; nothing was changed
    conflicts_wanted = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._subjects = rules.everything(workspace.framework)
        self._offered = {subject.standard for subject in self._subjects}
        self._added = ""  # the source that was added last on this page
        self.typing = False  # whether a note is just being written: no list shows that
        self.view: SourceView | None = None
        self.begin = draw(PressButton(actions.command("add-source").text, self), "add")
        self.begin.setToolTip(f"{actions.command('add-source').tip} ({actions.keys('add-source')})")
        self.nothing = Empty(self, act=self.begin)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self.nothing)
        self._layout.addStretch(0)

    # showing

    @property
    def source(self) -> str:
        """The id of the source that is open; "" for none."""
        return self.view.source if self.view else ""

    @property
    def deleted(self) -> bool:
        """Whether only the offer to bring it back is shown."""
        return self.view is not None and self.view.deleted

    def show_source(self, source: str) -> bool:
        """Open a source, once what was typed on the one before is on disk. False when it is not, or there is no such."""
        if self.source == source:
            return True
        page = evidence.source(self._workspace, source) if self.flush() else None
        if page is None:
            return False
        if self.view is not None:
            self.view.hide()
            self.view.deleteLater()
        door = Door(self._write, self._workspace.editor.stands, self._workspace.editor)
        self.view = made = SourceView(source, self._subjects, door, self)
        made.asked.connect(self._do)
        made.failed.connect(self.failed)
        made.figure_asked.connect(self._do_to_figure)
        made.links.link_asked.connect(self._link)
        made.links.asked.connect(self._do_to_link)
        made.links.offer(self._offered)
        made.set_page(page)
        self._layout.insertWidget(0, made, 1)
        made.show()
        self.say_nothing("")
        return True

    def offer(self, standards: set[str]) -> None:
        """Offer to link to what belongs to these standards (references)."""
        self._offered = standards
        if self.view is not None and not self.view.deleted:
            self.view.links.offer(standards)

    def say_nothing(self, why: str | Later, about: str | Later = "") -> None:
        """Say why no source is open, and how the first comes here, which is added from here; "" while one is open."""
        self.nothing.say(why, about)
        self.nothing.setVisible(bool(self.nothing.text()))
        self.begin.setVisible(bool(about))

    def read(self) -> None:
        """Show what stands now."""
        if self.view is None:
            return
        page = evidence.source(self._workspace, self.view.source)
        if page is not None:
            self.view.set_page(page)
        elif not self.view.deleted:
            self.view.show_deleted(self.view.accessibleName())

    def flush(self) -> bool:
        """Put everything typed on disk. False when something could not be."""
        return self.view is None or self.view.flush()

    def boxes(self) -> dict[str, NoteBox]:
        """The notes in view, by the reference of what they are about; the source's own by ""."""
        return self.view.boxes() if self.view and not self.view.deleted else {}

    def enter(self, ref: str) -> None:
        """Put the cursor into the note on a subject; "" for the source's own."""
        if self.view is not None and ref:
            self.view.links.enter(ref)
        elif self.view is not None:
            self.view.note.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def enter_title(self) -> None:
        """Put the cursor into the title."""
        self._view().title.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def enter_link(self) -> None:
        """Go to where a prompt is typed that the source bears on."""
        if self.view is not None and not self.view.deleted:
            self.view.links.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.view.links.line.selectAll()

    def in_note_of_a_prompt(self) -> bool:
        """Whether the cursor is in the note on a subject."""
        return any(ref and box.hasFocus() for ref, box in self.boxes().items())

    # writing

    def add(self, kind: str) -> str:
        """A new source, of today while the fieldwork is not long over; gives its id, "" when that was refused."""
        made: list[str] = []
        self._try(lambda w: made.append(evidence.add(w, kind, day=evidence.day_of_new(w))))
        self._added = "".join(made)
        return self._added

    def take_back(self, code: str) -> bool:
        """Undo that the source was deleted, or that it was added, as long as nothing stands on it; whether that was done."""
        if not self.source or not self.flush():
            return False
        fresh = self.source == self._added
        if self.deleted and (fresh or code == "undo"):
            self._do("restore")
            return True
        return fresh and code == "undo" and self._is_bare() and self._take_away()

    def _take_away(self) -> bool:
        view = self._view()
        self._do("delete")
        again = Offer(actions.command("redo").text, partial(self._add_again, view.source))
        tell(self, evidence_words.deleted(view.accessibleName()), again)
        return view.deleted

    def _add_again(self, source: str) -> None:
        """Another source may be open by then: a message stays while one goes to it."""
        if self.source == source:
            self._do("restore")
        else:
            self._bring_back("source", source)

    def _is_bare(self) -> bool:
        """Whether nothing was written on the source, or all of it was taken back."""
        page = evidence.source(self._workspace, self.source)
        bare = page is not None and not page.bearings and not page.scores
        return bare and not self._workspace.editor.can_undo("source", self.source)

    def linked(self, source: str, typed: str) -> tuple[str, ...]:
        """Link a source to what is typed; gives the references, none when that was refused."""
        made: list[str] = []
        self._try(lambda w: made.extend(evidence.link(w, source, typed)))
        return tuple(made)

    def unlinked(self, source: str, ref: str) -> bool:
        """Take the link of a source with a subject away; False when that was refused."""
        return self._try(lambda w: evidence.unlink(w, source, ref))

    def _write(self, target: Target, value: Value, amend: ChangeId | None) -> Done:
        if target.field == "day":
            value = evidence.source_day(self._workspace, str(value or ""))
        self.typing = target.field == "note"
        try:
            done = edit(self._workspace, target, value, amend)
        finally:
            self.typing = False
        if done.contested:
            QTimer.singleShot(0, self, self.changed.emit)  # the box is still writing
        return done

    def _try(self, do: Callable[[Workspace], object]) -> bool:
        """Do something to the evidence; what refuses is said, and shown as it is."""
        try:
            do(self._workspace)
        except Expected as error:
            self.failed.emit(error)
            self.read()
            return False
        self.changed.emit()
        return True

    def _bring_back(self, entity: str, entity_id: str) -> None:
        self._try(lambda w: case_work.bring_back(w, entity, entity_id))

    def _link(self, typed: str) -> None:
        """What names nothing is said in place."""
        view = self._view()
        try:
            rules.named(self._workspace.framework, typed)
        except Expected as error:
            view.links.say(brief(error))
            return
        refs = self.linked(view.source, typed)
        if refs:
            view.links.linked(refs)

    def _do_to_link(self, ref: str, what: str) -> None:
        view = self._view()
        if not self.flush():
            return
        if what == "restore":
            self._bring_back("bearing", f"{view.source}/{ref}")
            view.links.enter(ref)
        elif self._try(lambda w: evidence.unlink(w, view.source, ref)):
            view.links.gone[ref].restore.setFocus(Qt.FocusReason.OtherFocusReason)

    def _do_to_figure(self, figure: str, what: str) -> None:
        view = self._view()
        if not self.flush():
            return
        if what == "add":
            made: list[str] = []
            if self._try(lambda w: made.append(evidence.add_score(w, view.source))):
                view.survey.enter(made[0])
        elif what == "restore":
            self._bring_back("score", figure)
            view.survey.enter(figure)
        elif self._try(lambda w: evidence.delete_score(w, figure)):
            view.survey.boxes[figure].restore.setFocus(Qt.FocusReason.OtherFocusReason)

    def _do(self, what: str) -> None:
        view = self._view()
        if what == "conflicts":
            self.conflicts_wanted.emit()
        elif what == "restore":
            self._bring_back("source", view.source)
            self.enter_title()
        elif what == "keep" and self.flush():
            self._try(lambda w: evidence.keep(w, view.source))
        elif what == "delete" and self.flush() and self._try(lambda w: evidence.delete(w, view.source)):
            view.restore.setFocus(Qt.FocusReason.OtherFocusReason)

    def _view(self) -> SourceView:
        if self.view is None:
            raise Bug("something was asked of a source that is not open")
        return self.view
