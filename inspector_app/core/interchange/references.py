"""Case references as files need them: present, tidy and each of one case only."""

from collections.abc import Iterable

from inspector_app.core.domain.inspection import Case


def references(cases: Iterable[Case]) -> dict[str, str]:
    """A reference for each case id: the case's own, tidied, or the next free "C01 (2)" where two cases have the same.

    Two laptops may each have added C01; the number shows on paper that there were two.
    """
    cases = tuple(cases)
    taken = {tidy(case.ref) for case in cases}
    used: dict[str, str] = {}
    for case in cases:
        plain = tidy(case.ref) or "No reference"
        ref, number = plain, 2
        while ref in used or (ref != plain and ref in taken):
            ref, number = f"{plain} ({number})", number + 1
        used[ref] = case.id
    return {case_id: ref for ref, case_id in used.items()}


def tidy(ref: str) -> str:
    """A name without line breaks, and without spaces at its ends or twice between words."""
    return " ".join(ref.split())
