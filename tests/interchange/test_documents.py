"""Inspection documents: what is read, what is refused and in which words, and that writing loses nothing."""

import copy
import json
import random
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector_app.core import paths
from inspector_app.core.domain.days import visits
from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.inspection import (
    Answer,
    Bearing,
    Case,
    Concern,
    Event,
    Figure,
    Finding,
    FindingKind,
    GivenRating,
    Informed,
    Inspection,
    Interview,
    Judgement,
    PanelDecision,
    Person,
    PromptAnswer,
    Recommendation,
    Source,
    Totals,
)
from inspector_app.core.domain.text import alike
from inspector_app.core.domain.text.names import tidied
from inspector_app.core.errors import Code, Expected
from inspector_app.core.interchange import document, schema
from inspector_app.core.interchange.frameworks.file import parse
from inspector_app.ui.errors import sentence

DATA = Path(__file__).parent.parent / "data"
SAMPLE = paths.resources() / "samples" / "trafford-2025.json"


@cache
def find(framework_id: str) -> Framework:
    file = paths.resources() / "frameworks" / f"{framework_id}.json"
    if not file.is_file():
        raise Expected(Code.FRAMEWORK_UNKNOWN, framework=framework_id, known="…")
    return parse(file.read_text(encoding="utf-8"), file.name)


def small() -> dict[str, Any]:
    """A document with something in every list."""
    return {
        "format": "inspection",
        "version": 1,
        "framework": "iyjwcv-2025",
        "service": "Anyshire",
        "fieldwork": {"start": "2025-03-24", "end": "2025-03-28"},
        "team": [{"id": "a", "name": "Inspector A", "role": "lead"}],
        "cases": [
            {"ref": "C01", "sample": "children", "type": "bail", "inspector": "a", "began": "2024-10-01", "age": 15},
            {"ref": "V01", "sample": "victims"},
        ],
        "nation": "wales",
        "return": {"start": "2025-04-28", "end": "2025-05-02"},
        "interviews": [{"case": "C01", "role": "case manager", "day": "2025-03-25", "note": "…"}],
        "events": [
            {
                "day": "2025-03-24",
                "time": "09:30",
                "end": "10:30",
                "kind": "case",
                "title": "…",
                "person": "a",
                "case": "C01",
            }
        ],
        "sources": [
            {
                "kind": "survey",
                "day": "2025-03-26",
                "asked": 34,
                "answered": 15,
                "figures": [{"question": "How do you rate it?", "said": "10", "count": 8, "of": 13}],
                "bears_on": [{"on": "1.1.2a", "note": "…"}, {"on": "V1.2"}],
            }
        ],
        "concerns": [
            {
                "what": "…",
                "case": "C01",
                "day": "2025-03-25",
                "time": "14:10",
                "closed": True,
                "people_told": [
                    {
                        "whom": "The police",
                        "day": "2025-03-25",
                        "time": "14:20",
                        "by": "Ann",
                        "agreed": "They ring back",
                    }
                ],
            }
        ],
        "judgements": [
            {"case": "C01", "question": "2.1.1", "answer": "yes", "rationale": "Enough.", "by": "a"},
            {"case": "V01", "question": "V1.1", "answer": "na"},
        ],
        "prompts": [{"case": "C01", "question": "2.1.1", "prompt": "a", "answer": "no", "note": "None", "by": "a"}],
        "totals": [{"question": "2.2.1", "yes": 12, "of": 15}],
        "ratings": [{"standard": "1.1", "rating": "Good"}, {"question": "V1.2", "rating": "Requires improvement"}],
        "panel": [{"standard": "2.2", "question": "2.2.2", "to": "Good", "reason": "…"}],
        "findings": [{"standard": "2.1", "kind": "strength", "text": "…"}],
        "recommendations": [{"to": "The service", "text": "…"}],
    }


def read(tree: object, framework_id: str | None = None) -> Inspection:
    return document.read(json.dumps(tree), "doc.json", find, framework_id)


