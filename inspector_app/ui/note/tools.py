"""Small buttons beside a note: bold, and the marks."""

from functools import partial

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from inspector_app.core.domain.text.marks import Mark
from inspector_app.core.words import Later, later
from inspector_app.ui import actions
from inspector_app.ui.look.mark_shapes import paint_mark
from inspector_app.ui.note.keys import CLOSE_CALL, MARK_CODES
from inspector_app.ui.note.tool_row import SIDE, Paint, Tool, ToolRow

__all__ = ["SIDE", "NoteTools", "called", "shape_of"]
_BRIEF: dict[str, Later] = {  # what a tool with room for a word says
    "mark-strength": later("Strength"), "mark-area-for-improvement": later("Area"), "mark-quotation": later("Quote"),
    "mark-follow-up": later("Follow"),
}  # fmt: skip
_CODES = (*MARK_CODES, "bold")  # in the order in which they stand


class NoteTools(ToolRow):
    """`wanted` says which command of the note was asked for."""

    def __init__(self, parent: QWidget, *, words: bool = False, marks: bool = True) -> None:
        """`words`: the usual ones say what they are, beside their shape, as on a case. Without `marks`: bold alone."""
        codes = _CODES if words else tuple(code for code in _CODES if code != CLOSE_CALL)  # no case: nothing to judge
        brief = {code: said.say() for code, said in _BRIEF.items()} if words else {}
        super().__init__(
            parent, [(code, _tool(code, brief.get(code, ""))) for code in (codes if marks else codes[-1:])]
        )


def _tool(code: str, word: str) -> Tool:
    mark = MARK_CODES.get(code)
    return called(Tool("B" if code == "bold" else "", shape_of(mark) if mark else None, word), code, word)


def shape_of(mark: Mark) -> Paint:
    """What paints the shape of a mark."""
    return partial(_shape, mark)


def _shape(mark: Mark, painter: QPainter, box: QRectF) -> None:
    paint_mark(painter, box, mark)


def called(tool: Tool, code: str, word: str = "") -> Tool:
    """Name a tool after the command that it does, with its key; `word` is what is written on it."""
    command = actions.command(code)
    tool.setToolTip(f"{command.text} ({actions.keys(code)})")
    tool.setAccessibleName(f"{word} ({command.text})" if word else command.text)
    tool.setAccessibleDescription(f"{command.tip} ({actions.keys(code)})")
    return tool
