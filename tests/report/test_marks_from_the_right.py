"""No footnote's mark of a document for a word processor stands within what is written from right to left."""

import io
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from inspector_app.core.domain.inspection import Inspection
from inspector_app.core.domain.returned import marks
from inspector_app.core.domain.text.typed_lines import superscript
from inspector_app.core.report.content import Heading, Paragraph, Report, Run, Section, Text, Voice, plain
from inspector_app.core.report.formats import docx, feet, odt
from tests.report import another_office
from tests.report.conftest import Maker
from tests.report.test_formats import quiet

SHALOM, OVER = "\u05e9\u05dc\u05d5\u05dd ", "\u202eover "
MANY = 80  # paragraphs with a mark, so that the mark of one is in the last line of a page
FIGURE = (Run("Some words "), Run("12 of 15 (80%)", of="2.1.1"))
WRITTEN = [("docx", docx.write, "word/document.xml"), ("odt", odt.write, "content.xml")]


def marked(report: Report, before: Text, after: str) -> Report:
    """The report with nothing but paragraphs of these words with a footnote's mark between them."""
    return replace(report, sections=tuple(_sections(before, after)))


def _sections(before: Text, after: str) -> Iterator[Section]:
    yield Section((Heading("Section", 1, "s"),))
    for number in range(1, MANY):
        mark = superscript(str(number))
        text = (*before, Run(mark, foot=True), Run(f"{after}{' after words' * 60}"))
        note = Paragraph(plain(f"{mark} A note that says something."), Voice.NOTE)
        lines = (Paragraph(plain("A line."), Voice.NOTE),) * (number % 7)
        yield Section((*lines, Paragraph(text), note))


ROUND = {
    "letters": (plain(f"Some words {SHALOM}"), SHALOM), "a sign that turns": (plain(f"Some words {OVER}"), ""),
    "a figure before letters": (FIGURE, SHALOM),
}  # fmt: skip


@pytest.fixture(scope="module")
def set_elsewhere(make: Maker, trafford: Inspection, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where each is as a PDF of another office's: set and written in 30 seconds of the processor, where it needs four."""
    folder = tmp_path_factory.mktemp("marked")
    for words, (before, after) in ROUND.items():
        for ending, write, _ in WRITTEN:
            path = folder / f"{words} {ending}.{ending}"
            path.write_bytes(write(marked(make.report(trafford), before, after), quiet))
    return another_office.pdfs(folder, *sorted(folder.iterdir()), seconds=30)


@another_office.needed
@pytest.mark.parametrize("words", ROUND)
@pytest.mark.parametrize("ending", [ending for ending, _, _ in WRITTEN])
def test_another_office_comes_to_the_end(set_elsewhere: Path, ending: str, words: str) -> None:
    assert (set_elsewhere / f"{words} {ending}.pdf").exists()


@pytest.mark.parametrize(("ending", "write", "part"), WRITTEN)
def test_a_mark_among_other_words_has_no_sign_before_it(
    make: Maker, trafford: Inspection, ending: str, write: Callable[..., bytes], part: str
) -> None:
    for before, after, signs in (("Tŷ ", " and so on", 0), (SHALOM, " and so on", MANY - 1), ("Tŷ ", SHALOM, MANY - 1)):
        made = write(marked(make.report(trafford), plain(before), after), quiet)
        with zipfile.ZipFile(io.BytesIO(made)) as package:
            assert package.read(part).decode().count("\u200e") == signs, ending


@pytest.mark.parametrize(
    ("said", "signs"),
    [
        ("Plain words", ""),
        ("Tŷ ŵ – “so” 🙂", ""),
        (SHALOM, "\u200e"),
        ("\u0634\u0643\u0631\u0627", "\u200e"),
        ("\u0661\u0662", "\u200e"),  # Arabic figures, beside which a mark is among what is written from the right
        (f"{SHALOM} and then English", "\u200e"),
        (OVER, "\u202c\u200e"),
        (f"{OVER}ended\u202c", "\u200e"),
        ("\u2067one \u2068two", "\u2069\u2069\u200e"),
        ("\u202eone \u2066two", "\u2069\u202c\u200e"),
        ("\u2066one \u202etwo\u2069", "\u200e"),  # what ends the outer ends the inner
        ("\u2066one \u202c\u202c", "\u2069\u200e"),  # what ends nothing
        ("\u2069\u202c", ""),
    ],
)
def test_what_turns_is_ended_before_a_mark(said: str, signs: str) -> None:
    assert feet.parted(said, said) == signs
    assert set(signs) <= set(marks.UNSEEN)
