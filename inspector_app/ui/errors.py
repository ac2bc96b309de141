"""The one table of sentences for people: what happened, what is safe, what to do. The commands use it too."""

from datetime import date, datetime

from inspector_app.core.domain.days import when
from inspector_app.core.errors import Code, Expected
from inspector_app.core.words import Later, later
from inspector_app.ui import collection_errors

SENTENCES: dict[Code, Later] = {
    Code.WRONG_PASSPHRASE: later(
        "That passphrase does not open this laptop's keyring ({where}). Nothing was changed; type it again."
    ),
    Code.WEAK_PASSPHRASE: later(
        "That passphrase is too easy to guess: {why}. "
        "Nothing was changed; choose a longer one: four or more unrelated words do well."
    ),
    Code.PASSPHRASES_DIFFER: later("The two passphrases are not the same. Nothing was changed; type both again."),
    Code.NO_PASSPHRASE: later(
        "No passphrase was given. Nothing was changed; type it when asked, put it on the first line of a "
        "file named by --passphrase-file, or into the environment variable INSPECTOR_PASSPHRASE."
    ),
    Code.NO_SECRET: later(
        "Not given: {what}. Nothing was changed; type it when asked, or put it on the first line of a file: {option}."
    ),
    Code.SECRET_UNREADABLE: later(
        "What is in {where} cannot be read as text, so it is not taken for a passphrase. "
        "Nothing was changed; save it as UTF-8 and try again."
    ),
    Code.TOO_SOON: later(
        "Several wrong ones in a row: the next is looked at after a wait. Seconds left: {seconds}. "
        "Nothing was changed; wait, then type it again."
    ),
    Code.NO_IDENTITY: later(
        "Nobody has been set up on this laptop yet ({where}). "
        "Nothing was changed; first run: inspector-app identity new --person NAME"
    ),
    Code.IDENTITY_EXISTS: later(
        "This laptop has been set up already ({where}). Nothing was changed; "
        "another person needs another profile folder."
    ),
    Code.KEYRING_DAMAGED: later(
        "The keyring {where} is damaged ({why}). The inspections on this laptop are safe and stay closed until it is back; "
        "nothing was changed. Bring back its copy (inspector-app identity restore copy), use the recovery code (identity "
        "recover), or set up anew beside the kept files (identity new --beside)."
    ),
    Code.KEYRING_MISSING: later(
        "The keyring {where} is not there, and the inspections on this laptop open with it alone. They are safe; nothing "
        "was changed. Bring back its copy (inspector-app identity ways, then restore; with the recovery code, identity "
        "recover), put back a copy of your own, or set up anew beside the kept files (identity new --beside)."
    ),
    Code.KEYRING_OLDER: later(
        "The keyring {where} is an older one. Changes that its copy is ahead: {versions}. Inspections begun since would not "
        "open with it; nothing was changed. Bring back the copy (inspector-app identity restore copy), or go on with this "
        "one (identity restore here)."
    ),
    Code.NO_RECOVERY_CODE: later(
        "No recovery code was made for the keyring {where}. Nothing was changed; only its passphrase opens it."
    ),
    Code.WRONG_CODE: later("That recovery code does not open the keyring: {why}. Nothing was changed; type it again."),
    Code.WAY_MISSING: later(
        "There is no keyring of that kind ({which}) in {where}. Nothing was changed; see what there is: "
        "inspector-app identity ways"
    ),
    Code.FILE_MISSING: later("There is no file {where}. Nothing was changed; check the name and the folder."),
    Code.FOLDER_MISSING: later("There is no folder {where}. Nothing was changed; make that folder or name another."),
    Code.NOT_A_FILE: later("{where} is a folder, a pipe or a device. Nothing was changed; name a file."),
    Code.FILE_TOO_LARGE: later(
        "{where} is far too large for this. Nothing was changed; see whether it is the right file."
    ),
    Code.IS_KEPT: later(
        "{where} is an inspection, a backup or another file that this program keeps, and would be replaced. "
        "Nothing was changed; name another file."
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
        "{where} is of a former format, in which nobody could tell which laptop wrote what. "
        "Nothing was changed; ask whoever made it to update the program and make it again."
    ),
    Code.FILE_MOVED: later(
        "{where} was deleted, moved or replaced while it was open, so nothing more is saved there. What was saved before "
        "can still be read here, and what you type stays in its box; use “Save a copy”, and go on in that."
    ),
    Code.IS_A_BACKUP: later(
        "{where} is a backup, which is only read. Nothing was changed; use `inspector-app restore` to go back to it."
    ),
    Code.NO_BACKUP: later(
        "There is no backup of {where} on this laptop, nor a second copy that can be reached, that reads well. "
        "Nothing was changed; name another file with --from, or ask a colleague for a package of everything."
    ),
    Code.OTHER_BACKUP: later(
        "{where} is no backup of this inspection. Nothing was changed; choose one that `inspector-app check` lists for it."
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
    Code.DISK_FAILED: later(
        "{where} could not be read or written ({why}). What was saved before is safe; check the disk and try again."
    ),
    Code.BUSY: later("{where} is being written by another program. Nothing was changed; close it there and try again."),
    Code.NO_DISPLAY: later(
        "There is no display here to open a window on. "
        "Use the commands (`inspector-app --help` lists them), or start this where there is one."
    ),
    Code.NOT_A_CARD: later(
        "{where} is not an identity card. Nothing was changed; ask your colleague to make one "
        "(`inspector-app card -o FILE`)."
    ),
    Code.CARD_DAMAGED: later(
        "The identity card {where} is damaged or was altered. Nothing was changed; ask for it again."
    ),
    Code.KEYS_DIFFER: later(
        "{person} is accepted here with another key ({known}; the card says {found}). Nothing was changed; "
        "compare the keys with {person}, face to face or by telephone; if the new card is theirs, accept it below or "
        "with `team add WORKSPACE CARD --changed`."
    ),
    Code.CARD_WAITS: later(
        "{person} waits to be accepted on this laptop (key {key}), so nothing can be sealed to them. "
        "Nothing was changed; compare the key with {person}, and accept them on the page “Whose cards to trust” or with "
        "`team accept WORKSPACE NAME`."
    ),
    Code.CARD_WITHDRAWN: later(
        "The lead withdrew the card of {person}: nothing is sealed to it, and nothing new of it is taken. "
        "Nothing was changed; ask your lead, and {person} for a new card."
    ),
    Code.NOBODY_WAITS: later(
        "Nobody called {person!r} waits to be accepted on this laptop ({known}). Nothing was changed; "
        "write the name or the key groups as `team list` shows them."
    ),
    Code.SEVERAL_WAIT: later(
        "Several cards wait under the name {person!r} ({known}). Nothing was changed; "
        "compare them with {person}, and give the key groups of the right one in place of the name."
    ),
    Code.NOT_THE_LEAD: later(
        "Only the lead can do that, on a laptop of their own. Nothing was changed; ask your lead."
    ),
    Code.NOT_ACCEPTED: later(
        "The package {where} is from {sender} (key {key}), and that was not accepted. Nothing was changed; "
        "compare the key with {sender}, and join once it is the same."
    ),
    Code.SENDER_CHANGED: later(
        "The package {where} is signed with another card of {sender} (key {found}) than the one accepted "
        "here ({known}). Nothing was changed; compare the keys with {sender}, and accept the new card if it is theirs."
    ),
    Code.SENDER_WAITS: later(
        "The package {where} is from {sender} (key {key}), who waits to be accepted on this laptop. "
        "Nothing was changed; compare the key with {sender}, and accept them on the page “Whose cards to trust” or with "
        "`team accept WORKSPACE NAME`."
    ),
    Code.PERSON_UNKNOWN: later(
        "There is nobody, or more than one person, called {person!r} in the team ({known}). "
        "Nothing was changed; write the name as it stands there."
    ),
    Code.NO_CARD: later(
        "{person} has no identity card in this inspection, so nothing can be sealed to them. Nothing was changed; "
        "add their card to the team, or use a passphrase."
    ),
    Code.NOBODY_TO_SEND_TO: later(
        "Nobody else in the team has an identity card. Nothing was changed; add a colleague's card first."
    ),
    Code.OTHER_INSPECTION: later(
        "The package {where} is of another inspection ({service}). Nothing was changed; "
        "open that inspection to import it."
    ),
    Code.NOT_FROM_TEAM: later(
        "The package {where} is from {sender} (key {key}), who is not in the team with that key. "
        "Nothing was changed; add their identity card first."
    ),
    Code.NOT_A_START: later(
        "The package {where} does not hold the whole inspection, which this laptop does not have yet. "
        "Nothing was changed; ask {sender} for a starting package (everything)."
    ),
    Code.ALREADY_HERE: later(
        "{service}: this laptop has that inspection already ({there}). Nothing was changed; "
        "import the package {where} there."
    ),
    Code.FRAMEWORK_DIFFERS: later(
        "The package {where} brings a text of the framework {framework} that this laptop does not have "
        "({differs}). Nothing was changed; ask its sender why, and join with --accept-framework if that is right."
    ),
    Code.NOT_A_PACKAGE: later(
        "{where} is not a hand-off package. Nothing was changed; choose the file a colleague gave you."
    ),
    Code.PACKAGE_DAMAGED: later("The package {where} cannot be used: {why}. Nothing was changed; ask for it again."),
    Code.PARTS_MISSING: later(
        "{where} is one of {of} parts of a package, and these are not among the files chosen: {parts}. "
        "Nothing was changed; choose every part, in any order."
    ),
    Code.PARTS_MIXED: later(
        "Parts of different packages: {where}, {other}. Nothing was changed; choose the parts of one package at a time."
    ),
    Code.PACKAGE_NOT_FOR_ME: later(
        "The package {where} is sealed to other people. Nothing was changed; "
        "give its sender your identity card and ask for one of your own."
    ),
    Code.SIGNATURE_WRONG: later(
        "The package {where} says it is from {sender}, but the signature is not theirs. "
        "Nothing was changed; do not use it, and ask {sender}."
    ),
    Code.MAY_IDENTIFY: later(
        "This may identify somebody: {what}. Places found: {number}. Nothing was written; change the words, or let them go "
        "with a reason (in the window beside the list, or by --allow REASON)."
    ),
    Code.NOT_SEALABLE: later(
        "The ratings were not sealed into {where}: {why}. Nothing was written; put that right first, and seal them then."
    ),
    Code.RECORD_ALTERED: later(
        "The sealed record {where} is not signed as it stands: it was changed after it was sealed, or is damaged. "
        "Do not use it; ask for it again."
    ),
    Code.RECORD_DIFFERS: later(
        "The sealed record {where} is signed, and its ratings do not come out of it here: {why}. "
        "Do not use it before that is explained; docs/sealed-record.md says how to check it by hand."
    ),
    **collection_errors.SENTENCES,
    Code.FRAMEWORK_UNKNOWN: later("There is no framework {framework}. Nothing was changed; choose one of: {known}."),
    Code.NO_FRAMEWORK: later(
        "{where} is a table, which does not say its framework. Nothing was changed; name it with "
        "--framework (`frameworks list` lists them)."
    ),
    Code.FRAMEWORK_INVALID: later(
        "The framework file {where} cannot be used: at {path}, {why}. "
        "Nothing was changed; correct that value and try again."
    ),
    Code.NOT_JSON: later(
        "{where} is not a JSON document (line {line}, column {column}: {why}). Nothing was changed; "
        "export it again or correct that place."
    ),
    Code.NOT_TEXT: later(
        "{where} is not text in UTF-8 (byte {position}). Nothing was changed; "
        'save it as UTF-8 (in Excel: "CSV UTF-8") and try again.'
    ),
    Code.DOCUMENT_INVALID: later(
        "{where} cannot be used: at {path}, {why}. Nothing was changed; correct that value and try again."
    ),
    Code.DOCUMENT_NEWER: later(
        "{where} is an inspection document of version {found}; this program reads version {known}. "
        "Nothing was changed; update the program or export the document in version {known}."
    ),
    Code.TABLE_INVALID: later(
        "{where} cannot be used: row {row}, column {column}: {why}. Nothing was changed; "
        "correct that row and try again."
    ),
    Code.WORKBOOK_UNREADABLE: later(
        "{where} cannot be read as an Excel workbook: {why}. Nothing was changed; "
        'save it in Excel as .xlsx, or as "CSV UTF-8", and try again.'
    ),
    Code.CASE_LIST_INVALID: later(
        "{where} cannot be used as a list of cases: {why}. Nothing was changed; "
        "choose another file, or correct this one and try again."
    ),
    Code.FORMAT_UNKNOWN: later(
        "{where} has an ending that cannot be used here. Nothing was changed; use a file that ends in one of: {known}."
    ),
    Code.CASE_NOT_YOURS: later(
        "{case} is a colleague's case: {whose}. Nothing was changed; comment on it, take it over, or "
        "have them ask you for help."
    ),
    Code.CASE_ACCEPTED: later("{case} was accepted. Nothing was changed; reopen it first, with your reason."),
    Code.CASE_MARKED_BLIND: later(
        "You mark {case} second, and these are the first marker's answers. Nothing was changed; your own answers are kept "
        "apart until both of you are done."
    ),
    Code.COMMENT_NOT_YOURS: later(
        "The comment is somebody else's: {whose}. Nothing was changed; they, the lead or a quality lead can take it away."
    ),
    Code.OWN_JUDGEMENT: later(
        "You judged case {case}, and nobody accepts what they judged. Nothing was changed; another lead or quality lead can "
        "accept it, or the lead, who says why."
    ),
    Code.NOT_A_REVIEWER: later(
        "Cases are accepted and returned by the lead and quality leads: {who}. Nothing was changed; submit the case, "
        "or whoever stands in for them takes that role (`inspector-app identity rename --role lead`)."
    ),
    Code.CASE_UNKNOWN: later(
        "There is no case {case} in {where}. Nothing was changed; check the reference "
        "(`export` writes a list of the cases)."
    ),
    Code.CASE_NOT_IN_BACKUP: later(
        "{case} cannot come back from this backup, which does not hold it: it was added later. Nothing was changed; "
        "choose a newer backup."
    ),
    Code.QUESTION_UNKNOWN: later(
        "{question} cannot be answered on the case {case}: {why}. Nothing was changed; check the "
        "reference (`frameworks show {framework}` lists them)."
    ),
    Code.NO_CASES: later(
        "There is no case to make a pack of in {where}. Nothing was changed; add or choose a case first."
    ),
    Code.NO_CASE_QUESTIONS: later(
        "No questions are asked on the case {case}: {framework} has none for its sample, so there is "
        "no pack of it. Nothing was changed; choose a case of another sample, or write evidence on the standards."
    ),
    Code.VALUE_INVALID: later("{field} cannot be {value!r}: {why}. Nothing was changed; correct it and try again."),
    Code.NO_SECOND_MARKING: later(
        "Nobody was asked to mark the case {case} a second time. Nothing was changed; ask somebody first."
    ),
    Code.NOT_BOTH_DONE: later(
        "The two markings of the case {case} can be compared when both are done: {waiting} is not yet. "
        "Nothing was changed; until then neither is shown to the other."
    ),
    Code.A_MARKER: later(
        "You are one of those who marked {case}, and its agreed version is settled by somebody who is neither. "
        "Nothing was changed; ask a colleague."
    ),
    Code.NOT_AGREED_YET: later(
        "The agreed version of {case} has no answer yet, or a contested one, for: {items}. "
        "Nothing was changed; settle these first."
    ),
    Code.NOTHING_TO_UNDO: later("There is nothing to undo here; undo takes back what was done to the item you are on."),
    Code.NOTHING_TO_REDO: later(
        "There is nothing to redo here; redo brings back what was undone on the item you are on."
    ),
    Code.CHANGED_SINCE: later(
        "This was changed by {by} since ({at}), and their work must not be passed over. "
        "Nothing was changed; look at it as it is now and decide again."
    ),
    Code.CONCERN_NOT_SETTLED: later(
        "The concern stays open: it does not say yet {missing}. Nothing was changed; write that down and close it then."
    ),
}


# Where one unlocks the window there is one laptop, and no path helps; a command may be about any profile folder.
_AT_THE_DOOR: dict[Code, Later] = {
    Code.WRONG_PASSPHRASE: later(
        "That passphrase does not open what is kept on this laptop. Nothing was changed; type it again: capitals and "
        "spaces count."
    )
}


def sentence(error: Expected) -> str:
    """The one-line sentence for an error. A missing fact shows as its name in braces rather than failing."""
    return _filled(SENTENCES[error.code], error)


def at_the_door(error: Expected) -> str:
    """The sentence for an error where somebody unlocks the window or changes how."""
    return _filled(_AT_THE_DOOR.get(error.code, SENTENCES[error.code]), error)


def _filled(words: Later, error: Expected) -> str:
    return words.say(**{name: _said(fact) for name, fact in error.facts.items()})


def _said(fact: object) -> object:
    """A fact as a person reads it: days and moments as everywhere."""
    if isinstance(fact, datetime):
        return when.moment(fact, datetime.now().astimezone())
    return when.day(fact) if isinstance(fact, date) else fact
