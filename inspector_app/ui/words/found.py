"""What was found, in words: where it is, what it is, who wrote it; and a search in words."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.inspection import Answer, Person
from inspector_app.core.domain.marks import MARKS, Mark
from inspector_app.core.domain.search import (
    CASES,
    CONCERNS,
    EVIDENCE,
    FINDINGS,
    IN_PROGRESS,
    RATINGS,
    UNANSWERED,
    WEEK,
    Found,
    FoundRow,
    Group,
    Wanted,
)
from inspector_app.ui.words import when

ANSWERS = {"yes": "Yes", "no": "No", "na": "Not applicable", UNANSWERED: "Unanswered"}
STAGES = {IN_PROGRESS: "In progress", "submitted": "Submitted", "returned": "Returned", "accepted": "Accepted"}
NOTES = {"with": True, "without": False}
_GROUPS = {
    CASES: "Cases and interviews", EVIDENCE: "Evidence", RATINGS: "Ratings and panel",
    FINDINGS: "Findings and recommendations", WEEK: "The week", CONCERNS: "Concerns",
}  # fmt: skip
_KINDS = {"focus-group": "focus group", "improvement": "area for improvement"}
_THINGS = {
    "recommendation": "Recommendation", "rating": "Rating", "panel": "Ratings panel", "concern": "Concern",
    "score": "Survey figure", "case": "Case", "interview": "Interview", "comment": "Comment",
}  # fmt: skip


def heading(group: Group) -> str:
    """The head of a group, without its count."""
    return f"{group.code} {group.title}" if group.title else _GROUPS.get(group.code, group.code)


def where(row: FoundRow) -> str:
    """What it is and where, in one line: "C07 · 2.1.1 b", "Meeting · Management board"."""
    asked = f"{row.question} {row.prompt}".strip()
    if row.entity.endswith(("prompt", "judgement")):
        what = "" if row.prompt else "judgement"
        second = "second marking" if row.entity.startswith("second") else ""
        return _joined(row.ref, asked, what, second)
    if row.entity == "bearing":
        return _joined(row.title if asked else f"On {row.title}", f"on {row.question}{row.prompt}" if asked else "")
    if row.entity in ("source", "finding", "event"):
        kind = _KINDS.get(row.kind, row.kind).capitalize() or _THINGS.get(row.entity, row.entity.capitalize())
        return _joined(kind, row.title, row.ref)
    return _joined(_THINGS.get(row.entity, row.entity), row.ref, asked, row.title)


def standing(row: FoundRow) -> str:
    """How it stands: its answer, and whether it is contested."""
    answer = ANSWERS[row.answer.value] if isinstance(row.answer, Answer) else ""
    return _joined(answer, "contested" if row.contested else "")


def written(row: FoundRow, now: datetime) -> str:
    """Who wrote it last, and when."""
    return _joined(row.by, when.since(row.at, now))


def spoken(row: FoundRow, now: datetime) -> str:
    """A row as a screen reader says it."""
    return ". ".join(part for part in (where(row), standing(row), row.snippet, written(row, now)) if part)


def more(group: Group) -> str:
    """The row that opens the rest of a group."""
    return f"and {group.count - len(group.rows):,} more"


def count(found: Found) -> str:
    """How much was found."""
    if not found.count:
        return "Nothing found"
    things = "1 place" if found.count == 1 else f"{found.count:,} places"
    parts = len(found.groups)
    return f"{things}, in {parts} groups" if parts > 1 else things


def filters(wanted: Wanted, me: str, names: Mapping[str, str], samples: Mapping[str, str]) -> str:
    """The filters in words: "No on 2.2.2, mine, without note"; "" for none."""
    answer, about = ANSWERS.get(wanted.answer, ""), wanted.about.replace("/", " ")
    parts = [
        f"{answer or 'everything'} on {about}" if about else answer,
        "mine" if wanted.inspector == me else f"cases of {names.get(wanted.inspector, 'somebody')}",
        "with note" if wanted.note else "without note",
        f"marked {MARKS[Mark(wanted.mark)].lower()}" if wanted.mark else "",
        samples.get(wanted.sample, "").lower(),
        STAGES.get(wanted.stage, "").lower(),
    ]
    given = (answer or about, wanted.inspector, wanted.note is not None, wanted.mark, wanted.sample, wanted.stage)
    text = ", ".join(part for part, is_given in zip(parts, given, strict=True) if is_given)
    return text[:1].upper() + text[1:]


def abouts(framework: Framework) -> list[tuple[str, str]]:
    """(words, what `Wanted.about` takes) of every standard, key question and prompt, in order."""
    found = []
    for standard in framework.standards:
        found.append((f"{standard.ref} {standard.title}", standard.ref))
        for question in standard.key_questions:
            found.append((f"{question.ref} {_short(question.text)}", question.ref))
            found += [(f"{question.ref} {p.ref} {_short(p.text)}", f"{question.ref}/{p.ref}") for p in question.prompts]
    return found


def people(team: Sequence[Person], me: str) -> list[tuple[str, str]]:
    """(words, Person.id), oneself first."""
    others = sorted(((p.name, p.id) for p in team if p.id != me), key=lambda pair: pair[0].casefold())
    return [("Mine", me), *others]


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:60].rsplit(' ', 1)[0]}…"


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
