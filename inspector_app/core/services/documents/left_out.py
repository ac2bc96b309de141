"""What an import leaves out: what this person may not write on cases by hand, no file writes for them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from inspector_app.core.domain.cases.standing import WORK, Bar
from inspector_app.core.domain.fields import CASE
from inspector_app.core.domain.ids import case_of
from inspector_app.core.domain.steps.changes import Edit
from inspector_app.core.services.people import standing
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.database import Connection
from inspector_app.core.storage.log import held
from inspector_app.core.storage.reading import read_case, read_marking, read_review

Batches = Sequence[tuple[str, list[Edit]]]  # edits by author


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What was left out for one reason: the cases (references, in order), and how many values of the file it were."""

    why: Bar
    cases: tuple[str, ...]
    values: int


def part(workspace: Workspace, batches: Batches) -> tuple[Batches, tuple[LeftOut, ...]]:
    """What of an import this person may write, and what is left out, for each reason.

    The lead brings in what is colleagues', too. What is here already as the file says it is not told of; but on a case that
    is marked blind all that the file says is, alike or not, for else a guess would show the first's answer.
    """
    with workspace.database.read() as connection:
        bars = _Bars(connection, workspace.me, whoever=standing.leads(workspace))
        barred = bars.barred([edit for _, edits in batches for edit in edits])
    taken = [(author, [edit for edit in edits if edit not in barred]) for author, edits in batches]
    return taken, tuple(_told(why, barred, bars.refs) for why in Bar if why in barred.values())


def _told(why: Bar, barred: Mapping[Edit, Bar], refs: Mapping[str, str]) -> LeftOut:
    edits = [edit for edit, bar in barred.items() if bar is why]
    return LeftOut(why, tuple(sorted({refs[_case(edit)] for edit in edits})), len(edits))


class _Bars:
    """What keeps a person from writing on the cases that an import names, at one moment."""

    def __init__(self, connection: Connection, person: str, *, whoever: bool) -> None:
        self._connection, self._person, self._whoever = connection, person, whoever
        self._blind = read_review.blind_cases(connection, person)
        self.refs: dict[str, str] = {}

    def barred(self, edits: Iterable[Edit]) -> dict[Edit, Bar]:
        """The edits that are left out, each with why."""
        by_case: dict[str, list[Edit]] = defaultdict(list)
        for edit in edits:
            if edit.entity in WORK:
                by_case[_case(edit)].append(edit)
        found: dict[Edit, Bar] = {}
        for case, of_case in by_case.items():
            found |= self._of_case(case, of_case)
        return found

    def _of_case(self, case: str, edits: Sequence[Edit]) -> dict[Edit, Bar]:
        found = read_case.held(self._connection, case)
        if found is None:
            return {}
        self.refs[case] = found.ref
        blind = case in self._blind
        unseen = [edit for edit in edits if blind and edit.entity != CASE.code]
        others = [edit for edit in edits if edit not in unseen]
        settled = read_marking.settles(self._connection, case)
        bars = {
            e: found.bar(self._person, e.entity, blind=blind, settled=settled, whoever=self._whoever) for e in others
        }
        kept = {edit: bar for edit, bar in bars.items() if bar is not None}
        return dict.fromkeys(unseen, Bar.BLIND) | {edit: kept[edit] for edit in self._changing(kept)}

    def _changing(self, edits: Iterable[Edit]) -> list[Edit]:
        keys = {edit: (edit.entity, str(edit.id), edit.field) for edit in edits}
        here = held.held(self._connection, keys.values())
        return [edit for edit, key in keys.items() if here[key][0] != edit.value]


def _case(edit: Edit) -> str:
    return case_of(edit.id)
