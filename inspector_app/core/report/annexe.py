"""The annexe: how the ratings were reached, step by step, and the rules with their sources."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.inspection import GivenRating, Inspection
from inspector_app.core.domain.rated import Discretion, Rated, RatedStandard, Trace
from inspector_app.core.domain.rating_rules import BandOn, Basis, Scale
from inspector_app.core.rating.explain import grouped
from inspector_app.core.report import words
from inspector_app.core.report.content import Block, Column, Heading, Paragraph, Row, Section, Table, Voice, plain
from inspector_app.core.words import count, later, say

TITLE = later("Annexe: how the ratings were reached")
INTRODUCTION = (
    "Each line below can be checked by hand against the figures. The status says how sure the rule "
    "behind it is: 'printed' is read in the source named; 'derived' is the only reading that gives every published "
    "figure at hand; 'assumed' is understood practice for which no source was at hand."
)


def compose(
    framework: Framework, inspection: Inspection, rated: Rated, trace: tuple[Trace, ...]
) -> tuple[Section, ...]:
    """The annexe in its order: the steps, the reasons people recorded, the rules."""
    sources = _Sources()
    opening = (
        Heading(TITLE.say(), 1, "annexe"),
        Paragraph(plain(INTRODUCTION)),
        Paragraph(plain(say("Sources are given by their numbers; they are listed at the end."))),
        *_judged(rated),
        *_steps(framework, trace, sources),
    )
    reasons: tuple[Block, ...] = (*_panel_reasons(rated), *_given_reasons(framework, inspection.ratings))
    if reasons:
        reasons = (Heading("Reasons recorded", 2, "annexe-reasons"), *reasons)
    rules = (
        Heading("The rules of this framework", 2, "annexe-rules"),
        Paragraph(plain(f"Framework: {framework.title}, version {framework.version}.")),
        Paragraph(plain(f"Source: {framework.source}"), Voice.NOTE),
        _rules_table(framework, sources),
        Heading(say("The sources"), 2, "annexe-sources"),
        sources.table(),
    )
    return (Section((*opening, *reasons), new_page=True), Section(rules))


class _Sources:
    """Numbers the sources of rules in the order in which they are met: many steps and rules have the same."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def number(self, source: str) -> str:
        """The number of a source."""
        return str(self._numbers.setdefault(source, len(self._numbers) + 1))

    def table(self) -> Table:
        """All that were met."""
        rows = (Row((plain(str(number)), plain(source))) for source, number in self._numbers.items())
        return Table((Column(say("Number"), 12), Column(say("Source"), 88)), tuple(rows))


def _judged(rated: Rated) -> Iterator[Paragraph]:
    """How much is judged by now."""
    tallies = [q.tally for s in rated.standards for q in s.key_questions]
    made = sum(t.of + t.not_applicable for t in tallies)
    every = made + sum(t.unanswered for t in tallies)
    if every:
        yield Paragraph(plain(_judged_so_far(made, every)))


def _judged_so_far(made: int, every: int) -> str:
    if made == every:
        return count(
            every, "The one judgement on key questions is made.", "All {n} judgements on key questions are made."
        )
    if not made:
        return count(
            every,
            "The one judgement on key questions is not made yet.",
            "None of the {n} judgements on key questions is made yet.",
        )
    return count(
        made,
        "{n} of the {of} judgements on key questions is made.",
        "{n} of the {of} judgements on key questions are made.",
        of=every,
    )


def _steps(framework: Framework, trace: tuple[Trace, ...], sources: _Sources) -> tuple[Block, ...]:
    if not trace:
        return (Paragraph(plain("Nothing has been rated yet.")),)
    rows: list[Row] = []
    for subject, steps in grouped(framework, trace):
        rows.append(Row((plain(words.shortened(led_to(framework, subject))),), group=True))
        rows += [Row((plain(s.text), plain(s.status.capitalize()), plain(sources.number(s.source)))) for s in steps]
    return (Table(_columns(say("Step")), tuple(rows)),)


