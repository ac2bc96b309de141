"""`report` names what may identify somebody and writes nothing, unless a reason is given, which the inspection keeps."""

import json
from pathlib import Path
from typing import Any

import pytest

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
    assert "Allowed with that reason: 2 places." in allowed.out
    out.unlink()
    assert run("report", trafford, "-o", out).status == 0
    assert out.exists()


@pytest.mark.parametrize("command", ["report", "pack"])
@pytest.mark.parametrize("refused_by", ["folder", "keeps", "writes"])
def test_what_was_not_written_was_not_let_go_either(
    run: Any, trafford: Path, profile: Path, tmp_path: Path, command: str, refused_by: str
) -> None:
    """The log said that words had left, for a file that was refused: of the kind, whatever refuses it, to the last."""
    source, inside = document(tmp_path, "JB (15) of M32 0YT."), tmp_path / "file"
    assert run("import", "--into", trafford, source).status == 0
    inside.write_text("no folder")
    out = {"folder": inside / "out.pdf", "keeps": profile / "out.pdf", "writes": tmp_path / "read-only.pdf"}[refused_by]
    if refused_by == "writes":
        out.write_text("kept")
        out.chmod(0o444)
    which = ("C01", "--filled") if command == "pack" else ()  # the pages of the case that has it
    asked = (command, trafford, *which, "-o", out, "--allow", "of the office")
    if command == "pack":
        assert run("judge", trafford, "C01", "2.1.1/a", "yes", "--note", "JB (15) of M32 0YT.").status == 0
    refused = run(*asked)
    assert refused.status == 3
    assert "Allow" not in refused.out
    assert "M32 0YT" in run(*asked[:-2]).err, "it is refused as before, for nothing was allowed"
