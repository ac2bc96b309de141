"""What each copy of the draft findings is made from: read for its scope, so that nothing private is there to be printed."""

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256

from inspector_app.core.domain.draft.copies import Copy, Differs, MarkedTwice, Remark, Scope
from inspector_app.core.domain.fields import ENTITIES
from inspector_app.core.domain.inspection import Finding, Inspection, PanelDecision, Recommendation
from inspector_app.core.domain.panel.decided import Decided
from inspector_app.core.domain.returned import marks
from inspector_app.core.interchange import document
from inspector_app.core.services.cases import conflicts, marking, reviews
from inspector_app.core.services.cases.comparing import Marked
from inspector_app.core.services.results import panel, panel_copy, sealing
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.reading import read, read_review
from inspector_app.core.words import listed, say

_BY_REFERENCE = frozenset({"rating", "panel", "totals"})  # the id of which says what they are of


def of_workspace(workspace: Workspace, scope: Scope) -> tuple[Inspection, Copy]:
    """The inspection as a copy of that scope may tell it, and what the copy tells beside it."""
    if scope is Scope.SERVICE:
        with workspace.database.read() as connection:
            blind = read_review.blind_cases(connection, workspace.me)
            inspection = read.for_service(connection, workspace.framework.id, blind)
        copy = Copy(scope, sealed=sealing.figures(workspace), of=marks.key(workspace.id))
        return _marked(workspace, inspection), copy
    inspection = workspace.inspection()
    with workspace.database.read() as connection:
        blind = read_review.blind_to_anybody(connection)
    copy = Copy(
        scope,
        of=marks.key(workspace.id),
        fingerprint=_fingerprint(inspection),
        contested=tuple(_contested(workspace)),
        marked_twice=_marked_twice(workspace),
        decisions=panel.records(workspace),
        members=panel_copy.members(workspace),
        told=panel_copy.told_then(workspace),
        remarks=_remarks(workspace, inspection) if scope is Scope.LEAD else (),
        sealed=sealing.figures(workspace),
        blind=blind,
    )
    return _marked(workspace, inspection), copy


def _contested(workspace: Workspace) -> Iterator[str]:
    """Where people differ: the item of a case, or the thing (with its id where that says of what it is); and the field."""
    for one in conflicts.conflicts(workspace):
        entity = ENTITIES[one.entity]
        where = " ".join(part for part in (one.case_ref, one.question, one.prompt) if part)
        if not where:
            where = f"{entity.title} {one.id}" if one.entity in _BY_REFERENCE else entity.title
        yield say("{where}: {field}", where=where, field=entity.field(one.field).title)


def _marked(workspace: Workspace, inspection: Inspection) -> Inspection:
    """With what its texts are known by when the draft comes back, in the place of their ids."""

    def mark(said: Finding | Recommendation) -> str:
        return marks.of_text(workspace.id, said.mark, said.text)

    return replace(
        inspection,
        findings=tuple(replace(f, mark=mark(f)) for f in inspection.findings),
        recommendations=tuple(replace(r, mark=mark(r)) for r in inspection.recommendations),
    )


def of_document(inspection: Inspection, scope: Scope) -> Copy:
    """What a copy tells beside an inspection that came as a document, which has neither comments nor second markings."""
    if scope is Scope.SERVICE:
        return Copy(scope)
    return Copy(scope, _fingerprint(inspection), decisions=tuple(map(_stands, inspection.panel)))


def _stands(said: PanelDecision) -> Decided:
    """A decision as a document tells it: nobody says who recorded it, or when."""
    told = {field: getattr(said, field) for field in ("standard", "computed", "to", "reason", "members", "interests")}
    return Decided(**told, by="", at="")


def _fingerprint(inspection: Inspection) -> str:
    """Of the inspection's document: two copies with one fingerprint are made from the same data."""
    return sha256(document.write(inspection).encode()).hexdigest()


def _remarks(workspace: Workspace, inspection: Inspection) -> tuple[Remark, ...]:
    return tuple(
        Remark(case=case.ref, on=f"{c.question} {c.prompt or ''}".strip(), text=c.text, by=c.by, answered=c.answered)
        for case in inspection.cases
        for c in reviews.comments(workspace, case.id)
    )


def _marked_twice(workspace: Workspace) -> MarkedTwice | None:
    found = marking.overall(workspace)
    if not found.cases:
        return None
    differs = tuple(
        Differs(
            d.case_ref, f"{d.question} {d.prompt or ''}".strip(), _answer(d.first), listed([*map(_answer, d.marks[1:])])
        )
        for d in (*found.disagreements, *found.unanswered)
    )
    return MarkedTwice(
        cases=found.cases,
        agreed=found.figures.agreed,
        pairs=found.figures.pairs,
        items=found.items,
        differs=differs,
    )


def _answer(marked: Marked) -> str:
    words = {"yes": say("Yes"), "no": say("No"), "na": say("n/a")}
    return words[marked.answer.value] if marked.answer is not None else say("not answered")
