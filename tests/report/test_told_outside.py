"""What a copy for the service tells of a key question: in tables, charts, their words and the texts the same, or nothing.

Every format is written from one value (report/content.py), which is read here as a whole; counted out for every mix of
answers of a small sample.
"""

import re
from dataclasses import replace
from itertools import combinations_with_replacement

import pytest

from inspector_app.core.domain.draft.copies import Copy, Scope
from inspector_app.core.domain.inspection import Answer, Case, Finding, FindingKind, GivenRating, Inspection, Judgement
from inspector_app.core.domain.live_figures import token
from inspector_app.core.report.files import as_text
from inspector_app.core.report.files.writers import writer
from tests.report.conftest import Maker

SERVICE = Copy(Scope.SERVICE)


def told(make: Maker, inspection: Inspection, copy: Copy = SERVICE) -> str:
    return as_text.written(make.report(inspection, copy=copy))


def of_mix(base: Inspection, question: str, mix: tuple[Answer | None, ...], text: str = "") -> Inspection:
    """So many cases of a sample, judged so on one key question, and nothing else but a text on it."""
    cases = tuple(Case(f"c{n}", "", "children") for n in range(len(mix)))
    judged = tuple(Judgement(case.id, question, answer) for case, answer in zip(cases, mix, strict=True) if answer)
    said = (Finding("2.1", FindingKind.NARRATIVE, text),) if text else ()
    bare = replace(base, judgements=judged, prompts=(), ratings=(), interviews=(), sources=(), events=(), findings=said)
    return replace(bare, cases=cases, recommendations=())


def test_a_key_question_has_its_percentage_once_all_are_judged_and_enough_and_till_then_nowhere(
    make: Maker, trafford: Inspection
) -> None:
    seen = set()
    for mix in combinations_with_replacement((Answer.YES, Answer.NO, Answer.NA, None), 6):
        said = told(make, of_mix(trafford, "2.1.1", mix, "Live: [=2.1.1]."))
        yes, of, open_ = mix.count(Answer.YES), mix.count(Answer.YES) + mix.count(Answer.NO), mix.count(None)
        percent = set(re.findall(r"\b(\d+)%", said)) - {"0", "50", "65", "80"}  # but those of the bands
        if of >= 5 and not open_:
            assert percent <= {str((200 * yes + of) // (2 * of))}, mix
            assert "figure is not given" not in said
        else:
            assert not percent, mix
            assert "figure is not given in this copy" in said
        seen.add((of >= 5, bool(open_)))
        assert not re.search(r"\b[1-4] of \d", said), "no number of Yes, or of cases, below five"
        assert "is judged" not in said, "how many are judged by now, on two days, says which came between"
    assert seen == {(True, False), (True, True), (False, False), (False, True)}


def test_what_is_told_while_a_case_is_open_does_not_hang_on_how_the_others_were_judged(
    make: Maker, trafford: Inspection
) -> None:
    """But for the rating itself, which is what the draft is for."""
    yes, no = Answer.YES, Answer.NO
    first, second = ((yes,) * 3 + (no,) * 7 + (None,), (yes,) * 4 + (no,) * 7 + (None,))
    drafts = [told(make, of_mix(trafford, "2.1.1", mix[-11:], "[=2.1.1]")) for mix in (first, second)]
    assert drafts[0] == drafts[1]
    assert "of 10" in told(make, of_mix(trafford, "2.1.1", first), Copy()), "within the inspectorate it is told"


def test_a_table_in_which_nothing_is_bold_has_no_footnote_on_what_is_bold(make: Maker, trafford: Inspection) -> None:
    note, lead = "indicated in bold", "for assessing is based on the following key questions:"
    for one, bold in ((of_mix(trafford, "2.1.1", (Answer.YES,) * 4), False), (trafford, True)):
        said = told(make, one)
        assert (note in said, lead in said) == (bold, True)
        assert ("–: the percentage is not given in this copy." in said) is not bold, "a dash that nothing explains"


def test_a_small_number_of_no_is_told_as_a_percentage_alone_in_a_text(make: Maker, trafford: Inspection) -> None:
    few = (*(Answer.YES,) * 9, Answer.NO)
    said = told(make, of_mix(trafford, "2.1.1", few, "Live: [=2.1.1]."))
    assert ('"90%"' in said, "9 of 10" in said) == (True, False)
    all_of_them = (Answer.YES,) * 10
    assert "10 of 10 (100%)" in told(make, of_mix(trafford, "2.1.1", all_of_them, "Live: [=2.1.1]."))


@pytest.mark.parametrize("sealed", [True, False])
def test_an_older_figure_does_not_stand_beside_the_one_of_now(
    make: Maker, trafford: Inspection, *, sealed: bool
) -> None:
    """Taken from each other they tell how the cases between them were judged."""
    mix = (*(Answer.YES,) * 6, *(Answer.NO,) * 6)
    text = "[=2.1.1]" if sealed else token("2.1.1", "5 of 11 (45%)", "as it was")
    copy = Copy(Scope.SERVICE, sealed={"2.1.1": "5 of 11 (45%)"} if sealed else {})
    said = told(make, of_mix(trafford, "2.1.1", mix, text), copy)
    assert "45%" not in said
    assert "50%" in said


def test_a_score_and_a_theme_of_few_cases_are_told_nowhere(make: Maker, fji: Inspection) -> None:
    """The inspection of 2014: the case assessment score, and how often a theme was judged Yes."""
    standard = next(s for s in make.framework(fji.framework).standards if s.sample)
    for number, tells in ((4, False), (5, True)):
        cases = tuple(Case(f"c{n}", "", standard.sample or "") for n in range(number))
        judged = tuple(Judgement(case.id, standard.ref, Answer.YES) for case in cases)
        score = (GivenRating(standard.ref, stars=3, case_score=77),)
        said = told(make, replace(fji, cases=cases, judgements=judged, ratings=score, findings=()))
        assert ("77%" in said, "100%" in said) == (tells, tells)
        assert f"{number} of {number}" not in said
        open_ = told(make, replace(fji, cases=cases, judgements=judged[1:], ratings=(), findings=()))
        assert "100%" not in open_


@pytest.mark.parametrize("ending", [".html", ".xlsx", ".docx", ".odt", ".pdf"])
def test_samples_of_which_the_same_is_told_are_the_same_file_to_the_byte(
    make: Maker, trafford: Inspection, ending: str
) -> None:
    """No part of a file, be it the length of a bar or what lies behind a cell, knows a figure more exactly than is told."""
    yes, no, na = Answer.YES, Answer.NO, Answer.NA
    mixes = ((yes,) * 10 + (no,) * 12 + (na,) * 8, (yes,) * 9 + (no,) * 11 + (na,) * 10)  # each 45%
    first, second = (make.report(of_mix(trafford, "2.1.1", mix), copy=SERVICE) for mix in mixes)
    assert writer(ending)(first, _quiet) == writer(ending)(second, _quiet)


def _quiet(_done: int, _of: int, _what: str) -> None:
    """Nobody looks how far it is."""
