"""How each rating moved from day to day: what people had answered, rated and decided by the end of each, rated as now."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from inspector_app.core.domain.days import visits
from inspector_app.core.domain.fields import Value
from inspector_app.core.domain.inspection import (
    Answer,
    GivenRating,
    Inspection,
    Judgement,
    PanelDecision,
    Totals,
)
from inspector_app.core.domain.rated import Rated
from inspector_app.core.rating.engine import rate
from inspector_app.core.services.cases import marking
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.log import then
from inspector_app.core.storage.log.then import Held

MOST = 10  # days that are shown: two weeks of fieldwork
_BEFORE = 31  # days: earlier than that before the fieldwork nobody judges: a clock was wrong
_FIELDS: Mapping[str, tuple[str, ...]] = {
    "judgement": ("answer",),
    "rating": ("rating", "stars", "case_score"),
    "panel": ("to", "reason", "question"),
    "totals": ("yes", "of"),
}
_ANSWERS = {answer.value: answer for answer in Answer}
_Of = Mapping[str, Mapping[str, Value]]  # id -> field -> value


@dataclass(frozen=True, slots=True)
class RatedDay:
    """How the inspection was rated at the end of a day."""

    day: date
    rated: Rated


def days(workspace: Workspace, now: datetime) -> tuple[RatedDay, ...]:
    """The last days on which something that is rated was written, up to now, each as it would have been rated at its end.

    Cases, samples and whether there is a return visit are those of now. What this person marks blind is left out. A day that
    lies ahead, by somebody's wrong clock, is today; one from long before the fieldwork counts with the first that is shown.
    """
    inspection, blind = workspace.rated_from(), marking.blind_cases(workspace)

    def day_of(at: str) -> date:
        return min(datetime.fromisoformat(at).astimezone(now.tzinfo).date(), now.date())

    with workspace.database.read() as connection:
        found = list(then.day_by_day(connection, _FIELDS, day_of, MOST))
    since = visits.moved(min(inspection.start or now.date(), now.date()), -_BEFORE)  # whatever day a package says
    shown = [one for one in found if one[0] >= since] or found
    return tuple(RatedDay(day, rate(workspace.framework, _as_at(inspection, held, blind))) for day, held in shown)


def _as_at(inspection: Inspection, held: Held, blind: frozenset[str]) -> Inspection:
    """The inspection with these answers, ratings and decisions in place of those of now."""
    return replace(
        inspection,
        judgements=tuple(one for one in _judgements(_of(held, "judgement")) if one.case not in blind),
        ratings=tuple(GivenRating(subject, **_fields(of)) for subject, of in _of(held, "rating").items()),
        panel=tuple(PanelDecision(ref, **_texts(of)) for ref, of in _of(held, "panel").items() if of.get("to")),
        totals=tuple(_totals(_of(held, "totals"))),
    )


def _of(held: Held, entity: str) -> _Of:
    found: dict[str, dict[str, Value]] = {}
    for (kind, entity_id, field), value in held.items():
        if kind == entity:
            found.setdefault(entity_id, {})[field] = value
    return found


def _judgements(of: _Of) -> Iterator[Judgement]:
    for entity_id, fields in of.items():
        case, _, question = entity_id.partition("/")
        yield Judgement(case, question, _ANSWERS.get(str(fields["answer"])))


def _totals(of: _Of) -> Iterator[Totals]:
    for question, fields in of.items():
        yes, number = fields.get("yes"), fields.get("of")
        if isinstance(yes, int) and isinstance(number, int) and yes <= number:
            yield Totals(question, yes, number)


def _fields(of: Mapping[str, Value]) -> dict[str, Any]:
    return dict(of)


def _texts(of: Mapping[str, Value]) -> dict[str, str]:
    return {field: str(value or "") for field, value in of.items()}
