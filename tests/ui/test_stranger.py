"""A stranger presses whatever is to be seen, types into whatever takes text and calls every command: nothing goes wrong.

`--presses 5000` for the long run. What the stranger knows of the program is what stands on the screen, so that a control
that is added tomorrow is tried too. After a fault the last deeds are told, with the seed.
"""

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from inspector_app.core.services.documents import exchange
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui import ask
from inspector_app.ui.actions import COMMANDS
from inspector_app.ui.pages import CODES
from inspector_app.ui.places.start.page import Start
from inspector_app.ui.places.start.unlock import Unlock
from inspector_app.ui.window.desk import Desk
from tests.conftest import add_cases

KEYS, HELD = Qt.Key, Qt.KeyboardModifier
WORDS = (
    "risk", "C01", "9 March", "12:30", "Mother said “no”.", "2.1.1", "y", "n", "School\nexcluded", "10%", "😀", "Ŵyr ŷ",
    "31/02/2026", " ", "1", "tomorrow", "Bob", "x" * 300, ".figure", "a\tb",
)  # fmt: skip
PRESSED = (
    KEYS.Key_Return, KEYS.Key_Escape, KEYS.Key_Tab, KEYS.Key_Backtab, KEYS.Key_Up, KEYS.Key_Down, KEYS.Key_Left,
    KEYS.Key_Right, KEYS.Key_Space, KEYS.Key_Delete, KEYS.Key_Backspace, KEYS.Key_Home, KEYS.Key_End, KEYS.Key_PageUp,
    KEYS.Key_PageDown, KEYS.Key_F2, KEYS.Key_Menu, KEYS.Key_Y, KEYS.Key_N, KEYS.Key_Minus,
)  # fmt: skip
PRESSABLE = (QAbstractButton, QComboBox, QTabBar, QAbstractItemView, QLineEdit, QPlainTextEdit)
OPENED = 60  # milliseconds after which a menu that hangs open is chosen from


@pytest.fixture
def spells() -> bool:
    return True


class Stranger:
    """Does one thing after another, and remembers what."""

    def __init__(self, driver: Any, qtbot: QtBot, seed: int, files: list[Path]) -> None:
        self.driver, self.qtbot, self.chance, self.files = driver, qtbot, random.Random(seed), files
        self.done: list[str] = []

    def act(self) -> None:
        """One thing; most of the time something is pressed."""
        deeds: list[tuple[int, Callable[[], str]]] = [
            (50, self.press), (14, self.type), (20, self.key), (8, self.undo), (8, self.command), (4, self.go),
        ]  # fmt: skip
        QTimer.singleShot(OPENED, self.driver.window, self.choose_where_a_menu_waits)
        deed = self.chance.choices([d for _, d in deeds], [w for w, _ in deeds])[0]
        self.done.append(f"{self.where}: {deed.__name__}")
        self.done[-1] += " " + deed()
        self.qtbot.wait(self.chance.choice([0, 0, 1, 20]))
        self.come_back()

    @property
    def where(self) -> str:
        screen = self.driver.window.screen_shown
        return screen.current if isinstance(screen, Desk) else type(screen).__name__

    # what a person does

    def press(self) -> str:
        """Something that is to be seen, with the pointer; now and then twice."""
        top = QApplication.activePopupWidget() or QApplication.activeModalWidget() or self.driver.window
        if isinstance(top, QMenu):
            return self.choose_in(top)
        there = [widget for kind in PRESSABLE for widget in top.findChildren(kind) if reachable(widget)]
        if not there:
            return "nothing"
        chosen = self.chance.choice(there)
        said = named(chosen)  # before it may go with the press
        hit = QTest.mouseDClick if self.chance.random() < 0.07 else QTest.mouseClick
        target = chosen.viewport() if isinstance(chosen, QAbstractScrollArea) else chosen
        hit(target, Qt.MouseButton.LeftButton, HELD.NoModifier, self.somewhere_on(chosen))
        return said

    def somewhere_on(self, widget: QWidget) -> QPoint:
        seen = widget.visibleRegion().boundingRect()
        across = self.chance.randint(seen.left(), max(seen.left(), seen.right()))
        return QPoint(across, self.chance.randint(seen.top(), max(seen.top(), seen.bottom())))

    def choose_in(self, menu: QMenu) -> str:
        for _ in range(self.chance.randint(1, 8)):
            QTest.keyClick(menu, KEYS.Key_Down)
        said = menu.activeAction().text() if menu.activeAction() else "nothing"
        QTest.keyClick(menu, self.chance.choice([KEYS.Key_Return, KEYS.Key_Return, KEYS.Key_Escape]))
        return f"in a menu: {said}"

    def choose_where_a_menu_waits(self) -> None:
        """A button that shows a menu is held up until something is chosen there."""
        menu = QApplication.activePopupWidget()
        if isinstance(menu, QMenu):
            self.done[-1] += " " + self.choose_in(menu)

    def type(self) -> str:
        words, first = self.chance.choice(WORDS), named(QApplication.focusWidget())
        for character in words:
            key = {"\n": KEYS.Key_Return, "\t": KEYS.Key_Tab}.get(character, KEYS.Key_unknown)
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, key or ord(character.upper()), HELD.NoModifier, character)
                QApplication.sendEvent(QApplication.focusWidget() or self.driver.window, event)
        return f"{words[:20]!r} into {first}"

    def key(self) -> str:
        key, held = self.chance.choice(PRESSED), self.chance.choice([*[HELD.NoModifier] * 4, HELD.ShiftModifier])
        box = QApplication.activePopupWidget() or QApplication.focusWidget() or self.driver.window
        QTest.keyClick(box, key, held)
        return f"{key.name} {held.name}"

    def undo(self) -> str:
        chord = self.chance.choice(["Ctrl+Z", "Ctrl+Z", "Ctrl+Shift+Z"])
        self.driver.press(chord)
        return chord

    def command(self) -> str:
        chosen = self.chance.choice([command for command in COMMANDS if command.code != "quit" and command.keys])
        self.driver.press(chosen.keys[0])
        return f"{chosen.code} {chosen.keys[0]}"

    def go(self) -> str:
        """To any page."""
        code = self.chance.choice(CODES)
        screen = self.driver.window.screen_shown
        return f"{code} {screen.show_page(code)}" if isinstance(screen, Desk) else "nowhere"

    def come_back(self) -> None:
        """To the inspection, where it was locked, or now and then where it was closed."""
        screen = self.driver.window.screen_shown
        if isinstance(screen, Unlock):
            self.driver.unlock()
            self.qtbot.waitUntil(lambda: self.driver.window.screen_shown is not screen)
        elif isinstance(screen, Start) and self.chance.random() < 0.3:
            for entry in self.driver.shell.laptop.workspaces()[:1]:
                screen.open_wanted.emit(str(entry.path))
                self.qtbot.wait(300)

    # what the dialogs of the system give

    def a_file(self, *_asked: Any) -> Path | None:
        return self.chance.choice([None, *self.files])

    def some_files(self, *_asked: Any) -> list[Path]:
        return self.chance.sample(self.files, self.chance.randint(0, 2))

    def a_folder(self, *_asked: Any) -> Path | None:
        return self.chance.choice([None, self.files[0].parent])


