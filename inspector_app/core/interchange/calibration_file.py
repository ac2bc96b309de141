"""Files of calibration: a set of constructed cases (resources/calibration), and one person's marks of it, without a name."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.inspection import Answer
from inspector_app.core.interchange import jsontext
from inspector_app.core.rating.calibration import CalibrationSet, ConstructedCase, Definitive, Marks

FORMAT, MARKS, VERSION = "calibration", "calibration-marks", 1
_SET = {"format", "version", "id", "title", "notice", "frameworks", "cases"}
_CASE = {"ref", "title", "sample", "text", "answers"}
_ANSWERS = {answer.value: answer for answer in Answer}


@dataclass(frozen=True, slots=True)
class MarkedSet:
    """One person's marks: of which set, and an id by which a file that is given twice counts once."""

    of: str
    id: str
    marks: Marks


def read(text: str, where: str) -> CalibrationSet:
    """A set of constructed cases. Expected: NOT_JSON, DOCUMENT_INVALID (with the path)."""
    tree = _tree(text, where, FORMAT, _SET)
    for key in ("id", "title", "notice"):
        _text(tree, key, "$", where)
    if "/" in tree["id"]:
        raise jsontext.invalid(where, "$.id", "it has a stroke, by which items are told apart")
    found = CalibrationSet(
        id=tree["id"],
        title=tree["title"],
        notice=tree["notice"],
        frameworks=tuple(_texts(tree, "frameworks", where)),
        cases=tuple(_case(item, f"$.cases[{n}]", where) for n, item in enumerate(_list(tree, "cases", "$", where))),
    )
    for (case, item), times in Counter((one.case, one.item) for one in found.answers).items():
        if times > 1:
            raise jsontext.invalid(where, "$.cases", f"{case} {item} is asked more than once")
    return found


def misfits(known: CalibrationSet, framework: Framework) -> Iterator[str]:
    """The items of the set that the framework does not ask on cases of that sample."""
    for case in known.cases:
        asked = _asked(framework, case.sample)
        for one in case.answers:
            question, _, prompt = one.item.partition("/")
            if question not in asked or (prompt and prompt not in asked[question]):
                yield f"{case.ref} {one.item}"


def _asked(framework: Framework, sample: str) -> dict[str, set[str]]:
    """The key questions of a sample with their prompts; nothing where there is no such sample."""
    if sample not in {one.code for one in framework.samples}:
        return {}
    return {q.ref: {p.ref for p in q.prompts} for _, q in framework.sample_questions(sample)}


def read_marks(text: str, where: str) -> MarkedSet:
    """One person's marks. Expected: NOT_JSON, DOCUMENT_INVALID (with the path)."""
    tree = _tree(text, where, MARKS, {"format", "version", "set", "id", "marks"})
    for key in ("set", "id"):
        _text(tree, key, "$", where)
    marks = {}
    for place, item in enumerate(_list(tree, "marks", "$", where)):
        path = f"$.marks[{place}]"
        _known(item, {"case", "item", "answer"}, path, where)
        for key in ("case", "item"):
            _text(item, key, path, where)
        marks[item["case"], item["item"]] = _answer(item, path, where)
    return MarkedSet(tree["set"], tree["id"], marks)


def write_marks(found: MarkedSet) -> str:
    """The file of one person's marks: nothing in it says whose they are."""
    marks = [{"case": case, "item": item, "answer": answer.value} for (case, item), answer in found.marks.items()]
    tree = {"format": MARKS, "version": VERSION, "set": found.of, "id": found.id, "marks": marks}
    return json.dumps(tree, ensure_ascii=False, indent=1) + "\n"


def _tree(text: str, where: str, wanted: str, keys: set[str]) -> dict[str, Any]:
    tree = jsontext.tree(text, where)
    if (tree.get("format"), tree.get("version")) != (wanted, VERSION):
        raise jsontext.invalid(where, "$.format", f'it is not "{wanted}", version {VERSION}')
    _known(tree, keys, "$", where)
    return tree


def _known(item: Any, keys: set[str], path: str, where: str) -> None:
    if not isinstance(item, Mapping) or set(item) != keys:
        raise jsontext.invalid(where, path, f"it has not just: {', '.join(sorted(keys))}")


def _case(item: Any, path: str, where: str) -> ConstructedCase:
    _known(item, _CASE, path, where)
    for key in ("ref", "title", "sample", "text"):
        _text(item, key, path, where)
    answers = enumerate(_list(item, "answers", path, where))
    found = tuple(_definitive(item["ref"], one, f"{path}.answers[{n}]", where) for n, one in answers)
    return ConstructedCase(
        ref=item["ref"], title=item["title"], sample=item["sample"], text=item["text"], answers=found
    )


def _definitive(case: str, item: Any, path: str, where: str) -> Definitive:
    _known(item, {"item", "answer", "reason"}, path, where)
    for key in ("item", "reason"):
        _text(item, key, path, where)
    return Definitive(case, item["item"], _answer(item, path, where), item["reason"])


def _answer(item: Mapping[str, Any], path: str, where: str) -> Answer:
    held = item["answer"]
    if not isinstance(held, str) or held not in _ANSWERS:
        raise jsontext.invalid(where, f"{path}.answer", f"it is not one of: {', '.join(_ANSWERS)}")
    return _ANSWERS[held]


def _text(item: Mapping[str, Any], key: str, path: str, where: str) -> None:
    if not isinstance(item[key], str) or not item[key].strip():
        raise jsontext.invalid(where, f"{path}.{key}", "it is no text")


def _list(item: Mapping[str, Any], key: str, path: str, where: str) -> list[Any]:
    held = item[key]
    if not isinstance(held, list):
        raise jsontext.invalid(where, f"{path}.{key}", "it is no list")
    return held


def _texts(tree: Mapping[str, Any], key: str, where: str) -> list[str]:
    held = _list(tree, key, "$", where)
    if not all(isinstance(one, str) for one in held):
        raise jsontext.invalid(where, f"$.{key}", "it is no list of texts")
    return held
