"""The sections of the draft findings: the framework's standards, and the recommendations."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QWidget

from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.rows import TextRow
from inspector_app.ui.controls.wrapped import Wrapped

RECOMMENDATIONS = "recommendations"


class SectionList(QListWidget):
    """One line a section, with how many texts it has."""

    chosen = Signal(str)  # a standard's reference, or RECOMMENDATIONS

    def __init__(self, framework: Framework, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        standards = {s.ref: f"{s.ref}  {s.title}" for s in framework.standards}
        self._titles = standards | {RECOMMENDATIONS: "Recommendations"}
        self.addItems(list(self._titles.values()))
        self.setAccessibleName("Sections of the draft findings")
        self.setWordWrap(True)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)  # lines break elsewhere in another width
        self.setItemDelegate(Wrapped(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentRowChanged.connect(self._on_row)

    def title(self, section: str) -> str:
        """A section's title."""
        return self._titles[section]

    def set_counts(
        self, findings: Sequence[TextRow], recommendations: Sequence[TextRow], inspected: Collection[str]
    ) -> None:
        """Say at each section how many texts it has. A standard that is not `inspected` (references) has none and goes."""
        for place, (ref, title) in enumerate(self._titles.items()):
            count = len(recommendations) if ref == RECOMMENDATIONS else sum(row.group == ref for row in findings)
            self.item(place).setText(f"{title}  ({count})" if count else title)
            self.item(place).setHidden(not (count or ref == RECOMMENDATIONS or ref in inspected))

    def select(self, section: str) -> None:
        """Show which section is shown, without choosing it."""
        self.blockSignals(True)
        self.setCurrentRow(list(self._titles).index(section))
        self.blockSignals(False)

    def _on_row(self, row: int) -> None:
        self.chosen.emit(list(self._titles)[row])
