"""The page of a list that is being looked at: columns and words for types side by side, its rows, what an import does."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from inspector_app.core.words import say
from inspector_app.ui.controls.buttons.drawn import fold
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.buttons.way_back import way_back
from inspector_app.ui.controls.card import Card
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.frames.bounded import Bounded
from inspector_app.ui.controls.frames.framed import frame
from inspector_app.ui.controls.frames.scrolled import Scrolled
from inspector_app.ui.controls.labels import plain_label
from inspector_app.ui.controls.shown.picture import picture
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.layout import Down, layout_of
from inspector_app.ui.places.setup.column_lines import ColumnLines
from inspector_app.ui.places.setup.preview import list_of_problems, preview
from inspector_app.ui.places.setup.row_filter import RowFilter
from inspector_app.ui.places.setup.step import line
from inspector_app.ui.places.setup.type_words import TypeWords

_NARROW = 900  # px at 100%: below it the two cards stand below one another
_LINES = 172  # px at 100%: five columns or words and half of one, which tells that more follow


class ImportSheet(QWidget):
    """Only what is there and where, with the head always in view; what becomes of it is `ImportList`'s."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._below = Scrolled(_NARROW, self, part=True)
        self.back, self.leave = way_back("setup", self), theme.role(PressButton(say("Leave it"), self), "plain")
        self.take = theme.role(PressButton("", self), "primary")
        self.take_below = PressButton("", self)  # the same, where what an import does is said
        self.file, self.another = line(self, role="small"), theme.role(PressButton(say("Another file…"), self), "plain")
        self.lines, self.unused, self.never = ColumnLines(self), line(self, role="small"), line(self, role="small")
        self.found = theme.role(plain_label(parent=self), "small")
        self.unfold, self._unfolded, self._folds = theme.role(PressButton(self), "plain"), True, False
        self.unfold.setObjectName("columns")
        self.unfold.clicked.connect(lambda: self.set_unfolded(not self._unfolded))
        self._columns = Bounded(self.lines, sizes.ANY, self)
        self.words, self.words_card = TypeWords(self), Card(say("The service’s words for the type"), parent=self)
        self._asked = Bounded(self.words, sizes.ANY, self)
        self.rows, self.preview, self.problems = RowFilter(self), preview(self), list_of_problems(self)
        self.summary = line(self)
        self._lock = picture("lock", theme.colours().quiet, self)
        self._lay_out()

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        words, rows = self.words.boxes.values(), self.rows.buttons.values()
        head, foot = (self.back, self.leave, self.take, self.unfold, self.another), (self.preview, self.problems)
        return [*head, *self.lines.stops, *words, *rows, *foot, self.take_below]

    @property
    def takes(self) -> tuple[PressButton, PressButton]:
        """The buttons that import, at the head and at the foot of the page."""
        return self.take, self.take_below

    def set_unfolded(self, unfolded: bool) -> None:
        """Show the columns, or, where there is little room, leave it to the rows that are read from them."""
        self._unfolded = unfolded
        self.unfold.setText(say("Hide the columns") if unfolded else say("Show the columns"))
        fold(self.unfold, opened=unfolded)
        self._show_columns()

    def _show_columns(self) -> None:
        shown = self._unfolded or not self._folds
        self.unfold.setVisible(self._folds)
        self.lines.setVisible(shown)
        self.file.setVisible(shown)
        self.unused.setVisible(shown and bool(self.unused.text()))

    def say_unused(self, said: str) -> None:
        """Say which columns are not read; "" where all are."""
        self.unused.setText(said)
        self._show_columns()

    def enter(self) -> None:
        """Go to the columns, or, where they are folded, to what shows them."""
        (self.unfold if self.lines.isHidden() else self.lines.boxes["ref"]).setFocus()

    def hold(self, work: QWidget) -> None:
        """Have the line of what is being done at the foot."""
        self._below.body.addWidget(work)

    def say_never(self, said: str) -> None:
        """Say which columns are never imported, and why; "" where there are none."""
        self.never.setText(said)
        for part in (self.never, self._lock):
            part.setVisible(bool(said))
        QTimer.singleShot(0, self, self._bound)  # once all is said that stands with the columns

    def _lay_out(self) -> None:
        heading = theme.role(plain_label(say("Import a list of cases"), self), "title")
        step = theme.role(plain_label(say("step 3, Cases"), self), "quiet")
        head, above = Flow(self.back, heading, step, self.leave, self.take), QHBoxLayout()
        head.set_gap(3)
        self._below.verticalScrollBar().rangeChanged.connect(lambda _least, most: self._end(above, scrolls=most > 0))
        layout = QVBoxLayout(self)
        frame(self, layout)
        layout.setSpacing(theme.px(sizes.CLOSE))
        above.addLayout(head)
        layout.addLayout(above)
        layout.addWidget(self._below, 1)
        two = self._below.add_row()
        for card in (self._columns_card(), self._words_card()):
            card.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            two.addWidget(card, 1)
        self._below.body.addWidget(self._rows_card(), 1)
        self._below.body.addWidget(self._foot())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, the parts of the foot stand below one another: side by side they are cut.

        In a window that is not high columns and words scroll by themselves, so that the rows are seen that come of them.
        """
        super().resizeEvent(event)
        self._bound()
        way, narrow = QBoxLayout.Direction, self.width() < theme.px(_NARROW)
        self._across.setDirection(way.TopToBottom if narrow else way.LeftToRight)

    def _end(self, head: QHBoxLayout, *, scrolls: bool) -> None:
        """Let the head end where the cards below it do, beside which the bar stands."""
        bar = self._below.verticalScrollBar().sizeHint().width() if scrolls else 0
        head.setContentsMargins(0, 0, bar, 0)

    def _bound(self) -> None:
        down, narrow = layout_of(self.window().size()).down, self.width() < theme.px(_NARROW)
        folds = down in (Down.LOW, Down.SHORT) or (narrow and down is Down.MEDIUM)
        if folds != self._folds:
            self._folds = folds
            self._show_columns()
        medium = down is Down.MEDIUM and not narrow
        self._columns.set_most(_LINES if medium else sizes.ANY)
        self._asked.set_most(_LINES + self._below_columns() if medium else sizes.ANY)

    def _below_columns(self) -> int:
        """How high, px at 100%, all is that stands with the columns: the words beside them have that for themselves."""
        beside = [part for part in (self.file, self.unused, self.never) if not part.isHidden()]
        wide = max(1, self._columns.width())
        return sum(part.heightForWidth(wide) * 100 // theme.zoom() + sizes.CLOSE for part in beside)

    def _columns_card(self) -> Card:
        card = Card(say("Columns"), parent=self)
        _beside(card, self.found, self.unfold, self.another)
        self.set_unfolded(True)
        card.stack(self.file, self._columns, self.unused)
        never = QHBoxLayout()
        never.setSpacing(theme.px(sizes.CLOSE))
        never.addWidget(self._lock, 0, Qt.AlignmentFlag.AlignTop)
        never.addWidget(self.never, 1)
        card.body.addLayout(never)
        card.body.addStretch(1)
        return card

    def _words_card(self) -> Card:
        _beside(self.words_card, theme.role(plain_label(say("each is asked once, and remembered"), self), "small"))
        self.words_card.stack(self._asked)
        self.words_card.body.addStretch(1)
        return self.words_card

    def _rows_card(self) -> Card:
        card = Card(say("Rows as they will be read"), parent=self)
        _beside(card, self.rows)
        card.body.addWidget(self.preview, 1)
        card.stack(self.problems)
        return card

    def _foot(self) -> QFrame:
        foot = theme.role(QFrame(self), "card")
        across = self._across = QHBoxLayout(foot)
        across.setContentsMargins(*(theme.px(sizes.APART), theme.px(sizes.NEAR)) * 2)
        across.setSpacing(theme.px(sizes.APART))
        across.addWidget(theme.role(plain_label(say("If you import"), self), "label"))
        across.addWidget(self.summary, 3)
        across.addWidget(line(self, say("A backup is made before."), "small"), 1)
        across.addWidget(self.take_below)
        return foot


def _beside(card: Card, *parts: QWidget) -> None:
    """Put these beside the heading of a card, the last at its right."""
    card.body.removeWidget(card.heading)
    head = Flow(card.heading, *parts)
    head.set_gap(len(parts))
    card.body.insertLayout(0, head)
