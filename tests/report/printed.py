"""The published reports piece by piece, and a report of ours the same way, so that they can be walked together."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from inspector_app.core.report.content import (
    Block,
    Bullets,
    Cell,
    Chart,
    Heading,
    Label,
    Notice,
    Overall,
    Paragraph,
    Quote,
    Rating,
    RatingLine,
    Report,
    Table,
    Text,
    Voice,
)

SOURCES = next(
    (p / "shared" / "sources" for p in Path(__file__).resolve().parents if (p / "shared" / "sources").is_dir()), None
)
_MARKS = "¹²³⁴⁵⁶⁷⁸⁹⁰"
_NOTE = re.compile(rf"([{_MARKS}]+|\[\d+\]|\d(?= (?:User Voice is|Modern Youth))) (.+)")
_MARK = re.compile(rf" ?[{_MARKS}]+|\[\d+\]")
_IN_CONTENTS = re.compile(r"Contents|[^★]+\t\d{1,2}")
_LINK = re.compile(r"\[([^\]]{3,})\]\([^)]*\)|<(https?:[^>]+)>")
_BEGINS_ITSELF = re.compile(r"[^a-z]|www\.|https?:")  # a line that begins small goes on from the page before
_ENDS = re.compile(r"[.:;!?\"”)|]$")
_OWN_NUMBER = re.compile(r"(\d\.\d|\d+(?:\.\d+)*\.) ?(?=[A-Z]|[a-z]{2}|$)")
_REF = re.compile(r"^(?:\d\.\d\.\d|V ?\d(?:\.\d)?) (?=\S)")
_SENTENCE = re.compile(r"(?<=\S[.!?])[\"”']? (?=[\"“'A-Z\[])|(?<=commencing:) ")


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, an item of a list, a line of a table or a note of a published report, without its footnotes' marks.

    `line` is as it is printed but for what only says where it stood on paper.
    """

    line: str
    item: bool = False
    note: bool = False

    @property
    def cells(self) -> list[str]:
        """What the columns of a line of a table say; of another piece its text."""
        return [cell.strip() for cell in re.split(r" \||\t+", self.line) if cell.strip()]


def pieces(source: str) -> list[Piece]:
    """What a report prints, in order; what a page's end broke is put together again."""
    assert SOURCES is not None
    return read((SOURCES / source).read_text("utf-8").splitlines())


def read(lines: Iterable[str]) -> list[Piece]:
    """The same of the lines of a report, without those of its table of contents."""
    found: list[Piece] = []
    for line in filter(None, map(_bare, lines)):
        note = _NOTE.fullmatch(line)
        if _IN_CONTENTS.fullmatch(line):
            continue
        if note:
            found.append(Piece(note[2], note=True))
        elif line == "(Male)":  # who said what stands before it
            found[-1] = Piece(f"{found[-1].line} {line}")
        elif not _BEGINS_ITSELF.match(line) and "|" not in line and (open_ := _unfinished(found)) is not None:
            before = found[open_]
            found[open_] = Piece(f"{before.line} {line}", before.item)
        else:
            found.append(Piece(line, item=line.startswith("- ") or bool(re.match(r"\d+\. ", line))))
    return found


def _unfinished(found: list[Piece]) -> int | None:
    """The last piece of some length whose sentence has no end."""
    last = [n for n, p in enumerate(found) if len(p.line) > 60 and not p.note and not _ENDS.search(p.line)]
    return last[-1] if last and len(found) - last[-1] < 6 else None


def _bare(line: str) -> str:
    line = re.sub(r" \(Back to top\)|^#+ |\*\*", "", line).strip()
    line = re.sub(r"(?<=[^,])(?:</i>|\*) (?=[A-Z])", "\t", line).replace(
        "Score\t", "Score "
    )  # people, one after another
    line = re.sub(r"</?i>|(?<!^)\*(?=\S)|(?<=\S)\*", "", re.sub(r" (?=Fieldwork started)", "\t", line))
    return _LINK.sub(lambda found: found[1] or found[2], line)


def said(text: str) -> str:
    """As it is compared: without marks of footnotes, and with one kind of quotation mark and space."""
    text = _MARK.sub("", text)
    for kinds, plain in (("‘’`", "'"), ("“”", '"')):
        text = re.sub(f"[{kinds}]", plain, text)
    return " ".join(text.split()).rstrip(":").strip("*")


def sentences(text: str) -> list[str]:
    """A text's sentences, as they are compared."""
    return [one.rstrip(":") for one in _SENTENCE.split(said(text)) if one]


def wanted(found: list[Piece], *, notes: bool) -> list[str]:
    """The sentences and cells of a published report in order: its footnotes, or all else."""
    told: list[str] = []
    for piece in found:
        if piece.note is notes:
            told += [one for cell in piece.cells for one in _split(_stars(cell.removeprefix("- ")))]
    return told


def _stars(cell: str) -> str:
    return f"{cell.count('★')} of 4 stars" if "★" in cell else cell


def ours(report: Report, *, notes: bool) -> list[str]:
    """What a report of ours says, the same way."""
    blocks = [block for section in report.sections for block in section.blocks]
    texts = (text for block in blocks if _is_note(block) is notes for text in _texts(block))
    return [one for text in texts for one in _split(text)]


def _split(text: str) -> list[str]:
    """Its sentences; what begins with a number of its own says that first."""
    text = _REF.sub("", said(text))
    own = _OWN_NUMBER.match(text)
    return [own[1].rstrip("."), *sentences(text[own.end() :])] if own else sentences(text)


def _is_note(block: Block) -> bool:
    return (
        isinstance(block, Paragraph) and block.voice is Voice.NOTE and bool(re.match(f"[{_MARKS}]", _plain(block.text)))
    )


def _plain(text: Text) -> str:
    return "".join(run.text for run in text)


def _cell(cell: Cell) -> str:
    return re.sub(r" \(satisfactory\)| \(good\)", "", cell.word) if isinstance(cell, Rating) else _plain(cell)


def _texts(block: Block) -> Iterator[str]:
    match block:
        case Heading(text=text) | Label(text=text) | Notice(text=text) | Chart(words=text):
            yield text
        case Paragraph(text=runs):
            yield _plain(runs)
        case Bullets(items=items, first=first):
            for place, item in enumerate(items):
                yield from () if first is None else (f"{first + place}.",)
                yield _plain(item)
        case Quote(paragraphs=paragraphs, title=title):
            yield from (title, *map(_plain, paragraphs))
        case Table(columns=columns, rows=rows):
            yield from (column.title for column in columns)
            yield from (re.sub(r" \(lowest score\)$", "", _cell(cell)) for row in rows for cell in row.cells)
        case RatingLine(rating=rating):
            yield _cell(rating)
        case Overall(fieldwork=fieldwork, score=score, label=label, rating=rating):
            yield from (fieldwork, score, label, _cell(rating))


def absent(source: list[str], found: list[str]) -> list[str]:
    """What of the one does not stand in the other in its order."""
    blocks = SequenceMatcher(None, source, found, autojunk=False).get_matching_blocks()
    there = {place for a, _, size in blocks for place in range(a, a + size)}
    return [one for place, one in enumerate(source) if place not in there]
