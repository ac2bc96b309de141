"""Steps that arrive, as if somebody's package had brought them and they were believed."""

from collections.abc import Callable, Sequence

from sqlalchemy import Connection

from inspector_app.core.domain.steps.changes import Change, Step
from inspector_app.core.domain.steps.line import with_changes
from inspector_app.core.storage.log import union
from inspector_app.core.storage.log.union import Incoming, Joined

SIGNED = "0" * 32  # the stretch that covers them


def arrive(
    connection: Connection,
    steps: Sequence[Step],
    changes: Sequence[Change],
    report: Callable[[int, int], None] = lambda _done, _of: None,
) -> Joined:
    incoming = [Incoming(made, SIGNED, None) for made in with_changes(steps, changes)]
    return union.join(connection, incoming, (), report)
