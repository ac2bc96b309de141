"""Identifiers. All are made here; none carries a meaning but being unique across laptops."""

import secrets
import time
from typing import NewType

EntityId = NewType("EntityId", str)  # what a row is about: a UUID, or the parts of its key joined by "/"
StepId = NewType("StepId", str)
ChangeId = NewType("ChangeId", str)  # the step's id, a dot and the change's place in the step
DeviceId = NewType("DeviceId", str)
PersonId = NewType("PersonId", str)
WorkspaceId = NewType("WorkspaceId", str)


def new_id() -> str:
    """A UUID of version 7 as 32 hexadecimal digits: rows made together lie together on disk.

    The time in it serves locality only; order between changes never rests on a clock.
    """
    milliseconds = time.time_ns() // 1_000_000
    random = secrets.randbits(74)
    high, low = random >> 62, random & (1 << 62) - 1
    return f"{(milliseconds & (1 << 48) - 1) << 80 | 7 << 76 | high << 64 | 2 << 62 | low:032x}"
