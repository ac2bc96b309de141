"""The strip of ratings so far: the right figures, in words too, and only what changed repainted."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter
from pytestqt.qtbot import QtBot

from inspector_app.core.domain.inspection import Answer, Case, GivenRating, Inspection, Judgement, PanelDecision
from inspector_app.core.services import frameworks
from inspector_app.core.services.results.ratings import LiveRatings, rate
from inspector_app.ui.look import theme
from inspector_app.ui.look.band_bar import paint_band_bar
from inspector_app.ui.places.case import ratings_strip
from inspector_app.ui.places.case.ratings_strip import RatingsStrip, overall_words, spoken, standing

FRAMEWORK = frameworks.find("iyjwcv-2025")
CHILDREN = ("2.1.1", "2.1.2", "2.2.1", "2.2.2", "2.3.1", "2.3.2")


def judged(children: int = 15, yes: int = 9) -> Inspection:
    cases = [Case(f"c{n}", f"C{n}", "children") for n in range(children)] + [Case("v", "V1", "victims")]
    answers = [
        Judgement(c.id, q, Answer.YES if n < yes else Answer.NO) for n, c in enumerate(cases[:-1]) for q in CHILDREN
    ]
    answers.append(Judgement("v", "V1.1", Answer.YES))
    start, end = date(2025, 3, 24), date(2025, 3, 28)
    return Inspection(FRAMEWORK.id, "Trafford", start, end, cases=tuple(cases), judgements=tuple(answers))


@pytest.fixture
def strip(qtbot: QtBot) -> RatingsStrip:
    made = RatingsStrip(FRAMEWORK)
    qtbot.addWidget(made)
    return made


def test_each_standard_is_said_in_words(strip: RatingsStrip) -> None:
    strip.set_rated(rate(FRAMEWORK, judged()))
    name = strip.cell("2.1").accessibleName()
    assert name == (
        "2.1 Assessing: Requires improvement. "
        "2.1.1: 60%, 9 of 15, Requires improvement. 2.1.2: 60%, 9 of 15, Requires improvement."
    )


def test_one_judgement_changes_its_own_standard_and_the_overall_only(strip: RatingsStrip) -> None:
    live = LiveRatings(FRAMEWORK, replace(judged(), ratings=(GivenRating("V1", "Good"), GivenRating("V1.2", "Good"))))
    strip.set_rated(live.rated)
    others = [strip.cell(ref).rated for ref in ("2.2", "2.3", "V1")]
    assert strip.set_rated(live.answer("c14", "2.1.1", None)) == 2
    assert [strip.cell(ref).rated for ref in ("2.2", "2.3", "V1")] == others
    assert "2.1.1: 64%, 9 of 14" in strip.cell("2.1").accessibleName()
    assert strip.set_rated(live.rated) == 0


def test_what_is_open_makes_it_provisional_in_words() -> None:
    open_one = judged()
    open_one = replace(open_one, judgements=open_one.judgements[1:])
    rated = rate(FRAMEWORK, open_one)
    assert standing(rated.standard("2.1")) == "so far"
    assert standing(rated.standard("2.2")) == ""
    lines = overall_words(rated)
    assert lines[:2] == ("Overall so far", "no rating yet")
    assert lines[2:] == ("Provisional · 1 judgement open", "not yet decided: V1")


def test_a_complete_inspection_says_so() -> None:
    given = (GivenRating("V1", "Good"), GivenRating("V1.2", "Good"))
    lines = overall_words(rate(FRAMEWORK, replace(judged(), ratings=given)))
    assert lines == ("Overall: 5 of 12", "Requires improvement", "Every judgement is made")


def test_a_suggestion_and_the_panels_discretion_are_named() -> None:
    rated = rate(
        FRAMEWORK,
        replace(judged(), ratings=(GivenRating("V1.2", "Good"),), panel=(PanelDecision("2.1", "Good", "one case"),)),
    )
    assert standing(rated.standard("V1")) == "suggested"
    assert standing(rated.standard("2.1")) == "by the panel"
    assert "Good, by the panel" in spoken(rated.standard("2.1"))


def test_no_distance_to_a_band_is_told_here(strip: RatingsStrip) -> None:
    strip.set_rated(rate(FRAMEWORK, judged()))
    words = strip.cell("2.1").accessibleName() + strip.cell("2.1").toolTip()
    assert "more" not in words
    assert "next band" not in words


def test_the_bar_is_as_long_as_the_percentage() -> None:
    image = QImage(100, 12, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    paint_band_bar(painter, QRectF(0, 0, 100, 12), 40, [0, 50, 65, 80], "#ff0000")
    painter.end()
    assert image.pixelColor(38, 6) == QColor("#ff0000")
    assert image.pixelColor(42, 6) != QColor("#ff0000")
    ticks = [x for x in range(100) if image.pixelColor(x, 0) != QColor("white")]
    assert ticks == [49, 50, 64, 65, 79, 80]  # two pixels each, about the bound


@pytest.mark.parametrize("framework", ["iyjs-2025", "iyjwcv-2025", "yos-2018", "fji-2014"])
def test_every_framework_has_a_strip_that_paints(qtbot: QtBot, framework: str) -> None:
    found = frameworks.find(framework)
    strip = RatingsStrip(found)
    qtbot.addWidget(strip)
    inspection = Inspection(found.id, "Trafford", date(2025, 3, 24), date(2025, 3, 28))
    strip.set_rated(rate(found, inspection))
    assert strip.isVisibleTo(strip.parentWidget()) == any(s.case_questions for s in found.standards)
    assert not strip.grab().isNull()


@pytest.mark.parametrize("zoom", [100, 150, 200])
@pytest.mark.parametrize("cases", [15, 115])
def test_no_figure_is_cut(strip: RatingsStrip, monkeypatch: pytest.MonkeyPatch, zoom: int, cases: int) -> None:
    drawn: list[tuple[str, int, int]] = []

    def note(_painter: QPainter, box: QRect, text: str, _colour: str, *, bold: bool = False, **_: object) -> None:
        needed = QFontMetrics(theme.font(theme.SMALL, bold=bold)).horizontalAdvance(text)
        drawn.append((text, needed, box.width()))

    monkeypatch.setattr(ratings_strip, "_words", note)
    theme.choose("light", zoom)
    try:
        strip.set_rated(rate(FRAMEWORK, judged(cases, cases)))
        for ref in ("2.1", "2.2", "2.3", "V1"):
            cell = strip.cell(ref)
            cell.resize(cell.minimumSizeHint())
            cell.grab()
    finally:
        theme.choose("light", 100)
    figures = [row for row in drawn if row[0].endswith("%") or " of " in row[0]]
    assert {f"{cases} of {cases}", "100%"} <= {row[0] for row in figures}
    assert [row for row in figures if row[1] > row[2]] == []


def test_what_is_rated_on_organisation_is_set_and_never_judged_on_cases(strip: RatingsStrip) -> None:
    strip.set_rated(rate(FRAMEWORK, judged()))
    assert "V1.2: not set yet." in strip.cell("V1").accessibleName()
    strip.set_rated(rate(FRAMEWORK, replace(judged(), ratings=(GivenRating("V1.2", "Good"),))))
    assert "V1.2: Good." in strip.cell("V1").accessibleName()
