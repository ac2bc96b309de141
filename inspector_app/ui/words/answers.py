"""What an answer is called."""

from inspector_app.core.domain.inspection import Answer
from inspector_app.core.words import Later, later, say

WORDS: dict[Answer | None, Later] = {
    Answer.YES: later("Yes"), Answer.NO: later("No"), Answer.NA: later("n/a"), None: later("unanswered"),
}  # fmt: skip

SENTENCE = later(
    "Those letters are a sentence, and no answers: they changed nothing. Enter opens the note, to write in."
)


def given(subject: str, answer: Answer | None) -> str:
    """What was just answered: "Prompt a: Yes"."""
    return say("{subject}: {answer}", subject=subject, answer=WORDS[answer].say())