def _columns(of: str) -> tuple[Column, ...]:
    return Column(of, 74), Column(say("Status"), 14), Column(say("Source"), 12)


def led_to(framework: Framework, subject: str) -> str:
    """What steps lead to, by its name: a standard (its reference), or the overall rating."""
    standard = framework.by_ref.get(subject)
    return f"{standard.ref} {standard.title}" if standard else say("Overall rating")


def _panel_reasons(rated: Rated) -> Iterator[Paragraph]:
    for standard in rated.standards:
        decision = standard.discretion
        if decision:
            where = decision.question or standard.ref
            yield from _reason(f"Ratings panel, {_name(standard)}, {_changed(decision)} on {where}", decision.reason)


def _changed(decision: Discretion) -> str:
    if decision.kept:
        return f"kept at {words.quoted(decision.to)}"
    return f"from {words.quoted(decision.before)} to {words.quoted(decision.to)}"


def _name(standard: RatedStandard) -> str:
    return f"{standard.ref} {standard.title}"


def _given_reasons(framework: Framework, ratings: Iterable[GivenRating]) -> Iterator[Paragraph]:
    """Reasons for ratings of standards and key questions, never those of a case (they are about a child)."""
    for given in ratings:
        if given.rationale and (given.subject in framework.by_ref or given.subject in framework.questions):
            word = given.rating or _stars(given.stars)
            yield from _reason(f"{given.subject}, {word}", given.rationale)


def _stars(given: int | None) -> str:
    return say("not rated") if given is None else count(given, "{n} star", "{n} stars")


def _reason(about: str, reason: str) -> Iterator[Paragraph]:
    first, *rest = words.paragraphs(reason) or [""]
    yield Paragraph(plain(f"{about}: {first}"))
    yield from (Paragraph(plain(text)) for text in rest)


def _rules_table(framework: Framework, sources: _Sources) -> Table:
    """Rules that follow one another and share a basis are one row, so that the table can be read."""
    rows = tuple(
        Row(
            (
                plain(" ".join(text for text, _ in same)),
                plain(basis.status.value.capitalize()),
                plain(sources.number(basis.source)),
            )
        )
        for basis, same in groupby(_rules(framework), key=lambda rule: rule[1])
    )
    return Table(_columns(say("Rule")), rows)


def _rules(framework: Framework) -> Iterator[tuple[str, Basis]]:
    rating = framework.rating
    for word in rating.words:
        yield _worth(rating.scale, word.word, word.points), word.basis
    for band in rating.bands:
        yield f"A key question from {band.lower}% is {words.quoted(band.word)}.", band.basis
    if rating.bands:
        on = "the printed whole percent" if rating.band_on is BandOn.PRINTED else "the exact fraction"
        yield f"The band of a key question is looked up by {on}.", rating.band_on_basis
    for cut in rating.overall:
        yield _overall_from(cut.lower, cut.word), cut.basis
    yield from ((rule.text, rule.basis) for rule in rating.rules)
    if framework.return_visit is not None:
        yield framework.return_visit.text, framework.return_visit.basis
    if framework.small_numbers is not None:
        yield framework.small_numbers.text, framework.small_numbers.basis
    for basis, same in groupby(rating.considerations, key=lambda one: one.basis):
        yield f"Considered for professional discretion: {' '.join(one.text for one in same)}", basis


def _worth(scale: Scale, word: str, points: int) -> str:
    if scale is Scale.STARS:
        return count(points, "'{word}' is {n} star.", "'{word}' is {n} stars.", word=word)
    return count(points, "'{word}' is {n} point.", "'{word}' is {n} points.", word=word)


def _overall_from(points: int, word: str) -> str:
    return count(
        points, "A score from {n} point is '{word}' overall.", "A score from {n} points is '{word}' overall.", word=word
    )
