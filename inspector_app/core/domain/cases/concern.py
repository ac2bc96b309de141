"""A live concern: a child may be at risk now. What has to be known of one before it counts as closed. Pure."""

from dataclasses import dataclass

TOLD, WHEN, OUTCOME, CONTESTED = "told", "when", "outcome", "contested"  # what can be missing
DECISIVE = frozenset({"what", "told", "told_day", "told_time", "outcome", "closed"})  # fields: contested, it is open


@dataclass(frozen=True, slots=True)
class ConcernRow:
    """A concern as it stands. `case` is a case's id or "", `case_ref` its reference; days ISO 8601, times as 09:30, or "".

    `closed` is what was recorded, by whom and when (ISO 8601, UTC); whether it counts is `open`. `contested` names the
    fields for which two people's values stand. `written` is whether anybody ever wrote anything in it.
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

    @property
    def missing(self) -> tuple[str, ...]:
        """What is missing before it can be closed: who was told, when, the outcome, or agreement on one of them."""
        known = {
            TOLD: self.told.strip(),
            WHEN: self.told_day and self.told_time,
            OUTCOME: self.outcome.strip(),
            CONTESTED: not (DECISIVE - {"closed"}) & set(self.contested),
        }
        return tuple(part for part, there in known.items() if not there)

    @property
    def open(self) -> bool:
        """Whether it still needs somebody. One recorded as closed counts as open while something is missing or contested."""
        return not self.closed or bool(self.missing) or "closed" in self.contested
