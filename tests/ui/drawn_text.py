"""What a window really draws: each run of text with the room it has, taken down by a paint engine that draws nothing.

So nothing that paints can be forgotten: labels, buttons, heads of tables, and what delegates and widgets of ours paint.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPaintDevice, QPaintEngine, QPaintEngineState, QRegion, QTextItem
from PySide6.QtWidgets import QAbstractScrollArea, QHeaderView, QStackedWidget, QWidget

_METRIC = QPaintDevice.PaintDeviceMetric
_NEVER = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
_NOWHERE = 1e6  # where an edge lies that can be scrolled to


@dataclass(frozen=True, slots=True)
class Run:
    """A run of text of one format on one line, in the window's pixels."""

    text: str
    ink: QRectF  # round the letters
    room: QRectF  # what of it can be seen, if need be by scrolling
    shown: QRectF  # what of it is in view now
    begins: float
    ends: float  # where a next run would go on
    whose: QWidget


@dataclass(frozen=True, slots=True)
class _Taken:
    text: str
    ink: QRectF
    clip: QRectF | None
    begins: float
    ends: float


class _Engine(QPaintEngine):
    """Takes down text and lets everything else go."""

    def __init__(self) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.taken: list[_Taken] = []

    def begin(self, _device: QPaintDevice) -> bool:
        return True

    def end(self) -> bool:
        return True

    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    def updateState(self, _state: QPaintEngineState) -> None:
        pass

    def drawTextItem(self, at: QPointF, item: QTextItem) -> None:
        painter, text = self.painter(), item.text()
        if not text.strip():
            return
        turned = painter.transform()
        clip = turned.mapRect(painter.clipBoundingRect()) if painter.hasClipping() else None
        start = turned.map(at)
        ink = turned.mapRect(_ink(item, text).translated(at))
        self.taken.append(_Taken(text, ink, clip, start.x(), start.x() + item.width()))


def _ink(item: QTextItem, text: str) -> QRectF:
    """Round the letters of a run that begins at the origin; across, without what a J hangs out before its own place."""
    measured = QFontMetricsF(item.font())
    before = measured.horizontalAdvance(text[: len(text) - len(text.lstrip())])
    after = measured.horizontalAdvance(text[len(text.rstrip()) :])
    high = measured.tightBoundingRect(text)
    return QRectF(before, high.top(), item.width() - before - after, high.height())


for _method in ("Ellipse", "Image", "Lines", "Path", "Pixmap", "Points", "Polygon", "Rects", "TiledPixmap"):
    setattr(_Engine, f"draw{_method}", lambda *_: None)  # Qt's own would break them up into what is not here either


class _Device(QPaintDevice):
    """Paper of a size, at the screen's resolution."""

    def __init__(self, size: QSize) -> None:
        super().__init__()
        self.engine = _Engine()
        self._metrics = {
            _METRIC.PdmWidth: size.width(),
            _METRIC.PdmHeight: size.height(),
            _METRIC.PdmDevicePixelRatio: 1,
            _METRIC.PdmDevicePixelRatioScaled: 65536,
            _METRIC.PdmDepth: 32,
        }

    def paintEngine(self) -> QPaintEngine:
        return self.engine

    def metric(self, metric: QPaintDevice.PaintDeviceMetric) -> int:
        return self._metrics.get(metric, 96)  # the others are dots an inch


def visible(window: QWidget) -> list[QWidget]:
    """Every widget that is there, also what one has to scroll to. In what is hidden nothing is: most of a window is that."""
    return [*_from(window)] if window.isVisible() else []


def _from(widget: QWidget) -> Iterator[QWidget]:
    yield widget
    for child in widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        if child.isVisible() and not child.isWindow():
            yield from _from(child)


def runs(window: QWidget, there: Sequence[QWidget] | None = None) -> list[Run]:
    """Every run of text that the window draws; of those widgets alone, where some are given."""
    reached, seen = Reached(window), visible(window) if there is None else there
    with _nothing_waits(window.window()):
        return [run for widget in seen for run in _drawn_by(widget, window, reached)]


