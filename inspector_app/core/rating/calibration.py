"""Calibration: constructed cases with definitive answers, marked blind by the team; what comes of it is by prompt. Pure.

Nobody is named in it, and nobody is ranked: what is asked is which prompt people read differently.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.inspection import Answer

LEAST_SETS = 3  # of fewer people's marks the others could tell whose is whose
LEAST_MORE = 2  # of one more the difference from the last result would be theirs
Marks = Mapping[tuple[str, str], Answer]  # by case and item (2.1.1 or 2.1.1/a)


@dataclass(frozen=True, slots=True)
class Definitive:
    """The answer to an item of a constructed case, and why it is that."""

    case: str
    item: str
    answer: Answer
    reason: str


@dataclass(frozen=True, slots=True)
class ConstructedCase:
    """A case that is made up, and how it is to be answered."""

    ref: str
    title: str
    sample: str
    text: str
    answers: tuple[Definitive, ...]


@dataclass(frozen=True, slots=True)
class CalibrationSet:
    """Constructed cases for some frameworks (their ids). `notice` says that, and by whom, they are constructed."""

    id: str
    title: str
    notice: str
    frameworks: tuple[str, ...]
    cases: tuple[ConstructedCase, ...]

    @property
    def answers(self) -> tuple[Definitive, ...]:
        """Every item, in order."""
        return tuple(answer for case in self.cases for answer in case.answers)


@dataclass(frozen=True, slots=True)
class Differs:
    """An item of a case: how many gave the definitive answer, and how many each other; `open` gave none."""

    definitive: Definitive
    as_definitive: int
    others: tuple[tuple[Answer, int], ...]
    open: int


@dataclass(frozen=True, slots=True)
class ByPrompt:
    """A prompt or key question over all cases: of so many answers so many were the definitive one."""

    item: str
    agreed: int
    of: int


def differences(known: CalibrationSet, sets: Sequence[Marks]) -> tuple[Differs, ...]:
    """Each item with how it was answered, in the order of the set."""
    return tuple(_differs(one, [marks.get((one.case, one.item)) for marks in sets]) for one in known.answers)


def _differs(one: Definitive, given: Sequence[Answer | None]) -> Differs:
    counted = ((answer, given.count(answer)) for answer in Answer if answer is not one.answer)
    return Differs(one, given.count(one.answer), tuple((answer, n) for answer, n in counted if n), given.count(None))


def by_prompt(found: Sequence[Differs]) -> tuple[ByPrompt, ...]:
    """The prompts by how often they were answered otherwise, the most first; those nobody answered are left out."""
    items: dict[str, list[int]] = {}
    for one in found:
        sums = items.setdefault(one.definitive.item, [0, 0])
        sums[0] += one.as_definitive
        sums[1] += one.as_definitive + sum(number for _, number in one.others)
    rows = [ByPrompt(item, agreed, of) for item, (agreed, of) in items.items() if of]
    return tuple(sorted(rows, key=lambda row: (row.agreed / row.of, row.item)))


def text_of(framework: Framework, item: str) -> str:
    """The words of what is asked: of a key question ("2.1.1"), or of a prompt of one ("2.1.1/a")."""
    question, _, letter = item.partition("/")
    return framework.questions[question][1].text_of(letter)
