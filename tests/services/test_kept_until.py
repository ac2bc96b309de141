"""What pages read alike is read once, until something is written; and never is anything shown that was before an edit."""

from contextlib import closing

import pytest

from inspector_app.core.domain.inspection import Answer
from inspector_app.core.services.kept_until import KeptUntilWritten
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.reading import read


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Each reading of what the ratings come from."""
    found: list[object] = []
    rated_from = read.rated_from

    def counted(*given: object) -> object:
        found.append(rated_from(*given))
        return found[-1]

    monkeypatch.setattr(read, "rated_from", counted)
    return found


def test_pages_that_one_goes_between_read_the_judgements_once(workspace: Workspace, readings: list[object]) -> None:
    assert workspace.rated_from() is workspace.rated_from()
    assert len(readings) == 1


def test_who_is_told_of_an_answer_reads_it(workspace: Workspace) -> None:
    case = workspace.case_rows()[0].id
    workspace.rated_from()
    heard: list[list[Answer | None]] = []
    workspace.editor.listeners.append(
        lambda _: heard.append([j.answer for j in workspace.rated_from().judgements if j.case == case])
    )
    workspace.editor.set("judgement", f"{case}/2.1.1", "answer", "yes")
    workspace.editor.set("judgement", f"{case}/2.1.1", "answer", "no")
    assert heard == [[Answer.YES], [Answer.NO]]


def test_what_another_program_wrote_is_read_once_it_is_known_of(workspace: Workspace) -> None:
    case = workspace.case_rows()[0].id
    workspace.rated_from()
    with closing(Workspace.open(workspace.laptop, workspace.path)) as other:
        other.editor.set("judgement", f"{case}/2.1.1", "answer", "yes")
    workspace.news()
    assert [j.answer for j in workspace.rated_from().judgements if j.case == case] == [Answer.YES]


def test_what_was_written_while_it_was_read_is_not_missed(workspace: Workspace) -> None:
    case = workspace.case_rows()[0].id
    answers = iter(("yes", ""))

    def read_slowly() -> str:
        seen = str(workspace.judgements().get((case, "2.1.1")))
        if answer := next(answers):
            workspace.editor.set("judgement", f"{case}/2.1.1", "answer", answer)
        return seen

    kept: KeptUntilWritten[str] = KeptUntilWritten(workspace.editor, read_slowly, lambda: 0)
    assert [kept.get(), kept.get()] == ["None", "yes"]


def test_what_nobody_is_told_of_is_read_too(workspace: Workspace) -> None:
    """Who leads is written without an edit, and with it a panel's decision may stand or not."""
    before = workspace.rated_from()
    with workspace.database.write() as connection:
        connection.exec_driver_sql("UPDATE inspection SET service = 'Elsewhere'")
    assert before.service != workspace.rated_from().service == "Elsewhere"