def refusal(tree: object) -> Expected:
    with pytest.raises(Expected) as caught:
        read(tree)
    return caught.value


def test_every_list_of_the_document_arrives() -> None:
    inspection = read(small())
    assert inspection == Inspection(
        framework="iyjwcv-2025",
        service="Anyshire",
        start=date(2025, 3, 24),
        end=date(2025, 3, 28),
        team=(Person("a", "Inspector A", "lead"),),
        cases=(
            Case("C01", "C01", "children", "bail", "a", began=date(2024, 10, 1), age=15),
            Case("V01", "V01", "victims"),
        ),
        nation="wales",
        return_start=date(2025, 4, 28),
        return_end=date(2025, 5, 2),
        interviews=(Interview("C01", "case manager", date(2025, 3, 25), "…"),),
        events=(Event(date(2025, 3, 24), "09:30", "10:30", "case", "…", "a", "C01"),),
        sources=(
            Source(
                "survey",
                day=date(2025, 3, 26),
                asked=34,
                answered=15,
                figures=(Figure("How do you rate it?", "10", 8, 13),),
                bears_on=(Bearing("1.1.2a", "…"), Bearing("V1.2")),
            ),
        ),
        concerns=(
            Concern(
                "…",
                "C01",
                date(2025, 3, 25),
                "14:10",
                closed=True,
                people_told=(Informed("The police", date(2025, 3, 25), "14:20", "Ann", "They ring back"),),
            ),
        ),
        judgements=(
            Judgement("C01", "2.1.1", Answer.YES, "Enough.", "a"),
            Judgement("V01", "V1.1", Answer.NA),
        ),
        prompts=(PromptAnswer("C01", "2.1.1", "a", Answer.NO, "None", "a"),),
        totals=(Totals("2.2.1", 12, 15),),
        ratings=(GivenRating("1.1", "Good"), GivenRating("V1.2", "Requires improvement")),
        panel=(PanelDecision("2.2", "Good", "…", "2.2.2"),),
        findings=(Finding("2.1", FindingKind.STRENGTH, "…"),),
        recommendations=(Recommendation("The service", "…"),),
    )


def test_an_answer_left_out_or_null_is_unanswered() -> None:
    tree = small()
    del tree["judgements"][0]["answer"]
    tree["judgements"][1]["answer"] = None
    assert [j.answer for j in read(tree).judgements] == [None, None]


def test_fieldwork_without_an_end_is_one_day() -> None:
    tree = small()
    del tree["fieldwork"]["end"]
    assert read(tree).end == date(2025, 3, 24)


def test_framework_option_overrides_the_document() -> None:
    assert read(small(), "iyjs-2025").framework == "iyjs-2025"


def test_unknown_framework_is_refused() -> None:
    assert refusal(small() | {"framework": "iyjs-1999"}).code is Code.FRAMEWORK_UNKNOWN


def test_byte_order_mark_is_no_fault() -> None:
    assert document.read_bytes(b"\xef\xbb\xbf" + json.dumps(small()).encode(), "d", find) == read(small())


def test_bytes_that_are_not_utf8_are_refused_with_their_place() -> None:
    with pytest.raises(Expected) as caught:
        document.read_bytes(b'{"format": "\x93"}', "doc.json", find)
    assert (caught.value.code, caught.value.facts["position"]) == (Code.NOT_TEXT, 12)


def test_newer_version_says_which_is_known() -> None:
    error = refusal(small() | {"version": 2, "brand_new": []})
    assert (error.code, error.facts["found"], error.facts["known"]) == (Code.DOCUMENT_NEWER, 2, 1)


