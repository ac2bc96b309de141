"""One table of sizes: nothing in the window has a number of its own, and Qt makes them as high as it says."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QDateEdit, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

import inspector_app.ui
from inspector_app.ui.controls.buttons.answer_buttons import AnswerButtons
from inspector_app.ui.look import sizes, theme

UI = Path(inspector_app.ui.__file__).parent
FOLDERS = ("look", "controls", "places", "note", "window")
DRAWN = {"ratings_strip.py", "line_paint.py"}  # figures that are painted: their parts have a size each, and no name
NAMED = [p for folder in FOLDERS for p in sorted((UI / folder).rglob("*.py")) if p.name not in {"sizes.py", *DRAWN}]
ASKS = {"px", "setSpacing", "addSpacing", "setContentsMargins", "setHorizontalSpacing", "setVerticalSpacing"}


def loose(text: str) -> Iterator[str]:
    """Calls that are given a size as a number: 0 is none, and 1 to 4 may count how often another one is taken."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) in ASKS:
            factors = {id(side) for n in ast.walk(node) if isinstance(n, ast.BinOp) for side in (n.left, n.right)}
            for part in ast.walk(node):
                number = part.value if isinstance(part, ast.Constant) else None
                if isinstance(number, int | float) and number and (id(part) not in factors or number > 4):
                    yield f"{node.lineno}: {ast.unparse(node)}"


def test_a_loose_number_is_found() -> None:
    assert len(list(loose("theme.px(7)\nrow.setSpacing(3)\npx(sizes.CLOSE + 30)"))) == 3
    assert list(loose("theme.px(sizes.CLOSE)\nrow.setContentsMargins(0, 0, 0, 0)\npx(2 * sizes.CLOSE)")) == []


def test_nothing_in_the_window_has_a_size_of_its_own() -> None:
    assert [
        f"{path.relative_to(UI)} {call}" for path in NAMED for call in loose(path.read_text(encoding="utf-8"))
    ] == []


def test_the_stylesheet_has_no_number_in_pixels_but_none() -> None:
    """A literal before "px" in it would not follow the zoom."""
    tree = ast.parse((UI / "look" / "stylesheet.py").read_text(encoding="utf-8"))
    for sheet in (node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)):
        text = "".join(part.value if isinstance(part, ast.Constant) else "§" for part in sheet.values)
        words = text.replace(";", " ").replace(":", " ").split()
        assert [w for w in words if w.endswith("px") and w[0].isdigit() and w != "0px"] == []


@pytest.mark.parametrize("zoom", [100, 150, 200])
def test_what_acts_is_as_high_as_the_table_says(qapp: QApplication, qtbot: QtBot, zoom: int) -> None:
    theme.apply(qapp, "light", zoom)
    answers = AnswerButtons()
    expected = {
        theme.role(QPushButton("Go"), "primary"): sizes.BUTTON, QPushButton("Go"): sizes.BUTTON,
        theme.role(QPushButton("Go"), "plain"): sizes.BUTTON_SMALL, QLineEdit(): sizes.FIELD,
        QComboBox(): sizes.FIELD, QDateEdit(): sizes.FIELD,
        answers: sizes.ANSWER.usual,
    }  # fmt: skip
    heights = {}
    for widget in expected:
        qtbot.addWidget(widget)
        widget.ensurePolished()
        heights[widget] = widget.sizeHint().height()
    theme.apply(qapp, "light")
    # one pixel of rounding is between the parts and their sum
    wrong = {type(w).__name__: h for w, h in heights.items() if abs(h - expected[w] * zoom / 100) > 1}
    assert wrong == {}


def test_seven_hundred_is_for_headings_alone(qapp: QApplication, qtbot: QtBot) -> None:
    theme.apply(qapp, "light")
    weights = {role: _weight(qtbot, theme.role(QLabel("x"), role)) for role in ("title", "heading", "label", "small")}
    assert weights == {"title": 700, "heading": 700, "label": 600, "small": 400}
    buttons = {role: _weight(qtbot, theme.role(QPushButton("x"), role)) for role in ("primary", "careful", "plain")}
    assert buttons == {"primary": 600, "careful": 600, "plain": 400}
    assert _weight(qtbot, QPushButton("x")) == 600


def _weight(qtbot: QtBot, widget: QWidget) -> int:
    qtbot.addWidget(widget)
    widget.ensurePolished()
    return widget.font().weight()
