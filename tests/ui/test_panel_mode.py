"""Panel mode: all of the screen for one standard after another; a decision is recorded whole, and stays in the record."""

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from inspector_app.core.domain.backups import Why
from inspector_app.core.domain.panel.own_ratings import Seat
from inspector_app.core.errors import Code, Expected
from inspector_app.core.rating import engine
from inspector_app.core.services.documents import exchange
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.results import own_ratings, panel, ratings
from inspector_app.core.services.results.panel import Decision
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.jobs import Jobs
from inspector_app.ui.page import Shared
from inspector_app.ui.places.ratings.panel.figures import PanelQuestion
from inspector_app.ui.places.ratings.panel.page import PanelPage
from inspector_app.ui.places.ratings.panel.so_far import Standing
from inspector_app.ui.words import panel as panel_words
from inspector_app.ui.words import rating as rating_words
from tests.conftest import cheap_keyrings, create, set_up
from tests.copies import copied
from tests.ui.conftest import Spoken
from tests.ui.cut_text import faults
from tests.ui.test_look import dress

SALFORD = exchange.sample_document("salford-2024")
REASON = "Two cases were on the line, and the panel has read both."
MEMBERS = "Inspector A, Inspector B, Head of inspection"


@pytest.fixture(scope="session")
def kept_salford(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a laptop with `salford`, made once: to take it in is a tenth of a second."""
    folder = tmp_path_factory.mktemp("salford")
    file = folder / "salford.json"
    file.write_text(json.dumps(json.loads(SALFORD.read_text("utf-8")) | {"panel": []}), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        cheap_keyrings(patch)
        laptop = set_up(folder / "profile")
        with closing(create(laptop, "Salford", "yos-2018")) as made:
            exchange.import_file(made, file)
            made.back_up(Why.OPENING)
    return laptop.folder


@pytest.fixture
def salford(kept_salford: Path, laptop: Laptop) -> Iterator[Workspace]:
    """The published inspection as it stood before its panel: a copy."""
    with closing(copied(kept_salford, laptop)) as made:
        yield made


@pytest.fixture
def driver(in_window: Any, salford: Workspace) -> Any:
    return in_window(salford)


@pytest.fixture
def held(driver: Any) -> Workspace:
    return driver.desk.workspace  # type: ignore[no-any-return]


@pytest.fixture
def page(driver: Any) -> PanelPage:
    driver.press("F11")
    return driver.desk.page("panel")  # type: ignore[no-any-return]


def choose(page: PanelPage, word: str, question: str = "") -> None:
    page.form.words.buttons[word].click()
    page.form.question.setCurrentIndex(page.form.question.findData(question))
    page.form.question.activated.emit(page.form.question.currentIndex())


def write(page: PanelPage, reason: str = REASON, members: str = MEMBERS) -> None:
    page.form.reason.box.setPlainText(reason)
    page.form.members.setText(members)


def score(workspace: Workspace) -> tuple[int | None, int | None]:
    rated = ratings.rate(workspace.framework, workspace.rated_from())
    return rated.score, rated.score_max


def test_it_has_all_of_the_screen_and_esc_gives_back_rail_and_strip(driver: Any, page: PanelPage) -> None:
    assert driver.desk.rail.isHidden()
    assert driver.window.head.isHidden()
    assert driver.window.isFullScreen()
    assert page.whose.text() == "Salford · YOS 2018", "without the strip it says itself whose ratings these are"
    page.whose.setText("Long " * 60)
    QApplication.processEvents()
    assert page.leave_it.y() < page.whose.geometry().bottom(), "the way out is never left on a line below"
    page.show_subject("2.2")
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert driver.desk.current == "ratings"
    assert [driver.desk.rail.isHidden(), driver.window.head.isHidden(), driver.window.isFullScreen()] == [False] * 3
    line = driver.desk.page("ratings").table.list.line
    assert line.standard == "2.2"


def test_salfords_two_decisions_take_the_score_from_20_to_22_with_their_footnotes(
    page: PanelPage, held: Workspace
) -> None:
    assert score(held) == (20, 36)
    page.show_subject("2.2")
    choose(page, "Inadequate")
    assert page.form.effect.text() == "Overall stays: 20 of 36 · Good", "what does not change is not said as a change"
    choose(page, "Requires improvement", "2.2.3")
    write(page)
    assert page.form.effect.text() == "Overall: 20 of 36 → 21 of 36 · Good"
    assert page.form.footnote.text().endswith(
        "Professional discretion was applied at the ratings panel increasing this rating from "
        "'Inadequate' to 'Requires Improvement'."
    )
    assert score(held) == (20, 36), "nothing is changed before it is recorded"
    page.form.record_it.click()
    assert score(held) == (21, 36)
    page.show_subject("2.4")
    assert page.form.members.text() == MEMBERS, "who sat before sits again"
    choose(page, "Good", "2.4.3")
    write(page)
    page.form.record_it.click()
    assert score(held) == (22, 36)
    assert Standing("2.2", "Planning", "changed: Inadequate → Requires improvement") in page.form.so_far.lines
    page.show_subject("overall")
    assert page.overall.score.text() == "22 of 36"


def test_what_is_read_across_a_table_has_large_text_where_there_is_room_and_nothing_is_cut(
    driver: Any, page: PanelPage, qtbot: QtBot
) -> None:
    page.show_subject("2.2")
    for look, *sizes in (
        ((1366, 768, 100), 34, 18, 15),
        ((1920, 1080, 100), 34, 21, 18),
        ((1024, 640, 100), 24, 15, 15),
    ):
        dress(driver, qtbot, look)
        shown = driver.desk.page("panel")
        labels = (shown.standard.title, shown.standard.statement, shown.form.effect)
        assert [label.font().pixelSize() for label in labels] == sizes, look
        assert not faults(driver.window), look


@pytest.mark.parametrize("size", [(1366, 768), (1024, 768), (1024, 640)], ids=str)
def test_what_is_done_with_a_decision_is_in_view_whatever_was_chosen(
    driver: Any, page: PanelPage, qtbot: QtBot, size: tuple[int, int]
) -> None:
    dress(driver, qtbot, (*size, 100))
    shown = driver.desk.page("panel")
    driver.window.showNormal()
    driver.window.resize(*size)
    shown.show_subject("2.2")
    choose(shown, "Good")
    write(shown, REASON * 5)
    qtbot.settle()  # type: ignore[attr-defined]
    for button in (shown.form.record_it, shown.form.keep_it):
        assert driver.window.rect().contains(button.mapTo(driver.window, button.rect().bottomRight()))
    assert not faults(driver.window)
    if size == (
        1366,
        768,
    ):  # and what leads on from a standard of few words, though the decisions so far be longer than the page
        shown.show_subject("1.1")
        qtbot.settle()  # type: ignore[attr-defined]
        assert shown.sheet.verticalScrollBar().maximum() > 0
        foot, way = shown.sheet.viewport(), next(way for way in shown.standard.ways.values() if way.isVisible())
        assert foot.rect().contains(way.mapTo(foot, way.rect().bottomRight()))


def test_its_buttons_and_lists_grow_with_its_text(driver: Any, page: PanelPage, qtbot: QtBot) -> None:
    page.show_subject("2.2")
    for look, word, case in (((1920, 1080, 100), 18, 21), ((1366, 768, 100), 15, 18), ((1024, 640, 100), 13, 15)):
        dress(driver, qtbot, look)
        shown = driver.desk.page("panel")
        assert {button.size_of_text for button in shown.form.words.buttons.values()} == {word}, look
        assert shown.standard.cases.font().pixelSize() == case
        assert shown.standard.cases.gridSize().height() > shown.standard.cases.fontMetrics().height()


def test_a_decision_needs_a_reason_and_members_before_it_is_recorded(page: PanelPage) -> None:
    page.show_subject("2.2")
    choose(page, "Good")
    page.form.members.setText(MEMBERS)
    assert not page.form.record_it.isEnabled()
    assert page.form.state.text().startswith("A draft")
    write(page, members="")
    assert not page.form.record_it.isEnabled()
    write(page)
    assert page.form.record_it.isEnabled()


def test_a_conflict_of_interest_is_a_draft_of_its_standard_and_is_recorded_with_the_decision(
    page: PanelPage, held: Workspace
) -> None:
    page.show_subject("2.2")
    choose(page, "Good")
    write(page)
    page.form.interests.setText("Inspector B worked there and left")
    page.show_subject("2.4")
    assert page.form.interests.text() == "", "it is of one standard"
    page.show_subject("2.2")
    page.form.record_it.click()
    assert "Conflicts of interest: Inspector B worked there and left" in page.form.record.text().splitlines()
    page.form.withdraw.click()
    assert page.form.interests.text() == ""
    assert held.editor.held("panel", "2.2", "interests").value is None
    assert panel.record(held, "2.2")[0].interests == "Inspector B worked there and left"


def test_what_was_recorded_stands_where_nothing_else_is_being_written(page: PanelPage, held: Workspace) -> None:
    page.show_subject("2.2")
    choose(page, "Good")
    write(page)
    page.form.interests.setText("Inspector B worked there and left")
    page.form.record_it.click()
    page.form.reason.box.setPlainText(f"{REASON} And more.")
    page.show_subject("2.4")
    page.show_subject("2.2")
    assert page.form.interests.text() == "Inspector B worked there and left"
    page.form.record_it.click()
    assert panel.record(held, "2.2")[-1].interests == "Inspector B worked there and left"
    assert panel.record(held, "2.2")[-1].to == "Good"


@pytest.mark.parametrize(
    ("decision", "computed"),
    [
        (Decision("Good", "", MEMBERS), "Inadequate"),
        (Decision("Good", REASON, " "), "Inadequate"),
        (Decision("Good", REASON, MEMBERS), None),
        (Decision(None, "", ""), "Inadequate"),
    ],
)
def test_the_service_refuses_what_is_incomplete(salford: Workspace, decision: Decision, computed: str | None) -> None:
    with pytest.raises(Expected) as refused:
        panel.record_decision(salford, "2.2", decision, computed, {})
    assert refused.value.code is Code.VALUE_INVALID
    assert panel.record(salford, "2.2") == ()


def test_to_keep_the_rating_is_a_decision_in_the_record_that_no_later_figure_turns_into_a_change(
    page: PanelPage, held: Workspace
) -> None:
    page.show_subject("2.2")
    page.form.members.setText(MEMBERS)
    page.form.keep_it.click()
    (kept,) = panel.record(held, "2.2")
    assert (kept.kept, kept.to, kept.members, kept.by) == (True, "Inadequate", MEMBERS, "Ruth Ashdown")
    assert "kept: Inadequate" in page.form.record.text()
    held.editor.set("totals", "2.2.3", "yes", 12)  # the lowest is another one now
    rated = ratings.rate(held.framework, held.rated_from()).standard("2.2")
    assert rated.rating == rated.computed != "Inadequate"
    page.show_subject("overall")
    assert panel.stands(panel.record(held, "2.2")) == kept


def test_a_decision_says_that_its_standard_is_computed_otherwise_since_until_the_panel_decides_again(
    page: PanelPage, held: Workspace, qtbot: Any
) -> None:
    page.show_subject("2.2")
    choose(page, "Good")
    write(page)
    page.form.record_it.click()
    held.editor.set("totals", "2.2.3", "yes", 12)  # the lowest is another one now, and in another band
    now = ratings.rate(held.framework, held.rated_from()).standard("2.2")
    assert (now.computed, now.rating, now.discretion is not None) == ("Good", "Good", False)
    qtbot.settle()
    said = {line.ref: line.said for line in page.form.so_far.lines}["2.2"]
    assert said == "changed: Inadequate → Good · now it is computed: Good"
    held.editor.set("totals", "2.2.2", "yes", 12)
    qtbot.settle()
    said = {line.ref: line.said for line in page.form.so_far.lines}["2.2"]
    assert said == "changed: Inadequate → Good · now it is computed: Outstanding"
    now = ratings.rate(held.framework, held.rated_from()).standard("2.2")
    assert rating_words.in_table(held.framework, now) == "computed since the panel: Outstanding"
    assert "Computed since: Outstanding. The panel decides again" in panel_words.panel_state(now, "Good", REASON)
    choose(page, "Requires improvement")
    page.form.record_it.click()
    said = {line.ref: line.said for line in page.form.so_far.lines}["2.2"]
    assert said == "changed: Outstanding → Requires improvement"


def test_a_withdrawn_decision_stays_in_the_record(page: PanelPage, held: Workspace) -> None:
    page.show_subject("2.2")
    choose(page, "Requires improvement")
    write(page)
    page.form.record_it.click()
    page.form.withdraw.click()
    assert score(held) == (20, 36)
    (gone,) = panel.record(held, "2.2")
    assert (gone.to, gone.reason, bool(gone.ended_at)) == ("Requires improvement", REASON, True)
    assert "Withdrawn or replaced" in page.form.record.text()


def test_what_is_written_is_a_draft_on_this_laptop_that_comes_back_and_changes_nothing(
    qtbot: QtBot, driver: Any, page: PanelPage, held: Workspace
) -> None:
    page.show_subject("2.2")
    choose(page, "Good", "2.2.3")
    write(page)
    driver.desk.show_page("ratings")
    assert held.editor.history("panel", "2.2") == []
    driver.press("F11", "Ctrl++")
    qtbot.waitUntil(lambda: driver.desk.page("panel") is not page)
    again = driver.desk.page("panel")
    assert again.subject == "2.2"
    assert (again.form.words.word, again.form.question.currentData()) == ("Good", "2.2.3")
    assert (again.form.reason.box.text(), again.form.members.text()) == (REASON, MEMBERS)


def test_a_decision_is_one_step_that_undo_takes_back_whole(page: PanelPage, held: Workspace, told: Spoken) -> None:
    page.show_subject("2.2")
    choose(page, "Requires improvement", "2.2.3")
    write(page)
    page.form.record_it.click()
    assert len({row.change.rpartition(":")[0] for row in held.editor.history("panel", "2.2")}) <= 5
    told.do("Undo")
    assert score(held) == (20, 36)


def test_undo_of_a_decision_is_of_its_standard_and_one_that_changed_nothing_has_none(
    page: PanelPage, held: Workspace, told: Spoken
) -> None:
    """Of nothing that was in hand, it was refused; and the decision before it was taken back."""
    page.show_subject("2.2")
    choose(page, "Requires improvement", "2.2.3")
    write(page)
    page.form.record_it.click()
    (undo,) = told.all[-1].offers
    page.form.record_it.click()
    assert told.all[-1].offers == ()
    page.show_subject("2.1")
    undo.act()
    assert score(held) == (20, 36)


def test_keys_go_from_standard_to_standard_and_to_what_lies_behind(driver: Any, page: PanelPage) -> None:
    first, second, *_ = page.tabs
    assert page.subject == first
    QTest.keyClick(page, Qt.Key.Key_PageDown)
    assert page.subject == second
    assert QApplication.focusWidget() is page.tabs[second]
    QTest.keyClick(page.tabs[second], Qt.Key.Key_PageUp)
    assert page.subject == first
    page.show_subject("2.2")
    page.standard.ways["why"].click()
    assert driver.desk.current == "why"
    assert driver.desk.page("why").head.text().startswith("2.2 ")
    assert not driver.window.isFullScreen()


def test_on_an_unfinished_inspection_a_decision_is_possible_and_said_to_be_provisional(
    in_window: Any, trafford: Workspace
) -> None:
    trafford.editor.set("judgement", f"{trafford.case_id('C07')}/2.3.2", "answer", None)
    driver = in_window(trafford)
    driver.press("F11")
    page = driver.desk.page("panel")
    page.show_subject("2.1")
    choose(page, "Good")
    assert page.form.effect.text().endswith("· provisional")
    write(page)
    assert page.form.record_it.isEnabled()
    assert page.standard.cases.isVisible()
    page.show_subject("2.3")
    choose(page, "Good")
    write(page)
    page.form.record_it.click()
    decided = {line.ref: line.said for line in page.form.so_far.lines}
    assert decided["2.3"].endswith("→ Good · provisional")
    assert "provisional" not in decided["2.2"]


def test_what_inspectors_rate_is_led_to_and_no_rating_is_said_beside_none(in_window: Any, trafford: Workspace) -> None:
    for subject in ("V1", "V1.2"):
        trafford.editor.set("rating", subject, "rating", None)
    for row in trafford.case_rows():
        if row.sample == "victims":
            trafford.editor.set("judgement", f"{row.id}/V1.1", "answer", "no")
    driver = in_window(trafford)
    driver.press("F11")
    page = driver.desk.page("panel")
    page.show_subject("2.1")
    assert page.standard.ways["ratings"].isHidden()
    choose(page, "Good")
    assert page.form.effect.text() == "There is no overall rating yet. Points still possible: 3 → 4"
    page.show_subject("V1")
    assert (
        page.form.state.text() == "V1.2 is not rated yet: inspectors rate it on Ratings, and the panel decides on that."
    )
    page.show_subject("overall")
    shown = [label.accessibleName() for label in page.overall.findChildren(QLabel)]
    assert "V1 Work with victims: No rating yet. V1.2 is not rated yet" in shown
    page.show_subject("V1")
    assert page.standard.ways["ratings"].text() == "Rate on Ratings: V1.2"
    page.standard.ways["ratings"].click()
    ratings_page = driver.desk.page("ratings")
    assert driver.desk.current == "ratings"
    card, line = ratings_page.card("V1"), ratings_page.table.list.line
    assert (line.standard, card.given["V1.2"].isVisible()) == ("V1", True)
    assert card._standing.text() == "V1.2 is not rated yet · can only become: Inadequate"


def test_the_whole_says_of_each_standard_its_rating_its_points_and_what_was_decided(
    page: PanelPage, held: Workspace
) -> None:
    page.show_subject("2.2")
    choose(page, "Requires improvement", "2.2.3")
    write(page)
    page.form.record_it.click()
    page.show_subject("overall")
    said = {label.accessibleName() for label in page.overall.findChildren(QLabel)}
    assert page.overall.decided.text() == "Decided: 1 of 13 standards"
    changed = "1 point · changed: Inadequate → Requires improvement"
    assert f"2.2 Planning: Requires improvement. {changed}" in said
    assert "4.1 Resettlement policy and provision: Good. not counted · not decided yet" in said
    assert page.overall.scale.isVisible()


def test_a_conflict_of_interest_is_typed_once_and_had_on_another_standard_by_one_press(
    page: PanelPage, held: Workspace
) -> None:
    theirs = held.me
    own_ratings.seat(held, theirs, Seat.CHAIR)
    own_ratings.give(held, "2.1", None, "", "My sister works there")
    page.show_subject("2.1")
    assert page.form.interests.text() == "Ruth Ashdown: My sister works there", "who declared it need not do so again"
    page.show_subject("2.2")
    assert (page.form.interests.text(), page.form.interest.same.isVisible()) == ("", True)
    page.form.interest.same.click()
    assert page.form.interests.text() == "Ruth Ashdown: My sister works there"
    assert page.form.interest.same.isHidden()


def test_a_digit_chooses_the_rating_wherever_one_is_but_in_a_text(page: PanelPage) -> None:
    page.show_subject("2.2")
    QTest.keyClick(page.tabs["2.2"], Qt.Key.Key_3)
    assert page.form.words.word == "Good"
    page.form.members.setFocus()
    QTest.keyClicks(page.form.members, "Team 1")
    assert page.form.words.word == "Good"


@pytest.mark.parametrize("look", [(1024, 640, 100), (1024, 640, 200), (1366, 768, 150), (1920, 1080, 100)])
def test_nothing_is_cut_at_any_size_of_the_screen(opened: Any, qtbot: QtBot, look: tuple[int, int, int]) -> None:
    dress(opened, qtbot, look)
    opened.desk.show_page("panel")
    opened.window.resize(*look[:2])  # without a screen all of it has one size
    page = opened.desk.page("panel")
    page.form.interests.setText("Inspector B worked there and left")
    page.show_subject("2.2")  # where the same can be had
    page.form.words.buttons["Good"].click()
    for subject in (page.subject, "V1", "overall"):
        page.show_subject(subject)
        qtbot.settle()
        assert not faults(opened.window)
        assert page.sheet.horizontalScrollBar().maximum() == 0, subject


def test_the_panel_sees_how_many_calls_were_close_and_on_which_cases(qtbot: QtBot, trafford: Workspace) -> None:
    case = trafford.case_id("C02")
    trafford.editor.set(
        "judgement", f"{case}/2.1.2", "rationale", "Close call: it is in the plan, and not in the file."
    )
    page = PanelPage(Shared(trafford, Jobs()))
    qtbot.addWidget(page)
    figures = [one.accessibleName() for one in page.standard.findChildren(PanelQuestion)]
    assert [name[:5] for name in figures if "close call" in name] == ["2.1.2"]
    assert [row.ref for row in page._cases("2.1.2") if row.close] == ["C02"]


def test_a_first_showing_reads_what_is_rated_and_what_was_decided_once(
    driver: Any, held: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = list[str]()
    rated_from, history, counted = Workspace.rated_from, Workspace.history, engine.count
    monkeypatch.setattr(Workspace, "rated_from", lambda self: read.append("ratings") or rated_from(self))
    monkeypatch.setattr(
        Workspace, "history", lambda self, kind, item, *rest: read.append(item) or history(self, kind, item, *rest)
    )
    monkeypatch.setattr(engine, "count", lambda *known: read.append("counted") or counted(*known))
    driver.press("F11")
    assert driver.desk.current == "panel"
    assert sorted(read) == sorted(["ratings", "counted", "counted", *(one.ref for one in held.framework.standards)])
