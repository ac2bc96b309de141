"""What review and second marking read, and what a person who marks a case blind may see of it."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection

from inspector_app.core.domain.changes import Change, Step, heads_in
from inspector_app.core.domain.fields import INTERVIEW, JUDGEMENT, PROMPT, SECOND_JUDGEMENT, SECOND_PROMPT
from inspector_app.core.domain.ids import STEP_ID_LENGTH, ChangeId, EntityId, StepId, step_of
from inspector_app.core.domain.inspection import Answer
from inspector_app.core.domain.review import CommentRow
from inspector_app.core.storage import contested, journal, read
from inspector_app.core.storage.read import Answered

FIRSTS = (JUDGEMENT.code, PROMPT.code)
SECONDS = (SECOND_JUDGEMENT.code, SECOND_PROMPT.code)
_BY_AN_ACT = {("review", "accepted"), ("second", "first_marks")}  # the next such act settles them
_LINE = """CASE
    WHEN instr("{code}_head", ' ') > 0 THEN id || '/{code} contested ' || "{code}_head" || char(10)
    WHEN "{code}" NOT NULL THEN id || '/{code} ' || length("{code}") || ' ' || "{code}" || char(10)
    ELSE '' END"""
_AFTER_ALL = "\U0010ffff"  # sorts behind every character an id can have


# second marking


@dataclass(frozen=True, slots=True)
class Asked:
    """A second marking as it stands. `markers` is one person, or those between whom it is contested.

    `first_marks` are the changes that made up the first's answers when the first was done.
    """

    case: str
    markers: tuple[str, ...]
    first_done: bool
    second_done: bool
    first_marks: tuple[ChangeId, ...]

    @property
    def complete(self) -> bool:
        """Whether both are done, and may see each other's answers."""
        return self.first_done and self.second_done


def second_markings(connection: Connection) -> dict[str, Asked]:
    """Case id -> its second marking, for the cases that have one. A contested "done" is not done."""
    rows = connection.exec_driver_sql(
        "SELECT id, marker, marker_head, first_done = 1 AND instr(first_done_head, ' ') = 0, "
        "second_done = 1 AND instr(second_done_head, ' ') = 0, first_marks FROM second ORDER BY id"
    )
    found = {}
    for case, marker, head, first_done, second_done, marks in rows.all():
        markers = _values(connection, head) if " " in (head or "") else {marker}
        if markers != {None}:
            people = tuple(sorted(str(m) for m in markers if m))
            changes = tuple(ChangeId(i) for i in (marks or "").split())
            found[case] = Asked(case, people, bool(first_done), bool(second_done), changes)
    return found


def blind_cases(connection: Connection, person: str) -> frozenset[str]:
    """The cases this person marks second while not both are done: of these they see their own second answers only."""
    asked = second_markings(connection).values()
    return frozenset(a.case for a in asked if person in a.markers and not a.complete)


def kinds(connection: Connection, person: str, case: str) -> tuple[str, str]:
    """The entities that this person's judgements and prompts of a case are kept in."""
    return SECONDS if case in blind_cases(connection, person) else FIRSTS


def hidden(connection: Connection, person: str, entity: str, entity_id: str) -> bool:
    """Whether the person may not see this item for now: the other marker's answers and interviews, and others' comments.

    A case that is marked blind hides the first's work from the second marker and the second's from all but them.
    """
    case = entity_id.split("/")[0]
    asked = second_markings(connection).get(case)
    if asked is None or asked.complete:
        return False
    marks = person in asked.markers
    if entity in SECONDS:
        return not marks
    if entity == "comment":
        return marks and all(c.by != person for c in _comments(connection, entity_id))
    if entity == INTERVIEW.code:
        by = _maker(connection, entity, EntityId(entity_id))
        return by != person and (marks or by in asked.markers)
    return marks and entity in FIRSTS


def _maker(connection: Connection, entity: str, entity_id: EntityId) -> str:
    """Who made an item: the author of its first change by the making laptop's clock. Person.id, or "" for no item."""
    found = journal.steps(connection, [step_of(c.id) for c in journal.item_history(connection, entity, entity_id)])
    first = min(found.values(), key=lambda step: (step.at, step.id), default=None)
    return first.author if first else ""


def contested_for(connection: Connection, person: str) -> list[tuple[str, EntityId, str]]:
    """(entity, id, field) of every contested field that the person may see and has to settle."""
    return [
        (entity, entity_id, field)
        for entity, entity_id, field in contested.fields(connection)
        if (entity, field) not in _BY_AN_ACT and not hidden(connection, person, entity, entity_id)
    ]


def seen(connection: Connection, person: str, under: str = "", texts: bool = True) -> Iterator[Answered]:
    """Judgements and prompts as the person may see them: those of `read.answered`, or their own on a case they mark blind.

    `under` is "", or a case id and more that the ids begin with.
    """
    blind = blind_cases(connection, person)
    for entity in FIRSTS:
        for found in read.answered(connection, entity, under, texts):
            if found.case not in blind:
                yield found
    for case in sorted(blind):
        if under.split("/")[0] in ("", case):
            for entity in SECONDS:
                yield from read.answered(connection, entity, under or f"{case}/", texts)


def second_answers(connection: Connection, case: str) -> list[Answered]:
    """The second marker's answers on a case."""
    return [a for entity in SECONDS for a in read.answered(connection, entity, f"{case}/")]


