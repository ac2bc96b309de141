"""The settling of a second marking in words. No Qt, no rules."""

from collections.abc import Sequence
from datetime import datetime

from inspector_app.core.domain.days.when import moment
from inspector_app.core.domain.framework import Framework
from inspector_app.core.services.cases.agreeing import Agreeing, Item
from inspector_app.core.services.cases.conflicts import Conflict
from inspector_app.core.words import count, later, say
from inspector_app.ui.words import conflict as conflict_words
from inspector_app.ui.words.answers import WORDS

NOTHING = later(
    "No second marking waits to be settled. Once both markers of a case have finished, somebody who is neither settles here "
    "what they answered differently."
)
HIDDEN = later("Names are hidden until it is settled")
LOCKED = later("Both answered it alike: it is agreed with both notes, and locked.")


def place(item: Item) -> tuple[str, str]:
    """Reference and, behind it, what kind it is: ("2.1.2 d", "") or ("2.1.2", "judgement")."""
    return (f"{item.question} {item.prompt}", "") if item.prompt else (item.question, say("judgement"))


def asked(framework: Framework, item: Item) -> str:
    """The words of the key question or prompt."""
    _, question = framework.questions[item.question]
    return {prompt.ref: prompt.text for prompt in question.prompts}.get(item.prompt or "", question.text)


def how(item: Item) -> str:
    """How it was settled, in a word or two; "" while it is open."""
    if item.contested:
        return say("contested")
    if item.agreed is None:
        return ""
    if item.equal:
        return say("agreed")
    for side, said in ((item.one, say("one kept")), (item.two, say("two kept"))):
        if (side.answer, side.text) == (item.agreed, item.text):
            return said
    return say("written")


def spoken(item: Item) -> str:
    """A difference as it is heard in the list."""
    one, two = (WORDS[side.answer].say() for side in (item.one, item.two))
    state = how(item) or say("open")
    where_ = " ".join(filter(None, place(item)))
    return say("{place}, marking one: {one}, marking two: {two}, {state}", place=where_, one=one, two=two, state=state)


def state(found: Agreeing) -> str:
    """How far it is, on a chip."""
    if found.settled:
        return say("Settled")
    differ = [item for item in found.items if not item.equal]
    done = sum(not item.is_open for item in differ)
    return say("Settling: {number} of {of}", number=done, of=len(differ))


def heads(found: Agreeing) -> tuple[str, str]:
    """What stands over the differences, and over what both answered alike."""
    equal, of = sum(item.equal for item in found.items), len(found.items)
    return (
        say("Different: {number} of {of}", number=of - equal, of=of),
        say("Equal: {number} of {of}", number=equal, of=of),
    )


def equal(found: Agreeing) -> str:
    """How it stands with what both answered alike."""
    alike = [item for item in found.items if item.equal]
    left = sum(item.is_open for item in alike)
    if left:
        return count(left, "{n} still to be agreed", "{n} still to be agreed")
    return count(len(alike), "{n} agreed, with both notes", "{n} agreed, with both notes")


def agree_them(number: int) -> str:
    """The button that agrees on all of them."""
    return count(number, "Agree {n}", "Agree all {n}")


def show_them(number: int, *, shown: bool) -> str:
    """The button that unfolds them."""
    return count(number, "Hide {n}", "Hide the {n}") if shown else count(number, "Show {n}", "Show the {n}")


def where(item: Item, differ: Sequence[Item]) -> str:
    """Which of the differences it is."""
    if item.equal:
        return say("equal")
    return say("difference {number} of {of}", number=differ.index(item) + 1, of=len(differ))


def agreed(item: Item) -> str:
    """What is agreed on an item, over its box."""
    if item.contested:
        return say("Contested: agreed versions made apart differ. Keep one, two or what you write, which settles it.")
    if item.agreed is None:
        return say("Still open.")
    return say("Agreed: {answer} ({how})", answer=WORDS[item.agreed].say(), how=how(item))


def versions(found: Sequence[Conflict]) -> str:
    """The agreed versions that differ, a line each."""
    lines = [
        f"{side.by} · {conflict_words.value(conflict, side.value, {})}" for conflict in found for side in conflict.sides
    ]
    return "\n".join(lines)


def why_not(found: Agreeing) -> str:
    """Why this person changes nothing here; "" where they may."""
    if found.settled:
        return say("It is settled: the agreed version is the answers of the case, and both markings stay as they were.")
    if found.marker:
        return say("You are one of those who marked it: somebody who is neither settles it. You can read it here.")
    return ""


def before_settling(found: Agreeing) -> str:
    """What settling does, before it is done."""
    return say(
        "The agreed version becomes the answers of the case and counts in the ratings; who marked it is named then. "
        "Case: {case}",
        case=found.case_ref,
    )


def snapshot(found: Agreeing, now: datetime) -> str:
    """Of when the figures are."""
    return say("As both were when the later was finished: {moment}. Settling changes nothing of it.",
               moment=moment(found.at, now))  # fmt: skip


def by_question(found: Agreeing) -> str:
    """How many of each key question's items were answered alike, in one line."""
    parts = [
        say("{question}: {number} of {of}", question=ref, number=alike, of=of)
        for ref, (alike, of) in found.by_question.items()
    ]
    return " · ".join(parts)
