"""What the page of a returned draft says: of the copy, of a difference, of a comment."""

from datetime import datetime

from inspector_app.core.domain.days import when
from inspector_app.core.domain.draft.copies import NAMES
from inspector_app.core.domain.returned.difference import Difference, Returned, Said, What
from inspector_app.core.domain.returned.hunks import State
from inspector_app.core.words import count, later, say, shortened
from inspector_app.ui.words.diff import Kind, Part, diff

NOTHING = (
    later("No draft has come back yet"),
    later(
        "When a draft that was saved for Word comes back, its changes and comments are listed here, each beside "
        "the text as it was, for you to take or leave. Nothing is taken until you say so. Choose the file that "
        "came back."
    ),
)
BEGUN = later("A returned draft is not looked through yet")
NO_DIFFERENCE = (
    later("Nothing differs"),
    later("This copy reads as the texts do, and nobody commented on it."),
)
_SHORT = 60  # letters of what a difference is about, in the list
_WHAT = {
    What.WORDS: later("Words changed"),
    What.NEW: later("New text"),
    What.GONE: later("Text deleted"),
    What.ORDER: later("Order changed"),
    What.PRINTED: later("What the program prints was changed"),
}
_STATES = {
    State.OPEN: later("open"),
    State.TAKEN: later("the text says so"),
    State.APART: later("the text has been changed here since"),
}
_PRINTED = later(
    "This part comes from the data or the framework and is not written by anybody. If the service is right, "
    "change what it comes from."
)
_APART = later("The words that it was made on are no longer there. Go to the text and write what it should say.")
IS_POINT = {
    Said: later("This comment is kept as a point on factual accuracy."),
    Difference: later("This change is kept as a point on factual accuracy."),
}
_UNKNOWN = later(
    "It is no longer known how the text read when the copy was made: this is shown beside the text as it is today."
)


def begun(file: str) -> str:
    """What is said of a draft that was being looked through when the program was closed."""
    return say("{file}: you have not finished looking through it. Continue, or choose another file.", file=file)


def can_be_point(one: Difference | Said) -> bool:
    """Whether it says something that can be kept as a point: a comment, or a change of words."""
    return isinstance(one, Said) or bool(one.removed.strip() or one.added.strip())


def of_copy(came: Returned) -> str:
    """Which copy it is, and what became of its texts here meanwhile."""
    said = []
    if came.stamp is not None:
        said.append(
            say("{copy}, data as at {time}.", copy=str(NAMES[came.stamp.scope]), time=when.printed(came.stamp.made))
        )
    if came.changed_since:
        said.append(
            count(
                came.changed_since, "{n} text has been changed here since.", "{n} texts have been changed here since."
            )
        )
    if came.unknown:
        said.append(
            count(
                came.unknown,
                "It is not known how {n} text read then.",
                "It is not known how {n} texts read then.",
            )
        )
    if came.gone_since:
        said.append(
            count(came.gone_since, "{n} text has been deleted here since.", "{n} texts have been deleted here since.")
        )
    if came.pictures:
        said.append(count(came.pictures, "{n} picture in it is not read.", "{n} pictures in it are not read."))
    return " ".join(said)


def counted(came: Returned, still: int) -> str:
    """How many there are."""
    parts = (
        count(len(came.differences), "{n} difference", "{n} differences"),
        count(still, "{n} open", "{n} open"),
        count(len(came.said), "{n} comment", "{n} comments"),
    )
    return " · ".join(parts)


def line(one: Difference | Said, state: State | None, *, left: bool, is_point: bool) -> str:
    """A line of the list: its words, where it is, what it is, how it stands."""
    if isinstance(one, Said):
        kind = say("Kept as a point") if is_point else say("Comment")
        return f"{one.place or say('Comment')}\n{kind}: {_short(one.text)}"
    stands = say("left") if left and state is State.OPEN else standing(one, state)
    changed = " → ".join(f"“{_short(text)}”" for text in (one.removed, one.added) if text.strip())
    about = " · ".join(part for part in (one.place, str(_WHAT[one.what]), stands) if part)
    return "\n".join(part for part in (changed, about) if part)


def standing(one: Difference, state: State | None) -> str:
    """How a difference stands."""
    if one.what is What.PRINTED:
        return say("no text")
    return str(_STATES[state or State.OPEN])


def title(one: Difference | Said) -> str:
    """What it is, for its heading."""
    return say("Comment") if isinstance(one, Said) else str(_WHAT[one.what])


def about(one: Difference | Said) -> str:
    """Where it is, who made it and when, as the document says."""
    return " · ".join(part for part in (one.place, one.by, _moment(one.at)) if part)


def explained(one: Difference | Said, state: State | None) -> str:
    """What keeps it from being taken, or makes it doubtful; "" for nothing."""
    if isinstance(one, Said):
        return ""
    if one.what is What.PRINTED:
        return str(_PRINTED)
    if state is State.APART:
        return str(_APART)
    return "" if one.known_base else str(_UNKNOWN)


def parts(one: Difference | Said) -> list[Part]:
    """It as words that are struck out, put in, or stay."""
    if isinstance(one, Said):
        return [Part(Kind.SAME, one.text)]
    if one.what is What.ORDER:
        return [Part(Kind.SAME, one.added)]
    return [
        Part(Kind.SAME, one.before),
        *(diff(one.removed, one.added) if one.removed or one.added else [Part(Kind.SAME, "–")]),
        Part(Kind.SAME, one.after),
    ]


def _moment(at: str) -> str:
    try:
        return when.printed(datetime.fromisoformat(at).astimezone()) if at else ""
    except (ValueError, OverflowError):
        return ""


def _short(text: str) -> str:
    return shortened(" ".join(text.split()), _SHORT)
