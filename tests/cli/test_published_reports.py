"""The four published reports through the commands: every printed figure comes out, by every way round."""

import json
from pathlib import Path
from typing import Any

import pytest

from inspector_app.core.paths import resources

DATA = Path(__file__).parents[1] / "data"
PUBLISHED = json.loads((DATA / "published-results.json").read_text(encoding="utf-8"))["reports"]
DOCUMENTS = {
    "salford-2024": resources() / "samples" / "salford-2024.json",
    "blackburn-2023": DATA / "blackburn-2023.json",
    "trafford-2025": resources() / "samples" / "trafford-2025.json",
    "trafford-2015": resources() / "samples" / "trafford-2015.json",
}
REPORTS = [
    pytest.param(report, path, id=name) for report, (name, path) in zip(PUBLISHED, DOCUMENTS.items(), strict=True)
]


def figures(rated: dict[str, Any]) -> dict[str, Any]:
    """What a table of judgements can tell of a rated inspection: the key questions judged case by case."""
    return {q["ref"]: q for s in rated["standards"] for q in s["key_questions"] if q["of"]}


@pytest.mark.parametrize(("report", "path"), REPORTS)
def test_every_printed_figure_comes_out(report: dict[str, Any], path: Path, run: Any) -> None:
    rated = run("rate", path, "--json").json
    assert rated["framework"] == report["framework"]
    assert [rated[key] for key in ("score", "score_max", "overall")] == [
        report[key] for key in ("score", "score_max", "overall")
    ]
    assert len(rated["standards"]) == len(report["standards"])
    for number, printed in enumerate(report["standards"], 1):
        found = next(s for s in rated["standards"] if s["ref"] == (printed["ref"] or f"T{number}"))
        percents = [q["percent"] for q in printed["kqs"] if q["percent"] is not None]
        if percents:
            assert [q["percent"] for q in found["key_questions"]] == percents
        if printed["rating"]:
            assert found["rating"] == printed["rating"]
        assert found.get("stars") == printed.get("stars")
        assert found.get("case_score") == printed.get("case_score_percent")
        used = found["discretion"] and {k: found["discretion"][k] for k in ("from", "to")}
        assert used == (printed["discretion"] and {k: printed["discretion"][k] for k in ("from", "to")})


@pytest.mark.parametrize(("report", "path"), REPORTS)
def test_a_report_taken_into_a_workspace_and_out_again_is_rated_the_same(
    report: dict[str, Any], path: Path, run: Any, desk: Path
) -> None:
    new = ("new", "a.inspection", "--framework", report["framework"], "--service", report["service"])
    assert run(*new, "--start", "2025-03-24").status == 0
    assert run("import", path, "--into", "a.inspection").status == 0
    assert run("export a.inspection -o a.json").status == 0
    assert run("rate a.json --json").json == run("rate", path, "--json").json


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_an_exported_table_is_rated_the_same(ending: str, run: Any, trafford: Path) -> None:
    assert run(f"export trafford.inspection -o t.{ending}").status == 0
    original = figures(run("rate", DOCUMENTS["trafford-2025"], "--json").json)
    assert len(original) == 7
    assert figures(run(f"rate t.{ending} --framework iyjwcv-2025 --json").json) == original


@pytest.mark.parametrize("ending", ["json", "csv", "xlsx"])
def test_what_was_exported_changes_nothing_when_it_is_imported_again(ending: str, run: Any, trafford: Path) -> None:
    assert run(f"export trafford.inspection -o t.{ending}").status == 0
    assert "0 values changed" in run(f"import t.{ending} --into trafford.inspection").out


def test_two_exports_are_the_same_bytes(run: Any, trafford: Path) -> None:
    for name in ("one", "two"):
        for ending in ("json", "csv"):
            assert run(f"export trafford.inspection -o {name}.{ending}").status == 0
    for ending in ("json", "csv"):
        assert Path(f"one.{ending}").read_bytes() == Path(f"two.{ending}").read_bytes()
