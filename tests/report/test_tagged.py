"""A draft is heard as it is read: each thing is what it is, in its order (PDF/UA-1, PDF/A-2a)."""

import subprocess
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from inspector_app.core.domain.inspection import Finding, FindingKind, Inspection
from inspector_app.core.report import content
from tests.report.conftest import Maker
from tests.report.structure import faults, pieces, reader

KINDS = ["trafford", "salford", "fji", "blackburn"]
LONG = "Word " * 4000
EVERYTHING = (
    f"> **Box**\n> said\n\n- one\n- two\n\n- three^[Note one.]\n\nText.^[Note two.]\n\n{LONG}\n\nشكرا and Tŷ 🙂"
)


@pytest.fixture(params=KINDS)
def inspection(request: pytest.FixtureRequest) -> Inspection:
    found: Inspection = request.getfixturevalue(request.param)
    return found


def with_everything(inspection: Inspection) -> Inspection:
    section = Maker().rated(inspection).standards[0].ref
    return replace(inspection, findings=(*inspection.findings, Finding(section, FindingKind.NARRATIVE, EVERYTHING)))


def test_the_structure_of_each_report_is_sound(make: Maker, inspection: Inspection) -> None:
    assert faults(make.pdf(with_everything(inspection))) == []


def test_headings_tables_and_lists_are_those_of_the_report_in_their_order(make: Maker, inspection: Inspection) -> None:
    inspection = with_everything(inspection)
    report = make.report(inspection)
    found = pieces(reader(make.pdf(inspection)))
    assert [p.role for p in found if p.role in ("H1", "H2", "H3")] == ["H1", *(f"H{h.level}" for h in report.headings)]
    tables = [b for s in report.sections for b in s.blocks if isinstance(b, content.Table)]
    roles = Counter(piece.role for piece in found)
    assert roles["Table"] == len(tables)
    assert roles["TR"] == sum(1 + len(table.rows) for table in tables), "a header that is printed again is heard once"
    assert roles["LI"] == sum(len(b.items) for s in report.sections for b in s.blocks if isinstance(b, content.Bullets))
    assert roles["TOCI"] == roles["Link"] == sum(h.level <= 2 for h in report.headings)
    assert roles["Note"] >= 2
    assert roles["Document"] == 1


def test_header_cells_say_of_what_and_groups_go_across(make: Maker, trafford: Inspection) -> None:
    found = pieces(reader(make.pdf(trafford)))
    scopes = Counter(piece.scope for piece in found if piece.role == "TH")
    assert set(scopes) == {"/Column", "/Row"}


def test_a_paragraph_over_several_pages_is_one_to_whoever_hears_it(make: Maker, trafford: Inspection) -> None:
    found = pieces(reader(make.pdf(with_everything(trafford))))
    most = max(
        len({kid["/Pg"].idnum for kid in map(_raw, p.said["/K"]) if "/Pg" in kid}) for p in found if p.role == "P"
    )
    assert most > 3


def _raw(kid: object) -> dict[str, object]:
    found = kid.get_object()  # type: ignore[attr-defined]
    return {key: found.raw_get(key) for key in found}


def test_equal_reports_have_equal_tags(make: Maker, trafford: Inspection) -> None:
    assert make.pdf(trafford) == make.pdf(trafford)


@pytest.mark.parametrize("flavour", ["ua1", "2a"])
def test_a_validator_finds_nothing(
    make: Maker, inspection: Inspection, flavour: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """Runs where one says which program validates: --verapdf PROGRAM, called as veraPDF's own is."""
    program = request.config.getoption("--verapdf")
    if not program:
        pytest.skip("no validator was named (--verapdf PROGRAM)")
    path = tmp_path / "draft.pdf"
    path.write_bytes(make.pdf(with_everything(inspection)))
    told = subprocess.run(
        [program, "--flavour", flavour, "--format", "text", path], capture_output=True, text=True, check=False
    )
    assert told.stdout.startswith("PASS"), told.stdout
