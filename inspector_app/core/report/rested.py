"""What the copies of the panel and the lead tell of the recommendations beside their words, and of the last inspection's."""

from collections.abc import Iterator

from inspector_app.core.domain.days import when
from inspector_app.core.domain.draft import recommending
from inspector_app.core.domain.draft.disagreement import beginning
from inspector_app.core.domain.draft.recommending import OUTCOMES
from inspector_app.core.domain.inspection import FindingKind, Inspection, Recommendation
from inspector_app.core.domain.text import typed_lines
from inspector_app.core.report.content import Block, Label, Paragraph, plain, table_of_texts
from inspector_app.core.report.drafted import Data
from inspector_app.core.words import count, later, say

_ON = later("Priority, deadline and what each rests on")
_PRIORITIES = {"high": later("High"), "medium": later("Medium"), "low": later("Low")}
_KINDS = {
    FindingKind.NARRATIVE: later("{standard} narrative"),
    FindingKind.STRENGTH: later("{standard} strength"),
    FindingKind.IMPROVEMENT: later("{standard} area for improvement"),
}


def with_recommendations(data: Data) -> Iterator[Block]:
    """What is thought of each recommendation, to stand under them: priority, deadline and what it rests on.

    No source at hand prints any of it with a recommendation, so it is a table of its own, in no copy for outside.
    """
    if _is_said(data):
        yield Label(_ON.say())
        titles = (
            (say("Recommendation"), 46),
            (say("Priority"), 12),
            (say("By"), 15),
            (say("Findings"), 18),
            (say("Cases"), 9),
        )
        yield table_of_texts(titles, _rows(data))


def compose(data: Data) -> Iterator[Block]:
    """That none of that is said yet, where it is not; then the recommendations of the last inspection."""
    if _made(data.inspection) and not _is_said(data):
        said = say("No recommendation has a priority or deadline yet, or is linked to findings or cases.")
        yield Label(_ON.say())
        yield Paragraph(plain(said))
    yield from _previous(data.inspection)


def _made(inspection: Inspection) -> list[Recommendation]:
    return [r for r in inspection.recommendations if r.text.strip()]


def _is_said(data: Data) -> bool:
    return not data.outward and any(cell for row in _rows(data) for cell in row[1:])


def _rows(data: Data) -> list[tuple[str, ...]]:
    made = _made(data.inspection)
    numbers = recommending.numbers(data.framework, [r.to for r in made])
    return [_row(data.inspection, r, number) for r, number in zip(made, numbers, strict=True)]


def _row(inspection: Inspection, made: Recommendation, number: int | None) -> tuple[str, ...]:
    found = [inspection.findings[s.finding - 1] for s in made.rests_on if s.finding]
    carried = (*made.rests_on, *(support for finding in found for support in finding.rests_on))
    cases = {support.case for support in carried if support.case}
    words = beginning(typed_lines.as_read(made.text, {}))  # above it stands whole
    named = dict.fromkeys(_KINDS[f.kind].say(standard=f.standard) for f in found)
    return (
        f"{number}. {words}" if number else words,
        str(_PRIORITIES.get(made.priority, "")),
        when.day(made.due) if made.due else "",
        "; ".join(named),
        str(len(cases)) if cases else "",
    )


def _previous(inspection: Inspection) -> Iterator[Block]:
    asked = [p for p in inspection.previous if p.text.strip()]
    if not asked:
        return
    yield Label(say("Recommendations of the last inspection"))
    done = sum(p.outcome == "done" for p in asked)
    said = count(
        len(asked), "{done} of {n} recommendation is done.", "{done} of {n} recommendations are done.", done=done
    )
    yield Paragraph(plain(said))
    titles = ((say("To"), 20), (say("Recommendation"), 40), (say("What became of it"), 14), (say("What was found"), 26))
    rows = (
        (
            recommending.owner_said(p.to), typed_lines.as_read(p.text, {}), str(OUTCOMES.get(p.outcome, "")),
            typed_lines.as_read(p.note, {}),
        )
        for p in asked
    )  # fmt: skip
    yield table_of_texts(titles, rows)
