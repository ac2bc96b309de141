"""Commands of the terminal beside an open window on the same inspection: what each does is seen, nothing typed is lost."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.workspace import Workspace
from tests.cli.conftest import Ran, desk, program, run
from tests.conftest import PASSPHRASE

__all__ = ["desk", "program", "run"]  # the fixtures of the commands
NOTICE = ("inspection", "inspection", "notice")


@pytest.fixture
def window(desk: Path, run: Callable[..., Ran]) -> Iterator[Workspace]:
    """The inspection open as in a window, with a case and something typed."""
    path = desk / "t.inspection"
    assert run("new t.inspection --framework iyjwcv-2025 --service Trafford --start 2025-03-24").status == 0
    (desk / "c.csv").write_text("case,sample,question,answer\nC01,children,2.1.1,yes\n", encoding="utf-8")
    assert run("import", desk / "c.csv", "--into", path).status == 0
    laptop = Laptop()
    laptop.unlock(PASSPHRASE)
    with closing(Workspace.open(laptop, path, window=True)) as opened:
        opened.editor.set(*NOTICE, "typed")
        assert not opened.overwritten
        yield opened


COMMANDS = [
    "judge t.inspection C01 2.1.1 no", "judge t.inspection C01 2.1.1 na", "check t.inspection", "backup t.inspection",
    "rehearse t.inspection", "rate t.inspection", "history t.inspection C01 2.1.1", "conflicts t.inspection",
    "team list t.inspection", "export t.inspection -o out.json", "report t.inspection -o out.pdf --allow tried",
    "import c.csv --into t.inspection", "restore t.inspection", "recover t.inspection -o new.inspection",
    "handoff export t.inspection -o x.handoff", "seal t.inspection -o record.json",
]  # fmt: skip


@pytest.mark.parametrize("words", COMMANDS)
def test_a_command_beside_a_window_loses_nothing_of_it_and_what_it_does_is_seen(
    window: Workspace, run: Callable[..., Ran], words: str
) -> None:
    done = run(words)
    assert "Traceback" not in done.err
    assert done.status in (0, 3)
    assert not window.moved
    assert not window.overwritten
    window.news()
    assert window.inspection().notice == "typed"
    window.editor.set(*NOTICE, "typed on")
    assert window.inspection().notice == "typed on"
    assert window.problems() == []
