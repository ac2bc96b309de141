"""What the texts of an inspection document rest on, in and out, and what is wrong with it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from inspector_app.core.domain.fields import RECOMMENDATION, SUPPORT
from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.inspection import Support
from inspector_app.core.interchange import items
from inspector_app.core.interchange.checks import Problem, misplaced
from inspector_app.core.interchange.items import Item, filled, given
from inspector_app.core.interchange.jsontext import shown

_TEXTS = ("findings", "recommendations")
_OF_A_CASE = ("case", "question", "prompt")
_BY_PLACE = {"source": "sources", "finding": "findings"}


def read(item: Mapping[str, Any]) -> tuple[Support, ...]:
    """What a finding or recommendation that has been checked rests on."""
    return tuple(_read(one) for one in item.get("rests_on", ()))


def _read(one: Mapping[str, Any]) -> Support:
    named: Item = {key: one[key] for key in _OF_A_CASE if key in one}
    named |= {key: int(one[key]) for key in _BY_PLACE if key in one}
    return Support(**given(SUPPORT, one), **named)


def written(rests_on: Iterable[Support], refs: Mapping[str, str]) -> Item:
    """The same as part of an item; nothing where it rests on nothing. `refs` are the references of the cases by id."""
    carried = [_written(one, refs) for one in rests_on if not one.case or one.case in refs]
    return {"rests_on": carried} if carried else {}


def _written(one: Support, refs: Mapping[str, str]) -> Item:
    case = refs.get(one.case, "")
    return items.written(SUPPORT, one) | filled(
        case=case, question=one.question, prompt=one.prompt, source=one.source, finding=one.finding
    )


def problems(tree: Mapping[str, Any], framework: Framework) -> Iterator[Problem]:
    """Everything wrong with what the texts of a document rest on, and with the deadlines of its recommendations."""
    samples = {case["ref"]: case["sample"] for case in tree.get("cases", ())}
    for name in _TEXTS:
        for place, item in enumerate(tree.get(name, ())):
            yield from items.no_days(f"$.{name}[{place}]", item, RECOMMENDATION) if name != "findings" else ()
            for number, one in enumerate(item.get("rests_on", ())):
                path = f"$.{name}[{place}].rests_on[{number}]"
                yield from _places(path, one, tree)
                yield from _answer(path, one, framework, samples)


def _places(path: str, one: Mapping[str, Any], tree: Mapping[str, Any]) -> Iterator[Problem]:
    for key, listed in _BY_PLACE.items():
        if one.get(key, 0) > (there := len(tree.get(listed, ()))):
            yield f"{path}.{key}", f"{one[key]} is more than the {there} {listed} that the document has"


def _answer(path: str, one: Mapping[str, Any], framework: Framework, samples: Mapping[str, str]) -> Iterator[Problem]:
    case, question, prompt = (one.get(key, "") for key in _OF_A_CASE)
    if case and case not in samples:
        yield f"{path}.case", f"there is no case {shown(case)} among the cases"
    elif question and (why := misplaced(framework, question, samples[case])):
        yield f"{path}.question", why
    elif prompt and prompt not in [p.ref for p in framework.questions[question][1].prompts]:
        yield f"{path}.prompt", f"{question} has no prompt {shown(prompt)}"
