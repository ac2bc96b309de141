"""A draft that came back from a word processor, changed as one would there."""

from datetime import UTC, datetime
from pathlib import Path

from docx import Document

from inspector_app.core.domain.draft.copies import Scope
from inspector_app.core.services.results import copies, reports
from inspector_app.core.services.workspace import Workspace


def came_back(workspace: Workspace, path: Path) -> list[str]:
    """Write it: a word changed in the first texts, and a comment on the last of them. Gives the words that were changed."""
    made, copy = copies.of_workspace(workspace, Scope.SERVICE)
    at = datetime.now(UTC).astimezone()
    path.write_bytes(reports.draft_findings(workspace.framework, made, at, copy=copy, ending=".docx"))
    document = Document(str(path))
    marked = [p for p in document.paragraphs if 'w:name="_fwt' in p._p.xml and len(p.text.split()) > 4]
    changed = []
    for paragraph in marked[:3]:
        first, *rest = paragraph.runs[0].text.split(" ")
        changed.append(first)
        paragraph.runs[0].text = " ".join(["Altogether", *rest])
    document.add_comment(marked[2].runs, "This began in February.", author="The service", initials="S")
    document.save(str(path))
    return changed
