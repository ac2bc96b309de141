"""The settling of a second marking in words. No Qt, no rules."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from inspector_app.core.domain.days.when import moment
from inspector_app.core.domain.framework import Framework
from inspector_app.core.services.cases.agreeing import Agreeing, Item
from inspector_app.core.services.cases.comparing import Comparison, Marked
from inspector_app.core.services.cases.conflicts import Conflict
from inspector_app.core.services.cases.how_far import HowFar
from inspector_app.core.words import count, later, say
from inspector_app.ui.words import conflict as conflict_words
from inspector_app.ui.words.answers import WORDS

_NOTHING = (
    later("No second marking waits to be settled"),
    later(
        "Once all markers of a case have finished, somebody who was not one of them settles here what they answered "
        "differently."
    ),
)
_UNANSWERED = (
    later("Nothing is answered on {case}"),
    later(
        "All who marked it finished without an answer, so there is nothing to agree on. Settled as it is, it counts in no "
        "rating; opened again, it can be answered."
    ),
)
HIDDEN = later("Names are hidden until it is settled")
_NOBODYS = later("Nobody’s case yet: {n} of {of} answered. Give it to an inspector, who can then finish it.")
LOCKED = later("All answered it alike: it is agreed with all notes, and locked.")
_CALLED, _KEPT = (later("Marking one"), later("Marking two")), (later("one kept"), later("two kept"))


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
    if item.disputed:
        return say("a marker’s")
    if item.agreed is None:
        return ""
    if item.equal:
        return say("open again") if item.is_open else say("agreed")
    for number, side in enumerate(item.marks, 1):
        if (side.answer, side.text) == (item.agreed, item.text):
            return kept(number)
    return say("written")


def not_finished(facts: Mapping[str, object]) -> str:
    """Who has not finished their marking of a case, and when it can be compared; `facts` are those of NOT_BOTH_DONE."""
    return say(
        "{case} can be compared once everybody has finished; until then nobody sees the others’ answers. "
        "Not finished yet: {waiting}.",
        case=str(facts["case"]),
        waiting=str(facts["waiting"]),
    )


def how_far(markings: Sequence[HowFar]) -> str:
    """How far each marking is, in numbers: "Ruth: 12 of 53 answered, not finished." No answer is told."""
    return " ".join(_how_far(one) for one in markings)


def _how_far(one: HowFar) -> str:
    if not (one.name or one.done):
        return _NOBODYS.say(n=one.answered, of=one.of)
    name = one.name or say("Nobody")
    if one.done:
        return say("{name}: {n} of {of} answered, finished.", name=name, n=one.answered, of=one.of)
    return say("{name}: {n} of {of} answered, not finished.", name=name, n=one.answered, of=one.of)


def heading(number: int) -> str:
    """What a marking is called, by its number from one."""
    return _CALLED[number - 1].say() if number <= len(_CALLED) else say("Marking {number}", number=number)


def kept(number: int) -> str:
    """That a marking was kept, of that number."""
    return _KEPT[number - 1].say() if number <= len(_KEPT) else say("{number} kept", number=number)


def nothing_to_keep(number: int, item: Item) -> str:
    """Why a marking cannot be kept."""
    return say("{item}: nothing to keep. {marking} has no answer.", item=place(item)[0], marking=heading(number))


def insert(number: int) -> str:
    """The button that inserts the note of a marking."""
    said = (later("Insert note one"), later("Insert note two"))
    return said[number - 1].say() if number <= len(said) else say("Insert note {number}", number=number)


def since(marked: Marked) -> str:
    """That a marker changed it after they were done; "" where they did not."""
    if not marked.since:
        return ""
    return say("Changed since it was done, which is not compared. Now: {answer}.", answer=WORDS[marked.now].say())


def spoken(item: Item) -> str:
    """A difference as it is heard in the list."""
    given = [f"{heading(number)}: {WORDS[side.answer].say()}" for number, side in enumerate(item.marks, 1)]
    return ", ".join([" ".join(filter(None, place(item))), *given, how(item) or say("open")])


def state(found: Agreeing) -> str:
    """How far it is, on a chip."""
    if found.settled:
        return say("Settled")
    if found.was_settled:
        return say("To be settled again")
    differ = [item for item in found.items if not item.equal]
    done = sum(not item.is_open for item in differ)
    return say("Settling: {number} of {of}", number=done, of=len(differ))


def heads(found: Agreeing) -> tuple[str, str]:
    """What stands over the differences, and over what all answered alike."""
    equal, of = len(found.figures.agreements), found.figures.items
    return different(found.figures), say("Equal: {number} of {of}", number=equal, of=of)


def different(found: Comparison) -> str:
    """How many items were not answered alike by all, of how many that anybody answered: on every page the same."""
    return say("Different: {number} of {of}", number=found.different, of=found.items)


def different_how(found: Comparison) -> str:
    """How many were answered differently, and how many by some only; "" for none."""
    some = len(found.unanswered)
    said = [
        say("answered differently: {number}", number=len(found.disagreements)),
        *([say("not answered by all: {number}", number=some)] if some else []),
    ]
    return " · ".join(said) if found.different else ""


def equal(found: Agreeing) -> str:
    """How it stands with what all answered alike."""
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
    if item.disputed:
        return say("What a marker agreed does not count. Keep one, two or what you write.")
    if item.agreed is None:
        return say("Still open.")
    if item.equal and item.is_open:
        return say("Open again: all answered alike, but a different answer is agreed. Agree the equal ones.")
    return say("Agreed: {answer} ({how})", answer=WORDS[item.agreed].say(), how=how(item))


def versions(found: Sequence[Conflict]) -> str:
    """The agreed versions that differ, a line each."""
    lines = [
        f"{side.by} · {conflict_words.value(conflict, side.value, {})}" for conflict in found for side in conflict.sides
    ]
    return "\n".join(lines)


def nothing(found: Agreeing | None) -> tuple[str, str]:
    """What stands where there is nothing to settle: no case, or one on which nobody answered anything."""
    word, about = _NOTHING if found is None else _UNANSWERED
    return (word.say() if found is None else word.say(case=found.case_ref)), about.say()


def why_not(found: Agreeing) -> str:
    """Why this person changes nothing here; "" where they may."""
    if found.settled:
        return say("It is settled: the agreed version is the answers of the case, and all markings stay as they were.")
    if found.marker and found.all_marked:
        return say(
            "You marked it, and so did everybody of the team who has a laptop: nobody there can settle it. Add somebody who "
            "did not, such as the quality lead, at Hand-off. Until it is settled the first marking counts."
        )
    if found.marker:
        return say("You marked it, so it is settled by another person of the team, who did not. You can read it here.")
    return ""


def again(found: Agreeing) -> str:
    """Why what was settled has to be settled again; "" where it need not."""
    if found.settled or not found.was_settled:
        return ""
    return say(
        "It was settled, but what is agreed and what counts have come to differ since, as when two people settle it "
        "separately: {number}. Settle it again.",
        number=sum(item.is_open or not item.counts for item in found.items),
    )


def opened_again(found: Agreeing) -> str:
    """That the agreed version is open again."""
    return say("Open again: {case}. Its answers stay as they are until it is settled again.", case=found.case_ref)


def before_settling(found: Agreeing) -> str:
    """What settling does, before it is done."""
    return say(
        "The agreed version becomes the answers of the case and counts in the ratings; who marked it is named then. "
        "Case: {case}",
        case=found.case_ref,
    )


def snapshot(found: Agreeing, now: datetime) -> str:
    """Of when the figures are."""
    return say("As the markings stood when the last was finished: {moment}. Settling does not change this.",
               moment=moment(found.at, now))  # fmt: skip
