"""What a field holds as a person reads it."""

from collections.abc import Mapping

from inspector_app.core.domain.days import spans, typed, when
from inspector_app.core.domain.field import Field, Kind, Value
from inspector_app.core.words import later, say

_CHOICES = {  # by what a document has; what reads as its own word is not here
    "yes": later("Yes"), "no": later("No"), "na": later("Not applicable"), "partly": later("Partly done"),
    "not": later("Not done"), "improvement": later("Area for improvement"), "focus-group": later("Focus group"),
    "points": later("Points on factual accuracy due"), "fact": later("Fact bearing on a judgement"),
    "information": later("Further information"),
}  # fmt: skip
_DECISIONS = {"partly": later("Accepted in part"), "not": later("Not accepted")}  # of points, whose words are others


def value_of(field: Field, held: Value, names: Mapping[str, str]) -> str:
    """A value as a person reads it; `names`: what is called otherwise than it stands here, people and cases by id."""
    if field.kind is Kind.FLAG:
        return field.flag(held)
    if held is None:
        return _nothing(field)
    if field.kind is Kind.CHOICE:
        words = _CHOICES | _DECISIONS if "accepted" in field.choices else _CHOICES
        return str(words.get(str(held)) or str(held).capitalize())
    if field.kind is Kind.DATE and (day := typed.stored(str(held))):
        return when.day(day)
    if field.kind is Kind.SPANS:
        return when.spans(spans.read(str(held))) or _nothing(field)
    return names.get(str(held), str(held))


def _nothing(field: Field) -> str:
    if field.code == "answer":
        return say("No answer")
    return say("Nothing written") if field.prose else say("None")
