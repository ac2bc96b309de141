"""The recommendations as the reports of the framework print them: their opening, and who should act on each."""

from collections.abc import Iterator

from inspector_app.core.domain.framework import Framework, OwnerPlace
from inspector_app.core.domain.inspection import Inspection, Recommendation
from inspector_app.core.report import typed, words
from inspector_app.core.report.content import Block, Bullets, Heading, Label, Paragraph, Section, Text, plain
from inspector_app.core.report.footnotes import Footnotes
from inspector_app.core.words import count

_NOBODY = "Not yet said who should:"


def compose(framework: Framework, inspection: Inspection, title: str, notes: Footnotes) -> tuple[Section, ...]:
    """The page of recommendations under that title; none while none are written, because a page of nothing is no finding."""
    made = [r for r in inspection.recommendations if r.text.strip()]
    if not made:
        return ()
    heading = Heading(title, 1, "recommendations")
    opening = Paragraph(plain(_opening(framework, inspection.service, len(made))))
    said = framework.recommendations
    numbered = said is not None and said.numbered
    after = said is not None and said.owner is OwnerPlace.AFTER
    blocks = (_with_owner_after if after else _under_owners)(made, numbered, notes)
    return (Section((heading, opening, *blocks, *notes.take()), new_page=True),)


def _opening(framework: Framework, service: str, number: int) -> str:
    said = words.number(number)
    if framework.recommendations is None:
        return count(
            number,
            "As a result of our inspection findings, we have made {n} recommendation.",
            "As a result of our inspection findings, we have made {n} recommendations.",
            n=said,
        )
    return words.filled(framework.recommendations.opening, number, service=service)


def _under_owners(made: list[Recommendation], numbered: bool, notes: Footnotes) -> Iterator[Block]:
    by_owner: dict[str, list[Recommendation]] = {}
    for recommendation in made:
        by_owner.setdefault(recommendation.to.strip(), []).append(recommendation)
    first = 1
    for owner, texts in by_owner.items():
        yield Label(f"{words.beginning(owner)} should:" if owner else _NOBODY)
        yield Bullets(tuple(typed.one_line(r.text, notes, r.mark) for r in texts), first if numbered else None)
        first += len(texts)


def _with_owner_after(made: list[Recommendation], numbered: bool, notes: Footnotes) -> Iterator[Block]:
    """Each says what is to be achieved, and in brackets by whom (HMIP, Trafford, February 2015)."""
    yield Bullets(tuple(_with_owner(r, notes) for r in made), 1 if numbered else None)


def _with_owner(made: Recommendation, notes: Footnotes) -> Text:
    said = typed.one_line(made.text, notes, made.mark)
    return (*said, *plain(f" ({made.to.strip()})")) if made.to.strip() else said
