"""A point that is written down by hand: kept on this laptop while one writes, and a point once it is added."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inspector_app.core.domain import live_figures
from inspector_app.core.domain.text import typed_lines
from inspector_app.core.domain.text.told_apart import told_apart
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.services.writing import drafts
from inspector_app.core.words import say
from inspector_app.ui.controls.fields.choice import Choice
from inspector_app.ui.controls.focus import go_to
from inspector_app.ui.note.adding_card import AddingCard
from inspector_app.ui.note.door import Target, door_of_drafts

_KIND, _NEW = "point", "new"  # the kind of draft, and what it is about


class Adding(AddingCard):
    """`made` with what the service says and the text it is on ("finding/ID"; "" for none)."""

    made = Signal(str, str)

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(say("Kept on this laptop while you write; it is a point once you add it."), parent)
        self._workspace = workspace
        self._door = door_of_drafts(workspace, _KIND, by_field=False)
        self.on = Choice(say("The text it is on"))
        self.said.sent.connect(lambda text: self.made.emit(text, str(self.on.currentData() or "")))
        parts = ((say("The text it is on"), self.on), (say("What the service says"), self.said))
        self.lay_out(say("A point"), parts)

    def begin(self) -> None:
        """Be there, with what was written before, and the keyboard in its box."""
        self.on.set_choices([("", say("No text in particular")), *_texts(self._workspace)])
        draft = drafts.unsent(self._workspace, _KIND, _NEW).get(_NEW, "")
        self.said.show_value(Target("draft", _NEW, "said"), say("What the service says"), draft, self._door)
        self.show()
        go_to(self.said.box)

    def forget(self) -> None:
        """It is a point now: the draft is gone. Expected: as drafts.keep."""
        drafts.keep(self._workspace, drafts.unsent_name(_KIND, _NEW), "")
        self.hide()

    def flush(self) -> bool:
        """Keep what is typed. False when it could not be."""
        return self.said.box.flush()


def _texts(workspace: Workspace) -> list[tuple[str, str]]:
    """The texts that a point can be on, each by its section and as much of its words as tells it from the others."""
    called = workspace.framework.called
    texts = [(f"finding/{row.id}", called(row.group), row.text) for row in workspace.findings()]
    section = say("Recommendations")
    texts += [(f"recommendation/{row.id}", section, row.text) for row in workspace.recommendations()]
    printed = ((code, where, live_figures.to_read(typed_lines.in_print(text))) for code, where, text in texts)
    written = [(code, f"{where}: {said}") for code, where, said in printed if said.strip()]
    return [(code, said) for (code, _), said in zip(written, told_apart([said for _, said in written]), strict=True)]
