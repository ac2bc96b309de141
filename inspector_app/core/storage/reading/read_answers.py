"""How judgements and prompts stand on the cases: their answers, and their texts only where those are wanted."""

from collections import Counter
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Connection,
    Row,
    Select,
    String,
    case,
    func,
    or_,
    select,
    true,
    union,
    union_all,
)  # fmt: skip

from inspector_app.core.domain import ids
from inspector_app.core.domain.cases.second_marking import Kept, marker_of, place_of
from inspector_app.core.domain.fields import JUDGEMENT, PROMPT
from inspector_app.core.domain.inspection import Answer, Judgement, PromptAnswer
from inspector_app.core.domain.text.marks import MARKS, Mark, has
from inspector_app.core.storage.columns import EMPTY, agreed, split, written
from inspector_app.core.storage.ids import among, case_of, last_step, question_of, under
from inspector_app.core.storage.tables import OF_ENTITY, STEPS, head_of


class Answered(NamedTuple):
    """A judgement or prompt as it stands. `by` is who answered (or wrote), `at` when it was last changed.

    `laptop`: the name of whose laptop recorded it, where that is another's and it was asked for. A tuple, as a list of cases
    makes thousands of them.
    """

    id: str
    answer: Answer | None
    text: str
    by: str
    at: str
    contested: bool
    laptop: str = ""

    @property
    def place(self) -> str:
        """Where it is answered, whoever answers it there: its id, but of a second answer without whose it is."""
        return place_of(self.id)

    @property
    def is_judgement(self) -> bool:
        """Whether this is a key question's own judgement rather than a prompt."""
        return self.id.count("/") == 1

    @property
    def case(self) -> str:
        """The case's id."""
        return ids.case_of(self.id)

    @property
    def question(self) -> str:
        """The key question's reference."""
        return self.place.split("/")[1]

    @property
    def prompt(self) -> str:
        """The prompt's letter; only for prompts."""
        return self.place.split("/")[2]


class Stood(NamedTuple):
    """How the answers of one case stand, as far as a list of cases tells: what has an answer, and when any changed last."""

    judged: Mapping[str, Answer]  # by key question
    prompts: Collection[str]  # those with an answer that nobody contests, as "2.1.1/a"
    contested: Collection[str]  # key questions of which anything is
    at: str = ""

    @classmethod
    def of(cls, answered: Iterable[Answered]) -> "Stood":
        """The same of answers that were read one by one."""
        judged, prompts, contested, at = dict[str, Answer](), set[str](), set[str](), ""
        for one in answered:
            _, _, behind = one.place.partition("/")
            question, _, prompt = behind.partition("/")
            if one.contested:
                contested.add(question)
            if one.answer and prompt:
                prompts.add(behind)
            elif one.answer:
                judged[question] = one.answer
            at = max(at, one.at)
        return cls(judged, prompts, contested, at)


def unanswered(entity_id: str) -> Answered:
    """How an item stands that nobody has touched."""
    return Answered(entity_id, None, "", "", "", contested=False)


# The text beside the answer.
TEXT = {
    f"{whose}{kind}": text
    for whose in ("", "second_", "agreed_")
    for kind, text in (("judgement", "rationale"), ("prompt", "note"))
}
_ANSWERS: Mapping[str | None, Answer] = {answer.value: answer for answer in Answer}


@cache
def _answered(
    entity: str, texts: bool, which: Callable[[ColumnElement[str]], ColumnElement[bool]] | None
) -> Select[*tuple[Any, ...]]:
    table, words, by, wrote = OF_ENTITY[entity], TEXT[entity], STEPS.alias(), STEPS.alias()
    found = (
        select(
            table.c.id,
            agreed(table, "answer"),
            func.coalesce(table.c[words], EMPTY) if texts else EMPTY,
            func.coalesce(by.c.author, wrote.c.author, EMPTY),
            func.max(func.coalesce(by.c.at, EMPTY), func.coalesce(wrote.c.at, EMPTY)),
            or_(split(table, "answer"), split(table, words)),
        )
        .outerjoin_from(table, by, last_step(by, table.c[head_of("answer")]))
        .outerjoin(wrote, last_step(wrote, table.c[head_of(words)]))
    )
    return found if which is None else found.where(which(table.c.id))


