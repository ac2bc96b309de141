"""Which line a note is of right after an answer, and where one goes on once it is written."""


class AfterAnswer:
    """Right after an answer the note that is wanted is of the line that was answered; leaving it goes on where one was.

    Whoever moves, points or types a code since then means the line they are on.
    """

    def __init__(self) -> None:
        self._just = self._back = -1

    def answered(self, place: int) -> None:
        """That line was answered just now."""
        self._just, self._back = place, -1

    def forget(self) -> None:
        """The person says which line they mean."""
        self._just = self._back = -1

    def typed(self, code: str) -> None:
        """So they do by a code; "" is the end of one."""
        if code:
            self.forget()

    def note_of(self, here: int) -> int:
        """The line whose note is wanted from the line `here`."""
        just, self._just = self._just, -1
        self._back = here if just >= 0 else -1
        return just if just >= 0 else here

    def back_to(self, here: int) -> int:
        """The line on which one goes on after the note of the line `here`."""
        back, self._back = self._back, -1
        return back if back >= 0 else here
