"""What to look at in the texts before a draft leaves, over its pages: each line leads to its text."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from inspector_app.core.domain.draft.disagreement import Disagreement
from inspector_app.core.words import count, say
from inspector_app.ui.controls.labels import text_label
from inspector_app.ui.controls.lists.sought import SoughtList
from inspector_app.ui.controls.lists.wrapped import Wrapped
from inspector_app.ui.look import sizes, theme

_LOW, _HIGH = 28, 112  # px at 100%: a line in a low window, or some; the rest is scrolled to


class DisagreementList(QWidget):
    """What disagrees with the data, stands twice, or was to be changed by a point that was accepted. Hidden while nothing
    is found; nothing is kept from being made or saved by it.
    """

    chosen = Signal(str, str, str)  # entity and id of a text, and the words in it

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head = text_label(self)
        self.lines = SoughtList(self)
        self.lines.setAccessibleName(say("Statements to look at"))
        self.lines.setWordWrap(True)
        self.lines.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.lines.setItemDelegate(Wrapped(self.lines))
        self.lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lines.setMinimumHeight(theme.px(_LOW))
        self.lines.setMaximumHeight(theme.px(_HIGH))
        self.lines.itemActivated.connect(self._choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(sizes.TIGHT))
        layout.addWidget(self._head)
        layout.addWidget(self.lines)
        self.hide()

    def show_these(self, found: Sequence[Disagreement]) -> None:
        """Show these, or nothing."""
        self.lines.clear()
        for one in found:
            item = QListWidgetItem(
                say("{section}: “{said}”; {right}", section=one.section, said=one.said, right=one.right)
            )
            item.setData(Qt.ItemDataRole.UserRole, (one.entity, one.id, one.said))
            self.lines.addItem(item)
        said = count(len(found), "{n} statement to look at.", "{n} statements to look at.")
        self._head.setText(f"{said} {say('Enter on one goes to its text.')}")
        self.setVisible(bool(found))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Its lines break otherwise."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """No higher than its lines: the room is the pages'."""
        lines = sum(self.lines.sizeHintForRow(row) for row in range(self.lines.count())) + theme.px(sizes.TIGHT)
        self.lines.setMaximumHeight(max(theme.px(_LOW), min(theme.px(_HIGH), lines)))

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(*item.data(Qt.ItemDataRole.UserRole))
