"""What may identify somebody in what is about to leave: found, shown, and let go with a reason that is logged.

It finds forms and the names that the inspection knows. What it does not find may identify somebody all the same.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from inspector_app.core.domain import live_figures
from inspector_app.core.domain.draft.copies import Copy, Scope
from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.ids import EntityId
from inspector_app.core.domain.inspection import Case, Inspection
from inspector_app.core.domain.steps.changes import Edit
from inspector_app.core.domain.text import pseudonyms
from inspector_app.core.domain.text.identifying import Found, Known, Place, called, look
from inspector_app.core.domain.text.names import tidied
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.documents import paper
from inspector_app.core.services.results import told_before
from inspector_app.core.services.results.reports import texts_of
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.reading import read
from inspector_app.core.words import listed, say


def in_report(workspace: Workspace, copy: Copy, inspection: Inspection) -> tuple[Found, ...]:
    """What may identify somebody in a copy of the draft findings (`inspection` as read for it), and nobody has let go."""
    whole, called_in = workspace.inspection(), workspace.framework.called
    places = [
        *(Place("finding", row.id, called_in(row.group), row.text) for row in workspace.findings()),
        *(
            Place("recommendation", row.id, say("Recommendations"), _both(row.group, row.text))
            for row in workspace.recommendations()
        ),
        *_of_copy(copy, inspection),
        _of_face(inspection),
    ]
    found = _looked(places, copy, _known(workspace.framework, whole, copy.scope))
    if copy.scope is Scope.SERVICE:
        return _open(workspace, (*found, *told_before.small_steps(workspace, inspection)))
    return _open(workspace, (*found, *_by_reference(inspection.cases)))


def in_document(framework: Framework, inspection: Inspection, copy: Copy) -> tuple[Found, ...]:
    """The same for an inspection that has no workspace, in which nothing can be let go."""
    places = [
        *(Place("finding", row.id, framework.called(row.group), row.text) for row in texts_of(inspection)),
        *(
            Place("recommendation", "", say("Recommendations"), _both(made.to, made.text))
            for made in inspection.recommendations
        ),
        *_of_copy(copy, inspection),
        _of_face(inspection),
    ]
    found = _looked(places, copy, _known(framework, inspection, copy.scope))
    return found if copy.scope is Scope.SERVICE else (*found, *_by_reference(inspection.cases))


def in_packs(workspace: Workspace, cases: Sequence[str], filled: bool) -> tuple[Found, ...]:
    """What may identify somebody on the packs of these cases (ids), and nobody has let go; on blank ones a reference can."""
    with workspace.database.read() as connection:
        named = _by_reference([case for case in read.cases(connection) if case.id in cases])
    if not filled:
        return _open(workspace, named)
    places = [place for case in cases for place in _of_case(workspace, case)]
    found = look(places, _known(workspace.framework, workspace.inspection(), Scope.PANEL))
    return _open(workspace, [*named, *found])


def in_reply(workspace: Workspace, texts: Sequence[tuple[str, str]]) -> tuple[Found, ...]:
    """What may identify somebody in a document of texts that goes to the service, each with what it is called, or on its
    cover, and nobody has let go."""
    inspection = workspace.inspection()
    places = [*(Place("point", "", name, text) for name, text in texts), _of_face(inspection)]
    return _open(workspace, look(places, _known(workspace.framework, inspection, Scope.SERVICE)))


def allow(workspace: Workspace, found: Sequence[Found], reason: str) -> None:
    """Let these words leave. Who did, when and why stands in the log of the inspection, on every laptop.

    Expected: MAY_IDENTIFY without a reason; as `Editor.do`: then nothing was let go.
    """
    if not tidied(reason):
        refuse(found)
    if not found:
        return
    edits = [edit for one in found for edit in _allowed(one, reason.strip())]
    workspace.editor.do(edits[0].id, edits)


def take_back(workspace: Workspace, found: Sequence[Found]) -> None:
    """Let none of these leave any more, which were let go together. Expected: as `Editor.undo`."""
    workspace.editor.undo("allowed", found[0].key)


def _allowed(one: Found, reason: str) -> list[Edit]:
    said = {"what": f"{one.kind}: {one.said}", "reason": reason}
    return [Edit("allowed", EntityId(one.key), field, value) for field, value in said.items()]


def refuse(found: Sequence[Found]) -> None:
    """Expected: MAY_IDENTIFY, where something is found."""
    if found:
        said = listed([f"{one.section}: “{one.said}”" for one in found[:20]])
        raise Expected(Code.MAY_IDENTIFY, number=len(found), what=said)


def _open(workspace: Workspace, found: Iterable[Found]) -> tuple[Found, ...]:
    with workspace.database.read() as connection:
        allowed = read.allowed(connection)
    return tuple(one for one in found if one.key not in allowed)


def _known(framework: Framework, inspection: Inspection, scope: Scope) -> Known:
    names = [person.name for person in inspection.team]
    names += [name for source in inspection.sources for name in called(source.who)]
    rule = framework.small_numbers
    least = rule.least if rule is not None and scope is Scope.SERVICE else 0
    return Known(tuple(dict.fromkeys(names)), inspection.start.year, least)


def _looked(places: Iterable[Place], copy: Copy, known: Known) -> tuple[Found, ...]:
    """What is found in these texts, as this copy prints them, and in what it says of people of the team and the service."""
    texts = (replace(place, text=_as_printed(place.text, copy.scope)) for place in places)
    nobody = replace(known, names=(), strangers=False)  # their names stand there for all to read
    return (*look(texts, known), *look(_about_people(copy), nobody))


def _of_copy(copy: Copy, inspection: Inspection) -> Iterator[Place]:
    """What a copy of the panel or the lead tells beside the texts."""
    if copy.scope is Scope.SERVICE:
        return
    for given in inspection.ratings:
        yield Place("", "", say("{of}, the reason for the rating", of=given.subject), given.rationale)
    reasons = [(one.standard, one.reason) for one in inspection.panel] + [
        (d.standard, d.reason) for d in copy.decisions
    ]
    for standard, reason in dict.fromkeys(reasons):
        yield Place("panel", standard, say("{of}, the panel’s reason", of=standard), reason)
    for made in inspection.previous:
        yield Place("", "", say("Recommendations of the last inspection"), _both(made.to, made.text, made.note))
    for said in copy.members:
        yield Place("", "", say("{of}, a member’s own rating", of=said.standard), said.reason)
    for told in copy.told:
        yield Place("", "", say("Told to the service"), _both(told.said, told.why))
    for remark in copy.remarks:
        yield Place("comment", "", remark.case, remark.text)


def _of_face(inspection: Inspection) -> Place:
    """What people typed that stands on the cover, on each page and in the properties of the file (title, subject)."""
    return Place(
        "",
        "",
        say("Cover and properties of the file"),
        _both(inspection.service, inspection.notice, inspection.marking),
    )


def _about_people(copy: Copy) -> Iterator[Place]:
    """Who sat on the panel or was told, and what interest somebody had."""
    for one in copy.decisions:
        yield Place(
            "panel", one.standard, say("{of}, who sat on the panel", of=one.standard), _both(one.members, one.interests)
        )
    for said in copy.members:
        yield Place("", "", say("{of}, a member’s own rating", of=said.standard), said.interest)
    for told in copy.told:
        yield Place("", "", say("Told to the service"), told.whom)


def _both(*texts: str) -> str:
    return "\n".join(filter(None, texts))


def _by_reference(cases: Iterable[Case]) -> list[Found]:
    """References that lead to a person: a colleague's laptop, or an older program, took them."""
    kinds = ((case, pseudonyms.kind(case.ref)) for case in cases)
    return [Found("case", case.id, section=case.ref, kind=kind, said=case.ref) for case, kind in kinds if kind]


def _of_case(workspace: Workspace, case: str) -> Iterator[Place]:
    keyed = paper.keyed(workspace, case)
    for line in keyed.lines:
        yield Place(line.entity, line.id, f"{keyed.ref} {line.code}", line.note)
    for interview in workspace.inspection().interviews:
        if interview.case == case:
            yield Place("interview", case, keyed.ref, interview.note)


def _as_printed(text: str, scope: Scope) -> str:
    """Without its figures, which are no words of anybody; why one is frozen is told within the inspectorate."""
    outward = scope is Scope.SERVICE
    return live_figures.replaced(
        text, lambda live: "" if outward or not live.frozen else f" {live.words} {live.reason} "
    )
