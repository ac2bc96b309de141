"""The commands for backups: making one, going back to one, trying that, and recovering what a damaged file still holds."""

import argparse
from contextlib import closing
from pathlib import Path

from inspector_app.commands import opened, session, terminal
from inspector_app.commands.options import Subs, on_workspace
from inspector_app.core.domain.backups import Why
from inspector_app.core.services.safekeeping import backups, bringing_back, recovering, rehearsing, restoring
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.words import say
from inspector_app.ui.words import backups as backup_words

Options = argparse.Namespace


def add_to(subs: Subs) -> None:
    """Put `backup`, `restore`, `rehearse` and `recover` among the commands."""
    one = on_workspace(subs, "backup", backup, "put a checked copy into the backups now")
    one.add_argument("--to", metavar="FOLDER", type=Path, help="keep a second copy there too, from now on")

    back = on_workspace(subs, "restore", restore, "go back to a backup: the whole, one case or one item")
    back.add_argument("--from", dest="source", metavar="BACKUP", type=Path, help="without it, the newest that is sound")
    part = back.add_mutually_exclusive_group()
    part.add_argument("--case", metavar="REF", help="this case only, by steps that undo takes back")
    part.add_argument("-o", "--output", metavar="NEW", type=Path, help="into a new file; WORKSPACE stays")
    back.add_argument("--item", metavar="QUESTION[/PROMPT]", help="of --case, this item only")
    back.set_defaults(wrong=back.error)

    on_workspace(subs, "rehearse", rehearse, "restore the newest backups into a temporary place, and compare")
    read = on_workspace(subs, "recover", recover, "bring what a damaged file still holds into a new one")
    read.add_argument("-o", "--output", metavar="NEW", type=Path, required=True)


def backup(options: Options) -> None:
    """A backup now, and its second copy."""
    laptop = session.unlocked(options)
    with closing(Workspace.open(laptop, options.workspace)) as workspace:
        if options.to is not None:
            backups.name_second_folder(laptop, options.to)
        made = backups.make(workspace, Why.ASKED, session.ticket())
        terminal.tell(say("Backup: {path}", path=made))
        second = backups.second_copy(workspace)
    if second.folder:
        terminal.tell(say("Second copy: {path}", path=second.folder))


def restore(options: Options) -> None:
    """The whole inspection, one case or one item back from a backup."""
    if options.item and not options.case:
        options.wrong("--item needs --case")
    laptop, ticket = session.unlocked(options), session.ticket()
    if options.case:
        _bring_back(options)
    elif options.output:
        done = restoring.restore_into(laptop, options.workspace, options.output, options.source, ticket)
        terminal.tell(*backup_words.restored(done))
    else:
        done = restoring.restore(laptop, options.workspace, options.source, ticket)
        terminal.tell(*backup_words.restored(done))


def rehearse(options: Options) -> None:
    """Whether the backups come back."""
    done = rehearsing.rehearse(session.unlocked(options), options.workspace, session.ticket())
    bad = [tried for tried in done if tried.problems]
    if bad:
        raise rehearsing.refusal(bad[0])
    terminal.tell(*backup_words.rehearsed(done))


def recover(options: Options) -> None:
    """What can be read of a damaged file, into a new inspection."""
    done = recovering.recover(session.unlocked(options), options.workspace, options.output, session.ticket())
    terminal.tell(*backup_words.recovered(done))


def _bring_back(options: Options) -> None:
    with opened.workspace(options, options.workspace) as workspace:
        source = options.source or restoring.newest_sound(workspace.laptop, workspace.key, session.ticket())
        if options.item:
            found = bringing_back.bring_back_item(workspace, source, *workspace.item(options.case, options.item))
        else:
            found = bringing_back.bring_back_case(workspace, source, workspace.case_id(options.case), session.ticket())
    terminal.tell(backup_words.brought_back(found, source.name))
