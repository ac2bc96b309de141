"""Hand-off by file: packages out to colleagues, packages in from them, and who has what."""

from inspector_app.core.handoff.package import Manifest
from inspector_app.core.services.handoffs.giving import Exported, export
from inspector_app.core.services.handoffs.joining import Start, join, look_into
from inspector_app.core.services.handoffs.knowing import LedgerRow, rows
from inspector_app.core.services.handoffs.receiving import Received, Untaken
from inspector_app.core.services.handoffs.taking import import_, inspect, preview

__all__ = [
    "Exported",
    "LedgerRow",
    "Manifest",
    "Received",
    "Start",
    "Untaken",
    "export",
    "import_",
    "inspect",
    "join",
    "look_into",
    "preview",
    "rows",
]
