"""The laptop is locked: one box, for the passphrase, and the ways back for whoever has lost it or the keyring."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from inspector_app.core.words import say
from inspector_app.ui.controls.column import ScrollColumn
from inspector_app.ui.controls.field import Field, secret_box
from inspector_app.ui.look import theme

if TYPE_CHECKING:
    from inspector_app.core.services.ways_back import Way

_BACK = {
    "copy": "Bring back the copy that was written with every change",
    "former": "Bring back the keyring from before its last change",
    "here": "Go on with the older keyring that lies here",
}


class Unlock(ScrollColumn):
    """Signals `passphrase_given` with what was typed; keeps the focus in the box when it was wrong."""

    passphrase_given = Signal(str)
    recover_wanted = Signal()
    keyring_wanted = Signal(object, str)  # which keyring is to come back (ways_back.Kind), and the passphrase
    anew_wanted = Signal()

    def __init__(self, *, saved: bool = True) -> None:
        """`saved`: False where text that no disk took is still covered by this page."""
        about = say("Everything is saved and locked.") if saved else say("Locked. Not everything could be saved yet.")
        super().__init__("Unlock", f"{about} {say('Type your passphrase to go on.')}", width=544)
        self.setWindowTitle("Locked")
        self._box = secret_box()
        self._field = Field("&Passphrase", self._box)
        self._button = theme.role(QPushButton("Unlock"), "primary")
        self._recover = QPushButton("Use the &recovery code…")
        self._button.clicked.connect(self._give)
        self._box.returnPressed.connect(self._give)
        self._recover.clicked.connect(self.recover_wanted)
        self._ways = QWidget()
        self._list = QVBoxLayout(self._ways)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._ways.hide()
        self.add(self._field)
        self.add_row(self._button, self._recover)
        self.add(self._ways)
        self.body.addStretch(1)
        self.setFocusProxy(self._box)

    def set_busy(self, busy: bool) -> None:
        """Say that the passphrase is being tried; the box keeps the focus."""
        self._box.setReadOnly(busy)
        for widget in (self._button, self._recover, self._ways):
            widget.setEnabled(not busy)
        self._button.setText("Unlocking…" if busy else "Unlock")

    def set_wrong(self, sentence: str) -> None:
        """Say what is wrong under the box, ready for another try."""
        self._field.set_wrong(sentence)
        self._box.selectAll()
        self._box.setFocus()

    def set_ways(self, ways: "Sequence[Way]") -> None:
        """Offer the keyrings that there are, the latest first; each is unlocked with the passphrase in the box."""
        while (item := self._list.takeAt(0)) is not None:
            if (former := item.widget()) is not None:
                former.deleteLater()
        said = "Type the passphrase, then choose what to go on with." if ways else "No copy of the keyring is left."
        self._list.addWidget(theme.role(QLabel(said), "label"))
        for way in ways:
            self._offer(_BACK[way.kind], lambda _on=False, kind=way.kind: self._want(kind))
        if not any(way.kind == "here" for way in ways):
            self._offer("Set up anew beside the kept files…", lambda _on=False: self.anew_wanted.emit())
        self._ways.show()

    def clear(self) -> None:
        """Forget what was typed."""
        self._box.clear()
        self._field.set_wrong("")

    def _offer(self, text: str, act: object) -> None:
        button = QPushButton(text)
        button.clicked.connect(act)
        self._list.addWidget(button)

    def _want(self, kind: object) -> None:
        if self._box.text():
            self.keyring_wanted.emit(kind, self._box.text())
        else:
            self.set_wrong("Type your passphrase.")

    def _give(self) -> None:
        if self._box.isReadOnly():
            return
        if self._box.text():
            self.passphrase_given.emit(self._box.text())
        else:
            self.set_wrong("Type your passphrase.")
