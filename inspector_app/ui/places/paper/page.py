"""Paper mode: case packs to print, and keying in what was written on them."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from inspector_app.ui import actions, as_sentence
from inspector_app.ui.bridge import Touched
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.buttons.segments import Segments
from inspector_app.ui.controls.buttons.way_back import way_back
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.frames.framed import frame
from inspector_app.ui.controls.labels import plain_label
from inspector_app.ui.controls.layouts import stops_in, tab_through
from inspector_app.ui.controls.telling import Offer, tell
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.page import Page, Shared
from inspector_app.ui.places.paper.key_in import DOES, Keyed, KeyIn
from inspector_app.ui.places.paper.pack_maker import PackMaker

_LISTED = frozenset({"case", "person"})


@dataclass(frozen=True, slots=True)
class PaperPlace:
    """Where somebody was: keying in (a case, at a line from 0) or making packs (of these cases)."""

    keying: bool
    case: str
    line: int
    chosen: frozenset[str]
    filled: bool
    made: bool


class PaperPage(Page):
    """Two halves: making packs, and keying one in."""

    code = "paper"
    offers = ("make-pack", *DOES, "undo", "redo")

    def __init__(self, shared: Shared) -> None:
        super().__init__(shared)
        self.back = way_back("cases", self)
        self.back.clicked.connect(lambda: self.want_page("cases"))
        self.maker, self.keying = PackMaker(shared.workspace, shared.jobs, self), KeyIn(shared.workspace, self)
        self.make_half, self.key_half = PressButton("Print packs", self), PressButton("Key in a pack", self)
        self._halves = QStackedWidget(self)
        halves = Segments((self.make_half, self.key_half), self)
        head = Flow(self.back, theme.role(plain_label(self.title, self), "title"), halves)
        head.add_gap()
        self.answers = lambda: [self.maker.make_button, self.keying.foot.answers]
        for part in self.keying.head:
            head.addWidget(part)
        for half in (self.maker, self.keying):
            area = _scrolling(half)
            self._halves.addWidget(area)
        self.make_half.clicked.connect(lambda: self.show_half(keying=False))
        self.key_half.clicked.connect(lambda: self.show_half(keying=True))
        actions.make(self, "make-pack", self._make_pack, here=True)
        self.keying.failed.connect(self.failed)
        self.keying.keyed.connect(lambda words, keyed: tell(self, words, *self._undo_of(keyed)))
        self.keying.sentence.connect(
            lambda keyed: as_sentence.take_back(self, keyed, self.keying.back_to, self._on_turned)
        )
        self.keying.entered.connect(area.ensureWidgetVisible)
        layout = QVBoxLayout(self)
        frame(self, layout)
        layout.setSpacing(theme.px(sizes.NEAR))
        layout.addLayout(head)
        layout.addWidget(self._halves, 1)
        self.make_half.setChecked(True)
        for part in self.keying.head:
            part.hide()
        tab_through([self.back, self.make_half, self.key_half, *stops_in(self.keying.which), self.keying.next])

    def show_half(self, *, keying: bool) -> None:
        """Show one half; what is typed in the other is saved."""
        if not self.keying.flush():
            keying = True
        half = self.keying if keying else self.maker
        (self.key_half if keying else self.make_half).setChecked(True)
        self._halves.setCurrentIndex(int(keying))
        for part in self.keying.head:
            part.setVisible(keying)
        half.enter()

    def do(self, code: str) -> None:
        """Do what the palette asks for (one of `offers`)."""
        if code == "make-pack":
            self._make_pack()
            return
        self.show_half(keying=True)
        if code in DOES:
            self.keying.do(code)
        else:
            super().do(code)

    def _make_pack(self) -> None:
        self.show_half(keying=False)
        if self._halves.currentIndex() == 0:  # what is keyed in could be written
            self.maker.make()

    def undo(self, code: str) -> None:
        """Undo follows the hand: the answer that led to the line one is on, else the last step of that line."""
        keyed = self.keying.take_last() if code == "undo" else None
        if keyed is None:
            super().undo(code)
        elif callable(keyed):
            keyed()
        elif self.flush() and self._take_back(keyed):
            self.keying.back_to(keyed)

    def _on_turned(self, turn: as_sentence.Turn) -> None:
        self.keying.last.put(turn, str(self.keying.list.place))

    def _undo_of(self, keyed: Keyed) -> list[Offer]:
        """Of that answer, whichever line one is on by then; none of one that said nothing new."""
        return [self.undo_of(keyed.entity, keyed.id, partial(self._take_back_told, keyed))] if keyed.new else []

    def _take_back_told(self, keyed: Keyed) -> None:
        self.keying.last.forget()
        if self.flush() and self._take_back(keyed):
            self.keying.back_to(keyed)

    def _take_back(self, keyed: Keyed) -> bool:
        return not keyed.new or self.invert("undo", keyed.entity, keyed.id)

    def in_hand(self) -> tuple[str, str] | None:
        """The line that is being keyed in."""
        return self.keying.in_hand() if self._halves.currentIndex() == 1 else None

    def flush(self) -> bool:
        """Write what is typed. False when it could not be written."""
        return self.keying.flush()

    def refresh(self, touched: Touched) -> None:
        """Take edits made elsewhere."""
        self.keying.refresh(touched)
        if any(kind in _LISTED for kind, _ in touched):
            self.maker.read()

    def place(self) -> PaperPlace:
        """Where the person is."""
        chosen, filled = frozenset(self.maker.chosen), self.maker.filled.isChecked()
        keying, line = self._halves.currentIndex() == 1, max(0, self.keying.list.place)
        return PaperPlace(
            keying=keying, case=self.keying.case, line=line, chosen=chosen, filled=filled, made=self.maker.made
        )

    def return_to(self, place: object) -> None:
        """Go back to a place that `place` gave."""
        if not isinstance(place, PaperPlace):
            return
        self.maker.choose(place.chosen)
        (self.maker.filled if place.filled else self.maker.blank).setChecked(True)
        if place.made:
            self.maker.make()
        if place.case:
            self.keying.open(place.case, place.line)
        self.show_half(keying=place.keying)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The half in view has the keys."""
        super().focusInEvent(event)
        (self.keying if self._halves.currentIndex() == 1 else self.maker).enter()


def _scrolling(half: QWidget) -> QScrollArea:
    """A half that scrolls where the window is too low for it."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(theme.role(half, "page"))
    return area
