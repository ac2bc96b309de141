"""What is said of a list of cases."""

from collections.abc import Iterable, Mapping, Sequence

from inspector_app.core.domain.cases.case_list import Listing, Problem
from inspector_app.core.domain.text import pseudonyms
from inspector_app.core.domain.text.identifying import Kind
from inspector_app.core.services.documents import case_lists
from inspector_app.core.words import count, listed, say

_WITH_REFERENCES = 3  # rows: of more their numbers alone are said


def problems_said(problems: Iterable[Problem]) -> list[str]:
    """What is wrong, or worth a look, at which rows: the same thing is said once, where it comes first."""
    found: dict[tuple[str, str], list[Problem]] = {}
    for problem in problems:
        found.setdefault((problem.heading, problem.why), []).append(problem)
    return [_said(heading, why, where) for (heading, why), where in found.items()]


def _said(heading: str, why: str, of: Sequence[Problem]) -> str:
    said = count(len(of), "Row {rows}", "Rows {rows}", rows=listed(_rows(of)))
    where = say("{rows}, column {heading}", rows=said, heading=heading) if heading else said
    return say("{where}: {why}.", where=where, why=why)


def _rows(of: Sequence[Problem]) -> list[str]:
    """The rows, with their references while they are few."""
    if len(of) > _WITH_REFERENCES:
        return _together([problem.row for problem in of])
    return [f"{one.row} ({one.ref})" if one.ref and one.ref not in one.why else str(one.row) for one in of]


def _together(rows: Sequence[int]) -> list[str]:
    """Rows as they are said: three and more in a row as the first and the last of them."""
    runs: list[list[int]] = []
    for row in rows:
        if runs and row == runs[-1][-1] + 1:
            runs[-1].append(row)
        else:
            runs.append([row])
    return [part for run in runs for part in ([f"{run[0]}–{run[-1]}"] if len(run) > 2 else map(str, run))]


def own_number(listing: Listing, places: Mapping[str, int]) -> str:
    """What to say where the references seem to be the service's own numbers for children; "" of any others."""
    heading = next((one.text for one in listing.headings if one.place == places.get("ref")), "")
    if not heading or not case_lists.is_own_number(heading):
        return ""
    return say(
        "“{column}” may be the service’s own number for a child, by which they can be found there. A reference is a "
        "pseudonym, such as C01: ask for a list with one where it is.",
        column=heading,
    )


def may_be_name(ref: str) -> str:
    """What to say of a case that was added by a reference which may lead to a person; "" of any other."""
    found = pseudonyms.may_be(ref)
    if found is None:
        return ""
    if found is Kind.BIRTH:
        return say(
            "{ref} is added. There may be a date of birth in it; a reference is a pseudonym, such as C01, and can be changed "
            "in the facts of the case.",
            ref=ref,
        )
    if found is Kind.REFERENCE:
        return say(
            "{ref} is added. It may be somebody’s prison number; a reference is a pseudonym, such as C01, and can be changed "
            "in the facts of the case.",
            ref=ref,
        )
    return say(
        "{ref} is added. It may be somebody’s name; a reference is a pseudonym, such as C01, and can be changed in the "
        "facts of the case.",
        ref=ref,
    )


def rows_not_in_view(rows: Sequence[int]) -> str:
    """What to say of rows that came in and that the workbook does not show; "" for none."""
    if not rows:
        return ""
    return count(
        len(rows),
        "Row {rows} came in too; the sheet does not show it, as after a filter.",
        "Rows {rows} came in too; the sheet does not show them, as after a filter.",
        rows=listed(_together(rows)),
    )
