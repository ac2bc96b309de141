"""The service's points on factual accuracy: what one is, how it stands, and who may sign off what was decided. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256

from inspector_app.core.domain.text.sentences import sentences_of
from inspector_app.core.words import later, say

_SEVERAL = 2  # words, of which one alone may stay while the sentence became another


class PointKind(StrEnum):
    """What a point is about."""

    SLIP = "slip"
    FACT = "fact"
    INFORMATION = "information"


class Decision(StrEnum):
    """What is answered."""

    ACCEPTED = "accepted"
    PARTLY = "partly"
    NOT = "not"


KINDS = {
    PointKind.SLIP: later("Slip"),
    PointKind.FACT: later("Fact bearing on a judgement"),
    PointKind.INFORMATION: later("Further information"),
}
DECISIONS = {
    Decision.ACCEPTED: later("Accepted"),
    Decision.PARTLY: later("Accepted in part"),
    Decision.NOT: later("Not accepted"),
}
DECISIVE = ("kind", "said", "decision", "reason")  # contested, a point is open; changed, it is to be signed anew
SIGNED = frozenset({*DECISIVE, "about", "quoted", "signed"})  # contested, nobody knows what was signed off


@dataclass(frozen=True, slots=True)
class Point:
    """A point as documents have it: whoever brings it in decides and signs anew, so that no file signs anything off."""

    kind: str = ""
    quoted: str = ""
    said: str = ""
    source: str = ""
    day: date | None = None
    decision: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PointRow:
    """A point as it stands. `judged` are the people (ids) who decided on it, gave the reason or wrote the text it is on.

    `signed` is the digest that somebody signed, `signer` who and `signed_at` when; `before` and `now` are the text it is on
    when it came in and now.
    """

    id: str
    kind: PointKind | None
    about: str
    quoted: str
    said: str
    source: str
    day: str
    decision: Decision | None
    reason: str
    signed: str
    rated: str
    contested: tuple[str, ...] = ()
    judged: frozenset[str] = frozenset()
    decided_by: str = ""
    signer: str = ""
    signed_at: str = ""
    before: str = ""
    now: str = ""

    @property
    def entity(self) -> tuple[str, str]:
        """Entity and id of the text it is on; ("", "") for none."""
        entity, _, text = self.about.partition("/")
        return (entity, text) if text else ("", "")

    @property
    def decided(self) -> bool:
        """Whether it has its kind, decision and reason, which nobody contests."""
        known = self.kind is not None and self.decision is not None and bool(self.reason.strip())
        return known and not set(DECISIVE) & set(self.contested)

    @property
    def digest(self) -> str:
        """Of what is signed off."""
        parts = (self.kind or "", self.said, self.decision or "", self.reason, self.about, self.quoted)
        return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def signed_off(self) -> bool:
        """Whether what stands was signed by somebody who judged nothing of it, wherever that was written."""
        own = not self.signer or self.signer in self.judged
        return self.decided and self.signed == self.digest and not own and not SIGNED & set(self.contested)


def asks_for_change(row: PointRow) -> bool:
    """Whether it was accepted, in whole or in part, on a text that is there: something in that is to be another."""
    return row.decided and row.decision is not Decision.NOT and any(row.entity) and bool(row.now)


def reads_as_it_did(row: PointRow, read: str) -> bool:
    """Whether its text reads as when the point came in. `read`: as the service reads it by now (typed_lines.as_read).

    A live figure follows the data while what is stored stays: where the words of the point have gone, it reads otherwise.
    """
    return row.before == row.now and (read == row.now or not row.quoted or _has(read, row.quoted))


def still_says(row: PointRow, was: str, read: str) -> bool:
    """Whether the words that it quotes stand as they did: so does a sentence that they were in. `was`, `read`: as the
    service reads the text as it was when the point came in, and by now. One word may stay anyhow.
    """
    if len(row.quoted.split()) < _SEVERAL or not _has(read, row.quoted):
        return False
    about = {one for one in _sentences(was) if _has(one, row.quoted)}
    return bool(about & _sentences(read)) if about else True


def _sentences(text: str) -> set[str]:
    return {" ".join(one.words.split()) for one in sentences_of(text)}


def _has(text: str, words: str) -> bool:
    return " ".join(words.split()) in " ".join(text.split())


def changed_ratings(then: str, now: str) -> list[tuple[str, str, str]]:
    """(what, rating then, rating now) where lines of ratings differ."""
    before, after = _lines(then), _lines(now)
    return [(of, before.get(of, ""), word) for of, word in after.items() if then and before.get(of, "") != word]


def as_lines(rated: Sequence[tuple[str, str]]) -> str:
    """Ratings as lines, to be kept with a point."""
    return "\n".join(f"{of}\t{word}" for of, word in rated)


def _lines(text: str) -> dict[str, str]:
    return {of: word for of, tab, word in (line.partition("\t") for line in text.splitlines()) if tab}


def place_said(section: str, page: int = 0) -> str:
    """Where a point is, as the reply says it: the section and the page, or what is known of them (page 0: not that)."""
    on = say("page {number}", number=page) if page else ""
    return ", ".join(part for part in (section, on) if part) or say("The draft")


def point_said(said: str, quoted: str) -> str:
    """What the service told, as the reply says it: with the words of the draft that it is about, where some are quoted."""
    return say("On “{words}”: {said}", words=quoted, said=said) if quoted else said
