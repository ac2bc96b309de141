"""The codes of a case's lines on paper."""

from dataclasses import replace

import pytest

from inspector_app.core import paths
from inspector_app.core.domain.cases.line_codes import LETTERS, CaseLine, lines
from inspector_app.core.domain.framework import Framework
from inspector_app.core.interchange.frameworks.file import parse


def framework(framework_id: str) -> Framework:
    path = paths.resources() / "frameworks" / f"{framework_id}.json"
    return parse(path.read_text("utf-8"), str(path))


@pytest.fixture(scope="module")
def children() -> tuple[CaseLine, ...]:
    return lines(framework("iyjwcv-2025"), "children")


def test_lines_are_numbered_in_the_frameworks_order_prompts_before_their_judgement(children) -> None:
    assert [line.number for line in children] == list(range(1, 54))
    assert [line.path for line in children[:10]] == [*(f"2.1.1/{letter}" for letter in "abcdefghi"), "2.1.1"]
    assert children[-1].path == "2.3.2"


def test_codes_are_those_that_were_printed_before(children) -> None:
    """Packs lie on desks: a code must never come to mean another line."""
    assert [children[n - 1].code for n in (1, 2, 17, 53)] == ["1X", "2A", "17U", "53R"]


def test_no_letter_is_an_answer_or_looks_like_a_digit() -> None:
    assert set(LETTERS) & set("YNIOQSZ") == set()
    assert len(set(LETTERS)) == len(LETTERS) == 19


def test_a_wrong_digit_or_two_digits_swapped_never_keep_the_letter(children) -> None:
    letters = {str(line.number): line.letter for line in children}
    for number, letter in letters.items():
        slips = {number[:at] + digit + number[at + 1 :] for at in range(len(number)) for digit in "123456789"}
        slips |= {number[::-1], f"{int(number) + 1}", f"{int(number) - 1}"} - {number}
        assert [slip for slip in slips if slip != number and letters.get(slip) == letter] == []


def test_packs_of_other_samples_and_frameworks_have_other_letters() -> None:
    asked = [
        ("iyjwcv-2025", "children"),
        ("iyjwcv-2025", "victims"),
        ("iyjs-2025", "children"),
        ("iyjs-2025", "victims"),
    ]
    asked += [("yos-2018", "court"), ("yos-2018", "out-of-court")]
    assert len({lines(framework(f), sample)[0].letter for f, sample in asked}) == len(asked)


@pytest.mark.parametrize(
    ("framework_id", "sample", "asked"),
    [("fji-2014", "cases", ["T1", "T2", "T3", "T4", "T6"]), ("yos-2018", "resettlement", ["4.1"])],
)
def test_themes_and_standards_without_key_questions_have_a_line_each(
    framework_id: str, sample: str, asked: list[str]
) -> None:
    assert [line.path for line in lines(framework(framework_id), sample)] == asked


def test_a_sample_that_is_asked_nothing_has_no_lines() -> None:
    found = framework("yos-2018")
    without = replace(found, standards=tuple(s for s in found.standards if s.sample != "resettlement"))
    assert lines(without, "resettlement") == ()
