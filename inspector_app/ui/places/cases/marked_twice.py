"""One prompt or key question as two people answered it, side by side, and the figures of many."""

from collections import Counter
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QWidget

from inspector_app.core.domain.days.when import moment
from inspector_app.core.domain.inspection import Answer
from inspector_app.core.services.cases.comparing import Comparison, Marked, MarkedTwice
from inspector_app.core.words import say
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.card import Card
from inspector_app.ui.controls.fields.called import call
from inspector_app.ui.controls.labels import text_label
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.words import review as words
from inspector_app.ui.words import second_marking as second_words
from inspector_app.ui.words.handoffs.trust import recorded
from inspector_app.ui.words.settling import since

_NARROW = 620  # px at 100%: below it the answers stand below one another


class TwiceCard(Card):
    """Both answers with who gave them and what they wrote; nothing says which is right."""

    case_asked = Signal(str, str)  # case id, key question

    def __init__(self, twice: MarkedTwice, asked: str, parent: QWidget) -> None:
        place = words.place(twice.question, twice.prompt)
        super().__init__(f"{twice.case_ref} · {place}", asked, parent)
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._beside.setSpacing(theme.px(2 * theme.GRID))
        self.sides = [_Side(_which(number), marked, self) for number, marked in enumerate(twice.marks)]
        for side in self.sides:
            self._beside.addWidget(side, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(self._beside)
        self.open = theme.role(PressButton(f"Open the case at {twice.question}", self), "plain")
        prompt = f", prompt {twice.prompt}" if twice.prompt else ", judgement"
        call(self.open, f"{twice.case_ref}{prompt}")
        self.open.clicked.connect(lambda: self.case_asked.emit(twice.case, twice.question))
        self.stack(self.open)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window puts the answers below one another."""
        super().resizeEvent(event)
        across = QBoxLayout.Direction
        self._beside.setDirection(across.TopToBottom if self.width() < theme.px(_NARROW) else across.LeftToRight)


def _which(number: int) -> str:
    """What a marking is called; the first is that of the case's inspector."""
    return ("First", "Second", "Third", "Fourth", "Fifth")[number] if number < 5 else f"{number + 1}th"


class _Side(QWidget):
    """One marker's answer and text."""

    def __init__(self, which: str, marked: Marked, parent: QWidget) -> None:
        super().__init__(parent)
        now = datetime.now().astimezone()
        head, self.answer, text = (text_label(self) for _ in range(3))
        theme.role(head, "small")
        theme.role(self.answer, "label")
        by = ", ".join(part for part in (marked.by, recorded(marked.laptop)) if part)
        head.setText(" · ".join(part for part in (f"{which} marking", by, moment(marked.at, now)) if part))
        self.answer.setText(words.ANSWERS[marked.answer].say())
        text.setText("\n".join(filter(None, (marked.text or "Nothing written", since(marked)))))
        text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        text.setAccessibleName(f"{which} marking by {by}: {self.answer.text()}. {text.text()}")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(theme.px(sizes.TIGHT))
        for row, label in enumerate((head, self.answer, text)):
            grid.addWidget(label, row, 0)


class FiguresCard(Card):
    """Counts, percent agreement, Gwet's AC1, and kappa where there are enough pairs; each said in words."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(say("How far the two agree"), "", parent)
        self.lines = text_label(self)
        self.counts = text_label(self)
        self.about = theme.role(text_label(self), "small")
        self.about.setText(
            say(
                "Agreement is measured on what both answered. Two people agree on some of it by chance alone. "
                "Gwet’s AC1 allows for that: 1 is full agreement, 0 is no more than chance. So does Cohen’s "
                "kappa, which is shown from {least} pairs on, where answers vary.",
                least=second_words.LEAST_FOR_KAPPA,
            )
        )
        self.stack(self.lines, self.counts, self.about)

    def show_comparison(self, found: Comparison) -> None:
        """Show the figures."""
        kinds = (
            ("All", found.figures), ("Judgements on key questions", found.judgements), ("Prompts", found.prompts),
        )  # fmt: skip
        self.heading.setText(say("How far the two agree") if found.of_two else say("How far they agree"))
        lines = []
        for name, figures in kinds:
            shown = (second_words.share(figures), second_words.beyond_chance(figures))
            lines.append(f"{name}: {' · '.join(filter(None, shown))}")
        self.lines.setText("\n".join(lines))
        self.counts.setText(_counts(found.counts) if found.of_two else _counts_of_all(found.counts))
        self.counts.setVisible(bool(found.counts))


def _counts(counts: dict[tuple[Answer, Answer], int]) -> str:
    """How often each pair of answers was given, the same ones first."""
    ordered = sorted(
        counts.items(), key=lambda item: (item[0][0] != item[0][1], [list(Answer).index(a) for a in item[0]])
    )
    said = [
        f"both {words.ANSWERS[first].say().lower()}: {count}"
        if first == second
        else f"first {words.ANSWERS[first].say().lower()}, second {words.ANSWERS[second].say().lower()}: {count}"
        for (first, second), count in ordered
    ]
    return "; ".join(said).capitalize()


def _counts_of_all(counts: dict[tuple[Answer, Answer], int]) -> str:
    """How often two of several gave each pair of answers, whichever two."""
    both: Counter[tuple[Answer, ...]] = Counter()
    for two, number in counts.items():
        both[tuple(sorted(two, key=list(Answer).index))] += number
    said = [
        f"{' and '.join(words.ANSWERS[one].say().lower() for one in two)}: {number}" for two, number in both.items()
    ]
    return say("Pairs of answers: {counts}", counts="; ".join(sorted(said)))
