"""The guide as blocks of a document: headings, paragraphs, lists, tables and pictures, from its own Markdown alone.

It knows what the guide is written with (`docs/guide.md`, parts of the README) and nothing else of Markdown.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from inspector_app.core.report import content
from inspector_app.core.report.content import Run, Text

_PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]*)\)")
_HEADING = re.compile(r"(#{1,3}) (.*)")
_BULLET, _NUMBERED = re.compile(r"\s*- (.*)"), re.compile(r"\s*\d+\. (.*)")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_STRONG = re.compile(r"(`[^`]*`|\*{1,2}[^*]+\*{1,2})")


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture by its name in the guide, with the words that say what is on it."""

    name: str
    words: str


Part = content.Block | Picture


def parts(markdown: str) -> list[Part]:
    """What the guide says, in order. Headings have keys by which the contents lead to them."""
    return [part for lines in _blocks(markdown) for part in _part(lines)]


def _blocks(markdown: str) -> Iterator[list[str]]:
    """Lines that belong together: between empty ones, a heading and a picture each by itself."""
    for full, lines in groupby(markdown.splitlines(), key=lambda line: bool(line.strip())):
        if full:
            for _, same in groupby(lines, key=_alone):
                yield list(same)


def _alone(line: str) -> str:
    return line if _HEADING.match(line) or _PICTURE.match(line) else ""


def _part(lines: Sequence[str]) -> Iterator[Part]:
    heading, picture = _HEADING.fullmatch(lines[0]), _PICTURE.fullmatch(lines[0].strip())
    if heading:
        yield content.Heading(_words(heading[2]), len(heading[1]), f"guide-{_words(heading[2])}")
    elif picture:
        yield Picture(picture[2], picture[1])
    elif lines[0].startswith("|"):
        yield _table(lines)
    else:
        yield from _text(lines)


def _text(lines: Sequence[str]) -> Iterator[Part]:
    """Paragraphs and lists: a line that begins no item goes on with what is before it."""
    whole: list[tuple[str, list[str]]] = []
    for line in lines:
        bullet, numbered = _BULLET.fullmatch(line), _NUMBERED.fullmatch(line)
        found = bullet or numbered
        if found:
            whole.append(("bullet" if bullet else "numbered", [found[1]]))
        elif whole:
            whole[-1][1].append(line.strip())
        else:
            whole.append(("", [line.strip()]))
    for kind, same in groupby(whole, key=lambda item: item[0]):
        texts = tuple(_runs(" ".join(words)) for _, words in same)
        if kind:
            yield content.Bullets(texts, first=1 if kind == "numbered" else None)
        else:
            yield from map(content.Paragraph, texts)


def _table(lines: Sequence[str]) -> content.Table:
    head, _, *rows = ([cell.strip() for cell in line.strip().strip("|").split("|")] for line in lines)
    shares = {2: (35, 65), 3: (18, 30, 52)}.get(len(head), (100 // len(head),) * len(head))
    columns = tuple(content.Column(_words(title), share) for title, share in zip(head, shares, strict=True))
    return content.Table(columns, tuple(content.Row(tuple(map(_runs, _padded(row, len(head))))) for row in rows))


def _padded(row: list[str], to: int) -> list[str]:
    return [*row, *[""] * (to - len(row))][:to]


def _runs(markdown: str) -> Text:
    """Names of what is on the screen, and what is stressed, in bold; keys as they stand.

    A space between two runs is the beginning of the second, as everywhere in a report (`drawing/markup.py`).
    """
    made: list[Run] = []
    space = ""
    for piece in filter(None, _STRONG.split(_LINK.sub(r"\1", markdown))):
        run = _run(piece)
        made.append(Run(f"{space}{run.text.rstrip()}", run.bold))
        space = " " if run.text.endswith(" ") else ""
    return tuple(run for run in made if run.text)


def _run(piece: str) -> Run:
    if piece.startswith("`"):
        return Run(piece.strip("`"))
    stressed = len(piece) > 1 and piece.startswith("*") and piece.endswith("*")
    return Run(piece.strip("*"), bold=True) if stressed else Run(piece)


def _words(markdown: str) -> str:
    return "".join(run.text for run in _runs(markdown))
