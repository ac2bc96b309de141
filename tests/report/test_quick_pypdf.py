"""What the tests read of a PDF is what pypdf reads of it by itself."""

import io
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import ContentStream
from pypdf.generic._font import Font

from tests import quick_pypdf

ODD = [
    b"BT /F1+0 10 Tf 12.5 -3 Td (plain) Tj (\\101\\(b\\)) Tj [(a) -20 (b)] TJ T* ET",
    b"q 1 0 0 1 .5 5. cm\n<48> Tj (two\nlines) ' % said beside it\n1 1 (x) \" Q",
    b"/Span << /ActualText (x) /K [1 2] >> BDC EMC /Im1 Do true null",
    b"BI /W 1 /H 1 /CS /G /BPC 8 ID \x00 EI Q",
    b"  \x00\n",
    b"1 2 m",
]


def by_itself(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(ContentStream, "_parse_content_stream", quick_pypdf._parsed)
    patch.setattr(Font, "from_font_resource", classmethod(quick_pypdf._from_resource))


def said(made: bytes) -> list[Any]:
    """Each page's text, each of its parts with where it stands and in what, and each operator with what it is given."""
    found = []
    for page in PdfReader(io.BytesIO(made)).pages:
        parts: list[Any] = []

        def visit(text: str, one: list[float], other: list[float], font: Any, size: float, to: Any = parts) -> None:
            to.append((text, tuple(one), tuple(other), (font or {}).get("/BaseFont"), size))

        page.extract_text(visitor_text=visit)
        operators = page.get_contents().operations
        found.append((page.extract_text(), parts, operators, [type(one) for given, _ in operators for one in given]))
    return found


@pytest.mark.parametrize("which", ["trafford", "salford", "fji"])
def test_of_a_report_everything_is_read_as_pypdf_reads_it(
    make, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, which: str
) -> None:
    made = make.pdf(request.getfixturevalue(which))
    quickly = said(made)
    assert "".join(text for text, *_ in quickly)
    by_itself(monkeypatch)
    assert said(made) == quickly


@pytest.mark.parametrize("data", ODD)
def test_what_is_not_plain_is_taken_apart_as_pypdf_does(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    def apart() -> list[Any]:
        stream = ContentStream(None, None)
        stream.set_data(data)
        return [(str(given), [type(one) for one in given], name) for given, name in stream.operations]

    assert ContentStream._parse_content_stream is quick_pypdf._parse
    quickly = apart()
    by_itself(monkeypatch)
    assert apart() == quickly
