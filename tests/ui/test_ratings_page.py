"""The Ratings page on a real workspace: what it says, what it writes, and that it can be worked by keyboard."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.core.domain.inspection import Answer, Totals
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.documents import exchange
from inspector_app.core.services.fieldwork import evidence, setting_up
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.results import panel, sealing
from inspector_app.core.services.results.panel import Decision
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui import ask
from inspector_app.ui.controls.lists.case_answers import CaseAnswer, CaseAnswers, Number
from inspector_app.ui.note.box import NoteBox
from inspector_app.ui.page import CaseAt, Item, Shared
from inspector_app.ui.places.ratings import seal
from inspector_app.ui.places.ratings.columns import columns
from inspector_app.ui.places.ratings.given_box import GivenBox
from inspector_app.ui.places.ratings.lines import RatingLine
from inspector_app.ui.places.ratings.page import RatingsPage
from inspector_app.ui.places.ratings.panel_box import PanelBox
from inspector_app.ui.places.ratings.score_scale import ScoreScale
from inspector_app.ui.places.ratings.standard_card import StandardCard
from tests.ui.conftest import Spoken

DATA = Path(__file__).parents[1] / "data"
KEYS = Qt.Key


@pytest.fixture
def shown(alone: Any) -> Callable[[Workspace], RatingsPage]:
    return partial(alone, RatingsPage)


@pytest.fixture
def page(trafford: Workspace, shown: Callable[[Workspace], RatingsPage]) -> RatingsPage:
    return shown(trafford)


def words(widget: QWidget) -> str:
    """Everything that can be read on a widget."""
    labels = [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]
    return "\n".join(labels)


def card(page: RatingsPage, ref: str) -> StandardCard:
    page.show_standard(ref)
    return page.card(ref)


def said_of(page: RatingsPage, ref: str) -> RatingLine:
    """The line of the table."""
    return next(line for line in page.table.list.lines.lines if line.ref == ref)


def panel_of(panel: StandardCard) -> PanelBox:
    if not panel.panel.open:
        panel.panel.button.click()
    assert panel.panel.inside is not None
    return panel.panel.inside


def focus(qtbot: QtBot, widget: QWidget) -> None:
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus)


def test_the_sample_shows_its_figures_bands_and_distance(page: RatingsPage) -> None:
    question = card(page, "2.1").questions["2.1.2"]
    assert question.figure.text() == "9 of 15"
    assert "1 more Yes: Good · 2 fewer: Inadequate" in words(question)
    assert "60%" in words(question)
    (figure,) = said_of(page, "2.1.2").figures
    assert (figure.yes_of, figure.share, figure.band, figure.lowest) == ("9 of 15", "60%", "Requires improvement", True)
    assert not said_of(page, "2.1.1").figures[0].lowest


def test_a_key_question_has_a_short_name_and_where_there_is_room_it_stands_as_it_is_asked(page: RatingsPage) -> None:
    line = said_of(page, "V1.1")
    assert line.words == "Work with each victim"
    assert line.whole == "Is work with victims high-quality, individualised, and responsive?"
    said = [columns(page._workspace.framework, width).words_of(line) for width in (900, 1300)]
    assert said == [line.words, line.whole]


def test_the_overall_card_says_score_word_and_that_it_is_settled(page: RatingsPage) -> None:
    assert page.overall.score.text() == "4 of 12"
    assert page.overall.mark.word == "Requires improvement"
    assert page.overall.settled.text().startswith("Settled")


def test_an_open_judgement_makes_the_overall_provisional_and_says_why(trafford: Workspace, page: RatingsPage) -> None:
    case = trafford.inspection().cases[0]
    trafford.editor.set("judgement", f"{case.id}/2.1.1", "answer", None)
    assert page.overall.settled.text() == "Provisional: 2.1 has 1 judgement open."
    trafford.editor.set("judgement", f"{case.id}/2.2.1", "answer", None)
    assert page.overall.settled.text() == "Provisional: 2.1 and 2.2 have 1 judgement open each."
    trafford.editor.set("judgement", f"{case.id}/2.2.2", "answer", None)
    said = "Provisional: 2.1 has 1 judgement open and 2.2 has 2 judgements open."
    assert page.overall.settled.text() == said
    question = card(page, "2.1").questions["2.1.1"]
    shown = question.if_judged
    said = [(percent.text(), mark.accessibleName()) for percent, mark in shown._rows]
    assert said == [("80%", "Outstanding"), ("73%", "stays as it is")]
    assert "1 open · Yes" not in words(card(page, "2.1"))  # said once
    assert shown.go.accessibleName() == f"Go to case: {case.ref}"
    asked: list[CaseAt] = []
    page.case_wanted.connect(asked.append)
    shown.go.click()
    assert asked == [CaseAt(case.id, "2.1.1")]
    second = trafford.inspection().cases[1]
    trafford.editor.set("judgement", f"{second.id}/2.1.1", "answer", None)
    assert shown.isHidden()  # of several the figure says how many it takes
    assert "2 open" in question._notes.text()


def test_print_on_the_ratings_makes_the_pages_of_how_they_were_reached(
    qtbot: QtBot, page: RatingsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ask, "save_file", lambda *_: tmp_path / "ratings.pdf")
    page.sheet.print.click()
    qtbot.waitUntil(lambda: (tmp_path / "ratings.pdf").exists())
    assert (tmp_path / "ratings.pdf").read_bytes().startswith(b"%PDF")


def test_enter_on_a_figure_lists_the_cases_and_enter_on_a_case_asks_for_it(
    qtbot: QtBot, trafford: Workspace, page: RatingsPage
) -> None:
    question = card(page, "2.1").questions["2.1.2"]
    assert question.open  # of the lowest they are listed at once
    for _ in range(2):
        focus(qtbot, question.figure)
        qtbot.keyClick(question.figure, KEYS.Key_Return)
    assert "Cases behind 2.1.2: 6 No, 9 Yes." in words(question)
    assert question.cases.model().rowCount() == 15
    with qtbot.waitSignal(page.case_wanted) as wanted:
        qtbot.keyClick(question.cases, KEYS.Key_Right)
        qtbot.keyClick(question.cases, KEYS.Key_Return)
    (at,) = wanted.args
    assert at.question == "2.1.2"
    assert {c.id: c.ref for c in trafford.inspection().cases}[at.case] == "C04"  # the second No


def test_an_open_list_of_cases_follows_a_new_answer(trafford: Workspace, page: RatingsPage) -> None:
    question = card(page, "2.1").questions["2.1.2"]
    case = next(j.case for j in trafford.inspection().judgements if j.question == "2.1.2" and j.answer == "no")
    trafford.editor.set("judgement", f"{case}/2.1.2", "answer", "yes")
    assert "5 No, 10 Yes" in words(question)
    assert card(page, "2.1").questions["2.1.2"].figure.text() == "10 of 15"


def test_v1_is_suggested_until_somebody_decides_it_by_key(qtbot: QtBot, trafford: Workspace, page: RatingsPage) -> None:
    trafford.editor.set("rating", "V1", "rating", None)
    panel = card(page, "V1")
    assert "Suggested: Requires improvement (the lower of V1.1 and V1.2; assumed rule) – not decided" in words(panel)
    assert page.overall.settled.text() == "Provisional: V1 is suggested, not decided."
    buttons = panel.given["V1"].words.buttons
    focus(qtbot, buttons["Inadequate"])
    qtbot.keyClick(buttons["Inadequate"], KEYS.Key_3)
    assert next(r.rating for r in trafford.inspection().ratings if r.subject == "V1") == "Good"
    assert "Decided: Good." in words(panel)


def test_choosing_the_chosen_word_again_clears_it(trafford: Workspace, page: RatingsPage) -> None:
    box = card(page, "V1").given["V1.2"]
    box.words.buttons["Requires improvement"].click()
    assert not any(r.subject == "V1.2" and r.rating for r in trafford.inspection().ratings)
    assert not box.words.buttons["Requires improvement"].isChecked()


def test_a_rationale_is_on_disk_within_a_second_and_undo_brings_the_old_one_back(
    qtbot: QtBot, trafford: Workspace, page: RatingsPage
) -> None:
    box = card(page, "V1").given["V1.2"].rationale.box
    before = box.text()
    focus(qtbot, box)
    qtbot.keyClicks(box, "Seen: ")
    qtbot.waitUntil(lambda: not box.unsaved)
    assert any(r.rationale == "Seen: " + before for r in trafford.inspection().ratings)
    qtbot.keyClick(box, KEYS.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert box.text() == before


def test_the_panel_stands_beside_the_computed_rating(qtbot: QtBot, trafford: Workspace, page: RatingsPage) -> None:
    panel = card(page, "2.1")
    inside = panel_of(panel)
    assert "One case judged the other way would change the rating." in words(inside)
    assert "holds" in words(inside)
    assert "does not hold" in words(inside)
    inside.words.buttons["Good"].click()
    assert inside.state.text() == "A draft: it takes effect once the panel’s reason is written."
    assert "changed by the panel" not in words(panel)
    assert page.overall.score.text() == "4 of 12"
    focus(qtbot, inside.reason.box)
    qtbot.keyClicks(inside.reason.box, "Close.")
    assert page.flush()
    qtbot.waitUntil(lambda: page.overall.score.text() == "5 of 12")
    assert "changed by the panel from Requires improvement · 2 points" in words(panel)
    assert inside.state.text().startswith("Changes Requires improvement to Good")
    assert panel.questions["2.1.2"].figure.text() == "9 of 15"
    (decision,) = trafford.inspection().panel
    assert (decision.standard, decision.to, decision.reason) == ("2.1", "Good", "Close.")
    assert "from: Requires improvement · to: Good" in inside.record.text()
    inside.reason.box.selectAll()
    qtbot.keyClick(inside.reason.box, KEYS.Key_Delete)
    assert page.flush()
    qtbot.waitUntil(lambda: page.overall.score.text() == "4 of 12")
    assert inside.words.word == "Good"  # the draft stays


def test_what_each_word_would_do_is_shown_before_one_is_chosen(
    qtbot: QtBot, trafford: Workspace, page: RatingsPage
) -> None:
    inside = panel_of(card(page, "2.1"))
    assert "Good: 5 of 12 · Requires improvement" in inside.effects.text()
    assert not inside.footnote.isVisible()
    inside.words.buttons["Good"].click()
    assert "increasing this rating from 'Requires improvement' to 'Good'" in inside.footnote.text()
    assert page.overall.score.text() == "4 of 12"  # it waits for its reason
    focus(qtbot, inside.members)
    qtbot.keyClicks(inside.members, "Ruth, Tom")
    assert page.flush()
    (decision,) = trafford.inspection().panel
    assert (decision.to, decision.computed, decision.members) == ("Good", "Requires improvement", "Ruth, Tom")


def test_a_decision_while_judgements_are_open_is_marked_provisional(trafford: Workspace, page: RatingsPage) -> None:
    trafford.editor.set("judgement", f"{trafford.case_id('C07')}/2.1.2", "answer", None)
    inside = panel_of(card(page, "2.1"))
    inside.words.buttons["Good"].click()
    trafford.editor.set("panel", "2.1", "reason", "Close.")
    assert inside.state.text().endswith("Provisional: 1 judgement open.")
    line = said_of(page, "2.1")
    assert (line.rating, line.provisional) == ("Good", True)
    assert line.note == "by the panel, before: Requires improvement · 1 judgement open"


def test_a_reason_written_before_the_decision_is_kept_and_withdrawing_clears_all_in_one_step(
    qtbot: QtBot, trafford: Workspace, page: RatingsPage, shown: Callable[[Workspace], RatingsPage]
) -> None:
    inside = panel_of(card(page, "2.2"))
    focus(qtbot, inside.reason.box)
    qtbot.keyClicks(inside.reason.box, "Late referrals")
    assert page.flush()
    again = panel_of(card(shown(trafford), "2.2"))
    assert again.reason.box.text() == "Late referrals"
    inside.words.buttons["Good"].click()
    assert "draft" not in inside.state.text()
    inside.question.setCurrentIndex(2)
    inside.question.activated.emit(2)
    assert trafford.inspection().panel[0].question == "2.2.2"
    inside.withdraw.click()
    assert trafford.inspection().panel == ()
    assert inside.reason.box.text() == ""
    assert "Reason: Late referrals" in inside.record.text()
    assert "Withdrawn or replaced: " in inside.record.text()
    trafford.editor.undo("panel", "2.2")
    assert trafford.inspection().panel[0].reason == "Late referrals"
    assert inside.reason.box.text() == "Late referrals"


def test_a_refused_choice_goes_back_to_what_is_stored_and_says_why(
    page: RatingsPage, trafford: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise Expected(Code.DISK_FULL, where="here")

    monkeypatch.setattr(trafford.editor, "do", full)
    box = card(page, "V1").given["V1"]
    said: list[Expected] = []
    page.failed.connect(said.append)
    box.words.buttons["Good"].click()
    assert box.words.word == "Requires improvement"
    assert [error.code for error in said] == [Code.DISK_FULL]


def test_the_way_to_a_rating_is_shown_with_source_and_status(page: RatingsPage) -> None:
    panel = card(page, "2.1")
    panel.trace.button.click()
    assert "100 × 9 ÷ 15 = 60%" in words(panel)
    assert "Derived rule." in words(panel)
    assert "2.2.2" not in words(panel)


def test_the_scale_of_points_ends_within_its_room_whatever_that_is(qtbot: QtBot, page: RatingsPage) -> None:
    """Its last cell stood half a pixel past the edge, so that it had no side there."""
    scale = page.findChild(ScoreScale)
    assert scale is not None
    alone = ScoreScale(scale._framework, page)
    assert scale._rated is not None
    alone.set_rated(replace(scale._rated, score_max=36))
    for width in range(300, 340):
        alone.resize(width, 40)
        _, left, wide = alone._groups()[-1]
        assert left + wide == width


def test_standards_of_2018_are_rated_by_people_and_scored_out_of_36(
    make_workspace: Callable[..., Workspace], shown: Callable[[Workspace], RatingsPage]
) -> None:
    workspace = make_workspace("Salford", "yos-2018")
    exchange.import_file(workspace, exchange.sample_document("salford-2024"))
    page = shown(workspace)
    assert page.overall.score.text() == "22 of 36"
    assert len([line for line in page.table.list.lines.lines if not line.question]) == 13
    assert isinstance(card(page, "1.1").given["1.1"], GivenBox)
    assert "does not count towards the overall rating" in words(card(page, "4.1"))
    standards = [line.standard for line in page.table.list.lines.lines if not line.question]
    opened = [ref for ref in standards if card(page, ref).panel.open]
    assert opened == [d.standard for d in workspace.inspection().panel]
    page.show_standard("2.1.1")
    figure = page.card("2.1").questions["2.1.1"]
    assert "entered as totals" in words(figure)


def test_stars_and_case_scores_are_given_by_keyboard(
    qtbot: QtBot, make_workspace: Callable[..., Workspace], shown: Callable[[Workspace], RatingsPage]
) -> None:
    workspace = make_workspace("Trafford", "fji-2014")
    page = shown(workspace)
    assert page.overall.settled.text() == "This framework has no overall rating."
    box = card(page, "T1").given["T1"]
    first = next(iter(box.words.buttons.values()))
    focus(qtbot, first)
    qtbot.keyClick(first, KEYS.Key_3)
    assert box.score is not None
    focus(qtbot, box.score.box)
    qtbot.keyClicks(box.score.box, "78")
    assert page.flush()
    (given,) = workspace.inspection().ratings
    assert (given.subject, given.stars, given.case_score) == ("T1", 3, 78)
    qtbot.keyClicks(box.score.box, "9")
    assert box.score.wrong.text() == "a whole number from 0 to 100"
    assert page.flush()
    assert workspace.inspection().ratings[0].case_score == 78
    assert card(page, "T5").given["T5"].score is None


def test_printed_percent_and_exact_fraction_in_different_bands_are_said(
    qtbot: QtBot, laptop: Laptop, shown: Callable[[Workspace], RatingsPage]
) -> None:
    workspace = Workspace.create(laptop, laptop.new_path("S"), "iyjwcv-2025", "S", date(2026, 3, 9))
    for number in range(17):  # 11 of 17 is 64.7%, printed 65%
        case = workspace.add_case(f"C{number:02d}", "children")
        workspace.editor.set("judgement", f"{case}/2.1.1", "answer", "yes" if number < 11 else "no")
    page = shown(workspace)
    assert "65% printed: Good · 64.7…% exact: Requires improvement" in words(card(page, "2.1"))
    workspace.close()


def test_the_page_comes_back_as_it_was_left(
    qtbot: QtBot, page: RatingsPage, trafford: Workspace, shown: Callable[[Workspace], RatingsPage]
) -> None:
    card(page, "2.2").questions["2.2.1"].figure.click()
    inside = panel_of(card(page, "2.3"))
    focus(qtbot, inside.reason.box)
    place = page.place()
    other = shown(trafford)
    other.return_to(place)
    assert other.table.list.line is not None
    assert other.table.list.line.standard == "2.3"
    assert other.card("2.3").panel.open
    assert other.card("2.2").questions["2.2.1"].open
    qtbot.waitUntil(lambda: panel_of(other.card("2.3")).reason.box.hasFocus())


def test_the_table_is_painted_before_what_stands_beside_it_is_made(
    qtbot: QtBot, trafford: Workspace, shared: Callable[[Workspace], Shared]
) -> None:
    page = RatingsPage(shared(trafford))
    painted_when_made: list[bool] = []
    make = page.details._make

    def making(ref: str) -> StandardCard:
        painted_when_made.append(page.table.list._seen)
        return make(ref)

    page.details._make = making
    first = page.table.list.line
    assert first is not None
    assert page.details.cards == {}
    qtbot.present(page)
    qtbot.waitUntil(lambda: first.standard in page.details.cards)
    assert not page.details.cards[first.standard].isHidden()
    assert painted_when_made == [True]
    page.table.list.go_to("2.3")  # from now on at once
    assert not page.details.cards["2.3"].isHidden()


def test_whoever_is_sent_to_a_standard_has_it_beside_at_once(
    qtbot: QtBot, trafford: Workspace, shared: Callable[[Workspace], Shared]
) -> None:
    page = RatingsPage(shared(trafford))
    page.arrive(Item("rating", "2.2.2"))
    assert list(page.details.cards) == ["2.2"]
    qtbot.present(page)
    assert page.card("2.2").questions["2.2.2"].open
    assert not page.card("2.2").isHidden()


def test_every_control_has_a_name(page: RatingsPage) -> None:
    panel_of(card(page, "2.1"))
    controls = [*page.findChildren(QAbstractButton), *page.findChildren(QLineEdit), *page.findChildren(QPlainTextEdit)]
    nameless = [c for c in controls if c.isVisibleTo(page) and not (c.accessibleName() or getattr(c, "text", str)())]
    assert nameless == []
    assert len(controls) > 15


def test_nothing_is_wider_than_the_page_at_150_percent(
    qtbot: QtBot, qapp: object, trafford: Workspace, shown: Callable[[Workspace], RatingsPage]
) -> None:
    from PySide6.QtWidgets import QApplication

    from inspector_app.ui.look import theme

    assert isinstance(qapp, QApplication)
    theme.apply(qapp, "light", 150)
    try:
        page = shown(trafford)
        panel_of(card(page, "V1"))
        qtbot.settle()
        assert page.details.widget().width() <= page.details.viewport().width()
    finally:
        theme.apply(qapp, "light", 100)


def test_the_table_is_walked_by_keys_and_enter_leads_to_what_stands_beside_and_esc_back(
    qtbot: QtBot, page: RatingsPage
) -> None:
    table = page.table.list
    page.setFocus()
    qtbot.waitUntil(table.hasFocus)
    qtbot.keyClick(table, KEYS.Key_Down)
    assert table.line is not None
    here = page.card(table.line.standard)
    qtbot.keyClick(table, KEYS.Key_Return)
    qtbot.waitUntil(lambda: here.isAncestorOf(QApplication.focusWidget()))
    qtbot.keyClick(QApplication.focusWidget(), KEYS.Key_Escape)
    qtbot.waitUntil(table.hasFocus)
    assert page.table.isVisible()


def test_a_number_of_what_is_open_lists_these_cases(qtbot: QtBot, trafford: Workspace, page: RatingsPage) -> None:
    cases = trafford.inspection().cases[:3]
    for case, answer in zip(cases, (None, None, "na"), strict=True):
        trafford.editor.set("judgement", f"{case.id}/2.3.2", "answer", answer)
    numbers = card(page, "2.3").questions["2.3.2"].numbers
    assert [n.text() for n in numbers.values() if n.isVisible()] == ["2 open", "1 not applicable"]
    with qtbot.waitSignal(page.page_wanted) as wanted:
        numbers[Number.OPEN].click()
    code, these = wanted.args
    assert (code, these.ids, these.words) == ("cases", tuple(case.id for case in cases[:2]), "2.3.2: open")


def test_a_provisional_figure_says_between_what_it_can_end(trafford: Workspace, page: RatingsPage) -> None:
    case = trafford.case_id("C07")
    assert said_of(page, "2.3.2").figures[0].possible is None
    trafford.editor.set("judgement", f"{case}/2.3.2", "answer", None)
    line = said_of(page, "2.3.2")
    assert line.provisional
    assert line.figures[0].possible == (60, 67)
    assert said_of(page, "2.3").note == "1 judgement open"
    assert "1 open · Yes: Good (67%) · No: no change (60%)" in line.note


@pytest.mark.parametrize(
    ("framework", "standards"), [("iyjwcv-2025", 4), ("iyjs-2025", 7), ("yos-2018", 13), ("fji-2014", 6)]
)
def test_every_standard_of_a_framework_is_on_one_screen(
    framework: str, standards: int, make_workspace: Callable[..., Workspace], in_window: Callable[[Workspace], Any],
    qtbot: QtBot,
) -> None:  # fmt: skip
    driver = in_window(make_workspace("Anywhere", framework))
    driver.window.resize(1366, 768)
    driver.desk.show_page("ratings")
    qtbot.settle()
    table = driver.desk.page("ratings").table.list
    shown = [line for place, line in enumerate(table.lines.lines) if not table.isRowHidden(place)]
    assert len([line for line in shown if not line.question]) == standards
    on_cases = [standard for standard in driver.desk.workspace.framework.standards if standard.case_questions]
    asked = {q.ref for standard in on_cases for q in standard.key_questions}  # V1.2, which people rate, beside V1.1
    assert {figure.ref for line in shown for figure in line.figures} == asked
    assert table.verticalScrollBar().maximum() == 0


def test_a_box_that_tab_comes_to_is_seen_whole(
    make_workspace: Callable[..., Workspace], in_window: Callable[[Workspace], Any], qtbot: QtBot
) -> None:
    """The reasons of a rating began at the foot of the window, and one line of them was seen."""
    driver = in_window(make_workspace("Anywhere", "fji-2014"))
    driver.window.resize(1366, 768)
    driver.desk.show_page("ratings")
    qtbot.settle()  # type: ignore[attr-defined]
    details = driver.desk.page("ratings").details
    box = next(box for box in details.findChildren(NoteBox) if box.isVisible())
    details.verticalScrollBar().setValue(0)
    foot = box.mapTo(details.widget(), QPoint()).y() + 20
    driver.window.resize(1366, driver.window.height() - details.viewport().height() + foot)
    qtbot.settle()  # type: ignore[attr-defined]
    assert box.visibleRegion().boundingRect().height() < box.height()
    box.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: box.visibleRegion().boundingRect().height() == box.height())


# the return visit


def test_domain_one_is_rated_here_once_a_return_visit_is_planned(trafford: Workspace, page: RatingsPage) -> None:
    def shown() -> list[str]:
        return [line.standard for line in page.table.list.lines.lines if not line.question]

    assert shown() == ["2.1", "2.2", "2.3", "V1"]
    assert page.sheet.left_out.text() == "Not rated: 1.1, 1.2 and 1.3."
    setting_up.set_return(trafford, date(2025, 4, 28), date(2025, 5, 2))
    assert shown() == ["1.1", "1.2", "1.3", "2.1", "2.2", "2.3", "V1"]
    assert page.sheet.left_out.isHidden()
    card(page, "1.2").given["1.2"].words.buttons["Good"].click()
    assert card(page, "1.2")._mark.word == "Good"
    assert page.overall.score.text() == "4 of 12"
    setting_up.set_return(trafford, None, None)
    assert shown() == ["1.2", "2.1", "2.2", "2.3", "V1"]  # what somebody rated is never hidden
    assert "Not rated: 1.1 and 1.3." in page.sheet.left_out.text()


# totals


def enter(qtbot: QtBot, box: QLineEdit, text: str) -> None:
    focus(qtbot, box)
    box.selectAll()
    qtbot.keyClicks(box, text)


@pytest.mark.parametrize(
    ("framework", "standard", "question"), [("iyjs-2025", "V1", "V1.1"), ("yos-2018", "3.1", "3.1.3")]
)
def test_figures_known_only_as_totals_are_entered_here(
    framework: str, standard: str, question: str, make_workspace: Callable[..., Workspace],
    shown: Callable[[Workspace], RatingsPage], qtbot: QtBot,
) -> None:  # fmt: skip
    workspace = make_workspace("Figures", framework)
    sample = workspace.framework.by_ref[standard].sample
    workspace.add_case("X01", str(sample))
    page = shown(workspace)
    row = card(page, standard).questions[question]
    page.show_standard(question)
    assert row.totals.isVisible()
    enter(qtbot, row.totals.yes, "9")
    enter(qtbot, row.totals.of, "7")
    assert page.flush()
    assert "Not saved: there are 7 cases." in words(row)
    assert workspace.inspection().totals == ()
    enter(qtbot, row.totals.of, "12")
    assert page.flush()
    assert workspace.inspection().totals == (Totals(question, 9, 12),)
    assert (row.figure.text(), row._percent.text()) == ("9 of 12", "75%")
    assert "no case is judged on it" in words(row)
    enter(qtbot, row.totals.yes, "many")
    assert page.flush()
    assert workspace.inspection().totals == (Totals(question, 9, 12),)
    for box in (row.totals.yes, row.totals.of):
        box.clear()
    assert page.flush()
    assert workspace.inspection().totals == ()


def test_no_totals_are_offered_where_cases_are_judged(page: RatingsPage) -> None:
    page.show_standard("2.1.1")
    row = page.card("2.1").questions["2.1.1"]
    assert row.open
    assert not row.totals.isVisible()


def test_where_a_case_score_is_entered_the_answers_on_cases_are_counted(
    make_workspace: Callable[..., Workspace], shown: Callable[[Workspace], RatingsPage]
) -> None:
    workspace = make_workspace("Trafford", "fji-2014")
    page = shown(workspace)
    given = card(page, "T1").given["T1"]
    assert given.judged.text() == "There is no case to answer it on yet."
    for number in range(3):
        case = workspace.add_case(f"C{number}", "cases")
        workspace.editor.set("judgement", f"{case}/T1", "answer", ("yes", "no", None)[number])
    assert given.judged.text() == "Answers on cases: 1 No, 1 Yes, 1 unanswered."


def test_how_cases_were_judged_stands_wherever_a_standard_is_answered_on_them_as_a_whole(
    make_workspace: Callable[..., Workspace], shown: Callable[[Workspace], RatingsPage]
) -> None:
    """Resettlement of 2018 said "No source yet", and nothing of the cases that were judged on it."""
    workspace = make_workspace("Salford", "yos-2018")
    case = workspace.add_case("R1", "resettlement")
    workspace.editor.set("judgement", f"{case}/4.1", "answer", "no")
    page = shown(workspace)
    page.show_standard("4.1")
    given = page.card("4.1").given["4.1"]
    assert given.judged.isVisible()
    assert given.judged.text() == "Answers on cases: 1 No."
    page.show_standard("3.4")  # of which no case is asked
    assert not page.card("3.4").given["3.4"].judged.isVisible()


def test_which_standards_belong_to_the_return_visit_is_said_before_it_and_on_them(
    make_workspace: Callable[..., Workspace], shown: Callable[[Workspace], RatingsPage]
) -> None:
    workspace = make_workspace("Trafford", "iyjwcv-2025")
    page = shown(workspace)
    assert "Inspected on a return visit, where there is one: 1.1, 1.2 and 1.3." in page.sheet.left_out.toolTip()
    workspace.editor.set("inspection", "inspection", "return_start", "2026-06-01")
    assert "inspected on the return visit" in words(card(page, "1.1"))
    assert "return visit" not in words(card(page, "2.1"))


def test_where_no_figure_speaks_for_discretion_a_plain_sentence_says_so(
    make_workspace: Callable[..., Workspace], shown: Callable[[Workspace], RatingsPage]
) -> None:
    page = shown(make_workspace("Trafford", "fji-2014"))
    inside = panel_of(card(page, "T1"))
    assert "None of the figures here is a reason for it or against it." in words(inside)
    assert inside.question.itemText(0) == "the theme as a whole"


def behind(page: RatingsPage, words: str) -> None:
    """Choose what is behind the dots at the end of the head."""
    page.sheet.more.offered.aboutToShow.emit()
    next(one for one in page.sheet.more.offered.actions() if one.text().startswith(words)).trigger()


def test_the_ratings_are_sealed_and_say_when_something_was_changed_afterwards(
    page: RatingsPage, trafford: Workspace, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: Spoken
) -> None:
    record = tmp_path / "sealed.json"
    monkeypatch.setattr(ask, "save_file", lambda *_: record)
    assert page.seal.said.isHidden()
    behind(page, "Seal the ratings")
    assert not record.exists(), "what sealing is comes before a file is asked for"
    assert "Nothing is locked by it" in told.last
    assert "Not rated in it" not in told.last
    told.do("Choose where to save it…")
    qtbot.waitUntil(page.seal.said.isVisible)
    assert page.seal.said.text().startswith(f"Sealed by {trafford.laptop.person.name}, today ")
    held = sealing.verify(record)
    assert held.rated.score == 4
    assert "Not rated in it" not in told.last
    first, *others = held.rated.standards
    without = replace(held.rated, standards=(replace(first, rating=None), *others))
    assert seal._open(replace(held, rated=without)) == f"Not rated in it: {first.ref}."
    case = trafford.case_rows()[0].id
    trafford.editor.set("judgement", f"{case}/2.1.1", "answer", None)
    assert page.seal.said.text().endswith(" · changed since, after the panel")


def test_before_ratings_are_sealed_it_is_said_which_are_not_there_yet(
    make_workspace: Callable[..., Workspace], shown: Callable[[Workspace], RatingsPage], told: Spoken
) -> None:
    shown(make_workspace("Trafford", "fji-2014")).do("seal")
    assert told.last.endswith("Not rated in it: T1, T2, T3, T4, T5 and T6.")


def test_ratings_that_cannot_be_saved_are_not_sealed(
    page: RatingsPage, trafford: Workspace, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: Spoken
) -> None:
    monkeypatch.setattr(ask, "save_file", lambda *_: tmp_path / "gone" / "sealed.json")
    page.do("seal")
    with qtbot.waitSignal(page.failed):
        told.do("Choose where to save it…")
    assert sealing.standing(trafford) is None


def test_close_calls_are_counted_by_key_question_and_list_their_cases(
    qtbot: QtBot, trafford: Workspace, page: RatingsPage
) -> None:
    c02, c03 = (trafford.case_id(ref) for ref in ("C02", "C03"))
    trafford.editor.set(
        "judgement", f"{c02}/2.1.2", "rationale", "Seen.\nClose call: the plan names it, the file does not."
    )
    trafford.editor.set(
        "judgement", f"{c03}/2.1.2", "rationale", "A close call: no mark, for it does not begin the line."
    )
    assert "1 close call" in said_of(page, "2.1.2").note
    assert "close call" not in said_of(page, "2.1.1").note
    row = card(page, "2.1").questions["2.1.2"]
    number = row.numbers[Number.CLOSE]
    assert (number.isVisibleTo(row), number.text()) == (True, "1 close call")
    assert [one.ref for one in page._seen("2.1.2")[0] if one.close] == ["C02"]
    with qtbot.waitSignal(page.page_wanted) as asked:
        number.click()
    assert asked.args is not None
    assert asked.args[1].ids == (c02,)
    before = page._now.rated
    trafford.editor.set("judgement", f"{c02}/2.1.2", "rationale", "Seen.")
    assert "close call" not in said_of(page, "2.1.2").note
    assert page._now.rated == before  # it changes no figure


@pytest.mark.parametrize("altered", [False, True])
def test_a_sealed_record_is_verified_from_its_button_and_one_changed_word_is_refused(
    qtbot: QtBot, trafford: Workspace, page: RatingsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, altered: bool
) -> None:
    record = tmp_path / "record.json"
    sealing.seal(trafford, record)
    if altered:
        record.write_text(record.read_text("utf-8").replace("Trafford", "Stafford"), encoding="utf-8")
    monkeypatch.setattr(ask, "open_file", lambda *_: record)
    said: list[object] = []
    page.failed.connect(said.append)
    monkeypatch.setattr(seal, "tell", lambda _of, words, **_: said.append(words))
    behind(page, "Verify sealed ratings")
    qtbot.waitUntil(lambda: bool(said))
    if altered:
        assert isinstance(said[0], Expected)
        assert said[0].code is Code.RECORD_ALTERED
    else:
        assert "is signed and unchanged" in str(said[0])
        assert "Inspection: Trafford." in str(said[0])


def test_a_decision_of_the_panel_does_not_make_another_table(
    page: RatingsPage, trafford: Workspace, qtbot: QtBot
) -> None:
    """What is said of it made one line higher, and the key questions went into their standards."""
    table = page.table.list
    page.window().resize(1366, 768)
    page.window().show()
    qtbot.settle()
    table.setFixedHeight(sum(map(table.needed, table.lines.lines)))
    qtbot.settle()
    assert not table.folded
    decision = Decision("Good", "The panel has read both files.", "Inspector A, Inspector B")
    panel.record_decision(trafford, "2.1", decision, "Requires improvement", {})
    qtbot.settle()
    assert sum(map(table.line_height, table.lines.lines)) > table.viewport().height()
    assert not table.folded


@pytest.mark.parametrize("height", [768, 1080])
def test_lines_are_higher_where_the_table_has_more_room_than_they_need(
    page: RatingsPage, qtbot: QtBot, height: int
) -> None:
    """A quarter of the table was empty at 1920x1080."""
    table = page.table.list
    page.window().resize(1366 if height == 768 else 1920, height)
    page.window().show()
    qtbot.settle()
    lines = table.lines.lines
    room, needed = table.viewport().height(), sum(map(table.needed, lines))
    assert needed < room
    drawn = sum(map(table.line_height, lines))
    assert room - drawn < (room - needed) // 2
    assert table.verticalScrollBar().maximum() == 0
    bound = page.table.list.line_height(said_of(page, "2.1.1")) - table.needed(said_of(page, "2.1.1"))
    assert 0 < bound <= 24


def test_what_people_rate_says_how_many_sources_bear_on_it(page: RatingsPage, trafford: Workspace) -> None:
    assert said_of(page, "V1.2").note == "4 sources"
    assert "4 sources" in said_of(page, "V1.2").spoken
    new = evidence.add(trafford)
    assert said_of(page, "V1.2").note == "4 sources"
    evidence.link(trafford, new, "V1.2b")
    assert said_of(page, "V1.2").note == "5 sources"
    evidence.delete(trafford, new)
    assert said_of(page, "V1.2").note == "4 sources"
    for source in evidence.sources(trafford):
        evidence.delete(trafford, source.id)
    assert said_of(page, "V1.2").note == "no source"
    assert said_of(page, "2.1.1").note == "1 fewer Yes: Good", "what cases make says nothing of sources"


def test_one_long_reference_does_not_put_each_case_on_a_line_of_its_own(qtbot: QtBot) -> None:
    cases = CaseAnswers(whole=True)
    rows = [CaseAnswer(str(n), f"C{n:02}", Answer.YES) for n in range(1, 16)]
    qtbot.present(cases, 256, 600)
    cases.set_rows("2.1.1", [*rows, CaseAnswer("16", "WEX-2025-0141", Answer.NO)])
    qtbot.settle()
    assert cases.width() // cases.gridSize().width() >= 3
    cases.set_rows("2.1.1", rows)
    assert cases.width() // cases.gridSize().width() >= 4, "short ones stand as close as they can"
    cases.set_rows("2.1.1", [CaseAnswer(str(n), f"WEX-2025-01{n}", Answer.NO) for n in range(41, 48)])
    assert cases.gridSize().width() > 256 // 3, "where all are long, each stands on one line"
