"""Qt takes a text with something like a tag in it for rich text: nothing of ours lets it guess (ui/controls/labels.py)."""

import ast
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.architecture.sources import PACKAGE, nodes, written

UI = PACKAGE / "ui"
MODULES = sorted(UI.rglob("*.py"))
LABELS, RICH, EMPTY = (UI / "controls" / name for name in ("labels.py", "rich_pages.py", "empty.py"))
MARKED = {
    LABELS,
    UI / "places/case/beside/reading_view.py",
    UI / "places/find/found_pane.py",
    UI / "places/evidence/reading.py",
}
GUESS = {
    "QLabel": {LABELS, EMPTY},
    "QTextEdit": {RICH},
    "QTextBrowser": {RICH},
    "QMessageBox": set(),
    "QWhatsThis": set(),
}
CALLS = {
    "setTextFormat": {LABELS, EMPTY}, "setHtml": MARKED, "insertHtml": set(), "appendHtml": set(), "setMarkdown": {RICH},
    "setWhatsThis": set(), "setResourceProvider": set(),
}  # fmt: skip


def name(path: Path) -> str:
    return path.relative_to(UI).as_posix()


def breaches(module: Iterable[ast.AST], path: Path) -> list[str]:
    """What is made, derived from or called outside its one door; `path` says where the module (`nodes`) stands."""
    found = []
    for node in module:
        if isinstance(node, ast.ClassDef):
            found += [ast.unparse(base) for base in node.bases if path not in GUESS.get(ast.unparse(base), {path})]
        elif isinstance(node, ast.Call):
            called = written(node.func).rpartition(".")[2]
            if path not in GUESS.get(called, {path}) or path not in CALLS.get(called, {path}):
                found.append(f"{called}, line {node.lineno}")
    return found


def test_labels_and_rich_text_are_made_at_one_door() -> None:
    found = {name(path): breaches(nodes(path), path) for path in MODULES}
    assert {where: said for where, said in found.items() if said} == {}


@pytest.mark.parametrize(
    "planted",
    [
        "box = QLabel(name)",
        "box = QtWidgets.QLabel(name)",
        "class Head(QLabel): pass",
        "page.setHtml(note)",
        "QTextEdit()",
    ],
)
def test_a_planted_label_is_found(planted: str) -> None:
    assert breaches(ast.walk(ast.parse(planted)), UI / "places/case/bar.py")
