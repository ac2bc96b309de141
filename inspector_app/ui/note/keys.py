"""What the keys of a note do, and the tools and the menu that offer the same. Everything is typed text like any other."""

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextBlock, QTextCursor

from inspector_app.core.domain.text import writing
from inspector_app.core.domain.text.marks import Mark, place, toggled
from inspector_app.ui import actions, own_keys
from inspector_app.ui.note.exact_text import offset, units
from inspector_app.ui.note.text import NoteText

MARK_CODES: dict[str, Mark] = {f"mark-{kind.value}": kind for kind in Mark}
CLOSE_CALL = f"mark-{Mark.CLOSE.value}"
_SPECIAL = 0x01000000  # in the code of every key that is no character
FINDING = ("find-in-note", "find-next", "find-previous")
CODES = ("bold", *MARK_CODES, *FINDING, "suggest")


def code_of(event: QKeyEvent) -> str | None:
    """The command of a note that a key asks for."""
    if not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier and not event.key() & _SPECIAL:
        return None  # a letter, as nearly always
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return _by_key(own_keys.edition()).get(QKeySequence(held.value | int(event.key())).toString())


@lru_cache(maxsize=1)
def _by_key(_edition: object) -> dict[str, str]:
    return {QKeySequence(key).toString(): code for code in CODES for key in actions.in_use(code)}


def leads_out(event: QKeyEvent) -> bool:
    """Whether a key belongs to the page around the note."""
    keys, held = Qt.Key, event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if event.key() == keys.Key_Escape:
        return True
    if held & Qt.KeyboardModifier.AltModifier:  # with Control it is AltGr, which types a letter
        return held == Qt.KeyboardModifier.AltModifier and event.key() in (keys.Key_Left, keys.Key_Right)
    return bool(held & Qt.KeyboardModifier.ControlModifier) and event.key() in (
        keys.Key_Z, keys.Key_Y, keys.Key_Down, keys.Key_PageDown, keys.Key_PageUp,
    )  # fmt: skip


def enter(box: NoteText) -> None:
    """A new line, or the next item of a list; on an empty item the list ends."""
    cursor = box.textCursor()
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    block, line = cursor.block(), cursor.block().text()
    _apply(cursor, block, line, writing.entered(line, offset(line, cursor.positionInBlock())))
    cursor.endEditBlock()
    box.setTextCursor(cursor)
    box.ensureCursorVisible()


def bold(box: NoteText) -> None:
    """Make what is selected bold, or the word one is in; or plain again."""
    cursor = box.textCursor()
    first, lines = _paragraphs(cursor)
    start, end = (offset(lines, at - first.position()) for at in (cursor.selectionStart(), cursor.selectionEnd()))
    _apply(cursor, first, lines, writing.bold(lines, start, end))
    box.setTextCursor(cursor)


def listed(box: NoteText) -> None:
    """Make the paragraphs one is in a list, or plain ones again."""
    cursor = box.textCursor()
    first, text = _paragraphs(cursor)
    box.change(first.position(), first.position() + units(text), writing.listed(text))


def mark(box: NoteText, kind: Mark) -> None:
    """Mark the paragraphs one is in, or take the mark away where all of them have it."""
    cursor = box.textCursor()
    first, text = _paragraphs(cursor)
    lines = text.split("\n")
    worth = [line for line in lines if line.strip()] or lines[:1]
    took = all(_kind(line) is kind for line in worth)
    new = [toggled(line, kind) if line in worth and (took or _kind(line) is not kind) else line for line in lines]
    box.change(first.position(), first.position() + units(text), "\n".join(new))


def _kind(line: str) -> Mark | None:
    found = place(line)
    return found[0] if found else None


def _paragraphs(cursor: QTextCursor) -> tuple[QTextBlock, str]:
    """The first paragraph of the selection, and the text from its beginning to the end of the last."""
    document = cursor.document()
    block = first = document.findBlock(cursor.selectionStart())
    last, lines = document.findBlock(cursor.selectionEnd()), [first.text()]
    while block != last:
        block = block.next()
        lines.append(block.text())
    return first, "\n".join(lines)


def _apply(cursor: QTextCursor, first: QTextBlock, text: str, typed: writing.Typed) -> None:
    base = first.position()
    new = text[: typed.start] + typed.text + text[typed.end :]
    cursor.setPosition(base + units(text[: typed.start]))
    cursor.setPosition(base + units(text[: typed.end]), QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(typed.text)
    cursor.setPosition(base + units(new[: typed.anchor]))
    cursor.setPosition(base + units(new[: typed.position]), QTextCursor.MoveMode.KeepAnchor)
