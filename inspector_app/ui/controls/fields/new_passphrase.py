"""A passphrase that is chosen: typed twice, with its strength while it is typed. What it is for, its users say."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector_app.ui.controls.fields.field import Field, secret_box
from inspector_app.ui.controls.fields.strength_meter import StrengthMeter
from inspector_app.ui.jobs import Jobs
from inspector_app.ui.look import sizes, theme


class NewPassphrase(QWidget):
    """`first` and `second` are its boxes; `about` gives words that are easy to guess, such as the person's name.

    Signals `entered` at Return in either: what the page is for is done then, as by its button.
    """

    entered = Signal()

    def __init__(
        self,
        jobs: Jobs,
        labels: tuple[str, str],
        hint: str,
        about: Callable[[], tuple[str, ...]] = tuple,
        parent: QWidget | None = None,
        *,
        beside: QWidget | None = None,
    ) -> None:
        """`beside` the first box stands what fills it."""
        super().__init__(parent)
        self.first, self.second = secret_box(), secret_box()
        self.first_field = Field(labels[0], self.first, hint, beside)
        self.second_field = Field(labels[1], self.second)
        self.first.textEdited.connect(lambda: self.second_field.set_wrong(""))  # said of the two
        for box in (self.first, self.second):
            box.returnPressed.connect(self.entered)
        meter = StrengthMeter(self.first, jobs, self, about)
        self.bar, self.word = meter.bar, meter.word
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(theme.px(sizes.CLOSE))
        for widget in (self.first_field, self.bar, self.word, self.second_field):
            self.body.addWidget(widget)

    @property
    def text(self) -> str:
        """What was typed."""
        return self.first.text()

    def wrongs(self, first: str) -> tuple[tuple[Field, str], ...]:
        """What will not do, by field: of the first as its user says, and that the second is another."""
        differs = "" if self.first.text() == self.second.text() else "The two are not the same."
        return (self.first_field, first), (self.second_field, differs)

    def clear(self) -> None:
        """Forget what was typed."""
        self.first.clear()
        self.second.clear()
