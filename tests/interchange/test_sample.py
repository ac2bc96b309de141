"""The sample inspection and the published results: what they hold gives the figures that were printed."""

import json
from functools import cache
from pathlib import Path

import pytest

from inspector_app.core import paths
from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.inspection import Answer, Inspection
from inspector_app.core.interchange import document
from inspector_app.core.interchange.frameworks.file import parse
from inspector_app.core.rating.engine import rate

DATA = Path(__file__).parent.parent / "data"
SAMPLES = paths.resources() / "samples"
SAMPLE = SAMPLES / "trafford-2025.json"
PUBLISHED = {
    report["source"][:3]: report
    for report in json.loads((DATA / "published-results.json").read_text(encoding="utf-8"))["reports"]
}


@cache
def find(framework_id: str) -> Framework:
    file = paths.resources() / "frameworks" / f"{framework_id}.json"
    return parse(file.read_text(encoding="utf-8"), file.name)


def load(file: Path) -> Inspection:
    return document.read_bytes(file.read_bytes(), file.name, find)


@pytest.mark.parametrize("sample", sorted(SAMPLES.glob("*.json")), ids=lambda file: file.stem)
def test_sample_is_written_as_the_program_writes(sample: Path) -> None:
    # so that an export of the sample differs from the sample by what somebody changed, and by nothing else
    assert document.write(load(sample)) == sample.read_text(encoding="utf-8")


@pytest.mark.parametrize("sample", sorted(SAMPLES.glob("*.json")), ids=lambda file: file.stem)
def test_sample_says_on_its_face_what_is_constructed(sample: Path) -> None:
    notice = load(sample).notice
    assert "constructed" in notice
    assert "No real case is described" in notice
    assert "Open Government Licence v3.0" in notice


def test_sample_gives_the_published_figures_and_score() -> None:
    inspection = load(SAMPLE)
    rated = rate(find(inspection.framework), inspection)
    figures = {q.ref: (q.tally.yes, q.tally.of) for s in rated.standards for q in s.key_questions if q.tally.of}
    assert figures == {
        "2.1.1": (12, 15),
        "2.1.2": (9, 15),
        "2.2.1": (12, 15),
        "2.2.2": (9, 15),
        "2.3.1": (13, 15),
        "2.3.2": (9, 15),
        "V1.1": (5, 9),  # constructed: the report prints none
    }
    assert {s.rating for s in rated.standards if s.counted} == {"Requires improvement"}
    assert (rated.score, rated.score_max, rated.overall, rated.provisional) == (4, 12, "Requires improvement", False)


def test_sample_has_every_case_judged_and_some_prompts_answered() -> None:
    inspection = load(SAMPLE)
    assert [sum(c.sample == s for c in inspection.cases) for s in ("children", "victims")] == [15, 9]
    assert all(j.answer in (Answer.YES, Answer.NO) for j in inspection.judgements)
    assert {p.case for p in inspection.prompts} == {"C01", "C02", "C04", "V01", "V02"}


def test_sample_tells_no_story_of_a_case() -> None:
    inspection = load(SAMPLE)
    told = {j.rationale for j in inspection.judgements} | {p.note for p in inspection.prompts}
    assert told <= {"", "Constructed for the sample."}


def test_sample_has_a_week_and_evidence_on_victims_work_quoted_from_the_report() -> None:
    inspection = load(SAMPLE)
    days = {e.day for e in inspection.events if e.day}
    assert (min(days), max(days)) == (inspection.start, inspection.end)
    subjects = {b.on for s in inspection.sources for b in s.bears_on}
    assert subjects == {f"V1.2{letter}" for letter in "acdefh"}
    assert inspection.concerns == ()
    assert [i.role for i in inspection.interviews] == ["Case manager"] * 12, "as many as the report prints"


def test_sample_has_the_seven_published_recommendations() -> None:
    owners = [r.to for r in load(SAMPLE).recommendations]
    assert owners == ["The Trafford Youth Justice Service"] * 5 + ["The Trafford Youth Justice management board"] * 2


@pytest.mark.parametrize(
    ("file", "source"), [(SAMPLES / "salford-2024.json", "001"), (DATA / "blackburn-2023.json", "003")]
)
def test_published_totals_give_the_published_ratings(file: Path, source: str) -> None:
    inspection, published = load(file), PUBLISHED[source]
    rated = rate(find(inspection.framework), inspection)
    assert {s.ref: s.rating for s in rated.standards} == {s["ref"]: s["rating"] for s in published["standards"]}
    printed = [q["percent"] for s in published["standards"] for q in s["kqs"]]
    assert [q.percent for s in rated.standards for q in s.key_questions] == printed
    assert (rated.score, rated.score_max, rated.overall) == (
        published["score"],
        published["score_max"],
        published["overall"],
    )
    changed = {s["ref"]: s["discretion"]["from"] for s in published["standards"] if s["discretion"]}
    assert {s.ref: s.computed for s in rated.standards if s.discretion} == changed


def test_published_stars_of_the_full_joint_inspection() -> None:
    inspection = load(SAMPLES / "trafford-2015.json")
    rated = rate(find(inspection.framework), inspection)
    published = [(s["name"], s["stars"], s["case_score_percent"]) for s in PUBLISHED["002"]["standards"]]
    assert [(s.title, s.stars, s.case_score) for s in rated.standards] == published
    assert rated.overall is None
