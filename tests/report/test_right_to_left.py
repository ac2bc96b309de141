"""Names in Arabic, Urdu and Hebrew in English sentences, and whole paragraphs of them, as they stand on the paper."""

import io
import re
import unicodedata
import zipfile
from ctypes import c_double
from dataclasses import replace
from itertools import groupby

import pypdfium2
import pypdfium2.raw as raw
import pytest
from arabic_reshaper import ArabicReshaper

from inspector_app.core.domain.inspection import Finding, FindingKind
from inspector_app.core.domain.text import direction
from inspector_app.core.report.drawing import look, one_line, right_to_left
from inspector_app.core.report.drawing.one_line import Anchor
from inspector_app.core.report.formats import docx, html, odt

NAMES = {
    "Arabic": "محمد علي",
    "Urdu": "شہزاد چوہدری",
    "Urdu with a yeh barree": "ہے",
    "Persian": "پرویز",
    "Hebrew": "דוד כהן",
}
SENTENCE = "The case manager asked {} (his uncle) on 14 March, and he said yes."


def drawn(make, trafford, text: str) -> list[tuple[float, float, str]]:
    """Each sign of the PDF with its place: page and height, then how far from the left."""
    inspection = replace(trafford, findings=(Finding("2.1", FindingKind.NARRATIVE, text),))
    signs = []
    with pypdfium2.PdfDocument(make.pdf(inspection)) as document:
        for number, page in enumerate(document):
            words = page.get_textpage()
            for at in range(words.count_chars()):
                left, up = c_double(), c_double()
                raw.FPDFText_GetCharOrigin(words, at, left, up)  # on the line, whatever the font
                signs.append((1000.0 * number - up.value, left.value, words.get_text_range(at, 1)))
    return signs


def lines(signs: list[tuple[float, float, str]], of: str) -> list[str]:
    """The lines that hold one of these signs, read off the paper from the left."""
    down = groupby(sorted(signs, key=lambda sign: round(sign[0])), key=lambda sign: round(sign[0]))
    read = ["".join(text for _, _, text in sorted(line, key=lambda sign: sign[1])) for _, line in down]
    return [letters(line) for line in read if set(letters(of)) & set(letters(line))]


def letters(text: str) -> str:
    """Letters alone, Arabic ones without their form: PDFium puts in blanks, and turns brackets, by rules of its own."""
    return "".join(char for char in unicodedata.normalize("NFKC", text) if char.isalpha())


@pytest.mark.parametrize("name", NAMES)
def test_a_name_in_a_sentence_stands_where_it_is_read(make, trafford, name: str) -> None:
    (line,) = lines(drawn(make, trafford, SENTENCE.format(NAMES[name])), NAMES[name])
    assert line == letters(SENTENCE.format(NAMES[name][::-1]))


def test_a_name_over_two_lines_begins_on_the_first(make, trafford) -> None:
    name = "עבד הרחמן בן מוחמד אלהאשמי"
    before = "A long line at the end of which stands a name that has to be broken in two: "
    found = lines(drawn(make, trafford, f"{before}{name}, who came."), name)
    assert len(found) == 2
    first, second = name.split()[0], name.split()[-1]
    assert first[::-1] in found[0]
    assert second[::-1] in found[1]


def test_a_paragraph_from_right_to_left_is_read_from_the_right_line_by_line(make, trafford) -> None:
    text = "שלום עולם, זה משפט שלם בעברית (עם סוגריים) ועם 12 מספרים, שנמשך יותר משורה אחת כדי לראות איך השורות נשברות."
    found = lines(drawn(make, trafford, text), text)
    assert len(found) == 2
    assert "".join(line[::-1] for line in found) == letters(text)
    places = right_to_left.in_order("(עם 12)", "R")
    assert "".join(char for _, char in places) == "(12 םע)"  # numbers from the left, brackets turned round


