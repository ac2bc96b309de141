"""What a text reads as when it is printed, word by word, and what somebody wrote there as the text that would print so.

Figures and footnotes are a sign each, whatever their words or number: so a figure that moved on since is no change.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from inspector_app.core.domain import live_figures
from inspector_app.core.domain.returned.hunks import tokens
from inspector_app.core.domain.returned.read import Kept, Paragraph, Piece
from inspector_app.core.domain.text.compared import steps
from inspector_app.core.domain.text.typed_lines import ACTS, ITEM, QUOTE, TypedLine
from inspector_app.core.domain.text.typed_lines import lines as lines_of

_NOTE, _GLUE, _FIRST_FIGURE, _LAST = "\ue000", "\ue001", 0xE100, 0xF8FF
_NUMBERS = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_NOT_SHOWN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_WOULD_ACT = re.compile(r"\[(?==)|\^(?=\[)")
_BULLETS = ("listbullet", "listnumber", "listparagraph")
_MOST = 6_000  # signs and words of a paragraph


@dataclass(frozen=True, slots=True)
class _Word:
    """A word as it is printed, and what of the text is behind it."""

    printed: str
    raw: str


class Figures:
    """A sign for each figure of a document, the same wherever it stands."""

    def __init__(self) -> None:
        self._signs: dict[str, str] = {}

    def sign(self, of: str) -> str:
        """The sign of the figure of that."""
        return self._signs.setdefault(of, chr(min(_FIRST_FIGURE + len(self._signs), _LAST)))

    def raw(self, sign: str) -> str:
        """A new figure of what a sign stands for; "" for another letter."""
        return next((live_figures.token(of) for of, known in self._signs.items() if known == sign), "")


def written(paragraph: Paragraph, figures: Figures, without: Kept = Kept.REMOVED) -> str:
    """What stands in a paragraph, with a sign for each figure and footnote; without what is printed beside the text."""
    said: list[str] = []
    pieces = [piece for piece in paragraph.pieces if piece.kept is not without and not piece.beside]
    for of, alike in _together(pieces):
        words = "".join(_footnote(piece) if piece.note else _PRIVATE.sub("\ufffd", piece.text) for piece in alike)
        untouched = of and (not alike[0].was or words == alike[0].was) and all(p.kept is Kept.KEPT for p in alike)
        if untouched:
            said.append(figures.sign(of))
        elif alike[0].note:
            said.append(words)
        else:
            said.append(_NUMBERS.sub(_NOTE, _inert(words)))
    return "".join(said).strip()


def of_paragraph(words: str, base: Sequence[TypedLine], figures: Figures) -> str:
    """What is written in the paragraph of these lines (several, where paragraphs were joined), as a text has it."""
    known = [word for number, line in enumerate(base) for word in (*_glue(number), *_words(line.words, figures))]
    said = _back(words, known, figures)
    return f"{base[0].sign}{said}{base[0].tail}" if said else ""


def of_whole(words: str, text: str, figures: Figures) -> str:
    """The same where all of a text is one paragraph of a list."""
    return _back(words, list(_run_on(text, figures)), figures)


def new_line(words: str, paragraph: Paragraph, figures: Figures) -> str:
    """What a paragraph that was not there says, with the sign of its style."""
    said = _back(words, [], figures)
    sign = ITEM if paragraph.style.startswith(_BULLETS) else f"{QUOTE} " if paragraph.style == "boxed" else ""
    return f"{sign}{said}" if said else ""


def printed(lines: Iterable[TypedLine], figures: Figures) -> str:
    """What these lines read as, with a sign for each figure and footnote."""
    return " ".join("".join(word.printed for word in _words(line.words, figures)) for line in lines)


def _together(pieces: Sequence[Piece]) -> Iterator[tuple[str, list[Piece]]]:
    """Pieces of one figure, of one footnote, or of plain words that stand together."""
    alike: list[Piece] = []
    for piece in pieces:
        if alike and (alike[0].figure, alike[0].was, alike[0].note) != (piece.figure, piece.was, piece.note):
            yield alike[0].figure, alike
            alike = []
        alike.append(piece)
    if alike:
        yield alike[0].figure, alike


def _inert(words: str) -> str:
    """Words in which nothing acts that only looks like a figure or footnote."""
    return _WOULD_ACT.sub(lambda found: f"{found.group()} ", words)


def _footnote(piece: Piece) -> str:
    words = " ".join(re.sub(r"[\[\]]", "", piece.text).split())
    return f"^[{words}]"


def _glue(number: int) -> tuple[_Word, ...]:
    """What is between two lines, which a paragraph that joins them no longer has."""
    return (_Word(_GLUE, "\n"),) if number else ()


def _words(line: str, figures: Figures) -> Iterator[_Word]:
    return _merged(_each(line, figures))


def _merged(words: Iterable[_Word]) -> Iterator[_Word]:
    """What prints nothing is of the word before it; a footnote right behind another, and halves of a word, are one."""
    last: _Word | None = None
    for word in words:
        if last and ((both := last.printed + word.printed) == 2 * _NOTE or len(tokens(both)) < 2):
            last = _Word(_folded(both.replace(2 * _NOTE, _NOTE)), last.raw + word.raw)
            continue
        if last:
            yield last
        last = word
    if last:
        yield last


def _each(line: str, figures: Figures) -> Iterator[_Word]:
    at = 0
    for found in ACTS.finditer(line):
        yield from _plain(line[at : found.start()])
        at = found.end()
        if found["note"] is not None:
            yield _Word(_NOTE if found["note"].strip() else "", found.group())
        else:
            yield _Word(figures.sign(live_figures.of_match(found).of), found.group())
    yield from _plain(line[at:])


def _plain(words: str) -> Iterator[_Word]:
    for token, following in pairwise((*tokens(words), "")):
        for part in re.split(f"({_NUMBERS.pattern})", token):
            if part:
                shown = _PRIVATE.sub("\ufffd", _NOT_SHOWN.sub("\ufffd", part))
                yield _Word(_folded(_NUMBERS.sub(_NOTE, shown)), part)
        if _WOULD_ACT.match(token + following[:1]):
            yield _Word(" ", "")  # as `_inert` has it


def _folded(part: str) -> str:
    """Blanks, however many and of whatever kind, as the one that print and word processors make of them."""
    return " " if part.isspace() else part


def _run_on(text: str, figures: Figures) -> Iterator[_Word]:
    """The words of a text whose paragraphs run on: it is printed as one line, each blank of which may be several here."""
    return _merged(_mapped(text, figures))


def _mapped(text: str, figures: Figures) -> Iterator[_Word]:
    behind = list[str]()  # of each letter of the one line, what the text has there
    last = done = 0
    for line in lines_of(text):
        behind += (*([text[last : line.start]] if behind else ()), *text[line.start : line.end])
        last = line.end
    for word in _each("".join(" " if letter.isspace() else letter for letter in behind), figures):
        end = done + len(word.raw)
        yield _Word(word.printed, "".join(behind[done:end]))
        done = end


def _back(words: str, known: Sequence[_Word], figures: Figures) -> str:
    """The words as a text has them: what is as it was keeps what was behind it."""
    now = list(_without_own_notes(_parts(words), known))
    if max(len(now), len(known)) > _MOST:
        return "".join(word.raw for word in known)  # too long to be compared: it stands as it was
    found = steps([word.printed for word in known], [_folded(part) for part in now])
    spare = [w.raw for what, i, j, _, _ in found if what != "equal" for w in known[i:j] if w.printed == _NOTE]
    said: list[str] = []
    for what, i, j, k, m in found:
        if what == "equal":
            said += (word.raw for word in known[i:j])
        else:
            said += (word.raw for word in known[i:j] if _is_unseen(word))
            said += (_sign_back(part, spare, figures) for part in now[k:m])
    return "".join(said).strip()


def _is_unseen(word: _Word) -> bool:
    """Whether it is a footnote of nothing, which nobody can have taken away."""
    return not word.printed.strip() and ACTS.search(word.raw) is not None


def _parts(words: str) -> list[str]:
    return [part for token in tokens(words) for part in re.split(f"([{_NOTE}-\uf8ff])", token) if part]


def _without_own_notes(now: Sequence[str], known: Sequence[_Word]) -> Iterator[str]:
    """Without the notes that figures have of their own: one that is frozen, or that the seal keeps."""
    typed = {figure.printed for figure, note in pairwise(known) if note.printed == _NOTE}
    for before, part in pairwise(("", *now)):
        if part != _NOTE or before < chr(_FIRST_FIGURE) or len(before) > 1 or before in typed:
            yield part


def _sign_back(part: str, spare: list[str], figures: Figures) -> str:
    """What a sign at another place than before stands for: a footnote that was moved, or a figure."""
    if part == _NOTE:
        return spare.pop(0) if spare else ""
    return figures.raw(part) if _PRIVATE.fullmatch(part) else part
