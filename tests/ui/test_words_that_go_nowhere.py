"""Words typed where nothing takes them are said to be gone: wherever the keyboard is, on every page, in what is only read."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.core.services.cases import reviews
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.controls.buttons.single_keys import SingleKeys
from inspector_app.ui.controls.telling import Offer
from inspector_app.ui.note.line import LineBox
from inspector_app.ui.window.lost_typing import LostTyping
from tests.ui.colleagues import colleague, joined
from tests.ui.conftest import Spoken
from tests.ui.states import CODES, STATES, show
from tests.ui.team import Pair, chord, type_in

WORDS = "wkw vk wkv"  # none of its letters answers, none of its words is the beginning of any line


@pytest.fixture
def driver(in_window: Any, for_states: Workspace) -> Any:
    return in_window(for_states)


def stops(page: QWidget) -> Iterator[QWidget]:
    """Everything on the page that can have the keyboard, in the order of Tab."""
    seen: list[QWidget] = []
    part = page.nextInFocusChain()
    while part is not None and part not in seen:
        seen.append(part)
        part = part.nextInFocusChain()
    for one in (page, *seen):
        can = one.focusPolicy() & Qt.FocusPolicy.TabFocus
        if (one is page or page.isAncestorOf(one)) and can and one.isVisible() and one.isEnabled():
            yield one


def held(part: QWidget) -> str:
    """What stands in a box; what is chosen in a list of choices."""
    if isinstance(part, QPlainTextEdit):
        return part.toPlainText()
    if isinstance(part, QLineEdit):
        return part.text()
    return (
        part.text() if isinstance(part, QAbstractSpinBox) else part.currentText() if isinstance(part, QComboBox) else ""
    )


def typed_into(driver: Any, part: QWidget, told: Spoken) -> bool:
    """Whether words typed at that part are in a box that has the keyboard then, or a sentence says that they are not."""
    for keys in driver.window.findChildren(SingleKeys):
        keys.burst.end()  # else they are one burst with those typed at another part
    part.setFocus(Qt.FocusReason.TabFocusReason)
    driver.window._lost, driver.window.messages.said = LostTyping(), []
    told.all.clear()
    for letter in WORDS:
        QTest.keyClicks(QApplication.focusWidget(), letter)
    return WORDS[:3] in held(QApplication.focusWidget()) or bool(driver.window.messages.said) or bool(told.all)


def takes_figures(part: QWidget) -> bool:
    """A box of a number or a day: the cursor stands in it, and who types letters there sees that none comes."""
    inside = isinstance(part.parentWidget(), QAbstractSpinBox)
    return (
        inside or isinstance(part, QAbstractSpinBox) or (isinstance(part, QLineEdit) and part.validator() is not None)
    )


def silent(driver: Any, page: QWidget, told: Spoken) -> list[str]:
    """Where words typed on the page are lost without a word."""
    parts = [part for part in stops(page) if not takes_figures(part)]
    return [f"{type(part).__name__} {part.accessibleName()}" for part in parts if not typed_into(driver, part, told)]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Each page; by `--every-state` each state of each."""
    if "state" in metafunc.fixturenames:
        every = [state for state in STATES if state != "cases: settings"]  # where what is typed makes all anew
        metafunc.parametrize("state", every if metafunc.config.getoption("--every-state") else (*CODES, *SOME))


SOME = ("case: facts", "case: take-over", "case: commenting", "settle: a difference", "findings: in a text")


def test_words_typed_anywhere_on_a_page_are_in_a_box_or_said_to_be_gone(
    driver: Any, state: str, told: Spoken, qtbot: QtBot
) -> None:
    shown = show(driver, state, qtbot)
    page = driver.desk.page(driver.desk.current) if shown is driver.window else shown
    assert silent(driver, page, told) == []


@pytest.fixture
def pair(workspace: Workspace, tmp_path: Path, opened: Any) -> Iterator[Pair]:
    """Ruth, the lead, at the window; C01 is Bob's."""
    theirs = joined(opened.desk.workspace, colleague("Bob", tmp_path), tmp_path)
    made = Pair(opened, theirs, tmp_path)
    theirs.editor.set("case", made.case, "inspector", theirs.me)
    theirs.editor.set("prompt", f"{made.case}/2.1.1/a", "note", "Bob's note.")
    made.take()
    yield made
    theirs.close()


def at_note(box: Any) -> None:
    type_in("His mother")


def pasted(box: Any) -> None:
    QApplication.clipboard().setText("pasted")
    chord("Ctrl+V")


def bold(box: Any) -> None:
    chord("Ctrl+B")


