"""The report of a fault, shown whole before it is saved, as it stands or sealed with a passphrase."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QApplication, QCheckBox, QPlainTextEdit, QWidget

from inspector_app.core.services.help import fault
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.words import say
from inspector_app.ui import actions, ask
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.fields.file_passphrase import FilePassphrase
from inspector_app.ui.controls.fields.reason import Reason
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.frames.scrolled import Scrolled
from inspector_app.ui.controls.labels import plain_label, text_label
from inspector_app.ui.errors import sentence
from inspector_app.ui.jobs import Jobs
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.window.sheets.sheet import Sheet

_LABELS = ("Passphrase of the report", "Passphrase of the report again")


class FaultSheet(Sheet):
    """Give it the laptop, in whose folder the log lies."""

    def __init__(self, over: QWidget, laptop: Laptop, jobs: Jobs) -> None:
        super().__init__(over, actions.command("fault").text, width=sizes.FORM)
        self._laptop, self._jobs = laptop, jobs
        about = text_label(self)
        about.setText(
            say(
                "This is all that would be saved: versions, and where the program went wrong. It holds nothing "
                "that anybody typed, and no name. When you send it, say what you were doing, without any detail "
                "of an inspection."
            )
        )
        self.text = QPlainTextEdit(fault.report(laptop.folder), self)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(say("The report"))
        self.text.setMinimumHeight(theme.px(sizes.BOX_KEY))
        self.secret = QCheckBox(say("Seal it with a passphrase"), self)
        self.passphrase = FilePassphrase(
            jobs, _LABELS, say("Tell it to them by a different route from the file."), parent=self
        )
        self.passphrase.hide()
        self.secret.toggled.connect(self._show_passphrase)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)
        self.wrong = Reason(self)
        self.save, close = PressButton(say("Save as…")), PressButton(say("Close"))
        self.save.clicked.connect(self._save)
        self.passphrase.entered.connect(self._save)
        close.clicked.connect(self.end)
        foot = Flow(self.save)
        foot.add_gap()
        foot.addWidget(close)
        head = theme.role(plain_label(actions.command("fault").text), "heading")
        # in a low window, at twice the size, it is more than there is room for
        self._all = Scrolled(0, self, part=True)
        self._all.body.setSpacing(theme.px(theme.GRID))
        for part in (head, about, self.text, self.secret, self.passphrase, self.wrong):
            self._all.body.addWidget(part)
        self.body.addWidget(self._all, 1)
        self.body.addLayout(foot)

    def open(self) -> None:
        """Show it."""
        self.begin(self.save)

    def sizeHint(self) -> QSize:
        """As high as all of it, which a part that scrolls does not ask for."""
        hint, around = super().sizeHint(), self.body.contentsMargins()
        needed = self._all.body.heightForWidth(self.wide() - around.left() - around.right())
        return QSize(hint.width(), hint.height() - self._all.sizeHint().height() + needed)

    def end(self) -> None:
        """Forget the passphrase, too."""
        self.passphrase.clear()
        super().end()

    def _show_passphrase(self, wanted: bool) -> None:
        self.passphrase.setVisible(wanted)
        self.passphrase.clear()
        self.fit()
        if wanted:
            self.passphrase.first.setFocus()

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Have what has the keyboard in sight."""
        if now is not None and self._all.isAncestorOf(now):
            QTimer.singleShot(0, now, lambda: self._all.ensureWidgetVisible(now))  # once it has its place

    def _save(self) -> None:
        secret = self.passphrase.chosen() if self.secret.isChecked() else ""
        if self.secret.isChecked() and not secret:
            return
        if (to := self._place(sealed=bool(secret))) is None:
            return
        text = self.text.toPlainText()
        self._set_busy(busy=True)
        self._jobs.run(
            self,
            lambda _: fault.save(text, to, self._laptop, secret),
            done=lambda _: self.end(),
            failed=lambda error: self.wrong.say(sentence(error)),
            ended=lambda: self._set_busy(busy=False),
        )

    def _place(self, *, sealed: bool) -> Path | None:
        day = date.today().isoformat()
        name = say("Fault report {day}.age", day=day) if sealed else say("Fault report {day}.txt", day=day)
        kinds = say("Sealed file (*.age)") if sealed else say("Text (*.txt)")
        return ask.save_file(self, say("Save the report"), kinds, ask.in_documents(name))

    def _set_busy(self, *, busy: bool) -> None:
        for part in (self.save, self.secret, self.passphrase):
            part.setEnabled(not busy)
