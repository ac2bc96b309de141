"""What a source bears on: typed or chosen from the tree, each with its own note."""

import re
from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from inspector_app.core.domain.evidence import Said, Subject, matching
from inspector_app.core.words import say
from inspector_app.ui import actions
from inspector_app.ui.controls.buttons.drawn import fold
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.fields.reason import Reason
from inspector_app.ui.controls.labels import text_label
from inspector_app.ui.controls.layouts import tab_through
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.note.door import Door
from inspector_app.ui.places.evidence.bearing import BearingBox
from inspector_app.ui.places.evidence.tree import SubjectTree

_BETWEEN = re.compile("[,;]")  # of several references that are typed together


class _LinkLine(QLineEdit):
    """Where a reference is typed; Down leads into the tree."""

    down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down goes on below; all else is text."""
        if event.key() == Qt.Key.Key_Down and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.down.emit()
        else:
            super().keyPressEvent(event)


class Links(QWidget):
    """Signals what is asked; the page writes it and shows it by `set_said`."""

    link_asked = Signal(str)  # as typed
    asked = Signal(str, str)  # reference; "unlink" or "restore"

    def __init__(self, source: str, subjects: Sequence[Subject], parent: QWidget) -> None:
        super().__init__(parent)
        self._source = source
        self._subjects = {s.ref: s for s in subjects}
        self._offered = list(subjects)
        self._opened = False  # whether somebody asked for the tree, and not only typed
        self.boxes: dict[str, BearingBox] = {}
        self.gone: dict[str, BearingBox] = {}
        self.line = _LinkLine(self)
        self.choose = theme.role(PressButton(say("Choose"), self), "plain")
        self.choose.setObjectName(f"{source}/choose")
        self.tree: SubjectTree | None = None
        self.reason = Reason(self)
        self.nothing = theme.role(
            text_label(self), "quiet"
        )  # in the place of the tree, where nothing has what is typed
        self._body = QVBoxLayout()
        self._lay_out()
        self.line.returnPressed.connect(self._ask_typed)
        self.line.textEdited.connect(self._on_typed)
        self.line.down.connect(self._into_tree)
        self.choose.clicked.connect(self._toggle)

    def _lay_out(self) -> None:
        self.line.setAccessibleName("What the source bears on")
        self._show_example()
        self._show_open(False)
        head = QHBoxLayout()
        head.setSpacing(theme.px(sizes.CLOSE))
        head.addWidget(self.line, 1)
        head.addWidget(self.choose)
        heading = theme.role(text_label(self), "label")
        heading.setText("What it bears on")
        self._body.setSpacing(theme.px(sizes.CLOSE))
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.px(sizes.TIGHT))
        self._layout.addWidget(heading)
        self._layout.addLayout(head)
        self._layout.addWidget(self.reason)
        self._layout.addWidget(self.nothing)
        self._layout.addLayout(self._body)
        self.nothing.hide()

    def offer(self, standards: Collection[str]) -> None:
        """Offer what belongs to these standards (references), which are inspected. What is typed in full links anyhow."""
        offered = [s for s in self._subjects.values() if s.standard in standards]
        if offered == self._offered:
            return
        self._offered = offered
        self._show_example()
        if self.tree is not None:
            self.tree.hide()
            self.tree.deleteLater()
            self.tree = None
            self._narrow(self.line.text())

    def _show_example(self) -> None:
        example = next((s.ref for s in self._offered if s.counted), "")
        self.line.setPlaceholderText(f"{example}, or words")
        self.line.setToolTip(f"Type {example} or some of its words, then Enter ({actions.keys('link')})")
        self.line.setAccessibleDescription(f"A reference such as {example}, several with commas, or some of the words")

    # what stands

    def set_said(self, said: Sequence[Said], door: Door) -> None:
        """Show what the source bears on, in this order. Boxes stay; those that went offer to come back."""
        found = {s.cell.subject: s for s in said}
        for ref in [ref for ref in self.boxes if ref not in found]:
            self.gone[ref] = self.boxes.pop(ref)
            self.gone[ref].show_unlinked()
        for ref, one in found.items():
            box = self.boxes.get(ref) or self.gone.pop(ref, None) or self._make(ref)
            self.boxes[ref] = box
            box.set_said(one, door)
        self._order()
        if self.tree is not None:
            self.tree.set_linked(self.boxes)

    def _make(self, ref: str) -> BearingBox:
        box = BearingBox(self._source, self._subjects[ref], self)
        box.asked.connect(self.asked)
        return box

    def _order(self) -> None:
        """The framework's order; only what is out of it moves, so that the cursor stays where it is."""
        both = self.boxes | self.gone
        wanted = [both[ref] for ref in self._subjects if ref in both]
        for place, box in enumerate(wanted):
            if self._body.indexOf(box) != place:
                self._body.removeWidget(box)
                self._body.insertWidget(place, box)
                box.show()  # now, not when the event loop comes to it: the cursor is to go into it
        tab_through(self.stops)

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        both = self.boxes | self.gone
        tree = [self.tree] if self.tree is not None else []
        boxes = [both[ref] for ref in self._subjects if ref in both]
        return [self.line, self.choose, *tree, *(stop for box in boxes for stop in box.stops)]

    def flush(self) -> bool:
        """Put every note on disk. False when one could not be."""
        written = [box.note.box.flush() for box in self.boxes.values()]
        return all(written)

    def say(self, wrong: str) -> None:
        """Say why what is typed names nothing; "" for nothing."""
        self.reason.say(wrong)

    def linked(self, refs: Sequence[str]) -> None:
        """What was typed is linked: the box is empty again, and the cursor in the note of one."""
        self.line.clear()
        self.say("")
        self._narrow("")
        if len(refs) == 1:
            self.enter(refs[0])

    def enter(self, ref: str) -> None:
        """Put the cursor into the note on a subject, or where one is linked if it is not."""
        box = self.boxes.get(ref)
        (box.note.box if box is not None else self.line).setFocus(Qt.FocusReason.OtherFocusReason)

    # choosing

    def _ask_typed(self) -> None:
        """Link what is typed: a reference, or words that one prompt alone has. Of several, one is chosen in the tree."""
        typed = self.line.text()
        found = matching(self._offered, typed) if typed.strip() else []
        if len(found) > 1 and not any(letter.isdigit() for letter in typed):
            self._into_tree()
        else:
            self.link_asked.emit(found[0].ref if len(found) == 1 else typed)

    def _on_typed(self, text: str) -> None:
        self.say("")
        self._narrow(text)

    def _narrow(self, text: str) -> None:
        typed, several = text.strip(), _BETWEEN.search(text)
        found = not typed or any(matching(self._offered, typed))
        wanted = found and (self._opened or len(typed) > 1)
        if wanted:
            self._tree().narrow(text)
        if self.tree is not None:
            self.tree.setVisible(wanted)
        self.nothing.setText(
            say(
                "Nothing that is judged for the service as a whole has these words: {typed}. What is judged case "
                "by case is written on the cases.",
                typed=typed,
            )
        )
        self.nothing.setVisible(not found and several is None)

    def _tree(self) -> SubjectTree:
        if self.tree is None:
            self.tree = SubjectTree(self._offered, self)
            self.tree.set_linked(self.boxes)
            self.tree.chosen.connect(self._choose)
            self.tree.left.connect(lambda: self.line.setFocus(Qt.FocusReason.OtherFocusReason))
            self._layout.insertWidget(self._layout.indexOf(self.nothing) + 1, self.tree)
            tab_through(self.stops)
        return self.tree

    def _into_tree(self) -> None:
        if not self.nothing.isHidden():
            return  # a tree that is not there would take the keyboard once it is, in the middle of a word
        if self.tree is None or self.tree.isHidden():
            self._toggle()
        self._tree().setFocus(Qt.FocusReason.OtherFocusReason)

    def _toggle(self) -> None:
        self._show_open(not self._opened)
        if self._opened and not self.nothing.isHidden():
            self.line.clear()  # what has none of these words is chosen from all that there is
        self._narrow(self.line.text())

    def _show_open(self, opened: bool) -> None:
        self._opened = opened
        fold(self.choose, opened=opened)
        self.choose.setAccessibleName(f"Choose from all that it can bear on, {'open' if opened else 'folded'}")

    def _choose(self, ref: str) -> None:
        if ref in self.boxes:
            self.enter(ref)
        else:
            self.link_asked.emit(ref)
