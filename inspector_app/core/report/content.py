"""What a report says, before anybody decides what it looks like. Frozen blocks, in reading order.

`compose` makes them, `pdf` draws them; nothing here knows a colour, a size or a font.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

Progress = Callable[[int, int, str], None]  # how a writer says how far it is: so many done, of how many, what comes now


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one style. The text is plain: markup characters in it mean themselves.

    `of`: what a live figure is of (domain/live_figures.py), "" for other words. `mark`: by what the paragraph is known again
    in a draft that comes back (domain/returned/marks.py); "" where the program writes it. `foot`: it is a footnote's mark.
    """

    text: str
    bold: bool = False
    of: str = ""
    mark: str = ""
    foot: bool = False


Text = tuple[Run, ...]


def plain(text: str) -> Text:
    """Text in the ordinary style."""
    return (Run(text),)


_MARK = re.compile("([⁰¹²³⁴⁵⁶⁷⁸⁹]+)")


def footed(text: str, *, bold: bool = False) -> Text:
    """Words of the program; the marks of footnotes in them are runs of their own. Typed words may have such signs (m²)."""
    parts = enumerate(_MARK.split(text))
    return tuple(Run(part, bold=bold, foot=number % 2 == 1) for number, part in parts if part or not number)


class Voice(StrEnum):
    """The part a paragraph plays."""

    BODY = "body"
    LEAD = "lead"  # the statement of a standard
    NOTE = "note"  # footnotes, sources


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading with an entry in the contents. `level` 1 to 3; `key` is unique in a report."""

    text: str
    level: int
    key: str


@dataclass(frozen=True, slots=True)
class Label:
    """A small heading inside a section; not in the contents."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    text: Text
    voice: Voice = Voice.BODY


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; numbered when it says the number of its `first` item."""

    items: tuple[Text, ...]
    first: int | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """Paragraphs set apart in a box, with a title or "": what somebody said, an illustration, an example."""

    paragraphs: tuple[Text, ...]
    title: str = ""
    mark: str = ""  # of its title, as of a Run


@dataclass(frozen=True, slots=True)
class Notice:
    """Words that nobody may miss, set apart from the rest."""

    text: str


@dataclass(frozen=True, slots=True)
class Rating:
    """A rating in words and as a length: `filled` of `of` steps, both from the framework's own words.

    `filled` 0 with a word such as "Not yet rated" is a rating that is not there. `mark` is a footnote's number or
    "", `remark` what has to be said beside the word. `stars` asks for stars instead of a bar.
    """

    word: str
    filled: int
    of: int
    mark: str = ""
    remark: str = ""
    stars: bool = False


Cell = Text | Rating


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `share` of the width in percent; figures are set to the right."""

    title: str
    share: int
    figures: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row. A `group` row has one cell across the table and names the rows below it."""

    cells: tuple[Cell, ...]
    group: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a header row that is repeated on each page."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


_NOTHING = "–"


def table_of_texts(titles: Sequence[tuple[str, int]], rows: Iterable[Sequence[str]]) -> Table:
    """A table of plain texts under (title, share) pairs: a dash where a text is empty.

    A column in which nothing stands is left out, and the others take its width; the first stays, whatever it says.
    """
    made = [tuple(row) for row in rows]
    kept = [place for place in range(len(titles)) if not place or any(row[place].strip() for row in made)]
    whole = sum(titles[place][1] for place in kept)
    columns = tuple(Column(titles[place][0], 100 * titles[place][1] // whole) for place in kept)
    return Table(columns, tuple(Row(tuple(plain(row[place] or _NOTHING) for place in kept)) for row in made))


@dataclass(frozen=True, slots=True)
class RatingLine:
    """The rating of a standard, beside the words that say what it is a rating of."""

    label: str
    rating: Rating


@dataclass(frozen=True, slots=True)
class Overall:
    """The face of the ratings page: when, how many points, and the overall rating."""

    service: str
    fieldwork: str
    score: str
    label: str
    rating: Rating


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of a chart, `percent` long; beside it its `label` and what it `says`. A `strong` one stands out."""

    label: str
    percent: int
    says: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars on a scale from 0% to 100%, in `bands`: the percent that each begins with, and its word.

    `words` says all that is drawn, for whoever does not see it.
    """

    bars: tuple[Bar, ...]
    bands: tuple[tuple[int, str], ...]
    words: str


Block = Heading | Label | Paragraph | Bullets | Quote | Notice | Table | Chart | RatingLine | Overall


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the report that begins on a new page when `new_page`.

    `missing`: what it stands in the place of, which a fault of the program kept from being made.
    """

    blocks: tuple[Block, ...]
    new_page: bool = False
    missing: str = ""


@dataclass(frozen=True, slots=True)
class Cover:
    """The first page. `facts` are pairs of a label and what it says."""

    kicker: str
    service: str
    framework: str
    facts: tuple[tuple[str, str], ...]
    notice: str


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report. `running` stands at the head of each page, `marking` at head and foot, `copy` (for whom it is) and
    `data_as_at` at the foot.

    `made` is the moment the data was read; it is the only date in the file, so equal input gives equal bytes. `stamp` says
    which draft it is when it comes back from a word processor (domain/returned/marks.py); "" where it could not be taken.
    """

    title: str
    subject: str
    author: str
    language: str
    draft: str
    running: str
    marking: str
    copy: str
    data_as_at: str
    notice: str
    made: datetime
    cover: Cover
    contents_title: str
    sections: tuple[Section, ...]
    stamp: str = ""

    @property
    def missing(self) -> tuple[str, ...]:
        """The parts that a fault of the program kept from being made, as they are headed."""
        return tuple(section.missing for section in self.sections if section.missing)

    @property
    def headings(self) -> list[Heading]:
        """The headings of all sections, in order."""
        return [block for section in self.sections for block in section.blocks if isinstance(block, Heading)]
