"""What the draft findings say, and what they must never say."""

import re
from dataclasses import replace
from datetime import date

import pytest

from inspector_app.core.domain.days.spans import Span
from inspector_app.core.domain.draft.copies import Copy, Scope
from inspector_app.core.domain.inspection import (
    Answer,
    Case,
    Finding,
    FindingKind,
    GivenRating,
    Inspection,
    Judgement,
    PanelDecision,
    Person,
    PromptAnswer,
    Recommendation,
    Totals,
)
from inspector_app.core.domain.rating_rules import BandOn
from inspector_app.core.rating import explain
from inspector_app.core.rating.engine import rate
from inspector_app.core.report import ratings_page, standings, words
from inspector_app.core.report.content import (
    Bullets,
    Chart,
    Heading,
    Label,
    Notice,
    Overall,
    Paragraph,
    Quote,
    Rating,
    RatingLine,
    Report,
    Table,
    Text,
)
from inspector_app.core.services import frameworks


def said(report: Report) -> str:
    """Every word of a report's blocks, in order."""
    return "\n".join(line for section in report.sections for block in section.blocks for line in _lines(block))


def _lines(block) -> list[str]:
    match block:
        case Heading() | Label() | Notice():
            return [block.text]
        case Quote():
            return [block.title, *(_text(said) for said in block.paragraphs)]
        case Paragraph():
            return [_text(block.text)]
        case Bullets():
            return [_text(item) for item in block.items]
        case RatingLine():
            return [f"{block.label}: {_cell(block.rating)}"]
        case Overall():
            return [block.fieldwork, block.score, f"{block.label}: {_cell(block.rating)}"]
        case Chart():
            return []
        case Table():
            return [" | ".join(_cell(cell) for cell in row.cells) for row in block.rows]


def _cell(cell: Text | Rating) -> str:
    if not isinstance(cell, Rating):
        return _text(cell)
    remark = f" ({cell.remark})" if cell.remark else ""
    return f"{cell.word}{f' {cell.mark}' if cell.mark else ''}{remark}"


def _text(text: Text) -> str:
    return "".join(run.text for run in text)


def unjudged(inspection: Inspection) -> Inspection:
    return replace(inspection, judgements=(), prompts=(), ratings=(), panel=(), findings=(), recommendations=())


def table_with(report: Report, words: str) -> Table:
    tables = (b for s in report.sections for b in s.blocks if isinstance(b, Table))
    return next(t for t in tables if any(words in _cell(c) for r in t.rows for c in r.cells))


def ratings_table(report: Report) -> Table:
    """The table of the part that holds the ratings."""
    section = next(s for s in report.sections if any(isinstance(b, Heading) and b.key == "ratings" for b in s.blocks))
    return next(b for b in section.blocks if isinstance(b, Table))


def test_ratings_page_is_that_of_the_published_trafford_report(make, trafford) -> None:
    assert "Fieldwork started March 2025\nScore 4/12\nOverall rating: Requires improvement\n" in said(
        make.report(trafford)
    )


def test_published_percentages_stand_in_order(make, trafford) -> None:
    before_the_annexe = said(make.report(trafford)).split("\nData annexe\n")[0]
    found = re.findall(r"^2\.\d\.\d .*\| (\d+%) \|", before_the_annexe, re.M)
    assert found == ["80%", "60%", "80%", "60%", "87%", "60%"]


def test_lowest_score_is_bold_and_said_in_words(make, trafford) -> None:
    report = make.report(trafford)
    row = table_with(report, "2.1.2 ").rows[1]
    assert [run.bold for cell in row.cells[1:] for run in cell] == [True] * 4
    assert "(lowest score)" in _cell(row.cells[0])
    assert "Lowest score: 2.1.2 with 60% (9 of 15 cases), which is 'Requires improvement'." in said(report)


def test_case_and_prompt_notes_never_appear(make, trafford) -> None:
    canary = "canary about a child"
    inspection = replace(
        trafford,
        judgements=tuple(replace(j, rationale=canary) for j in trafford.judgements),
        prompts=tuple(replace(p, note=canary) for p in trafford.prompts)
        or (PromptAnswer(trafford.cases[0].id, "2.1.1", "a", Answer.NO, canary),),
    )
    assert canary not in repr(make.report(inspection))


