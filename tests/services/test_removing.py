"""A case that was added by mistake is removed, comes back by undo, and stays where a colleague worked on it meanwhile."""

from datetime import datetime
from pathlib import Path

import pytest

from inspector_app.core.domain.inspection import Answer
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.cases import case_work, removing, reviews, several, sharing
from inspector_app.core.services.fieldwork import concerns
from inspector_app.core.services.results import by_question, sealing
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.reading import read_answers
from tests.services.colleagues import Team

pytestmark = pytest.mark.usefixtures("no_backups")


def refs(workspace: Workspace) -> list[str]:
    return [row.ref for row in workspace.case_rows()]


def test_a_case_is_removed_and_comes_back_by_undo(workspace: Workspace) -> None:
    case = workspace.case_id("C02")
    removing.remove(workspace, case)
    assert refs(workspace) == ["C01", "C03", "V01"]
    assert case not in {c.id for c in workspace.inspection().cases}
    workspace.editor.undo("case", case)
    assert refs(workspace) == ["C01", "C02", "C03", "V01"]


def test_one_on_which_somebody_worked_is_refused_and_stays(workspace: Workspace) -> None:
    first, second, third, last = (row.id for row in workspace.case_rows())
    workspace.editor.set("prompt", f"{first}/2.1.1/a", "note", "Seen.")
    reviews.submit(workspace, second)
    reviews.comment(workspace, third, third, "Is this ours?")
    assert removing.untouched(workspace, [first, second, third, last]) == (last,)
    done = several.remove(workspace, [first, second, third, last])
    assert done.done == (last,)
    assert {error.code for error in done.refused.values()} == {Code.VALUE_INVALID}
    assert refs(workspace) == ["C01", "C02", "C03"]
    with pytest.raises(Expected, match="value-invalid"):
        removing.remove(workspace, first)


def test_one_about_which_a_concern_was_raised_is_not_removed(workspace: Workspace) -> None:
    """The concern stayed open, and was about a case that was nowhere."""
    first, second, *_ = (row.id for row in workspace.case_rows())
    concern = concerns.raise_(workspace, second, datetime(2026, 3, 9, 10, 41))
    assert removing.untouched(workspace, [first, second]) == (first, second), "one begun and left empty is seen nowhere"
    workspace.editor.set("concern", concern, "what", "Bruises.")
    assert removing.untouched(workspace, [first, second]) == (first,)
    with pytest.raises(Expected, match="value-invalid"):
        removing.remove(workspace, second)


def test_what_may_be_done_with_one_case_reads_that_case_alone(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The list asks at each case that somebody goes on to: with all of them read, it grew with the inspection."""
    case, read, begun = workspace.case_id("C01"), [], read_answers.begun
    monkeypatch.setattr(
        read_answers, "begun", lambda connection, start="": read.append(start) or begun(connection, start)
    )
    one = removing.untouched(workspace, [case]), several.possible(workspace, [case])
    assert set(read) == {f"{case}/"}
    several_of_them = [case, workspace.case_id("C02")]
    assert one[0] == removing.untouched(workspace, several_of_them)[:1]
    assert one[1].keys() == several.possible(workspace, several_of_them).keys()


@pytest.mark.parametrize(("field", "value"), [("answer", "yes"), ("note", "Seen.")])
def test_one_that_a_colleague_worked_on_apart_stays_on_every_laptop(people: Team, field: str, value: str) -> None:
    lead, tom = people.lead, people.colleague("Tom Okafor")
    case = lead.case_id("C01")
    tom.editor.set("prompt", f"{case}/2.1.1/a", field, value)
    removing.remove(lead, case)
    assert "C01" not in refs(lead)
    people.exchange()
    assert refs(lead) == refs(tom)
    assert "C01" in refs(lead)
    tom.editor.undo("prompt", f"{case}/2.1.1/a")
    people.exchange()
    assert "C01" not in refs(lead) + refs(tom)


def test_the_lead_brings_back_a_colleagues_case_that_they_removed_and_nobody_else_does(people: Team) -> None:
    """The message said Undo, and that was refused: the case was not theirs."""
    lead, tom = people.lead, people.colleague("Tom Okafor")
    case = lead.case_id("C01")
    sharing.give(lead, [case], tom.me)
    people.exchange()
    assert several.remove(lead, [case]).done == (case,)
    people.exchange()
    assert "C01" not in refs(lead) + refs(tom)
    taken_back = several.take_back(lead, "case", [case])
    assert (taken_back.done, taken_back.refused) == ((case,), {})
    people.exchange()
    assert "C01" in refs(lead)
    assert refs(lead) == refs(tom)
    removing.remove(tom, case)
    sharing.give(lead, [case], lead.me)
    people.exchange()
    with pytest.raises(Expected, match="case-not-yours"):
        case_work.undo(tom, "case", case)


def test_what_was_answered_on_a_case_that_is_not_there_is_counted_nowhere(workspace: Workspace) -> None:
    """The case may come with a later package, and its answers are kept until then; its prompts were counted before."""
    for place in (f"{workspace.case_id('C01')}/2.1.1", "not-here-yet/2.1.1"):
        workspace.editor.set("judgement", place, "answer", "yes")
        workspace.editor.set("prompt", f"{place}/a", "answer", "yes")
    sheet = by_question.read_sheet(workspace)
    own, first = by_question.asked(workspace, sheet, "2.1.1")[:2]
    assert own.number(Answer.YES) == first.number(Answer.YES) == 1
    assert by_question.counted(workspace) == {("2.1.1", "a"): {Answer.YES: 1}}


def test_a_seal_holds_beside_a_case_that_was_removed_and_says_when_one_is(workspace: Workspace, tmp_path: Path) -> None:
    sealing.seal(workspace, tmp_path / "four.json")
    case = workspace.case_id("C02")
    removing.remove(workspace, case)
    assert [change.changed for change in [sealing.standing(workspace)] if change] == [True]
    assert len(sealing.seal(workspace, tmp_path / "three.json").inspection.cases) == 3
    workspace.editor.undo("case", case)
    assert [change.changed for change in [sealing.standing(workspace)] if change] == [True]
    removing.remove(workspace, case)
    assert [change.changed for change in [sealing.standing(workspace)] if change] == [False]
    assert len(sealing.verify(tmp_path / "four.json").inspection.cases) == 4
