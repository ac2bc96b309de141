"""Rules of the house that a linter does not know (docs/architecture.md, rules of style)."""

import ast
import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pytest

from inspector_app import __main__ as door
from inspector_app.commands import arguments
from inspector_app.core.services import frameworks
from inspector_app.core.services.documents import exchange
from inspector_app.core.services.profile.laptop import Laptop
from tests.architecture.sources import MODULES, PACKAGE, calls, parts

ROOT = PACKAGE.parent
EDGES = {
    PACKAGE / "ui" / "jobs.py", PACKAGE / "ui" / "window" / "uncaught.py", PACKAGE / "core" / "report" / "parts.py",
}  # fmt: skip
MOST_LINES, MOST_LINES_OF_A_FUNCTION, MOST_LINES_OF_A_CLASS = 400, 50, 300
MOST_IN_A_FOLDER = 30  # modules beside its __init__
MOST_IMPORTED_LATE = 60  # that is fewer; 197 once: hardly any of them saved a start anything
BY_NAME = [
    p for part in ("commands", "core/interchange", "core/services", "ui") for p in (PACKAGE / part).rglob("*.py")
]
MOST_BY_POSITION = 4
SLOW = {"sqlalchemy", "sqlcipher3", "cryptography", "reportlab", "jsonschema", "openpyxl", "zxcvbn", "pypdfium2"}
SHOULD_SAY_NOTHING_OF = ("work", "shared", "tmp", "root")  # folders of the machine it was written on
OURS = ("inspector_app", "tests", "docs", "packaging", "resources", ".ci")


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def texts() -> Iterator[Path]:
    """Every text file that belongs to the project."""
    top = [p for p in ROOT.iterdir() if p.is_file() and not p.name.startswith(".")]
    inside = [p for folder in OURS for p in (ROOT / folder).rglob("*") if p.is_file()]
    for path in sorted([*top, *inside]):
        if "__pycache__" not in path.parts and b"\0" not in path.read_bytes()[:4096]:
            yield path


def test_only_the_edges_catch_everything() -> None:
    """Elsewhere a broad `except` may clean up, and then must let the exception go on."""
    found = []
    for path in sorted(set(MODULES) - EDGES):
        for handler in parts(path, ast.ExceptHandler):
            assert isinstance(handler, ast.ExceptHandler)
            caught = ast.unparse(handler.type) if handler.type else "BaseException"
            last = handler.body[-1]
            if {"Exception", "BaseException"} & set(re.findall(r"\w+", caught)) and not _goes_on(last):
                found.append(f"{name(path)}:{handler.lineno}")
    assert found == []


def _goes_on(last: ast.stmt) -> bool:
    return isinstance(last, ast.Raise) and last.exc is None


def test_modules_and_functions_are_short() -> None:
    lines = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    found = [f"{name(path)}: {n} lines" for path, n in lines.items() if n > MOST_LINES]
    for path in MODULES:
        for function in parts(path, ast.FunctionDef):
            assert isinstance(function, ast.FunctionDef)
            if (function.end_lineno or 0) - function.lineno >= MOST_LINES_OF_A_FUNCTION:
                found.append(f"{name(path)}:{function.lineno} {function.name}")
    assert found == []


def test_no_class_is_as_long_as_a_module() -> None:
    found = []
    for path in MODULES:
        for one in parts(path, ast.ClassDef):
            assert isinstance(one, ast.ClassDef)
            if (one.end_lineno or 0) - one.lineno >= MOST_LINES_OF_A_CLASS:
                found.append(f"{name(path)}:{one.lineno} {one.name}")
    assert found == []


def test_a_folder_is_looked_through_at_a_glance() -> None:
    """Migrations stand one beside another, a number each."""
    folders = Counter(path.parent for path in MODULES if path.name != "__init__.py")
    found = [f"{name(folder)}: {n} modules" for folder, n in folders.items() if n > MOST_IN_A_FOLDER]
    assert [one for one in found if "/migrations:" not in one] == []


def test_files_are_written_by_one_function() -> None:
    """`files.write_whole`, which leaves nothing half made and nothing for others to read."""
    writes = re.compile(r"""\.write_(bytes|text)\(|open\([^)]*["'][wxa]b?["']|O_(WRONLY|RDWR)""")
    found = {name(path) for path in MODULES if writes.search(path.read_text(encoding="utf-8"))}
    no_text = {"commands/arguments.py", "core/claims.py", "core/storage/database.py"}  # nowhere; a lock; an empty file
    no_text |= {"core/storage/as_written.py", "core/open_here.py"}  # a log cut to nothing; a copy of what is sealed
    no_text |= {"core/services/documents/archive.py"}  # a file within one that is in memory
    assert found == {f"inspector_app/{of}" for of in ("core/files.py", *no_text)}


