"""Whether a package is from somebody whose card this laptop's person accepted, by the key that was accepted."""

from pathlib import Path

from inspector_app.core.domain.ids import WorkspaceId
from inspector_app.core.domain.trust import Belief
from inspector_app.core.errors import Code, Expected
from inspector_app.core.handoff.package import Manifest
from inspector_app.core.services import trusting
from inspector_app.core.services.people import membership, team
from inspector_app.core.services.workspace import Workspace


def refuse_unless_accepted(workspace: Workspace, about: Manifest, where: Path) -> None:
    """Nothing when a package's sender is known by that key, and the laptop that it names is theirs.

    Expected: NOT_FROM_TEAM, SENDER_WAITS, CARD_WITHDRAWN, SENDER_CHANGED, PACKAGE_DAMAGED.
    """
    sender = about.sender
    with workspace.database.read() as connection:
        found = trusting.believed(workspace.laptop, WorkspaceId(workspace.id), connection)
    key = team.fingerprint(sender)
    if sender.signing in found.withdrawn:
        raise Expected(Code.CARD_WITHDRAWN, person=sender.name)
    pin = found.trusted.pin(sender.id)
    known = found.me if sender.id == found.me.id else pin.card if pin else None
    if known is not None and known.signing != sender.signing:
        accepted = team.fingerprint(known)
        raise Expected(Code.SENDER_CHANGED, where=where, sender=sender.name, known=accepted, found=key)
    if known is None and any(row.key == key for row in membership.introductions(workspace)):
        raise Expected(Code.SENDER_WAITS, where=where, sender=sender.name, key=key)
    if known is None:
        raise Expected(Code.NOT_FROM_TEAM, where=where, sender=sender.name, key=key)
    refuse_anothers_laptop(found, about, where)


def refuse_anothers_laptop(found: Belief, about: Manifest, where: Path) -> None:
    """Nothing when the laptop that a package names is its sender's. Expected: PACKAGE_DAMAGED."""
    if not found.is_of(about.device, about.proof, about.sender.signing):
        raise Expected(Code.PACKAGE_DAMAGED, where=where, why="the laptop that it names is not its sender’s")
