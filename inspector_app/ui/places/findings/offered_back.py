"""What was deleted last in a section, for whoever comes to it: after another section, a lock or a night."""

from collections.abc import Iterator

from inspector_app.core.services.results import findings
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.places.findings.section_list import OWNED, Texts


def before(workspace: Workspace, section: str, texts: Texts, *, here: str) -> Iterator[Texts]:
    """The texts to show, one after the other: those of a section that one comes to from `here` with the one that was deleted
    last, and then without it, so that it is offered back where it stood.
    """
    entity = OWNED.get(section, "finding")
    gone = findings.deleted_last(workspace, entity, section) if section != here else None
    if gone is not None:
        held = {"finding": "findings", "recommendation": "recommendations", "previous": "previous"}[entity]
        rows = sorted([*getattr(texts, held), gone], key=lambda row: row.position)
        yield texts._replace(**{held: rows})
    yield texts
