"""A live concern: a child may be at risk now. What has to be known of one before it counts as closed. Pure."""

from dataclasses import dataclass

WHAT, TOLD, WHEN, OUTCOME, CONTESTED = "what", "told", "when", "outcome", "contested"  # what can be missing
DECISIVE = frozenset({"what", "told", "told_day", "told_time", "outcome", "closed"})  # fields: contested, it is open
DECISIVE_TOLD = frozenset({"whom", "day", "time", "deleted"})  # and those of somebody who was told


@dataclass(frozen=True, slots=True)
class InformedRow:
    """Somebody told of a concern, as it stands. Days ISO 8601, times as 09:30, or ""; `contested` as of a concern.

    `by` is who told them, as `noted_by` (a name; "" for nobody) wrote.
    """

    id: str
    whom: str
    day: str
    time: str
    by: str
    agreed: str
    noted_by: str
    contested: tuple[str, ...]

    @property
    def concern(self) -> str:
        """The concern that they were told of."""
        return concern_of(self.id)


@dataclass(frozen=True, slots=True)
class ConcernRow:
    """A concern as it stands. `case` is a case's id or "", `case_ref` its reference; days ISO 8601, times as 09:30, or "".

    `closed` is what was recorded, by whom and when (ISO 8601, UTC); whether it counts is `open`. `contested` names the
    fields for which two people's values stand. `written` is whether anybody ever wrote anything in it. `people`: those who
    were told, in order of time; `told`, `told_day` and `told_time` what was written as one text before there were rows.
    """

    id: str
    case: str
    case_ref: str
    day: str
    time: str
    what: str
    told: str
    told_day: str
    told_time: str
    outcome: str
    closed: bool
    closed_by: str
    closed_at: str
    contested: tuple[str, ...]
    written: bool
    people: tuple[InformedRow, ...] = ()

    @property
    def missing(self) -> tuple[str, ...]:
        """What is missing before it can be closed: who was told, when, the outcome, or agreement on one of them."""
        known = {
            TOLD: self.told.strip() or any(one.whom.strip() for one in self.people),
            WHEN: (self.told_day and self.told_time) or any(one.whom and one.day and one.time for one in self.people),
            OUTCOME: self.outcome.strip(),
            CONTESTED: not (DECISIVE - {"closed"}) & set(self.contested)
            and not any(DECISIVE_TOLD & set(one.contested) for one in self.people),
        }
        return tuple(part for part, there in known.items() if not there)

    @property
    def lacking(self) -> tuple[str, ...]:
        """What stands in the way of closing it: that nothing says what it is, and what is missing.

        The first keeps none open that was closed before it was asked for.
        """
        return (() if self.what.strip() else (WHAT,)) + self.missing

    @property
    def open(self) -> bool:
        """Whether it still needs somebody. One recorded as closed counts as open while something is missing or contested."""
        return not self.closed or bool(self.missing) or "closed" in self.contested


def concern_of(informed: str) -> str:
    """The concern that the id of somebody told begins with; of a concern, itself."""
    return informed.partition("/")[0]
