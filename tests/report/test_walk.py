"""Each of the four published reports walked beside ours: headings, text, tables, ratings, scores, recommendations, footnotes.

What ours has not, in its place, has a reason here; `pytest -s` prints all of it.
"""

import re
from collections import Counter

import pytest

from tests.report import printed

COVER = "the cover of a published report; a draft has its own, with whose copy it is"
IMPRINT = "who published it, and where to write to: a draft is not published"
LINK = "a link to the inspectorate's site; a draft is read without a network"
BESIDE = "the word over a column; ours says it beside the rating itself"
ANNEX = "the report leaves out a comma of the 2025 framework, whose wording is ours"
TWICE = "the programme's reports print it two ways; the framework has one"
TYPES = "how cases divide by type goes into no report of ours: small numbers can point to a child"
WINDOWS = (
    "drafted from the windows of the framework, with one wording for both reports: the samples do not say it again"
)
MANAGERS = "the interviews are counted once, under Background"
CHART = "the figures of this chart are in no text of the report, so the sample answers no case, and ours draws no empty chart"
DIVIDER = "a page with the theme's name and number alone"
PLURAL = "ours has one heading, however many there are"
SERVICE = "the service is named on the cover and in the head of each page"
ONE_LINE = "ours prints the heading as one line"

COMMON = {
    r"HM Inspectorate|of Probation|An inspection of youth (justice|offending) services in": COVER,
    r"Salford|Blackburn with Darwen": COVER,
    r"HM Inspectorate of Probation, \w+ 20\d\d": COVER,
    r"Published by|HM Inspectorate of Probation|(1st Floor )?Civil Justice Centre": IMPRINT,
    r"Follow us on Twitter|@hmiprobation": IMPRINT,
    r"ISBN: .+|© Crown copyright \d+|Manchester|M3 3FX|1 Bridge Street West": IMPRINT,
    r"A more detailed explanation is available on our website.*": LINK,
    r"Areas? for (development|improvement)": PLURAL,
    r"(Salford|Blackburn with Darwen) Youth Justice Service": SERVICE,
    r"We took a detailed look at \w+ community sentences and one custodial sentence managed by the YJS\.": TYPES,
    r"These consisted of .+ (youth cautions|community resolutions).+": TYPES,
    r"We interviewed the case managers in \w+ cases\.": MANAGERS,
    r"Does (assessment|planning|reviewing) .+ child desistance\?": TWICE,
}
WALKS = {
    "trafford": (
        "000_08296bed1386962e.txt",
        {
            r"An inspection of youth justice work with children and victims in Trafford": COVER,
            r"Rating": BESIDE,
            r"High-quality, well-focused, personalised and coordinated services are delivered, .+": ANNEX,
            r"(Is work|Work) with victims (is )?high-quality, individualised and responsive.*": ANNEX,
            r"Do organisational arrangements and activity drive a high-quality, individualised and responsive .+": ANNEX,
            r"Press release|\"Some inconsistencies\" found at Trafford Youth Justice Service": "written after publication",
            r"This inspection was led by HM Inspector Caren Jones, .+": "the sample's inspectors are constructed",
            r"Case inspection scores and a more detailed explanation .+": LINK,
        },
    ),
    "salford": (
        "001_a9aaf3e5bd7d36a4.txt",
        {
            r"We inspected cases where the sentence or licence began, .+ between 23 January to 17 November 2023\.": WINDOWS,
            r"Chief Inspector of Probation": "the reports before and after it print HM Chief Inspector of Probation, as ours",
            r"The rating for the standard is driven .+": "the note on discretion is first in ours, as the rating is",
        },
    ),
    "blackburn": (
        "003_11a829adb87c8cff.txt",
        {
            r"We inspected cases where the sentence or licence, .+ Monday 11 October 2021 and 05 August 2022\.": WINDOWS,
            r"HM Inspectorate of Probation is the independent inspector of youth offending .+": TWICE,
            r"We report on the effectiveness of probation and youth offending service work .+": TWICE,
            r"To inspect organisational delivery, we reviewed evidence submitted by the YJS .+": TWICE,
            r"The rating for Resettlement does not influence the overall YOS rating\.": TWICE,
        },
    ),
    "fji": (
        "002_7e509a10580e7ac6.txt",
        {
            r"Full Joint Inspection of Youth Offending Work in Trafford|An inspection led by HMI Probation": COVER,
            r"February 2015": "the month of publishing: a draft says as at when its data stood",
            r"Data Summary|The following chart summarises data .+|\[NB: 23 cases were inspected\.": CHART,
            r"However, the total answers may not equal this, .+": CHART,
            r"Reducing Reoffending|Ensuring that the Sentence is Served|Protecting the Child or Young Person": CHART,
            r"Reducing reoffending|Protecting the Public|Protecting the child or young person|Ensuring that": DIVIDER,
            r"Governance and partnerships|Interventions to reduce reoffending|[1-6]": DIVIDER,
            r"Appendices": DIVIDER,
            r"Appendix 2|Acknowledgements": ONE_LINE,
            r"Arolygiad ar y Cyd Cyfiawnder Troseddol": IMPRINT,
        },
    ),
}  # fmt: skip
needs_sources = pytest.mark.skipif(
    printed.SOURCES is None, reason="the source documents do not lie beside this checkout"
)