def test_broken_json_is_refused_with_line_and_column() -> None:
    with pytest.raises(Expected) as caught:
        document.read('{\n  "format": inspection\n}', "doc.json", find)
    error = caught.value
    assert (error.code, error.facts["line"], error.facts["column"]) == (Code.NOT_JSON, 2, 13)


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("[]", "$"),
        ('"inspection"', "$"),
        ("{}", "$.format"),
        ('{"format": "handoff"}', "$.format"),
        ('{"format": "inspection", "version": NaN}', "$.version"),
        ('{"format": "inspection", "version": -Infinity}', "$.version"),
        ('{"format": "inspection", "version": 1e999}', "$.version"),
        ('{"format": "inspection", "version": ' + "9" * 6000 + "}", "$.version"),
        ('{"format": "inspection", "version": 1, "team": [{"id": "a", "id": "b"}]}', "$.team[0]"),
        ('{"format": "inspection", "service": "\\ud800"}', "$.service"),
        ("[" * 100_000, "$"),
        ('{"format": "inspection", "cases": ' + "[" * 50 + "]" * 50 + "}", "$.cases" + "[0]" * 12),
    ],
)
def test_text_that_no_document_is_made_of_is_refused(text: str, path: str) -> None:
    with pytest.raises(Expected) as caught:
        document.read(text, "doc.json", find)
    assert (caught.value.code, caught.value.facts["path"]) == (Code.DOCUMENT_INVALID, path)


