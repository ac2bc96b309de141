"""One labelled line of a form that saves itself; what cannot be taken is said under it and holds nobody up."""

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.core.domain.fields import Value
from inspector_app.core.errors import Expected
from inspector_app.ui.controls.fields.reason import Reason, brief, mark_wrong
from inspector_app.ui.controls.labels import plain_label, text_label
from inspector_app.ui.errors import sentence
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.note.door import Door, Target
from inspector_app.ui.note.line import TEXT, Form, LineBox

_CONTESTED = "Contested: two people wrote different things. Settle it at the conflict desk."


class FactLine(QWidget):
    """The label, the line, and under it what is wrong with it or worth knowing."""

    def __init__(
        self, label: str, parent: QWidget, form: Form = TEXT, hint: str = "", *, in_head: bool = False
    ) -> None:
        """`in_head`: the label is beside the line, and no room is kept free under it."""
        super().__init__(parent)
        self._in_head = in_head
        self._label = label
        self._suggested: tuple[str, ...] = ()
        name = theme.role(plain_label(label, self), "field")
        self.box = LineBox(self, form)
        self._offered, self._words = QCompleter(self.box), QStringListModel(self.box)
        name.setBuddy(self.box)
        self.box.setAccessibleName(label)
        self._hint = theme.role(text_label(self), "small")
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self._remark = self._problem = self._whole = ""
        self.reason = Reason(self)
        self._lay_out(name)
        self._show_reason()
        self.box.refused.connect(self._say_why)
        self.box.failed.connect(self._say_why)
        self.box.accepted.connect(lambda: self._show_problem("", ""))

    def _lay_out(self, name: QWidget) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(sizes.TIGHT))
        named = QHBoxLayout() if self._in_head else layout
        for widget in (name, self._hint, self.box):
            named.addWidget(widget)
        if named is not layout:
            layout.addLayout(named)
        layout.addWidget(self.reason)

    def suggest(self, words: Sequence[str]) -> None:
        """Offer these while somebody types; what is saved on the way changes nothing in a list that is open."""
        popup = self._offered.popup() if self._suggested else None
        if tuple(words) == self._suggested or (popup is not None and popup.isVisible()):
            return
        self._suggested = tuple(words)
        self._words.setStringList(list(words))
        if popup is None:
            self._offered.setModel(self._words)
            self._offered.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            self._offered.setFilterMode(Qt.MatchFlag.MatchContains)
            self.box.setCompleter(self._offered)

    def set_open(self, opened: bool) -> None:
        """Whether one may write here; else the line is read, and can be copied."""
        if self.box.isReadOnly() == opened:
            self.box.setReadOnly(not opened)
            self.box.setProperty("reads", not opened)
            theme.polish(self.box)

    def set_value(
        self, target: Target, value: Value, draft: str | None, door: Door, subject: str, *, contested: bool
    ) -> None:
        """Show a field; what is typed and not stored stays. `subject` is whose it is, for a screen reader."""
        self.box.show_value(target, value, door, draft)
        self.box.setAccessibleName(f"{subject}: {self._label}")
        self.say(_CONTESTED if contested else "")

    def say(self, remark: str) -> None:
        """Point something out under the line; "" for nothing."""
        self._remark = remark
        self._show_reason()

    def _say_why(self, error: Expected) -> None:
        self._show_problem(brief(error), sentence(error))

    def _show_problem(self, problem: str, whole: str) -> None:
        """A few words fit into the line; a screen reader and the tip have the whole sentence."""
        self._problem, self._whole = problem, whole
        self.box.setToolTip(whole)
        self._show_reason()

    def _show_reason(self) -> None:
        self.reason.say(self._problem or self._remark, wrong=bool(self._problem))
        self.reason.setHidden(self._in_head and not self.reason.text())
        self.box.setAccessibleDescription(self._whole or self._remark or self._hint.text())
        mark_wrong(self.box, wrong=bool(self._problem))
