"""The words of the page of the cases by their key questions. No Qt."""

from inspector_app.core.domain.by_question import Group, Order, Total
from inspector_app.core.domain.inspection import Answer
from inspector_app.core.services.results.by_question import Asked
from inspector_app.core.services.results.ratings import printed_percent
from inspector_app.core.words import Later, count, later, say

ORDERS: tuple[tuple[Order, Later], ...] = (
    (Order.REFERENCE, later("By reference")),
    (Order.MOST_NO, later("Most No first")),
    (Order.NO_HERE, later("No here first")),
)
_STATES = {
    "YES": later("Yes"), "NO": later("No"), "NA": later("not applicable"), "OPEN": later("not judged"),
    "CONTESTED": later("contested"),
}  # fmt: skip


def state(name: str) -> str:
    """How a case stands on a key question."""
    return _STATES[name].say()


def total(of: Total) -> str:
    """A total in the head of a group; a dash where none is judged."""
    if not of.of:
        return "–"
    return say("{yes} of {of}", yes=of.yes, of=of.of)


def group(of: Group) -> str:
    """The head of a group: its sample, and by what its cases are together."""
    part = of.value[:1].upper() + of.value[1:]
    named = f"{of.title}: {part}" if part else of.title
    return count(len(of.lines), "{named} · {n} case", "{named} · {n} cases", named=named)


def cases(number: int, left_out: int, by_totals: int) -> str:
    """Beside the title: how many there are, how many are not theirs to see, and what is known without any."""
    said = [count(number, "{n} case", "{n} cases")]
    if left_out:
        said.append(count(left_out, "{n} that you mark blind is left out", "{n} that you mark blind are left out"))
    if by_totals:
        said.append(
            count(
                by_totals,
                "{n} key question was entered as totals",
                "{n} key questions were entered as totals",
            )
        )
    return " · ".join(said)


def share(question: Asked) -> str:
    """A key question's judgements: 9 of 15 (60%)."""
    yes, no = question.number(Answer.YES), question.number(Answer.NO)
    if not yes + no:
        return say("Not judged on any case yet.")
    return say("{yes} of {of} ({percent}%)", yes=yes, of=yes + no, percent=printed_percent(yes, yes + no))


def tally(question: Asked) -> str:
    """How often a prompt was answered: 11 Y · 4 N."""
    named = ((Answer.YES, "Y"), (Answer.NO, "N"), (Answer.NA, "n/a"))
    numbers = [(question.number(answer), sign) for answer, sign in named]
    return " · ".join(f"{number} {sign}" for number, sign in numbers if number or sign != "n/a")


def behind(question: Asked) -> str:
    """Over the cases of a prompt, or of the key question itself."""
    ref = f"{question.question} {question.prompt}".strip()
    number = question.number(Answer.NO)
    if not any(question.number(answer) for answer in Answer):
        return say("{ref} on every case, none answered yet", ref=ref)
    if not number:
        return say("{ref} on every case, none with No", ref=ref)
    return count(number, "{ref} on every case, {n} with No", "{ref} on every case, {n} with No", ref=ref)


def spoken(question: Asked) -> str:
    """A prompt as it is heard."""
    return f"{question.prompt}: {question.text} {tally(question)}".strip()
