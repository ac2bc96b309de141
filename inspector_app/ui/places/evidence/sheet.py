"""The grid with what its shapes mean, and beside it everything known about the row one is on."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from inspector_app.core.services.fieldwork import evidence, likely_sources
from inspector_app.core.services.fieldwork.evidence import Grid
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.words import later, say
from inspector_app.ui import actions
from inspector_app.ui.controls.empty import Empty
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.places.evidence.grid import GridView
from inspector_app.ui.places.evidence.grid_model import GridModel
from inspector_app.ui.places.evidence.legend import Legend
from inspector_app.ui.places.evidence.list_model import Filter
from inspector_app.ui.places.evidence.reading import ReadingPane
from inspector_app.ui.words import framework as framework_words

# px at 100%: how wide what is read beside the grid is, in a sheet from what width more; its share in a narrow one
_USUAL, _WIDE, _FROM, _SHARE = 320, 400, 1600, 0.4
_READ_AFTER = 60  # ms on a row, after which what is said on it is read
_NO_THIN = later("No prompt has thin evidence here")
_NO_SOURCE = later("Each has a column here once it is added with “Add a source” ({keys}).")


class GridSheet(QSplitter):
    """Signals the cell, or the source beside it, that is to be opened."""

    opened = Signal(str, str)  # source, reference
    switched = Signal(str, str)  # source, reference: to be linked, or no more
    ratings_wanted = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._shown: Grid | None = None
        self.table = GridModel()
        self.grid = GridView(self.table, framework_words.grid_rows(workspace.framework), self)
        self.nothing = Empty(self, _NO_THIN, part=True)
        self.reading = ReadingPane(self)
        self._timer = QTimer(self, singleShot=True, interval=_READ_AFTER)
        self._timer.timeout.connect(self.read)
        left = QWidget(self)
        self._legend = Legend(left)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, theme.px(sizes.CLOSE), 0)
        column.setSpacing(theme.px(sizes.TIGHT))
        column.addWidget(self.nothing)
        column.addWidget(self.grid, 1)
        column.addWidget(self._legend)
        self.addWidget(left)
        self.addWidget(self.reading)
        self.setChildrenCollapsible(False)
        for place, share in enumerate((1, 0)):  # what the window has more of is the grid's
            self.setStretchFactor(place, share)
        self.grid.row_chosen.connect(lambda _: self._timer.start())
        self.grid.cell_opened.connect(self.opened)
        self.reading.opened.connect(self.opened)
        self.reading.ratings_wanted.connect(self.ratings_wanted)
        self.grid.switched.connect(self.switched)
        self.reading.link_wanted.connect(self.switched)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is read beside the grid has the width it is read best in, and never more than its share."""
        super().resizeEvent(event)
        wide = theme.px(_WIDE if self.width() >= theme.px(_FROM) else _USUAL)
        beside = min(wide, round(self.width() * _SHARE))
        self.setSizes([self.width() - beside, beside])

    def set_low(self, low: bool) -> None:
        """In a low window the grid needs the room of what its shapes mean; each says so in its tip."""
        self._legend.setHidden(low)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is read for a page that is out of sight: its inspection may be closed by then."""
        super().hideEvent(event)
        self._timer.stop()

    def set_grid(self, grid: Grid, wanted: Filter, *, thin_only: bool) -> None:
        """Show what the filters let through."""
        self._shown = grid
        ref, source = self.grid.place
        self.table.set_grid(grid, [row for row in grid.sources if wanted.shows(row)])
        self.grid.show_rows(wanted.standard, thin_only=thin_only)
        if ref and self.grid.place != (ref, source):
            self.grid.select(ref, source)
        some = bool(self.grid.shown_rows())
        if some:
            self.nothing.say(say("No sources yet"), _NO_SOURCE.say(keys=actions.keys("add-source")))
        else:
            self.nothing.say(_NO_THIN)
        self.nothing.setVisible(not some or not grid.sources)
        self.grid.setVisible(some)
        self.reading.setVisible(some)

    def read(self) -> None:
        """Show everything known about the row one is on, or the first."""
        ref = self.grid.row or next(iter(self.grid.shown_rows()), "")
        if self._shown is not None and ref:
            found = evidence.reading(self._workspace, self._shown, ref)
            self.reading.set_reading(found, self._shown, likely_sources.on(self._workspace, self._shown, ref))