@pytest.mark.parametrize(
    ("key", "most"), [("team", 1_000), *((key, 10_000) for key in ("cases", "told", "points", "events", "findings"))]
)
def test_a_list_longer_than_any_can_be_is_refused_before_its_entries_are_looked_at(
    key: str, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """100,000 people took six seconds."""
    tree = {"format": "inspection", "version": 1, "framework": "iyjwcv-2025", key: [{}] * (most + 1)}
    monkeypatch.setattr(schema, "_validator", lambda: pytest.fail("each entry is looked at"))
    with pytest.raises(Expected) as caught:
        document.read(json.dumps(tree), "doc.json", find)
    assert (caught.value.code, caught.value.facts["path"]) == (Code.DOCUMENT_INVALID, f"$.{key}")
    assert f"{most:,}" in sentence(caught.value)


_REFUSED: list[tuple[str, Any, str]] = [
    ("nation", "france", "is not one of: england"),
    ("return.end", "2025-04-01", "before the start"),
    ("return.start", "2025-02-30", "not a day of the calendar"),
    ("cases[0].began", "1 October", "a date is written as"),
    ("cases[0].ended", "2025-02-30", "not a day of the calendar"),
    ("cases[0].age", -1, "too small"),
    ("interviews[0].case", "C99", "no case"),
    ("interviews[0].day", "2025-13-01", "not a day of the calendar"),
    ("events[0].time", "9:30", "a time is written as"),
    ("events[0].kind", "lunch", "is not one of"),
    ("events[0].person", "z", "nobody with the id"),
    ("events[0].case", "C99", "no case"),
    ("sources[0].answered", "many", "must be a whole number"),
    ("sources[0].day", "2025-02-30", "not a day of the calendar"),
    ("sources[0].bears_on[0].on", "9.9.9z", "no standard, key question or prompt"),
    ("sources[0].bears_on[1].on", "1.1.2a", "stands there twice"),
    ("concerns[0].told_day", "2025-02-30", "not a day of the calendar"),
    ("concerns[0].people_told[0].day", "2025-02-30", "not a day of the calendar"),
    ("concerns[0].people_told[0].time", "25:00", "a time is written as"),
    ("concerns[0].case", "C99", "no case"),
    ("concerns[0].closed", "yes", "must be true or false"),
    # where, what is put there, and words of the reason
    ("judgments", [], "did you mean judgements?"),
    ("service", 7, "text"),
    ("service", None, "text"),
    ("version", 0, "1"),
    ("version", True, "1"),
    ("fieldwork.start", "24/03/2025", "a date is written as 2025-03-24"),
    ("fieldwork.start", "2025-02-30", "not a day of the calendar"),
    ("fieldwork.end", "2025-03-23", "before the start"),
    ("cases[0].sample", "court", "not one of: children, victims"),
    ("cases[0].ref", " C01", "space"),
    ("cases[0].inspector", "z", "nobody"),
    ("cases[1].ref", "C01", "stands already at $.cases[0]"),
    ("team[1]", {"id": "a", "name": "B"}, "stands already at $.team[0]"),
    ("judgements[0].case", "C99", "no case"),
    ("judgements[0].question", "2.1.9", "no key question"),
    ("judgements[0].question", "1.1.1", "not judged case by case"),
    ("judgements[0].question", "V1.1", "sample victims"),
    ("judgements[0].answer", "Yes", "not one of: yes, no, na"),
    ("judgements[0].answer", 1, "not one of: yes, no, na"),
    ("judgements[0].by", "z", "nobody"),
    ("judgements[0].note", "…", "no such key"),
    ("judgements[2]", {"case": "C01", "question": "2.1.1", "answer": "no"}, "stands already at $.judgements[0]"),
    ("prompts[0].prompt", "z", "has a, b, c"),
    ("prompts[0].question", "2.1.7", "no key question"),
    ("prompts[1]", {"case": "C01", "question": "2.1.1", "prompt": "a"}, "stands already at $.prompts[0]"),
    ("totals[0].question", "2.1.1", "judgements too"),
    ("totals[0].question", "V1.2", "not judged case by case"),
    ("totals[0].yes", 16, "16 Yes of 15"),
    ("totals[0].yes", -1, "least is 0"),
    ("totals[0].of", 15.5, "whole number"),
    ("totals[1]", {"question": "2.2.1", "yes": 1, "of": 1}, "stands already at $.totals[0]"),
    ("ratings[0].rating", "Excellent", "not one of: Inadequate"),
    ("ratings[0].standard", "9.9", "no standard or key question"),
    ("ratings[0].standard", "2.1", "comes from its cases"),
    ("ratings[1].question", "1.1.1", "not rated by itself"),
    ("ratings[1].question", "V1.1", "not rated by itself"),
    ("ratings[0].stars", 3, "rates in words"),
    ("panel[0].standard", "9.9", "no standard"),
    ("panel[0].to", "Better", "not one of: Inadequate"),
    ("panel[0].question", "2.1.1", "not a key question of standard 2.2"),
    ("panel[1]", {"standard": "2.2", "to": "Good", "reason": "…"}, "stands already at $.panel[0]"),
    ("findings[0].standard", "9.9", "no standard"),
    ("findings[0].kind", "weakness", "not one of: narrative, strength, improvement"),
]


@pytest.mark.parametrize(("place", "value", "words"), _REFUSED, ids=[f"{p}={v}"[:50] for p, v, _ in _REFUSED])
def test_a_wrong_value_is_refused_with_its_path_and_reason(place: str, value: Any, words: str) -> None:
    tree = small()
    *way, last = place.replace("]", "").replace("[", ".").split(".")
    node: Any = tree
    for step in way:
        node = node[int(step)] if isinstance(node, list) else node[step]
    if isinstance(node, list):
        node[int(last) :] = [value]
    else:
        node[last] = value
    error = refusal(tree)
    assert error.code is Code.DOCUMENT_INVALID
    assert str(error.facts["path"]).startswith(f"$.{place}")
    assert words in str(error.facts["why"])
    assert "{" not in sentence(error)


@pytest.mark.parametrize("key", ["version", "framework", "service", "fieldwork"])
def test_a_key_left_out_is_named(key: str) -> None:
    tree = small()
    del tree[key]
    assert refusal(tree).facts["path"] == f"$.{key}"


def test_a_rating_is_of_a_standard_or_a_question() -> None:
    for rating in ({"rating": "Good"}, {"standard": "V1", "question": "V1.2", "rating": "Good"}):
        error = refusal(small() | {"ratings": [rating]})
        assert error.facts["path"] == "$.ratings[0]"
        assert "either a standard or a question" in str(error.facts["why"])


@pytest.mark.parametrize("rating", [{"stars": 5}, {"stars": 0}, {"case_score": 101}, {"rating": "Outstanding"}])
def test_stars_and_scores_keep_within_their_framework(rating: dict[str, Any]) -> None:
    tree = json.loads((SAMPLE.parent / "trafford-2015.json").read_text(encoding="utf-8"))
    tree["ratings"][0].update(rating)
    assert refusal(tree).facts["path"] == f"$.ratings[0].{next(iter(rating))}"


def test_writing_is_canonical() -> None:
    text = document.write(read(small()))
    assert text.endswith("]\n}\n")
    assert '    {"case": "V01", "question": "V1.1", "answer": "na"}\n' in text
    assert document.write(document.read(text, "again", find)) == text


def test_two_cases_of_one_reference_stay_apart_and_readable() -> None:
    inspection = Inspection(
        "iyjwcv-2025",
        "Anyshire",
        date(2025, 3, 24),
        date(2025, 3, 28),
        cases=(
            Case("1", "C01", "children"),
            Case("2", "C01", "children"),
            Case("3", "C01 (2)", "children"),
            Case("4", "", "children"),
        ),
        judgements=(Judgement("1", "2.1.1", Answer.YES), Judgement("2", "2.1.1", Answer.NO)),
    )
    again = document.read(document.write(inspection), "doc.json", find)
    assert [case.ref for case in again.cases] == ["C01", "C01 (3)", "C01 (2)", "No reference"]
    assert [(j.case, j.answer) for j in again.judgements] == [("C01", Answer.YES), ("C01 (3)", Answer.NO)]


def test_what_is_said_of_a_removed_case_or_person_is_left_out() -> None:
    inspection = Inspection(
        "iyjwcv-2025",
        "Anyshire",
        date(2025, 3, 24),
        date(2025, 3, 28),
        cases=(Case("1", "C01", "children", inspector="gone"),),
        judgements=(Judgement("1", "2.1.1", Answer.YES, by="gone"), Judgement("gone", "2.1.1", Answer.NO)),
    )
    again = document.read(document.write(inspection), "doc.json", find)
    assert again.cases == (Case("C01", "C01", "children"),)
    assert again.judgements == (Judgement("C01", "2.1.1", Answer.YES),)


_NAMES = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=8)
_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


