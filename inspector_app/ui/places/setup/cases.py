"""Setting up, step 3: how many cases of each sample there are, and more of them from a list or by number."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from inspector_app.core.domain.rating_rules import Status
from inspector_app.core.errors import Expected
from inspector_app.core.services.cases import several
from inspector_app.core.services.cases.several import Moved
from inspector_app.core.services.fieldwork import setting_up
from inspector_app.core.services.fieldwork.setting_up import Fit, Size, next_ref
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.words import count, say
from inspector_app.ui import actions
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.fields.drop_down import DropDown
from inspector_app.ui.controls.fields.field import Field
from inspector_app.ui.controls.fields.reason import Reason, brief
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.labels import plain_label
from inspector_app.ui.controls.layouts import empty
from inspector_app.ui.controls.telling import Offer, tell
from inspector_app.ui.errors import sentence
from inspector_app.ui.jobs import Jobs
from inspector_app.ui.last_done import LastDone
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.places.setup.importing import ImportList
from inspector_app.ui.places.setup.step import Mark, MarkedWords, StepCard, line
from inspector_app.ui.words.case_list import may_be_name
from inspector_app.ui.words.framework import type_alone

_MARKS = {"too few": Mark.LESS, "within": Mark.DONE, "too many": Mark.MORE, "no number published": Mark.OPEN}
_STATUS = {Status.PRINTED: "Printed", Status.DERIVED: "Worked out", Status.ASSUMED: "Assumed"}
_MOST = 125  # cases at once: the largest sample published
_ABOUT = "References are pseudonyms, such as C01. Names of children are never needed, and never imported."


class CasesStep(StepCard):
    """Signals `list_wanted`: the page of cases."""

    list_wanted = Signal()

    def __init__(self, workspace: Workspace, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(3, "Cases", _ABOUT, parent)
        self._workspace = workspace
        self._sizes = QVBoxLayout()
        self.marks: list[MarkedWords] = []
        self.import_list = ImportList(workspace, jobs, self)
        self.numbered = NumberedCases(workspace, self)
        self.cases = theme.role(PressButton("The list of cases", self), "plain")
        self._sizes.setSpacing(theme.px(sizes.HAIR))
        self.body.addLayout(self._sizes)
        self.stack(_rule(self), self.import_list, _rule(self), self.numbered, self.cases)
        self.cases.clicked.connect(self.list_wanted)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A table is pasted anywhere in the step but in a box, which takes what is pasted itself."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.import_list.paste()
        else:
            super().keyPressEvent(event)

    def invert(self, code: str) -> bool:
        """Undo or redo what was added last by number. False where there is nothing."""
        return self.numbered.invert(code)

    @property
    def stops(self) -> list[QWidget]:
        """The import, then cases by number, then the list."""
        return [*self.import_list.stops, *self.numbered.stops, self.cases]

    def show_sizes(self) -> None:
        """Count the cases again."""
        found = setting_up.sizes(self._workspace)
        empty(self._sizes)
        self.marks = []
        for size in found:
            mark = MarkedWords(self)
            mark.say(_MARKS[size.fit.value], _size_words(size))
            self.marks.append(mark)
            self._sizes.addWidget(mark)
            self._sizes.addWidget(line(self, _note(size), "small"))
        total = sum(size.cases for size in found)
        odd = [size for size in found if size.fit in (Fit.FEW, Fit.MANY)]
        if odd or not total:
            said = "; ".join(f"{size.sample.title}: {size.fit.value}" for size in odd)
            words = said if odd and total else "none yet"
            self.say(_MARKS[odd[0].fit.value] if odd and total else Mark.OPEN, words)
        else:
            self.say(Mark.DONE, count(total, "{n} case", "{n} cases"))
        self.numbered.suggest()


class NumberedCases(QWidget):
    """Adds cases by number, as many as are wanted in one step."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.sample, self.kind = DropDown(self), DropDown(self)
        self.first, self.count = QLineEdit(self), QLineEdit(self)
        self._typed = False  # the first reference is somebody's own
        self.add = PressButton("", self)
        self._last = LastDone[tuple[str, ...]]()
        self._wrong = Reason(self)
        self.count.setText("1")
        self.count.setValidator(QIntValidator(1, _MOST, self.count))
        self.count.setMaximumWidth(theme.px(sizes.BOX_NUMBER))
        for sample in workspace.framework.samples:
            self.sample.addItem(sample.title, sample.code)
        self._lay_out()
        self.sample.currentIndexChanged.connect(self._on_sample)
        self.first.textEdited.connect(self._on_first)
        self.count.textEdited.connect(self._say)
        self.add.clicked.connect(self._add)
        self._offer_kinds()  # the reference comes with the sizes of the samples (`show_sizes`)

    def suggest(self) -> None:
        """Suggest the next reference, unless somebody typed another."""
        if not self._typed or not self.first.text().strip():
            self._typed = False
            self.first.setText(next_ref(self.sample.currentData(), setting_up.samples_and_refs(self._workspace)))
        self._say()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter adds the cases from any of the boxes."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._add()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self.first.setMaximumWidth(theme.px(sizes.BOX_SHORT))
        boxes = Flow(middle=False)
        boxes.setSpacing(theme.px(2 * theme.GRID))
        named: tuple[tuple[str, QWidget], ...] = (
            ("Sample", self.sample), ("Type", self.kind), ("First reference", self.first), ("How many", self.count),
        )  # fmt: skip
        for name, box in named:
            boxes.addWidget(field := Field(name, box))
            if box is self.sample and self.sample.count() == 1:  # one choice is none
                field.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(theme.GRID))
        layout.addWidget(theme.role(plain_label("Or add them by number", self), "label"))
        layout.addLayout(boxes)
        layout.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._wrong)

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        return [self.sample, self.kind, self.first, self.count, self.add]

    def _number(self) -> int:
        return int(self.count.text() or 0)

    def _on_sample(self) -> None:
        self._offer_kinds()
        self.suggest()

    def _offer_kinds(self) -> None:
        self.kind.clear()
        self.kind.addItem("not yet given", "")
        for kind in self._workspace.framework.sample(self.sample.currentData()).case_types:
            self.kind.addItem(type_alone(kind), kind)

    def _on_first(self) -> None:
        self._typed = True
        self._say()

    def _say(self) -> None:
        """The button says what it will do."""
        self._wrong.say("")
        try:
            refs = setting_up.numbered(self.first.text(), max(1, self._number()))
        except Expected as error:
            self._wrong.say(brief(error))
            refs = [self.first.text()]
        self.add.setText(f"Add {_span(refs)}")

    def _add(self) -> None:
        try:
            refs = setting_up.add_cases(
                self._workspace,
                self.first.text(),
                self._number(),
                self.sample.currentData(),
                self.kind.currentData() or "",
            )
        except Expected as error:
            self._wrong.say(brief(error))
            self.first.setFocus()
            return
        self._typed = False
        self.count.setText("1")
        self.suggest()
        cases = tuple(self._workspace.case_id(ref) for ref in refs)
        self._last.did(cases)
        undo = Offer(actions.command("undo").text, lambda: self._take_back(cases))
        tell(self, may_be_name(refs[0]) or _added(refs), undo)

    def invert(self, code: str) -> bool:
        """Undo or redo what was added last by number. False where there is nothing."""
        cases = self._last.of(code)
        if cases is not None:
            (self._take_back if code == "undo" else self._add_again)(cases)
        return cases is not None

    def _take_back(self, cases: tuple[str, ...]) -> None:
        """Where somebody has worked on one already it stays, which is said."""
        moved = several.remove(self._workspace, cases)
        self._last.did(moved.done)
        self._last.turned()
        redo = [Offer(actions.command("redo").text, lambda: self._add_again(moved.done))] if moved.done else []
        self._tell(count(len(moved.done), "{n} case removed again.", "{n} cases removed again."), moved, *redo)

    def _add_again(self, cases: tuple[str, ...]) -> None:
        moved = several.take_back(self._workspace, "case", cases)
        self._last.did(moved.done)
        self._tell(count(len(moved.done), "{n} case added again.", "{n} cases added again."), moved)

    def _tell(self, words: str, moved: Moved, *offers: Offer) -> None:
        self._typed = False
        self.suggest()
        tell(self, " ".join(dict.fromkeys([words, *map(sentence, moved.refused.values())])), *offers)


