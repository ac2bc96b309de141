"""The cases by their key questions: groups, their totals, and the order of the cases in each."""

from datetime import date

import pytest

from inspector_app.core import paths
from inspector_app.core.domain.by_question import INSPECTOR, Group, Order, Total, groups
from inspector_app.core.domain.inspection import Answer, Case, Inspection, Judgement, Person, Totals
from inspector_app.core.interchange.frameworks.file import parse

_FILE = paths.resources() / "frameworks/iyjwcv-2025.json"
IYJWCV = parse(_FILE.read_text("utf-8"), _FILE.name)
Y, N, NA = Answer.YES, Answer.NO, Answer.NA
CASES = (
    Case("1", "C01", "children", "Bail", "a", age=15), Case("2", "C02", "children", "Remand", "b", age=11),
    Case("3", "C03", "children", "bail", "", age=15), Case("4", "V01", "victims", "Adult victim", "a"),
)  # fmt: skip
GIVEN = {
    ("1", "2.1.1"): Y,
    ("2", "2.1.1"): N,
    ("3", "2.1.1"): NA,
    ("1", "2.1.2"): N,
    ("2", "2.1.2"): N,
    ("4", "V1.1"): Y,
}


def of(
    by: str = "", order: Order = Order.REFERENCE, on: str = "", totals: tuple[Totals, ...] = ()
) -> tuple[Group, ...]:
    judged = tuple(Judgement(case, question, answer) for (case, question), answer in GIVEN.items())
    team = (Person("a", "Zoe"), Person("b", "Ann"))
    found = Inspection(
        framework=IYJWCV.id, service="Wexborough", start=date(2026, 3, 9), end=date(2026, 3, 13),
        cases=CASES, judgements=judged, team=team, totals=totals,
    )  # fmt: skip
    return groups(IYJWCV, found, by, order, on)


def refs(found: tuple[Group, ...]) -> list[tuple[str, list[str]]]:
    return [(group.value, [line.case.ref for line in group.lines]) for group in found]


def test_each_sample_is_a_group_with_the_key_questions_that_are_judged_on_it() -> None:
    children, victims = of()
    assert children.questions == ("2.1.1", "2.1.2", "2.2.1", "2.2.2", "2.3.1", "2.3.2")
    assert victims.questions == ("V1.1",)
    assert refs((children, victims)) == [("", ["C01", "C02", "C03"]), ("", ["V01"])]


def test_a_total_counts_the_judged_cases_and_not_those_that_it_does_not_apply_to() -> None:
    children, _ = of()
    assert [children.total(question) for question in ("2.1.1", "2.1.2", "2.2.1")] == [
        Total(1, 2), Total(0, 2), Total(0, 0)]  # fmt: skip


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ("type", [("Bail", ["C01", "C03"]), ("Remand", ["C02"]), ("Adult victim", ["V01"])]),
        (INSPECTOR, [("Ann", ["C02"]), ("Zoe", ["C01"]), ("", ["C03"]), ("Zoe", ["V01"])]),
        ("age", [("10 to 14", ["C02"]), ("15 to 16", ["C01", "C03"]), ("not recorded", ["V01"])]),
        ("gender", [("not recorded", ["C01", "C02", "C03"]), ("not recorded", ["V01"])]),
    ],
)
def test_cases_are_grouped_by_what_one_asks(by: str, expected: list[tuple[str, list[str]]]) -> None:
    assert refs(of(by)) == expected


def test_most_no_come_first_and_equal_ones_stay_by_reference() -> None:
    assert refs(of(order=Order.MOST_NO))[0] == ("", ["C02", "C01", "C03"])


def test_no_on_one_key_question_comes_first_then_what_is_open() -> None:
    assert refs(of(order=Order.NO_HERE, on="2.1.2"))[0] == ("", ["C01", "C02", "C03"])
    assert refs(of(order=Order.NO_HERE, on="2.1.1"))[0] == ("", ["C02", "C01", "C03"])


def test_a_key_question_that_is_known_by_its_totals_is_in_no_column() -> None:
    assert of(totals=(Totals("V1.1", 3, 5),))[-1].questions[-1] != "V1.1"
