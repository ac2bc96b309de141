"""Who may write each field, and what becomes of what anybody else writes there by a package of their own making.

The one list of it: what a laptop believes is found by it (storage/log/taking.py), and docs/security.md says the same. The
services refuse the same acts to an honest person before they are done.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from hashlib import sha256

from inspector_app.core.domain.cases.second_marking import AGREED, FIRSTS, SECONDS
from inspector_app.core.domain.fields import ENTITIES


class Who(StrEnum):
    """Whose word on a field it is."""

    HOLDER = "holder"  # whose the case is or was, who helps or helped; of one that nobody ever had, anybody
    LEAD = "lead"
    REVIEWER = "reviewer"  # the lead and quality leads
    THEMSELF = "themself"  # who writes their own name: takes a case over
    WRITER = "writer"  # whose item it is
    MARKER = "marker"  # whose second marking it is
    GIVER = "giver"  # who gives a case that nobody had to who marks it second: with that the marking ends
    SETTLER = "settler"  # who makes the agreed version of several markings the answers, and marked none


class Else(StrEnum):
    """What becomes of what anybody else writes there."""

    STANDS = "stands"  # it is anybody's to write
    BESIDE = "beside"  # it takes nothing away: what they wrote it over stands beside it, contested
    NOTHING = "nothing"  # it does not count
    READ = "read"  # it does not count, which is found where it is read, by what else is known there
    NEVER = "never"  # nobody writes it any more


@dataclass(frozen=True, slots=True)
class Rule:
    """Of one field. `who`: whose word it is, and (with BESIDE) by whom else it is not taken away.

    `name`: the field holds somebody's name, and what is kept is that of who has a laptop, whoever wrote it.
    """

    otherwise: Else
    who: frozenset[Who] = frozenset()
    name: bool = False

    @property
    def in_the_log(self) -> bool:
        """Whether what anybody else writes is told apart where the rows are made of the log."""
        return self.otherwise in (Else.BESIDE, Else.NOTHING)


def _beside(*who: Who, name: bool = False) -> Rule:
    return Rule(Else.BESIDE, frozenset(who), name)


def _nothing(*who: Who) -> Rule:
    return Rule(Else.NOTHING, frozenset(who))


_FREE, _READ, _NEVER = Rule(Else.STANDS), Rule(Else.READ), Rule(Else.NEVER)
_WORK = _beside(Who.HOLDER, Who.LEAD)
_ANSWER = _beside(Who.HOLDER, Who.LEAD, Who.SETTLER)
_OF_WRITER = _beside(Who.HOLDER, Who.LEAD, Who.WRITER)
_GIVEN = _beside(Who.HOLDER, Who.LEAD, Who.THEMSELF, name=True)
_SECOND = _beside(Who.MARKER, Who.LEAD)  # the lead at the conflict desk
_STAGE = _beside(Who.HOLDER, Who.REVIEWER)
_COMMENT = _beside(Who.WRITER, Who.REVIEWER)  # at the conflict desk
_RECORD = _COMMENT  # what was told and what came in, as it was written down: nobody writes it again
_ASKED = _beside(Who.HOLDER, Who.REVIEWER, Who.GIVER)  # by giving the case to who marks it it ends, too

# Entities of which one rule is for all fields, and fields with one of their own.
_OF_ENTITY: Mapping[str, Rule] = {
    **dict.fromkeys(
        (
            "inspection", "person", "rating", "panel", "totals", "caseload", "finding", "recommendation", "previous",
            "support", "summary", "allowed", "event", "source", "score", "bearing", "concern", "informed",
        ),
        _FREE,
    ),
    "case": _WORK, "interview": _OF_WRITER, "review": _STAGE, "comment": _COMMENT, "told": _RECORD, "point": _RECORD,
    "second": _READ, "marking": _READ,
    **dict.fromkeys(FIRSTS, _ANSWER), **dict.fromkeys(SECONDS, _SECOND), **dict.fromkeys(AGREED, _READ),
    **dict.fromkeys(("verified_judgement", "verified_prompt", "seat", "own_rating"), _READ),
}  # fmt: skip
_OF_FIELD: Mapping[tuple[str, str], Rule] = {
    ("inspection", "sealed"): _READ, ("person", "role"): _READ, ("person", "card"): _READ, ("person", "said"): _READ,
    ("person", "withdrawn"): _READ, ("person", "signing"): _NEVER, ("person", "sealing"): _NEVER,
    ("case", "deleted"): _nothing(Who.HOLDER, Who.LEAD), ("case", "inspector"): _GIVEN,
    ("case", "helper"): _nothing(Who.HOLDER, Who.LEAD),
    ("interview", "deleted"): _nothing(Who.HOLDER, Who.LEAD, Who.WRITER),
    ("review", "accepted"): _READ, ("review", "submitted"): _READ,
    ("comment", "answered"): _FREE, ("comment", "deleted"): _nothing(Who.WRITER, Who.REVIEWER),
    ("second", "marker"): _NEVER, ("second", "second_done"): _NEVER, ("marking", "asked"): _ASKED,
    ("told", "why"): _FREE, ("point", "kind"): _FREE, ("point", "decision"): _FREE, ("point", "reason"): _FREE,
    **dict.fromkeys((("told", "deleted"), ("point", "deleted")), _nothing(Who.WRITER, Who.REVIEWER)),
    ("point", "signed"): _READ,
}  # fmt: skip
RULES: Mapping[tuple[str, str], Rule] = {
    (entity.code, field.code): _OF_FIELD.get((entity.code, field.code)) or _OF_ENTITY[entity.code]
    for entity in ENTITIES.values()
    for field in entity.fields
}
# What was written down once: its writer, the lead and quality leads take it away, and settle what is contested on it.
RECORDS = frozenset({"told", "point"})
# Of what is its writer's: the fields by which it is begun. Who wrote one of them on top of nothing made it.
BEGUN_BY: Mapping[str, tuple[str, ...]] = {
    "comment": ("about", "text"), "interview": ("role", "day", "note"), "told": ("day", "whom", "said", "rated"),
    "point": ("said", "about", "quoted", "before", "source", "day", "rated"),
}  # fmt: skip
JUDGED = frozenset(key for key, rule in RULES.items() if rule.in_the_log)
# What says who may: when one of these is written, the fields of that case are found anew.
GRANTING = frozenset({("case", "inspector"), ("case", "helper"), ("second", "first_done"), ("marking", "asked")})


@cache
def digest() -> str:
    """Of all of these rules: by others than these the rows of a file may hold something else."""
    said = [(key, rule.otherwise.value, sorted(rule.who), rule.name) for key, rule in sorted(RULES.items())]
    return sha256(repr((said, sorted(BEGUN_BY.items()))).encode()).hexdigest()
