"""Jobs as on a laptop that has much else to do: each begins, or ends, up to some tenths of a second later (`--late-jobs`)."""

import random
import time
from collections.abc import Callable
from typing import Any

import pytest

from inspector_app.core.services.ticket import Ticket
from inspector_app.ui import jobs
from inspector_app.ui.note import onto_disk

_MOST = 0.4  # seconds
_IN_TIME = 0.35  # of them, or nothing would ever come before what was asked for earlier


def come_late(patch: pytest.MonkeyPatch, chance: random.Random) -> None:
    """From now on jobs, and what is put on disk without waiting, come so late as chance has it."""
    work, tried = jobs._work, onto_disk._tried

    def late() -> None:
        time.sleep(0 if chance.random() < _IN_TIME else chance.uniform(0, _MOST))

    def worked(asked: Callable[[Ticket], object], *to: Any) -> None:
        begins = chance.random() < 0.5

        def ask(ticket: Ticket) -> object:
            if begins:
                late()
            try:
                return asked(ticket)
            finally:
                if not begins:
                    late()

        work(ask, *to)

    def put(disk: onto_disk.Disk) -> Any:
        late()
        return tried(disk)

    patch.setattr(jobs, "_work", worked)
    patch.setattr(onto_disk, "_tried", put)
