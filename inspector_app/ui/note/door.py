"""The one way from a box to the inspection's file: which field its text or choice goes to, and the edit it asks for."""

from collections.abc import Callable
from dataclasses import dataclass
from dataclasses import field as field_
from functools import partial

from inspector_app.core.domain.fields import Value
from inspector_app.core.domain.ids import ChangeId
from inspector_app.core.domain.inspection import Answer
from inspector_app.core.services.cases import case_work
from inspector_app.core.services.editor import Done
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.services.writing import drafts
from inspector_app.ui.note.onto_disk import Disk


@dataclass(frozen=True, slots=True)
class Target:
    """Where a box's text or choice goes: one field of one entity.

    `over`: with an edit, what it was typed or chosen over, "" for nothing; None settles what is contested (Edit.over).
    """

    entity: str
    id: str
    field: str
    over: Value = field_(default=None, compare=False)


Write = Callable[[Target, Value, ChangeId | None], Done]  # raises Expected; nothing is changed then


def _never(_change: ChangeId) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Door:
    """What a box writes by. `write` takes what was typed or chosen, and gives in `Done.value` what is stored now.

    `stands` says whether what a box wrote is still what its field holds, alone or beside another's (Editor.stands); of a
    draft, which no colleague writes, it is not asked. `disk`: what is saved while one types is not waited for there.
    `keep`: keeps as a draft what is typed in a box that is only read once one has left it; Expected as `write`.
    """

    write: Write
    stands: Callable[[ChangeId], bool] = _never
    disk: Disk | None = None
    keep: Callable[[Target, str], object] | None = None


def over_answer(answer: Answer | None, *, contested: bool) -> Value:
    """What an answer is given over: the one shown. With two of them marked as contested, answering settles that."""
    return None if contested and answer is None else answer.value if answer else ""


def door_into(workspace: Workspace, disk: Disk | None = None) -> Door:
    """By which a box makes its edit, where its page does nothing else with it."""
    return Door(partial(edit, workspace), workspace.editor.stands, disk)


def door_of_drafts(workspace: Workspace, kind: str, *, by_field: bool = True) -> Door:
    """By which a box keeps a draft of that kind, by the target's id, and its field where there is more than one."""

    def keep(target: Target, value: Value, _amend: ChangeId | None) -> Done:
        name = drafts.unsent_name(kind, f"{target.id}/{target.field}" if by_field else target.id)
        return Done(None, drafts.keep(workspace, name, str(value or "")), frozenset(), value=value)

    return Door(keep)


def edit(workspace: Workspace, target: Target, value: Value, amend: ChangeId | None = None) -> Done:
    """Make the edit that a box asks for. Expected: as case_work.write."""
    return case_work.write(workspace, target.entity, target.id, target.field, value, amend=amend, over=target.over)
