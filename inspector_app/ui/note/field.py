"""A note box with what a person must know beside it: when it was saved, or that it could not be; and its tools."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from inspector_app.ui.look import sizes, theme
from inspector_app.ui.note.bare import BareNote
from inspector_app.ui.note.box import NoteBox
from inspector_app.ui.note.door import Door, Target
from inspector_app.ui.note.tools import SIDE, NoteTools

_BESIDE = 6 * SIDE  # px at 100%: the tools, and "saved 14 Mar 14:02" over them


class NoteField(BareNote):
    """The box, "saved 14:02" beside it, and its tools while one is in it.

    The tools are made when they are first wanted: a page has a dozen notes.
    """

    def __init__(self, parent: QWidget | None = None, box: NoteBox | None = None, *, marks: bool = True) -> None:
        """`marks`: what is written here is evidence, which can be a strength, a quotation and so on."""
        super().__init__(parent, box)
        self.tools: NoteTools | None = None
        self._narrow, self._below, self._marks = False, False, marks
        self.set_narrow(False)
        if not marks:
            self.box.leave_unmarked()
        self.box.installEventFilter(self)

    def set_narrow(self, narrow: bool) -> None:
        """Say below the box, not beside it, when it was saved: the words need the width."""
        self._narrow = narrow
        self._grid.setHorizontalSpacing(0 if narrow else theme.px(sizes.CLOSE))
        self._grid.setColumnMinimumWidth(1, 0 if narrow else theme.px(_BESIDE))
        self._grid.setRowMinimumHeight(1, theme.px(SIDE) if narrow else 0)
        self._grid.addWidget(self.when, *((1, 0) if narrow else (0, 1)), Qt.AlignmentFlag.AlignTop)
        self._make_room()

    def show_value(self, target: Target, name: str, text: str, at: str, door: Door) -> None:
        """As a bare note; the tools have a line of their own where "saved 14 March 14:02" needs the one below the box."""
        self._below = False
        super().show_value(target, name, text, at, door)
        self._make_room()

    def _show_saved(self, at: str) -> None:
        super()._show_saved(at)
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There may be room for both now."""
        super().resizeEvent(event)
        self._below = False
        self._make_room()

    def _make_room(self) -> None:
        """Room for the tools before they come, which stays while one writes: nothing moves when they do."""
        needed = self.when.sizeHint().width() + theme.px(_BESIDE + sizes.CLOSE)
        self._below = self._narrow and (self._below or (bool(self.when.text()) and needed > self.width()))
        self._grid.setRowMinimumHeight(2, theme.px(SIDE) if self._below else 0)
        self._place_tools()

    def _place_tools(self) -> None:
        if self.tools is not None:
            below = self._below or not self._narrow
            side = Qt.AlignmentFlag.AlignLeft if below else Qt.AlignmentFlag.AlignRight
            at = (2 if self._below else 1, 0) if self._narrow else (0, 1)
            self._grid.addWidget(self.tools, *at, side | Qt.AlignmentFlag.AlignBottom)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The tools are there while one is in the box."""
        if watched is self.box and event.type() == QEvent.Type.FocusIn:
            self._show_tools()
        elif watched is self.box and event.type() == QEvent.Type.FocusOut:
            QTimer.singleShot(0, self, self._leave_tools)
        return super().eventFilter(watched, event)

    def set_open(self, opened: bool) -> None:
        """Whether one may write here; else the text is read, and can be copied."""
        super().set_open(opened)
        if self.tools is not None and not opened:
            self.tools.hide()

    def _show_tools(self) -> None:
        if self.box.isReadOnly():
            return
        if self.tools is None:
            self.tools = NoteTools(self, marks=self._marks)
            self.tools.wanted.connect(self._use_tool)
            self.tools.back.connect(self.box.setFocus)
            self.tools.left.connect(lambda: QTimer.singleShot(0, self, self._leave_tools))
            self._place_tools()
        before = self.box.previousInFocusChain()
        if before is not None and before is not self.tools.stop:  # Tab leads on from the note, Shift+Tab to the marks
            QWidget.setTabOrder(before, self.tools.stop)
        self.tools.show()

    def _leave_tools(self) -> None:
        menu = QApplication.activePopupWidget() is not None  # it gives the focus back
        if self.tools is not None and not menu and not self.box.hasFocus() and not self.tools.focused:
            self.tools.hide()

    def _use_tool(self, code: str) -> None:
        self.box.do(code)
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)
