"""What the keys of a note do to its text: lists that go on, bold, what is found in it, and what is pasted. Pure.

Notes are Markdown as the person typed it. Positions are in characters of the text given.
"""

import re
from dataclasses import dataclass

from inspector_app.core.domain.text import folding

_ITEM = re.compile(
    r"(?P<indent>[ \t]*)(?:(?P<bullet>[-*+])|(?P<number>\d{1,9})(?P<after>[.)]))(?P<space>[ \t]+)", re.ASCII
)
_BOLD = "**"
_LETTER = rf"[\w{folding.MARKS}]"  # an accent belongs to the letter before it
_WORD = re.compile(rf"{_LETTER}+(?:['’-]{_LETTER}+)*")


@dataclass(frozen=True, slots=True)
class Typed:
    """Put `text` in the place of what stands from `start` to `end`; then select from `anchor` to `position`."""

    start: int
    end: int
    text: str
    anchor: int
    position: int


def entered(line: str, at: int) -> Typed:
    """Enter at a place in a paragraph: in a list the next item begins; on an empty item the list ends."""
    item = _ITEM.match(line)
    if item is None or at < item.end():
        return _put(at, at, "\n")
    if not line[item.end() :].strip():
        return _put(0, len(line), "")
    marker = item["bullet"] or f"{int(item['number']) + 1}{item['after']}"
    return _put(at, at, f"\n{item['indent']}{marker}{item['space']}")


def bold(text: str, start: int, end: int) -> Typed:
    """Make what is selected bold, or the word one is in; take it away where it is bold already.

    With nothing there to be bold, what is typed next will be. A selection over several paragraphs: each by itself.
    """
    if start == end:
        start, end = _word_at(text, start)
    if not text[start:end].strip():
        return Typed(start, start, _BOLD * 2, start + len(_BOLD), start + len(_BOLD))
    start, end = _trimmed(text, start, end)
    size = len(_BOLD)
    if text[:start].endswith(_BOLD) and text[end:].startswith(_BOLD):
        plain = text[start:end]
        return Typed(start - size, end + size, plain, start - size, start - size + len(plain))
    parts = [_parts(line) for line in text[start:end].split("\n")]
    took = all(_is_bold(body) for _, body, _ in parts if body)
    new = "\n".join(f"{head}{_unbold(body) if took else _embolden(body)}{tail}" for head, body, tail in parts)
    return Typed(start, end, new, start, start + len(new))


def listed(text: str) -> str:
    """Whole paragraphs as items of a list; as plain ones where all of them are items already. Empty ones stay."""
    lines = text.split("\n")
    worth = [line for line in lines if line.strip()] or lines[:1]
    if all(_ITEM.match(line) for line in worth):
        return "\n".join(_ITEM.sub("", line, count=1) for line in lines)
    return "\n".join(f"- {line}" if line in worth and not _ITEM.match(line) else line for line in lines)


def occurrences(text: str, wanted: str, *, match_case: bool = False, whole_word: bool = False) -> list[tuple[int, int]]:
    """Where `wanted` stands in the text, as (start, end), from first to last, none overlapping another.

    Found as the search of the inspection finds; with `match_case` capitals and accents must be the same.
    """
    pattern = folding.pattern(wanted, exact=match_case)
    if not pattern:
        return []
    if whole_word:
        pattern = rf"(?<!{_LETTER}){pattern}(?!{_LETTER})"
    return [found.span() for found in re.finditer(pattern, text, 0 if match_case else re.IGNORECASE)]


_LINES = re.compile(r"\r\n|[\r\x0b\x0c\u2028\u2029]")
_SPACES = str.maketrans(dict.fromkeys("\u00a0\u2007\u202f", " "))
_UNSEEN = re.compile(f"[{folding.PASTED}\x00]")
_BULLET = re.compile(r"^[ \t]*(?:[•·●▪■◦‣\uf0b7\uf0a7][ \t]*|[o§][ ]*\t[ \t]*)", re.MULTILINE)
_NUMBER = re.compile(r"^[ \t]*(\d{1,9}[.)])[ ]*\t[ \t]*", re.MULTILINE | re.ASCII)
_UNPARTED = r"[\S\u00a0\u2007\u202f]"  # a blank that does not break parts nothing
# Longer than any word, address or number that somebody pastes; an accent stays with its letter.
_ENDLESS = re.compile(rf"{_UNPARTED}{{2000}}(?={_UNPARTED})(?![{folding.MARKS}])")
_BLANKS = re.compile(r"\n{3,}")


def cleaned(text: str) -> str:
    """A word processor's plain text as a person would have typed it: "- " for bullets, no hidden characters.

    Quotation marks and dashes stay as they are. What goes on without a blank is cut into lines.
    """
    text = _UNSEEN.sub("", _LINES.sub("\n", text)).translate(_SPACES)
    text = _NUMBER.sub(r"\1 ", _BULLET.sub("- ", text))
    text = cut(text)
    return _BLANKS.sub("\n\n", "\n".join(line.rstrip(" \t") for line in text.split("\n")))


def cut(text: str) -> str:
    """The text with what goes on without a blank cut into lines: laying out a megabyte of it takes minutes."""
    return _ENDLESS.sub(r"\g<0>\n", text)


def _put(start: int, end: int, text: str) -> Typed:
    return Typed(start, end, text, start + len(text), start + len(text))


def _word_at(text: str, at: int) -> tuple[int, int]:
    line = text.rfind("\n", 0, at) + 1
    for word in _WORD.finditer(text, line):
        if word.start() <= at <= word.end():
            return word.span()
        if word.start() > at:
            break
    return at, at


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Without white space at either end, which would keep the marks from making anything bold."""
    inside = text[start:end]
    return start + len(inside) - len(inside.lstrip()), end - len(inside) + len(inside.rstrip())


def _parts(line: str) -> tuple[str, str, str]:
    """What stands before a paragraph's words (an item's marker too), the words, and the white space after them."""
    item = _ITEM.match(line)
    head = item[0] if item else line[: len(line) - len(line.lstrip())]
    body = line[len(head) :].rstrip()
    return head, body, line[len(head) + len(body) :]


def _is_bold(body: str) -> bool:
    return len(body) > 2 * len(_BOLD) and body.startswith(_BOLD) and body.endswith(_BOLD)


def _embolden(body: str) -> str:
    return f"{_BOLD}{body}{_BOLD}" if body and not _is_bold(body) else body


def _unbold(body: str) -> str:
    return body[len(_BOLD) : -len(_BOLD)]
