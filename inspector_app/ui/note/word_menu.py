"""The menu of a note: what was meant by a misspelt word, and everything else that can be done with the text."""

from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QTextBlock, QTextCursor
from PySide6.QtWidgets import QMenu

from inspector_app.core.domain.text.marks import MARKS
from inspector_app.core.errors import Expected
from inspector_app.core.services.writing.spelling import words
from inspector_app.core.words import say
from inspector_app.ui import actions
from inspector_app.ui.controls.fields.fact import as_it_stands
from inspector_app.ui.errors import sentence
from inspector_app.ui.note import said_by, spelling
from inspector_app.ui.note.exact_text import units, widened
from inspector_app.ui.note.keys import MARK_CODES
from inspector_app.ui.note.text import NoteText

_Span = tuple[int, int]  # positions of the document


def open_at(box: NoteText, at: QPoint) -> None:
    """Open the menu about the word under the mouse."""
    cursor = box.cursorForPosition(at)
    _open(box, _word_at(cursor), box.viewport().mapToGlobal(at))


def open_at_cursor(box: NoteText) -> None:
    """Open the menu about the word one is in, or else the nearest misspelt one: of the paragraph, or else of the note."""
    cursor = box.textCursor()
    span = _word_at(cursor)
    if span is None or not spelling.check().may_be_wrong(_text(box, span)):
        span = _nearest(box, cursor) or span
    beside = QTextCursor(cursor)
    if span is not None:
        beside.setPosition(span[1])
    _open(box, span, box.viewport().mapToGlobal(box.cursorRect(beside).bottomLeft()))


def suggest_at_cursor(box: NoteText) -> None:
    """The same menu for who asks for a suggestion: where nothing is misspelt that is said first, and none is chosen."""
    cursor, check = box.textCursor(), spelling.check()
    span = _word_at(cursor)
    word = _text(box, span) if span else ""
    about_it = bool(word) and (check.may_be_wrong(word) or check.is_own(word))
    if not check.checks or about_it or _nearest(box, cursor) is not None:
        open_at_cursor(box)
        return
    menu = _menu(box, word)
    before = menu.actions()[0]
    _insert(menu, before, say("No word here is misspelt")).setEnabled(False)
    menu.insertSeparator(before)
    _show(box, menu, box.viewport().mapToGlobal(box.cursorRect().bottomLeft()), first=False)


def _open(box: NoteText, span: _Span | None, at: QPoint) -> None:
    word = _text(box, span) if span else ""
    if span is None or box.isReadOnly() or not spelling.check().may_be_wrong(word):
        _show(box, _menu(box, word), at)
        return
    spelling.check().suggest(word, lambda found: _show(box, _suggesting(box, span, word, found), at))


def _show(box: NoteText, menu: QMenu, at: QPoint, *, first: bool = True) -> None:
    menu.aboutToHide.connect(menu.deleteLater)
    if box.isVisible():
        menu.popup(at)
        possible = next((action for action in menu.actions() if action.isEnabled()), None)
        if first and possible is not None:
            menu.setActiveAction(possible)


def _suggesting(box: NoteText, span: _Span, word: str, found: list[str] | None) -> QMenu:
    menu = _menu(box, word)
    if found is None:
        return menu
    before = menu.actions()[0]
    for suggestion in found:
        _insert(menu, before, suggestion).triggered.connect(partial(_replace, box, span, word, suggestion))
    if not found:
        _insert(menu, before, "No suggestions").setEnabled(False)
    menu.insertSeparator(before)
    _insert(menu, before, f"Add “{word}” to my words").triggered.connect(partial(_keep, box, word, keep=True))
    menu.insertSeparator(before)
    return menu


def _insert(menu: QMenu, before: QAction, text: str) -> QAction:
    action = QAction(as_it_stands(text), menu)
    menu.insertAction(before, action)
    return action


def _menu(box: NoteText, word: str) -> QMenu:
    menu, selected, opened = QMenu(box), box.textCursor().hasSelection(), not box.isReadOnly()
    menu.setAccessibleName("Note")
    for text, do, possible in (
        ("Cut", box.cut, selected and opened), ("Copy", box.copy, selected), ("Paste", box.paste, opened),
        ("Select all", box.selectAll, True),
    ):  # fmt: skip
        action = menu.addAction(text)
        action.setEnabled(possible)
        action.triggered.connect(partial(_call, do))
    menu.addSeparator()
    if opened:
        _add(menu, box, "bold")
        marks = menu.addMenu("Mark the paragraph")
        for code in MARK_CODES:
            _add(marks, box, code, MARKS[MARK_CODES[code]])
        said_by.add_to(menu, box)
    _add(menu, box, "find-in-note")
    if word and spelling.check().is_own(word):
        menu.addSeparator()
        taken = menu.addAction(as_it_stands(f"Take “{word}” out of my words"))
        taken.triggered.connect(partial(_keep, box, word, keep=False))
    return menu


def _add(menu: QMenu, box: NoteText, code: str, text: str = "") -> None:
    action = menu.addAction(actions.in_menu(code, text))
    action.triggered.connect(partial(_call, partial(box.wanted.emit, code)))


def _call(do: "partial[None] | object", _checked: bool = False) -> None:
    if callable(do):
        do()


def _replace(box: NoteText, span: _Span, word: str, suggestion: str, _checked: bool = False) -> None:
    if _text(box, span) == word:  # else the text has moved on
        box.change(*span, suggestion)
        cursor = box.textCursor()
        cursor.setPosition(span[0] + units(suggestion))
        box.setTextCursor(cursor)


def _keep(box: NoteText, word: str, _checked: bool = False, *, keep: bool) -> None:
    check = spelling.check()
    try:
        (check.add if keep else check.remove)(word)
    except Expected as error:
        box.remarked.emit(sentence(error))


def _spans(block: QTextBlock) -> list[_Span]:
    text, base = block.text(), block.position()
    found = words(widened(text, 0, block.length() - 1))
    return [(base + at, base + at + len(word)) for at, word in found]


def _word_at(cursor: QTextCursor) -> _Span | None:
    at = cursor.position()
    return next((span for span in _spans(cursor.block()) if span[0] <= at <= span[1]), None)


def _nearest(box: NoteText, cursor: QTextCursor) -> _Span | None:
    document, here = box.document(), cursor.blockNumber()
    for number in sorted(range(document.blockCount()), key=lambda other: abs(other - here)):
        wrong = [span for span in _spans(document.findBlockByNumber(number)) if _is_wrong(box, span)]
        if wrong:
            return min(wrong, key=lambda span: min(abs(at - cursor.position()) for at in span))
    return None


def _is_wrong(box: NoteText, span: _Span) -> bool:
    return spelling.check().wrong(_text(box, span))


def _text(box: NoteText, span: _Span) -> str:
    cursor = QTextCursor(box.document())
    if span[1] >= box.document().characterCount():
        return ""
    cursor.setPosition(span[0])
    cursor.setPosition(span[1], QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText()
