"""What help shows is what is shipped: one text, that leads nowhere outside itself, with the pictures it names."""

import re
import tomllib
from pathlib import Path

from inspector_app.core.services.help import manual

TOP = Path(__file__).parents[2]


def test_the_guide_and_the_parts_of_the_readme_that_it_leads_to_are_one_text() -> None:
    text = manual.text()
    assert text.startswith("# The guide\n")
    assert "## As a team\nLaptops never meet a network" in text
    assert "## Keys\n" in text
    assert "## What it looks like" not in text
    assert "## Where things are\n" in text


def test_every_link_in_it_leads_to_a_heading_of_it() -> None:
    text = manual.text()
    headings = {manual.fragment(found) for found in re.findall(r"^#+ (.*)$", text, re.MULTILINE)}
    led = re.findall(r"(?<!!)\[[^\]]*\]\(([^)]*)\)", text)
    assert len(led) >= 3
    assert [link for link in led if link.removeprefix("#") not in headings] == []


def test_every_picture_in_it_is_there_and_says_what_it_shows() -> None:
    named = re.findall(r"!\[([^\]]*)\]\(([^)]*)\)", manual.text())
    assert len(named) > 8
    assert [name for said, name in named if not said or manual.picture(name) is None] == []


def test_no_other_file_is_taken_for_a_picture() -> None:
    for name in ("pictures/../guide.md", "../../README.md", "/etc/passwd", "pictures/make.py", "pictures/none.png", ""):
        assert manual.picture(name) is None


def test_wheel_and_built_folder_hold_what_is_shown() -> None:
    built = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))
    included = built["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    spec = (TOP / "packaging" / "inspector-app.spec").read_text(encoding="utf-8")
    for name in ("README.md", "CHANGELOG.md", "docs/guide.md", "docs/pictures"):
        assert included[name] == f"inspector_app/resources/documents/{name}"
        assert f'"{Path(name).name}"' in spec
