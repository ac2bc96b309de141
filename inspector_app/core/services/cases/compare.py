"""One prompt or key question on every case, side by side: does everybody mean the same by a Yes?"""

from collections.abc import Sequence
from dataclasses import dataclass

from inspector_app.core.domain.inspection import Answer
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.reading import read, read_case
from inspector_app.core.storage.reading.read_answers import unanswered


@dataclass(frozen=True, slots=True)
class Asked:
    """A prompt, or (`prompt` None) a key question's own judgement, with its words."""

    question: str
    prompt: str | None
    text: str
    served: str = ""  # of a prompt: the words of its key question

    @property
    def ref(self) -> str:
        """2.1.1a, or 2.1.1."""
        return f"{self.question}{self.prompt or ''}"


@dataclass(frozen=True, slots=True)
class OnCase:
    """How it stands on one case. `inspector` is a Person.id, `text` its note or reasons, `by` a name."""

    case: str
    ref: str
    inspector: str
    inspector_name: str
    type: str
    answer: Answer | None
    contested: bool
    text: str
    by: str
    at: str


def asked(workspace: Workspace) -> tuple[Asked, ...]:
    """Everything that is asked of cases, in the order of the case page."""
    found: list[Asked] = []
    for sample in workspace.framework.samples:
        for _, question in workspace.framework.sample_questions(sample.code):
            found += [Asked(question.ref, prompt.ref, prompt.text, question.text) for prompt in question.prompts]
            found.append(Asked(question.ref, None, question.text))
    return tuple(dict.fromkeys(found))


def on_cases(workspace: Workspace, what: Asked) -> list[OnCase]:
    """How it stands on each case of its sample, by case. On a case this person marks blind: their own answer."""
    sample = workspace.framework.questions[what.question][0].sample
    item = f"{what.question}/{what.prompt}" if what.prompt else what.question
    with workspace.database.read() as connection:
        cases = [case for case in read.cases(connection) if case.sample == sample]
        names = read.names(connection)
        found = read_case.on_every_case(connection, workspace.me, [case.id for case in cases], item)
    rows = []
    for case in cases:
        one = found.get(case.id) or unanswered(f"{case.id}/{item}")
        rows.append(
            OnCase(
                case=case.id, ref=case.ref, inspector=case.inspector, inspector_name=names.get(case.inspector, ""),
                type=case.type, answer=one.answer, contested=one.contested, text=one.text, by=names.get(one.by, ""),
                at=one.at,
            )
        )  # fmt: skip
    return rows


def same_words(rows: Sequence[OnCase], row: OnCase) -> list[OnCase]:
    """The other cases of which the same words are written, or more words after them, with another answer."""
    said = _plain(row.text)
    return [
        one
        for one in rows
        if one.case != row.case and one.answer is not row.answer and one.answer is not None and row.answer is not None
        if said and (other := _plain(one.text)) and (other.startswith(said) or said.startswith(other))
    ]


def _plain(text: str) -> str:
    """A text without what makes no difference to its words."""
    return " ".join(text.casefold().split()).rstrip(".;,!? ")
