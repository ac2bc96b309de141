"""The papers against what they describe."""

import re
import tomllib
from argparse import ArgumentParser, _SubParsersAction
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest

import inspector_app
from inspector_app import __main__ as door
from inspector_app.commands import arguments
from inspector_app.ui import actions

ROOT = Path(inspector_app.__file__).parents[1]
PAPERS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_libraries_lists_every_dependency_in_its_locked_version() -> None:
    project = tomllib.loads(text("pyproject.toml"))
    wanted = [*project["project"]["dependencies"], *chain(*project["dependency-groups"].values())]
    names = [re.match(r"[\w.-]+", line).group().lower() for line in wanted]  # type: ignore[union-attr]
    locked = {p["name"]: p["version"] for p in tomllib.loads(text("uv.lock"))["package"]}
    listed = dict(re.findall(r"^\| `([\w.-]+)` \| ([\w.]+) \|", text("docs/libraries.md"), re.MULTILINE))
    assert {name.lower(): version for name, version in listed.items()} == {name: locked[name] for name in names}


def test_commands_describes_every_command() -> None:
    described = set(re.findall(r"^## `inspector-app ([a-z-]+)", text("docs/commands.md"), re.MULTILINE))
    assert described == set(door.COMMANDS)


def _behind(parser: ArgumentParser, *words: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each command with a word or an option that may stand behind it, by all its names."""
    for action in parser._actions:
        if isinstance(action, _SubParsersAction):
            for name, below in action.choices.items():
                yield from [(words[0], (name,))] if words else []
                yield from _behind(below, *words, name)
        elif words and action.option_strings:
            yield words[0], tuple(action.option_strings)


def test_commands_describes_every_word_and_option_of_each() -> None:
    told = text("docs/commands.md")
    parts = dict.fromkeys(door.COMMANDS, told.partition("\n## `")[0])
    for command, part in re.findall(r"^## `inspector-app ([a-z-]+)(.*?)(?=^## |\Z)", told, re.MULTILINE | re.DOTALL):
        parts[command] += part
    missing = [
        (command, names)
        for command, names in _behind(arguments._parser())
        if not any(re.search(rf"(?<![\w-]){name}(?![\w-])", parts[command]) for name in names)
    ]
    assert missing == []


def test_every_decision_is_dated_says_what_was_asked_and_weighed_and_is_in_the_list() -> None:
    parts = ["Question", "Decision", "Why", "What else was weighed", "State"]
    records = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "docs/decisions").glob("0*.md")}
    rows = re.findall(r"^\| (\S+) \| \[.*\]\((.*)\) \|$", text("docs/decisions/README.md"), re.MULTILINE)
    assert {name: date for date, name in rows} == {name: told.splitlines()[2] for name, told in records.items()}
    found = {name: re.findall(r"^\*\*(.*?)\.\*\*", told, re.MULTILINE) for name, told in records.items()}
    assert {name: heads for name, heads in found.items() if heads != parts} == {}


@pytest.mark.parametrize("paper", PAPERS, ids=lambda p: p.name)
def test_every_link_between_papers_leads_somewhere(paper: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", paper.read_text(encoding="utf-8"))
    assert [link for link in links if not (paper.parent / link).exists()] == []


def test_the_change_log_speaks_of_this_version_which_is_one_everywhere() -> None:
    assert tomllib.loads(text("pyproject.toml"))["project"]["version"] == inspector_app.__version__
    assert re.search(
        rf"^## \[({re.escape(inspector_app.__version__)}|Unreleased)\]", text("CHANGELOG.md"), re.MULTILINE
    )


def test_the_keys_in_the_readme_are_those_of_the_window() -> None:
    section = text("README.md").partition("## Keys")[2].partition("\n## ")[0]
    shown = set(re.findall(r"`([^`]+)`", section))
    for first, last in re.findall(r"`Ctrl\+(\d)` … `Ctrl\+(\d)`", section):
        shown |= {f"Ctrl+{digit}" for digit in range(int(first), int(last) + 1)}
    first_keys = {command.keys[0] for command in actions.COMMANDS}
    other_keys = {key for command in actions.COMMANDS for key in command.keys[1:]}
    assert first_keys - shown == set(), "the README does not tell of these"
    assert shown - first_keys - other_keys == set(), "the window does not know these"


def test_every_picture_is_shown_and_each_loads_quickly() -> None:
    pictures = sorted((ROOT / "docs" / "pictures").glob("*.png"))
    shown = text("README.md") + text("docs/guide.md").replace("(pictures/", "(docs/pictures/")
    assert [p.name for p in pictures if f"(docs/pictures/{p.name})" not in shown] == []
    assert [p.name for p in pictures if p.stat().st_size > 200_000] == []
    assert len(pictures) >= 9


def test_the_keys_in_the_guide_are_those_of_the_window() -> None:
    known = {key for command in actions.COMMANDS for key in command.keys}
    told = set(re.findall(r"`((?:Ctrl|Alt|Shift)\+[^`]+|F\d+)`", text("docs/guide.md")))
    assert told - known == {"Alt+N"}, "only the button for a new inspection has a key that is no command's"


def test_every_module_and_test_of_the_table_of_kinds_is_there() -> None:
    of_kinds = text("docs/reading.md").partition("## Reader by reader")[
        0
    ]  # the rest is read by interchange/test_kinds.py
    rows = [line.split("|") for line in of_kinds.splitlines() if line.startswith("| ") and "---" not in line]
    named = [name for row in rows[1:] for cell in row[3:5] for name in re.findall(r"`([\w/]+\.py)`", cell)]
    places = [ROOT / "tests", *(ROOT / "inspector_app" / part for part in ("", "core", "core/interchange"))]
    assert len(named) > len(rows)
    assert [name for name in named if not any((place / name).exists() for place in places)] == []


@pytest.mark.parametrize("paper", ["security", "reliability"])
def test_every_test_that_a_promise_names_is_there(paper: str) -> None:
    told = text(f"docs/{paper}.md")
    files = {name.removeprefix("tests/") for name in re.findall(r"`([\w/]+\.py)`", told)}
    assert [name for name in sorted(files) if not (ROOT / "tests" / name).exists()] == []
    there = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    assert [name for name in re.findall(r"`(test_\w+)`", told) if f"def {name}(" not in there] == []
    rows = [line for line in told.splitlines() if line.startswith("| ") and "---" not in line]
    headed = [line for line in rows if "hown by" not in line]
    assert [line for line in headed if "test_" not in line] == [], "a promise without a test"


STATEMENTS = ["docs/accessibility.md", "docs/code-of-practice.md", "docs/data-protection.md", "docs/pdf-conformance.md"]


@pytest.mark.parametrize("name", STATEMENTS)
def test_every_test_that_a_statement_rests_on_is_there(name: str) -> None:
    named = re.findall(r"`(?:tests/)?([a-z0-9_]+/[\w/]+\.py)`", text(name))
    assert len(named) > 1
    places = (ROOT / "tests", ROOT, ROOT / "inspector_app")
    assert [one for one in named if not any((place / one).is_file() for place in places)] == []


# Levels A and AA of WCAG 2.2, and the clauses of EN 301 549 (V3.2.1) for software that it has beyond WCAG 2.1.
CRITERIA = {
    "1.1": (1,), "1.3": (1, 2, 3, 4, 5), "1.4": (1, 2, 3, 4, 5, 10, 11, 12, 13), "2.1": (1, 2, 4), "2.2": (1, 2), "2.3": (1,),
    "2.4": (1, 2, 3, 4, 5, 6, 7, 11), "2.5": (1, 2, 3, 4, 7, 8), "3.1": (1, 2), "3.2": (1, 2, 3, 4, 6),
    "3.3": (1, 2, 3, 4, 7, 8), "4.1": (2, 3), "5": (2, 3, 4, 5, 6, 7, 8, 9), "11": (5, 7), "11.6": (1, 2),
    "11.8": (1, 2, 3, 4, 5), "12": (1, 2),
}  # fmt: skip
# What a line without a test says in its place.
WITHOUT = (
    "there is none",
    "left to people",
    "not met",
    "no sound",
    "none is asked",
    "none but",
    "cannot be put",
    "not marked",
    "guide.md",
)


def test_every_criterion_of_accessibility_has_a_line_with_a_test_or_says_why_none() -> None:
    rows = [line for line in text("docs/accessibility.md").splitlines() if re.match(r"\| \d", line)]
    heads = [re.findall(r"\d+(?:\.\d+)*(?:–[\d.]+)?", line.split("|")[1]) for line in rows]
    told = {number for numbers in heads for number in numbers}
    wanted = {f"{of}.{number}" for of, numbers in CRITERIA.items() for number in numbers} | {"1.2.1–1.2.5"}
    assert wanted - told == set()
    assert [line for line in rows if ".py`" not in line and not any(words in line for words in WITHOUT)] == []
