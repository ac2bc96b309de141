"""The window in a process of its own, brought into a state and then locked: `python -m tests.trust.locking_program`.

It reads a line of JSON (what it is told), brings itself into the state, says "ready", and reads another line before it locks.
No display is needed; the lock is the real one, so the process is another program afterwards.
"""

import json
import os
import shutil
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QEventLoop, QMimeData, Qt, QTimer, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from inspector_app.app import Program
from inspector_app.core import memory
from inspector_app.core.crypto import apart
from inspector_app.core.domain.backups import Why
from inspector_app.core.domain.draft.copies import Scope
from inspector_app.core.services import handoffs
from inspector_app.core.services.documents import exchange, paper
from inspector_app.core.services.help import fault
from inspector_app.core.services.profile import identity
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.results import collections, copies, findings, reports, sealing
from inspector_app.core.services.safekeeping import backups, restoring
from inspector_app.core.services.ticket import Ticket
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.pages import PAGES
from inspector_app.ui.window.desk import PagePlaces

Told = dict[str, str]


def _known(laptop: Laptop) -> Path:
    return Path(laptop.workspaces()[0].path)


def _opened(laptop: Laptop, told: Told) -> Workspace:
    return Workspace.open(laptop, _known(laptop), window=True)


def join(laptop: Laptop, told: Told) -> Workspace:
    return handoffs.join(laptop, Path(told["package"]), laptop.new_path("joined"))[0]


def replay(laptop: Laptop, told: Told) -> Workspace:
    joined = join(laptop, told)
    for _ in range(2):
        handoffs.import_(joined, [Path(told["package"])])
    return joined


def restore(laptop: Laptop, told: Told) -> Workspace:
    restoring.restore(laptop, _known(laptop))
    return _opened(laptop, told)


def passphrase(laptop: Laptop, told: Told) -> Workspace:
    identity.change_passphrase(laptop, told["passphrase"], told["new passphrase"])
    return _opened(laptop, told)


def older_keyring(laptop: Laptop, told: Told) -> Workspace:
    """Put back by hand while the window is open."""
    workspace = _opened(laptop, told)
    shutil.copy(told["older keyring"], laptop.keyring_path)
    return workspace


def printed(laptop: Laptop, told: Told) -> Workspace:
    """A pack of each case, kept where the person said, which is no place of the program's."""
    workspace = _opened(laptop, told)
    pack = paper.pack(workspace, [row.id for row in workspace.case_rows()], True, datetime.now(UTC))
    reports.save(pack, Path(told["outside"], "pack.pdf"), laptop)
    return workspace


def written_out(laptop: Laptop, told: Told) -> Workspace:
    """The draft findings in every format, with a live figure in a text, where the person said; and a collection."""
    workspace = _opened(laptop, told)
    standard = next(iter(workspace.framework.standards)).ref
    finding = findings.add_finding(workspace, standard, "strength")
    workspace.editor.set("finding", finding, "text", told["finding"] + " [=2.1.1]")
    for scope in Scope:
        inspection, copy = copies.of_workspace(workspace, scope)
        for ending in reports.ENDINGS:
            made = reports.draft_findings(workspace.framework, inspection, datetime.now(UTC), copy=copy, ending=ending)
            reports.save(made, Path(told["outside"], f"{scope}{ending}"), laptop, reports.ENDINGS)
    sealing.seal(workspace, Path(told["outside"], "ratings.json"))
    where = str(Path(told["outside"], "all.collection"))
    collections.add(where, [Path(told["outside"], "ratings.json")])
    collections.export(where, Path(told["outside"], "all.xlsx"))
    fault.save(fault.report(laptop.folder), Path(told["outside"], "fault.txt"))
    return workspace


def looked_at(laptop: Laptop, told: Told) -> Workspace:
    """Every page is shown before the lock, and the help over them (`_Driven`)."""
    return _opened(laptop, told)


STATES: dict[str, Callable[[Laptop, Told], Workspace]] = {
    "idle": _opened, "join": join, "replay": replay, "restore": restore, "passphrase": passphrase,
    "older keyring": older_keyring, "printed": printed, "drop": _opened, "crash": _opened,
    "written out": written_out, "looked at": looked_at, "exporting": _opened,
    "idle giving": _opened, "everything": join,
}  # fmt: skip


