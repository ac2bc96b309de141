"""The card of what one writes: whether spelling is checked, and in which languages."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from inspector_app.core.services.writing.spelling import ENGLISH, WELSH
from inspector_app.core.words import say
from inspector_app.ui.controls.card import Card
from inspector_app.ui.controls.fields.choice import Choice
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.labels import plain_label
from inspector_app.ui.look import theme


class WritingCard(Card):
    """Signals `checking_wanted`, and `languages_wanted` with codes joined by a space ("": those of the inspection)."""

    checking_wanted = Signal(bool)
    languages_wanted = Signal(str)

    def __init__(self, parent: QWidget, *, checks: bool, languages: str) -> None:
        super().__init__(say("Writing"), "", parent)
        self.checks = QCheckBox(say("Check spelling while I write"), self)
        self.checks.setObjectName("settings-checks")
        self.checks.setChecked(checks)
        self.languages = Choice(say("Language of spelling"))
        self.languages.setObjectName("settings-languages")
        self.languages.set_choices(
            (
                ("", say("As the inspection: English, and in Wales Welsh too")),
                (ENGLISH, say("English")),
                (f"{ENGLISH} {WELSH}", say("English and Welsh")),
            )
        )
        self.languages.show_choice(languages)
        label = theme.role(plain_label(say("Language of spelling"), self), "field")
        label.setBuddy(self.languages)
        above = Flow(label, self.checks)
        above.set_gap(1)
        self.body.addLayout(above)
        self.stack(self.languages)
        self.checks.toggled.connect(self.checking_wanted)
        self.languages.chosen.connect(self.languages_wanted)
