"""What a field holds as a person reads it."""

from collections.abc import Mapping

from inspector_app.core.domain.days import spans, typed, when
from inspector_app.core.domain.field import Field, Kind, Value
from inspector_app.core.words import later, say

_CHOICES = {
    "yes": later("Yes"), "no": later("No"), "na": later("Not applicable"), "partly": later("Partly done"),
    "not": later("Not done"),
}  # fmt: skip


def value_of(field: Field, held: Value, names: Mapping[str, str]) -> str:
    """A value as a person reads it; `names` are those of people by id."""
    if field.kind is Kind.FLAG:
        return field.flag(held)
    if held is None:
        return _nothing(field)
    if field.kind is Kind.CHOICE:
        return str(_CHOICES.get(str(held)) or str(held).capitalize())
    if field.kind is Kind.DATE and (day := typed.stored(str(held))):
        return when.day(day)
    if field.kind is Kind.SPANS:
        return when.spans(spans.read(str(held))) or _nothing(field)
    return names.get(str(held), str(held))


def _nothing(field: Field) -> str:
    if field.code == "answer":
        return say("No answer")
    return say("Nothing written") if field.prose else say("None")
