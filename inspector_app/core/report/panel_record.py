"""What the panel's copy tells beside its decisions: the members' own ratings that were opened, what the service was told."""

from collections.abc import Iterator

from inspector_app.core.domain.draft.copies import MemberSaid, ToldThen
from inspector_app.core.report.content import Block, Label, table_of_texts
from inspector_app.core.words import say


def members(said: tuple[MemberSaid, ...]) -> Iterator[Block]:
    """What each member would have rated before the panel met, why, and what interest they declared."""
    if not said:
        return
    yield Label(say("Members’ own ratings, before the panel met"))
    titles = ((say("Standard"), 11), (say("Member"), 19), (say("Rating"), 18), (say("Reason"), 34),
              (say("Conflict of interest"), 18))  # fmt: skip
    yield table_of_texts(titles, [(one.standard, one.name, one.rating, one.reason, one.interest) for one in said])


def told(entries: tuple[ToldThen, ...]) -> Iterator[Block]:
    """What the service was told before the ratings were final, and why it changed since."""
    if not entries:
        return
    yield Label(say("What the service was told before the ratings were final"))
    titles = ((say("Day"), 14), (say("Who was told"), 18), (say("What was said"), 28), (say("Changed since"), 20),
              (say("Why"), 20))  # fmt: skip
    yield table_of_texts(titles, [(one.day, one.whom, one.said, one.changed, one.why) for one in entries])