@contextmanager
def _nothing_waits(window: QWidget) -> Iterator[None]:
    """At each widget that is drawn, Qt sees to what waits in all of its window, and turns painting off for each one there.

    It ends at what is a window: a page in view is one meanwhile, else all the pages that are out of view are gone through.
    """
    held = [*_pages_in_view(window)]
    flags = [page.windowFlags() for page in held]
    window.setAttribute(Qt.WidgetAttribute.WA_UpdatesDisabled)
    for page in held:
        page.setAttribute(Qt.WidgetAttribute.WA_UpdatesDisabled)
        page.overrideWindowFlags(Qt.WindowType.Window)
    try:
        yield
    finally:
        for page, before in zip(held, flags, strict=True):
            page.overrideWindowFlags(before)
            page.setAttribute(Qt.WidgetAttribute.WA_UpdatesDisabled, False)
        window.setAttribute(Qt.WidgetAttribute.WA_UpdatesDisabled, False)


def _pages_in_view(window: QWidget) -> Iterator[QWidget]:
    """Of each pile of pages the one that is seen."""
    for pile in window.findChildren(QStackedWidget):
        page = pile.currentWidget()
        if page is not None and page.isVisible() and pile.count() > 1 and not page.isWindow():
            yield page


def _drawn_by(widget: QWidget, window: QWidget, reached: Reached) -> Iterator[Run]:
    device = _Device(widget.size())
    widget.render(device, QPoint(), QRegion(), QWidget.RenderFlag(0))
    if not device.engine.taken:
        return
    away = QPointF(widget.mapTo(window, QPoint()))
    room, view = reached.of(widget)
    for taken in device.engine.taken:
        clip = taken.clip.translated(away) if taken.clip is not None else None
        yield Run(
            taken.text,
            taken.ink.translated(away),
            room if clip is None else room & _freed(clip, widget, window),
            view if clip is None else view & clip,
            taken.begins + away.x(),
            taken.ends + away.x(),
            widget,
        )


class Reached:
    """What of each widget of a window a person can come to see, and what is in view now.

    What a widget stands in is asked once for all that stand in it: it was a tenth of a walk through every state.
    """

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._known: dict[tuple[QWidget, bool, bool], tuple[QRectF, QRectF]] = {}

    def of(self, widget: QWidget) -> tuple[QRectF, QRectF]:
        """Both, of one."""
        return self._from(widget, *_scrolls(widget))

    def _from(self, here: QWidget, across: bool, down: bool) -> tuple[QRectF, QRectF]:
        """`across`, `down`: whether it, or something in it that what one asks of stands in, can be scrolled so."""
        known = self._known.get((here, across, down))
        if known is None:
            held = QRectF(QPointF(here.mapTo(self._window, QPoint())), here.size())
            room, view = _open(held, across, down), held
            parent = here.parentWidget() if here is not self._window else None
            if parent is not None:
                sideways, under = _scrolls(parent)
                beyond = self._from(parent, across or sideways, down or under)
                room, view = room & beyond[0], view & beyond[1]
            known = self._known[here, across, down] = (room, view)
        return known


def _scrolls(widget: QWidget) -> tuple[bool, bool]:
    """Whether what is in a widget can be scrolled sideways, and down."""
    area = widget.parentWidget()
    if not isinstance(area, QAbstractScrollArea) or area.viewport() is not widget:
        return False, False
    if isinstance(area, QHeaderView) and isinstance(table := area.parentWidget(), QAbstractScrollArea):
        area = table  # it goes along with what stands below it
    across, down = area.horizontalScrollBar(), area.verticalScrollBar()
    return (
        across.maximum() > across.minimum() and area.horizontalScrollBarPolicy() is not _NEVER,
        down.maximum() > down.minimum() and area.verticalScrollBarPolicy() is not _NEVER,
    )


def _open(held: QRectF, across: bool, down: bool) -> QRectF:
    if across:
        held = QRectF(-_NOWHERE, held.y(), 2 * _NOWHERE, held.height())
    if down:
        held = QRectF(held.x(), -_NOWHERE, held.width(), 2 * _NOWHERE)
    return held


def _freed(clip: QRectF, widget: QWidget, window: QWidget) -> QRectF:
    """A painter's clip, but for edges that are only those of what scrolls."""
    held = QRectF(QPointF(widget.mapTo(window, QPoint())), widget.size())
    across, down = _scrolls(widget)
    left, top, right, bottom = clip.left(), clip.top(), clip.right(), clip.bottom()
    if across:
        left, right = (-_NOWHERE if left <= held.left() else left), (_NOWHERE if right >= held.right() else right)
    if down:
        top, bottom = (-_NOWHERE if top <= held.top() else top), (_NOWHERE if bottom >= held.bottom() else bottom)
    return QRectF(QPointF(left, top), QPointF(right, bottom))
