"""The figures of a key question that is known only by them: how many Yes of how many cases."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector_app.core.domain.fields import TOTALS, Value
from inspector_app.core.errors import Code, Expected
from inspector_app.core.words import count, say
from inspector_app.ui.controls.fields.reason import Reason
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.labels import contested_label, plain_label
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.note.door import Door, Target
from inspector_app.ui.note.in_hand import hold
from inspector_app.ui.note.line import Form, LineBox
from inspector_app.ui.places.ratings.given_box import Read, agreed


class TotalsLine(QWidget):
    """Two boxes. What cannot be is said below them and not kept."""

    failed = Signal(object)  # Expected: what was typed could not be saved

    def __init__(self, question: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question = question
        self.contested = contested_label(self)
        self.yes, self.of = self._box("yes"), self._box("of")
        self._wrong = Reason(self)
        hold(self, TOTALS.code, question)
        self._lay_out()
        self.of.accepted.connect(self.yes.flush)  # what was too many may be right by now
        self.yes.accepted.connect(self.of.flush)

    def _box(self, field: str) -> LineBox:
        box = LineBox(self, Form(read=lambda text: self._read(field, text)))
        box.setObjectName(f"{self._question}/totals/{field}")
        box.setAccessibleName(f"{self._question}: {TOTALS.field(field).title}")
        box.setFixedWidth(theme.px(sizes.BOX_NUMBER))
        box.failed.connect(self.failed)
        for signal in (box.textChanged, box.accepted):
            signal.connect(self._say)
        return box

    def _lay_out(self) -> None:
        label = theme.role(plain_label(say("Known only by its totals:"), self), "small")
        across = Flow(label, self.yes, plain_label(say("Yes of"), self), self.of, plain_label(say("cases"), self))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(sizes.HAIR))
        layout.addWidget(self.contested)
        layout.addLayout(across)
        layout.addWidget(self._wrong)

    @property
    def used(self) -> bool:
        """Whether somebody entered totals here, or began to."""
        return bool(self.yes.text() or self.of.text())

    def load(self, read: Read, door: Door) -> None:
        """Show what is held. Text not yet saved stays."""
        held = {field: read(TOTALS.code, self._question, field) for field in ("yes", "of")}
        self.contested.setVisible(any(one.contested for one in held.values()))
        for box, field in ((self.yes, "yes"), (self.of, "of")):
            box.show_value(Target(TOTALS.code, self._question, field), agreed(held[field]), door)
        self._say()

    def flush(self) -> bool:
        """Put what was typed on disk. False when it could not be."""
        written = [self.of.flush(), self.yes.flush()]
        return all(written)

    def _read(self, field: str, text: str) -> Value:
        value = _whole(field, text)
        other = (self.of if field == "yes" else self.yes).text().strip()
        yes, of = (value, other) if field == "yes" else (other, value)
        if value is not None and str(other).isdecimal() and int(str(yes)) > int(str(of)):
            why = count(int(str(of)), "there is {n} case", "there are {n} cases")
            raise Expected(Code.VALUE_INVALID, field="The number of Yes", value=yes, why=why)
        return value

    def _say(self) -> None:
        wrong = ""
        for box, field in ((self.yes, "yes"), (self.of, "of")):
            try:
                self._read(field, box.text())
            except Expected as error:
                wrong = wrong or say("Not saved: {why}.", why=error.facts["why"])
        self._wrong.say(wrong)


def _whole(field: str, text: str) -> int | None:
    text, most = text.strip(), TOTALS.field(field).most
    if not text:
        return None
    if not (text.isascii() and text.isdecimal() and int(text[:9]) <= most):
        why = f"it is not a whole number from 0 to {most}"
        raise Expected(Code.VALUE_INVALID, field=TOTALS.field(field).name, value=text, why=why)
    return int(text)
