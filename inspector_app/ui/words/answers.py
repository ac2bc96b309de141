"""What an answer is called."""

from inspector_app.core.domain.inspection import Answer
from inspector_app.core.words import Later, later

WORDS: dict[Answer | None, Later] = {
    Answer.YES: later("Yes"), Answer.NO: later("No"), Answer.NA: later("n/a"), None: later("unanswered"),
}  # fmt: skip
