"""Under the header of a case: its stage, whose it is, what can be done with it now, and what was said of the whole."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from inspector_app.core.domain.completeness import ToCheck
from inspector_app.core.domain.review import Stage
from inspector_app.ui import actions
from inspector_app.ui.controls.bounded import Bounded
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.labels import text_label
from inspector_app.ui.controls.press_button import PressButton
from inspector_app.ui.controls.stage_mark import StageMark
from inspector_app.ui.look import theme
from inspector_app.ui.places.case.open_review import ACCEPT_OWN, REOPEN, TAKEOVER, Review
from inspector_app.ui.places.case.remarks import Remarks
from inspector_app.ui.places.case.review_cards import (
    GiveReason,
    ReturnCase,
    ReviewCard,
    help_with,
    second_marking,
)
from inspector_app.ui.words import point as point_words
from inspector_app.ui.words import review as words

# What each button says; "…" where a box opens first.
WORDS = {
    "comment": "Comment", "submit": "Submit", "return": "Return…", "accept": "Accept", "reopen": "Reopen…",
    "take-back": "Take back", "take-over": "Take over…", "ask-help": "Ask for help…",
    "finished": "I have finished", "ask-second": "Second marking…", "second": "Compare markings",
}  # fmt: skip
KEYED = tuple(code for code in WORDS if code != "second")  # that one is a page, and has its key everywhere


def _level(code: str) -> str:
    """Submit, the one act that ends an inspector's work on a case, is filled; the others are quiet."""
    return "primary" if code == "submit" else "plain"


_MOST = 132  # px at 100% for what was said of the whole case: the prompts need the room


class ReviewBar(QFrame):
    """Shows a review; signals `asked` with the code of what somebody wants to do."""

    asked = Signal(str)
    panel_changed = Signal()  # one opened or closed

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.stage = StageMark(self)
        self.whose = theme.role(text_label(self), "small")
        self.whose.setWordWrap(False)
        self.buttons = {code: self._button(code) for code in WORDS}
        self.more = theme.role(PressButton("Review ▾", self), "plain")
        self.more.setAccessibleName("What can be done with this case")
        self.more.clicked.connect(self._toggle)
        self.second = theme.role(text_label(self), "label")
        self.remarks = Remarks(self)
        self.take_over = GiveReason(TAKEOVER, "Take this case over", "Take it over", self)
        self.reopen = GiveReason(REOPEN, "Reopen this case", "Reopen it", self)
        self.accept_own = GiveReason(ACCEPT_OWN, "Accept this case", "Accept it", self)
        self.return_case, self.ask_help, self.ask_second = ReturnCase(self), help_with(self), second_marking(self)
        self._acts: Sequence[str] = ()
        self._short = self._unfolded = self.panel_open = False
        self._lay_out()

    @property
    def cards(self) -> dict[str, ReviewCard]:
        """What opens in place, by the code that opens it."""
        return {**self.reasons, "return": self.return_case, "ask-help": self.ask_help, "ask-second": self.ask_second}

    @property
    def reasons(self) -> dict[str, GiveReason]:
        """The cards that ask for a reason, by the act it is of."""
        return {"take-over": self.take_over, "reopen": self.reopen, "accept": self.accept_own}

    def _lay_out(self) -> None:
        line = Flow(self.stage, self.whose)
        line.add_gap()
        line.setSpacing(theme.px(6))
        for button in (self.more, *self.buttons.values()):
            line.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setSpacing(theme.px(4))
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(line)
        said = Bounded(self.remarks, _MOST, self)
        for widget in (self.second, said, *self.cards.values()):
            layout.addWidget(widget)
        for card in self.cards.values():
            card.left.connect(self.close_card)

    def _button(self, code: str) -> PressButton:
        button, command = theme.role(PressButton(WORDS[code], self), _level(code)), actions.command(code)
        button.setObjectName(code)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus on the prompt it is about
        button.setAccessibleName(command.text)
        button.setToolTip(f"{command.tip} ({actions.keys(code)})")
        button.clicked.connect(lambda: self.asked.emit(code))
        button.hide()
        return button

    def show_review(self, review: Review) -> None:
        """Show how the case stands."""
        self._acts = review.acts
        self.buttons["accept"].setText("Accept…" if review.rights.judged else WORDS["accept"])
        self.show_stage(review.stage, words.owner(review.case, review.rights))
        self.second.setText(words.second(review.second, review.case))
        self.second.setVisible(bool(self.second.text()))
        self._show_buttons()

    def show_stage(self, stage: Stage, whose: str) -> None:
        """Show the stage in its shape and words, and whose case it is."""
        self.stage.set_shown(words.shown(stage))
        by = words.by_whom(stage, datetime.now().astimezone())
        self.whose.setText("  ·  ".join(part for part in (by, whose) if part))

    def show_points(self, found: ToCheck) -> None:
        """Say beside "Submit" how much is worth checking first; it never keeps anybody from submitting."""
        button, said = self.buttons["submit"], point_words.to_mention(found)
        button.setText(f"{WORDS['submit']} ({said})" if said else WORDS["submit"])
        button.setAccessibleName(
            f"{actions.command('submit').text}, {said}" if said else actions.command("submit").text
        )

    def open_panel(self, code: str) -> None:
        """Open one card; the others close."""
        self.panel_open = True
        for other, card in self.cards.items():
            card.setVisible(other == code)
        self.cards[code].begin()
        self.panel_changed.emit()

    def close_card(self) -> None:
        """Close whatever is open; the focus goes back to the case."""
        if not self.panel_open:
            return
        self.panel_open = False
        self.panel_changed.emit()
        self.asked.emit("focus")  # before the card goes: the focus must not fall on another prompt
        for card in self.cards.values():
            card.hide()

    def flush(self) -> bool:
        """Keep what is being written here. False when some of it could not be."""
        kept = [self.remarks.flush(), *(card.flush() for card in self.cards.values())]
        return all(kept)  # each is kept, whatever became of the one before

    def set_short(self, short: bool) -> None:
        """In a low window the buttons fold behind one."""
        self._short = short
        self._show_buttons()

    def _toggle(self) -> None:
        self._unfolded = not self._unfolded
        self._show_buttons()

    def _show_buttons(self) -> None:
        self.more.setVisible(self._short)
        for code, button in self.buttons.items():
            button.setVisible(code in self._acts and (self._unfolded or not self._short))
