"""Paper mode in the window: packs are made and saved, and a pack is keyed in with one key a line."""

from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.core.domain.inspection import Answer
from inspector_app.core.domain.steps.changes import Edit
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.profile.settings import Settings
from inspector_app.core.services.results import reports
from inspector_app.ui import ask, letters
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.places.paper.key_in import KeyIn
from inspector_app.ui.places.paper.lines import WAS
from inspector_app.ui.places.paper.pack_maker import PackMaker
from inspector_app.ui.places.paper.page import PaperPage
from tests.ui.conftest import Spoken

KEYS = Qt.Key
ORDER = [*("abcdefghi"), None]  # the prompts of 2.1.1, then its judgement


@pytest.fixture
def page(opened: Any) -> PaperPage:
    opened.press("Ctrl+Shift+K")
    assert opened.desk.current == "paper"
    page = opened.desk.page("paper")
    assert isinstance(page, PaperPage)
    return page


@pytest.fixture
def maker(page: PaperPage) -> PackMaker:
    return page.maker


@pytest.fixture
def keying(page: PaperPage) -> KeyIn:
    """C01 open to be keyed in, at its first line."""
    page.key_half.click()
    type_keys("c01", KEYS.Key_Return)
    assert page.keying.list.hasFocus()
    return page.keying


