import pytest

from inspector_app.core.domain.ids import MOST_STEPS
from inspector_app.core.services.profile import numbers
from inspector_app.core.services.workspace import Workspace


@pytest.mark.parametrize("spoilt", [-1, MOST_STEPS, MOST_STEPS + 1, 10**30, "7", 7.5, True])
def test_a_number_that_no_step_can_have_is_not_believed_and_work_goes_on(workspace: Workspace, spoilt: object) -> None:
    name = f"given {workspace.id} {workspace.laptop.device}"
    workspace.laptop.settings.set(name, spoilt)  # type: ignore[arg-type]
    assert numbers.given(workspace.laptop, workspace.id) in (0, 1)
    path, laptop = workspace.path, workspace.laptop
    workspace.close()
    again = Workspace.open(laptop, path)
    case = again.add_case("C77", again.framework.samples[0].code)
    assert [row.value for row in again.history("case", case, "ref")] == ["C77"]
    again.close()
