"""Every screen of the program as somebody meets it who hears it, or who has no mouse.

What is checked of each: names and roles in the accessibility tree, where Tab goes and in which order, that the focus is
seen, and that nothing needs a mouse. New pages are walked without being named here.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from operator import ne
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QScrollBar,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.ui.note.tool_row import ToolRow
from inspector_app.ui.pages import CODES
from tests.ui.screens import FIRST_SCREENS, HALVES, go

ROLE = QAccessible.Role
# Roles that say nothing of what a thing is, or say that it is no control.
SILENT = {
    ROLE.NoRole,
    ROLE.Client,
    ROLE.Pane,
    ROLE.LayeredPane,
    ROLE.Border,
    ROLE.Window,
    ROLE.Separator,
    ROLE.Whitespace,
}
CELLS = (ROLE.Table, ROLE.List, ROLE.Tree, ROLE.ComboBox)  # what is inside has its text for a name
PARTS = (QComboBox, QLineEdit, QAbstractSpinBox, QScrollBar, QHeaderView)  # whose inner buttons have keys of their own
MOUSE = ("mousePressEvent", "mouseReleaseEvent", "mouseDoubleClickEvent")
MOST_STOPS, PARTS_OF_A_DATE = 600, 5


@dataclass
class Shown:
    """A screen of the program in a window that has the keyboard."""

    driver: Any
    name: str

    @property
    def window(self) -> QWidget:
        window: QWidget = self.driver.window
        return window

    def widgets(self) -> list[QWidget]:
        """Everything in view, but for the parts of other controls."""
        found = [w for w in self.window.findChildren(QWidget) if w.isVisibleTo(self.window) and w.isVisible()]
        return [w for w in found if not any(isinstance(p, PARTS) for p in above(w))]

    def stops(self) -> list[QWidget]:
        """Where Tab must stop."""
        return [w for w in self.widgets() if is_stop(w)]


def above(widget: QWidget) -> Iterator[QWidget]:
    parent = widget.parentWidget()
    while parent is not None:
        yield parent
        parent = parent.parentWidget()


def is_stop(widget: QWidget) -> bool:
    tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return tab and widget.isEnabled() and widget.focusProxy() is None


def named(widget: QWidget) -> str:
    said = widget.accessibleName() or getattr(widget, "text", lambda: "")()
    inside = next((type(p).__name__ for p in above(widget) if type(p).__module__.startswith("inspector_app")), "")
    return f"{type(widget).__name__} {said!r} in {inside}"


def none(faults: list[str]) -> None:
    assert not faults, "\n".join(["", *faults])


# the screens


@pytest.fixture
def shown(request: pytest.FixtureRequest, run: Callable[[Laptop], Any], qtbot: QtBot) -> Callable[[str], Shown]:
    """Shows a screen by its name. Those of an inspection that is open are shown in one window."""
    made: list[Any] = []

    def inside() -> Any:
        if not made:
            made.append(request.getfixturevalue("in_window")(request.getfixturevalue("filled")))
        return made[0]

    def show(name: str) -> Shown:
        if name == "first-start":
            driver = request.getfixturevalue("driver")
            driver.start()
        else:
            driver = _locked(request, run) if name in FIRST_SCREENS else inside()
            go(driver, name, qtbot)
        driver.window.resize(1200, 800)
        driver.window.activateWindow()
        qtbot.waitUntil(lambda: driver.window.isActiveWindow() and QApplication.focusWidget() is not None)
        qtbot.settle()
        return Shown(driver, name)

    return show


def _locked(request: pytest.FixtureRequest, run: Callable[[Laptop], Any]) -> Any:
    laptop, workspace = request.getfixturevalue("laptop"), request.getfixturevalue("workspace")
    workspace.close()
    laptop.lock()
    driver = run(laptop)
    driver.start()
    return driver


# names and roles


@dataclass
class Heard:
    """A control as the tree has it. The interface itself is not kept: it goes with its widget."""

    widget: QWidget
    role: QAccessible.Role
    name: str


def heard(widget: QWidget) -> Heard:
    one = QAccessible.queryAccessibleInterface(widget)
    # On Linux Qt gives what a box holds as its name, and says the name by its label.
    name = (widget.accessibleName() if isinstance(widget, QComboBox) else "") or one.text(QAccessible.Text.Name)
    return Heard(widget, one.role(), name)


def controls(here: QAccessibleInterface) -> list[Heard]:
    """Every control below this one that can have the focus now."""
    found, widget, state = [], here.object(), here.state()
    if isinstance(widget, QWidget) and state.focusable and not state.disabled:
        found.append(Heard(widget, here.role(), here.text(QAccessible.Text.Name)))
    if here.role() not in CELLS:
        for at in range(here.childCount()):
            child = here.child(at)
            if child is not None and child.isValid() and not child.state().invisible:
                found += controls(child)
    return found


def silent(found: list[Heard]) -> list[str]:
    """Controls without a name, or of which nobody hears what they are."""
    faults = {f"no name: {named(one.widget)}" for one in found if not one.name.strip()}
    faults |= {
        f"role {one.role.name}: {named(one.widget)}" for one in found if one.role in SILENT and is_stop(one.widget)
    }
    return sorted(faults)


def alike(shown: Shown) -> list[str]:
    """Controls of one kind and one name: two buttons "Remove" cannot be told apart by ear."""
    said: dict[tuple[str, str], list[str]] = {}
    for one in map(heard, shown.stops()):
        said.setdefault((one.role.name, one.name), []).append(named(one.widget))
    return [f"alike: {widgets}" for widgets in said.values() if len(widgets) > 1]


def out_of_reach(shown: Shown) -> list[str]:
    """What can be clicked and not come to by keys."""
    clicked = [w for w in shown.widgets() if isinstance(w, QAbstractButton) or takes_clicks(w)]
    return [f"by mouse only: {named(w)}" for w in clicked if w.isEnabled() and not reached(w)]


def takes_clicks(widget: QWidget) -> bool:
    """Whether a widget of ours does something of its own when it is clicked."""
    ours = [kind for kind in type(widget).__mro__ if kind.__module__.startswith("inspector_app")]
    return any(method in vars(kind) for kind in ours for method in MOUSE)


def reached(widget: QWidget) -> bool:
    """By Tab; in a group or a row of tools of which one is come to by arrows; or by what it is a part of."""
    if is_stop(widget):
        return True
    if isinstance(row := widget.parentWidget(), ToolRow):
        return is_stop(row.stop)
    if isinstance(widget, QAbstractButton) and (group := widget.group()) is not None and group.exclusive():
        return any(is_stop(other) for other in group.buttons())
    return any(isinstance(parent, QAbstractItemView) for parent in above(widget))


def visited(shown: Shown) -> list[QWidget]:
    """Where Tab goes from the first place on, until it is there again."""
    first = shown.stops()[0]
    first.setFocus()
    found = [first]
    while len(found) < MOST_STOPS:
        for _ in range(PARTS_OF_A_DATE if isinstance(found[-1], QAbstractSpinBox) else 1):
            if QApplication.focusWidget() is found[-1]:
                QTest.keyClick(found[-1], Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        assert now is not None, f"the focus is nowhere after {named(found[-1])}"
        assert now is not found[-1], f"Tab does not leave {named(now)}"
        if now is first:
            return found
        assert now not in found, f"Tab comes to {named(now)} twice and never back to {named(first)}"
        found.append(now)
    raise AssertionError(f"more than {MOST_STOPS} stops")


@pytest.mark.parametrize("names", [*((name,) for name in FIRST_SCREENS), (*CODES, *HALVES)], ids=lambda n: n[0])
def test_every_control_says_what_it_is_needs_no_mouse_and_tab_visits_all_in_order_and_is_seen_on_each(
    shown: Callable[[str], Shown], names: tuple[str, ...], subtests: pytest.Subtests
) -> None:
    for name in names:
        with subtests.test(name):
            screen = shown(name)
            found = controls(QAccessible.queryAccessibleInterface(screen.window))
            assert len(found) > 2
            none([*silent(found), *alike(screen), *out_of_reach(screen), *astray(screen), *unseen(screen)])


def astray(screen: Shown) -> list[str]:
    """What keeps Tab, what Tab passes over, and steps back."""
    expected = screen.stops()
    boxes = [w for w in expected if isinstance(w, QPlainTextEdit | QTextEdit)]
    faults = [f"keeps Tab: {named(box)}" for box in boxes if not box.tabChangesFocus()]
    found = visited(screen)
    faults += [f"passed over: {named(w)}" for w in expected if w not in found and w.isVisible() and is_stop(w)]
    return [*faults, *out_of_order(screen, [w for w in found if w.isVisible()])]


def out_of_order(shown: Shown, order: list[QWidget]) -> list[str]:
    """Steps within one panel that go up, or left on a line. Between panels people know where they are."""
    start = min(range(len(order)), key=lambda at: (place(order[at], shown).top() // 40, place(order[at], shown).left()))
    order = order[start:] + order[:start]  # from the top left, wherever the keys were at first
    steps = [(one, other) for one, other in pairwise(order) if one.parentWidget() is other.parentWidget()]
    bad = [(one, other) for one, other in steps if backwards(place(one, shown), place(other, shown))]
    return [f"backwards: {named(one)} -> {named(other)}" for one, other in bad]


def place(widget: QWidget, shown: Shown) -> QRect:
    return QRect(widget.mapTo(shown.window, QPoint(0, 0)), widget.size())


def backwards(one: QRect, other: QRect) -> bool:
    """Whether one must look up, or left on the same line."""
    beside = other.center().y() > one.top() and other.center().y() < one.bottom()
    if beside:
        return other.left() < one.left()
    return other.bottom() <= one.top() and other.left() < one.right()


def unseen(shown: Shown) -> list[str]:
    """Where the focus looks as it does elsewhere. A caret alone is too little, and it blinks."""
    faults = []
    for widget in shown.stops():
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        if QApplication.focusWidget() is not widget or not widget.isVisible():
            continue  # it handed the focus on, or went away with it
        reveal(widget)
        focused = picture(widget)
        widget.clearFocus()
        plain, least = picture(widget), min(widget.width(), 200) // 2
        if focused.size() == plain.size() and differing(focused, plain) < least:
            faults.append(f"unseen: {named(widget)}, {differing(focused, plain)} pixels of {least}")
    return faults


def reveal(widget: QWidget) -> None:
    for parent in above(widget):
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget)


def picture(widget: QWidget) -> QImage:
    """The control and a little around it, which may be where its focus is drawn."""
    around = widget.window()  # the ring of a button lies over all that is beside it, not in what holds the button
    box = QRect(widget.mapTo(around, QPoint(0, 0)), widget.size()).adjusted(-4, -4, 4, 4)
    return around.grab(box.intersected(around.rect())).toImage().convertToFormat(QImage.Format.Format_RGB32)


def differing(one: QImage, other: QImage) -> int:
    """How many pixels differ between two pictures of one size."""
    first, second = bytes(one.constBits()), bytes(other.constBits())
    if first == second:
        return 0
    return sum(map(ne, memoryview(first).cast("I"), memoryview(second).cast("I")))


def test_the_pages_of_the_program_are_all_walked() -> None:
    assert {"cases", "case", "ratings", "findings", "handoff", "conflicts", "second", "paper"} <= set(CODES)
