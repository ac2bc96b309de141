"""What people call what fields hold by an id or a code: whose it is, which case, section of the draft, event or text."""

from inspector_app.core.services.cases import case_names
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.reading import read_week
from inspector_app.core.words import shortened

_LONGEST = 60  # letters of a text, by which one knows it


def names(workspace: Workspace) -> dict[str, str]:
    """By what stands in a field, what that is called; whatever is not there reads as it stands."""
    with workspace.database.read() as connection:
        events = {event.id: event.title for event in read_week.events(connection) if event.title}
    texts = {
        f"{entity}/{row.id}": shortened(" ".join(row.text.split()), _LONGEST)
        for entity, rows in (("finding", workspace.findings()), ("recommendation", workspace.recommendations()))
        for row in rows
        if row.text.strip()
    }
    sections = {code: part.heading for code, part in workspace.framework.sections.items()}
    cases = {case.id: case.ref for case in case_names.names(workspace)}
    return sections | texts | events | cases | {person.id: person.name for person in workspace.team()}
