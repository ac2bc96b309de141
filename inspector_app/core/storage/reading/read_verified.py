"""What was verified, of one case. It counts by who signed it: somebody who reviews, and did not give the answer."""

from collections.abc import Collection, Iterator, Mapping

from sqlalchemy import Connection, select, union_all

from inspector_app.core.domain.cases import verified
from inspector_app.core.domain.cases.verified import VERIFICATIONS, ItemRow
from inspector_app.core.domain.fields import JUDGEMENT, PROMPT
from inspector_app.core.domain.ids import step_of
from inspector_app.core.domain.steps.changes import Change
from inspector_app.core.storage.columns import text
from inspector_app.core.storage.ids import under
from inspector_app.core.storage.log import journal
from inspector_app.core.storage.reading import read, read_answers
from inspector_app.core.storage.reading.read_answers import Answered
from inspector_app.core.storage.reading.whose_word import said_by
from inspector_app.core.storage.tables import OF_ENTITY, head_of

_ROWS = union_all(
    *(
        select(table.c.id, text(table, head_of("what"))).where(under(table.c.id))
        for table in (OF_ENTITY[code] for code in VERIFICATIONS.values())
    )
)
_NEVER = ("", "", "")


def has(connection: Connection, case: str) -> bool:
    """Whether anything of the case was ever verified, so that its notes need not be read to see that nothing was."""
    return any(row.what_head for row in connection.execute(_ROWS, {"under": f"{case}/"}))


def items(connection: Connection, case: str, reviewers: Collection[str]) -> list[ItemRow]:
    """What is answered on a case, with its verification by one of the `reviewers` (Person.ids)."""
    answers, names = list(_answers(connection, case)), read.names(connection)
    verified_by = _verified(connection, case, {answered.id: answered for _, answered in answers}, reviewers)
    rows = []
    for entity, answered in answers:
        ref, (by, at, what) = answered.id.partition("/")[2], verified_by.get(answered.id, _NEVER)
        rows.append(
            ItemRow(
                entity=entity, id=answered.id, ref=ref, answer=answered.answer, text=answered.text,
                given=answered.by, given_by=names.get(answered.by, answered.by), contested=answered.contested,
                verified_by=names.get(by, ""), verified_at=at,
                stands=bool(by) and not answered.contested and what == _digest(answered),
            )
        )  # fmt: skip
    return rows


def _verified(
    connection: Connection, case: str, answers: Mapping[str, Answered], reviewers: Collection[str]
) -> dict[str, tuple[str, str, str]]:
    """By item, who verified it (Person.id), when, and what it said: by those alone whose word counts."""

    def counts(change: Change, by: frozenset[str]) -> bool:
        return change.entity_id in answers and bool(by & frozenset(reviewers) - {answers[change.entity_id].by})

    rows = connection.execute(_ROWS, {"under": f"{case}/"})
    said = said_by(connection, [row.what_head for row in rows if row.id in answers], counts)
    ones = {key[1]: of.one for key, of in said.items() if of.one and of.one.value}
    steps = journal.steps(connection, {step_of(change.id) for change in ones.values() if change})
    return {
        item: (steps[step_of(change.id)].author, steps[step_of(change.id)].at, str(change.value))
        for item, change in ones.items()
        if change
    }


def _answers(connection: Connection, case: str) -> Iterator[tuple[str, Answered]]:
    found = [
        (entity.code, row)
        for entity in (JUDGEMENT, PROMPT)
        for row in read_answers.answered(connection, entity.code, f"{case}/")
    ]
    yield from sorted(found, key=lambda one: one[1].id)


def _digest(answered: Answered) -> str:
    return verified.digest(answered.answer, answered.text)
