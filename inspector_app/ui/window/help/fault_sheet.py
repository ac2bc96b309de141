"""The report of a fault, shown whole before it is saved."""

from datetime import date

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from inspector_app.core.errors import Expected
from inspector_app.core.services.help import fault
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.words import say
from inspector_app.ui import actions, ask
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.fields.reason import Reason
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.labels import plain_label, text_label
from inspector_app.ui.errors import sentence
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.window.sheets.sheet import Sheet


class FaultSheet(Sheet):
    """Give it the laptop, in whose folder the log lies."""

    def __init__(self, over: QWidget, laptop: Laptop) -> None:
        super().__init__(over, actions.command("fault").text, width=sizes.FORM)
        self._laptop = laptop
        about = text_label(self)
        about.setText(
            say(
                "This is all that would be saved: versions, and where faults happened. Nothing that anybody typed, and no "
                "name. Tell beside it what you did, without anything of an inspection."
            )
        )
        self.text = QPlainTextEdit(fault.report(laptop.folder), self)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(say("The report"))
        self.text.setMinimumHeight(theme.px(sizes.BOX_KEY))
        self.wrong = Reason(self)
        self.save, close = PressButton(say("Save as…")), PressButton(say("Close"))
        self.save.clicked.connect(self._save)
        close.clicked.connect(self.end)
        foot = Flow(self.save)
        foot.add_gap()
        foot.addWidget(close)
        for part in (theme.role(plain_label(actions.command("fault").text), "heading"), about, self.text, self.wrong):
            self.body.addWidget(part)
        self.body.addLayout(foot)

    def open(self) -> None:
        """Show it."""
        self.begin(self.save)

    def _save(self) -> None:
        suggested = ask.in_documents(say("Fault report {day}.txt", day=date.today().isoformat()))
        to = ask.save_file(self, say("Save the report"), say("Text (*.txt)"), suggested)
        if to is None:
            return
        try:
            fault.save(self.text.toPlainText(), to, self._laptop)
        except Expected as error:
            self.wrong.say(sentence(error))
        else:
            self.end()
