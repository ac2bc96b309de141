"""The card of locking and folders: how soon it locks, what is kept out of captures, where exports and second copies go."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.core.words import count, say
from inspector_app.ui.controls.buttons.drawn import small
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.card import Card
from inspector_app.ui.controls.fields.drop_down import DropDown
from inspector_app.ui.controls.fields.reason import Reason
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.labels import plain_label, text_label
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.window.system import captures

IDLE_MINUTES = (5, 10, 20, 30)


class FolderLine(QWidget):
    """What a folder is for, which one it is, and the ways to change it. Signals `wanted` and `dropped`."""

    wanted = Signal()
    dropped = Signal()

    def __init__(self, code: str, title: str, nothing: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._nothing = nothing
        title_label = theme.role(plain_label(title, self), "quiet")
        self.where, self.wrong = text_label(self), Reason(self)
        self.change = small(PressButton(say("Change…"), self))
        self.none = small(PressButton(say("None"), self))
        self.change.setObjectName(f"settings-{code}-change")
        self.none.setObjectName(f"settings-{code}-none")
        self.change.setAccessibleName(say("{folder}: change", folder=title))
        self.none.setAccessibleName(say("{folder}: none", folder=title))
        self.change.clicked.connect(self.wanted)
        self.none.clicked.connect(self.dropped)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        line = QHBoxLayout()
        line.setSpacing(theme.px(sizes.CLOSE))
        line.addWidget(title_label)
        line.addWidget(self.where, 1)
        line.addWidget(self.change)
        line.addWidget(self.none)
        lines.addLayout(line)
        lines.addWidget(self.wrong)

    def show_folder(self, folder: str, wrong: str = "") -> None:
        """Say which folder it is ("": none), and why another could not be taken."""
        self.where.setText(folder or self._nothing)
        self.none.setVisible(bool(folder))
        self.wrong.say(wrong)


class KeepingCard(Card):
    """Signals `idle_wanted` with minutes, and `kept_out_wanted`. The folder lines signal by themselves."""

    idle_wanted = Signal(int)
    kept_out_wanted = Signal(bool)

    def __init__(self, parent: QWidget, *, minutes: int, kept_out: bool) -> None:
        super().__init__(say("Locking and folders"), "", parent)
        self.idle = DropDown(self)
        self.idle.setAccessibleName(say("Lock after"))
        self.idle.setObjectName("settings-idle")
        for n in sorted({*IDLE_MINUTES, minutes} - {0}):
            self.idle.addItem(_minutes(n), n)
        self.idle.setCurrentIndex(self.idle.findData(minutes))
        self.kept_out = QCheckBox(say("Keep out of screen captures"), self)
        self.kept_out.setObjectName("settings-captures")
        self.kept_out.setChecked(kept_out)
        self.kept_out.setVisible(captures.possible())
        self.exports = FolderLine("exports", say("Exports"), say("Your documents"), self)
        self.second = FolderLine("second", say("Second copy"), say("No second copy of backups is kept"), self)
        label = theme.role(plain_label(say("Lock after"), self), "field")
        label.setBuddy(self.idle)
        self.body.addLayout(Flow(label, self.idle))
        self.stack(self.kept_out, self.exports, self.second)
        self.idle.activated.connect(lambda _: self.idle_wanted.emit(int(self.idle.currentData())))
        self.kept_out.toggled.connect(self.kept_out_wanted)


def _minutes(minutes: int) -> str:
    return count(minutes, "{n} minute without a key", "{n} minutes without a key")
