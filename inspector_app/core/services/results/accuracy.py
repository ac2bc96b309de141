"""Factual accuracy: the service's points come in, are decided with a reason, and signed off by somebody who judged nothing.

Each act is a step of the point, which `editor.undo("point", id)` takes back. All raise Expected as Editor.do.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from hashlib import sha256

from inspector_app.core.domain import live_figures
from inspector_app.core.domain.draft.disagreement import Disagreement, beginning
from inspector_app.core.domain.fields import POINT, Value
from inspector_app.core.domain.ids import EntityId, new_id
from inspector_app.core.domain.panel import accuracy
from inspector_app.core.domain.panel.accuracy import DECISIONS, KINDS, Decision, PointKind, PointRow
from inspector_app.core.domain.rated import Rated
from inspector_app.core.domain.returned.difference import Difference, Said
from inspector_app.core.domain.steps.changes import Edit
from inspector_app.core.domain.text import typed_lines
from inspector_app.core.domain.text.identifying import Found
from inspector_app.core.domain.text.names import tidied
from inspector_app.core.errors import Code, Expected
from inspector_app.core.rating.engine import rate
from inspector_app.core.report import reply as reply_content
from inspector_app.core.report.reply import Answer
from inspector_app.core.services.people import standing
from inspector_app.core.services.results import identifying, point_places, ratings, reports, sealing
from inspector_app.core.services.ticket import Ticket
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.reading import read_points, read_review
from inspector_app.core.words import say

ENDINGS = (".pdf", ".docx")


def rows(workspace: Workspace) -> list[PointRow]:
    """The points, by the day they came in; without the ratings of then to who marks a case blind."""
    with workspace.database.read() as connection:
        found, unseen = read_points.rows(connection), read_review.uncounted(connection, workspace.me)
    return [replace(row, rated="") for row in found] if unseen else found


def add(workspace: Workspace, said: str, kind: str = "", about: str = "", quoted: str = "", source: str = "") -> str:
    """A new point, typed; gives its id. Expected: VALUE_INVALID where nothing is said."""
    if not tidied(said):
        raise Expected(Code.VALUE_INVALID, field="What the service says", value=said, why="it is empty")
    return _add(workspace, EntityId(new_id()), said=said.strip(), kind=kind, about=about, quoted=quoted, source=source)


def take_comment(workspace: Workspace, said: Said) -> str:
    """A comment of a returned draft as a point; its id, which is the same wherever and however often it is taken."""
    point = id_of(workspace, said)
    if any(row.id == point for row in rows(workspace)):
        return point
    about = f"{said.entity}/{said.id}" if said.id else said.place
    return _add(workspace, point, said=said.text, about=about, quoted=said.quoted, source=said.by)


def take_change(workspace: Workspace, change: Difference) -> str:
    """A change of a returned draft as a point, as `take_comment` takes a comment; what it changes in words."""
    point = id_of(workspace, change)
    if any(row.id == point for row in rows(workspace)):
        return point
    old, new = (" ".join(words.split()) for words in (change.removed, change.added))
    if old and new:
        said = say("“{new}” instead of: “{old}”", new=new, old=old)
    else:
        said = say("To be added: “{new}”", new=new) if new else say("To be deleted: “{old}”", old=old)
    about = f"{change.entity}/{change.id}" if change.id else change.place
    return _add(workspace, point, said=said, about=about, quoted=old, source=change.by)


def id_of(workspace: Workspace, said: Said | Difference) -> EntityId:
    """The id of the point that a comment or a change of a returned draft is, or would be."""
    return EntityId(sha256(f"{workspace.id}\0{said.key}".encode()).hexdigest()[:32])


def decide(workspace: Workspace, point: str, kind: str, decision: str, reason: str) -> None:
    """Say what a point is, whether it is accepted, and why; over what this person was shown.

    Expected: VALUE_INVALID without a reason.
    """
    if not tidied(reason):
        raise Expected(Code.VALUE_INVALID, field="The reason", value=reason, why="it is empty")
    was = _one(workspace, point)
    values = {
        "kind": (PointKind(kind).value, was.kind),
        "decision": (Decision(decision).value, was.decision),
        "reason": (reason.strip(), was.reason),
    }
    edits = [Edit(POINT.code, EntityId(point), field, new, over=str(old or "")) for field, (new, old) in values.items()]
    workspace.editor.do(point, edits)


def sign(workspace: Workspace, point: str) -> None:
    """Sign off what was decided. Expected: POINT_OPEN while it is not decided, POINT_OWN to whoever judged of it."""
    row = _one(workspace, point)
    if not row.decided:
        raise Expected(Code.POINT_OPEN, number=1)
    if workspace.me in row.judged:
        raise Expected(Code.POINT_OWN)
    workspace.editor.do(point, [Edit(POINT.code, EntityId(point), "signed", row.digest, again=True)])


def delete(workspace: Workspace, point: str) -> None:
    """Delete a point; undo brings it back. What a colleague wrote on it apart stays.

    Expected: RECORD_NOT_YOURS (who wrote it down, the lead and quality leads do).
    """
    standing.require_recorder(workspace, POINT.code, point)
    item = EntityId(point)
    workspace.editor.do(item, [Edit(POINT.code, item, "deleted", True), Edit(POINT.code, item, "said", None)])


def effects(workspace: Workspace, points: Sequence[PointRow]) -> list[list[tuple[str, str, str]]]:
    """Of each point (what, rating when it came in, rating now) where these differ; the effect on the text is in its row."""
    now = ratings.lines(workspace) if points else ""
    return [accuracy.changed_ratings(row.rated, now) for row in points]


def as_read(workspace: Workspace, row: PointRow) -> tuple[PointRow, list[tuple[str, str, str]]]:
    """The point with its text as the service reads it in its copy (live figures in words, of then too as they are now), and
    its effect on the ratings: both stand on these, which are found once.
    """
    rated = rate(workspace.framework, workspace.rated_from())
    known = _figures(workspace, rated)
    before, now = (live_figures.in_words(typed_lines.in_print(text), known) for text in (row.before, row.now))
    read = replace(row, before=before, now=now)
    return read, accuracy.changed_ratings(row.rated, ratings.lines_of(rated))


def _figures(workspace: Workspace, rated: Rated) -> dict[str, str]:
    return live_figures.figures(rated.standards) | sealing.figures(workspace)


def left_as_they_were(workspace: Workspace) -> tuple[Disagreement, ...]:
    """The texts on which a point was accepted, in whole or in part, and which read as if it had not been.

    A draft is made all the same: what was accepted may be answered in another text.
    """
    points = [(number, row) for number, row in enumerate(rows(workspace), start=1) if accuracy.asks_for_change(row)]
    if not points:
        return ()  # before anything is rated
    known = _figures(workspace, rate(workspace.framework, workspace.rated_from()))
    sections = {row.id: workspace.framework.called(row.group) for row in workspace.findings()}
    return tuple(
        Disagreement(
            id=row.entity[1],
            section=sections.get(row.entity[1]) or say("Recommendations"),
            said=said,
            right=why,
            entity=row.entity[0],
        )
        for number, row in points
        if (
            why := _left(
                number, row, typed_lines.as_read(row.before, known), read := typed_lines.as_read(row.now, known)
            )
        )
        for said in (row.quoted or beginning(read),)
    )


def _left(number: int, row: PointRow, was: str, read: str) -> str:
    """Why the text of a point is to be looked at; "" for nothing. `was`, `read`: as the service reads it, then and now."""
    partly = row.decision is Decision.PARTLY
    if accuracy.reads_as_it_did(row, read):
        if partly:
            return say(
                "point {number} is accepted in part, and the text reads as it did when it came in", number=number
            )
        return say("point {number} is accepted, and the text reads as it did when it came in", number=number)
    if accuracy.still_says(row, was, read) and not partly:
        return say("point {number} is accepted, and the words that it is about are still there", number=number)
    return ""


def refuse_open(workspace: Workspace) -> None:
    """Expected: POINT_OPEN while there is no point, or one is not decided and signed off."""
    points = rows(workspace)
    still = sum(not row.signed_off for row in points)
    if still or not points:
        raise Expected(Code.POINT_OPEN, number=still)


def identifying_in(workspace: Workspace) -> tuple[Found, ...]:
    """What may identify somebody in the reply, and nobody has let go."""
    answers = _answers(rows(workspace), {}, {})
    return identifying.in_reply(workspace, [(a.kind, t) for a in answers for t in (a.quoted, a.said, a.why)])


def reply(
    workspace: Workspace, as_at: datetime, ending: str, ticket: Ticket | None = None, *, allow: bool = False
) -> bytes:
    """The reply to the service, PDF or DOCX: what was told and where in the draft that is, what was done and why.

    Nothing stands in it of who decided or signed, nor of the evidence. Expected: POINT_OPEN while a point is not decided and
    signed off, MAY_IDENTIFY where words may identify somebody and that is not allowed.
    """
    workspace.news()  # what another program wrote a moment ago counts
    refuse_open(workspace)
    points, ticket = rows(workspace), ticket or Ticket()
    if not allow:
        identifying.refuse(identifying_in(workspace))
    known = _figures(workspace, rate(workspace.framework, workspace.rated_from()))
    pages = point_places.pages(workspace, points, as_at, known, ticket)
    where = {row.id: point_places.section(workspace, row) for row in points}
    answers = _answers(points, where, pages)
    made = reply_content.compose(workspace.framework, workspace.rated_from(), answers, as_at)
    return reports.write(made, ending, ticket)


def _answers(points: Sequence[PointRow], where: Mapping[str, str], pages: Mapping[str, int]) -> list[Answer]:
    return [
        Answer(
            number=number,
            kind=str(KINDS[row.kind]),
            said=row.said,
            quoted=row.quoted,
            done=str(DECISIONS[row.decision]),
            why=row.reason,
            section=where.get(row.id, ""),
            page=pages.get(row.id, 0),
        )
        for number, row in enumerate(points, start=1)
        if row.kind is not None and row.decision is not None
    ]


def _add(workspace: Workspace, point: EntityId, **values: Value) -> str:
    given = values | {
        "day": datetime.now().astimezone().date().isoformat(),
        "rated": ratings.lines(workspace),
        "before": _text_of(workspace, str(values.get("about") or "")),
    }
    edits = [Edit(POINT.code, point, field, value) for field, value in given.items() if value]
    workspace.editor.do(point, edits)
    return point


def _text_of(workspace: Workspace, about: str) -> str:
    """The text that a point is on, as it reads now; "" where it is on none."""
    entity, _, text = about.partition("/")
    texts = {"finding": workspace.findings, "recommendation": workspace.recommendations}
    return next((row.text for row in texts[entity]() if row.id == text), "") if entity in texts else ""


def _one(workspace: Workspace, point: str) -> PointRow:
    found = next((row for row in rows(workspace) if row.id == point), None)
    if found is None:
        raise Expected(Code.POINT_UNKNOWN, point=point)
    return found
