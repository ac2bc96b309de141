"""Inspection documents, version 1 (docs/inspection-document.md): a whole inspection as one JSON file, in and out.

In a document a case is named by its reference, so a document that is read has Case.id equal to Case.ref.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.inspection import (
    Answer,
    Case,
    Finding,
    FindingKind,
    GivenRating,
    Inspection,
    Judgement,
    PanelDecision,
    Person,
    PromptAnswer,
    Recommendation,
    Totals,
)
from inspector_app.core.errors import Code, Expected
from inspector_app.core.interchange import checks, desk, jsontext, schema
from inspector_app.core.interchange.desk import filled
from inspector_app.core.interchange.references import references

VERSION = 1

Find = Callable[[str], Framework]
_Item = dict[str, Any]
# A key question's reference has one part more than its standard's: 2.1 and 2.1.1, V1 and V1.2.
_QUESTION = re.compile(r"[0-9]+\.[0-9]+\..+|[^0-9.][^.]*\..+")


def read_bytes(data: bytes, where: str, find: Find, framework_id: str | None = None) -> Inspection:
    """`read` for the bytes of a file. Also raises Expected(NOT_TEXT)."""
    return read(jsontext.decode(data, where), where, find, framework_id)


def read(text: str, where: str, find: Find, framework_id: str | None = None) -> Inspection:
    """The inspection in a document. `where` names the file for errors; `framework_id` overrides the document's own.

    Raises Expected: NOT_JSON, DOCUMENT_INVALID (with the path), DOCUMENT_NEWER, and FRAMEWORK_UNKNOWN from `find`.
    """
    tree = jsontext.tree(text, where)
    _known_format(tree, where)
    schema.check(tree, where)
    framework = find(framework_id or tree["framework"])
    for path, why in checks.problems(tree, framework):
        raise jsontext.invalid(where, path, why)
    return _inspection(tree, framework)


def write(inspection: Inspection) -> str:
    """The document of an inspection: keys in one order, one item a line, nothing that is empty, a newline at the end.

    Two cases of one reference (two laptops may each have added it) come out as "C01" and "C01 (2)". What is said of
    a case or a person that the inspection does not hold is left out: no reader could tell who or what is meant.
    """
    lines = (f'  "{key}": {_lines(value)}' for key, value in _tree(inspection) if value or key == "service")
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _known_format(tree: Mapping[str, Any], where: str) -> None:
    if tree.get("format") != "inspection":
        found = f"{jsontext.shown(tree['format'])} is not" if "format" in tree else "this key is missing; it must be"
        raise jsontext.invalid(where, "$.format", f'{found} "inspection"')
    version = tree.get("version")
    if type(version) is int and version > VERSION:
        raise Expected(Code.DOCUMENT_NEWER, where=where, found=version, known=VERSION)


def _inspection(tree: Mapping[str, Any], framework: Framework) -> Inspection:
    start = tree["fieldwork"]["start"]
    return Inspection(
        framework=framework.id,
        service=tree["service"],
        start=date.fromisoformat(start),
        end=date.fromisoformat(tree["fieldwork"].get("end", start)),
        marking=tree.get("marking", ""),
        notice=tree.get("notice", ""),
        team=tuple(Person(**item) for item in tree.get("team", ())),
        cases=tuple(Case(id=case["ref"], **desk.given(case)) for case in tree.get("cases", ())),
        judgements=tuple(Judgement(**_answered(item)) for item in tree.get("judgements", ())),
        prompts=tuple(PromptAnswer(**_answered(item)) for item in tree.get("prompts", ())),
        ratings=tuple(_given(item) for item in tree.get("ratings", ())),
        panel=tuple(PanelDecision(**item) for item in tree.get("panel", ())),
        findings=tuple(Finding(**{**item, "kind": FindingKind(item["kind"])}) for item in tree.get("findings", ())),
        recommendations=tuple(Recommendation(**item) for item in tree.get("recommendations", ())),
        totals=tuple(Totals(item["question"], int(item["yes"]), int(item["of"])) for item in tree.get("totals", ())),
        **desk.read(tree),
    )


def _answered(item: _Item) -> _Item:
    answer = item.get("answer")
    return {**item, "answer": None if answer is None else Answer(answer)}


def _given(item: _Item) -> GivenRating:
    return GivenRating(
        subject=checks.subject(item),
        rating=item.get("rating"),
        rationale=item.get("rationale", ""),
        stars=_whole(item.get("stars")),
        case_score=_whole(item.get("case_score")),
    )


def _whole(number: float | None) -> int | None:
    return None if number is None else int(number)  # JSON has 3.0 for 3


def _tree(inspection: Inspection) -> Iterator[tuple[str, Any]]:
    refs = references(inspection.cases)
    people = {person.id for person in inspection.team}
    yield "format", "inspection"
    yield "version", VERSION
    yield "framework", inspection.framework
    yield "service", inspection.service
    yield "marking", inspection.marking
    yield "notice", inspection.notice
    yield "fieldwork", filled(start=inspection.start, end=inspection.end)
    yield from desk.about(inspection)
    yield "team", [{"id": p.id, "name": p.name} | filled(role=p.role) for p in inspection.team]
    cases = (
        replace(c, ref=refs[c.id], inspector=c.inspector if c.inspector in people else "") for c in inspection.cases
    )
    first = ("ref", "sample", "type", "inspector")
    yield "cases", [filled(**{key: getattr(c, key) for key in first}) | desk.facts(c) for c in cases]
    yield "judgements", [_judgement(j, refs, people) for j in inspection.judgements if j.case in refs]
    yield "prompts", [_prompt(p, refs, people) for p in inspection.prompts if p.case in refs]
    yield "totals", [{"question": t.question, "yes": t.yes, "of": t.of} for t in inspection.totals]
    yield "ratings", [_rating(r) for r in inspection.ratings]
    yield (
        "panel",
        [filled(standard=p.standard, question=p.question, to=p.to, reason=p.reason) for p in inspection.panel],
    )
    yield "findings", [{"standard": f.standard, "kind": f.kind, "text": f.text} for f in inspection.findings]
    yield "recommendations", [{"to": r.to, "text": r.text} for r in inspection.recommendations]
    yield from desk.parts(inspection, refs, people)


def _judgement(j: Judgement, refs: dict[str, str], people: set[str]) -> _Item:
    by = j.by if j.by in people else ""
    return filled(case=refs[j.case], question=j.question, answer=j.answer, rationale=j.rationale, by=by)


def _prompt(p: PromptAnswer, refs: dict[str, str], people: set[str]) -> _Item:
    by = p.by if p.by in people else ""
    return filled(case=refs[p.case], question=p.question, prompt=p.prompt, answer=p.answer, note=p.note, by=by)


def _rating(r: GivenRating) -> _Item:
    key = "question" if _QUESTION.fullmatch(r.subject) else "standard"
    return filled(**{key: r.subject}, rating=r.rating, stars=r.stars, case_score=r.case_score, rationale=r.rationale)


def _lines(value: object) -> str:
    if not isinstance(value, list):
        return json.dumps(value, ensure_ascii=False)
    return "[\n" + ",\n".join("    " + json.dumps(item, ensure_ascii=False) for item in value) + "\n  ]"