def test_case_references_are_told_to_nobody_outside(make, trafford) -> None:
    inspection = replace(trafford, cases=tuple(replace(c, ref=f"REF-{n}") for n, c in enumerate(trafford.cases)))
    assert "REF-" not in repr(make.report(inspection, copy=Copy(Scope.SERVICE)))


def test_findings_appear_under_their_standard_by_kind(make, trafford) -> None:
    findings = (
        Finding("2.2", FindingKind.IMPROVEMENT, "Plans came late."),
        Finding("2.2", FindingKind.NARRATIVE, "First paragraph.\n\nSecond paragraph."),
        Finding("2.2", FindingKind.STRENGTH, "Children had a say."),
    )
    wanted = (
        "First paragraph.\nSecond paragraph.\nStrengths\nChildren had a say.\nAreas for improvement\nPlans came late."
    )
    assert f"{wanted}\n2.3 Delivery" in said(make.report(replace(trafford, findings=findings)))


def test_recommendations_stand_under_their_owner(make, trafford) -> None:
    text = said(make.report(trafford))
    owners = re.findall(r"^(The Trafford .*) should:$", text, re.M)
    assert owners == ["The Trafford Youth Justice Service", "The Trafford Youth Justice management board"]


def test_each_domain_says_how_many_cases_were_looked_at(make, trafford) -> None:
    text = said(make.report(trafford))
    assert (
        "We took a detailed look at 15 cases where the YJS has worked with children, subject to bail, remand, "
        "community sentences, resettlement or out-of-court disposals."
    ) in text
    assert (
        "We took a detailed look at nine victim cases where the YJS has offered a service to victims who have consented "
        "for their information to be shared."
    ) in text


def test_discretion_is_footnoted_in_the_published_form_and_the_percentage_stays(make, salford) -> None:
    report = make.report(salford)
    text = said(report)
    footnote = (
        "Professional discretion was applied at the ratings panel increasing this rating from "
        "'Inadequate' to 'Requires Improvement'."
    )
    assert text.count(footnote) == 2, "once on the ratings page, once in the section"
    assert re.search(r"2\.2 Planning \| Requires improvement [⁰¹²³⁴⁵⁶⁷⁸⁹]\n", text)
    row = next(r for r in table_with(report, "2.2.3 ").rows if "2.2.3" in _cell(r.cells[0]))
    assert re.fullmatch(r"46% [⁰¹²³⁴⁵⁶⁷⁸⁹]+", _cell(row.cells[3]))
    assert _cell(row.cells[4]) == "Inadequate"


def test_discretion_downwards_is_called_lowering(make, trafford) -> None:
    lowered = replace(trafford, panel=(PanelDecision("2.1", "Inadequate", "See minutes.", "2.1.2"),))
    text = said(make.report(lowered))
    assert "lowering this rating from 'Requires improvement' to 'Inadequate'." in text
    assert "from 'Requires improvement' to 'Inadequate' on 2.1.2: See minutes." in text


def test_salford_scores_22_of_36_in_four_domains_and_4_1_does_not_count(make, salford) -> None:
    report = make.report(salford)
    text = said(report)
    assert "Score 22/36\nOverall rating: Good" in text
    ratings = ratings_table(report)
    groups = [_cell(r.cells[0]) for r in ratings.rows if r.group]
    assert groups == [
        "1. Organisational delivery",
        "2. Court disposals",
        "3. Out-of-court disposals",
        "4. Resettlement",
    ]
    assert "The rating for Resettlement does not influence the overall YJS rating." in text


def test_fji_has_stars_in_words_and_no_overall(make, fji) -> None:
    report = make.report(fji)
    assert "Reducing reoffending | 3 of 4 stars (satisfactory) | 78%" in said(report)
    assert not [b for s in report.sections for b in s.blocks if isinstance(b, Overall)]
    assert "Each theme is rated, and there is no overall rating." in said(report)
    assert "does not influence the overall rating" not in said(report)


