"""The one case that is open on a key question: whose it is, the way there, and what either answer makes of the figure."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.rated import RatedQuestion
from inspector_app.core.words import say
from inspector_app.ui.controls.buttons.drawn import small
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.fields.called import call
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.labels import plain_label
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.rating_mark import RatingMark
from inspector_app.ui.words import rating as rating_words


class IfJudgedView(QWidget):
    """Two rows, If Yes and If No. Hidden while none or several cases are open: then the figure says how many it takes."""

    case_asked = Signal(str)  # case id

    def __init__(self, framework: Framework, ref: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._framework, self._case = framework, ""
        self._ref = theme.role(plain_label(parent=self), "label")
        self._whose = theme.role(plain_label(parent=self), "quiet")
        self.go = small(PressButton(say("Go to case"), self))
        self.go.setObjectName(f"{ref}/go")
        self.go.clicked.connect(lambda: self.case_asked.emit(self._case))
        self._rows = [self._row() for _ in range(2)]
        self._lay_out()
        self.hide()

    def _row(self) -> tuple[QLabel, RatingMark]:
        percent = plain_label(parent=self)
        percent.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return percent, RatingMark(self._framework, theme.SMALL, parent=self)

    def _lay_out(self) -> None:
        head = Flow(self._ref, self._whose)
        head.add_gap()
        head.addWidget(self.go)
        rows = QGridLayout()
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setHorizontalSpacing(theme.px(sizes.NEAR))
        rows.setVerticalSpacing(theme.px(sizes.TIGHT))
        rows.setColumnStretch(2, 1)
        for at, (word, parts) in enumerate(zip((say("If Yes"), say("If No")), self._rows, strict=True)):
            rows.addWidget(theme.role(plain_label(word, self), "quiet"), at, 0)
            for column, part in enumerate(parts, 1):
                rows.addWidget(part, at, column)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, theme.px(sizes.TIGHT))
        layout.setSpacing(theme.px(sizes.TIGHT))
        layout.addLayout(head)
        layout.addLayout(rows)

    def show_open(self, case: tuple[str, str, str] | None, rated: RatedQuestion) -> bool:
        """Show the one open case (id, reference, whose) and what comes of it. Gives whether there is just one."""
        both = rating_words.if_judged(rated)
        self.setVisible(case is not None and both is not None)
        if case is None or both is None:
            return False
        self._case, ref, whose = case
        self._ref.setText(ref)
        self._whose.setText(whose)
        call(self.go, ref)
        for way, (percent, mark) in zip(both, self._rows, strict=True):
            percent.setText(say("{percent}%", percent=way.percent))
            mark.set_rating(way.band, say("stays as it is") if way.stays else way.band)
        return True
