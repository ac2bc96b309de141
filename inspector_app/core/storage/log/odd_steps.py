"""Whether the steps of a log are steps, and those that were signed what was signed."""

from collections.abc import Collection

from sqlalchemy import Connection, func, or_, select

from inspector_app.core.domain.ids import STEP_ID_LENGTH
from inspector_app.core.domain.steps.changes import Verb
from inspector_app.core.domain.steps.line import Entry, entry
from inspector_app.core.storage.log import journal, stretches
from inspector_app.core.storage.log.stretches import State
from inspector_app.core.storage.tables import CHANGES, META, STEPS

_DIGIT, _LETTER = "[0-9]", "[0-9a-f]"
_AN_ID = f"{_LETTER * 16}.{_DIGIT * 8}.{_LETTER * 8}"
_TEXTS = (STEPS.c.id, STEPS.c.author, STEPS.c.at, STEPS.c.verb, STEPS.c.item)
_ODD = select(STEPS.c.id).where(
    or_(
        *(func.typeof(column) != "text" for column in _TEXTS),
        STEPS.c.verb.not_in([verb.value for verb in Verb]),
        func.glob(_AN_ID, STEPS.c.id) == 0,
    )
)
_STEP_OF = func.substr(CHANGES.c.id, 1, STEP_ID_LENGTH)
_WITHOUT = select(_STEP_OF).where(_STEP_OF.not_in(select(STEPS.c.id))).distinct()
_VALUES = select(CHANGES.c.value)
_COUNTERS = select(META.c.name, META.c.value).where(META.c.name.startswith("handed_off "))


def odd(connection: Connection) -> list[str]:
    """What no step can be, a line each: nothing that comes in a package is. None in a sound file."""
    found = [f"step {step!s:.40}: it is not as a step is written" for step in connection.scalars(_ODD)]
    found += [
        f"step {step!s:.40}: there are changes of it, and it is not there" for step in connection.scalars(_WITHOUT)
    ]
    counters = connection.execute(_COUNTERS).all()
    return found + [f"{name:.40}: {value!s:.20} is no number" for name, value in counters if not _counts(value)]


def read_every_value(connection: Connection) -> None:
    """Look at each value of the log: SQLite compares bytes, be they text or not. Expected: FILE_DAMAGED, for what is none."""
    for _ in connection.execute(_VALUES):
        pass


def not_as_signed(connection: Connection) -> list[str]:
    """Where the log is not what a signature that is held here is over, a line each; `odd` has found nothing."""
    kept = stretches.all_kept(connection)
    held = [stretch for stretch in kept if stretch.state is State.HELD]
    named, signed = ({one for stretch in some for one in stretch.entries} for some in (held, kept))
    here = {made.step.id: entry(made) for made in journal.made(connection, {one.step for one in named})}
    wrong = {one.step: _why(here.get(one.step), signed) for one in named}
    return [f"step {step}: {why}" for step, why in sorted(wrong.items()) if why]


def _why(found: Entry | None, signed: Collection[Entry]) -> str:
    if found is None:
        return "it was signed, and is not there"
    return "" if found in signed else "it is not what was signed"


def _counts(value: object) -> bool:
    return isinstance(value, str) and value.isascii() and value.isdigit() and len(value) <= 9