@pytest.mark.parametrize("act", [at_note, pasted, bold])
def test_in_a_colleagues_note_it_is_said_whose_it_is_and_what_can_be_done(
    pair: Pair, told: Spoken, act: Callable[[Any], None]
) -> None:
    page = pair.page()
    box = page.view.rows[0].note.box
    box.setFocus()
    told.all.clear()
    act(box)
    assert (told.last, box.text()) == ("C01 is Bob’s case. Nothing was changed.", "Bob's note.")
    assert [offer.words for offer in told.all[-1].offers] == ["Comment", "Take over…"]
    assert len(told.all) == 1, "once a burst"
    told.do("Comment")
    type_in("See the plan.")
    assert "See the plan." in held(QApplication.focusWidget())


def test_in_an_accepted_note_it_is_said_that_the_case_has_to_be_reopened(pair: Pair, told: Spoken) -> None:
    reviews.submit(pair.theirs, pair.case)
    pair.take()
    reviews.accept(pair.mine, pair.case)
    pair.mine.editor.set("case", pair.case, "inspector", pair.mine.me)
    box = pair.page().view.rows[0].note.box
    box.setFocus()
    told.all.clear()
    type_in("more")
    assert told.last == "C01 was accepted. Nothing was changed; reopen it first, with your reason."


def test_in_a_fact_that_is_only_read_it_is_said_whose_case_it_is(pair: Pair, told: Spoken) -> None:
    page = pair.page()
    page.asides.show("facts")
    line = next(line for line in page.findChildren(LineBox) if line.isVisible() and line.isReadOnly())
    line.setFocus()
    told.all.clear()
    type_in("y15")
    assert told.last == "C01 is Bob’s case. Nothing was changed."
    assert pair.mine.inspection() == pair.mine.inspection()


def test_after_going_to_the_figures_words_are_said_to_be_gone_and_the_way_back(
    driver: Any, told: Spoken, qtbot: QtBot
) -> None:
    show(driver, "findings: in a text", qtbot)
    driver.desk.page("findings").do("figure")
    driver.window.messages.said = []
    type_in("Children are")
    said = [one.words for one in driver.window.messages.said]
    assert len(said) == 1
    assert said[0].startswith("Nothing was typed. The keyboard is at: ")
    assert said[0].endswith("Escape goes back to the text.")
    chord("Esc")
    type_in("Children are")
    assert "Children are" in held(QApplication.focusWidget())


def test_words_typed_in_the_list_of_sections_are_said_to_be_gone_and_the_way_to_the_texts(
    driver: Any, qtbot: QtBot
) -> None:
    show(driver, "findings", qtbot)
    driver.desk.page("findings").desk.sections.setFocus()
    driver.window.messages.said = []
    type_in("The board")
    assert [one.words for one in driver.window.messages.said] == [
        "Nothing was typed. The keyboard is at: Sections of the draft findings. Enter goes to the texts of the one shown."
    ], "once a burst"


def test_what_is_said_stands_beside_a_message_that_is_to_stay_and_keeps_what_it_offers(
    driver: Any, qtbot: QtBot
) -> None:
    show(driver, "ratings", qtbot)
    did: list[str] = []
    driver.window.tell("The file was moved.", Offer("Save a copy", lambda: did.append("copy")))
    driver.desk.page("ratings").setFocus()
    for _ in range(2):
        driver.window._lost = LostTyping()
        type_in("qxk")
    shown = driver.window.messages.shown
    assert shown.words.text().count("Nothing was typed.") == 1
    assert shown.words.text().endswith("The file was moved.")
    assert not shown.passes
    shown.offers[0].click()
    assert did == ["copy"]


def test_words_typed_at_the_button_of_a_message_are_said_to_be_gone(driver: Any, qtbot: QtBot) -> None:
    show(driver, "ratings", qtbot)
    driver.window.tell("The file was moved.", Offer("Save a copy", lambda: None))
    driver.press("F8")
    assert QApplication.focusWidget() is driver.window.messages.shown.offers[0]
    type_in("qxk")
    assert driver.window.messages.shown.words.text() == (
        "Nothing was typed. The keyboard is at: Save a copy. Click where the words belong, or press Tab until the cursor "
        "is in that place.\nThe file was moved."
    )


@pytest.mark.parametrize("text", ["Take from a document…", "+  Take from a document"])
def test_a_button_is_called_by_its_words(qtbot: QtBot, text: str) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    button = QPushButton(text, page)
    lost = LostTyping()
    said = [lost.typed(letter, button) for letter in "abc"]
    assert said[-1].startswith("Nothing was typed. The keyboard is at: Take from a document. ")


def test_two_letters_are_a_key_that_was_missed_and_a_word_is_said_once() -> None:
    now = [0.0]
    lost = LostTyping(lambda: now[0])
    assert [lost.typed(letter, None) for letter in "ab"] == ["", ""]
    now[0] = 2
    assert [bool(lost.typed(letter, None)) for letter in "word typed"] == [False, False, True, *[False] * 7]
