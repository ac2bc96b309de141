"""What is read of second markings: who was asked and is done, what each marking was, and whose word on it is believed.

Whose laptop signed a change decides, and not what stands in the row: only who marks says that they are done, and only who is
no marker agrees and settles. What anybody else writes there, by a package or an old program, counts for nothing.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import CompoundSelect, Connection, bindparam, or_, select, union_all

from inspector_app.core.domain.cases.second_marking import AGREED, FIRSTS, SECONDS, Asked, Marking, marker_of, place_of
from inspector_app.core.domain.fields import ENTITIES
from inspector_app.core.domain.ids import ChangeId, EntityId, StepId, step_of
from inspector_app.core.domain.inspection import Answer
from inspector_app.core.domain.steps.changes import Change, Step, heads_in
from inspector_app.core.storage.columns import agreed, split, text
from inspector_app.core.storage.ids import among, under
from inspector_app.core.storage.into import OutOf
from inspector_app.core.storage.log import journal
from inspector_app.core.storage.reading import origin, read_answers
from inspector_app.core.storage.reading.origin import Origin
from inspector_app.core.storage.reading.read_answers import Answered
from inspector_app.core.storage.reading.whose_word import Words, words_on
from inspector_app.core.storage.tables import OF_ENTITY, head_of

_SECOND, _MARKING, _CASE = OF_ENTITY["second"], OF_ENTITY["marking"], OF_ENTITY["case"]
_WHO_HAS = {field: select(text(_CASE, head_of(field))).where(among(_CASE.c.id)) for field in ("inspector", "helper")}
_SECONDS = select(
    _SECOND.c.id, _SECOND.c.marker, text(_SECOND, "first_marks"),
    *(agreed(_SECOND, field).is_(True).label(field) for field in ("first_done", "second_done", "settled")),
    *(text(_SECOND, head_of(field)) for field in ("marker", "first_done", "second_done", "first_marks", "settled")),
)  # fmt: skip
# While people differ on whether somebody is asked, they are.
_MARKINGS = select(
    _MARKING.c.id, or_(_MARKING.c.asked.is_(True), split(_MARKING, "asked")).label("asked"),
    agreed(_MARKING, "done").is_(True).label("done"), text(_MARKING, head_of("done")), _MARKING.c.marks,
    text(_MARKING, head_of("marks")),
)  # fmt: skip
_IS_SECOND = OutOf(select(_SECOND.c.id).where(_SECOND.c.id == bindparam("only")))
_IS_MARKED = OutOf(select(_MARKING.c.id).where(under(_MARKING.c.id)))
_ONE_SECOND, _MARKINGS_OF = _SECONDS.where(_SECOND.c.id == bindparam("only")), _MARKINGS.where(under(_MARKING.c.id))


def _heads(entities: Iterable[str]) -> CompoundSelect[str, str | None]:
    return union_all(
        *(
            select(OF_ENTITY[entity].c.id, OF_ENTITY[entity].c[head_of(field.code)]).where(
                under(OF_ENTITY[entity].c.id)
            )
            for entity in entities
            for field in ENTITIES[entity].fields
        )
    )


_HEADS = {entities: _heads(entities) for entities in (FIRSTS, SECONDS, AGREED)}


# who was asked, and is done


def second_markings(connection: Connection) -> dict[str, Asked]:
    """Case id -> its second markings, for the cases that have one. A contested "done" is not done."""
    return _found(connection, connection.execute(_SECONDS).all(), connection.execute(_MARKINGS).all())


def second_marking(connection: Connection, case: str) -> Asked | None:
    """Those of one case, as `second_markings`; None where nobody was asked."""
    given = {"only": case, "under": f"{case}/"}
    if _IS_SECOND.row(connection, only=case) is None and _IS_MARKED.row(connection, under=given["under"]) is None:
        return None
    rows = (connection.execute(asked, given).all() for asked in (_ONE_SECOND, _MARKINGS_OF))
    return _found(connection, *rows).get(case)


def _found(connection: Connection, seconds: Sequence[Any], markings: Sequence[Any]) -> dict[str, Asked]:
    own = defaultdict[str, dict[str, Any]](dict)
    for row in markings:
        case, _, person = row.id.partition("/")
        own[case][person] = row
    heads = [text for row in markings for text in (row.done_head, row.marks_head)]
    heads += [text for row in seconds for text in (row.first_done_head, row.second_done_head, row.first_marks_head)]
    word, of_case = words_on(connection, heads), {row.id: row for row in seconds}
    had = ever_had(connection, [row.id for row in seconds if row.first_done])
    found = {
        case: _asked(connection, case, of_case.get(case), own[case], word, had[case])
        for case in sorted({*of_case, *own})
    }
    return {case: asked for case, asked in found.items() if asked.markings}


def ever_had(connection: Connection, cases: Sequence[str], field: str = "inspector") -> Mapping[str, set[str]]:
    """By case, whose it is and ever was (Person.ids): they alone are the first. `field`: or who helps and ever did."""
    found = defaultdict[str, set[str]](set)
    heads = connection.scalars(_WHO_HAS[field], {"ids": cases}).all() if cases else ()
    asked = [head for text in heads for head in heads_in(text)]
    for change in journal.above(connection, asked).values() if asked else ():
        found[change.entity_id].add(str(change.value or ""))
    return found


def _asked(
    connection: Connection, case: str, row: Any, own: Mapping[str, Any], word: Words, had: Collection[str]
) -> Asked:
    former = _former_markers(connection, row) if row else frozenset[str]()
    people = sorted(former | {person for person, of in own.items() if of.asked})
    # Only the first says that the first is done, and what they had answered.
    said = (row.first_done_head, row.first_marks_head) if row and row.first_done else ()
    by_first = bool(said) and all(word.of(heads).difference(people).intersection(had) for heads in said)
    marks = tuple(ChangeId(i) for i in row.first_marks.split()) if row else ()
    markings = (_marking(p, row if p in former else None, own.get(p), word) for p in people)
    return Asked(case, by_first, marks, tuple(markings))


def _former_markers(connection: Connection, row: Any) -> frozenset[str]:
    """The one second marker of a former version; or those between whom it is contested."""
    people = _values(connection, row.marker_head) if " " in row.marker_head else {row.marker}
    return frozenset(str(person) for person in people if person)  # a package may say "" for nobody


def _marking(person: str, former: Any, own: Any, word: Words) -> Marking:
    done = bool(own and own.done and all(person in word.of(heads) for heads in (own.done_head, own.marks_head)))
    done |= bool(former and former.second_done and person in word.of(former.second_done_head))
    said = own.marks if own else None
    if said is None and former:
        return Marking(person, done, None, "")
    return Marking(person, done, tuple(ChangeId(i) for i in (said or "").split()), "" if former else person)


# whose word it is


def who_asked(connection: Connection, case: str, marking: Marking) -> frozenset[str]:
    """Who asked for a second marking (Person.ids)."""
    entity, of, field = ("marking", f"{case}/{marking.person}", "asked") if marking.kept else ("second", case, "marker")
    _, heads = journal.current(connection, entity, EntityId(of), field)
    return words_on(connection, heads).of(" ".join(heads))


def who_marked(connection: Connection, asked: Asked) -> frozenset[str]:
    """Who marked the case (Person.ids): who was asked, who answered as a second marker, and whose the first answers are."""
    rows = connection.execute(_HEADS[SECONDS], {"under": f"{asked.case}/"}).all()
    word = words_on(connection, [heads for _, heads in rows])
    answered = {marker_of(item) for item, heads in rows if marker_of(item) in word.of(heads or "")}
    return who_marked_first(connection, asked) | answered | {*asked.markers}


def who_marked_first(connection: Connection, asked: Asked) -> frozenset[str]:
    """Whose the first answers are: who said that they are done, and who gave them."""
    row = connection.execute(_ONE_SECOND, {"only": asked.case}).first()
    heads = row.first_marks_head if row else ""
    given = {change.step for change in journal.changes(connection, asked.first_marks) if change.value}
    said = (step.author for step in journal.steps(connection, given).values())
    return frozenset({*words_on(connection, [heads]).of(heads), *said})


def may_agree(connection: Connection, person: str) -> frozenset[str]:
    """The cases whose agreed version this person's word counts on: all are done, and they did not mark it."""
    found = second_markings(connection)
    done = (asked for asked in found.values() if asked.complete)
    return frozenset(asked.case for asked in done if person not in who_marked(connection, asked))


