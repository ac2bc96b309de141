"""The key questions of one standard in the report: the table of figures, what is lowest, what people rated."""

from inspector_app.core.domain.framework import Evidence, Framework, Standard
from inspector_app.core.domain.rated import RatedQuestion, RatedStandard
from inspector_app.core.domain.rating_rules import RuleCode
from inspector_app.core.report import charts, standings, words
from inspector_app.core.report.content import (
    Block,
    Bullets,
    Column,
    Paragraph,
    Row,
    Run,
    Table,
    Text,
    Voice,
    footed,
    plain,
)
from inspector_app.core.report.drafted import Data
from inspector_app.core.report.footnotes import Footnotes
from inspector_app.core.words import count, listed, say

_NONE = "–"


def of_standard(data: Data, standard: Standard, rated: RatedStandard, mark: str, notes: Footnotes) -> tuple[Block, ...]:
    """What the rating is based on. FJI themes have no key questions of their own, and get nothing here.

    `mark` is the footnote on the panel's discretion; the published reports repeat it at the percentage.
    """
    framework = data.framework
    if not standard.key_questions:
        return ()
    if standard.evidence is Evidence.ORGANISATION:
        return _in_words(standard)
    asked = {q.ref for q in standard.case_questions}
    by_case = tuple(q for q in rated.key_questions if q.ref in asked)
    given = tuple(q for q in rated.key_questions if q.ref not in asked)
    bold = any(_is_bold(data, q) for q in by_case)
    lead = _lead_in(framework, standard, given, notes) if given or bold else _on_questions(standard)
    blocks: list[Block] = [Paragraph(footed(lead))]
    if data.outward:
        chart = () if standard.evidence is Evidence.MIXED else charts.of_questions(data, rated.key_questions)
        return (*blocks, _as_printed(data, standard, rated, mark), *_untold(data, standard, rated), *chart)
    if by_case:
        decision = rated.discretion.question if rated.discretion else ""
        marks = {q.ref: _marks(q, mark if _is_about(decision, q) else "", notes) for q in by_case}
        blocks += [_table(standard, by_case, marks), *_lowest_in_words(by_case), *charts.of_questions(data, by_case)]
    if given:
        blocks.append(_given_table(framework, given))
    return tuple(blocks)


def _as_printed(data: Data, standard: Standard, rated: RatedStandard, mark: str) -> Block:
    """As the reports print it: percentages alone; of a standard that rests on other evidence too the questions alone.

    One that the copy may not tell is left out, and then it is not said to be the lowest either.
    """
    if standard.evidence is Evidence.MIXED:
        return Bullets(tuple(plain(f"{q.ref} {q.text}") for q in standard.key_questions))
    asked = {q.ref: q.in_report or q.text for q in standard.key_questions}
    named = rated.discretion.question if rated.discretion else ""
    rows = []
    for question in rated.key_questions:
        percent = f"{question.percent}%" if _told(data, question) else _NONE
        at = mark if _is_about(named, question) else ""
        cells = (f"{question.ref} {asked[question.ref]}", f"{percent} {at}".rstrip())
        rows.append(Row(tuple(footed(cell, bold=_is_bold(data, question)) for cell in cells)))
    return Table((Column(standard.stem or "Key question", 80), Column("% 'Yes'", 20, figures=True)), tuple(rows))


def _untold(data: Data, standard: Standard, rated: RatedStandard) -> tuple[Block, ...]:
    """What a dash in the table means."""
    if standard.evidence is Evidence.MIXED or all(_told(data, question) for question in rated.key_questions):
        return ()
    return (Paragraph(plain(say("–: the percentage is not given in this copy.")), Voice.NOTE),)


def _told(data: Data, question: RatedQuestion) -> bool:
    return question.percent is not None and data.tells(question.tally)


def _is_bold(data: Data, question: RatedQuestion) -> bool:
    """Whether it is set apart as the lowest: a copy that does not tell its percentage does not say that either."""
    return question.lowest and _told(data, question)


def _on_questions(standard: Standard) -> str:
    title = words.within_sentence(standard.title)
    return f"Our rating for {title} is based on the following key questions:"


def _in_words(standard: Standard) -> tuple[Block, ...]:
    return Paragraph(plain(_on_questions(standard))), Bullets(
        tuple(plain(f"{q.ref} {q.text}") for q in standard.key_questions)
    )


