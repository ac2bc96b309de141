"""The commands for backups: making one, going back to one, trying that, and recovering what a damaged file still holds."""

import argparse
from contextlib import closing

from inspector_app.commands import session, terminal
from inspector_app.core.domain.backups import Why
from inspector_app.core.services.safekeeping import backups, bringing_back, recovering, rehearsing, restoring
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.words import say
from inspector_app.ui.words import backups as backup_words

Options = argparse.Namespace


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
    with session.opened(options, options.workspace) as workspace:
        source = options.source or restoring.newest_sound(workspace.laptop, workspace.key, session.ticket())
        if options.item:
            found = bringing_back.bring_back_item(workspace, source, *workspace.item(options.case, options.item))
        else:
            found = bringing_back.bring_back_case(workspace, source, workspace.case_id(options.case), session.ticket())
    terminal.tell(backup_words.brought_back(found, source.name))
