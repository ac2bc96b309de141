"""What was done last on a page, for undo: what no item in hand leads to, such as somebody who was added or removed."""

from typing import Generic, TypeVar

Act = TypeVar("Act")
_UNDO, _REDO = "undo", "redo"


class LastDone(Generic[Act]):
    """One act, which undo takes back and redo does again; whatever else is done takes its place."""

    def __init__(self) -> None:
        self._last: dict[str, Act] = {}  # by the command that it waits for

    def did(self, act: Act) -> None:
        """This was done: undo would take it back, and what was undone before is no longer done again."""
        self._last = {_UNDO: act}

    def of(self, code: str) -> Act | None:
        """What undo or redo, by its code, would be of; None where there is nothing."""
        return self._last.get(code)

    def turned(self) -> None:
        """It was taken back, or done again: now it waits for the other command."""
        self._last = {_REDO if code == _UNDO else _UNDO: act for code, act in self._last.items()}

    def forget(self) -> None:
        """Something else was done, which has an undo of its own."""
        self._last = {}
