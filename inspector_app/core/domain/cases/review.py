"""The review of a case: how far it is, what was said of it, and whether it changed since it was submitted or accepted."""

import hashlib
from dataclasses import dataclass

SUBMITTED, RETURNED, ACCEPTED = "submitted", "returned", "accepted"
NOT_BEGUN, IN_PROGRESS = "not-begun", "in-progress"  # what a case is at that nobody has submitted


def unsubmitted(begun: bool) -> str:
    """What a case is at that nobody has submitted: NOT_BEGUN until somebody answered or wrote something on it."""
    return IN_PROGRESS if begun else NOT_BEGUN


@dataclass(frozen=True, slots=True)
class Stage:
    """Where a case is in its review: "" (nobody has submitted it), submitted, returned or accepted.

    `by` is a name and `at` ISO 8601 UTC; both are "" while nobody has submitted it. `contested`: two people moved it on
    differently, each without knowing of the other. `open_comments` counts those not answered yet. `reason`: why who judged
    it accepted it, or why it was opened again afterwards. `changed`: it says something else than when it was submitted or
    accepted, whichever it is. `begun`: somebody answered or wrote something on it.
    """

    stage: str = ""
    reason: str = ""
    by: str = ""
    at: str = ""
    changed: bool = False
    open_comments: int = 0
    contested: bool = False
    begun: bool = False


SUBMIT, RETURN, ACCEPT, REOPEN = "submit", "return", "accept", "reopen"  # what moves a case on


@dataclass(frozen=True, slots=True)
class CommentRow:
    """A reviewer's comment. `about` is the id of the judgement or prompt, or of the case itself (`question` is then "").

    `prompt` None: about the key question's own judgement. `by` is the name of who made it, `at` when (ISO 8601, UTC).
    """

    id: str
    about: str
    question: str
    prompt: str | None
    text: str
    by: str
    at: str
    answered: bool


def digest(said: str) -> str:
    """The digest of what a case says (storage/reading/read_review.py), to tell later whether it says the same (SHA-256, hex).

    It is made of values, not of change ids: so it is the same on every laptop with the same work, whether two people wrote
    one value apart or one after the other, and a change that was undone again leaves it as it was.
    """
    return hashlib.sha256(said.encode()).hexdigest()
