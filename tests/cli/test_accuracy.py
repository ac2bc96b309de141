"""`accuracy`: points come in, are decided and listed; nobody signs off what they judged, and no reply leaves before."""

from pathlib import Path

import pytest
from docx import Document

from inspector_app.core.services.workspace import Workspace
from tests.cli.conftest import Run


def test_comments_become_points_that_are_decided_and_wait_for_a_second_person(trafford: Path, run: Run) -> None:
    assert run("report", trafford, "-o", "out.docx", "--scope", "service", "--allow", "for the test").status == 0
    document = Document("out.docx")
    text = next(p for p in document.paragraphs if 'w:name="_fwt' in p._p.xml)
    document.add_comment(text.runs, "This began in February.", author="The service", initials="S")
    document.save("back.docx")
    for _ in range(2):
        assert "1 comment is a point." in run("accuracy", "take", trafford, "back.docx").out
    assert run("accuracy", "add", trafford, "Our caseload was 40.").status == 0
    found = run("accuracy", "list", trafford, "--json").json
    assert {p["said"] for p in found} == {"This began in February.", "Our caseload was 40."}
    number = next(str(p["number"]) for p in found if p["source"])
    decided = run("accuracy", "decide", trafford, number, "fact", "partly", "--reason", "From February on.")
    assert decided.status == 0
    assert "Accepted in part · waits for a second person" in run("accuracy", "list", trafford).out
    again = run("report", trafford, "-o", "again.docx", "--scope", "service", "--allow", "for the test")
    assert f"point {number} is accepted in part, and the text reads as it did when it came in" in again.out
    assert run("accuracy", "sign", trafford, number).status == 3
    assert run("accuracy", "reply", trafford, "-o", "reply.docx").status == 3
    assert not Path("reply.docx").exists()
    assert run("accuracy", "decide", trafford, "9", "fact", "partly", "--reason", "x").status == 2


def test_however_many_points_the_inspection_is_rated_once_for_their_list(
    trafford: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for said in ("Our caseload was 40.", "The manager left in May.", "It began in June."):
        run("accuracy", "add", trafford, said)
    asked, rated_from = [], Workspace.rated_from
    monkeypatch.setattr(Workspace, "rated_from", lambda self: asked.append(1) or rated_from(self))
    assert len(run("accuracy", "list", trafford, "--json").json) == 3
    assert len(asked) == 1
