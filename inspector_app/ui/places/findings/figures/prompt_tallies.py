"""How often each prompt of a section was answered Yes, of those that answered Yes or No; its words are in the tip."""

from collections import Counter
from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector_app.core.domain.framework import Prompt
from inspector_app.core.domain.inspection import Answer
from inspector_app.core.services.results import by_question
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.words import say
from inspector_app.ui.controls.labels import plain_label
from inspector_app.ui.controls.layouts import empty
from inspector_app.ui.controls.shown.share_rows import Share, ShareRows
from inspector_app.ui.look import sizes, theme

_ACROSS = 2  # prompts beside one another


class PromptTallies(QWidget):
    """A heading and rows for each key question of which some prompt is answered."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: dict[str, ShareRows] = {}  # by key question
        self._shown: list[tuple[str, tuple[Share, ...]]] = []
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, theme.px(sizes.CLOSE), 0, 0)
        self._lines.setSpacing(theme.px(sizes.TIGHT))

    def read(self, workspace: Workspace, section: str) -> None:
        """Show the prompts of a standard; of a section that is none, nothing. Read once the page is seen."""
        standard, shares = workspace.framework.by_ref.get(section), dict[str, list[Share]]()
        if standard is not None and self.window().isVisible():
            found = by_question.counted(workspace)
            for question in standard.key_questions:
                shares[question.ref] = [_share(p, found[question.ref, p.ref]) for p in question.prompts
                                        if (question.ref, p.ref) in found]  # fmt: skip
        self.show_shares(shares)

    def show_shares(self, by: Mapping[str, Sequence[Share]]) -> None:
        """Show these, by key question; what nobody answered Yes or No is left out."""
        answered = ((question, tuple(share for share in shares if share.of)) for question, shares in by.items())
        shown = [(question, shares) for question, shares in answered if shares]
        if shown == self._shown:
            return
        self._shown, self.rows = shown, {}
        empty(self._lines)
        for question, shares in shown:
            self._lines.addWidget(
                theme.role(plain_label(say("Yes on {question}, by prompt", question=question)), "label")
            )
            self.rows[question] = ShareRows(self, _ACROSS, small=True)
            self.rows[question].set_shares(shares)
            self._lines.addWidget(self.rows[question])


def _share(prompt: Prompt, given: Counter[Answer]) -> Share:
    return Share(prompt.ref, given[Answer.YES], given[Answer.YES] + given[Answer.NO], prompt.text)
