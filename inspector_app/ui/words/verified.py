"""How much of a case was verified, in a few words."""

from inspector_app.core.domain.cases.verified import Verified
from inspector_app.core.words import listed, say


def in_brief(found: Verified | None) -> str:
    """How many items stand verified, and which changed since; "" where none was."""
    if found is None:
        return ""
    said = say("{number} of {of} verified", number=found.stand, of=found.of)
    if not found.lapsed:
        return said
    return say("{verified}; changed since: {items}", verified=said, items=listed(list(found.lapsed)))
