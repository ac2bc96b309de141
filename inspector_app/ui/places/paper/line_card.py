"""The card under the lines: the line one is on once more, its answers, its note, and the keys."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from inspector_app.ui.controls.labels import text_label
from inspector_app.ui.controls.page_keys import answer_hint
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.note.field import NoteField
from inspector_app.ui.places.paper.line_foot import LineFoot

_HINTS = ("Delete clear", "type a code to jump", "Enter note, Esc back", "Shift+Enter note on the last answer")
_EDGES = (sizes.NEAR, sizes.CLOSE, sizes.NEAR, sizes.CLOSE)


class LineCard(QFrame):
    """Has the parts; the page fills them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        theme.role(self, "card")
        self.foot, self.note, self.hint = LineFoot(self), NoteField(self), theme.role(text_label(self), "small")
        self.hint.setText("  ·  ".join((*answer_hint(), *_HINTS)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(edge) for edge in _EDGES))
        layout.setSpacing(theme.px(sizes.CLOSE))
        for part in (self.foot, self.note, self.hint):
            layout.addWidget(part)

    def make_room(self, *, wide: bool) -> None:
        """Where there is room (`wide`) the keys stand beside the lines, and a box for codes here."""
        self.hint.setVisible(not wide)
        self.foot.show_code(wide)
