"""What the Ratings page shows of an inspection, read at once: how it is rated, and the cases behind each figure."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from inspector_app.core.domain.inspection import Inspection
from inspector_app.core.domain.rated import Rated, RatedStandard, Trace
from inspector_app.core.services.cases import marking
from inspector_app.core.services.fieldwork import evidence
from inspector_app.core.services.results import ratings
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.controls.lists.case_answers import CaseAnswer, behind


@dataclass(frozen=True, slots=True)
class Reading:
    """The inspection as it stood. `contested`, `close`: (case, key question); `blind`: cases that this person marks blind.

    `heard`: how many sources bear on each key question that people rate.
    """

    inspection: Inspection
    rated: Rated
    steps: dict[str, tuple[Trace, ...]]
    contested: frozenset[tuple[str, str]]
    close: frozenset[tuple[str, str]]
    blind: frozenset[str]
    heard: Mapping[str, int]

    @property
    def contested_of(self) -> Counter[str]:
        """How many cases of each key question are contested."""
        return Counter(question for _, question in self.contested)

    @property
    def close_of(self) -> Counter[str]:
        """How many cases of each key question were close calls."""
        return Counter(question for _, question in self.close)

    def standard(self, ref: str) -> RatedStandard | None:
        """A standard as it is rated; None where the inspection does not rate it."""
        return next((standard for standard in self.rated.standards if standard.ref == ref), None)

    def lowest(self, standard: str) -> str:
        """The key question that makes the rating of a standard; "" without one."""
        return next((q.ref for q in self.rated.standard(standard).key_questions if q.lowest), "")

    def seen(self, sample: str | None, question: str) -> tuple[list[CaseAnswer], int]:
        """The cases of a sample that are asked it, and how many of them this person marks blind, which are left out."""
        rows = behind(self.inspection, sample, question, self.contested, self.close)
        shown = [row for row in rows if row.case not in self.blind]
        return shown, len(rows) - len(shown)


def read(workspace: Workspace) -> Reading:
    """Rate what is stored now."""
    inspection = workspace.rated_from()
    rated = ratings.rate(workspace.framework, inspection)
    steps = dict(_grouped(workspace, rated))
    return Reading(
        inspection=inspection,
        rated=rated,
        steps=steps,
        contested=ratings.contested(workspace),
        close=ratings.close_calls(workspace),
        blind=marking.blind_cases(workspace),
        heard=_heard(workspace, rated),
    )


def _heard(workspace: Workspace, rated: Rated) -> Mapping[str, int]:
    by_people = [q.ref for standard in rated.standards for q in standard.key_questions if q.by_people]
    found = evidence.heard(workspace) if by_people else {}
    return {ref: found.get(ref, 0) for ref in by_people}


def _grouped(workspace: Workspace, rated: Rated) -> Iterable[tuple[str, tuple[Trace, ...]]]:
    return ratings.grouped(workspace.framework, ratings.trace(workspace.framework, rated))
