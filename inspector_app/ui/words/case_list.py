"""What is said of a list of cases."""

from inspector_app.core.domain.cases.case_list import Problem
from inspector_app.core.domain.text import pseudonyms
from inspector_app.core.words import say


def problem_said(problem: Problem) -> str:
    """What is wrong, or worth a look, at which row."""
    if not problem.heading:
        return say("Row {row}: {why}.", row=problem.row, why=problem.why)
    return say("Row {row}, column {heading}: {why}.", row=problem.row, heading=problem.heading, why=problem.why)


def may_be_name(ref: str) -> str:
    """What to say of a case that was added by a reference which may be a surname; "" of any other."""
    if not pseudonyms.worth_a_look(ref):
        return ""
    return say(
        "{ref} is added. It may be somebody’s name; a reference is a pseudonym, such as C01, and can be changed in the "
        "facts of the case.",
        ref=ref,
    )
