"""What is let go of several words that may identify somebody is said, and can be taken back."""

from PySide6.QtWidgets import QListWidget

from inspector_app.core.domain.text.identifying import Found
from inspector_app.core.services.results import identifying
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.controls.identifying_list import IdentifyingList
from tests.ui.conftest import PatientBot, Spoken


def some(workspace: Workspace) -> tuple[Found, ...]:
    texts = [("The reply", "JB (15) met them at M16 0PU, and rang 0161 912 2000.")]
    return identifying.in_reply(workspace, texts)


def test_several_that_are_let_go_are_counted_named_and_taken_back(
    qtbot: PatientBot, workspace: Workspace, told: Spoken
) -> None:
    """Nothing said which they were, nor that they were several."""
    found = some(workspace)
    assert len(found) > 2
    shown = IdentifyingList(workspace)
    qtbot.present(shown)
    shown.show_these(found)
    assert isinstance(shown.lines, QListWidget)
    for row in range(2):
        shown.lines.item(row).setSelected(True)
    assert shown.let_go.text() == "Allow 2"
    shown.reason.setText("they are printed")
    shown.let_go.click()
    assert told.last == f"2 places were allowed: “{found[0].said}” and “{found[1].said}”."
    assert (len(some(workspace)), shown.lines.count()) == (len(found) - 2, len(found) - 2)
    told.do("Undo")
    assert (len(some(workspace)), shown.lines.count()) == (len(found), len(found))
    shown.lines.clearSelection()
    shown.lines.item(0).setSelected(True)
    assert shown.let_go.text() == "Allow"