def test_nothing_judged_is_provisional_with_bounds_in_words(make, trafford) -> None:
    text = said(make.report(unjudged(trafford)))
    assert "Score not yet known\nOverall rating: Not yet rated" in text
    assert "the score can be from 0 to 12 of 12" in text
    assert "the overall rating can be from 'Inadequate' to 'Outstanding'" in text
    assert "2.1, 2.2 and 2.3 have 30 unanswered judgements each" in text


def test_what_is_not_rated_yet_is_said_in_one_sentence_however_many() -> None:
    """The report of 2018 to 2024 said it of each of five standards."""
    framework = frameworks.find("yos-2018")
    rated = rate(framework, Inspection("yos-2018", "Wexborough", date(2026, 3, 9), date(2026, 3, 13)))
    assert rated.standards
    said_so = standings.provisional(rated)
    assert said_so.count("not yet rated") == 1
    assert "1.1, 1.2, 1.3, 1.4" in said_so
    assert "are not yet rated" in said_so


def test_themes_that_are_not_rated_yet_are_called_as_the_table_below_calls_them() -> None:
    framework = frameworks.find("fji-2014")
    rated = rate(framework, Inspection("fji-2014", "Wexborough", date(2014, 11, 10), date(2014, 11, 28)))
    assert "Not yet rated: Reducing reoffending, Protecting the public, " in ratings_page._no_overall(rated)


def test_unanswered_and_not_applicable_columns_show_only_where_there_are_any(make, trafford) -> None:
    whole = table_with(make.report(trafford), "2.1.1 ")
    stem = "Does assessing sufficiently analyse how to:"
    assert [c.title for c in whole.columns] == [stem, "Yes", "Of", "% 'Yes'", "Rating band"]
    case = trafford.cases[0].id
    changed = tuple(
        replace(j, answer={"2.1.1": Answer.NA, "2.1.2": None}.get(j.question, j.answer)) if j.case == case else j
        for j in trafford.judgements
    )
    table = table_with(make.report(replace(trafford, judgements=changed)), "2.1.1 ")
    assert [c.title for c in table.columns][5:] == ["Not applicable", "Unanswered"]
    assert [[_cell(c) for c in r.cells[5:]] for r in table.rows] == [["1", "0"], ["0", "1"]]


def test_column_shares_fill_the_width(make, trafford, salford, fji) -> None:
    for inspection in (trafford, unjudged(trafford), salford, fji):
        for section in make.report(inspection).sections:
            for table in (b for b in section.blocks if isinstance(b, Table)):
                assert sum(c.share for c in table.columns) == 100


def test_v1_without_a_decision_is_suggested_not_yet_decided(make, trafford) -> None:
    without = replace(trafford, ratings=tuple(r for r in trafford.ratings if r.subject != "V1"))
    text = said(make.report(without))
    assert "V1 Work with victims | Requires improvement (suggested, not yet decided)" in text
    assert "The rating shown is suggested, not yet decided." in text
    assert "V1 is suggested, not yet decided" in text
    assert re.search(r"^V1\.2 .* \| Requires improvement$", text, re.M)


def test_band_that_the_exact_fraction_would_change_has_a_footnote(make, salford) -> None:
    totals = tuple(replace(t, yes=11, of=17) if t.question == "3.1.3" else t for t in salford.totals)
    text = said(make.report(replace(salford, totals=totals)))
    assert "The exact fraction, 11 of 17, would be 'Requires improvement'." in text


def test_band_that_the_printed_percent_would_change_has_a_footnote_too(make, salford) -> None:
    totals = tuple(replace(t, yes=11, of=17) if t.question == "3.1.3" else t for t in salford.totals)
    framework = make.framework(salford.framework)
    by_fraction = replace(framework, rating=replace(framework.rating, band_on=BandOn.EXACT))
    text = said(make.report(replace(salford, totals=totals), by_fraction))
    assert "The band is that of the exact fraction, 11 of 17. The printed whole percent would be 'Good'." in text


