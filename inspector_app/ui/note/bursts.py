"""What was typed in a note, in short bursts that undo takes back one by one. It knows of no file and no widget.

A burst is a few words, and ends at a pause, where somebody goes on elsewhere in the text, or turns from writing to deleting.
Each belongs to the step of the history that it was saved in, which is longer: all that was typed without a long pause.
"""

from typing import NamedTuple

from inspector_app.ui.controls.buttons.burst import PAUSE
from inspector_app.ui.note.exact_text import difference

WORDS = 4  # that a burst holds at most
_ON, _OVER = (True, False), (True, True)  # typed on, and over what was selected: with what follows one burst
_KEPT = 400  # bursts of one note


class Back(NamedTuple):
    """Where a step back leads: the text before the burst, and before all that was saved in one step with it."""

    text: str
    at: int  # where in it what is put back ends
    step_began: str
    this_step: bool  # whether what is typed now is saved in that step


class Forth(NamedTuple):
    """Where a step forth leads: the text after the burst, and where in it what was typed ends."""

    text: str
    at: int


class Bursts:
    """The texts that a note had while somebody typed in it, a burst apart, and which of them stands there."""

    def __init__(self) -> None:
        self.turns = 0  # how often the text was typed on, or went back or forth
        self.begin_anew()

    def begin_anew(self) -> None:
        """Another note: nothing was typed in it here."""
        self._texts: list[str] = []
        self._steps: list[int] = []  # of each burst, the step that it belongs to
        self._ends: list[int] = []  # and where in the text after it what was typed ends
        self._at = self._step = self.beyond = 0
        self.turns += 1
        self.end()

    def end(self) -> None:
        """What is typed next is a burst of its own."""
        self._end, self._when, self._kind = -1, 0.0, (False, False)

    def end_step(self) -> None:
        """What is typed next is saved in a step of its own."""
        self._step += 1
        self.end()

    def typed(self, old: str, new: str, now: float, at: int = -1) -> None:
        """A person made `old` into `new` at that time (seconds), after which the cursor stands at `at` (-1: unknown)."""
        self.beyond = 0
        self.turns += 1
        if not self._texts or self._texts[self._at] != old:
            self._texts, self._steps, self._ends, self._at = [old], [], [], 0
            self.end()
        first, last, put = difference(old, new, at)
        kind = (bool(put), last > first)
        goes_on = kind == self._kind or (self._kind == _OVER and kind == _ON)
        joins = self._end in (first, last) and goes_on and now - self._when < PAUSE
        if joins and not self._is_full(put):
            self._texts[self._at] = new
        else:
            self._add(new)
        self._ends[-1:] = [first + len(put)]
        self._end, self._when, self._kind = first + len(put), now, kind

    def back(self, text: str) -> Back | None:
        """What the burst before `text` leads back to; None where nothing of what stands there was typed here."""
        if not self._at or self._texts[self._at] != text:
            return None
        began = self._began()
        before = self._texts[self._at - 1]
        _first, at, _put = difference(before, text, self._ends[self._at - 1])
        return Back(before, at, self._texts[began], self._steps[self._at - 1] == self._step)

    def forth(self, text: str) -> Forth | None:
        """The text after the burst that was taken back last; None where there is none."""
        if self._at + 1 >= len(self._texts) or self._texts[self._at] != text:
            return None
        return Forth(self._texts[self._at + 1], self._ends[self._at])

    def went_back(self) -> None:
        """The text of `back` stands there, and all since its step began is saved in the present one."""
        began = self._began()
        self._steps[began:] = [self._step] * len(self._steps[began:])
        self._at -= 1
        self.turns += 1
        self.end()

    def went_forth(self) -> None:
        """The text of `forth` stands there, saved in the present step."""
        self._steps[self._at] = self._step
        self._at += 1
        self.turns += 1
        self.end()

    def _is_full(self, put: str) -> bool:
        """Whether a word begins that is one too many."""
        before, now = self._texts[self._at - 1], self._texts[self._at]
        first, last, so_far = difference(before, now)
        return (put[:1].strip() != "" and so_far[-1:].isspace() and len(so_far.split()) >= WORDS) or last - first > 80

    def _add(self, new: str) -> None:
        self._texts[self._at + 1 :] = [new]
        self._steps[self._at :] = [self._step]
        self._ends[self._at :] = [-1]
        if len(self._texts) > _KEPT:
            del self._texts[0], self._steps[0], self._ends[0]
        self._at = len(self._texts) - 1

    def _began(self) -> int:
        """Where the step of the burst before the text began."""
        at = self._at - 1
        while at and self._steps[at - 1] == self._steps[self._at - 1]:
            at -= 1
        return at
