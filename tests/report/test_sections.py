"""The parts of the draft findings beside the published reports: each heading in its order, and what is drafted and typed."""

import re
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from inspector_app.core.domain import parts
from inspector_app.core.domain.draft import grounds
from inspector_app.core.domain.draft.copies import Copy, Scope
from inspector_app.core.domain.inspection import (
    Answer,
    Case,
    Finding,
    FindingKind,
    Inspection,
    Interview,
    Judgement,
    Person,
    Recommendation,
    Source,
)
from inspector_app.core.domain.parts import Holds
from inspector_app.core.domain.text import quoting
from inspector_app.core.report import drafted, typed
from inspector_app.core.report.content import Bullets, Heading, Label, Paragraph, Quote, RatingLine, Report, Table
from inspector_app.core.report.drafted import Data
from inspector_app.core.report.footnotes import Footnotes
from inspector_app.core.report.together import is_bold, stays_with

OUTSIDE = Copy(Scope.SERVICE)
SOURCES = next(
    (p / "shared" / "sources" for p in Path(__file__).resolve().parents if (p / "shared" / "sources").is_dir()), None
)
REPORTS = {  # the inspection, the report it is of, and each heading there that a draft has not, with its reason
    "trafford": ("000_08296bed1386962e.txt", {"Press release": "it is written after the report is published"}),
    "salford": ("001_a9aaf3e5bd7d36a4.txt", {"Contents": "it stands before the sections, made by the PDF itself"}),
    "blackburn": ("003_11a829adb87c8cff.txt", {"Contents": "it stands before the sections, made by the PDF itself"}),
    "fji": (
        "002_7e509a10580e7ac6.txt",
        {
            "Contents": "it stands before the sections, made by the PDF itself",
            "Appendices": "a page with this word alone before the two appendices",
        },
    ),
}
# What of the lines of a report is a heading; all else there is text, a table or a box.
HEADING = re.compile(
    r"(\d\.\d\.? .{3,60}|Theme \d: .+|Domain (one|two|three): .+|Foreword|Ratings|Recommendations|Background|Summary"
    r"|Contents|Key judgements|Work with victims|Participation of .+|Involvement of .+|Equity, .+|Diversity|Data annexe"
    r"|Press release|References and .+|Further information|Acknowledgements|The role of HM .+|Appendices|Appendix 1 - .+"
    r"|Strengths:?|Areas? for (improvement|development):?|What we expect to see|Case assessment score|Key Findings"
    r"|Explanation of findings|Data Summary|Inspection arrangements|Criteria|Methodology|Scoring Approach"
    r"|Publication arrangements|Role of HMI Probation .+)"
)
SAME = {"Area for improvement": "Areas for improvement", "Areas for development": "Areas for improvement"}


@cache
def printed(source: str) -> list[str]:
    """The headings of a report in order, without its table of contents, its table of ratings and its own tables."""
    assert SOURCES is not None
    lines = [
        re.sub(r" \(Back to top\)|^#+ |^- ", "", x).strip() for x in (SOURCES / source).read_text("utf-8").splitlines()
    ]
    found: list[str] = []
    before = ""
    for line in filter(None, lines):
        heading = line.split(" | ")[0].strip()
        if HEADING.fullmatch(heading) and "\t" not in line:
            said = bare(heading.rstrip(":"))
            found.append(f"{before} - {said}" if before == "Appendix 2" else SAME.get(said, said))
        before = line
    if "Ratings" in found:  # the lines of its table read as headings do
        del found[found.index("Ratings") + 1 : found.index("Recommendations", found.index("Ratings"))]
    return found


def bare(heading: str) -> str:
    """Without what differs between two reports of one programme: a full stop after the number, V1 before its title."""
    return re.sub(r"^(\d\.\d)\. |^V1 ", lambda found: f"{found.group(1)} " if found.group(1) else "", heading)


def ours(report: Report) -> list[str]:
    blocks = [block for section in report.sections for block in section.blocks]
    said = [b.text for b in blocks if isinstance(b, Heading | Label)]
    return [bare(text) for text in said]


def whole(make, inspection: Inspection) -> Inspection:
    """With something written in every section, and one case judged in each theme."""
    framework = make.framework(inspection.framework)
    texts = [Finding(code, FindingKind.NARRATIVE, f"Text of {code}.") for code in framework.sections]
    texts += [Finding(s.ref, kind, f"{kind.value} of {s.ref}") for s in framework.standards for kind in FindingKind]
    themes = [s for s in framework.standards if s.sample and not s.key_questions] if framework.has_themes else []
    case = Case("c", "C1", "cases")
    return replace(
        inspection,
        team=(Person("a", "Inspector Ann Lee", "lead"),),
        findings=tuple(f for f in texts if f.kind is FindingKind.NARRATIVE or inspected(make, inspection, f.standard)),
        recommendations=(Recommendation("The board", "act."),),
        cases=(*inspection.cases, case) if themes else inspection.cases,
        judgements=(*inspection.judgements, *(Judgement("c", s.ref, Answer.YES) for s in themes)),
    )


