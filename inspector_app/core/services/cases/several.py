"""Several cases at once: submitted, returned, accepted or removed, each by a step of its own that can be taken back.

Whether one may is asked case by case (services/people/standing.py). What is refused, by a full disk too, is told of that
case and keeps no other back.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from inspector_app.core.domain.cases import review
from inspector_app.core.domain.fields import REVIEW
from inspector_app.core.errors import Expected
from inspector_app.core.services.cases import case_work, removing, reviews
from inspector_app.core.services.people import standing
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.reading import read_review


@dataclass(frozen=True, slots=True)
class Moved:
    """What came of it: the cases (ids) that were moved on, and why each of the others was not."""

    done: tuple[str, ...]
    refused: Mapping[str, Expected]


def possible(workspace: Workspace, case_ids: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Of these cases, those that this person can submit, return or accept as they stand (SUBMIT, RETURN, ACCEPT).

    None of them is one that this person marks blind: its stage is the first marker's.
    """
    stages, moves = reviews.stages(workspace, case_ids), {}
    with workspace.database.read() as connection:
        blind = read_review.blind_cases(connection, workspace.me)
    for case in case_ids:
        if case in stages and case not in blind:
            moves[case] = standing.rights(workspace, case).moves(stages[case])
    acts = (review.SUBMIT, review.RETURN, review.ACCEPT)
    return {act: tuple(case for case, found in moves.items() if act in found) for act in acts}


def last_moved(workspace: Workspace, case_ids: Sequence[str]) -> tuple[str, ...]:
    """Of these cases, those whose stage this person moved last, and can take back."""
    stages, name = reviews.stages(workspace, case_ids), workspace.laptop.person.name
    moved = [case for case, stage in stages.items() if stage.by == name]
    return tuple(case for case in moved if case_work.can_undo(workspace, REVIEW.code, case))


def submit(workspace: Workspace, case_ids: Sequence[str]) -> Moved:
    """Say of each that it is ready to be reviewed."""
    return _each(case_ids, lambda case: reviews.submit(workspace, case))


def return_(workspace: Workspace, case_ids: Sequence[str], comment: str) -> Moved:
    """Return each, with the comment on the case as a whole where there is one."""
    said = comment.strip()
    return _each(case_ids, lambda case: reviews.return_(workspace, case, [(case, said)] if said else []))


def accept(workspace: Workspace, case_ids: Sequence[str], reason: str = "") -> Moved:
    """Accept each as it stands now; `reason` as in `reviews.accept`."""
    return _each(case_ids, lambda case: reviews.accept(workspace, case, reason))


def remove(workspace: Workspace, case_ids: Sequence[str]) -> Moved:
    """Remove each, as `removing.remove`."""
    return _each(case_ids, lambda case: removing.remove(workspace, case))


def take_back(workspace: Workspace, entity: str, case_ids: Sequence[str]) -> Moved:
    """Take back what was last done to the stage of each (`entity` "review"), or to the case itself ("case")."""
    if entity == REVIEW.code:
        return _each(case_ids, lambda case: reviews.take_back(workspace, case))
    return _each(case_ids, lambda case: case_work.undo(workspace, entity, case))


def _each(case_ids: Sequence[str], do: Callable[[str], object]) -> Moved:
    done, refused = [], {}
    for case in case_ids:
        try:
            do(case)
        except Expected as error:
            refused[case] = error
        else:
            done.append(case)
    return Moved(tuple(done), refused)
