"""What the commands print of whom one trusts, in words: who waits, what a yes covers, what was not taken."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from inspector_app.core.domain.team import Card
from inspector_app.core.domain.text import names
from inspector_app.core.domain.trust import How, Standing
from inspector_app.core.services.handoffs import LedgerRow, Received, Start
from inspector_app.core.services.people import team
from inspector_app.core.services.people.membership import Introduction
from inspector_app.ui.words.handoffs.trust import untaken

_STANDS = {
    Standing.WAITING: "waits to be accepted: nothing is sealed to them, and nothing of theirs is taken",
    Standing.CHANGED: "another card of theirs waits to be accepted",
    Standing.LEFT_OUT: "left out on this laptop: nothing is sealed to them, and nothing of theirs is taken",
    Standing.WITHDRAWN: "the lead withdrew their card: nothing is sealed to it, and nothing new of it is taken",
    Standing.NAMED: "no identity card yet",
}


def standing(row: LedgerRow) -> str:
    """How somebody stands, where there is more to say than that they are accepted."""
    return _STANDS.get(row.standing, "")


def waiting(rows: Sequence[Introduction]) -> Iterator[str]:
    """A paragraph for each who waits for a yes."""
    for row in rows:
        if row.left_out:
            continue
        yield f"{row.card.name} waits to be accepted, introduced by {_by(row)}{_said(row)}"
        if names.mixes_alphabets(row.card.name):
            yield "    the name has letters of different alphabets: it can look like another’s and be none"
        if row.known is not None:
            yield f"    another card than the one accepted here, which has the key {row.known_key}"
        if row.would_lead:
            yield "    its holder leads the inspection for you then: who is in the team, and who accepts cases, is their word"
        yield f"    key {row.key}"
        yield "    Compare the key, face to face or by telephone; then: team accept WORKSPACE NAME,"
        yield "    and import the package again."


def accepted(found: Introduction, how: How) -> list[str]:
    """What a yes did."""
    word = f"on the word of {found.by}" if how is How.THROUGH else f"compared {_COMPARED[how]}"
    later = "Work of theirs that was not taken comes with the next package."
    return [f"{found.card.name} is accepted, {word}. Key: {found.key}", later]


def asked_to_join(start: Start) -> list[str]:
    """Whom joining trusts, as a question."""
    return [*_trusted(start), "Compare the keys first. Join on this word?"]


def would_join(start: Start, workspace: Path) -> list[str]:
    """Which inspection an import would join, and whom that trusts."""
    differs = [
        "Its framework says otherwise than the one of this laptop:",
        *(f"    {place}" for place in start.differs),
    ]
    return [f"Would join, as {workspace}:", *_trusted(start), *(differs if start.differs else [])]


def differing(start: Start) -> list[str]:
    """What a framework says otherwise, as a question."""
    head = f"The package brings a text of the framework {start.manifest.framework} that this laptop does not have:"
    return [head, *(f"    {place}" for place in start.differs), "Use it all the same?"]


def joined(start: Start, rows: Sequence[LedgerRow]) -> list[str]:
    """Who is trusted by having joined, and who waits."""
    sender = start.manifest.sender
    taken = [row for row in rows if row.standing is Standing.ACCEPTED and row.person != sender.id]
    waits = [row.name for row in rows if row.standing is Standing.WAITING]
    lines = [f"Joined on the word of {sender.name}. Compare the key: {team.fingerprint(sender)}"]
    lines += [f"Accepted with it: {row.name}. Compare the key: {row.key}" for row in taken]
    lines += [f"Waiting to be accepted (team accept WORKSPACE NAME): {', '.join(waits)}"] if waits else []
    return lines


def not_taken(row: Received) -> Iterator[str]:
    """A line for each person and reason."""
    for one in row.untaken:
        yield f"    not taken: {untaken(one)}"
    if row.set_aside:
        yield f"    set aside: {row.set_aside} steps of whose card the lead withdrew; they count no longer, and are kept"


def as_json(row: Received) -> dict[str, object]:
    """A row for programs."""
    waits = [
        {"name": w.card.name, "person": w.card.id, "key": w.key, "by": w.by, "by_lead": w.by_lead, "changed": w.changed,
         "known_key": w.known_key, "said": w.said, "made": w.made, "cases": w.cases}
        for w in row.waiting
    ]  # fmt: skip
    about = {name: getattr(row, name) for name in ("sender", "made", "steps", "new", "changed", "contested", "settled")}
    return {
        "path": str(row.path), **about, "missing": row.missing, "untaken": [asdict(one) for one in row.untaken],
        "set_aside": row.set_aside, "waiting": waits,
    }  # fmt: skip


_COMPARED = {How.FACE: "face to face", How.TELEPHONE: "by telephone"}


def _trusted(start: Start) -> Iterator[str]:
    sender = start.manifest.sender
    yield f"{start.manifest.service}, {start.framework}, from {sender.name} ({sender.role or 'no role'})"
    yield f"    key {team.fingerprint(sender)}"
    covered = (
        "who made the inspection; a yes covers whom they introduce:"
        if start.by_lead
        else "who is not the lead; these wait:"
    )
    if start.people:
        yield f"{sender.name} is the one {covered}"
    yield from _cards(start.people)
    if start.waiting:
        yield "introduced by somebody else, and waiting for a yes of their own:"
    yield from _cards(start.waiting)


def _cards(cards: Iterable[Card]) -> Iterator[str]:
    return (f"    {card.name}: key {team.fingerprint(card)}" for card in cards)


def _by(row: Introduction) -> str:
    return f"{row.by or 'somebody'}{', your lead' if row.by_lead else ', who is not your lead'}"


def _said(row: Introduction) -> str:
    return f": “{row.said}”" if row.said else ""
