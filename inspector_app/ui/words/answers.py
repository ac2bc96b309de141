"""What an answer is called."""

from inspector_app.core.domain.inspection import Answer

WORDS: dict[Answer | None, str] = {Answer.YES: "Yes", Answer.NO: "No", Answer.NA: "n/a", None: "unanswered"}
