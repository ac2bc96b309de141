"""How far each marking of a case is, as numbers alone: whoever waits for it sees that it goes on, and no answer of it."""

from dataclasses import dataclass

from inspector_app.core.domain.cases.second_marking import FIRSTS, SECONDS, Asked, Kept
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.reading import read, read_answers, read_marking


@dataclass(frozen=True, slots=True)
class HowFar:
    """A marking: whose it is (a name, "" for nobody's), how many of how many are answered, whether it is done."""

    name: str
    answered: int
    of: int
    done: bool


def of_case(workspace: Workspace, case_id: str) -> tuple[HowFar, ...]:
    """The first marking and then the others, as far as this laptop knows; none where the case is not marked twice.

    Who marks it blind is told of their own alone: how the first gets on would tell them something of it.
    """
    row = workspace.case_row(case_id)
    with workspace.database.read() as connection:
        asked = read_marking.second_marking(connection, case_id)
        if asked is None:
            return ()
        names = read.names(connection)
        return tuple(
            HowFar(
                name=names.get(person, "") if person else row.inspector_name,
                answered=len(read_answers.answered_places(connection, case_id, kept)),
                of=row.items,
                done=done,
            )
            for person, kept, done in _markings(asked)
            if not asked.hides_from(workspace.me) or person == workspace.me
        )


def _markings(asked: Asked) -> list[tuple[str, Kept, bool]]:
    """Whose (Person.id; "" for the first), where their answers are, whether it is done."""
    (judgement, prompt), (second_judgement, second_prompt) = FIRSTS, SECONDS
    first = Kept(judgement=judgement, prompt=prompt)
    return [
        ("", first, asked.first_done),
        *(
            (one.person, Kept(judgement=second_judgement, prompt=second_prompt, marker=one.kept), one.done)
            for one in asked.markings
        ),
    ]
