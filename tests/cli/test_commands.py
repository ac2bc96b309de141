"""What each command does when all is well."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import product
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest

from inspector_app.core.services.cases import reviews, sharing
from inspector_app.core.services.documents.exchange import sample_document
from inspector_app.core.services.people import team
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.workspace import Workspace
from tests.cli.conftest import PASSPHRASE
from tests.programs import DEVNULL, PIPE, OnTheirOwn

FIGURES = ["80%", "60%", "80%", "60%", "87%", "60%"]


def text_of(pdf: Path) -> str:
    return subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True).stdout


def in_order(wanted: list[str], text: str) -> bool:
    words = iter(text.split())
    return all(any(word == w for w in words) for word in wanted)


def test_demo_makes_the_draft_findings_of_trafford(program: Any, tmp_path: Path) -> None:
    environment = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    done = program("demo", tmp_path / "new" / "out", env=environment | {"INSPECTOR_HOME": str(tmp_path / "home")})
    assert (done.status, done.err) == (0, "")
    assert "Score 4/12" in done.out
    assert "Overall rating: Requires improvement" in done.out
    pdf = tmp_path / "new" / "out" / "trafford-2025-draft-findings.pdf"
    text = text_of(pdf)
    assert "4/12" in text
    assert "Requires improvement" in text
    assert in_order(FIGURES, text)
    assert not (tmp_path / "home").exists()


def test_demo_leaves_a_document_that_can_be_rated(run: Any, tmp_path: Path, profile: Path) -> None:
    run("demo", tmp_path)
    assert (tmp_path / "trafford-2025.json").read_bytes() == sample_document().read_bytes()
    assert "Score 4/12" in run("rate", tmp_path / "trafford-2025.json").out


def test_demo_twice_into_one_folder_is_no_harm(run: Any, tmp_path: Path, profile: Path) -> None:
    assert run("demo", tmp_path).status == run("demo", tmp_path).status == 0
    assert sorted(p.name for p in tmp_path.iterdir() if p.is_file()) == [
        "trafford-2025-draft-findings.pdf",
        "trafford-2025.json",
    ]


def test_rate_says_the_figures_in_words(run: Any, profile: Path) -> None:
    out = run("rate", sample_document()).out
    assert out.startswith("Trafford, fieldwork from 24 March 2025 (iyjwcv-2025)\n")
    assert in_order(FIGURES, out)
    assert "V1   Work with victims: Requires improvement" in out


def test_rate_says_that_a_table_leaves_the_rating_open(run: Any, trafford: Path) -> None:
    run("export trafford.inspection -o t.csv")
    out = run("rate t.csv --framework iyjwcv-2025").out
    assert out.startswith("t.csv (iyjwcv-2025)\n")
    assert "Provisional: Requires improvement whatever is still to come, with a score of 3 to 4 of 12." in out


def test_json_stands_alone_on_standard_output_and_in_ascii(started: Any, tmp_path: Path) -> None:
    done = started("rate", sample_document(), "--json", env={**os.environ, "PYTHONIOENCODING": "latin-1"})
    assert (done.status, done.err) == (0, "")
    assert json.loads(done.out)["score"] == 4
    assert done.out.isascii()


def test_words_that_an_old_terminal_lacks_are_no_failure(started: Any) -> None:
    done = started("rate", sample_document(), env={**os.environ, "PYTHONIOENCODING": "ascii"})
    assert (done.status, done.err) == (0, "")
    assert "Score 4/12" in done.out


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.parametrize(("where", "buffered"), [("apart", True), ("together", True), ("apart", False)])
def test_a_reader_who_has_seen_enough_is_no_failure(forked: OnTheirOwn, where: str, buffered: bool) -> None:
    commands = {
        "frameworks show yos-2018": 0, "frameworks list": 0, f"rate {sample_document()} --json": 0, "--help": 0,
        "rate nothing.json": 3, "rate": 2,
    }  # fmt: skip
    how = [] if buffered else ["-u"]
    for command, moment in product(commands, [0, 1, 8192]):  # Python writes 8192 bytes at a time, or each piece at once
        status, complaint = left(forked, [*how, "-m", "inspector_app", *command.split()], moment, where)
        assert status == commands[command], (moment, command, complaint)
        assert bool(complaint) == (status != 0 and where == "apart"), (moment, command, complaint)


def left(forked: OnTheirOwn, line: list[str], taken: int, where: str) -> tuple[int, bytes]:
    """Read so many bytes of what a program says, and leave: the status that it ends with, and what it complains of.

    where: "together" where its complaints go where its output goes, so that nobody hears them.
    """
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    out, said = os.pipe()
    running = forked.start(line, DEVNULL, said, said if where == "together" else PIPE, env=environment)
    os.close(said)
    while taken > 0 and (part := os.read(out, taken)):
        taken -= len(part)
    os.close(out)
    _, complaint = running.communicate()
    return running.wait(), complaint or b""


def test_report_of_a_document_and_of_its_workspace_show_the_same_figures(run: Any, trafford: Path) -> None:
    assert run("report", sample_document(), "-o", "document.pdf").status == 0
    assert run("report trafford.inspection -o workspace.pdf").status == 0
    for name in ("document.pdf", "workspace.pdf"):
        assert in_order(FIGURES, text_of(Path(name)))


@pytest.mark.parametrize("name", ["a\nb.inspection", "n\udcff.inspection", "a\u200bb.inspection"])
def test_an_inspection_is_opened_by_the_name_it_was_made_with(run: Any, desk: Path, name: str) -> None:
    made = run("new", name, "--framework", "iyjwcv-2025", "--service", "Trafford", "--start", "2026-03-09")
    assert (made.status, run("conflicts", name).status) == (0, 0)


def test_report_of_a_table(run: Any, trafford: Path) -> None:
    run("export trafford.inspection -o t.xlsx")
    book = openpyxl.load_workbook("t.xlsx")
    book.active.row_dimensions[3].hidden = True  # type: ignore[union-attr]
    book.save("t.xlsx")
    assert run("report t.xlsx --framework iyjwcv-2025 -o t.pdf").status == 0
    for command in ("rate t.xlsx --json", "rate t.xlsx", "check-text t.xlsx"):
        done = run(f"{command} --framework iyjwcv-2025")
        assert (done.status, "row 3" in done.err.lower()) == (0, True)
    assert in_order(FIGURES, text_of(Path("t.pdf")))


def test_identity_is_shown_with_the_key_it_was_made_with(run: Any, profile: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("copper lantern drifts over quiet water\nnot this line\n")
    made = run("identity", "new", "--person", "Ruth Ashdown", "--role", "Lead inspector", "--passphrase-file", secret)
    assert made.status == 0
    shown = run("identity", "show", "--json", "--passphrase-file", secret).json
    assert (shown["name"], shown["role"], shown["folder"]) == ("Ruth Ashdown", "Lead inspector", str(profile))
    assert f"Key: {shown['key']}" in made.out
    assert f"name: {shown['name']}" in run("identity", "show", "--passphrase-file", secret).out


def test_a_passphrase_is_never_an_argument(run: Any, desk: Path) -> None:
    for option in ("--passphrase", "--pass", "-p"):
        done = run("identity", "show", option, "copper lantern drifts over quiet water")
        assert done.status == 2
        assert done.out == ""


def test_no_file_of_a_workspace_holds_a_readable_word(run: Any, trafford: Path, profile: Path) -> None:
    run("judge", trafford, "C01", "2.1.1", "no", "--note", "A heron stood in the beck")
    files = [p for folder in (trafford.parent, profile) for p in folder.rglob("*") if p.is_file()]
    assert len(files) >= 3
    assert not [p for p in files for word in (b"heron", b"Trafford", b"Ruth Ashdown") if word in p.read_bytes()]


def test_import_twice_changes_nothing(run: Any, trafford: Path) -> None:
    run("export trafford.inspection -o before.json")
    again = run("import", sample_document(), "--into", trafford)
    assert again.out.startswith("24 cases and 190 answers read; 0 values changed.")
    run("export trafford.inspection -o after.json")
    assert Path("after.json").read_bytes() == Path("before.json").read_bytes()


def test_import_makes_a_backup_that_check_names(run: Any, trafford: Path, profile: Path) -> None:
    backups = list((profile / "backups").glob("*.backup"))
    assert len(backups) == 1
    out = run("check trafford.inspection").out
    assert "is sound" in out
    assert f"Backup: {backups[0]}" in out


def test_import_keeps_a_later_judgement_in_the_history(run: Any, trafford: Path) -> None:
    run("judge trafford.inspection C01 2.1.1 no")
    assert "1 value changed" in run("import", sample_document(), "--into", trafford).out
    rows = run("history trafford.inspection C01 2.1.1 --json").json
    answers = [(r["value"], r["verb"]) for r in rows if r["field"] == "answer"]
    assert answers == [("yes", "import"), ("no", "edit"), ("yes", "import")]


def test_judge_is_seen_in_ratings_export_and_history(run: Any, trafford: Path) -> None:
    done = run("judge", trafford, "c01", "2.1.1", "no", "--note", "Plans were made without the family.")
    assert done.out == "c01 2.1.1: no\n"
    run("export trafford.inspection -o t.json")
    question = run("rate t.json --json").json["standards"]
    assert next(q for s in question for q in s["key_questions"] if q["ref"] == "2.1.1")["yes"] == 11
    newest = run("history trafford.inspection C01 2.1.1 --json").json[:2]
    assert {(r["field"], r["value"], r["by"]) for r in newest} == {
        ("answer", "no", "Ruth Ashdown"),
        ("rationale", "Plans were made without the family.", "Ruth Ashdown"),
    }
    assert "Plans were made without the family." in run("history trafford.inspection C01 2.1.1").out


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (b"Ll\xc5\xb7r said:\r\n\r\n- not at school\n", "Llŷr said:\n\n- not at school"),
        (b"\xef\xbb\xbfone line", "one line"),
        (b" \x0b indented\xe2\x80\xa8 \n\n", " \x0b indented\u2028 \n"),
        (b"-", "-"),
    ],
    ids=["lines", "with a mark", "exactly as typed", "a dash"],
)
def test_a_note_can_come_from_standard_input(program: Any, trafford: Path, typed: bytes, kept: str) -> None:
    """Where no other program can read it, as it could an argument."""
    done = program("judge", trafford, "C01", "2.1.1/a", "no", "--note", "-", stdin=typed)
    assert (done.status, done.err) == (0, "")
    rows = program("history", trafford, "C01", "2.1.1/a", "--json").json
    assert next(r["value"] for r in rows if r["field"] == "note") == kept


def test_a_note_that_is_no_text_is_refused(program: Any, trafford: Path) -> None:
    before = program("history", trafford, "C01", "2.1.1/a", "--json").json
    done = program("judge", trafford, "C01", "2.1.1/a", "no", "--note", "-", stdin="na\u00efve".encode("latin-1"))
    assert done.status == 3
    assert "Standard input is not text in UTF-8 (byte 2)" in done.err
    assert program("history", trafford, "C01", "2.1.1/a", "--json").json == before


def test_judge_writes_to_a_prompt_without_touching_its_key_question(run: Any, trafford: Path) -> None:
    run("judge", trafford, "C01", "2.1.1/b", "na", "--note", "No siblings.")
    assert run("history trafford.inspection C01 2.1.1/b --json").json[0]["by"] == "Ruth Ashdown"
    assert [r["verb"] for r in run("history trafford.inspection C01 2.1.1 --json").json] == ["import", "import"]


def test_clear_takes_an_answer_back_and_leaves_it_unanswered(run: Any, trafford: Path) -> None:
    run("judge trafford.inspection C01 2.1.1 clear")
    run("export trafford.inspection -o t.json")
    rated = run("rate t.json --json").json
    question = next(q for s in rated["standards"] for q in s["key_questions"] if q["ref"] == "2.1.1")
    assert question["unanswered"] == 1
    assert rated["provisional"] is True
    assert "answer: cleared" in run("history trafford.inspection C01 2.1.1").out


def test_a_decision_on_an_unfinished_inspection_is_provisional_by_every_command(
    run: Any, desk: Path, sample_open: dict[str, Any]
) -> None:
    (desk / "open.json").write_text(json.dumps(sample_open))
    said = run("rate open.json").out
    assert "2.1  Assessing: Good; provisional; professional discretion: Requires improvement to Good" in said
    assert "2.2  Planning: Requires improvement\n" in said
    assert "Provisional: " in said
    rated = run("rate open.json --json").json
    assert {s["ref"]: s["provisional"] for s in rated["standards"]} == {
        "2.1": True,
        "2.2": False,
        "2.3": False,
        "V1": False,
    }
    for kind in ("docx", "odt", "xlsx"):
        assert run(f"report open.json -o draft.{kind}").status == 0
        with ZipFile(desk / f"draft.{kind}") as made:
            parts = [made.read(name).decode() for name in made.namelist() if name.endswith(".xml")]
        assert re.search(r"Good.{0,3}\(provisional\)", re.sub(r"<[^>]*>", "", "".join(parts))), kind


@pytest.fixture
def sample_open() -> dict[str, Any]:
    """The sample with one judgement open, on a standard whose rating the panel changed."""
    document: dict[str, Any] = json.loads(sample_document().read_text())
    judged = document["judgements"]
    document["judgements"] = [j for j in judged if (j["case"], j["question"]) != ("C07", "2.1.2")]
    return document | {"panel": [{"standard": "2.1", "to": "Good", "reason": "Close.", "members": "Ann"}]}


def test_judging_the_same_again_is_no_step(run: Any, trafford: Path) -> None:
    run("judge trafford.inspection C01 2.1.1 no")
    rows = run("history trafford.inspection C01 2.1.1 --json").json
    assert run("judge trafford.inspection C01 2.1.1 no").out == "C01 2.1.1: no (as it was)\n"
    assert run("history trafford.inspection C01 2.1.1 --json").json == rows


def test_the_commands_work_as_one_program(started: Any, trafford: Path) -> None:
    """The same through processes of their own: what one wrote and closed, the next reads."""
    assert started("judge", trafford, "C01", "2.1.1", "no").status == 0
    assert started("history", trafford, "C01", "2.1.1", "--json").json[0]["value"] == "no"
    assert started("check", trafford).status == 0
    assert sorted(p.name for p in trafford.parent.iterdir()) == ["trafford.inspection"]


def test_new_counts_the_weeks_of_the_framework(run: Any, desk: Path) -> None:
    for framework, end in (("iyjwcv-2025", "2025-03-28"), ("iyjs-2025", "2025-04-04")):
        name = f"{framework}.inspection"
        assert run(f"new {name} --framework {framework} --service Salford --start 2025-03-24").status == 0
        run(f"export {name} -o {framework}.json")
        assert json.loads(Path(f"{framework}.json").read_text())["fieldwork"] == {"start": "2025-03-24", "end": end}


def test_rate_has_what_a_return_visit_rated(run: Any, desk: Path) -> None:
    tree = json.loads(sample_document().read_text(encoding="utf-8"))
    tree["ratings"].append({"standard": "1.2", "rating": "Good", "rationale": "Seen on the visit."})
    for name, visit in (("planned", {"return": {"start": "2025-04-28", "end": "2025-05-02"}}), ("not planned", {})):
        Path(f"{name}.json").write_text(json.dumps(tree | visit), encoding="utf-8")
        rated = run("rate", f"{name}.json", "--json").json
        found = {s["ref"]: (s["rating"], s["counted"]) for s in rated["standards"]}
        assert found["1.2"] == ("Good", False)
        assert ("1.1" in found) is bool(visit)
        assert (rated["score"], rated["provisional"]) == (4, False)
    assert "1.2  " in run("rate", "planned.json").out


def test_import_says_what_it_changed_of_the_inspection_itself(run: Any, trafford: Path) -> None:
    tree = json.loads(sample_document().read_text(encoding="utf-8"))
    tree |= {"service": "Salford", "fieldwork": {"start": "2025-03-31", "end": "2025-04-04"}}
    Path("other.json").write_text(json.dumps(tree), encoding="utf-8")
    out = run("import", "other.json", "--into", trafford).out
    assert "Changed in the inspection itself: service: Salford (before: Trafford)" in out
    assert "first day of fieldwork: 31 March 2025 (before: 24 March 2025)" in out
    again = run("import", "other.json", "--into", trafford).out
    assert "Changed in the inspection" not in again


def test_new_takes_gaps_and_has_those_of_the_framework_without(run: Any, desk: Path) -> None:
    new = "--service Trafford --start 2014-11-10"
    gap = {"start": "2014-11-17", "end": "2014-11-23"}
    for name, given, end, gaps in (
        ("a", "--framework fji-2014", "2014-11-28", [gap]),
        ("b", "--framework iyjs-2025 --end 2014-11-28 --gap 2014-11-17/2014-11-23", "2014-11-28", [gap]),
        (
            "c",
            "--framework fji-2014 --gap 2014-11-13/2014-11-13",
            "2014-11-28",
            [{"start": "2014-11-13", "end": "2014-11-13"}],
        ),
    ):
        assert run(f"new {name}.inspection {given} {new}").status == 0
        run(f"export {name}.inspection -o {name}.json")
        held = json.loads(Path(f"{name}.json").read_text())["fieldwork"]
        assert held == {"start": "2014-11-10", "end": end, "gaps": gaps}
    assert run(f"new d.inspection --framework yos-2018 {new} --gap 2014-11-17/2014-11-23").status == 3
    assert run(f"new d.inspection --framework yos-2018 {new} --gap 2014-11-17").status == 2


def test_frameworks_are_listed_shown_and_checked(run: Any, profile: Path) -> None:
    listed = run("frameworks list --json").json
    assert {f["id"] for f in listed} == {"fji-2014", "iyjs-2025", "iyjwcv-2025", "yos-2018"}
    shown = run("frameworks show iyjwcv-2025").out
    assert "2.1.1 Does assessing sufficiently analyse how to achieve positive change for the child?" in shown
    assert "[assumed: " in shown
    assert "Domain one: organisational delivery\n  This domain covers the arrangements and activity that" in shown
    two = run("frameworks show yos-2018").out
    assert (
        "    Also printed: Does planning focus sufficiently on supporting child desistance? [HMIP, An inspection of "
        in two
    )
    assert (
        "  2. Partnerships – effective partnerships make a positive difference\n" in run("frameworks show fji-2014").out
    )
    for framework in listed:
        assert framework["title"] in run("frameworks list").out


def test_an_added_framework_can_be_listed_and_inspected_against(run: Any, desk: Path, profile: Path) -> None:
    shipped = sample_document().parents[1] / "frameworks" / "iyjwcv-2025.json"
    tree = json.loads(shipped.read_text(encoding="utf-8")) | {"id": "pilot-2026", "title": "Pilot"}
    Path("pilot.json").write_text(json.dumps(tree), encoding="utf-8")
    assert "can be used: pilot-2026, version 1, Pilot" in run("frameworks validate pilot.json").out
    (profile / "frameworks").mkdir()
    Path("pilot.json").rename(profile / "frameworks" / "pilot.json")
    assert "pilot-2026" in run("frameworks list").out
    assert run("new p.inspection --framework pilot-2026 --service Salford --start 2026-03-09").status == 0
    (profile / "frameworks" / "pilot.json").unlink()
    assert run("check p.inspection").status == 0  # a workspace keeps its framework


@pytest.mark.parametrize(
    "words",
    [
        "",
        "rate",
        "rate a.json b.json",
        "rate a.json --jso",
        "judge a.inspection C01 2.1.1 maybe",
        "new a.inspection --framework iyjwcv-2025 --service Salford --start 2025-02-30",
        "new a.inspection --framework iyjwcv-2025 --service Salford --start yesterday",
        "new a.inspection --service Salford --start 2025-03-24",
        "identity",
        "frameworks show",
        "handoff",
    ],
)
def test_wrong_usage_ends_with_2_and_does_nothing(words: str, run: Any, desk: Path) -> None:
    done = run(words)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("usage: ")
    assert list(desk.iterdir()) == []


def test_a_backup_opened_under_a_new_name_is_the_inspection_as_it_was(run: Any, trafford: Path, profile: Path) -> None:
    run("import", sample_document(), "--into", trafford)
    run("export trafford.inspection -o then.json")
    run("judge trafford.inspection C01 2.1.1 no")
    newest = max((profile / "backups").glob("*.backup"))
    Path("again.inspection").write_bytes(newest.read_bytes())
    assert run("export again.inspection -o again.json").status == 0
    assert Path("again.json").read_bytes() == Path("then.json").read_bytes()


def test_pack_writes_a_blank_pack_of_every_case_that_asks_something(run: Any, trafford: Path) -> None:
    done = run("pack", trafford, "-o", "blank.pdf")
    assert (done.status, done.err) == (0, "")
    assert "(24)" in done.out
    assert "not encrypted" in done.out
    text = text_of(Path("blank.pdf"))
    assert "Case C01, page 1 of" in text
    assert "Case V01, page 1 of" in text
    assert "☒" not in text


def test_pack_filled_holds_the_cases_named_once_each(run: Any, trafford: Path) -> None:
    done = run("pack", trafford, "c02", "C01", "C02", "--filled", "-o", "filled.pdf")
    assert "(2)" in done.out
    text = text_of(Path("filled.pdf"))
    assert text.index("Case C02, page 1 of") < text.index("Case C01, page 1 of")
    assert text.count("Case C02, page 1 of") == 1
    assert "Case C03" not in text
    assert "☒" in text


@pytest.mark.skipif(sys.platform == "win32", reason="Windows writes no core dumps unasked")
def test_a_crash_would_leave_no_memory_on_the_disk() -> None:
    looked = "import resource, sys; sys.argv[1:] = ['frameworks', 'list']; from inspector_app.__main__ import main; "
    looked += "main(); print(resource.getrlimit(resource.RLIMIT_CORE))"
    done = subprocess.run([sys.executable, "-c", looked], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "(0, 0)"


def test_a_command_spends_no_time_on_looking_for_garbage() -> None:
    """It was two fifths of what a short one took: at every 700 objects of what it imports, and of all there is at its end."""
    looked = "import gc, sys; sys.argv[1:] = ['frameworks', 'list']; from inspector_app.__main__ import main; "
    looked += "main(); print(sum(age['collections'] for age in gc.get_stats()), gc.get_freeze_count())"
    done = subprocess.run([sys.executable, "-c", looked], capture_output=True, text=True, check=True)
    searches, left_alone = map(int, done.stdout.splitlines()[-1].split())
    assert searches < 50
    assert left_alone > 10_000


@contextmanager
def opened(path: Path, profile: Path) -> Iterator[Workspace]:
    """The workspace as a window has it."""
    laptop = Laptop(profile)
    laptop.unlock(PASSPHRASE)
    with closing(Workspace.open(laptop, path)) as workspace:
        yield workspace


def test_an_accepted_case_is_judged_once_it_is_reopened_with_a_reason(run: Any, trafford: Path, profile: Path) -> None:
    with opened(trafford, profile) as workspace:
        reviews.accept(workspace, workspace.case_id("C01"), "Nobody else is here")
    refused = run("judge trafford.inspection C01 2.1.1 no")
    assert (refused.status, refused.out) == (3, "")
    assert "C01 was accepted. Nothing was changed; reopen it first" in refused.err
    empty = run("judge", trafford, "C01", "2.1.1", "no", "--reopen", " ")
    assert "The reason" in empty.err
    assert run("judge", trafford, "C01", "2.1.1", "no", "--reopen", "The court's report came").out == "C01 2.1.1: no\n"
    assert "it is not accepted" in run("judge", trafford, "C01", "2.1.1", "no", "--reopen", "again").err
    with opened(trafford, profile) as workspace:
        assert reviews.stage(workspace, workspace.case_id("C01")).reason == "The court's report came"


def test_a_colleagues_case_is_not_judged(run: Any, trafford: Path, profile: Path, tmp_path: Path) -> None:
    bob = Laptop(tmp_path / "bob")
    bob.create_identity("Bob Mill", "Inspector", PASSPHRASE)
    with opened(trafford, profile) as workspace:
        team.add(workspace, bob.card())
        sharing.give(workspace, [workspace.case_id("C01")], bob.person.id)
    refused = run("judge trafford.inspection C01 2.1.1/a no --note Mine")
    assert (refused.status, refused.out) == (3, "")
    assert "C01 is a colleague’s case: Bob Mill. Nothing was changed" in refused.err
    assert run("judge trafford.inspection C02 2.1.1 no").status == 0


def test_a_case_is_not_reopened_for_an_answer_that_is_refused(
    run: Any, trafford: Path, profile: Path, tmp_path: Path
) -> None:
    """It was open again, with the reason, and the answer was not there."""
    bob = Laptop(tmp_path / "bob")
    bob.create_identity("Bob Mill", "Inspector", PASSPHRASE)
    with opened(trafford, profile) as workspace:
        team.add(workspace, bob.card())
        reviews.accept(workspace, workspace.case_id("C01"), "Nobody else is here")
        sharing.give(workspace, [workspace.case_id("C01")], bob.person.id)
    colleagues = run("judge", trafford, "C01", "2.1.1", "no", "--reopen", "The court's report came")
    assert "C01 is a colleague’s case: Bob Mill. Nothing was changed" in colleagues.err
    with opened(trafford, profile) as workspace:
        assert reviews.stage(workspace, workspace.case_id("C01")).stage == "accepted"
        assert not [
            row for row in workspace.history("review", workspace.case_id("C01"), "reason") if "court" in str(row.value)
        ]
