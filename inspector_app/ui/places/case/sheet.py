"""Everything on the case page and where it stands: bar, key questions, the question in hand, what is beside it, ratings."""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGraphicsOpacityEffect,
    QGridLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from inspector_app.core.domain.cases.completeness import ToCheck
from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.rows import CaseRow, QuestionMark, QuestionPage
from inspector_app.core.words import later
from inspector_app.ui.controls.empty import Empty
from inspector_app.ui.controls.labels import broad_label, text_label
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.layout import Across, Down, Layout, layout_of
from inspector_app.ui.note.door import Door
from inspector_app.ui.places.case.answer_row import AnswerRow
from inspector_app.ui.places.case.bar import CaseBar
from inspector_app.ui.places.case.beside.guide_pane import GuidePane
from inspector_app.ui.places.case.beside.side import NOTE, Side
from inspector_app.ui.places.case.cards import ReviewCards
from inspector_app.ui.places.case.open_review import Review
from inspector_app.ui.places.case.question_list import QuestionList
from inspector_app.ui.places.case.question_view import QuestionView
from inspector_app.ui.places.case.ratings_strip import RatingsStrip
from inspector_app.ui.places.case.tools import CaseTools
from inspector_app.ui.words import second_marking as words

# px at 100%: how wide what stands beside the prompts is, how high what is docked under them
_BESIDE = {Across.USUAL: 368, Across.WIDE: 440}
_BESIDE_LEAST = 336  # and so narrow before the prompts, and all else on the page (_PROMPTS), have less room
_PROMPTS = 916
_GUIDE = 352
_BROAD = 1839  # beyond it what is beside the prompts has a part of what there is more, as far as its lines are read
_BROADER, _PART = 160, 4
_DOCKED = {Down.LOW: 144, Down.SHORT: 146, Down.MEDIUM: 208, Down.TALL: 288}
_INTO = 10  # of the strip of ratings, whose edge is free of words
_LIST = {Across.NARROW: 136, Across.USUAL: 156, Across.WIDE: 156}
_REFERENCES = 92  # the list in a low window: no words, no counts
_USUAL = Layout(Across.USUAL, Down.MEDIUM)
_NO_CASE = (later("No case is open"), later("Choose one on the Cases page."))
_NOTHING = (
    later("{case}: the framework asks nothing about cases in this sample"),
    later("Its facts and interviews can be written."),
)


