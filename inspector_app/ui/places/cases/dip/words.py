"""What the page of the dip sample says."""

from collections.abc import Sequence

from inspector_app.core.domain.cases.verified import ItemRow
from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.inspection import Answer
from inspector_app.core.services.cases.dipping import Dip
from inspector_app.core.words import count, later, say, shortened
from inspector_app.ui.words import verified

NOTHING = (
    later("No cases are drawn yet"),
    later(
        "Draw some cases to look at again. They are drawn from a seed: with the same seed and the same cases, "
        "anybody draws the same ones, without this program."
    ),
)
UNANSWERED = (
    later("Nothing is answered on this case"),
    later("Each prompt and key question can be verified here once somebody has answered it."),
)
AGAIN = later(
    "To draw the same again: put the references in the order of the SHA-256 of the seed, a space and the "
    "reference, and take the first."
)
_ANSWERS = {Answer.YES: later("Yes"), Answer.NO: later("No"), Answer.NA: later("Not applicable")}
_SHORT = 60


def drawn(found: Dip) -> str:
    """By what seed, and how many of how many."""
    among = count(len(found.among), "drawn from {n} case", "drawn from {n} cases")
    return f"{say('Seed: {seed}', seed=found.seed)} · {len(found.drawn)} {among}"


def case(ref: str, rows: Sequence[ItemRow]) -> str:
    """A case in the list: how much of what is answered on it is verified, and how much lapsed."""
    if not rows:
        return f"{ref}\n{say('Nothing answered')}"
    stand, lapsed = sum(row.stands for row in rows), sum(row.lapsed for row in rows)
    said = say("{number} of {of} verified", number=stand, of=len(rows))
    return f"{ref}\n{said}" + (f" · {count(lapsed, '{n} lapsed', '{n} lapsed')}" if lapsed else "")


def item(row: ItemRow) -> str:
    """An item in the list: where it is, its answer, its first words, and how it is verified."""
    short = shortened(" ".join(row.text.split()), _SHORT)
    return "\n".join(
        part for part in (f"{verified.place(row.ref)} · {answer(row)}", short, verified.state(row)) if part
    )


def asked(framework: Framework, row: ItemRow) -> str:
    """What was asked, with its reference, so that one knows what one verifies without a way to the case."""
    ref, _, prompt = row.ref.partition("/")
    _, question = framework.questions[ref]
    text = {one.ref: one.text for one in question.prompts}.get(prompt, question.text)
    return say("{item}: {text}", item=verified.place(row.ref), text=text)


def answer(row: ItemRow) -> str:
    """What was answered."""
    if row.contested:
        return say("contested")
    return str(_ANSWERS[row.answer]) if row.answer else say("No answer")
