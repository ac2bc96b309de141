"""The head of the page: which case, how far it is, and the way to settle it."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inspector_app.core.services.cases.agreeing import Agreeing
from inspector_app.core.words import say
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.buttons.way_back import way, way_back
from inspector_app.ui.controls.chip import Chip, Means
from inspector_app.ui.controls.fields.drop_down import DropDown
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.labels import plain_label
from inspector_app.ui.look import theme
from inspector_app.ui.words import settling as words


class SettleHead(QWidget):
    """`turn` goes between list and difference where there is no room for both."""

    case_chosen = Signal(str)  # id

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._title, self._hides_names = title, False
        self.back = way_back("second", self)
        self.title = theme.role(plain_label(title, self), "title")
        self.choose = DropDown(self)
        self.choose.setAccessibleName(say("Which case"))
        self.choose.activated.connect(lambda: self.case_chosen.emit(str(self.choose.currentData())))
        self.state = Chip(Means.PLAIN, "", self)
        self.names = theme.role(plain_label(words.HIDDEN.say(), self), "small")
        self.turn = way(self)
        self.settle = theme.role(PressButton("", self), "primary")
        self.reopen = PressButton(say("Open it again"), self)
        line = Flow(self.back, self.title, self.choose, self.state)
        line.add_gap()
        for widget in (self.names, self.turn, self.reopen, self.settle):
            line.addWidget(widget)
        self.setLayout(line)

    def make_room(self, *, short: bool) -> None:
        """In a low window there is room for what acts alone."""
        self.back.setVisible(not short)
        self.title.setVisible(not short or self.choose.isHidden())
        self.names.setVisible(not short and self._hides_names)

    def show_cases(self, cases: Mapping[str, str], case: str) -> None:
        """Offer these (id -> reference), of which one is chosen."""
        self.choose.clear()
        for of, ref in cases.items():
            self.choose.addItem(ref, of)
        self.choose.setCurrentIndex(max(0, self.choose.findData(case)))
        self.choose.setVisible(len(cases) > 1)

    def show_agreeing(self, found: Agreeing | None) -> None:
        """Show how far it is; None where nothing can be settled."""
        self.state.setVisible(found is not None)
        self._hides_names = found is not None and not found.was_settled
        self.names.setVisible(self._hides_names)
        self.settle.setVisible(found is not None and not words.why_not(found))
        self.reopen.setVisible(found is not None and found.was_settled and not found.marker)
        if found is None:
            self.title.setText(self._title)
            return
        self.title.setText(say("{case}: second marking", case=found.case_ref))
        self.state.say(Means.GOOD if found.settled else Means.PLAIN, words.state(found))
        self.reopen.setAccessibleName(f"{self.reopen.text()}: {found.case_ref}")
        self.settle.setText(say("Settle {case}…", case=found.case_ref))
        self.settle.setEnabled(not found.open)
