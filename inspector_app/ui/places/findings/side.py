"""Beside the texts: figures, what carries the sentence at the cursor, summaries, what is without evidence or unused."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from inspector_app.core.services.results.supporting import Offer
from inspector_app.core.words import say
from inspector_app.ui.controls.fields.drop_down import DropDown
from inspector_app.ui.controls.labels import text_label
from inspector_app.ui.controls.lists.wrapped import show_items, wrapped_list
from inspector_app.ui.controls.tab_line import TabLine
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.places.findings.carried_pane import CarriedPane
from inspector_app.ui.places.findings.figures.figures_pane import FiguresPane
from inspector_app.ui.places.findings.summaries_pane import SummariesPane

FIGURES, CARRIED, SUMMARIES, GAPS, UNUSED = "figures", "carried", "summaries", "gaps", "unused"

_FIGURES, _OTHERS = 11, 9  # parts of the height


class LinesPane(QWidget):
    """What stands over a list, and the list. Enter on a line chooses it, Ctrl+Enter puts it into the text."""

    chosen = Signal(str)
    put_asked = Signal(str)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.about = theme.role(text_label(self), "small")
        self.about.setAlignment(Qt.AlignmentFlag.AlignTop)  # where nothing stands below it too
        self.lines = wrapped_list(name, self)
        self.lines.itemActivated.connect(lambda item: self.chosen.emit(str(item.data(Qt.ItemDataRole.UserRole))))
        self.lines.installEventFilter(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(sizes.CLOSE),) * 4)
        layout.setSpacing(theme.px(sizes.TIGHT))
        layout.addWidget(self.about)
        layout.addWidget(self.lines, 1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+Enter is not Enter."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and _puts(event):
            if (item := self.lines.currentItem()) is not None:
                self.put_asked.emit(str(item.data(Qt.ItemDataRole.UserRole)))
            return True
        return super().eventFilter(watched, event)

    def show_these(self, about: str, lines: Sequence[tuple[str, str]]) -> None:
        """Show these (code, words) under that."""
        self.about.setText(about)
        show_items(self.lines, lines)
        self.lines.setVisible(bool(lines))


def _puts(event: QKeyEvent) -> bool:
    enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return enter and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)


def _box(name: str, tabs: Sequence[tuple[str, str]], parent: QWidget) -> DropDown:
    box = DropDown(parent)
    box.setAccessibleName(name)
    for code, words in tabs:
        box.addItem(words, code)
    box.hide()
    return box


class _Panes(QStackedWidget):
    """One of which is seen; which one says nothing of its height, or the tabs over it would move."""

    def hasHeightForWidth(self) -> bool:
        """It has what room there is."""
        return False

    def sizeHint(self) -> QSize:
        """Alike for all of them."""
        return QSize(self.minimumSizeHint().width(), 1)


class SidePane(QFrame):
    """Five panes, one of which is open; where there is room, the figures stand over the others and are seen always."""

    opened = Signal(str)  # one of the five
    shown_anew = Signal()  # another pane is seen, which nobody asked for

    def __init__(self, find: Callable[[str], Sequence[Offer]], parent: QWidget) -> None:
        super().__init__(parent)
        theme.role(self, "card")
        tabs = (
            (FIGURES, say("Figures")), (CARRIED, say("Evidence")), (SUMMARIES, say("Summaries")), (GAPS, say("No evidence")),
            (UNUSED, say("Not used")),
        )  # fmt: skip
        self._called = dict(tabs)
        self.tabs = TabLine(say("Beside the texts"), tabs, self)
        self.box = _box(say("Beside the texts"), tabs, self)
        self._stack = _Panes(self)
        self.figures, self.carried = FiguresPane(self._stack), CarriedPane(find, self._stack)
        theme.role(self.figures, "page")  # the card is this
        self.summaries = SummariesPane(self._stack)
        self.gaps = LinesPane(say("Sentences without evidence"), self._stack)
        self.unused = LinesPane(say("Strong evidence that no sentence rests on"), self._stack)
        self._panes: dict[str, QWidget] = {
            FIGURES: self.figures, CARRIED: self.carried, SUMMARIES: self.summaries, GAPS: self.gaps,
            UNUSED: self.unused,
        }  # fmt: skip
        self._stack.setMinimumHeight(1)  # its lists scroll
        for part in (self, self.figures, self._stack):  # no height is from what is shown: tabs stay where they are
            part.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        for pane in self._panes.values():
            self._stack.addWidget(pane)
        self.figures.setMinimumHeight(1)
        self._under = theme.role(QFrame(self), "line")
        self._above = False
        self._layout = layout = QVBoxLayout(self)
        layout.setContentsMargins(*(sizes.EDGE,) * 4)
        layout.setSpacing(0)
        layout.addWidget(self._under)
        self._under.hide()
        layout.addWidget(self.tabs)
        layout.addWidget(self.box)
        layout.addWidget(self._stack, _OTHERS)
        self.tabs.chosen.connect(self.open)
        self.figures.fits.connect(self._share)
        self.box.activated.connect(lambda _: self.open(str(self.box.currentData())))

    def hasHeightForWidth(self) -> bool:
        """It has what room there is: what is in it scrolls, and changes with the sentence at the cursor."""
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the tabs have no room beside one another, a box has them."""
        super().resizeEvent(event)
        narrow = self.width() < self.tabs.sizeHint().width() + 2 * sizes.EDGE
        self.tabs.setVisible(not narrow)
        self.box.setVisible(narrow)
        self._share()

    def _share(self) -> None:
        """What the figures do not need of their part of the height is for the others, whatever one is on."""
        self.figures.setMaximumHeight(self.figures.whole_height if self._above else sizes.ANY)

    def put_figures_above(self, above: bool) -> None:
        """Whether the figures stand over the other panes, or are one of them."""
        if above == self._above:
            return
        self._above = above
        if above:
            self._stack.removeWidget(self.figures)
            self._layout.insertWidget(0, self.figures, _FIGURES)  # what has no room is scrolled to
            self.figures.show()
        else:
            self._stack.insertWidget(0, self.figures)
        self._share()
        self._under.setVisible(above)
        self.tabs.show_tab(FIGURES, not above)
        self._offer()
        self.shown_anew.emit()

    def _offer(self) -> None:
        """The tabs as a box, for where they have no room."""
        self.box.clear()
        for code, words in self._called.items():
            if not (self._above and code == FIGURES):
                self.box.addItem(words, code)
        self.tabs.show_open(self.current)
        self.box.setCurrentIndex(self.box.findData(self.current))

    @property
    def current(self) -> str:
        """Which pane is open."""
        return next(code for code, pane in self._panes.items() if pane is self._stack.currentWidget())

    def open(self, code: str) -> None:
        """Open a pane; the figures are open where they stand above."""
        if self._above and code == FIGURES:
            return
        self._stack.setCurrentWidget(self._panes[code])
        self.tabs.show_open(code)
        self.box.setCurrentIndex(self.box.findData(code))
        self.opened.emit(code)

    def enter_figures(self) -> None:
        """Go to the first figure."""
        self.open(FIGURES)
        self.figures.enter()

    def enter_freezing(self) -> None:
        """Go to where the reason for freezing the figure at the cursor is written; without one there, that is said."""
        if self.figures.freeze.isEnabled():
            self.open(FIGURES)
        self.figures.enter_freezing()

    def enter_carried(self) -> None:
        """Go to where one links."""
        self.open(CARRIED)
        self.carried.enter()
