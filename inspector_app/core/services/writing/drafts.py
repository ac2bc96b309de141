"""What is being written and not decided on yet: on disk, encrypted, on this laptop alone.

A draft for a contested field cannot be an ordinary edit: that would settle the field. A comment or a reason that is not
given yet is nobody else's business. So both are kept beside the log, and no colleague gets them.
"""

from inspector_app.core.domain.ids import case_of
from inspector_app.core.services.profile.laptop import now
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage import kept as store

_UNSENT = "unsent "  # what begins the name of a comment or reason; no kind of entity is called so


def name_of(entity: str, entity_id: str, field: str) -> str:
    """The name of the draft for one field."""
    return f"{entity} {entity_id} {field}"


def kept(workspace: Workspace) -> dict[str, str]:
    """The drafts for contested fields, by name."""
    return {name: text for name, text in _all(workspace).items() if not name.startswith(_UNSENT)}


def unsent_name(kind: str, about: str) -> str:
    """The name of the draft of a comment or reason ("comment", "takeover", …) about an item of a case, or the case."""
    return f"{_UNSENT}{kind} {about}"


def unsent(workspace: Workspace, kind: str, case_id: str) -> dict[str, str]:
    """The drafts of that kind on a case: what each is about -> its text."""
    return {about: text for about, text in of_kind(workspace, kind).items() if case_of(about) == case_id}


def of_kind(workspace: Workspace, kind: str) -> dict[str, str]:
    """The drafts of that kind, on whatever: what each is about -> its text."""
    prefix = unsent_name(kind, "")
    return {name.removeprefix(prefix): text for name, text in _all(workspace).items() if name.startswith(prefix)}


def keep(workspace: Workspace, name: str, text: str) -> str:
    """Keep a draft, or forget it when it is empty; when (ISO 8601, UTC). Expected: DISK_FULL, FOLDER_READ_ONLY, BUSY."""
    with workspace.database.write() as connection:
        if text:
            store.keep(connection, store.DRAFT, name, text)
        else:
            store.forget(connection, store.DRAFT, name)
    return now()


def _all(workspace: Workspace) -> dict[str, str]:
    with workspace.database.read() as connection:
        return store.all_kept(connection, store.DRAFT)
