"""The page for a browser: its links, its footnotes, its tables, and what it says on each sheet that is printed of it."""

import re
from dataclasses import replace
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest

from inspector_app.core.domain.inspection import Inspection
from inspector_app.core.report.content import Report
from inspector_app.core.report.formats import feet, html
from tests.report.conftest import Maker
from tests.report.test_formats import quiet

ACTS = '"; } </style><script>alert(1)</script> \\ é\n'


def page_of(report: Report) -> Element:
    said = html.write(report, quiet).decode().removeprefix("<!DOCTYPE html>\n")
    return ElementTree.fromstring(re.sub(r"<meta ([^>]*)>", r"<meta \1/>", said))


@pytest.fixture(params=["trafford", "salford", "blackburn", "fji"])
def report(make: Maker, request: pytest.FixtureRequest) -> Report:
    return make.report(request.getfixturevalue(request.param))


def test_every_link_leads_to_one_place_of_the_page(report: Report) -> None:
    page = page_of(report)
    names = [name for element in page.iter() if (name := element.get("id"))]
    assert len(names) == len(set(names))
    links = [link.get("href", "") for link in page.iter("a")]
    assert {link[1:] for link in links} <= set(names)
    assert links[0] == f"#{report.headings[0].key}", "the first key leads past the contents"


def test_a_footnote_is_led_to_from_each_of_its_marks_and_back_to_each(report: Report) -> None:
    page, (_, notes) = page_of(report), feet.apart(report)
    said = {line.get("id", ""): line for line in page.iterfind(".//section[@role='doc-endnotes']/ol/li")}
    assert ["".join(line.itertext()).replace("↩", "").strip() for line in said.values()] == list(notes.values())
    marks = page.findall(".//sup/a")
    for mark in marks:
        back = [link.get("href") for link in said[mark.get("href", "")[1:]].iter("a")]
        assert f"#{mark.get('id')}" in back
        assert mark.get("aria-label") == f"Footnote {mark.text}"
    assert len(marks) == sum(len(list(line.iter("a"))) for line in said.values()) >= len(notes) >= 3


def test_the_contents_nest_as_the_headings_do(report: Report) -> None:
    levels = [level + 1 for level, links in enumerate((".//nav/ul/li/a", ".//nav/ul/li/ul/li/a")) for _ in
              page_of(report).iterfind(links)]  # fmt: skip
    assert sorted(levels) == sorted(heading.level for heading in report.headings if heading.level <= 2)


def test_the_name_of_a_group_of_rows_is_of_its_rows_alone(make: Maker, salford: Inspection) -> None:
    ratings = page_of(make.report(salford)).find(".//table")
    assert ratings is not None
    groups = [[len(line) for line in body] for body in ratings.iterfind("tbody")]
    assert len(groups) == 4
    assert all(body == [1, *[2] * (len(body) - 1)] for body in groups)
    assert {head.get("scope") for head in ratings.iter("th")} == {"col", "rowgroup"}


def test_what_each_printed_sheet_says_cannot_act(make: Maker, trafford: Inspection) -> None:
    report = replace(make.report(trafford), running=ACTS, marking=ACTS, copy=ACTS)
    said = html.write(report, quiet).decode()
    assert said.count("<style>") == said.count("</style>") == 1
    style = said.partition("<style>")[2].partition("</style>")[0]
    signs = re.findall(r'@top-left \{ content: "([^"]*)"', style)
    assert [re.sub(r"\\([0-9a-f]+) ", lambda sign: chr(int(sign[1], 16)), text) for text in signs] == [ACTS]
