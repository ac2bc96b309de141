"""The sheets of help: each is made when it is asked for, since it is measured for the size of text it was made at."""

from PySide6.QtCore import QObject, Signal

from inspector_app.core.errors import Expected
from inspector_app.core.services.help import news
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.words import say
from inspector_app.ui import actions
from inspector_app.ui.controls.telling import Offer
from inspector_app.ui.jobs import Jobs
from inspector_app.ui.window.help.fault_sheet import FaultSheet
from inspector_app.ui.window.help.guide_sheet import GuideSheet
from inspector_app.ui.window.help.news_sheet import NewsSheet
from inspector_app.ui.window.main_window import MainWindow
from inspector_app.ui.window.sheets.sheet import Sheet


class Helping(QObject):
    """Opens them over the window. After an upgrade it says once, when the laptop is unlocked, that there is news."""

    wanted = Signal(str)  # code of a command that the guide leads to

    def __init__(self, window: MainWindow, laptop: Laptop, jobs: Jobs) -> None:
        super().__init__(window)
        self._window, self._laptop, self._jobs = window, laptop, jobs
        self._sheet: Sheet | None = None
        self._told = False

    def show_guide(self, heading: str) -> None:
        """Open the guide at that heading; without one at its beginning."""
        guide = GuideSheet(self._window)
        guide.wanted.connect(self.wanted)
        self._take(guide)
        guide.open(heading)

    def show_news(self) -> None:
        """Open what is new."""
        sheet = NewsSheet(self._window)
        self._take(sheet)
        sheet.open()

    def show_fault(self) -> None:
        """Open the report of a fault."""
        sheet = FaultSheet(self._window, self._laptop, self._jobs)
        self._take(sheet)
        sheet.open()

    def end(self) -> None:
        """Close what is open of it."""
        if self._sheet is not None:
            self._sheet.end()

    def tell_news(self) -> None:
        """Once after an upgrade say that there is something new; a disk that cannot note it says so again next time."""
        if self._told or self._laptop.locked:
            return
        self._told = True
        if news.is_new(self._laptop.settings):
            offer = Offer(actions.command("news").text, self.show_news)
            self._window.remark(say("The program has been updated since you last used it."), offer)
        try:
            news.note_told(self._laptop.settings)
        except Expected:
            return

    def _take(self, sheet: Sheet) -> None:
        if self._sheet is not None:
            self._sheet.end()
            self._sheet.deleteLater()
        self._sheet = sheet
