"""A robot types, moves, undoes, locks and unlocks at random: no character is lost, and none lands in another item.

`--actions 10000` for the long run. The robot knows only what a person sees: which case the window's title names, which key
question and prompt the boxes are called by; what it typed where is its own memory, kept beside the program's.
"""

import random
from collections import defaultdict
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.places.start.unlock import Unlock
from inspector_app.ui.window.desk import Desk

WORDS = ("risk", "school", "plan", "mother said", "Ŵyr ŷ", "“calm”", "n", "y", "£5", "😀", "to review", "née", "a\tb")
Item = tuple[str, str, str]  # case reference, key question, prompt ("" the judgement)
KEYS = Qt.Key


@pytest.fixture
def spells() -> bool:
    return True


class Robot:
    """Does one random thing after another, and remembers what every text must be."""

    def __init__(self, driver: Any, qtbot: QtBot, seed: int) -> None:
        self.driver, self.qtbot, self.chance = driver, qtbot, random.Random(seed)
        self.texts: dict[Item, str] = defaultdict(str)
        self.states: dict[Item, set[str]] = defaultdict(lambda: {""})  # every text that ever stood there
        self.done: list[str] = []
        self.locks = 0

    def act(self) -> None:
        """One random thing, weighted as a person's day is."""
        deeds: list[tuple[int, Callable[[], None]]] = [
            (40, self.type), (10, self.rub_out), (8, self.move_cursor), (6, self.new_line), (10, self.step),
            (8, self.answer), (6, self.switch_case), (6, self.switch_question), (5, self.undo), (4, self.redo),
            (3, self.next_gap), (2, self.visit), (2, self.wait), (1, self.lock),
        ]  # fmt: skip
        deed = self.chance.choices([d for _, d in deeds], [w for w, _ in deeds])[0]
        self.done.append(deed.__name__)
        deed()
        self.look()

    # what a person sees

    @property
    def page(self) -> Any:
        return self.driver.desk.page("case")

    def item(self, box: QPlainTextEdit) -> Item:
        """Which item the screen says this box is of."""
        title, name = self.driver.window.windowTitle(), box.accessibleName()
        assert " · Case " in title, title
        question = self.page.view.judgement.accessibleName().split()[2].rstrip(",")
        prompt = name.rsplit(" ", 1)[1] if name.startswith("Note on prompt") else ""
        assert prompt or name == f"Reasons for {question}", name
        return title.partition(" · Case ")[2].split()[0], question, prompt

    def look(self) -> None:
        """Every text box on the page shows what this robot remembers of its item."""
        for row in self.page.view.rows:
            box = row.note.box
            assert box.text() == self.texts[self.item(box)], (self.item(box), self.done[-20:])

    def box(self) -> QPlainTextEdit:
        """The box one is in, having gone into it."""
        if not isinstance(QApplication.focusWidget(), QPlainTextEdit):
            self.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
            self.page.setFocus()
            self.press(KEYS.Key_Return)
        found = QApplication.focusWidget()
        assert isinstance(found, QPlainTextEdit), (found, self.done[-20:])
        return found

    # what a person does

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.page, key, held)

    def type(self) -> None:
        box = self.box()
        for character in self.chance.choice(WORDS) + self.chance.choice(["", " ", " "]):
            self._change(box, character)
            QApplication.sendEvent(box, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, character))

    def new_line(self) -> None:
        box = self.box()
        self._change(box, "\n")
        self.press(KEYS.Key_Return)

    def _change(self, box: QPlainTextEdit, typed: str = "", before: int = 0) -> None:
        """Remember that `before` units before the cursor go and `typed` comes."""
        at, item = box.textCursor().position(), self.item(box)
        units = self.texts[item].encode("utf-16-le")
        text = units[: 2 * (at - before)] + typed.encode("utf-16-le") + units[2 * at :]
        self._remember(item, text.decode("utf-16-le"))

    def _remember(self, item: Item, text: str) -> None:
        self.texts[item] = text
        self.states[item].add(text)

    def rub_out(self) -> None:
        box = self.box()
        at = box.textCursor().position()
        text = box.toPlainText().encode("utf-16-le")[: 2 * at].decode("utf-16-le")
        if text:
            self._change(box, before=len(text[-1].encode("utf-16-le")) // 2)
        self.press(KEYS.Key_Backspace)

    def move_cursor(self) -> None:
        self.box()
        self.press(self.chance.choice([KEYS.Key_Left, KEYS.Key_Right, KEYS.Key_Up, KEYS.Key_Home, KEYS.Key_End]))

    def step(self) -> None:
        self.press(KEYS.Key_Escape)
        self.press(self.chance.choice([KEYS.Key_Up, KEYS.Key_Down, KEYS.Key_Down]))

    def answer(self) -> None:
        self.press(KEYS.Key_Escape)
        self.press(self.chance.choice([KEYS.Key_Y, KEYS.Key_N, KEYS.Key_Minus, KEYS.Key_Delete]))

    def switch_case(self) -> None:
        self.press(self.chance.choice([KEYS.Key_PageDown, KEYS.Key_PageUp]), Qt.KeyboardModifier.ControlModifier)

    def switch_question(self) -> None:
        self.press(self.chance.choice([KEYS.Key_Left, KEYS.Key_Right]), Qt.KeyboardModifier.AltModifier)

    def next_gap(self) -> None:
        self.press(KEYS.Key_Down, Qt.KeyboardModifier.ControlModifier)

    def undo(self) -> None:
        self._invert(Qt.KeyboardModifier.ControlModifier)

    def redo(self) -> None:
        self._invert(Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)

    def _invert(self, held: Qt.KeyboardModifier) -> None:
        """The item comes to a text it once had, whatever its answer does; every other item stays (`look`)."""
        box = self.box()
        item = self.item(box)
        self.press(KEYS.Key_Z, held)
        text = box.text()  # type: ignore[attr-defined]
        assert text in self.states[item], (item, text, self.done[-20:])
        self.texts[item] = text

    def visit(self) -> None:
        """Another page and back."""
        self.driver.press(self.chance.choice(["Ctrl+2", "Ctrl+5", "Ctrl+6"]))
        self.driver.press("Ctrl+3")

    def wait(self) -> None:
        self.qtbot.wait(self.chance.choice([1, 450]))

    def lock(self) -> None:
        self.locks += 1
        self.driver.press("Ctrl+L")
        self.driver.wait_for(Unlock)
        self.driver.unlock()
        self.driver.wait_for(Desk)
        self.qtbot.waitUntil(lambda: self.driver.desk.current == "case")

    def check_stored(self, workspace: Workspace) -> None:
        """Every text is in the file as it was left, and none is there that was not typed."""
        assert self.driver.desk.flush()
        held = workspace.inspection()
        refs = {case.id: case.ref for case in held.cases}
        stored = {(refs[p.case], p.question, p.prompt): p.note for p in held.prompts}
        stored |= {(refs[j.case], j.question, ""): j.rationale for j in held.judgements}
        assert {i: t for i, t in stored.items() if t} == {i: t for i, t in self.texts.items() if t}


def test_at_random_no_character_is_lost_and_none_lands_in_another_item(
    opened: Any, qtbot: QtBot, seed: int, request: pytest.FixtureRequest
) -> None:
    opened.desk.open_case(opened.desk.workspace.case_rows()[0].id)
    robot = Robot(opened, qtbot, seed)
    for number in range(int(request.config.getoption("--actions"))):
        robot.act()
        if number % 50 == 49:
            robot.check_stored(opened.desk.workspace)
    robot.check_stored(opened.desk.workspace)
    assert opened.desk.workspace.problems() == []
    print(f"{len(robot.done)} actions, {robot.locks} locks, {sum(map(len, robot.texts.values()))} characters")
