"""A case on paper: every line of it with its code, boxes to cross and room to write; blank, or filled with what is stored.

Pure: equal packs give equal bytes. A note is never in a cell, so that the longest flows over pages.
"""

from collections.abc import Iterator

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import CondPageBreak, Flowable, NextPageTemplate, PageBreak, Spacer, Table

from inspector_app.core.domain.cases.line_codes import CaseLine
from inspector_app.core.domain.days import when
from inspector_app.core.domain.inspection import Answer
from inspector_app.core.report import words
from inspector_app.core.report.content import Run, plain
from inspector_app.core.report.drawing import look, pack_look
from inspector_app.core.report.drawing.markup import markup
from inspector_app.core.report.drawing.right_to_left import Paragraph
from inspector_app.core.report.paper.content import Given, Pack, PackCase

_BOXES = {Answer.YES: "Yes", Answer.NO: "No", Answer.NA: "n/a"}
_EMPTY, _CROSSED = "☐", "☒"
_WIDTHS = (0.083, 0.042, 0.625, 0.25)  # of the width: code, letter, words, boxes
_ROOM_QUESTION, _ROOM_PEOPLE = 190.0, 160.0
_TO_WRITE, _TO_JUDGE, _TO_ADD, _TO_TELL = 3, 5, 1, 4  # ruled lines
_BLANK_PEOPLE = 3
_CONTESTED = "contested: two people wrote different things here"

HANDLING = (
    "Not encrypted: with writing on it this holds information about people, so look after it as the case file itself. "
    "Write no names of children or victims on it."
)
HOW = (
    "Cross one box on each line, and write below it. Where you run out of room, go on elsewhere and write the line’s "
    "code there. The codes are what is typed when this is keyed in."
)
HOW_FILLED = (
    "What was stored at the time given above; the box of each answer is crossed. Write what you change beside it."
)


def story(pack: Pack, number: int) -> Iterator[Flowable]:
    """Everything of one case (`number` from 0), beginning on a page of its own kind."""
    case = pack.cases[number]
    yield NextPageTemplate(str(number))
    if number:
        yield PageBreak()
    yield from _head(pack, case)
    standard = question = ""
    for line in case.lines:
        if line.question.ref != question:
            yield from _question(line, new_standard=line.standard.ref != standard)
            standard, question = line.standard.ref, line.question.ref
        yield from _line(line, case.given.get(line.path, Given()), pack.filled)
    yield from _people(case, pack.filled)


def _paragraph(text: str, style: ParagraphStyle) -> Paragraph:
    return Paragraph(markup(plain(text)), style)


def _head(pack: Pack, case: PackCase) -> Iterator[Flowable]:
    yield _paragraph(f"Case {case.ref}", pack_look.TITLE)
    facts = [
        ("Service", pack.service),
        ("Fieldwork", when.spans(pack.fieldwork)),
        ("Sample", case.sample),
        ("Type", case.type),
        ("Inspector", case.inspector),
        ("Second marker", case.second) if case.second else ("Pack", "filled" if pack.filled else "blank"),
        ("Framework", pack.framework),
        ("Data as at", when.printed(pack.made)) if pack.filled else ("Lines", f"1 to {len(case.lines)}"),
    ]
    cells = [(_paragraph(label, pack_look.FACT), _paragraph(said, pack_look.CELL)) for label, said in facts]
    rows = [[*cells[at], *cells[at + 1]] for at in range(0, len(cells), 2)]
    widths = [pack_look.WIDTH * share for share in (0.125, 0.395, 0.12, 0.36)]
    lines = [("LINEABOVE", (0, 0), (-1, -1), 0.5, look.MUTED), ("LINEBELOW", (0, -1), (-1, -1), 0.5, look.MUTED)]
    yield Table(rows, widths, style=[*_RULES, *lines], splitInRow=1, spaceAfter=8)
    for text in (pack.notice, HOW_FILLED if pack.filled else HOW, HANDLING):
        if text:
            yield _paragraph(text, pack_look.SAID)