def _lead_in(framework: Framework, standard: Standard, given: tuple[RatedQuestion, ...], notes: Footnotes) -> str:
    """What the rating rests on; how, in a footnote where the file has the one that the reports print."""
    title = words.within_sentence(standard.title)
    printed = framework.rating.footnote(RuleCode.MIXED if given else RuleCode.LOWEST)
    if printed:
        return f"Our rating{notes.add(printed)} for {title} is based on the following key questions:"
    if given:
        return say(
            "Our rating for {title} is derived from the scores from case inspection for {cases} "
            "and the qualitative evidence for {refs}.",
            title=title,
            cases=listed([q.ref for q in standard.case_questions]),
            refs=listed([q.ref for q in given]),
        )
    return (
        f"Our rating for {title} is based on the following key questions. It is driven by the lowest score, "
        "which is placed in a rating band and shown in bold."
    )


def _table(standard: Standard, questions: tuple[RatedQuestion, ...], marks: dict[str, str]) -> Table:
    """The key questions, under the stem that they share where the reports print one.

    Columns for cases that are not applicable or unanswered appear only where there are any.
    """
    tallies = [q.tally for q in questions]
    extra = []
    if any(t.not_applicable for t in tallies):
        extra.append(Column("Not applicable", 12, figures=True))
    if any(t.unanswered for t in tallies):
        extra.append(Column("Unanswered", 15, figures=True))
    columns = (
        Column(standard.stem or "Key question", 52 - sum(c.share for c in extra)),
        Column("Yes", 8, figures=True),
        Column("Of", 8, figures=True),
        Column("% 'Yes'", 12, figures=True),
        Column("Rating band", 20),
        *extra,
    )
    asked = {q.ref: q.in_report or q.text for q in standard.key_questions}
    titles = tuple(c.title for c in extra)
    return Table(columns, tuple(_row(q, asked[q.ref], marks[q.ref], titles) for q in questions))


def _row(question: RatedQuestion, text: str, marks: str, extra: tuple[str, ...]) -> Row:
    tally, bold = question.tally, question.lowest
    percent = _NONE if question.percent is None else f"{question.percent}%"
    more = {"Not applicable": tally.not_applicable, "Unanswered": tally.unanswered}
    asked: Text = (Run(f"{question.ref} {text}"), *((Run(" (lowest score)", bold=True),) if bold else ()))
    figures = (str(tally.yes), str(tally.of), f"{percent} {marks}".rstrip(), question.band or "Not yet judged")
    return Row((asked, *(footed(f, bold=bold) for f in figures), *((Run(str(more[e])),) for e in extra)))


def _marks(question: RatedQuestion, discretion: str, notes: Footnotes) -> str:
    if not (question.differs and question.printed_band and question.exact_band):
        return discretion
    fraction = f"{question.tally.yes} of {question.tally.of}"
    if question.band == question.printed_band:
        said = (
            f"The band is that of the printed whole percent. The exact fraction, {fraction}, would be "
            f"{words.quoted(question.exact_band)}."
        )
    else:
        said = (
            f"The band is that of the exact fraction, {fraction}. The printed whole percent would be "
            f"{words.quoted(question.printed_band)}."
        )
    return f"{discretion} {notes.add(said)}".strip()


def _is_about(named: str, question: RatedQuestion) -> bool:
    """The published footnote stands at the key question that the panel named, or else at the lowest."""
    return named == question.ref if named else question.lowest


def _lowest_in_words(questions: tuple[RatedQuestion, ...]) -> tuple[Block, ...]:
    lowest = [q for q in questions if q.lowest and q.percent is not None]
    if not lowest:
        return ()
    said = listed([_with_percent(q) for q in lowest])
    band = lowest[0].band or ""
    return (Paragraph(plain(say("Lowest score: {questions}, which is '{band}'.", questions=said, band=band))),)


def _with_percent(question: RatedQuestion) -> str:
    return count(
        question.tally.of,
        "{ref} with {percent}% ({yes} of {n} case)",
        "{ref} with {percent}% ({yes} of {n} cases)",
        ref=question.ref,
        percent=question.percent,
        yes=question.tally.yes,
    )


def _given_table(framework: Framework, questions: tuple[RatedQuestion, ...]) -> Table:
    columns = (Column("Key question judged on qualitative evidence", 52), Column("Rating given", 48))
    return Table(
        columns,
        tuple(Row((plain(f"{q.ref} {q.text}"), standings.of_word(framework, q.given))) for q in questions),
    )
