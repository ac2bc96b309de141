"""What an answer is called."""

from collections import Counter
from collections.abc import Iterable

from inspector_app.core.domain.inspection import Answer
from inspector_app.core.errors import Code, Expected
from inspector_app.core.words import Later, count, later, say

WORDS: dict[Answer | None, Later] = {
    Answer.YES: later("Yes"), Answer.NO: later("No"), Answer.NA: later("n/a"), None: later("unanswered"),
}  # fmt: skip

SENTENCE = later(
    "Those letters look like a sentence and not answers: they changed nothing. Press Enter to write in the note."
)

NO_NOTES = later("Those letters look like a sentence and not answers: they changed nothing. There are no notes here.")

KEYS_OFF = later(
    "Single letters give no answer: Settings says so. Tab goes to the answers of a prompt, and Enter to its note."
)

ANSWER_THEM = later("Answer all the same")

NO_PROMPTS = later("The sources of this framework print no prompts here.")

AS_BEFORE = later("This is where it was answered. That answer was there before, so nothing was undone.")


def a_sentence(taken_back: int) -> str:
    """What is said of letters that turned out to be a sentence; of how many answers, if they had given any."""
    if not taken_back:
        return SENTENCE.say()
    return count(
        taken_back,
        "Those letters look like a sentence: the answer that they gave was undone. Press Enter to write in the note.",
        "Those letters look like a sentence: the {n} answers that they gave were undone. Press Enter to write in "
        "the note.",
    )


def given_again(given: int, of: int) -> str:
    """What is said of answers that were no sentence after all; "2 of 3" where some were refused."""
    if given == of:
        return count(given, "Given again: {n} answer.", "Given again: {n} answers.")
    return count(of, "Given again: {given} of {n} answer.", "Given again: {given} of {n} answers.", given=given)


def given(subject: str, answer: Answer | None) -> str:
    """What was just answered: "Prompt a: Yes"."""
    return say("{subject}: {answer}", subject=subject, answer=WORDS[answer].say())


def judged(question: str) -> str:
    """What the judgement of a key question or theme is called in a line."""
    return say("{question} judged", question=question)


def on_case(case: str, question: str, said: str) -> str:
    """Where that is, for who reads it from elsewhere: "C01 · 2.1.1 · Prompt a: Yes"; no `question` where it is said."""
    return " · ".join(part for part in (case, question, said) if part)


def given_to_explain(subject: str, answer: Answer | None) -> str:
    """The same of a judgement that stays in view for what is written next."""
    return say("{subject}: {answer}. Enter: write why. Down: the next.", subject=subject, answer=WORDS[answer].say())


def given_and_gone_on(subject: str, answer: Answer | None) -> str:
    """The same of a No that nothing explains yet, while the person is on what comes next."""
    return say("{subject}: {answer}. Shift+Enter: write why.", subject=subject, answer=WORDS[answer].say())


def so_far(given: Iterable[Answer | None]) -> str:
    """How the prompts of a key question stand: "2 Yes, 2 No, 4 unanswered"; "" where it has none."""
    tally = Counter(given)
    said = {
        Answer.YES: count(tally[Answer.YES], "{n} Yes", "{n} Yes"),
        Answer.NO: count(tally[Answer.NO], "{n} No", "{n} No"),
        Answer.NA: count(tally[Answer.NA], "{n} n/a", "{n} n/a"),
        None: count(tally[None], "{n} unanswered", "{n} unanswered"),
    }
    return ", ".join(words for answer, words in said.items() if tally[answer])


def refused(error: Expected) -> str:
    """Whose case it is, where what one can do there is offered beside it and need not be said; "" for all other reasons."""
    if error.code is not Code.CASE_NOT_YOURS:
        return ""
    return say("{case} is {name}’s case. Nothing was changed.", case=error.facts["case"], name=error.facts["whose"])
