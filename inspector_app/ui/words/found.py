"""What was found, in words: where it is, what it is, who wrote it; and a search in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from inspector_app.core.domain.cases.review import ACCEPTED, IN_PROGRESS, NOT_BEGUN, RETURNED, SUBMITTED
from inspector_app.core.domain.days import when
from inspector_app.core.domain.finding.search import (
    CASES,
    CONCERNS,
    EVIDENCE,
    FINDINGS,
    RATINGS,
    UNANSWERED,
    WEEK,
    Found,
    FoundRow,
    Group,
    Query,
    Wanted,
    words,
)
from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.inspection import Answer, Person
from inspector_app.core.domain.text.marks import MARKS, Mark
from inspector_app.core.services.search.near_searches import Near, Why
from inspector_app.core.words import count, later, say
from inspector_app.ui.words.handoffs.trust import recorded

ANSWERS = {
    "yes": later("Yes"), "no": later("No"), "na": later("Not applicable"), UNANSWERED: later("Unanswered"),
}  # fmt: skip
STAGES = {
    NOT_BEGUN: later("Not begun"), IN_PROGRESS: later("In progress"), SUBMITTED: later("Submitted"),
    RETURNED: later("Returned"), ACCEPTED: later("Accepted"),
}  # fmt: skip
_NEAR = {
    Why.SPELLING: later("Perhaps you meant"), Why.ONE_WORD: later("Only one of the words"),
    Why.NO_FILTER: later("Without any filter"),
}  # fmt: skip
NOTES = {"with": True, "without": False}
_GROUPS = {
    CASES: later("Cases and interviews"), EVIDENCE: later("Evidence"), RATINGS: later("Ratings and panel"),
    FINDINGS: later("Findings and recommendations"), WEEK: later("The week"), CONCERNS: later("Concerns"),
}  # fmt: skip
_KINDS = {  # of sources, findings and events
    "meeting": later("Meeting"), "interview": later("Interview"), "focus-group": later("Focus group"),
    "document": later("Document"), "survey": later("Survey"), "observation": later("Observation"),
    "strength": later("Strength"), "improvement": later("Area for improvement"), "narrative": later("Narrative"),
    "presentation": later("Presentation"), "case": later("Case"), "discussion": later("Discussion"),
    "feedback": later("Feedback"), "points": later("Points on factual accuracy due"), "other": later("Other"),
}  # fmt: skip
_THINGS = {
    "recommendation": later("Recommendation"), "rating": later("Rating"), "panel": later("Ratings panel"),
    "concern": later("Concern"), "score": later("Survey figure"), "case": later("Case"),
    "interview": later("Interview"), "comment": later("Comment"), "source": later("Source"),
    "finding": later("Finding"), "event": later("Event"), "previous": later("Recommendation of the last inspection"),
    "told": later("Told to the service"), "informed": later("Told of a concern"), "point": later("Point on factual accuracy"),
}  # fmt: skip


def heading(group: Group) -> str:
    """The head of a group, without its count."""
    return f"{group.code} {group.title}" if group.title else str(_GROUPS.get(group.code, group.code))


def where(row: FoundRow) -> str:
    """What it is and where, in one line: "C07 · 2.1.1 b", "Meeting · Management board"."""
    asked = f"{row.question} {row.prompt}".strip()
    if row.entity.endswith(("prompt", "judgement")):
        what = "" if row.prompt else say("judgement")
        second = say("second marking") if row.entity.startswith("second") else ""
        return _joined(row.ref, asked, what, second)
    if row.entity == "bearing":
        on = f"{row.question}{row.prompt}"
        return _joined(row.title, say("on {ref}", ref=on)) if asked else say("On {title}", title=row.title)
    thing = str(_THINGS.get(row.entity, row.entity))
    if row.entity in ("source", "finding", "event"):
        return _joined(str(_KINDS.get(row.kind, thing)), row.title, row.ref)
    return _joined(thing, row.ref, asked, row.title)


def asked(row: FoundRow, framework: Framework) -> str:
    """The words of the prompt or key question that it is on; "" for none."""
    if row.question not in framework.questions:
        return ""
    _, question = framework.questions[row.question]
    return question.text_of(row.prompt)


def standing(row: FoundRow) -> str:
    """How it stands: its answer, and whether it is contested."""
    answer = str(ANSWERS[row.answer.value]) if isinstance(row.answer, Answer) else ""
    return _joined(answer, say("contested") if row.contested else "")


def written(row: FoundRow, now: datetime) -> str:
    """Who wrote it last, on whose laptop, and when."""
    return _joined(row.by, recorded(row.laptop), when.since(row.at, now))


def facts(row: FoundRow, now: datetime) -> list[tuple[str, str]]:
    """Who wrote it, when, and on whose laptop where that says more; each by its name."""
    told = [(say("Written by"), row.by), (say("Changed"), when.since(row.at, now)), (say("Note"), recorded(row.laptop))]
    return [(name, said) for name, said in told if said]


def spoken(row: FoundRow, now: datetime) -> str:
    """A row as a screen reader says it."""
    return ". ".join(part for part in (where(row), standing(row), row.snippet, written(row, now)) if part)


def more(group: Group) -> str:
    """The row that opens the rest of a group."""
    return count(group.count - len(group.rows), "and {n} more", "and {n} more")


def how_much(found: Found) -> str:
    """How much was found."""
    if not found.count:
        return say("Nothing found")
    things, groups = count(found.count, "{n} place", "{n} places"), len(found.groups)
    return f"{things}, {count(groups, 'in {n} group', 'in {n} groups')}" if groups > 1 else things


def nothing(query: Query) -> str:
    """What is said where nothing is found."""
    asked = len(words(query.text).must)
    if not asked:
        return say("Nothing passes these filters")
    if asked == 1:
        return (
            say("This word does not occur with these filters") if query.wanted.any else say("This word does not occur")
        )
    return say("Nothing has both words") if asked == 2 else say("Nothing has all these words")


def looked_through(places: int) -> str:
    """Where it was looked for in vain."""
    return count(
        places,
        "Looked through {n} place: yours, and your colleagues’ as far as you have them.",
        "Looked through {n} places: yours, and your colleagues’ as far as you have them.",
    )


@dataclass(frozen=True, slots=True)
class NearWords:
    """A search that would find something, in words: why it is offered, what it is, how much it finds."""

    why: str
    what: str
    many: str


def near(one: Near) -> NearWords:
    """A search that is offered in the place of one that finds nothing."""
    return NearWords(str(_NEAR[one.why]), one.query.text, count(one.count, "{n} place", "{n} places"))


def filters(wanted: Wanted, me: str, names: Mapping[str, str], samples: Mapping[str, str]) -> str:
    """The filters in words: "No on 2.2.2, mine, without note"; "" for none."""
    parts = (
        _asked(str(ANSWERS.get(wanted.answer, "")), wanted.about.replace("/", " ")),
        _whose(wanted.inspector, me, names),
        "" if wanted.note is None else say("with note") if wanted.note else say("without note"),
        say("marked {mark}", mark=MARKS[Mark(wanted.mark)].lower()) if wanted.mark else "",
        samples.get(wanted.sample, "").lower(),
        str(STAGES.get(wanted.stage, "")).lower(),
    )
    text = ", ".join(part for part in parts if part)
    return text[:1].upper() + text[1:]


def _asked(answer: str, about: str) -> str:
    if not about:
        return answer
    return say("{answer} on {ref}", answer=answer, ref=about) if answer else say("everything on {ref}", ref=about)


def _whose(inspector: str, me: str, names: Mapping[str, str]) -> str:
    if not inspector or inspector == me:
        return say("mine") if inspector else ""
    return say("cases of {name}", name=names.get(inspector) or say("somebody"))


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
    return [(say("Mine"), me), *others]


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:60].rsplit(' ', 1)[0]}…"


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
