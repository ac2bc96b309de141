"""Sentences of a text, and what carries each: cases, answers on them, sources, findings. Pure.

A link keeps the words of its sentence, and finds that sentence again by them however the text around it was written on:
word for word, or the one that is most alike. One whose words are gone carries nothing until somebody links it anew.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256

from inspector_app.core.domain.text.compared import ratio
from inspector_app.core.domain.text.folding import folded
from inspector_app.core.domain.text.sentences import Sentence, sentences_of

CASE, ANSWER, SOURCE, FINDING = "case", "answer", "source", "finding"
_ALIKE = 0.6  # of the words, from which on a sentence is the one that was linked
_DENIALS = re.compile(
    r"\b(?:not|no|never|none|nobody|nothing|neither|nor|without|few|cannot)\b|n['’]t\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Link:
    """That `on` (of_case, …) carries a sentence of a text, as it read then; "" for the whole text. `id` is the entity's."""

    id: str
    on: str
    sentence: str = ""

    @property
    def text(self) -> str:
        """The id of the text."""
        return self.id.partition("/")[0]

    @property
    def kind(self) -> str:
        """Of what kind it is: CASE, ANSWER, SOURCE or FINDING."""
        return self.on.partition("/")[0]

    @property
    def of(self) -> tuple[str, ...]:
        """The parts of what carries it: case, question and prompt; or the id of a source or finding."""
        return tuple(self.on.split("/")[1:])


def of_case(case: str) -> str:
    """What a link names a whole case by."""
    return f"{CASE}/{case}"


def of_answer(case: str, question: str, prompt: str = "") -> str:
    """What it names an answer by, to a key question or to a prompt."""
    return "/".join(filter(None, (ANSWER, case, question, prompt)))


def of_source(source: str) -> str:
    """What it names a source by."""
    return f"{SOURCE}/{source}"


def of_finding(finding: str) -> str:
    """What it names a finding by, on which a recommendation rests."""
    return f"{FINDING}/{finding}"


def link_id(text: str, on: str, sentence: str) -> str:
    """The id of a link: the same for two people who link the same, and for one whose sentence was typed with other spaces."""
    return f"{text}/{sha256(f'{on} {_plain(sentence)}'.encode()).hexdigest()[:24]}"


def at(text: str, position: int) -> Sentence | None:
    """The sentence that a position is in; behind the last word of one, that one. None in an empty text."""
    found = sentences_of(text)
    return next((s for s in found if position <= s.end), found[-1] if found else None)


def placed(text: str, linked: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """By the words of each linked sentence, which sentences of the text that is now: all that read so, or the one that is
    most alike and reads as no other linked one; () where its words are gone.
    """
    now = [_plain(sentence.words) for sentence in sentences_of(text)]
    plain = {words: _plain(words) for words in set(linked) if words}
    exact = {words: tuple(n for n, said in enumerate(now) if said == plain[words]) for words in plain}
    taken = {place for places in exact.values() for place in places}
    left = {place: said for place, said in enumerate(now) if place not in taken}
    return {words: places or _most_alike(plain[words], left) for words, places in exact.items()}


def _most_alike(words: str, left: Mapping[int, str]) -> tuple[int, ...]:
    parts, denied = words.split(), _denied(words)
    alike = ((ratio(parts, said.split(), _ALIKE), -place) for place, said in left.items() if _denied(said) == denied)
    best, place = max(alike, default=(0.0, 0))
    return (-place,) if best >= _ALIKE else ()


def _denied(words: str) -> int:
    """How often a sentence says no: one that came to say the opposite is another, however alike its words are."""
    return len(_DENIALS.findall(words))


def _plain(words: str) -> str:
    return " ".join(folded(words).split())
