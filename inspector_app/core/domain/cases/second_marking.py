"""Second markings of a case, and what each hides from whom until its marker is done: said here, and nowhere else. Pure.

"Done" is of each marker. Who was asked, in another's place or beside another, sees nothing of anybody's answers until they
have said that they are done, and the first has; nobody else sees theirs till then.
"""

from dataclasses import dataclass
from typing import NamedTuple

from inspector_app.core.domain.fields import (
    AGREED_JUDGEMENT,
    AGREED_PROMPT,
    COMMENT,
    ENTITIES,
    INTERVIEW,
    JUDGEMENT,
    PROMPT,
    SECOND_JUDGEMENT,
    SECOND_PROMPT,
    SUMMARY,
    VERIFIED_JUDGEMENT,
    VERIFIED_PROMPT,
)
from inspector_app.core.domain.ids import ChangeId, EntityId

FIRSTS = (JUDGEMENT.code, PROMPT.code)
SECONDS = (SECOND_JUDGEMENT.code, SECOND_PROMPT.code)
AGREED = (AGREED_JUDGEMENT.code, AGREED_PROMPT.code)  # what all come to
OF_FIRSTS = (
    SUMMARY.code,
    VERIFIED_JUDGEMENT.code,
    VERIFIED_PROMPT.code,
)  # what is made of the first's notes and answers
BY_MAKER = (COMMENT.code, INTERVIEW.code)  # of which it counts who made one
# figures that count a hidden answer give it away, as they were told, noted or decided on once
COUNTED = frozenset((e.code, f.code) for e in ENTITIES.values() for f in e.fields if f.counted)
WHO_SEES = frozenset({"second", "marking"})  # entities whose changes change which answers a person may see
_OF = "@"  # between the place and whose answer to it a second one is: case/2.1.1/a@person


def place_of(entity_id: str) -> str:
    """Where an answer is given, whoever gives it: the id of a second answer without whose it is."""
    return entity_id.partition(_OF)[0]


def marker_of(entity_id: str) -> str:
    """Whose second answer it is (Person.id); "" for a first one, and for those of a former version, which had one marker."""
    return entity_id.partition(_OF)[2]


class Kept(NamedTuple):
    """Where a person's answers of a case are kept: the entities of judgements and prompts, and what their ids end with."""

    judgement: str
    prompt: str
    marker: str = ""

    def at(self, place: str) -> EntityId:
        """The id of their answer to a place (case/2.1.1/a)."""
        return EntityId(f"{place}{_OF}{self.marker}" if self.marker else place)


@dataclass(frozen=True, slots=True)
class Marking:
    """One person's second marking of a case. `kept`: what the ids of its answers end with, as `marker_of`.

    `marks` are the changes that made up its answers when its marker was done; None: of a former version, as they stand.
    """

    person: str
    done: bool
    marks: tuple[ChangeId, ...] | None
    kept: str


@dataclass(frozen=True, slots=True)
class Asked:
    """The second markings of a case as they stand, in the order of their markers' ids.

    `first_marks` are the changes that made up the first's answers when the first was done.
    """

    case: str
    first_done: bool
    first_marks: tuple[ChangeId, ...]
    markings: tuple[Marking, ...]

    @property
    def markers(self) -> tuple[str, ...]:
        """Who was asked (Person.ids)."""
        return tuple(marking.person for marking in self.markings)

    @property
    def complete(self) -> bool:
        """Whether everybody is done, and the markings are compared."""
        return self.first_done and all(marking.done for marking in self.markings)

    def of(self, person: str) -> Marking | None:
        """The second marking of that person."""
        return next((marking for marking in self.markings if marking.person == person), None)

    def hides_from(self, person: str) -> bool:
        """Whether the person marks second, and is to see their own answers alone."""
        own = self.of(person)
        return own is not None and not self._open(own)

    def hides(self, person: str, entity: str, entity_id: str, by: str = "") -> bool:
        """Whether the person may not see an item of the case for now.

        Who marks blind sees no answer but their own, nothing made of others, nobody else's comments or interviews, and
        nothing that was agreed; what a blind marker answered and heard is seen by nobody but them, and what was answered in
        a marking that was called off by nobody. `by`: who made the item (Person.id; "" where nobody knows), which counts
        for BY_MAKER.
        """
        own = self.of(person)
        if own and not self._open(own):
            mine = by == person if entity in BY_MAKER else entity in SECONDS and marker_of(entity_id) == own.kept
            return entity in (*FIRSTS, *OF_FIRSTS, *SECONDS, *AGREED, *BY_MAKER) and not mine
        if entity in SECONDS:
            theirs = [marking for marking in self.markings if marking.kept == marker_of(entity_id)]
            return not theirs or not all(map(self._open, theirs))
        maker = self.of(by) if entity == INTERVIEW.code else None
        return maker is not None and maker != own and not self._open(maker)

    def _open(self, marking: Marking) -> bool:
        """Whether the marking and the first may see each other, and everybody both."""
        return self.first_done and marking.done


def kinds(asked: Asked | None, person: str) -> Kept:
    """Where a person's answers of a case are kept; `asked`: its second markings, if any."""
    own = asked.of(person) if asked and asked.hides_from(person) else None
    return Kept(*SECONDS, own.kept) if own else Kept(*FIRSTS)