def is_settled(connection: Connection, asked: Asked) -> bool:
    """Whether somebody who did not mark the case made its agreed version its answers."""
    row = connection.execute(_ONE_SECOND, {"only": asked.case}).first()
    if not (row and row.settled and asked.complete):
        return False
    return not words_on(connection, [row.settled_head]).of(row.settled_head) <= who_marked(connection, asked)


def settles(connection: Connection, case: str) -> bool:
    """Whether the answers of a case are those of a settled agreed version (`is_settled`)."""
    if _IS_SECOND.row(connection, only=case) is None:
        return False
    asked = second_marking(connection, case)
    return asked is not None and is_settled(connection, asked)


def agreed_answers(connection: Connection, asked: Asked) -> tuple[dict[str, Answered], frozenset[str]]:
    """By id, what is agreed on the items of a case; and the ids of those that a marker wrote, which do not count."""
    start = {"under": f"{asked.case}/"}
    heads = [(item, text) for item, text in connection.execute(_HEADS[AGREED], start) if text]
    word = words_on(connection, [text for _, text in heads])
    marked = who_marked(connection, asked) if heads else frozenset[str]()
    found = (a for entity in AGREED for a in read_answers.answered(connection, entity, start["under"]))
    return {a.id: a for a in found}, frozenset(item for item, text in heads if word.of(text) <= marked)


