"""Two people in one window test: the lead's program, and a colleague's laptop that exchanges packages with it."""

from itertools import count
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from inspector_app.core.services import handoffs
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.places.case.page import CasePage


class Pair:
    """Ruth (the lead) at the window, Bob on another laptop; C01 is Bob's."""

    def __init__(self, driver: Any, theirs: Workspace, folder: Path) -> None:
        self.driver, self.theirs = driver, theirs
        self._folder, self._numbers = folder, count()
        self.case = theirs.case_id("C01")

    @property
    def mine(self) -> Workspace:
        workspace: Workspace = self.driver.desk.workspace
        return workspace

    def give(self) -> None:
        """Ruth's work goes to Bob."""
        self._hand(self.mine, self.theirs)

    def take(self) -> None:
        """Bob's work comes to Ruth."""
        self._hand(self.theirs, self.mine)

    def page(self, question: str = "2.1.1") -> CasePage:
        """The case open in Ruth's window, with the focus on its first prompt."""
        self.driver.desk.open_case(self.case, question)
        page: CasePage = self.driver.desk.page("case")
        page.view.rows[0].setFocus()
        return page

    def _hand(self, giver: Workspace, taker: Workspace) -> None:
        package = self._folder / f"pair-{next(self._numbers)}.handoff"
        handoffs.export(giver, package, to=[taker.me])
        handoffs.import_(taker, [package])


def type_in(text: str) -> None:
    """Type where the focus is."""
    QTest.keyClicks(QApplication.focusWidget(), text)


def chord(keys: str) -> None:
    """Press keys together where the focus is."""
    QTest.keySequence(QApplication.focusWidget(), QKeySequence(keys))


def press(key: Qt.Key) -> None:
    """Press a key where the focus is."""
    QTest.keyClick(QApplication.focusWidget(), key)
