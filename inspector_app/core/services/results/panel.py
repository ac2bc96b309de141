"""What people decide about ratings: those given by judgement, and the ratings panel's discretion beside the computed ones.

Each of these is one step of the item's history, which `editor.undo` takes back. All raise Expected as Editor.set.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from inspector_app.core.domain.fields import Value
from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.ids import ChangeId, EntityId
from inspector_app.core.domain.inspection import Inspection, PanelDecision
from inspector_app.core.domain.panel.decided import Decided
from inspector_app.core.domain.rated import Rated, ScoreBounds
from inspector_app.core.domain.rating_rules import Scale
from inspector_app.core.domain.rows import HistoryRow
from inspector_app.core.domain.steps.changes import Edit
from inspector_app.core.domain.steps.in_order import whole_steps
from inspector_app.core.domain.text.names import tidied
from inspector_app.core.errors import Code, Expected
from inspector_app.core.rating.engine import rated_by
from inspector_app.core.rating.unknown import UnknownRating, unknown
from inspector_app.core.report import standings
from inspector_app.core.services.editor import Done
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.reading import read

DECISION = ("to", "reason", "question", "members")  # the fields of a decision of the panel that are typed or chosen
_NOBODY = Decided(standard="", computed="", to="", reason="", members="", by="", at="")
_SAID = ("to", "reason", "members", "computed", "interests")  # of a decision in the record
_ALL = (*DECISION, "interests")  # with what panel mode alone asks for


@dataclass(frozen=True, slots=True)
class Effect:
    """What a rating by the panel would do: to score and overall (None where there is none yet), and as a footnote.

    `bounds`: what is then still possible, where something is open; None where nothing can be said.
    """

    to: str
    score: int | None
    most: int | None
    overall: str | None
    footnote: str  # as the report prints it; "" where nothing is changed
    bounds: ScoreBounds | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """What a panel is about to record on a standard; `to` None keeps the rating as it is, `question` "" marks the whole."""

    to: str | None
    reason: str
    members: str
    question: str = ""
    interests: str = ""  # of the members, on this standard; "" for none


def given_in(framework: Framework) -> str:
    """The field of a rating given by judgement: stars, in a framework that has stars, or else a word."""
    return "stars" if framework.rating.scale is Scale.STARS else "rating"


def given(framework: Framework, word: str | None) -> Value:
    """A word of the framework as that field holds it; None where none is chosen."""
    return framework.rating.points(word) if word and given_in(framework) == "stars" else word


def word_of(framework: Framework, value: Value) -> str | None:
    """The word of the framework that the field holds; None for none."""
    if given_in(framework) == "rating":
        return str(value) if value else None
    return next((w.word for w in framework.rating.words if value and w.points == value), None)


def unknown_ratings(workspace: Workspace) -> tuple[UnknownRating, ...]:
    """The ratings, given or decided, that count as none because the framework has no such word."""
    with workspace.database.read() as connection:
        return unknown(workspace.framework, read.given_ratings(connection), read.panel_decisions(connection))


def decide(workspace: Workspace, standard: str, to: Value, computed: str | None, over: Value) -> Done:
    """Choose the rating of the panel, or none, in the place of what was shown; with the computed one that it goes from."""
    edits = [
        Edit("panel", EntityId(standard), "to", to, over=over),
        Edit("panel", EntityId(standard), "computed", computed if to else None),
    ]
    return replace(workspace.editor.do(standard, edits), value=to)


def record_decision(
    workspace: Workspace, standard: str, decision: Decision, computed: str | None, over: Mapping[str, Value]
) -> Done:
    """Record a decision whole, in one step, in the place of what was shown (`over`, by field).

    One that keeps the computed rating names no other, so that it can never change a rating that is computed later.
    Expected: VALUE_INVALID without a rating to decide on, without members, with another rating and no reason, or of what the
    framework does not have.
    """
    _refuse_incomplete(decision, computed)
    _refuse_unknown(workspace.framework, standard, decision)
    if decision.to == computed:
        decision = replace(decision, to=None)
    values = {
        "to": decision.to,
        "reason": decision.reason.strip() or None,
        "question": decision.question if decision.to else None,
        "members": decision.members.strip(),
        "interests": decision.interests.strip() or None,
    }
    edits = [Edit("panel", EntityId(standard), field, value, over=over.get(field)) for field, value in values.items()]
    return workspace.editor.do(standard, [*edits, Edit("panel", EntityId(standard), "computed", computed)])


def _refuse_incomplete(decision: Decision, computed: str | None) -> None:
    if computed is None:
        raise Expected(Code.VALUE_INVALID, field="The decision", value="", why="there is no rating to decide on yet")
    if decision.to and not tidied(decision.reason):
        raise Expected(
            Code.VALUE_INVALID, field="The reason", value="", why="a rating is changed for a reason: write it"
        )
    if not tidied(decision.members):
        raise Expected(Code.VALUE_INVALID, field="The members", value="", why="a decision says who took it: name them")


def _refuse_unknown(framework: Framework, standard: str, decision: Decision) -> None:
    found = framework.by_ref.get(standard)
    if found is None:
        raise Expected(
            Code.VALUE_INVALID, field="The standard", value=standard, why="the framework has no such standard"
        )
    if decision.to and decision.to not in {word.word for word in framework.rating.words}:
        raise Expected(
            Code.VALUE_INVALID, field="The rating", value=decision.to, why="the framework has no such rating"
        )
    if decision.question and decision.question not in {one.ref for one in found.key_questions}:
        raise Expected(
            Code.VALUE_INVALID,
            field="The key question",
            value=decision.question,
            why="the standard has no such question",
        )


def stands(recorded: Sequence[Decided]) -> Decided | None:
    """The decision that stands of those on a standard (`record`); None for none, or a draft."""
    last = next(reversed(recorded), None)
    return None if last is None or last.ended_at else last


def last_members(recorded: Iterable[Decided]) -> str:
    """Who sat at the panel when it last took one of these decisions; "" before it did."""
    return max(recorded, key=lambda one: one.at, default=_NOBODY).members


def effects(framework: Framework, inspection: Inspection, standard: str) -> tuple[Effect, ...]:
    """What each word of the framework, decided by the panel on a standard that has a rating, would do."""
    others = tuple(decision for decision in inspection.panel if decision.standard != standard)
    rated = rated_by(framework, inspection)
    if not rated(others).standard(standard).computed:
        return ()
    words = [word.word for word in framework.rating.words]
    decisions = (PanelDecision(standard, word, reason=word) for word in words)  # without any reason it would be a draft
    return tuple(_effect(framework, rated((*others, one)), one) for one in decisions)


def _effect(framework: Framework, rated: Rated, decision: PanelDecision) -> Effect:
    used = rated.standard(decision.standard).discretion
    footnote = standings.discretion(used, framework) if used else ""
    return Effect(decision.to, rated.score, rated.score_max, rated.overall, footnote=footnote, bounds=rated.bounds)


def records(workspace: Workspace) -> tuple[Decided, ...]:
    """Every decision that took effect, by standard."""
    return tuple(one for standard in workspace.framework.standards for one in record(workspace, standard.ref))


def record(workspace: Workspace, standard: str) -> tuple[Decided, ...]:
    """Every decision on a standard that took effect, in their order, those that were withdrawn or replaced too.

    Who marks a case blind is not told the rating it went from, nor of one that kept it.
    """
    found: list[Decided] = []
    began: list[list[HistoryRow]] = []  # the step of each
    held: dict[str, Value] = {}
    for step in whole_steps(workspace.history("panel", standard)):
        by, at = step[0].by, step[0].at
        held.update({row.field: row.value for row in step})
        now, last = _decided(standard, held, by, at), found[-1] if found else None
        if last is not None and not last.ended_at:
            if now is not None and _goes_on(now, last):
                found[-1] = replace(now, by=last.by, at=last.at)
                continue
            found[-1] = replace(last, ended_by=by, ended_at=at)
        if now is not None:
            found.append(now)
            began.append(step)
    if not found or not any(
        workspace.editor.held("panel", standard, field).contested for field in ("to", "computed", "reason")
    ):
        return tuple(found)
    return tuple(_contested(workspace, one, step) for one, step in zip(found, began, strict=True))


def _goes_on(now: Decided, last: Decided) -> bool:
    """Whether it is the same decision: who took it goes on with it, or nobody changed it. Another's words are not theirs."""
    return now.to == last.to and (now.by == last.by or replace(now, by=last.by, at=last.at) == last)


