"""What stands at the left: the differences, and what is to be done with all that both answered alike."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.core.services.cases.agreeing import Agreeing
from inspector_app.ui import actions
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.frames.card_area import CardArea
from inspector_app.ui.controls.labels import plain_label
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.places.cases.settling.differences import Differences
from inspector_app.ui.words import settling as words


class Left(CardArea):
    """The equal ones are folded until they are asked for."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._found: Agreeing | None = None
        self.unfolded = False
        self.different, self.equal = (theme.role(plain_label(parent=self), "small") for _ in range(2))
        self.list = Differences(self)
        self.said = plain_label(parent=self)
        self.agree, self.undo = (
            PressButton("", self),
            theme.role(PressButton(actions.command("undo").text, self), "plain"),
        )
        self.fold = theme.role(PressButton("", self), "plain")
        self.agree.setToolTip(f"{actions.command('agree-equal').tip} ({actions.keys('agree-equal')})")
        self.fold.clicked.connect(self._turn)
        self._lay_out()

    def _lay_out(self) -> None:
        inside = theme.role(QWidget(), "page")
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(*(sizes.EDGE,) * 4)
        layout.setSpacing(0)
        head, foot = QVBoxLayout(), QVBoxLayout()
        for part in (head, foot):
            part.setContentsMargins(*(theme.px(sizes.CLOSE),) * 4)
            part.setSpacing(theme.px(sizes.TIGHT))
        head.addWidget(self.different)
        foot.addWidget(self.equal)
        foot.addWidget(self.said)
        foot.addWidget(self.agree, 0, Qt.AlignmentFlag.AlignLeft)
        acts = QHBoxLayout()
        for button in (self.fold, self.undo):
            acts.addWidget(button)
        acts.addStretch(1)
        foot.addLayout(acts)
        layout.addLayout(head)
        layout.addWidget(self.list, 1)
        layout.addWidget(theme.role(QFrame(self), "line"))
        layout.addLayout(foot)
        self.setWidget(inside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew what is in it: where the page was dressed otherwise while it was hidden, Qt leaves it as it was."""
        super().resizeEvent(event)
        if (inside := self.widget()) is not None and (layout := inside.layout()) is not None:
            layout.invalidate()

    def show_agreeing(self, found: Agreeing, ref: str) -> None:
        """Show how far it is, with that item in hand."""
        self._found = found
        differ = [item for item in found.items if not item.equal]
        alike = [item for item in found.items if item.equal]
        shown = [*differ, *(alike if self.unfolded or not differ else [])]
        self.list.set_items(shown, ref)
        over, under = words.heads(found)
        self.different.setText(over)
        self.equal.setText(under)
        self.said.setText(words.equal(found))
        self.said.setVisible(bool(alike))
        may, left = not words.why_not(found), sum(item.is_open for item in alike)
        self.agree.setText(words.agree_them(left))
        self.agree.setVisible(may and left > 0)
        self.undo.setVisible(may and left < len(alike))
        self.undo.setAccessibleName(f"{self.undo.text()}: {words.equal(found)}")
        self.fold.setText(words.show_them(len(alike), shown=self.unfolded))
        self.fold.setVisible(bool(alike) and bool(differ))

    def _turn(self) -> None:
        here = self.list.here
        self.unfolded = not self.unfolded
        if self._found is not None:
            self.show_agreeing(self._found, here.ref if here else "")
            self.list.chosen.emit()
