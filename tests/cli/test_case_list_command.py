"""`cases`: a service's list of cases as a command, with what its columns and its words for types mean."""

import json
from pathlib import Path
from typing import Any

import pytest

LIST = "Case no,Intervention,Start date\n41,OOCD,04/11/2024\n42,Prevention,04/11/2024\n43,Bail,31/02/2024\n"
INTO = ("--into", "trafford.inspection", "--sample", "children")


@pytest.fixture
def listed(trafford: Path) -> Path:
    path = trafford.parent / "list.csv"
    path.write_text(LIST, encoding="utf-8")
    return path


def types(run: Any) -> dict[str, str]:
    run("export trafford.inspection -o out.json")
    cases = json.loads(Path("out.json").read_text(encoding="utf-8"))["cases"]
    return {case["ref"]: case.get("type", "") for case in cases if case["ref"].isdecimal()}


def test_a_word_that_is_not_known_is_asked_for_and_nothing_is_imported(run: Any, listed: Path) -> None:
    done = run("cases", listed, *INTO)
    assert done.status == 3
    assert "Prevention (1 row): what type that is, is not known; say it with --type 'WORD=TYPE'" in done.err
    assert types(run) == {}


def test_cases_come_in_with_what_was_said_and_what_is_wrong_is_told(run: Any, listed: Path) -> None:
    done = run("cases", listed, *INTO, "--type", "prevention=-")
    assert done.status == 0, done.err
    assert done.out.splitlines() == [
        'Row 3 (42), column Intervention: rows of "Prevention" are left out.',
        "Row 4 (43), column Start date: 31/02/2024 is not a day of the calendar (day, month, year).",
        "1 case imported, 0 types corrected, 2 rows left out",
    ]
    assert types(run) == {"41": "out-of-court disposal"}


def test_a_second_import_corrects_the_first_and_remembers_what_was_said(run: Any, listed: Path) -> None:
    run("cases", listed, *INTO, "--type", "prevention=-", "--type", "OOCD=Community sentence")
    assert types(run) == {"41": "community sentence"}
    again = run("cases", listed, *INTO)
    assert again.out.splitlines()[-1] == "0 cases imported, 0 types corrected, 3 rows left out"
    done = run("cases", listed, *INTO, "--type", "OOCD=out-of-court disposal", "--type", "Prevention==")
    assert done.out.splitlines()[-1] == "1 case imported, 1 type corrected, 1 row left out"
    assert types(run) == {"41": "out-of-court disposal", "42": "Prevention"}


def test_a_column_can_be_named_and_one_that_leads_to_a_person_cannot(run: Any, listed: Path) -> None:
    listed.write_text("Code,Child name,Kind of thing\n44,Jo Bloggs,bail\n", encoding="utf-8")
    done = run("cases", listed, *INTO, "--column", "ref=code", "--column", "type=Kind of thing")
    assert done.status == 0, done.err
    assert types(run) == {"44": "bail"}
    refused = run("cases", listed, *INTO, "--column", "ref=Child name")
    assert refused.status == 3
    assert "Child name: never imported; what it holds: names of people" in refused.err


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (("--column", "shoe=Intervention"), "shoe: not a field of a case"),
        (("--column", "ref=Shoe"), "Shoe: not one of its headings"),
        (("--type", "Shoe=bail"), "Shoe: not a word for a type in it"),
        (("--type", "OOCD=shoe"), "shoe: not a type of the framework"),
        (("--sample", "shoe"), "shoe: not a sample"),
    ],
)  # fmt: skip
def test_what_is_not_there_is_refused_with_what_there_is(
    run: Any, listed: Path, said: tuple[str, str], why: str
) -> None:
    done = run("cases", listed, *INTO, "--type", "Prevention=-", *said)
    assert (done.status, done.out) == (3, "")
    assert why in done.err


def test_half_of_a_pair_is_wrong_usage(run: Any, listed: Path) -> None:
    assert run("cases", listed, *INTO, "--type", "OOCD").status == 2


def test_columns_that_are_not_read_are_named(run: Any, listed: Path, tmp_path: Path) -> None:
    odd = tmp_path / "odd.csv"
    odd.write_text("ChildView no,Type,Day of the board,Surname\n88,community sentence,3/11/2025,Bell\n", "utf-8")
    done = run("cases", odd, *INTO)
    assert done.out.splitlines()[0] == "Not read: Day of the board"
    assert done.out.splitlines()[1].startswith("“ChildView no” may be the service’s own number for a child")
    assert done.status == 0
