"""The item that the focus is on: what undo and redo are about."""

from PySide6.QtWidgets import QApplication, QWidget

from inspector_app.ui.note.box import NoteBox
from inspector_app.ui.note.line import LineBox

_ITEM = "item"


def hold(widget: QWidget, entity: str, entity_id: str) -> None:
    """Say of what item a widget and everything in it is."""
    widget.setProperty(_ITEM, f"{entity}/{entity_id}" if entity_id else None)


def item_in_hand(page: QWidget) -> tuple[str, str] | None:
    """Entity and id of the item on a page that the focus is on; None where it is on none.

    What is typed there next is a step of its own.
    """
    widget = QApplication.focusWidget()
    if isinstance(widget, NoteBox | LineBox):
        widget.saving.end_session()
    while widget is not None and widget is not page:
        if isinstance(item := widget.property(_ITEM), str):
            entity, _, entity_id = item.partition("/")
            return entity, entity_id
        widget = widget.parentWidget()
    return None
