"""What who comes in does with their keyring: another name, passphrase or code, and the ways back when one is lost.

Run as jobs. With it comes cryptography, so it is imported when it is first wanted.
"""

from inspector_app.core.services.profile import identity, ways_back
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.profile.ways_back import Kind, Way


class PersonActs:
    """On one laptop. What they raise is what the services of the same name raise."""

    def __init__(self, laptop: Laptop) -> None:
        self._laptop = laptop

    def rename(self, name: str, role: str) -> object:
        """Be called otherwise."""
        return identity.rename(self._laptop, name, role)

    def change_passphrase(self, former: str, new: str) -> None:
        """Have another passphrase."""
        identity.change_passphrase(self._laptop, former, new)

    def check(self, passphrase: str) -> None:
        """Nothing where it is this laptop's."""
        self._laptop.check(passphrase)

    def new_code(self, passphrase: str) -> str:
        """Make a recovery code."""
        return identity.new_code(self._laptop, passphrase)

    def recover(self, code: str, new: str) -> object:
        """Come in by the recovery code, with a new passphrase."""
        return ways_back.recover(self._laptop, code, new)

    def bring_back(self, kind: Kind, secret: str) -> object:
        """Come in by a keyring that was kept."""
        return ways_back.bring_back(self._laptop, kind, secret)

    def start_anew(self, name: str, role: str, passphrase: str) -> object:
        """Be set up beside inspections that nothing here opens."""
        return ways_back.start_anew(self._laptop, name, role, passphrase)

    def ways(self) -> list[Way]:
        """Which keyrings lie here."""
        return ways_back.ways(self._laptop)
