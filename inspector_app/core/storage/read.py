"""What screens, rating and export read: frozen values, each made by few queries and none lazily."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from inspector_app.core.domain.changes import heads_in
from inspector_app.core.domain.fields import CASE, Field, Kind
from inspector_app.core.domain.ids import STEP_ID_LENGTH, place_of, step_of
from inspector_app.core.domain.inspection import (
    Answer,
    Case,
    Finding,
    FindingKind,
    GivenRating,
    Inspection,
    Judgement,
    PanelDecision,
    Person,
    PromptAnswer,
    Recommendation,
    Totals,
)
from inspector_app.core.domain.rows import TextRow
from inspector_app.core.domain.team import Card
from inspector_app.core.storage import read_whole, stands
from inspector_app.core.storage.columns import agreed, day

_AFTER_ALL = "\U0010ffff"  # sorts behind every character an id can have


def meta(connection: Connection) -> dict[str, str]:
    """What the workspace was made with: framework id and text, format."""
    return {row[0]: row[1] for row in connection.exec_driver_sql("SELECT name, value FROM meta")}


def put_meta(connection: Connection, values: dict[str, str]) -> None:
    """Record what the workspace is made with; once, when it is made."""
    for item in values.items():
        connection.exec_driver_sql("INSERT INTO meta VALUES (?, ?)", item)


def inspection(connection: Connection, framework: str) -> Inspection:
    """The whole inspection. A contested answer reads as unanswered."""
    head = connection.exec_driver_sql(
        f"""SELECT "service", "start", "end", marking, notice, {agreed("nation")}, {agreed("return_start")},
        {agreed("return_end")} FROM inspection"""  # noqa: S608
    ).one()
    found = cases(connection)
    known = {c.id for c in found}
    return Inspection(
        framework=framework, service=head[0], start=date.fromisoformat(head[1]), end=date.fromisoformat(head[2]),
        marking=head[3] or "", notice=head[4] or "", team=tuple(team(connection)), cases=tuple(found),
        judgements=tuple(j for j in judgements(connection) if j.case in known),
        prompts=tuple(p for p in prompts(connection) if p.case in known),
        ratings=tuple(_ratings(connection)), panel=tuple(_panel(connection)),
        findings=tuple(Finding(f.group, FindingKind(f.kind), f.text) for f in findings(connection)),
        recommendations=tuple(Recommendation(r.group, r.text) for r in recommendations(connection)),
        totals=tuple(_totals(connection)),
        nation=head[5] or "", return_start=day(head[6]), return_end=day(head[7]),
        interviews=tuple(read_whole.interviews(connection, known)), events=tuple(read_whole.events(connection)),
        sources=tuple(read_whole.sources(connection)), concerns=tuple(read_whole.concerns(connection)),
    )  # fmt: skip


def rated_from(connection: Connection, framework: str) -> Inspection:
    """What the ratings of the inspection come from, and no more: no note, prompt or text of a finding is read."""
    start, end = connection.exec_driver_sql('SELECT "start", "end" FROM inspection').one()
    found = cases(connection)
    known = {c.id for c in found}
    return Inspection(
        framework=framework, service="", start=date.fromisoformat(start), end=date.fromisoformat(end),
        cases=tuple(found), judgements=tuple(j for j in judgements(connection, texts=False) if j.case in known),
        ratings=tuple(_ratings(connection)), panel=tuple(_panel(connection)), totals=tuple(_totals(connection)),
    )  # fmt: skip


def team(connection: Connection) -> list[Person]:
    """The team, in the order their names were written."""
    rows = connection.exec_driver_sql("SELECT id, name, role, name_head FROM person WHERE deleted IS NOT 1").all()
    return [Person(i, name or "", role or "") for i, name, role, _ in sorted(rows, key=lambda row: _when(row[3]))]


def cards(connection: Connection) -> list[Card]:
    """The team with its public keys; contested keys count as none."""
    names = "SELECT id, name, role, {signing}, {sealing}, name_head FROM person WHERE deleted IS NOT 1"
    rows = connection.exec_driver_sql(names.format(signing=agreed("signing"), sealing=agreed("sealing"))).all()
    return [Card(i, *(part or "" for part in parts)) for i, *parts, _ in sorted(rows, key=lambda row: _when(row[5]))]


def cases(connection: Connection, only: str | None = None) -> list[Case]:
    """Cases by sample and reference (C2 before C10); with `only`, that one."""
    columns = ", ".join(f'{_held(field)} AS "{field.code}"' for field in CASE.documented)
    rows = connection.exec_driver_sql(
        f'SELECT id, {columns} FROM "case" WHERE deleted IS NOT 1 AND (? IS NULL OR id = ?)',  # noqa: S608
        (only, only),
    )
    days = [field.code for field in CASE.documented if field.kind is Kind.DATE]
    found = [Case(**{**row, **{code: day(row[code]) for code in days}}) for row in rows.mappings()]
    return sorted(found, key=lambda c: (c.sample, _natural(c.ref), c.id))


def judgements(connection: Connection, texts: bool = True) -> Iterator[Judgement]:
    """Key questions as judged, on every case; with their reasons if wanted."""
    for saved in answered(connection, "judgement", texts=texts):
        yield Judgement(saved.case, saved.question, saved.answer, saved.text, saved.by)


def prompts(connection: Connection) -> Iterator[PromptAnswer]:
    """Prompts as answered, on every case."""
    for saved in answered(connection, "prompt"):
        yield PromptAnswer(saved.case, saved.question, saved.prompt, saved.answer, saved.text, saved.by)


@dataclass(frozen=True, slots=True)
class Answered:
    """A judgement or prompt as it stands. `by` is who answered (or wrote), `at` when it was last changed."""

    id: str
    answer: Answer | None
    text: str
    by: str
    at: str
    contested: bool

    @property
    def is_judgement(self) -> bool:
        """Whether this is a key question's own judgement rather than a prompt."""
        return self.id.count("/") == 1

    @property
    def case(self) -> str:
        """The case's id."""
        return self.id.split("/")[0]

    @property
    def question(self) -> str:
        """The key question's reference."""
        return self.id.split("/")[1]

    @property
    def prompt(self) -> str:
        """The prompt's letter; only for prompts."""
        return self.id.split("/")[2]


