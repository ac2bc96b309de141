"""Turns what the editor announces into a Qt signal, delivered on the UI thread wherever the edit was made."""

from PySide6.QtCore import QObject, Signal

from inspector_app.core.services.editor import Editor

Touched = frozenset[tuple[str, str]]


class Bridge(QObject):
    """Listens to one editor at a time. `touched` carries a frozenset of (entity code, entity id)."""

    touched = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editor: Editor | None = None

    def listen_to(self, editor: Editor | None) -> None:
        """Listen to this editor from now on, and no longer to the one before."""
        if self._editor is not None:
            self._editor.listeners.remove(self._announce)
        self._editor = editor
        if editor is not None:
            editor.listeners.append(self._announce)

    def _announce(self, touched: Touched) -> None:
        self.touched.emit(touched)
