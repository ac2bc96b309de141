"""Every screen of the program, and an inspection in which each has something to show."""

from contextlib import closing
from pathlib import Path
from typing import Any

from pytestqt.qtbot import QtBot

from inspector_app.core.domain.steps.changes import Edit, Verb
from inspector_app.core.services import handoffs
from inspector_app.core.services.cases import marking, reviews
from inspector_app.core.services.documents import exchange
from inspector_app.core.services.people import membership, team
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.pages import CODES
from inspector_app.ui.places.findings.page import FindingsPage
from inspector_app.ui.places.handoff.trust import TrustPage
from inspector_app.ui.places.paper.page import PaperPage
from inspector_app.ui.places.setup.new_inspection import NewInspection
from inspector_app.ui.places.start.page import Start
from inspector_app.ui.window.desk import Desk
from tests.ui.colleagues import colleague, given, joined
from tests.ui.team import Pair

FIRST_SCREENS = ("first-start", "unlock", "start", "rename", "delete", "new", "join", "damaged")
HALVES = ("findings: report", "paper: key in", "trust: waiting")  # pages that show another half of themselves
SCREENS = (*FIRST_SCREENS, *CODES, *HALVES)


def fill(workspace: Workspace, folder: Path) -> None:
    """The sample's cases and findings, something contested, a comment, and a case that is marked twice."""
    exchange.import_file(workspace, exchange.sample_document())
    theirs = joined(workspace, colleague("Bob", folder), folder)
    case = workspace.case_id("C01")
    workspace.editor.set("case", case, "inspector", theirs.me)
    pair = Pair(None, theirs, folder)
    pair._hand(workspace, theirs)
    for at, answer in ((workspace, "yes"), (theirs, "no")):
        at.editor.set("prompt", f"{case}/2.1.1/a", "answer", answer)
        at.editor.set("prompt", f"{case}/2.1.1/a", "note", f"It was {answer}.")
    twice = workspace.case_id("C02")
    workspace.editor.set("case", twice, "inspector", workspace.me)
    marking.ask(workspace, twice, theirs.me)
    pair._hand(workspace, theirs)
    theirs.editor.set("second_judgement", f"{twice}/2.1.1@{theirs.me}", "answer", "no")
    for at in (workspace, theirs):
        marking.done(at, twice)
    reviews.submit(theirs, case)
    pair._hand(theirs, workspace)
    person = f"{case}/one"
    workspace.editor.do(person, [Edit("interview", person, "role", "Case manager")], Verb.ADD)
    theirs.close()


def go(driver: Any, name: str, qtbot: QtBot) -> None:
    """Go to a screen, in a program whose inspection is open, or, for one of FIRST_SCREENS, that is locked."""
    if name == "first-start":
        driver.wait_for("FirstStart")
    elif name == "unlock":
        driver.wait_for("Unlock")
    elif name in FIRST_SCREENS:
        driver.unlock()
        start = driver.wait_for(Start)
        if name == "new":
            start._new.click()
            driver.wait_for(NewInspection)
        elif name == "join":
            start._join.click()
            driver.wait_for("Join")
        elif name in ("rename", "delete"):
            getattr(start.more, name).trigger()
            driver.wait_for(name.title())
        elif name == "damaged":
            path = driver.shell.laptop.workspaces()[0].path
            Path(path).write_bytes(Path(path).read_bytes()[:4096] + b"\xff" * 8192)
            start.open_wanted.emit(path)
            driver.wait_for("Whole")
    else:
        code = name.partition(":")[0]
        _with_a_case(driver.desk, code)
        page = driver.desk.page(code)
        if isinstance(page, FindingsPage):
            page.leave_preview()
        if name in HALVES and isinstance(page, FindingsPage):
            page.draft()
            qtbot.waitUntil(lambda: page.preview.view.count > 0 and not page.preview.working)
        elif name in HALVES and isinstance(page, PaperPage):
            page.show_half(keying=True)
            page.keying.open(driver.desk.workspace.case_id("C02"))
        elif name in HALVES and isinstance(page, TrustPage):
            introduce(driver.desk.workspace)
            qtbot.waitUntil(lambda: page.list.count() > 0 and "different card" in page.list.item(0).text())
            page.list.setCurrentRow(0)


def _with_a_case(desk: Desk, code: str) -> None:
    """Show a page while C01 is the case one assesses: to open it again would be a fifth of a walk through all pages."""
    case, page = desk.workspace.case_id("C01"), desk.page("case")
    if code == "case" or page.at is None or page.at.case != case:
        desk.open_case(case)
    desk.show_page(code)


def introduce(workspace: Workspace) -> None:
    """Once: another card of somebody who has one here, and somebody new, whom a colleague introduces."""
    folder = workspace.laptop.folder.parent / "introducing"
    if folder.exists():
        return
    folder.mkdir()
    with closing(joined(workspace, colleague("Dee", folder), folder)) as theirs:
        cat = colleague("Cat", folder)
        team.add(workspace, cat.card())
        handoffs.import_(theirs, [given(workspace, "Dee", folder / "to dee.handoff")])
        membership.accept(theirs, membership.find(theirs, "Cat"))
        team.add(theirs, colleague("Cat", folder / "anew").card(), replacing=True)
        handoffs.import_(workspace, [given(theirs, workspace.laptop.person.name, folder / "to me.handoff")])
