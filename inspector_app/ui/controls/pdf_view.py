"""The pages of a PDF in memory, one below the other; each is drawn, off the UI thread, when it comes into view."""

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from inspector_app.core.errors import Expected
from inspector_app.core.services.results.reports import LaidPages, Pages, RenderedPage
from inspector_app.core.services.ticket import Ticket
from inspector_app.ui.jobs import Jobs
from inspector_app.ui.look import sizes, theme

LEAST, MOST = 50, 300  # percent; at 100 an inch of paper is 96 pixels at 100% zoom of the window
_KEPT = 12  # pages kept drawn


_Shown = Pages | LaidPages


class _Last:
    """What is to be let go when the view is destroyed, when nothing of the view can be asked any more."""

    def __init__(self) -> None:
        self.pages: _Shown | None = None

    def close(self) -> None:
        """Let go of the memory; a page being drawn is finished first."""
        if self.pages is not None:
            self.pages.close()
            self.pages = None


class PdfView(QAbstractScrollArea):
    """Arrows, Page Up and Down, Home and End move. `page_changed` gives the page in view, from 1, and how many."""

    page_changed = Signal(int, int)
    failed = Signal(object)  # Expected

    def __init__(self, jobs: Jobs, parent: QWidget | None = None, name: str = "Draft findings") -> None:
        """`name`: what a screen reader calls it."""
        super().__init__(parent)
        self._jobs, self._name = jobs, name
        self._pages: _Shown | None = None
        self._sizes: tuple[tuple[float, float], ...] = ()
        self._percent = 100
        self._drawn: dict[tuple[int, int], QImage] = {}  # (page, zoom) -> picture
        self._waiting: dict[tuple[int, int], Ticket] = {}
        self._old: list[tuple[_Shown, dict[tuple[int, int], Ticket]]] = []
        last = _Last()
        self._last = last
        self.destroyed.connect(last.close)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(last.close)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setObjectName(name)  # its accessible one says the page
        self.setAccessibleName(name)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    # what is shown

    def show_pages(self, pages: _Shown, sizes: tuple[tuple[float, float], ...]) -> None:
        """Show these pages (sizes in points); the place in the document stays as far as it can."""
        self._let_go()
        self._pages, self._sizes = pages, sizes
        self._last.pages = pages
        self._drawn.clear()
        self._measure()
        self._on_scrolled()
        self.viewport().update()

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._sizes)

    @property
    def page(self) -> int:
        """The page at the middle of the view, from 0."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        tops = [self._rect(i).top() for i in range(self.count)]
        return max((i for i, top in enumerate(tops) if top <= middle), default=0)

    @property
    def percent(self) -> int:
        """The zoom."""
        return self._percent

    @property
    def drawn(self) -> frozenset[int]:
        """The pages that are drawn at the present zoom."""
        return frozenset(page for page, percent in self._drawn if percent == self._percent)

    def set_percent(self, percent: int) -> None:
        """Zoom, keeping the page in view."""
        percent = max(LEAST, min(MOST, percent))
        if percent == self._percent:
            return
        bar, extent = self.verticalScrollBar(), max(1, self._extent())
        middle = (bar.value() + self.viewport().height() / 2) / extent
        self._percent = percent
        self._measure()
        bar.setValue(round(middle * self._extent() - self.viewport().height() / 2))
        self.viewport().update()

    def go_to(self, page: int) -> None:
        """Bring the top of a page (from 0) into view."""
        if self.count:
            top = self._rect(max(0, min(page, self.count - 1))).top() - theme.px(sizes.CLOSE)
            self.verticalScrollBar().setSliderPosition(
                top
            )  # as if it were pulled there: whoever follows it hears of that

    # geometry

    def _size(self, page: int) -> QSize:
        width, height = self._sizes[page]
        scale = 96 / 72 * self._percent / 100 * theme.zoom() / 100
        return QSize(round(width * scale), round(height * scale))

    def _rect(self, page: int) -> QRect:
        """Where a page lies in the whole document, as wide as the view at least."""
        gap = theme.px(sizes.APART)
        top = gap + sum(self._size(i).height() + gap for i in range(page))
        size = self._size(page)
        return QRect(QPoint(max(gap, (self.viewport().width() - size.width()) // 2), top), size)

    def _extent(self) -> int:
        return self._rect(self.count - 1).bottom() + theme.px(sizes.APART) if self.count else 0

    def _measure(self) -> None:
        view = self.viewport().size()
        widest = max((self._size(i).width() for i in range(self.count)), default=0) + theme.px(2 * sizes.APART)
        self.verticalScrollBar().setRange(0, max(0, self._extent() - view.height()))
        self.verticalScrollBar().setPageStep(view.height())
        self.verticalScrollBar().setSingleStep(theme.px(2 * sizes.PAGE))
        self.horizontalScrollBar().setRange(0, max(0, widest - view.width()))
        self.horizontalScrollBar().setPageStep(view.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Centre the pages anew."""
        super().resizeEvent(event)
        self._measure()

    # drawing

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Every page in view: its picture, or a sheet that says it is coming."""
        painter, c = QPainter(self.viewport()), theme.colours()
        painter.fillRect(self.viewport().rect(), QColor(c.raised))
        offset = QPoint(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        seen = [i for i in range(self.count) if self._rect(i).translated(offset).intersects(self.viewport().rect())]
        for page in seen:
            rect = self._rect(page).translated(offset)
            picture = self._drawn.get((page, self._percent)) or self._other(page)
            painter.fillRect(rect, QColor("#ffffff"))  # paper is white in every theme
            if picture is not None:
                painter.drawImage(rect, picture)
            else:
                painter.setPen(QColor("#525d65"))
                painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, f"Page {page + 1}")
            painter.setPen(QColor(c.border))
            painter.drawRect(rect)
        if self.hasFocus():
            painter.setPen(QPen(QColor(c.focus), 4))
            painter.drawRect(self.viewport().rect())
        self._want(seen)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """With its edge: Qt paints what lies round the pages anew, and not the pages."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Without it: it stayed beside the row that had the keyboard."""
        super().focusOutEvent(event)
        self.viewport().update()

    def _other(self, page: int) -> QImage | None:
        """The page as drawn at another zoom, to be shown until the sharp one comes."""
        return next((picture for (of, _), picture in self._drawn.items() if of == page), None)

    def _want(self, seen: list[int]) -> None:
        wanted = {(page, self._percent) for page in seen}
        for key, ticket in self._waiting.items():
            if key not in wanted:
                ticket.cancel()
        for key in sorted(wanted - set(self._drawn)):
            under_way = self._waiting.get(key)
            if under_way is None or under_way.cancelled:
                self._draw(key)

    def _draw(self, key: tuple[int, int]) -> None:
        pages, ratio = self._pages, self.devicePixelRatioF()
        if pages is None:
            return
        scale = 96 / 72 * key[1] / 100 * theme.zoom() / 100 * ratio
        waiting = self._waiting

        def work(ticket: Ticket) -> RenderedPage:
            ticket.check()
            return pages.render(key[0], scale)

        def ended() -> None:
            if waiting.get(key) is started:
                del waiting[key]
            self._close_old()

        started = self._jobs.run(
            self, work, done=lambda drawn: self._take(pages, key, drawn), failed=self._on_failed, ended=ended
        )
        waiting[key] = started

    def _take(self, pages: _Shown, key: tuple[int, int], drawn: RenderedPage) -> None:
        if pages is not self._pages:
            return
        picture = QImage(drawn.data, drawn.width, drawn.height, drawn.stride, QImage.Format.Format_BGR888).copy()
        self._drawn[key] = picture
        if len(self._drawn) > _KEPT:
            far = max(self._drawn, key=lambda k: (k[1] != self._percent, abs(k[0] - self.page)))
            del self._drawn[far]
        self.viewport().update()

    def _on_failed(self, error: Expected) -> None:
        self.failed.emit(error)

    def _let_go(self) -> None:
        """Give up the present pages; their memory goes when nothing draws them any more."""
        if self._pages is not None:
            for ticket in self._waiting.values():
                ticket.cancel()
            self._old.append((self._pages, self._waiting))
            self._waiting = {}
            self._pages = None
            self._close_old()

    def _close_old(self) -> None:
        for pages, waiting in [old for old in self._old if not old[1]]:
            pages.close()
            self._old.remove((pages, waiting))

    # moving

    def _on_scrolled(self) -> None:
        if self.count:
            self.page_changed.emit(self.page + 1, self.count)
            self.setAccessibleName(f"{self._name}, page {self.page + 1} of {self.count}")
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End go to the first and last page; the rest is as in every scrolling view."""
        if event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.go_to(0 if event.key() == Qt.Key.Key_Home else self.count - 1)
        else:
            super().keyPressEvent(event)
