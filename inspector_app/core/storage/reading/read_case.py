"""What the page of one case reads besides its answers, and one prompt on every case."""

from collections.abc import Sequence
from functools import cache

from sqlalchemy import Connection, Select, bindparam, func, select

from inspector_app.core.domain.cases import second_marking
from inspector_app.core.domain.cases.case_facts import InterviewRow
from inspector_app.core.domain.cases.second_marking import FIRSTS, SECONDS
from inspector_app.core.domain.cases.standing import Held
from inspector_app.core.domain.fields import CASE, INTERVIEW, REVIEW, Entity
from inspector_app.core.domain.steps.changes import heads_in
from inspector_app.core.storage.columns import EMPTY, agreed_text, day, differing, text
from inspector_app.core.storage.ids import last_step, under
from inspector_app.core.storage.into import OutOf
from inspector_app.core.storage.log import journal
from inspector_app.core.storage.named import named
from inspector_app.core.storage.reading import read_answers, read_marking, read_review, stands
from inspector_app.core.storage.reading.read_answers import Answered
from inspector_app.core.storage.tables import OF_ENTITY, STEPS, head_of

_CASE, _INTERVIEW, _REVIEW = OF_ENTITY[CASE.code], OF_ENTITY[INTERVIEW.code], OF_ENTITY[REVIEW.code]
_CONTESTED = select(differing(_CASE, [field.code for field in CASE.fields])).where(_CASE.c.id == bindparam("case"))
_INTERVIEWS = (
    select(
        _INTERVIEW.c.id,
        text(_INTERVIEW, "role"),
        day(_INTERVIEW, "day"),
        text(_INTERVIEW, "note"),
        func.coalesce(STEPS.c.at, EMPTY).label("saved"),
        differing(_INTERVIEW, [field.code for field in INTERVIEW.fields]),
    )
    .outerjoin_from(_INTERVIEW, STEPS, last_step(STEPS, _INTERVIEW.c[head_of("note")]))
    .where(under(_INTERVIEW.c.id), stands.INTERVIEW)
    .order_by(_INTERVIEW.c.day, _INTERVIEW.c.id)
)


def contested(connection: Connection, case: str) -> frozenset[str]:
    """The codes of the case's own fields on which two people differ."""
    return frozenset((connection.scalar(_CONTESTED, {"case": case}) or "").split())


_INSPECTOR = OF_ENTITY["person"].alias("inspector")
_HELD = OutOf(
    select(
        text(_CASE, "ref"), text(_CASE, "inspector"), text(_CASE, "helper"), agreed_text(_REVIEW, "stage"),
        func.coalesce(_INSPECTOR.c.card, _INSPECTOR.c.signing).is_not(None).label("with_laptop"),
        text(_CASE, head_of("inspector")),
    )
    .select_from(_CASE)
    .outerjoin(_INSPECTOR, _INSPECTOR.c.id == _CASE.c.inspector)
    .outerjoin(_REVIEW, _REVIEW.c.id == _CASE.c.id)
    .where(_CASE.c.id == bindparam("case"))
)  # fmt: skip


def held(connection: Connection, case: str) -> Held | None:
    """Who has a case; None where there is none of that id. A card or key in somebody's name tells that they have a laptop."""
    row = _HELD.row(connection, case=case)
    if row is None:
        return None
    ref, inspector, helper, stage, with_laptop, heads = row
    apart = journal.changes(connection, heads_in(heads)) if " " in heads else ()
    also = frozenset(str(change.value or "") for change in apart)
    return Held(ref, inspector, helper, stage, with_laptop=with_laptop, also=also)


@cache
def _used(entity: Entity, field: str) -> Select[str]:
    table = OF_ENTITY[entity.code]
    column = table.c[field]
    found = select(column).where(table.c.deleted.is_not(True), func.trim(column) != EMPTY)
    return found.group_by(column).order_by(func.count().desc(), column)


def used(connection: Connection, field: str) -> list[str]:
    """What stands in a text field of the cases, the most used first: what is worth suggesting."""
    return list(connection.scalars(_used(CASE, field)))


def roles(connection: Connection) -> list[str]:
    """The parts of people interviewed, the most used first."""
    return list(connection.scalars(_used(INTERVIEW, "role")))


def interviews(connection: Connection, person: str, case: str) -> list[InterviewRow]:
    """The people interviewed on a case that this person may see, by day."""
    return [
        InterviewRow(**row | {"contested": frozenset(row["contested"].split())})
        for row in named(connection, _INTERVIEWS, under=f"{case}/")
        if not read_review.hidden(connection, person, INTERVIEW.code, row["id"])
    ]


def on_every_case(connection: Connection, person: str, cases: Sequence[str], asked: str) -> dict[str, Answered]:
    """Case id -> one prompt ("2.1.1/a") or key question ("2.1.1") as it stands there, where anybody touched it.

    Reads the rows of that prompt alone; on a case this person marks blind, their own.
    """
    markings, place = read_marking.second_markings(connection), asked.count("/")
    kept = {case: second_marking.kinds(markings.get(case), person) for case in cases}
    found: dict[str, Answered] = {}
    for kinds in (FIRSTS, SECONDS):
        ids = [of.at(f"{case}/{asked}") for case, of in kept.items() if of[:2] == kinds]
        found.update((one.case, one) for one in read_answers.answered_among(connection, kinds[place], ids))
    return found
