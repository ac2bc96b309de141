"""What the commands on one inspection’s file do: to make one, to answer in it, who changed what, and whether it is sound.

None of them takes in what reads documents or makes reports: they begin a tenth sooner without.
"""

import argparse
from dataclasses import asdict

from inspector_app.commands import opened, session, terminal, words
from inspector_app.core import reached
from inspector_app.core.domain.steps.changes import Edit
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.cases import case_work, reviews
from inspector_app.core.services.safekeeping import checking
from inspector_app.core.services.workspace import Workspace

Options = argparse.Namespace


def new(options: Options) -> None:
    """Make a workspace."""
    laptop = session.unlocked(options)
    days = options.start, options.end
    workspace = Workspace.create(
        laptop, options.workspace, options.framework, options.service, *days, gaps=tuple(options.gaps)
    )
    workspace.close()
    terminal.tell(f"{options.service}, {workspace.framework.title}: {workspace.path}")


def judge(options: Options) -> None:
    """Answer one key question or prompt on one case, with its note."""
    note = None if options.note is None else session.given_text(options.note)
    with opened.workspace(options, options.workspace) as workspace:
        entity, item = workspace.item(options.case, options.item)
        edits = [Edit(entity, item, "answer", None if options.answer == "clear" else options.answer)]
        if note is not None:
            edits.append(Edit(entity, item, "note" if entity.endswith("prompt") else "rationale", note))
        if options.reopen is None:
            done = case_work.do(workspace, item, edits)
        else:
            done = reviews.reopen(workspace, workspace.case_id(options.case), options.reopen, item, edits)
    as_it_was = "" if (entity, item) in done.touched else " (as it was)"
    terminal.tell(f"{options.case} {options.item}: {options.answer}{as_it_was}")


def history(options: Options) -> None:
    """Who changed what, and when, newest first."""
    with opened.workspace(options, options.workspace) as workspace:
        rows = workspace.history(*workspace.item(options.case, options.item))
    if options.json:
        terminal.tell_json([asdict(row) for row in rows])
    else:
        terminal.tell(*words.history(rows))


def check(options: Options) -> None:
    """Whether the file, its log against its tables, and its backups are sound."""
    reached.require(options.workspace)
    found = checking.check_file(session.unlocked(options), options.workspace, session.ticket())
    if found.problems:
        raise Expected(Code.FILE_DAMAGED, where=options.workspace, why="; ".join(found.problems[:5]))
    damaged = [f"{path.name} ({wrong[0]})" for path, wrong in found.backups if wrong]
    if damaged:
        raise Expected(Code.BACKUPS_DAMAGED, where=options.workspace, which="; ".join(damaged))
    terminal.tell(f"{options.workspace} is sound: every page reads back, the tables are what the log says.")
    terminal.tell(*[f"Backup: {path}" for path, _ in found.backups] or ["No backup has been made yet."])