def reachable(widget: QWidget) -> bool:
    """Whether the pointer can press it."""
    return widget.isVisible() and widget.isEnabled() and not widget.visibleRegion().isEmpty()


def named(widget: QWidget | None) -> str:
    """What a person calls it."""
    if widget is None:
        return "nothing"
    words = (widget.text() if isinstance(widget, QAbstractButton) else "") or widget.accessibleName()
    return f"{type(widget).__name__} “{' '.join(words.split())[:60]}”"


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """What there is to choose: lists, what is none, and names of what is not there yet."""
    folder = tmp_path / "files"
    folder.mkdir()
    there = {
        "list.csv": "ref,type,inspector\nYJ1,community,Bob\nYJ2,custody,Ann\n",
        "notes.txt": "hello",
        "empty.json": "",
    }
    for name, text in there.items():
        (folder / name).write_text(text)
    return [folder / name for name in (*there, "out.pdf", "out.docx", "out.handoff", "nowhere/x.json")]


@pytest.fixture(params=["every state", "salford-2024", "trafford-2015", "iyjs-2025"])
def inspected(request: pytest.FixtureRequest, make_workspace: Callable[..., Workspace]) -> Workspace:
    """An inspection to press about in, in each of the frameworks: the samples, or cases without a word."""
    if request.param == "every state":
        return cast(Workspace, request.getfixturevalue("for_states"))
    if request.param == "iyjs-2025":
        made = make_workspace(framework=request.param)
        add_cases(made)
        return made
    made = make_workspace(framework="yos-2018" if request.param == "salford-2024" else "fji-2014")
    exchange.import_file(made, exchange.sample_document(request.param))
    return made


def test_whatever_is_pressed_nothing_goes_wrong(
    in_window: Any, inspected: Workspace, qtbot: QtBot, seed: int, files: list[Path],
    monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest,
) -> None:  # fmt: skip
    driver = in_window(inspected, first="")  # as people begin
    stranger = Stranger(driver, qtbot, seed, files)
    answers = {"open_file": stranger.a_file, "save_file": stranger.a_file, "folder": stranger.a_folder}
    for name, answer in {**answers, "open_files": stranger.some_files}.items():
        monkeypatch.setattr(ask, name, answer)
    presses, done = int(request.config.getoption("--presses")), stranger.done
    with qtbot.captureExceptions() as wrong:
        while len(done) < presses and driver.window.isVisible() and not wrong:
            stranger.act()
            if len(done) % 100 == 0 and driver.shell.desk is not None:
                driver.shell.flush()
                assert driver.shell.desk.workspace.problems() == [], done[-100:]
    assert wrong == [], "\n".join(done[-25:])
    print(f"{len(done)} deeds, on {len({deed.partition(':')[0] for deed in done})} pages and screens")