def test_the_window_writes_by_one_door() -> None:
    """What is typed or chosen goes over what was shown, and nowhere unasked (docs/architecture.md, Writing)."""
    assert _calls(r"\beditor\.(set|do|record)$") == set()
    assert _calls(r"\bcase_work\.(write|do)$") == {"inspector_app/ui/note/door.py"}


def test_no_layout_is_asked_for_its_items() -> None:
    """PySide keeps what `itemAt` of one of Qt's layouts gives as long as the layout. Qt deletes the item with its widget,
    and whatever is made at its address later is given back as that item: a label was, in the middle of a page.
    """
    modules = [*(PACKAGE / "ui").rglob("*.py"), *(Path(__file__).parents[1] / "ui").rglob("*.py")]
    asking = [path.name for path in modules if ".itemAt(" in path.read_text(encoding="utf-8")]
    assert asking == []


def test_only_the_strip_shortens_what_it_says_and_a_box_what_a_service_wrote() -> None:
    """A text that is shortened before it is drawn is one that tests/ui/test_look.py cannot know of."""
    lists = "inspector_app/ui/places/setup/column_lines.py"  # a heading and its cells are as long as the file has them
    assert _calls("elidedText") == {"inspector_app/ui/window/strip_item.py", lists}


def _calls(what: str) -> set[str]:
    """The modules of the window that call what the pattern finds."""
    return {name(path) for path in (PACKAGE / "ui").rglob("*.py") for called in calls(path) if re.search(what, called)}


@cache
def rows() -> frozenset[str]:
    """The names of the program's classes that are rows: a value for each of their named parts."""
    found = set()
    for path in MODULES:
        for node in parts(path, ast.ClassDef):
            assert isinstance(node, ast.ClassDef)
            marks = " ".join(ast.unparse(one) for one in (*node.decorator_list, *node.bases))
            if re.search(r"\b(dataclass|NamedTuple)\b", marks):
                found.add(node.name)
    return frozenset(found)


def is_long(call: ast.Call) -> bool:
    return len(call.args) > MOST_BY_POSITION or any(isinstance(part, ast.Starred) for part in call.args)


def test_no_long_row_is_built_by_position() -> None:
    """It says which part is which, so that a new one cannot come to stand in the place of another.

    A table of a module, a row a line, is read as the table that it is.
    """
    found = []
    for path in BY_NAME:
        built = [call for called, these in calls(path).items() if called.rpartition(".")[2] in rows() for call in these]
        if long := [call for call in built if is_long(call)]:
            inside = {node for f in parts(path, ast.FunctionDef | ast.Lambda) for node in ast.walk(f)}
            found += [f"{name(path)}:{call.lineno}" for call in long if call in inside]
    assert found == []


def test_no_statement_is_exempt_from_being_written_out() -> None:
    """The linter finds SQL that is put together from strings, and nothing asks it to look away."""
    assert [name(path) for path in MODULES if "S608" in path.read_text(encoding="utf-8")] == []


def test_no_file_names_a_folder_of_the_machine_it_was_written_on() -> None:
    pattern = re.compile(rf"(?<![\w.}}$*-])/({'|'.join(SHOULD_SAY_NOTHING_OF)})/")
    files = list(texts())
    assert len(files) > 100
    found = [name(p) for p in files if pattern.search(p.read_text(encoding="utf-8", errors="replace"))]
    assert found == []


def test_nothing_is_named_like_an_option() -> None:
    """`--help` to a program that takes a folder once made one of that name, with thirty pictures in it."""
    assert [p.name for p in ROOT.iterdir() if p.name.startswith("-")] == []


@pytest.mark.parametrize("path", sorted((ROOT / "resources").rglob("*.json")), ids=name)
def test_every_resource_is_json(path: Path) -> None:
    assert isinstance(json.loads(path.read_text(encoding="utf-8")), dict)


@pytest.mark.parametrize("path", sorted((ROOT / "resources" / "frameworks").glob("*.json")), ids=name)
def test_every_shipped_framework_stands_the_check_of_an_added_one(path: Path) -> None:
    assert frameworks.validate(path).id == path.stem


@pytest.mark.parametrize("path", sorted((ROOT / "resources" / "samples").glob("*.json")), ids=name)
def test_every_shipped_sample_can_be_read(path: Path) -> None:
    framework, inspection = exchange.load(path)
    assert inspection.framework == framework.id


@pytest.mark.parametrize("path", sorted((ROOT / "resources" / "fonts").glob("*.ttf")), ids=name)
def test_every_font_has_its_licence_beside_it(path: Path) -> None:
    licence = path.with_name(f"{path.stem.split('-')[0]}-LICENSE.txt")
    assert "copyright" in licence.read_text(encoding="utf-8").lower()


@pytest.mark.parametrize("path", sorted((ROOT / "resources" / "icons").glob("*.svg")), ids=name)
def test_every_icon_is_a_drawing(path: Path) -> None:
    assert ElementTree.parse(path).getroot().tag == "{http://www.w3.org/2000/svg}svg"


