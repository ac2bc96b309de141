"""Words of a note put into a text of the findings at the cursor, as sentences that the note carries."""

from collections.abc import Callable, Sequence
from typing import Any

from inspector_app.core.domain.text.sentences import sentences_of
from inspector_app.core.services.results import supporting
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.note.exact_text import to_document
from inspector_app.ui.places.findings.texts.text_item import TextItem

Try = Callable[[Callable[[Workspace], Any]], Any]


def put(item: TextItem, pieces: Sequence[str], on: str, try_: Try) -> bool:
    """Put them there in one step, linked sentence by sentence with what they are `on`.

    Whether they were kept; what refused it was told.
    """
    said = " ".join(map(_sentence, pieces))
    _type(item, said)
    return kept(item, said, on, try_)


def kept(item: TextItem, said: str, on: str, try_: Try) -> bool:
    """Keep what was typed into it, each sentence of that linked with what it is `on`, and begin another step; as `put`."""
    if not item.flush():
        return False
    of = [""] if item.entity == "recommendation" else [one.words for one in sentences_of(said)]

    def link(workspace: Workspace) -> None:
        for sentence in of:
            supporting.link(workspace, item.row.id, on, sentence)

    try_(link)
    item.begin_step()
    return True


def _type(item: TextItem, said: str) -> None:
    box = item.note.box
    cursor = box.textCursor()
    before = box.document().characterAt(cursor.selectionStart() - 1) if cursor.selectionStart() else " "
    box.in_one_step(lambda: cursor.insertText(to_document(said if before.isspace() else f" {said}")))
    box.setTextCursor(cursor)


def _sentence(words: str) -> str:
    """The words with an end, where they have none."""
    words = " ".join(words.split())
    return words if words.endswith((".", "!", "?", "”", "’")) else f"{words}."
