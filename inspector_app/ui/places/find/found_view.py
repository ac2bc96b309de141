"""The box that one types into, and the list of what was found."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QListView

from inspector_app.core.domain.finding.search import FoundRow
from inspector_app.ui.controls.lists.sought import SoughtView
from inspector_app.ui.places.find.found_line import FoundLine
from inspector_app.ui.places.find.model import FoundList


class SearchBox(QLineEdit):
    """What was searched for is replaced by what is typed next, when one comes back to the box by its key."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select the words."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.OtherFocusReason, Qt.FocusReason.ShortcutFocusReason):
            self.selectAll()


def list_of(model: FoundList) -> QListView:
    """The list of what was found."""
    view = SoughtView()
    view.setModel(model)
    view.setItemDelegate(FoundLine(view))
    view.setAccessibleName("What was found")
    view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setResizeMode(QListView.ResizeMode.Adjust)
    view.setWordWrap(True)  # or Qt lays the lines out anew only where the list gets higher, and not where it gets wider
    return view


def lowest(view: QListView, model: FoundList) -> int:
    """How high the lowest line of what was found last is, which tells how many fill the view; 0 where there is none."""
    places = (place for place, line in enumerate(model.lines) if isinstance(line, FoundRow))
    return min((view.visualRect(model.index(place)).height() for place in places), default=0)