def type_keys(*keys: str | Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> int:
    """Press keys where the focus is; how many there were."""
    pressed = 0
    for key in keys:
        for one in key if isinstance(key, str) else [key]:
            focus = QApplication.focusWidget()
            assert isinstance(focus, QWidget)
            QTest.keyClick(focus, one, held)
            pressed += 1
    return pressed


def stored(keying: KeyIn) -> dict[str, str | None]:
    """Line code -> answer as it is on disk."""
    from inspector_app.core.services.documents import paper

    return {line.code: line.answer for line in paper.keyed(keying._workspace, keying.case).lines}


# keying in


def test_a_pack_of_53_lines_takes_53_keys(keying: KeyIn, capsys: pytest.CaptureFixture[str]) -> None:
    answers = ["yn-"[number % 3] for number in range(53)]
    pressed = type_keys("".join(answers))
    words = {"y": "yes", "n": "no", "-": "na"}
    assert list(stored(keying).values()) == [words[a] for a in answers]
    assert pressed == 53
    assert keying.count.text() == "53 of 53 answered"
    assert keying.said.text() == "That was the last line."
    with capsys.disabled():
        print(f"\na pack of 53 lines, answers only: {pressed} keys pressed")


def test_answers_arrive_in_the_order_of_the_paper(keying: KeyIn) -> None:
    type_keys("yyn")
    workspace = keying._workspace
    prompts = workspace.question_page(keying.case, "2.1.1").prompts
    assert [p.answer for p in prompts[:4]] == [Answer.YES, Answer.YES, Answer.NO, None]
    assert keying.list.place == 3


def test_the_answers_at_the_foot_answer_the_line_one_is_on_and_go_on(keying: KeyIn) -> None:
    first = keying.lines.rows[0].code
    keying.foot.answers.buttons[Answer.NO].click()
    assert stored(keying)[first] == "no"
    assert keying.list.place == 1
    assert keying.foot.words.text().startswith(f"{keying.lines.rows[1].code}  ")
    assert keying.list.hasFocus()
    keying.list.go_to(0)
    assert keying.foot.answers.buttons[Answer.NO].isChecked()
    keying.foot.answers.buttons[Answer.NO].click()
    assert stored(keying)[first] is None


def test_typing_a_number_jumps_to_its_line_and_an_answer_goes_there(keying: KeyIn) -> None:
    type_keys("17", "n")
    assert stored(keying)["17U"] == "no"
    assert keying.list.place == 17
    type_keys("5y")
    assert stored(keying)["5D"] == "yes"
    assert sum(answer is not None for answer in stored(keying).values()) == 2


def test_the_right_letter_confirms_and_the_wrong_one_goes_back_without_saying_the_right_one(keying: KeyIn) -> None:
    type_keys("17u")
    assert (keying.list.place, keying.said.text()) == (16, "Line 17U")
    type_keys("12a")
    assert keying.list.place == 16
    assert keying.said.text() == "12A is not a line of this case: look at the pack again."
    type_keys("99")
    assert keying.list.place == 16
    assert keying.said.text() == "This case has no line 99."
    assert set(stored(keying).values()) == {None}


def test_an_own_key_that_is_a_check_letter_too_answers_when_it_is_pressed_again(
    keying: KeyIn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It may be a slip of the pack, so nothing is answered by it unseen; and it may be meant, so the way on is said."""
    monkeypatch.setattr(letters, "_in_use", dict(letters.FIRST))
    letters.change(Settings(tmp_path), Answer.NO, "k")
    type_keys("17k")
    assert keying.said.text() == "17K is not a line of this case. If it was meant as an answer, press again: K"
    assert set(stored(keying).values()) == {None}
    type_keys("k")
    assert stored(keying)["17U"] == "no"
    type_keys("17u", "k", "k")
    assert (stored(keying)["17U"], stored(keying)["18V"]) == ("no", "no")


def test_digits_typed_after_a_pause_begin_another_code(keying: KeyIn, qtbot: QtBot) -> None:
    keying.list._timer.setInterval(20)
    type_keys("1")
    qtbot.waitUntil(lambda: not keying.list._typed)
    type_keys("7")
    assert keying.list.place == 6


def test_a_code_can_be_given_in_a_box_of_its_own_which_shows_what_is_typed_among_the_lines(keying: KeyIn) -> None:
    box = keying.foot.code
    keying.resize(1200, 700)
    keying.list._timer.setInterval(60000)
    type_keys("1", "7")
    assert box.text() == "17"
    keying.list.end_code()
    assert box.text() == ""
    box.setFocus()
    type_keys("18w", KEYS.Key_Return)
    assert keying.said.text() == "18W is not a line of this case: look at the pack again."
    assert (keying.list.place, box.selectedText()) == (16, "18w")
    type_keys("18v", KEYS.Key_Return)
    assert (keying.list.place, keying.list.hasFocus(), keying.said.text()) == (17, True, "Line: 18V")
    assert set(stored(keying).values()) == {None}  # V answers nothing


def test_an_answer_that_replaces_another_says_what_was_there_and_is_undone_with_one_chord(keying: KeyIn) -> None:
    type_keys("y", KEYS.Key_Up, "n")
    assert keying.lines.data(keying.lines.index(0), WAS) == "was Yes"
    assert "was Yes" in str(keying.lines.data(keying.lines.index(0)))
    assert stored(keying)["1X"] == "no"
    type_keys(KEYS.Key_Up)
    type_keys(KEYS.Key_Z, held=Qt.KeyboardModifier.ControlModifier)
    assert stored(keying)["1X"] == "yes"
    assert keying.lines.rows[0].answer is Answer.YES
    assert keying.lines.data(keying.lines.index(0), WAS) == ""


def test_undo_of_what_was_told_of_a_line_is_of_that_line(keying: KeyIn, told: Spoken) -> None:
    """It was of whatever line one was on by then."""
    type_keys("y")
    (undo,) = told.all[-1].offers
    type_keys("n", "y", KEYS.Key_Up)
    undo.act()
    assert [stored(keying)[code] for code in ("1X", *list(stored(keying))[1:3])] == [None, "no", "yes"]
    assert keying.list.place == 0
    type_keys("n", KEYS.Key_Up, "n")
    assert told.all[-1].offers == ()


def test_the_same_answer_again_is_not_called_a_change(keying: KeyIn) -> None:
    type_keys("y", KEYS.Key_Up, "y")
    assert keying.lines.data(keying.lines.index(0), WAS) == ""


def test_delete_takes_the_answer_away_and_stays(keying: KeyIn) -> None:
    type_keys("y", KEYS.Key_Up, KEYS.Key_Delete)
    assert stored(keying)["1X"] is None
    assert keying.list.place == 0
    assert keying.lines.data(keying.lines.index(0), WAS) == "was Yes"


def test_shift_and_enter_write_the_note_of_the_line_answered_last_and_escape_goes_on(keying: KeyIn) -> None:
    type_keys("n")
    type_keys(KEYS.Key_Return, held=Qt.KeyboardModifier.ShiftModifier)
    type_keys("Not seen", KEYS.Key_Escape, "y", "3", KEYS.Key_Return, "c", KEYS.Key_Escape)
    page = keying._workspace.question_page(keying.case, "2.1.1")
    assert [(p.answer, p.note) for p in page.prompts[:3]] == [
        (Answer.NO, "Not seen"), (Answer.YES, ""), (None, "c"),
    ]  # fmt: skip
    assert keying.list.place == 2


def test_enter_writes_the_note_of_the_line_and_escape_comes_back(keying: KeyIn) -> None:
    type_keys("y", KEYS.Key_Return, "Seen twice", KEYS.Key_Escape, "10", KEYS.Key_Return, "why", KEYS.Key_Escape)
    workspace = keying._workspace
    page = workspace.question_page(keying.case, "2.1.1")
    assert [p.note for p in page.prompts[:3]] == ["", "Seen twice", ""]
    assert page.rationale == "why"
    assert keying.list.hasFocus()
    assert "with a note" in str(keying.lines.data(keying.lines.index(1)))
    type_keys("2")
    assert keying.note.box.text() == "Seen twice"


def test_letters_in_a_note_answer_nothing(keying: KeyIn) -> None:
    type_keys(KEYS.Key_Return, "yn-17", KEYS.Key_Escape)
    assert set(stored(keying).values()) == {None}


def test_the_next_case_comes_with_one_chord_and_notes_go_with_their_own(keying: KeyIn) -> None:
    type_keys(KEYS.Key_Return, "of the first")
    first = keying.case
    type_keys(KEYS.Key_PageDown, held=Qt.KeyboardModifier.ControlModifier)
    assert keying.ref.text() == "C02"
    assert keying.list.hasFocus()
    assert keying.note.box.text() == ""
    type_keys("y")
    workspace = keying._workspace
    assert workspace.question_page(first, "2.1.1").prompts[0].note == "of the first"
    assert workspace.question_page(first, "2.1.1").prompts[0].answer is None
    for _ in range(4):
        type_keys(KEYS.Key_PageDown, held=Qt.KeyboardModifier.ControlModifier)
    assert keying.said.text() == "This is the last case."


def test_before_a_case_is_chosen_keying_in_says_what_to_type(page: PaperPage) -> None:
    page.key_half.click()
    assert page.keying.nothing.isVisible()
    assert page.keying.which.ref.hasFocus()
    shown = page.keying.which.ref
    assert shown.fontMetrics().horizontalAdvance(shown.placeholderText()) < shown.width() - theme.px(sizes.CLOSE)
    type_keys("c01", KEYS.Key_Return)
    assert page.keying.nothing.isHidden()


def test_a_case_that_is_not_there_is_said_in_place(page: PaperPage) -> None:
    page.key_half.click()
    type_keys("C99", KEYS.Key_Return)
    assert page.keying.said.text() == "There is no case with this reference to key in: C99"
    assert page.keying.ref.hasFocus()


def test_how_far_a_case_is_and_what_differs_is_said_beside_the_lines(keying: KeyIn) -> None:
    side, row = keying.side, keying.lines.rows[0]
    assert row.question in side.shares.text()
    keying._answer(0, Answer.YES)
    keying._answer(0, Answer.NO)
    assert f"{row.code}, {row.question} a: was Yes" in side.differs.text()
    side.wanted.emit(0)
    assert keying.list.place == 0


def test_the_next_gap_passes_over_what_is_answered(keying: KeyIn) -> None:
    type_keys("yyy", "1")
    type_keys(KEYS.Key_Down, held=Qt.KeyboardModifier.ControlModifier)
    assert keying.list.place == 3


def test_an_edit_made_elsewhere_is_shown_and_a_note_being_typed_stays(keying: KeyIn) -> None:
    type_keys("2", KEYS.Key_Return, "mine")
    workspace = keying._workspace
    workspace.editor.do(keying.case, [Edit("prompt", f"{keying.case}/2.1.1/a", "answer", "no")])
    assert keying.lines.rows[0].answer is Answer.NO
    assert keying.note.box.text() == "mine"


def test_a_full_disk_moves_nothing_and_is_said(keying: KeyIn, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    def full(*_: object, **__: object) -> None:
        raise Expected(Code.DISK_FULL, where="disk")

    monkeypatch.setattr(keying._workspace.editor, "set", full)
    with qtbot.waitSignal(keying.failed):
        type_keys("y")
    assert keying.list.place == 0
    assert keying.lines.rows[0].answer is None


def test_a_deleted_case_goes_from_the_page(keying: KeyIn) -> None:
    keying._workspace.editor.set("case", keying.case, "deleted", True)
    assert keying.case == ""
    assert keying.said.text().startswith("There is no case")


def test_the_page_comes_back_at_the_line_one_was_on(opened: Any, page: PaperPage, keying: KeyIn, qtbot: QtBot) -> None:
    type_keys("17")
    place = page.place()
    with qtbot.waitSignal(opened.window.look_changed):
        opened.press("Ctrl++")
    again = opened.desk.page("paper")
    assert again is not page
    assert again.place() == place
    assert again.keying.list.place == 16
    assert again.keying.list.hasFocus()


# making packs


def test_packs_are_made_in_a_job_shown_and_saved_where_somebody_says(
    maker: PackMaker, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: Spoken
) -> None:
    before = {p for p in tmp_path.rglob("*") if p.is_file()}
    assert not maker.make_button.isEnabled()
    button(maker, "Children’s cases").click()
    assert maker.make_button.text() == "Make 3 packs"
    maker.make_button.click()
    qtbot.waitUntil(lambda: maker.made and not maker.work.busy)
    assert {p for p in tmp_path.rglob("*") if p.is_file()} == before
    suggested: list[Path] = []

    def answer(_parent: object, _title: str, _kinds: str, at: Path) -> Path:
        suggested.append(at)
        return tmp_path / "out.pdf"

    monkeypatch.setattr(ask, "save_file", answer)
    maker.save_button.click()
    qtbot.waitUntil(lambda: "It is not encrypted" in told.last)
    assert suggested[0].name == "Case packs (3).pdf"
    assert len(PdfReader(tmp_path / "out.pdf").pages) == maker.view.count


def button(maker: PackMaker, text: str) -> Any:
    return next(b for b in maker.choices if b.text() == text)


def test_cases_are_chosen_by_keyboard_and_a_filled_pack_holds_the_answers(
    maker: PackMaker, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    workspace = maker._workspace
    workspace.editor.set("judgement", f"{workspace.case_id('C02')}/2.1.1", "answer", "yes")
    assert maker.cases.hasFocus()
    type_keys(KEYS.Key_Down, KEYS.Key_Space)
    assert maker.chosen == (workspace.case_id("C02"),)
    maker.filled.setChecked(True)
    maker.make()
    qtbot.waitUntil(lambda: maker.made)
    monkeypatch.setattr(ask, "save_file", lambda *_: tmp_path / "one.pdf")
    maker.save_as()
    qtbot.waitUntil((tmp_path / "one.pdf").exists)
    text = " ".join(page.extract_text() for page in PdfReader(tmp_path / "one.pdf").pages)
    assert "Case C02, page 1" in text
    assert text.count("☒") == 1


def test_mine_and_none_choose_what_they_say(maker: PackMaker) -> None:
    workspace = maker._workspace
    mine = workspace.case_id("C03")
    workspace.editor.set("case", mine, "inspector", workspace.me)
    button(maker, "Mine").click()
    assert maker.chosen == (mine,)
    button(maker, "All").click()
    assert len(maker.chosen) == 4
    button(maker, "None").click()
    assert maker.chosen == ()


def test_cancel_leaves_no_pack(maker: PackMaker, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    from inspector_app.core.services.documents import paper

    def slow(*parts: Any) -> bytes:
        for done in range(20_000):  # longer than anything is waited for
            parts[-1].report(done % 1000, 1000, f"Case {done}")
            QTest.qSleep(5)
        return b""

    monkeypatch.setattr(paper, "pack", slow)
    button(maker, "All").click()
    maker.make_button.click()
    qtbot.waitUntil(lambda: maker.work.bar.value() > 1)
    maker.work.cancel.click()
    qtbot.waitUntil(lambda: not maker.work.busy)
    assert not maker.made
    assert maker.make_button.isEnabled()


def test_a_full_disk_is_said_and_the_pack_stays(
    maker: PackMaker, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: Spoken
) -> None:
    def full(_pdf: bytes, path: Path, _laptop: object) -> None:
        raise Expected(Code.DISK_FULL, where=path)

    maker.choose(frozenset([maker._workspace.case_id("C01")]))
    maker.make()
    qtbot.waitUntil(lambda: maker.made and not maker.work.busy)
    monkeypatch.setattr(ask, "save_file", lambda *_: tmp_path / "x.pdf")
    monkeypatch.setattr(reports, "save", full)
    maker.save_button.click()
    qtbot.waitUntil(lambda: told.last != "")
    assert told.last.startswith("The disk is full")
    assert maker.made


def test_a_new_case_can_be_chosen_and_those_chosen_stay(maker: PackMaker) -> None:
    workspace = maker._workspace
    maker.choose(frozenset([workspace.case_id("C01")]))
    new = workspace.add_case("C04", "children")
    assert maker.cases.count() == 5
    assert maker.chosen == (workspace.case_id("C01"),)
    maker.choose(frozenset([new]))
    assert maker.chosen == (new,)


def test_the_page_says_that_a_pack_is_not_encrypted(page: PaperPage) -> None:
    from PySide6.QtWidgets import QLabel

    said = " ".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())
    assert "A pack is not encrypted" in said


def test_the_cases_page_leads_here_too(opened: Any) -> None:
    opened.desk.show_page("cases")
    menu = opened.desk.page("cases")._more.menu()
    menu.aboutToShow.emit()  # which fills it
    next(offered for offered in menu.actions() if "paper" in offered.text().casefold()).trigger()
    assert opened.desk.current == "paper"