_DAYS = st.dates(date(1, 1, 1), date(9000, 1, 1))
_DAY = st.none() | _DAYS
_COUNT = st.none() | st.integers(0, 99)
_TIME = st.just("") | st.times().map(lambda t: f"{t:%H:%M}")
_TOLD = st.lists(st.builds(Informed, _TEXT, _DAY, _TIME, _TEXT, _TEXT), max_size=2).map(tuple)
_EVENTS = st.sampled_from(
    ["", "presentation", "case", "focus-group", "discussion", "meeting", "feedback", "points", "other"]
)
_CASES = st.builds(Case, *[_TEXT] * 5, _DAY, _DAY, _COUNT, *[_TEXT] * 4)
_SOURCE = st.builds(
    Source,
    st.sampled_from(["", "meeting", "interview", "focus-group", "document", "survey", "observation"]),
    *(_TEXT, _DAY, _TEXT, _TEXT, _COUNT, _COUNT),
    st.lists(st.builds(Figure, _TEXT, _TEXT, _COUNT, _COUNT), max_size=2).map(tuple),
    st.lists(
        st.builds(Bearing, st.sampled_from(["1.1", "1.1.2", "1.1.2a", "V1.2b"]), _TEXT), unique_by=lambda b: b.on
    ).map(tuple),
)


