"""What fields held at the end of former days. Clocks are for display, and so is this: nothing that counts comes of it."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date

from sqlalchemy import Connection, select

from inspector_app.core.domain.fields import Value
from inspector_app.core.domain.ids import ChangeId
from inspector_app.core.domain.steps.changes import Change, heads_in
from inspector_app.core.domain.steps.taking import Word, standing
from inspector_app.core.storage.log import journal, taking
from inspector_app.core.storage.log.held import Key
from inspector_app.core.storage.tables import OF_ENTITY, head_of

Held = Mapping[Key, Value]


def day_by_day(
    connection: Connection, wanted: Mapping[str, Collection[str]], day_of: Callable[[str], date], most: int
) -> Iterator[tuple[date, Held]]:
    """What the fields held at the end of the last `most` days on which one of them was written, the first day first.

    `wanted` names the fields of each kind of entity, `day_of` makes the day of a step's time. A field that was not written
    yet is left out; one in which two people differed holds None. No other change is read: they are walked from the heads.
    """
    by_day: defaultdict[date, list[Change]] = defaultdict(list)
    found = journal.above(connection, _heads(connection, wanted)).values()
    word = taking.judge(connection, found)
    at = {step.id: step.at for step in journal.steps(connection, {change.step for change in found}).values()}
    for change in found:
        by_day[day_of(at[change.step])].append(change)
    made: defaultdict[Key, list[Change]] = defaultdict(list)
    held, written = dict[Key, Value](), set[Key]()
    days = sorted(by_day)
    shown = {*days[-most:]}  # a clock that runs wild can have been on thousands
    for day in days:
        for change in by_day[day]:
            made[change.key].append(change)
        written |= {change.key for change in by_day[day]}
        if day in shown:
            held |= {key: _value(made[key], word) for key in written}
            written.clear()
            yield day, dict(held)


def _heads(connection: Connection, wanted: Mapping[str, Collection[str]]) -> Sequence[ChangeId]:
    columns = [OF_ENTITY[entity].c[head_of(field)] for entity, fields in wanted.items() for field in fields]
    texts = (text for column in columns for text in connection.scalars(select(column).where(column.is_not(None))))
    return [head for text in texts for head in heads_in(text)]


def _value(of_field: list[Change], word: Word | None) -> Value:
    """What the field held after these changes, by whose word it is as that is known now."""
    value, last = standing(of_field, word)
    return None if " " in last else value
