"""One step of a page that has several, in a card: its number in a disc, what it is, and what belongs to it."""

from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from inspector_app.ui.controls.labels import plain_label
from inspector_app.ui.look import early, sizes, theme


class NumberedCard(QFrame):
    """The number stands beside the heading, and what is added in the column of the heading."""

    def __init__(self, number: int, heading: str, about: str, *parts: QWidget) -> None:
        super().__init__()
        theme.role(self, "card")
        disc, title = theme.role(plain_label(str(number)), "step"), theme.role(plain_label(heading), "heading")
        disc.setProperty("alignment", early.CENTRED)
        title.setWordWrap(True)
        said = theme.role(plain_label(about), "small")
        said.setWordWrap(True)
        grid, inside = QGridLayout(self), QVBoxLayout()
        grid.setContentsMargins(*(theme.px(sizes.APART),) * 4)
        grid.setHorizontalSpacing(theme.px(sizes.NEAR))
        grid.setVerticalSpacing(theme.px(sizes.CLOSE))
        grid.setColumnStretch(1, 1)
        grid.addWidget(disc, 0, 0)
        grid.addWidget(title, 0, 1)
        inside.setSpacing(theme.px(sizes.CLOSE))
        for part in (said, *parts):
            inside.addWidget(part)
        grid.addLayout(inside, 1, 1)
