"""In every framework, with cases of every sample, no page opens with an error or says what is not so."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.core.domain.ids import EntityId
from inspector_app.core.domain.inspection import Answer
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui import actions, pages
from inspector_app.ui.look import theme
from inspector_app.ui.places.cases import marks
from inspector_app.ui.places.cases.model import GROUP, CasesColumn
from inspector_app.ui.places.findings.section_list import SectionList
from inspector_app.ui.places.ratings.table import LineList
from inspector_app.ui.window.desk import Desk
from tests.ui.conftest import Spoken
from tests.ui.drawn_text import runs
from tests.ui.team import chord

FRAMEWORKS = ("iyjwcv-2025", "iyjs-2025", "yos-2018", "fji-2014")


@pytest.fixture
def desk_of(make_workspace: Callable[..., Workspace], in_window: Callable[[Workspace], Any]) -> Callable[[str], Desk]:
    def opened(framework: str) -> Desk:
        workspace = make_workspace("Every sample", framework)
        for number, sample in enumerate(workspace.framework.samples):
            workspace.add_case(f"X{number}", sample.code)
        desk: Desk = in_window(workspace).desk
        return desk

    return opened


def errors(page: QWidget) -> list[str]:
    labels = [label for label in page.findChildren(QLabel) if label.isVisible() and label.property("role") == "error"]
    return [label.text() for label in labels if label.text()]


def labels(page: QWidget) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_every_page_opens_without_an_error(framework: str, desk_of: Callable[[str], Desk]) -> None:
    desk = desk_of(framework)
    for page in pages.PAGES:
        desk.show_page(page.code)
        QApplication.processEvents()
        assert errors(desk.page(page.code)) == [], page.code


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_a_rating_stands_on_the_ground_of_a_head_only_over_key_questions(
    framework: str, desk_of: Callable[[str], Desk]
) -> None:
    """All themes of a framework without any were grey, as if pointed at."""
    desk = desk_of(framework)
    desk.show_page("ratings")
    view = desk.page("ratings").findChild(LineList)
    assert view is not None
    delegate = view.itemDelegate()
    heads = [line.standard for line in view.lines.lines if delegate._is_head(line)]
    assert bool(heads) == (not view.folded and any(line.question for line in view.lines.lines))


def test_commands_are_called_in_words_that_are_true_of_a_framework_of_themes_too() -> None:
    said = [f"{one.text}: {one.tip} ({one.group})" for one in actions.COMMANDS]
    wrong = [text for text in said if re.search("prompt|key question", text, re.IGNORECASE) and "theme" not in text]
    assert wrong == []


WITHOUT_PROMPTS = ("yos-2018", "fji-2014")


@pytest.mark.parametrize("framework", [of for of in FRAMEWORKS if of not in WITHOUT_PROMPTS])  # there the next follows
def test_what_was_judged_stays_in_view_so_that_the_reasons_typed_next_are_its_own(
    framework: str, desk_of: Callable[[str], Desk], qtbot: QtBot
) -> None:
    desk = desk_of(framework)
    case = next(row.id for row in desk.workspace.case_rows() if row.items)
    desk.open_case(case)
    page: Any = desk.page("case")
    judged = page.view.judgement.id
    page.view.judgement.setFocus()
    qtbot.keyClick(page.view.judgement, Qt.Key.Key_Y)
    assert (page.view.judgement.id, page.view.judgement.answer) == (judged, Answer.YES)
    assert page.view.judgement.hasFocus()


def at_a_judgement(desk: Desk) -> Any:
    """The page of the first case that asks something; its judgement has the focus."""
    desk.open_case(next(row.id for row in desk.workspace.case_rows() if row.items))
    page: Any = desk.page("case")
    page.view.judgement.setFocus()
    return page


@pytest.mark.parametrize("framework", WITHOUT_PROMPTS)
def test_without_prompts_a_second_key_answers_what_comes_next_and_never_the_first_anew(
    framework: str, desk_of: Callable[[str], Desk], qtbot: QtBot
) -> None:
    desk = desk_of(framework)
    page = at_a_judgement(desk)
    for key in (Qt.Key.Key_Y, Qt.Key.Key_N):
        qtbot.keyClick(page.view.judgement, key)
    assert page.flush()
    given = [one.answer for one in desk.workspace.inspection().judgements]
    assert sorted(given) == [Answer.NO, Answer.YES]


@pytest.mark.parametrize("framework", WITHOUT_PROMPTS)
def test_the_reason_that_is_typed_after_a_no_is_of_what_was_answered(
    framework: str, desk_of: Callable[[str], Desk], qtbot: QtBot
) -> None:
    """The next question came at once, and had the reason."""
    desk = desk_of(framework)
    page = at_a_judgement(desk)
    asked = page._open.question
    for key in (Qt.Key.Key_N, Qt.Key.Key_Return):
        qtbot.keyClick(QApplication.focusWidget(), key)
    qtbot.keyClicks(QApplication.focusWidget(), "Not seen.")
    assert page.flush()
    told = [(one.question, one.answer, one.rationale) for one in desk.workspace.inspection().judgements]
    assert told == [(asked, Answer.NO, "Not seen.")]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert page._open.question != asked


@pytest.mark.parametrize(("framework", "shown"), [("yos-2018", True), ("fji-2014", False)])
def test_no_empty_band_lies_below_a_case_where_no_answer_makes_a_rating(
    framework: str, shown: bool, desk_of: Callable[[str], Desk]
) -> None:
    desk = desk_of(framework)
    desk.open_case(desk.workspace.case_rows()[0].id)
    page: Any = desk.page("case")
    assert page.sheet.strip.isVisible() is shown


def test_packs_are_offered_of_the_samples_that_have_cases(
    make_workspace: Callable[..., Workspace], in_window: Callable[[Workspace], Any]
) -> None:
    """A button for a sample without a case chose none, without a word; one for the only sample would choose all."""
    workspace = make_workspace("Court alone", "yos-2018")
    workspace.add_case("X1", "court")
    desk = in_window(workspace).desk
    desk.show_page("paper")
    choices = desk.page("paper").maker.choices
    assert [b.text() for b in choices if b.isVisible()] == ["All", "Mine", "None"]
    desk.workspace.add_case("X2", "resettlement")
    assert [b.text() for b in choices if b.isVisible()][3:] == ["Resettlement cases", "None"]


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_every_case_can_be_answered_and_noted_and_the_counts_say_so(
    framework: str, desk_of: Callable[[str], Desk], qtbot: QtBot
) -> None:
    desk = desk_of(framework)
    workspace = desk.workspace
    for row in workspace.case_rows():
        desk.open_case(row.id)
        page: Any = desk.page("case")
        assert page.view.isVisible(), row.sample
        page.view.judgement.setFocus()
        qtbot.waitUntil(page.view.judgement.hasFocus)
        qtbot.keyClick(page.view.judgement, Qt.Key.Key_N)
        page.view.judgement.note.box.setFocus()
        qtbot.keyClicks(page.view.judgement.note.box, "Not seen.")
        assert page.flush()
    judged = workspace.inspection().judgements
    assert len({one.case for one in judged}) == len(workspace.framework.samples)
    assert Answer.NO in {one.answer for one in judged}
    assert "Not seen." in {one.rationale for one in judged}
    assert all(row.gaps < row.items for row in workspace.case_rows())


@pytest.mark.parametrize(
    ("framework", "section", "says"),
    [
        ("fji-2014", "T5", "people rate it as a whole"),
        ("fji-2014", "T1", "No case assessment score is given yet"),
        ("yos-2018", "4.1", "people rate it as a whole"),
        ("iyjs-2025", "1.1", "people rate it as a whole"),
        ("yos-2018", "2.1", "No case is judged here yet."),
        ("iyjwcv-2025", "V1", "No case is judged here yet."),
    ],
)
def test_findings_say_of_figures_what_is_so(
    framework: str, section: str, says: str, desk_of: Callable[[str], Desk]
) -> None:
    desk = desk_of(framework)
    desk.show_page("findings")
    page: Any = desk.page("findings")
    page._show_section(section)
    assert says in page.desk.figures._hint.text()


def test_the_key_of_figures_says_where_a_section_has_none(desk_of: Callable[[str], Desk]) -> None:
    desk = desk_of("yos-2018")
    desk.show_page("findings")
    page: Any = desk.page("findings")
    page._show_section("1.1")
    page.do("figure")
    assert desk.window().messages.shown.words.text() == page.desk.figures._hint.text()


def shown_words(page: QWidget) -> str:
    parts: list[QLabel | QAbstractButton] = [*page.findChildren(QLabel), *page.findChildren(QAbstractButton)]
    combos = page.findChildren(QComboBox)
    chosen = [box.itemText(place) for box in combos for place in range(box.count())]
    return "\n".join([*(part.text() for part in parts if part.isVisibleTo(page)), *chosen])


def shown_at(desk: Desk, code: str, qtbot: QtBot) -> QWidget:
    desk.show_page(code)
    qtbot.settle()  # type: ignore[attr-defined]
    return desk.page(code)


def test_what_a_framework_calls_themes_is_called_so(desk_of: Callable[[str], Desk], qtbot: QtBot) -> None:
    desk = desk_of("fji-2014")
    for code in ("evidence", "cases", "ratings"):
        desk.show_page(code)
        QApplication.processEvents()
        said = shown_words(desk.page(code))
        assert "standard" not in said.casefold(), code
    evidence: Any = desk.page("evidence")
    assert evidence.head.standard.itemText(0) == "All themes"
    drawn = [run.text for code in ("ratings", "find") for run in runs(shown_at(desk, code, qtbot).window())]
    assert "Theme" in drawn
    assert not [
        text for text in drawn if re.search("key question|standard|2\\.2\\.2|^Question|^Share", text, re.IGNORECASE)
    ]
    cases: Any = desk.page("cases")
    heads = [cases._view.model().headerData(n, Qt.Orientation.Horizontal) for n in range(7)]
    assert "Themes" in heads
    assert "Key questions" not in heads


def test_work_of_2014_was_done_well_enough_or_not_and_is_listed_by_theme(
    desk_of: Callable[[str], Desk], qtbot: QtBot
) -> None:
    desk = desk_of("fji-2014")
    page: Any = shown_at(desk, "questions", qtbot)
    assert page.title == "By theme"
    desk.open_case(desk.workspace.case_rows()[0].id)
    case: Any = shown_at(desk, "case", qtbot)
    assert "Why T1 was done well enough or not" in shown_words(case)
    assert "sufficient" not in " ".join((shown_words(page), shown_words(case), case.view.judgement.accessibleName()))
    legend = [run.text for run in runs(shown_at(desk, "questions", qtbot).window())]
    assert {"By theme", "done well enough", "not done well enough"} <= set(legend)


def test_a_summary_of_2014_is_told_from_the_theme_that_it_is_of(desk_of: Callable[[str], Desk], qtbot: QtBot) -> None:
    page: Any = shown_at(desk_of("fji-2014"), "findings", qtbot)
    sections = page.findChild(SectionList)
    titles = [sections.item(row).text() for row in range(sections.count())]
    assert {"Summary: Reducing reoffending", "T1  Reducing reoffending"} <= set(titles)
    assert "Reducing reoffending" not in titles


@pytest.mark.parametrize("framework", ["yos-2018", "fji-2014"])
@pytest.mark.parametrize("size", [(1366, 768), (1024, 640), (1920, 1080)])
def test_without_prompts_the_judgement_stands_right_under_what_is_asked(
    desk_of: Callable[[str], Desk], qtbot: QtBot, framework: str, size: tuple[int, int]
) -> None:
    desk = desk_of(framework)
    desk.window().resize(*size)
    for row in desk.workspace.case_rows():
        desk.open_case(row.id)
        page: Any = shown_at(desk, "case", qtbot)
        asked = [label for label in page.view.findChildren(QLabel) if label.isVisible() and label.text()]
        asked = [label for label in asked if not page.view.judgement.isAncestorOf(label)]
        foot = max(label.mapTo(page.view, label.rect().bottomLeft()).y() for label in asked)
        assert 0 < page.view.judgement.y() - foot < 24, row.ref
        assert page.view.judgement.y() + page.view.judgement.height() <= page.view.height()


def test_a_case_assessment_score_is_a_figure_that_can_be_put_into_the_text(desk_of: Callable[[str], Desk]) -> None:
    desk = desk_of("fji-2014")
    desk.workspace.editor.set("rating", "T1", "case_score", 82)
    desk.show_page("findings")
    page: Any = desk.page("findings")
    page._show_section("T1")
    pane = page.desk.figures
    put: list[str] = []
    pane.chosen.connect(put.append)
    pane.buttons["T1 case assessment score"].click()
    assert put == ["T1 score"]


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_marks_stand_under_the_headings_of_their_standards(
    framework: str, desk_of: Callable[[str], Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[float] = []
    monkeypatch.setattr(marks, "paint_answer", lambda _painter, box, _answer, **_: drawn.append(box.left()))
    desk = desk_of(framework)
    desk.show_page("cases")
    page: Any = desk.page("cases")
    QApplication.processEvents()
    drawn.clear()
    page._view.viewport().repaint()
    left = page._view.columnViewportPosition(CasesColumn.QUESTIONS)
    model = page._view.model()
    for row in range(model.rowCount()):
        group = model.index(row, 0).data(GROUP)
        if group is not None:
            of = [place for _, place in marks.standard_places(group.standards)]
            assert {left + place for place in of} <= set(drawn), group


def test_where_a_framework_has_no_overall_rating_no_page_has_a_place_for_one(
    desk_of: Callable[[str], Desk], qtbot: QtBot
) -> None:
    desk = desk_of("fji-2014")
    panel: Any = shown_at(desk, "panel", qtbot)
    assert list(panel.tabs) == ["T1", "T2", "T3", "T4", "T5", "T6"]
    assert any(said.startswith("Rate it on Ratings first") for said in labels(panel)), "who waits here knows what for"
    why: Any = shown_at(desk, "why", qtbot)
    assert [way.subject for way in why._ways] == ["T1", "T2", "T3", "T4", "T5", "T6"]
    card: Any = shown_at(desk, "ratings", qtbot).sheet.overall
    assert not card._number.isVisible()
    assert "what is still possible" not in [run.text for run in runs(desk.window())], "stars are given: no bar is here"
    assert card.settled.height() < 2 * card.settled.fontMetrics().lineSpacing(), "one line: there is room for it"


def test_no_word_can_be_chosen_at_the_panel_where_nothing_is_rated_yet_and_it_looks_so(
    desk_of: Callable[[str], Desk], qtbot: QtBot
) -> None:
    desk = desk_of("fji-2014")
    panel: Any = shown_at(desk, "panel", qtbot)
    coloured = {theme.rating_colour(place, 3) for place in range(4)}

    def painted() -> set[str]:
        image = panel.form.words.grab().toImage()
        return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}

    assert not panel.form.words.isEnabled()
    assert not painted() & coloured
    desk.workspace.editor.set("rating", EntityId("T1"), "rating", "Satisfactory")
    desk.show_page("week")
    panel = shown_at(desk, "panel", qtbot)
    qtbot.waitUntil(panel.form.words.isEnabled)
    assert len(painted() & coloured) > 1


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_a_type_of_case_is_written_one_way_wherever_it_stands_alone(
    desk_of: Callable[[str], Desk], qtbot: QtBot, framework: str
) -> None:
    desk = desk_of(framework)
    workspace = desk.workspace
    row = workspace.case_rows()[0]
    kind = next(k for s in workspace.framework.samples for k in s.case_types if k[:1].islower())
    workspace.editor.set("case", row.id, "type", kind)
    for code in ("cases", "compare", "questions", "setup", "paper"):
        page = shown_at(desk, code, qtbot)
        drawn = {text for widget in page.findChildren(QWidget) if widget.isVisible() for text in said_by(widget)}
        assert not any(kind in text for text in drawn), (code, [t for t in drawn if kind in t])


def said_by(widget: QWidget) -> list[str]:
    """The words of a label, of the choices of a box, and of the cells of a table or list."""
    if isinstance(widget, QLabel):
        return [widget.text()]
    if isinstance(widget, QComboBox):
        return [widget.itemText(place) for place in range(widget.count())]
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        model = widget.model()
        places = [model.index(row, column) for row in range(model.rowCount()) for column in range(12)]
        return [str(place.data() or "") for place in places if place.isValid()]
    return []


def test_this_case_before_one_was_opened_leads_to_the_list_and_says_so(
    desk_of: Callable[[str], Desk], told: Spoken, qtbot: QtBot
) -> None:
    desk = desk_of("yos-2018")
    desk.show_page("week")
    chord("Ctrl+3")
    assert desk.current == "cases"
    assert told.last == "No case has been opened here yet: choose one in this list and press Enter."


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_a_grid_without_a_source_says_how_one_comes_there(
    desk_of: Callable[[str], Desk], qtbot: QtBot, framework: str
) -> None:
    page: Any = shown_at(desk_of(framework), "evidence", qtbot)
    chord("Ctrl+G")
    assert page.sheet.nothing.isVisible()
    assert "Add a source" in page.sheet.nothing.text()
    assert page.sheet.grid.isVisible()


def test_a_line_of_a_list_that_just_has_its_room_is_as_high_as_one_line(desk_of: Callable[[str], Desk]) -> None:
    """The first of the list stood in the height of two lines."""
    desk = desk_of("yos-2018")
    desk.window().resize(1366, 768)
    desk.show_page("why")
    page: Any = desk.page("why")
    rows = [page.list.visualItemRect(page.list.item(n)).height() for n in range(2)]
    assert [page.list.item(n).text() for n in range(2)] == ["1.1 Governance and leadership", "1.2 Staff"]
    assert rows[0] == rows[1]


def test_the_boxes_under_a_recommendation_stand_on_one_line(desk_of: Callable[[str], Desk]) -> None:
    desk = desk_of("iyjwcv-2025")
    desk.window().resize(1366, 768)
    desk.show_page("findings")
    page: Any = desk.page("findings")
    page._show_section("recommendations")
    page._add("recommendation", "The board", "")
    (beside,) = [item.beside for item in page.desk.sheet.items()]
    QApplication.processEvents()
    tops = {box.mapTo(beside, box.rect().topLeft()).y() for box in beside.stops}
    assert len(tops) == 1
