"""The passphrase that a file is sealed with, for whoever is to open it elsewhere."""

from inspector_app.core.services.profile.passphrase import strength
from inspector_app.core.words import later
from inspector_app.ui.controls.fields.field import first_wrong
from inspector_app.ui.controls.fields.new_passphrase import NewPassphrase

_TOO_EASY, _NONE = later("That is too easy to guess."), later("Type a passphrase.")


class FilePassphrase(NewPassphrase):
    """`chosen` is the passphrase once it will do; else "" and the box says why."""

    def chosen(self) -> str:
        """The passphrase when it is strong enough and typed twice the same; else "", said in place."""
        found = strength(self.text)
        weak = "" if found.accepted else f"{_TOO_EASY.say()} {found.advice}".strip()
        weak = weak if self.text else _NONE.say()
        return self.text if first_wrong(self.wrongs(weak)) is None else ""
