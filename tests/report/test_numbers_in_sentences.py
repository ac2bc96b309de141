"""Every sentence that a draft makes reads right with none, one and several of what it counts, in every framework and copy."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import product

import pytest

from inspector_app.core.domain.draft.copies import Copy, Scope
from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.inspection import (
    Answer,
    Case,
    Finding,
    FindingKind,
    Inspection,
    Interview,
    Judgement,
    Person,
    Previous,
    Recommendation,
    Source,
)
from inspector_app.core.report import content
from tests.report.test_footnotes import FRAMEWORKS
from tests.report.test_formats import texts

_LIVE = "Plans met needs in [=2.1.1] cases."
_SOURCES, _OUTCOMES = ("meeting", "survey", "document"), ("done", "partly", "not", "")
_COUNTED = r"(?:judged |unanswered |victim |individual )*"
_WRONG = {
    "one of several": rf"\b(?<!omain )(?<!to )(?:1|[Oo]ne) {_COUNTED}(?:cases|interviews|meetings|judgements|stars|weeks|"
    r"recommendations|children|people|points|days|inspectors|managers|case managers|are|have|were)\b",
    "several of one": rf"\b(?:0|[2-9]|\d\d+|two|three|no) {_COUNTED}(?:case|interview|meeting|judgement|star|week|"
    r"recommendation|child|person|point|inspector|case manager)\b(?!-| assess| record| sample| manager|\.$)",
    "one of fewer": r"\bfewer than \w+ (?:[\w-]+ ){0,3}(?:case|interview)\b(?! manager)",
    "of nought": r"\b(?:of the 0|of 0 cases|0 of 0|None of the (?:0|1)\b|all 0|nought)",
    "two blanks": r"  ",
    "a blank before a stop": r" [,.;:](?:\s|$)",
    "two stops": r"(?<!\.)\.\.(?!\.)|,,|;;|:\.|,\.",
    "empty brackets": r"\(\s*\)|\[\s*\]|''|“”",
    "no beginning": r"^[,.;:)]|[.?!] (?:and|or|has|have|is|are|was|were)\b",
    "no end": r"\b(?:and|or|of|the|for|by|in|with|to|a|an)\.(?:\s|$)",
    "a field or None": r"\{[a-z]|\bNone (?:is|are|of None)|\bNone\b(?! of the \d|\s*$)",
}


def counted(framework: Framework, cases: int, judged: int, others: int) -> Inspection:
    """An inspection with so many cases in each sample, of them so many judged, and so many of everything else."""
    made = tuple(
        Case(f"{s.code}{n}", f"{s.code[0].upper()}{n:02}", s.code) for s in framework.samples for n in range(cases)
    )
    answers = (Answer.YES, Answer.NO, Answer.NA)
    return Inspection(
        framework.id,
        "Wexborough",
        date(2025, 3, 24),
        date(2025, 3, 28),
        team=tuple(Person(f"p{n}", f"Ann Lee {n}", "Lead inspector") for n in range(others)),
        cases=made,
        judgements=tuple(
            Judgement(case.id, question.ref, answers[int(case.id[-1]) % 3])
            for case in made
            if int(case.id[len(case.sample) :]) < judged
            for _, question in framework.sample_questions(case.sample)
        ),
        interviews=tuple(Interview(case.id, "case manager") for case in made[:others]),
        sources=tuple(
            Source(("meeting", "survey", "document")[n % 3], f"Source {n}", asked=n, answered=n) for n in range(others)
        ),
        findings=tuple(_findings(framework, others)),
        recommendations=tuple(Recommendation("The board", f"act on point {n}", "high") for n in range(others)),
        previous=tuple(Previous("The board", f"act on {n}", _OUTCOMES[n % 4]) for n in range(others)),
    )


def _findings(framework: Framework, number: int) -> Iterator[Finding]:
    for standard in framework.standards:
        for n in range(number):
            yield Finding(standard.ref, FindingKind.STRENGTH, f"Work was good: {n}.")
        yield Finding(standard.ref, FindingKind.NARRATIVE, _LIVE)


def said(report: content.Report) -> Iterator[str]:
    """Each paragraph, item and cell."""
    yield from (text for section in report.sections for block in section.blocks for text in texts(block) if text)


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_a_sentence_reads_right_however_many_it_counts(make, framework: str) -> None:
    wrong = set()
    known = make.framework(framework)
    for cases, judged, others, scope in product((0, 1, 2), (0, 1, 2), (0, 1, 2), Scope):
        if judged > cases:
            continue
        report = make.report(counted(known, cases, judged, others), copy=Copy(scope))
        for text in said(report):
            wrong |= {(what, text[:200]) for what, pattern in _WRONG.items() if re.search(pattern, text)}
    assert sorted(wrong) == []


def test_each_of_several_who_led_has_the_title(make) -> None:
    """HM Inspector stood before the first alone."""
    report = make.report(counted(make.framework("yos-2018"), 0, 0, 2))
    led = "This inspection was led by HM Inspector Ann Lee 0 and HM Inspector Ann Lee 1."
    assert any(text.startswith(led) for text in said(report))


def test_the_services_copy_says_of_one_case_what_it_says_of_four(make) -> None:
    """Fewer than five case told which of the small numbers it is."""
    framework, copy = make.framework("yos-2018"), Copy(Scope.SERVICE)
    one, four = (
        {text for text in said(make.report(counted(framework, cases, cases, 0), copy=copy)) if "fewer than" in text}
        for cases in (1, 4)
    )
    assert one == four != set()
