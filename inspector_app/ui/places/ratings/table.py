"""The table of ratings: every standard with its key questions, on one screen wherever there is room for that."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from inspector_app.core.domain.framework import Framework
from inspector_app.core.words import say
from inspector_app.ui.controls.lists.entered import Entered
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.layout import Down, layout_of
from inspector_app.ui.places.ratings.columns import Columns, columns
from inspector_app.ui.places.ratings.line_paint import LinePainter
from inspector_app.ui.places.ratings.lines import RatingLine
from inspector_app.ui.words import framework as framework_words

Index = QModelIndex | QPersistentModelIndex
LINE = Qt.ItemDataRole.UserRole
_ROOT = QModelIndex()
_MORE_QUESTION, _MORE_STANDARD = 24, 12  # px at 100%: so much higher is a line at the most where there is room
_SCROLLED = 1.2  # of the height that there is: so much is scrolled where a word more on a line would make another table


def _is_low(widget: QWidget) -> bool:
    return layout_of(widget.window().size()).down is not Down.TALL


class LineModel(QAbstractListModel):
    """The lines."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: list[RatingLine] = []

    def set_lines(self, lines: list[RatingLine]) -> None:
        """Show these; of the same ones only what differs is drawn again, so that the place stays."""
        same = [line.ref for line in lines] == [line.ref for line in self.lines]
        if not same:
            self.beginResetModel()
        before, self.lines = self.lines, lines
        if not same:
            self.endResetModel()
            return
        for place, (was, now) in enumerate(zip(before, lines, strict=True)):
            if was != now:
                self.dataChanged.emit(self.index(place), self.index(place))

    def place_of(self, ref: str) -> int:
        """In which row a standard or key question is; -1 where it is in none."""
        return next((place for place, line in enumerate(self.lines) if line.ref == ref), -1)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """One for each line."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> RatingLine | str | None:
        """The line; what is searched by its first letters; what a screen reader says."""
        line = self.lines[index.row()]
        words: dict[int, RatingLine | str] = {
            LINE: line,
            Qt.ItemDataRole.DisplayRole: f"{line.ref} {line.words}",
            Qt.ItemDataRole.AccessibleTextRole: line.spoken,
        }
        return words.get(role)


class LineList(Entered, QListView):
    """The lines. Where not all have room, those of key questions are folded into their standards, if that has."""

    entered = Signal()  # Enter: into what stands beside
    painted = Signal()  # once: the lines are on the screen

    def __init__(self, framework: Framework, parent: QWidget) -> None:
        super().__init__(parent)
        self._framework = framework
        self.painter = LinePainter(framework)
        self.lines = LineModel(self)
        self.folded = False
        self._more = (0, 0)  # px by which lines of key questions, and of standards, are higher than they need be
        self._at: tuple[int, Columns] | None = None
        self._seen = False
        self.setModel(self.lines)
        self.setItemDelegate(_Delegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setMinimumHeight(1)
        self.setAccessibleName(say("Standards and key questions"))
        self.lines.modelReset.connect(self.arrange)

    @property
    def at(self) -> Columns:
        """Where the columns are now."""
        width = self.viewport().width()
        if self._at is None or self._at[0] != width:  # asked for each line that is drawn
            self._at = (width, columns(self._framework, width))
        return self._at[1]

    @property
    def line(self) -> RatingLine | None:
        """The line one is on."""
        index = self.currentIndex()
        return self.lines.lines[index.row()] if index.isValid() else None

    def line_height(self, line: RatingLine) -> int:
        """How high a line is now."""
        return self.needed(line) + self._more[0 if line.question else 1]

    def needed(self, line: RatingLine) -> int:
        """How high it is at the least."""
        return self.painter.height(line, self.at, folded=self.folded, low=_is_low(self))

    def go_to(self, ref: str) -> None:
        """Be on a standard or key question; on its standard where that is folded."""
        place = self.lines.place_of(ref)
        if place >= 0 and self.isRowHidden(place):
            place = self.lines.place_of(self.lines.lines[place].standard)
        if place >= 0:
            self.setCurrentIndex(self.lines.index(place))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold."""
        super().resizeEvent(event)
        self.arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say, once, that the lines are seen."""
        super().paintEvent(event)
        if not self._seen:
            self._seen = True
            QTimer.singleShot(0, self, self.painted.emit)

    def arrange(self) -> None:
        """Show key questions as lines of their own where all lines have room, or where they have none in their standards."""
        lines, self.folded = self.lines.lines, False
        all_high = sum(map(self.needed, lines))
        least, room = (
            sum(self.painter.least(line, folded=False, low=_is_low(self)) for line in lines),
            self.viewport().height(),
        )
        self.folded = (least > room or all_high > room * _SCROLLED) and self.painter.fits_beside(lines, self.at)
        here = self.line
        self.painter.tight = False
        in_view = [line for line in lines if not (self.folded and line.question)]
        self.painter.tight = self.folded and sum(map(self.needed, in_view)) > room
        self._more = self._shared_out(in_view, room - sum(map(self.needed, in_view)))
        for place, line in enumerate(lines):
            self.setRowHidden(place, self.folded and bool(line.question))
        if here is not None:
            self.go_to(here.ref)
        self.doItemsLayout()

    def _shared_out(self, in_view: Sequence[RatingLine], spare: int) -> tuple[int, int]:
        """What each kind of line has of the height that is left: key questions first, whose words are longer."""
        asked = sum(bool(line.question) for line in in_view)
        question = min(theme.px(_MORE_QUESTION), max(0, spare) // max(1, asked)) if asked else 0
        left = max(0, spare - question * asked) // max(1, len(in_view) - asked)
        return question, min(theme.px(_MORE_STANDARD if asked else _MORE_QUESTION), left)

    def enter(self) -> None:
        """Go on to what stands beside."""
        self.entered.emit()


class _Delegate(QStyledItemDelegate):
    def __init__(self, view: LineList) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The ground, what marks the line one is on, then the line."""
        line, c, box = self._view.lines.lines[index.row()], theme.colours(), QRect(option.rect)
        here = bool(option.state & QStyle.StateFlag.State_Selected)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.fillRect(box, QColor(c.accent_soft if here else c.raised if over or self._is_head(line) else c.surface))
        painter.setPen(QPen(QColor(c.line), sizes.EDGE))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        if here:
            painter.fillRect(QRect(box.left(), box.top(), theme.px(sizes.HERE), box.height()), QColor(c.accent))
        self._view.painter.paint(painter, box, line, self._view.at, folded=self._view.folded)

    def _is_head(self, line: RatingLine) -> bool:
        """Whether lines of key questions stand under it; where a framework has none, no line heads any."""
        of = self._view.lines.lines
        return not line.question and not self._view.folded and any(other.question for other in of)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as the table."""
        return QSize(1, self._view.line_height(self._view.lines.lines[index.row()]))


class _Heads(QWidget):
    """The words over the columns, and the lower bounds of the bands over their ticks."""

    def __init__(self, framework: Framework, of: LineList, parent: QWidget) -> None:
        super().__init__(parent)
        self._framework, self._of = framework, of
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._lowers = [band.lower for band in framework.rating.bands if 0 < band.lower < 100]

    def sizeHint(self) -> QSize:
        """A row's height, as the window has it."""
        return QSize(1, theme.px(sizes.ROW.short if _is_low(self) else sizes.ROW.usual))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Quiet, small; where figures stand elsewhere only what is true of them."""
        painter, at, c = QPainter(self), self._of.at, theme.colours()
        painter.fillRect(self.rect(), QColor(c.sunken))
        painter.setFont(theme.font(theme.SMALL))
        painter.setPen(QColor(c.quiet))
        middle, right = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        first = framework_words.head_of_ratings(self._framework, folded=self._of.folded)
        painter.drawText(self.rect().adjusted(theme.px(sizes.APART), 0, 0, 0), middle, first)
        if at.below:
            return
        painter.drawText(QRect(at.rating, 0, at.rating_width, self.height()), middle, say("Rating"))
        if self._of.folded:
            said = say("Key questions, Yes and share")
            painter.drawText(
                QRect(self._of.painter.figures_left(at), 0, at.rating - at.text, self.height()), middle, said
            )
            return
        if self._framework.has_themes:
            return  # stars are given by judgement: there are no figures
        painter.drawText(QRect(0, 0, at.yes, self.height()), right, say("Yes"))
        painter.drawText(QRect(at.yes, 0, at.share - at.yes, self.height()), right, say("Share"))
        free = 0  # from where there is room: in a narrow window one that would run into the last is left out
        for lower in self._lowers:
            tick, half = at.bar + at.bar_width * lower // 100, painter.fontMetrics().horizontalAdvance(str(lower)) // 2
            if tick - half < free:
                continue
            free = tick + half + theme.px(sizes.TIGHT)
            box = QRect(tick - theme.px(sizes.APART), 0, theme.px(2 * sizes.APART), self.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(lower))


class RatingsTable(QFrame):
    """The lines under their heads."""

    chosen = Signal(
        object
    )  # RatingLine: the person is on it now; nothing is said before the table was painted or `tell`
    entered = Signal()

    def __init__(self, framework: Framework, parent: QWidget) -> None:
        super().__init__(parent)
        theme.role(self, "card")
        self.list = LineList(framework, self)
        self._heads = _Heads(framework, self.list, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(sizes.EDGE,) * 4)
        layout.setSpacing(0)
        layout.addWidget(self._heads)
        layout.addWidget(self.list, 1)
        self._tells = False
        self.list.entered.connect(self.entered)
        self.list.painted.connect(self.tell)
        self.list.selectionModel().currentChanged.connect(self._tell)

    def make_room(self) -> None:
        """Follow the size of the window."""
        self._heads.updateGeometry()

    def set_lines(self, lines: Sequence[RatingLine]) -> None:
        """Show these, on the line one was on."""
        here = self.list.line
        self.list.lines.set_lines(list(lines))
        self.list.arrange()
        if here is not None and self.list.line is None:
            self.list.go_to(here.ref)
        self._heads.update()

    def tell(self) -> None:
        """Say which line the person is on, from now on at once: what stands beside it is made for that."""
        if not self._tells:
            self._tells = True
            self._tell(self.list.currentIndex())

    def _tell(self, index: QModelIndex) -> None:
        if self._tells and index.isValid():
            self.chosen.emit(self.list.lines.lines[index.row()])
