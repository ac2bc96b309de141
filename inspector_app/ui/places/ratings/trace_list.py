"""How a rating was reached: numbered sentences to check by hand, each with its source and how sure the rule is."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from inspector_app.core.domain.rated import Trace
from inspector_app.core.words import say
from inspector_app.ui.controls.labels import plain_label, text_label
from inspector_app.ui.controls.layouts import empty
from inspector_app.ui.look import sizes, theme

_TOP = Qt.AlignmentFlag.AlignTop


class TraceList(QWidget):
    """The steps in order, the rule behind each below it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(0, 0, 0, theme.px(sizes.TIGHT))
        self._layout.setHorizontalSpacing(theme.px(sizes.CLOSE))
        self._layout.setVerticalSpacing(theme.px(sizes.HAIR))
        self._layout.setColumnStretch(1, 1)
        self._shown: Sequence[Trace] = ()

    def set_steps(self, steps: Sequence[Trace]) -> None:
        """Show these steps."""
        if steps == self._shown:
            return
        self._shown = steps
        empty(self._layout)
        for place, step in enumerate(steps):
            self._add(step, place)
        self._layout.setRowStretch(2 * len(steps), 1)

    def _add(self, step: Trace, place: int) -> None:
        number = theme.role(plain_label(str(place + 1), self), "quiet")
        said, source = text_label(self), theme.role(text_label(self), "small")
        said.setText(step.text)
        source.setText(say("{status} rule. {source}.", status=step.status.capitalize(), source=step.source))
        for widget in (number, said):
            widget.setContentsMargins(0, theme.px(sizes.TIGHT) if place else 0, 0, 0)
        self._layout.addWidget(number, 2 * place, 0, _TOP)
        self._layout.addWidget(said, 2 * place, 1, _TOP)
        self._layout.addWidget(source, 2 * place + 1, 1, _TOP)
