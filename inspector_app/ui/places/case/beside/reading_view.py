"""A whole key question on one page to read: its prompts with their answers and notes, and the judgement."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from inspector_app.core.domain.inspection import Answer
from inspector_app.core.domain.rows import QuestionPage
from inspector_app.core.words import say
from inspector_app.ui.controls.rich_pages import RichEdit
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.words.answers import WORDS

_ANSWER = 116  # px at 100%: the widest word for an answer on one line
_LEAST = 380  # px at 100%: of a note that stands beside what it answers


class ReadingView(RichEdit):
    """Scrolls by the arrows; Tab leaves it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)  # so the arrows scroll
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLineWrapMode(RichEdit.LineWrapMode.FixedPixelWidth)
        self.setAccessibleName("The key question as one page")
        self._page: QuestionPage | None = None
        self._title = ""
        self._beside = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines are no longer than can be read well; where there is room the notes stand beside what they answer."""
        super().resizeEvent(event)
        width, first = self.viewport().width(), theme.px(sizes.FAR + _ANSWER)
        beside = width >= first + 2 * theme.px(_LEAST)
        self.setLineWrapColumnOrWidth(min(width, first + (1 + beside) * theme.px(sizes.COLUMN)))
        if beside != self._beside:
            self._beside = beside
            self._draw()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """With Alt an arrow goes to the next key question; Qt would take it for scrolling sideways."""
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def show_page(self, page: QuestionPage, title: str) -> None:
        """Show a key question, its judgement under this title; the same again stays where it is scrolled to."""
        if (page, title) == (self._page, self._title):
            return
        same = self._page is not None and self._page.id == page.id
        at = self.verticalScrollBar().value() if same else 0
        self._page, self._title = page, title
        self._draw()
        self.verticalScrollBar().setValue(at)

    def _draw(self) -> None:
        if self._page is not None:
            self.setHtml(_html(self._page, self._title, beside=self._beside))


def _html(page: QuestionPage, title: str, *, beside: bool) -> str:
    rows = [_row(p.ref, p.text, p.answer, p.note, contested=p.contested, beside=beside) for p in page.prompts]
    own = _row("", title, page.answer, page.rationale, contested=page.contested, beside=beside)
    return f'<table cellspacing="0" cellpadding="{theme.px(sizes.HAIR)}" width="100%">{"".join(rows)}{own}</table>'


def _row(letter: str, asked: str, answer: Answer | None, text: str, *, contested: bool, beside: bool) -> str:
    c, small = theme.colours(), theme.px(theme.SMALL)
    word = say("contested") if contested else str(WORDS[answer])
    colour = {Answer.YES: c.yes, Answer.NO: c.no}.get(answer, c.quiet) if answer and not contested else c.quiet
    note = f'<div style="white-space: pre-wrap">{escape(text)}</div>' if text.strip() else ""
    prompt = f'<div style="font-size: {small}px; color: {c.quiet}">{escape(asked)}</div>'
    texts = (
        f'<td width="44%" style="padding-right: {theme.px(sizes.FAR)}px">{prompt}</td><td>{note}</td>'
        if beside
        else f"<td>{prompt}{note}</td>"
    )
    return (
        f'<tr><td width="{theme.px(sizes.FAR)}"><b>{escape(letter)}</b></td>'
        f'<td width="{theme.px(_ANSWER)}" style="color: {colour}"><b>{word.capitalize()}</b></td>{texts}</tr>'
    )
