"""Which references a case can have: a pseudonym that can be seen and that no other case has, however it is spelt."""

from collections.abc import Collection, Iterable, Sequence, Set

from inspector_app.core.domain.cases.most import MOST_CASES
from inspector_app.core.domain.text import alike, pseudonyms
from inspector_app.core.errors import Code, Expected


def refuse_unless_free(refs: Iterable[str], others: Iterable[str]) -> None:
    """Nothing when each is a pseudonym that no other case has. Expected: VALUE_INVALID for the first that is not."""
    taken = {alike.key(ref) for ref in others}
    for ref in refs:
        if why := _why_not(ref, taken):
            raise Expected(Code.VALUE_INVALID, field="The case reference", value=ref, why=why)


def refuse_unless_new(refs: Sequence[str], others: Collection[str]) -> None:
    """Nothing when cases with these references can be added to those. Expected: as `refuse_unless_free`; too many."""
    if len(others) + len(refs) > MOST_CASES:
        why = f"an inspection has at most {MOST_CASES:,}"
        raise Expected(Code.VALUE_INVALID, field="The number of cases", value=len(others) + len(refs), why=why)
    refuse_unless_free(refs, others)


def _why_not(ref: str, taken: Set[str]) -> str:
    if not ref:
        return "it is empty"
    return "another case has it" if alike.key(ref) in taken else pseudonyms.why_not(ref)
