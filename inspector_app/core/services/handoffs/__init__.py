"""Hand-off by file: packages out to colleagues, packages in from them, and who has what."""

from inspector_app.core.handoff.package import Manifest
from inspector_app.core.handoff.parts import needed as files_needed
from inspector_app.core.services.handoffs.contents import Contents
from inspector_app.core.services.handoffs.gathering import Chosen, Parts, paths_of, sorted_out
from inspector_app.core.services.handoffs.giving import TOLERANCE, Exported, Offer, export, offer
from inspector_app.core.services.handoffs.joining import Start, join, look_into
from inspector_app.core.services.handoffs.knowing import LedgerRow, rows
from inspector_app.core.services.handoffs.receiving import Received, Untaken
from inspector_app.core.services.handoffs.taking import back_up_before, import_, inspect, preview

__all__ = [
    "TOLERANCE",
    "Chosen",
    "Contents",
    "Exported",
    "LedgerRow",
    "Manifest",
    "Offer",
    "Parts",
    "Received",
    "Start",
    "Untaken",
    "back_up_before",
    "export",
    "files_needed",
    "import_",
    "inspect",
    "join",
    "look_into",
    "offer",
    "paths_of",
    "preview",
    "rows",
    "sorted_out",
]
