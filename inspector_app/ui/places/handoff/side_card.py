"""One of the values of a contested field: whose it is, when and where it was written, what it says, and a way to take it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from inspector_app.core.domain.fields import Value
from inspector_app.core.words import say
from inspector_app.ui.controls import noted
from inspector_app.ui.controls.buttons.keyed_button import KeyedButton
from inspector_app.ui.controls.card import Card
from inspector_app.ui.controls.fields.fact import as_it_stands
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.labels import readable, show_marked, text_label
from inspector_app.ui.controls.signs.initial import Initial
from inspector_app.ui.look import theme
from inspector_app.ui.words.diff import as_html, diff, in_words

_BESIDE = 24  # letters


class SideCard(Card):
    """Shows a value; with a button when it can be taken. Nothing is chosen beforehand."""

    taken = Signal(object)  # Value

    def __init__(
        self,
        heading: str,
        about: str,
        value: Value,
        take: str,
        parent: QWidget | None = None,
        *,
        person: tuple[str, bool] | None = None,
    ) -> None:
        """`person`: whose it is, with whether that is oneself; None of what nobody wrote."""
        super().__init__(heading, "", parent)
        self.take = KeyedButton(as_it_stands(take), "", self)  # before what is read: Tab goes as things are made
        self.said = readable(self)  # Tab leads through what is to be read, too
        self.said.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.take.setVisible(bool(take))
        self.take.clicked.connect(lambda: self.taken.emit(value))
        self._about = theme.role(text_label(self), "small")
        self._about.setText(about)
        self._about.setVisible(bool(about))
        beside = len(about) <= _BESIDE  # a moment stands beside the name, a sentence below it
        self.body.insertLayout(0, self._head(person, beside=beside))
        if not beside:
            self.body.addWidget(self._about)
        self.body.addWidget(self.said, 1)

    def _head(self, person: tuple[str, bool] | None, *, beside: bool) -> Flow:
        """Whose it is, and at the right the way to take it."""
        self.body.removeWidget(self.heading)
        disc = (Initial(person[0], self, mine=person[1]),) if person else ()
        head = Flow(*disc, theme.role(self.heading, "label"))
        if beside:
            self._about.setWordWrap(False)
            head.addWidget(self._about)
        head.add_gap()
        head.addWidget(self.take)
        return head

    def set_key(self, key: str) -> None:
        """Say which key takes it."""
        self.take.set_key(key)
        self.take.setToolTip(say("Key {key}", key=key))

    def show_value(self, words: str) -> None:
        """Show an answer or another short value."""
        theme.role(self.said, "heading")
        self.said.setText(words)
        self.said.setAccessibleName(f"{self.heading.text()}: {words}")

    def show_text(self, text: str, before: str) -> None:
        """Show a text with what differs from the one before marked: struck through, or underlined and bold."""
        parts, c = diff(before, text), theme.colours()
        shown = parts if before != text else diff(text, text)
        html = as_html(
            shown,
            c.no,
            c.yes,
            lambda kept, begins: noted.as_html(kept, begins=begins),
            grounds=(c.no_soft, c.yes_soft),
        )
        show_marked(self.said, html)
        self.said.setAccessibleName(f"{self.heading.text()}: {in_words(parts)}")
