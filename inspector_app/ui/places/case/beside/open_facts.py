"""The facts of the case in hand, and the door through which the view beside its prompts reads and writes them."""

from dataclasses import dataclass
from datetime import date

from inspector_app.core.domain.cases import case_facts as rules
from inspector_app.core.domain.cases.case_facts import Facts
from inspector_app.core.domain.fields import Value
from inspector_app.core.domain.framework import Sample
from inspector_app.core.domain.ids import ChangeId
from inspector_app.core.services.cases import case_facts, case_work, marking
from inspector_app.core.services.cases.case_facts import Suggestions
from inspector_app.core.services.editor import Done
from inspector_app.core.services.people import standing
from inspector_app.ui.note.door import Door, Target
from inspector_app.ui.places.case.open_case import OpenCase


@dataclass(frozen=True, slots=True)
class ShownFacts:
    """What the view shows. `outside`: the window's first and last date, where the case began outside it.

    `answered`: something on the case is answered, so that its sample, which decides what is asked, stays. `works`: whether
    one may write its facts, and `hears` the interviews: who marks the case blind has their own.
    """

    facts: Facts
    samples: tuple[Sample, ...]
    outside: tuple[date, date] | None
    answered: bool
    works: bool
    hears: bool

    @property
    def sample(self) -> Sample | None:
        """The case's sample, as the framework has it."""
        return next((s for s in self.samples if s.code == self.facts.case.sample), None)

    def typed(self, entity: str, entity_id: str, field: str) -> str | None:
        """A text that could not be taken and is kept beside the field."""
        return self.facts.written.get(f"{entity_id}/{entity}.{field}")


class OpenFacts:
    """Every act raises Expected as its service does."""

    def __init__(self, opened: OpenCase) -> None:
        self._open = opened
        self._workspace = opened.workspace
        self.door = Door(self.write, self._workspace.editor.stands, self._workspace.editor)

    def read(self) -> ShownFacts:
        """The facts as they are stored now. Expected: CASE_UNKNOWN."""
        found = case_facts.facts(self._workspace, self._open.case)
        samples = self._workspace.framework.samples
        sample = next((s for s in samples if s.code == found.case.sample), None)
        outside = rules.outside_window(sample, found.case.type, found.case.began, self._open.start) if sample else None
        marks = self._workspace.case_row(found.case.id).marks
        answered = any(m.answer or m.prompts_answered or m.contested for m in marks)
        works = standing.rights(self._workspace, found.case.id).works
        hears = works or found.case.id in marking.blind_cases(self._workspace)
        return ShownFacts(found, samples, outside, answered, works=works, hears=hears)

    def suggestions(self, sample: str) -> Suggestions:
        """What to offer in free texts."""
        return case_facts.suggestions(self._workspace, sample)

    def write(self, target: Target, value: Value, amend: ChangeId | None = None) -> Done:
        """Write what was typed into a field; the note of an interview as it stands. Expected: as Editor.set."""
        if target.field == "note":
            return self._open.write(target, value, amend)
        where = (target.entity, target.id, target.field)
        text, over = str(value or ""), target.over
        return self._open.typed(lambda: case_facts.write(self._workspace, *where, text, amend, over))

    def add(self, role: str) -> str:
        """Add somebody interviewed; the id."""
        return self._open.doing(lambda: case_facts.add_interview(self._workspace, self._open.case, role))

    def remove(self, interview: str) -> None:
        """Take somebody interviewed off the case."""
        self._open.doing(lambda: case_facts.remove_interview(self._workspace, interview))

    def bring_back(self, interview: str) -> None:
        """Bring back somebody who was just taken off the case, by a colleague too."""
        self._open.doing(lambda: case_work.bring_back(self._workspace, "interview", interview))
