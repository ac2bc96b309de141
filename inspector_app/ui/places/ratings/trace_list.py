"""How a rating was reached: sentences to check by hand, each with its source and how sure the rule is."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector_app.core.domain.rated import Trace
from inspector_app.ui.controls.labels import text_label
from inspector_app.ui.controls.layouts import empty
from inspector_app.ui.look import sizes, theme


class TraceList(QWidget):
    """The steps in order."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, theme.px(sizes.TIGHT))
        self._layout.setSpacing(theme.px(sizes.HAIR))
        self._shown: Sequence[Trace] = ()

    def set_steps(self, steps: Sequence[Trace]) -> None:
        """Show these steps."""
        if steps == self._shown:
            return
        self._shown = steps
        empty(self._layout)
        for place, step in enumerate(steps):
            self._add(step, place)

    def _add(self, step: Trace, place: int) -> None:
        said = text_label(self)
        said.setText(step.text)
        said.setContentsMargins(0, theme.px(sizes.TIGHT) if place else 0, 0, 0)
        source = theme.role(text_label(self), "small")
        source.setText(f"{step.status.capitalize()} rule. {step.source}.")
        self._layout.addWidget(said)
        self._layout.addWidget(source)
