"""Names as long as they come (Welsh, sixty characters), one word of fifty-eight letters, and cases by the hundred."""

from collections.abc import Callable
from itertools import product
from typing import Any

import pytest
from PySide6.QtGui import QFont, QFontMetrics, QKeySequence, QTextCursor, QTextLayout
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.controls.labels import readable, text_label
from inspector_app.ui.look import long_words, theme, wrapping
from tests.ui.cut_text import faults
from tests.ui.states import STATES, show
from tests.ui.test_look import EVERY_LOOK, Look, dress, none

ONE_WORD = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"
PEOPLE = {
    "words": (
        "Gwenllian Angharad Llywelyn-Bowen ap Rhydderch o Aberystwyth",
        "Anastasia-Theodora Papadimitriou-Oyelaran de Villeneuve-Smith",
        "Siân Myfanwy Haf Gwenhwyfar Cadwaladr-Pryce o Benrhyndeudraeth",
    ),
    "one word": ("Anastasia-Theodora Papadimitriou-Oyelaran de Villeneuve-Smith", ONE_WORD),
}
REFS = {
    "words": ("WREXHAM-FLINT-2026-00141", "GWENT 2026 0000000142/A"),
    "one word": (f"{ONE_WORD}-1", "WREXHAM-FLINTSHIRE-2026-000000000000000000000000000000000141"),
}
SERVICE = {"words": "Gwasanaeth Cyfiawnder Ieuenctid Rhondda Cynon Taf a Merthyr Tudful", "one word": ONE_WORD}
TRIED = (  # where something was cut, shortened or over something else before
    "week", "cases", "ratings", "compare", "questions", "panel", "members", "setup", "setup: a list", "case: marked twice",
    "ratings: unfolded", "members: a standard", "members: opened", "accuracy: a point", "findings: summaries",
)  # fmt: skip
LOOKS: list[tuple[str, Look]] = [
    ("words", (1366, 768, 150)), ("words", (1024, 640, 100)), ("one word", (1024, 640, 200)),
]  # fmt: skip
CASES = 120


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "names_at" in metafunc.fixturenames:
        every = metafunc.config.getoption("--every-look")
        tried = list(product(PEOPLE, EVERY_LOOK)) if every else LOOKS
        metafunc.parametrize("names_at", tried, ids=[f"{kind}-{look[0]}-{look[2]}" for kind, look in tried])


def lengthen(workspace: Workspace, kind: str) -> None:
    """Give service, team and cases long names, and there are a hundred cases more."""
    workspace.editor.set("inspection", "inspection", "service", SERVICE[kind])
    for number, person in enumerate(workspace.team()):
        names = PEOPLE[kind]
        again = number // len(names)
        workspace.editor.set("person", person.id, "name", names[number % len(names)] + (f" {again}" if again else ""))
    for number in range(CASES):
        workspace.add_case(f"W{number:03}", "children")
    for before, after in zip(("C04", "C05"), REFS[kind], strict=True):
        workspace.editor.set("case", workspace.case_id(before), "ref", after)


def test_no_name_however_long_is_cut_shortened_or_over_something_else(
    request: pytest.FixtureRequest,
    in_window: Callable[[Workspace], Any],
    for_states: Workspace,
    qtbot: QtBot,
    names_at: tuple[str, Look],
) -> None:
    kind, look = names_at
    lengthen(for_states, kind)
    driver = in_window(for_states)
    dress(driver, qtbot, look)
    found = []
    for name in STATES if request.config.getoption("--every-look") else TRIED:
        seen = show(driver, name, qtbot)
        found += [f"{name}: {fault}" for fault in faults(seen)]
    none(found)


def test_the_margin_of_a_text_that_scrolls_shows_the_numbers_of_the_lines_in_view_whole(
    in_window: Callable[[Workspace], Any], for_states: Workspace, qtbot: QtBot
) -> None:
    """With large letters the number of a sentence below the edge of its box was drawn, and cut, beside what is not there."""
    driver = in_window(for_states)
    dress(driver, qtbot, (1366, 768, 200))
    none(faults(show(driver, "findings", qtbot)))
    box = next(iter(driver.desk.page("findings").desk.sheet._lists[0].items.values())).note.box
    box.moveCursor(QTextCursor.MoveOperation.End)
    box.ensureCursorVisible()
    qtbot.settle()
    none(faults(driver.window))


