"""What the bar over the texts does: to the words of the text in hand, or to the section."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt

from inspector_app.core.words import later
from inspector_app.ui.controls.telling import tell
from inspector_app.ui.places.findings.desk import FindingsDesk
from inspector_app.ui.places.findings.section_list import RECOMMENDATIONS
from inspector_app.ui.places.findings.text_bar import RECOMMENDATION

_TO_WORDS = ("bold", "list")
_UNDOING = ("undo", "redo")
INTO_ONE = later("Put the cursor in a text first; the tools are for that one.")

Add = Callable[[str, str, str], str]  # entity, standard or owner, kind; id of the new text, "" where there is none


class Tooling(QObject):
    """Connects the bar of a desk with the page."""

    def __init__(self, desk: FindingsDesk, do: Callable[[str], None], add: Add) -> None:
        """`do` does a command of the page; `add` makes a new text, with the cursor in it."""
        super().__init__(desk)
        self._desk, self._do, self._add = desk, do, add
        desk.bar.wanted.connect(self._use)
        desk.bar.back.connect(desk.back_to_text)

    def _use(self, code: str) -> None:
        box = self._desk.sheet.last_box
        if code == RECOMMENDATION:
            self._recommend()
        elif code in ("strength", "improvement"):
            self._add("finding", self._desk.sheet.section, code)
        elif box is None and code in _UNDOING:
            self._do(code)  # of a text that was deleted: it has the cursor, and no box that is seen
        elif box is None:
            tell(self._desk, INTO_ONE.say())
        else:
            box.setFocus(Qt.FocusReason.OtherFocusReason)
            (box.do if code in _TO_WORDS else self._do)(code)

    def _recommend(self) -> None:
        """To whom the last one is, or to nobody yet: what is to be done is written first."""
        self._desk.section_chosen.emit(RECOMMENDATIONS)
        items = self._desk.sheet.items()
        if made := self._add("recommendation", items[-1].row.group if items else "", ""):
            self._desk.sheet.enter_words(made)
