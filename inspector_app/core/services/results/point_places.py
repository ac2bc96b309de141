"""Where a service finds in its copy what a point of factual accuracy is on: the section, and the page of the PDF."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from inspector_app.core.domain.draft.copies import Scope
from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.inspection import Inspection
from inspector_app.core.domain.panel.accuracy import PointRow
from inspector_app.core.domain.parts import Holds
from inspector_app.core.domain.text import typed_lines
from inspector_app.core.services.results import copies, reports
from inspector_app.core.services.ticket import Ticket
from inspector_app.core.services.workspace import Workspace

_LETTERS = (
    40,
    16,
)  # of the words looked for on a page: fewer where a footnote's number or the foot of a page comes between


def section(workspace: Workspace, row: PointRow) -> str:
    """The heading under which the words of a point stand, as it is printed; "" where they are on no text, or it went."""
    entity, text = row.entity
    if entity == "recommendation":
        parts = workspace.framework.parts
        return next((part.heading for part in parts if part.holds is Holds.RECOMMENDATIONS), "") if row.now else ""
    if entity == "finding":
        of = next((one.group for one in workspace.findings() if one.id == text), "")
        return _printed(workspace.framework, of)
    return row.about  # as a returned draft named it


def _printed(framework: Framework, of: str) -> str:
    standard = framework.by_ref.get(of)
    return (standard.in_report or standard.name) if standard else framework.called(of)


def pages(
    workspace: Workspace, points: Sequence[PointRow], as_at: datetime, known: Mapping[str, str], ticket: Ticket
) -> dict[str, int]:
    """The page of each point (by id) in the service's PDF, each text as it was when its point came in; without those that
    are found on none. `known`: what each live figure says. Raises Cancelled when the ticket is cancelled.
    """
    on = [row for row in points if row.before]
    if not on:
        return {}
    inspection, copy = copies.of_workspace(workspace, Scope.SERVICE)
    then = _as_it_was(inspection, {row.now: row.before for row in on if row.now})
    report = reports.composed(workspace.framework, then, as_at, copy)
    shown = reports.pages(reports.write(report, reports.ENDING, ticket))
    try:
        printed = [_letters(shown.words(index)) for index in range(shown.count)]
    finally:
        shown.close()
    found = ((row.id, _page(printed, row.quoted, typed_lines.as_read(row.before, known))) for row in on)
    return {point: page for point, page in found if page}


def _as_it_was(inspection: Inspection, before: Mapping[str, str]) -> Inspection:
    return replace(
        inspection,
        findings=tuple(replace(f, text=before.get(f.text, f.text)) for f in inspection.findings),
        recommendations=tuple(replace(r, text=before.get(r.text, r.text)) for r in inspection.recommendations),
    )


def _page(printed: Sequence[str], quoted: str, text: str) -> int:
    """The page on which words of a text stand, or else the text begins; 0 for none."""
    begins = _first(printed, text, 0)
    return (_first(printed, quoted, max(begins - 1, 0)) or begins) if quoted else begins


def _first(printed: Sequence[str], words: str, start: int) -> int:
    letters = _letters(words)
    for most in _LETTERS if letters else ():
        for number, page in enumerate(printed[start:], start + 1):
            if letters[:most] in page:
                return number
    return 0


def _letters(words: str) -> str:
    """Without what a page puts between the letters: breaks of lines, hyphens, signs of a list."""
    return "".join(letter for letter in words.casefold() if letter.isalnum())
