"""Live figures: a figure in a text that follows the data.

In the text stands what it is of, `[=2.1.1]` or `[=T1 score]`, and no number: so it merges, is undone, found and exported
as any words are. One that is frozen keeps its words and the reason, `[=2.1.1|12 of 15 (80%)|as the panel saw it]`.

A key question's has three forms, as sentences want them: 12 of 15 (80%) in brackets or by itself, `[=2.1.1 percent]` for
80% (of cases), `[=2.1.1 count]` for 12 of 15 (cases).
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from inspector_app.core.domain.rated import RatedQuestion, RatedStandard
from inspector_app.core.words import say

PATTERN = r"\[=(?![^\S\n]*[|\]])(?P<of>[^\[\]|\n]{1,40})(?:\|(?P<words>[^\[\]|\n]*))?(?:\|(?P<reason>[^\[\]|\n]*))?\]"
_TOKEN = re.compile(PATTERN)
_WHOLE = re.compile(r"(\d+ of \d+) \((\d+%)\)")
PERCENT, COUNT = " percent", " count"  # after a reference: the one or the other alone
_FORMS = ("", PERCENT, COUNT)
_OF = re.compile(r"[ \u00a0]+of\b")
_FEWEST = 3  # words by which a place is known
_NOT_IN_ONE = re.compile(r"[\[\]|\s]+")


@dataclass(frozen=True, slots=True)
class Live:
    """A figure in a text, from `start` to `end`. One with a `reason` is frozen, and says its `words`."""

    start: int
    end: int
    of: str
    words: str
    reason: str

    @property
    def frozen(self) -> bool:
        """Whether it no longer follows the data."""
        return bool(self.reason)


def found(text: str) -> Iterator[Live]:
    """The live figures of a text, in its order."""
    return (of_match(match) for match in _TOKEN.finditer(text))


def of_match(match: re.Match[str]) -> Live:
    """What a match of PATTERN says."""
    of, words, reason = match["of"].strip(), (match["words"] or "").strip(), (match["reason"] or "").strip()
    return Live(match.start(), match.end(), of, words, reason)


def token(of: str, words: str = "", reason: str = "") -> str:
    """How a figure stands in a text; with a reason, frozen at these words."""
    parts = [_NOT_IN_ONE.sub(" ", part).strip() for part in (of, words, reason) if part]
    return f"[={'|'.join(parts)}]"


def replaced(text: str, by: Callable[[Live], str]) -> str:
    """The text with something else for each figure."""
    return _TOKEN.sub(lambda match: by(of_match(match)), text)


def words(text: str) -> int:
    """How many words stand in a text; a figure is one, with whatever it is kept with."""
    return len(replaced(text, lambda _: "0").split())


def to_read(text: str) -> str:
    """A text where nobody knows what its figures say: what each is of, in words."""
    return replaced(text, lambda one: one.words if one.frozen else say("[figure of {of}]", of=one.of))


def in_words(text: str, known: Mapping[str, str]) -> str:
    """The text as it reads: each figure says its frozen words, what it says by `known`, or else what it is of."""
    return replaced(text, lambda one: (one.words if one.frozen else known.get(one.of)) or one.of)


def place_of(text: str, said: str, known: Mapping[str, str]) -> tuple[int, int] | None:
    """From where to where these words stand in a text as it reads (`in_words`), a figure whole, whatever blanks part them.

    Of words that stand nowhere as many of the first as do, three at least, or they as they are typed; None for nowhere.
    """
    letters, end = list[tuple[str, int, int]](), 0
    for one in found(text):
        letters += [(text[at], at, at + 1) for at in range(end, one.start)]
        letters += [(letter, one.start, one.end) for letter in in_words(text[one.start : one.end], known)]
        end = one.end
    letters += [(text[at], at, at + 1) for at in range(end, len(text))]
    read, parts = "".join(letter for letter, *_ in letters), said.split()
    for many in range(len(parts), min(len(parts), _FEWEST) - 1, -1):
        words_there = r"\s+".join(map(re.escape, parts[:many]))
        if parts and (there := re.search(rf"(?<!\w){words_there}(?!\w)", read) or re.search(words_there, read)):
            return letters[there.start()][1], letters[there.end() - 1][2]
    typed = text.find(said) if said else -1
    return (typed, typed + len(said)) if typed >= 0 else None


def said(question: RatedQuestion) -> str:
    """A key question's figure as it stands in a text: count and percent; "" while no case is judged."""
    tally = question.tally
    return say("{yes} of {of} ({percent}%)", yes=tally.yes, of=tally.of, percent=question.percent) if tally.of else ""


def forms(of: str, words: str) -> dict[str, str]:
    """A figure in each of its forms, by what that is called in a text."""
    whole = _WHOLE.fullmatch(words)
    return {of: words, f"{of}{PERCENT}": whole[2], f"{of}{COUNT}": whole[1]} if whole else {of: words}


def next_form(of: str) -> str:
    """What the same figure is called in its next form."""
    form = next((form for form in (PERCENT, COUNT) if of.endswith(form)), "")
    return of.removesuffix(form) + _FORMS[(_FORMS.index(form) + 1) % len(_FORMS)]


def fitting(of: str, known: Mapping[str, str], after: str) -> str:
    """What a figure is called that goes before these words: the percentage alone before "of cases"."""
    percent = f"{of}{PERCENT}"
    return percent if percent in known and _OF.match(after) else of


def of_score(ref: str) -> str:
    """What the case assessment score of a standard is called in a text."""
    return f"{ref} score"


def figures(standards: Iterable[RatedStandard]) -> dict[str, str]:
    """What each live figure says by these ratings, in each of its forms; one that counts nothing is not there."""
    known: dict[str, str] = {}
    for standard in standards:
        for question in standard.key_questions:
            known |= forms(question.ref, text) if (text := said(question)) else {}
        if standard.case_score is not None:
            known[of_score(standard.ref)] = say("{percent}%", percent=standard.case_score)
    return known


def as_lines(known: Mapping[str, str]) -> str:
    """Figures as lines of text, to be kept with a seal: each as a whole."""
    return "\n".join(f"{of}\t{words}" for of, words in known.items() if not of.endswith((PERCENT, COUNT)))


def of_lines(lines: str) -> dict[str, str]:
    """What `as_lines` wrote, in each of its forms."""
    pairs = (line.partition("\t") for line in lines.splitlines())
    return {name: said for of, tab, words in pairs if tab for name, said in forms(of, words).items()}
