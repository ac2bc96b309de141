"""What the panel's copy of the draft tells of its members' own ratings and of what the service was told."""

from inspector_app.core.domain.draft.copies import MemberSaid, ToldThen
from inspector_app.core.domain.panel.own_ratings import OwnRating, Said
from inspector_app.core.services.results import own_ratings, ratings, told
from inspector_app.core.services.workspace import Workspace

_NOTHING = Said("", "")


def members(workspace: Workspace) -> tuple[MemberSaid, ...]:
    """Every rating that was opened and every interest that was declared, by standard and name."""
    names = {person.id: person.name for person in workspace.team()}
    return tuple(
        _said(row, names.get(row.person, ""))
        for standard in workspace.framework.standards
        for row in own_ratings.rows(workspace, standard.ref)
        if row.opened or row.interest
    )


def told_then(workspace: Workspace) -> tuple[ToldThen, ...]:
    """The log of what the service was told."""
    now = ratings.lines(workspace)
    return tuple(
        ToldThen(
            day=row.on,
            whom=row.whom,
            said=row.said,
            changed="; ".join(f"{of}: {then or '–'} → {word or '–'}" for of, then, word in row.changed(now)),
            why=row.why,
        )
        for row in told.rows(workspace)
    )


def _said(row: OwnRating, name: str) -> MemberSaid:
    said = row.opened or _NOTHING
    return MemberSaid(row.standard, name, rating=said.rating, reason=said.reason, interest=row.interest)
