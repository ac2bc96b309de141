"""What people typed that disagrees with the data is found with its words and the right value, and what agrees is not."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from inspector_app.core.domain.inspection import Recommendation
from inspector_app.core.domain.rows import TextRow
from inspector_app.core.report.disagree import disagreements

RIGHT = "2.1.1 is 12 of 15 (80%) and 2.1.2 is 9 of 15 (60%)"


@pytest.fixture
def found(make, trafford) -> Callable[..., list[tuple[str, str]]]:
    framework, rated = make.framework("iyjwcv-2025"), make.rated(trafford)

    def found(text: str, section: str = "2.1") -> list[tuple[str, str]]:
        rows = [TextRow("a", section, "narrative", text, 1)]
        return [(one.said, one.right) for one in disagreements(framework, trafford, rated, rows)]

    return found


@pytest.mark.parametrize(
    "text",
    [
        "Assessing was sufficient in 12 of 15 cases (80%), and in 9 of 15 (60%).",
        "In 80% of cases, and in 60 per cent of the cases, it was.",
        "In [=2.1.1 percent] of cases, in [=2.1.1 count] cases, and in most ([=2.1.1]).",
        "What they had had was so; that that was. In Baden Baden, bye-bye, and the 5 5 of it.",
        "It was done by\nby the board. In 3 < 4 of them, 5 > 4;  a [bracket] and ^.^[a note, [=2.1.1]]",
        "In most cases, in a large majority of cases, it was. Of 3 interviews 2 were with girls.",
        "29 per cent of the caseload were looked after; 2 of 3 staff said so.",
        "Assessing was rated as ‘Requires improvement’. Overall, it was rated Requires improvement.",
        "However, this was not consistent in all cases, and planning needed to be consistent in all cases.",
        "Diversity needs were not fully explored in all cases; work wasn't completed in every case.",
        "Victims' wishes were considered in all relevant cases, and not all case managers agreed.",
        "However, in all other cases, relationships were effective. All new cases were checked.",
        "In almost all cases, and in nearly all cases inspected, there was a clear record.",
        "In all cases where there was a victim, and in every case with a plan, it was done.",
        "Every case manager said so, and no case worker did.",
        "It was so in 80% of all cases, in 12 of 15 (80%), and in more than half of cases.",
        "In less than half of the cases of girls, and in two thirds of all the cases, it was.",
        "Nobody was rated Good in 2.2. No standard was rated ‘Good’, and 2.1 could be rated Good next year.",
        "The service was rated ‘Requires improvement’ for 2.2. It was not rated Good on planning (2.2).",
        "A parent said that it was 'good', and staff that it is “outstanding”. The rating is ‘Requires improvement’.",
        "",
    ],
)
def test_what_agrees_or_is_about_something_else_is_not_listed(found, text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "said", "right"),
    [
        ("It was in 13 of 15 cases (87%).", "13 of 15 cases", RIGHT),
        ("It was (12 of 15 (75%)).", "12 of 15 (75%)", "12 of 15 is 80%"),
        ("It was in 13 of 15.", "13 of 15", RIGHT),
        ("It was in 12 of 15 (80%) of all the cases.", "12 of 15 (80%) of", "the percentage alone goes before “of”"),
        ("It was in [=2.1.1] of cases.", "12 of 15 (80%) of", "the percentage alone goes before “of”"),
        ("It was in [=2.1.1 count] of cases.", "12 of 15 of", "the percentage alone goes before “of”"),
        ("It was in [=2.1.1 percent] cases.", "80% cases", "“of” is missing"),
        ("Staff knew the the children.", "the the", "the word is repeated"),
        ("The staff staff knew.", "staff staff", "the word is repeated"),
        ("In [=2.1.2 percent] of cases <who> did so.", "<who>", "still to be filled in"),
        ("They did so.^[<source>]", "<source>", "still to be filled in"),
        ("They did so, in XX of them.", "XX", "still to be filled in"),
        ("They did so.^[see the [Annex] of it]", "^[see", "this footnote has no end, or a bracket in it"),
        ("They did so.^[ ] And then.", "^[ ]", "this footnote is empty"),
        ("They did so.^[A source. And then?", "^[A", "this footnote has no end, or a bracket in it"),
        ("It was in [=2.1.1 percent cases.", "[=2.1.1", "this is not a figure"),
        ("The board should: Should it?  The the end.", "The the", "the word is repeated"),
        ("It was in 75% of cases.", "75% of cases", RIGHT),
        ("In a minority of cases it was.", "a minority of cases", RIGHT),
        ("Half of the cases did.", "Half of the cases", RIGHT),
        ("In every case, potential victims were considered.", "every case", RIGHT),
        ("However, planning was not good, and in all cases, victims were protected.", "all cases", RIGHT),
        ("All cases demonstrated it.", "All cases", RIGHT),
        ("There was a lack in all of the cases inspected.", "all of the cases", RIGHT),
        ("Planning was rated as ‘Good’.", "rated as ‘Good", "2.2 is 'Requires improvement'"),
        ("The service was rated ‘Good’ in 2.2.", "rated ‘Good", "2.2 is 'Requires improvement'"),
        ("Work was rated Outstanding for Planning.", "rated Outstanding", "2.2 is 'Requires improvement'"),
        ("Planning is 'Good'.", "is 'Good'", "2.2 is 'Requires improvement'"),
        ("It has a rating of ‘Outstanding’.", "of ‘Outstanding’", "2.1 is 'Requires improvement'"),
        ("Planning was judged to be Good.", "judged to be Good", "2.2 is 'Requires improvement'"),
        ("It was rated Outstanding.", "rated Outstanding", "2.1 is 'Requires improvement'"),
        ("Overall, the service was rated 'Good'.", "rated 'Good", "the overall rating is 'Requires improvement'"),
    ],
)
def test_what_disagrees_is_listed_with_its_words_and_the_right_value(found, text: str, said: str, right: str) -> None:
    ((words, value),) = found(text)
    assert words.startswith(said)
    assert right in value


def test_a_text_of_another_section_is_compared_with_every_figure(found) -> None:
    assert found("In 13 of 15 cases (87%) delivery was.", "foreword") == []
    ((said, right),) = found("In 14 of 15 cases it was.", "foreword")
    assert said == "14 of 15 cases"
    assert "2.3.1 is 13 of 15 (87%)" in right


def test_a_recommendation_that_is_not_finished_is_listed_too(make, trafford) -> None:
    """It is printed as it stands, and nobody looked."""
    asked = Recommendation("The board", "make sure that <who> is is seen in [=9.9.9].", mark="r1")
    made = replace(trafford, recommendations=(*trafford.recommendations, asked))
    found = disagreements(make.framework("iyjwcv-2025"), made, make.rated(made), [])
    assert [(one.entity, one.id, one.said) for one in found] == [
        ("recommendation", "r1", said) for said in ("[=9.9.9]", "<who>", "is is")
    ]
