"""What says how something stands: colours, text, chips, badges, stages, bars, progress, and nothing."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QProgressBar,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from inspector_app.core.domain.framework import Framework
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.card import Card
from inspector_app.ui.controls.chip import Chip, Means
from inspector_app.ui.controls.empty import Empty
from inspector_app.ui.controls.expander import Expander
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.labels import plain_label
from inspector_app.ui.controls.row_under_pointer import tint_row_under_pointer
from inspector_app.ui.controls.stage_mark import StageMark
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.badge import badged
from inspector_app.ui.look.band_bar import paint_band_bar
from inspector_app.ui.look.icons import icon
from inspector_app.ui.look.rating_mark import RatingMark
from inspector_app.ui.words.review import Shown

_SWATCHES = (
    "window", "surface", "sunken", "raised", "accent_soft", "strip", "accent", "yes", "no", "na", "error", "contested",
    "warn", "teal", "border", "quiet", "track", "toast",
)  # fmt: skip
_CHIPS = (
    (Means.OWN, "Your case"), (Means.OTHER, "Inspector B’s case, read only"), (Means.GOOD, "Accepted"),
    (Means.CONTESTED, "contested"), (Means.CONCERN, "concern"), (Means.WARN, "changed since accepted"),
    (Means.PROVISIONAL, "provisional"), (Means.PLAIN, "Out-of-court disposal"), (Means.NAME, "Inspector A"),
)  # fmt: skip
_TEXTS = (
    ("title", "Page and case"), ("heading", "Key question, standard, card"), ("label", "Label, row in focus"),
    ("", "Prompts, notes, everything one reads"), ("quiet", "Secondary text"), ("small", "Sources, times, tallies"),
    ("error", "What could not be done"),
)  # fmt: skip


def colours() -> Card:
    """Each by its name, on a ground of its own."""
    card, row, c = Card("Colours"), Flow(), theme.colours()
    for name in _SWATCHES:
        swatch, held = plain_label(), QWidget()
        swatch.setFixedHeight(theme.px(sizes.PAGE))
        swatch.setStyleSheet(f"background: {getattr(c, name)}; border: {sizes.EDGE}px solid {c.line};")
        held.setFixedWidth(theme.px(3 * sizes.FIELD))
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(swatch)
        column.addWidget(theme.role(plain_label(name), "small"))
        row.addWidget(held)
    card.body.addLayout(row)
    return card


def text() -> Card:
    """Four sizes, three weights."""
    card = Card("Text")
    for role, words in _TEXTS:
        label = plain_label(words)
        card.body.addWidget(theme.role(label, role) if role else label)
    return card


def chips() -> Card:
    """Chips, stages and badges."""
    card, side = Card("Chips, stages, badges"), theme.px(sizes.PAGE)
    card.body.addLayout(Flow(*(Chip(means, words) for means, words in _CHIPS)))
    stages = Flow()
    for shown in Shown:
        mark = StageMark(card)
        mark.set_shown(shown)
        stages.addWidget(mark)
    card.body.addLayout(stages)
    badges, c = Flow(), theme.colours()
    for number, colour in ((1, c.error), (2, c.contested), (12, c.error), (0, c.error)):
        held = plain_label()
        picture = icon("concerns", c.quiet, side, held.devicePixelRatioF())
        held.setPixmap(badged(picture.pixmap(side, side), number, colour))
        held.setAccessibleName(f"{number} waiting")
        badges.addWidget(held)
    card.body.addLayout(badges)
    return card


class _Bar(QWidget):
    """A bar against the bands of a framework."""

    def __init__(self, framework: Framework, percent: int | None, colour: str, *, provisional: bool) -> None:
        super().__init__()
        self._percent, self._colour, self._provisional = percent, colour, provisional
        self._lowers = [band.lower for band in framework.rating.bands]
        self.setFixedHeight(theme.px(sizes.APART))
        self.setMinimumWidth(theme.px(4 * sizes.FIELD))
        self.setAccessibleName("none judged" if percent is None else f"{percent}%")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The bar fills the widget."""
        box = QRectF(self.rect())
        paint_band_bar(QPainter(self), box, self._percent, self._lowers, self._colour, provisional=self._provisional)


def bars(framework: Framework) -> Card:
    """Final, provisional, none; the words beside their steps."""
    card, grid, bands = Card("Bars and ratings"), QGridLayout(), theme.colours().bands
    grid.setSpacing(theme.px(sizes.CLOSE))
    grid.setColumnStretch(1, 1)
    for line, (said, percent, band, still_open) in enumerate(
        (
            ("final", 80, 3, False),
            ("provisional", 64, 1, True),
            ("lowest", 43, 0, False),
            ("none judged", None, 0, False),
        )
    ):
        grid.addWidget(theme.role(plain_label(said), "small"), line, 0)
        grid.addWidget(_Bar(framework, percent, bands[band], provisional=still_open), line, 1)
        grid.addWidget(plain_label("–" if percent is None else f"{percent}%"), line, 2)
    card.body.addLayout(grid)
    for word in (*(rated.word for rated in framework.rating.words), None):
        mark = RatingMark(framework)
        mark.set_rating(word, "" if word else "not judged yet")
        card.body.addWidget(mark)
    return card


def work() -> Card:
    """Progress, what is folded, and nothing yet."""
    card = Card("Progress, folded parts, nothing yet")
    for value in (0, 40, 100):
        bar = QProgressBar(textVisible=False)
        bar.setAccessibleName("Cases answered")
        bar.setValue(value)
        card.body.addWidget(bar)
    for title, opened in (("How this was reached", False), ("Ratings panel", True)):
        part = Expander(title, "2.1", lambda: plain_label("80% of 15 cases"), card)
        part.set_open(opened)
        card.body.addWidget(part.button, 0, Qt.AlignmentFlag.AlignLeft)
        card.body.addWidget(part)
    card.body.addWidget(
        Empty(
            card,
            "Nothing is contested",
            "What two people answered differently comes here.",
            PressButton("Go to Hand-off", card),
            part=True,
        )
    )
    return card


def table() -> Card:
    """Rows at rest, and one chosen."""
    card, rows = Card("Tables"), QTableWidget(4, 3)
    rows.setHorizontalHeaderLabels(["Case", "Gaps", "Stage"])
    rows.setAccessibleName("Cases")
    rows.verticalHeader().hide()
    rows.verticalHeader().setDefaultSectionSize(theme.px(sizes.ROW.usual))
    rows.horizontalHeader().setStretchLastSection(True)
    rows.horizontalHeader().setHighlightSections(False)
    rows.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    rows.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
    rows.setShowGrid(False)
    tint_row_under_pointer(rows)
    for line in range(rows.rowCount()):
        for column, words in enumerate((f"C0{line + 1}", str(line), "in progress")):
            item = QTableWidgetItem(words)
            if column == 1:
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            rows.setItem(line, column, item)
    rows.selectRow(2)
    rows.setFixedHeight(rows.horizontalHeader().sizeHint().height() + 4 * theme.px(sizes.ROW.usual) + 2 * theme.ring())
    card.body.addWidget(rows)
    return card
