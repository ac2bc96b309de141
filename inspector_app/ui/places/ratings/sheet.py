"""How the Ratings page is put together: the overall rating, the table, and beside it (or in its place) one standard."""

from collections.abc import Callable, Collection
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.core.domain.days import when
from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.rating_rules import Scale
from inspector_app.core.words import listed, say
from inspector_app.ui import actions
from inspector_app.ui.controls.buttons.drawn import draw
from inspector_app.ui.controls.buttons.keyed_button import KeyedButton
from inspector_app.ui.controls.buttons.more_commands import MoreCommands
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.buttons.way_back import point, way
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.frames.framed import frame
from inspector_app.ui.controls.labels import plain_label, text_label
from inspector_app.ui.look import sizes, theme, wrapping
from inspector_app.ui.look.band_bar import paint_band_bar
from inspector_app.ui.look.layout import Across, Layout
from inspector_app.ui.places.ratings.details import Details
from inspector_app.ui.places.ratings.overall_card import OverallCard
from inspector_app.ui.places.ratings.table import RatingsTable
from inspector_app.ui.words import rating as rating_words

if TYPE_CHECKING:  # it comes after the first painting
    from inspector_app.ui.places.ratings.standard_card import StandardCard

_BESIDE = {Across.USUAL: (272, 304), Across.WIDE: (480, 480)}  # px at 100%: how wide what stands beside is
_TABLE, _DETAILS = 3, 1  # parts of the width, between those bounds
_SWATCH = 40


class RatingsSheet(QWidget):
    """The parts of the page, and the buttons at its head."""

    def __init__(
        self, framework: Framework, title: str, make_card: Callable[[str], "StandardCard"], sealed: QWidget
    ) -> None:
        super().__init__()
        self._framework = framework
        self._across = Across.USUAL
        self.in_details = False
        self._sealed = sealed  # by whom
        self._title = theme.role(plain_label(title, self), "title")
        self._as_at = theme.role(plain_label(parent=self), "quiet")
        self.reached = draw(theme.role(PressButton(say("Why this rating"), self), "plain"), "info")
        self.print = draw(theme.role(PressButton(say("Print…"), self), "plain"), "print")
        keys = actions.keys("print-ratings")
        self.print.setToolTip(say("How each rating was reached, as a PDF to print ({keys})", keys=keys))
        self.panel = draw(theme.role(KeyedButton(say("Panel mode"), actions.keys("panel"), self), "primary"), "whole")
        self.more = MoreCommands(say("More about the ratings"), ("earlier", "seal", "verify-record"), self)
        self.turn = way(self)
        self.overall = OverallCard(framework, self)
        self.table = RatingsTable(framework, self)
        self.details = Details(make_card, self)
        self.left_out = theme.role(text_label(self), "small")
        self._legend, self._foot = _Legend(self), QWidget(self)
        self._legend.setVisible(framework.rating.scale is not Scale.STARS)  # stars are given, and have no bars
        self.turn.clicked.connect(lambda: self._turn(not self.in_details))
        self.table.entered.connect(self._enter)
        self._lay_out()

    def _lay_out(self) -> None:
        head = Flow(self._title, self._as_at)
        head.add_gap()
        head.addWidget(self._sealed)
        head.addWidget(self.reached)
        head.addWidget(self.print)
        head.addWidget(self.turn)
        head.addWidget(self.panel)
        head.addWidget(self.more)
        self._left = QWidget(self)
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(theme.px(sizes.CLOSE))
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(theme.px(sizes.FAR))
        foot.addWidget(self._legend)
        foot.addWidget(self.left_out, 1)
        left.addWidget(self.table, 1)
        left.addWidget(self._foot)
        halves = QHBoxLayout()
        halves.setSpacing(theme.px(sizes.APART))
        halves.addWidget(self._left, _TABLE)
        halves.addWidget(self.details, _DETAILS)
        layout = self._layout = QVBoxLayout(self)
        frame(self, layout, foot=sizes.CLOSE)
        layout.addLayout(head)
        layout.addWidget(self.overall)
        layout.addLayout(halves, 1)

    def say_as_at(self, now: datetime) -> None:
        """Say at what time the figures were read."""
        self._as_at.setText(say("as at {time}", time=when.time(now)))

    def make_room(self, window: Layout) -> None:
        """Lay out for a window of that size."""
        across = self._across = window.across
        for part in (self._as_at, self.print):  # the same is printed from "Why this rating"
            part.setVisible(across is not Across.NARROW)
        self._layout.setSpacing(theme.px(sizes.CLOSE if window.short else sizes.NEAR))
        self._foot.setVisible(not window.short)
        self.overall.make_room(short=window.short)
        self.table.make_room()
        least, most = _BESIDE.get(across, (0, sizes.ANY))
        self.details.setMinimumWidth(theme.px(least))
        self.details.setMaximumWidth(min(theme.px(most), sizes.ANY))
        self._turn(self.in_details)

    def go_in(self) -> None:
        """Show one standard where there is no room for the table beside it."""
        self._turn(True)

    def _turn(self, in_details: bool) -> None:
        narrow = self._across is Across.NARROW
        self.in_details = in_details and narrow
        self._left.setVisible(not self.in_details)
        self.overall.setVisible(not self.in_details)
        self.details.setVisible(self.in_details or not narrow)
        self.turn.setVisible(narrow)
        point(self.turn, say("All standards") if self.in_details else say("Details"), back=self.in_details)

    def _enter(self) -> None:
        self.go_in()
        self.details.focus_first()

    def back(self, event: QKeyEvent) -> bool:
        """Esc, from what stands beside: to the table. Whether it was that."""
        if event.key() != Qt.Key.Key_Escape or self.table.list.hasFocus():
            return False
        self._turn(False)
        self.table.list.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def set_left_out(self, rated: Collection[str]) -> None:
        """What is not rated is named, and said with its reason in the tip."""
        left = [standard for standard in self._framework.standards if standard.ref not in rated]
        self.left_out.setVisible(bool(left))
        refs = listed([standard.ref for standard in left])
        self.left_out.setText(say("Not rated: {standards}.", standards=refs) if left else "")
        self.left_out.setToolTip(rating_words.left_out(self._framework, left))


