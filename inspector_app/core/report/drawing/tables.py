"""Tables of a report as ReportLab flowables, and what the cells of all tables have in common."""

from collections.abc import Iterator, Sequence
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import CondPageBreak, Flowable

from inspector_app.core.report import content
from inspector_app.core.report.content import plain
from inspector_app.core.report.drawing import look
from inspector_app.core.report.drawing.drawn import RatingMark
from inspector_app.core.report.drawing.framed import Table, Together
from inspector_app.core.report.drawing.markup import markup, paragraph
from inspector_app.core.report.drawing.right_to_left import Paragraph

ROOM_TABLE = 0.45 * look.HEIGHT
_ROOM_RATINGS = 0.6 * look.HEIGHT  # the ratings of all standards stay in one view
_HIGH_ROW = look.HEIGHT / 3
_ENOUGH = look.HEIGHT / 5  # of a table that goes over pages: the least that stands on its first, and on its last
_PADDED = 8  # points above and below what is in a row
_CLOSE = 3  # points above and below a rating, so that those of a programme stand on one page

Style = tuple[str, tuple[int, int], tuple[int, int], *tuple[Any, ...]]
_BESIDE = 4  # points at either side of a cell: a cell is broken into lines once, for the width that is left
RULES: tuple[Style, ...] = (
    ("FONTNAME", (0, 0), (-1, -1), look.REGULAR),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("TOPPADDING", (0, 0), (-1, -1), 4),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
    ("LEFTPADDING", (0, 0), (-1, -1), _BESIDE),
    ("RIGHTPADDING", (0, 0), (-1, -1), _BESIDE),
)


def rated(rating: content.Rating, style: ParagraphStyle) -> RatingMark:
    """A rating in words, with its bar or stars."""
    remark = f" ({rating.remark})" if rating.remark else ""
    said = f"<b>{markup(plain(rating.word))}</b>{f' {rating.mark}' if rating.mark else ''}{markup(plain(remark))}"
    return RatingMark(said, style, rating.filled, rating.of, rating.stars)


def of_table(table: content.Table) -> Iterator[Flowable]:
    """A table, after the room that it needs."""
    heads: list[Flowable | str] = [
        paragraph(c.title, look.CELL_HEAD_FIGURE if c.figures else look.CELL_HEAD) for c in table.columns
    ]
    rows = [heads, *(_row(row, table.columns) for row in table.rows)]
    widths = [look.WIDTH * c.share / 100 for c in table.columns]
    heights = [_high_of_row(row, widths) for row in rows]
    high = max(heights) > _HIGH_ROW
    style = [*_table_style(table), *(() if high else _kept_together(table, heights))]
    flowable = Table(rows, widths, style=style, repeatRows=1, splitInRow=int(high), spaceAfter=10)
    # A short table stays whole, with its footnotes; a long one begins with more than its header.
    whole = flowable.wrap(look.WIDTH, look.HEIGHT)[1]
    if whole <= (_ROOM_RATINGS if _has_ratings(table) else ROOM_TABLE):
        yield Together(whole, flowable)
    else:
        yield CondPageBreak(heights[0] + _PADDED + sum(_enough(heights[1:])))
    yield flowable


def _high_of_row(row: Sequence[Flowable | str], widths: Sequence[float]) -> float:
    """The height of a row's cells. One that is too high must be split; any other goes to the next page whole."""
    cells = ((cell, width - 2 * _BESIDE) for cell, width in zip(row, widths, strict=True) if isinstance(cell, Flowable))
    return max(cell.wrap(width, look.HEIGHT)[1] for cell, width in cells)


def _row(row: content.Row, columns: tuple[content.Column, ...]) -> list[Flowable | str]:
    if row.group:
        first = row.cells[0]
        return [_cell(first, look.CELL_GROUP), *("" for _ in columns[1:])]
    styles = (_cell_style(c) for c in columns)
    return [_cell(cell, style) for cell, style in zip(row.cells, styles, strict=True)]


def _cell_style(column: content.Column) -> ParagraphStyle:
    if column.figures:
        return look.CELL_FIGURE
    return look.CELL


def _cell(cell: content.Cell, style: ParagraphStyle) -> Flowable:
    return rated(cell, look.RATING_CELL) if isinstance(cell, content.Rating) else Paragraph(markup(cell), style)


def _kept_together(table: content.Table, heights: Sequence[float]) -> Iterator[Style]:
    """No page ends after the name of a group of rows, and what comes to the last page is more than a few lines."""
    yield ("NOSPLIT", (0, -_last_rows(heights)), (-1, -1))
    yield from (("NOSPLIT", (0, place), (-1, place + 1)) for place, row in enumerate(table.rows, start=1) if row.group)


def _last_rows(heights: Sequence[float]) -> int:
    """How many rows at the end go to another page only together: two at least, below the head."""
    return max(len(_enough(heights[:0:-1])), 1)


def _enough(heights: Sequence[float]) -> list[float]:
    """The heights of so many of the rows as must stand together: two at least."""
    room: list[float] = []
    for high in heights:
        room.append(high + _PADDED)
        if len(room) > 1 and sum(room) >= _ENOUGH:
            break
    return room


def _has_ratings(table: content.Table) -> bool:
    return any(isinstance(cell, content.Rating) for row in table.rows for cell in row.cells)


def _table_style(table: content.Table) -> list[Style]:
    groups = [place for place, row in enumerate(table.rows, start=1) if row.group]
    close: list[Style] = [(f"{side}PADDING", (0, 1), (-1, -1), _CLOSE) for side in ("TOP", "BOTTOM")]
    return [
        *RULES,
        *(close if _has_ratings(table) else ()),
        ("LINEBELOW", (0, 0), (-1, 0), 0.75, look.ACCENT),
        ("LINEBELOW", (0, 1), (-1, -1), 0.4, look.LINE),
        ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
        *(("SPAN", (0, place), (-1, place)) for place in groups),
        *(("BACKGROUND", (0, place), (-1, place), look.TINT) for place in groups),
    ]
