"""What is said of inspections beside one another: on the screen, on paper and on the terminal alike."""

from collections.abc import Iterator, Sequence

from inspector_app.core.domain.collection import Collected, InEach, Kind, Question, SideBySide, Standard
from inspector_app.core.domain.days import when
from inspector_app.core.rating.method import printed_percent
from inspector_app.core.words import count, later, say

NONE = "–"
_KINDS = {
    Kind.SEALED: later("sealed"),
    Kind.DOCUMENT: later("not sealed"),
    Kind.TOTALS: later("not sealed, from totals"),
}


def kind(one: Collected) -> str:
    """Whether its ratings were sealed."""
    return str(_KINDS[one.kind])


def inspection(one: Collected) -> str:
    """Which inspection it is, whether it was sealed, its score, and whether it is final."""
    service = say("{service}, fieldwork from {day}", service=one.service, day=when.day(one.start))
    so_far = say("provisional") if one.provisional else ""
    return "; ".join(part for part in (service, kind(one), score(one), so_far) if part)


def score(one: Collected) -> str:
    """Its score; "" where its framework makes none, or it is not known yet."""
    return "" if one.score is None else say("score {score} of {most}", score=one.score, most=one.score_max)


def rating(standard: Standard | None) -> str:
    """How a standard is rated after the panel."""
    return standard.rating or NONE if standard else NONE


def rate(question: Question | None) -> str:
    """How the cases of a key question were judged, or how people rated it."""
    if question is None or not question.of:
        return (question.given if question else None) or NONE
    percent = printed_percent(question.yes, question.of)
    return say("{yes} of {of} ({percent}%)", yes=question.yes, of=question.of, percent=percent)


def judged(one: SideBySide) -> tuple[InEach[Question], ...]:
    """The key questions on which any of the inspections has something to show."""
    return tuple(line for line in one.questions if any(rate(each) != NONE for each in line.each))


def may_be_compared(found: Sequence[SideBySide]) -> Iterator[str]:
    """What may be compared, and what may not, said plainly."""
    yield say("Inspections that stand side by side were rated under the same rules and can be compared.")
    if len(found) > 1:
        yield say(
            "Do not compare those that stand apart. Their standards, key questions, samples and bands are "
            "different, even where they have the same names, and the score has a different maximum, or there is "
            "none."
        )
    provisional = sum(each.provisional for one in found for each in one.inspections)
    if provisional:
        yield count(
            provisional,
            "{n} inspection is provisional: its ratings can still change.",
            "{n} inspections are provisional: their ratings can still change.",
        )
