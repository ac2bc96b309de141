"""A message on the page of a case lies over its foot: what it would cover by half gives way, the rating stays readable."""

from collections.abc import Callable
from itertools import product
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from inspector_app.ui.controls.telling import Offer
from inspector_app.ui.note.box import NoteBox
from inspector_app.ui.window.message import Message
from tests.ui.drawn_text import runs
from tests.ui.test_look import dress

SIZES = [(1024, 640), (1366, 768), (1920, 1080)]
LOOKS = [(*size, zoom, colours) for size, zoom, colours in product(SIZES, (100, 200), ("light", "contrast"))]
LOOKS.append((1366, 768, 100, "dark"))
NOT_YOURS = "C02 is Inspector B’s case. Your key Y changed nothing."
OFFERS = (Offer("Comment on d", bool), Offer("Take over…", bool))
READ, LEAST = 28, 18  # letters in a line that is read as one, and where there is room for no more before what answers


@pytest.fixture
def judging(opened: Any, qtbot: QtBot) -> Callable[..., Any]:
    """The page of a case in a window of that look, with nothing said."""

    def judge_at(wide: int, high: int, zoom: int, colours: str) -> Any:
        dress(opened, qtbot, (wide, high, zoom), colours)
        opened.desk.open_case(opened.desk.workspace.case_id("C01"), "2.1.1")
        opened.window.tell("")
        qtbot.settle()
        return opened

    return judge_at


def judge(driver: Any, qtbot: QtBot) -> None:
    """Judge the key question in hand: its standard has a share then."""
    judgement = driver.desk.page("case").view.judgement
    judgement.setFocus()
    QTest.keyClick(judgement, Qt.Key.Key_Y)
    qtbot.settle()


def message(driver: Any) -> Message:
    found = driver.window.messages.shown
    assert isinstance(found, Message)
    return found


def place(of: QWidget) -> QRect:
    return QRect(of.mapTo(of.window(), QPoint()), of.size())


def drawn_by(part: QWidget) -> list[tuple[str, QRect]]:
    """The words that it draws, and where in the window; none where it is out of view."""
    away = part.mapTo(part.window(), QPoint())
    found = runs(part) if part.isVisible() else []
    return [(run.text, run.ink.toAlignedRect().translated(away)) for run in found]


def below_it(driver: Any) -> list[tuple[str, QRect]]:
    """What the foot of the page says: the ratings in one line, or in several."""
    return drawn_by(driver.desk.page("case").strip)


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: "-".join(map(str, look)))
def test_nothing_is_seen_by_half_under_a_message_and_its_lines_are_read_as_lines(
    judging: Callable[..., Any], qtbot: QtBot, look: tuple[int, int, int, str]
) -> None:
    driver = judging(*look)
    said = message(driver)
    offers = OFFERS if look[2] == 100 else OFFERS[:1]  # two are offered in a case alone that one may not answer
    for at, say_it in enumerate((lambda: judge(driver, qtbot), lambda: driver.window.tell(NOT_YOURS, *offers))):
        say_it()
        qtbot.settle()
        assert said.isVisible()
        lies = place(said)
        assert driver.window.rect().contains(lies)
        assert [words for words, ink in below_it(driver) if ink.intersects(lies)] == []
        written_in = [place(box) for box in driver.window.findChildren(NoteBox) if box.isVisible()]
        assert 100 * look[1] < 480 * look[2] or not any(lies.intersects(box) for box in written_in)
        for one in driver.desk.page("case").answers():
            assert one.visibleRegion().isEmpty() or not lies.intersects(place(one))
        label = said.words
        letters = label.fontMetrics().averageCharWidth() * (READ if 100 * look[0] > 600 * look[2] else LEAST)
        assert label.width() >= min(letters, label.fontMetrics().horizontalAdvance(label.text()))
        assert label.height() >= (
            label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
        )
        assert (
            at
            or driver.desk.page("case").strip.isHidden()
            or {"2.1", "2.1 Assessing"} & {w for w, _ in below_it(driver)}
        )


@pytest.mark.parametrize("size", [(1024, 640), (1366, 768)])
def test_the_rating_that_an_answer_changed_is_read_beside_the_message(
    judging: Callable[..., Any], qtbot: QtBot, size: tuple[int, int]
) -> None:
    driver = judging(*size, 100, "light")
    line = driver.desk.page("case").strip.line
    before = drawn_by(line)
    assert before[0][0].startswith("2.1")
    judge(driver, qtbot)
    said, now = message(driver), drawn_by(line)
    assert now[0][0].startswith("2.1"), "it lay under the message, and has come beside it"
    assert now[0][1].left() > place(said).right()
    assert "100%" in [words for words, _ in now[:2]]
    assert any(words.startswith("Overall") for words, _ in now)
    said.close_it.click()
    qtbot.settle()
    after = drawn_by(line)
    assert [one for one in now[2:] if one not in after] == [], "whatever else is in view stays where it is"
    assert (after[0][0], after[0][1].left()) == (before[0][0], before[0][1].left())


def test_what_is_judged_now_is_kept_where_no_rating_changed(judging: Callable[..., Any], qtbot: QtBot) -> None:
    driver = judging(1366, 768, 100, "light")
    driver.desk.open_case(driver.desk.workspace.case_id("C01"), "2.2.1")
    driver.window.tell("Saved as it was.", *OFFERS)
    qtbot.settle()
    shown = [words for words, _ in drawn_by(driver.desk.page("case").strip.line)]
    assert shown[0].startswith("2.2")
    assert not any(words.startswith("2.1") for words in shown)


def test_in_a_high_window_it_lies_over_the_keys_that_are_told_of_and_these_are_not_seen(
    judging: Callable[..., Any], qtbot: QtBot
) -> None:
    driver = judging(1920, 1080, 100, "light")
    hint, strip = driver.desk.page("case").sheet._hint, driver.desk.page("case").strip
    colours = colours_of(hint)
    assert len(colours) > 1
    stands = place(hint), place(strip)
    judge(driver, qtbot)
    assert place(message(driver)).intersects(place(hint))
    assert len(colours_of(hint)) == 1
    assert (place(hint), place(strip)) == stands
    driver.window.tell("")
    qtbot.settle()
    assert colours_of(hint) == colours


def colours_of(part: QWidget) -> set[int]:
    """Of the pixels that it has in the window."""
    driver_message = part.window().messages.shown  # type: ignore[attr-defined]
    free = place(part).adjusted(place(driver_message).right() + 1 if driver_message.isVisible() else 0, 0, 0, 0)
    picture = part.window().grab(free).toImage()
    return {picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height())}


def test_a_page_that_comes_back_after_the_message_has_gone_shows_all_of_its_ratings(
    judging: Callable[..., Any], qtbot: QtBot
) -> None:
    driver = judging(1366, 768, 100, "light")
    line = driver.desk.page("case").strip.line
    judge(driver, qtbot)
    assert len(drawn_by(line)) > 0
    driver.desk.show_page("cases")
    driver.window.tell("")
    driver.desk.show_page("case")
    qtbot.settle()
    assert drawn_by(line)[0][0].startswith("2.1 A")
