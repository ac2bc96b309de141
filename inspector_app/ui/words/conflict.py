"""Contested fields in words: where one is, what it is about, and what a value says."""

from collections.abc import Mapping, Sequence

from inspector_app.core.domain.fields import ENTITIES, Field, Kind, Value
from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.ids import is_random
from inspector_app.core.domain.values_said import value_of
from inspector_app.core.services.cases.conflicts import Conflict, Settled, Side
from inspector_app.core.words import count, listed, say, shortened

_YOU_AND_ONE = 2  # sides
_LONGEST = 60  # letters of what a concern is, by which one knows it


def place(conflict: Conflict) -> str:
    """Where the field is, in one line: "C02 · 2.1.1 · prompt b: note"."""
    prompt = say("prompt {ref}", ref=conflict.prompt) if conflict.prompt else ""
    parts = [part for part in (conflict.case_ref, conflict.question, prompt, _version(conflict)) if part]
    if len(parts) < 2:  # not about a question
        parts.append(_thing(conflict))
    return f"{' · '.join(parts)}: {_field(conflict).title}"


def in_list(conflict: Conflict) -> tuple[str, str]:
    """The same in two: where it is, "C02 · 2.1.1 b"; and which field, of which version, and who differ."""
    asked = " ".join(part for part in (conflict.question, conflict.prompt) if part)
    thing = _thing(conflict) if conflict.about else ""
    where = " · ".join(part for part in (conflict.case_ref, asked, thing) if part) or _thing(conflict)
    people = sorted({side.by for side in conflict.sides if not side.mine})
    if any(side.mine for side in conflict.sides):
        people.insert(0, say("you"))
    return where, " · ".join(part for part in (_field(conflict).title, _version(conflict), listed(people)) if part)


def left(entity: str, item: str, field: str, names: Mapping[str, str]) -> str:
    """Where a field is whose draft was left over: "C02 · 2.1.1 · a: note", and of what stands nowhere what it is.

    `item`: its place, as second_marking.place_of; `names`: what its parts are called.
    """
    kind = ENTITIES[entity]
    parts = [names.get(part, part) for part in item.split("/") if part in names or not is_random(part)]
    return f"{' · '.join(parts) or kind.title}: {kind.field(field).title}"


def whose(side: Side) -> str:
    """Over a value: who wrote it."""
    return say("You") if side.mine else side.by


def whose_case(name: str, *, mine: bool) -> str:
    """Whose the case is on which people differ; `name`: of its inspector, "" for none."""
    if mine:
        return say("Your case")
    return say("{name}’s case", name=name) if name else say("Nobody’s case yet")


def others_settle(name: str) -> str:
    """Of what is contested on a colleague's case: who settles it, and what one can do; `name`: whose case it is."""
    return say(
        "{name}’s case: they settle this, or whoever helps them, or the lead. Nothing of yours is lost; comment on "
        "the case, take it over, or have them ask you for help.",
        name=name,
    )


def others_settle_record(name: str) -> str:
    """Of what is contested on something that was written down: who settles it; `name`: who wrote it."""
    return say(
        "Written down by {name}: they settle this, or the lead or a quality lead. Nothing of yours is lost.", name=name
    )


def keep(side: Side, sides: Sequence[Side], of: str) -> str:
    """On the button that takes one of these; `of`: when and where it was written, where its author wrote others too."""
    if side.mine:
        return say("Keep yours: {moment}", moment=of) if of else say("Keep yours")
    if of:
        return say("Keep {name}’s: {moment}", name=side.by, moment=of)
    if len(sides) == _YOU_AND_ONE and any(other.mine for other in sides):
        return say("Keep theirs")
    return say("Keep {name}’s", name=side.by)


def insert(side: Side) -> str:
    """On the button that puts a value into what is written anew."""
    return say("Insert your text") if side.mine else say("Insert {name}’s text", name=side.by)


def standing(to_settle: int, for_others: int, settled: int) -> str:
    """How many fields wait, for oneself and for others, and how many were settled today: "1 to settle · 2 settled today".

    "" for none of them.
    """
    none = [say("nothing contested")] if settled and not for_others else []
    parts = [count(to_settle, "{n} to settle", "{n} to settle")] if to_settle else none
    if for_others:
        parts.append(count(for_others, "{n} for others to settle", "{n} for others to settle"))
    if settled:
        parts.append(count(settled, "{n} settled today", "{n} settled today"))
    return " · ".join(parts)


def _version(conflict: Conflict) -> str:
    """Of which marking it is; "" for the first."""
    if conflict.entity.startswith("agreed_"):
        return say("agreed version")
    return say("second marking") if conflict.entity.startswith("second_") else ""


def _thing(conflict: Conflict) -> str:
    if conflict.entity == "bearing":
        return say("What a source says on {ref}", ref=conflict.id.partition("/")[2])
    thing = ENTITIES[conflict.entity].title
    if conflict.about:
        return say("{thing}: “{words}”", thing=thing, words=shortened(" ".join(conflict.about.split()), _LONGEST))
    return f"{thing} {conflict.id}" if conflict.entity in ("rating", "panel", "totals") else thing


def asked(framework: Framework, conflict: Conflict) -> str:
    """The key question or prompt the field is about, as the framework words it; "" for others."""
    if conflict.question not in framework.questions:
        return ""
    _, question = framework.questions[conflict.question]
    texts = {prompt.ref: prompt.text for prompt in question.prompts}
    return texts.get(conflict.prompt, question.text)


def value(conflict: Conflict, held: Value, names: dict[str, str]) -> str:
    """A value as a person reads it; `names` as of things_called."""
    return value_of(_field(conflict), held, names)


def settled(was: Settled, names: dict[str, str]) -> str:
    """How a field was settled, and that this is not the last word."""
    if is_prose(was.conflict):
        return say("Settled with a text, which is in its history. What you keep now settles it again.")
    said = value(was.conflict, was.value, names)
    return say("Settled as: {value}. What you keep now settles it again.", value=said)


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
