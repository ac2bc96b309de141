"""The draft findings of the largest inspection (91 and 24 cases, some 60 pages, charts) in every format, and plain pages."""

import gc
import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from xml.sax.saxutils import escape

from pypdf import PdfReader
from reportlab.platypus import Paragraph, SimpleDocTemplate

from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.inspection import Answer, Case, Finding, FindingKind, Inspection, Judgement, PromptAnswer
from inspector_app.core.rating.engine import rate
from inspector_app.core.rating.explain import trace
from inspector_app.core.report import compose, content
from inspector_app.core.report.drawing import look, pdf
from inspector_app.core.report.formats import docx, html, odt, xlsx
from inspector_app.core.report.formats.said import cell
from inspector_app.core.services.documents import exchange
from inspector_app.core.services.results import reports
from inspector_app.core.services.ticket import Ticket
from tests.benchmarks import figures

_AT = datetime(2026, 3, 11, 12)
_SIZES = (91, 24)  # cases of the two samples
_PARAGRAPHS = 24  # of a standard
_LIMITS = {".pdf": 1.0, ".docx": 3.0, ".odt": 3.0, ".html": 3.0, ".xlsx": 3.0}
_WRITERS: dict[str, Callable[[content.Report, content.Progress], bytes]] = {
    ".pdf": pdf.write, ".docx": docx.write, ".odt": odt.write, ".html": html.write, ".xlsx": xlsx.write,
}  # fmt: skip
_WORDS = [
    "children",
    "were",
    "asked",
    "what",
    "they",
    "wanted",
    "and",
    "plans",
    "said",
    "so",
    "but",
    "not",
    "always",
    "soon",
    "enough",
    "for",
    "the",
    "work",
    "that",
    "came",
]


def _largest() -> tuple[Framework, Inspection]:
    framework, sample = exchange.load(exchange.sample_document())
    chance = random.Random(13)
    cases, judgements, prompts = [], [], []
    for kind, many in zip(framework.samples, _SIZES, strict=False):
        for number in range(many):
            case = Case(f"{kind.code}-{number}", f"{kind.code[:1].upper()}{number:03}", kind.code)
            cases.append(case)
            for _, question in framework.sample_questions(kind.code):
                judgements.append(Judgement(case.id, question.ref, chance.choice([Answer.YES, Answer.YES, Answer.NO])))
                prompts += [PromptAnswer(case.id, question.ref, p.ref, Answer.YES) for p in question.prompts]
    texts = [
        Finding(standard.ref, FindingKind.NARRATIVE, " ".join(chance.choices(_WORDS, k=110)).capitalize() + ".")
        for standard in framework.standards
        for _ in range(_PARAGRAPHS)
    ]
    return framework, replace(
        sample, cases=tuple(cases), judgements=tuple(judgements), prompts=tuple(prompts), totals=(),
        findings=(*sample.findings, *texts),
    )  # fmt: skip


def run() -> Iterator[str]:
    """Lines to print."""
    framework, inspection = _largest()
    rated = rate(framework, inspection)
    report = compose.draft_findings(framework, inspection, rated, trace(framework, rated), _AT)
    pdf.write(compose.draft_findings(framework, replace(inspection, findings=()), rated, (), _AT), _quiet)  # fonts
    charts = sum(isinstance(block, content.Chart) for section in report.sections for block in section.blocks)
    made: dict[str, bytes] = {}
    took: dict[str, float] = {}
    for ending, write in _WRITERS.items():
        took[ending] = figures.timed(lambda e=ending, w=write: made.update({e: w(report, _quiet)}))
    pages = len(PdfReader(BytesIO(made[".pdf"])).pages)
    yield f"the largest draft: {sum(_SIZES)} cases, {pages} pages, {charts} charts"
    for ending, seconds in took.items():
        yield f"  {ending:6} {seconds:.2f} s (limit {_LIMITS[ending]:.0f} s), {len(made[ending]) // 1024} KB"
    tagged, plain = figures.in_turn(
        lambda: figures.worked(lambda: pdf.write(report, _quiet)), lambda: figures.worked(lambda: _plain(report)), 5
    )
    yield f"  of the processor: tagged PDF {figures.ms(min(tagged))}, plain paragraphs {figures.ms(min(plain))}"
    yield f"  tagged PDF against plain paragraphs of its words: {figures.ratio(tagged, plain):.1f} times (limit 3)"
    for name, told in (
        ("the sample", exchange.load(exchange.sample_document())),
        ("this draft", (framework, inspection)),
    ):
        shown = min(
            _as_in_a_window(lambda told=told, n=n: _first_page(told[0], _changed(told[1], n))) for n in range(5)
        )
        yield f"  after a change to the first page of {name}, of the processor: {figures.ms(shown)} (limit 100 ms)"
    yield f"  composed in {figures.timed(lambda: _composed(framework, inspection)):.2f} s with its ratings"
    yield f"peak memory of all this  {figures.peak_memory_mb():.0f} MB"


def _first_page(framework: Framework, inspection: Inspection) -> None:
    reports.laid(framework, inspection, _AT, Ticket()).render(0, 1.5)


def _as_in_a_window(work: Callable[[], None]) -> float:
    """What it takes of the processor without Python's search for garbage, which a window has only between two turns."""
    gc.collect()
    gc.disable()
    try:
        return figures.worked(work)
    finally:
        gc.enable()


def _changed(inspection: Inspection, turn: int) -> Inspection:
    """With another word at the end of its last text: what was set of the others may be known still."""
    *others, last = inspection.findings
    return replace(inspection, findings=(*others, replace(last, text=f"{last.text} Changed{turn}.")))


def _composed(framework: Framework, inspection: Inspection) -> None:
    rated = rate(framework, inspection)
    compose.draft_findings(framework, inspection, rated, trace(framework, rated), _AT)


def _plain(report: content.Report) -> None:
    """Every word of the report as plain paragraphs of ReportLab's, on untagged pages."""
    words = [said for section in report.sections for block in section.blocks for said in _words(block)]
    pages = SimpleDocTemplate(BytesIO(), pagesize=look.PAGE)
    pages.build([Paragraph(escape(said), look.BODY) for said in words])


def _words(block: content.Block) -> list[str]:
    match block:
        case content.Paragraph():
            return [cell(block.text)]
        case content.Bullets():
            return [cell(item) for item in block.items]
        case content.Table():
            return [cell(one) for row in block.rows for one in row.cells]
        case content.Quote():
            return [cell(text) for text in block.paragraphs]
        case content.Heading() | content.Label() | content.Notice():
            return [block.text]
    return []


def _quiet(*_: object) -> None:
    """Nobody is told how far it is."""