def test_the_cover_says_whose_it_is_who_inspected_and_which_version_and_outside_who_led(make, trafford) -> None:
    facts = {scope: dict(make.report(trafford, copy=Copy(scope, "0123456789abcdef")).cover.facts) for scope in Scope}
    assert {said["Inspectorate"] for said in facts.values()} == {"HM Inspectorate of Probation"}
    assert facts[Scope.PANEL]["Team"] == "Inspector A, Inspector B and Inspector C"
    assert facts[Scope.SERVICE]["Led by"] == "Inspector A"
    assert "Team" not in facts[Scope.SERVICE]
    assert facts[Scope.LEAD]["Version"] == "0123456789ab"
    assert "Version" not in facts[Scope.SERVICE]
    assert "Team" not in dict(make.report(replace(trafford, team=())).cover.facts)


def test_the_team_is_named_by_its_roles_however_it_came_together(make, fji) -> None:
    roles = ("Local assessor", "Inspector", "", "Quality lead", "Interpreter", "Lead inspector", "inspector")
    team = tuple(Person(str(n), f"Ann {'ABCDEFG'[n]}", role) for n, role in enumerate(roles))
    report = make.report(replace(fji, team=team))
    assert dict(report.cover.facts)["Team"] == "Ann F, Ann D, Ann B, Ann G, Ann A, Ann E and Ann C"
    named = re.findall("Ann [A-G]", said(report))
    assert named[-7:] == [f"Ann {letter}" for letter in "FDBGAEC"]


def test_the_cover_of_a_joint_inspection_does_not_name_one_inspectorate_alone(make, fji) -> None:
    said = dict(make.report(fji, copy=Copy(Scope.SERVICE)).cover.facts)["Inspectorate"]
    assert said.startswith("An inspection led by HMI Probation with colleagues from the criminal justice, social care,")


def test_marking_and_notice_of_the_inspection_are_kept(make, trafford) -> None:
    assert make.report(replace(trafford, marking="")).marking == "OFFICIAL-SENSITIVE"
    report = make.report(replace(trafford, marking="OFFICIAL", notice="Constructed."))
    assert (report.marking, report.notice, report.cover.notice) == ("OFFICIAL", "Constructed.", "Constructed.")
    assert Notice("Constructed.") in [block for section in report.sections for block in section.blocks]


@pytest.mark.parametrize("sample", ["trafford", "salford", "fji"])
def test_the_annexe_prints_each_source_once_and_steps_and_rules_name_it_by_its_number(make, request, sample) -> None:
    inspection = request.getfixturevalue(sample)
    framework = make.framework(inspection.framework)
    *named, sources = [b for s in make.report(inspection).sections[-2:] for b in s.blocks if isinstance(b, Table)]
    listed = {_cell(row.cells[0]): _cell(row.cells[1]) for row in sources.rows}
    assert list(listed) == [str(number) for number in range(1, len(listed) + 1)]
    assert len(set(listed.values())) == len(listed)
    steps, rules = ([row for row in table.rows if not row.group] for table in named)
    reached = explain.trace(framework, make.rated(inspection))
    told = [step.source for _, of in explain.grouped(framework, reached) for step in of]
    assert [listed[_cell(row.cells[2])] for row in steps] == told
    assert {_cell(row.cells[2]) for row in (*steps, *rules)} == set(listed)


def test_annexe_holds_every_step_and_every_rule_with_its_status(make, salford) -> None:
    text = said(make.report(salford))
    framework = make.framework("yos-2018")
    assert {"Printed", "Derived", "Assumed"} <= set(re.findall(r" \| (\w+) \| ", text))
    assert all(rule.text in text and rule.basis.source in text for rule in framework.rating.rules)
    assert "A key question from 65% is 'Good'." in text
    assert text.count("Considered for professional discretion:") == 1, "said once before what may speak for it"
    assert all(one.text in text for one in framework.rating.considerations)


def test_no_word_for_a_proportion_is_made(make, trafford) -> None:
    bare = replace(trafford, findings=(), recommendations=(), notice="")
    assert not re.search(r"\b(most|majority|minority|few|half)\b", said(make.report(bare)).split("Annexe")[0], re.I)


