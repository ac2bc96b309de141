"""The quotations of the notes beside the texts: who said each, and put into the text with its link."""

from collections.abc import Sequence

from inspector_app.core.domain.text import quoting
from inspector_app.core.services.results.supporting import Quoted
from inspector_app.core.words import count, say
from inspector_app.ui.note.exact_text import to_document
from inspector_app.ui.places.findings import inserting
from inspector_app.ui.places.findings.inserting import Try
from inspector_app.ui.places.findings.texts.text_item import TextItem

CODE = "quotation/"  # begins the code of a quotation in the list; its number follows


def lines(found: Sequence[Quoted]) -> list[tuple[str, str]]:
    """Each quotation as a line of the list: (code, words)."""
    return [(f"{CODE}{number}", _line(one)) for number, one in enumerate(found)]


def about(found: Sequence[Quoted]) -> str:
    """What is said of them over the list; "" where there are none."""
    if not found:
        return ""
    unsaid = sum(not one.said.speaker for one in found)
    how = say("Enter puts a quotation into the text, with its link.")
    to_do = count(unsaid, "A quotation does not say who said it.", "{n} quotations do not say who said them.")
    return f"{how} {to_do}" if unsaid else how


def _line(one: Quoted) -> str:
    words = f"{one.words}: {quoting.written(one.said)}"
    return words if one.said.speaker else say("{quotation} – who said it?", quotation=words)


def put(item: TextItem, one: Quoted, try_: Try) -> bool:
    """Put it behind the paragraph at the cursor, as a paragraph of its own where the text is of several; linked.

    Whether it was kept; what refused it was told.
    """
    words = quoting.printed(one.said)
    _type(item, words)
    return inserting.kept(item, words, one.on, try_)


def _type(item: TextItem, words: str) -> None:
    box = item.note.box
    cursor = box.textCursor()
    cursor.movePosition(cursor.MoveOperation.EndOfBlock)
    of_several = item.row.kind == "narrative"
    between = ("\n" if of_several else " ") if cursor.block().text().strip() else ""
    typed = f"{between}> {words}" if of_several else f"{between}{words}"
    box.in_one_step(lambda: cursor.insertText(to_document(typed)))
    box.setTextCursor(cursor)
