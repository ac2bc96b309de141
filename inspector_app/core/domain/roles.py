"""What somebody is in an inspection: its lead's own line says that. A card's role is what its holder says of themselves."""

from inspector_app.core.domain.text import alike

LEAD, INSPECTOR = "Lead inspector", "Inspector"  # stored as they stand here, so they are the same in every language
ROLES = (LEAD, INSPECTOR, "Local assessor", "Quality lead")
_WRITTEN = {alike.key(role): role for role in ROLES}


def written(role: str) -> str:
    """A role as it is written everywhere: one of ROLES is not told apart by its capitals; another stays as it is."""
    return _WRITTEN.get(alike.key(role), role)


def leads(role: str) -> bool:
    """Whether a role is the lead's ("lead", "Lead inspector")."""
    return role.casefold().startswith("lead")


def reviews(role: str) -> bool:
    """Whether who has the role accepts and returns cases: the lead and the quality lead."""
    return leads(role) or "quality" in role.casefold()


def place(role: str) -> int:
    """Where who has the role is named in a list of the team: who leads, who reviews, who inspects, who helps, all others."""
    order = (leads(role), reviews(role), written(role) == INSPECTOR, bool(role))
    return next((place for place, holds in enumerate(order) if holds), len(order))


def gives_rights(role: str) -> bool:
    """Whether who has the role may do what other inspectors may not."""
    return leads(role) or reviews(role)


def harmless(claim: str) -> str:
    """What a card says of its holder's role, where it gives no rights; else ""."""
    return "" if gives_rights(claim) else written(claim)


def in_inspection(said: str, claim: str, *, lead: bool) -> str:
    """The role that is shown of somebody: who leads is the lead, of others what the lead said, or a harmless claim."""
    if lead:
        return written(said) if leads(said) else LEAD
    return written(said) or harmless(claim)
