"""The second edge: what nobody caught is logged without a value in it, and the person is told that the work is safe."""

import logging
import sys
import threading
from collections.abc import Callable
from types import TracebackType

from inspector_app.core.log import places

_log = logging.getLogger(__name__)


def install(tell: Callable[[], None]) -> None:
    """From now on log every uncaught exception and call `tell`, which must be safe to call from any thread."""

    def uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        _log.error("uncaught %s at %s", kind.__name__, " < ".join(places(trace)))
        tell()

    sys.excepthook = uncaught
    threading.excepthook = lambda a: uncaught(a.exc_type, a.exc_value or a.exc_type(), a.exc_traceback)
