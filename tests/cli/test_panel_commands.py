"""`members` and `told`: seats, a rating that is sealed and opened, and the log of what the service was told."""

from pathlib import Path

from tests.cli.conftest import Run


def test_a_rating_is_sealed_and_then_opened_by_the_chair(trafford: Path, run: Run) -> None:
    assert run("members", "give", trafford, "2.1", "Good", "--reason", "x").status == 3
    me = run("identity", "show", "--json").json["name"]
    assert run("members", "seat", trafford, me, "chair").status == 0
    assert run("members", "open", trafford, "2.1").status == 3  # their own is not in
    sealed = run("members", "give", trafford, "2.1", "Good", "--reason", "Plans are sound.", "--interest", "None known")
    assert sealed.out == f"Sealed. Whose to open: {me}, who chairs the panel.\n"
    listed = run("members", "list", trafford).out
    assert [line for line in listed.splitlines() if line[0].isalnum()][1:3] == ["2.1 Assessing", "2.2 Planning"], (
        "no return visit"
    )
    assert f"  {me}: sealed · conflict of interest: None known" in listed
    assert "Plans are sound." not in listed
    assert run("members", "open", trafford, "2.1").out == "1 rating was opened.\n"
    (row,) = run("members", "list", trafford, "--json").json["standards"]["2.1"]
    assert (row["opened"], row["opened_by"]) == ({"rating": "Good", "reason": "Plans are sound."}, me)


def test_what_the_service_was_told_is_listed_with_what_changed_since(trafford: Path, run: Run) -> None:
    assert run("told", "add", trafford, "The head of service", "--said", "Feedback", "--day", "28/3/2025").status == 0
    assert run("told", "add", trafford, "x", "--day", "31/2/2025").status == 2
    assert run("told", "why", trafford, "2", "x").status == 2
    assert run("told", "why", trafford, "1", "The board's minutes came in.").status == 0
    assert "1. 28 March 2025 · The head of service · Feedback\n     Why: The board's minutes came in." in (
        run("told", "list", trafford).out
    )
    (entry,) = run("told", "list", trafford, "--json").json
    assert (entry["why"], entry["changed"]) == ("The board's minutes came in.", [])


def test_the_panels_copy_tells_both_and_the_services_neither(trafford: Path, run: Run) -> None:
    me = run("identity", "show", "--json").json["name"]
    run("members", "seat", trafford, me, "chair")
    run("members", "give", trafford, "2.1", "Good", "--reason", "Plans are sound.")
    run("told", "add", trafford, "The head of service", "--said", "Feedback on Friday", "--day", "28/3/2025")
    words = {"panel": "Plans are sound.", "service": "Feedback on Friday"}
    said = {}
    for scope in words:
        run("report", trafford, "-o", f"{scope}.html", "--scope", scope, "--allow", "for the test")
        said[scope] = Path(f"{scope}.html").read_text("utf-8")
    assert "28 March 2025</td>" in said["panel"]
    assert ["Feedback on Friday" in said[scope] for scope in words] == [True, False]
    assert "Plans are sound." not in said["panel"]  # nobody opened it
    run("members", "open", trafford, "2.1")
    for scope in words:
        run("report", trafford, "-o", f"{scope}.html", "--scope", scope, "--allow", "for the test")
        assert ("Plans are sound." in Path(f"{scope}.html").read_text("utf-8")) is (scope == "panel")


def test_the_profile_stands_beside_the_caseload_and_outside_without_small_numbers(run: Run, trafford: Path) -> None:
    lines = "out-of-court disposal 40\nbail 3\nremand 57"
    assert run("profile", "caseload", trafford, "children", "type", lines).status == 0
    shown = run("profile", "show", trafford, "--by", "type").out
    assert "Out-of-court disposal: 7 of 15 (47%) · caseload 40 of 100 (40%)" in shown
    assert "Bail: 1 of 15 (7%) · caseload 3 of 100 (3%)" in shown
    outside = run("profile", "show", trafford, "--by", "type", "--outside").out
    assert "bail" not in outside
    assert "Others together: 8 of 15 (53%) · caseload 60 of 100 (60%)" in outside
    (children, *_) = run("profile", "show", trafford, "--by", "type", "--outside", "--json").json
    assert [part["cases"] for part in children["by"][0]["parts"]] == [7, 8]
    assert not any("yes" in rate for part in children["by"][0]["parts"] for rate in part["rates"])
    refused = run("profile", "caseload", trafford, "children", "type", "bail")
    assert (refused.status, "is not a value and a number" in refused.err) == (3, True)
    assert run("profile", "caseload", trafford, "nowhere", "type", "bail 3").status == 2


def test_constructed_cases_are_marked_blind_and_then_shown_with_their_reasons(run: Run, trafford: Path) -> None:
    assert "constructed-2025" in run("calibration", "list", trafford).out
    shown = run("calibration", "show", trafford, "constructed-2025").out
    assert "Definitive" not in shown
    assert run("calibration", "results", trafford, "constructed-2025").status == 3
    for line in shown.splitlines():
        if line[:1] == "K":
            case = line.split()[0]
        elif line.startswith("  ") and line.strip()[:2] in ("2.", "V1"):
            assert run("calibration", "mark", trafford, "constructed-2025", case, line.split()[0], "yes").status == 0
    finished = run("calibration", "finish", trafford, "constructed-2025")
    assert finished.status == 0
    assert "K1 2.1.2/d: No 0; Yes 1" in finished.out
    assert "Definitive: No" in run("calibration", "show", trafford, "constructed-2025").out
    assert run("calibration", "save", trafford, "constructed-2025", "-o", "marks.json").status == 0
    found = run("calibration", "results", trafford, "constructed-2025", "--json").json
    assert {row["of"] for row in found["prompts"]} == {1, 2}  # one is asked on two cases
    assert run("calibration", "results", trafford, "constructed-2025", "marks.json").status == 3
