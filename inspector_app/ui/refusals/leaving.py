"""Refusals about what leaves the laptop: names that identify, sealed records."""

from inspector_app.core.errors import Code
from inspector_app.core.words import Later, later

SENTENCES: dict[Code, Later] = {
    Code.MAY_IDENTIFY: later(
        "This may identify somebody: {what}. Places found: {number}. Nothing was written; change the words, or "
        "allow them with a reason (in the window beside the list, or by --allow REASON)."
    ),
    Code.NOT_SEALABLE: later(
        "The ratings were not sealed into {where}: {why}. Nothing was written; put that right first, and seal them then."
    ),
    Code.RECORD_ALTERED: later(
        "The sealed record {where} is not signed as it stands: it was changed after it was sealed, or is damaged. "
        "Do not use it; ask for it again."
    ),
    Code.RECORD_DIFFERS: later(
        "The sealed record {where} is signed, but its ratings cannot be worked out from it again here: {why}. Do "
        "not use it before that is explained; docs/sealed-record.md says how to check it by hand."
    ),
}
