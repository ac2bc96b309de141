"""One source, whole: what it is, its note, a survey's figures, and what it bears on."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from inspector_app.core.domain.evidence import SourceKind, Subject
from inspector_app.core.domain.fields import SOURCE, Value
from inspector_app.core.domain.text.marks import MARKS, marked
from inspector_app.core.services.fieldwork.evidence import SourcePage
from inspector_app.core.words import listed
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.fields.called import call
from inspector_app.ui.controls.fields.drop_down import DropDown
from inspector_app.ui.controls.fields.field import Field
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.labels import plain_label, text_label
from inspector_app.ui.controls.layouts import tab_through
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.note.box import NoteBox
from inspector_app.ui.note.door import Door, Target
from inspector_app.ui.note.fact_line import FactLine
from inspector_app.ui.note.field import NoteField
from inspector_app.ui.note.in_hand import hold
from inspector_app.ui.note.line import Form
from inspector_app.ui.note.saving import Chosen
from inspector_app.ui.places.evidence.links import Links
from inspector_app.ui.places.evidence.survey import Survey
from inspector_app.ui.words import evidence as evidence_words

_WIDEST = 640  # px at 100%: lines of its notes are some 80 letters long
_DAY_WIDE = 216  # px at 100%: what is wrong with a day stands on one line under it
_BESIDE = 816  # px at 100%: from this width what it bears on stands beside its note
_FACTS = ((560, 3), (340, 2))  # from what width, how many facts stand beside one another


class SourceView(QScrollArea):
    """Made for one source. Signals what is asked; the page does it and shows what came of it by `set_page`."""

    asked = Signal(str)  # "delete", "restore", "keep", "conflicts"
    failed = Signal(object)  # Expected: another kind could not be saved
    figure_asked = Signal(str, str)  # id of a figure, "" for a new one; "add", "delete" or "restore"

    def __init__(self, source: str, subjects: Sequence[Subject], door: Door, parent: QWidget) -> None:
        super().__init__(parent)
        self.source = source
        self._door = door
        inside = theme.role(QWidget(), "page")
        hold(self, "source", source)  # what undo is about while the focus is on no part of it, and once it is deleted
        self.state = theme.role(text_label(inside), "error")
        self.keep = PressButton("Keep it", inside)
        self.settle = PressButton("Conflict desk", inside)
        self.kind = DropDown(inside)
        self._kind_chosen = Chosen(self.kind, self._show_kind)
        self.day = FactLine("Date", inside, _DAY)
        self.day.setMinimumWidth(theme.px(_DAY_WIDE))
        self.title = FactLine("Title", inside)
        self.who = FactLine("Who was there, or who wrote it", inside)
        self.note = NoteField(inside)
        self.survey = Survey(door, inside)
        self.links = Links(source, subjects, inside)
        self.marks = theme.role(text_label(inside), "quiet")
        self.delete = theme.role(PressButton("Delete this source", inside), "plain")
        self.gone, self.restore = theme.role(text_label(self), "quiet"), PressButton("Undo", self)
        self._inside, self._marks_head = inside, theme.role(plain_label("Marked in these notes", inside), "label")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        for code, words in evidence_words.KINDS.items():
            self.kind.addItem(words.say(), str(code))
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(theme.px(sizes.NEAR))
        self._facts.setVerticalSpacing(theme.px(sizes.CLOSE))
        self._kind = Field("Kind", self.kind)
        self._columns = 0
        self._arrange(3)
        self._state_row = QWidget(self._inside)
        row = Flow(self.state, self.keep, self.settle)
        self._state_row.setLayout(row)
        heading = theme.role(plain_label("Note", self._inside), "label")
        heading.setBuddy(self.note.box)
        written, linked = QVBoxLayout(), QVBoxLayout()
        written.addWidget(self._state_row)
        written.addLayout(self._facts)
        for part in (heading, self.note, self.survey):
            written.addWidget(part)
        for other in (self.links, self._marks_head, self.marks):
            linked.addWidget(other)
        linked.addWidget(self.delete, 0, Qt.AlignmentFlag.AlignLeft)
        self._halves = QBoxLayout(QBoxLayout.Direction.TopToBottom, self._inside)
        self._halves.setContentsMargins(0, 0, theme.px(sizes.CLOSE), theme.px(sizes.CLOSE))
        for column in (written, linked):
            column.setSpacing(theme.px(sizes.CLOSE))
            column.addStretch(1)
            self._halves.addLayout(column)
        self._stand(beside=False)
        self.note.set_narrow(True)
        self._gone_row = QWidget(self)
        self._gone_row.setLayout(Flow(self.gone, self.restore))
        outside = theme.role(QWidget(), "page")
        both = QVBoxLayout(outside)
        both.setContentsMargins(0, 0, 0, 0)
        both.addWidget(self._gone_row)
        both.addWidget(self._inside)
        both.addStretch(1)
        self._gone_row.hide()
        self.setWidget(outside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _stand(self, *, beside: bool) -> None:
        """What it bears on beside its note, where both are wide enough to write in, or below it; in the same order."""
        direction = QBoxLayout.Direction
        self._halves.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        self._halves.setSpacing(theme.px(sizes.APART if beside else sizes.CLOSE))
        for half in range(2):
            self._halves.setStretch(half, int(beside or half == 1))
        self._inside.setMaximumWidth(theme.px(2 * _WIDEST + sizes.APART if beside else _WIDEST))

    def _arrange(self, columns: int) -> None:
        """Kind and date beside one another, and beside the title where there is room."""
        if columns == self._columns:
            return
        self._columns = columns
        places = {3: ((0, 0), (0, 1), (0, 2), (1, 0)), 2: ((0, 0), (0, 1), (1, 0), (2, 0))}
        wide = {3: (1, 1, 1, 3), 2: (1, 1, 2, 2)}
        at = places.get(columns, ((0, 0), (1, 0), (2, 0), (3, 0)))
        for widget, place, span in zip(
            (self._kind, self.day, self.title, self.who), at, wide.get(columns, (1, 1, 1, 1)), strict=True
        ):
            self._facts.addWidget(widget, *place, 1, span, Qt.AlignmentFlag.AlignTop)
        for column in range(3):
            self._facts.setColumnStretch(column, int(column == columns - 1))

    def _connect(self) -> None:
        self.kind.activated.connect(lambda: self._kind_chosen.choose(str(self.kind.currentData())))
        self._kind_chosen.failed.connect(self.failed)
        self.keep.clicked.connect(lambda: self.asked.emit("keep"))
        self.settle.clicked.connect(lambda: self.asked.emit("conflicts"))
        self.delete.clicked.connect(lambda: self.asked.emit("delete"))
        self.restore.clicked.connect(lambda: self.asked.emit("restore"))
        self.survey.add_asked.connect(lambda: self.figure_asked.emit("", "add"))
        self.survey.asked.connect(self.figure_asked)
        self.note.box.saved.connect(self._show_marks)
        self.verticalScrollBar().rangeChanged.connect(self._keep_in_view)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, the facts stand below one another, and so do the halves."""
        super().resizeEvent(event)
        room = self.viewport().width()
        beside = room >= theme.px(_BESIDE)
        self._stand(beside=beside)
        room = room // 2 if beside else room
        self._arrange(next((columns for least, columns in _FACTS if room >= theme.px(least)), 1))

    def _keep_in_view(self) -> None:
        """What has the focus stays in sight while boxes come, go and grow around it."""
        focus, tree = self.focusWidget(), self.links.tree
        if focus is self.links.line and tree is not None and not tree.isHidden():
            self.ensureWidgetVisible(tree, 0, theme.px(sizes.CLOSE))
        if focus is not None and self._inside.isAncestorOf(focus):
            self.ensureWidgetVisible(focus, 0, theme.px(2 * sizes.FAR))

    # showing

    def set_page(self, page: SourcePage) -> None:
        """Show what stands; what is typed and not stored stays."""
        row, name = page.row, evidence_words.name(page.row)
        self._inside.show()
        self._gone_row.hide()
        self.setAccessibleName(name)
        self._show_state(page)
        self._kind_chosen.show_value(Target("source", row.id, "kind"), row.kind, self._door)
        for field, line, value in (
            ("day", self.day, row.day),
            ("title", self.title, row.title),
            ("who", self.who, row.who),
        ):
            target = Target("source", row.id, field)
            line.set_value(target, value, None, self._door, "Source", contested=field in row.contested)
        self.title.box.setPlaceholderText(name if not row.title.strip() else "")
        self.note.show_value(Target("source", row.id, "note"), "Note on the source", page.note, page.at, self._door)
        self.survey.setVisible(row.kind == SourceKind.SURVEY or bool(page.scores))
        self.survey.set_page(row, page.scores)
        self.links.set_said(page.bearings, self._door)
        for box in self.links.boxes.values():
            box.note.box.saved.connect(self._show_marks, Qt.ConnectionType.UniqueConnection)
        self._show_marks()
        tab_through([self.keep, self.settle, self.kind, self.day.box, self.title.box, self.who.box, self.note.box])
        last = self.survey.stops if not self.survey.isHidden() else [self.note.box]
        tab_through([self.note.box, *last, *self.links.stops, self.delete])

    def _show_state(self, page: SourcePage) -> None:
        row = page.row
        notes = [said.cell.subject for said in page.bearings if said.cell.contested]
        said = ""
        if row.deleted:
            said = "One of you deleted this source while another wrote on it. Keep it, or delete it again."
        elif row.contested or notes:
            what = SOURCE.titles(row.contested) + notes
            said = f"Contested: {listed(what)}. What both of you wrote is at the conflict desk."
        self.state.setText(said)
        self.keep.setVisible(row.deleted)
        self.settle.setVisible(bool(row.contested or notes))
        self._state_row.setVisible(bool(said))

    def _show_marks(self) -> None:
        """List the marked paragraphs of the notes as they are on the page."""
        boxes = {"": self.note.box} | {ref: box.note.box for ref, box in self.links.boxes.items()}
        lines = [
            f"{MARKS[found.kind]}{f' ({ref})' if ref else ''}: {found.text}"
            for ref, box in boxes.items()
            for found in marked(box.text())
        ]
        self.marks.setText("\n".join(lines))
        self.marks.setVisible(bool(lines))
        self._marks_head.setVisible(bool(lines))

    def show_deleted(self, name: str) -> None:
        """Give way to the offer to bring the source back."""
        self.gone.setText(evidence_words.deleted(name))
        call(self.restore, name)
        self._inside.hide()
        self._gone_row.show()

    @property
    def deleted(self) -> bool:
        """Whether only the offer to bring it back is shown."""
        return self._inside.isHidden()

    def flush(self) -> bool:
        """Put everything typed on disk. False when something could not be."""
        written = [self.note.box.flush(), self.survey.flush(), self.links.flush()]
        written += [line.box.flush() for line in (self.day, self.title, self.who)]
        return all(written)

    def boxes(self) -> dict[str, NoteBox]:
        """The notes on the page, by the reference of what they are about; the source's own by ""."""
        return {"": self.note.box} | {ref: box.note.box for ref, box in self.links.boxes.items()}

    def _show_kind(self, kind: Value) -> None:
        self.kind.setCurrentIndex(self.kind.findData(kind))


def _said_day(value: Value) -> str:
    return evidence_words.day(str(value))


_DAY = Form(_said_day)  # what was typed is for the door to read
