"""The keys of commands that the person gave them, in place of the first ones. Kept in the settings of the laptop.

What may be a key, and whether one is taken, is decided in window/settings/remapping.py; the single keys that answer are in
letters.py.
"""

from collections.abc import Callable, Iterable

from inspector_app.core.services.profile.settings import Settings

OFF = ""  # no key
_FIRST = "first"  # in the settings: as at first

Taken = Callable[[str, str], bool]  # command, key: whether another command has that key now

_own: dict[str, str] = {}


def of(code: str, first: tuple[str, ...]) -> tuple[str, ...]:
    """The keys of a command now, in Qt's portable notation: its own one, none, or those it has at first."""
    own = _own.get(code)
    if own is None:
        return first
    return (own,) if own != OFF else ()


def own(code: str) -> str | None:
    """The key that the person gave it, or OFF; None where it is as at first."""
    return _own.get(code)


def edition() -> tuple[tuple[str, str], ...]:
    """Something that is equal as long as no key changed, for whoever remembers what is made of them."""
    return tuple(_own.items())


def read(settings: Settings, codes: Iterable[str], may_be: Callable[[str], bool], is_taken: Taken) -> None:
    """Use what the settings hold of these commands from now on; what may not be a command's key is as at first.

    Whether a key is taken is asked when all are in use: two commands may have changed theirs with one another.
    """
    _own.clear()
    held = {code: str(settings.get(_name(code), _FIRST)) for code in codes}
    _own.update({code: key for code, key in held.items() if key != _FIRST and may_be(key)})
    while taken := next((code for code, key in _own.items() if is_taken(code, key)), None):
        del _own[taken]


def change(settings: Settings, code: str, key: str | None) -> None:
    """Give a command another key, none (OFF), or those it has at first (None). Expected: as Settings.set."""
    settings.set(_name(code), _FIRST if key is None else key)
    if key is None:
        _own.pop(code, None)
    else:
        _own[code] = key


def forget(settings: Settings) -> None:
    """Give every command the keys it has at first. Expected: as Settings.set."""
    settings.forget(_name(""))  # those too that could not be used, or are of a command that is no more
    _own.clear()


def _name(code: str) -> str:
    return f"key_{code}"