def inspected(make, inspection: Inspection, ref: str) -> bool:
    standard = make.framework(inspection.framework).by_ref.get(ref)
    return standard is not None and standard.rated


def missing(wanted: list[str], found: list[str]) -> list[str]:
    """What of `wanted` does not stand in `found` after what comes before it."""
    absent, place = [], 0
    for heading in wanted:
        rest = found[place:]
        if heading in rest:
            place += rest.index(heading) + 1
        else:
            absent.append(heading)
    return absent


@pytest.mark.skipif(SOURCES is None, reason="the source documents do not lie beside this checkout")
@pytest.mark.parametrize("name", REPORTS)
def test_every_heading_of_the_published_report_stands_in_the_draft_in_its_order(name, make, request) -> None:
    source, reasons = REPORTS[name]
    wanted = [heading for heading in printed(source) if heading not in reasons]
    found = ours(make.report(whole(make, request.getfixturevalue(name))))
    absent = missing(wanted, found)
    print(f"{name}: {len(wanted)} headings, {len(absent)} missing {absent}; left out: {reasons}")
    assert len(wanted) > 15, "the headings of the report are found"
    assert absent == []


def test_what_is_drafted_counts_interviews_meetings_and_weeks(make, salford) -> None:
    met = replace(
        salford,
        interviews=(Interview("c", "Case manager"), Interview("d", "case manager"), Interview("c", "child")),
        sources=(Source("meeting", "Board"), Source("focus-group", "Staff"), Source("document", "Plan")),
        team=(Person("a", "HM Inspector Pauline Burke", "Lead inspector"),),
    )
    text = written(make.report(met))
    assert "We conducted fieldwork in Salford YJS over a period of a week, beginning 22 January 2024." in text
    assert "between 23 January 2023 and 17 November 2023." in text
    assert "We also conducted interviews with two case managers." in text
    assert "submitted in advance by the YJS and conducted two meetings.\n" in text, (
        "no volunteer was met, so none is named"
    )
    assert "Overall, Salford YJS was rated as 'Good'." in text
    assert "which was separately rated as 'Good'." in text
    assert "This inspection was led by HM Inspector Pauline Burke. We would like" in text, "nobody supported her"
    assert "This inspection was led by HM Inspector Pauline Burke, supported" in written(make.report(salford))


def test_a_rating_stands_in_the_quotation_marks_of_its_programme(make, trafford, salford) -> None:
    assert "Overall, Trafford YJS was rated as ‘Requires improvement’." in written(make.report(trafford))
    assert "Overall, Salford YJS was rated as 'Good'." in written(make.report(salford))


def test_what_is_not_known_yet_is_not_drafted(make, trafford) -> None:
    text = written(make.report(replace(trafford, judgements=trafford.judgements[1:], team=(), interviews=())))
    assert "was rated as" not in text
    assert "This inspection was led by" not in text
    assert "interviews with case managers" not in text


def written(report: Report) -> str:
    blocks = (block for section in report.sections for block in section.blocks)
    return "\n".join("".join(run.text for run in b.text) for b in blocks if isinstance(b, Paragraph))


def test_every_field_that_a_file_may_name_is_filled(make, trafford) -> None:
    framework, rated = make.framework("iyjwcv-2025"), make.rated(trafford)
    data = Data(framework, trafford, rated, grounds=grounds.found(framework, trafford, rated))
    for name in parts.PLAIN_FIELDS - {"n", "returned"}:
        assert drafted.paragraphs([parts.sentence(f"{{{name}}}")], data), name
    returned = replace(data, inspection=replace(trafford, return_start=date(2025, 6, 2)))
    assert drafted.paragraphs([parts.sentence("{returned}")], returned) == ["We returned on 2 June 2025."]


def test_signs_that_are_typed_make_lists_quotations_boxes_and_footnotes() -> None:
    notes = Footnotes()
    lines = (
        "It grew.^[Data of the YJS.] Then.",
        "- one",
        "- two",
        "> **Illustration**",
        "> Charlie was 14.",
        "> He left.",
    )
    paragraph, bullets, box = typed.blocks("\n".join(lines), notes)
    assert isinstance(paragraph, Paragraph)
    assert [(run.text, run.foot) for run in paragraph.text] == [("It grew.", False), ("¹", True), (" Then.", False)]
    assert isinstance(bullets, Bullets)
    assert [item[0].text for item in bullets.items] == ["one", "two"]
    assert isinstance(box, Quote)
    assert box.title == "Illustration"
    assert [said[0].text for said in box.paragraphs] == ["Charlie was 14.", "He left."]
    assert [note.text[0].text for note in notes.take()] == ["¹ Data of the YJS."]


