"""Where what was found, or any text, is worked on: the page, and what to show there."""

from inspector_app.core.domain.finding.search import FoundRow
from inspector_app.core.domain.rows import JUDGEMENT
from inspector_app.ui.page import CaseAt, Destination, Item

_PAGES = {
    "source": "evidence", "score": "evidence", "bearing": "evidence", "concern": "concerns", "finding": "findings",
    "recommendation": "findings", "previous": "findings", "rating": "ratings", "panel": "ratings", "event": "week",
    "informed": "concerns", "told": "told", "point": "accuracy",
}  # fmt: skip
_SECOND = ("second_judgement", "second_prompt")


def way_to(row: FoundRow, words: str, *, blind: bool) -> tuple[str, Destination]:
    """The code of a page and what to show on it, at the words that were looked for.

    `blind`: the person sees only their own marking of the case it is on.
    """
    if row.entity in _SECOND and not blind:
        return "second", CaseAt(row.case)
    if row.entity in _PAGES:
        return _PAGES[row.entity], Item(row.entity, row.id, title=_in_title(row))
    return "case", CaseAt(row.case, row.question, (row.prompt or JUDGEMENT) if row.question else "", words)


def _in_title(row: FoundRow) -> bool:
    """Whether what was found of a source is its title, with which its piece of text begins."""
    ends = row.matches[0][1] if row.matches else len(row.snippet) + 1
    return row.entity == "source" and row.snippet.startswith(row.title) and ends <= len(row.title)


def way_to_text(entity: str, entity_id: str) -> tuple[str, Destination] | None:
    """The same, of a text of one's own, by what it is of; None for what has no place of its own on a page."""
    if entity in _PAGES:
        return _PAGES[entity], Item(entity, entity_id)
    case, _, rest = entity_id.partition("/")
    question, _, prompt = rest.partition("/")
    if entity in ("prompt", "judgement"):
        return "case", CaseAt(case, question, prompt or JUDGEMENT)
    return ("case", CaseAt(case)) if entity in ("case", "interview") else None
