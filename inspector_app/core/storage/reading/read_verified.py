"""What was verified, of one case. It counts by who signed it: somebody who reviews, and did not give the answer."""

from collections.abc import Collection, Iterator
from typing import Any

from sqlalchemy import Connection, select, union_all

from inspector_app.core.domain.cases import verified
from inspector_app.core.domain.cases.verified import VERIFICATIONS, ItemRow
from inspector_app.core.domain.fields import JUDGEMENT, PROMPT
from inspector_app.core.domain.ids import step_of
from inspector_app.core.domain.steps.changes import heads_in
from inspector_app.core.storage.columns import text
from inspector_app.core.storage.ids import under
from inspector_app.core.storage.log import journal
from inspector_app.core.storage.reading import read, read_answers
from inspector_app.core.storage.reading.read_answers import Answered
from inspector_app.core.storage.reading.whose_word import Words, words_on
from inspector_app.core.storage.tables import OF_ENTITY, head_of

_ROWS = union_all(
    *(
        select(table.c.id, text(table, "what"), text(table, head_of("what"))).where(under(table.c.id))
        for table in (OF_ENTITY[code] for code in VERIFICATIONS.values())
    )
)


def has(connection: Connection, case: str) -> bool:
    """Whether anything of the case was ever verified, so that its notes need not be read to see that nothing was."""
    return any(row.what for row in connection.execute(_ROWS, {"under": f"{case}/"}))


def items(connection: Connection, case: str, reviewers: Collection[str]) -> list[ItemRow]:
    """What is answered on a case, with its verification by one of the `reviewers` (Person.ids)."""
    found = {row.id: row for row in connection.execute(_ROWS, {"under": f"{case}/"}) if row.what}
    word, names = words_on(connection, [row.what_head for row in found.values()]), read.names(connection)
    made = {row.id: _made(connection, row) for row in found.values()}
    rows = []
    for entity, answered in _answers(connection, case):
        row, ref = found.get(answered.id), answered.id.partition("/")[2]
        by = _by(row, word, reviewers, answered) if row else ""
        rows.append(
            ItemRow(
                entity=entity, id=answered.id, ref=ref, answer=answered.answer, text=answered.text,
                given=answered.by, given_by=names.get(answered.by, answered.by), contested=answered.contested,
                verified_by=names.get(by, ""), verified_at=made[answered.id] if row and by else "",
                stands=row is not None and bool(by) and not answered.contested and row.what == _digest(answered),
            )
        )  # fmt: skip
    return rows


def _answers(connection: Connection, case: str) -> Iterator[tuple[str, Answered]]:
    found = [
        (entity.code, row)
        for entity in (JUDGEMENT, PROMPT)
        for row in read_answers.answered(connection, entity.code, f"{case}/")
    ]
    yield from sorted(found, key=lambda one: one[1].id)


def _by(row: Any, word: Words, reviewers: Collection[str], answered: Answered) -> str:
    """Who verified it, if their word counts; "" for nobody."""
    said = word.of(row.what_head) & frozenset(reviewers) - {answered.by}
    return min(said) if said and " " not in row.what_head else ""


def _made(connection: Connection, row: Any) -> str:
    steps = journal.steps(connection, [step_of(head) for head in heads_in(row.what_head)[:1]])
    return next((step.at for step in steps.values()), "")


def _digest(answered: Answered) -> str:
    return verified.digest(answered.answer, answered.text)
