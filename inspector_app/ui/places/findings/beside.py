"""What the pages under Findings share: a list of lines that wrap, and beside it, or in its place, what one is on."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QLayout, QListWidget, QVBoxLayout, QWidget

from inspector_app.ui.controls.frames.framed import frame
from inspector_app.ui.controls.job_line import JobLine
from inspector_app.ui.look import sizes, theme

_BOTH = 760  # px at 100%: from there list and what one is on stand beside each other


def lay_out(
    page: QWidget,
    head: QLayout,
    above: Sequence[QWidget],
    held: QListWidget,
    *,
    parts: Sequence[QWidget],
    foot: JobLine,
) -> None:
    """The head of a page, what stands `above`, the list with the `parts` beside it, and at the `foot` its work, if any."""
    body = QHBoxLayout()
    body.setSpacing(theme.px(sizes.APART))
    body.addWidget(held)
    for part in parts:
        part.setMaximumWidth(theme.px(sizes.BROAD))
        body.addWidget(part, 1)
    body.addStretch(0)
    layout = QVBoxLayout(page)
    frame(page, layout)
    layout.setSpacing(theme.px(sizes.NEAR))
    layout.addLayout(head)
    for widget in above:
        layout.addWidget(widget)
    layout.addLayout(body, 1)
    layout.addWidget(foot)
    foot.hide()
    foot.busy_changed.connect(foot.setVisible)
    layout.addStretch(0)


def fit(page: QWidget, held: QListWidget) -> bool:
    """Give the list its width; whether there is room for it and a part beside each other."""
    both = page.width() >= theme.px(_BOTH)
    held.setMinimumWidth(theme.px(sizes.SIDE_LIST) if both else 0)
    held.setMaximumWidth(theme.px(sizes.SIDE_LIST) if both else page.maximumWidth())
    return both
