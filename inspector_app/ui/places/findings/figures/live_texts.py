"""The live figures in the texts of the findings: what they say now, frozen and let go where the cursor is."""

from collections.abc import Iterable, Mapping

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from inspector_app.core.domain import live_figures
from inspector_app.core.words import say
from inspector_app.ui.controls.telling import tell
from inspector_app.ui.note.box import NoteBox
from inspector_app.ui.note.painted import live


class LiveTexts:
    """Says what each figure says in the boxes it is given, and tells of one that followed the data."""

    def __init__(self, teller: QWidget) -> None:
        self._teller = teller
        self._known: dict[str, str] = {}

    def show(self, known: Mapping[str, str], boxes: Iterable[NoteBox]) -> None:
        """Show these figures in these boxes."""
        before, self._known = self._known, dict(known)
        followed: dict[str, None] = {}
        for box in boxes:
            box.highlighter.set_figures(self._known)
            used = {one.of for one in live_figures.found(box.text()) if not one.frozen}
            followed |= {of: None for of in sorted(used) if before.get(of, known.get(of)) != known.get(of)}
        if followed:
            said = (say("{of} is now: {figure}", of=of, figure=known.get(of, say("no figure"))) for of in followed)
            tell(
                self._teller,
                say("Figures in the texts that follow the data have changed. {figures}", figures="; ".join(said)),
            )

    def in_words(self, text: str) -> str:
        """A text, or part of one, as its box shows it."""
        return live_figures.in_words(text, self._known)

    def at_cursor(self, box: NoteBox | None) -> live_figures.Live | None:
        """The figure at the cursor of a text."""
        at = live.at_cursor(box) if box is not None else None
        return at[2] if at is not None else None

    def freeze(self, box: NoteBox | None, reason: str) -> bool:
        """Keep the figure at the cursor as it stands; whether that was done."""
        at = live.at_cursor(box) if box is not None else None
        if box is None or at is None:
            tell(self._teller, say("Put the cursor at a figure in a text first."))
            return False
        start, end, one = at
        words = one.words if one.frozen else self._known.get(one.of, "")
        if not reason or not words:
            no_reason = say("A figure is frozen with a reason; write it first.")
            tell(self._teller, no_reason if words else say("Only a figure that counts something can be frozen."))
            return False
        _write(box, start, end, live_figures.token(one.of, words, reason))
        return True

    def reword(self, box: NoteBox | None) -> None:
        """Say the figure at the cursor in its next form."""
        at = live.at_cursor(box) if box is not None else None
        if box is None or at is None or at[2].frozen:
            tell(self._teller, say("Put the cursor at a figure that follows the data first."))
        elif (form := live_figures.next_form(at[2].of)) in self._known:
            _write(box, at[0], at[1], live_figures.token(form))
        else:
            tell(self._teller, say("This figure has one form."))

    def put(self, box: NoteBox, of: str) -> None:
        """Put a figure where the cursor is, in the form that goes with the words behind it."""
        cursor = box.textCursor()
        after = cursor.block().text()[cursor.positionInBlock() :]
        box.insertPlainText(live_figures.token(live_figures.fitting(of, self._known, after)))

    def thaw(self, box: NoteBox | None) -> None:
        """Let the figure at the cursor follow the data again."""
        at = live.at_cursor(box) if box is not None else None
        if box is None or at is None or not at[2].frozen:
            tell(self._teller, say("Put the cursor at a figure that is frozen first."))
            return
        _write(box, at[0], at[1], live_figures.token(at[2].of))


def _write(box: NoteBox, start: int, end: int, token: str) -> None:
    def replace() -> None:
        cursor = QTextCursor(box.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(token)
        box.setTextCursor(cursor)

    box.in_one_step(replace)
