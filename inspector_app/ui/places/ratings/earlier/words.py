"""What the page of earlier inspections says."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from inspector_app.core.domain.collection import Collected, Question, Standard
from inspector_app.core.domain.days import when
from inspector_app.core.domain.text.names import shown
from inspector_app.core.errors import Expected
from inspector_app.core.rating import beside_words
from inspector_app.core.rating.method import printed_percent
from inspector_app.core.words import count, later, say
from inspector_app.ui.errors import sentence

NOTHING = (
    later("No earlier inspections yet"),
    later(
        "Their ratings are shown here beside this one’s. Add sealed ratings (.json), documents of answers or of "
        "totals (.json), or inspections on this laptop (.inspection). Nothing is added to this inspection, and "
        "ratings under different frameworks are never combined."
    ),
)
NOTHING_TO_PRINT = later("Nothing to print yet. Add an earlier inspection first.")
FILES = later("Sealed ratings, documents and inspections (*.json *.inspection)")


def counted(others: int) -> str:
    """How many stand beside this one."""
    return count(others, "{n} beside this one", "{n} beside this one")


def head(one: Collected, *, this: bool) -> str:
    """Which inspection a line is: on the screen two short lines."""
    parts = [when.month(one.start), say("this one") if this else beside_words.kind(one)]
    if one.provisional:
        parts.append(say("provisional"))
    return f"{one.service}\n{' · '.join(parts)}"


def heard(one: Collected, *, this: bool) -> str:
    """The same, as it is heard and stands in the tip."""
    said = beside_words.inspection(one)
    return f"{say('This inspection')}: {said}" if this else said


def rate_short(question: Question | None) -> tuple[str, str]:
    """How the cases of a key question were judged: the percent, and beneath it of how many; or how people rated it."""
    if question is None or not question.of:
        return beside_words.rate(question), ""
    percent = say("{percent}%", percent=printed_percent(question.yes, question.of))
    return percent, say("{yes} of {of}", yes=question.yes, of=question.of)


def cell(inspection: Collected, ref: str, value: Standard | Question | str | None) -> str:
    """A cell as it is heard: of which inspection, on what, and what it says."""
    said = (
        beside_words.rate(value)
        if isinstance(value, Question)
        else value
        if isinstance(value, str)
        else beside_words.rating(value)
    )
    return f"{inspection.service}, {ref}: {said}"


def refused(found: Mapping[Path, Expected]) -> str:
    """What could not be read, and why."""
    head_ = count(
        len(found), "{n} of the chosen files could not be read:", "{n} of the chosen files could not be read:"
    )
    return "\n".join([head_, *(f"{shown(path.name)}: {sentence(error)}" for path, error in found.items())])


def same(name: str) -> str:
    """What is said of a file that holds what this inspection says."""
    return say(
        "{file}: these are the ratings of this inspection as they stand, so it has no line of its own.",
        file=shown(name),
    )


def compared(sentences: Sequence[str]) -> str:
    """What may be compared, and what may not."""
    return " ".join(sentences)
