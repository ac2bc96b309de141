"""What people decide about ratings: those given by judgement, and the ratings panel's discretion beside the computed ones.

Each of these is one step of the item's history, which `editor.undo` takes back. All raise Expected as Editor.set.
"""

from inspector_app.core.domain.changes import Edit
from inspector_app.core.domain.framework import Framework, Scale
from inspector_app.core.domain.ids import EntityId
from inspector_app.core.services.editor import Done
from inspector_app.core.services.workspace import Workspace

DECISION = ("to", "reason", "question")  # the fields of a decision of the panel


def given_in(framework: Framework) -> str:
    """The field of a rating given by judgement: stars, in a framework that has stars, or else a word."""
    return "stars" if framework.rating.scale is Scale.STARS else "rating"


def give(workspace: Workspace, subject: str, word: str | None) -> Done:
    """Rate a subject (1.1, V1.2, V1, T1) by judgement with a word of the framework; None takes the rating away."""
    field = given_in(workspace.framework)
    value = workspace.framework.rating.points(word) if word and field == "stars" else word
    return workspace.editor.set("rating", subject, field, value)


def score(workspace: Workspace, theme: str, percent: int | None) -> Done:
    """Give a theme its case assessment score; None takes it away."""
    return workspace.editor.set("rating", theme, "case_score", percent)


def decide(workspace: Workspace, standard: str, word: str | None) -> Done:
    """The panel decides a rating; the computed one stays as it is beside it. None: this word is no longer decided."""
    return workspace.editor.set("panel", standard, "to", word)


def mark_on(workspace: Workspace, standard: str, question: str | None) -> Done:
    """Say on which key question the decision is marked; None for the standard as a whole."""
    return workspace.editor.set("panel", standard, "question", question)


def withdraw(workspace: Workspace, standard: str) -> Done:
    """Withdraw the panel's decision with all that was written on it."""
    item = EntityId(standard)
    return workspace.editor.do(standard, [Edit("panel", item, field, None) for field in DECISION])
