"""Guidance beside the prompts: the standard's statement word for word, and the framework's own rules on answering."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector_app.core.domain.framework import Domain, Framework, KeyQuestion, Printed
from inspector_app.core.domain.rating_rules import RuleCode
from inspector_app.core.words import say
from inspector_app.ui.controls.labels import text_label
from inspector_app.ui.controls.layouts import empty
from inspector_app.ui.look import sizes, theme

# The rules that bear on answering a case; the others are about what is made of the answers.
_RULES = (RuleCode.JUDGEMENT, RuleCode.NOT_APPLICABLE, RuleCode.DENOMINATOR)


class GuidanceView(QWidget):
    """Shows what the framework file says, and nothing of our own."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown = ("", "")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, theme.px(sizes.CLOSE), 0)
        self._layout.setSpacing(theme.px(sizes.TIGHT))
        self._layout.setAlignment(Qt.AlignmentFlag.AlignTop)

    def show_standard(self, framework: Framework, standard: str, question: str) -> None:
        """Show the guidance to a standard, and to that key question of it."""
        if self._shown == (standard, question):
            return
        self._shown = (standard, question)
        empty(self._layout)
        found = framework.by_ref[standard]
        self._say(f"{found.ref}  {found.title}", "label")
        for text in (found.statement, *found.criteria, found.guidance):
            self._say(text, "")
        self._say(framework.source, "small")
        for one in found.case_questions:
            if one.ref == question:  # the guidance to another beside it would be read as of this one
                self._show_question(one)
        self._show_domain(framework.domain(found.domain))
        rules = [rule for rule in framework.rating.rules if rule.code in _RULES]
        if rules:
            self._layout.addSpacing(theme.px(sizes.CLOSE))
            self._say("Rules for answering", "label")
        for rule in rules:
            self._say(rule.text, "")
            self._say(f"{rule.basis.status.value.capitalize()} rule. {rule.basis.source}.", "small")

    def _show_question(self, question: KeyQuestion) -> None:
        """What the file says on answering a question, and how else a source words it; nothing when it says nothing."""
        guided = [(prompt.ref, prompt.guidance) for prompt in question.prompts if prompt.guidance]
        if not (question.guidance or guided or question.also_printed):
            return
        self._layout.addSpacing(theme.px(sizes.CLOSE))
        self._say(question.ref, "label")
        self._say(question.guidance, "")
        for ref, text in guided:
            self._say(f"{ref})  {text}", "")
        for other in question.also_printed:
            self._say(_two_wordings(question.source, other), "small")

    def _show_domain(self, domain: Domain) -> None:
        if domain.introduction:
            self._layout.addSpacing(theme.px(sizes.CLOSE))
            self._say(domain.title, "label")
            self._say(domain.introduction, "")

    def _say(self, text: str, role: str) -> None:
        if not text:
            return
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


def _two_wordings(source: str, other: Printed) -> str:
    return say(
        "Worded as in: {source}. Also printed: {text} ({other}).", source=source, text=other.text, other=other.source
    )
