"""Reads how an inspection stands for the list of inspections: dates and numbers, and no text of anybody's."""

from collections.abc import Mapping

from inspector_app.core.domain.days import spans
from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.glance import Glance
from inspector_app.core.domain.inspection import Answer
from inspector_app.core.storage.database import Database
from inspector_app.core.storage.reading import read, read_answers, read_week


def read_glance(database: Database, framework: Framework) -> tuple[str, Glance]:
    """The service, and how its inspection stands."""
    with database.read() as connection:
        fieldwork, _visit = read_week.fieldwork(connection)
        cases, judged = read.cases(connection), read_answers.judged(connection)
        by_totals = read.by_totals(connection)
        done = sum(_is_judged(framework, case.id, case.sample, judged, by_totals) for case in cases)
        return read.service(connection), Glance(spans.stored(fieldwork), len(cases), done)


def _is_judged(
    framework: Framework,
    case: str,
    sample: str,
    judged: Mapping[tuple[str, str], Answer | None],
    by_totals: frozenset[str],
) -> bool:
    asked = (question.ref for _, question in framework.sample_questions(sample) if question.ref not in by_totals)
    return all(judged.get((case, question)) is not None for question in asked)
