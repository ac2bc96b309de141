"""Why this rating: for each standard and the overall, every step with the rule behind it; on paper too."""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from inspector_app.core.domain.cases.second_marking import WHO_SEES
from inspector_app.core.domain.rated import Way
from inspector_app.core.services.results import why
from inspector_app.core.words import say
from inspector_app.ui import actions
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.buttons.way_back import way_back
from inspector_app.ui.controls.flow import Flow, beside
from inspector_app.ui.controls.focus import hand_on
from inspector_app.ui.controls.frames.beside_list import BesideList
from inspector_app.ui.controls.frames.framed import frame
from inspector_app.ui.controls.labels import plain_label, text_label
from inspector_app.ui.controls.layouts import column
from inspector_app.ui.controls.lists.sought import SoughtList
from inspector_app.ui.controls.lists.wrapped import Wrapped
from inspector_app.ui.controls.reading import Reading
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.page import Destination, FollowingPage, Item, Shared
from inspector_app.ui.places.ratings.printing import print_ways
from inspector_app.ui.places.ratings.trace_list import TraceList
from inspector_app.ui.words import rating as rating_words


@dataclass(frozen=True, slots=True)
class WhyPlace:
    """Where somebody was: at which standard (reference, or "overall"), and how far down."""

    subject: str
    scroll: int


class WhyPage(FollowingPage):
    """Changes nothing."""

    code = "why"
    offers = ("print-ratings",)
    read_by = frozenset({"judgement", "rating", "panel", "totals", "case", "inspection", *WHO_SEES})

    def __init__(self, shared: Shared) -> None:
        super().__init__(shared)
        self._ways = tuple[Way, ...]()
        self.back = way_back("ratings", self)
        self.back.clicked.connect(lambda: self.want_page("ratings"))
        self.print_one = theme.role(PressButton(say("Print this one…"), self), "plain")
        self.print_one.setToolTip(
            say("How this was reached, as a PDF to print ({keys})", keys=actions.keys("print-ratings"))
        )
        self.print_all = beside(theme.role(PressButton(say("Print all…"), self), "plain"))
        self.list = SoughtList(self)
        self.list.setAccessibleName(say("Ratings"))
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)  # lines break elsewhere in another width
        self.list.setItemDelegate(Wrapped(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.head, self.left_out = theme.role(text_label(self), "heading"), theme.role(text_label(self), "small")
        self.steps = TraceList(self)
        self._reading = Reading(self)
        self._reading.setAccessibleName(self.title)
        self._lay_out()
        self.list.currentRowChanged.connect(lambda _row: self._show())
        self.print_one.clicked.connect(self._print_one)
        actions.make(self, "print-ratings", self._print_one, here=True)
        self.print_all.clicked.connect(lambda: self._print(self._ways))
        self._read()
        hand_on(self, self.list)

    def _lay_out(self) -> None:
        inside = theme.role(QWidget(), "page")
        body = QVBoxLayout(inside)
        body.setContentsMargins(*(theme.px(sizes.NEAR),) * 4)
        body.setSpacing(theme.px(sizes.NEAR))
        for widget in (self.head, self.steps, self.left_out):
            body.addLayout(column(widget, sizes.FORM))
        body.addStretch(1)
        self._reading.setWidgetResizable(True)
        theme.role(self._reading, "card")
        self._reading.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._reading.setWidget(inside)
        self._body = BesideList(self.list, self._reading, back=say("Ratings"), on=say("This rating"))
        head = Flow(self.back, theme.role(plain_label(self.title, self), "title"))
        head.add_gap()
        head.addWidget(self._body.turn)
        head.addWidget(self.print_one)
        head.addWidget(self.print_all)
        layout = QVBoxLayout(self)
        frame(self, layout)
        layout.setSpacing(theme.px(sizes.NEAR))
        layout.addLayout(head)
        layout.addWidget(self._body, 1)

    # what every page can do

    def place(self) -> WhyPlace:
        """Where the person is."""
        here = self._here()
        return WhyPlace(here[0].subject if here else "", self._reading.verticalScrollBar().value())

    def return_to(self, place: object) -> None:
        """Go back to a place that `place` gave."""
        if isinstance(place, WhyPlace):
            self._go_to(place.subject)
            self._reading.verticalScrollBar().setValue(place.scroll)

    def arrive(self, at: Destination) -> None:
        """Show why a standard has its rating."""
        if isinstance(at, Item):
            self._go_to(at.id)
            self._body.show_parts(True)

    @property
    def at(self) -> Item | None:
        """The standard, or "overall", whose rating is explained."""
        here = self._here()
        return Item("rating", here[0].subject) if here else None

    def follow(self, at: Destination) -> None:
        """Explain the rating that one comes from."""
        if isinstance(at, Item) and at.entity == "rating":
            self._go_to(at.id)

    def do(self, code: str) -> None:
        """Do one of `offers`."""
        if code == "print-ratings":
            self._print_one()
        else:
            super().do(code)

    # showing

    def _go_to(self, subject: str) -> None:
        place = next((n for n, way in enumerate(self._ways) if way.subject == subject), -1)
        if place >= 0:
            self.list.setCurrentRow(place)

    def _here(self) -> tuple[Way, ...]:
        """What is shown, alone."""
        row = self.list.currentRow()
        return self._ways[row : row + 1] if row >= 0 else ()

    def _read(self) -> None:
        if not self._stale:
            return
        self._stale, here = False, self._here()
        self._ways = why.ways(self._workspace)
        self.list.clear()
        for way in self._ways:
            item = QListWidgetItem(way.title, self.list)
            item.setSizeHint(QSize(1, theme.px(sizes.POPUP_ROW)))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, rating_words.way(way))
        self.list.setCurrentRow(0)
        self._go_to(here[0].subject if here else "")

    def _show(self) -> None:
        here = self._here()
        if not here:
            return
        (way,) = here
        self.head.setText(rating_words.way(way))
        self.steps.set_steps(way.steps)
        rated = {one.subject for one in self._ways}
        left = [standard for standard in self._workspace.framework.standards if standard.ref not in rated]
        said = rating_words.left_out(self._workspace.framework, left) if way.subject == "overall" else ""
        self.left_out.setText(said)
        self.left_out.setVisible(bool(said))

    def _print_one(self) -> None:
        self._print(self._here())

    def _print(self, ways: tuple[Way, ...]) -> None:
        named = f"{self.title}, {ways[0].subject}" if len(ways) == 1 else self.title
        print_ways(self, self._shared, named, ways)
