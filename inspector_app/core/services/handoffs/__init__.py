"""Hand-off by file: packages out to colleagues, packages in from them, and who has what."""

from inspector_app.core.handoff.package import Manifest
from inspector_app.core.services.handoffs.giving import ENDING, Exported, export
from inspector_app.core.services.handoffs.knowing import LedgerRow, rows
from inspector_app.core.services.handoffs.taking import Received, import_, inspect, join, preview

__all__ = [
    "ENDING",
    "Exported",
    "LedgerRow",
    "Manifest",
    "Received",
    "export",
    "import_",
    "inspect",
    "join",
    "preview",
    "rows",
]
