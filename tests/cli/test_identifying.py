"""`report` names what may identify somebody and writes nothing, unless a reason is given, which the inspection keeps."""

import json
from pathlib import Path
from typing import Any

from inspector_app.core.services.documents import exchange


def document(tmp_path: Path, text: str) -> Path:
    """The sample with one finding more."""
    made = json.loads(exchange.sample_document().read_text("utf-8"))
    made["findings"].append({"standard": "2.1", "kind": "narrative", "text": text})
    source = tmp_path / "in.json"
    source.write_text(json.dumps(made), "utf-8")
    return source


def test_check_text_says_what_may_identify_somebody_with_its_place(run: Any, trafford: Path, tmp_path: Path) -> None:
    source = document(tmp_path, "JB (15) of M32 0YT.")
    assert run("import", "--into", trafford, source).status == 0
    for given in (source, trafford):
        said = run("check-text", given)
        assert said.status == 0
        assert said.out.splitlines() == [
            "2 places may identify somebody:",
            "  2.1: “JB (15)”; initials with an age",
            "  2.1: “M32 0YT”; a postcode",
        ]
        found = json.loads(run("check-text", given, "--json").out)
        assert [(one["section"], one["kind"], one["said"]) for one in found] == [
            ("2.1", "initials", "JB (15)"),
            ("2.1", "postcode", "M32 0YT"),
        ]


def test_check_text_looks_at_what_the_copy_tells(run: Any, tmp_path: Path) -> None:
    few = document(tmp_path, "Two children waited.")
    assert "2.1: “Two children”; a small number" in run("check-text", few, "--scope", "service").out
    nothing = run("check-text", few, "--scope", "panel")
    assert nothing.status == 0
    assert nothing.out.startswith("Nothing was found.")


def test_a_draft_that_may_identify_somebody_is_written_with_a_reason_alone(
    run: Any, trafford: Path, tmp_path: Path
) -> None:
    source, out = document(tmp_path, "JB (15) of M32 0YT."), tmp_path / "out.pdf"
    assert run("import", "--into", trafford, source).status == 0
    for given in (source, trafford):
        refused = run("report", given, "-o", out)
        assert refused.status != 0
        assert "2.1: “JB (15)”" in refused.err
        assert not out.exists()
    allowed = run("report", trafford, "-o", out, "--allow", "of the office")
    assert allowed.status == 0
    assert "Let go with that reason: 2 places." in allowed.out
    out.unlink()
    assert run("report", trafford, "-o", out).status == 0
    assert out.exists()
