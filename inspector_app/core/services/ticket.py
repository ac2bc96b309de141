"""What long work is given: where to say how far it is, and where to see whether it should stop."""

from collections.abc import Callable


class Cancelled(Exception):
    """The person asked for the work to stop. Neither an error of the world nor a bug."""


class Ticket:
    """Progress and cancelling for one piece of long work; both ways may cross threads."""

    def __init__(self, listener: Callable[[int, int, str], None] | None = None) -> None:
        self._listener = listener
        self._cancelled = False

    def report(self, done: int, of: int, what: str) -> None:
        """Say that `done` of `of` steps are behind us and `what` comes now. Raises Cancelled when asked to stop.

        Not when all are behind us: what was done must not be said to have been stopped.
        """
        if done < of:
            self.check()
        if self._listener is not None:
            self._listener(done, of, what)

    def cancel(self) -> None:
        """Ask the work to stop at its next check."""
        self._cancelled = True

    @property
    def cancelled(self) -> bool:
        """Whether somebody asked the work to stop."""
        return self._cancelled

    def check(self) -> None:
        """Raise Cancelled when somebody asked the work to stop."""
        if self._cancelled:
            raise Cancelled
