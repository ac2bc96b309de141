"""What is said of the rows of a list of cases."""

from inspector_app.core.domain.cases.case_list import Problem
from inspector_app.ui.words.case_list import problems_said


def test_what_is_wrong_in_the_same_way_in_several_rows_is_said_once_with_their_numbers() -> None:
    found = [Problem(row, "Type", '"OOCD" is no type') for row in (2, 3, 4, 7, 9)]
    found += [Problem(3, "", "it has no reference"), Problem(8, "", "it has no reference")]
    assert problems_said(found) == [
        'Rows 2–4, 7 and 9, column Type: "OOCD" is no type.',
        "Rows 3 and 8: it has no reference.",
    ]


def test_a_row_says_which_case_it_is_while_rows_are_few() -> None:
    found = [Problem(row, "Start", "it is not a day", f"C{row:02}") for row in (2, 5, 6)]
    assert problems_said(found[:2]) == ["Rows 2 (C02) and 5 (C05), column Start: it is not a day."]
    assert problems_said([*found, Problem(9, "Start", "it is not a day", "C09")]) == [
        "Rows 2, 5, 6 and 9, column Start: it is not a day."
    ]
    assert problems_said([Problem(3, "Ref", "C03 is here already", "C03")]) == [
        "Row 3, column Ref: C03 is here already."
    ]
