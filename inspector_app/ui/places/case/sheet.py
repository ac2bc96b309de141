"""Everything on the case page and where it stands: header, key questions, the question in hand, keys, ratings."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from inspector_app.core.domain.completeness import ToCheck
from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.rows import CaseRow, QuestionMark, QuestionPage
from inspector_app.core.words import later
from inspector_app.ui.controls.labels import text_label
from inspector_app.ui.look import theme
from inspector_app.ui.note.door import Door
from inspector_app.ui.places.case.answer_row import AnswerRow
from inspector_app.ui.places.case.aside import Aside
from inspector_app.ui.places.case.header import CaseHeader
from inspector_app.ui.places.case.question_list import QuestionList
from inspector_app.ui.places.case.question_view import QuestionView
from inspector_app.ui.places.case.ratings_strip import RatingsStrip
from inspector_app.ui.places.case.review_bar import ReviewBar
from inspector_app.ui.places.case.tools import CaseTools

# px at 100%: below these the list shows no words, and only the overall rating stands below, without the keys
_NARROW, _SHORT = 760, 540
_LOW = 300  # and below this height only what is judged: ratings, stage and the words of the key question are a key away
_ASIDE = 960  # and below this width what opens beside the prompts stands in their place
_NO_CASE = later("No case is open. Choose one on the Cases page.")
_NOTHING = later(
    "{case}: the framework asks nothing on the cases of this sample. Its facts and interviews can be written."
)


class CaseSheet(QWidget):
    """Lays the parts out and shows a case in them; what happens in a part is that part's signal."""

    def __init__(self, framework: Framework, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._framework = framework
        self.covered = False  # what opens beside the prompts stands in their place
        self.header = CaseHeader(self)
        self.review = ReviewBar(self)
        self.questions = QuestionList(self)
        self.view = QuestionView(self)
        self.strip = RatingsStrip(framework, self)
        self.tools = CaseTools(self)
        self.aside = Aside(self)
        self.review.panel_changed.connect(self._size)
        self.aside.changed.connect(self._size)
        self._heading = theme.role(text_label(self), "heading")
        self._nothing = theme.role(text_label(self), "quiet")
        self._nothing.setText(str(_NO_CASE))
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._head = self._head_frame()
        self._layout.addWidget(self._head)
        self._body = self._body_layout()
        self._layout.addLayout(self._body, 1)
        self._hint = self._hint_label(hint)
        self._layout.addWidget(self._hint)
        self._layout.addWidget(self.strip)
        self.show_body(False)

    def changeEvent(self, event: QEvent) -> None:
        """Another zoom gives everything other sizes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._size()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A small window leaves room for what is judged first."""
        super().resizeEvent(event)
        self._size()

    def _size(self) -> None:
        edge, small = theme.px(16), theme.px(8)
        self._layout.setSpacing(theme.px(6))
        narrow, short = self.width() < theme.px(_NARROW), self.height() < theme.px(_SHORT)
        self.questions.set_narrow(narrow)
        self._hint.setVisible(not short)
        self.strip.set_short(short)
        self.review.set_short(short)
        self.tools.set_folded(short, narrow=narrow)
        self._show_parts(cramped=short and self.review.panel_open)
        self.review.setContentsMargins(edge, 0, theme.px(12), 0)
        self._body.setContentsMargins(edge, 0, small, 0)
        self.header.setContentsMargins(small, small, theme.px(12), 0)
        self._heading.setContentsMargins(small, 0, small, 0)
        self._hint.setContentsMargins(edge, 0, edge, theme.px(4))

    def _body_layout(self) -> QHBoxLayout:
        self._centre = QWidget(self)
        centre = QVBoxLayout(self._centre)
        centre.setContentsMargins(0, 0, 0, 0)
        centre.addWidget(self._heading)
        centre.addWidget(self.view, 1)
        self.view.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)  # what room there is
        left = QVBoxLayout()
        left.addWidget(self.questions, 1)
        left.addWidget(self.tools)
        body = QHBoxLayout()
        body.setSpacing(theme.px(4))
        body.addLayout(left)
        body.addWidget(self._centre, 1)
        body.addWidget(self._nothing, 1)
        body.addWidget(self.aside, 1)
        return body

    def _head_frame(self) -> QFrame:
        """The header and what can be done, on the ground that tells whose the case is."""
        head = QFrame(self)
        layout = QVBoxLayout(head)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(6))
        layout.addWidget(self.header)
        layout.addWidget(self.review)
        return head

    def _hint_label(self, text: str) -> QLabel:
        hint = theme.role(text_label(self), "small")
        hint.setText(text)
        return hint

    def show_body(self, shown: bool) -> None:
        """Show the key question, or say that there is none."""
        self._judged = shown
        self._size()

    def _show_parts(self, *, cramped: bool) -> None:
        """In a low window, what opens in place has it to itself."""
        opened = bool(self.aside.code) and not cramped
        beside = opened and not self.aside.fills and self.width() >= theme.px(_ASIDE)
        self.covered = opened and not beside
        covered = cramped or self.covered
        self.aside.set_beside(beside)
        self.aside.setVisible(opened)
        if self.covered and self._centre.isAncestorOf(QApplication.focusWidget() or self):
            self.aside.close_button.setFocus()  # the keyboard comes along, so that nothing is answered unseen
        self.questions.setVisible(self._judged and not cramped)
        self.tools.setVisible(not cramped)
        self._centre.setVisible(self._judged and not covered)
        self._nothing.setVisible(not self._judged and not covered)
        self.header.setHidden(cramped)
        low = self.height() < theme.px(_LOW)
        self.strip.setHidden(cramped or low)
        self.review.setHidden(low and not cramped)
        self._heading.setHidden(low)

    def set_row(self, row: CaseRow, page: QuestionPage | None, door: Door) -> None:
        """Show a case at a key question; what is typed and not yet saved stays. None: the case has no key question."""
        self.header.set_row(row)
        self.show_body(page is not None)
        if page is None:
            self._nothing.setText(_NOTHING.say(case=row.ref))
            return
        self.questions.set_marks(self._framework, row.marks)
        self.questions.select(page.ref)
        self._heading.setText(f"{page.ref}  {page.text}")
        self.view.set_page(page, door)
        self.strip.bring_into_view(page.standard)

    def show_rights(self, opened: bool, ground: str) -> None:
        """Show, before a key is pressed, whether one may answer; `ground` is the bar's ("colleague", "accepted" or "")."""
        self.view.set_open(opened)
        if self._head.property("role") != ground:
            theme.role(self._head, ground)

    def show_points(self, found: ToCheck) -> None:
        """Say how many things are worth checking on the case."""
        self.header.show_points(found)
        self.review.show_points(found)

    def set_mark(self, mark: QuestionMark) -> None:
        """Show how one key question of the case now stands, and what that leaves open."""
        self.questions.set_mark(mark)
        marks = self.questions.marks()
        self.header.set_gaps(sum(mark.gaps for mark in marks))

    def bring_into_view(self, row: AnswerRow) -> None:
        """Scroll to a row, after everything has its place."""
        self._layout.activate()
        self.view.bring_into_view(row)
