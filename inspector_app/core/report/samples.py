"""How many cases were inspected, as the reports say it."""

from inspector_app.core.domain.framework import Framework, Sample
from inspector_app.core.domain.inspection import Inspection
from inspector_app.core.report import words
from inspector_app.core.words import count, say


def looked_at(framework: Framework, inspection: Inspection, sample: str, least: int = 0) -> str:
    """How many cases of a sample were inspected (`least`: as of `words.number`); "" without a case.

    How they divide by type or by anything else about the children goes into no report: small numbers can point to one.
    """
    if number := cases(inspection, sample):
        return _looked_at(framework.sample(sample), number, least)
    asked = {q.ref for _, q in framework.sample_questions(sample)}
    most = max((t.of for t in inspection.totals if t.question in asked), default=0)
    return (
        f"{_looked_at(framework.sample(sample), most, least)} {say('The figures were entered as totals.')}"
        if most
        else ""
    )


def cases(inspection: Inspection, sample: str) -> int:
    """The number of cases of a sample."""
    return sum(1 for case in inspection.cases if case.sample == sample)


def _looked_at(sample: Sample, number: int, least: int) -> str:
    if sample.in_report is not None:
        return words.filled(sample.in_report, number, least=least)
    said = words.number(number, least)
    if sample.title.casefold() == "cases":
        return count(number, "We took a detailed look at {n} case.", "We took a detailed look at {n} cases.", n=said)
    return count(
        number,
        "We took a detailed look at {n} case ({sample}).",
        "We took a detailed look at {n} cases ({sample}).",
        sample=words.within_sentence(sample.title),
        n=said,
    )
