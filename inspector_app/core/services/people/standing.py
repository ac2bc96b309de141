"""What this person may do to a case, asked before it is done: by the window, the commands and the services alike.

What colleagues send is never refused by it: rules of courtesy bind a person, and a merge has to give the same everywhere.
"""

from dataclasses import dataclass, replace

from inspector_app.core.domain import roles
from inspector_app.core.domain.cases import review, standing
from inspector_app.core.domain.cases.review import Stage
from inspector_app.core.domain.cases.standing import Bar, Held, Standing
from inspector_app.core.domain.fields import CASE, REVIEW
from inspector_app.core.domain.ids import WorkspaceId, case_of
from inspector_app.core.domain.inspection import Person
from inspector_app.core.domain.roles import LEAD
from inspector_app.core.domain.text.names import tidied
from inspector_app.core.domain.whose import RECORDS
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.trusting import myself, roles_said
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.database import Connection
from inspector_app.core.storage.log import acts
from inspector_app.core.storage.reading import read, read_case, read_marking, read_review, whose_word
from inspector_app.core.words import listed


@dataclass(frozen=True, slots=True)
class Rights:
    """What one may do to a case. `reviews`: accept and return it; `judged`: the case or some of its answers are one's own.

    `helper` is the name of who was asked to help with it, or "".
    """

    held: Held
    helper: str
    standing: Standing
    leads: bool
    reviews: bool
    judged: bool

    @property
    def works(self) -> bool:
        """Whether its facts and interviews may be written."""
        return self.standing is not Standing.COLLEAGUE

    @property
    def answers(self) -> bool:
        """Whether its prompts and key questions may be answered."""
        return self.works and not self.held.accepted

    def moves(self, stage: Stage) -> tuple[str, ...]:
        """What this person can do to the case at that stage, of SUBMIT, RETURN, ACCEPT and REOPEN, in this order."""
        moved_on = stage.contested or stage.changed
        accepts = self.leads or (self.reviews and not self.judged)
        can = {
            review.SUBMIT: self.works and (moved_on or stage.stage in ("", review.RETURNED)),
            review.RETURN: self.reviews and (stage.contested or stage.stage in (review.SUBMITTED, review.ACCEPTED)),
            review.ACCEPT: accepts and (moved_on or stage.stage == review.SUBMITTED),
            review.REOPEN: (self.works or self.reviews) and self.held.accepted,
        }
        return tuple(code for code, may in can.items() if may)


def held(workspace: Workspace, case_id: str) -> Held:
    """Who has the case. Expected: CASE_UNKNOWN."""
    with workspace.database.read() as connection:
        found = read_case.held(connection, case_id)
    if found is None:
        raise Expected(Code.CASE_UNKNOWN, case=case_id, where=workspace.path)
    return found


def rights(workspace: Workspace, case_id: str) -> Rights:
    """What this person may do to the case. Expected: CASE_UNKNOWN."""
    found, me, role = held(workspace, case_id), workspace.me, _own_role(workspace)
    with workspace.database.read() as connection:
        judged = found.inspector == me or me in read_review.judged_by(connection, case_id, myself(workspace.laptop))
        helper = read.names(connection).get(found.helper, "") if found.helper else ""
    return Rights(
        held=found,
        helper=helper,
        standing=found.standing(me),
        leads=roles.leads(role),
        reviews=roles.reviews(role),
        judged=judged,
    )


def leads(workspace: Workspace) -> bool:
    """Whether this person leads the inspection: who made it, who came in their place, or of whom the lead says so."""
    return roles.leads(_own_role(workspace))


def reviewers(workspace: Workspace) -> list[Person]:
    """Who accepts and returns cases: the lead, and of whom the lead says that they are a lead or a quality lead."""
    lead, said = _lead(workspace), _said(workspace)
    return [p for p in workspace.team() if p.id == lead or roles.reviews(said.get(p.id, ""))] or workspace.team()


def ever_reviewed(workspace: Workspace) -> frozenset[str]:
    """Who accepts and returns cases, or once did (Person.ids)."""
    trusted = workspace.laptop.trusted(WorkspaceId(workspace.id))
    with workspace.database.read() as connection:
        were = acts.ever_were(connection, trusted.leads, myself(workspace.laptop))
    once = (person for person, said in were.items() if any(map(roles.reviews, said)))
    return frozenset({*once, *trusted.leads, *(person.id for person in reviewers(workspace))})


def who_reviewed(workspace: Workspace, people: frozenset[str]) -> frozenset[str]:
    """Those of them (Person.ids) who accept and return cases, or once did. Where all lead, nobody's roles are read."""
    leads = frozenset[str](workspace.laptop.trusted(WorkspaceId(workspace.id)).leads)
    return people if people <= leads else people & ever_reviewed(workspace)


def require_work(
    workspace: Workspace, entity: str, entity_id: str, *, whoever: bool = False, reopened: bool = False
) -> None:
    """Refuse to change what is a colleague's, was accepted, or is the first's where this person marks blind.

    What is not of a case, or of one that is not here, is nobody's. `whoever`: no matter whose the case is;
    `reopened`: as if it had been opened again.
    Expected: CASE_NOT_YOURS, CASE_ACCEPTED, CASE_MARKED_BLIND, CASE_SETTLED.
    """
    if entity in standing.WORK:
        with workspace.database.read_to_write() as connection:
            refuse_work(connection, workspace, entity, entity_id, whoever=whoever, reopened=reopened)


