"""The case page by keyboard, against a real workspace."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.inspection import Answer
from inspector_app.core.domain.rows import PromptRow
from inspector_app.core.services.results import ratings
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.page import CaseAt, Shared
from inspector_app.ui.places.case import question_list
from inspector_app.ui.places.case.page import CasePage
from inspector_app.ui.places.case.prompt_row import PromptBox
from tests.ui.conftest import Spoken

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(case_page: CasePage) -> CasePage:
    return case_page


def press(qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key, held)


def where(page: CasePage) -> tuple[str, str | None]:
    place = page.place()
    assert place is not None
    return place.question, place.prompt


def header_text(page: CasePage) -> str:
    return page.sheet.bar._gaps.text()


def test_a_whole_case_is_judged_by_keyboard(qtbot: QtBot, page: CasePage, workspace: Workspace) -> None:
    for question in workspace.framework.sample_questions("children"):
        for _ in question[1].prompts:
            press(qtbot, Qt.Key.Key_Y)
        assert page.sheet.bar.buttons["submit"].property("role") != "primary"  # there are gaps
        press(qtbot, Qt.Key.Key_N)
        press(qtbot, Qt.Key.Key_Down)
    row = workspace.case_rows()[0]
    assert row.gaps == 0
    assert {m.answer for m in row.marks} == {Answer.NO}
    assert header_text(page) == "all answered"
    assert page.sheet.bar.buttons["submit"].property("role") == "primary"
    assert list(page.questions.marks()) == list(row.marks)


def test_an_answer_moves_on_and_a_cleared_one_stays(qtbot: QtBot, page: CasePage, workspace: Workspace) -> None:
    press(qtbot, Qt.Key.Key_Y)
    press(qtbot, Qt.Key.Key_N)
    press(qtbot, Qt.Key.Key_Minus)
    assert where(page) == ("2.1.1", "d")
    press(qtbot, Qt.Key.Key_Up)
    press(qtbot, Qt.Key.Key_Delete)
    assert where(page) == ("2.1.1", "c")
    prompts = workspace.question_page(workspace.case_rows()[0].id, "2.1.1").prompts
    assert [p.answer for p in prompts[:3]] == [Answer.YES, Answer.NO, None]


def test_prompts_never_make_the_judgement(qtbot: QtBot, page: CasePage, workspace: Workspace) -> None:
    before = page.strip.cell("2.1").rated
    for _ in workspace.framework.questions["2.1.1"][1].prompts:
        press(qtbot, Qt.Key.Key_Y)
    assert where(page) == ("2.1.1", None)
    assert workspace.question_page(workspace.case_rows()[0].id, "2.1.1").answer is None
    assert page.strip.cell("2.1").rated == before


def test_down_goes_past_the_judgement_to_the_next_key_question_and_up_comes_back(qtbot: QtBot, page: CasePage) -> None:
    for _ in range(9):
        press(qtbot, Qt.Key.Key_Down)
    assert where(page) == ("2.1.1", None)
    press(qtbot, Qt.Key.Key_Down)
    assert where(page) == ("2.1.2", "a")
    press(qtbot, Qt.Key.Key_Up)
    assert where(page) == ("2.1.1", None)


def test_key_questions_are_stepped_through(qtbot: QtBot, page: CasePage) -> None:
    press(qtbot, Qt.Key.Key_Right, CONTROL)
    press(qtbot, Qt.Key.Key_Right, ALT)
    assert where(page) == ("2.2.1", "a")
    press(qtbot, Qt.Key.Key_Left, CONTROL)
    assert where(page) == ("2.1.2", "a")


def test_next_gap_goes_across_key_questions_and_cases(
    qtbot: QtBot, page: CasePage, workspace: Workspace, told: Spoken
) -> None:
    first = workspace.case_rows()[0].id
    for _, question in workspace.framework.sample_questions("children"):
        if question.ref != "2.3.2":
            workspace.editor.set("judgement", f"{first}/{question.ref}", "answer", "yes")
        for prompt in question.prompts:
            workspace.editor.set("prompt", f"{first}/{question.ref}/{prompt.ref}", "answer", "yes")
    press(qtbot, Qt.Key.Key_Down, CONTROL)
    assert where(page) == ("2.3.2", None)
    with qtbot.waitSignal(page.named) as named:
        press(qtbot, Qt.Key.Key_Down, CONTROL)
    assert named.args == [f"Case {workspace.case_rows()[1].ref}"]
    assert told.last == "C01 has no other gap. Now you are on the next case: C02, 2.1.1"
    assert page.at == CaseAt(workspace.case_rows()[1].id, "2.1.1", "a")
    assert where(page) == ("2.1.1", "a")


def test_the_next_gap_is_the_one_that_was_left_behind_in_the_case(
    qtbot: QtBot, page: CasePage, workspace: Workspace
) -> None:
    case = page.at.case
    for _, question in workspace.framework.sample_questions("children"):
        for prompt in question.prompts:
            if (question.ref, prompt.ref) != ("2.1.1", "b"):
                workspace.editor.set("prompt", f"{case}/{question.ref}/{prompt.ref}", "answer", "yes")
        workspace.editor.set("judgement", f"{case}/{question.ref}", "answer", "yes")
    assert page.show_case(case, "2.3.2", None)
    press(qtbot, Qt.Key.Key_Down, CONTROL)
    assert page.at.case == case
    assert where(page) == ("2.1.1", "b")


def test_a_case_opens_at_its_first_gap(page: CasePage, workspace: Workspace) -> None:
    case = workspace.case_rows()[1].id
    workspace.editor.set("prompt", f"{case}/2.1.1/a", "answer", "yes")
    assert page.show_case(case)
    assert where(page) == ("2.1.1", "b")


def test_return_to_restores_the_note_its_cursor_and_its_selection(
    qtbot: QtBot, page: CasePage, workspace: Workspace
) -> None:
    page.show_case(workspace.case_rows()[0].id, "2.2.1", "e")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.keyClicks(QApplication.focusWidget(), "one two three")
    for _ in range(5):
        press(qtbot, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    place = page.place()
    assert place is not None
    press(qtbot, Qt.Key.Key_PageDown, CONTROL)
    page.return_to(place)
    assert page.place() == place
    box = page.view.row_for("e").note.box
    assert box.hasFocus()
    assert box.textCursor().selectedText() == "three"


def test_a_page_given_the_focus_gives_it_to_where_one_was(qtbot: QtBot, page: CasePage) -> None:
    press(qtbot, Qt.Key.Key_Down)
    for expected in (page.view.rows[1], page.view.rows[1].note.box):
        page.questions.setFocus()
        page.setFocus()
        assert QApplication.focusWidget() is expected
        press(qtbot, Qt.Key.Key_Return)


def test_a_place_in_a_note_can_be_returned_to_before_the_page_is_seen(
    qtbot: QtBot, page: CasePage, workspace: Workspace, shared: Callable[[Workspace], Shared]
) -> None:
    press(qtbot, Qt.Key.Key_Return)
    qtbot.keyClicks(QApplication.focusWidget(), "half a sentence")
    place = page.place()
    assert place is not None
    assert page.flush()
    again = CasePage(shared(workspace))
    qtbot.addWidget(again)
    again.return_to(place)
    assert again.place() == place


def test_an_unknown_case_is_told_and_the_page_stays(qtbot: QtBot, page: CasePage) -> None:
    with qtbot.waitSignal(page.failed):
        assert not page.show_case("no such case")
    assert where(page) == ("2.1.1", "a")


def test_the_judgement_shows_in_the_strip_in_the_same_event(qtbot: QtBot, page: CasePage, workspace: Workspace) -> None:
    page.view.judgement.setFocus()
    press(qtbot, Qt.Key.Key_Y)
    assert "2.1.1: 100%, 1 of 1" in page.strip.cell("2.1").accessibleName()
    press(qtbot, Qt.Key.Key_Z, CONTROL)
    assert "2.1.1: none of 3 judged" in page.strip.cell("2.1").accessibleName()
    assert workspace.question_page(workspace.case_rows()[0].id, "2.1.1").answer is None


def test_a_judgement_made_elsewhere_shows_in_the_strip_and_on_the_page(page: CasePage, workspace: Workspace) -> None:
    case = workspace.case_rows()[0].id
    workspace.editor.set("judgement", f"{case}/2.1.1", "answer", "no")
    assert page.view.judgement.answer is Answer.NO
    assert page.questions.mark("2.1.1").answer is Answer.NO
    assert "2.1.1: 0%, 0 of 1" in page.strip.cell("2.1").accessibleName()


def test_a_hidden_page_catches_up_when_it_is_shown(page: CasePage, workspace: Workspace) -> None:
    page.hide()
    workspace.editor.set("prompt", f"{workspace.case_rows()[0].id}/2.1.1/b", "answer", "yes")
    assert page.view.rows[1].answer is None
    page.show()
    assert page.view.rows[1].answer is Answer.YES


def test_the_mouse_answers_and_a_second_press_clears(qtbot: QtBot, page: CasePage) -> None:
    button = page.view.prompts[2].buttons.buttons[Answer.NO]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert page.view.prompts[2].answer is Answer.NO
    assert button.isChecked()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert page.view.prompts[2].answer is None
    assert not button.isChecked()


def test_going_on_in_the_list_draws_two_lines_of_it_anew(
    qtbot: QtBot, page: CasePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    qtbot.settle()
    drawn, draw = [], question_list._paint_mark
    monkeypatch.setattr(question_list, "_paint_mark", lambda *a, **k: drawn.append(a[2].question) or draw(*a, **k))
    page.questions.select("2.1.2")
    qtbot.settle()
    assert set(drawn) == {"2.1.1", "2.1.2"}


def test_an_answer_draws_the_line_of_its_key_question_anew_and_no_other(
    qtbot: QtBot, page: CasePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    qtbot.settle()
    drawn, draw = [], question_list._paint_mark
    monkeypatch.setattr(question_list, "_paint_mark", lambda *a, **k: drawn.append(a[2]) or draw(*a, **k))
    press(qtbot, Qt.Key.Key_Y)
    qtbot.settle()
    assert {(mark.question, mark.prompts_answered) for mark in drawn} == {("2.1.1", 1)}


def test_choosing_a_key_question_in_the_list_shows_it(qtbot: QtBot, page: CasePage) -> None:
    page.questions.setFocus()
    press(qtbot, Qt.Key.Key_Down)
    assert where(page) == ("2.1.2", "a")
    assert page.questions.hasFocus()
    press(qtbot, Qt.Key.Key_Return)
    assert page.view.rows[0].hasFocus()


def test_a_contested_row_says_so_in_a_word(qtbot: QtBot, page: CasePage) -> None:
    row = page.view.prompts[0]
    assert isinstance(row, PromptBox)
    assert page._open is not None
    row.set_row(PromptRow(row.id, "a", "words", None, "", "", contested=True), page._open.door)
    assert row.contested.isVisible()
    assert "contested" in row.accessibleName()


def test_everything_that_takes_the_focus_has_a_name(page: CasePage) -> None:
    for row in page.view.rows:
        assert row.accessibleName()
        assert row.note.box.accessibleName()
    for button in page.findChildren(QAbstractButton):
        if button.isVisible() and button.focusPolicy() != Qt.FocusPolicy.NoFocus:
            assert button.accessibleName(), button.text()
    assert page.view.prompts[0].buttons.buttons[Answer.YES].accessibleName() == "Prompt a: Yes"


def made_of(framework: Framework, sample: str) -> Framework:
    """The framework without anything that is answered on the cases of a sample."""
    return replace(framework, standards=tuple(s for s in framework.standards if s.sample != sample))


def test_a_sample_on_which_nothing_is_asked_shows_a_sentence(
    qtbot: QtBot, make_workspace: Callable[..., Workspace], shared: Callable[[Workspace], Shared]
) -> None:
    other = make_workspace("Older inspection", "yos-2018")
    other.framework = made_of(other.framework, "resettlement")
    case = other.add_case("A1", "resettlement")
    page = CasePage(shared(other))
    qtbot.addWidget(page)
    page.show()
    assert page.sheet._nothing.text() == "No case is open\nChoose one on the Cases page."
    assert not page.show_case(case)
    assert not page.view.isVisible()
    assert page.sheet._nothing.text().startswith("A1: the framework asks nothing about cases in this sample\n")
    assert page.place() is None


@pytest.mark.parametrize(
    ("framework", "sample", "asked"),
    [
        ("yos-2018", "resettlement", ["4.1"]),
        ("yos-2018", "out-of-court", [f"3.{s}.{q}" for s in (1, 2, 3) for q in (1, 2, 3)]),
    ],
)
def test_without_prompts_an_answer_moves_on_to_the_next_question(
    framework: str, sample: str, asked: list[str], qtbot: QtBot, make_workspace: Callable[..., Workspace],
    alone: Callable[[type[CasePage], Workspace], CasePage],
) -> None:  # fmt: skip
    workspace = make_workspace("Older inspection", framework)
    case = workspace.add_case("A1", sample)
    page = alone(CasePage, workspace)
    assert page.show_case(case)
    for question, following in zip(asked, [*asked[1:], asked[-1]], strict=True):
        assert page._open.question == question
        qtbot.waitUntil(page.view.judgement.hasFocus)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Y)
        assert page._open.question == following
    assert [mark.answer for mark in workspace.case_row(case).marks] == [Answer.YES] * len(asked)


def test_a_theme_stands_with_its_statement_and_a_key_question_has_none(
    qtbot: QtBot, page: CasePage, make_workspace: Callable[..., Workspace], shared: Callable[[Workspace], Shared]
) -> None:
    workspace = make_workspace("Older inspection", "fji-2014")
    case = workspace.add_case("A1", "cases")
    older = CasePage(shared(workspace))
    qtbot.addWidget(older)
    older.show()
    older.show_case(case, "T2")
    shown = [label.text() for label in older.view.area.findChildren(QLabel) if label.isVisible()]
    assert workspace.framework.by_ref["T2"].statement in shown
    assert older.sheet.questions.accessibleName() == "Themes"
    older.show_case(case, "T4")
    shown = [label.text() for label in older.view.area.findChildren(QLabel) if label.isVisible()]
    assert workspace.framework.by_ref["T4"].statement in shown
    standard = page.view.area.findChildren(QLabel)
    assert not any("Victims, and potential victims" in label.text() for label in standard)


def test_a_case_that_nobody_has_is_taken_and_not_taken_over(page: CasePage, workspace: Workspace) -> None:
    case = workspace.case_rows()[0]
    workspace.editor.set("case", case.id, "inspector", None)
    page.show_case(case.id)
    assert page.sheet.bar.buttons["take-over"].text() == "Take it…"


def test_a_note_is_written_on_a_theme(
    qtbot: QtBot, make_workspace: Callable[..., Workspace], shared: Callable[[Workspace], Shared]
) -> None:
    workspace = make_workspace("Older inspection", "fji-2014")
    case = workspace.add_case("A1", "cases")
    page = CasePage(shared(workspace))
    qtbot.addWidget(page)
    page.show()
    page.show_case(case, "T4")
    qtbot.keyClicks(page.view.judgement.note.box, "The order was explained.")
    assert page.flush()
    (judgement,) = workspace.inspection().judgements
    assert (judgement.question, judgement.rationale) == ("T4", "The order was explained.")


def test_the_head_of_what_is_in_hand_stands_out_and_moves_nothing(page: CasePage) -> None:
    """With the judgement in hand "Note on prompt i" stood over it as if one wrote there."""
    pane = page.sheet.pane
    if pane._docked:
        pytest.skip("one head alone is shown")
    page._focus(page.view.rows[0])
    before = pane._why.mapTo(page, pane._why.rect().topLeft())
    assert (pane._title.property("role"), pane._why.property("role")) == ("label", "label")
    page._focus(page.view.judgement)
    assert (pane._title.property("role"), pane._why.property("role")) == ("quiet", "here")
    assert pane._why.mapTo(page, pane._why.rect().topLeft()) == before


def test_a_note_is_gone_on_with_behind_what_stands_there(qtbot: QtBot, page: CasePage) -> None:
    row = page.view.rows[0]
    page._workspace.editor.set(row.entity, row.id, "note", "Seen with her mother.")
    row.enter_note()
    qtbot.keyClicks(row.note.box, " And her worker.")
    assert row.note.box.toPlainText() == "Seen with her mother. And her worker."


def test_the_key_of_a_mark_on_a_row_marks_its_text_and_what_is_typed_next_stands_behind_it(
    qtbot: QtBot, page: CasePage, workspace: Workspace, told: Spoken
) -> None:
    """Of a close call the sentence that says why was refused: the keyboard had stayed on the judgement."""
    row, prompt = page.view.judgement, page.view.rows[0]
    page._focus(row)
    press(qtbot, Qt.Key.Key_6, ALT)
    qtbot.keyClicks(QApplication.focusWidget(), "by a hair")
    assert page.flush()
    held = workspace.editor.held("judgement", row.id, "rationale")
    assert str(held.value) == "Close call: by a hair"
    assert {one for one, _ in ratings.close_calls(workspace)} == {row.id.partition("/")[0]}
    page._focus(row)
    press(qtbot, Qt.Key.Key_6, ALT)  # and away again, for which one need not go into them
    assert row.hasFocus()
    assert page.flush()
    assert ratings.close_calls(workspace) == frozenset()
    page._focus(prompt)
    press(qtbot, Qt.Key.Key_1, ALT)
    qtbot.keyClicks(QApplication.focusWidget(), "clear")
    assert prompt.note.box.text() == "Strength: clear"
    prompt.note.box.change(0, len("Strength: clear"), "Her school was asked.")
    page._focus(prompt)
    press(qtbot, Qt.Key.Key_2, ALT)
    qtbot.keyClicks(QApplication.focusWidget(), "not her mother")
    assert prompt.note.box.text() == "Her school was asked.\nArea for improvement: not her mother"
    page._focus(prompt)
    press(qtbot, Qt.Key.Key_6, ALT)  # a prompt is not judged: that is said
    assert "on the judgement" in told.last


@pytest.mark.parametrize("answer", [Qt.Key.Key_N, Qt.Key.Key_Y, Qt.Key.Key_Minus])
def test_shift_and_enter_open_the_note_of_what_was_answered_last_and_esc_goes_on(
    answer: Qt.Key, qtbot: QtBot, page: CasePage, workspace: Workspace
) -> None:
    """The reason for a No stood in the note of the next prompt, and the No had none."""
    page.view.rows[1].setFocus()
    page_at = page._open.case, page._open.question
    press(qtbot, answer)
    assert where(page)[1] == "c"
    press(qtbot, Qt.Key.Key_Return, SHIFT)
    qtbot.keyClicks(QApplication.focusWidget(), "Not seen.")
    press(qtbot, Qt.Key.Key_Escape)
    notes = {row.ref: row.note for row in workspace.question_page(*page_at).prompts}
    assert (notes["b"], notes["c"]) == ("Not seen.", "")
    assert page.view.rows[2].hasFocus(), "it goes on where the answer had led to"
    press(qtbot, Qt.Key.Key_Y)
    answers = {row.ref: row.answer for row in workspace.question_page(*page_at).prompts}
    assert answers["c"] is Answer.YES
    assert answers["b"] is not None


def test_enter_alone_always_writes_on_what_one_is_on(qtbot: QtBot, page: CasePage) -> None:
    page.view.rows[0].setFocus()
    press(qtbot, Qt.Key.Key_N)
    press(qtbot, Qt.Key.Key_Return)
    assert page.view.rows[1].note.box.hasFocus()
    press(qtbot, Qt.Key.Key_Escape)
    assert page.view.rows[1].hasFocus()


def test_shift_and_enter_where_nothing_was_answered_write_on_what_one_is_on(qtbot: QtBot, page: CasePage) -> None:
    page.view.rows[2].setFocus()
    press(qtbot, Qt.Key.Key_Enter, SHIFT)
    assert page.view.rows[2].note.box.hasFocus()
    press(qtbot, Qt.Key.Key_Escape)
    assert page.view.rows[2].hasFocus()


def test_who_moved_since_the_answer_comes_back_to_where_they_were(qtbot: QtBot, page: CasePage) -> None:
    page.view.rows[0].setFocus()
    for key in (Qt.Key.Key_N, Qt.Key.Key_Down):
        press(qtbot, key)
    press(qtbot, Qt.Key.Key_Return, SHIFT)
    assert page.view.rows[0].note.box.hasFocus()
    press(qtbot, Qt.Key.Key_Escape)
    assert page.view.rows[2].hasFocus()


def test_shift_and_enter_after_a_theme_go_back_to_it_and_esc_goes_on(
    qtbot: QtBot, make_workspace: Callable[..., Workspace], alone: Callable[[type[CasePage], Workspace], CasePage]
) -> None:
    workspace = make_workspace("Older inspection", "fji-2014")
    page = alone(CasePage, workspace)
    page.show_case(workspace.add_case("A1", "cases"))
    first = page._open.question
    press(qtbot, Qt.Key.Key_Y)
    then = page._open.question
    assert then != first
    press(qtbot, Qt.Key.Key_Return, SHIFT)
    assert page._open.question == first
    assert page.view.judgement.note.box.hasFocus()
    press(qtbot, Qt.Key.Key_Escape)
    assert page._open.question == then
    assert page.view.judgement.hasFocus()


def test_a_no_that_nothing_explains_says_which_key_does(qtbot: QtBot, page: CasePage, told: Spoken) -> None:
    page.view.rows[0].setFocus()
    press(qtbot, Qt.Key.Key_N)
    assert told.last.endswith("Prompt a: No. Shift+Enter: write why.")
    press(qtbot, Qt.Key.Key_Y)
    assert told.last.endswith("Prompt b: Yes")
