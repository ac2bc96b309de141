"""Where a service finds in its copy what a point of factual accuracy is on: the section, and the page of the PDF."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import accumulate, islice, takewhile

from inspector_app.core.domain.draft.copies import Scope
from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.inspection import Inspection
from inspector_app.core.domain.panel.accuracy import PointRow
from inspector_app.core.domain.parts import Holds
from inspector_app.core.domain.text import typed_lines
from inspector_app.core.services.results import copies, reports
from inspector_app.core.services.ticket import Ticket
from inspector_app.core.services.workspace import Workspace

_LETTERS = 16  # of words that are looked for at once: a footnote's number or the foot of a page may come behind them
_MOST = 100  # places that are looked at: what begins at more is no sentence
_BETWEEN = 600  # letters of the foot and the head of pages, and of footnotes, that may stand within a text


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
        printed = [shown.words(index) for index in range(shown.count)]
    finally:
        shown.close()
    found = ((row.id, page_of(printed, row.quoted, typed_lines.as_read(row.before, known))) for row in on)
    return {point: page for point, page in found if page}


def _as_it_was(inspection: Inspection, before: Mapping[str, str]) -> Inspection:
    return replace(
        inspection,
        findings=tuple(replace(f, text=before.get(f.text, f.text)) for f in inspection.findings),
        recommendations=tuple(replace(r, text=before.get(r.text, r.text)) for r in inspection.recommendations),
    )


def page_of(printed: Sequence[str], quoted: str, text: str) -> int:
    """The page, from 1, on which the quoted words of a text stand, or else the text begins; `printed`: what each says.

    0 where it is on none, or may be on several: of texts that begin alike that one which goes on as it does.
    """
    pages = [_letters(words) for words in printed]
    whole, letters = "".join(pages), _letters(text)
    begins = _begins(whole, letters)
    if not begins:
        said = _letters(quoted)
        places = _places(whole, said) if len(said) >= _LETTERS else []
        return _one_page(pages, places)
    found = (_within(whole[at : at + len(letters) + _BETWEEN], quoted, text) + at for at in begins)
    return _one_page(pages, found)


def _begins(whole: str, letters: str) -> list[int]:
    """Where a text may begin: of all places those behind which most of it stands, and nearest together."""
    places = _places(whole, letters[:_LETTERS])
    if len(places) > _MOST:
        return []
    kept = {at: _kept(whole[at : at + len(letters) + _BETWEEN], letters) for at in places}
    return [at for at, one in kept.items() if one == max(kept.values())]


def _kept(near: str, letters: str) -> tuple[int, int]:
    """How many letters of a text stand there in their order, and (below nought) how many others between them."""
    at = here = kept = 0
    while at < len(letters):
        there = near.find(letters[at : at + _LETTERS], here)
        if there < 0:
            at += _LETTERS
            continue
        same = _alike(letters, at, near, there)
        at, here, kept = at + same, there + same, kept + same
    return kept, kept - here


def _alike(letters: str, at: int, near: str, there: int) -> int:
    """How many letters are the same from here on and from there on."""
    pairs = zip(islice(letters, at, None), islice(near, there, None), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _within(near: str, quoted: str, text: str) -> int:
    """How many letters behind the beginning of the text the quoted words stand, told from the like by what follows them."""
    words, said = " ".join(text.split()), " ".join(quoted.split())
    behind = _letters(words[words.find(said) :])[:_LETTERS] if said and said in words else ""
    return max(near.find(behind) if behind else 0, 0)


def _places(whole: str, letters: str) -> list[int]:
    return [found.start() for found in re.finditer(f"(?={re.escape(letters)})", whole)] if letters else []


def _one_page(pages: Sequence[str], places: Iterable[int]) -> int:
    """The page of these places of all letters; 0 where they are on several."""
    ends = list(accumulate(map(len, pages)))
    found = {bisect_right(ends, place) + 1 for place in places}
    return found.pop() if len(found) == 1 else 0


def _letters(words: str) -> str:
    """Without what a page puts between the letters: breaks of lines, hyphens, signs of a list."""
    return "".join(letter for letter in words.casefold() if letter.isalnum())
