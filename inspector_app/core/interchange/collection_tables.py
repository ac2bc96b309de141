"""What is counted over a collection, as files: one long table in CSV, or a workbook with definitions and inspections."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from inspector_app.core import workbook
from inspector_app.core.domain.collection import Collected, SideBySide, Together
from inspector_app.core.interchange import sheets

Cell = str | int | None
_Row = tuple[Cell, ...]

COLUMNS = (
    "framework",
    "versions",
    "rules",
    "figure",
    "subject",
    "title",
    "rating",
    "count",
    "of",
    "percent",
    "inspections",
)
_INSPECTIONS = (
    "service", "start", "end", "framework", "version", "rules", "kind", "provisional", "score", "score_max", "overall",
    "sealed_at", "sealed_by", "key_groups", "digest",
)  # fmt: skip
_SHORT = 12  # digits of a digest that tell rules apart

BESIDE = ("framework", "rules", "service", "start", "kind", "provisional", "ref", "title", "rating", "count", "of")

DEFINITIONS = (
    ("inspections", "Inspections counted: those that are not provisional."),
    ("provisional", "Inspections left out of every figure, because something that counts is open or only suggested."),
    ("not sealed", "Of the inspections counted, those that came in as documents or totals, which nobody signed."),
    ("overall rating", "Inspections by their overall rating, after decisions of the ratings panel."),
    ("rating of a standard", "Inspections by their rating of that standard, after decisions of the ratings panel."),
    (
        "Yes rate",
        "Of a key question: the cases judged Yes (count) of the cases judged Yes or No (of), added up over the inspections "
        "in which any case was judged. Cases to which it does not apply, or that were not judged, are in neither. "
        "The percent is whole, halves up. A large sample weighs more than a small one.",
    ),
    (
        "framework and rules",
        "Only inspections of one framework under the same rules are counted together. Nothing may be added up or "
        "compared across frameworks: standards, key questions, samples and bands are different.",
    ),
)


def csv(together: Sequence[Together]) -> bytes:
    """Every figure on a line of its own, by the headings of COLUMNS."""
    return sheets.csv_bytes([COLUMNS, *([_text(cell) for cell in row] for row in _rows(together))])


def beside_csv(sides: Sequence[SideBySide]) -> bytes:
    """Of inspections beside one another every figure on a line of its own, by the headings of BESIDE."""
    return sheets.csv_bytes([BESIDE, *([_text(cell) for cell in row] for row in _beside(sides))])


def xlsx(together: Sequence[Together], inspections: Sequence[Collected]) -> bytes:
    """The same lines on a sheet, the definitions before and the inspections behind them."""
    from openpyxl import Workbook  # a fifth of a second

    book = Workbook()
    first: Any = book.active
    first.title = "Definitions"
    _fill(first, [("figure", "definition"), *DEFINITIONS])
    _fill(book.create_sheet("Figures"), [COLUMNS, *_rows(together)])
    _fill(book.create_sheet("Inspections"), [_INSPECTIONS, *map(_inspection, inspections)])
    return workbook.as_bytes(book, datetime.now(UTC))


def _fill(sheet: Any, rows: Sequence[_Row]) -> None:
    sheet.freeze_panes = "A2"
    for row in rows:
        sheet.append([workbook.storable(cell) if isinstance(cell, str) else cell for cell in row])
    for row in sheet.iter_rows():
        for cell in row:
            if isinstance(cell.value, str):  # "=…" stays text, and 2.1.1 does not become a date
                cell.data_type, cell.number_format, cell.quotePrefix = "s", "@", True
    for column in sheet.columns:
        sheet.column_dimensions[column[0].column_letter].width = min(60, max(len(_text(c.value)) for c in column) + 2)


def _rows(together: Sequence[Together]) -> Iterator[_Row]:
    for one in together:
        of = (one.rules.framework, " ".join(map(str, one.versions)), one.rules.digest[:_SHORT])
        for figure, value in (
            ("inspections", one.inspections), ("provisional", one.provisional), ("not sealed", one.unsealed)
        ):  # fmt: skip
            yield (*of, figure, "", "", "", value, None, None, one.inspections)
        for count in (*one.overall, *one.standards):
            figure = "rating of a standard" if count.subject else "overall rating"
            yield (*of, figure, count.subject, count.title, count.word, count.inspections, None, None, one.inspections)
        for rate in one.rates:
            yield (*of, "Yes rate", rate.ref, rate.text, "", rate.yes, rate.of, rate.percent, rate.inspections)


def _beside(sides: Sequence[SideBySide]) -> Iterator[_Row]:
    for side in sides:
        for place, one in enumerate(side.inspections):
            of = (side.rules.framework, side.rules.digest[:_SHORT], one.service, one.start.isoformat(), one.kind.value)
            said = (*of, "yes" if one.provisional else "no")
            yield (*said, "", "Overall", one.overall, one.score, one.score_max)
            for line in side.standards:
                if standard := line.each[place]:
                    yield (*said, line.ref, line.title, standard.rating, None, None)
            for asked in side.questions:
                if question := asked.each[place]:
                    yield (*said, asked.ref, asked.title, question.band or question.given, question.yes, question.of)


def _inspection(one: Collected) -> _Row:
    days = (one.start.isoformat(), one.end.isoformat())
    by = (one.rules.framework, one.version, one.rules.digest[:_SHORT], one.kind.value)
    rated = ("yes" if one.provisional else "no", one.score, one.score_max, one.overall)
    return (one.service, *days, *by, *rated, one.at, one.by, one.groups, one.digest)


def _text(cell: Cell) -> str:
    text = "" if cell is None else str(cell)
    return f"'{text}" if isinstance(cell, str) and text.startswith(("=", "+", "-", "@", "\t", "\r")) else text
