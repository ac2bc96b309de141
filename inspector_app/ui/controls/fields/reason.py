"""The line under a box that says what is wrong with it, or what is worth knowing: kept free before, so that nothing moves."""

import re

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QWidget

from inspector_app.core.errors import Code, Expected
from inspector_app.core.words import say
from inspector_app.ui.controls.labels import broad_label, plain_label
from inspector_app.ui.errors import is_missing, sentence
from inspector_app.ui.look import early, sizes, theme
from inspector_app.ui.look.icons import icon


class Reason(QWidget):
    """A sign and a few words in a reserved line; "" leaves it empty."""

    def __init__(self, parent: QWidget | None = None, lines: int = 1) -> None:
        """`lines`: how many are kept free."""
        super().__init__(parent)
        self._sign, self._words = plain_label(parent=self), theme.role(broad_label(self), "wrong")
        self._words.setMinimumHeight(theme.px(lines * sizes.REASON))
        self.is_wrong, self._said = False, ("", True)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(sizes.TIGHT))
        self._sign.setProperty("alignment", early.CENTRED)
        line.addWidget(self._sign)
        line.addWidget(self._words, 1)
        self._sign.hide()

    def text(self) -> str:
        """What it says."""
        return self._words.text()

    def say(self, words: str, *, wrong: bool = True) -> None:
        """Say this, with a sign where it is `wrong` and not only worth knowing."""
        if (words, wrong) == self._said:  # at each key in a box with nothing wrong: dressing it costs more than the key
            return
        self._said, self.is_wrong = (words, wrong), wrong and bool(words)
        theme.role(self._words, "wrong" if wrong else "small")
        self._words.setText(words)
        self._sign.setVisible(self.is_wrong)
        if self.is_wrong and self._sign.pixmap().isNull():  # drawings are loaded when there is something to say
            side = theme.px(sizes.SIGN)
            drawing = icon("warning", theme.colours().error, side, self.devicePixelRatioF())
            self._sign.setPixmap(drawing.pixmap(QSize(side, side)))


def mark_wrong(box: QWidget, *, wrong: bool) -> None:
    """Give a box the edge of one that is wrong, or take it away."""
    if bool(box.property("wrong")) != wrong:
        box.setProperty("wrong", wrong)
        box.style().unpolish(box)
        box.style().polish(box)


def brief(error: Expected) -> str:
    """Why a value cannot be, as short as the one line under its box; of what is no matter of the value, the whole sentence.

    How to write it instead stands in the whole sentence, which the tip has and a screen reader says.
    """
    if is_missing(error):
        return say("{field} is needed.", field=error.facts["field"])
    why = str(error.facts.get("why", "")) if error.code is Code.VALUE_INVALID else ""
    short = re.split(r"[:;] (?:write|choose) ", why)[0]
    return f"{short[:1].upper()}{short[1:]}" if short else sentence(error)
