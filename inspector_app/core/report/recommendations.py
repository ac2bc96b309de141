"""The recommendations as the reports of the framework print them: their opening, and who should act on each."""

from collections.abc import Iterable, Iterator

from inspector_app.core.domain.draft import recommending
from inspector_app.core.domain.framework import Framework, Numbering, OwnerPlace
from inspector_app.core.domain.inspection import Inspection, Recommendation
from inspector_app.core.report import typed, words
from inspector_app.core.report.content import Block, Bullets, Heading, Label, Paragraph, Section, Text, plain
from inspector_app.core.report.footnotes import Footnotes
from inspector_app.core.words import count

_NOBODY = "Not yet said who should:"


def compose(
    framework: Framework, inspection: Inspection, title: str, notes: Footnotes, under: Iterable[Block] = ()
) -> tuple[Section, ...]:
    """The page of recommendations under that title, with what stands `under` them; none while none are written, because a
    page of nothing is no finding.
    """
    made = [r for r in inspection.recommendations if r.text.strip()]
    if not made:
        return ()
    heading = Heading(title, 1, "recommendations")
    opening = Paragraph(plain(_opening(framework, inspection.service, len(made))))
    said = framework.recommendations
    after = said is not None and said.owner is OwnerPlace.AFTER
    blocks = (_with_owner_after if after else _under_owners)(framework, made, notes)
    return (Section((heading, opening, *blocks, *under, *notes.take()), new_page=True),)


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


def _under_owners(framework: Framework, made: list[Recommendation], notes: Footnotes) -> Iterator[Block]:
    owners = [r.to for r in made]
    numbers = recommending.numbers(framework, owners)
    for owner, places in recommending.by_owner(owners).items():
        yield Label(f"{words.beginning(owner)} should:" if owner else _NOBODY)
        yield Bullets(
            tuple(typed.one_line(made[place].text, notes, made[place].mark) for place in places), numbers[places[0]]
        )


def _with_owner_after(framework: Framework, made: list[Recommendation], notes: Footnotes) -> Iterator[Block]:
    """Each says what is to be achieved, and in brackets by whom (HMIP, Trafford, February 2015)."""
    numbers = recommending.numbers(framework, [r.to for r in made])
    if framework.recommendations is not None and framework.recommendations.numbered is Numbering.WITHIN:
        for r, number in zip(made, numbers, strict=True):  # numbers that do not follow one another
            yield Bullets((_with_owner(r, notes),), number)
    else:
        yield Bullets(tuple(_with_owner(r, notes) for r in made), numbers[0])


def _with_owner(made: Recommendation, notes: Footnotes) -> Text:
    said = typed.one_line(made.text, notes, made.mark)
    owner = recommending.owner_said(made.to)
    return (*said, *plain(f" ({owner})")) if owner else said
