"""Lines are those that ReportLab's general way breaks a paragraph into, whatever is in it and however it is split."""

import random

import pytest
from reportlab import platypus
from reportlab.lib.styles import ParagraphStyle

from inspector_app.core.report.content import plain
from inspector_app.core.report.drawing import look
from inspector_app.core.report.drawing.broken import Broken
from inspector_app.core.report.drawing.markup import markup

_WORDS = (
    "a",
    "plan",
    "assessments",
    "&",
    "<b>",
    "W" * 60,
    "Tŷ",
    "🙂",
    "co\xadoperation",
    "10\xa0km",
    "‘said’",
    "–",
    "x" * 9,
)
_STYLES = (look.BODY, look.CELL_FIGURE, look.BULLET, look.NOTICE, look.HEADINGS[1])


def lines(paragraph: platypus.Paragraph) -> list[str]:
    """What is drawn, line by line."""
    found = vars(paragraph)["blPara"]
    if found.kind == 0:
        return [" ".join(words) for _, words in found.lines]
    return ["".join(piece.text for piece in line.words).strip() for line in found.lines]


def text(chance: random.Random) -> str:
    return markup(plain(" ".join(chance.choices(_WORDS, k=chance.choice([0, 1, 3, 40])))))


@pytest.mark.parametrize("style", _STYLES, ids=lambda style: style.name)
def test_lines_are_those_of_the_general_way(style: ParagraphStyle) -> None:
    look.load_fonts()
    chance = random.Random(style.name)
    for _ in range(60):
        said, bullet, width = text(chance), chance.choice([None, "•", "12.", "12345."]), chance.choice([70, 200, 451.3])
        ours, general = Broken(said, style, bullet), platypus.Paragraph(said, style, bullet)
        assert ours.wrap(width, 900) == general.wrap(width, 900)
        assert lines(ours) == lines(general)
        again = [part.wrap(width, 900) for part in ours.split(width, 3 * style.leading)]
        assert again == [part.wrap(width, 900) for part in general.split(width, 3 * style.leading)]


def test_a_paragraph_keeps_its_lines_for_a_width_and_breaks_anew_for_another(monkeypatch: pytest.MonkeyPatch) -> None:
    look.load_fonts()
    paragraph, broken = Broken("Many words of a line. " * 30, look.BODY), []
    first = Broken.breakLines
    monkeypatch.setattr(Broken, "breakLines", lambda self, width: broken.append(width) or first(self, width))
    wide = [paragraph.wrap(400, room) for room in (900, 20, 900)]
    assert wide[0] == wide[1] == wide[2]
    assert paragraph.split(400, 5) == []
    assert paragraph.wrap(400, 900) == wide[0]
    assert len(broken) == 1
    assert paragraph.wrap(200, 900)[1] > wide[0][1]
    assert len(broken) == 2


def test_lines_of_the_same_words_are_each_paragraphs_own() -> None:
    look.load_fonts()
    one, other = (Broken("the same words come again and again", look.BODY) for _ in range(2))
    for paragraph in (one, other):
        paragraph.wrap(80, 500)
    before = lines(other)
    assert len(before) > 1
    one.blPara.lines.pop()
    assert lines(other) == before
    assert all(isinstance(words, tuple) for _, words in one.blPara.lines), "nobody writes in one"
    again = Broken("the same words come again and again", look.BODY)
    again.wrap(80, 500)
    assert lines(again) == before


ADDRESS = (
    "http://www.justiceinspectorates.gov.uk/hmiprobation/about-our-inspections/youth-inspection-programmes/inspecting/"
)


@pytest.mark.parametrize("before", ["", "A copy is at ", "<b>Criteria</b> "])
@pytest.mark.parametrize("width", [120, 200, 451.3])
def test_an_address_wider_than_a_line_goes_on_in_the_next_behind_a_stroke_or_hyphen(before: str, width: float) -> None:
    look.load_fonts()
    paragraph = Broken(before + ADDRESS, look.BODY)
    for room in (width, 300, width):
        paragraph.wrap(room, 900)
    found = lines(paragraph)
    assert "".join(found).replace(" ", "").endswith(ADDRESS)
    assert all(line.split()[-1][-1] in "/-." for line in found if "/" in line or "-" in line), found