def test_heading_keys_are_unique(make, trafford, salford, fji) -> None:
    for inspection in (trafford, salford, fji):
        keys = [b.key for s in make.report(inspection).sections for b in s.blocks if isinstance(b, Heading)]
        assert len(keys) == len(set(keys))


def test_not_inspected_standard_with_findings_is_shown_unrated(make, trafford) -> None:
    context = (*trafford.findings, Finding("1.1", FindingKind.NARRATIVE, "The board met monthly."))
    text = said(make.report(replace(trafford, findings=context)))
    assert "This standard is not rated in this inspection.\nThe board met monthly." in text


def test_what_a_return_visit_rated_is_printed_with_its_rating_and_its_days(make, trafford) -> None:
    ratings = (*trafford.ratings, GivenRating("1.2", "Good", "Staff are stretched."))
    visit = replace(trafford, ratings=ratings, return_start=date(2025, 4, 28), return_end=date(2025, 5, 2))
    text = said(make.report(visit))
    assert re.search(r"^1\.2 .* \| Good", text, re.M)
    assert re.search(r"^1\.3 .* \| Not yet rated", text, re.M)
    assert ("Return visit", "28 April to 2 May 2025") in make.report(visit).cover.facts
    assert "We returned from 28 April to 2 May 2025." in text
    assert "not rated in this inspection" not in text
    assert "Score 4/12" in text  # domain one never counts


def test_fieldwork_with_a_gap_week_is_said_as_the_weeks_that_it_was_in(make, fji) -> None:
    gap = replace(
        fji, start=date(2014, 11, 10), end=date(2014, 11, 28), gaps=(Span(date(2014, 11, 17), date(2014, 11, 23)),)
    )
    report = make.report(gap)
    weeks = "10 to 14 November and 24 to 28 November 2014"
    assert ("Fieldwork", weeks) in report.cover.facts
    assert "on the weeks commencing: 10 November 2014 and 24 November 2014" in said(report)
    assert report.subject.endswith(f"Fieldwork {weeks}")


def test_a_return_visit_of_one_day_is_said_as_one(make, trafford) -> None:
    day = date(2025, 4, 29)
    for end in (None, day):
        text = said(make.report(replace(trafford, return_start=day, return_end=end)))
        assert "We returned on 29 April 2025." in text


@pytest.mark.parametrize(
    ("service", "area"),
    [
        ("Wexborough Youth Justice Service", "Wexborough"),
        ("Hull and East Riding youth offending team (YOT)", "Hull and East Riding"),
        ("Wexborough, YJS", "Wexborough"),
        ("Youth Justice Service", "Youth Justice Service"),
        ("Wexborough Justice", "Wexborough Justice"),
        ("Redcar YOT", "Redcar"),
        ("Serviceton", "Serviceton"),
    ],
)
def test_a_service_that_was_named_in_full_is_not_called_a_service_twice(
    make, trafford, service: str, area: str
) -> None:
    """“We conducted fieldwork in Wexborough Youth Justice Service YJS”: the sentences of the reports name its area."""
    report = make.report(replace(trafford, service=service))
    assert f"We conducted fieldwork in {area} YJS over" in said(report)
    assert f"youth justice services in {area}. This" in said(report)
    assert report.cover.service == service


def test_a_case_without_a_judgement_is_of_the_sample_and_was_not_looked_at(make, trafford) -> None:
    more = replace(trafford, cases=(*trafford.cases, Case("new", "C99", "children")))
    text = said(make.report(more))
    assert "The sample (children’s cases) has 16 cases: 15 are judged in full." in text
    assert "We took a detailed look at 16" not in text


def test_judgement_outside_the_framework_is_not_printed(make, trafford) -> None:
    stray = replace(trafford, judgements=(*trafford.judgements, Judgement("nobody", "9.9.9", Answer.YES, "stray")))
    assert "9.9.9" not in said(make.report(stray))


def test_titles_inside_a_sentence_keep_their_capitals_where_they_are_names() -> None:
    assert [words.within_sentence(t) for t in ("Assessing", "YJS work", "V1 Work", "Partnerships and Services")] == [
        "assessing",
        "YJS work",
        "V1 Work",
        "Partnerships and Services",
    ]


