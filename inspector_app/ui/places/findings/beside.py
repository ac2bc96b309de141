"""What the pages under Findings share: their head, the list with what one is on beside it, and their work at the foot."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from inspector_app.ui.controls.empty import Empty
from inspector_app.ui.controls.frames.beside_list import BesideList
from inspector_app.ui.controls.frames.framed import frame
from inspector_app.ui.controls.job_line import JobLine
from inspector_app.ui.look import sizes, theme

_ALL = 1000  # parts of the room, against one for what is below the body


def lay_out(page: QWidget, head: QLayout, above: Sequence[QWidget], body: BesideList, foot: JobLine) -> None:
    """The head of a page, what stands `above`, below it the `body`, and at the `foot` its work, if any."""
    layout = QVBoxLayout(page)
    frame(page, layout)
    layout.setSpacing(theme.px(sizes.NEAR))
    layout.addLayout(head)
    for widget in above:
        layout.addWidget(widget, _ALL if isinstance(widget, Empty) else 0)  # it is the sheet while there is no body
    layout.addWidget(body, _ALL)
    layout.addWidget(foot)
    foot.hide()
    foot.busy_changed.connect(foot.setVisible)
    layout.addStretch(1)  # without a body what stands above stays at the head, beside what is pressed first
