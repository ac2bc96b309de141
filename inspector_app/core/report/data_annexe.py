"""Every key question that is judged on cases, which is the data annexe, and its prompts by answer."""

from collections import Counter
from collections.abc import Iterator

from inspector_app.core.domain.framework import Evidence, Standard
from inspector_app.core.domain.inspection import Answer
from inspector_app.core.domain.rated import RatedQuestion, RatedStandard
from inspector_app.core.report import words
from inspector_app.core.report.content import Block, Column, Label, Row, Run, Table, plain
from inspector_app.core.report.drafted import Data
from inspector_app.core.words import say

_NONE = "–"
_ANSWERS = (Answer.YES, Answer.NO, Answer.NA)
_Given = Counter[tuple[str, str, Answer | None]]  # by question, prompt and answer


def compose(data: Data) -> Iterator[Block]:
    """The table of key questions; nothing while no case is judged. What leaves has percentages alone, as in print."""
    if not data.outward:
        yield from _questions(data)
        return
    rows = [row for rated in data.rated.standards for row in _as_printed(data, rated)]
    if rows:
        yield Table((Column(say("Key question"), 80), Column(say("% 'Yes'"), 20, figures=True)), tuple(rows))


def _as_printed(data: Data, rated: RatedStandard) -> Iterator[Row]:
    standard = data.framework.by_ref[rated.ref]
    told = [q for q in rated.key_questions if data.tells(q.tally)]
    if told and standard.evidence is not Evidence.MIXED:
        yield _group(standard.in_ratings or standard.name)
        yield from (Row((plain(f"{q.ref} {q.text}"), plain(f"{q.percent}%"))) for q in told)


def _questions(data: Data) -> Iterator[Block]:
    rows: list[Row] = []
    for rated in data.rated.standards:
        judged = [q for q in rated.key_questions if q.tally.of]
        if judged:
            standard = data.framework.by_ref[rated.ref]
            rows += [_group(standard.in_ratings or standard.name), *(_question(q) for q in judged)]
    if rows:
        columns = (
            Column(say("Key question"), 56),
            Column(say("Yes"), 10, figures=True),
            Column(say("Of"), 10, figures=True),
            Column(say("% 'Yes'"), 12, figures=True),
            Column(say("Not applicable"), 12, figures=True),
        )
        yield Table(columns, tuple(rows))


def _question(question: RatedQuestion) -> Row:
    tally = question.tally
    percent = _NONE if question.percent is None else f"{question.percent}%"
    cells = (f"{question.ref} {question.text}", str(tally.yes), str(tally.of), percent, str(tally.not_applicable))
    return Row(tuple(plain(cell) for cell in cells))


def prompts(data: Data) -> Iterator[Block]:
    """How each prompt was answered: a record for the panel, in no copy that leaves."""
    framework, inspection = data.framework, data.inspection
    given: _Given = Counter((p.question, p.prompt, p.answer) for p in inspection.prompts if p.answer is not None)
    rows = [row for standard in framework.standards for row in _prompts_of(standard, given)]
    if rows:
        columns = (Column(say("Prompt"), 64), *(Column(title, 12, figures=True) for title in ("Yes", "No", "n/a")))
        yield Label(say("Prompts by answer"))
        yield Table(columns, tuple(rows))


def _prompts_of(standard: Standard, given: _Given) -> Iterator[Row]:
    for question in standard.case_questions:
        answered = [p for p in question.prompts if any(given[question.ref, p.ref, a] for a in _ANSWERS)]
        if answered:
            yield _group(f"{question.ref} {question.text}")
        for prompt in answered:
            counts = (plain(str(given[question.ref, prompt.ref, answer])) for answer in _ANSWERS)
            yield Row(((Run(f"{prompt.ref}) {prompt.text}"),), *counts))


def _group(title: str) -> Row:
    return Row((plain(words.shortened(title)),), group=True)
