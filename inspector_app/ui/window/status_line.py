"""The line at the foot of the window: saved when, what is locked or contested, who and where."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QToolButton

from inspector_app.core.words import count
from inspector_app.ui import actions
from inspector_app.ui.look import theme
from inspector_app.ui.look.colours import THEMES
from inspector_app.ui.look.icons import icon
from inspector_app.ui.note import spelling
from inspector_app.ui.window.elided import Elided

REMARK_FOR = 8000  # milliseconds that a remark stays
IDLE_MINUTES = (5, 10, 20, 30)
_ROOMY = 120  # px at 100% between what is said, where there is room


class StatusLine(QFrame):
    """Three things in words, the keys and how the window looks."""

    wanted = Signal(str)  # code of a command
    theme_wanted = Signal(str)
    idle_wanted = Signal(int)  # minutes without a key or the mouse before it locks

    def __init__(self, idle: int) -> None:
        super().__init__()
        theme.role(self, "bar")
        self.saved, self.state, self.where = QLabel(), _button(""), Elided()
        for label, name in ((self.saved, "Saved"), (self.where, "Colleagues' work, who and where")):
            theme.role(label, "small")
            label.setAccessibleDescription(name)
        self.state.setToolTip(f"{actions.command('conflicts').tip} ({actions.keys('conflicts')})")
        self.state.clicked.connect(lambda: self.wanted.emit("conflicts"))
        self.concerns = _button("")
        self.concerns.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.concerns.setToolTip(f"{actions.command('concerns').tip} ({actions.keys('concerns')})")
        self.concerns.clicked.connect(lambda: self.wanted.emit("concerns"))
        self.concerns.hide()
        self._drawn = ("", 0)  # the look that its shape was drawn in
        self.remarked = theme.role(Elided(), "label")
        self.remarked.hide()
        self.offered = _button("")
        self.offered.hide()
        self.offered.clicked.connect(lambda: self._act())
        self._act: Callable[[], object] = bool
        self._remark = QTimer(self, singleShot=True, interval=REMARK_FOR)
        self._remark.timeout.connect(lambda: self._show_remark(shown=False))
        self._view = _button("View ▾")
        self._view.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._view.setToolTip("Colours, size, when to lock, and settings")
        self._keys = _button(f"Keys ({actions.keys('keys')})")
        self._keys.clicked.connect(lambda: self.wanted.emit("keys"))
        self._fill_menu(idle)
        self._across = layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.px(16), theme.px(2), theme.px(8), theme.px(2))
        layout.addWidget(self.saved)
        layout.addWidget(self.concerns)
        layout.addWidget(self.state)
        layout.addWidget(self.where, 1)
        layout.addWidget(self.remarked, 1)
        layout.addWidget(self.offered)
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        buttons.addWidget(self._keys)
        buttons.addWidget(self._view)
        layout.addLayout(buttons)

    def show_words(self, saved: str, state: str, where: str) -> None:
        """Say the three things."""
        for label, text in ((self.saved, saved), (self.state, state), (self.where, where)):
            if label.text() != text:
                label.setText(text)
        self._fit()
        self.state.setAccessibleName(state)
        self.state.setEnabled(state.endswith("contested"))  # else there is no inspection open to settle anything in

    def show_concerns(self, text: str) -> None:
        """Say how many concerns are open, after the shape they have everywhere; "" for none."""
        self.concerns.setText(text)
        self.concerns.setAccessibleName(text)
        self.concerns.setVisible(bool(text))
        self._draw()
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and zoom."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "concerns"):
            self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width of the window."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """What is said comes first: where there is too little room for all of it, the way to the keys goes (F1 stays)."""
        said = [self.saved, self.concerns, self.state, self._view]
        needed = sum(w.sizeHint().width() for w in said if not w.isHidden())
        spare = self.width() - needed - theme.px(24)
        roomy = spare > self._keys.sizeHint().width() + theme.px(_ROOMY)
        self._keys.setVisible(roomy)
        self._across.setSpacing(theme.px(24 if roomy else 4))

    def _draw(self) -> None:
        look = (theme.name(), theme.zoom())
        if not self.concerns.isHidden() and look != self._drawn:
            self._drawn = look
            side = theme.px(14)
            self.concerns.setIconSize(QSize(side, side))
            self.concerns.setIcon(icon("concerns-open", theme.colours().error, side, self.devicePixelRatioF()))

    def remark(self, sentence: str, offer: str = "", act: Callable[[], object] = bool) -> None:
        """Say something in passing, where it otherwise says who and where; a button `offer` does `act` about it."""
        self.remarked.setText(sentence)
        self.remarked.setAccessibleName(sentence)
        self.offered.setText(offer)
        self.offered.setAccessibleName(offer)
        self._act = act
        self._show_remark(shown=True)
        self._remark.start()

    def _show_remark(self, *, shown: bool) -> None:
        self.remarked.setVisible(shown)
        self.where.setVisible(not shown)
        self.offered.setVisible(shown and bool(self.offered.text()))

    def _fill_menu(self, idle: int) -> None:
        menu = QMenu(self._view)
        looks = QActionGroup(menu)
        for name in THEMES:
            action = _choice(menu, looks, theme.TITLES[name], checked=name == theme.name())
            action.triggered.connect(lambda _=False, name=name: self.theme_wanted.emit(name))
            action.setData(name)
        menu.addSeparator()
        for code in ("larger", "smaller", "usual-size"):
            action = menu.addAction(f"{actions.command(code).text}\t{actions.keys(code)}")
            action.triggered.connect(lambda _=False, code=code: self.wanted.emit(code))
        menu.addSeparator()
        checks = menu.addAction(f"{actions.command('spelling').text}\t{actions.keys('spelling')}")
        checks.setCheckable(True)
        checks.triggered.connect(lambda _=False: self.wanted.emit("spelling"))
        menu.aboutToShow.connect(lambda: _check_spelling(checks))
        menu.addSeparator()
        waits = QActionGroup(menu)
        for minutes in IDLE_MINUTES:
            action = _choice(
                menu,
                waits,
                count(minutes, "Lock after {n} minute without a key", "Lock after {n} minutes without a key"),
                checked=minutes == idle,
            )
            action.triggered.connect(lambda _=False, minutes=minutes: self.idle_wanted.emit(minutes))
        menu.addSeparator()
        settings = menu.addAction(f"{actions.command('settings').text}…\t{actions.keys('settings')}")
        settings.triggered.connect(lambda _=False: self.wanted.emit("settings"))
        menu.aboutToShow.connect(lambda: _check(looks))
        self._view.setMenu(menu)


def _lock_after(minutes: int) -> str:
    return count(minutes, "Lock after {n} minute without a key", "Lock after {n} minutes without a key")


def _button(text: str) -> QToolButton:
    button = theme.role(QToolButton(), "foot")
    button.setText(text)
    button.setAccessibleName(text.removesuffix(" ▾"))
    return button


def _check(looks: QActionGroup) -> None:
    for action in looks.actions():
        action.setChecked(action.data() == theme.name())


def _check_spelling(action: QAction) -> None:
    action.setChecked(spelling.check().on)
    action.setEnabled(
        spelling.check().checks or not spelling.check().on
    )  # there is nothing to check without an inspection


def _choice(menu: QMenu, group: QActionGroup, text: str, *, checked: bool) -> QAction:
    action = menu.addAction(text)
    action.setCheckable(True)
    action.setChecked(checked)
    group.addAction(action)
    return action
