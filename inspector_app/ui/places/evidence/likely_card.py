"""Beside a prompt, the sources that might bear on it too, each with a button that links it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from inspector_app.core.services.fieldwork.likely_sources import Likely
from inspector_app.core.words import say
from inspector_app.ui.controls.buttons.drawn import small
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.labels import text_label
from inspector_app.ui.controls.layouts import empty
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.layout import Down, layout_of
from inspector_app.ui.words import evidence as evidence_words


class LikelyCard(QWidget):
    """Signals `wanted` with the source that is to be linked and the reference. Away while there is none."""

    wanted = Signal(str, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._some = False
        self._heading = theme.role(text_label(self), "label")
        said = theme.role(text_label(self), "small")
        said.setText(say("Words of this prompt occur in them."))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.px(sizes.TIGHT))
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, theme.px(sizes.CLOSE), 0, 0)
        inside.setSpacing(theme.px(sizes.TIGHT))
        inside.addWidget(self._heading)
        inside.addWidget(said)
        inside.addLayout(self._rows)
        self.hide()

    def show_likely(self, ref: str, found: Sequence[Likely]) -> None:
        """Offer these for a prompt."""
        empty(self._rows)
        self._heading.setText(say("Might also bear on {ref}", ref=ref))
        for one in found:
            self._rows.addWidget(self._row(ref, one))
        self._some = bool(found)
        self.fit()

    def fit(self) -> None:
        """Be there where something is found and a window of hardly any height leaves it room beside what is read."""
        self.setVisible(self._some and layout_of(self.window().size()).down is not Down.LOW)

    def _row(self, ref: str, one: Likely) -> QWidget:
        row, name = QWidget(self), evidence_words.name(one.source)
        across = QGridLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setColumnStretch(0, 1)
        title, about = text_label(row), theme.role(text_label(row), "small")
        title.setText(name)
        about.setText(evidence_words.about(one.source))
        button = small(PressButton(say("Link"), row))
        button.setAccessibleName(say("Link: {source}, {ref}", source=name, ref=ref))
        button.clicked.connect(partial(self.wanted.emit, one.source.id, ref))
        across.addWidget(title, 0, 0)
        across.addWidget(about, 1, 0)
        across.addWidget(button, 0, 1, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        return row
