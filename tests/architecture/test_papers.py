"""The papers against what they describe."""

import re
import tomllib
from pathlib import Path

import pytest

import inspector_app
from inspector_app import __main__ as door
from inspector_app.ui import actions

ROOT = Path(inspector_app.__file__).parents[1]
PAPERS = sorted([ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").glob("*.md")])


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_libraries_lists_every_dependency_in_its_locked_version() -> None:
    project = tomllib.loads(text("pyproject.toml"))
    wanted = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    names = [re.match(r"[\w.-]+", line).group().lower() for line in wanted]  # type: ignore[union-attr]
    locked = {p["name"]: p["version"] for p in tomllib.loads(text("uv.lock"))["package"]}
    listed = dict(re.findall(r"^\| `([\w.-]+)` \| ([\w.]+) \|", text("docs/libraries.md"), re.MULTILINE))
    assert {name.lower(): version for name, version in listed.items()} == {name: locked[name] for name in names}


def test_commands_describes_every_command() -> None:
    described = set(re.findall(r"^## `inspector-app (\w+)", text("docs/commands.md"), re.MULTILINE))
    assert described == set(door.COMMANDS)


@pytest.mark.parametrize("paper", PAPERS, ids=lambda p: p.name)
def test_every_link_between_papers_leads_somewhere(paper: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", paper.read_text(encoding="utf-8"))
    assert [link for link in links if not (paper.parent / link).exists()] == []


def test_the_change_log_speaks_of_this_version() -> None:
    assert re.search(
        rf"^## \[({re.escape(inspector_app.__version__)}|Unreleased)\]", text("CHANGELOG.md"), re.MULTILINE
    )


def test_every_key_in_the_readme_is_a_key_of_the_window() -> None:
    section = text("README.md").partition("### Keys")[2].partition("\n## ")[0]
    shown = set(re.findall(r"`([^`]+)`", section))
    assert len(shown) > 20
    assert shown - {key for command in actions.COMMANDS for key in command.keys} == set()