def go_on(milliseconds: int) -> None:
    """Let the window work for so long."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


class _Driven:
    def __init__(self, told: Told) -> None:
        memory.keep_private()
        self._told, self._state = told, told.pop("state")
        self._program = Program(QApplication([]), Laptop(Path(told["profile"])))
        self._program.start(None)
        QTimer.singleShot(500, self._begin)

    def _begin(self) -> None:
        laptop, shell = self._program.laptop, self._program.shell
        laptop.unlock(self._told["passphrase"])
        workspace = STATES[self._state](laptop, self._told)
        case = workspace.case_rows()[0]
        shell._locking.begin()
        shell._take(workspace, PagePlaces("week", {}))
        shell.desk.open_case(case.id, case.marks[0].question, None)
        QTimer.singleShot(1500, self._ready)

    def _ready(self) -> None:
        if self._state == "drop":
            self._drop()
        if self._state == "looked at":
            self._look_at_all()
        print("ready", flush=True)
        sys.stdin.readline()
        if self._state == "exporting":
            self._export()
        if self._state == "idle giving":
            self._give()
        if self._state == "everything":
            self._do_everything()
        self._told.clear()
        if self._state == "crash":
            os.abort()
        if self._state in ("idle", "idle giving"):
            self._program.idle._seconds = 1
            self._program.idle._timer.setInterval(100)
        else:
            self._program.shell.lock()

    def _export(self) -> None:
        """Work for a package under a passphrase that a process of its own does, and that does not end before the lock."""
        passphrase, words = self._told["new passphrase"], self._told["dropped"].encode() * 1_000_000

        def sealing(_: object) -> None:
            for _ in range(100):
                apart.sealed(passphrase, words)

        shell = self._program.shell
        shell.jobs.run(shell.desk, sealing, done=lambda _: None, failed=lambda _: None)
        go_on(1500)

    def _give(self) -> None:
        """Packages and documents that are written one after another, by hand begun, while nobody touches the window."""
        shell, into, passphrase = self._program.shell, Path(self._told["outside"]), self._told["new passphrase"]
        workspace = shell.desk.workspace

        def giving(_: object) -> None:
            for number in range(1000):
                handoffs.export(workspace, into / f"{number}.handoff", to=[], passphrase=passphrase)
                exchange.export(workspace, into / f"{number}.json")

        shell.jobs.run(shell.desk, giving, done=lambda _: None, failed=self._program.window.tell)
        while not any(into.glob("*.json")):
            go_on(100)

    def _do_everything(self) -> None:
        """A package looked into and brought in, a backup, and drafts written, one after another until it locks."""
        shell, into, package = self._program.shell, Path(self._told["outside"]), Path(self._told["package"])
        workspace = shell.desk.workspace

        def doing(ticket: Ticket) -> None:
            for number in range(1000):
                handoffs.preview(workspace, [package])
                handoffs.import_(workspace, [package], ticket)
                backups.make(workspace, Why.ASKED, ticket)
                inspection, copy = copies.of_workspace(workspace, Scope.PANEL)
                for ending in (".docx", ".pdf"):
                    made = reports.draft_findings(
                        workspace.framework, inspection, datetime.now(UTC), copy=copy, ending=ending
                    )
                    reports.save(made, into / f"{number}{ending}", workspace.laptop, reports.ENDINGS)

        shell.jobs.run(shell.desk, doing, done=lambda _: None, failed=self._program.window.tell, asked="Everything")
        while not any(into.glob("*.pdf")):
            go_on(100)

    def _look_at_all(self) -> None:
        """Every page, what they count and say, and the guide; then where one stood."""
        desk, shown = self._program.shell.desk, []
        for row in PAGES:
            if desk.rail.possible(row.code):
                desk.show_page(row.code)
                shown.append(row.code)
                go_on(150)
        assert len(shown) > 10, shown
        QTest.keyClick(self._program.window, Qt.Key.Key_F1)
        go_on(300)
        case = desk.workspace.case_rows()[0]
        desk.open_case(case.id, case.marks[0].question, None)
        go_on(300)

    def _drop(self) -> None:
        """A text that was dragged from elsewhere into a note, and a file with it."""
        note = next(box for box in self._program.window.findChildren(QPlainTextEdit) if box.isVisible())
        dragged = QMimeData()
        dragged.setText(self._told["dropped"])
        dragged.setUrls([QUrl.fromLocalFile(self._told["package"])])
        note.insertFromMimeData(dragged)
        self._program.shell.flush()


def main() -> None:
    told = json.loads(sys.stdin.readline())
    driven = _Driven(told)
    QApplication.exec()
    del driven


if __name__ == "__main__":
    main()