def _contested(workspace: Workspace, one: Decided, step: Sequence[HistoryRow]) -> Decided:
    """A decision that stands beside another is not ended by it, whichever came in last."""
    if any(row.value and workspace.editor.stands(ChangeId(row.change)) for row in step):
        return replace(one, ended_by="", ended_at="", contested=True)
    return one


def _decided(standard: str, held: Mapping[str, Value], by: str, at: str) -> Decided | None:
    """The decision that these values are; None for none, or a draft. With no other rating it was kept as it is."""
    said: dict[str, Any] = {field: str(held.get(field) or "") for field in _SAID}
    if not said["to"] and said["computed"]:
        return Decided(standard, **(said | {"to": said["computed"]}), by=by, at=at)
    if not said["to"] or PanelDecision(standard, said["to"], said["reason"]).is_draft:
        return None
    return Decided(standard, **said, by=by, at=at)


def withdraw(workspace: Workspace, standard: str, over: Mapping[str, Value]) -> Done:
    """Withdraw the panel's decision with all that was written on it, in the place of what was shown (Edit.over, by field)."""
    edits = [Edit("panel", EntityId(standard), field, None, over=over.get(field)) for field in _ALL]
    edits.append(Edit("panel", EntityId(standard), "computed", None))
    return workspace.editor.do(standard, edits)
