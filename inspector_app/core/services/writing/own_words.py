"""The words a person added to what the spelling check holds to be right, on this laptop.

They are kept in the inspection's encrypted file, beside the drafts: they are names of people and places. So they travel in
no package, and when the inspection's key is destroyed they are gone with it; a list in the keyring would outlive it.
"""

from inspector_app.core.services.profile.settings import Settings
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.services.writing.spelling import ENGLISH, WELSH, languages, plain, words
from inspector_app.core.storage import kept
from inspector_app.core.storage.reading import read, read_setup

LANGUAGES = "spelling_languages"  # in the settings of the laptop


def chosen(settings: Settings) -> str:
    """The languages that the person chose on this laptop, joined by a space; "" for those of each inspection."""
    return str(settings.get(LANGUAGES, ""))


def dictionaries(workspace: Workspace) -> tuple[str, ...]:
    """The languages that are right in this inspection: those that the person chose, else those of its nation."""
    wanted = tuple(of for of in chosen(workspace.laptop.settings).split() if of in (ENGLISH, WELSH))
    if wanted:
        return wanted
    with workspace.database.read() as connection:
        return languages(read_setup.setting(connection).nation)


def known(workspace: Workspace) -> frozenset[str]:
    """The person's words, and those of the service's and the team's names."""
    with workspace.database.read() as connection:
        own = kept.all_kept(connection, kept.WORD)
        names = " ".join((read_setup.setting(connection).service, *(person.name for person in read.team(connection))))
    return frozenset(own) | {plain(word) for _, word in words(names)}


def add(workspace: Workspace, word: str) -> None:
    """Hold a word to be right. Expected: DISK_FULL, FOLDER_READ_ONLY, BUSY."""
    with workspace.database.write() as connection:
        kept.keep(connection, kept.WORD, plain(word), "")


def remove(workspace: Workspace, word: str) -> None:
    """Hold it to be right no more. Expected: as `add`."""
    with workspace.database.write() as connection:
        kept.forget(connection, kept.WORD, plain(word))