@st.composite
def inspections(draw: st.DrawFn, framework_id: str = "iyjwcv-2025") -> Inspection:
    framework = find(framework_id)
    days = draw(st.integers(0, 30))
    start = draw(st.dates(visits.FIRST, date(2100, 10, 1)))
    team = [Person(i, tidied(draw(_TEXT)), draw(_TEXT)) for i in draw(st.lists(_NAMES, unique=True, max_size=3))]
    by = st.sampled_from(["", *(p.id for p in team)])
    samples = st.sampled_from([s.code for s in framework.samples])
    refs_of_cases = draw(st.lists(_NAMES.map(tidied).filter(bool), unique_by=alike.key, max_size=4))
    cases = [replace(draw(_CASES), id=r, ref=r, sample=draw(samples), inspector=draw(by)) for r in refs_of_cases]
    case_or_none = st.sampled_from(["", *refs_of_cases])
    visit = draw(st.none() | st.dates(visits.FIRST, date(2100, 10, 1)))
    answers = st.sampled_from([None, *Answer])
    asked = [(c.id, q) for c in cases for _, q in framework.sample_questions(c.sample)]
    judged = [pair for pair in asked if draw(st.booleans())]
    prompted = [(c, q.ref, p.ref) for c, q in asked for p in q.prompts if draw(st.integers(0, 9)) == 0]
    free = [q.ref for _, q in framework.questions.values() if q.ref not in {q.ref for _, q in judged}]
    counts = st.tuples(st.integers(0, 99), st.integers(0, 99)).map(sorted)
    words = st.sampled_from([w.word for w in framework.rating.words])
    rated = [r for r in ("1.1", "1.2", "V1", "V1.2") if draw(st.booleans())]
    refs = [s.ref for s in framework.standards]
    kinds = st.sampled_from(list(FindingKind))
    return Inspection(
        framework=framework.id,
        service=draw(_TEXT),
        start=start,
        end=start + timedelta(days=days),
        marking=draw(_TEXT),
        notice=draw(_TEXT),
        team=tuple(team),
        cases=tuple(cases),
        judgements=tuple(Judgement(c, q.ref, draw(answers), draw(_TEXT), draw(by)) for c, q in judged),
        prompts=tuple(PromptAnswer(c, q, p, draw(answers), draw(_TEXT), draw(by)) for c, q, p in prompted),
        ratings=tuple(GivenRating(r, draw(st.none() | words), draw(_TEXT)) for r in rated),
        panel=tuple(PanelDecision(r, draw(words), f"Reason: {draw(_TEXT)}") for r in refs if draw(st.booleans())),
        findings=tuple(
            Finding(draw(st.sampled_from(refs)), draw(kinds), draw(_TEXT)) for _ in range(draw(st.integers(0, 3)))
        ),
        recommendations=tuple(Recommendation(draw(_TEXT), draw(_TEXT)) for _ in range(draw(st.integers(0, 2)))),
        totals=tuple(
            Totals(ref, *draw(counts))
            for ref in free
            if framework.questions[ref][1].evidence == "cases" and draw(st.booleans())
        ),
        nation=draw(st.sampled_from(["", "england", "wales"])),
        return_start=visit,
        return_end=visit,
        interviews=tuple(Interview(c.id, draw(_TEXT), draw(_DAY), draw(_TEXT)) for c in cases),
        events=tuple(
            draw(st.lists(st.builds(Event, _DAY, _TIME, _TIME, _EVENTS, _TEXT, by, case_or_none), max_size=2))
        ),
        sources=tuple(draw(st.lists(_SOURCE, max_size=2))),
        concerns=tuple(
            draw(
                st.lists(
                    st.builds(
                        Concern, _TEXT, case_or_none, _DAY, _TIME, _TEXT, _DAY, _TIME, _TEXT, st.booleans(), _TOLD
                    ),
                    max_size=2,
                )
            )
        ),
    )


@settings(max_examples=60, deadline=None)
@given(inspections())
def test_what_is_written_is_read_as_it_was(inspection: Inspection) -> None:
    text = document.write(inspection)
    assert document.read_bytes(text.encode("utf-8"), "doc.json", find) == inspection


