"""The way from the page to the inspection: which cases can be settled, what is being written, and the next that is open."""

from collections.abc import Collection, Mapping

from inspector_app.core.domain.cases.second_marking import AGREED
from inspector_app.core.domain.fields import Value
from inspector_app.core.domain.ids import ChangeId
from inspector_app.core.domain.inspection import Answer
from inspector_app.core.services.cases import agreeing, case_names, marking
from inspector_app.core.services.cases.agreeing import Agreeing, Item
from inspector_app.core.services.editor import Done
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.services.writing import drafts
from inspector_app.ui.note.door import Target
from inspector_app.ui.words import settling as words

_DRAFT, _FIELDS = "agreed", ("answer", "text")
_SIGN = "="  # before the text of a draft, which may be empty


class SettleDoor:
    """Of one open inspection. What it writes raises Expected as services/cases/agreeing.py and drafts.keep."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def cases(self) -> Mapping[str, str]:
        """The cases of which all markings are done: id -> reference."""
        found = marking.second_markings(self._workspace)
        rows = (row for row in case_names.names(self._workspace) if row.id in found)
        return {row.id: row.ref for row in rows if found[row.id].complete}

    def first(self) -> str:
        """The case that one begins with: the first that waits, else the first; "" where there is none."""
        cases = list(self.cases())
        waiting = (case for case in cases if not agreeing.is_settled(self._workspace, case))
        return next(waiting, cases[0] if cases else "")

    def versions(self, case: str, item: Item) -> str:
        """The agreed versions that differ, a line each; "" where none do."""
        return words.versions(agreeing.apart(self._workspace, case, item.ref)) if item.contested else ""

    def next_open(self, case: str, ref: str) -> str:
        """The next difference that is open after this one, from the top again; this one where there is none."""
        items = agreeing.agreeing(self._workspace, case).items
        order = [item.ref for item in items]
        refs = [item.ref for item in items if item.is_open and not item.equal]
        return next(iter([*(other for other in refs if order.index(other) > order.index(ref)), *refs]), ref)

    # what is being written

    def draft(self, case: str, item: Item) -> dict[str, str]:
        """What is being written on an item, by field, answer and text; a field that nothing is written in is not there."""
        kept = drafts.unsent(self._workspace, _DRAFT, case)
        found = {field: kept.get(f"{case}/{item.ref}/{field}", "") for field in _FIELDS}
        return {field: text.removeprefix(_SIGN) for field, text in found.items() if text}

    def keep_typed(self, target: Target, value: Value, _amend: ChangeId | None) -> Done:
        """Keep the text of a draft."""
        at = drafts.keep(
            self._workspace, drafts.unsent_name(_DRAFT, f"{target.id}/{target.field}"), f"{_SIGN}{value or ''}"
        )
        return Done(None, at, frozenset(), value=value)

    def keep_answer(self, case: str, ref: str, answer: Answer | None) -> None:
        """Keep the answer of a draft; None forgets it."""
        drafts.keep(self._workspace, drafts.unsent_name(_DRAFT, f"{case}/{ref}/answer"), answer.value if answer else "")

    def forget(self, case: str, ref: str) -> None:
        """It is settled, and no draft any more."""
        for field in _FIELDS:
            drafts.keep(self._workspace, drafts.unsent_name(_DRAFT, f"{case}/{ref}/{field}"), "")

    # acts

    def read(self, case: str) -> Agreeing:
        """How far a case is."""
        return agreeing.agreeing(self._workspace, case)

    def keep(self, case: str, item: Item, which: int) -> None:
        """Settle an item as the marking of that number has it."""
        agreeing.keep(self._workspace, case, item.ref, which=which, shown=item)
        self.forget(case, item.ref)

    def write(self, case: str, item: Item, answer: Answer, text: str) -> None:
        """Settle it as written."""
        agreeing.write(self._workspace, case, item.ref, answer, text, shown=item)
        self.forget(case, item.ref)

    def agree_equal(self, case: str) -> None:
        """Agree on all that was answered alike."""
        agreeing.agree_equal(self._workspace, case)

    def open_equal(self, case: str, refs: Collection[str] | None = None) -> None:
        """All that was answered alike is open again, or these items of it."""
        agreeing.open_equal(self._workspace, case, refs)

    def settle(self, case: str) -> None:
        """The agreed version counts from now on."""
        agreeing.settle(self._workspace, case)

    def reopen(self, case: str) -> None:
        """The agreed version is open again."""
        agreeing.reopen(self._workspace, case)


def held(case: str, item: Item) -> tuple[str, str]:
    """Entity and id of an item's agreed version, for undo."""
    return AGREED[1 if item.prompt else 0], f"{case}/{item.ref}"
