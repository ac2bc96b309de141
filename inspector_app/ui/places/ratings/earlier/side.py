"""The inspections of one set of rules: the framework's name, their ratings, and their Yes rates."""

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector_app.core.domain.collection import Collected, SideBySide
from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.rating_rules import Scale
from inspector_app.core.words import say
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.labels import plain_label, text_label
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.rating_mark import RatingMark
from inspector_app.ui.places.ratings.earlier import model
from inspector_app.ui.places.ratings.earlier.model import BesideModel, Column
from inspector_app.ui.places.ratings.earlier.table import BesideTable


class Side(QWidget):
    """`chosen` and `seen` are those of its tables; what is seen is said in the coordinates of this."""

    chosen = Signal(object)  # Collected
    seen = Signal(QWidget, QRect)

    def __init__(self, one: SideBySide, this: Collected, framework: Framework | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._one, self._this, self._framework = one, this, framework
        self.title = theme.role(text_label(self), "heading")
        self.title.setText(framework.title if framework else one.rules.framework)
        layout = self._layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, theme.px(sizes.NEAR))
        layout.setSpacing(theme.px(sizes.CLOSE))
        layout.addWidget(self.title)
        self.ratings = self._table(say("Ratings"), model.ratings(one))
        if framework is not None and framework.rating.scale is not Scale.STARS:
            layout.addLayout(Flow(*(self._mark(word.word, framework) for word in framework.rating.words)))
        rates = model.rates(one)
        self.rates = self._table(say("Yes, of the cases judged"), rates) if rates else None

    @property
    def tables(self) -> tuple[BesideTable, ...]:
        """Its tables, from top to bottom."""
        return (self.ratings, self.rates) if self.rates else (self.ratings,)

    def _mark(self, word: str, framework: Framework) -> RatingMark:
        mark = RatingMark(framework, theme.SMALL, self)
        mark.set_rating(word)
        return mark

    def _table(self, name: str, columns: list[Column]) -> BesideTable:
        made = BesideTable(
            f"{name}: {self.title.text()}", BesideModel(self._one, columns, self._this, self), self._framework, self
        )
        made.chosen.connect(self.chosen)
        made.seen.connect(lambda where: self.seen.emit(made, where))
        self._layout.addWidget(theme.role(plain_label(name, self), "label"))
        self._layout.addWidget(made)
        return made
