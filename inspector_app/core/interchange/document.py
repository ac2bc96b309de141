"""Inspection documents, version 1 (docs/inspection-document.md): a whole inspection as one JSON file, in and out.

In a document a case is named by its reference, so a document that is read has Case.id equal to Case.ref.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import chain
from typing import Any

from inspector_app.core.domain.caseload import Caseload, readable
from inspector_app.core.domain.fields import (
    CASE,
    CASELOAD,
    FINDING,
    INSPECTION,
    JUDGEMENT,
    PANEL,
    PERSON,
    PREVIOUS,
    PROMPT,
    RATING,
    RECOMMENDATION,
    TOTALS,
    Entity,
)
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
    Previous,
    PromptAnswer,
    Recommendation,
    Totals,
)
from inspector_app.core.domain.text import alike
from inspector_app.core.domain.text.names import tidied
from inspector_app.core.errors import Code, Expected
from inspector_app.core.interchange import checks, desk, jsontext, resting, schema
from inspector_app.core.interchange.items import Item, filled, given, nested, written
from inspector_app.core.interchange.pieces import as_json, in_pieces
from inspector_app.core.interchange.references import references

VERSION = 1

Find = Callable[[str], Framework]
_LISTED = re.compile(r"\$\.(\w+)\[(\d+)\]")  # the path of an item
# A key question’s reference has one part more than its standard’s: 2.1 and 2.1.1, V1 and V1.2.
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
    for path, why in chain(checks.problems(tree, framework), resting.problems(tree, framework)):
        raise jsontext.invalid(where, path, why)
    return _inspection(tree, framework)


def write(inspection: Inspection, framework: Framework | None = None) -> str:
    """The document of an inspection: keys in one order, one item a line, nothing that is empty, a newline at the end.

    Two cases of one reference (two laptops may each have added it) come out as "C01" and "C01 (2)". What is said of
    a case or a person that the inspection does not hold is left out: no reader could tell who or what is meant.
    With its `framework`, what a reader would refuse stands apart in it (`_set_apart`).
    """
    return "".join(_text(inspection, framework))


def pieces(inspection: Inspection, framework: Framework | None = None) -> list[bytes]:
    """What `write` gives, as the bytes of some items each."""
    return in_pieces(_text(inspection, framework))


def _text(inspection: Inspection, framework: Framework | None) -> Iterator[str]:
    """The document, item by item."""
    tree = dict(_tree(inspection))
    if framework is not None:
        tree = _set_apart(tree, framework)
    before = "{\n"
    for key, value in tree.items():
        if value or key == "service":
            yield f'{before}  "{key}": '
            yield from _lines(value)
            before = ",\n"
    yield "\n}\n"


def _set_apart(tree: Item, framework: Framework) -> Item:
    """The document with what a reader would refuse under `unread`: each item as it was, its list, and what is wrong with it.

    No window writes such a value; a colleague's program, or a former version, may have, and one would keep all of it from
    being read. What was said of such an item (an answer on a case) follows it there.
    """
    apart: list[Item] = []
    while wrong := dict(_wrong(tree, framework)):
        for (listed, place), why in sorted(wrong.items(), reverse=True):
            apart.append({"list": listed, "why": why, "item": tree[listed].pop(place)})
    return tree | {"unread": apart} if apart else tree


def _wrong(tree: Item, framework: Framework) -> Iterator[tuple[tuple[str, int], str]]:
    for path, why in chain(checks.problems(tree, framework), resting.problems(tree, framework)):
        if found := _LISTED.match(path):  # else it is of the inspection itself, and nothing could be read without it
            yield (found[1], int(found[2])), why


def _known_format(tree: Mapping[str, Any], where: str) -> None:
    if tree.get("format") != "inspection":
        found = f"{jsontext.shown(tree['format'])} is not" if "format" in tree else "this key is missing; it must be"
        raise jsontext.invalid(where, "$.format", f'{found} "inspection"')
    version = tree.get("version")
    if type(version) is int and version > VERSION:
        raise Expected(Code.DOCUMENT_NEWER, where=where, found=version, known=VERSION)


def _inspection(tree: Mapping[str, Any], framework: Framework) -> Inspection:
    return Inspection(
        framework=framework.id,
        **_about(tree),
        team=tuple(_person(item) for item in tree.get("team", ())),
        cases=tuple(_case(item) for item in tree.get("cases", ())),
        judgements=tuple(_judgement(item) for item in tree.get("judgements", ())),
        prompts=tuple(_prompt(item) for item in tree.get("prompts", ())),
        ratings=tuple(GivenRating(checks.subject(item), **given(RATING, item)) for item in tree.get("ratings", ())),
        panel=tuple(PanelDecision(standard=item["standard"], **given(PANEL, item)) for item in tree.get("panel", ())),
        findings=tuple(_finding(item) for item in tree.get("findings", ())),
        recommendations=tuple(_recommendation(item) for item in tree.get("recommendations", ())),
        previous=tuple(Previous(**given(PREVIOUS, item)) for item in tree.get("previous", ())),
        totals=tuple(Totals(question=item["question"], **given(TOTALS, item)) for item in tree.get("totals", ())),
        caseload=tuple(_caseload(item) for item in tree.get("caseload", ())),
        **desk.read(tree),
    )


def _person(item: Item) -> Person:
    said = given(PERSON, item)
    return Person(id=item["id"], **{**said, "name": tidied(said["name"])})


def _case(item: Item) -> Case:
    """A case; its id is its reference as the document writes it, by which everything else there names it."""
    return Case(id=item["ref"], **{**given(CASE, item), "ref": alike.written(item["ref"])})


def _about(tree: Mapping[str, Any]) -> Item:
    """What the document says of the inspection itself. A visit without an end is of one day."""
    said = given(INSPECTION, tree)
    for start, end in (("start", "end"), ("return_start", "return_end")):
        if start in said:
            said.setdefault(end, said[start])
    return said


def _judgement(item: Item) -> Judgement:
    return Judgement(case=item["case"], question=item["question"], by=item.get("by", ""), **_answered(JUDGEMENT, item))


def _prompt(item: Item) -> PromptAnswer:
    about = {key: item[key] for key in ("case", "question", "prompt")}
    return PromptAnswer(**about, by=item.get("by", ""), **_answered(PROMPT, item))


def _answered(entity: Entity, item: Item) -> Item:
    said = given(entity, item)
    return {**said, "answer": Answer(said["answer"]) if "answer" in said else None}


def _finding(item: Item) -> Finding:
    said = given(FINDING, item)
    return Finding(**{**said, "kind": FindingKind(said["kind"])}, rests_on=resting.read(item))


def _recommendation(item: Item) -> Recommendation:
    return Recommendation(**given(RECOMMENDATION, item), rests_on=resting.read(item))


def _caseload(item: Item) -> Caseload:
    return Caseload(item["sample"], item["characteristic"], **given(CASELOAD, item))


def _tree(inspection: Inspection) -> Iterator[tuple[str, Any]]:
    refs = references(inspection.cases)
    people = {person.id for person in inspection.team}
    yield "format", "inspection"
    yield "version", VERSION
    yield "framework", inspection.framework
    about = inspection if inspection.return_start else replace(inspection, return_end=None)
    yield from nested(written(INSPECTION, about, ("service", "marking", "notice"), always=("service",))).items()
    team = (replace(p, name=tidied(p.name)) for p in inspection.team)
    yield "team", [{"id": p.id} | written(PERSON, p, always=("name",)) for p in team]
    cases = (
        replace(c, ref=refs[c.id], inspector=c.inspector if c.inspector in people else "") for c in inspection.cases
    )
    yield "cases", [written(CASE, c, always=("sample",)) for c in cases]
    yield "judgements", [_written_judgement(j, refs, people) for j in inspection.judgements if j.case in refs]
    yield "prompts", [_written_prompt(p, refs, people) for p in inspection.prompts if p.case in refs]
    yield "totals", [{"question": t.question} | said for t in inspection.totals if len(said := written(TOTALS, t)) == 2]
    yield "ratings", [_written_rating(r) for r in inspection.ratings]
    yield (
        "panel",
        [{"standard": p.standard} | written(PANEL, p, ("question",)) for p in inspection.panel if not p.is_draft],
    )
    yield (
        "findings",
        [
            written(FINDING, f, always=("standard", "kind", "text")) | resting.written(f.rests_on, refs)
            for f in inspection.findings
        ],
    )
    yield (
        "recommendations",
        [
            written(RECOMMENDATION, r, always=("to", "text")) | resting.written(r.rests_on, refs)
            for r in inspection.recommendations
        ],
    )
    of = (
        {"sample": c.sample, "characteristic": c.characteristic} | written(CASELOAD, replace(c, counts=counts))
        for c in inspection.caseload
        if (counts := readable(c.counts))
    )
    yield "caseload", list(of)
    yield "previous", [written(PREVIOUS, p, always=("to", "text")) for p in inspection.previous]
    yield from desk.parts(inspection, refs, people)


def _written_judgement(j: Judgement, refs: dict[str, str], people: set[str]) -> Item:
    about = {"case": refs[j.case], "question": j.question}
    return about | written(JUDGEMENT, j) | filled(by=j.by if j.by in people else "")


def _written_prompt(p: PromptAnswer, refs: dict[str, str], people: set[str]) -> Item:
    about = {"case": refs[p.case], "question": p.question, "prompt": p.prompt}
    return about | written(PROMPT, p) | filled(by=p.by if p.by in people else "")


def _written_rating(r: GivenRating) -> Item:
    key = "question" if _QUESTION.fullmatch(r.subject) else "standard"
    return {key: r.subject} | written(RATING, r, ("rating", "stars", "case_score"))


def _lines(value: object) -> Iterator[str]:
    if not isinstance(value, list):
        yield as_json(value)
        return
    before = "[\n"
    for item in value:
        yield f"{before}    {as_json(item)}"
        before = ",\n"
    yield "\n  ]"