@pytest.mark.parametrize("make", [text_label, readable])
def test_a_label_breaks_a_word_longer_than_its_line_and_gives_it_back_as_it_was(
    qapp: QApplication, qtbot: QtBot, make: Callable[[QWidget], QLabel]
) -> None:
    theme.apply(qapp, "light", 100)
    held = QWidget()
    label = make(held)
    label.setText(f"Given to {ONE_WORD}.")
    qtbot.present(held, 200, 200)
    assert label.text() == f"Given to {ONE_WORD}."
    assert label.minimumSizeHint().width() < QFontMetrics(label.font()).horizontalAdvance(ONE_WORD) // 2
    assert label.heightForWidth(200) > label.heightForWidth(2000)


def test_what_is_copied_of_a_label_is_as_it_was_given(qapp: QApplication, qtbot: QtBot) -> None:
    held = QWidget()
    label = readable(held, f"Given to {ONE_WORD}.")
    qtbot.present(held, 200, 200)
    label.setSelection(0, len(long_words.breakable(label.text())))
    QTest.keySequence(label, QKeySequence(QKeySequence.StandardKey.Copy))
    assert qapp.clipboard().text() == f"Given to {ONE_WORD}."


@pytest.mark.parametrize("words", ["", "Case C01", "Work with children and victims", "Papadimitriou-Oyelaran-Smith"])
def test_words_that_fit_are_broken_nowhere(words: str) -> None:
    assert long_words.breakable(words) == words


def test_of_words_beside_one_that_is_longer_than_the_line_none_is_broken(qapp: QApplication) -> None:
    font = theme.font()
    width = QFontMetrics(font).horizontalAdvance("Recommendat")
    lines = [wrapping.height(words, font, width) for words in ("x", "Recommendations", "Recommendations of the last")]
    high, broken = wrapping._room("Recommendations of the last", font.toString(), width)
    assert lines == [lines[0], 2 * lines[0], 3 * lines[0]]
    assert (high, broken.split()[1:]) == (lines[2], ["of", "the", "last"])
    assert long_words.whole(broken) == "Recommendations of the last"


def test_a_broken_word_has_all_of_its_letters() -> None:
    broken = long_words.breakable(ONE_WORD)
    assert broken.replace("\u200b", "") == ONE_WORD
    assert max(map(len, broken.split("\u200b"))) <= 22


@pytest.mark.parametrize("letter", ["e\u0301", "y\u0302", "\u0e01\u0e49", "\U0001f468\u200d\U0001f467"], ids=ascii)
def test_a_letter_of_several_characters_is_not_taken_apart(letter: str) -> None:
    parts = long_words.breakable(letter * 40).split("\u200b")
    assert len(parts) > 2
    assert all(part == letter * (len(part) // len(letter)) for part in parts)


def test_a_reference_that_is_too_long_breaks_behind_its_hyphens_and_not_within_a_number() -> None:
    broken = long_words.broken_beyond("WEX-2025-0141 and C01", lambda word: len(word) > 10)
    assert broken.split("\u200b") == ["WEX-", "2025-", "0141 and C01"]
    assert long_words.broken_beyond("supervision/custody", lambda word: len(word) > 12) == "supervision/\u200bcustody"
    assert long_words.whole(long_words.broken_beyond("a-" + "b" * 30, lambda word: len(word) > 10)) == "a-" + "b" * 30


def test_not_applicable_is_not_parted_at_its_stroke(qapp: Any) -> None:
    """“T2 judged: n/” stood over “a” in a narrow message."""
    words = "W01 · T2 judged: n/a, and once more n/a"
    for width in range(30, 200, 3):
        layout, lines = QTextLayout(long_words.breakable(words), QFont()), []
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            lines.append(layout.text()[line.textStart() : line.textStart() + line.textLength()])
        layout.endLayout()
        assert not [line for line in lines if line.rstrip("\u2060").endswith("n/")], (width, lines)
    assert long_words.whole(long_words.breakable(words)) == words
