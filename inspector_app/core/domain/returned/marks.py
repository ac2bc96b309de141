"""The bookmarks in a draft for a word processor, by which it and its paragraphs are known again when it comes back.

Word and LibreOffice keep bookmarks through saving, moving and tracked changes (docs/returned-drafts.md). A name says
which text it is and how that read, by digests that nobody without the inspection can work out, and nothing else.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from unicodedata import normalize

from inspector_app.core.domain.draft.copies import Scope
from inspector_app.core.domain.text.typed_lines import superscript

_LONG = 12  # hexadecimal digits of a digest; a name has 40 letters at most
_NO_FIGURE = re.compile(r"\D")
_SCOPES = {Scope.PANEL: "p", Scope.LEAD: "l", Scope.SERVICE: "s"}
_STAMP = re.compile(rf"_fwd([0-9a-f]{{{_LONG}}})([pls])(\d{{14}})")
_TEXT = re.compile(rf"_fwt([0-9a-f]{{{_LONG}}})([0-9a-f]{{{_LONG}}})_(a|\d{{1,6}})")
_FOOT = re.compile(rf"_fwn(\d+)_([0-9a-f]{{{_LONG}}})(?:_Copy_\d+)?")  # as LibreOffice calls those in its footnotes
_PRINTED = re.compile(rf"_fw([pg])\d+_([0-9a-f]{{{_LONG}}})")
WHOLE = "a"  # in the place of the number of a line: all of the text in one paragraph
NOTE = "_fwn"  # begins the name in a footnote
BESIDE = "_fwx"  # begins the name of what is printed beside a text in its paragraph
UNSEEN = "\u200e\u202c\u2069"  # signs that stand so before a footnote's mark, behind what is written from right to left


@dataclass(frozen=True, slots=True)
class Stamp:
    """Which draft it is: of which inspection (`key`), for whom, and as the data stood when."""

    inspection: str
    scope: Scope
    made: datetime


@dataclass(frozen=True, slots=True)
class TextMark:
    """Which text a paragraph is of, how that read (digests), and which of its lines this is; None for the whole of it."""

    text: str
    read: str
    line: int | None


def key(inspection: str) -> str:
    """What stands in a draft for the id of its inspection."""
    return _digest("inspection", inspection)


def stamp(inspection: str, scope: Scope, made: datetime) -> str:
    """The name that says which draft it is; `inspection` as of `key`."""
    moment = made.astimezone(UTC).replace(microsecond=0, tzinfo=None).isoformat()
    return f"_fwd{inspection}{_SCOPES[scope]}{_NO_FIGURE.sub('', moment)}"


def of_text(inspection: str, text_id: str, text: str) -> str:
    """What the names of the paragraphs of a text begin with; `inspection` is its id, which is in no draft."""
    return f"_fwt{id_of(inspection, text_id)}{read_as(inspection, text_id, text)}"


def id_of(inspection: str, text_id: str) -> str:
    """What stands in a draft for the id of a text."""
    return _digest(inspection, text_id)


def read_as(inspection: str, text_id: str, text: str) -> str:
    """What stands in a draft for how a text read."""
    return _digest(inspection, text_id, text)


def line(of: str, number: int | None) -> str:
    """The name of a line (from 0; None: all in one) of the text whose names begin with `of`; "" for a text without."""
    return f"{of}_{WHOLE if number is None else number}" if of else ""


def printed(text: str, number: int, *, table: bool = False) -> str:
    """The name of the paragraph or table number `number` that the program writes: what it said can be told."""
    return f"_fw{'g' if table else 'p'}{number}_{of_words(text)}"


def note(mark: str, words: str) -> str:
    """The name in a footnote: its number in the report (from its mark), and what it said."""
    return f"{NOTE}{normalize('NFKC', mark)}_{of_words(words)}"


def of_words(text: str) -> str:
    """The digest of what is printed, however its blanks are."""
    return _digest("".join(text.split()))


def read_stamp(name: str) -> Stamp | None:
    """Which draft a name says it is; None for another name, or a moment that never was."""
    found = _STAMP.fullmatch(name)
    if found is None:
        return None
    scope = next(scope for scope, letter in _SCOPES.items() if letter == found[2])
    try:
        made = datetime.fromisoformat(f"{found[3][:8]}T{found[3][8:]}").replace(tzinfo=UTC)
        return Stamp(found[1], scope, made.astimezone())
    except (ValueError, OverflowError, OSError):
        return None


def read_text(name: str) -> TextMark | None:
    """Which text and line a name is of; None for another name."""
    found = _TEXT.fullmatch(name)
    return TextMark(found[1], found[2], None if found[3] == WHOLE else int(found[3])) if found else None


def read_note(name: str, words: str) -> str:
    """The mark of a footnote of the report that still says what it said; "" for another name, or other words."""
    found = _FOOT.fullmatch(name)
    return superscript(found[1]) if found and found[2] == of_words(words) else ""


def read_printed(name: str) -> tuple[bool, str] | None:
    """Whether a name is of a table, and the digest of what was printed; None for another name."""
    found = _PRINTED.fullmatch(name)
    return (found[1] == "g", found[2]) if found else None


def _digest(*parts: str) -> str:
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:_LONG]