def first_answers(connection: Connection, asked: Asked) -> dict[str, Answered]:
    """By id, the first's answers as they were when the first was done, read from the log. A contested answer is none."""
    changes = journal.changes(connection, asked.first_marks)
    steps = journal.steps(connection, {step_of(c.id) for c in changes})
    by_item: dict[EntityId, list[Change]] = defaultdict(list)
    for change in sorted(changes, key=lambda c: c.id):
        by_item[change.entity_id].append(change)
    return {item: _as_answered(item, of_item, steps) for item, of_item in by_item.items()}


def _as_answered(item: EntityId, last: list[Change], steps: dict[StepId, Step]) -> Answered:
    """`last`: the heads of the item's answer and text. Of a contested text both are kept, one below the other."""
    answers = [c for c in last if c.field == "answer"]
    texts = [c for c in last if c.field != "answer"]
    contested = any(c.value != answers[0].value for c in answers)
    answer = Answer(str(answers[0].value)) if answers and answers[0].value and not contested else None
    text = "\n\n".join(dict.fromkeys(str(c.value) for c in texts if c.value))
    by = steps[step_of((answers or texts)[0].id)].author
    return Answered(item, answer, text, by, max(steps[step_of(c.id)].at for c in last), contested)


def answered_counts(connection: Connection) -> dict[str, int]:
    """Case id -> how many of its judgements and prompts have an answer that nobody contests."""
    one = "SELECT substr(id, 1, instr(id, '/') - 1) AS c FROM {} WHERE answer NOT NULL AND instr(answer_head, ' ') = 0"
    both = " UNION ALL ".join(one.format(entity) for entity in FIRSTS)
    return {row[0]: row[1] for row in connection.exec_driver_sql(f"SELECT c, count(*) FROM ({both}) GROUP BY c")}  # noqa: S608


def marks_now(connection: Connection, case: str) -> list[ChangeId]:
    """The heads of every field of the case's judgements and prompts."""
    found: list[ChangeId] = []
    for entity in (JUDGEMENT, PROMPT):
        for field in entity.fields:
            rows = connection.exec_driver_sql(
                f'SELECT "{field.code}_head" FROM "{entity.code}" WHERE id >= ? AND id < ?',  # noqa: S608
                _of(case),
            )
            found += [head for row in rows for head in heads_in(row[0] or "")]
    return sorted(found)


# review


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A case's row of review. `accepted` holds the digest of its acceptance, or those that contest it."""

    stage: str
    by: str  # Person.id
    at: str
    contested: bool
    accepted: tuple[str, ...]


def reviews(connection: Connection, only: str | None = None) -> dict[str, Reviewed]:
    """Case id -> its review, for the cases that have been submitted once; with `only`, that case."""
    rows = connection.exec_driver_sql(
        "SELECT r.id, r.stage, r.stage_head, r.accepted, r.accepted_head, s.author, s.at FROM review r "
        "LEFT JOIN steps s ON s.id = substr(r.stage_head, 1, ?) WHERE r.stage_head NOT NULL AND (? IS NULL OR r.id = ?)",
        (STEP_ID_LENGTH, only, only),
    )
    found = {}
    for case, stage, head, accepted, accepted_head, by, at in rows.all():
        digests = _values(connection, accepted_head) if " " in (accepted_head or "") else {accepted}
        kept = tuple(sorted(str(d) for d in digests if d))
        found[case] = Reviewed(stage or "", (by or "") if stage else "", (at or "") if stage else "", " " in head, kept)
    return found


def comments(connection: Connection, person: str, under: str = "") -> list[CommentRow]:
    """The comments this person may see, oldest first by the making laptop's clock; `by` is a Person.id.

    `under`: what the ids begin with, a case's and "/", or "". On a case marked blind a person sees their own.
    """
    blind = blind_cases(connection, person)
    return [c for c in _comments(connection, under) if c.by == person or c.id.split("/")[0] not in blind]


def _comments(connection: Connection, under: str) -> list[CommentRow]:
    rows = connection.exec_driver_sql(
        "SELECT c.id, c.about, c.text, c.answered, s.author, s.at FROM comment c "
        "JOIN steps s ON s.id = substr(c.about_head, 1, ?) "
        "WHERE c.deleted IS NOT 1 AND c.about NOT NULL AND c.text NOT NULL AND c.id >= ? AND c.id < ? ORDER BY s.at, c.id",
        (STEP_ID_LENGTH, under, under + _AFTER_ALL),
    )
    found = []
    for i, about, text, answered, by, at in rows:
        _, question, prompt = (*about.split("/"), "", "")[:3]
        found.append(CommentRow(i, about, question, prompt or None, text, by, at, bool(answered)))
    return found


def said(connection: Connection, only: str | None = None) -> dict[str, str]:
    """Case id -> what its judgements and prompts say, as one text to be digested; with `only`, that case.

    A line a field that holds something: its id, its length and its value, or of a contested field its heads. The digests
    are stored, so this form must never change. SQLite puts it together: it takes a third of the time Python does.
    """
    found: dict[str, str] = defaultdict(str)
    for entity in (JUDGEMENT, PROMPT):
        line = " || ".join(_LINE.format(code=field.code) for field in entity.fields)
        rows = connection.exec_driver_sql(
            "SELECT substr(id, 1, instr(id, '/') - 1) AS c, "  # noqa: S608
            f"group_concat({line}, '' ORDER BY id) FROM \"{entity.code}\" WHERE id >= ? AND id < ? GROUP BY c",
            _of(only) if only else ("", _AFTER_ALL),
        )
        for case, text in rows:
            found[case] += text
    return found


def _of(case: str) -> tuple[str, str]:
    return f"{case}/", f"{case}/{_AFTER_ALL}"


def _values(connection: Connection, head: str) -> set[str | int | bool | None]:
    return {change.value for change in journal.changes(connection, heads_in(head))}
