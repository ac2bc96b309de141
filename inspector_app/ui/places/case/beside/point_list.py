"""What is worth another look on a case, one line each; choosing one goes there."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector_app.core.domain.cases.completeness import Point, ToCheck
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.fields.fact import as_it_stands
from inspector_app.ui.controls.labels import text_label
from inspector_app.ui.controls.layouts import empty
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.words import point as words


class PointList(QWidget):
    """Signals `chosen` with the Point."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.shown: ToCheck | None = None
        self.buttons: list[PressButton] = []
        self._about = theme.role(text_label(self), "small")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(sizes.CLOSE))  # the ring round the first line lies in it
        layout.addWidget(self._about)
        layout.addLayout(self._lines)
        layout.addStretch(1)

    def show_points(self, found: ToCheck) -> None:
        """Show these; the same again changes nothing, so that the focus stays where it is."""
        if self.shown == found:
            return
        self.shown = found
        place = next((place for place, button in enumerate(self.buttons) if button.hasFocus()), -1)
        empty(self._lines)
        self.buttons = [self._button(point) for point in found.points]
        for button in self.buttons:
            self._lines.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            button.show()  # now, not when the event loop comes to it: the keyboard is to go to the first
        self._about.setText(words.about(found))
        if place >= 0 and self.buttons:  # the keyboard stays where it was
            self.buttons[min(place, len(self.buttons) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _button(self, point: Point) -> PressButton:
        button = theme.role(PressButton(as_it_stands(words.said(point)), self), "plain")
        button.setAccessibleName(f"{words.said(point)}: go there")
        button.clicked.connect(lambda: self.chosen.emit(point))
        return button
