"""A note box with the reason below it when saving failed; where it says when it was saved is its owner's to decide."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from inspector_app.core.domain.days.when import clock
from inspector_app.core.errors import Expected
from inspector_app.core.words import say
from inspector_app.ui import recovered
from inspector_app.ui.controls.frames.bounded import Bounded
from inspector_app.ui.controls.labels import plain_label, text_label
from inspector_app.ui.errors import sentence
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.note.box import NoteBox
from inspector_app.ui.note.door import Door, Target
from inspector_app.ui.note.find_bar import FindBar, Looking

_REMARK_FOR = 8000  # milliseconds
_FIND_MOST = 400  # px at 100%: higher than the bar ever is


class BareNote(QWidget):
    """The box, what is to be said of it, and the bar to find in it, which is made when it is first wanted.

    `when` ("saved 14:02", "not saved") is laid out by whoever holds the note.
    """

    finding = Signal()  # the bar was opened or closed

    def __init__(self, parent: QWidget | None = None, box: NoteBox | None = None) -> None:
        super().__init__(parent)
        self.box = box or NoteBox(self)
        self.when = theme.role(plain_label(parent=self), "small")
        self.problem = theme.role(text_label(self), "error")
        self.problem.hide()
        self.remark = theme.role(text_label(self), "small")
        self.remark.hide()
        self._at = ""  # when it was saved
        self.find_bar: FindBar | None = None
        self._find_room: Bounded | None = None
        self._find_most = _FIND_MOST
        self._lay_out()
        self._forgetting = QTimer(self, singleShot=True, interval=_REMARK_FOR)
        self._forgetting.timeout.connect(self.remark.hide)
        self.box.remarked.connect(self._show_remark)
        self.box.asked.connect(self._find)
        self.box.saved.connect(self._on_saved)
        self.box.failed.connect(self._show_failed)
        self.box.saving.refused.connect(self._show_refused)

    def _lay_out(self) -> None:
        self._grid = layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(0)
        layout.setVerticalSpacing(theme.px(sizes.TIGHT))
        layout.setColumnStretch(0, 1)
        layout.addWidget(self.box, 0, 0)
        layout.addWidget(self.remark, 3, 0, 1, 2)  # what stands in rows 1 and 2 is the owner's
        layout.addWidget(self.problem, 4, 0, 1, 2)

    def fill(self) -> None:
        """Let the box have all the height that there is; what is said of it keeps its line below."""
        self.box.fill()
        self._grid.setRowStretch(0, 1)

    def set_open(self, opened: bool) -> None:
        """Whether one may write here; else the text is read, and can be copied."""
        if self.box.isReadOnly() == opened:
            self.box.setReadOnly(not opened)
            self.box.set_edged(opened)
            theme.polish(self.box)

    def _find(self, code: str) -> None:
        """Open the bar under the box, or go on in it."""
        bar = self._bar()
        if code == "find-in-note" or bar.isHidden():
            bar.show()
            self.finding.emit()
            bar.begin()
        else:
            (bar.next if code == "find-next" else bar.previous)()

    def _bar(self) -> FindBar:
        """The bar, made when it is first wanted."""
        if self.find_bar is None:
            self.find_bar = FindBar(self.box, self)
            self.find_bar.closed.connect(self.finding)
            self._find_room = Bounded(self.find_bar, self._find_most, self)
            self._grid.addWidget(self._find_room, 4, 0, 1, 2)
            self.find_bar.hide()
        return self.find_bar

    def look_on(self, looking: Looking) -> None:
        """Open the bar with what was looked for here before the page was made anew."""
        bar = self._bar()
        bar.show()
        self.finding.emit()
        bar.look_on(looking)

    def bound_find(self, most: int) -> None:
        """Let the bar be so high at most (px at 100%), and scroll beyond."""
        self._find_most = most
        if self._find_room is not None:
            self._find_room.set_most(most)

    @property
    def is_finding(self) -> bool:
        """Whether the bar is open."""
        return self.find_bar is not None and not self.find_bar.isHidden()

    def _show_remark(self, sentence_: str) -> None:
        self.remark.setText(sentence_)
        self.remark.show()
        self._forgetting.start()

    def show_value(self, target: Target, name: str, text: str, at: str, door: Door) -> None:
        """Show an item's text; unsaved text of it stays.

        `name` is what a screen reader calls the box, `at` when the text was last saved.
        """
        other = not self.box.saving.is_bound(target, door)
        filled = self.box.show_value(target, text, door, at)
        self.box.setAccessibleName(name)
        if other:
            self._clear_remarks()
        if filled:
            self._show_saved(at if text or not other else "")

    def _clear_remarks(self) -> None:
        self.remark.hide()
        if self.find_bar is not None:
            self.find_bar.hide()
            self.box.setExtraSelections([])
            self.finding.emit()

    def _on_saved(self, at: str) -> None:
        self._look_at()  # it was written on
        self._show_saved(at)

    def _show_saved(self, at: str) -> None:
        self._at = at
        if at and self._is_recovered():
            self.when.setText(say("recovered {time}", time=clock(at)))
            self.box.installEventFilter(self)
        else:
            self.when.setText(say("saved {time}", time=clock(at)) if at else "")
        self.problem.hide()

    def _is_recovered(self) -> bool:
        """Whether one was writing here when the program was killed, and has not been here since."""
        target = self.box.saving.target
        return target is not None and recovered.is_marked(target.entity, target.id, target.field)

    def _look_at(self) -> None:
        target = self.box.saving.target
        if target is not None:
            recovered.looked_at(target.entity, target.id, target.field)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Who leaves a text that was recovered has looked at it."""
        if watched is self.box and event.type() == QEvent.Type.FocusOut and self._is_recovered():
            self._look_at()
            self._show_saved(self._at)
        return super().eventFilter(watched, event)

    def _show_refused(self, error: Expected) -> None:
        self.when.setText("not saved")
        self.problem.setText(sentence(error))
        self.problem.show()

    def _show_failed(self, error: Expected) -> None:
        self.when.setText("not saved")
        self.problem.setText(f"Not saved: your text stays here and is tried again. {sentence(error)}")
        self.problem.show()
