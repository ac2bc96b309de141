"""The review of cases: submitted by whoever worked on one, returned with comments or accepted by a reviewer.

Who works on a case submits it; the lead and quality leads return and accept it, and nobody accepts what they judged unless
the lead says why. Stages and comments are edits like any other: they travel, merge and have their history. While somebody
marks a case blind they see none but their own comments on it.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from inspector_app.core.domain.cases import review
from inspector_app.core.domain.cases.review import SUBMITTED, CommentRow, Stage
from inspector_app.core.domain.cases.second_marking import place_of
from inspector_app.core.domain.fields import REVIEW
from inspector_app.core.domain.ids import EntityId, case_of, new_id
from inspector_app.core.domain.steps.changes import Edit, Verb
from inspector_app.core.domain.text.names import tidied
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.cases import case_work
from inspector_app.core.services.editor import Done
from inspector_app.core.services.people import standing
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.services.writing import drafts
from inspector_app.core.storage.reading import read, read_answers, read_review, read_said

COMMENT_DRAFT = "comment"  # the kind of draft that a comment is until it is sent


def stage(workspace: Workspace, case_id: str) -> Stage:
    """Where a case is in its review. Expected: CASE_UNKNOWN."""
    found = _stages(workspace, case_id)
    if case_id not in found:
        raise Expected(Code.CASE_UNKNOWN, case=case_id, where=workspace.path)
    return found[case_id]


def stages(workspace: Workspace, cases: Collection[str] | None = None) -> dict[str, Stage]:
    """Case id -> where it is in its review, for every case, or for these of them that are there."""
    return _stages(workspace, the_one(cases), cases)


def the_one(cases: Collection[str] | None) -> str | None:
    """The only case among these, of which alone is read then, as each time somebody goes on in the list; else None."""
    return next(iter(cases)) if cases is not None and len(cases) == 1 else None


def submit(workspace: Workspace, case_id: str) -> None:
    """Say that the case is ready to be reviewed, as it stands now.

    Expected: CASE_UNKNOWN, CASE_NOT_YOURS, DISK_FULL, FOLDER_READ_ONLY, BUSY.
    This, `return_`, `accept` and `reopen` are each one step that `take_back` takes back.
    """
    standing.require_own(workspace, case_id)
    _move(workspace, case_id, review.SUBMITTED, more=[_as_it_stands(workspace, case_id, "submitted")])


def return_(workspace: Workspace, case_id: str, comments: Sequence[tuple[str, str]] = ()) -> None:
    """Return the case with comments, each a pair: what it is about, as in `comment`, and its text; all in one step.

    Expected: CASE_UNKNOWN, NOT_A_REVIEWER, VALUE_INVALID as in `comment`, DISK_FULL, FOLDER_READ_ONLY, BUSY.
    """
    standing.require_reviewer(workspace)
    edits = [edit for about, text in comments for edit in _comment(workspace, case_id, about, text)]
    _move(workspace, case_id, review.RETURNED, more=edits)


def accept(workspace: Workspace, case_id: str, reason: str = "") -> None:
    """Accept the case as it stands now; its answers stay so until it is reopened, and what a colleague changed apart shows.

    `reason`: why the lead accepts what they judged themselves.
    Expected: CASE_UNKNOWN, NOT_A_REVIEWER, OWN_JUDGEMENT, DISK_FULL, FOLDER_READ_ONLY, BUSY.
    """
    reason = " ".join(reason.split())
    standing.require_acceptor(workspace, case_id, reason)
    _move(workspace, case_id, review.ACCEPTED, reason, [_as_it_stands(workspace, case_id, "accepted")])


def reopen(workspace: Workspace, case_id: str, reason: str, item: str = "", edits: Sequence[Edit] = ()) -> Done:
    """Open an accepted case again, with the reason, so that it can be answered: by who works on it, or a reviewer.

    `edits` of one of its items, for which it is reopened, come with it: where they are refused, it stays accepted.
    Expected: CASE_UNKNOWN, CASE_NOT_YOURS, VALUE_INVALID (no reason, or it is not accepted), DISK_FULL, …
    """
    reason = " ".join(reason.split())
    found = standing.rights(workspace, case_id)
    if not found.reviews:
        standing.require_own(workspace, case_id)
    if not found.held.accepted:
        why = "it is not accepted"
        raise Expected(Code.VALUE_INVALID, field="The case", value=found.held.ref, why=why)
    if not tidied(reason):
        raise Expected(Code.VALUE_INVALID, field="The reason", value=reason, why="it is empty")
    case_work.require(workspace, edits, reopened=True)
    steps = {case_id: _moved(case_id, None, reason), item: edits}
    return workspace.editor.do_each({of: step for of, step in steps.items() if step}, typed=True)


def take_back(workspace: Workspace, case_id: str) -> None:
    """Undo what this laptop last did to the stage; the comments that went with it are being written again.

    Expected: as `case_work.undo`.
    """
    inverse = workspace.editor.inverted(REVIEW.code, case_id, Verb.UNDO)
    gone = {edit.id for edit in inverse if (edit.entity, edit.field, edit.value) == ("comment", "text", None)}
    sent = [comment for comment in comments(workspace, case_id) if comment.id in gone]
    case_work.undo(workspace, REVIEW.code, case_id)
    written = drafts.unsent(workspace, COMMENT_DRAFT, case_id)
    for comment in sent:
        text = "\n\n".join(part for part in (written.get(comment.about), comment.text) if part)
        drafts.keep(workspace, drafts.unsent_name(COMMENT_DRAFT, comment.about), text)


def comments(workspace: Workspace, case_id: str) -> list[CommentRow]:
    """The comments on a case, oldest first."""
    with workspace.database.read() as connection:
        names = read.names(connection)
        return [
            replace(c, by=names.get(c.by, "")) for c in read_review.comments(connection, workspace.me, f"{case_id}/")
        ]


def comment(workspace: Workspace, case_id: str, about: str, text: str) -> str:
    """Comment on a judgement or prompt (`about` is its id) or on the case as a whole (`about` is the case's); gives the id.

    Expected: CASE_UNKNOWN, VALUE_INVALID (no text, or about nothing on this case), DISK_FULL, FOLDER_READ_ONLY, BUSY.
    """
    edits = _comment(workspace, case_id, place_of(about), text)
    workspace.editor.do(edits[0].id, edits, Verb.ADD)
    return edits[0].id


def answer_comment(workspace: Workspace, comment_id: str, *, answered: bool = True) -> None:
    """Say that a comment has been dealt with, or that it has not. Expected: DISK_FULL, FOLDER_READ_ONLY, BUSY."""
    workspace.editor.set("comment", comment_id, "answered", answered)


def delete_comment(workspace: Workspace, comment_id: str) -> None:
    """Take a comment away, whoever wrote it or a reviewer; `editor.undo("comment", comment_id)` brings it back.

    Expected: COMMENT_NOT_YOURS, and as `answer_comment`.
    """
    with workspace.database.read() as connection:
        names = read.names(connection)
        by = next((c.by for c in read_review.comments(connection, workspace.me, comment_id)), "")
    if by != workspace.me and workspace.me not in {person.id for person in standing.reviewers(workspace)}:
        raise Expected(Code.COMMENT_NOT_YOURS, whose=names.get(by, "a colleague"))
    workspace.editor.set("comment", comment_id, "deleted", True)


def vouching(workspace: Workspace, case_id: str) -> list[Edit]:
    """What this person says again when they give a case that nobody has: what was submitted, where it stands unchanged.

    It was anybody's to submit, and is the word of whoever has the case from then on; so it is said by who may say it.
    """
    with workspace.database.read() as connection:
        found = read_review.reviews(connection, case_id)
        row = found.get(case_id)
        if row is None or row.stage != SUBMITTED or row.contested or not read_review.by_others(connection, found):
            return []
    edit = _as_it_stands(workspace, case_id, "submitted")
    free = not standing.held(workspace, case_id).with_laptop
    return [edit] if free and row.said == (edit.value,) else []


def _move(workspace: Workspace, case_id: str, to: str | None, reason: str = "", more: Sequence[Edit] = ()) -> None:
    workspace.case_row(case_id)
    workspace.editor.do(case_id, [*_moved(case_id, to, reason), *more])


def _moved(case_id: str, to: str | None, reason: str) -> list[Edit]:
    stage = Edit("review", EntityId(case_id), "stage", to, again=to == review.ACCEPTED)  # it counts who accepted it
    return [stage, Edit("review", EntityId(case_id), "reason", reason)]


def _as_it_stands(workspace: Workspace, case_id: str, field: str) -> Edit:
    """Keep of the case what it says now, to tell later whether it says the same: by this person, whoever said so too."""
    with workspace.database.read() as connection:
        said = read_said.said(connection, [case_id])[case_id]
    return Edit("review", EntityId(case_id), field, review.digest(said), again=True)


def _stages(workspace: Workspace, only: str | None, among: Collection[str] | None = None) -> dict[str, Stage]:
    moment = workspace.said_now.moment
    with workspace.database.read() as connection:
        names = read.names(connection)
        found = read_review.reviews(connection, only)
        noted = read_review.comments(connection, workspace.me, f"{only}/" if only else "")
        cases = [case.id for case in read.cases(connection, only) if among is None or case.id in among]
        begun = read_answers.begun(connection, f"{only}/" if only else "")
        handed = [case for case in cases if case in found and found[case].handed_on]
        # Two acceptances may have come together, of two contents; either stands for what was accepted.
        said = workspace.said_now.of(connection, handed, moment)
        changed = {case for case in handed if said[case] not in found[case].said}
        others = read_review.by_others(connection, {case: found[case] for case in handed})
    changed |= _told_by_others(workspace, found, others)
    open_ = Counter(case_of(c.id) for c in noted if not c.answered)
    nothing = read_review.Reviewed("", "", "", "", contested=False, said=())
    return {
        case: Stage(
            stage=r.stage,
            reason=r.reason,
            by=names.get(r.by, ""),
            at=r.at,
            changed=case in changed,
            open_comments=open_[case],
            contested=r.contested,
            begun=case in begun,
        )
        for case in cases
        for r in (found.get(case, nothing),)
    }


def _told_by_others(
    workspace: Workspace, found: Mapping[str, read_review.Reviewed], others: Mapping[str, frozenset[str]]
) -> set[str]:
    """The cases of which somebody whose word it is not says what was handed on: a text changed since would pass for that.

    A case that nobody has who could submit it is submitted by anybody; who may not accept one has not accepted it.
    """
    if not others:
        return set()
    reviewers = standing.who_reviewed(workspace, frozenset().union(*others.values()))
    doubtful = {case for case, people in others.items() if people - reviewers}
    submitted = {case for case in doubtful if found[case].stage == SUBMITTED}
    return doubtful - {case for case in submitted if not standing.held(workspace, case).with_laptop}


def _comment(workspace: Workspace, case_id: str, about: str, text: str) -> list[Edit]:
    text = text.strip()
    if not tidied(text):
        raise Expected(Code.VALUE_INVALID, field="The comment", value=text, why="it is empty")
    if about not in _subjects(workspace, case_id):
        why = "this case has no such key question or prompt"
        raise Expected(Code.VALUE_INVALID, field="What the comment is about", value=about, why=why)
    comment_id = EntityId(f"{case_id}/{new_id()}")
    return [Edit("comment", comment_id, "about", about), Edit("comment", comment_id, "text", text)]


def _subjects(workspace: Workspace, case_id: str) -> set[str]:
    """Everything on a case that a comment can be about. Expected: CASE_UNKNOWN."""
    found = {case_id}
    for _, question in workspace.framework.sample_questions(workspace.case_row(case_id).sample):
        judgement = f"{case_id}/{question.ref}"
        found |= {judgement, *(f"{judgement}/{prompt.ref}" for prompt in question.prompts)}
    return found
