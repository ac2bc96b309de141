"""What undo took back, and redo did again, in words: nothing of either is done in silence."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from inspector_app.core.domain.cases.second_marking import AGREED, FIRSTS, SECONDS
from inspector_app.core.domain.fields import ENTITIES, SUPPORT, Field, Kind, Value
from inspector_app.core.domain.live_figures import to_read
from inspector_app.core.domain.values_said import value_of
from inspector_app.core.words import say, shortened
from inspector_app.ui.words import diff
from inspector_app.ui.words.review import about

_MOST = 60  # characters of a note that are said
_ANSWERS = frozenset((*FIRSTS, *SECONDS, *AGREED))
_PLAIN = (Kind.CHOICE, Kind.FLAG, Kind.DATE, Kind.NUMBER)


class Moved(NamedTuple):
    """A field that went from one value to another."""

    entity: str
    field: str
    before: Value
    after: Value


def in_note(before: str, after: str, *, again: bool, read: Callable[[str], str] = to_read) -> str:
    """What undo, or (`again`) redo, did to a text. `read`: how a text with live figures reads."""
    old, new = read(before), read(after)
    if old == new and before != after:
        return (
            say("Done again: whether a figure follows the data")
            if again
            else say("Undone: whether a figure follows the data")
        )
    parts = diff.diff(old, new)
    gone, come = _apart(_of(parts, diff.Kind.REMOVED), _of(parts, diff.Kind.ADDED))
    if gone and come:
        return _replaced(gone, come, again=again)
    if not (gone or come):
        return say("Done again: spaces or line breaks") if again else say("Undone: spaces or line breaks")
    if again:
        return (
            say("Done again: typed “{words}”", words=come) if come else say("Done again: deleted “{words}”", words=gone)
        )
    return say("Undone: typed “{words}”", words=gone) if gone else say("Undone: deleted “{words}”", words=come)


def step(moved: Sequence[Moved], *, again: bool, read: Callable[[str], str] = to_read) -> str:
    """What undo, or (`again`) redo, of a whole step did; the values are those before and after it. `read` as of `in_note`."""
    if is_made(moved, again=again):
        name = _named(moved, read)
        return say("Done again: added: {name}", name=name) if again else say("Undone: added: {name}", name=name)
    if len(moved) == 1 and _field(moved[0]).prose:
        return in_note(str(moved[0].before or ""), str(moved[0].after or ""), again=again, read=read)
    if moved and all(one.entity == SUPPORT.code for one in moved):
        return say("Done again: evidence of a sentence") if again else say("Undone: evidence of a sentence")
    if moved and all(one.field == "position" for one in moved):  # numbers of places say nothing
        return (
            say("Done again: moved to another place in the list")
            if again
            else say("Undone: moved to another place in the list")
        )
    if whole := _whole(moved, read, again=again):
        return whole
    what = ", ".join(dict.fromkeys(_said(one, again=again) for one in moved))
    return say("Done again: {what}", what=what) if again else say("Undone: {what}", what=what)


def where(case: str, entity: str, item: str, said: str) -> str:
    """Which case and item that is about: "C01 · 2.1.1 · prompt a · Undone: answer: Yes"; as it was said, of no case ("")."""
    of_item = about(item) if case and entity in _ANSWERS else ""
    if f": {say('judgement')}: " in said:  # what was undone says it already
        of_item = of_item.removesuffix(f" · {say('judgement')}")
    return " · ".join(part for part in (case, of_item, said) if part)


def is_made(moved: Sequence[Moved], *, again: bool) -> bool:
    """Whether the step made a thing of a list: only then it had no place there, nor anything else."""
    placed = any(one.field == "position" for one in moved)
    return placed and all((one.before if again else one.after) is None for one in moved)


def _whole(moved: Sequence[Moved], read: Callable[[str], str], *, again: bool) -> str:
    """Where a thing was deleted and is there again, or the other way round: what thing, not each of its fields; else ""."""
    gone = next((one for one in moved if one.field == "deleted"), None)
    if gone is None:
        return ""
    name = _named(moved, read)
    if gone.after:
        return say("Done again: deleted: {name}", name=name) if again else say("Undone: added: {name}", name=name)
    return say("Done again: added: {name}", name=name) if again else say("Undone: deleted: {name}", name=name)


def _named(moved: Sequence[Moved], read: Callable[[str], str]) -> str:
    """The first words that are or were written of a thing, by which one knows it; what kind of thing it is, without any."""
    texts = (
        str(one.after or one.before or "") for one in moved if _field(one).searched or one.field in ("ref", "name")
    )
    first = next((" ".join(read(text).split()) for text in texts if text.strip()), "")
    return shortened(first, _MOST) or ENTITIES[moved[0].entity].title


def _replaced(gone: str, come: str, *, again: bool) -> str:
    if again:
        return say("Done again: “{new}” instead of: “{old}”", new=come, old=gone)
    return say("Undone: “{old}” is there again instead of: “{new}”", old=come, new=gone)


def _said(one: Moved, *, again: bool) -> str:
    """The value that was chosen, and of what is no value in a word, what the field is called."""
    field, value = _field(one), one.after if again else one.before
    return f"{field.title}: {value_of(field, value, {})}" if field.kind in _PLAIN and value is not None else field.title


def _field(one: Moved) -> Field:
    return ENTITIES[one.entity].field(one.field)


def _apart(gone: str, come: str) -> tuple[str, str]:
    """Of words that only go on, or begin earlier, what there is more of them."""
    if come.startswith(gone) or gone.startswith(come):
        gone, come = gone[len(come) :], come[len(gone) :]
    elif come.endswith(gone):
        gone, come = "", come.removesuffix(gone)
    elif gone.endswith(come):
        gone, come = gone.removesuffix(come), ""
    return shortened(gone.strip(), _MOST), shortened(come.strip(), _MOST)


def _of(parts: Sequence[diff.Part], kind: diff.Kind) -> str:
    return " ".join("".join(part.text for part in parts if part.kind is kind).split())
