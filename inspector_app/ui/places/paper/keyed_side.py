"""Beside the lines of a pack: how far the case is by key question, what differs from what was saved, and the keys."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from inspector_app.core.services.documents.paper import PaperLine
from inspector_app.core.words import say
from inspector_app.ui import letters
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.labels import said_label, text_label
from inspector_app.ui.controls.layouts import empty
from inspector_app.ui.controls.shown.facts import Facts
from inspector_app.ui.controls.shown.share_rows import Share, ShareRows
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.places.paper.lines import subject
from inspector_app.ui.words.answers import WORDS

WIDE = 288  # px at 100%


class KeyedSide(QScrollArea):
    """Signals `wanted` with the place of a line that differs."""

    wanted = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        theme.role(self, "card")
        self.setFixedWidth(theme.px(WIDE))
        self._shown: tuple[object, ...] = ()
        self.count, self.shares = theme.role(text_label(self), "label"), ShareRows(self)
        self.differs, self._ways = text_label(self), Flow()
        self.setWidgetResizable(True)  # what differs may be more than there is room for
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        held = theme.role(QWidget(self), "page")
        self.setWidget(held)
        self._inside = QVBoxLayout(held)
        self._inside.setContentsMargins(*(theme.px(sizes.APART),) * 4)
        self._inside.setSpacing(theme.px(sizes.CLOSE))
        for part in (self.count, self.shares, self._line()):
            self._inside.addWidget(part)
        self._headed(say("A code is checked by its letter"))
        self._code = text_label(self)
        self._inside.addWidget(self._code)
        self._inside.addWidget(self._line())
        self._headed(say("Differs from what was saved"))
        self._inside.addWidget(self.differs)
        self._inside.addLayout(self._ways)
        self._inside.addWidget(self._line())
        self._inside.addWidget(Facts(self, _keys()))
        self._inside.addStretch(1)

    def show_lines(self, rows: Sequence[PaperLine], was: Sequence[tuple[int, str]], at: int) -> None:
        """Say how far these are. `was`: the places of lines that say something else now, and what they said."""
        questions = dict.fromkeys(row.question for row in rows)
        shares = [_share(ref, [row for row in rows if row.question == ref]) for ref in questions]
        done = sum(share.part for share in shares)
        self.count.setText(say("Keyed in: {number} of {of}", number=done, of=len(rows)))
        self.shares.set_shares(shares)
        if 0 <= at < len(rows):
            self._code.setText(
                say(
                    "{code}: {subject}. Any other letter is refused.",
                    code=rows[at].code,
                    subject=subject(rows[at]),
                )
            )
        shown = tuple((rows[place], said) for place, said in was)
        if shown != self._shown or not self.differs.text():
            self._shown = shown
            self._show_differing(rows, was)

    def _show_differing(self, rows: Sequence[PaperLine], was: Sequence[tuple[int, str]]) -> None:
        empty(self._ways)
        said = [
            say("{code}, {subject}: {was}. The paper says: {now}.",
                code=rows[place].code, subject=subject(rows[place]), was=words, now=str(WORDS[rows[place].answer]))
            for place, words in was
        ]  # fmt: skip
        self.differs.setText("\n".join(said) or say("Nothing so far."))
        for place, _ in was:
            go = theme.role(PressButton(say("{code}: go there", code=rows[place].code), self), "chip")
            go.clicked.connect(partial(self.wanted.emit, place))
            self._ways.addWidget(go)

    def _headed(self, words: str) -> None:
        self._inside.addWidget(said_label(self, words, "label"))

    def _line(self) -> QFrame:
        return theme.role(QFrame(self), "line")


def _share(question: str, rows: Sequence[PaperLine]) -> Share:
    return Share(question, sum(row.answer is not None for row in rows), len(rows))


def _keys() -> list[tuple[str, str]]:
    return [
        (letters.all_shown() or "–", say("answers, moves on")),
        (say("Delete"), say("clears")),
        (say("Digits"), say("go to a line")),
        (say("Enter"), say("writes the note")),
        (say("Shift+Enter"), say("writes on the last answer")),
        (say("Esc"), say("back to the lines")),
    ]
