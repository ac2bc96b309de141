"""Every figure of the four published reports, from the shipped frameworks."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.inspection import GivenRating, Inspection, PanelDecision, Totals
from inspector_app.core.domain.rated import Rated
from inspector_app.core.interchange.frameworks.file import parse
from inspector_app.core.paths import resources
from inspector_app.core.rating.engine import rate
from inspector_app.core.rating.explain import trace

PUBLISHED = Path(__file__).parents[1] / "data" / "published-results.json"
REPORTS: list[dict[str, Any]] = json.loads(PUBLISHED.read_text(encoding="utf-8"))["reports"]
SALFORD, _, TRAFFORD, _ = REPORTS
NAMES = [f"{r['service']} {r['framework']}" for r in REPORTS]


def framework(report: dict[str, Any]) -> Framework:
    path = resources() / "frameworks" / f"{report['framework']}.json"
    return parse(path.read_text(encoding="utf-8"), path.name)


def standards(report: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    """The report's standards with their references; themes of 2014 are numbered T1 and on."""
    return [(s["ref"] or f"T{n}", s) for n, s in enumerate(report["standards"], 1)]


def panel_question(ref: str, standard: dict[str, Any]) -> str:
    marked = standard["discretion"]["marked_on_percent"]
    place = [q["percent"] for q in standard["kqs"]].index(marked)
    return f"{ref}.{place + 1}"


def as_inspection(report: dict[str, Any], *, panel: bool = True) -> Inspection:
    """What the report tells: totals for case-based standards, the panel's decisions, and everything people rated."""
    totals, ratings, decisions = [], [], []
    for ref, standard in standards(report):
        figures = [q for q in standard["kqs"] if q["yes"] is not None]
        totals += [Totals(f"{ref}.{n}", q["yes"], q["of"]) for n, q in enumerate(figures, 1)]
        if not figures:
            given = GivenRating(ref, standard["rating"], "", standard.get("stars"), standard.get("case_score_percent"))
            ratings.append(given)
        if panel and (used := standard["discretion"]):
            decisions.append(PanelDecision(ref, used["to"], used["footnote"], panel_question(ref, standard)))
    return Inspection(
        framework=report["framework"],
        service=report["service"],
        start=date(2025, 3, 24),
        end=date(2025, 3, 28),
        ratings=tuple(ratings),
        panel=tuple(decisions),
        totals=tuple(totals),
    )


def rated(report: dict[str, Any], *, panel: bool = True) -> Rated:
    return rate(framework(report), as_inspection(report, panel=panel))


@pytest.mark.parametrize("report", REPORTS, ids=NAMES)
def test_every_percentage_is_as_printed(report: dict[str, Any]) -> None:
    result = rated(report)
    for ref, standard in standards(report):
        printed = [q["percent"] for q in standard["kqs"]]
        assert [q.percent for q in result.standard(ref).key_questions] == printed


@pytest.mark.parametrize("report", REPORTS, ids=NAMES)
def test_every_rating_is_as_printed(report: dict[str, Any]) -> None:
    result = rated(report)
    assert len(result.standards) == len(report["standards"])
    for ref, standard in standards(report):
        found = result.standard(ref)
        assert (found.stars, found.case_score) == (standard.get("stars"), standard.get("case_score_percent"))
        if standard["rating"]:
            assert found.rating == standard["rating"]
        if standard.get("summary_word"):
            assert (found.rating or "").lower() == standard["summary_word"]


@pytest.mark.parametrize("report", REPORTS, ids=NAMES)
def test_score_and_overall_are_as_printed(report: dict[str, Any]) -> None:
    result = rated(report)
    assert (result.score, result.score_max, result.overall) == (
        report["score"],
        report["score_max"],
        report["overall"],
    )
    assert not result.provisional


def test_discretion_is_as_footnoted_and_the_percentages_stand() -> None:
    result = rated(SALFORD)
    for ref, standard in standards(SALFORD):
        used, found = standard["discretion"], result.standard(ref).discretion
        assert (found and (found.computed, found.to)) == (used and (used["from"], used["to"]))
    assert result.standard("2.2").key_questions[2].percent == 46


def test_without_the_panel_salford_would_have_scored_twenty() -> None:
    assert rated(SALFORD, panel=False).score == 20


def test_trafford_left_three_sixties_alone_though_they_could_be_considered() -> None:
    result = rated(TRAFFORD)
    for ref in ("2.1", "2.2", "2.3"):
        near = next(c for c in result.standard(ref).considered if c.code == "near-next-band")
        assert near.holds
        assert result.standard(ref).discretion is None


@pytest.mark.parametrize("report", REPORTS, ids=NAMES)
def test_every_report_can_be_explained(report: dict[str, Any]) -> None:
    steps = trace(framework(report), rated(report))
    assert {ref for ref, _ in standards(report)} <= {s.subject for s in steps}
    assert all(s.source and s.status in {"printed", "derived", "assumed"} for s in steps)


def test_the_return_framework_rates_domain_one_beside_the_score() -> None:
    path = resources() / "frameworks" / "iyjs-2025.json"
    framework = parse(path.read_text(encoding="utf-8"), path.name)
    sheet = as_inspection(TRAFFORD)
    domain_one = tuple(GivenRating(ref, "Outstanding") for ref in ("1.1", "1.2", "1.3"))
    result = rate(framework, replace(sheet, ratings=(*sheet.ratings, *domain_one)))
    assert [s.ref for s in result.standards if not s.counted] == ["1.1", "1.2", "1.3"]
    assert (result.score, result.score_max) == (4, 12)
    assert trace(framework, result)


@pytest.mark.parametrize("path", sorted((resources() / "frameworks").glob("*.json")), ids=lambda p: p.stem)
def test_an_inspection_with_nothing_in_it_is_rated_and_explained(path: Path) -> None:
    shipped = parse(path.read_text(encoding="utf-8"), path.name)
    result = rate(shipped, Inspection(shipped.id, "Anywhere", date(2025, 3, 24), date(2025, 3, 28)))
    assert (result.score, result.overall, result.provisional) == (None, None, True)
    assert {s.ref for s in result.standards} <= {step.subject for step in trace(shipped, result)}