class _Legend(QWidget):
    """What a solid bar, a hatched one and a bracket say."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parts = (
            (say("final"), False, None),
            (say("provisional: judgements are open"), True, None),
            (say("what is still possible"), True, (20, 80)),
        )
        self.setAccessibleName("; ".join(words for words, _, _ in self._parts))

    def sizeHint(self) -> QSize:
        """One line."""
        font = QFontMetrics(theme.font(theme.SMALL))
        each = theme.px(_SWATCH + sizes.CLOSE + sizes.FAR)
        return QSize(sum(each + font.horizontalAdvance(words) for words, _, _ in self._parts), theme.px(sizes.CHIP))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """As many as there is room for."""
        painter, left, font = QPainter(self), 0, theme.font(theme.SMALL)
        wide, colour = theme.px(_SWATCH), theme.colours()
        for words, provisional, possible in self._parts:
            needed = wide + theme.px(sizes.CLOSE) + QFontMetrics(font).horizontalAdvance(words)
            if left + needed > self.width():
                return
            bar = QRectF(left, (self.height() - theme.px(sizes.APART)) / 2, wide, theme.px(sizes.APART))
            percent = 50 if possible else 100
            paint_band_bar(painter, bar, percent, (), colour.bands[1], provisional=provisional, possible=possible)
            room = QRect(left + wide + theme.px(sizes.CLOSE), 0, needed, self.height())
            wrapping.draw(painter, room, words, font, colour.quiet, Qt.AlignmentFlag.AlignVCenter)
            left += needed + theme.px(sizes.FAR)
