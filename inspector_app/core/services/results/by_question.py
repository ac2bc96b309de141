"""The page of the cases by their key questions, and where the weakness of one lies: its prompts by answer."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from inspector_app.core.domain.by_question import Group, Order, groups
from inspector_app.core.domain.inspection import Answer, Inspection
from inspector_app.core.services.results import ratings
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.reading import read, read_answers, read_review


@dataclass(frozen=True, slots=True)
class Asked:
    """A prompt (`prompt` "": the key question's own judgement), with the answers to it by case id."""

    question: str
    prompt: str
    text: str
    given: dict[str, Answer]

    def number(self, answer: Answer) -> int:
        """How many cases have that answer."""
        return sum(one is answer for one in self.given.values())


@dataclass(frozen=True, slots=True)
class Sheet:
    """What was read: the cases this person may see, what is contested, the answers to prompts, and what is left out."""

    inspection: Inspection
    contested: frozenset[tuple[str, str]]  # (case, key question)
    prompts: dict[tuple[str, str], dict[str, Answer]]  # (key question, prompt) -> case -> answer
    left_out: int  # cases that this person marks blind: how they were judged is not theirs to see

    @property
    def open(self) -> frozenset[str]:
        """The ids of the cases that are shown."""
        return frozenset(case.id for case in self.inspection.cases)


def read_sheet(workspace: Workspace) -> Sheet:
    """All that the page shows, in whatever groups; no note is read."""
    inspection = workspace.rated_from()
    with workspace.database.read() as connection:
        blind = read_review.blind_cases(connection, workspace.me)
        team = tuple(read.team(connection))
        cases = tuple(case for case in inspection.cases if case.id not in blind)
        prompts = read_answers.given(connection, {case.id for case in cases})
    left_out = len(inspection.cases) - len(cases)
    return Sheet(replace(inspection, cases=cases, team=team), ratings.contested(workspace), prompts, left_out)


def grouped(workspace: Workspace, sheet: Sheet, by: str, order: Order, on: str) -> tuple[Group, ...]:
    """Its cases in groups (`by`, `order`, `on`: as `groups` takes them)."""
    return groups(workspace.framework, sheet.inspection, by, order, on)


def asked(workspace: Workspace, sheet: Sheet, question: str) -> Sequence[Asked]:
    """A key question's own judgement, then its prompts in their order, each with its answers."""
    _, known = workspace.framework.questions[question]
    open_, judgements = sheet.open, sheet.inspection.judgements
    judged = {j.case: j.answer for j in judgements if j.question == question and j.answer and j.case in open_}
    own = Asked(question, "", known.text, judged)
    prompts = (Asked(question, p.ref, p.text, sheet.prompts.get((question, p.ref), {})) for p in known.prompts)
    return (own, *prompts)


def counted(workspace: Workspace) -> dict[tuple[str, str], Counter[Answer]]:
    """(key question, prompt) -> how many cases have each answer, as `asked` would number them; without reading any."""
    with workspace.database.read() as connection:
        shown = read.case_ids(connection) - read_review.blind_cases(connection, workspace.me)
        return read_answers.counted(connection, shown)
