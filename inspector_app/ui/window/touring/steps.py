"""What the tour asks for, one thing after another, and how it is known that it was done. No widgets."""

from collections.abc import Callable
from dataclasses import dataclass

from inspector_app.core.domain.inspection import Inspection
from inspector_app.core.words import say
from inspector_app.ui import actions, letters


@dataclass(frozen=True, slots=True)
class Seen:
    """Where the person is, whether a text is in hand, and the inspection as it was when the step began and as it is now."""

    page: str
    typing: bool
    before: Inspection
    now: Inspection


@dataclass(frozen=True, slots=True)
class Step:
    """What to do, as a sentence with the keys that are in use, and whether it was done; the last is never done."""

    words: Callable[[], str]
    done: Callable[[Seen], bool]


def _open() -> str:
    return say(
        "Choose a case with the arrows and press Enter: it opens where there is something to judge. The list: {key}",
        key=actions.keys("cases"),
    )


def _answer() -> str:
    return say(
        "The arrows go from prompt to prompt. Answer one, or change its answer. The keys that answer: {keys}",
        keys=letters.all_shown() or say("off"),
    )


def _note() -> str:
    return say(
        "Press Enter to go into the note beside it, type a few words, then press Esc. There is no Save to press."
    )


def _undo() -> str:
    return say("Undo what you did last: {key}", key=actions.keys("undo"))


def _week() -> str:
    return say(
        "Go to the week and write into a day: 9.30 interview C04. Then press Enter. The keys, one after the other: {keys}",
        keys=" ".join((actions.keys("week"), actions.keys("add-event"))),
    )


def _ratings() -> str:
    return say(
        "See the ratings that the answers make, and how far each is from the next one. Ratings: {key}",
        key=actions.keys("ratings"),
    )


def _find() -> str:
    return say("Look for any word that anybody has written. Find: {key}", key=actions.keys("find"))


def _end() -> str:
    return say(
        "That is how a week goes. Look around as long as you like. Help at the page you are on: {key}",
        key=actions.keys("guide"),
    )


STEPS: tuple[Step, ...] = (
    Step(_open, lambda seen: seen.page == "case"),
    Step(_answer, lambda seen: _answers(seen.now) != _answers(seen.before)),
    # Not before it is left: what is typed on would be taken for the undo that is asked for next.
    Step(_note, lambda seen: not seen.typing and _notes(seen.now) != _notes(seen.before)),
    Step(_undo, lambda seen: _answered(seen.now) != _answered(seen.before)),
    Step(_week, lambda seen: seen.now.events != seen.before.events),
    Step(_ratings, lambda seen: seen.page == "ratings"),
    Step(_find, lambda seen: seen.page == "find"),
    Step(_end, lambda _: False),
)


def _answers(inspection: Inspection) -> object:
    return (
        {(p.case, p.question, p.prompt): p.answer for p in inspection.prompts},
        {(j.case, j.question): j.answer for j in inspection.judgements},
    )


def _notes(inspection: Inspection) -> object:
    return (
        {(p.case, p.question, p.prompt): p.note for p in inspection.prompts if p.note},
        {(j.case, j.question): j.rationale for j in inspection.judgements if j.rationale},
    )


def _answered(inspection: Inspection) -> object:
    return _answers(inspection), _notes(inspection)
