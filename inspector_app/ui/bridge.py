"""Turns what the editor announces into a Qt signal, delivered on the UI thread wherever the edit was made."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from inspector_app.core.services.editor import Editor

Touched = frozenset[tuple[str, str]]


class Bridge(QObject):
    """Listens to one editor at a time. `touched` carries a frozenset of (entity code, entity id)."""

    touched = Signal(object)
    _announced = Signal(object, object)  # the editor, and what was touched by it

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editor: Editor | None = None
        self._heard: Callable[[Touched], None] = partial(self._announced.emit, None)
        self._announced.connect(self._tell)

    def listen_to(self, editor: Editor | None) -> None:
        """Listen to this editor from now on, and no longer to the one before."""
        if self._editor is not None:
            self._editor.listeners.remove(self._heard)
        self._editor = editor
        if editor is not None:
            self._heard = partial(self._announced.emit, editor)
            editor.listeners.append(self._heard)

    def _tell(self, editor: Editor, touched: Touched) -> None:
        """On the UI thread: nothing more of an editor that nobody listens to any longer, whose file may be closed."""
        if editor is self._editor:
            self.touched.emit(touched)
