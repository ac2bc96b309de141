"""What is asked before cases move on of which little or nothing is answered. It never keeps anybody from it."""

from collections.abc import Sequence

from inspector_app.core.domain.cases.review import ACCEPT, SUBMIT
from inspector_app.core.domain.rows import CaseRow
from inspector_app.core.words import count, later, say

ALL_THE_SAME = {SUBMIT: later("Submit all the same"), ACCEPT: later("Accept all the same")}


def is_untouched(row: CaseRow) -> bool:
    """Whether there is something to answer on a case, and nothing of it is answered."""
    return 0 < row.items == row.gaps


def asked_first(act: str, rows: Sequence[CaseRow]) -> str:
    """The question before SUBMIT or ACCEPT of these cases; "" where there is none: one alone is begun, or none has gaps."""
    if len(rows) == 1:
        return _of_one(act, rows[0].ref) if is_untouched(rows[0]) else ""
    gaps = sum(row.gaps > 0 for row in rows)
    if not gaps:
        return ""
    return _of_several(act, gaps, len(rows))


def _of_one(act: str, ref: str) -> str:
    if act == SUBMIT:
        return say("Nothing is answered on {ref}. Submit it all the same?", ref=ref)
    return say("Nothing is answered on {ref}. Accept it all the same?", ref=ref)


def _of_several(act: str, gaps: int, of: int) -> str:
    share = count(gaps, "{n} of these {of} cases has gaps.", "{n} of these {of} cases have gaps.", of=of)
    again = say("Submit them all the same?") if act == SUBMIT else say("Accept them all the same?")
    return f"{share} {again}"
