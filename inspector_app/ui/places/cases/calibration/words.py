"""What the page of calibration says."""

from collections.abc import Sequence

from inspector_app.core.rating.calibration import ByPrompt, Definitive, Differs
from inspector_app.core.services.results.calibration import Mine
from inspector_app.core.words import count, later, listed, say
from inspector_app.ui.words.answers import WORDS
from inspector_app.ui.words.verified import place

NOTHING = later("No cases to mark here")
NONE = later(
    "There are no constructed cases for this framework. The inspectorate’s own set is a file in the folder "
    "“calibration” in the profile folder."
)
BLIND = later(
    "Your marks stay on this laptop and do not count towards any rating. The definitive answers are shown once "
    "you have given all of yours and say that you are done."
)
SURE = later("From then on the definitive answers are shown, and your marks can no longer change.")
RESULTS = later("Differences by prompt")
APART = later("Nothing differs from the definitive answers here.")
YOURS = later("Your own marks, with those answered differently first")


def how_far(mine: Mine) -> str:
    """How far one is with a set."""
    if mine.finished:
        return say("You are done: your marks can no longer change.")
    return count(mine.left, "{n} item to answer", "{n} items to answer") if mine.left else say("All answered")


def of_case(mine: Mine, ref: str, title: str) -> str:
    """A case in the list."""
    asked = [one for one in mine.of.answers if one.case == ref]
    answered = sum((one.case, one.item) in mine.marks for one in asked)
    return f"{ref}  {title}\n{say('{number} of {of} answered', number=answered, of=len(asked))}"


def whose(people: int) -> str:
    """Whose marks are counted; nobody is named."""
    if people < 2:
        return YOURS.say()
    return count(
        people,
        "Marks of {n} person, with those answered differently first",
        "Marks of {n} people, with those answered differently first",
    )


def prompt(row: ByPrompt, text: str) -> str:
    """A prompt in the list of differences."""
    said = say("{agreed} of {of} as in the definitive answers", agreed=row.agreed, of=row.of)
    return f"{place(row.item)} · {said}\n{text}"


def definitive(one: Definitive) -> str:
    """The answer to an item, and why."""
    return f"{say('Definitive: {answer}', answer=WORDS[one.answer].say())} · {one.reason}"


def differing(found: Sequence[Differs]) -> str:
    """On which cases an item was answered otherwise, how often, and why the definitive answer is what it is."""
    parts = [_one(one) for one in found if one.others or one.open]
    return "\n\n".join(parts) or APART.say()


def _one(one: Differs) -> str:
    known = one.definitive
    others = [f"{WORDS[answer].say()} {number}" for answer, number in one.others]
    others += [f"{say('not answered')} {one.open}"] if one.open else []
    return f"{known.case} · {WORDS[known.answer].say()} {one.as_definitive}; {listed(others)}\n{definitive(known)}"
