"""A sheet over the window with some paragraphs to be read and copied from."""

from collections.abc import Sequence

from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from inspector_app.ui.controls.labels import plain_label, readable
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.window.sheets.sheet import Sheet


class TextSheet(Sheet):
    """Give it its paragraphs whenever it is opened."""

    def __init__(self, over: QWidget, name: str) -> None:
        super().__init__(over, name, width=640)
        held = theme.role(QWidget(), "page")
        inside = QVBoxLayout(held)
        self.text = readable(held)
        inside.addWidget(self.text)
        inside.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(held)
        scroll.setMinimumHeight(theme.px(sizes.BOX_LONG))
        scroll.setAccessibleName(name)
        for part in (theme.role(plain_label(name), "heading"), scroll):
            self.body.addWidget(part)
        self._close = self.close_at_foot()

    def open(self, paragraphs: Sequence[str]) -> None:
        """Show these."""
        self.text.setText("\n\n".join(paragraphs))
        self.text.setAccessibleName(self.text.text())
        self.begin(self._close)