class CaseSheet(QWidget):
    """Lays the parts out and shows a case in them; what happens in a part is that part's signal."""

    strip: RatingsStrip  # both from `judge_by` on
    _framework: Framework

    def __init__(self, hint: str, parent: QWidget | None = None, layout: Layout = _USUAL) -> None:
        """`layout` is that of the window that it will be in. Nothing on it is of an inspection (`ready.py`)."""
        super().__init__(parent)
        self.covered = False  # what was opened stands in the place of the prompts
        self._judged = self._writing = False
        self._laid_out: Layout | None = None
        self._by_framework = False
        self.bar = CaseBar(self)
        self.second = theme.role(text_label(self), "label")
        self.questions = QuestionList(self)
        self.side = Side(self)
        self.pane = self.side.note
        self.cards = ReviewCards(self.side)
        self.view = QuestionView(self.pane, self)
        self.guide = GuidePane(self)
        self.tools = CaseTools(self)
        self.side.changed.connect(self._show_parts)
        self.pane.crowd.connect(self._show_parts)
        self._nothing = Empty(self, *_NO_CASE)
        self._hint = theme.role(broad_label(self), "small")
        self._hint.setText(hint)
        self._unseen = QGraphicsOpacityEffect(self._hint, opacity=0)  # hidden, it would be the room for it that goes
        self._unseen.setEnabled(False)
        self._hint.setGraphicsEffect(self._unseen)
        self._head = self._head_frame()
        self._body = self._body_layout()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self._head)
        self._layout.addLayout(self._body, 1)
        self._of_hint = QVBoxLayout()
        self._of_hint.addWidget(self._hint)
        self._layout.addLayout(self._of_hint)
        self._lay_out(layout)

    def judge_by(self, framework: Framework) -> None:
        """Be of an inspection that is made against this framework: once, and before a case is shown."""
        self._framework, self._by_framework = framework, True
        self.view.judgement.set_themes(framework.has_themes)
        self.strip = RatingsStrip(framework, self)
        self._layout.addWidget(self.strip)
        if self._laid_out is not None:
            self._size_strip(self._laid_out.down)

    def _head_frame(self) -> QFrame:
        """The bar, on the ground that tells whose the case is, and what is to be known of a second marking."""
        head = theme.role(QFrame(self), "own")
        layout = QVBoxLayout(head)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        self._of_second = QVBoxLayout()  # a label's own margins are gone once it gets its look
        self._of_second.addWidget(self.second)
        layout.addLayout(self._of_second)
        return head

    def _body_layout(self) -> QGridLayout:
        """Columns: key questions; prompts, with what is docked under them; what is beside them; guidance."""
        self.column = QWidget(self)
        left = QVBoxLayout(self.column)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(theme.px(sizes.CLOSE))
        left.addWidget(self.questions)
        left.addWidget(self.tools)
        left.addStretch(1)
        body = QGridLayout()
        body.addWidget(self.column, 0, 0, 2, 1)
        body.addWidget(self.view, 0, 1)
        body.addWidget(self._nothing, 0, 1)
        body.addWidget(self.side, 0, 2)
        body.addWidget(self.guide, 0, 3)
        body.setColumnStretch(1, 1)
        body.setRowStretch(0, 1)
        for part in (self.view, self.side, self._nothing):
            part.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)  # what room there is
        return body

    # layout

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beyond a threshold the parts stand otherwise."""
        super().resizeEvent(event)
        self._take_size()

    def changeEvent(self, event: QEvent) -> None:
        """Another zoom gives everything other sizes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._take_size()

    def _take_size(self) -> None:
        window = self.window()
        layout = layout_of(QSize(window.width(), window.height()))
        if layout != self._laid_out:
            self._lay_out(layout)
        elif layout.across is not Across.NARROW:
            self._place_side(*layout)

    def _lay_out(self, layout: Layout) -> None:
        self._laid_out = layout
        low, narrow = layout.down is Down.LOW, layout.across is Across.NARROW
        edge = theme.px(sizes.CLOSE if layout.short else sizes.APART)
        gap = theme.px(sizes.CLOSE if layout.short else sizes.NEAR)
        self._body.setContentsMargins(edge, gap if layout.short else theme.px(sizes.NEAR), edge, gap)
        self._body.setHorizontalSpacing(gap)
        self._body.setVerticalSpacing(0)
        self.questions.set_brief(low, short=layout.short)
        self.tools.setVisible(narrow and not low)
        self._show_line(self._hint, self._of_hint, shown=layout.down is Down.TALL, above=theme.px(sizes.TIGHT))
        for part in (self.bar, self.view, self.side):
            part.set_layout(layout)
        self.guide.setVisible(layout.across is Across.WIDE)
        if layout.across is Across.WIDE and self.side.code == "guidance":
            self.side.shut()  # it has its own column now, and would stand there twice
        self._size_strip(layout.down)
        self._show_parts()

    def _show_second(self, *, shown: bool) -> None:
        self._show_line(self.second, self._of_second, shown=shown and bool(self.second.text()))

    def _show_line(self, line: QWidget, held: QVBoxLayout, *, shown: bool, above: int = 0) -> None:
        """A line with room round it; one that is hidden has none, which Qt would keep free for it."""
        line.setVisible(shown)
        beside = theme.px(sizes.CLOSE if self._laid_out and self._laid_out.short else sizes.APART)
        held.setContentsMargins(*((beside, above, beside, theme.px(sizes.TIGHT)) if shown else (0, 0, 0, 0)))

    def _size_list(self, across: Across, down: Down) -> None:
        """How wide the key questions are: less where the prompts would have too little room."""
        tight = self.width() < theme.px(_PROMPTS + _BESIDE[Across.USUAL])
        wide = _REFERENCES if down is Down.LOW else _LIST[Across.NARROW if tight else across]
        self.column.setFixedWidth(theme.px(wide))

    def _show_parts(self) -> None:
        """Show the prompts and what is beside or under them; or in their place, where there is no room for both."""
        if self._laid_out is None:
            return
        across, down = self._laid_out
        opened, narrow, low = self.side.code != NOTE, across is Across.NARROW, down is Down.LOW
        cramped = (narrow and self.cards.open) or (low and opened)
        crowded = narrow and self._writing and not opened and self.pane.crowded
        self.covered = crowded or (opened and (self.side.fills or cramped))
        if self.covered and self.view.isAncestorOf(QApplication.focusWidget() or self):
            self.side.way_back.setFocus()  # the keyboard comes along, so that nothing is answered unseen
        self._place_side(across, down)
        self.column.setVisible(self._judged)
        self.view.setVisible(self._judged and not self.covered)
        self._nothing.setVisible(not self._judged and not self.covered)
        self.side.setVisible(opened or (self._judged and (not low or self._writing or not narrow)))
        self.view.judgement.setHidden(low and narrow and self._writing and not self.covered)
        self._show_second(shown=not low)
        self._show_strip(down)

    def _size_strip(self, down: Down) -> None:
        if self._by_framework:
            self.strip.set_down(down)
            self._show_strip(down)

    def _show_strip(self, down: Down) -> None:
        if self._by_framework:
            self.strip.setHidden(down is Down.LOW or not self.strip.rates)

    def _place_side(self, across: Across, down: Down) -> None:
        """Beside the prompts in a width of its own, under them in a height of its own, or where they are."""
        self._size_list(across, down)
        self.guide.setFixedWidth(theme.px(_GUIDE) + self._broader)
        docked = across is Across.NARROW and not self.covered
        place = (0, 1, 2, 2) if self.covered else (1, 1, 1, 1) if docked else (0, 2, 2, 1)
        self._body.addWidget(self.side, *place)
        wide = self._beside(across) if across in _BESIDE and not self.covered else 0
        self.side.setMinimumWidth(wide)
        self.side.setMaximumWidth(wide or sizes.ANY)
        high = theme.px(_DOCKED[down]) if docked else 0
        room = QSizePolicy.Policy.Fixed if docked else QSizePolicy.Policy.Ignored  # else what room there is
        self.side.setSizePolicy(QSizePolicy.Policy.Preferred, room)
        self.side.setMinimumHeight(high)
        self.side.setMaximumHeight(high or sizes.ANY)

    def _beside(self, across: Across) -> int:
        """How wide what stands beside the prompts is: less in a window that is hardly wide enough for both."""
        left = self.width() - theme.px(_PROMPTS)
        return max(theme.px(_BESIDE_LEAST), min(theme.px(_BESIDE[across]) + self._broader, left))

    @property
    def _broader(self) -> int:
        """So much broader note and guidance each are on a screen wider than 1920."""
        return max(0, min(theme.px(_BROADER), (self.width() - theme.px(_BROAD)) // _PART))

    @property
    def foot(self) -> int:
        """How high the ratings are where they have several lines, px: a message lies above them, over the hint."""
        several = self._by_framework and not self.strip.isHidden() and self.strip.line.isHidden()
        return self.strip.height() - theme.px(_INTO) if several else 0

    def give_way(self, place: QRect) -> None:
        """Show neither the hint nor a rating by half where a message lies on the screen."""
        hint = QRect(self._hint.mapToGlobal(QPoint()), self._hint.size())
        self._unseen.setEnabled(hint.intersects(place))
        if self._by_framework:
            self.strip.line.give_way(place)

    def answers(self) -> list[QWidget]:
        """What answers the prompts and the judgement."""
        return [row.buttons for row in self.view.rows]

    def set_writing(self, writing: bool) -> None:
        """Somebody writes a note, or no longer: in a low window it has room only then."""
        if writing != self._writing:
            self._writing = writing
            self._show_parts()
            self._layout.activate()

    # shown

    def show_body(self, shown: bool) -> None:
        """Show the key question, or say that there is none."""
        self._judged = shown
        self._show_parts()

    def set_row(self, row: CaseRow, page: QuestionPage | None, door: Door) -> None:
        """Show a case at a key question; what is typed and not yet saved stays. None: the case has no key question."""
        self.bar.set_row(row)
        self.show_body(page is not None)
        if page is None:
            self._nothing.say(*(part.say(case=row.ref) for part in _NOTHING))
            return
        self.questions.set_marks(self._framework, row.marks)
        self.questions.select(page.ref)
        self.view.set_page(page, door)
        self.guide.show_standard(self._framework, page.standard, page.ref)
        self.strip.bring_into_view(page.standard)
        self.strip.line.keep(page.standard)

    def show_review(self, review: Review) -> None:
        """Show how the case stands and, before a key is pressed, whether one may answer."""
        self.bar.show_review(review)
        self.second.setText(words.second(review.second, review.case))
        self._show_second(shown=not self.strip.isHidden())
        self.view.set_open(review.opened)
        self.view.judgement.show_title(review.judgement_on(self.view.judgement.question))
        self.pane.show_rights(review.opened, "" if review.opened else review.case.inspector_name)
        ground = review.ground or "own"
        if self._head.property("role") != ground:
            theme.role(self._head, ground)

    def show_points(self, found: ToCheck) -> None:
        """Say how many things are worth checking on the case."""
        self.bar.show_points(found)
        self.side.show_points(found)
        self.tools.show_points(found)

    def set_mark(self, mark: QuestionMark) -> None:
        """Show how one key question of the case now stands, and what that leaves open."""
        self.questions.set_mark(mark)
        self.view.show_so_far()
        self.bar.set_gaps(sum(mark.gaps for mark in self.questions.marks()))

    def bring_into_view(self, row: AnswerRow) -> None:
        """Scroll to a row, after everything has its place."""
        self._layout.activate()
        self.view.bring_into_view(row)
