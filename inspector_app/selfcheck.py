"""`inspector-app --self-check`: whether this program, as it was built and put here, does what it is for.

Two people work on the sample inspection in a temporary place, on two laptops of their own; nothing of the person's own is
looked at. It is for whoever builds or installs the program: what a build left out shows here, and not in an inspection.
"""

import os
import pkgutil
import re
from collections.abc import Callable
from contextlib import ExitStack, closing
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

from inspector_app import ui
from inspector_app.core.domain.backups import Why
from inspector_app.core.domain.steps.changes import Edit
from inspector_app.core.errors import Bug
from inspector_app.core.services import handoffs
from inspector_app.core.services.documents import exchange, paper
from inspector_app.core.services.help import fault, manual
from inspector_app.core.services.people import team
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.results import ratings, reports
from inspector_app.core.services.safekeeping import backups, checking, restoring
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.services.writing import made_passphrase, spelling
from inspector_app.core.version import version
from inspector_app.ui.pages import CODES
from inspector_app.ui.window.desk import page_class

CASE, PROMPT = "C02", "2.1.1/a"
SAID = "Said by the self-check"


def main() -> int:
    """Do everything once, a line for each thing that was right; returns the exit status. Raises what went wrong."""
    print(f"inspector-app {version()}", flush=True)
    with TemporaryDirectory(prefix="inspector-self-check-") as folder, ExitStack() as opened:
        os.environ["INSPECTOR_HOME"] = str(Path(folder) / "own")  # no copy is noted in the profile of the person
        for what, step in SelfCheck(Path(folder).resolve(), opened).steps():
            step()
            print(f"right: {what}", flush=True)
    print("The self-check is passed.")
    return 0


class SelfCheck:
    """The lead's inspection and the colleague's, and what is done with them."""

    def __init__(self, folder: Path, opened: ExitStack) -> None:
        """Makes the inspection. `opened` closes it, and the colleague's, at its end."""
        self._folder, self._opened = folder, opened
        self._source = exchange.sample_document()
        self._lead, self._colleague = self._laptop("Lead"), self._laptop("Colleague")
        framework, found = exchange.load(self._source)
        self._workspace = self._opened.enter_context(
            closing(Workspace.create(self._lead, folder / "a.inspection", framework.id, found.service, found.start))
        )

    def steps(self) -> tuple[tuple[str, Callable[[], None]], ...]:
        """What is checked, in its order: later steps need the earlier ones."""
        return (
            ("make an inspection and bring the sample in", self._bring_in),
            ("edit and undo", self._edit),
            ("rate", self._rate),
            ("hand off to a second person and back", self._hand_off),
            ("reports and exports in every format", self._write),
            ("back up and restore", self._restore),
            ("the file and its backups are sound", self._sound),
            ("spelling", self._spell),
            ("every part of the window, and the guide with its pictures", _window),
            ("a report of a fault", self._report_fault),
        )

    def _laptop(self, name: str) -> Laptop:
        made = Laptop(self._folder / name)
        made.create_identity(name, "Inspector", made_passphrase.made())
        return made

    def _bring_in(self) -> None:
        done = exchange.import_file(self._workspace, self._source)
        _must(done.changes > 0 and len(self._workspace.inspection().cases) == done.cases, "the sample came in")

    def _edit(self) -> None:
        before = _note(self._workspace)
        _write_note(self._workspace, SAID)
        _must(_note(self._workspace) == SAID, "what was written stands")
        self._workspace.editor.undo(*self._workspace.item(CASE, PROMPT))
        _must(_note(self._workspace) == before, "undo brought back what stood")

    def _rate(self) -> None:
        of_the_file = ratings.rate(*exchange.load(self._source))
        here = ratings.rate(self._workspace.framework, self._workspace.inspection())
        _must(here.overall is not None and here.overall == of_the_file.overall, "the sample is rated as its document")

    def _hand_off(self) -> None:
        card, start, back = (self._folder / name for name in ("colleague.card", "start.handoff", "back.handoff"))
        team.write_card(self._colleague, card)
        team.add(self._workspace, team.read_card(card))
        handoffs.export(self._workspace, start)
        joined, _ = handoffs.join(self._colleague, start, self._folder / "b.inspection")
        self._opened.enter_context(closing(joined))
        _write_note(joined, SAID)
        handoffs.export(joined, back)
        handoffs.import_(self._workspace, [back])
        _must(_note(self._workspace) == SAID, "the colleague’s note came back")

    def _write(self) -> None:
        for ending in (exchange.DOCUMENT, *exchange.TABLES):
            exchange.export(self._workspace, self._folder / f"export{ending}")
        framework, inspection, moment = self._workspace.framework, self._workspace.inspection(), datetime.now(UTC)
        cases = [self._workspace.case_id(CASE)]
        for ending in reports.ENDINGS:
            made = reports.draft_findings(framework, inspection, moment, ending=ending)
            reports.save(made, self._folder / f"copy{ending}", known=reports.ENDINGS)
        for name, made in (
            ("draft", reports.draft_findings(framework, inspection, moment)),
            ("pack", paper.pack(self._workspace, cases, filled=True, as_at=moment)),
        ):
            reports.save(made, self._folder / f"{name}{reports.ENDING}")
            with closing(reports.pages(made)) as pages:
                _must(pages.render(0, 1.0).width > 0, f"the {name} has a page that can be shown")

    def _restore(self) -> None:
        made = backups.make(self._workspace, Why.ASKED)
        into = self._folder / "restored.inspection"
        restoring.restore_into(self._lead, self._workspace.path, into, made)
        with closing(Workspace.open(self._lead, into)) as restored:
            _must(restored.inspection() == self._workspace.inspection(), "the backup holds what the inspection holds")

    def _sound(self) -> None:
        found = checking.check_file(self._lead, self._workspace.path)
        _must(not found.problems and bool(found.backups), "the file is sound and has backups")
        _must(not any(wrong for _, wrong in found.backups), "its backups are sound")

    def _report_fault(self) -> None:
        said = fault.report(self._folder)
        for name in fault.LIBRARIES:  # of which a build may leave out what says it
            _must(bool(re.search(rf"^{name}: \d", said, re.MULTILINE)), f"it has the version of {name}")

    def _spell(self) -> None:
        speller = spelling.Speller((spelling.ENGLISH, spelling.WELSH))
        _must(speller.right("evidence") and not speller.right("evidense"), "words are told apart")
        _must("evidence" in speller.suggest("evidense"), "what was meant is suggested")


def _write_note(workspace: Workspace, text: str) -> None:
    entity, item = workspace.item(CASE, PROMPT)
    workspace.editor.do(item, [Edit(entity, item, "note", text)])


def _note(workspace: Workspace) -> object:
    entity, item = workspace.item(CASE, PROMPT)
    return workspace.editor.held(entity, item, "note").value


def _window() -> None:
    """Pages and other parts are imported when they are wanted: nothing but this misses what a build left out."""
    for code in CODES:
        _must(bool(page_class(code)), f"the page {code} is there")
    for module in pkgutil.walk_packages(ui.__path__, f"{ui.__name__}."):
        import_module(module.name)
    pictures = re.findall(r"!\[[^]]*\]\(([^)]*)\)", manual.text())
    _must(bool(pictures) and all(manual.picture(name) for name in pictures), "the guide has its pictures")


def _must(holds: bool, what: str) -> None:
    """Raises Bug where it does not hold: the program is not as it should be."""
    if not holds:
        raise Bug(f"self-check: not so: {what}")
