"""A note box with what a person must know beside it: when it was saved, or that it could not be."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QGridLayout, QLabel, QWidget

from inspector_app.core.domain.when import clock
from inspector_app.core.errors import Expected
from inspector_app.ui.errors import sentence
from inspector_app.ui.look import theme
from inspector_app.ui.note.box import NoteBox
from inspector_app.ui.note.door import Door, Target
from inspector_app.ui.note.find_bar import FindBar
from inspector_app.ui.note.tools import SIDE, NoteTools

_BESIDE = 6 * SIDE  # px at 100%: the tools, and "saved 14 Mar 14:02" over them
_REMARK_FOR = 8000  # milliseconds


class NoteField(QWidget):
    """The box, "saved 14:02" beside it, its tools while one is in it, and below it the reason when saving failed.

    The tools and the bar to find in it are made when they are first wanted: a page has a dozen notes.
    """

    def __init__(self, parent: QWidget | None = None, box: NoteBox | None = None) -> None:
        super().__init__(parent)
        self.box = box or NoteBox(self)
        self.when = theme.role(QLabel(self), "small")
        self.when.setTextFormat(Qt.TextFormat.PlainText)
        self.problem = theme.role(QLabel(self), "error")
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.remark = theme.role(QLabel(self), "small")
        self.remark.setTextFormat(Qt.TextFormat.PlainText)
        self.remark.setWordWrap(True)
        self.remark.hide()
        self.tools: NoteTools | None = None
        self.find_bar: FindBar | None = None
        self._narrow = False
        self._lay_out()
        self._forgetting = QTimer(self, singleShot=True, interval=_REMARK_FOR)
        self._forgetting.timeout.connect(self.remark.hide)
        self.box.installEventFilter(self)
        self.box.remarked.connect(self._show_remark)
        self.box.asked.connect(self._find)
        self.box.saved.connect(self._show_saved)
        self.box.failed.connect(self._show_failed)
        self.box.saving.refused.connect(self._show_refused)

    def _lay_out(self) -> None:
        self._grid = layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(theme.px(8))
        layout.setVerticalSpacing(theme.px(4))
        layout.setColumnStretch(0, 1)
        layout.setColumnMinimumWidth(1, theme.px(_BESIDE))
        layout.addWidget(self.box, 0, 0)
        layout.addWidget(self.when, 0, 1, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.remark, 2, 0, 1, 2)
        layout.addWidget(self.problem, 3, 0, 1, 2)

    def set_narrow(self, narrow: bool) -> None:
        """Say below the box, not beside it, when it was saved: the words need the width."""
        self._narrow = narrow
        self._grid.setColumnMinimumWidth(1, 0 if narrow else theme.px(_BESIDE))
        self._grid.setRowMinimumHeight(1, theme.px(SIDE) if narrow else 0)
        self._grid.addWidget(self.when, *self._beside, Qt.AlignmentFlag.AlignTop)
        self._place_tools()

    @property
    def _beside(self) -> tuple[int, int]:
        return (1, 0) if self._narrow else (0, 1)

    def _place_tools(self) -> None:
        if self.tools is not None:
            side = Qt.AlignmentFlag.AlignRight if self._narrow else Qt.AlignmentFlag.AlignLeft
            self._grid.addWidget(self.tools, *self._beside, side | Qt.AlignmentFlag.AlignBottom)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The tools are there while one is in the box."""
        if watched is self.box and event.type() == QEvent.Type.FocusIn:
            self._show_tools()
        elif watched is self.box and event.type() == QEvent.Type.FocusOut:
            QTimer.singleShot(0, self, self._leave_tools)
        return super().eventFilter(watched, event)

    def set_open(self, opened: bool) -> None:
        """Whether one may write here; else the text is read, and can be copied."""
        self.box.setReadOnly(not opened)
        if self.tools is not None and not opened:
            self.tools.hide()

    def _show_tools(self) -> None:
        if self.box.isReadOnly():
            return
        if self.tools is None:
            self.tools = NoteTools(self)
            self.tools.wanted.connect(self._use_tool)
            self.tools.back.connect(self.box.setFocus)
            self.tools.left.connect(lambda: QTimer.singleShot(0, self, self._leave_tools))
            self._place_tools()
        QWidget.setTabOrder(self.box, self.tools.stop)  # the page has put its own order through the boxes
        self.tools.show()

    def _leave_tools(self) -> None:
        menu = QApplication.activePopupWidget() is not None  # it gives the focus back
        if self.tools is not None and not menu and not self.box.hasFocus() and not self.tools.focused:
            self.tools.hide()

    def _use_tool(self, code: str) -> None:
        self.box.do(code)
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _find(self, code: str) -> None:
        """Open the bar under the box, or go on in it."""
        if self.find_bar is None:
            self.find_bar = FindBar(self.box, self)
            self._grid.addWidget(self.find_bar, 4, 0, 1, 2)
        bar = self.find_bar
        if code == "find-in-note" or bar.isHidden():
            bar.show()
            bar.begin()
        else:
            (bar.next if code == "find-next" else bar.previous)()

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

    def _show_saved(self, at: str) -> None:
        self.when.setText(f"saved {clock(at)}" if at else "")
        self.problem.hide()

    def _show_refused(self, error: Expected) -> None:
        self.when.setText("not saved")
        self.problem.setText(sentence(error))
        self.problem.show()

    def _show_failed(self, error: Expected) -> None:
        self.when.setText("not saved")
        self.problem.setText(f"Not saved: your text stays here and is tried again. {sentence(error)}")
        self.problem.show()
