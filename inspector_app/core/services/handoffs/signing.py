"""What a laptop wrote itself and nobody's signature covers yet, signed as one stretch of its line."""

from dataclasses import replace

from inspector_app.core.crypto import parcel
from inspector_app.core.domain.ids import WorkspaceId
from inspector_app.core.domain.steps.line import Stretch, entry
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.storage.database import Connection
from inspector_app.core.storage.log import stretches, union


def sign_own_line(laptop: Laptop, inspection: WorkspaceId, connection: Connection) -> None:
    """Sign the steps of this laptop, and of what it was before its folder was moved or copied, that no stretch covers."""
    keyring, signer = laptop.keyring, laptop.card().signing
    for device in keyring.devices:
        made = stretches.unsigned(connection, {device.id})
        if made:
            entries = tuple(entry(one) for one in made)
            stretch = Stretch(
                inspection=inspection, device=device.id, proof=device.proof, signer=signer, entries=entries
            )
            stretch = replace(stretch, signature=parcel.sign(keyring.signing_key, stretch.message).hex())
            stretches.keep(connection, stretch, laptop.person.id)
            stretches.cover(connection, stretch)
            union.found_anew(connection, [change for one in made for change in one.changes])
