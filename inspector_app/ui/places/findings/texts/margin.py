"""The margin of a text: beside each sentence how much carries it, or a dotted line and a dash where nothing does."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QTextCursor
from PySide6.QtWidgets import QSizePolicy, QWidget

from inspector_app.core.domain.draft.support import Link
from inspector_app.core.domain.text.sentences import sentences_of
from inspector_app.core.services.results import supporting
from inspector_app.core.words import say
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.note.box import NoteBox
from inspector_app.ui.note.exact_text import units
from inspector_app.ui.words import evidence as evidence_words

_WIDE, _BAR = 28, 3  # px at 100%
_AFTER = 250  # ms after the last key until it is reckoned anew


class Margin(QWidget):
    """Beside a box, as high as it. A recommendation is carried as a whole (`whole`)."""

    def __init__(self, box: NoteBox, parent: QWidget, *, whole: bool) -> None:
        super().__init__(parent)
        self._box, self._whole = box, whole
        self._links: Sequence[Link] = ()
        self.counts: list[tuple[int, int, int]] = []  # from, to (as the document counts), how much carries it
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_AFTER)
        self._later.timeout.connect(self.reckon)
        box.textChanged.connect(self._later.start)
        box.updateRequest.connect(lambda _rect, _dy: self.update())
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """Wide enough for two figures and a bar."""
        return QSize(theme.px(_WIDE), theme.px(_WIDE))

    def set_links(self, links: Sequence[Link]) -> None:
        """Show what carries the text."""
        self._links = links
        self.reckon()

    def reckon(self) -> None:
        """Count what carries each sentence of what stands in the box now."""
        text = self._box.text()
        spans = [(s.start, s.end) for s in sentences_of(text)]
        carried = [{one.on for one in of} for of in supporting.carried(text, self._links)]
        if self._whole and spans:
            spans, carried = [(spans[0][0], spans[-1][1])], [{one.on for one in self._links}]
        self.counts = [
            (units(text[:start]), units(text[:end]), len(on)) for (start, end), on in zip(spans, carried, strict=True)
        ]
        self._box.setAccessibleDescription(self.words())
        self.update()

    def words(self) -> str:
        """What the margin shows, for who does not see it; "" beside an empty text."""
        if not self.counts:
            return ""
        return evidence_words.carried(
            sum(bool(how_many) for *_, how_many in self.counts), len(self.counts), whole=self._whole
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Each sentence from its first line to its last; where two share one, the number of the second stands below.

        Of a text that scrolls in its box, what is in view of it: a number that has no room there comes with its lines.
        """
        painter, seen = QPainter(self), self._seen()
        painter.setFont(theme.font(sizes.SMALL, bold=True))
        high, free = painter.fontMetrics().height(), seen.top()
        for start, end, how_many in self.counts:
            top, foot = self._lines(start, end)
            lines = QRect(0, top, self.width(), foot - top) & seen
            if lines.isEmpty() or not lines.intersects(event.rect()):
                continue
            place = max(top, free)
            self._paint_bar(painter, lines, how_many)
            if place + high <= seen.bottom() + 1:
                self._paint_number(painter, place, how_many)
            free = place + high

    def _seen(self) -> QRect:
        """What of this stands beside text that is in view in the box."""
        view = self._box.viewport()
        return QRect(0, self._above(), self.width(), view.height())

    def _above(self) -> int:
        return self.mapFromGlobal(self._box.viewport().mapToGlobal(QPoint(0, 0))).y()

    def _lines(self, start: int, end: int) -> tuple[int, int]:
        """Where the first line of a sentence begins and its last one ends, here."""
        cursor, ends = QTextCursor(self._box.document()), []
        for position in (start, end):
            cursor.setPosition(min(position, max(0, self._box.document().characterCount() - 1)))
            ends.append(self._box.cursorRect(cursor))
        above = self._above()
        return ends[0].top() + above, ends[1].bottom() + above

    def _paint_bar(self, painter: QPainter, lines: QRect, how_many: int) -> None:
        ink, wide = _ink(how_many), theme.px(_BAR)
        right, top, foot = self.width() - wide, lines.top() + sizes.HAIR, lines.bottom() - sizes.HAIR
        if how_many:
            painter.fillRect(right, top, wide, foot - top, ink)
        else:
            painter.setPen(QPen(ink, sizes.STRESS, Qt.PenStyle.DotLine))
            painter.drawLine(right + wide // 2, top, right + wide // 2, foot)

    def _paint_number(self, painter: QPainter, place: int, how_many: int) -> None:
        painter.setPen(_ink(how_many))
        right = self.width() - theme.px(_BAR) - theme.px(sizes.HAIR)
        box = QRect(0, place, right, painter.fontMetrics().height())
        painter.drawText(box, Qt.AlignmentFlag.AlignRight, str(how_many) if how_many else say("–"))


def _ink(how_many: int) -> QColor:
    return QColor(theme.colours().yes if how_many else theme.colours().warn)
