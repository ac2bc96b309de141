"""What the lines of the ratings table say: standards and their key questions, as values that a painter only draws. No Qt."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.rated import Rated, RatedQuestion, RatedStandard
from inspector_app.core.services.results.ratings import printed_percent
from inspector_app.core.words import say
from inspector_app.ui.words import framework as framework_words
from inspector_app.ui.words import rating as rating_words


@dataclass(frozen=True, slots=True)
class Figure:
    """The figure of a key question. `possible`: the lowest and highest percent that its open cases can lead to."""

    ref: str
    yes_of: str
    percent: int | None
    band: str | None
    provisional: bool
    lowest: bool
    possible: tuple[int, int] | None
    by_people: bool = False  # a rating in words, which no case makes

    @property
    def share(self) -> str:
        """The percent as it is printed; "" without a judged case."""
        return "" if self.percent is None else say("{percent}%", percent=self.percent)


@dataclass(frozen=True, slots=True)
class RatingLine:
    """A standard (`question` "") with the figures of its key questions, or one of these with its own."""

    standard: str
    question: str
    words: str
    whole: str  # the same as it is asked, where there is room for that
    note: str
    figures: tuple[Figure, ...]
    rating: str | None
    rated: str  # what is said beside the steps
    provisional: bool
    so_far: str  # of a standard, where it can still change
    lowest: str  # of a key question that makes the rating of its standard
    under: str  # the rating of a standard whose figures are all that stands beside its title: who decided, what is open
    spoken: str

    @property
    def ref(self) -> str:
        """Of what it is about."""
        return self.question or self.standard


Counted = Mapping[str, int]


def lines(framework: Framework, rated: Rated, contested: Counted, close: Counted, heard: Counted) -> list[RatingLine]:
    """Every line in the order of the framework; `contested` and `close` count, by key question, the cases that are.

    `heard` counts the sources that bear on what people rate.
    """
    return [line for standard in rated.standards for line in _lines(framework, standard, contested, close, heard)]


def _lines(
    framework: Framework, standard: RatedStandard, contested: Counted, close: Counted, heard: Counted
) -> Iterator[RatingLine]:
    asked = {q.ref: q for q in framework.by_ref[standard.ref].key_questions}
    note = rating_words.in_table(framework, standard)
    said = rating_words.rating_of(framework, standard) or say("No rating yet")
    yield RatingLine(
        standard=standard.ref,
        question="",
        words=standard.title,
        whole=standard.title,
        note=note,
        figures=tuple(_rated(q) if q.by_people else _figure(q) for q in standard.key_questions),
        rating=standard.rating,
        rated=said,
        provisional=not standard.complete,
        so_far=rating_words.so_far(standard),
        lowest="",
        under=_under(standard),
        spoken=rating_words.spoken_standard(standard, said, rating_words.standing(framework, standard)),
    )
    for question in standard.key_questions:
        numbers = contested.get(question.ref, 0), close.get(question.ref, 0)
        notes = rating_words.notes(framework, question, *numbers, brief=True)
        notes += [rating_words.heard(heard[question.ref])] if question.ref in heard else []
        printed = asked[question.ref]
        yield RatingLine(
            standard=standard.ref,
            question=question.ref,
            words=framework_words.in_a_line(printed),
            whole=printed.text,
            note=" · ".join(notes),
            figures=() if question.by_people else (_figure(question),),
            rating=question.band or question.given,
            rated=question.band or rating_words.judged(question),
            provisional=question.tally.unanswered > 0,
            so_far="",
            lowest=rating_words.lowest(question, standard) if not question.by_people else "",
            under="",
            spoken=". ".join([rating_words.spoken_figure(question, standard), *notes]),
        )


def _under(rated: RatedStandard) -> str:
    """A rating that the panel made is another than its figures make: that is said beside them."""
    if rated.discretion is None:
        return rating_words.so_far(rated)
    unanswered = sum(q.tally.unanswered for q in rated.key_questions)
    return say("by the panel, {number} open", number=unanswered) if unanswered else say("by the panel")


def _rated(question: RatedQuestion) -> Figure:
    """What people rate, where it stands beside the figures of the others."""
    said = say("{ref}: {rating}", ref=question.ref, rating=question.given or say("not rated yet"))
    return Figure(
        ref=question.ref, yes_of=said, percent=None, band=question.given, provisional=False, lowest=question.lowest,
        possible=None, by_people=True,
    )  # fmt: skip


def _figure(question: RatedQuestion) -> Figure:
    tally, least = question.tally, None
    if tally.of and tally.unanswered:
        ends = [printed_percent(yes, tally.of + tally.unanswered) for yes in (tally.yes, tally.most_yes)]
        least = (ends[0] or 0, ends[1] or 0)
    return Figure(
        ref=question.ref,
        yes_of=rating_words.judged(question),
        percent=question.percent,
        band=question.band,
        provisional=tally.unanswered > 0,
        lowest=question.lowest,
        possible=least,
    )