def answered(connection: Connection, entity: str, start: str = "", texts: bool = True) -> Iterator[Answered]:
    """Judgements or prompts, first or second, whose id begins with that (a case id and more); texts if wanted."""
    # Where a range of ids ends SQLite tells by whole rows, texts and all: for all of them there is none to be.
    statement = _answered(entity, texts, under if start else None)
    return _as_answered(connection.execute(statement, {"under": start}))


def answered_among(connection: Connection, entity: str, ids: Sequence[str]) -> Iterator[Answered]:
    """Of these judgements or prompts, those that anybody touched."""
    return _as_answered(connection.execute(_answered(entity, True, among), {"ids": ids}))


def _as_answered(rows: Iterable[Row[*tuple[Any, ...]]]) -> Iterator[Answered]:
    """Thousands: taken apart in the order of `_answered`, for to ask each cell by its name takes longer than to read it."""
    for identity, answer, words, by, at, contested in rows:
        yield Answered(identity, _ANSWERS.get(answer), words, by, at, bool(contested))


_BREAK = "\x1f"  # between ids, of which none has it
_NOTHING = (None, None, None)  # of a case without judgements, or without prompts


@cache
def _stood(entity: str) -> Select[*tuple[Any, ...]]:
    table, words, by, wrote = OF_ENTITY[entity], TEXT[entity], STEPS.alias(), STEPS.alias()
    behind = func.substr(table.c.id, func.instr(table.c.id, "/") + 1)
    said = behind if entity == PROMPT.code else behind + "/" + table.c.answer
    at = func.max(func.coalesce(by.c.at, EMPTY), func.coalesce(wrote.c.at, EMPTY))
    apart = or_(split(table, "answer"), split(table, words))
    return (
        select(
            case_of(table.c.id),
            func.group_concat(case((agreed(table, "answer").is_not(None), said)), _BREAK),
            func.group_concat(case((apart, behind)), _BREAK),
            func.max(at),
        )
        .outerjoin_from(table, by, last_step(by, table.c[head_of("answer")]))
        .outerjoin(wrote, last_step(wrote, table.c[head_of(words)]))
        .group_by(case_of(table.c.id))
    )


def stood(connection: Connection) -> dict[str, Stood]:
    """Case id -> how its answers stand, of every case that has any.

    Gathered where they lie: of 115 cases some 5,000 answers would be handed over one by one.
    """
    judged, prompts = (
        {on: rest for on, *rest in connection.execute(_stood(entity))} for entity in (JUDGEMENT.code, PROMPT.code)
    )
    return {on: _together(judged.get(on, _NOTHING), prompts.get(on, _NOTHING)) for on in judged.keys() | prompts.keys()}


def _together(judged: Sequence[str | None], prompts: Sequence[str | None]) -> Stood:
    """What `_stood` gives of the judgements and of the prompts of a case."""
    answers = (one.partition("/") for one in _parts(judged[0]))
    apart = {one.partition("/")[0] for one in (*_parts(judged[1]), *_parts(prompts[1]))}
    known = {question: _ANSWERS[word] for question, _, word in answers if word in _ANSWERS}
    return Stood(known, set(_parts(prompts[0])), apart, max(judged[2] or "", prompts[2] or ""))


def _parts(joined: str | None) -> list[str]:
    return joined.split(_BREAK) if joined else []


@cache
def _answered_ids(entities: tuple[str, str]) -> CompoundSelect[str]:
    tables = (OF_ENTITY[entity] for entity in entities)
    return union_all(*(select(t.c.id).where(under(t.c.id), agreed(t, "answer").is_not(None)) for t in tables))


def answered_places(connection: Connection, case: str, kept: Kept) -> set[str]:
    """The places of the case's judgements and prompts that have an answer nobody contests, of those kept there."""
    found = connection.scalars(_answered_ids((kept.judgement, kept.prompt)), {"under": f"{case}/"})
    return {place_of(i) for i in found if marker_of(i) == kept.marker}


@cache
def _begun(everywhere: bool) -> CompoundSelect[str]:
    # No range where all are meant: at each of its rows SQLite would read the whole of it, long texts too.
    tables = ((OF_ENTITY[entity], words) for entity, words in TEXT.items())
    return union(
        *(
            select(case_of(table.c.id)).where(
                true() if everywhere else under(table.c.id), written(table, ("answer", words))
            )
            for table, words in tables
        )
    )


