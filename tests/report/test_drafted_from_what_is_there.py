"""No drafted sentence says of an inspection what is not in it: cases, interviews, meetings, dates, a team, ratings."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.core.domain.days import windows
from inspector_app.core.domain.days.spans import Span
from inspector_app.core.domain.days.visits import moved
from inspector_app.core.domain.draft.copies import Copy, Scope
from inspector_app.core.domain.framework import Framework, Sample
from inspector_app.core.domain.inspection import (
    Bearing,
    Case,
    Event,
    Finding,
    FindingKind,
    Inspection,
    Interview,
    Person,
    Source,
    Totals,
)
from inspector_app.core.report import content
from tests.report.test_footnotes import FRAMEWORKS
from tests.report.test_formats import texts

_START = date(2025, 3, 24)
_MET = ("meeting", "focus-group")
_CUSTODY = "custody and resettlement"


def has(sample: str, custody: bool | None = None) -> Callable[[Inspection], bool]:
    return lambda i: any(c.sample == sample and custody in (None, c.type == _CUSTODY) for c in i.cases)


def talked_about_victims(inspection: Inspection) -> bool:
    return any(s.kind != "document" and s.bears_on and s.bears_on[0].on.startswith("V1") for s in inspection.sources)


def has_source(*kinds: str) -> Callable[[Inspection], bool]:
    return lambda i: any(s.kind in kinds for s in i.sources)


def never(_: Inspection) -> bool:
    return False


# What a draft of any framework may say, and what then has to be there; it is written apart from the frameworks' files.
SAID: tuple[tuple[str, Callable[[Inspection], bool]], ...] = (
    (r"looked at cases where the YJS had undertaken contact with victims", has("victims")),
    (r"interviews with staff and managers", talked_about_victims),
    (r"inspected the organisational arrangements", lambda i: any(s.bears_on for s in i.sources)),
    (r"We inspected (?:custody )?cases where", lambda i: bool(i.cases)),
    (r"commenced work with children", has("children")),
    (r"custody cases", has("children", custody=True)),
    (r"sentence or licence began", has("court")),
    (r"out-of-court disposals were delivered", has("out-of-court")),
    (r"resettlement cases were", has("resettlement")),
    (r"case managers?\.", lambda i: any(v.is_of_case_manager for v in i.interviews)),
    (r"conducted (?:\w+ )?meetings?\b", has_source(*_MET)),
    (r"including with staff, volunteers, managers", lambda i: "Volunteers" in [s.title for s in i.sources]),
    (r"written evidence submitted|copies of relevant local documents", has_source("document")),
    (r"gathered the views of others", has_source("interview", *_MET)),
    (r"observed work taking place", has_source("observation")),
    (r"presented our findings", lambda i: any(e.kind == "feedback" for e in i.events)),
    (r"supported by a team|colleague inspectors|a team of inspection staff", lambda i: len(i.team) > 1),
    (r"[Ss]econd fieldwork week|week in between", lambda i: len(i.fieldwork) > 1),
    (r"first fieldwork week we looked at|The sample included|Cases were assessed", has("cases")),
    (r"Key findings about organisational delivery", lambda i: any(f.standard.startswith("1.") for f in i.findings)),
    (r"have inspected and rated", never),  # none of these is judged throughout
    (r"took a detailed look|victim case", lambda i: bool(i.cases)),
)


@dataclass(frozen=True)
class There:
    """What an inspection has; samples by their code, with how their cases began."""

    samples: tuple[tuple[str, str, bool], ...]  # code, type, whether it began outside its window
    sources: tuple[Source, ...]
    interviews: tuple[str, ...]
    team: int
    weeks: int
    findings: bool
    told: bool


def _case_dates(sample: Sample, case_type: str, outside: bool) -> date | None:
    window = windows.window_for(sample, case_type)
    assert window is not None
    return windows.dates(window, _START)[0] - timedelta(days=1 if outside else 0)


def made(framework: Framework, there: There) -> Inspection:
    cases = tuple(
        Case(f"c{n}", f"C{n:02}", code, case_type, began=_case_dates(framework.sample(code), case_type, outside))
        for n, (code, case_type, outside) in enumerate(there.samples)
    )
    gap = moved(_START, 5), moved(_START, 13)
    return Inspection(
        framework.id,
        "Wexborough",
        _START,
        moved(_START, 4 if there.weeks == 1 else 18),
        gaps=() if there.weeks == 1 else (Span(*gap),),
        team=tuple(Person(f"p{n}", f"Ann Lee {n}", "Lead inspector" if not n else "") for n in range(there.team)),
        cases=cases,
        interviews=tuple(Interview(cases[0].id, role) for role in there.interviews) if cases else (),
        sources=there.sources,
        findings=tuple(Finding(s.ref, FindingKind.STRENGTH, "Good.") for s in framework.standards[: there.findings]),
        events=(Event(kind="feedback"),) if there.told else (),
    )


def of(framework: Framework) -> st.SearchStrategy[There]:
    kinds = [(s.code, case_type) for s in framework.samples for case_type in s.case_types]
    case = st.tuples(st.sampled_from(kinds), st.booleans()).map(lambda one: (*one[0], one[1]))
    organisation = [s.ref for s in framework.standards if s.evidence.value != "cases"]
    source = st.builds(
        Source,
        kind=st.sampled_from(("document", "meeting", "focus-group", "interview", "survey", "observation")),
        title=st.sampled_from(("Staff", "Volunteers", "Managers", "Board members", "Partners", "")),
        bears_on=st.lists(st.sampled_from(organisation).map(lambda ref: Bearing(ref)), max_size=1).map(tuple),
    )
    return st.builds(
        There,
        samples=st.lists(case, max_size=4).map(tuple),
        sources=st.lists(source, max_size=4).map(tuple),
        interviews=st.lists(st.sampled_from(("case manager", "Case Manager", "parent")), max_size=2).map(tuple),
        team=st.integers(0, 2),
        weeks=st.integers(1, 2),
        findings=st.booleans(),
        told=st.booleans(),
    )


def said(report: content.Report) -> str:
    return "\n".join(text for section in report.sections for block in section.blocks for text in texts(block) if text)


def windows_said(text: str) -> Iterator[str]:
    yield from re.findall(r"between [^.]*? and [^.,]*|up to 12 months old", text)


@pytest.mark.parametrize("name", FRAMEWORKS)
def test_nothing_is_drafted_that_is_not_in_the_inspection(make, name: str) -> None:
    framework = make.framework(name)

    @given(of(framework), st.sampled_from(list(Scope)))
    def check(there: There, scope: Scope) -> None:
        inspection = made(framework, there)
        text = said(make.report(inspection, copy=Copy(scope)))
        for phrase, is_there in SAID:
            if found := re.search(phrase, text):
                assert is_there(inspection), found.string[max(0, found.start() - 80) : found.end() + 80]
        for window in windows_said(text):
            assert [one for one in there.samples if not one[2]], f"all cases are outside: {window}"

    check()


@pytest.mark.parametrize("name", FRAMEWORKS)
def test_a_window_is_named_only_while_no_case_of_it_began_outside(make, name: str) -> None:
    """Most of the cases listed lay outside the dates that the Background named."""
    framework = make.framework(name)
    kinds = [(s.code, case_type) for s in framework.samples for case_type in s.case_types]
    for outside in (False, True):
        there = There(tuple((*kind, outside) for kind in kinds), (), (), 1, 1, True, False)
        named = list(windows_said(background(make, framework, there)))
        assert bool(named) is not outside


@pytest.mark.parametrize("name", ["iyjwcv-2025", "iyjs-2025"])
def test_what_a_window_is_for_is_told_by_the_type_of_the_cases(make, name: str) -> None:
    framework = make.framework(name)
    bail, custody = ("children", "bail", False), ("children", _CUSTODY, False)

    def told(*samples: tuple[str, str, bool]) -> str:
        return background(make, framework, There(samples, (), (), 1, 1, True, False))

    assert "between 23 September 2024 and 22 November 2024." in told(bail)
    assert ", and custody cases between the extended date range of 25 March 2024" in told(bail, custody)
    assert "We inspected custody cases between the extended date range of 25 March 2024" in told(custody)
    late = told(bail, (*custody[:2], True))
    assert "subject to bail or remand, court disposals or out-of-court disposals." in late
    assert "between" not in late
    for cases in ((late_custody := (*custody[:2], True),), (late_custody, custody)):
        only = told(*cases)
        assert "We inspected custody cases." in only
        assert "subject to bail" not in only
    assert "contact with victims" not in told(bail)
    assert "We looked at cases where the YJS had undertaken contact with victims between 23" in told(
        ("victims", "adult victim", False)
    )


@pytest.mark.parametrize("name", ["iyjwcv-2025", "iyjs-2025"])
def test_totals_alone_tell_no_type_of_case(make, name: str) -> None:
    framework = make.framework(name)
    asked = [question.ref for _, question in framework.sample_questions("children")]
    totals = tuple(Totals(ref, yes=5, of=8) for ref in asked)
    inspection = replace(made(framework, There((), (), (), 1, 1, True, False)), totals=totals)
    text = drafted(make, inspection)
    assert "out-of-court disposals between 23 September 2024 and 22 November 2024." in text
    assert "custody" not in text


@pytest.mark.parametrize("name", FRAMEWORKS)
@pytest.mark.parametrize(
    ("roles", "is_supported"),
    [(("Lead inspector",), False), (("Lead inspector", "Lead inspector"), False), (("lead", "Lead Inspector", "Lead"), False),
     (("Lead inspector", "Inspector"), True), (("Lead inspector", "Lead inspector", ""), True)],
)  # fmt: skip
def test_who_leads_is_no_team_in_support(make, name: str, roles: tuple[str, ...], is_supported: bool) -> None:
    framework = make.framework(name)
    team = tuple(Person(f"p{n}", f"Ann Lee {n}", role) for n, role in enumerate(roles))
    inspection = replace(made(framework, There((), (), (), 1, 2, True, False)), team=team)
    said_so = re.search("supported by a team|joined by colleague inspectors", drafted(make, inspection))
    assert bool(said_so) is is_supported


@pytest.mark.parametrize(
    ("titles", "is_said"),
    [(("Staffordshire keyboard onboarding", "Managerial partner volunteering"), False),
     (("Staff, volunteers and managers", "Boards; partnership staff"), True),
     (("staff/volunteer forum", "MANAGER", "Board-level meeting", "Partners’ group"), True)],
)  # fmt: skip
def test_who_was_met_is_told_by_whole_words(make, titles: tuple[str, ...], is_said: bool) -> None:
    framework = make.framework("yos-2018")
    met = (*(Source(kind="meeting", title=title) for title in titles), Source(kind="document", title="Plan"))
    text = drafted(make, made(framework, There((), met, (), 1, 1, True, False)))
    assert ("including with staff, volunteers, managers" in text) is is_said
    assert "written evidence" in text


def background(make, framework: Framework, there: There) -> str:
    return drafted(make, made(framework, there))


def drafted(make, inspection: Inspection) -> str:
    """What is said before the annexes."""
    report = make.report(inspection)
    return said(replace(report, sections=report.sections[: _before_annexes(report.sections)]))


def _before_annexes(sections: Sequence[content.Section]) -> int:
    """The annexes of the panel's copy explain the rules, with their windows."""
    first = (
        place
        for place, one in enumerate(sections)
        for block in one.blocks
        if isinstance(block, content.Heading) and block.text.startswith("Annexe: ")
    )
    return next(first, len(sections))