def headings(report: Report, level: int) -> list[str]:
    return [b.text for s in report.sections for b in s.blocks if isinstance(b, Heading) and b.level == level]


def test_headings_and_lines_of_the_table_are_those_of_the_reports(make, trafford, salford, fji) -> None:
    assert "Domain two: Work with children" in headings(make.report(trafford), 1)
    assert "Work with victims" in headings(make.report(trafford), 1)
    assert "2.3 Delivery" in headings(make.report(trafford), 2)
    ratings = ratings_table(make.report(trafford))
    assert [_cell(row.cells[0]) for row in ratings.rows] == [
        "Work with children", "2.1 Assessing", "2.2 Planning", "2.3 Implementation and delivery",
        "Work with victims", "V1 Work with victims",
    ]  # fmt: skip
    assert [h for h in headings(make.report(salford), 1) if h[0] in "D4"] == [
        "Domain one: Organisational delivery", "Domain two: Court disposals", "Domain three: Out-of-court disposals",
        "4.1. Resettlement",
    ]  # fmt: skip
    assert "2.3. Implementation and delivery" in headings(make.report(salford), 2)
    assert [h for h in headings(make.report(fji), 1) if h.startswith("Theme")][2:4] == [
        "Theme 3: Protecting the child or young person", "Theme 4: Ensuring that the sentence is served",
    ]  # fmt: skip


def test_governance_of_2014_stands_with_its_criteria(make, fji) -> None:
    text = said(make.report(fji))
    assert "good quality services.\n1. Leadership and Governance – offending is reduced" in text


def test_what_a_rating_rests_on_is_said_as_the_reports_do(make, trafford, salford) -> None:
    text = said(make.report(trafford))
    assert "Our rating³ for assessing is based on the following key questions:" in text
    assert text.count("The rating for the standard is driven by the lowest score of the key questions, which is") == 3
    assert "The rating for the victims’ standard is derived from the scores from case inspection for V 1.1 and" in text
    assert "2.1.1 achieve positive change for the child? | 12 | 15 | 80% | Outstanding" in text
    assert "is driven by the lowest score on each of the key questions, which is" in said(make.report(salford))


def test_a_file_without_the_sentences_of_reports_is_said_in_ours(make, trafford) -> None:
    framework = make.framework("iyjwcv-2025")
    bare = replace(
        framework,
        domains=(),
        recommendations=None,
        standards=tuple(replace(s, stem="", in_ratings="") for s in framework.standards),
        rating=replace(framework.rating, rules=tuple(replace(r, in_report="") for r in framework.rating.rules)),
        samples=tuple(replace(s, in_report=None) for s in framework.samples),
    )
    text = said(make.report(trafford, bare))
    assert "\nVictims\nV1 Work with victims | Requires improvement" in text
    assert "We took a detailed look at nine victims’ cases." in text
    totals = replace(trafford, cases=(), judgements=(), prompts=(), totals=(Totals("2.1.1", 3, 9),))
    for scope, told in ((Scope.PANEL, True), (Scope.SERVICE, False)):
        assert ("The figures were entered as totals." in said(make.report(totals, copy=Copy(scope)))) is told
    assert "As a result of our inspection findings, we have made seven recommendations.\nThe Trafford Youth" in text
    assert "is based on the following key questions. It is driven by the lowest score" in text
    assert "is derived from the scores from case inspection for V1.1 and the qualitative evidence for V1.2." in text


def test_recommendations_open_and_are_numbered_as_in_the_reports(make, trafford, salford) -> None:
    text = said(make.report(trafford))
    assert "we have made seven recommendations that we believe, if implemented, will have a positive impact" in text
    assert "on the quality of youth justice services in Trafford. This will improve the lives of victims and" in text
    alone = replace(trafford, recommendations=trafford.recommendations[:1])
    assert "we have made one recommendation that we believe" in said(make.report(alone))
    many = replace(salford, recommendations=tuple(Recommendation("the board", f"do {n}") for n in range(12)))
    assert "we have made 12 recommendations that" in said(make.report(many))