@pytest.mark.parametrize("before", ["", "**Plain** words.\n"])
def test_the_sign_of_an_item_stands_where_its_words_begin(make, trafford, before: str) -> None:
    """It stood at the left of words that begin at the right; so did the number of a recommendation."""
    long = "שלום עולם " * 40
    signs = drawn(make, trafford, f"{before}- {long}\n- Plain words")
    words = [(up, at) for up, at, sign in signs if sign in "שלוםעולם"]
    (right,) = [at for up, at, sign in signs if sign == "•" and abs(up - min(words)[0]) < 3]
    assert right > max(at for _, at in words)
    assert len([at for _, at, sign in signs if sign == "•" and at < look.PAGE[0] / 2]) > 1, "the others are at the left"


def test_a_paragraph_over_two_pages_begins_at_the_right_on_both(make, trafford) -> None:
    """Its second part was looked at by itself, and began at the left where more of that was a title in English."""
    text = "שלום עולם " * 400 + "A long English title, Q. " * 100
    signs = drawn(make, trafford, text)
    ends = [max(at for up, at, _ in signs if up == end) for end in {up for up, _, sign in signs if sign == "Q"}]
    assert len({up // 1000 for up, _, sign in signs if sign == "Q"}) > 1, "over two pages"
    assert min(ends) > look.PAGE[0] - look.MARGIN - 20


@pytest.mark.parametrize("text", ["{} said that nobody had asked him.", "He asked {0}, {0}, {0} and {0}."])
def test_names_turn_no_sentence_round(make, trafford, text: str) -> None:
    (line,) = lines(drawn(make, trafford, text.format(NAMES["Hebrew"])), NAMES["Hebrew"])
    assert line == letters(text.format(NAMES["Hebrew"][::-1]))


def test_other_writing_is_left_as_it_is(make, trafford) -> None:
    assert right_to_left.joined("Ŵyn (15) said: “yes”") == "Ŵyn (15) said: “yes”"
    assert not direction.is_mixed("Ŵyn (15) said: “yes”")


def test_a_shaped_name_says_the_same_letters() -> None:
    look.load_fonts()
    for name in (*NAMES.values(), "ولاء"):
        assert ArabicReshaper({"delete_harakat": False}).reshape(name) == right_to_left.joined(name)
        assert look.drawable(right_to_left.joined(name)).count(look.REPLACEMENT) == 0


def test_joiners_of_pictures_beside_arabic_letters_break_no_line() -> None:
    for text in ("\u200dلا", "🙂\u200d🙂 شكرا لا", "لا\u200d لا\u200d", "\U0001f469\u200d\U0001f467 الله لا"):
        assert "\u200d" not in right_to_left.joined(text)


def test_every_character_that_is_read_from_the_right_is_known() -> None:
    for first in (0, 0x10000, 0x1E000):  # the planes and blocks that have any
        for code in range(first, first + 0x10000 if not first else first + 0x1000):
            right = unicodedata.bidirectional(chr(code)) in ("R", "AL")
            assert direction.is_mixed(f"’{chr(code)}") == right, hex(code)


@pytest.mark.parametrize("name", NAMES)
def test_the_head_of_each_page_says_the_service_in_letters_that_are_there_and_in_their_order(
    make, trafford, name: str
) -> None:
    """It is no paragraph, and stood there as signs of what no font draws."""
    signs = drawn(make, replace(trafford, service=f"{NAMES[name]} (12)"), "Nothing else.")
    heads = [line for line in lines(signs, NAMES[name]) if line.startswith("Draftfindings")]
    assert len(heads) > 5
    assert {head.split("OFFICIAL")[0] for head in heads} == {letters(f"Draft findings: {NAMES[name][::-1]}")}


@pytest.mark.parametrize("anchor", Anchor)
def test_a_line_is_as_wide_as_it_is_drawn_and_cut_at_a_word(anchor: Anchor) -> None:
    look.load_fonts()
    text = "Draft findings: שירות הנוער (חיפה) 2025 محمد"
    cut = one_line.fitting(text, look.BOLD, 120, 8)
    assert cut.endswith("…")
    assert text.startswith(cut[:-1])
    assert one_line.wide(cut, look.BOLD, 8) <= 120
    canvas = Told()
    one_line.draw(canvas, (300.0, 5.0), text, look.BOLD, 8, anchor)  # type: ignore[arg-type]
    whole = one_line.wide(text, look.BOLD, 8)
    before = {Anchor.START: 0, Anchor.MIDDLE: whole / 2, Anchor.END: whole}[anchor]
    assert canvas.put[0][0] == pytest.approx(300 - before)
    assert {font for _, font, _ in canvas.put} > {look.BOLD}
    assert look.REPLACEMENT not in "".join(piece for _, _, piece in canvas.put)


class Told:
    """A canvas that notes what is drawn where, and in which font."""

    def __init__(self) -> None:
        self.put: list[tuple[float, str, str]] = []

    def setFont(self, font: str, _size: float) -> None:
        self.font = font

    def drawString(self, left: float, _height: float, piece: str) -> None:
        self.put.append((left, self.font, piece))


RIGHT, MIXED = "محمد قال: نعم (12).", f"{NAMES['Hebrew']} said that nobody had asked him."


@pytest.fixture
def written(make, trafford):
    """A report in which a narrative, a strength and what a recommendation says are written from the right, and one is not."""
    said = [("narrative", RIGHT), ("narrative", MIXED), ("strength", NAMES["Urdu"])]
    found = tuple(Finding("2.1", FindingKind(kind), text) for kind, text in said)
    return make.report(replace(trafford, findings=found))


def packed(data: bytes, part: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as whole:
        return whole.read(part).decode()


def test_a_page_for_a_browser_says_which_texts_begin_at_the_right(written) -> None:
    page = html.write(written, lambda *_: None).decode()
    assert f'<p dir="rtl">{RIGHT}</p>' in page
    assert f'<li dir="rtl">{NAMES["Urdu"]}</li>' in page
    assert f"<p>{MIXED}</p>" in page


def test_so_does_a_document_of_word(written) -> None:
    body = packed(docx.write(written, lambda *_: None), "word/document.xml")
    turned = [part for part in re.findall(r"<w:p>.*?</w:p>|<w:p .*?</w:p>", body, re.DOTALL) if "<w:bidi/>" in part]
    assert [text for text in (RIGHT, MIXED, NAMES["Urdu"]) if any(text in part for part in turned)] == [
        RIGHT,
        NAMES["Urdu"],
    ]
    assert len(turned) == body.count("<w:rtl/>") == 2
    assert all(part.index("<w:bidi/>") < part.index("<w:rtl/>") for part in turned)


NOTED = f"{NAMES['Hebrew']}.^[{RIGHT}] Said.^[A title in English that is longer than what it is a note to.]"


def test_footnotes_and_what_they_stand_in_begin_where_each_is_read(make, trafford) -> None:
    """Word's notes began at the left; and OpenDocument took the words of a note for those of its paragraph."""
    report = make.report(replace(trafford, findings=(Finding("2.1", FindingKind.NARRATIVE, NOTED),)))
    notes = packed(docx.write(report, lambda *_: None), "word/footnotes.xml")
    (turned,) = [note for note in notes.split("<w:footnote ") if "<w:bidi/>" in note]
    assert RIGHT in turned
    assert turned.count("<w:rtl/>") == 1
    page = html.write(report, lambda *_: None).decode()
    assert re.search(rf'<li [^>]*dir="rtl"[^>]*>{re.escape(RIGHT)}', page)
    assert page.count('dir="rtl"') == 2
    content = packed(odt.write(report, lambda *_: None), "content.xml")
    assert content.count('FromTheRight">') == 2


def test_so_does_one_of_opendocument_and_what_held_together_still_does(written) -> None:
    content = packed(odt.write(written, lambda *_: None), "content.xml")
    paragraphs = re.findall(r'<text:p [^>]*text:style-name="([^"]*)"[^>]*>([^<]*)', content)
    turned = [(name, text) for name, text in paragraphs if name.endswith("FromTheRight")]
    assert [text for _, text in turned] == [RIGHT, NAMES["Urdu"]]
    for name in {name for name, _ in turned}:
        (made,) = re.findall(rf'<style:style [^>]*style:name="{name}"[^>]*>.*?</style:style>', content, re.DOTALL)
        assert 'style:writing-mode="rl-tb"' in made
        assert ("fo:keep" in made) == ("Leads" in name or "Whole" in name)
