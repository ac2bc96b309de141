"""What can be done with the chosen cases, as a menu on their rows and behind "…": their panel has not always room."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from inspector_app.ui import actions
from inspector_app.ui.controls.buttons.drawn import dots
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.fields.drop_down import DropDown
from inspector_app.ui.places.cases.acts import CaseActs
from inspector_app.ui.places.cases.view import CaseView

_PAGES = ("questions", "profile", "paper")  # about all cases


class CaseMenus(QObject):
    """Both menus are filled each time that they open. `catch_up` shows what is chosen at once; `go` is told a page's code."""

    def __init__(
        self,
        view: CaseView,
        acts: CaseActs,
        filters: Sequence[DropDown],
        catch_up: Callable[[], None],
        go: Callable[[str], object],
    ) -> None:
        super().__init__(view)
        self._view, self._acts, self._filters = view, acts, filters
        self._catch_up, self._go = catch_up, go
        self.more = dots(PressButton(), "More about the cases")
        self.more.setToolTip(self.more.accessibleName())
        self.behind, self.on_rows = QMenu(self.more), QMenu(view)
        self.more.setMenu(self.behind)
        self.behind.aboutToShow.connect(self._fill)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._open)

    def _open(self, at: QPoint) -> None:
        self._offer_acts(self.on_rows)
        self.on_rows.popup(self._view.viewport().mapToGlobal(at))

    def _offer_acts(self, menu: QMenu) -> None:
        self._catch_up()
        menu.clear()
        self._acts.fill(menu)

    def _fill(self) -> None:
        self._offer_acts(self.behind)
        for box in self._filters:
            self.behind.addSeparator()
            self._offer_choices(box)
        self.behind.addSeparator()
        for code in _PAGES:
            offered = self.behind.addAction(actions.in_menu(code))
            offered.triggered.connect(lambda _=False, code=code: self._go(code))

    def _offer_choices(self, box: DropDown) -> None:
        menu = self.behind.addMenu(box.accessibleName())
        for place in range(box.count()):
            offered = menu.addAction(box.itemText(place))
            offered.setCheckable(True)
            offered.setChecked(place == box.currentIndex())
            offered.triggered.connect(lambda _=False, place=place: box.setCurrentIndex(place))
