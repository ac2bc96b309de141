"""How many cases were inspected, as the reports say it."""

from collections import Counter
from collections.abc import Collection

from inspector_app.core.domain.framework import Framework, Sample
from inspector_app.core.domain.inspection import Inspection
from inspector_app.core.report import words
from inspector_app.core.words import count, say

_SEVERAL = 2
_CASES = " cases"  # how the frameworks call most samples: Court disposal cases


def looked_at(framework: Framework, inspection: Inspection, sample: str, least: int = 0) -> str:
    """How many cases of a sample were inspected, or are judged so far (`least`: as of `words.number`); "" without a case.

    How they divide by type or by anything else about the children goes into no report: small numbers can point to one.
    """
    asked = {q.ref for _, q in framework.sample_questions(sample)}
    most = max((t.of for t in inspection.totals if t.question in asked), default=0)
    if number := cases(inspection, sample):
        judged = number if most else _judged(inspection, sample, asked)
        if judged < number:
            return judged_so_far(framework.sample(sample), number, judged, least)
        return _looked_at(framework.sample(sample), number, least)
    if not most:
        return ""
    said = _looked_at(framework.sample(sample), most, least)
    return (
        said if least else f"{said} {say('The figures were entered as totals.')}"
    )  # how we work is nothing to outsiders


def cases(inspection: Inspection, sample: str) -> int:
    """The number of cases of a sample."""
    return sum(1 for case in inspection.cases if case.sample == sample)


def _judged(inspection: Inspection, sample: str, asked: Collection[str]) -> int:
    """The number of cases of a sample on which everything that is asked of them is judged."""
    given = Counter(j.case for j in inspection.judgements if j.question in asked and j.answer is not None)
    return sum(1 for case in inspection.cases if case.sample == sample and given[case.id] == len(asked))


def judged_so_far(sample: Sample, number: int, judged: int, least: int) -> str:
    """Of a sample that is not all judged nobody says that all of it was looked at."""
    made = _made(number, judged, least)
    if sample.title.casefold() == "cases":
        return count(
            _said(number, least),
            "The sample has {cases} case: {made}.",
            "The sample has {cases} cases: {made}.",
            cases=words.number(number, least),
            made=made,
        )
    return count(
        _said(number, least),
        "The sample ({sample}) has {cases} case: {made}.",
        "The sample ({sample}) has {cases} cases: {made}.",
        sample=words.within_sentence(sample.title),
        cases=words.number(number, least),
        made=made,
    )


def _made(number: int, judged: int, least: int) -> str:
    """How many are judged. Outside nobody is told: two drafts of two days would tell how those between were judged."""
    if least:
        return say("not all are judged yet")
    if number == 1:
        return say("it is not judged in full yet")
    return (
        count(judged, "{n} is judged in full", "{n} are judged in full", n=words.number(judged))
        if judged
        else say("none is judged in full yet")
    )


def _looked_at(sample: Sample, number: int, least: int) -> str:
    if sample.in_report is not None:
        return words.filled(sample.in_report, number, least=least)
    said, named = words.number(number, least), words.within_sentence(sample.title)
    if sample.title.casefold() == "cases":
        return _of_cases(_said(number, least), said)
    if named.endswith(_CASES):
        return _of_cases(_said(number, least), f"{said} {named.removesuffix(_CASES)}")
    return count(
        _said(number, least),
        "We took a detailed look at {n} case ({sample}).",
        "We took a detailed look at {n} cases ({sample}).",
        sample=named,
        n=said,
    )


def _said(number: int, least: int) -> int:
    """The number that a sentence is put for: fewer than five are several, whichever they are, and one is not told apart."""
    return max(number, _SEVERAL) if least else number


def _of_cases(number: int, said: str) -> str:
    return count(number, "We took a detailed look at {n} case.", "We took a detailed look at {n} cases.", n=said)
