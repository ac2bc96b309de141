"""Blind second marking: others judge a case without seeing how the first did, or one another, then all are compared.

Until they are done, and the first is, a second marker is shown nothing of anybody's answers: not in the list of cases, on the
page, by the next gap, in the history, in comments, or among contested fields (`Workspace.hides`); and nobody but they see
theirs. "Done" is each marker's own, said on their own laptop (storage/reading/read_marking.py), and what is compared is what
each marking was then. The first's answers go on counting in the ratings; a second's never do, and are in no report or
document. This keeps honest people from being swayed; it is no lock: the packages hold them, sealed.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from inspector_app.core.domain.cases.second_marking import FIRSTS, SECONDS, Asked, Marking
from inspector_app.core.domain.fields import Value
from inspector_app.core.domain.ids import EntityId
from inspector_app.core.domain.steps.changes import Edit, Verb
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.cases.comparing import Comparison, compared
from inspector_app.core.services.people import standing, team
from inspector_app.core.services.trusting import myself
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.reading import read, read_marking, read_review
from inspector_app.core.words import listed


@dataclass(frozen=True, slots=True)
class Marker:
    """Who was asked to mark second, and whether they are done."""

    person: str  # Person.id
    name: str
    done: bool


@dataclass(frozen=True, slots=True)
class SecondMarking:
    """The second markings of a case as they stand. `mine`: this person is "first" (has it), "second" (marks it) or neither.

    `own_done`: they have said that they are done; `blind`: they may see only their own second answers on the case for now.
    `settled`: somebody made the agreed version its answers.
    """

    case: str
    markers: tuple[Marker, ...]
    first_done: bool
    complete: bool
    mine: str
    own_done: bool
    blind: bool
    settled: bool

    @property
    def marker_name(self) -> str:
        """The names of who was asked, as a sentence has them."""
        return listed([marker.name for marker in self.markers])

    @property
    def waiting(self) -> tuple[Marker, ...]:
        """The second markers who are not done."""
        return tuple(marker for marker in self.markers if not marker.done)


def second_markings(workspace: Workspace) -> dict[str, SecondMarking]:
    """Case id -> its second markings, for the cases that have one."""
    return _second_markings(workspace, None)


def blind_cases(workspace: Workspace) -> frozenset[str]:
    """The cases this person marks blind: how others judged them is not theirs to see."""
    with workspace.database.read() as connection:
        return read_review.blind_cases(connection, workspace.me)


def to_mark(workspace: Workspace) -> list[str]:
    """The cases that this person was asked to mark second, and has not said that they finished."""
    return [of.case for of in second_markings(workspace).values() if of.mine == "second" and not of.own_done]


def second_marking(workspace: Workspace, case_id: str) -> SecondMarking | None:
    """The second markings of a case; None when nobody was asked."""
    return _second_markings(workspace, case_id).get(case_id)


def _second_markings(workspace: Workspace, only: str | None) -> dict[str, SecondMarking]:
    with workspace.database.read() as connection:
        names = read.names(connection)
        owners = {c.id: c.inspector for c in read.cases(connection, only)}
        found = [a for case, a in read_marking.second_markings(connection).items() if case in owners]
        settled = {a.case for a in found if read_marking.is_settled(connection, a)}
    me = workspace.me
    return {a.case: _state(a, owners[a.case], me, names, settled=a.case in settled) for a in found}


def ask(workspace: Workspace, case_id: str, marker: str, *, beside: bool = False) -> None:
    """Ask a person (id) to mark the case second, in the place of who was asked and is not done, or `beside` them.

    Asking the same person again changes nothing.
    Expected: CASE_UNKNOWN, PERSON_UNKNOWN, NO_CARD, VALUE_INVALID (it is their own case, they answered on it, it is
    settled, or was marked twice already and this is not to be beside those who did; or it is in the place of somebody whom
    another asked), CASE_MARKED_BLIND (who marks it blind ends no marking: they would see others' answers), DISK_FULL, …
    """
    _require_not_blind(workspace, case_id)
    with workspace.database.read() as connection:
        asked = read_marking.second_marking(connection, case_id)
    card = team.with_laptop(workspace, marker)
    if asked and asked.of(marker) and (beside or len(asked.markings) == 1) and not asked.complete:
        return
    if why := _why_not(workspace, case_id, asked, marker) or (
        "" if beside or not asked or not asked.complete else _TWICE
    ):
        raise Expected(Code.VALUE_INVALID, field="The second marker", value=card.name, why=why)
    others = [] if beside or not asked else [m for m in asked.markings if not m.done and m.person != marker]
    _require_asker(workspace, case_id, others)
    edits = [edit for one in others for edit in _called_off(case_id, one)] if asked else _not_begun(case_id)
    workspace.editor.do(case_id, [*edits, *_asked_anew(case_id, marker, asked)], Verb.ADD)


_TWICE = "the case was marked twice already"


def _why_not(workspace: Workspace, case_id: str, asked: Asked | None, marker: str) -> str:
    """Why this person cannot be asked to mark the case; "" where they can."""
    if marker == workspace.case_row(case_id).inspector:
        return "the case is their own"
    if standing.held(workspace, case_id).helper == marker:
        return "they help with it"
    if marker in answered(workspace, case_id):
        return "they have answered on it"
    if asked is None:
        return ""
    with workspace.database.read() as connection:
        if read_marking.is_settled(connection, asked):
            return "its agreed version is settled"
        if marker in read_marking.who_marked_first(connection, asked):
            return "the first answers are theirs"
    return ""


def answered(workspace: Workspace, case_id: str) -> frozenset[str]:
    """Whose answers stand on the case (Person.ids): none of them can mark it as if they had not seen it."""
    with workspace.database.read() as connection:
        return read_review.judged_by(connection, case_id, myself(workspace.laptop))


def withdraw(workspace: Workspace, case_id: str) -> None:
    """Ask nobody to mark the case second any more. The second answers stay in the log and are shown nowhere.

    It looks over the first marking, so who judged first does not call it off, nor does a colleague: who asked does, and who
    reviews. Expected: NO_SECOND_MARKING, VALUE_INVALID (all are done already, or others asked), CASE_MARKED_BLIND, …
    """
    _require_not_blind(workspace, case_id)
    asked = _asked(workspace, case_id)
    if asked.complete:
        why = "both markings are done"
        raise Expected(Code.VALUE_INVALID, field="The second marker", value=None, why=why)
    _require_asker(workspace, case_id, asked.markings)
    edits = [edit for one in asked.markings for edit in _called_off(case_id, one)]
    workspace.editor.do(case_id, [*edits, *_not_begun(case_id)], Verb.ADD)


def endable(workspace: Workspace, case_id: str) -> frozenset[str]:
    """The second markers (Person.ids) whom this person may ask no more: what is refused is not offered."""
    with workspace.database.read() as connection:
        asked = read_marking.second_marking(connection, case_id)
    if asked is None or asked.complete or asked.hides_from(workspace.me):
        return frozenset()
    return frozenset(one.person for one in asked.markings if not _whose_to_end(workspace, case_id, [one]))


def done(workspace: Workspace, case_id: str) -> None:
    """Say that my marking is done: my second marking if I was asked, the first's if the case is mine. It is not taken back.

    Done again while nobody else's answers can be seen yet, it counts from now. Each marking is compared as it was when it was
    done, so that what is changed after people have talked does not pass for agreement.
    Expected: NO_SECOND_MARKING, VALUE_INVALID (the case is somebody else's), CASE_UNKNOWN, DISK_FULL, FOLDER_READ_ONLY, BUSY.
    """
    asked, case = _asked(workspace, case_id), workspace.case_row(case_id)
    own = asked.of(workspace.me)
    if own is None and workspace.me != case.inspector:
        why = "the case is not theirs; take it over first"
        raise Expected(Code.VALUE_INVALID, field="The first marker", value=workspace.laptop.person.name, why=why)
    blind = asked.hides_from(workspace.me) if own else not (asked.first_done and any(m.done for m in asked.markings))
    if blind:
        workspace.editor.do(case_id, _done_now(workspace, asked, own))


def _done_now(workspace: Workspace, asked: Asked, own: Marking | None) -> list[Edit]:
    kinds, kept = (SECONDS, own.kept) if own else (FIRSTS, "")
    with workspace.database.read() as connection:
        marks = " ".join(read_marking.marks_now(connection, asked.case, kinds, kept))
    entity, of = ("marking", f"{asked.case}/{own.person}") if own else ("second", asked.case)
    values: dict[str, Value] = {"done": True, "marks": marks} if own else {"first_done": True, "first_marks": marks}
    return [Edit(entity, EntityId(of), field, value, again=True) for field, value in values.items()]


def comparison(workspace: Workspace, case_id: str, *, names: bool = False) -> Comparison:
    """The markings of a case side by side; who gave what is said only with `names`, or once it is settled.

    Expected: CASE_UNKNOWN, NO_SECOND_MARKING, NOT_BOTH_DONE (for everyone).
    """
    asked, row = _asked(workspace, case_id), workspace.case_row(case_id)
    if not asked.complete:
        state = second_markings(workspace)[case_id]
        left = [
            *([] if state.first_done else [row.inspector_name or "its inspector"]),
            *(m.name for m in state.waiting),
        ]
        raise Expected(Code.NOT_BOTH_DONE, case=row.ref, waiting=listed(left))
    return compared(workspace, [asked], names=names)


def overall(workspace: Workspace) -> Comparison:
    """Every case of which all markings are done, together; of no cases when there is none. Names as in `comparison`."""
    with workspace.database.read() as connection:
        asked = read_marking.second_markings(connection).values()
    return compared(workspace, [a for a in asked if a.complete])


def edits_ending_that_of(workspace: Workspace, case_id: str, person: str) -> list[Edit]:
    """The edits that end a person's unfinished second marking of a case, for they get to see others' answers."""
    with workspace.database.read() as connection:
        asked = read_marking.second_marking(connection, case_id)
    own = asked.of(person) if asked and asked.hides_from(person) else None
    return _called_off(case_id, own) if own else []


def _state(asked: Asked, owner: str, me: str, names: dict[str, str], *, settled: bool) -> SecondMarking:
    own = asked.of(me)
    return SecondMarking(
        case=asked.case,
        markers=tuple(Marker(m.person, names.get(m.person, ""), m.done) for m in asked.markings),
        first_done=asked.first_done,
        complete=asked.complete,
        mine="second" if own else "first" if me == owner else "",
        own_done=own.done if own else asked.first_done,
        blind=asked.hides_from(me),
        settled=settled,
    )


def _asked(workspace: Workspace, case_id: str) -> Asked:
    ref = workspace.case_row(case_id).ref
    with workspace.database.read() as connection:
        asked = read_marking.second_marking(connection, case_id)
    if asked is None:
        raise Expected(Code.NO_SECOND_MARKING, case=ref)
    return asked


def _require_not_blind(workspace: Workspace, case_id: str) -> None:
    if case_id in blind_cases(workspace):
        raise Expected(Code.CASE_MARKED_BLIND, case=workspace.case_ref(case_id))


def _require_asker(workspace: Workspace, case_id: str, ending: Sequence[Marking]) -> None:
    """Refuse to end markings that another asked for: who asked does, and the lead and quality leads."""
    for person, people in _whose_to_end(workspace, case_id, ending).items():
        with workspace.database.read() as connection:
            names = read.names(connection)
        who = listed([names.get(one, "") for one in sorted(people)])
        why = f"{who} asked for that; they, the lead or a quality lead call it off"
        raise Expected(Code.VALUE_INVALID, field="The second marker", value=names.get(person, ""), why=why)


def _whose_to_end(workspace: Workspace, case_id: str, ending: Sequence[Marking]) -> dict[str, frozenset[str]]:
    """The markers of these whom this person does not call off, each with who asked them."""
    if not ending or workspace.me in {person.id for person in standing.reviewers(workspace)}:
        return {}
    with workspace.database.read() as connection:
        by = {one.person: read_marking.who_asked(connection, case_id, one) for one in ending}
    return {person: people for person, people in by.items() if workspace.me not in people}


def _not_begun(case_id: str) -> list[Edit]:
    """The first marking of a case back at its beginning."""
    return [Edit("second", EntityId(case_id), field, None) for field in ("first_done", "first_marks", "settled")]


def _called_off(case_id: str, marking: Marking) -> list[Edit]:
    """The edits by which a second marking is asked for no more."""
    former = [] if marking.kept else [Edit("second", EntityId(case_id), f, None) for f in ("marker", "second_done")]
    return [*former, Edit("marking", EntityId(f"{case_id}/{marking.person}"), "asked", None)]


def _asked_anew(case_id: str, marker: str, asked: Asked | None) -> list[Edit]:
    """The edits by which a person is asked, whose earlier "done" counts no more; none where they are asked already."""
    if asked and asked.of(marker):
        return []
    values: dict[str, Value] = {"asked": True, "done": None, "marks": None}
    return [Edit("marking", EntityId(f"{case_id}/{marker}"), field, value) for field, value in values.items()]
