"""The numbered lines of a case on paper: every prompt and every key question's own judgement, each with a short code.

A line's code is its number on the case, from 1 in the framework's order (the prompts of a key question, then its judgement),
and a check letter: 17K. The letter is that of the number plus a start of the framework, its version and the sample, counted
round nineteen letters that are not mistaken for one another or for an answer. Nineteen is prime, so one wrong digit, two
digits swapped, or a pack of another sample or framework nearly always gives another letter.
"""

from dataclasses import dataclass

from inspector_app.core.domain.framework import Framework, KeyQuestion, Prompt, Standard

LETTERS = "ABCDEFGHJKLMPRTUVWX"  # without I O Q S Z, which look like digits, and without Y and N, which are answers


@dataclass(frozen=True, slots=True)
class CaseLine:
    """One line. `prompt` None: the key question's own judgement."""

    number: int
    letter: str
    standard: Standard
    question: KeyQuestion
    prompt: Prompt | None

    @property
    def code(self) -> str:
        """What is printed beside it: 17K."""
        return f"{self.number}{self.letter}"

    @property
    def path(self) -> str:
        """The part of its item's id that follows the case: 2.1.1 or 2.1.1/a."""
        return f"{self.question.ref}/{self.prompt.ref}" if self.prompt else self.question.ref


def lines(framework: Framework, sample: str) -> tuple[CaseLine, ...]:
    """The lines of a case of that sample, the same on every laptop; none where nothing is asked case by case."""
    asked = [
        (standard, question, prompt)
        for standard, question in framework.sample_questions(sample)
        for prompt in (*question.prompts, None)
    ]
    start = sum(map(ord, f"{framework.id}/{framework.version}/{sample}"))
    return tuple(
        CaseLine(number, LETTERS[(number + start) % len(LETTERS)], *parts)
        for number, parts in enumerate(asked, start=1)
    )
