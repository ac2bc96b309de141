"""Contested fields in words: where one is, what it is about, and what a value says."""

from inspector_app.core.domain.fields import ENTITIES, Field, Kind, Value
from inspector_app.core.domain.framework import Framework
from inspector_app.core.services.conflicts import Conflict

_ANSWERS = {"yes": "Yes", "no": "No", "na": "Not applicable"}


def place(conflict: Conflict) -> str:
    """Where the field is, in one line: "C02 · 2.1.1 · prompt b: note"."""
    prompt = f"prompt {conflict.prompt}" if conflict.prompt else ""
    second = "second marking" if conflict.entity.startswith("second_") else ""
    parts = [part for part in (conflict.case_ref, conflict.question, prompt, second) if part]
    if len(parts) < 2:  # not about a question
        about = conflict.id if conflict.entity in ("rating", "panel", "totals") else ""
        if conflict.entity == "bearing":
            about = f"on {conflict.id.partition('/')[2]}"
        parts += [" ".join(part for part in (ENTITIES[conflict.entity].title, about) if part)]
    return f"{' · '.join(parts)}: {_field(conflict).title}"


def asked(framework: Framework, conflict: Conflict) -> str:
    """The key question or prompt the field is about, as the framework words it; "" for others."""
    if conflict.question not in framework.questions:
        return ""
    _, question = framework.questions[conflict.question]
    texts = {prompt.ref: prompt.text for prompt in question.prompts}
    return texts.get(conflict.prompt, question.text)


def value(conflict: Conflict, held: Value, names: dict[str, str]) -> str:
    """A value as a person reads it; `names` are those of people by id."""
    field = _field(conflict)
    if field.kind is Kind.FLAG:
        return field.said[0 if held else 1]
    if held is None:
        return "No answer" if field.code == "answer" else "Nothing written" if field.prose else "None"
    if field.kind is Kind.CHOICE:
        return _ANSWERS.get(str(held), str(held).capitalize())
    return names.get(str(held), str(held))


def is_prose(conflict: Conflict) -> bool:
    """Whether the field holds text that a person can write anew."""
    return _field(conflict).prose


def choices(conflict: Conflict) -> tuple[tuple[Value, str], ...]:
    """The values one can choose anew, with their words; empty where the sides are all there is."""
    found = _field(conflict)
    if found.kind is not Kind.CHOICE:
        return ()
    values: tuple[Value, ...] = (*found.choices, *(() if found.needed else (None,)))
    return tuple((choice, value(conflict, choice, {})) for choice in values)


def _field(conflict: Conflict) -> Field:
    return ENTITIES[conflict.entity].field(conflict.field)
