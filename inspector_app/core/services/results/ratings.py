"""Ratings for commands (`rate`) and for a window that shows them while people answer (`LiveRatings`)."""

from collections.abc import Collection

from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.inspection import Answer, Inspection
from inspector_app.core.domain.panel import accuracy
from inspector_app.core.domain.rated import Rated
from inspector_app.core.rating.as_json import to_json
from inspector_app.core.rating.engine import Footed, rate
from inspector_app.core.rating.explain import grouped, trace
from inspector_app.core.rating.method import printed_percent
from inspector_app.core.rating.tally import Answered, moved, tallies
from inspector_app.core.services.cases import marking
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.reading import read_answers
from inspector_app.core.storage.reading.contested import judgements

__all__ = ["LiveRatings", "contested", "grouped", "printed_percent", "rate", "to_json", "trace"]


def contested(workspace: Workspace) -> frozenset[tuple[str, str]]:
    """(case, key question) of the judgements that are contested, but for those of cases that this person marks blind."""
    with workspace.database.read() as connection:
        found = judgements(connection)
    return _but_for_blind(workspace, found)


def close_calls(workspace: Workspace) -> frozenset[tuple[str, str]]:
    """(case, key question) of the judgements that are marked as close calls, but for those of cases marked blind."""
    with workspace.database.read() as connection:
        found = read_answers.marked_close(connection)
    return _but_for_blind(workspace, found)


def _but_for_blind(workspace: Workspace, found: Collection[tuple[str, str]]) -> frozenset[tuple[str, str]]:
    blind = marking.blind_cases(workspace) if found else frozenset()
    return frozenset((case, question) for case, question in found if case not in blind)


class LiveRatings:
    """The ratings of a whole inspection, kept up to date one answer at a time.

    `answer` gives what `rate` would give for the inspection with that one answer changed; it counts no cases again.
    """

    def __init__(self, framework: Framework, inspection: Inspection) -> None:
        self._framework = framework
        self.rated = self.replace(inspection)

    def replace(self, inspection: Inspection) -> Rated:
        """Count everything afresh: after an import, an undo, a new case or a decision of the panel."""
        self._inspection = inspection
        self._given = {t.question for t in inspection.totals}
        self._samples = {case.id: case.sample for case in inspection.cases}
        self._answers = {(j.case, j.question): j.answer for j in inspection.judgements}
        self._tallies = dict(tallies(self._framework, inspection))
        self._footed = Footed(
            self._framework,
            self._tallies,
            inspection.ratings,
            returning=inspection.return_start is not None,
            no_on_all=Answered(self._answers, self._samples, self._given).no_on_all,
        )
        self.rated = self._footed.rated(inspection.panel)
        return self.rated

    def answer(self, case_id: str, question: str, answer: Answer | None) -> Rated:
        """Take one judgement. An answer that no rating counts (other sample, given totals) changes nothing."""
        was = self._answers.get((case_id, question))
        self._answers[case_id, question] = answer
        if was is answer or not self._counts(case_id, question):
            return self.rated
        self._tallies[question] = moved(self._tallies[question], was, answer)
        self._footed.count(self._framework.questions[question][0].ref)
        self.rated = self._footed.rated(self._inspection.panel)
        return self.rated

    def _counts(self, case_id: str, question: str) -> bool:
        standard = self._framework.questions[question][0]
        return (
            question in self._tallies and question not in self._given and self._samples.get(case_id) == standard.sample
        )


def lines(workspace: Workspace) -> str:
    """The ratings by now as lines, to be kept beside what was said of them (domain/panel/accuracy.py)."""
    return lines_of(rate(workspace.framework, workspace.rated_from()))


def lines_of(found: Rated) -> str:
    """Ratings that were found, as such lines."""
    return accuracy.as_lines([("overall", found.overall or ""), *((of.ref, of.rating or "") for of in found.standards)])