def begun(connection: Connection, start: str = "") -> frozenset[str]:
    """The cases on which anybody answered or wrote something, of those whose answers' ids begin with that. No text is read.

    Whose marking it is, the first or a blind second one, makes no difference: so everybody sees the same.
    """
    return frozenset(connection.scalars(_begun(not start), {"under": start}))


_JUDGEMENT = OF_ENTITY["judgement"]
_JUDGED = select(_JUDGEMENT.c.id, agreed(_JUDGEMENT, "answer"))


def judged(connection: Connection) -> dict[tuple[str, str], Answer | None]:
    """(case, question) -> answer, without the texts: what live ratings need."""
    return {_pair(i): _ANSWERS.get(answer) for i, answer in connection.execute(_JUDGED)}


def judgements(connection: Connection, texts: bool = True) -> Iterator[Judgement]:
    """Key questions as judged, on every case; with their reasons if wanted."""
    for identity, answer, words, by, *_ in connection.execute(_answered("judgement", texts, None)):
        yield Judgement(*_pair(identity), _ANSWERS.get(answer), words, by)


def prompts(connection: Connection) -> Iterator[PromptAnswer]:
    """Prompts as answered, on every case."""
    for saved in answered(connection, "prompt"):
        yield PromptAnswer(saved.case, saved.question, saved.prompt, saved.answer, saved.text, saved.by)


def _pair(entity_id: str) -> tuple[str, str]:
    case, _, question = entity_id.partition("/")
    return case, question


_PROMPT = OF_ENTITY[PROMPT.code]
_BEHIND = func.length(case_of(_PROMPT.c.id)) + func.length(question_of(_PROMPT.c.id)) + 3
_LETTER = func.substr(_PROMPT.c.id, _BEHIND, type_=String)
_COUNTED = (
    select(question_of(_PROMPT.c.id), _LETTER, agreed(_PROMPT, "answer"), func.count())
    .where(agreed(_PROMPT, "answer").is_not(None), among(case_of(_PROMPT.c.id)))
    .group_by(question_of(_PROMPT.c.id), _LETTER, agreed(_PROMPT, "answer"))
)


def counted(connection: Connection, cases: Iterable[str]) -> dict[tuple[str, str], Counter[Answer]]:
    """(key question, prompt) -> how many of these cases (ids) have each answer that nobody contests.

    Counted where they lie: of 115 cases some 5,000 answers would be handed over to give a hundred numbers.
    """
    found: dict[tuple[str, str], Counter[Answer]] = {}
    for question, letter, answer, number in connection.execute(_COUNTED, {"ids": list(cases)}):
        found.setdefault((question, letter), Counter())[Answer(answer)] = number
    return found


_GIVEN = (
    select(
        question_of(_PROMPT.c.id), _LETTER, agreed(_PROMPT, "answer"), func.group_concat(case_of(_PROMPT.c.id), _BREAK)
    )
    .where(agreed(_PROMPT, "answer").is_not(None))
    .group_by(question_of(_PROMPT.c.id), _LETTER, agreed(_PROMPT, "answer"))
)


def given(connection: Connection, cases: Container[str]) -> dict[tuple[str, str], dict[str, Answer]]:
    """(key question, prompt) -> case -> the answer that nobody contests, of these cases (ids).

    Gathered where they lie, as `stood`.
    """
    found: dict[tuple[str, str], dict[str, Answer]] = {}
    for question, letter, word, on in connection.execute(_GIVEN):
        answer = _ANSWERS.get(word)
        by_case = {case: answer for case in _parts(on) if answer and case in cases}
        if by_case:
            found.setdefault((question, letter), {}).update(by_case)
    return found


def marked_close(connection: Connection) -> list[tuple[str, str]]:
    """(case, key question) of the judgements whose reasons have the mark of a close call."""
    table = OF_ENTITY[JUDGEMENT.code]
    likely = select(table.c.id, table.c.rationale).where(table.c.rationale.ilike(f"%{MARKS[Mark.CLOSE]}:%"))
    found = (row.id.partition("/") for row in connection.execute(likely) if has(row.rationale, Mark.CLOSE))
    return [(case, question) for case, _, question in found]
