"""The line of ratings where the window is low: what it says, and what goes first when there is less room."""

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector_app.core.domain.inspection import GivenRating, Inspection
from inspector_app.core.services.results.ratings import rate
from inspector_app.ui.look import theme
from inspector_app.ui.places.case.ratings_line import RatingsLine
from tests.ui.drawn_text import runs
from tests.ui.test_ratings_strip import FRAMEWORK, judged

GIVEN = (GivenRating("V1", "Good"), GivenRating("V1.2", "Good"))


@pytest.fixture
def line(qapp: QApplication, qtbot: QtBot) -> RatingsLine:
    theme.apply(qapp, "light", 100)
    made = RatingsLine(FRAMEWORK, None)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.set_rated(rate(FRAMEWORK, replace(judged(), ratings=GIVEN)), "spoken")
    return made


def test_each_standard_has_its_lowest_share_and_the_overall_its_score(line: RatingsLine) -> None:
    line.resize(1800, 36)
    assert [(p.words, p.figure, p.rating) for p in line.shown()] == [
        ("2.1 Assessing", "60%", "Requires improvement"),
        ("2.2 Planning", "60%", "Requires improvement"),
        ("2.3 Delivery", "60%", "Requires improvement"),
        ("V1 Work with victims", "100%", "Good"),
        ("Overall", "5 of 12", "Requires improvement"),
    ]


def one_open_and_none_given() -> Inspection:
    found = judged()
    return replace(found, judgements=found.judgements[1:])


def test_what_can_still_change_is_said_to_be_provisional(line: RatingsLine) -> None:
    line.resize(1800, 36)
    assert line.shown()[-1].after == "Requires improvement"
    one_open = judged()
    one_open = replace(one_open, judgements=one_open.judgements[1:], ratings=GIVEN)
    line.set_rated(rate(FRAMEWORK, one_open), "spoken")
    assert line.shown()[-1].after == "Requires improvement, provisional"
    assert [p.provisional for p in line.shown()] == [True, False, False, False, True]
    assert line.shown()[-1].words == "Overall so far"
    line.set_rated(rate(FRAMEWORK, one_open_and_none_given()), "spoken")
    assert line.shown()[-1].after == "no rating yet"


def test_another_share_draws_its_standard_and_the_overall_anew_and_no_other(
    line: RatingsLine, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    qtbot.present(line, 1800, 36)
    qtbot.settle()
    drawn, draw = [], RatingsLine._paint
    monkeypatch.setattr(RatingsLine, "_paint", lambda *a, **k: (drawn.append(a[3].words), draw(*a, **k))[1])
    found = judged()
    line.set_rated(rate(FRAMEWORK, replace(found, judgements=found.judgements[1:], ratings=GIVEN)), "spoken")
    qtbot.settle()
    assert drawn == ["2.1 Assessing", "Overall so far"]


@pytest.mark.parametrize("width", [1800, 1000, 900, 500, 320])
def test_with_less_room_less_is_said_and_the_overall_stays(line: RatingsLine, qtbot: QtBot, width: int) -> None:
    qtbot.present(line, width, 36)
    assert line.shown()[-1].words == "Overall"
    ends = [(run.begins, run.ends) for run in sorted(runs(line), key=lambda run: run.begins)]
    assert all(now[1] <= after[0] for now, after in pairwise(ends))
    assert ends[0][0] >= 0 or width < 400
    assert (line.shown()[0].words == "2.1 Assessing") == (width == 1800)


def test_standards_that_come_and_go_with_a_return_visit_are_shown(line: RatingsLine) -> None:
    line.resize(1800, 36)
    whole = rate(FRAMEWORK, judged())
    line.set_rated(replace(whole, standards=whole.standards[:2]), "spoken")
    assert [p.ref for p in line.shown()][:-1] == ["2.1", "2.2"]
    line.set_rated(whole, "spoken")
    assert [p.ref for p in line.shown()][:-1] == ["2.1", "2.2", "2.3", "V1"]


def test_every_standard_is_in_view_before_the_overall_says_that_it_is_provisional(line: RatingsLine) -> None:
    one_open = judged()
    one_open = replace(one_open, judgements=one_open.judgements[1:], ratings=GIVEN)
    line.set_rated(rate(FRAMEWORK, one_open), "spoken")
    line.resize(927, 28)  # of a window of 1024
    assert [p.words for p in line.shown()] == ["2.1", "2.2", "2.3", "V1", "Overall so far"]
    assert line.shown()[-1].after == "Requires improvement"
