"""`collection`: what a person at the office sees of it."""

import csv
import json
from pathlib import Path
from typing import Any

from inspector_app.core.services.documents import exchange

SALFORD = exchange.sample_document("salford-2024")


def test_records_are_collected_listed_compared_and_exported(run: Any, trafford: Path, tmp_path: Path) -> None:
    record, where = tmp_path / "record.json", tmp_path / "national.collection"
    run("seal", trafford, "-o", record)
    added = run("collection", "add", where, record)
    assert (added.status, added.err) == (0, "")
    assert added.out.startswith("Trafford, fieldwork from 24 March 2025 (sealed by ")
    assert "there already" in run("collection", "add", where, record).out
    earlier = run("collection", "add", where, SALFORD, "--not-sealed")
    assert "not sealed, from totals" in earlier.out
    listed = run("collection", "list", where)
    assert [line.split(",")[0] for line in listed.out.splitlines()] == ["Salford", "Trafford"]
    assert [one["kind"] for one in run("collection", "list", where, "--json").json] == ["totals", "sealed"]
    compared = run("collection", "compare", where).out
    assert "Overall: Requires improvement 1" in compared
    assert "Not to be compared, and never added up" in compared
    assert len(run("collection", "compare", where, "--json").json) == 2
    assert len(run("collection", "compare", where, "--json", "--only-sealed").json) == 1
    assert run("collection", "export", where, "-o", tmp_path / "out.csv").status == 0
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        assert {row["figure"] for row in csv.DictReader(file)} >= {"overall rating", "rating of a standard", "Yes rate"}


def test_what_cannot_be_collected_is_refused_in_one_line(run: Any, trafford: Path, tmp_path: Path) -> None:
    refused = run("collection", "add", tmp_path / "c", SALFORD)
    assert (refused.status, refused.out, refused.err.count("\n")) == (3, "", 1)
    assert not (tmp_path / "c").exists()
    assert "not a collection of inspections" in run("collection", "compare", trafford).err
    assert "not the address" in run("collection", "list", "mysql://me:secret@server/x").err


def test_an_inspection_stands_beside_earlier_ones_and_what_may_not_be_compared_is_said(
    run: Any, trafford: Path, tmp_path: Path
) -> None:
    record, earlier = tmp_path / "record.json", tmp_path / "bury.json"
    run("seal", trafford, "-o", record)
    document: dict[str, Any] = json.loads(exchange.sample_document("trafford-2025").read_text(encoding="utf-8"))
    document["judgements"] = [
        one for one in document["judgements"] if (one["case"], one["question"]) != ("C01", "2.1.1")
    ]
    document |= {"service": "Bury", "fieldwork": {"start": "2024-06-03", "end": "2024-06-07"}}
    earlier.write_text(json.dumps(document), encoding="utf-8")
    told = run("beside", trafford, SALFORD, earlier, record).out
    assert "  2. Bury, fieldwork from 3 June 2024; not sealed; score 4 of 12; provisional\n" in told
    assert "\n  2.1 Assessing: Requires improvement | Requires improvement\n" in told
    assert "    2.1.1 12 of 15 (80%) | 11 of 14 (79%): Does assessing" in told
    assert "\nDo not compare those that stand apart." in told
    assert told.endswith("\n1 inspection is provisional: its ratings can still change.\n")
    ours, theirs = run("beside", record, SALFORD, "--json").json
    assert ([one["kind"] for one in ours["inspections"]], theirs["framework"]) == (["sealed"], "yos-2018")
    assert ours["key_questions"][0]["each"][0]["yes"] == 12
    assert "  1. Trafford, fieldwork from" in run("beside", SALFORD, trafford).out
    refused = run("beside", SALFORD, tmp_path / "gone.workspace")
    assert (refused.status, refused.out, refused.err.count("\n")) == (3, "", 1)
