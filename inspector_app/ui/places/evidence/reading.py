"""Everything known about one prompt, to be read as one page: what a lead writes the findings from."""

from collections.abc import Iterable, Sequence
from html import escape
from math import ceil

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.core.domain.evidence import Said, SourceRow, Subject
from inspector_app.core.domain.text.marks import place
from inspector_app.core.services.fieldwork.evidence import Grid, Reading
from inspector_app.core.services.fieldwork.likely_sources import Likely
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.labels import text_label
from inspector_app.ui.controls.rich_pages import RichPage
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.mark_shapes import colour
from inspector_app.ui.places.evidence.likely_card import LikelyCard
from inspector_app.ui.words import evidence as evidence_words

_ALL = 1000  # parts of the room, against one for what is left below
_On = Sequence[tuple[SourceRow, Said]]


class ReadingPane(QFrame):
    """The subject's words, then source by source what each says on it. Each source is a link to where it is written."""

    opened = Signal(str, str)  # source, reference
    ratings_wanted = Signal()
    link_wanted = Signal(str, str)  # source, reference

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName("What is known")
        theme.role(self, "card")
        self.heading = theme.role(text_label(self), "small")
        self.ratings = theme.role(PressButton("Ratings", self), "slight")
        self.ratings.setToolTip("Go to the ratings, and the words to rate with")
        self.page = theme.role(RichPage(self), "part")
        self.page.setAccessibleName("What every source says")
        self.page.document().setDocumentMargin(0)  # in one line with what is above and below it
        self.page.anchorClicked.connect(self._open)
        self.likely = LikelyCard(self)
        self.likely.wanted.connect(self.link_wanted)
        self.ratings.clicked.connect(self.ratings_wanted)
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.ratings, 0, Qt.AlignmentFlag.AlignVCenter)
        layout = QVBoxLayout(self)
        edge = theme.px(sizes.APART)
        layout.setContentsMargins(edge, theme.px(sizes.NEAR), edge, theme.px(sizes.NEAR))
        self.setMinimumWidth(theme.px(sizes.BOX_SHORT))
        layout.setSpacing(theme.px(sizes.TIGHT))
        layout.addLayout(head)
        layout.addWidget(self.page, _ALL)
        layout.addWidget(self.likely)
        layout.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What might bear on it too gives its room to what is read, where there is hardly any."""
        super().resizeEvent(event)
        self.likely.fit()
        self._fit()

    def _fit(self) -> None:
        """What is read is as high as its words at the most: what might bear on it too stands right under them."""
        edges = self.page.height() - self.page.viewport().height()
        self.page.setMaximumHeight(
            max(0, ceil(self.page.document().size().height()) + edges)
        )  # less before it has room

    def set_reading(self, found: Reading, grid: Grid, likely: Sequence[Likely]) -> None:
        """Show all that is said on a subject, and what might bear on it too."""
        subject = found.subject
        self.heading.setText(f"{subject.ref}  ·  {evidence_words.row(grid, subject)}")
        parts = [f"<p class='asked'>{escape(subject.text)}</p>", *_all_said(subject, found.said)]
        if not found.said and subject.counted:
            parts.append("<p>No source is linked with this yet.</p>")
        for other, on in (*found.above, *found.below):
            parts.append(f"<h4>On {escape(other.ref)}  {escape(other.text)}</h4>")
            parts += _all_said(other, on)
        self.page.setHtml(f"<style>{_style()}</style>{''.join(parts)}")
        self.page.verticalScrollBar().setValue(0)
        self._fit()
        self.likely.show_likely(subject.ref, likely)

    def text(self) -> str:
        """What is read, without its form."""
        return self.page.toPlainText()

    def _open(self, link: QUrl) -> None:
        source, _, ref = link.toString().partition("/")
        self.opened.emit(source, ref)


def _all_said(subject: Subject, on: _On) -> Iterable[str]:
    for row, said in on:
        name = f'<a href="{escape(row.id)}/{escape(subject.ref)}">{escape(evidence_words.name(row))}</a>'
        state = "  ·  contested" if said.cell.contested else "" if said.cell.bears else "  ·  not linked"
        about = escape(evidence_words.about(row) + state)
        yield f'<p class="source"><b>{name}</b><br><span class="about">{about}</span></p>'
        words = "<br>".join(map(_marked, said.note.split("\n"))) if said.note else "Linked; no note yet."
        yield f'<p class="note">{words}</p>'


def _marked(line: str) -> str:
    """A line of a note; what it is marked as stands out."""
    found = place(line)
    if found is None:
        return escape(line)
    kind, start, end = found
    said = f'<span style="color: {colour(kind)}; font-weight: {sizes.STRONG}">{escape(line[start:end])}</span>'
    return f"{escape(line[:start])}{said}{escape(line[end:])}"


def _style() -> str:
    c = theme.colours()
    return (
        f"p {{ margin: 0 0 {theme.px(sizes.TIGHT)}px 0; }} p.source {{ margin-top: {theme.px(sizes.CLOSE)}px; }} "
        f"a {{ color: {c.accent}; text-decoration: none; }} "
        f"p.asked {{ font-weight: {sizes.STRONG}; }} "
        f"span.about {{ color: {c.quiet}; font-size: {theme.px(theme.SMALL)}px; }} "
        f"h4 {{ margin: {theme.px(sizes.NEAR)}px 0 0 0; font-size: {theme.px(theme.BODY)}px; }}"
    )
