"""Settling a second marking: the differences, both sides of one with their notes, and the agreed version that counts."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from inspector_app.core.domain.cases.second_marking import AGREED, WHO_SEES
from inspector_app.core.domain.inspection import Answer
from inspector_app.core.domain.rows import JUDGEMENT
from inspector_app.core.services.cases.agreeing import Agreeing, Item
from inspector_app.core.words import say
from inspector_app.ui import actions, letters
from inspector_app.ui.controls.buttons.way_back import point
from inspector_app.ui.controls.empty import Empty
from inspector_app.ui.controls.focus import hand_on
from inspector_app.ui.controls.frames.framed import frame
from inspector_app.ui.controls.labels import text_label
from inspector_app.ui.controls.telling import Offer, tell, tried
from inspector_app.ui.last_done import LastDone
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.layout import layout_of
from inspector_app.ui.note.door import Door
from inspector_app.ui.note.in_hand import hold
from inspector_app.ui.note.taking_back import note_in_hand
from inspector_app.ui.page import CaseAt, Destination, FollowingPage, Shared
from inspector_app.ui.places.cases.settling.door import SettleDoor, held
from inspector_app.ui.places.cases.settling.head import SettleHead
from inspector_app.ui.places.cases.settling.left import Left
from inspector_app.ui.places.cases.settling.right import Right
from inspector_app.ui.places.cases.settling.sure import Sure
from inspector_app.ui.words import settling as words

_BESIDE, _BOTH = 288, 900  # px at 100%: how wide the list is beside the rest; narrower pages show one of them
_FIGURES = ("keep-one", "keep-two")
_STEPS = {"next-difference": 1, "previous-difference": -1}
_KEYS = (*_FIGURES, "keep-this", *_STEPS, "agree-equal")


@dataclass(frozen=True, slots=True)
class SettlePlace:
    """Which case was settled, which of its items (as agreeing.Item.ref) was in hand, and whether equal ones were shown.

    `cursor`: where one wrote in the agreed note; None where one did not.
    """

    case: str
    ref: str
    unfolded: bool = False
    cursor: int | None = None


@dataclass(frozen=True, slots=True)
class _Settled:
    """What undo takes back: one item of a case (`ref`), or what all answered alike, these items of it or all (None)."""

    case: str
    ref: str = ""
    equal: tuple[str, ...] | None = None


class SettlePage(FollowingPage):
    """Whatever is typed is kept as a draft; a difference is settled by a button or key, the whole by *Settle*."""

    code = "settle"
    read_by = frozenset(
        {*WHO_SEES, "second_judgement", "second_prompt", "agreed_judgement", "agreed_prompt"}
        | {"judgement", "prompt", "case", "person"}
    )
    is_written_on = True

    def __init__(self, shared: Shared) -> None:
        super().__init__(shared)
        self._found: Agreeing | None = None
        self._in_right = False
        self.case, self._ref = "", ""
        self._last = LastDone[_Settled]()
        self.head = SettleHead(self.title, self)
        self.why_not, self.nothing = text_label(self), Empty(self)
        self._door, self.left = SettleDoor(self._workspace), Left(self)
        self.right = Right(Door(self._door.keep_typed), self)
        self.sure = Sure(self)
        self._acts: dict[str, Callable[[], object]] = {
            "keep-one": partial(self._keep, 1),
            "keep-two": partial(self._keep, 2),
            "keep-this": self._keep_this,
            "agree-equal": self._agree_equal,
        }
        self._lay_out()
        self._connect()
        self._read()

    def _lay_out(self) -> None:
        across = QHBoxLayout()
        across.setSpacing(theme.px(sizes.APART))
        across.addWidget(self.left)
        across.addWidget(self.right, 1)
        layout = self._layout = QVBoxLayout(self)
        frame(self, layout)
        layout.setSpacing(theme.px(sizes.NEAR))
        layout.addWidget(self.head)
        for widget in (self.sure, self.why_not, self.nothing):
            layout.addWidget(widget)
        layout.addLayout(across, 1)
        layout.addStretch(0)
        hand_on(self, self.left.list)

    def _connect(self) -> None:
        self.head.back.clicked.connect(lambda: self.want_page("second", CaseAt(self.case) if self.case else None))
        self.head.case_chosen.connect(lambda case: self._go_to(case, ""))
        self.head.settle.clicked.connect(self._ask_settle)
        self.head.reopen.clicked.connect(self._reopen)
        self.sure.sure.connect(self._settle)
        self.sure.left.connect(self.head.settle.setFocus)
        self.head.turn.clicked.connect(lambda: self._turn(not self._in_right))
        self.left.list.chosen.connect(self._choose_other)
        self.left.list.entered_one.connect(self._enter)
        self.left.agree.clicked.connect(partial(self.do, "agree-equal"))
        self.left.undo.clicked.connect(lambda: self._go_over("undo", _Settled(self.case)))
        self.right.case_asked.connect(self._open_case)
        self.right.agreed.chosen.connect(self._keep_answer)
        self.right.step.connect(self.left.list.step)
        self.right.kept.connect(self._keep)
        self.right.agreed.keep.clicked.connect(partial(self.do, "keep-this"))
        for code in _KEYS:
            actions.make(self, code, partial(self._by_key, code), here=True).setAutoRepeat(False)

    # what every page can do

    def flush(self) -> bool:
        """Put everything typed on disk."""
        return self.right.agreed.note.box.flush()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room for both, the list or what is in hand has all of it."""
        super().resizeEvent(event)
        self._make_room()

    def place(self) -> SettlePlace:
        """Where the person is."""
        return SettlePlace(self.case, self._ref, self.left.unfolded, self.right.agreed.writing_at)

    def return_to(self, place: object) -> None:
        """Go back to a place that `place` gave."""
        if isinstance(place, SettlePlace):
            self.left.unfolded = self.left.unfolded or place.unfolded
            self._go_to(place.case, place.ref)
            self.right.agreed.write_at(place.cursor)

    def arrive(self, at: Destination) -> None:
        """Settle that case."""
        if isinstance(at, CaseAt):
            self._go_to(at.case, "/".join(part for part in (at.question, at.prompt) if part))

    @property
    def at(self) -> CaseAt | None:
        """The case that is settled, and its item in hand."""
        question, _, prompt = self._ref.partition("/")
        return CaseAt(self.case, question, prompt or JUDGEMENT if question else "") if self.case else None

    def follow(self, at: Destination) -> None:
        """Settle the case that one comes from, where it is marked twice; on its item in hand one stays."""
        if isinstance(at, CaseAt) and at.case != self.case:
            self._go_to(at.case, "")

    @property
    def offers(self) -> tuple[str, ...]:
        """What can be done to the difference in hand, and to the equal ones."""
        item, found = self.left.list.here, self._found
        if found is None or words.why_not(found):
            return tuple(_STEPS) if found else ()
        keeps = () if item is None or item.equal else (*_FIGURES, "keep-this")
        return (*keeps, *_STEPS, *(() if self.left.agree.isHidden() else ("agree-equal",)))

    def do(self, code: str) -> None:
        """Do one of `offers`."""
        if code in _STEPS:
            self.left.list.step(_STEPS[code])
        elif code in self.offers and code in self._acts:
            self._acts[code]()
        else:
            super().do(code)

    def undo(self, code: str) -> None:
        """Of what was settled last, as long as one is where that led; else as any page."""
        done = None if note_in_hand() else self._last.of(code)
        if done is None:
            super().undo(code)
        else:
            self._go_over(code, done)

    def _by_key(self, code: str) -> None:
        """The figures do nothing where single keys are switched off."""
        if code not in _FIGURES or letters.all_shown():
            self.do(code)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Y, N and - choose the answer of the agreed version; Esc goes back to the list."""
        super().keyPressEvent(event)
        answer = letters.answer_of(event.text()) if event.text() and not event.isAccepted() else None
        if answer is not None and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.right.agreed.take(answer)
            event.accept()
        elif event.key() == Qt.Key.Key_Escape and not event.isAccepted() and not self.left.list.hasFocus():
            self._turn(False)
            self.left.list.setFocus(Qt.FocusReason.OtherFocusReason)
            event.accept()

    # showing

    def _go_to(self, case: str, ref: str) -> None:
        if self.flush() and case in self._door.cases():
            self.case, self._ref = case, ref
            self._read_anew()

    def _read(self) -> None:
        if not self._stale or not self.flush():
            return
        self._stale, cases = False, self._door.cases()
        if self.case not in cases:
            self.case, self._ref = self._door.first(), ""
        self._found = self._door.read(self.case) if self.case else None
        self.head.show_cases(cases, self.case)
        self._show_why_not()
        if self._found is not None:
            self.left.show_agreeing(self._found, self._ref)
            self.right.figures.show_agreeing(self._found, datetime.now().astimezone())
            self._choose()
        self._make_room()

    def _show_why_not(self) -> None:
        self.head.show_agreeing(self._found)
        why_not = words.why_not(self._found) or words.again(self._found) if self._found else ""
        if self._found is None or self._found.open or words.why_not(self._found):
            self.sure.hide()
        self.why_not.setText(why_not)
        self.why_not.setVisible(bool(why_not))
        self.nothing.say(*words.nothing(self._found))
        self.nothing.setVisible(not self._items)

    def _choose_other(self) -> None:
        self._last.forget()  # undo is of the item that one chose
        self._choose()

    def _choose(self) -> None:
        """Show the item that is in hand; what was typed on the one before is kept."""
        item, found = self.left.list.here, self._found
        if item is None or found is None or not self.flush():
            return
        self._ref = item.ref
        may = not words.why_not(found)
        hold(self.right.agreed, *(held(self.case, item) if may else ("", "")))
        self.right.show_item(self._workspace.framework, found, item, self._door.draft(self.case, item))
        self.right.agreed.show_apart(self._door.versions(self.case, item))

    # room

    def _make_room(self) -> None:
        self.head.make_room(short=layout_of(self.window().size()).short)
        both, some = self.width() >= theme.px(_BOTH), bool(self._items)
        self.left.setMinimumWidth(theme.px(_BESIDE) if both else 0)
        self.left.setMaximumWidth(theme.px(_BESIDE) if both else self.maximumWidth())
        self.head.turn.setVisible(some and not both)
        words_on = say("Differences") if self._in_right else say("This difference")
        point(self.head.turn, words_on, back=self._in_right)
        self.left.setVisible(some and (both or not self._in_right))
        self.right.setVisible(some and (both or self._in_right))

    def _turn(self, in_right: bool) -> None:
        self._in_right = in_right
        self._make_room()

    def _enter(self) -> None:
        self._turn(True)
        self.right.write()

    def _open_case(self) -> None:
        item = self.left.list.here
        if item is not None:
            self.want_case(self.case, item.question, item.prompt or "")

    # writing

    def _keep_answer(self, answer: Answer | None) -> None:
        tried(self, lambda: self._door.keep_answer(self.case, self._ref, answer))

    def _keep(self, which: int) -> None:
        """As the marking of that number has it, and on to the next that is open."""
        item = self.left.list.here
        if item is not None and which <= len(item.marks) and item.marks[which - 1].answer is None:
            tell(self, words.nothing_to_keep(which, item))
        elif item is not None and tried(self, lambda: self._door.keep(self.case, item, which)):
            self._go_on(item, f"{words.place(item)[0]}: {words.kept(which)}")

    def _keep_this(self) -> None:
        """With the answer and note that stand in the box."""
        item, card = self.left.list.here, self.right.agreed
        answer, text = card.answer, card.note.box.text()
        if item is None or answer is None or not self.flush():
            return
        if tried(self, lambda: self._door.write(self.case, item, answer, text)):
            self._go_on(item, say("{item}: agreed as written", item=item.ref))

    def _go_on(self, item: Item, said: str) -> None:
        """Be on the next difference that is open, and say what was done."""
        self._ref = self._door.next_open(self.case, item.ref)
        self._read_anew()
        self.left.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell_settled(_Settled(self.case, item.ref), said)

    @property
    def _items(self) -> tuple[Item, ...]:
        return self._found.items if self._found is not None else ()

    def _agree_equal(self) -> None:
        done = _Settled(self.case, equal=tuple(item.ref for item in self._items if item.equal and item.is_open))
        if self._walk_equal("redo", done):
            self._tell_settled(done, words.equal(self._door.read(self.case)))

    def _tell_settled(self, done: _Settled, said: str) -> None:
        self._last.did(done)
        tell(self, said, Offer(actions.command("undo").text, partial(self._go_over, "undo", done)))

    def _go_over(self, code: str, done: _Settled) -> None:
        """Take back what was settled, or settle it again, in its case: a message stays while one goes to another."""
        if done.case != self.case:
            self._go_to(done.case, done.ref)
        if self._walk_item(code, done.ref) if done.ref else self._walk_equal(code, done):
            self._last.did(done)
            if code == "undo":
                self._last.turned()

    def _walk_item(self, code: str, ref: str) -> bool:
        self._ref = ref
        self._read_anew()
        return self.invert(code, AGREED["/" in ref], f"{self.case}/{ref}")

    def _walk_equal(self, code: str, of: _Settled) -> bool:
        walk = partial(self._door.open_equal, refs=of.equal) if code == "undo" else self._door.agree_equal
        done = tried(self, lambda: walk(self.case))
        self._read_anew()
        return done

    def _ask_settle(self) -> None:
        if self._found is not None and self.flush():
            self.sure.ask(self._found)

    def _settle(self) -> None:
        found = self._found
        self._last.forget()
        if found is not None and tried(self, lambda: self._door.settle(self.case)):
            self._read_anew()
            self.left.list.setFocus(Qt.FocusReason.OtherFocusReason)
            tell(self, say("Settled: {case}. Its agreed version counts from now on.", case=found.case_ref))

    def _reopen(self) -> None:
        found = self._found
        if found is not None and tried(self, lambda: self._door.reopen(self.case)):
            self._read_anew()
            self.left.list.setFocus(Qt.FocusReason.OtherFocusReason)
            tell(self, words.opened_again(found))