def unanswered(entity_id: str) -> Answered:
    """How an item stands that nobody has touched."""
    return Answered(entity_id, None, "", "", "", contested=False)


_TEXT = {"judgement": "rationale", "prompt": "note", "second_judgement": "rationale", "second_prompt": "note"}


def answered(connection: Connection, entity: str, under: str = "", texts: bool = True) -> Iterator[Answered]:
    """Judgements or prompts, first or second, whose id begins with `under` (a case id and more); texts if wanted."""
    # Where a range of ids ends SQLite tells by whole rows, texts and all: for all of them there is none to be.
    where, given = ("e.id >= ? AND e.id < ?", (under, under + _AFTER_ALL)) if under else ("1", ())
    yield from _answered(connection, entity, texts, where, given)


def answered_among(connection: Connection, entity: str, ids: Sequence[str]) -> Iterator[Answered]:
    """Of these judgements or prompts (at most 500 ids), those that anybody touched."""
    yield from _answered(connection, entity, True, f"e.id IN ({', '.join('?' * len(ids))})", tuple(ids))


def _answered(
    connection: Connection, entity: str, texts: bool, where: str, given: tuple[str, ...]
) -> Iterator[Answered]:
    text = _TEXT[entity]
    rows = connection.exec_driver_sql(
        f"SELECT e.id, e.answer, e.answer_head, {f'e.{text}' if texts else 'NULL'}, e.{text}_head, "  # noqa: S608
        f"a.author, a.at, t.author, t.at FROM {entity} e "
        f"LEFT JOIN steps a ON a.id = substr(e.answer_head, 1, {STEP_ID_LENGTH}) "
        f"LEFT JOIN steps t ON t.id = substr(e.{text}_head, 1, {STEP_ID_LENGTH}) WHERE {where}",
        given,
    )
    for i, answer, head, words, words_head, by, at, words_by, words_at in rows:
        contested = " " in (head or "") or " " in (words_head or "")
        yield Answered(
            i, _answer(answer, head), words or "", by or words_by or "", max(at or "", words_at or ""), contested
        )


