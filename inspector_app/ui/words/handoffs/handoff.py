"""Packages in words: what went out, what one brings, and what came of bringing it in."""

from collections.abc import Sequence
from datetime import datetime

from inspector_app.core.domain.days import when
from inspector_app.core.services.handoffs import Exported, Received
from inspector_app.core.words import count, listed, say
from inspector_app.ui.words import contents
from inspector_app.ui.words.handoffs.ledger import missing
from inspector_app.ui.words.handoffs.trust import besides


def went(sent: Exported, *, receipt: bool = False) -> str:
    """For whom a package is, how large and where; what is in it was said before."""
    names = listed(sent.recipients)
    if receipt:
        return say("A receipt for {names}: {where}", names=names, where=sent.path)
    size, where = contents.size(sent.size), "\n".join(map(str, sent.parts or [sent.path]))
    if sent.everything:
        head = say("The whole inspection for {names}, {size}: {where}", names=names, size=size, where=where)
    else:
        head = say("For {names}, {size}: {where}", names=names, size=size, where=where)
    nothing = [] if sent.steps else [say("No work, only what has arrived here.")]
    return "\n".join([head, *nothing, _pass_it_on(sent)])


def _pass_it_on(sent: Exported) -> str:
    """What comes next: the file is made, and nobody has it yet."""
    if sent.everything:
        return say(
            "Now pass the file on: anybody joining chooses it at Join from a package, and others take it at Hand-off."
        )
    return say("Now pass the file on: they take it at Hand-off.")


def joined(own: int) -> str:
    """That somebody is in an inspection now, how many cases are theirs, and what comes next."""
    yours = count(own, "{n} case is yours.", "{n} cases are yours.") if own else say("No case is yours yet.")
    return say("You have joined. {cases} Each evening give a package at Hand-off, and take those you get.", cases=yours)


def brings(found: Received, now: datetime) -> str:
    """What importing a package would do, a line for each thing."""
    made = when.moment(found.made, now)
    head = say("Made by {name}: {moment}. The signature is theirs.", name=found.sender, moment=made)
    if found.nothing_new:
        told = [say("Everything in it is here already. Taking it notes what {name} has.", name=found.sender)]
    else:
        told = [
            *contents.lines(found.contents),
            *_people(found),
            *_contested(found),
            *_own(found),
            say("Nothing is lost."),
        ]
    return "\n".join([head, *told, *_gap(found), *besides(found)])


def contests(found: Received) -> list[str]:
    """Of the lines of `brings` those that say what is contested."""
    return [] if found.nothing_new else _contested(found)


def brought(found: Sequence[Received]) -> str:
    """What importing packages did."""
    return "\n".join(line for one in found for line in (*_imported(one), *_gap(one), *besides(one)))


def _imported(found: Received) -> list[str]:
    if found.nothing_new:
        return [say("Taken from {name}: everything was here already.", name=found.sender)]
    what = "; ".join(contents.lines(found.contents)) or say("no value changes")
    return [say("Taken from {name}: {what}.", name=found.sender, what=what), *_people(found), *_contested(found)]


def _people(found: Received) -> list[str]:
    """What it changes for people: whose cases are now, what this person is asked for, and what is finished."""
    said = [_passed(name, contents.refs(cases), len(cases)) for name, cases in found.passed_on]
    if found.to_mark:
        refs = contents.refs(found.to_mark)
        said.append(say("You are asked for a blind second marking: {refs}.", refs=refs))
    if found.marked:
        refs = contents.refs(found.marked)
        said.append(say("A marking is finished; once both are, they can be compared: {refs}.", refs=refs))
    return said


def _passed(name: str | None, refs: str, number: int) -> str:
    if name is None:
        return count(number, "{refs} is now your case.", "{refs} are now your cases.", refs=refs)
    if not name:
        return count(number, "{refs} is now nobody’s case.", "{refs} are now nobody’s cases.", refs=refs)
    return count(number, "{refs} is now {name}’s case.", "{refs} are now {name}’s cases.", refs=refs, name=name)


def _contested(found: Received) -> list[str]:
    """What two people wrote differently, and in what."""
    if not found.contested:
        return []
    there = contents.places(found.contested_in)
    where = [say("Contested in: {places}.", places=there)] if there else []
    both = count(
        found.contested,
        "{n} thing is contested: both values are kept until somebody settles it.",
        "{n} things are contested: both values of each are kept until somebody settles it.",
    )
    return [both, *where]


def _own(found: Received) -> list[str]:
    """What becomes of the answers that are this person's to give."""
    if not found.own_answers and not found.own_contested:
        # of a case that was one's own until now an answer may be contested: then nothing is promised
        return [] if found.contested and found.passed_on else [say("No answer in your own cases changes.")]
    changed = count(found.own_answers, "{n} answer in your own cases changes.", "{n} answers in your own cases change.")
    apart = count(
        found.own_contested,
        "{n} answer in your own cases becomes contested: it counts as unanswered until it is settled.",
        "{n} answers in your own cases become contested: they count as unanswered until they are settled.",
    )
    return [text for number, text in ((found.own_answers, changed), (found.own_contested, apart)) if number]


def _gap(found: Received) -> list[str]:
    """Sentences on what has not come yet."""
    if not found.missing:
        return []
    usable = count(
        len(found.missing),
        "This package can be used all the same; it can come later.",
        "This package can be used all the same; they can come later.",
    )
    return [missing(found.missing, found.sender), usable]