def lists(report: Report) -> list[tuple[int | None, list[str]]]:
    made = next(s for s in report.sections if s.blocks[0] == Heading("Recommendations", 1, "recommendations"))
    return [(b.first, [_text(i) for i in b.items]) for b in made.blocks if isinstance(b, Bullets)]


def test_numbers_of_recommendations_run_on_from_one_owner_to_the_next_in_2018(make, salford, trafford) -> None:
    three = (Recommendation("the board", "a"), Recommendation("", "b"), Recommendation("the board", "c"))
    report = make.report(replace(salford, recommendations=three))
    assert lists(report) == [(1, ["a", "c"]), (3, ["b"])]
    assert "\nThe board should:\na\nc\nNot yet said who should:\nb\n" in f"{said(report)}\n"
    assert [first for first, _ in lists(make.report(trafford))] == [None, None]


def test_in_2014_who_should_act_stands_in_brackets_after_what_is_to_be_achieved(make, fji) -> None:
    text = "as a matter of priority, the management board should ensure its arrangements are robust and effective"
    made = (Recommendation("Chief Executive of Trafford", text), Recommendation(" ", "all staff should be trained"))
    report = make.report(replace(fji, recommendations=made))
    assert lists(report) == [(1, [f"{text} (Chief Executive of Trafford)", "all staff should be trained"])]
    assert "Chief Executive of Trafford should:" not in said(report)
    assert "outcomes within 12 months following publication of this report:\nas a matter of priority" in said(report)


def test_how_the_cases_divide_goes_into_no_report(make, trafford, salford) -> None:
    kinds = ("zebra order", "heron order")  # no word of a framework
    for inspection, sample in ((trafford, "children"), (salford, "court")):
        cases = tuple(Case(f"k{n}", f"K{n}", sample, kinds[n > 6]) for n in range(8))
        report = repr(make.report(replace(inspection, cases=cases)))
        assert not [kind for kind in kinds if kind in report]


def test_nothing_written_has_no_page_of_recommendations(make, trafford) -> None:
    for made in ((), (Recommendation("The board", "  "),)):
        assert "Recommendations" not in headings(make.report(replace(trafford, recommendations=made)), 1)


def test_no_row_and_no_heading_is_empty(make, trafford, fji) -> None:
    framework = make.framework("iyjwcv-2025")
    without = replace(framework, standards=tuple(replace(s, domain="") for s in framework.standards), domains=())
    for report in (make.report(fji), make.report(trafford, without)):
        assert all(text.strip() for level in (1, 2) for text in headings(report, level))
        tables = (b for s in report.sections for b in s.blocks if isinstance(b, Table))
        assert not [row for t in tables for row in t.rows if not any(_cell(cell).strip() for cell in row.cells)]


def test_the_panels_copy_of_2014_has_every_case_by_theme(make, fji) -> None:
    with_a_case = replace(fji, cases=(Case("1", "C01", fji_sample(make)),))
    blocks = [b for section in make.report(with_a_case, copy=Copy(Scope.PANEL)).sections for b in section.blocks]
    labels = [b.text for b in blocks if isinstance(b, Label)]
    assert "Cases by theme" in labels
    assert not [text for text in labels if "key question" in text]


def fji_sample(make) -> str:
    return make.framework("fji-2014").samples[0].code


def test_the_panels_copy_has_every_case_by_key_question_under_the_totals(make, trafford) -> None:
    blocks = [b for section in make.report(trafford, copy=Copy(Scope.PANEL)).sections for b in section.blocks]
    place = next(
        n for n, b in enumerate(blocks) if isinstance(b, Label) and b.text == "Children’s cases by key question"
    )
    table = blocks[place + 1]
    assert isinstance(table, Table)
    cells = [tuple("".join(run.text for run in cell) for cell in row.cells) for row in table.rows]
    assert cells[0] == (
        "Yes, of those judged", "12 of 15", "9 of 15", "12 of 15", "9 of 15", "13 of 15", "9 of 15",
    )  # fmt: skip
    assert cells[2] == ("C02", "Yes", "No", "Yes", "No", "Yes", "No")
    assert len(cells) == 1 + 15
