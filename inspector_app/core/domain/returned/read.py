"""What was read out of a returned document, before anybody asks what it is about."""

from dataclasses import dataclass
from enum import StrEnum


class Kept(StrEnum):
    """Whether words stood there before the tracked changes, and do so after them."""

    KEPT = "kept"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a paragraph. `by`, `at`: who added or removed them and when, as the document says ("" where it does not).

    `figure` is what a live figure is of, `was` the words that it had when the draft was made; `beside` is printed there
    beside the text.
    """

    text: str
    kept: Kept = Kept.KEPT
    by: str = ""
    at: str = ""
    figure: str = ""
    was: str = ""
    beside: bool = False
    note: bool = False  # a footnote of the word processor's own


@dataclass(frozen=True, slots=True)
class Quoted:
    """A comment (its id) on a paragraph, and the words that it is put on."""

    comment: str
    words: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `style` in small letters without blanks. `marks` are the bookmarks that begin in it.

    `ended` is whether its end was added or removed; with a removed end it goes on in the next one.
    """

    style: str = ""
    marks: tuple[str, ...] = ()
    pieces: tuple[Piece, ...] = ()
    ended: Kept = Kept.KEPT
    in_table: bool = False
    quoted: tuple[Quoted, ...] = ()
    pictures: int = 0

    def reads(self, without: Kept = Kept.REMOVED) -> str:
        """Its words without those that were removed, or added."""
        return "".join(piece.text for piece in self.pieces if piece.kept is not without)

    @property
    def gone(self) -> bool:
        """Whether nothing is left of a paragraph that had something, and its end is removed with it."""
        return self.ended is Kept.REMOVED and not self.reads().strip() and bool(self.pieces)


@dataclass(frozen=True, slots=True)
class Comment:
    """What somebody said in the margin."""

    id: str
    by: str
    at: str
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """A document in the order of reading."""

    paragraphs: tuple[Paragraph, ...]
    comments: tuple[Comment, ...] = ()
