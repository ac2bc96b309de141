"""Who may do what to a case: whose it is, who was asked to help with it, and what a role is for.

A case is a colleague's where somebody else has it who has a laptop to judge it on. A name in the team behind which no laptop
stands keeps nobody from a case: nobody could give it up.
"""

from dataclasses import dataclass
from enum import StrEnum

from inspector_app.core.domain.cases.review import ACCEPTED
from inspector_app.core.domain.fields import CASE, INTERVIEW, JUDGEMENT, PROMPT

ANSWERS = frozenset({JUDGEMENT.code, PROMPT.code})  # what stays as it was accepted, until the case is reopened
WORK = ANSWERS | {CASE.code, INTERVIEW.code}  # what on a case is its inspector's


class Standing(StrEnum):
    """What a case is to a person."""

    OWN = "own"
    HELPING = "helping"  # its inspector, or the lead, asked them to
    FREE = "free"  # nobody has it who could judge it
    COLLEAGUE = "colleague"  # they read it, and comment


class Bar(StrEnum):
    """What keeps a person from writing on a case."""

    COLLEAGUE = "colleague"  # somebody else has it
    BLIND = "blind"  # they mark it second, and these are the first's answers
    ACCEPTED = "accepted"
    SETTLED = "settled"  # its answers are the agreed version of several markings


@dataclass(frozen=True, slots=True)
class Held:
    """Who has a case. `inspector` and `helper` are Person.ids or ""; `stage` as in `domain.review.Stage`.

    `with_laptop`: its inspector has, or had, a laptop in this inspection. `also`: of a contested one all who are named; until
    it is settled none of them is kept from what was theirs.
    """

    ref: str
    inspector: str
    helper: str
    stage: str
    with_laptop: bool
    also: frozenset[str] = frozenset()

    def standing(self, person: str) -> Standing:
        """What the case is to that person."""
        if person in (self.inspector, *self.also):
            return Standing.OWN
        if self.helper == person:
            return Standing.HELPING
        return Standing.COLLEAGUE if self.with_laptop else Standing.FREE

    @property
    def accepted(self) -> bool:
        """Whether its answers stay as they were accepted."""
        return self.stage == ACCEPTED

    def bar(self, person: str, entity: str, *, blind: bool, settled: bool = False, whoever: bool = False) -> Bar | None:
        """What keeps that person from writing to that kind of entity on the case.

        `blind`: they mark it so; their own interviews they write down all the same. `settled`: the agreed version of
        its markings counts, and its answers change by settling again. `whoever`: no matter who has it.
        """
        own = whoever or entity not in WORK or (blind and entity == INTERVIEW.code)
        if not own and self.standing(person) is Standing.COLLEAGUE:
            return Bar.COLLEAGUE
        if entity not in ANSWERS:
            return None
        if blind:
            return Bar.BLIND
        return Bar.ACCEPTED if self.accepted else Bar.SETTLED if settled else None
