"""Contested fields in words: where one is, what it is about, and what a value says."""

from typing import TYPE_CHECKING

from inspector_app.core.domain.fields import ENTITIES, Kind, Value

if TYPE_CHECKING:  # the services bring the database with them, and the window is to be painted first
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
    "first_done": "first marking done", "second_done": "second marking done",
}  # fmt: skip
_THINGS = {
    "inspection": "The inspection", "person": "A person of the team", "case": "The case", "rating": "Rating",
    "panel": "Ratings panel", "finding": "A finding", "recommendation": "A recommendation", "totals": "Figures",
    "review": "Review", "comment": "A comment", "second": "Second marking",
}  # fmt: skip
_PROSE = frozenset({"rationale", "note", "text", "reason", "takeover", "marking", "notice", "type", "service"})
_FLAGS = {"deleted": ("Deleted", "Kept"), "answered": ("Answered", "Open")}


def place(conflict: "Conflict") -> str:
    """Where the field is, in one line: "C02 · 2.1.1 · prompt b: note"."""
    prompt = f"prompt {conflict.prompt}" if conflict.prompt else ""
    parts = [part for part in (conflict.case_ref, conflict.question, prompt) if part]
    if len(parts) < 2:  # not about a question
        about = conflict.id if conflict.entity in ("rating", "panel", "totals") else ""
        parts += [" ".join(part for part in (_THINGS.get(conflict.entity, conflict.entity), about) if part)]
    return f"{' · '.join(parts)}: {field(conflict)}"


def field(conflict: "Conflict") -> str:
    """What kind of field it is."""
    if conflict.entity.endswith("judgement") and conflict.field == "answer":
        return "judgement"
    return _FIELDS.get(conflict.field, conflict.field)


def asked(framework: "Framework", conflict: "Conflict") -> str:
    """The key question or prompt the field is about, as the framework words it; "" for others."""
    if conflict.question not in framework.questions:
        return ""
    _, question = framework.questions[conflict.question]
    texts = {prompt.ref: prompt.text for prompt in question.prompts}
    return texts.get(conflict.prompt, question.text)


def value(conflict: "Conflict", held: Value, names: dict[str, str]) -> str:
    """A value as a person reads it; `names` are those of people by id."""
    kind = ENTITIES[conflict.entity].field(conflict.field).kind
    if kind is Kind.FLAG:
        return _FLAGS.get(conflict.field, ("Yes", "No"))[0 if held else 1]
    if held is None:
        return "No answer" if conflict.field == "answer" else "Nothing written" if is_prose(conflict) else "None"
    if kind is Kind.CHOICE:
        return _ANSWERS.get(str(held), str(held).capitalize())
    return names.get(str(held), str(held))


def is_prose(conflict: "Conflict") -> bool:
    """Whether the field holds text that a person can write anew."""
    return conflict.field in _PROSE


def choices(conflict: "Conflict") -> tuple[tuple[Value, str], ...]:
    """The values one can choose anew, with their words; empty where the sides are all there is."""
    found = ENTITIES[conflict.entity].field(conflict.field)
    if found.kind is not Kind.CHOICE:
        return ()
    values: tuple[Value, ...] = (*found.choices, *(() if found.needed else (None,)))
    return tuple((choice, value(conflict, choice, {})) for choice in values)
