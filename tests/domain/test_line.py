import pytest

from inspector_app.core.domain.ids import ChangeId, EntityId, PersonId, StepId, change_id
from inspector_app.core.domain.steps.changes import Change, Step, Verb
from inspector_app.core.domain.steps.line import Made, compact, digest, entry, length, taken_apart, written


@pytest.mark.parametrize("changes", [0, 1, 63, 64, 65, 128, 300])
def test_a_step_is_one_line_in_one_way_only_however_many_changes_it_has(changes: int) -> None:
    step = Step(StepId("d.7"), PersonId("p"), "2026-03-09T10:00:00.000+00:00", Verb.EDIT, EntityId("c/1"), None)
    made = Made(step, tuple(_change(step.id, place) for place in range(changes)))
    rows = [[c.entity, c.entity_id, c.field, c.value, c.parents, c.revision] for c in made.changes]
    assert written(made) == compact([step.id, step.author, step.at, step.verb.value, step.item, step.target, rows])
    assert taken_apart(written(made)) == made
    assert entry(made).digest == digest(written(made))
    assert length(made) == len(written(made).encode())


def _change(step: StepId, place: int) -> Change:
    parents = (ChangeId("e.1.0"),) * (place % 3)
    return Change(
        change_id(step, place), "prompt", EntityId(f"c/{place}"), "note", f'"[],]\u2028{place}', parents, place
    )