def reason(line: str, reasons: dict[str, str]) -> str:
    """Why a line is not in ours; "" for none."""
    return next((why for pattern, why in reasons.items() if re.fullmatch(pattern, line)), "")


@needs_sources
@pytest.mark.parametrize("name", WALKS)
def test_everything_that_a_published_report_prints_stands_in_ours_in_its_order(name, make, request) -> None:
    source, own = WALKS[name]
    report = make.report(request.getfixturevalue(name))
    unexplained: list[str] = []
    for notes in (False, True):
        wanted = printed.wanted(printed.pieces(source), notes=notes)
        absent = printed.absent(wanted, printed.ours(report, notes=notes))
        said = {line: reason(line, own | COMMON) for line in absent}
        unexplained += [line for line in absent if not said[line]]
        print(
            f"{name}, {'footnotes' if notes else 'text'}: {len(wanted)} sentences and cells, {len(absent)} not in ours"
        )
        for line, times in Counter(absent).items():
            print(f"    {times} x {line[:90]}: {said[line] or 'MISSING'}")
    assert unexplained == []


@needs_sources
@pytest.mark.parametrize("name", WALKS)
def test_each_reason_is_of_something_that_is_missing(name, make, request) -> None:
    """A reason that explains nothing any more would hide the next fault."""
    source, own = WALKS[name]
    report = make.report(request.getfixturevalue(name))
    absent = [
        line
        for notes in (False, True)
        for line in printed.absent(
            printed.wanted(printed.pieces(source), notes=notes), printed.ours(report, notes=notes)
        )
    ]
    assert [p for p in own if not any(re.fullmatch(p, line) for line in absent)] == []


@needs_sources
@pytest.mark.parametrize("name", WALKS)
def test_every_paragraph_of_the_source_stands_word_for_word_in_the_document(name, make, request) -> None:
    """Whole, as one text or recommendation, or drafted by the framework; or it is no paragraph, for a reason above."""
    source, own = WALKS[name]
    inspection = request.getfixturevalue(name)
    texts = [f.text for f in inspection.findings] + [f"{r.text} ({r.to})" for r in inspection.recommendations]
    whole = "\n".join(printed.said(re.sub(r"\^\[[^\]]*\]|^> ", "", line)) for t in texts for line in t.split("\n"))
    drafted = set(printed.ours(make.report(inspection), notes=False))
    paragraphs = [p for p in printed.pieces(source) if not p.note and len(p.line.split()) > 8 and len(p.cells) == 1]
    typed = [p for p in paragraphs if without_number(p.line) in whole]
    rest = [p for p in paragraphs if p not in typed]
    lost = [
        p.line
        for p in rest
        for s in printed.wanted([p], notes=False)
        if s not in drafted and not reason(s, own | COMMON)
    ]
    words = sum(len(p.line.split()) for p in typed)
    print(
        f"{name}: {len(paragraphs)} paragraphs, {len(typed)} of them ({words} words) in the document, {len(rest)} drafted"
    )
    assert len(typed) > 60
    assert lost == []


def without_number(line: str) -> str:
    """As it is compared, without the sign and number of an item."""
    return printed.said(re.sub(r"^(- )?(\d+\. )?", "", line))


def test_the_walk_finds_what_is_missing_and_what_stands_elsewhere() -> None:
    assert printed.absent(["One.", "Two.", "Three."], ["Two.", "One.", "Four.", "Three."]) in (["One."], ["Two."])
    assert printed.absent(["One.", "Two."], ["One.", "Other.", "Two."]) == []


def test_a_sentence_that_the_end_of_a_page_broke_is_put_together() -> None:
    lines = [
        "Planning was good at saying which interventions, of all that the service had, ",
        "",
        "were to be given. More.",
    ]
    found = printed.read(lines)
    assert [p.line for p in found] == [f"{lines[0].strip()} {lines[2]}"]