def refuse_work(
    connection: Connection, workspace: Workspace, entity: str, entity_id: str, *, whoever: bool = False,
    reopened: bool = False,
) -> None:  # fmt: skip
    """As `require_work`, in a transaction that is there: that of the edit itself."""
    if entity not in standing.WORK:
        return
    case = case_of(entity_id)
    found = read_case.held(connection, case)
    asked = read_marking.second_marking(connection, case)
    blind = entity != CASE.code and asked is not None and asked.hides_from(workspace.me)
    anothers = blind and read_review.is_of_another(connection, workspace.me, entity, entity_id)
    settled = entity in standing.ANSWERS and asked is not None and read_marking.is_settled(connection, asked)
    if found and reopened:
        found = replace(found, stage="")
    bar = found.bar(workspace.me, entity, blind=blind, settled=settled, whoever=whoever) if found else None
    if found and (bar is Bar.COLLEAGUE or anothers):
        raise not_yours(workspace, found)
    if found and bar:
        raise Expected(_REFUSALS[bar], case=found.ref)


_REFUSALS = {Bar.BLIND: Code.CASE_MARKED_BLIND, Bar.ACCEPTED: Code.CASE_ACCEPTED, Bar.SETTLED: Code.CASE_SETTLED}


def require_settler(workspace: Workspace, entity: str, entity_id: str) -> None:
    """Refuse to settle what people differ on where that is a colleague's case: who may write there settles, and the lead.

    So whose case was taken over, or who helped with it, sees what is contested there and settles nothing, whoever wrote it;
    of its stage whoever reviews settles, too. What is of no case is anybody's. Expected: as `require_work`.
    """
    if entity != REVIEW.code:
        require_work(workspace, entity, entity_id, whoever=leads(workspace))
    elif workspace.me not in {p.id for p in reviewers(workspace)}:
        require_own(workspace, case_of(entity_id))


def is_recorder(workspace: Workspace, entity: str, entity_id: str) -> bool:
    """Whether what was written down (whose.RECORDS) is this person's to delete: who wrote it, the lead, quality leads."""
    if workspace.me in {person.id for person in reviewers(workspace)}:
        return True
    with workspace.database.read() as connection:
        return whose_word.who_began(connection, entity, entity_id) <= {workspace.me}


def require_recorder(workspace: Workspace, entity: str, entity_id: str) -> None:
    """Refuse to take away what somebody else wrote down; what is no record is not asked of. Expected: RECORD_NOT_YOURS."""
    if entity in RECORDS and not is_recorder(workspace, entity, entity_id):
        with workspace.database.read() as connection:
            names, by = read.names(connection), whose_word.who_began(connection, entity, entity_id)
        whose = listed(sorted(names.get(person, "") for person in by)) or "a colleague"
        raise Expected(Code.RECORD_NOT_YOURS, whose=whose)


def require_acceptor(workspace: Workspace, case_id: str, reason: str) -> None:
    """Refuse what is accepting the case, by whatever door. Expected: CASE_UNKNOWN, NOT_A_REVIEWER, OWN_JUDGEMENT."""
    require_reviewer(workspace)
    require_other(workspace, case_id, reason)


def require_own(workspace: Workspace, case_id: str) -> None:
    """Refuse what only who works on the case may do. Expected: CASE_UNKNOWN, CASE_NOT_YOURS."""
    _require_not_a_colleagues(workspace, held(workspace, case_id))


def require_remover(workspace: Workspace, case_id: str) -> None:
    """Refuse what its inspector and the lead may do: remove it, and bring it back. Expected: CASE_UNKNOWN, CASE_NOT_YOURS."""
    if not leads(workspace):
        require_own(workspace, case_id)


def require_reviewer(workspace: Workspace) -> None:
    """Refuse what only the lead and quality leads may do. Expected: NOT_A_REVIEWER."""
    found = reviewers(workspace)
    if workspace.me not in {p.id for p in found}:
        raise Expected(Code.NOT_A_REVIEWER, who=", ".join(p.name for p in found))


def require_other(workspace: Workspace, case_id: str, reason: str) -> None:
    """Refuse that who judged a case accepts it, but for the lead with a reason. Expected: CASE_UNKNOWN, OWN_JUDGEMENT."""
    found = rights(workspace, case_id)
    if found.judged and not (found.leads and tidied(reason)):
        raise Expected(Code.OWN_JUDGEMENT, case=found.held.ref)


def not_yours(workspace: Workspace, found: Held) -> Expected:
    """The refusal of what is to be done by who has the case (CASE_NOT_YOURS)."""
    with workspace.database.read() as connection:
        whose = read.names(connection).get(found.inspector, "")
    return Expected(Code.CASE_NOT_YOURS, case=found.ref, whose=whose)


def _require_not_a_colleagues(workspace: Workspace, found: Held) -> None:
    if found.standing(workspace.me) is Standing.COLLEAGUE:
        raise not_yours(workspace, found)


def _lead(workspace: Workspace) -> str:
    return workspace.laptop.trusted(WorkspaceId(workspace.id)).lead


def _said(workspace: Workspace) -> dict[str, str]:
    """What the lead said that people are."""
    with workspace.database.read() as connection:
        return roles_said(workspace.laptop, workspace.laptop.trusted(WorkspaceId(workspace.id)), connection)


def _own_role(workspace: Workspace) -> str:
    """What this person may act as: the lead, or what the lead said; anybody, where nobody is known to lead, as the lead."""
    trusted = workspace.laptop.trusted(WorkspaceId(workspace.id))
    if trusted.lead in ("", workspace.me):
        return LEAD
    me = myself(workspace.laptop)
    with workspace.database.read() as connection:
        return acts.role(connection, me.person, trusted.leads, me)
