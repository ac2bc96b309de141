"""Frozen rows, each shaped for one list or page. What a screen shows is one of these."""

from dataclasses import dataclass

from inspector_app.core.domain.fields import Value
from inspector_app.core.domain.glance import Glance
from inspector_app.core.domain.inspection import Answer

JUDGEMENT = "judgement"  # in place of a prompt's letter: the key question's own judgement


@dataclass(frozen=True, slots=True)
class WorkspaceRow:
    """A workspace this laptop has the key of. `path` is its file; `missing` when the file is not there, and `taken` when
    another inspection lies there by now.

    `opened`: when it was last opened (ISO 8601, UTC); `sample`: it was made of the sample inspection. `name`: what it is
    called in the list, its service unless the person chose another; `archived`: kept out of that list; `locked`: its file
    cannot be written; `glance`: how it stood when it was last closed, None where that was never noted.
    """

    id: str
    path: str
    service: str
    framework: str
    missing: bool
    taken: bool
    opened: str
    sample: bool
    name: str
    archived: bool
    locked: bool
    glance: Glance | None


@dataclass(frozen=True, slots=True)
class QuestionMark:
    """How a key question stands on one case: its answer, and prompts answered of all.

    `by_totals`: its figures were entered as totals, and nothing is left to judge on it.
    """

    question: str
    answer: Answer | None
    prompts_answered: int
    prompts: int
    contested: bool = False
    by_totals: bool = False

    @property
    def items(self) -> int:
        """How many prompts and judgements there are to answer."""
        return 0 if self.by_totals else self.prompts + 1

    @property
    def gaps(self) -> int:
        """How many of them are unanswered."""
        return 0 if self.by_totals else self.items - self.prompts_answered - (self.answer is not None)


@dataclass(frozen=True, slots=True)
class CaseName:
    """What a case is called, where nothing is said of its answers."""

    id: str
    ref: str
    sample: str
    type: str
    inspector_name: str


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A case in the list. `gaps` counts unanswered prompts and key questions; `since` is ISO 8601 UTC or ""."""

    id: str
    ref: str
    sample: str
    type: str
    inspector: str  # Person.id
    inspector_name: str
    marks: tuple[QuestionMark, ...]
    gaps: int
    items: int
    since: str


@dataclass(frozen=True, slots=True)
class PromptRow:
    """A prompt on the case page. `entity` and `id` are what its edits go to; `saved` ISO 8601 UTC or ""."""

    id: str
    ref: str
    text: str
    answer: Answer | None
    note: str
    saved: str
    contested: bool = False
    entity: str = "prompt"  # or "second_prompt": on a case this person marks blind


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """One key question on one case, with its prompts. `entity` and `id` are what edits of the judgement go to.

    `statement`: what a standard that is answered as a whole asks for, in the source's words; "" of a key question.
    """

    id: str
    case: str
    standard: str
    standard_title: str
    ref: str
    text: str
    answer: Answer | None
    rationale: str
    saved: str
    contested: bool
    prompts: tuple[PromptRow, ...]
    entity: str = "judgement"  # or "second_judgement": on a case this person marks blind
    by_totals: bool = False  # as of QuestionMark
    statement: str = ""


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One recorded change of one field, newest first in a list. `verb` add, edit, undo, redo or import.

    `laptop`: whose laptop recorded it, `package`: in whose package it came; names, "" where that is the author's own.
    """

    change: str
    entity: str
    field: str
    value: Value
    by: str  # name
    at: str
    device: str
    verb: str
    laptop: str = ""
    package: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """What one field holds, and when that was written (ISO 8601 UTC, "" for never). Contested: one of the values."""

    value: Value = None
    at: str = ""
    contested: bool = False


@dataclass(frozen=True, slots=True)
class TextRow:
    """A finding or recommendation in the window. `group` is the standard, or the recommendation's owner.

    `priority` and `due` (ISO 8601) are of a recommendation, `outcome` and `note` of one of the last inspection. `typed`: what
    was typed here by which it is due, and is no day.
    """

    id: str
    group: str
    kind: str
    text: str
    position: int
    priority: str = ""
    due: str = ""
    outcome: str = ""
    note: str = ""
    typed: str = ""
