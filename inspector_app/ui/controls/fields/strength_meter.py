"""How strong the passphrase in a box is: a bar and its word, worked out off the UI thread when typing pauses."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QProgressBar, QWidget

from inspector_app.ui.controls.labels import plain_label
from inspector_app.ui.jobs import Jobs
from inspector_app.ui.look import early, sizes, theme

if TYPE_CHECKING:
    from inspector_app.core.services.profile.passphrase import Strength

_BARS = 4
_PAUSE = 250  # milliseconds without a key before the strength is worked out


class StrengthBars(QProgressBar):
    """Four bars, filled from the left: how strong is said by their number, and by the word beside them."""

    def __init__(self) -> None:
        super().__init__(maximum=_BARS, textVisible=False)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Those that are reached in one colour, the others as a track with an edge."""
        painter, c, gap = QPainter(self), theme.colours(), theme.px(sizes.STRESS)
        reached = (c.error, c.error, c.warn, c.yes, c.yes)[max(self.value(), 0)]
        wide = (self.width() - (_BARS - 1) * gap) // _BARS
        for place in range(_BARS):
            box = QRect(place * (wide + gap), 0, wide, self.height())
            early.fill(painter, box, reached if place < self.value() else c.border)
            if place >= self.value():
                early.fill(painter, box.adjusted(1, 1, -1, -1), c.track)


class StrengthMeter(QObject):
    """Gives `bar` and `word` for its owner to lay out. `about` tells words that are easy to guess, such as the name."""

    def __init__(
        self, box: QLineEdit, jobs: Jobs, owner: QWidget, about: Callable[[], tuple[str, ...]] = tuple
    ) -> None:
        super().__init__(owner)
        self._box, self._jobs, self._owner, self._about = box, jobs, owner, about
        self.bar = StrengthBars()
        self.bar.setAccessibleName("Strength of the passphrase")
        self.word = theme.role(plain_label("Strength: nothing typed yet"), "small")
        self.word.setWordWrap(True)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._measure)
        box.textChanged.connect(lambda: self._pause.start())
        jobs.destroyed.connect(self._pause.stop)  # the program ends: there is nobody to measure it any more

    def _measure(self) -> None:
        from inspector_app.core.services.profile.passphrase import strength  # 4 ms at the start, with dataclasses

        typed, about = self._box.text(), self._about()
        self._jobs.run(
            self._owner,
            lambda _ticket: (typed, strength(typed, about)),
            done=lambda found: self._show(*found),
            failed=lambda _error: None,  # a strength is never refused
        )

    def _show(self, typed: str, found: "Strength") -> None:
        if typed != self._box.text():
            return  # typed on meanwhile; that has its own measurement
        self.bar.setValue(found.score)
        enough = "enough" if found.accepted else "not enough yet"
        theme.role(self.word, "known" if found.accepted else "small")
        self.word.setText(
            f"Strength: {found.word}, {enough}. {found.advice}" if typed else "Strength: nothing typed yet"
        )
