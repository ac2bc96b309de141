"""In the place of the list where nothing is found: what near it would find something, each with how much."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from inspector_app.core.domain.finding.search import Found, Query
from inspector_app.core.services.search import near_searches
from inspector_app.core.services.search.finding import Finder
from inspector_app.core.services.search.near_searches import Near
from inspector_app.core.services.ticket import Ticket
from inspector_app.core.words import say
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.labels import text_label
from inspector_app.ui.controls.layouts import empty
from inspector_app.ui.controls.reading import Reading
from inspector_app.ui.controls.telling import refuse
from inspector_app.ui.jobs import Jobs
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.words import found as found_words

_BESIDE = 480  # px at 100%: from this width what is offered stands on one line
_AFTER = 250  # ms without a key, after which what is near is looked for: the next key would wait for it


class NothingFound(Reading):
    """Signals `wanted` with the Query that somebody takes up."""

    wanted = Signal(object)

    def __init__(self, finder: Finder, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._finder, self._jobs, self._looking = finder, jobs, Ticket()
        self._query = Query()
        self._near: Sequence[Near] = ()
        self._pause = QTimer(self, singleShot=True, interval=_AFTER)
        self._pause.timeout.connect(self._look)
        self.setAccessibleName(say("Nothing found"))
        self.setWidgetResizable(True)
        self._heading, self._about = theme.role(text_label(self), "heading"), theme.role(text_label(self), "quiet")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.px(sizes.CLOSE))
        theme.role(self, "card")  # its edge is the one of the list in whose place it stands
        card = theme.role(QWidget(self), "page")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(*(theme.px(sizes.PAGE),) * 4)
        inside.setSpacing(theme.px(sizes.APART))
        top = QVBoxLayout()
        top.setSpacing(theme.px(sizes.TIGHT))
        top.addWidget(self._heading)
        top.addWidget(self._about)
        inside.addLayout(top)
        inside.addLayout(self._rows)
        inside.addStretch(1)
        self.setWidget(card)

    def show_nothing(self, found: Found) -> None:
        """Say that this answer has nothing, and look off the UI thread for what is near it, once no key comes for a while."""
        self._heading.setText(found_words.nothing(found.query))
        self._about.setText(found_words.looked_through(found.through))
        self._offer(())
        self._looking.cancel()
        self._query = found.query
        self._pause.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Something is found by now, or another page is shown: the inspection may be closed by then."""
        super().hideEvent(event)
        self._pause.stop()
        self._looking.cancel()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up."""
        super().showEvent(event)
        self._pause.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow page how many it would find, and the button, stand below what is offered."""
        super().resizeEvent(event)
        before, now = event.oldSize().width() >= theme.px(_BESIDE), event.size().width() >= theme.px(_BESIDE)
        if before != now:
            self._offer(self._near)

    def _look(self) -> None:
        query = self._query
        self._looking.cancel()
        self._looking = self._jobs.run(
            self,
            lambda ticket: near_searches.near(self._finder, query, ticket),
            done=self._offer,
            failed=lambda error: refuse(self, error),
        )

    def _offer(self, found: Sequence[Near]) -> None:
        self._near = found
        empty(self._rows)
        for one in found:
            self._rows.addWidget(theme.role(QFrame(self), "line"))
            self._rows.addWidget(self._row(one))

    def _row(self, one: Near) -> QWidget:
        row, words = QWidget(self), found_words.near(one)
        across = QGridLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setHorizontalSpacing(theme.px(sizes.APART))
        across.setColumnMinimumWidth(0, theme.px(sizes.BOX_FIGURES))  # what is offered stands in one column
        across.setColumnStretch(1, 1)
        why, what, many = theme.role(text_label(row), "quiet"), text_label(row), theme.role(text_label(row), "quiet")
        for label, text in ((why, words.why), (what, words.what), (many, words.many)):
            label.setText(text)
        button = PressButton(say("Look"), row)
        button.setAccessibleName(say("Look: {what}", what=f"{words.why}, {words.what}, {words.many}"))
        button.clicked.connect(partial(self.wanted.emit, one.query))
        across.addWidget(why, 0, 0)
        across.addWidget(what, 0, 1)
        many.setWordWrap(False)
        beside = self.viewport().width() >= theme.px(_BESIDE)
        across.addWidget(many, *((0, 2) if beside else (1, 0)))
        across.addWidget(button, *((0, 3) if beside else (1, 1)), Qt.AlignmentFlag.AlignLeft)
        return row
