"""What a returned draft says otherwise than the draft that went out, and what was said in its margin."""

from dataclasses import dataclass
from enum import StrEnum

from inspector_app.core.domain.returned.hunks import Hunk, around
from inspector_app.core.domain.returned.marks import Stamp


class What(StrEnum):
    """What a difference is."""

    WORDS = "words"  # of a text
    NEW = "new"  # an item of a list, or a paragraph of nobody's text
    GONE = "gone"  # a whole text
    ORDER = "order"  # of the texts of a list
    PRINTED = "printed"  # of what the program writes from the data or the framework: it is no text, and cannot be taken


@dataclass(frozen=True, slots=True)
class KnownText:
    """A finding or recommendation as it stands. `base` is how the draft had it, None where nobody knows any more.

    `printed`: whether the draft had it at all.
    """

    entity: str
    id: str
    group: str
    kind: str
    text: str
    base: str | None
    printed: bool = True


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference. `place` is the heading it stands under; `by`, `at`: as the document says, "" where it does not.

    `hunk` is a change of `base`, what the draft said; `removed` and `added` are its words, `before` and `after` those
    round it. `ids` are texts in the order they came back in.
    """

    key: str
    what: What
    place: str
    entity: str = ""
    id: str = ""
    base: str = ""
    hunk: Hunk | None = None
    removed: str = ""
    added: str = ""
    before: str = ""
    after: str = ""
    by: str = ""
    at: str = ""
    group: str = ""
    kind: str = ""
    ids: tuple[str, ...] = ()
    known_base: bool = True

    @property
    def can_be_taken(self) -> bool:
        """Whether it is a difference of what people write."""
        return self.what is not What.PRINTED


@dataclass(frozen=True, slots=True)
class Said:
    """A comment, the words it is put on, the heading over it and the text it is about ("" for none)."""

    key: str
    place: str
    by: str
    at: str
    text: str
    quoted: str
    entity: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Returned:
    """All of it, in the order of reading. `changed_since` texts were written on since; of `unknown` ones nobody knows how
    they read; `gone_since` were deleted here.
    """

    stamp: Stamp | None
    differences: tuple[Difference, ...]
    said: tuple[Said, ...]
    changed_since: int = 0
    unknown: int = 0
    gone_since: int = 0
    pictures: int = 0


def of_hunk(base: str, hunk: Hunk) -> tuple[str, str, str, str]:
    """What a change takes out, what it puts in, and some words before and after."""
    before, after = around(base, hunk.start, hunk.end)
    return base[hunk.start : hunk.end], hunk.new, before, after
