"""Case packs as files: what stands on them, read back, and that no text breaks them."""

import io
from dataclasses import replace
from datetime import date, datetime

import pytest
from pypdf import PageObject, PdfReader

from inspector_app.core.domain.cases.line_codes import lines
from inspector_app.core.domain.days.spans import Span
from inspector_app.core.domain.inspection import Answer
from inspector_app.core.report import words
from inspector_app.core.report.drawing import look
from inspector_app.core.report.paper import pack_pdf
from inspector_app.core.report.paper.content import Given, Pack, PackCase, Spoken

AS_AT = datetime(2025, 3, 28, 14, 2)
LONG = "The plan names two risks and says nothing of the exclusion from school. " * 200
NASTY = {
    "no words": " \n\t ",
    "one very long word": "x" * 3000,
    "many paragraphs": "\n\n".join(["Planning came late in this case."] * 120),
    "markup": '<b>bold & <i>bad</b> </para> <font size=99> <br/> &amp; <img src="file:///etc/passwd"/>',
    "signs of other fonts": "👩‍👧 🚓 ✓ → ★ ☐ 中文 שלום مرحبا ŵŷŴŶ",
    "direction and control characters": "abc \u202egnp.exe\u202c a\x00b\x07c\ud800d\u2028e\u00adf\ufeff",
    "stacked accents": "a\u0301\u0302\u0303\u0489" * 300,
    "one long line without a break": "no\u00a0break" * 400,
}


def pack(make, framework_id="iyjwcv-2025", sample="children", filled=False, refs=("C01",), **of_case) -> Pack:
    framework = make.framework(framework_id)
    asked = lines(framework, sample)
    cases = tuple(
        PackCase(ref, framework.sample(sample).title, "community order", "Ruth Ashdown", asked, **of_case)
        for ref in refs
    )
    return Pack(
        "Wexborough", (Span(date(2025, 3, 24), date(2025, 3, 28)),), "OFFICIAL-SENSITIVE", "",
        framework.title, framework.id, framework.version, filled, AS_AT, cases,
    )  # fmt: skip


def write(made: Pack) -> bytes:
    return pack_pdf.write(made, lambda done, of, what: None)


def pages(made: bytes) -> list[PageObject]:
    return list(PdfReader(io.BytesIO(made)).pages)


def fonts(page: PageObject) -> list[float]:
    sizes: list[float] = []
    page.extract_text(visitor_text=lambda text, _cm, tm, _font, size: text.strip() and sizes.append(size * tm[3]))
    return sizes


FRAMEWORKS = [("iyjwcv-2025", "children"), ("iyjwcv-2025", "victims"), ("iyjs-2025", "children"), ("yos-2018", "court"),
              ("yos-2018", "out-of-court")]  # fmt: skip


@pytest.mark.parametrize(("framework_id", "sample"), FRAMEWORKS)
def test_every_key_question_and_prompt_is_there_word_for_word_with_its_code(make, text, framework_id, sample) -> None:
    made = pack(make, framework_id, sample)
    said = text(write(made))
    at = 0
    for line in made.cases[0].lines:
        asked = line.prompt.text if line.prompt else f"Your judgement on {line.question.ref} as a whole"
        at = said.index(f"{line.code} ", at)
        assert " ".join(asked.split()) in said[at : at + 400]
        assert " ".join(line.question.text.split()) in said
    assert said.count("☐ Yes ☐ No ☐ n/a") == len(made.cases[0].lines)
    assert "☒" not in said


