"""What one person has to judge: whether they take cases, how many they have, and how much that is as a length."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from inspector_app.core.domain.inspection import Person
from inspector_app.core.services.cases.allocation import Load
from inspector_app.core.words import count, say
from inspector_app.ui.controls.fields.fact import as_it_stands
from inspector_app.ui.controls.labels import plain_label
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.places.setup.step import line


class LoadRow:
    """The parts of one line, made once and brought up to date; `person` None for the cases that nobody has."""

    def __init__(self, person: Person | None, parent: QWidget) -> None:
        self.person = person
        self.who = QCheckBox(as_it_stands(person.name), parent) if person else line(parent, "Nobody")
        self._cases, self._judge, self._bar = plain_label(parent=parent), plain_label(parent=parent), LoadBar(parent)

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """From the left."""
        return (self.who, self._cases, self._judge, self._bar)

    def show_load(self, load: Load, most: int) -> None:
        """Show these figures; `most` is the largest load there is."""
        cases = count(load.cases, "{n} case", "{n} cases") if load.cases else say("no cases")
        judge = say("{number} to judge", number=load.gaps)
        self._cases.setText(cases)
        self._judge.setText(judge)
        name = f"{self.person.name} takes cases" if self.person else "Nobody"
        self.who.setAccessibleName(f"{name}: {cases}, {judge}")
        self._bar.show_part(load.gaps, most)


class LoadBar(QWidget):
    """How much somebody has to judge, as a length beside its figure."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._part = 0.0

    def show_part(self, value: int, most: int) -> None:
        """Show so much of the most that anybody has."""
        self._part = value / most if most else 0.0
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(theme.px(sizes.BOX_SHORT), theme.px(sizes.CHECK))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A bar on a track."""
        painter, c = QPainter(self), theme.colours()
        high = theme.px(sizes.BAR)
        track = QRectF(0, (self.height() - high) / 2, self.width(), high)
        painter.fillRect(track, QColor(c.raised))
        painter.fillRect(QRectF(track.left(), track.top(), track.width() * self._part, high), QColor(c.accent))