def loaded_by_the_first_screen(folder: Path) -> set[str]:
    """The names of all modules that are there when the first screen of a laptop with that profile folder is painted."""
    script = (
        "import sys; from pathlib import Path; from PySide6.QtWidgets import QApplication;"
        "from inspector_app.app import Program; from inspector_app.core.services.profile.laptop import Laptop;"
        "application = QApplication([]);"
        "ready = lambda: (print(*sys.modules), application.quit());"
        "program = Program(application, Laptop(Path(sys.argv[1])), ready); program.start(None); application.exec()"
    )
    return set(
        subprocess.run(
            [sys.executable, "-c", script, folder], capture_output=True, text=True, check=True
        ).stdout.split()
    )


def test_the_first_screen_needs_none_of_the_slow_libraries(tmp_path: Path) -> None:
    loaded = {module.partition(".")[0] for module in loaded_by_the_first_screen(tmp_path)}
    assert "PySide6" in loaded
    assert loaded & SLOW == set()


def test_the_first_screen_makes_nothing_of_an_inspection_yet(tmp_path: Path) -> None:
    """Its dataclasses and what is drawn of it took a tenth of the start, before there is any inspection to show."""
    Laptop(tmp_path).create_identity("Ruth", "lead", "hedge piano tulip rocket")
    late = {"core.domain.inspection", "core.domain.fields", "core.alone", "core.services.profile.passphrase"}
    late |= {
        "core.services.profile.attempts",
        "ui.places.start.first_start",
        "ui.look.shapes",
        "ui.controls.heard",
        "ui.ask",
    }
    assert loaded_by_the_first_screen(tmp_path) & {f"inspector_app.{name}" for name in late} == set()


def test_who_is_new_waits_for_no_field_of_an_inspection(tmp_path: Path) -> None:
    """Their roles stood beside what a role may do to a case: 5 ms."""
    late = {"core.domain.fields", "core.domain.cases.standing", "core.services.profile.passphrase"}
    assert loaded_by_the_first_screen(tmp_path) & {f"inspector_app.{name}" for name in late} == set()


def imported_late(path: Path) -> Iterator[tuple[str, str]]:
    """Each import in a function of that module, and what is said beside it."""
    imports = [node for node in parts(path, ast.Import | ast.ImportFrom) if node.col_offset]  # and not at its top
    inside = {inner for function in parts(path, ast.FunctionDef) for inner in ast.walk(function)} if imports else set()
    lines = path.read_text(encoding="utf-8").splitlines()
    for node in sorted((node for node in imports if node in inside), key=lambda node: node.lineno):
        said = "".join(line.partition("#")[2] for line in lines[node.lineno - 1 : node.end_lineno])
        yield f"{path.name}:{node.lineno}", re.sub(r"noqa: \w+", "", said).strip()


def test_what_a_function_imports_says_beside_it_why_it_does_not_stand_at_the_top() -> None:
    late = [one for path in MODULES for one in imported_late(path)]
    assert [line for line, why in late if not why] == []
    assert 0 < len(late) < MOST_IMPORTED_LATE


def loaded_by_a_command(*words: str) -> set[str]:
    """The packages that are there at the end of a command."""
    script = (
        "import sys; from inspector_app.commands import arguments; arguments.main(sys.argv[1:]); print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script, *words], capture_output=True, text=True, check=True)
    return {module.partition(".")[0] for module in done.stdout.split()}


def test_a_command_starts_without_qt_and_one_that_opens_no_inspection_without_the_database() -> None:
    assert loaded_by_a_command("frameworks", "list") & {"PySide6", "sqlalchemy", "sqlcipher3"} == set()


def test_the_door_knows_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        arguments.main(["--help"])
    listed = re.findall(r"^    ([a-z-]+)(?: |$)", capsys.readouterr().out, re.MULTILINE)
    assert sorted(listed) == sorted(door.COMMANDS)


def test_no_test_is_about_how_long_something_takes() -> None:
    """Which depends on what else the machine does: tests/benchmarks print figures, and a test waits for what must come."""
    here = ROOT / "tests"
    tests = [path for path in sorted(here.rglob("*.py")) if path.parent != here / "benchmarks"]
    clocks = {"perf_counter", "monotonic", "process_time", "timeit", "QElapsedTimer", "qWait"}
    words = {
        path: set(re.findall(r"\w+", path.read_text(encoding="utf-8"))) for path in tests if path != Path(__file__)
    }
    reads = [name(path) for path, found in words.items() if clocks & found]
    waits, kills = (
        ["tests/e2e/display.py", "tests/e2e/test_screen_reader.py"],
        "tests/trust/test_killed_while_writing.py",
    )
    assert reads == [*waits, kills], "two give up on what never comes, one aims at the midst of what it kills"
