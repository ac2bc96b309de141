"""What came of giving cases, and of taking that back."""

from collections import Counter
from collections.abc import Mapping

from inspector_app.core.words import count, listed, say


def given_to(name: str, number: int) -> str:
    """So many cases are now that person's."""
    if not number:
        return say("no cases given to {name}.", name=name)
    return count(number, "{n} case given to {name}.", "{n} cases given to {name}.", name=name)


def taken_from(before: Mapping[str, str], names: Mapping[str, str]) -> str:
    """From whom they were taken: "Before: Ann 2, nobody 1."; "" where nobody had one. `before` is case -> Person.id or ""."""
    had = Counter(before.values())
    if not any(had):
        return ""
    some = sorted(had, key=lambda person: (not person, -had[person]))
    whom = [_who(person, names) for person in some]
    if len(some) > 1:
        whom = [say("{who} {number}", who=who, number=had[person]) for who, person in zip(whom, some, strict=True)]
    return say("Before: {whom}.", whom=listed(whom))


def _who(person: str, names: Mapping[str, str]) -> str:
    return names.get(person) or (say("somebody who left the team") if person else say("nobody"))


def given_to_nobody(number: int) -> str:
    """So many cases have no inspector now."""
    return count(number, "{n} case is nobody’s now.", "{n} cases are nobody’s now.")


def taken_back(number: int, of: int) -> str:
    """So many of them are again whose they were; the others went on to somebody else."""
    return " ".join(part for part in (_back(number), _kept(of - number)) if part)


def _back(number: int) -> str:
    if not number:
        return say("Undone: no cases.")
    return count(number, "Undone: {n} case.", "Undone: {n} cases.")


def _kept(number: int) -> str:
    if not number:
        return ""
    return count(
        number,
        "{n} case has gone to somebody else since and stays there.",
        "{n} cases have gone to somebody else since and stay there.",
    )
