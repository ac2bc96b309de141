"""Which references a case can have: one that can be seen and that no other case has, however it is spelt."""

from collections.abc import Iterable

from inspector_app.core.domain.text import alike
from inspector_app.core.errors import Code, Expected


def refuse_unless_free(refs: Iterable[str], others: Iterable[str]) -> None:
    """Nothing when none of the references is empty or one of the others. Expected: VALUE_INVALID for the first that is."""
    taken = {alike.key(ref) for ref in others}
    for ref in refs:
        if not ref or alike.key(ref) in taken:
            why = "another case has it" if ref else "it is empty"
            raise Expected(Code.VALUE_INVALID, field="The case reference", value=ref, why=why)