_RULES = (
    ("FONTNAME", (0, 0), (-1, -1), look.REGULAR),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("TOPPADDING", (0, 0), (-1, -1), 3),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
    ("LEFTPADDING", (0, 0), (-1, -1), 2),
    ("RIGHTPADDING", (0, 0), (-1, -1), 4),
)


def _question(line: CaseLine, *, new_standard: bool) -> Iterator[Flowable]:
    yield CondPageBreak(_ROOM_QUESTION)
    if new_standard:
        yield _paragraph(f"{line.standard.ref} {line.standard.title}", pack_look.STANDARD)
    yield _paragraph(f"{line.question.ref}  {line.question.text}", pack_look.QUESTION)


def _line(line: CaseLine, given: Given, filled: bool) -> Iterator[Flowable]:
    asked = line.prompt.text if line.prompt else f"Your judgement on {line.question.ref} as a whole, and your reasons"
    said = markup(plain(asked))
    said = said if line.prompt else f"<b>{said}</b>"
    if given.contested:
        said += f" <b>({_CONTESTED})</b>"
    row = [
        _paragraph(line.code, pack_look.CODE),
        _paragraph(line.prompt.ref if line.prompt else "", pack_look.CODE),
        Paragraph(said, pack_look.CELL),
        Paragraph(_boxes(given.answer), pack_look.BOXES),
    ]
    rule = ("LINEABOVE", (0, 0), (-1, -1), 0.4 if line.prompt else 1.2, look.MUTED if line.prompt else look.INK)
    widths = [pack_look.WIDTH * share for share in _WIDTHS]
    level = ("TOPPADDING", (3, 0), (3, 0), 0)  # the boxes are larger than the words, which are to stand on one line
    head = Table([row], widths, style=[*_RULES, rule, level], splitInRow=1)
    notes: list[Flowable] = [_paragraph(text, pack_look.NOTE) for text in words.paragraphs(given.text)]
    lines = _TO_ADD if filled else _TO_WRITE if line.prompt else _TO_JUDGE
    ruled = pack_look.Ruled(lines)
    below = notes[0] if notes else ruled
    # A line is not parted from the first of what is written on it.
    high = head.wrap(pack_look.WIDTH, pack_look.HEIGHT)[1] + min(below.wrap(pack_look.WIDTH, 0)[1], 72)
    yield CondPageBreak(min(high, pack_look.HEIGHT))
    yield head
    yield from notes or [ruled]
    yield Spacer(0, 5)


def _boxes(answer: Answer | None) -> str:
    """Three boxes with their words; the one that was answered is crossed, and its word bold."""
    parts = []
    for of, word in _BOXES.items():
        box = _CROSSED if of is answer else _EMPTY
        said = markup((Run(word, bold=of is answer),))
        parts.append(f'<font name="{look.SYMBOLS}" size="14">{box}</font>&nbsp;{said}')
    return "&nbsp;&nbsp; ".join(parts)


def _people(case: PackCase, filled: bool) -> Iterator[Flowable]:
    yield CondPageBreak(_ROOM_PEOPLE)
    yield Spacer(0, 8)
    yield _paragraph("People interviewed about this case", pack_look.QUESTION)
    yield _paragraph("Who they are to the case, never a name.", pack_look.SAID)
    for person in case.people:
        day = when.day(person.day) if person.day else "no date"
        remark = f" ({_CONTESTED})" if person.contested else ""
        yield _paragraph(f"{person.role or 'Not said who'}, {day}{remark}", pack_look.CODE)
        yield from (_paragraph(text, pack_look.NOTE) for text in words.paragraphs(person.note))
        yield Spacer(0, 6)
    for _ in range(1 if filled else _BLANK_PEOPLE):
        yield CondPageBreak(_ROOM_PEOPLE)
        cells = [[_paragraph(said, pack_look.CODE) for said in ("Who", "Date")]]
        yield Table(cells, [0.7 * pack_look.WIDTH, 0.3 * pack_look.WIDTH], style=[*_RULES])
        yield pack_look.Ruled(_TO_TELL)
