from hypothesis import given
from hypothesis import strategies as st

from inspector_app.core.domain.ids import EntityId, PersonId, StepId, seq_of
from inspector_app.core.domain.steps.changes import Step, Verb
from inspector_app.core.domain.steps.undo import stacks

words = st.lists(st.sampled_from("EUR"), max_size=30)


def _steps(said: list[str]) -> tuple[list[Step], list[StepId], list[StepId]]:
    """Steps as an editor would make them, and the two stacks kept the ordinary way beside them."""
    made: list[Step] = []
    done: list[StepId] = []
    undone: list[StepId] = []
    for word in said:
        step = StepId(f"{'d' * 16}.{len(made) + 1:08d}.00000000")
        if word == "E":
            made.append(Step(step, PersonId("p"), "", Verb.EDIT, EntityId("i")))
            done.append(step)
            undone.clear()
        elif word == "U" and done:
            made.append(Step(step, PersonId("p"), "", Verb.UNDO, EntityId("i"), done[-1]))
            undone.append(done.pop())
        elif word == "R" and undone:
            made.append(Step(step, PersonId("p"), "", Verb.REDO, EntityId("i"), undone[-1]))
            done.append(undone.pop())
    return made, done, undone


@given(words, st.randoms(use_true_random=False))
def test_the_stacks_read_from_steps_are_those_an_editor_in_memory_would_have(said: list[str], chance: object) -> None:
    made, done, undone = _steps(said)
    chance.shuffle(made)  # type: ignore[attr-defined]
    found = stacks(made)
    assert (list(found.done), list(found.undone)) == (done, undone)


@given(words, st.integers(0, 30))
def test_the_last_steps_tell_what_is_next_or_that_they_do_not(said: list[str], after: int) -> None:
    made, done, undone = _steps(said)
    found = stacks([step for step in made if seq_of(step.id) > after], after)
    if found.done:
        assert found.done[-1] == done[-1]
    if found.undone:
        assert found.undone[-1] == undone[-1]
    elif any(seq_of(step) > after for step in found.done):
        assert undone == []


def test_adding_and_importing_are_no_steps_to_undo() -> None:
    steps = [
        Step(StepId(f"{'d' * 16}.{n:08d}.00000000"), PersonId("p"), "", verb, EntityId("i"))
        for n, verb in enumerate((Verb.ADD, Verb.IMPORT))
    ]
    assert stacks(steps).done == ()