# what each marking was


def second_answers(connection: Connection, case: str, kept: str) -> list[Answered]:
    """The answers of one second marking as they stand; `kept` as Marking.kept."""
    found = (a for entity in SECONDS for a in read_answers.answered(connection, entity, f"{case}/"))
    return [a for a in found if marker_of(a.id) == kept]


def marks_now(connection: Connection, case: str, kinds: tuple[str, str], kept: str = "") -> list[ChangeId]:
    """The heads of every field of the first's answers (FIRSTS), or of those of one second marking (SECONDS)."""
    rows = connection.execute(_HEADS[kinds], {"under": f"{case}/"})
    return sorted(head for item, heads in rows if marker_of(item) == kept for head in heads_in(heads or ""))


def first_answers(connection: Connection, asked: Asked) -> dict[str, Answered]:
    """By place, the first's answers as they were when the first was done, read from the log. A contested answer is none."""
    return _as_they_were(connection, asked, asked.first_marks, "")


def answers_of(connection: Connection, asked: Asked, marking: Marking) -> dict[str, Answered]:
    """By place, the answers of a second marking as they were when it was done; of a former version, as they stand."""
    if marking.marks is None:
        return {place_of(a.id): a for a in second_answers(connection, asked.case, marking.kept)}
    return _as_they_were(connection, asked, marking.marks, marking.kept)


def _as_they_were(connection: Connection, asked: Asked, marks: Collection[ChangeId], kept: str) -> dict[str, Answered]:
    kinds = FIRSTS if marks is asked.first_marks else SECONDS
    changes = [
        change
        for change in journal.changes(connection, list(marks))
        if change.entity in kinds
        and change.entity_id.startswith(f"{asked.case}/")
        and marker_of(change.entity_id) == kept
    ]
    steps = journal.steps(connection, {step_of(c.id) for c in changes})
    origins = origin.of_steps(connection, steps.values())
    by_item: dict[EntityId, list[Change]] = defaultdict(list)
    for change in sorted(changes, key=lambda c: c.id):
        by_item[change.entity_id].append(change)
    return {place_of(item): _as_answered(item, of_item, steps, origins) for item, of_item in by_item.items()}


def _as_answered(
    item: EntityId, last: list[Change], steps: dict[StepId, Step], origins: dict[StepId, Origin]
) -> Answered:
    """`last`: the heads of the item's answer and text. Of a contested text both are kept, one below the other."""
    answers = [c for c in last if c.field == "answer"]
    texts = [c for c in last if c.field != "answer"]
    contested = any(c.value != answers[0].value for c in answers)
    answer = Answer(str(answers[0].value)) if answers and answers[0].value and not contested else None
    text = "\n\n".join(dict.fromkeys(str(c.value) for c in texts if c.value))
    first = step_of((answers or texts)[0].id)
    at = max(steps[step_of(c.id)].at for c in last)
    return Answered(item, answer, text, steps[first].author, at, contested, origins[first].laptop)


def _values(connection: Connection, head: str) -> set[str | int | bool | None]:
    return {change.value for change in journal.changes(connection, heads_in(head))}
