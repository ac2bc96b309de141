"""What is written about the row in hand: its note, the reasons of the judgement, and what was said of them."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.core.words import later
from inspector_app.ui import actions
from inspector_app.ui.controls.buttons.drawn import draw, small
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.buttons.single_keys import swallow
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.frames.bounded import Bounded
from inspector_app.ui.controls.labels import plain_label
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.layout import Across, Down, Layout
from inspector_app.ui.note import gutter
from inspector_app.ui.note.text import MARGIN
from inspector_app.ui.note.tools import NoteTools
from inspector_app.ui.places.case.answer_row import AnswerRow
from inspector_app.ui.places.case.judgement_box import JudgementBox
from inspector_app.ui.places.case.remarks import Remarks
from inspector_app.ui.words import review as words

_SAID = {Down.LOW: 96, Down.SHORT: 140, Down.MEDIUM: 232, Down.TALL: 400}  # px at 100%: the most that comments take
_FIND, _FIND_LOW = 400, 136  # and the bar to find in a note
_BESIDE = 300  # px at 100%: comments that stand beside the note
_WIDEST = sizes.COLUMN + gutter.WIDE + 2 * MARGIN + sizes.SCROLL  # px at 100%: a box with a column of text in it
_SAVED, _SAVED_NOW = 120, 76  # "saved 14 Mar 14:02" beside a title, and "saved 14:02", which comes while one writes
_COMMENT = later("Comment")
_SHOWS_OTHERS = (QEvent.Type.ShowToParent, QEvent.Type.HideToParent, QEvent.Type.FocusOut)
_HELD = ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)


class NotePane(QWidget):
    """Has the note of every prompt, and shows that of one: of the row in hand, or of the prompt one was on before.

    Beside the prompts the reasons of the judgement stand under it; docked below them, one of the two is shown.
    """

    left = Signal()  # Escape: back to the row
    crowd = Signal()  # it may need more room now, or less (`crowded`)
    comment_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.row: AnswerRow | None = None
        self._prompt: AnswerRow | None = None
        self._judgement: JudgementBox | None = None
        self._docked, self._opened, self._whose = False, True, ""
        self._down = Down.MEDIUM
        self._title = theme.role(plain_label(parent=self), "label")
        self._rows: list[AnswerRow] = []  # whose notes lie here, each over the others; one is shown
        self._notes = QWidget(self)
        notes = QVBoxLayout(self._notes)
        notes.setContentsMargins(0, 0, 0, 0)
        self._lie = notes
        self.tools = NoteTools(self, words=True)
        self.tools.wanted.connect(self._use_tool)
        self.tools.back.connect(self._to_box)
        self._head = QWidget(self)
        whens = QWidget(self._head)
        self._whens = QHBoxLayout(whens)
        self._whens.setContentsMargins(0, 0, 0, 0)
        self._whens.setSpacing(0)
        self._head_line = Flow(self._title, whens)
        self._head.setLayout(self._head_line)
        self._why = theme.role(plain_label(parent=self), "label")
        self._why_head = QWidget(self)
        self._why_line = Flow(self._why)
        self._why_line.add_gap()
        self._why_head.setLayout(self._why_line)
        self._inside = theme.role(QWidget(), "page")
        self._said = QVBoxLayout(self._inside)
        self._said.setContentsMargins(0, 0, 0, 0)
        self._held: dict[AnswerRow, QWidget] = {}
        self._remarks: dict[AnswerRow, Remarks] = {}
        self._case_said: Remarks | None = None
        self._inside.hide()
        self._bounded = Bounded(self._inside, _SAID[Down.MEDIUM], self)
        self.comment = draw(small(PressButton(_COMMENT.say(), self)), "comment")
        command = actions.command("comment")
        self.comment.setToolTip(f"{command.tip} ({actions.keys('comment')})")
        self.comment.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus on the row it is about
        self.comment.clicked.connect(self.comment_wanted)
        self.comment.installEventFilter(self)
        self._lay_out()

    def _lay_out(self) -> None:
        self._written = QVBoxLayout()
        self._written.addWidget(self._head)
        self._written.addWidget(self.tools)
        self._written.addWidget(self._notes, 3)
        self._written.addWidget(self._why_head)
        talk = QVBoxLayout()
        self._line = theme.role(QFrame(self), "line")
        talk.addWidget(self._line)
        talk.addWidget(self._bounded)
        talk.addWidget(self.comment, 0, Qt.AlignmentFlag.AlignLeft)
        talk.addStretch(0)
        self._across = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._across.addLayout(self._written, 3)
        self._across.addLayout(talk, 0)
        for layout in (self._written, talk, self._across):
            layout.setSpacing(theme.px(sizes.CLOSE))

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab stops once it has been through the rows and their notes."""
        return [self.comment, self.tools.stop]

    # rows

    def take(self, row: AnswerRow) -> None:
        """Give the note of a prompt its place."""
        self._rows.append(row)
        for part, place in ((row.note, self._lie), (row.note.when, self._whens)):
            part.hide()
            place.addWidget(part)
        row.note.setMaximumWidth(theme.px(_WIDEST))
        row.note.bound_find(self._find_most)
        row.note.finding.connect(self._on_finding)

    def take_reasons(self, judgement: JudgementBox) -> None:
        """Give the reasons of the judgement their place."""
        self._judgement = judgement
        self._written.addWidget(judgement.note, 1)
        judgement.note.setMaximumWidth(theme.px(_WIDEST))
        judgement.note.finding.connect(self._on_finding)
        self._place_when()

    def set_prompts(self, rows: Sequence[AnswerRow]) -> None:
        """These are on the page now."""
        if self._prompt not in rows:
            self._prompt = rows[-1] if rows else None
        self.show_row(self.row)

    def show_row(self, row: AnswerRow | None) -> None:
        """Show what is written about this row."""
        self.row = row
        if row is not None and row is not self._judgement:
            self._prompt = row
        on_judgement = row is self._judgement or self._prompt is None
        finding = row is not None and row.note.is_finding
        alone = self._docked or finding
        noted = self._prompt is not None and not (alone and on_judgement)
        reasons = not alone or on_judgement
        self._notes.setVisible(noted)
        self._show_note(self._prompt, said=noted)
        self._head.setVisible((noted or self._docked) and not (finding and self._down is Down.LOW))
        self._why_head.setVisible(reasons and not self._docked)
        if self._judgement is not None:
            self._judgement.note.setVisible(reasons)
            self._judgement.note.when.setVisible(reasons)
        for of, held in self._held.items():
            held.setVisible(of is row)
        self._show_said()
        self._say_titles(on_judgement=self._docked and on_judgement)

    def _show_note(self, prompt: AnswerRow | None, *, said: bool) -> None:
        """The one that is wanted first, then the others go: the focus falls on none of them meanwhile."""
        if prompt is not None:
            prompt.note.show()
            prompt.note.when.setVisible(said)
        for other in self._rows:
            if other is not prompt:
                other.note.hide()
                other.note.when.hide()

    def _say_titles(self, *, on_judgement: bool) -> None:
        why = self._judgement.why if self._judgement is not None else ""
        ref = self._prompt.ref if self._prompt is not None else ""
        self._title.setText(why if on_judgement else words.note_on(self._whose, ref or ""))
        self._why.setText(why)
        both = self._prompt is not None and not self._docked
        reasons = both and self.row is self._judgement
        theme.role(self._title, "quiet" if reasons else "label")  # both stay where they are: one would click on them
        theme.role(self._why, "here" if reasons else "label")

    def show_rights(self, opened: bool, whose: str) -> None:
        """Whether one may write here, and whose notes these are: a name, or "" for one's own."""
        self._opened, self._whose = opened, whose
        self.tools.setVisible(opened)
        self.show_row(self.row)

    def _on_finding(self) -> None:
        self.show_row(self.row)
        self.crowd.emit()

    @property
    def crowded(self) -> bool:
        """Whether what is in it needs more room than a dock has."""
        said = self._down is Down.LOW and not self._inside.isHidden()
        return said or (self.row is not None and self.row.note.is_finding)

    # what was said

    def take_remarks(self, remarks: Remarks, row: AnswerRow | None = None) -> None:
        """Give comments their place: those on the case (None), or on a row."""
        for part in (remarks, remarks.draft):
            part.installEventFilter(self)
        if row is None:
            self._case_said = remarks
            self._said.insertWidget(0, remarks)
            return
        held = QWidget(self._inside)
        layout = QVBoxLayout(held)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(remarks)
        held.setVisible(row is self.row)
        self._held[row] = held
        self._remarks[row] = remarks
        self._said.addWidget(held)
        row.keep_beside(remarks)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Comments that come or go take room, or give it back; so does the button that opens one."""
        if event.type() in _SHOWS_OTHERS:
            self._show_said()
        return super().eventFilter(watched, event)

    def _show_said(self) -> None:
        shown = [self._case_said, self._remarks.get(self.row) if self.row is not None else None]
        some = any(remarks is not None and not remarks.isHidden() for remarks in shown)
        self._line.setHidden(self._docked or not some)
        if some == self._inside.isHidden():
            self._inside.setHidden(not some)
            self._show_tools()
            self.crowd.emit()
        self._show_comment(self._remarks.get(self.row) if self.row is not None else None)

    def _show_comment(self, said: Remarks | None) -> None:
        """It is not there beside the box that it opens. While it has the keyboard it stays: that would go astray."""
        wanted = not self._docked and not (said is not None and said.writing)
        if wanted or not self.comment.hasFocus():
            self.comment.setVisible(wanted)

    # where it lies

    def set_layout(self, layout: Layout) -> None:
        """Beside the prompts, or docked below them."""
        self._docked = layout.across is Across.NARROW
        beside = self._docked and layout.down is not Down.LOW
        across = QBoxLayout.Direction
        self._across.setDirection(across.LeftToRight if beside else across.TopToBottom)
        self._down = layout.down
        if self._docked and self.comment.hasFocus():
            self.left.emit()
        self._bounded.setMinimumWidth(theme.px(_BESIDE) if beside else 0)
        self._bounded.set_most(_SAID[layout.down])
        self._place_tools()
        edge = theme.px(sizes.NEAR if self._docked else sizes.APART) - sizes.EDGE
        above = theme.px(sizes.TIGHT if layout.short else sizes.CLOSE)
        self._across.setContentsMargins(edge, above, edge, above if self._docked else theme.px(sizes.NEAR))
        self._written.setSpacing(above)
        for row in self._written_in():
            row.note.bound_find(self._find_most)
        self._place_when()
        self.show_row(self.row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In another width there is room for the words of the tools, or none."""
        super().resizeEvent(event)
        self._show_tools()

    def _place_tools(self) -> None:
        """Over the note, or in the one head that a dock has room for; what is left of a head comes before its last part."""
        line = self._head_line
        line.set_gap(2 if self._docked else 1)
        if self._docked:
            line.addWidget(self.tools)
        else:
            self._written.insertWidget(1, self.tools)
        self._show_tools()

    def _show_tools(self) -> None:
        edges = self._across.contentsMargins()
        room = self.width() - edges.left() - edges.right()
        if self._docked:
            room -= self._title.sizeHint().width() + theme.px(_SAVED)
            room -= 0 if self._inside.isHidden() else theme.px(_BESIDE + sizes.CLOSE)
        self.tools.set_brief(self._down is Down.LOW or room < self.tools.width_with_words)

    @property
    def _find_most(self) -> int:
        return _FIND_LOW if self._down is Down.LOW else _FIND

    def _written_in(self) -> list[AnswerRow]:
        return [*self._rows, *([self._judgement] if self._judgement is not None else [])]

    def _place_when(self) -> None:
        """In the one head that a dock has room for, or over the reasons; its room is there before it comes."""
        for row in self._written_in():
            row.note.when.setMinimumWidth(theme.px(_SAVED_NOW))
        if self._judgement is not None:
            when = self._judgement.note.when
            (self._whens if self._docked else self._why_line).addWidget(when)

    # keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leads back to the row; letters and arrows here are not for the prompts."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.modifiers() & _HELD:
            event.ignore()
        else:
            swallow(self, event)

    def _use_tool(self, code: str) -> None:
        if self.row is not None:
            self.row.note.box.do(code)
            self._to_box()

    def _to_box(self) -> None:
        if self.row is not None:
            self.row.note.box.setFocus(Qt.FocusReason.OtherFocusReason)
