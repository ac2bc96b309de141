"""Before the ratings panel meets: who sits at it, and what each member would rate, sealed until the chair opens it.

A rating is sealed to the chair's card and its writer's own, so a package with it shows no colleague's laptop anything but
that it is there, and the interest that was declared. The chair's laptop could open it at any time; the program does it by
`open_all` alone, which everybody sees. All raise Expected as Editor.do.
"""

import secrets
from base64 import b64decode, b64encode

from inspector_app.core.crypto import parcel
from inspector_app.core.crypto.seal import NotOpenedError
from inspector_app.core.domain.fields import OWN_RATING, SEAT
from inspector_app.core.domain.ids import EntityId, PersonId, WorkspaceId
from inspector_app.core.domain.panel import own_ratings
from inspector_app.core.domain.panel.own_ratings import OwnRating, Said, Seat, Whose
from inspector_app.core.domain.steps.changes import Edit
from inspector_app.core.domain.team import Card
from inspector_app.core.domain.text.names import tidied
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.people import roles_given, team
from inspector_app.core.services.results import ratings
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.reading import read_own_ratings

_RANDOM = 32  # bytes


def seats(workspace: Workspace) -> dict[str, Seat]:
    """Who sits at the panel (Person.id) and how: the lead's word."""
    with workspace.database.read() as connection:
        return read_own_ratings.seats(connection, _leads(workspace))


def chair(workspace: Workspace) -> str:
    """Who chairs the panel (Person.id); "" while nobody does."""
    found = [person for person, seat in seats(workspace).items() if seat is Seat.CHAIR]
    return found[0] if len(found) == 1 else ""


def seat(workspace: Workspace, person: str, wanted: Seat | None) -> None:
    """Say how somebody of the team sits at the panel; None: not at all. Who chaired it before is a member then.

    Expected: NOT_THE_LEAD, PERSON_UNKNOWN; of the chair NO_CARD.
    """
    if not roles_given.leads(workspace):
        raise Expected(Code.NOT_THE_LEAD)
    if wanted is Seat.CHAIR:
        team.with_laptop(workspace, person)
    team.find(workspace, person)
    edits = [Edit(SEAT.code, EntityId(person), "seat", wanted.value if wanted else None, again=True)]
    if wanted is Seat.CHAIR:
        edits += [
            Edit(SEAT.code, EntityId(other), "seat", Seat.MEMBER.value, again=True)
            for other, held in seats(workspace).items()
            if held is Seat.CHAIR and other != person
        ]
    workspace.editor.do(person, edits)


def rows(workspace: Workspace, standard: str) -> list[OwnRating]:
    """What everybody may see of each member's own rating of a standard, by name; who gave none yet has a row too."""
    with workspace.database.read() as connection:
        given = read_own_ratings.own_ratings_of(connection, workspace.id, standard, _leads(workspace))
    found = {row.person: row for row in given}
    seated, names = seats(workspace), {person.id: person.name for person in workspace.team()}
    wanted = [person for person in {**seated, **found} if person in seated or found[person].opened]
    return [found.get(person, OwnRating(standard, person)) for person in sorted(wanted, key=lambda p: names.get(p, p))]


def by_standard(workspace: Workspace) -> dict[str, list[OwnRating]]:
    """`rows` of each standard that is before the panel: that this inspection rates, or on which a member said something."""
    now = ratings.rate(workspace.framework, workspace.rated_from())
    rated = {standard.ref for standard in now.standards}
    found = {standard.ref: rows(workspace, standard.ref) for standard in workspace.framework.standards}
    return {ref: of for ref, of in found.items() if ref in rated or any(row.said for row in of)}


def is_open(workspace: Workspace, standard: str) -> bool:
    """Whether ratings of the standard were opened."""
    return any(row.opened for row in rows(workspace, standard))


def refuse_opened(workspace: Workspace, standard: str) -> None:
    """Refuse that a rating is given or taken back which others have seen. Expected: PANEL_OPENED."""
    if is_open(workspace, standard):
        raise Expected(Code.PANEL_OPENED, standard=standard)


def mine(workspace: Workspace, standard: str) -> Said | None:
    """What this person sealed on a standard; None for nothing, or what another of their keys would open."""
    whose = Whose(workspace.id, standard, workspace.me)
    text = _opened(workspace, whose)
    return own_ratings.read(text, whose) if text else None