def answered_ids(connection: Connection, case: str, second: bool = False) -> set[str]:
    """The ids of the case's judgements and prompts (the second marker's?) that have an answer nobody contests."""
    found = "SELECT id FROM {} WHERE id >= ? AND id < ? AND answer NOT NULL AND instr(answer_head, ' ') = 0"
    between = (f"{case}/", f"{case}/{_AFTER_ALL}")
    both = (found.format(f"{'second_' if second else ''}{entity}") for entity in ("judgement", "prompt"))
    rows = connection.exec_driver_sql(" UNION ALL ".join(both), between * 2)
    return {row[0] for row in rows}


def judged(connection: Connection) -> dict[tuple[str, str], Answer | None]:
    """(case, question) -> answer, without the texts: what live ratings need."""
    rows = connection.exec_driver_sql("SELECT id, answer, answer_head FROM judgement")
    return {_pair(i): _answer(answer, head) for i, answer, head in rows}


def findings(connection: Connection) -> list[TextRow]:
    """Findings in the order they stand in the report."""
    rows = connection.exec_driver_sql(
        f"SELECT id, standard, kind, text, position FROM finding f WHERE {stands.TEXT} ORDER BY position, id"  # noqa: S608
    )
    return [
        TextRow(i, standard or "", kind or "narrative", text or "", position or 0)
        for i, standard, kind, text, position in rows
    ]


def recommendations(connection: Connection) -> list[TextRow]:
    """Recommendations in order."""
    rows = connection.exec_driver_sql(
        f'SELECT id, "to", text, position FROM recommendation f WHERE {stands.TEXT} ORDER BY position, id'  # noqa: S608
    )
    return [TextRow(i, to or "", "", text or "", position or 0) for i, to, text, position in rows]


def names(connection: Connection) -> dict[str, str]:
    """Person id -> name, also of those who left the team."""
    return {i: name or "" for i, name in connection.exec_driver_sql("SELECT id, name FROM person")}


def _held(field: Field) -> str:
    """A field as it is read: a contested text as its first side, anything else that is contested as nothing."""
    return f"coalesce(\"{field.code}\", '')" if field.kind is Kind.TEXT else agreed(field.code)


def _ratings(connection: Connection) -> Iterator[GivenRating]:
    rows = connection.exec_driver_sql(
        f"SELECT id, {agreed('rating')}, rationale, {agreed('stars')}, {agreed('case_score')} FROM rating ORDER BY id"  # noqa: S608
    )
    for subject, rating, rationale, stars, score in rows:
        if rating or stars is not None or score is not None or rationale:
            yield GivenRating(subject, rating, rationale or "", stars, score)


def _panel(connection: Connection) -> Iterator[PanelDecision]:
    rows = connection.exec_driver_sql(f"SELECT id, {agreed('to')}, reason, question FROM panel ORDER BY id")  # noqa: S608
    for standard, to, reason, question in rows:
        if to is not None:
            yield PanelDecision(standard, to, reason or "", question or "")


def _totals(connection: Connection) -> Iterator[Totals]:
    rows = connection.exec_driver_sql(f"SELECT id, {agreed('yes')}, {agreed('of')} FROM totals ORDER BY id")  # noqa: S608
    for question, yes, of in rows:
        if yes is not None and of is not None:
            yield Totals(question, yes, of)


def _answer(stored: str | None, head: str | None) -> Answer | None:
    return Answer(stored) if stored and head and " " not in head else None


def _pair(entity_id: str) -> tuple[str, str]:
    case, _, question = entity_id.partition("/")
    return case, question


def _when(head: str | None) -> tuple[str, int]:
    found = heads_in(head or "")
    return (step_of(found[0]), place_of(found[0])) if found else ("", 0)


def _natural(ref: str) -> list[tuple[int, str]]:
    return [(int(part), "") if part.isdecimal() else (0, part.casefold()) for part in re.split(r"(\d+)", ref) if part]
