"""What can be edited: each kind of entity and its fields. Field codes are never renamed.

The tables, the journal and replay are all made from this list, so a new field is one line here and a migration.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

Value = str | int | bool | None

_LARGEST = 2**53 - 1  # what every reader of JSON keeps exactly


class Kind(StrEnum):
    """What a field holds."""

    TEXT = "text"
    NUMBER = "number"
    FLAG = "flag"
    CHOICE = "choice"
    DATE = "date"  # ISO 8601, as text


@dataclass(frozen=True, slots=True)
class Field:
    """A field of an entity. `choices` for CHOICE; None means cleared, and is refused where a value is `needed`."""

    code: str
    kind: Kind = Kind.TEXT
    choices: tuple[str, ...] = ()
    needed: bool = False

    def accepts(self, value: Value) -> bool:
        """Whether the value may stand in this field."""
        if value is None:
            return not self.needed
        if self.kind is Kind.CHOICE:
            return value in self.choices
        if self.kind is Kind.DATE:
            return type(value) is str and _is_date(value)
        if self.kind is Kind.NUMBER:
            return type(value) is int and abs(value) <= _LARGEST
        return type(value) is {Kind.TEXT: str, Kind.FLAG: bool}[self.kind]


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text  # Python reads other ISO forms too; one is enough
    except ValueError:
        return False


@dataclass(frozen=True, slots=True)
class Entity:
    """A kind of thing that is edited. With `key`, its id is the parts of the key joined by "/".

    Two people answering one question on one case then write to one entity, and differ visibly in one field.
    """

    code: str
    fields: tuple[Field, ...]
    key: tuple[str, ...] = ()

    def field(self, code: str) -> Field:
        """The field of that code; KeyError when there is none."""
        return {f.code: f for f in self.fields}[code]


_ANSWER = Field("answer", Kind.CHOICE, ("yes", "no", "na"))
_POSITION = Field("position", Kind.NUMBER)
_DELETED = Field("deleted", Kind.FLAG)

INSPECTION = Entity(
    "inspection",
    (
        Field("service", needed=True),
        Field("start", Kind.DATE, needed=True),
        Field("end", Kind.DATE, needed=True),
        Field("marking"),
        Field("notice"),
        Field("nation", Kind.CHOICE, ("england", "wales")),
        Field("return_start", Kind.DATE),  # a linked visit to domain one, after work with children and victims
        Field("return_end", Kind.DATE),
    ),
)
# `card`, `said`: an introduction, which counts for nothing until it is accepted; `withdrawn`: only from the lead's own line
# (docs/handoff-format.md). `signing` and `sealing` are of a former format and read no more.
PERSON = Entity(
    "person",
    (
        Field("name"),
        Field("role"),
        _DELETED,
        Field("signing"),
        Field("sealing"),
        Field("card"),
        Field("said"),
        Field("withdrawn"),
    ),
)
CASE = Entity(
    "case",
    (
        Field("ref"),
        Field("sample"),
        Field("type"),
        Field("inspector"),
        _POSITION,
        _DELETED,
        Field("takeover"),
        Field("began", Kind.DATE),  # of the order, disposal or release that puts it in the sample
        Field("ended", Kind.DATE),
        Field("age", Kind.NUMBER),
        Field("gender"),
        Field("ethnicity"),
        Field("disability"),
        Field("care"),  # care experience
    ),
)
# Somebody interviewed about a case: who they are to the child (never a name), when, and what they said.
INTERVIEW = Entity(
    "interview", (Field("role"), Field("day", Kind.DATE), Field("note"), _DELETED), key=("case", "interview")
)
JUDGEMENT = Entity("judgement", (_ANSWER, Field("rationale")), key=("case", "question"))
PROMPT = Entity("prompt", (_ANSWER, Field("note")), key=("case", "question", "prompt"))
RATING = Entity(
    "rating",
    (Field("rating"), Field("rationale"), Field("stars", Kind.NUMBER), Field("case_score", Kind.NUMBER)),
    key=("subject",),
)
PANEL = Entity("panel", (Field("to"), Field("reason"), Field("question")), key=("standard",))
FINDING = Entity(
    "finding",
    (
        Field("standard"),
        Field("kind", Kind.CHOICE, ("narrative", "strength", "improvement")),
        Field("text"),
        _POSITION,
        _DELETED,
    ),
)
RECOMMENDATION = Entity("recommendation", (Field("to"), Field("text"), _POSITION, _DELETED))
TOTALS = Entity("totals", (Field("yes", Kind.NUMBER), Field("of", Kind.NUMBER)), key=("question",))
# Review and second marking. `accepted` is the digest of the case's content when it was accepted (domain/review.py).
REVIEW = Entity(
    "review", (Field("stage", Kind.CHOICE, ("submitted", "returned", "accepted")), Field("accepted")), key=("case",)
)
COMMENT = Entity(
    "comment", (Field("about"), Field("text"), Field("answered", Kind.FLAG), _DELETED), key=("case", "comment")
)
# `first_marks`: the ids of the changes that made up the first's answers when the first was done (services/marking.py).
SECOND = Entity(
    "second",
    (Field("marker"), Field("first_done", Kind.FLAG), Field("second_done", Kind.FLAG), Field("first_marks")),
    key=("case",),
)
SECOND_JUDGEMENT = Entity("second_judgement", JUDGEMENT.fields, JUDGEMENT.key)
SECOND_PROMPT = Entity("second_prompt", PROMPT.fields, PROMPT.key)
# What happens when in the fieldwork week. `person` leads it, `case` is what it is about ("" for none).
EVENT = Entity(
    "event",
    (
        Field("day", Kind.DATE),
        Field("time"),  # 09:30
        Field(
            "kind", Kind.CHOICE, ("presentation", "case", "focus-group", "discussion", "meeting", "feedback", "other")
        ),
        Field("title"),
        Field("person"),
        Field("case"),
        _DELETED,
    ),
)
# Evidence on organisation and victims' work. `event`: what it was gathered at. `asked`, `answered`: people, of a survey.
SOURCE = Entity(
    "source",
    (
        Field("kind", Kind.CHOICE, ("meeting", "interview", "focus-group", "document", "survey", "observation")),
        Field("title"),
        Field("day", Kind.DATE),
        Field("who"),
        Field("note"),
        Field("event"),
        Field("asked", Kind.NUMBER),
        Field("answered", Kind.NUMBER),
        _DELETED,
    ),
)
# One figure of a survey: `count` of `of` people answered `question` with `said`.
SCORE = Entity(
    "score",
    (
        Field("question"),
        Field("said"),
        Field("count", Kind.NUMBER),
        Field("of", Kind.NUMBER),
        _POSITION,
        _DELETED,
    ),
    key=("source", "score"),
)
# What a source says on a standard (1.1), a key question (1.1.2) or a prompt (1.1.2a).
BEARING = Entity("bearing", (Field("bears", Kind.FLAG), Field("note")), key=("source", "subject"))
# A child may be at risk now. Never deleted; in no rating and in no report.
CONCERN = Entity(
    "concern",
    (
        Field("case"),
        Field("day", Kind.DATE),
        Field("time"),
        Field("what"),
        Field("told"),
        Field("told_day", Kind.DATE),
        Field("told_time"),
        Field("outcome"),
        Field("closed", Kind.FLAG),
    ),
)

ENTITIES: dict[str, Entity] = {
    e.code: e
    for e in (
        INSPECTION,
        PERSON,
        CASE,
        JUDGEMENT,
        PROMPT,
        RATING,
        PANEL,
        FINDING,
        RECOMMENDATION,
        TOTALS,
        REVIEW,
        COMMENT,
        SECOND,
        SECOND_JUDGEMENT,
        SECOND_PROMPT,
        INTERVIEW,
        EVENT,
        SOURCE,
        SCORE,
        BEARING,
        CONCERN,
    )
}
