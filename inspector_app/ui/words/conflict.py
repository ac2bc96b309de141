"""Contested fields in words: where one is, what it is about, and what a value says."""

from inspector_app.core.domain.fields import ENTITIES, Kind, Value
from inspector_app.core.domain.framework import Framework
from inspector_app.core.services.conflicts import Conflict

_ANSWERS = {"yes": "Yes", "no": "No", "na": "Not applicable"}
_FIELDS = {
    "answer": "answer", "rationale": "reasons", "note": "note", "text": "text", "reason": "reason",
    "inspector": "inspector of the case", "ref": "reference", "type": "type", "sample": "sample",
    "position": "place in the list", "deleted": "deleted or kept", "takeover": "reason for taking the case over",
    "service": "service", "start": "first day of fieldwork", "end": "last day of fieldwork", "marking": "marking",
    "notice": "notice", "to": "whom or what it is for", "question": "question to the panel", "kind": "kind",
    "standard": "standard", "rating": "rating", "stars": "stars", "case_score": "case assessment score",
    "stage": "stage of the review", "accepted": "what was accepted", "about": "what the comment is about",
    "answered": "answered or open", "marker": "second marker", "name": "name", "role": "role",
    "signing": "signing key", "sealing": "sealing key", "yes": "cases answered yes", "of": "cases judged",
    "title": "title", "day": "date", "who": "who was there, or who wrote it", "event": "what it was gathered at",
    "asked": "how many were asked", "bears": "whether it bears on it", "said": "answer given",
    "count": "how many said so",
    "time": "time", "person": "who leads it", "case": "case", "what": "what it is",
    "told": "who was told", "told_day": "day they were told", "told_time": "time they were told", "outcome": "outcome",
    "closed": "closed or open",
    "nation": "nation", "return_start": "first day of the return visit",
    "return_end": "last day of the return visit", "began": "day it began", "ended": "day it ended", "age": "age",
    "gender": "gender", "ethnicity": "ethnicity", "disability": "disability", "care": "care experience",
    "first_done": "first marking done", "second_done": "second marking done",
}  # fmt: skip
# what a field is called where another kind of thing has a field of that name too
_FIELDS_OF = {
    ("source", "answered"): "how many answered", ("score", "question"): "question", ("score", "of"): "of how many",
    ("interview", "role"): "who was interviewed", ("interview", "deleted"): "removed or kept",
    ("event", "title"): "what happens", ("event", "day"): "day",
}  # fmt: skip
_THINGS = {
    "inspection": "The inspection", "person": "A person of the team", "case": "The case", "rating": "Rating",
    "panel": "Ratings panel", "finding": "A finding", "recommendation": "A recommendation", "totals": "Figures",
    "review": "Review", "comment": "A comment", "second": "Second marking",
    "interview": "An interview", "source": "A source", "score": "A figure of a survey", "bearing": "What a source says",
    "event": "Something in the week", "concern": "A concern",
}  # fmt: skip
_PROSE = frozenset(
    {
        "rationale",
        "note",
        "text",
        "reason",
        "takeover",
        "marking",
        "notice",
        "type",
        "service",
        "what",
        "told",
        "outcome",
    }
)
_FLAGS = {
    "deleted": ("Deleted", "Kept"), "answered": ("Answered", "Open"), "bears": ("It does", "It does not"),
    "closed": ("Closed", "Open"),
}  # fmt: skip


def place(conflict: Conflict) -> str:
    """Where the field is, in one line: "C02 · 2.1.1 · prompt b: note"."""
    prompt = f"prompt {conflict.prompt}" if conflict.prompt else ""
    parts = [part for part in (conflict.case_ref, conflict.question, prompt) if part]
    if len(parts) < 2:  # not about a question
        about = conflict.id if conflict.entity in ("rating", "panel", "totals") else ""
        if conflict.entity == "bearing":
            about = f"on {conflict.id.partition('/')[2]}"
        parts += [" ".join(part for part in (_THINGS.get(conflict.entity, conflict.entity), about) if part)]
    return f"{' · '.join(parts)}: {field(conflict)}"


def field(conflict: Conflict) -> str:
    """What kind of field it is."""
    if conflict.entity.endswith("judgement") and conflict.field == "answer":
        return "judgement"
    own = _FIELDS_OF.get((conflict.entity, conflict.field))
    return own or _FIELDS.get(conflict.field, conflict.field)


def asked(framework: Framework, conflict: Conflict) -> str:
    """The key question or prompt the field is about, as the framework words it; "" for others."""
    if conflict.question not in framework.questions:
        return ""
    _, question = framework.questions[conflict.question]
    texts = {prompt.ref: prompt.text for prompt in question.prompts}
    return texts.get(conflict.prompt, question.text)


def value(conflict: Conflict, held: Value, names: dict[str, str]) -> str:
    """A value as a person reads it; `names` are those of people by id."""
    kind = ENTITIES[conflict.entity].field(conflict.field).kind
    if kind is Kind.FLAG:
        return _FLAGS.get(conflict.field, ("Yes", "No"))[0 if held else 1]
    if held is None:
        return "No answer" if conflict.field == "answer" else "Nothing written" if is_prose(conflict) else "None"
    if kind is Kind.CHOICE:
        return _ANSWERS.get(str(held), str(held).capitalize())
    return names.get(str(held), str(held))


def is_prose(conflict: Conflict) -> bool:
    """Whether the field holds text that a person can write anew."""
    return conflict.field in _PROSE


def choices(conflict: Conflict) -> tuple[tuple[Value, str], ...]:
    """The values one can choose anew, with their words; empty where the sides are all there is."""
    found = ENTITIES[conflict.entity].field(conflict.field)
    if found.kind is not Kind.CHOICE:
        return ()
    values: tuple[Value, ...] = (*found.choices, *(() if found.needed else (None,)))
    return tuple((choice, value(conflict, choice, {})) for choice in values)
