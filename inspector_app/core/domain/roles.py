"""What somebody is in an inspection: its lead's own line says that. A card's role is what its holder says of themselves."""

from inspector_app.core.domain.cases.standing import leads, reviews

LEAD, INSPECTOR = "Lead inspector", "Inspector"  # stored as they stand here, so they are the same in every language


def gives_rights(role: str) -> bool:
    """Whether who has the role may do what other inspectors may not."""
    return leads(role) or reviews(role)


def harmless(claim: str) -> str:
    """What a card says of its holder's role, where it gives no rights; else ""."""
    return "" if gives_rights(claim) else claim


def in_inspection(said: str, claim: str, *, lead: bool) -> str:
    """The role that is shown of somebody: who leads is the lead, of others what the lead said, or a harmless claim."""
    if lead:
        return said if leads(said) else LEAD
    return said or harmless(claim)
