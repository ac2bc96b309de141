"""Real frameworks, the sample and the published inspections, rated by the real engine, as reports and as PDFs."""

import io
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

import pytest
from pypdf import PdfReader

from inspector_app.core import paths
from inspector_app.core.domain.draft.copies import Copy
from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.inspection import Inspection
from inspector_app.core.domain.rated import Rated
from inspector_app.core.interchange import document
from inspector_app.core.interchange.frameworks.file import parse
from inspector_app.core.rating import engine, explain
from inspector_app.core.report import compose
from inspector_app.core.report.content import Report
from inspector_app.core.report.drawing import pdf

AS_AT = datetime(2025, 3, 28, 14, 2)
_DATA = Path(__file__).parent.parent / "data"
_SAMPLES = paths.resources() / "samples"


@cache
def _framework(framework_id: str) -> Framework:
    path = paths.resources() / "frameworks" / f"{framework_id}.json"
    return parse(path.read_text("utf-8"), str(path))


def _read(path: Path) -> Inspection:
    return document.read(path.read_text("utf-8"), str(path), _framework)


@dataclass(frozen=True)
class Maker:
    """Makes reports and PDFs of inspections as the services do."""

    as_at: datetime = AS_AT

    def framework(self, framework_id: str) -> Framework:
        return _framework(framework_id)

    def report(self, inspection: Inspection, framework: Framework | None = None, copy: Copy | None = None) -> Report:
        framework = framework or _framework(inspection.framework)
        if copy is None:
            return _report(inspection, framework, self.as_at)
        return _composed(inspection, framework, self.as_at, copy)

    def rated(self, inspection: Inspection) -> Rated:
        return engine.rate(_framework(inspection.framework), inspection)

    def pdf(self, inspection: Inspection, framework: Framework | None = None) -> bytes:
        return _pdf(inspection, framework or _framework(inspection.framework), self.as_at)


def _composed(inspection: Inspection, framework: Framework, as_at: datetime, copy: Copy) -> Report:
    rated = engine.rate(framework, inspection)
    return compose.draft_findings(framework, inspection, rated, explain.trace(framework, rated), as_at, copy)


@cache
def _report(inspection: Inspection, framework: Framework, as_at: datetime) -> Report:
    """Composed once of the same: nothing in a report can be changed."""
    return _composed(inspection, framework, as_at, Copy())


@cache
def _pdf(inspection: Inspection, framework: Framework, as_at: datetime) -> bytes:
    return pdf.write(_report(inspection, framework, as_at), lambda done, of, what: None)


@pytest.fixture(scope="session")
def make() -> Maker:
    return Maker()


@pytest.fixture(scope="session")
def trafford() -> Inspection:
    return _read(_SAMPLES / "trafford-2025.json")


@pytest.fixture(scope="session")
def salford() -> Inspection:
    return _read(_SAMPLES / "salford-2024.json")


@pytest.fixture(scope="session")
def fji() -> Inspection:
    return _read(_SAMPLES / "trafford-2015.json")


@pytest.fixture(scope="session")
def text() -> Callable[[bytes], str]:
    """The text of a PDF in reading order, with line breaks as single spaces."""

    def read(made: bytes) -> str:
        return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(made)).pages).split())

    return read


@pytest.fixture(scope="session")
def blackburn() -> Inspection:
    return _read(_DATA / "blackburn-2023.json")
