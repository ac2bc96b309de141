"""The question before an inspection is deleted for good: what goes, what nobody else has, and what is kept instead."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox

from inspector_app.core.domain.rows import WorkspaceRow
from inspector_app.core.words import say
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.fields.fact import as_it_stands
from inspector_app.ui.controls.focus import hand_on
from inspector_app.ui.controls.frames.column import ScrollColumn
from inspector_app.ui.controls.labels import readable, text_label
from inspector_app.ui.look import theme
from inspector_app.ui.words import inspections as words

if TYPE_CHECKING:  # it brings the database, which the list does not wait for
    from inspector_app.core.services.safekeeping.shelf import WhatGoes


class Delete(ScrollColumn):
    """Signals `confirmed`, once the person has ticked that they know; `archive_wanted` to keep it instead; `left`."""

    confirmed = Signal()
    archive_wanted = Signal()
    left = Signal()

    def __init__(self, row: WorkspaceRow, found: "WhatGoes") -> None:
        title = say("Start the sample anew?") if row.sample else say("Delete {name}?", name=row.name)
        super().__init__(title)
        self.setWindowTitle(title)
        self.about = readable(self, words.what_goes(found, sample=row.sample))
        self.instead = text_label(self)
        self.instead.setText(
            say("A new sample is made in its place.")
            if row.sample
            else say("If you only want it out of the way, archive it: everything is kept, and it can be opened again.")
        )
        self.sure = QCheckBox(say("I know that this cannot be &undone"))
        act = say("&Start anew") if row.sample else say("&Delete {name}", name=as_it_stands(row.name))
        self.delete = theme.role(PressButton(act), "careful")
        self.archive = PressButton(say("&Archive it instead"))
        self.back = PressButton(say("&Back"))
        self.wrong = theme.role(text_label(self), "error")
        self.add(self.about, self.instead, self.sure)
        self.add_row(self.delete, self.archive, self.back)
        self.add(self.wrong)
        self.body.addStretch(1)
        self.archive.setVisible(not (row.sample or row.archived))
        self.delete.setEnabled(False)
        self.sure.toggled.connect(self.delete.setEnabled)
        self.delete.clicked.connect(self.confirmed)
        self.archive.clicked.connect(self.archive_wanted)
        self.back.clicked.connect(self.left)
        hand_on(self, self.back)

    def set_busy(self, busy: bool) -> None:
        """Take nothing else while it is being deleted."""
        for widget in (self.sure, self.archive, self.back):
            widget.setEnabled(not busy)
        self.delete.setEnabled(not busy and self.sure.isChecked())

    def set_wrong(self, sentence: str) -> None:
        """Say why it could not be deleted."""
        self.wrong.setText(sentence)