_ODD: list[Any] = [
    None,
    True,
    -1,
    0,
    3,
    1e300,
    10**14,
    "",
    "yes",
    "2.1.1",
    "C01",
    "\x00",
    "=1+1",
    [],
    [[]],
    {},
    {"a": 1},
]


def places(node: Any) -> list[tuple[Any, Any]]:
    """Every place in a tree, as (container, key)."""
    if not isinstance(node, dict | list):
        return []
    keys = list(node) if isinstance(node, dict) else range(len(node))
    return [(node, key) for key in keys] + [place for key in keys for place in places(node[key])]


def mutated(tree: Any, seed: int) -> Any:
    chance = random.Random(seed)
    tree = copy.deepcopy(tree)
    for _ in range(chance.randint(1, 3)):
        node, key = chance.choice(places(tree) or [({"x": 1}, "x")])
        act = chance.randrange(4)
        if act == 0:
            del node[key]
        elif act == 1 and isinstance(node, dict):
            node[chance.choice(["answer", "standard", "question", "x\ny", ""])] = node[key]
        elif act == 2 and isinstance(node, list):
            node.append(copy.deepcopy(chance.choice(node)))
        else:
            node[key] = chance.choice(_ODD)
    return tree


def outcome(data: bytes) -> Inspection | Expected:
    """What reading gives; any other exception fails the test."""
    try:
        return document.read_bytes(data, "doc.json", find)
    except Expected as error:
        return error


@pytest.mark.parametrize("name", ["small", "salford-2024", "trafford-2015"])
def test_a_mutilated_document_is_read_or_refused_in_a_sentence(name: str) -> None:
    tree = small() if name == "small" else json.loads((SAMPLE.parent / f"{name}.json").read_text(encoding="utf-8"))
    outcomes = set()
    for seed in range(500):
        found = outcome(json.dumps(mutated(tree, seed)).encode())
        outcomes.add(type(found))
        if isinstance(found, Expected):
            assert "\n" not in sentence(found), seed
        else:
            assert outcome(document.write(found).encode()) == found, seed
    assert outcomes == {Inspection, Expected}


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 35_000), st.binary(max_size=6))
def test_a_damaged_file_is_read_or_refused(position: int, bytes_there: bytes) -> None:
    data = SAMPLE.read_bytes()
    found = outcome(data[:position] + bytes_there + data[position + len(bytes_there) + 1 :])
    assert isinstance(found, Inspection) or found.code in {
        *(Code.NOT_TEXT, Code.NOT_JSON, Code.DOCUMENT_INVALID),
        *(Code.DOCUMENT_NEWER, Code.FRAMEWORK_UNKNOWN),
    }


def test_texts_of_every_section_of_a_report_come_back_as_they_went() -> None:
    for framework_id in ("iyjwcv-2025", "iyjs-2025", "yos-2018", "fji-2014"):
        texts = tuple(Finding(code, FindingKind.NARRATIVE, f"{code}^[1]") for code in find(framework_id).sections)
        inspection = Inspection(framework_id, "Elm", date(2025, 3, 24), date(2025, 3, 28), findings=texts)
        assert document.read(document.write(inspection), "doc.json", find).findings == texts
        assert len(texts) > 2


@pytest.mark.parametrize(
    ("finding", "path", "why"),
    [
        ({"standard": "foreword", "kind": "strength", "text": ""}, "$.findings[0].kind", "holds narrative alone"),
        (
            {"standard": "preface", "kind": "narrative", "text": ""},
            "$.findings[0].standard",
            "of its report (foreword,",
        ),
    ],
)
def test_a_text_stands_in_a_section_that_there_is_as_narrative(finding: dict[str, str], path: str, why: str) -> None:
    with pytest.raises(Expected) as caught:
        read({**small(), "findings": [finding]})
    assert caught.value.facts["path"] == path
    assert why in str(caught.value.facts["why"])
