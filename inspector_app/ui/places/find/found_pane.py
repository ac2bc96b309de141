"""Beside the list, what was found, whole: on which prompt, how it is answered, every word of it, by whom and when."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from inspector_app.core.domain.finding.search import FoundRow, Query
from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.inspection import Answer
from inspector_app.core.words import say
from inspector_app.ui.controls.buttons.keyed_button import KeyedButton
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.labels import text_label
from inspector_app.ui.controls.noted import as_html
from inspector_app.ui.controls.rich_pages import RichPage
from inspector_app.ui.controls.shown.facts import Facts
from inspector_app.ui.controls.signs.answer_word import AnswerWord
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.places.find.asking import Asking
from inspector_app.ui.words import found as found_words

_AFTER = 120  # ms on a line, after which the whole of it is read


class FoundPane(QFrame):
    """Signals `wanted` when it is to be opened where it is worked on."""

    wanted = Signal()

    def __init__(self, framework: Framework, asking: Asking, parent: QWidget) -> None:
        super().__init__(parent)
        self._framework, self._asking, self._query = framework, asking, Query()
        self._row: FoundRow | None = None
        self._reading = QTimer(self, singleShot=True, interval=_AFTER)
        self._reading.timeout.connect(self._read)
        theme.role(self, "card")
        self.setAccessibleName(say("What was found, whole"))
        self.heading = theme.role(text_label(self), "heading")
        self.go = KeyedButton(say("Go there"), "Enter", self)
        self.asked = theme.role(text_label(self), "quiet")
        self.answer, self.standing = AnswerWord(self), theme.role(text_label(self), "label")
        self.answer.hide()  # until it is read
        self.note = RichPage(self)
        self.note.setAccessibleName(say("All that is written there"))
        theme.role(self.note, "part")
        self.by = Facts(self)
        keys = theme.role(text_label(self), "small")
        keys.setText(say("↓ goes into the list · Esc goes back to the words"))
        self.go.clicked.connect(self.wanted)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(*(theme.px(sizes.APART),) * 4)
        inside.setSpacing(theme.px(sizes.CLOSE))
        head = Flow(self.heading)
        head.add_gap()
        head.addWidget(self.go)
        inside.addLayout(head)
        for part in (self.asked, self.answer, self.standing):
            inside.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
        inside.addWidget(self.note, 1)
        inside.addWidget(theme.role(QFrame(self), "line"))
        inside.addWidget(self.by)
        inside.addWidget(keys)

    def follow(self, row: FoundRow | None, query: Query) -> None:
        """Show this, which the query found, as soon as one stays on it."""
        self._row, self._query = row, query
        self._reading.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is read for a page that is out of sight: its inspection may be closed by then."""
        super().hideEvent(event)
        self._reading.stop()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up."""
        super().showEvent(event)
        self._reading.start()

    def _read(self) -> None:
        row = self._row
        if row is not None and self.isVisible():
            self._asking.whole(row, self._query, lambda found: self._show(row, *found))

    def _show(self, row: FoundRow, text: str, matches: Sequence[tuple[int, int]]) -> None:
        if row is not self._row:
            return
        asked = found_words.asked(row, self._framework)
        self.heading.setText(found_words.where(row))
        self.asked.setText(asked)
        self.asked.setVisible(bool(asked))
        plain = isinstance(row.answer, Answer) and not row.contested
        if isinstance(row.answer, Answer):
            self.answer.set_answer(row.answer)
        self.answer.setVisible(plain)
        self.standing.setText("" if plain else found_words.standing(row))
        self.standing.setVisible(bool(self.standing.text()))
        self.note.setHtml(f"<p>{as_html(text, matches)}</p>" if text else "")
        self.note.setVisible(bool(text))
        self.by.set_facts(found_words.facts(row, datetime.now().astimezone()))
