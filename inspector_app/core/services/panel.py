"""What people decide about ratings: those given by judgement, and the ratings panel's discretion beside the computed ones.

Each of these is one step of the item's history, which `editor.undo` takes back. All raise Expected as Editor.set.
"""

from collections.abc import Mapping

from inspector_app.core.domain.changes import Edit
from inspector_app.core.domain.fields import Value
from inspector_app.core.domain.framework import Framework, Scale
from inspector_app.core.domain.ids import EntityId
from inspector_app.core.rating.unknown import UnknownRating, unknown
from inspector_app.core.services.editor import Done
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage import read

DECISION = ("to", "reason", "question")  # the fields of a decision of the panel


def given_in(framework: Framework) -> str:
    """The field of a rating given by judgement: stars, in a framework that has stars, or else a word."""
    return "stars" if framework.rating.scale is Scale.STARS else "rating"


def given(framework: Framework, word: str | None) -> Value:
    """A word of the framework as that field holds it; None where none is chosen."""
    return framework.rating.points(word) if word and given_in(framework) == "stars" else word


def word_of(framework: Framework, value: Value) -> str | None:
    """The word of the framework that the field holds; None for none."""
    if given_in(framework) == "rating":
        return str(value) if value else None
    return next((w.word for w in framework.rating.words if value and w.points == value), None)


def unknown_ratings(workspace: Workspace) -> tuple[UnknownRating, ...]:
    """The ratings, given or decided, that count as none because the framework has no such word."""
    with workspace.database.read() as connection:
        return unknown(workspace.framework, read.given_ratings(connection), read.panel_decisions(connection))


def withdraw(workspace: Workspace, standard: str, over: Mapping[str, Value]) -> Done:
    """Withdraw the panel's decision with all that was written on it, in the place of what was shown (Edit.over, by field)."""
    edits = [Edit("panel", EntityId(standard), field, None, over=over.get(field)) for field in DECISION]
    return workspace.editor.do(standard, edits)
