"""The answers given last: undo takes them back in turn while one goes nowhere else, and one can write on the last."""

from typing import Generic, TypeVar

G = TypeVar("G")
P = TypeVar("P")


class LastGiven(Generic[G]):
    """Knows of each answer which item the person was on afterwards."""

    def __init__(self) -> None:
        self._given: list[tuple[G, str]] = []
        self._alone = False

    def add(self, given: G, then: str) -> None:
        """Something was answered, after which the person is on the item `then`."""
        if self._alone:
            self.forget()
        self._given.append((given, then))

    def put(self, given: G, then: str) -> None:
        """This alone is what undo does on the item `then`: nothing before it, and it no more once something is answered."""
        self._given, self._alone = [(given, then)], True

    def take(self, here: str) -> G | None:
        """The last answer, which is then forgotten, if it led to the item the person is on."""
        if self._given and self._given[-1][1] == here:
            return self._given.pop()[0]
        return None

    def forget(self) -> None:
        """The person did something else."""
        self._given.clear()
        self._alone = False


class AnsweredLast(Generic[P]):
    """The place that was answered last, and where the person was before they went back there to write."""

    def __init__(self) -> None:
        self.place: P | None = None
        self._left: P | None = None

    def go_there(self, here: P) -> P:
        """The place to write at: this one, where nothing was answered."""
        if self.place is None or self.place == here:
            return here
        self._left = here
        return self.place

    def come_back(self, here: P) -> P:
        """The place to go on at: this one, where the person came in another way or went elsewhere (`stay`)."""
        left = self._left
        self.stay()
        return here if left is None else left

    def stay(self) -> None:
        """The person goes on from where they are."""
        self._left = None
