"""One case or one item back from a backup, by ordinary steps that undo takes back."""

from contextlib import closing
from pathlib import Path

import pytest

from inspector_app.core.domain.fields import Value
from inspector_app.core.domain.ids import EntityId, new_id
from inspector_app.core.domain.steps.changes import Edit
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.cases import marking, reviews
from inspector_app.core.services.fieldwork import concerns
from inspector_app.core.services.safekeeping import backup_rows, bringing_back, restoring
from inspector_app.core.services.safekeeping.bringing_back import bring_back_case, bring_back_item
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.log import held
from tests.services.colleagues import Team


def value(workspace: Workspace, entity: str, item: str, field: str) -> Value:
    with workspace.database.read() as connection:
        return held.held_by(connection, (entity, item, field))[0]


@pytest.fixture
def case(workspace: Workspace) -> str:
    return workspace.case_rows()[0].id


@pytest.fixture
def then(workspace: Workspace, case: str) -> Path:
    """A backup, in which the case has an answer, a note, a fact and an interview."""
    editor = workspace.editor
    editor.set("prompt", f"{case}/2.1.1/a", "answer", "yes")
    editor.set("prompt", f"{case}/2.1.1/a", "note", "as it was")
    editor.set("judgement", f"{case}/2.1.1", "answer", "yes")
    editor.set("case", case, "type", "community sentence")
    editor.set("interview", f"{case}/i1", "role", "case manager")
    return workspace.back_up()


def change(workspace: Workspace, case: str) -> None:
    editor = workspace.editor
    editor.set("prompt", f"{case}/2.1.1/a", "answer", "no")
    editor.set("prompt", f"{case}/2.1.1/a", "note", "spoilt")
    editor.set("prompt", f"{case}/2.1.1/b", "note", "written since")
    editor.set("judgement", f"{case}/2.1.1", "answer", None)
    editor.set("case", case, "type", "other")
    editor.set("interview", f"{case}/i1", "deleted", True)
    editor.set("interview", f"{case}/i2", "role", "added since")


def test_a_case_comes_back_with_its_facts_interviews_answers_and_notes(
    workspace: Workspace, case: str, then: Path
) -> None:
    other = workspace.case_rows()[1].id
    workspace.editor.set("prompt", f"{other}/2.1.1/a", "note", "of another case")
    change(workspace, case)
    done = bring_back_case(workspace, then, case)
    assert (done.items, done.values, done.left) == (6, 7, 0)
    assert value(workspace, "prompt", f"{case}/2.1.1/a", "answer") == "yes"
    assert value(workspace, "prompt", f"{case}/2.1.1/a", "note") == "as it was"
    assert value(workspace, "prompt", f"{case}/2.1.1/b", "note") is None
    assert value(workspace, "judgement", f"{case}/2.1.1", "answer") == "yes"
    assert value(workspace, "case", case, "type") == "community sentence"
    assert not value(workspace, "interview", f"{case}/i1", "deleted")
    assert value(workspace, "interview", f"{case}/i2", "deleted") is True
    assert value(workspace, "interview", f"{case}/i2", "role") is None
    assert value(workspace, "prompt", f"{other}/2.1.1/a", "note") == "of another case"
    assert workspace.problems() == []
    assert len(workspace.backups()) == 2, "a backup of now was made first"
    assert bring_back_case(workspace, then, case).items == 0


def test_undo_on_each_item_takes_it_back_and_the_history_has_both(workspace: Workspace, case: str, then: Path) -> None:
    change(workspace, case)
    bring_back_case(workspace, then, case)
    item = f"{case}/2.1.1/a"
    workspace.editor.undo("prompt", item)
    assert (value(workspace, "prompt", item, "answer"), value(workspace, "prompt", item, "note")) == ("no", "spoilt")
    assert value(workspace, "judgement", f"{case}/2.1.1", "answer") == "yes", "an item of its own"
    workspace.editor.undo("case", case)
    assert value(workspace, "case", case, "type") == "other"
    workspace.editor.undo("interview", f"{case}/i2")
    assert not value(workspace, "interview", f"{case}/i2", "deleted")
    notes = [row.value for row in workspace.history("prompt", item, "note")]
    assert notes == ["spoilt", "as it was", "spoilt", "as it was"]


def test_a_case_that_was_deleted_since_comes_back(workspace: Workspace, case: str, then: Path) -> None:
    workspace.editor.set("case", case, "deleted", True)
    bring_back_case(workspace, then, case)
    assert case in {row.id for row in workspace.case_rows()}


def test_a_case_that_was_not_there_then_is_refused_and_stays(workspace: Workspace, then: Path) -> None:
    added = workspace.add_case("C09", workspace.framework.samples[0].code)
    with pytest.raises(Expected) as refused:
        bring_back_case(workspace, then, added)
    assert refused.value.code is Code.CASE_NOT_IN_BACKUP
    assert added in {row.id for row in workspace.case_rows()}


def test_one_item_comes_back_and_nothing_else(workspace: Workspace, case: str, then: Path) -> None:
    change(workspace, case)
    done = bring_back_item(workspace, then, "prompt", f"{case}/2.1.1/a")
    assert (done.items, done.values) == (1, 2)
    assert value(workspace, "prompt", f"{case}/2.1.1/a", "note") == "as it was"
    assert value(workspace, "prompt", f"{case}/2.1.1/b", "note") == "written since"
    assert value(workspace, "case", case, "type") == "other"