def test_a_quotation_of_a_note_is_printed_with_who_said_it_and_its_changed_name_as_a_footnote() -> None:
    notes = Footnotes()
    said = quoting.quotation("“Ben never asked.” (mother, name changed)")
    (quote,) = typed.blocks(f"> {quoting.printed(said)}", notes)
    assert isinstance(quote, Quote)
    assert ["".join(run.text for run in line) for line in quote.paragraphs] == ["“Ben never asked.” (mother)¹"]
    changed = "The name has been changed to protect the individual’s identity."
    assert [note.text[0].text for note in notes.take()] == [f"¹ {changed}"]


@pytest.mark.parametrize(
    ("typed_in", "read"),
    [(">", []), (">\n\n> ", []), ("First.\n>\nLast.", ["First.", "Last."]), ("> \n> “Said.”", ["“Said.”"])],
)
def test_a_sign_of_a_box_without_words_is_nothing_and_all_else_is_printed(typed_in: str, read: list[str]) -> None:
    """One ">" left the standards of a whole domain out of the draft."""
    blocks = typed.blocks(typed_in, Footnotes())
    texts = [text for block in blocks for text in (block.paragraphs if isinstance(block, Quote) else [block.text])]  # type: ignore[union-attr]
    assert ["".join(run.text for run in text) for text in texts] == read


def test_explanations_are_numbered_through_and_keep_numbers_of_their_own() -> None:
    blocks = list(typed.numbered([("First.\n> “Said.”", ""), ("Second.", ""), ("1.1. Theirs.", "")], Footnotes()))
    assert [b.first for b in blocks if isinstance(b, Bullets)] == [1, 2]
    assert isinstance(blocks[-1], Paragraph)


def test_what_begins_paragraphs_of_its_number_is_bold_and_stays_with_them() -> None:
    lines = ("2. Partnerships – they make a difference", "2.1. It was so.", "3. Theirs, a sentence.")
    head, first, sentence = typed.numbered([(line, "") for line in lines], Footnotes())
    assert [is_bold(block) for block in (head, first, sentence)] == [True, False, False]
    assert stays_with(head, first)
    assert not stays_with(first, sentence)


def test_a_part_that_says_nothing_and_has_nothing_under_it_is_left_out(make, fji, trafford) -> None:
    assert "Summary" not in ours(make.report(replace(fji, findings=())))
    empty = replace(trafford, findings=())
    assert "Participation of children and their parents or carers" not in ours(make.report(empty))


def test_of_a_theme_that_is_not_all_judged_nobody_says_that_its_cases_were_inspected(make, fji) -> None:
    given = zip(fji.cases, [Answer.YES, Answer.NO] * 6, strict=False)
    judged = tuple(Judgement(case.id, "T1", answer) for case, answer in given)
    team, outside = (written(make.report(replace(fji, judgements=judged), copy=copy)) for copy in (None, OUTSIDE))
    assert "The sample has 23 cases: 12 are judged in full." in team
    assert "are judged" not in outside.replace("not all are judged", "")
    assert "cases were inspected" not in team + outside


def test_a_theme_has_its_key_findings_and_its_figures_numbered(make, fji) -> None:
    report = make.report(whole(make, fji))
    blocks = [block for section in report.sections for block in section.blocks]
    numbered = [b for b in blocks if isinstance(b, Bullets) and b.first == 1]
    lists = [["".join(run.text for run in item) for item in b.items] for b in numbered]
    assert lists[:3] == [["act. (The board)"], ["strength of T1", "improvement of T1"], ["narrative of T1"]]
    assert "overall 78% of work to reduce reoffending was done well enough." in written(report)
    assert sum(isinstance(b, RatingLine) for b in blocks) == 6
    tables = [b for b in blocks if isinstance(b, Table) and b.columns[0].title == "Theme" and len(b.columns) == 4]
    assert [[cell[0].text for cell in row.cells] for row in tables[0].rows] == [
        ["Reducing reoffending", "1", "1", "100%"]
    ]
    assert make.pdf(whole(make, fji)).startswith(b"%PDF")


def test_a_text_part_keeps_its_code_and_no_other_part_has_one(make) -> None:
    for framework_id in ("iyjwcv-2025", "iyjs-2025", "yos-2018", "fji-2014"):
        framework = make.framework(framework_id)
        assert set(framework.sections) == {part.code for part in framework.parts if part.holds is Holds.TEXT}
        assert not set(framework.sections) & set(framework.by_ref)
