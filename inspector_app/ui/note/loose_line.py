"""A line for a time or a day typed loosely. It is written once it can be read, and says so while it cannot."""

from collections.abc import Callable

from inspector_app.core.domain.fields import Value
from inspector_app.core.errors import Code, Expected
from inspector_app.ui.controls.telling import tell
from inspector_app.ui.errors import sentence
from inspector_app.ui.note.line import Form, LineBox

Read = Callable[[str], str | None]  # what was typed -> what it means; None when it cannot be read


class LooseLine(LineBox):
    """Shows a value in words; what is typed in their place is read when the box is left, at Enter, and on `flush`.

    Not before, for half a time is another time. Text that cannot be read, or not be saved, stays in the box with an edge
    and a sentence that say so, and the value stays as it was.
    """

    def __init__(self, name: str, read: Read, said: Callable[[Value], str], hint: str) -> None:
        """`said` puts a value into words; `hint` tells how to type one."""
        super().__init__(form=Form(said, self._value_of, after=None))
        self._read, self._hint = read, hint
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setToolTip(f"For example {hint}")
        self.textEdited.connect(lambda: self._set_wrong(""))
        self.accepted.connect(lambda: self._set_wrong(""))
        self.refused.connect(self._say)
        self.failed.connect(self._say)

    @property
    def wrong(self) -> str:
        """What is wrong with what was typed, or ""."""
        return self.accessibleDescription()

    def _value_of(self, text: str) -> Value:
        value = self._read(text)
        if value is None:
            why = f"type it like {self._hint}"
            raise Expected(Code.VALUE_INVALID, field=self.accessibleName(), value=text.strip(), why=why)
        return value

    def _say(self, error: Expected) -> None:
        unread = f"“{self.text().strip()}” cannot be read: type it like {self._hint}"
        why = unread if error.code is Code.VALUE_INVALID else sentence(error)
        if why != self.wrong:  # a red edge alone says nothing
            self._set_wrong(why)
            tell(self, why)

    def _set_wrong(self, text: str) -> None:
        if text == self.wrong:
            return
        self.setAccessibleDescription(text)
        self.setToolTip(text or f"For example {self._hint}")
        self.setProperty("wrong", bool(text))
        self.style().unpolish(self)
        self.style().polish(self)
