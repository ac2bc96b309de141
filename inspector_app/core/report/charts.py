"""What a chart shows: each key question with its share of 'Yes', on the bands that rate it. The tables say the same."""

from collections.abc import Iterator, Sequence

from inspector_app.core.domain.evidence import percent
from inspector_app.core.domain.rated import RatedQuestion
from inspector_app.core.report.content import Bar, Block, Chart, Paragraph, Voice, plain
from inspector_app.core.report.drafted import Data
from inspector_app.core.words import count, listed, say


def of_questions(data: Data, questions: Sequence[RatedQuestion]) -> Iterator[Block]:
    """A chart of those that are judged, with its scale in words; nothing while none is.

    What leaves has percentages alone, and none that may not be told.
    """
    bars = tuple(_bar(data, q, q.percent) for q in questions if q.percent is not None and data.tells(q.tally))
    bands = tuple((band.lower, band.word) for band in data.framework.rating.bands)
    if bars and bands:
        scale = say("Bands: {bands}.", bands=listed([_from(lower, word) for lower, word in bands]))
        words = [_in_words(data, bar, q) for bar in bars for q in questions if q.ref == bar.label]
        yield _chart(bars, bands, words, scale)
        caption = say("Chart: percentage 'Yes' of each key question.")
        yield Paragraph(plain(f"{caption} {scale}"), Voice.NOTE)


def of_theme(ref: str, yes: int, of: int, *, outward: bool = False) -> Iterator[Block]:
    """A chart of how the cases were judged on a theme, which has no bands. What leaves has the percentage alone."""
    share = percent(yes, of) or 0
    bar = Bar(ref, share, f"{share}%" if outward else _of(yes, of, share))
    yield _chart((bar,), (), [f"{ref}: {bar.says}"], "")
    yield Paragraph(plain(say("Chart: percentage 'Yes' of the theme.")), Voice.NOTE)


def _bar(data: Data, question: RatedQuestion, share: int) -> Bar:
    tally = question.tally
    said = f"{share}%" if data.outward else _of(tally.yes, tally.of, share)
    return Bar(question.ref, share, said, question.lowest)


def _in_words(data: Data, bar: Bar, question: RatedQuestion) -> str:
    said = f"{bar.label}: {bar.says}"
    return said if data.outward or not question.band else f"{said}, {question.band}"


def _of(yes: int, of: int, share: int) -> str:
    return count(of, "{yes} of {n} ({percent}%)", "{yes} of {n} ({percent}%)", yes=yes, percent=share)


def _from(lower: int, word: str) -> str:
    return say("{word} from {percent}%", word=word, percent=lower)


def _chart(bars: tuple[Bar, ...], bands: tuple[tuple[int, str], ...], words: list[str], scale: str) -> Chart:
    said = say("Chart of the percentage 'Yes': {told}.", told="; ".join(words))
    return Chart(bars, bands, f"{said} {scale}".rstrip())
