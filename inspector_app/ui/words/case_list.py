"""What is said of a list of cases."""

from inspector_app.core.domain.cases.case_list import Problem
from inspector_app.core.words import say


def problem_said(problem: Problem) -> str:
    """What is wrong, or worth a look, at which row."""
    if not problem.heading:
        return say("Row {row}: {why}.", row=problem.row, why=problem.why)
    return say("Row {row}, column {heading}: {why}.", row=problem.row, heading=problem.heading, why=problem.why)
