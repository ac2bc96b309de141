"""The guide as a PDF is heard as it is read: title, language, tags, pictures with their words; and nothing is left out."""

import re
from datetime import UTC, datetime

import pytest

from inspector_app.core.report import content, guide
from inspector_app.core.services.help import guide_pdf, manual
from inspector_app.ui import actions
from inspector_app.ui.pages import PAGES
from tests.report.structure import faults, pieces, reader

AT = datetime(2026, 11, 28, 9, tzinfo=UTC)


@pytest.fixture(scope="module")
def made() -> bytes:
    return guide_pdf.made(AT)


def test_its_structure_is_sound_and_it_says_title_and_language(made: bytes) -> None:
    pdf = reader(made)
    assert faults(made) == []
    assert pdf.metadata is not None
    assert pdf.metadata.title == "Fieldwork: the guide"
    assert pdf.trailer["/Root"]["/Lang"] == "en-GB"


def test_each_picture_of_the_guide_is_a_figure_with_its_words(made: bytes) -> None:
    figures = [str(piece.said["/Alt"]) for piece in pieces(reader(made)) if piece.role == "Figure"]
    assert figures == [words for words, _ in re.findall(r"!\[([^\]]+)\]\(([^)]*)\)", manual.text())]
    assert len(figures) > 10


def test_headings_lists_and_tables_are_what_they_are(made: bytes) -> None:
    roles = [piece.role for piece in pieces(reader(made))]
    headings = re.findall(r"^#{1,3} ", manual.text(), re.MULTILINE)
    assert sum(role in ("H1", "H2", "H3") for role in roles) >= len(headings)
    for wanted in ("TOC", "Link", "L", "LI", "Table", "TH", "TD"):
        assert wanted in roles, wanted


def test_no_words_of_the_guide_are_left_out_and_no_mark_of_markdown_is_left(made: bytes) -> None:
    text = " ".join("".join(page.extract_text() for page in reader(made).pages).split())
    for heading in re.findall(r"^#+ (.*)$", manual.text(), re.MULTILINE):
        assert heading.replace("*", "").replace("`", "") in text, heading
    assert "and Full joint inspection" in text, "spaces before what is stressed"
    assert "**" not in text
    assert "](" not in text


def test_the_same_guide_gives_the_same_bytes(made: bytes) -> None:
    assert guide_pdf.made(AT) == made


def test_parts_are_read_as_they_are_written() -> None:
    said = guide.parts(
        "# One\nText *Name*\ngoes on `Ctrl+K`.\n\n- a\n  b\n- c\n\n1. d\n\n![W](pictures/x.png)\n\n|h|i|\n|-|-|\n|j|k|"
    )
    heading, paragraph, bullets, numbered, picture, table = said
    assert heading == content.Heading("One", 1, "guide-One")
    assert isinstance(paragraph, content.Paragraph)
    assert [(run.text, run.bold) for run in paragraph.text] == [
        ("Text", False), (" Name", True), (" goes on", False), (" Ctrl+K", False), (".", False)
    ]  # fmt: skip
    assert isinstance(bullets, content.Bullets)
    assert [run.text for item in bullets.items for run in item] == ["a b", "c"]
    assert isinstance(numbered, content.Bullets)
    assert numbered.first == 1
    assert picture == guide.Picture("pictures/x.png", "W")
    assert isinstance(table, content.Table)
    assert [column.title for column in table.columns] == ["h", "i"]


def test_every_page_and_every_command_is_documented() -> None:
    """Each page by its name, each command by its key (or that of the letters), in the guide or the parts that go with it."""
    text = manual.text()
    assert [row.called for row in PAGES if f"`{row.keys}`" not in text] == []
    assert [command.code for command in actions.COMMANDS if not _told(command.keys, text)] == []


def _told(keys: tuple[str, ...], text: str) -> bool:
    shown = {key.replace("PgDown", "PgDn") for key in keys} | set(keys)
    arrows = {"Up": "↑", "Down": "↓", "Return": "Enter", "Ctrl+Down": "Ctrl+↓", "Del": "Delete"}
    shown |= {arrows[key] for key in keys if key in arrows}
    return any(f"`{key}`" in text for key in shown)