def test_each_page_names_its_case_its_framework_its_number_and_the_marking(make) -> None:
    made = pages(write(pack(make, refs=("C01", "C02"))))
    each = len(made) // 2
    for number, page in enumerate(made):
        said = page.extract_text()
        ref = ("C01", "C02")[number // each]
        assert f"Case {ref}, page {number % each + 1} of {each}" in said
        assert f"{ref} · iyjwcv-2025 version 1" in said
        assert said.count("OFFICIAL-SENSITIVE") == 2
        assert "Not encrypted" in said


def test_the_first_page_says_what_the_case_is(make) -> None:
    said = pages(write(pack(make)))[0].extract_text()
    for part in ("Wexborough", "24 to 28 March 2025", "community order", "Ruth Ashdown", "Children’s cases"):
        assert part in said


def test_a_case_of_53_lines_takes_few_sheets_of_a4_in_type_that_can_be_read(make) -> None:
    made = pages(write(pack(make)))
    assert len(made) <= 12
    assert all(tuple(map(round, page.mediabox[2:])) == (595, 842) for page in made)
    assert min(size for page in made for size in fonts(page)) >= 9


def test_a_filled_pack_crosses_the_answer_and_prints_the_note(make, text) -> None:
    given = {
        "2.1.1/a": Given(Answer.YES, "Seen with Siân Ŵyn ŷ.\nA second line."),
        "2.1.1/b": Given(Answer.NA),
        "2.1.1": Given(Answer.NO, "The reasons."),
        "2.1.2": Given(None, "one of two", contested=True),
    }
    said = text(write(pack(make, filled=True, given=given)))
    assert said.count("☒ Yes") == said.count("☒ No") == said.count("☒ n/a") == 1
    assert "Seen with Siân Ŵyn ŷ. A second line." in said
    assert "The reasons." in said
    assert said.count("contested: two people wrote different things") == 1
    assert "Data as at 28 March 2025, 14:02" in said


def test_a_note_of_many_pages_flows_over_them_and_none_of_it_is_lost(make, text) -> None:
    plain = len(pages(write(pack(make, filled=True))))
    made = write(pack(make, filled=True, given={"2.1.1/a": Given(Answer.NO, LONG), "2.3.2": Given(None, LONG)}))
    assert len(pages(made)) > plain + 5
    words = [line for line in text(made).split() if line == "exclusion"]
    assert len(words) == 400


def test_people_interviewed_stand_at_the_end_with_what_they_said(make, text) -> None:
    people = (Spoken("Case manager", date(2025, 3, 25), "Knew of the exclusion."), Spoken("", None, "", contested=True))
    said = text(write(pack(make, filled=True, people=people)))
    end = said[said.index("People interviewed") :]
    assert "Case manager, 25 March 2025 Knew of the exclusion." in end
    assert "Not said who, no date (contested" in end


@pytest.mark.parametrize("nasty", NASTY.values(), ids=NASTY)
def test_no_text_that_somebody_types_breaks_it(make, nasty: str) -> None:
    given = {path: Given(Answer.YES, nasty) for path in ("2.1.1/a", "2.1.1", "2.3.2/h")}
    made = pack(make, filled=True, given=given, people=(Spoken(nasty, None, nasty),))
    case = replace(made.cases[0], ref=nasty, type=nasty, inspector=nasty, second=nasty)
    said = write(replace(made, service=nasty, marking=nasty, notice=nasty, cases=(case,)))
    assert len(pages(said)) > 4
    assert not any(page.images for page in pages(said))


def test_what_looks_like_markup_is_printed_as_it_was_typed(make, text) -> None:
    said = text(write(pack(make, filled=True, given={"2.1.1/a": Given(Answer.YES, NASTY["markup"])})))
    assert NASTY["markup"] in said


def test_a_prompt_longer_than_a_page_is_no_harm(make) -> None:
    made = pack(make, "iyjwcv-2025", "victims")
    first = made.cases[0].lines[0]
    long = replace(first, prompt=replace(first.prompt, text=LONG))
    case = replace(made.cases[0], lines=(long, *made.cases[0].lines[1:]))
    assert len(pages(write(replace(made, cases=(case,))))) > 3


def test_welsh_letters_and_boxes_are_drawn_in_shipped_fonts_that_are_in_the_file(make) -> None:
    look.load_fonts()
    for page in pages(write(pack(make, given={"2.1.1": Given(None, "ŵŷ ŴŶ")}, filled=True))):
        for font in page["/Resources"]["/Font"].values():
            assert "/FontFile2" in font.get_object()["/FontDescriptor"]


def test_equal_packs_give_equal_bytes(make) -> None:
    assert write(pack(make)) == write(pack(make))


def test_stopping_stops_it(make) -> None:
    class StopNow(Exception):
        pass

    def stop(done: int, of: int, what: str) -> None:
        if done > 1:
            raise StopNow

    with pytest.raises(StopNow):
        pack_pdf.write(pack(make, refs=("C01", "C02", "C03")), stop)


def test_what_goes_on_without_a_blank_is_set_in_lines() -> None:
    """As one line of 300,000 letters it took the pack a minute, and the draft findings longer."""
    text = "w" * 300_000
    lines = words.paragraphs(f"before {text} after")
    assert "".join(lines).replace(" ", "") == f"before{text}after"
    assert max(map(len, lines)) <= 2_010
