"""F1: the guide over the window, with its contents, a search, and the ways to the rest of help."""

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidgetItem, QVBoxLayout, QWidget

from inspector_app.core.services.help import manual
from inspector_app.core.words import count, say
from inspector_app.ui import actions
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.labels import plain_label
from inspector_app.ui.controls.lists.sought import SoughtList
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.window.help.view import GuideView, Section
from inspector_app.ui.window.sheets.sheet import Sheet

WAYS = ("tour", "keys", "news", "fault", "about")  # commands that help leads to
_UNDER = 3  # a heading of this level stands under another one
_SHARE = 3  # of ten parts of the width, the contents have so many at most


class GuideSheet(Sheet):
    """Give it the heading at which it opens."""

    wanted = Signal(str)  # code of a command

    def __init__(self, over: QWidget) -> None:
        super().__init__(over, actions.command("guide").text, width=sizes.WIDEST)
        self.box = QLineEdit()
        self.box.setPlaceholderText(say("Find in the guide"))
        self.box.setAccessibleName(say("Find in the guide"))
        self.found = theme.role(plain_label(), "quiet")
        self.contents = SoughtList()
        self.contents.setAccessibleName(say("Contents of the guide"))
        self.contents.setWordWrap(True)
        self.contents.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view = GuideView(self, actions.command("guide").text, manual.text())
        self._places: list[QTextCursor] = []
        self._lay_out()
        self.box.textChanged.connect(self._find)
        self.box.installEventFilter(self)
        self.contents.itemActivated.connect(self._go)
        self.contents.itemClicked.connect(self._go)
        self.view.moved.connect(self._stand_on)
        self._find("")

    def open(self, heading: str) -> None:
        """Show the guide at that heading."""
        self.begin(self.box)
        self.view.go(heading)
        QTimer.singleShot(0, self, lambda: self.view.go(heading))  # pictures above it have found their height by then

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the search, Enter goes to the next place and Down into the contents."""
        if watched is self.box and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._next(back=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
                return True
            if event.key() == Qt.Key.Key_Down:
                self.contents.setFocus()
                return True
            if event.key() in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
                self.view.keyPressEvent(event)
                return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The contents leave the text its room."""
        super().resizeEvent(event)
        self.contents.setFixedWidth(min(theme.px(sizes.SIDE_LIST), self.width() * _SHARE // 10))
        self._measure()

    def _lay_out(self) -> None:
        head = Flow(theme.role(plain_label(actions.command("guide").text), "heading"), self.box, self.found)
        self.box.setMinimumWidth(theme.px(sizes.BOX_LONG))
        halves = QHBoxLayout()
        halves.setSpacing(theme.px(sizes.APART))
        halves.addWidget(self.contents)
        halves.addWidget(self.view, 1)
        foot = Flow()
        for code in WAYS:
            way = PressButton(actions.command(code).text)
            way.setToolTip(actions.command(code).tip)
            way.clicked.connect(lambda _=False, code=code: self._leave_for(code))
            foot.addWidget(way)
        foot.add_gap()
        close = PressButton(say("Close"))
        close.clicked.connect(self.end)
        foot.addWidget(close)
        body: QVBoxLayout = self.body
        body.addLayout(head)
        body.addLayout(halves, 1)
        body.addLayout(foot)

    def _leave_for(self, code: str) -> None:
        self.end()
        self.wanted.emit(code)

    def _find(self, typed: str) -> None:
        """List the sections in which every word stands; all of them where nothing is typed."""
        words = typed.casefold().split()
        self.contents.clear()
        within = [s for s in self.view.sections if all(word in s.text.casefold() for word in words)]
        for section in within:
            item = QListWidgetItem(_line(section), self.contents)
            item.setData(Qt.ItemDataRole.UserRole, section.heading)
        self._measure()
        spans = [(section.begins, section.ends) for section in within]
        places = self.view.places(words)
        self._places = [at for at in places if any(a <= at.selectionStart() < b for a, b in spans)]
        self.found.setText(_how_many(len(within)) if words else "")
        if self._places:
            self.view.show_place(self._places[0])

    def _measure(self) -> None:
        """Give each line of the contents the height that its words need: Qt forgets the padding of the style sheet."""
        room = self.contents.width() - theme.px(2 * sizes.CLOSE + sizes.FAR)
        for item in (self.contents.item(row) for row in range(self.contents.count())):
            words = self.contents.fontMetrics().boundingRect(
                QRect(0, 0, room, self.height()), Qt.TextFlag.TextWordWrap, item.text()
            )
            item.setSizeHint(QSize(room, words.height() + 2 * theme.px(sizes.TIGHT)))

    def _next(self, *, back: bool) -> None:
        """Go to the next place of what is looked for, after the last the first."""
        here = self.view.textCursor().selectionStart()
        places = [*reversed(self._places)] if back else self._places
        beyond = [at for at in places if (at.selectionStart() < here if back else at.selectionStart() > here)]
        if places:
            self.view.show_place((beyond or places)[0])

    def _go(self, item: QListWidgetItem) -> None:
        self.view.go(item.data(Qt.ItemDataRole.UserRole))

    def _stand_on(self, heading: str) -> None:
        for row in range(self.contents.count()):
            if self.contents.item(row).data(Qt.ItemDataRole.UserRole) == heading:
                self.contents.setCurrentRow(row)


def _line(section: Section) -> str:
    return section.heading if section.level < _UNDER else f"– {section.heading}"


def _how_many(sections: int) -> str:
    return count(sections, "In {n} section", "In {n} sections") if sections else say("Not found in the guide")
