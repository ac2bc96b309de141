"""What is new, as the list of changes says it."""

from PySide6.QtWidgets import QWidget

from inspector_app.core.services.help import news
from inspector_app.ui import actions
from inspector_app.ui.look import sizes
from inspector_app.ui.window.help.view import GuideView
from inspector_app.ui.window.sheets.sheet import Sheet


class NewsSheet(Sheet):
    """Shows it as it is in this version."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over, actions.command("news").text, width=sizes.FORM)
        self.view = GuideView(self, actions.command("news").text, news.text())
        self.body.addWidget(self.view, 1)
        self._close = self.close_at_foot()

    def open(self) -> None:
        """Show it from its beginning."""
        self.begin(self._close)
