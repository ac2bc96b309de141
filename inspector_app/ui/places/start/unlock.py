"""The laptop is locked: one box, for the passphrase, and the ways back for whoever has lost it or the keyring."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from inspector_app.core.words import say
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.fields.field import Field, secret_box
from inspector_app.ui.controls.fields.way import Way
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.frames.column import ScrollColumn
from inspector_app.ui.controls.labels import plain_label
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.places.start.wait_line import WaitLine

if TYPE_CHECKING:
    from inspector_app.core.services.profile.ways_back import Way as Keyring

_BACK = {
    "copy": "Bring back the copy that was written with every change",
    "former": "Bring back your keys from before their last change",
    "here": "Continue with the older keys that are here",
}


class Unlock(ScrollColumn):
    """Signals `passphrase_given` with what was typed; keeps the focus in the box when it was wrong."""

    passphrase_given = Signal(str)
    recover_wanted = Signal()
    ways_wanted = Signal()  # which keyrings there are
    keyring_wanted = Signal(object, str)  # which keyring is to come back (ways_back.Kind), and the passphrase
    anew_wanted = Signal()

    def __init__(self, *, saved: bool = True) -> None:
        """`saved`: False where text that no disk took is still covered by this page."""
        about = say("Everything is saved and locked.") if saved else say("Locked. Not everything could be saved yet.")
        super().__init__("Unlock", f"{about} {say('Type your passphrase to continue.')}", width=sizes.FORM)
        self.setWindowTitle("Locked")
        self._box = secret_box()
        self._field = Field("&Passphrase", self._box, lines=2)  # a wrong one is said with where its keyring lies
        self._button = theme.role(PressButton("Unlock"), "primary")
        self._wait = WaitLine()
        self._rule = theme.role(plain_label(say("Each wrong one doubles the wait, up to 5 minutes.")), "small")
        self._recover = Way("note", say("Use the &recovery code"), say("On paper; you then choose a new passphrase"))
        self._look = Way(
            "restore", say("Look for a copy of your &keys"), say("If the right passphrase is no longer accepted")
        )
        self._ways = QWidget()
        self._list = QVBoxLayout(self._ways)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._ways.hide()
        self._lay_out()
        self._button.clicked.connect(self._give)
        self._box.returnPressed.connect(self._give)
        self._recover.clicked.connect(self.recover_wanted)
        self._look.clicked.connect(self.ways_wanted)
        self._wait.over.connect(lambda: self._button.setEnabled(True))
        self.setFocusProxy(self._box)

    def _lay_out(self) -> None:
        """Two cards: the passphrase, and the ways back, which are there before anything went wrong."""
        (card, first), (ways, second) = _card(), _card()
        for part in self.head:
            first.addWidget(part)
        first.addWidget(self._field)
        first.addLayout(Flow(self._button, self._wait, self._rule))
        self._rule.hide()
        second.addWidget(theme.role(plain_label(say("Ways back")), "label"))
        without = plain_label(say("Without one of these nobody can open your work, not even the lead."))
        without.setWordWrap(True)
        second.addWidget(theme.role(without, "quiet"))
        rows = QVBoxLayout()  # each with its own line under it
        rows.setSpacing(0)
        for way in (self._recover, self._look):
            rows.addWidget(way)
        second.addLayout(rows)
        second.addWidget(self._ways)
        self.add(card, ways)
        self.body.addStretch(1)
        self.say_whose()

    def set_wait(self, seconds: int) -> None:
        """Take no other passphrase for so long; 0 for not at all."""
        self._rule.setVisible(seconds > 0)
        self._button.setEnabled(not seconds)
        self._wait.begin(seconds)

    def set_busy(self, busy: bool) -> None:
        """Say that the passphrase is being tried; the box keeps the focus."""
        self._box.setReadOnly(busy)
        for widget in (self._button, self._recover, self._look, self._ways):
            widget.setEnabled(not busy)
        self._button.setText("Unlocking…" if busy else "Unlock")

    def set_wrong(self, sentence: str) -> None:
        """Say what is wrong under the box, ready for another try."""
        self._field.set_wrong(sentence)
        self._box.selectAll()
        self._box.setFocus()

    def set_ways(self, ways: "Sequence[Keyring]") -> None:
        """Offer the keyrings that there are, the latest first; each is unlocked with the passphrase in the box."""
        while (item := self._list.takeAt(0)) is not None:
            if (former := item.widget()) is not None:
                former.deleteLater()
        said = "Type the passphrase, then choose what to continue with." if ways else "No copy of your keys is left."
        self._list.addWidget(theme.role(plain_label(said), "label"))
        for way in ways:
            self._offer(_BACK[way.kind], lambda _on=False, kind=way.kind: self._want(kind))
        if not any(way.kind == "here" for way in ways):
            self._offer("Set up anew beside the kept files…", lambda _on=False: self.anew_wanted.emit())
        self._look.hide()
        self._ways.show()

    def clear(self) -> None:
        """Forget what was typed."""
        self._box.clear()
        self._field.set_wrong("")

    def _offer(self, text: str, act: object) -> None:
        button = PressButton(text)
        button.clicked.connect(act)
        self._list.addWidget(button)

    def _want(self, kind: object) -> None:
        if self._box.text():
            self.keyring_wanted.emit(kind, self._box.text())
        else:
            self.set_wrong("Type your passphrase.")

    def _give(self) -> None:
        if self._box.isReadOnly() or self._wait.left:
            return
        if self._box.text():
            self.passphrase_given.emit(self._box.text())
        else:
            self.set_wrong("Type your passphrase.")


def _card() -> tuple[QFrame, QVBoxLayout]:
    frame = theme.role(QFrame(), "card")
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(*(theme.px(sizes.FAR),) * 4)
    layout.setSpacing(theme.px(sizes.NEAR))
    return frame, layout
