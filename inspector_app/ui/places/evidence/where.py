"""Where somebody is on the evidence page."""

from dataclasses import dataclass

from inspector_app.ui.places.evidence.list_model import Filter


@dataclass(frozen=True, slots=True)
class EvidencePlace:
    """Where somebody was: the view, the filters, the source and the note in it, the cell of the grid."""

    view: str
    filter: Filter
    thin: bool
    source: str
    note: str | None  # reference of the note that has the cursor, "" for the source's own; None for none
    position: int
    cell: tuple[str, str]
