"""What an edit announces on its way to the window."""

from threading import Thread

from pytestqt.qtbot import QtBot

from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.bridge import Bridge


def test_what_a_job_announced_is_told_on_the_threads_turn_and_not_once_nobody_listens(
    qtbot: QtBot, workspace: Workspace
) -> None:
    """A lock that came between the two had the window read an inspection that was closed."""
    bridge, heard = Bridge(), list[object]()
    bridge.touched.connect(heard.append)
    bridge.listen_to(workspace.editor)
    for number in range(2):
        edits = frozenset({("case", str(number))})
        job = Thread(target=workspace.editor.tell, args=(edits,))
        job.start()
        job.join()
        if number:
            bridge.listen_to(None)
        qtbot.settle()
    assert heard == [frozenset({("case", "0")})]
