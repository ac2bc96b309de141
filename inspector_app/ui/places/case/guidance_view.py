"""Guidance beside the prompts: the standard's statement word for word, and the framework's own rules on answering."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector_app.core.domain.framework import Framework, RuleCode
from inspector_app.ui.controls.labels import text_label
from inspector_app.ui.controls.layouts import empty
from inspector_app.ui.look import theme

# The rules that bear on answering a case; the others are about what is made of the answers.
_RULES = (RuleCode.JUDGEMENT, RuleCode.NOT_APPLICABLE, RuleCode.DENOMINATOR)


class GuidanceView(QWidget):
    """Shows what the framework file says, and nothing of our own."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.standard = ""
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, theme.px(8), 0)
        self._layout.setSpacing(theme.px(4))
        self._layout.setAlignment(Qt.AlignmentFlag.AlignTop)

    def show_standard(self, framework: Framework, standard: str) -> None:
        """Show the guidance to a standard."""
        if standard == self.standard:
            return
        self.standard = standard
        empty(self._layout)
        found = framework.by_ref[standard]
        self._say(f"{found.ref}  {found.title}", "label")
        self._say(found.statement, "")
        self._say(framework.source, "small")
        self._layout.addSpacing(theme.px(8))
        self._say("Rules for answering", "label")
        for rule in framework.rating.rules:
            if rule.code in _RULES:
                self._say(rule.text, "")
                self._say(f"{rule.basis.status.value.capitalize()} rule. {rule.basis.source}.", "small")

    def _say(self, text: str, role: str) -> None:
        label = text_label(self)
        label.setText(text)
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        label.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # Tab leads through what is to be read, too
        label.setProperty("reads", True)
        label.setIndent(0)
        label.setAccessibleName(text)
        if role:
            theme.role(label, role)
        self._layout.addWidget(label)
        label.show()  # now, not when the event loop comes to it: the focus may be to go there