def _added(refs: Sequence[str]) -> str:
    return count(len(refs), "{n} case added: {which}.", "{n} cases added: {which}.", which=_span(refs))


def _span(refs: Sequence[str]) -> str:
    return refs[0] if len(refs) == 1 else f"{refs[0]} to {refs[-1]}"


def _size_words(size: Size) -> str:
    sample = size.sample
    cases = f"{sample.title}: {size.cases or 'none yet'}"
    if sample.least is None or sample.most is None:
        return f"{cases}. The framework publishes no number."
    asked = f"{sample.least} to {sample.most}"
    if size.fit is Fit.WITHIN:
        return f"{cases}, within the {asked} that the framework asks for."
    if not size.cases:
        return f"{cases}. The framework asks for {asked}."
    if size.fit is Fit.FEW:
        no_more = say("Where the service is small and has no more, nothing waits for them.")
        return f"{cases}, {size.fit.value}. The framework asks for {asked}. {no_more}"
    return f"{cases}, {size.fit.value}. The framework asks for {asked}."


def _note(size: Size) -> str:
    basis = size.sample.size_basis
    source = f"{_STATUS[basis.status]}: {basis.source}." if basis else ""
    return " ".join(part for part in (size.sample.size_note, source) if part)


def _rule(parent: QWidget) -> QFrame:
    return theme.role(QFrame(parent), "line")
