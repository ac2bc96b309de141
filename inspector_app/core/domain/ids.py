"""Identifiers. All are made here.

A step's id is `device.counter.random`: sorting ids sorts steps by device and counter, which is the only order there is
between changes (clocks are for display). The random part keeps ids apart when somebody works in two copies of one file.
A change's id is its step's id, a dot and its place in the step.
"""

import re
import secrets
import uuid
from typing import NewType

EntityId = NewType("EntityId", str)  # what a row is about: a UUID, or the parts of its key joined by "/"
StepId = NewType("StepId", str)
ChangeId = NewType("ChangeId", str)
DeviceId = NewType("DeviceId", str)  # 16 hexadecimal digits
PersonId = NewType("PersonId", str)
WorkspaceId = NewType("WorkspaceId", str)  # 32 hexadecimal digits

STEP_ID_LENGTH = 16 + 1 + 8 + 1 + 8
MOST_STEPS = 10**8 - 1  # what eight digits can count
_RANDOM = re.compile(r"[0-9a-f]{24,}")


def new_id() -> str:
    """A random UUID as 32 hexadecimal digits."""
    return uuid.uuid4().hex


def is_random(part: str) -> bool:
    """Whether a part of an id is one that says nothing to anybody (new_id)."""
    return _RANDOM.fullmatch(part) is not None


def new_proof() -> str:
    """What makes a laptop's id random (domain/steps/line.py): 16 hexadecimal digits."""
    return secrets.token_hex(8)


def new_step_id(device: DeviceId, seq: int) -> StepId:
    """The id of the device's step number `seq` (from 1 to MOST_STEPS)."""
    return StepId(f"{device}.{seq:08d}.{secrets.token_hex(4)}")


def change_id(step: StepId, place: int) -> ChangeId:
    """The id of the change at that place (from 0) in the step."""
    return ChangeId(f"{step}.{place}")


def case_of(entity_id: str) -> str:
    """The case (id) that something of a case is about, by its id, which begins with the case's: an answer, a comment."""
    return entity_id.partition("/")[0]


def place_of(change: ChangeId) -> int:
    """The place of a change in its step, from 0."""
    return int(change[STEP_ID_LENGTH + 1 :])


def step_of(change: ChangeId) -> StepId:
    """The step a change belongs to."""
    return StepId(change[:STEP_ID_LENGTH])


def device_of(change_or_step: str) -> DeviceId:
    """The device a step or change was made on."""
    return DeviceId(change_or_step.partition(".")[0])


def seq_of(change_or_step: str) -> int:
    """The counter of a step, or of a change's step."""
    return int(change_or_step.split(".", 2)[1])