def give(workspace: Workspace, standard: str, rating: str | None, reason: str, interest: str = "") -> None:
    """Seal this person's own rating of a standard, in place of one they sealed before.

    Without a rating there is an interest that keeps them from rating; it is open to everybody.
    Expected: PANEL_NOT_MEMBER, PANEL_NO_CHAIR, PANEL_OPENED, NO_CARD (the chair's card is not accepted here),
    VALUE_INVALID (no such standard or rating, no reason).
    """
    chair_card = _refuse_to_give(workspace, standard, rating, reason, interest)
    whose = Whose(workspace.id, standard, workspace.me)
    said = own_ratings.written(whose, Said(rating or "", reason.strip()), secrets.token_hex(_RANDOM))
    to = [chair_card.sealing, workspace.laptop.card().sealing]
    held = b64encode(parcel.seal_to(list(dict.fromkeys(to)), own_ratings.filled(said))).decode()
    values = {
        "interest": interest.strip() or None,
        "sealed": f"{chair_card.id}\n{held}",
        "digest": own_ratings.digest(said),
    }
    item = EntityId(whose.id)
    edits = [Edit(OWN_RATING.code, item, field, value, again=True) for field, value in values.items()]
    workspace.editor.do(whose.id, edits)


def open_all(workspace: Workspace, standard: str) -> int:
    """The chair opens what is sealed on a standard; how many. It stays open, and says who opened it and when.

    Expected: PANEL_NOT_CHAIR; PANEL_OWN_FIRST (the chair has a seat, and has not sealed a rating of their own).
    """
    if chair(workspace) != workspace.me:
        raise Expected(Code.PANEL_NOT_CHAIR)
    given = [row for row in rows(workspace, standard) if row.given]
    if workspace.me not in {row.person for row in given}:
        raise Expected(Code.PANEL_OWN_FIRST)
    edits = []
    for row in given:
        if row.opened is None or row.again:
            whose = Whose(workspace.id, standard, row.person)
            text = _opened(workspace, whose)
            if text and own_ratings.read(text, whose) is not None:
                edits.append(Edit(OWN_RATING.code, EntityId(whose.id), "opened", text, again=True))
    if edits:
        workspace.editor.do(f"{standard}/opened", edits)  # of no item: what was seen is not taken back
    return len(edits)


def _leads(workspace: Workspace) -> tuple[PersonId, ...]:
    return workspace.laptop.trusted(WorkspaceId(workspace.id)).leads


def _refuse_to_give(workspace: Workspace, standard: str, rating: str | None, reason: str, interest: str) -> Card:
    if workspace.me not in seats(workspace):
        raise Expected(Code.PANEL_NOT_MEMBER)
    if not chair(workspace):
        raise Expected(Code.PANEL_NO_CHAIR)
    if standard not in {of.ref for of in workspace.framework.standards}:
        raise Expected(Code.VALUE_INVALID, field="The standard", value=standard, why="there is no such standard")
    if rating and rating not in {word.word for word in workspace.framework.rating.words}:
        raise Expected(Code.VALUE_INVALID, field="The rating", value=rating, why="the framework has no such rating")
    if not rating and not tidied(interest):
        raise Expected(Code.VALUE_INVALID, field="The rating", value="", why="without one, say which interest it is")
    if rating and not tidied(reason):
        raise Expected(Code.VALUE_INVALID, field="The reason", value="", why="a rating has its reason: write it")
    refuse_opened(workspace, standard)
    return team.with_laptop(workspace, chair(workspace))


def _opened(workspace: Workspace, whose: Whose) -> str:
    """What is sealed, if it can be opened here and is what its digest says; else ""."""
    with workspace.database.read() as connection:
        sealed, digest = read_own_ratings.sealed(connection, whose)
    try:
        plain = parcel.open_mine(workspace.laptop.keyring.sealing_key, b64decode(sealed.partition("\n")[2]))
        text = plain.decode().rstrip(" ")
    except (parcel.NotForMeError, NotOpenedError, ValueError):
        return ""
    return text if own_ratings.digest(text) == digest else ""
