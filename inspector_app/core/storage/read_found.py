"""What finding needs to know of the things it finds: where each belongs, and how each prompt and judgement stands."""

from dataclasses import dataclass

from sqlalchemy import Connection

from inspector_app.core.domain.fields import INTERVIEW
from inspector_app.core.domain.ids import PersonId
from inspector_app.core.domain.inspection import Case
from inspector_app.core.domain.review import CommentRow
from inspector_app.core.domain.search import UNANSWERED
from inspector_app.core.storage import read, read_review, stands
from inspector_app.core.storage.read_review import FIRSTS, SECONDS, Asked
from inspector_app.core.storage.search import TEXTS

# The field that says what a thing without a key belongs to.
_OF = {"finding": "standard", "concern": "case", "event": "case"}


@dataclass(frozen=True, slots=True)
class Ground:
    """What is looked over, for one person: the cases in their order, and what the other things belong to."""

    person: PersonId
    cases: dict[str, Case]
    stages: dict[str, str]  # case id -> stage of its review, for those that have one
    second: dict[str, Asked]
    comments: dict[str, CommentRow]  # those the person may see
    sources: dict[str, str]  # id -> title
    unheard: frozenset[str]  # interviews that blind marking hides from the person
    belongs: dict[tuple[str, str], str]  # (finding, concern or event; id) -> its standard or case

    def kinds(self, case: str) -> tuple[str, str]:
        """The entities that this person's judgements and prompts of a case are kept in."""
        asked = self.second.get(case)
        return SECONDS if asked and self.person in asked.markers and not asked.complete else FIRSTS

    def shows(self, entity: str, entity_id: str) -> bool:
        """Whether a thing is there for this person: not deleted with its case or source, not hidden by blind marking."""
        if entity in ("source", "score", "bearing"):
            return entity_id.split("/")[0] in self.sources
        if entity == "comment" and entity_id not in self.comments:
            return False
        if entity in FIRSTS:
            case = entity_id.split("/")[0]
            return case in self.cases and self.kinds(case) is FIRSTS
        if entity in SECONDS:
            case = entity_id.split("/")[0]
            asked = self.second.get(case)
            return case in self.cases and asked is not None and (asked.complete or self.person in asked.markers)
        if entity_id in self.unheard:
            return False
        return entity not in ("case", "comment", "interview") or entity_id.split("/")[0] in self.cases


def ground(connection: Connection, person: PersonId) -> Ground:
    """What there is to find for this person."""
    belongs = {
        (entity, i): of or ""
        for entity, field in _OF.items()
        for i, of in connection.exec_driver_sql(f'SELECT id, "{field}" FROM "{entity}"')  # noqa: S608
    }
    sources = connection.exec_driver_sql(f"SELECT id, title FROM source s WHERE {stands.SOURCE}")  # noqa: S608
    second = read_review.second_markings(connection)
    unheard = frozenset(
        i
        for asked in second.values()
        if not asked.complete
        for (i,) in connection.exec_driver_sql(
            "SELECT id FROM interview WHERE id > ? || '/' AND id < ? || '0'", (asked.case,) * 2
        )
        if read_review.hidden(connection, person, INTERVIEW.code, i)
    )
    return Ground(
        person, {case.id: case for case in read.cases(connection)},
        {case: found.stage for case, found in read_review.reviews(connection).items()},
        second, {c.id: c for c in read_review.comments(connection, person)},
        {i: title or "" for i, title in sources}, unheard, belongs,
    )  # fmt: skip


def standing(connection: Connection, answer: str, note: bool | None) -> set[str]:
    """`key` of every judgement and prompt, first and second, that has this answer (UNANSWERED: none) and a text or none.

    "" and None let everything through; a contested answer is none. No text is read, nor anything that is stored behind one:
    that would read the whole file.
    """
    stands = {"": "1", UNANSWERED: "answer IS NULL OR instr(answer_head, ' ') > 0"}.get(
        answer, "answer = ? AND instr(answer_head, ' ') = 0"
    )
    given = (answer,) if "?" in stands else ()
    found: set[str] = set()
    for entity in (*FIRSTS, *SECONDS):
        noted = "" if note is None else f"AND coalesce(octet_length({TEXTS[entity][0]}), 0) {'>' if note else '='} 0"
        select = f"SELECT '{entity} ' || id FROM {entity} WHERE ({stands}) {noted}"  # noqa: S608
        found.update(row[0] for row in connection.exec_driver_sql(select, given))
    return found


def key(entity: str, entity_id: str) -> str:
    """An item as `standing` names it: one string, for the sets are large and must not keep the collector busy."""
    return f"{entity} {entity_id}"
