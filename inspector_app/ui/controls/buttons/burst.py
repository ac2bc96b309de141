"""Keys with less than a pause between them are one burst: what is read as one word or sentence, and spoken of once."""

import time
from collections.abc import Callable

PAUSE = 1.5  # s without a key, after which the next begins anew: longer than between two letters of a slow typist


class Burst:
    """When a key came last, so that the next one is known to go on from it or to begin anew."""

    def __init__(self, clock: Callable[[], float] = time.monotonic, pause: float = PAUSE) -> None:
        """`clock`: seconds."""
        self._clock, self._pause = clock, pause
        self.end()

    @property
    def goes_on(self) -> bool:
        """Whether a key that came now would go on from the last."""
        return self._clock() - self._last <= self._pause

    def key(self) -> bool:
        """A key comes now: whether it goes on from the last."""
        goes_on, self._last = self.goes_on, self._clock()
        return goes_on

    def end(self) -> None:
        """Whatever key comes next begins anew."""
        self._last = float("-inf")