def test_a_finding_that_was_taken_away_comes_back(workspace: Workspace, then: Path) -> None:
    finding = EntityId(new_id())
    workspace.editor.do(finding, [Edit(entity="finding", id=finding, field="text", value="kept")])
    kept = workspace.back_up()
    workspace.editor.do(
        finding,
        [
            Edit(entity="finding", id=finding, field="deleted", value=True),
            Edit(entity="finding", id=finding, field="text", value=None),
        ],
    )
    assert [f.text for f in workspace.findings()] == []
    bring_back_item(workspace, kept, "finding", finding)
    assert [f.text for f in workspace.findings()] == ["kept"]


def test_what_people_differ_on_is_left_to_the_conflict_desk(people: Team) -> None:
    ann, lead = people.colleague("Ann Lee"), people.lead
    case = lead.case_rows()[0].id
    item = ("prompt", f"{case}/2.1.1/a")
    lead.editor.set(*item, "note", "as it was")
    people.exchange()
    kept = lead.back_up()
    lead.editor.set(*item, "note", "by the lead")
    ann.editor.set(*item, "note", "by Ann")
    lead.editor.set(*item, "answer", "no")
    people.give(ann, lead)
    done = bring_back_case(lead, kept, case)
    assert (done.items, done.values, done.left) == (1, 1, 1)
    assert value(lead, *item, "answer") is None
    with lead.database.read() as connection:
        assert " " in held.held_by(connection, (*item, "note"))[1], "still contested"


def test_concerns_and_the_review_of_a_case_stay(workspace: Workspace, case: str, then: Path) -> None:
    concern = EntityId(new_id())
    workspace.editor.do(concern, [
        Edit(entity="concern", id=concern, field="case", value=case),
        Edit(entity="concern", id=concern, field="what", value="seen with a knife"),
    ])  # fmt: skip
    reviews.submit(workspace, case)
    change(workspace, case)
    bring_back_case(workspace, then, case)
    assert concerns.count_open(workspace) == 1
    assert reviews.stage(workspace, case).stage == "submitted"
    assert not any(d.entity in ("concern", "review") for d in bringing_back.differences(workspace, then))


def test_whoever_marks_blind_brings_back_their_own_answers_and_is_shown_no_others(people: Team) -> None:
    ann, lead = people.colleague("Ann Lee"), people.lead
    case = lead.case_rows()[0].id
    lead.editor.set("prompt", f"{case}/2.1.1/a", "note", "the first's own")
    marking.ask(lead, case, ann.me)
    people.exchange()
    ann.editor.set("second_prompt", f"{case}/2.1.1/a@{ann.me}", "note", "the second's own")
    kept = ann.back_up()
    lead.editor.set("prompt", f"{case}/2.1.1/a", "note", "changed by the first")
    people.give(lead, ann)
    ann.editor.set("second_prompt", f"{case}/2.1.1/a@{ann.me}", "note", "changed by the second")
    (found,) = bringing_back.differences(ann, kept)
    assert (found.entity, found.then) == ("second_prompt", "the second's own")
    assert bring_back_case(ann, kept, case).values == 1
    assert value(ann, "prompt", f"{case}/2.1.1/a", "note") == "changed by the first"


def test_an_interview_of_whoever_marks_blind_is_theirs_to_bring_back_and_hidden_from_the_first(people: Team) -> None:
    ann, lead = people.colleague("Ann Lee"), people.lead
    case = lead.case_rows()[0].id
    marking.ask(lead, case, ann.me)
    people.exchange()
    ann.editor.set("interview", f"{case}/i1", "note", "said to the second")
    people.exchange()
    kept = {at: at.back_up() for at in (ann, lead)}
    ann.editor.set("interview", f"{case}/i1", "note", "something else")
    people.exchange()
    assert [d.then for d in bringing_back.differences(ann, kept[ann])] == ["said to the second"]
    assert bringing_back.differences(lead, kept[lead]) == []
    assert backup_rows.since(lead, kept[lead]) == []
    assert bring_back_case(ann, kept[ann], case).values == 1


def test_an_interview_that_stands_in_a_backup_alone_is_hidden_as_it_was(people: Team) -> None:
    ann, lead = people.colleague("Ann Lee"), people.lead
    case = lead.case_rows()[0].id
    marking.ask(lead, case, ann.me)
    people.exchange()
    before = lead.back_up()
    ann.editor.set("interview", f"{case}/i1", "note", "said to the second")
    people.exchange()
    kept = lead.back_up()
    lead.close()
    restoring.restore(lead.laptop, lead.path, before)
    with closing(Workspace.open(lead.laptop, lead.path)) as back:
        assert bringing_back.differences(back, kept) == []


def test_a_backup_of_another_inspection_brings_nothing(workspace: Workspace, case: str, make_workspace: object) -> None:
    other = make_workspace("Other").back_up()  # type: ignore[operator]
    with pytest.raises(Expected) as refused:
        bring_back_case(workspace, other, case)
    assert refused.value.code is Code.OTHER_BACKUP
