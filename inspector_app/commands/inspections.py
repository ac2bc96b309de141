"""What the commands on documents and reports do. Refusals are Expected errors; `--json` output goes to standard output."""

import argparse
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from inspector_app.commands import opened, session, terminal, words
from inspector_app.core import files
from inspector_app.core.domain.draft.copies import Copy, Scope
from inspector_app.core.domain.draft.disagreement import Disagreement
from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.inspection import Inspection
from inspector_app.core.domain.text.identifying import Found
from inspector_app.core.domain.text.names import tidied
from inspector_app.core.services.documents import exchange, paper
from inspector_app.core.services.profile import outgoing
from inspector_app.core.services.results import accuracy, copies, findings, identifying, ratings, reports, told_before
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.words import count
from inspector_app.ui.words import saved

Options = argparse.Namespace
Command = Callable[[Options], None]


def demo(options: Options) -> None:
    """A sample inspection: its document and draft findings into a folder, its ratings on standard output."""
    source = exchange.sample_document(options.sample)
    framework, inspection = exchange.load(source)
    with files.saying_what_failed(options.folder):
        options.folder.mkdir(parents=True, exist_ok=True)
    document = options.folder / source.name
    pdf = options.folder / f"{source.stem}-draft-findings{reports.ENDING}"
    outgoing.write(document, files.read_bytes(source))
    copy = copies.of_document(inspection, Scope.PANEL)
    reports.save(_draft(framework, inspection, copy), pdf)
    rated = ratings.rate(framework, inspection)
    terminal.tell(*words.rated(rated, words.subject(inspection), inspection.notice))
    terminal.tell("", f"Inspection document: {document}", f"Draft findings: {pdf}")


def rate(options: Options) -> None:
    """The ratings of a document or table."""
    framework, inspection = _document(options)
    rated = ratings.rate(framework, inspection)
    table = options.file.suffix.lower() in exchange.TABLES  # a table tells neither service nor dates
    subject = options.file.name if table else words.subject(inspection)
    if options.json:
        terminal.tell_json(ratings.to_json(rated))
    else:
        terminal.tell(*words.rated(rated, subject, inspection.notice))


def report(options: Options) -> None:
    """A copy of the draft findings of a document, table or workspace."""
    scope = Scope(options.scope)
    ending = reports.ending_of(options.output, reports.ENDINGS)
    if _is_document(options.file):
        framework, inspection = _document(options)
        copy, whole = copies.of_document(inspection, scope), inspection
        points: tuple[Disagreement, ...] = ()  # those of a document name no text
        if not options.allow:
            identifying.refuse(identifying.in_document(framework, inspection, copy))
        reports.save(_draft(framework, inspection, copy, ending), options.output, known=reports.ENDINGS)
    else:
        with opened.workspace(options, options.file) as workspace:
            framework, (inspection, copy) = workspace.framework, copies.of_workspace(workspace, scope)
            whole, points = workspace.inspection(), accuracy.left_as_they_were(workspace)
            if scope is Scope.SERVICE:
                findings.refuse_contested(workspace)
            left = _leaving(workspace, identifying.in_report(workspace, copy, inspection), options.allow)
            made = _draft(framework, inspection, copy, ending)
            left = replace(left, first=partial(told_before.note, workspace, inspection, scope))
            reports.save(made, options.output, workspace.laptop, reports.ENDINGS, then=left.note)
        left.tell()
    found = reports.disagreements(framework, whole, reports.texts_of(whole))
    terminal.tell(f"Draft findings: {options.output}", *words.disagreements((*found, *points)))


def check_text(options: Options) -> None:
    """What may identify somebody in a copy of the draft findings, with its place; what was let go is not told again."""
    scope = Scope(options.scope)
    if _is_document(options.file):
        framework, inspection = _document(options)
        found = identifying.in_document(framework, inspection, copies.of_document(inspection, scope))
    else:
        with opened.workspace(options, options.file) as workspace:
            inspection, copy = copies.of_workspace(workspace, scope)
            found = identifying.in_report(workspace, copy, inspection)
    if options.json:
        terminal.tell_json([asdict(one) for one in found])
    else:
        terminal.tell(*words.identifying(found))


def import_(options: Options) -> None:
    """Bring a document or table into a workspace."""
    with opened.workspace(options, options.workspace) as workspace:
        done = exchange.import_file(workspace, options.file, session.ticket())
    terminal.tell(*words.imported(done))


def export(options: Options) -> None:
    """Write the inspection as a document or table, or all that it holds as an archive."""
    with opened.workspace(options, options.workspace) as workspace:
        exchange.export(workspace, options.output, session.ticket())
    terminal.tell(f"Exported: {options.output}. It is not encrypted: look after it as the case files.")


def pack(options: Options) -> None:
    """Case packs to print, blank or filled."""
    reports.ending_of(options.output)
    with opened.workspace(options, options.workspace) as workspace:
        chosen = [workspace.case_id(ref) for ref in options.cases] or [c.id for c in paper.cases_with_lines(workspace)]
        cases = list(dict.fromkeys(chosen))
        left = _leaving(workspace, identifying.in_packs(workspace, cases, options.filled), options.allow)
        made = paper.pack(workspace, cases, options.filled, datetime.now(UTC).astimezone(), session.ticket())
        reports.save(made, options.output, workspace.laptop, then=left.note)
    left.tell()
    terminal.tell(
        f"Case packs: {options.output} ({len(cases)}). They are not encrypted: look after them as the case files."
    )


def _is_document(file: Path) -> bool:
    return file.suffix.lower() in (exchange.DOCUMENT, *exchange.TABLES)


def _document(options: Options) -> tuple[Framework, Inspection]:
    """What stands in the file. What of a workbook is worth a word is told beside what the command prints."""
    framework, inspection, unshown = exchange.looked_through(
        options.file, options.framework, session.added_frameworks()
    )
    terminal.tell_aside(*words.unseen(unshown))
    return framework, inspection


@dataclass(frozen=True, slots=True)
class _Leaving:
    """What may identify somebody and leaves for a reason, which is logged once it has left and not before."""

    workspace: Workspace
    found: Sequence[Found]
    reason: str
    first: Callable[[], None] = lambda: None  # what is noted of it before

    def note(self) -> None:
        self.first()
        if self.found:
            identifying.allow(self.workspace, self.found, self.reason)

    def tell(self) -> None:
        if number := len(self.found):
            said = count(number, "Allowed with that reason: {n} place.", "Allowed with that reason: {n} places.")
            terminal.tell(said)


def _leaving(workspace: Workspace, found: Sequence[Found], reason: str) -> _Leaving:
    """What is about to leave. Expected: MAY_IDENTIFY without a reason."""
    if not tidied(reason):
        identifying.refuse(found)
    return _Leaving(workspace, found, reason)


def _draft(framework: Framework, inspection: Inspection, copy: Copy, ending: str = reports.ENDING) -> bytes:
    report = reports.composed(framework, inspection, datetime.now(UTC).astimezone(), copy)
    if report.missing:
        terminal.tell_aside(saved.missing(report.missing))
    return reports.write(report, ending, session.ticket())
