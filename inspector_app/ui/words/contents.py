"""What work is about in an inspector's words: cases by their references, sources, texts; and how large its file is."""

from collections.abc import Sequence
from math import ceil

from inspector_app.core.domain.roads import Road
from inspector_app.core.domain.text.unbroken import unbroken
from inspector_app.core.services.handoffs import Contents
from inspector_app.core.words import count, cut, later, listed, say

_NAMED = 8  # cases that are named one by one
_KB, _MB = 1_000, 1_000_000  # as mail counts them
ROADS = {
    Road.MAIL: later("mail"),
    Road.DRIVE: later("the department’s drive"),
    Road.STICK: later("a stick"),
    Road.OTHER: later("another way"),
}
_BY = {
    Road.MAIL: later("by mail"),
    Road.DRIVE: later("by the department’s drive"),
    Road.STICK: later("on a stick"),
    Road.OTHER: later("by another way"),
}


def lines(found: Contents) -> list[str]:
    """A line for each kind of thing that the work is about; none for nothing."""
    cases, moved, worries = found.cases, found.moved_on, found.concerns
    counted = (
        (cases, count(len(cases), "{n} case changed: {refs}", "{n} cases changed: {refs}", refs=refs(cases))),
        (
            moved,
            count(len(moved), "{n} case at a new stage: {refs}", "{n} cases at a new stage: {refs}", refs=refs(moved)),
        ),
        (
            worries,
            count(
                len(worries), "{n} case with a concern: {refs}", "{n} cases with a concern: {refs}", refs=refs(worries)
            ),
        ),
        *_counted(found),
        (found.other, say("The team, the dates and the like")),
    )
    return [said for there, said in counted if there]


def _counted(found: Contents) -> tuple[tuple[int, str], ...]:
    """What has no reference: how many there are of each kind, and that in words."""
    return (
        (found.worries, count(found.worries, "{n} concern about no case", "{n} concerns about no case")),
        (found.sources, count(found.sources, "{n} source of evidence", "{n} sources of evidence")),
        (found.texts, count(found.texts, "{n} text of the findings", "{n} texts of the findings")),
        (found.ratings, count(found.ratings, "{n} rating or decision on one", "{n} ratings or decisions on them")),
        (found.events, count(found.events, "{n} event of the week", "{n} events of the week")),
    )


def places(found: Contents) -> str:
    """In what something is, within a sentence: "C01 and 1 concern about no case"; "" for nothing."""
    worries = count(
        len(found.concerns), "the concern about {refs}", "the concerns about {refs}", refs=refs(found.concerns)
    )
    parts = (
        *_counted(found), (len(found.concerns), worries),
        (found.other, say("the team, the dates and the like")),
    )  # fmt: skip
    cases = list(dict.fromkeys([*found.cases, *found.moved_on]))
    return listed([*_first(cases), *(said for there, said in parts if there)])


def refs(found: Sequence[str]) -> str:
    """References of cases within a sentence, of many only the first."""
    return listed(_first(found))


def _first(found: Sequence[str]) -> list[str]:
    named, left = cut(found, _NAMED)
    return [*map(unbroken, named), *([say("{number} more", number=left)] if left else [])]


def size(number: int) -> str:
    """The bytes of a file, as mail counts them: "about 12 KB", "about 3.4 MB"."""
    if number < _MB:
        return say("about {number} KB", number=ceil(number / _KB))
    return say("about {number} MB", number=f"{number / _MB:.1f}")


def files(number: int) -> str:
    """In how many files a package goes; "" for one."""
    return count(number, "{n} file", "{n} files") if number > 1 else ""


def went_by(road: str) -> str:
    """By which road a package went; "" where nobody said."""
    return str(_BY[Road(road)]) if road in _BY else ""
