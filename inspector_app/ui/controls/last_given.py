"""The answers given last, one after another: undo takes them back in turn for as long as one goes nowhere else."""

from typing import Generic, TypeVar

G = TypeVar("G")


class LastGiven(Generic[G]):
    """Knows of each answer which item the person was on afterwards."""

    def __init__(self) -> None:
        self._given: list[tuple[G, str]] = []

    def add(self, given: G, then: str) -> None:
        """Something was answered, after which the person is on the item `then`."""
        self._given.append((given, then))

    def take(self, here: str) -> G | None:
        """The last answer, which is then forgotten, if it led to the item the person is on."""
        if self._given and self._given[-1][1] == here:
            return self._given.pop()[0]
        return None

    def forget(self) -> None:
        """The person did something else."""
        self._given.clear()
