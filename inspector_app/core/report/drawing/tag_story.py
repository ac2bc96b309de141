"""What each flowable of a report is: its element, given in the order of reading before anything is drawn."""

from collections.abc import Iterable, Iterator
from typing import Any

from reportlab.platypus import Flowable

from inspector_app.core.report.drawing import look
from inspector_app.core.report.drawing.charted import Charted
from inspector_app.core.report.drawing.drawn import RatingMark
from inspector_app.core.report.drawing.framed import Table
from inspector_app.core.report.drawing.right_to_left import Paragraph
from inspector_app.core.report.drawing.tagged import Element

_HEADINGS = {style.name: f"H{level}" for level, style in look.HEADINGS.items()}
_ITEMS = (look.BULLET.name, look.NUMBERED.name)
_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"


def tag(flowables: Iterable[Flowable], root: Element) -> Iterator[Flowable]:
    """The same flowables, each paragraph in them with its element under `root`."""
    items: Element | None = None
    for flowable in flowables:
        if isinstance(flowable, Paragraph) and flowable.style.name in _ITEMS:
            items = items or root.add("L")
            flowable.element = items.add("LI").add("LBody")
        elif isinstance(flowable, Paragraph | Table | RatingMark | Charted):
            items = None
            _tag(flowable, root)
        yield flowable


def _tag(flowable: Flowable, under: Element) -> None:
    if isinstance(flowable, RatingMark):
        flowable.words.element = under.add("P")
    elif isinstance(flowable, Charted):
        flowable.element = under.add("Figure", alt=flowable.words)
    elif isinstance(flowable, Paragraph):
        flowable.element = under.add(_role(flowable), alt=flowable.link_says)
    elif not isinstance(flowable, Table):
        return
    elif flowable.repeatRows:
        _tag_table(flowable, under.add("Table"))
    elif flowable.is_contents:
        _tag_contents(flowable, under.add("TOC"))
    else:
        for cell in _cells(flowable):
            _tag(cell, under)


def _role(paragraph: Paragraph) -> str:
    if paragraph.style.name == look.NOTE.name and paragraph.getPlainText(identify=True)[:1] in _DIGITS:
        return "Note"
    return _HEADINGS.get(paragraph.style.name, "P")


def _tag_contents(table: Table, contents: Element) -> None:
    for title, page in table._cellvalues:
        line = contents.add("TOCI").add("Reference")
        title.element = line.add("Link", alt=title.link_says)
        page.element = line.add("Span")


def _tag_table(table: Table, under: Element) -> None:
    for number, cells in enumerate(table._cellvalues):
        row = under.add("TR")
        group = len(cells) > 1 and _is_group(cells)
        for cell in cells[:1] if group else cells:
            made = row.add("TH" if group or number < table.repeatRows else "TD")
            if made.role == "TH":
                made.table["Scope"] = "/Row" if group else "/Column"
            if group:
                made.table["ColSpan"] = len(cells)
            for flowable in _flowables(cell):
                _tag(flowable, made)


def _is_group(cells: list[Any]) -> bool:
    (first, *rest) = (_flowables(cell) for cell in cells)
    return bool(first) and not any(rest) and getattr(first[0], "style", None) is look.CELL_GROUP


def _cells(table: Table) -> Iterator[Flowable]:
    for row in table._cellvalues:
        for cell in row:
            yield from _flowables(cell)


def _flowables(cell: Any) -> list[Flowable]:
    if isinstance(cell, Flowable):
        return [cell]
    return [one for one in cell if isinstance(one, Flowable)] if isinstance(cell, list | tuple) else []
