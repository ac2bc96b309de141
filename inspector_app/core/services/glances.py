"""Reads how an inspection stands for the list of inspections: dates and numbers, and no text of anybody's."""

from collections.abc import Collection

from inspector_app.core.domain.days import spans
from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.glance import Glance
from inspector_app.core.storage.database import Connection, Database
from inspector_app.core.storage.reading import read, read_answers, read_review, read_week


def read_glance(database: Database, framework: Framework, person: str) -> tuple[str, Glance]:
    """The service, and how its inspection stands, as the person (an id) may see it: a case they mark blind by their own."""
    with database.read() as connection:
        fieldwork, _visit = read_week.fieldwork(connection)
        cases = read.cases(connection)
        judged = _judged(connection, person)
        by_totals = read.by_totals(connection)
        done = sum(_is_judged(framework, case.id, case.sample, judged, by_totals) for case in cases)
        return read.service(connection), Glance(spans.stored(fieldwork), len(cases), done)


def _judged(connection: Connection, person: str) -> set[tuple[str, str]]:
    """(case, key question) of what is judged; on a case the person marks blind, by them."""
    blind = read_review.blind_cases(connection, person)
    own = (one for case in blind for one in read_review.seen(connection, person, f"{case}/", texts=False))
    theirs = {(one.case, one.question) for one in own if one.is_judgement and one.answer is not None}
    firsts = read_answers.judged(connection).items()
    return theirs | {(case, question) for (case, question), answer in firsts if answer and case not in blind}


def _is_judged(
    framework: Framework,
    case: str,
    sample: str,
    judged: Collection[tuple[str, str]],
    by_totals: frozenset[str],
) -> bool:
    asked = (question.ref for _, question in framework.sample_questions(sample) if question.ref not in by_totals)
    return all((case, question) in judged for question in asked)
