"""What becomes of the choices on the sheet of settings: each is kept at once, and seen at once."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from inspector_app.core.errors import Expected
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.safekeeping import backups
from inspector_app.core.services.writing import own_words
from inspector_app.core.words import say
from inspector_app.ui import actions, ask, letters
from inspector_app.ui.errors import sentence
from inspector_app.ui.jobs import Jobs
from inspector_app.ui.look import theme
from inspector_app.ui.note import as_left, spelling
from inspector_app.ui.window.main_window import MainWindow
from inspector_app.ui.window.settings import remapping
from inspector_app.ui.window.settings.keeping_card import KeepingCard
from inspector_app.ui.window.settings.keys_card import KeysCard
from inspector_app.ui.window.settings.seeing_card import SeeingCard
from inspector_app.ui.window.settings.sheet import SettingsSheet
from inspector_app.ui.window.settings.writing_card import WritingCard
from inspector_app.ui.window.system import captures
from inspector_app.ui.window.system.idle import Idle


class Settling(QObject):
    """Reads what the laptop holds of these choices when it is made. Signals `keys_changed` once the sheet is closed, and
    `second_named` when second copies go to another folder.
    """

    keys_changed = Signal()
    second_named = Signal()

    def __init__(self, window: MainWindow, laptop: Laptop, jobs: Jobs, idle: Idle) -> None:
        super().__init__(window)
        self._window, self._laptop, self._jobs, self._idle = window, laptop, jobs, idle
        self._sheet: SettingsSheet | None = None
        letters.read(laptop.settings)
        remapping.read(laptop.settings)
        ask.use_folder(str(laptop.settings.get(ask.FOLDER, "")))
        spelling.check().set_on(laptop.settings.get("spelling", True) is True)
        captures.keep_out(out=captures.wanted(laptop.settings))
        self._keys_before = remapping.in_use()
        window.look_changed.connect(self._take_up)

    def show(self) -> None:
        """Open the sheet."""
        self._open("")

    @property
    def shown(self) -> bool:
        """Whether it is what the person looks at."""
        return self._sheet is not None and self._sheet.isVisible()

    def end(self) -> None:
        """Close it."""
        if self._sheet is not None:
            self._sheet.end()

    def switch_spelling(self, *, on: bool) -> None:
        """Check spelling, or not."""
        spelling.check().set_on(on)
        self._window.remark("Spelling is checked." if on else "Spelling is not checked.")
        self._window.keep({"spelling": on})

    def _open(self, at: str) -> None:
        if self._sheet is not None:
            self._sheet.end()
            self._sheet.deleteLater()  # it was measured for the size of text it was made at
        self._sheet = sheet = SettingsSheet(self._window, self._window.place_of_pages)
        sheet.hold(self._seeing(), self._writing(), self._keeping(), self._keys())
        sheet.ended.connect(self._on_ended)
        sheet.open(at)

    def _take_up(self) -> None:
        """The look changed while it was open: it is made anew, where the person was."""
        if self._sheet is not None and self.shown:
            left = as_left.of(self._sheet)
            self._open(self._sheet.at)
            left.again(self._sheet)

    def _on_ended(self) -> None:
        if remapping.in_use() != self._keys_before:
            self._keys_before = remapping.in_use()
            self.keys_changed.emit()

    # the cards

    def _seeing(self) -> SeeingCard:
        card = SeeingCard(self._window)
        card.theme_wanted.connect(lambda name: self._window.change_look(name, theme.zoom()))
        card.zoom_wanted.connect(lambda zoom: self._window.change_look(theme.chosen(), zoom))
        return card

    def _writing(self) -> WritingCard:
        chosen = own_words.chosen(self._laptop.settings)
        card = WritingCard(self._window, checks=spelling.check().on, languages=chosen)
        card.checking_wanted.connect(lambda on: self.switch_spelling(on=on))
        card.languages_wanted.connect(self._choose_languages)
        return card

    def _keeping(self) -> KeepingCard:
        kept_out = captures.wanted(self._laptop.settings)
        card = KeepingCard(self._window, minutes=self._idle.minutes, kept_out=kept_out)
        card.idle_wanted.connect(self._wait)
        card.kept_out_wanted.connect(self._keep_out)
        card.exports.wanted.connect(lambda: self._ask_exports(card))
        card.exports.dropped.connect(lambda: self._name_exports(card, None))
        card.second.wanted.connect(lambda: self._ask_second(card))
        card.second.dropped.connect(lambda: self._name_second(card, None))
        card.setEnabled(not self._laptop.locked)  # nobody else makes it lock later
        card.exports.show_folder(ask.folder_of_exports())
        card.second.show_folder(self._second())
        return card

    def _keys(self) -> KeysCard:
        card = KeysCard(self._laptop.settings, self._window)
        card.changed.connect(lambda: actions.bind_all(self._window))
        return card

    # what becomes of them

    def _choose_languages(self, languages: str) -> None:
        self._window.keep({own_words.LANGUAGES: languages})
        spelling.check().choose_languages()

    def _wait(self, minutes: int) -> None:
        self._window.keep({"idle_minutes": minutes})
        self._idle.set_minutes(minutes)

    def _keep_out(self, out: bool) -> None:
        self._window.keep({captures.SETTING: out})
        if not captures.keep_out(out=out):
            self._window.tell(say("This system does not keep the window out of screen captures."))
        elif out:
            self._window.remark(
                say("The system has been asked to keep this window out of screen captures and shared screens.")
            )
        else:
            self._window.remark(say("Screen captures and shared screens now show this window."))

    def _ask_exports(self, card: KeepingCard) -> None:
        folder = ask.folder(card, say("The folder for exports"))
        if folder is not None:
            self._name_exports(card, folder)

    def _name_exports(self, card: KeepingCard, folder: Path | None) -> None:
        named = str(folder) if folder is not None else ""
        self._window.keep({ask.FOLDER: named})
        ask.use_folder(named)
        card.exports.show_folder(named)
        card.exports.change.setFocus()

    def _ask_second(self, card: KeepingCard) -> None:
        folder = ask.folder(card, say("The folder of the second copy"))
        if folder is not None:
            self._name_second(card, folder)

    def _name_second(self, card: KeepingCard, folder: Path | None) -> None:
        card.second.change.setFocus()

        def refused(error: Expected) -> None:
            card.second.show_folder(self._second(), sentence(error))

        def done(_: None) -> None:
            card.second.show_folder(self._second())
            self.second_named.emit()

        work = backups.name_second_folder
        self._jobs.run(card, lambda _: work(self._laptop, folder), done=done, failed=refused)

    def _second(self) -> str:
        return str(backups.second_folder(self._laptop) or "")
