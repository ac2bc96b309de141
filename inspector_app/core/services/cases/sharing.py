"""Giving several cases at once: to one inspector, or the unallocated ones shared out evenly. One step each.

A case whose owner is contested is left to the conflict desk.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from inspector_app.core.domain.cases.standing import Standing
from inspector_app.core.domain.fields import CASE
from inspector_app.core.domain.ids import case_of
from inspector_app.core.domain.steps.changes import Edit
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.cases import allocation, marking
from inspector_app.core.services.people import standing
from inspector_app.core.services.workspace import INSPECTION, Workspace
from inspector_app.core.storage.reading import read, read_review, read_setup


@dataclass(frozen=True, slots=True)
class Allocated:
    """A case and whose it is. `inspector` is a Person.id of the team or "", `prompts` how much there is to judge on it."""

    id: str
    ref: str
    sample: str
    type: str
    inspector: str
    name: str
    prompts: int
    contested: bool


@dataclass(frozen=True, slots=True)
class Given:
    """What was done: case -> who had it before, and who has it now (Person.id or "").

    `ended`: what ended with that, as it was: who helped with the case, and the second marking of who got it.
    """

    before: Mapping[str, str]
    now: Mapping[str, str]
    ended: tuple[Edit, ...] = ()


def cases(workspace: Workspace) -> list[Allocated]:
    """The cases in order, each with its inspector."""
    with workspace.database.read() as connection:
        found, team = read.cases(connection), {p.id: p.name for p in read.team(connection)}
        contested = read_setup.contested_owners(connection)
    items = {s.code: allocation.items(workspace, s.code) for s in workspace.framework.samples}
    rows = []
    for case in found:
        owner = case.inspector if case.inspector in team else ""
        row = Allocated(
            id=case.id,
            ref=case.ref,
            sample=case.sample,
            type=case.type,
            inspector=owner,
            name=team.get(owner, ""),
            prompts=items.get(case.sample, 0),
            contested=case.id in contested,
        )
        rows.append(row)
    return rows


def give(workspace: Workspace, case_ids: Sequence[str], person: str) -> Given:
    """Give these cases to one person, or with "" to nobody, in one step.

    Expected: PERSON_UNKNOWN, CASE_NOT_YOURS (to give a colleague's case is the lead's), DISK_FULL, FOLDER_READ_ONLY, BUSY.
    """
    team = workspace.team()
    if person and person not in {p.id for p in team}:
        raise Expected(Code.PERSON_UNKNOWN, person=person, known=", ".join(p.name for p in team))
    wanted = set(case_ids)
    if not standing.leads(workspace):
        for case in wanted:
            standing.require_own(workspace, case)
    return _give(workspace, {row.id: person for row in cases(workspace) if row.id in wanted})


def share_out(workspace: Workspace, people: Sequence[str]) -> Given:
    """Give every case that nobody has to one of these people, so that what they have to judge is as even as may be.

    Always the same for the same cases: the largest case first, in the order of the list, to whoever has the least left to
    judge; with equal loads to whoever has fewer cases, then in the order of the team. Nobody gets a case that they mark
    blind; and by nobody but the lead what somebody had who left the team. Expected: DISK_FULL, FOLDER_READ_ONLY, BUSY.
    """
    loads = {load.person.id: load for load in allocation.loads(workspace) if load.person}
    order = [person for person in loads if person in people]
    prompts, held = {p: loads[p].gaps for p in order}, {p: loads[p].cases for p in order}
    with workspace.database.read() as connection:
        blind = {person: read_review.blind_cases(connection, person) for person in order}
    owners: dict[str, str] = {}
    for row in sorted(_to_share(workspace), key=lambda r: -r.prompts):
        able = [person for person in order if row.id not in blind[person]]
        if able and not row.contested:
            person = min(able, key=lambda p: (prompts[p], held[p]))
            owners[row.id] = person
            prompts[person] += row.prompts
            held[person] += 1
    return _give(workspace, owners)


def _to_share(workspace: Workspace) -> list[Allocated]:
    free, leads = [row for row in cases(workspace) if not row.inspector], standing.leads(workspace)
    return [r for r in free if leads or standing.held(workspace, r.id).standing(workspace.me) is not Standing.COLLEAGUE]


def take_back(workspace: Workspace, given: Given) -> int:
    """Give the cases back to whom they were of, but for those that went to somebody else since. Returns how many.

    Who helped with one helps again; and who marked one blind does, who has answered nothing on it since.
    """
    held = {row.id: row.inspector for row in cases(workspace)}
    back = {c: p for c, p in given.before.items() if held.get(c) == given.now[c]}
    marked = back.keys() & {case_of(e.id) for e in given.ended if e.entity != CASE.code}
    saw = {case for case in marked if given.now[case] in marking.answered(workspace, case)}
    besides = [e for e in given.ended if case_of(e.id) in (back if e.entity == CASE.code else back.keys() - saw)]
    return len(_give(workspace, back, besides).now)


def give_again(workspace: Workspace, given: Given) -> int:
    """Give the cases that were taken back, but for those that went to somebody else since. Returns how many."""
    return take_back(workspace, Given(before=given.now, now=given.before))


def _give(workspace: Workspace, owners: Mapping[str, str], besides: Sequence[Edit] = ()) -> Given:
    rows = {row.id: row for row in cases(workspace) if not row.contested}
    changed = {c: person for c, person in owners.items() if c in rows and rows[c].inspector != person}
    edits = []
    for case, person in changed.items():
        edits += allocation.changing_hands(workspace, case, person)
    ended = [before for edit in edits if (before := _before(workspace, edit))]
    if edits:
        workspace.editor.do(INSPECTION, [*edits, *(edit for edit in besides if case_of(edit.id) in changed)])
    return Given({c: rows[c].inspector for c in changed}, changed, tuple(ended))


def _before(workspace: Workspace, edit: Edit) -> Edit | None:
    """What an edit ends, as it stands; None where it ends nothing, or says who has the case, or why they took it over."""
    if edit.value or edit.again or edit.field in ("inspector", "takeover"):
        return None
    held = workspace.editor.held(edit.entity, edit.id, edit.field).value
    return replace(edit, value=held) if held else None
