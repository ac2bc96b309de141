"""Guidance in a column of its own, where the window is wide enough to keep it open."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from inspector_app.core.domain.framework import Framework
from inspector_app.core.words import say
from inspector_app.ui.controls.buttons.single_keys import swallow
from inspector_app.ui.controls.labels import plain_label
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.places.case.beside.guidance_view import GuidanceView
from inspector_app.ui.places.case.beside.others_card import OthersCard


class GuidePane(QFrame):
    """Reads nothing until it is seen."""

    left = Signal()  # Escape
    seen = Signal()  # it is there, and was not

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        theme.role(self, "card")
        self.setAccessibleName(say("Guidance"))
        self.view = GuidanceView(self)
        self._wanted: tuple[Framework, str, str] | None = None
        heading = theme.role(plain_label(say("Guidance"), self), "label")
        heading.setFixedHeight(theme.px(sizes.FOOT.usual))
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.role(self.view, "page")
        scroll.setWidget(self.view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(sizes.APART), 0, theme.px(sizes.TIGHT), theme.px(sizes.CLOSE))
        layout.setSpacing(0)
        layout.addWidget(heading)
        layout.addWidget(scroll, 1)
        self.others = OthersCard(self)
        layout.addWidget(self.others)

    def show_standard(self, framework: Framework, standard: str, question: str) -> None:
        """Show the guidance to a standard, and to that key question of it."""
        self._wanted = (framework, standard, question)
        if not self.isHidden():
            self.view.show_standard(*self._wanted)

    def setVisible(self, visible: bool) -> None:
        """What was wanted meanwhile is shown."""
        super().setVisible(visible)
        if visible and self._wanted is not None:
            self.view.show_standard(*self._wanted)
        if visible:
            self.seen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leads back to the prompts; letters and arrows here are not for them."""
        held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif held:
            event.ignore()
        else:
            swallow(self, event)
