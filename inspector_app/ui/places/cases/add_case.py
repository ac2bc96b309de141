"""The row in which a case is added: reference, sample, type, inspector."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.inspection import Person
from inspector_app.core.services.fieldwork.setting_up import next_ref
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.fields.drop_down import DropDown
from inspector_app.ui.controls.fields.field import Field
from inspector_app.ui.controls.fields.reason import Reason
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.layouts import tab_in_place
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.words.framework import type_alone


class AddCase(QFrame):
    """Signals `wanted` with reference, sample, type and inspector (Person.id or ""); `left` when closed with Esc.

    What is in it is made when a case is first to be added.
    """

    wanted = Signal(str, str, str, str)
    left = Signal()

    def __init__(self, framework: Framework) -> None:
        super().__init__()
        theme.role(self, "card")
        self._framework = framework
        self._there: tuple[tuple[str, str], ...] = ()
        self._suggested = ""  # what stands there and is nobody's own

    def _make(self) -> None:
        self._ref, self._sample, self._type, self._inspector = QLineEdit(), DropDown(), DropDown(), DropDown()
        self._ref.setMaximumWidth(theme.px(sizes.BOX_SHORT))
        for sample in self._framework.samples:
            self._sample.addItem(sample.title, sample.code)
        self._wrong = Reason(self)
        self._lay_out()
        tab_in_place(self)
        self._sample.currentIndexChanged.connect(self._suggest)

    def begin(self, there: Iterable[tuple[str, str]], team: Sequence[Person], me: str) -> None:
        """Suggest the next case; `there`: sample and reference of each there is; `me` the Person.id of who works here."""
        self._there = tuple(there)
        if self.layout() is None:
            self._make()
        self._inspector.clear()
        self._inspector.addItem("not yet given", "")
        for person in team:
            self._inspector.addItem(person.name, person.id)
        self._inspector.setCurrentIndex(max(0, self._inspector.findData(me)))
        self._ref.clear()
        self._suggest()
        self._ref.setFocus()

    def set_wrong(self, sentence: str) -> None:
        """Say why the case could not be added."""
        self._wrong.say(sentence)
        self._ref.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the row; Enter adds the case from any of its boxes."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._give()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(2 * theme.GRID),) * 4)
        layout.setSpacing(theme.px(1.5 * theme.GRID))
        boxes = Flow()
        boxes.setSpacing(theme.px(2 * theme.GRID))
        named: tuple[tuple[str, QWidget], ...] = (
            ("Re&ference", self._ref),
            ("&Sample", self._sample),
            ("&Type", self._type),
            ("&Inspector", self._inspector),
        )
        for name, box in named:
            boxes.addWidget(Field(name, box))
        layout.addLayout(boxes)
        layout.addLayout(self._buttons())
        layout.addWidget(self._wrong)

    def _buttons(self) -> Flow:
        add, close = theme.role(PressButton("Add this case"), "primary"), PressButton("Close")
        add.clicked.connect(self._give)
        close.clicked.connect(self.left)
        return Flow(add, close)

    def _suggest(self) -> None:
        sample = self._sample.currentData()
        if self._ref.text().strip() in ("", self._suggested):  # a reference that somebody typed stays
            self._suggested = next_ref(sample, self._there)
            self._ref.setText(self._suggested)
            self._ref.selectAll()
        self._type.clear()
        self._type.addItem("not yet given", "")  # a type nobody chose would be taken for one that somebody did
        for kind in self._framework.sample(sample).case_types:
            self._type.addItem(type_alone(kind), kind)
        self._wrong.say("")

    def _give(self) -> None:
        self.wanted.emit(
            self._ref.text(), self._sample.currentData(), self._type.currentData(), self._inspector.currentData() or ""
        )
