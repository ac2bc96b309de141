"""Make the workspace that is kept of a version: run once, when a version is released, never again for that version.

    python tests/data/old/make.py 3

writes tests/data/old/3/kept.inspection and key.txt (key and workspace id in hexadecimal). The data are constructed.
Every later program must open and read the file (tests/storage/test_migrations.py).
"""

import sys
import tempfile
from datetime import date
from pathlib import Path

from inspector_app.core.services import handoffs
from inspector_app.core.services.people import team
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.workspace import Workspace


def main() -> None:
    """Write the two files of the version named on the command line."""
    folder = Path(__file__).parent / sys.argv[1]
    folder.mkdir(exist_ok=True)
    path = folder / "kept.inspection"
    with tempfile.TemporaryDirectory() as profile:
        laptop = Laptop(Path(profile))
        laptop.create_identity("Kept Inspector", "Lead inspector", "copper lantern drifts over quiet water")
        workspace = Workspace.create(laptop, path, "iyjwcv-2025", "Kept Youth Justice Service", date(2026, 3, 9))
        _fill(workspace)
        _hand_over(workspace, Path(profile))
        workspace.close()
        key = laptop.key_at(path.absolute())
        assert key
        (folder / "key.txt").write_text(f"{key.key.hex()}\n{key.id}\n")


def _fill(workspace: Workspace) -> None:
    case = workspace.add_case("C01", "children", "bail")
    workspace.add_case("V01", "victims")
    judgement, editor = f"{case}/2.1.1", workspace.editor
    for answer in ("yes", "no"):
        editor.set("judgement", judgement, "answer", answer)
    editor.undo("judgement", judgement)
    editor.redo("judgement", judgement)
    typed = editor.set("judgement", judgement, "rationale", "Kept")
    editor.set("judgement", judgement, "rationale", "Kept rationale, ŵ and ŷ.", amend=typed.change)
    editor.set("prompt", f"{judgement}/a", "answer", "yes")
    editor.set("prompt", f"{judgement}/a", "note", "Kept note.")
    editor.set("finding", "kept-finding", "text", "Kept finding.")
    editor.set("case", case, "began", "2025-10-01")
    editor.set("event", "kept-event", "title", "Kept event.")
    editor.set("source", "kept-source", "note", "Kept evidence.")
    editor.set("concern", "kept-concern", "what", "Kept concern.")


def _hand_over(workspace: Workspace, folder: Path) -> None:
    """A colleague's work, one field of it contested."""
    colleague = Laptop(folder / "colleague")
    colleague.create_identity("Kept Colleague", "Inspector", "copper lantern drifts over quiet water")
    for laptop in (workspace.laptop, colleague):
        team.add(workspace, laptop.card())
    handoffs.export(workspace, folder / "there.handoff", everything=True)
    theirs, _ = handoffs.join(colleague, folder / "there.handoff", colleague.new_path("Kept"))
    for each, text in ((workspace, "ours"), (theirs, "theirs")):
        each.editor.set("finding", "contested-finding", "text", f"Kept, {text}.")
    handoffs.export(theirs, folder / "back.handoff")
    theirs.close()
    handoffs.import_(workspace, [folder / "back.handoff"])


if __name__ == "__main__":
    main()
