"""Over a case: whose it is, how far it is, and what can be done with it. One line; less is said where it is narrow."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QWidget

from inspector_app.core.domain.cases.completeness import ToCheck
from inspector_app.core.domain.cases.review import Stage
from inspector_app.core.domain.rows import CaseRow, QuestionMark
from inspector_app.core.words import Later, later, say
from inspector_app.ui import actions
from inspector_app.ui.controls.buttons.drawn import dots, draw, dress
from inspector_app.ui.controls.buttons.keyed_button import KeyedButton
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.chip import Chip, Means
from inspector_app.ui.controls.labels import plain_label
from inspector_app.ui.controls.stage_mark import StageMark
from inspector_app.ui.controls.telling import speak
from inspector_app.ui.controls.unpainted import StillBar
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.icons import icon
from inspector_app.ui.look.layout import Across, Down, Layout
from inspector_app.ui.places.case.concern_flag import ConcernFlag
from inspector_app.ui.places.case.open_review import Review
from inspector_app.ui.words import point as point_words
from inspector_app.ui.words import review as words
from inspector_app.ui.words import verified as verified_words
from inspector_app.ui.words.framework import type_alone

# What can be done with a case, in the order of its buttons and in the menu; "…" where a question follows.
ACTS: dict[str, Later] = {
    "comment": later("Comment"), "submit": later("Submit"), "return": later("Return…"), "accept": later("Accept"),
    "reopen": later("Reopen…"), "finished": later("I have finished"), "second": later("Compare markings"),
    "take-back": later("Undo the stage"), "take-over": later("Take over…"), "ask-help": later("Ask for help…"),
    "ask-second": later("Second marking…"), "verify": later("Verify this item"),
}  # fmt: skip
_IN_MENU = ("take-back", "take-over", "ask-help", "ask-second", "verify")
KEYED = tuple(code for code in ACTS if code != "second")  # that one is a page, and has its key everywhere
_DRAWN = {"comment": "comment", "accept": "tick-black"}
_COMES_NEXT, _ONCE_ANSWERED = ("submit", "finished", "accept"), ("submit", "finished")
_WAYS = {"undo": "undo", "redo": "redo", "previous-case": "before", "next-case": "after"}  # command: its icon
_READING = ("reading", "compare")  # what else the menu leads to
_BESIDE = ("guidance", "history", "facts", "points")  # and where they have no tab
_PROGRESS = 96  # px at 100%


class CaseBar(QFrame):
    """Signals `asked` with the code of the command that somebody wants."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = theme.role(PressButton(say("Cases"), self), "plain")
        self._dress(self.back, "back", say("Back to the cases"))
        self.back.setToolTip(say("Back to the cases"))
        draw(self.back, "before")
        self._ref = theme.role(plain_label(parent=self), "title")
        self._ref.setIndent(theme.px(sizes.TIGHT))  # the ring of the way back would come close to it
        self._about = theme.role(plain_label(parent=self), "quiet")
        self.by = theme.role(plain_label(parent=self), "small")
        self._gaps = theme.role(plain_label(parent=self), "small")
        self.flag = ConcernFlag(self)
        self.whose = Chip(Means.OWN, "", self)
        self.stage = StageMark(self)
        self._progress = StillBar(self)
        self._progress.setTextVisible(False)
        self._progress.setFixedWidth(theme.px(_PROGRESS))
        self.ways = {code: self._way(code, drawing) for code, drawing in _WAYS.items()}
        self.next_gap = self._gap_button()
        self.buttons = {code: self._act(code) for code in ACTS}
        self.more = dots(PressButton(parent=self), "More that can be done with this case")
        self.more.setToolTip("More")
        self.menu = QMenu(self)
        self.menu.setAccessibleName("More that can be done with this case")
        self.menu.aboutToShow.connect(self._fill_menu)
        self.more.clicked.connect(self._open_menu)
        self.acts: tuple[str, ...] = ()
        self._begun, self._filled = False, ""
        self._opened, self._low, self._case, self._left = True, False, "", 0
        self._tip = self._whole = self._brief = self._verified = ""
        self._means = Means.OWN
        self._concerns: Mapping[str, int] = {}
        self._marks: Sequence[QuestionMark] = ()
        self._lay_out()

    def _lay_out(self) -> None:
        self._line = layout = QHBoxLayout(self)
        layout.setSpacing(theme.px(sizes.CLOSE))
        for widget in self._said:
            layout.addWidget(widget)
        layout.insertWidget(layout.indexOf(self._ref) + 1, self.flag)
        layout.addStretch(1)
        for widget in (*self._pressed, self.more):
            layout.addWidget(widget)

    def _dress(self, button: QPushButton, code: str, tip: str) -> None:
        button.setObjectName(code)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus on the item it is about
        button.setAccessibleName(f"{button.text()}: {tip[0].lower()}{tip[1:]}")
        button.clicked.connect(lambda: self.asked.emit(code))

    def _gap_button(self) -> KeyedButton:
        command = actions.command("next-gap")
        button = KeyedButton(command.text, actions.keys("next-gap").replace("Down", "↓"), self)
        self._dress(button, "next-gap", command.tip)
        button.setToolTip(f"{command.tip} ({actions.keys('next-gap')})")
        return button

    def _way(self, code: str, drawing: str) -> QPushButton:
        command, side = actions.command(code), theme.px(sizes.PICTURE)
        button = theme.role(PressButton(self), "tool")
        button.setObjectName(code)
        button.setIcon(icon(drawing, theme.colours().quiet, side, self.devicePixelRatioF()))
        button.setIconSize(QSize(side, side))
        button.setFixedSize(theme.px(sizes.BUTTON_SMALL), theme.px(sizes.BUTTON_SMALL))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setToolTip(f"{command.text} ({actions.keys(code)})")
        button.setAccessibleName(command.text)
        button.clicked.connect(lambda: self.asked.emit(code))
        return button

    def _act(self, code: str) -> PressButton:
        button, command = theme.role(PressButton(ACTS[code].say(), self), ""), actions.command(code)
        button.setObjectName(code)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus on the prompt it is about
        button.setAccessibleName(f"{button.text().rstrip('…')}: {command.tip[0].lower()}{command.tip[1:]}")
        button.setToolTip(f"{command.tip} ({actions.keys(code)})")
        button.clicked.connect(lambda: self.asked.emit(code))
        button.hide()
        return draw(button, _DRAWN[code]) if code in _DRAWN else button

    # shown

    def set_row(self, row: CaseRow) -> None:
        """Show a case."""
        self._ref.setText(row.ref)
        self._about.setText(type_alone(row.type))
        self._marks = row.marks
        self._progress.setMaximum(max(1, row.items))
        if row.id != self._case:
            self._case, self._left = row.id, row.gaps  # of another case nobody asked how many are left
        self.set_gaps(row.gaps)
        self.set_concerns(self._concerns)

    def set_concerns(self, concerns: Mapping[str, int]) -> None:
        """Say how many open concerns there are about the case, of these (case id -> count)."""
        self._concerns = concerns
        self.flag.set_count(concerns.get(self._case, 0))
        self._fit()

    def set_gaps(self, gaps: int) -> None:
        """Show how many prompts and key questions are not answered, and say it aloud where that is another number."""
        said = words.left(gaps, self._marks)
        changed = said != self._gaps.text()
        self._gaps.setText(said)
        self._progress.setValue(self._progress.maximum() - gaps)
        self._progress.setAccessibleName(said)
        if gaps != self._left:
            self._left = gaps
            speak(self, said, "gaps")
        if self._next() != self._filled:
            self._fill_next()
        if changed:  # other words have another width
            self._fit()

    def show_points(self, found: ToCheck) -> None:
        """Say of "Submit" how much is worth checking first; it never keeps anybody from submitting."""
        button, command = self.buttons["submit"], actions.command("submit")
        said = point_words.to_mention(found)
        button.setAccessibleDescription(said)
        tip = f"{command.tip} ({actions.keys('submit')})"
        button.setToolTip(f"{tip}: {said}" if said else tip)

    def show_review(self, review: Review) -> None:
        """Show how the case stands, whose it is, and what can be done."""
        self.acts, self._opened = review.acts, review.opened
        self.buttons["accept"].setText("Accept…" if review.rights.judged else ACTS["accept"].say())
        held = bool(review.case.inspector)
        self.buttons["take-over"].setText(ACTS["take-over"].say() if held else say("Take it…"))
        self._begun = review.stage.begun
        self._fill_next()
        self._tip, self._whole = (
            said(review.case, review.rights, blind=review.blind) for said in (words.owner, words.owner_of)
        )
        self._brief = words.owner_in_brief(review.rights, blind=review.blind)
        self._means = {"": Means.OWN, "colleague": Means.OTHER, "accepted": Means.DONE}[review.ground]
        if self._means is Means.DONE:
            self._whole = self._brief = words.READ_ONLY.say()
        self._verified = verified_words.in_brief(review.verified)
        self.show_stage(review.stage)

    def _next(self) -> str:
        """What comes next: to submit it, or to have finished, is that once all is answered, though one may before."""
        first = next((code for code in _COMES_NEXT if code in self.acts), "")
        return "" if first in _ONCE_ANSWERED and (self._left or not self._begun) else first

    def _fill_next(self) -> None:
        """Fill the button of what comes next."""
        self._filled = self._next()
        for code in _COMES_NEXT:
            dress(self.buttons[code], "primary" if code == self._filled else "")
            self.buttons[code].setMinimumWidth(_room(self.buttons[code]))

    def show_stage(self, stage: Stage) -> None:
        """Show the stage in its shape and words, and who moved it there."""
        self.stage.set_shown(words.shown(stage))
        by = words.by_whom(stage, datetime.now().astimezone())
        self.by.setText(" · ".join(part for part in (by, self._verified) if part))
        self.by.setToolTip(self.by.text())
        self._fit()

    def set_layout(self, layout: Layout) -> None:
        """As high as a window of that layout has room for."""
        self._low = layout.down is Down.LOW
        self.setFixedHeight(theme.px(sizes.CASE_BAR.short if layout.short else sizes.CASE_BAR.usual))
        theme.role(self._ref, "heading" if layout.short else "title")
        self.next_gap.show_key(layout.across is not Across.NARROW)
        edge = theme.px(sizes.CLOSE if layout.short else sizes.APART)
        self._line.setContentsMargins(edge, 0, edge, 0)
        self._fit()

    # what there is room for

    def resizeEvent(self, event: QResizeEvent) -> None:
        """With less width, less is said."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show what there is to say, without what matters least until the rest has room."""
        self.whose.say(self._means, self._whole, self._tip)
        shown = list(self._held())
        for widget in self._give_way():
            if self._needed(shown) <= self.width():
                break
            if widget is self.whose:
                self.whose.say(self._means, self._brief, self._tip)
            elif widget in shown:
                shown.remove(widget)
        for widget in (*self._said, *self._pressed):
            widget.setVisible(widget in shown)

    @property
    def _said(self) -> tuple[QWidget, ...]:
        to_others = (
            self.ways["previous-case"],
            self.ways["next-case"],
        )  # first, so that they stay under the pointer
        about = (self._ref, self._about, self.whose, self.stage, self.by, self._progress, self._gaps)
        return (self.back, *to_others, *about)

    @property
    def _pressed(self) -> tuple[QWidget, ...]:
        return (self.ways["undo"], self.ways["redo"], self.next_gap, *self.buttons.values())

    def _held(self) -> Iterable[QWidget]:
        """What would be there with room for everything."""
        own = (self.ways["undo"], self.ways["redo"], self.next_gap)
        mine = (*own, *((self._progress,) if words.asked(self._marks) else ()), self._gaps)  # of nothing no bar
        told = (*mine, self._progress, *(label for label in (self._about, self.by) if not label.text()))
        yield from (w for w in self._said if w not in told and (w is not self.stage or not self._accepted))
        if self._opened:
            yield from mine
        in_menu = {*_IN_MENU, *(("comment",) if self._opened else ())}
        if not self._opened and not {"return", "accept", "reopen"} & {*self.acts}:
            in_menu -= {"take-over"}  # the one way to work on a case that can only be read
        yield from (self.buttons[code] for code in self.acts if code not in in_menu)

    @property
    def _accepted(self) -> bool:
        """Whether the chip says so already."""
        return self._means is Means.DONE and self.stage.shown is words.Shown.ACCEPTED

    def _give_way(self) -> Iterable[QWidget]:
        """From what matters least; the reference, the flag of a concern and the menu are always there."""
        yield from (self._progress, self._about, self.by, self.whose)
        yield from (self.ways["redo"], self.ways["undo"], self.ways["previous-case"], self.ways["next-case"])
        yield from (self.stage, self._gaps, self.buttons["comment"], self.next_gap)
        yield from (self.buttons[code] for code in reversed(self.acts))
        yield from (self.back, self.whose)

    def _needed(self, shown: Iterable[QWidget]) -> int:
        held = [*shown, self.more, *([] if self.flag.isHidden() else [self.flag])]
        for widget in held:
            widget.ensurePolished()
        edges = self._line.contentsMargins()
        between = self._line.spacing() * len(held)
        return sum(_width(w) for w in held) + between + edges.left() + edges.right()

    # the menu

    def in_menu(self) -> tuple[str, ...]:
        """The codes of what the menu offers now: what can be done and has no button, and what else leads on from here."""
        acts = [code for code in self.acts if self.buttons[code].isHidden()]
        ways = [code for code in (*_WAYS, "next-gap") if self._opened or code in ("previous-case", "next-case")]
        held = {**self.ways, "next-gap": self.next_gap}
        return (*acts, *(code for code in ways if held[code].isHidden()), *(_BESIDE if self._low else ()), *_READING)

    def _fill_menu(self) -> None:
        self.menu.clear()
        for code in self.in_menu():
            said = self.buttons[code].text() if code in self.buttons else ""
            action = self.menu.addAction(actions.in_menu(code, said))
            action.triggered.connect(lambda _checked=False, code=code: self.asked.emit(code))

    def _open_menu(self) -> None:
        self.menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))


def _room(button: QPushButton) -> int:
    """How wide a button is once it is filled: those beside it stay where they are when it is."""
    button.ensurePolished()
    wider = 0 if button.property("role") == "primary" else 2 * (theme.px(sizes.APART) - theme.px(sizes.NEAR))
    return button.sizeHint().width() + wider


def _width(widget: QWidget) -> int:
    """How wide a layout makes it."""
    return max(widget.minimumWidth(), min(widget.sizeHint().width(), widget.maximumWidth()))
