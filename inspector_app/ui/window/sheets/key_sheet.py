"""F1: every key on one sheet, made from the list of commands."""

from itertools import groupby

from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from inspector_app.ui import actions
from inspector_app.ui.controls.labels import plain_label
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.window.sheets.sheet import Sheet


class KeySheet(Sheet):
    """The keys, grouped by where they work."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over, "Keys", width=sizes.FORM)
        self.body.addWidget(theme.role(plain_label("Keys"), "heading"))
        held = theme.role(QWidget(), "page")
        grid = QGridLayout(held)
        grid.setVerticalSpacing(theme.px(sizes.TIGHT))
        grid.setHorizontalSpacing(theme.px(sizes.PAGE))
        grid.setColumnStretch(1, 1)
        for group, commands in groupby(actions.COMMANDS, lambda c: c.group):
            grid.addWidget(theme.role(plain_label(group), "label"), grid.rowCount(), 0, 1, 2)
            for command in commands:
                row = grid.rowCount()
                grid.addWidget(theme.role(plain_label(actions.keys(command.code)), "quiet"), row, 0)
                said = plain_label(f"{command.text}: {command.tip[0].lower()}{command.tip[1:]}")
                said.setWordWrap(True)
                grid.addWidget(said, row, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(held)
        scroll.setAccessibleName("Keys")
        self.body.addWidget(scroll)
        self._close = self.close_at_foot()

    def open(self) -> None:
        """Show the sheet."""
        self.begin(self._close)
