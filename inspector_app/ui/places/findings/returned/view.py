"""One difference or comment of a returned draft: what is struck out and put in, whose it is, and what one may do."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from inspector_app.core.domain.returned.difference import Difference, Said
from inspector_app.core.domain.returned.hunks import State
from inspector_app.core.words import say
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.frames.card_area import CardArea
from inspector_app.ui.controls.labels import plain_label, readable, show_marked, text_label
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.places.findings.returned import words
from inspector_app.ui.words.diff import as_html, in_words


class DifferenceView(CardArea):
    """Shows one; the page does what its buttons ask for."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        inside = theme.role(QWidget(), "page")
        self.title = theme.role(plain_label(parent=inside), "heading")
        self.about = theme.role(text_label(inside), "quiet")
        self.quoted = readable(inside)
        self.words = readable(inside)
        self.explained = text_label(inside)
        self.take = PressButton(say("Take it"), inside)
        self.leave = PressButton(say("Leave it"), inside)
        self.point = PressButton(say("Keep it as a point"), inside)
        self.to_point = theme.role(PressButton(say("Go to the point"), inside), "plain")
        self.text = theme.role(PressButton(say("Go to the text"), inside), "plain")
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(*(theme.px(sizes.APART),) * 4)
        layout.setSpacing(theme.px(sizes.CLOSE))
        for part in (self.title, self.about, self.quoted, self.words, self.explained):
            layout.addWidget(part)
        line = QFrame(inside)
        theme.role(line, "line")
        layout.addWidget(line)
        layout.addLayout(Flow(self.take, self.leave, self.point, self.to_point, self.text))
        layout.addStretch(1)
        self.setWidget(inside)

    def show_one(self, one: Difference | Said, state: State | None, *, is_point: bool = False) -> None:
        """Show it, and what may be done with it now; `is_point`: whether it is a point on factual accuracy already."""
        self.title.setText(words.title(one))
        self.about.setText(words.about(one))
        self.quoted.setText(say("On: “{words}”", words=one.quoted) if isinstance(one, Said) and one.quoted else "")
        self.quoted.setVisible(bool(self.quoted.text()))
        parts, colours = words.parts(one), theme.colours()
        show_marked(self.words, as_html(parts, removed=colours.no, added=colours.yes))
        self.words.setAccessibleName(in_words(parts))
        self.explained.setText(words.IS_POINT[type(one)].say() if is_point else words.explained(one, state))
        self.explained.setVisible(bool(self.explained.text()))
        may = isinstance(one, Difference) and one.can_be_taken and state is State.OPEN
        self.take.setVisible(isinstance(one, Difference) and one.can_be_taken)
        self.take.setEnabled(may)
        self.leave.setVisible(may)
        self.point.setVisible(words.can_be_point(one))
        self.point.setEnabled(not is_point)
        self.to_point.setVisible(is_point)
        self.text.setVisible(bool(one.id))
