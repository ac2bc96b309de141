"""Refusals about files and folders: workspaces, backups, disks."""

from inspector_app.core.errors import Code
from inspector_app.core.words import Later, later

SENTENCES: dict[Code, Later] = {
    Code.FILE_MISSING: later("There is no file {where}. Nothing was changed; check the name and the folder."),
    Code.FOLDER_MISSING: later("There is no folder {where}. Nothing was changed; make that folder or name another."),
    Code.NOT_A_FILE: later("{where} is a folder, a pipe or a device. Nothing was changed; name a file."),
    Code.FILE_TOO_LARGE: later(
        "{where} is far too large for this. Nothing was changed; see whether it is the right file."
    ),
    Code.IS_KEPT: later(
        "{where} is an inspection, a backup or another file that this program keeps, or would be among them. "
        "Nothing was changed; name another file, outside the program’s own folder."
    ),
    Code.NOT_A_FOLDER: later("{where} is a file, and a folder is needed. Nothing was changed; name a folder."),
    Code.FILE_EXISTS: later(
        "{where} is there already. Nothing was changed; choose another name or move that file away."
    ),
    Code.FILE_FOREIGN: later(
        "{where} is not an inspection that this laptop has the key of. Nothing was changed; "
        "open one from the list, or ask its owner for a hand-off."
    ),
    Code.FILE_DAMAGED: later(
        "{where} is damaged ({why}). Nothing was changed; put back a copy of the file (`inspector-app restore`, or in the "
        "window), or bring what can be read into a new inspection (`inspector-app recover`)."
    ),
    Code.BACKUPS_DAMAGED: later(
        "{where} itself is sound, but of its backups some are damaged: {which}. Nothing was changed; "
        "run `inspector-app backup` to make a new one, and check the disk."
    ),
    Code.FILE_NEWER: later(
        "{where} was made by a newer version of this program (format {found}; this one reads up to {known}). "
        "Nothing was changed; update the program."
    ),
    Code.FILE_OLDER: later(
        "{where} is in a former format, in which nobody could tell which laptop wrote what. Nothing was changed; "
        "ask whoever made it to update the program and make it again."
    ),
    Code.FILE_MOVED: later(
        "{where} was deleted, moved or replaced while it was open, so nothing more is saved there. What was saved "
        "before can still be read here, and what you type stays in its box; use “Save a copy”, and carry on in that."
    ),
    Code.FILE_OVERWRITTEN: later(
        "{where} was cut or written into by another program while it was open, so nothing more is saved there; what "
        "you type stays in its box. “Recover” (`inspector-app recover`) makes a new inspection of what is left of "
        "it, its log and its backups, to carry on in."
    ),
    Code.IS_A_BACKUP: later(
        "{where} is a backup, which is only read. Nothing was changed; use `inspector-app restore` to go back to it."
    ),
    Code.NO_BACKUP: later(
        "There is no backup of {where} on this laptop, nor a second copy that can be reached, that reads well. "
        "Nothing was changed; name another file with --from, or ask a colleague for a package of everything."
    ),
    Code.OTHER_BACKUP: later(
        "{where} is not a backup of this inspection. Nothing was changed; choose one that `inspector-app check` "
        "lists for it."
    ),
    Code.REHEARSAL_FAILED: later(
        "{where} did not come back as it should ({why}). Nothing was changed; "
        "run `inspector-app backup` to make a new one, and try again."
    ),
    Code.NOTHING_TO_RECOVER: later(
        "Nothing of the inspection can be read in {where}, and no backup of it reads well. "
        "Nothing was changed; ask a colleague for a package of everything."
    ),
    Code.OPEN_ELSEWHERE: later(
        "{where} is open in another window of this program. Nothing was changed; "
        "use that window, or close the inspection there first. Its process: {program}."
    ),
    Code.FILE_IN_USE: later(
        "{where} is open in another program, or you may not use it. Nothing was changed; "
        "close it there and try again, or choose another name."
    ),
    Code.BEING_MADE: later(
        "{where} is still being made. Nothing was changed; wait until it is in the list, and open it then."
    ),
    Code.DELETED_IN_PART: later(
        "Deleting it stopped at {where} ({why}). {gone} is deleted, with what else of it came before; "
        "what is left stays in the list. Put that right and delete it again."
    ),
    Code.FOLDER_READ_ONLY: later(
        "{where} cannot be read or written ({why}). Nothing was changed; "
        "choose another folder, or ask for the right to use this one."
    ),
    Code.FOLDER_NOT_LOCAL: later(
        "{where} is on a {kind}, where the live file could be damaged or seen by others. "
        "Nothing was changed; keep it in a local folder, and use Export to put a copy there."
    ),
    Code.ONLY_READ: later(
        "The disk is full, so {where} is open only to be read: nothing can be changed. What was saved before is safe; free "
        "some space. A window writes again by itself then, a command when you give it again."
    ),
    Code.DISK_FULL: later(
        "The disk is full: {where} could not be written. What was saved before is safe; free some space and try again."
    ),
    Code.NOT_TOLD: later(
        "What the command says could not be written ({why}). What it was asked to do is done; send what it says "
        "elsewhere."
    ),
    Code.DISK_FAILED: later(
        "{where} could not be read or written ({why}). What was saved before is safe; check the disk and try again."
    ),
    Code.BUSY: later("{where} is being written by another program. Nothing was changed; close it there and try again."),
    Code.NO_DISPLAY: later(
        "There is no display here to open a window on. "
        "Use the commands (`inspector-app --help` lists them), or start this where there is one."
    ),
}
