"""Refusals about the laptop: passphrases, identity, keyring, ways back."""

from inspector_app.core.errors import Code
from inspector_app.core.words import Later, later

SENTENCES: dict[Code, Later] = {
    Code.WRONG_PASSPHRASE: later(
        "That passphrase does not open this laptop’s keyring ({where}). Nothing was changed; type it again."
    ),
    Code.PASSPHRASE_BETWEEN: later(
        "That passphrase is not the one in force. The program ended while the passphrase was being changed, so it is either "
        "the former or the new one. Nothing was lost; type the other of the two."
    ),
    Code.WEAK_PASSPHRASE: later(
        "That passphrase is too easy to guess: {why}. "
        "Nothing was changed; choose a longer one: four or more unrelated words do well."
    ),
    Code.UNTYPABLE_PASSPHRASE: later(
        "That passphrase has a character that does not show, or a space that the space bar does not make, so nobody "
        "could type it again (the first, counted from the left: {place}). Nothing was changed; type it by hand."
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
        "Several wrong ones in a row: the next is tried after a wait. Seconds left: {seconds}. Nothing was changed; "
        "wait, then type it again."
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
        "The keyring {where} is an older one. Changes that its copy is ahead: {versions}. Inspections begun since "
        "would not open with it; nothing was changed. Bring back the copy (inspector-app identity restore copy), or "
        "carry on with this one (identity restore here)."
    ),
    Code.NO_RECOVERY_CODE: later(
        "No recovery code has been made for the keyring {where}. Nothing was changed; only its passphrase opens it."
    ),
    Code.WRONG_CODE: later("That recovery code does not open the keyring: {why}. Nothing was changed; type it again."),
    Code.WAY_MISSING: later(
        "There is no keyring of that kind ({which}) in {where}. Nothing was changed; see what there is: "
        "inspector-app identity ways"
    ),
}
