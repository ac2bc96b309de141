"""The agreed version of a case marked twice: settled by somebody who is neither marker, apart and merged."""

from collections.abc import Callable

import pytest

from inspector_app.core.domain.inspection import Answer
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.cases import agreeing, conflicts, marking
from inspector_app.core.services.safekeeping.bringing_back import bring_back_item, differences
from inspector_app.core.services.workspace import Workspace
from tests.services.colleagues import Did, Team
from tests.services.test_marking import Blind

pytestmark = pytest.mark.usefixtures("no_backups")

YES, NO, NA = Answer.YES, Answer.NO, Answer.NA


class Settling(Blind):
    """Ruth and Tom marked C01; Ada and Ben are neither. Of four items two are equal, one differs, one only Ruth answered."""

    def __init__(self, people: Team) -> None:
        super().__init__(people)
        self.neither = self.ada, self.ben = people.workspaces[2:]

    @classmethod
    def begun(cls, people: Team) -> None:
        super().begun(people)
        for name in ("Ada Lowe", "Ben Hart"):
            people.colleague(name, "Quality lead")
        twice = Settling(people)
        twice.first("2.1.1/c", "yes", "only the first saw this")
        twice.second("2.1.1", "no", "not enough")
        twice.second("2.1.1/a", "yes", "the second's note")
        twice.second("2.1.1/b", "no")
        twice.finish()

    def at(self, workspace: Workspace) -> agreeing.Agreeing:
        return agreeing.agreeing(workspace, self.case)

    def item(self, workspace: Workspace, ref: str) -> agreeing.Item:
        return next(item for item in self.at(workspace).items if item.ref == ref)

    def all_agreed(self, workspace: Workspace) -> None:
        agreeing.agree_equal(workspace, self.case)
        agreeing.keep(workspace, self.case, "2.1.1", which=2)
        agreeing.keep(workspace, self.case, "2.1.1/c", which=1)


@pytest.fixture
def twice(after: Callable[[Did], Team]) -> Settling:
    return Settling(after(Settling.begun))


def test_where_everybody_of_the_team_marked_it_nobody_is_left_to_settle_it(
    after: Callable[[Did], Team], twice: Settling
) -> None:
    assert not twice.at(twice.lead).all_marked, "there are two who did not"
    two = Blind(after(Blind.begun))
    two.second("2.1.1", "no", "not enough")
    two.finish()
    assert all(agreeing.agreeing(at, two.case).all_marked for at in (two.lead, two.tom))


def refused(act: Callable[[], object]) -> Expected:
    with pytest.raises(Expected) as error:
        act()
    return error.value


def counted(workspace: Workspace, case: str) -> Answer | None:
    """What the ratings count for 2.1.1."""
    return next((j.answer for j in workspace.rated_from().judgements if (j.case, j.question) == (case, "2.1.1")), None)


def test_what_both_answered_alike_is_agreed_in_one_act_with_both_notes_and_can_be_undone(twice: Settling) -> None:
    assert [(i.ref, i.equal) for i in twice.at(twice.ada).items] == [
        ("2.1.1/a", True), ("2.1.1/b", True), ("2.1.1/c", False), ("2.1.1", False)
    ]  # fmt: skip
    assert agreeing.agree_equal(twice.ada, twice.case) == 2
    item = twice.item(twice.ada, "2.1.1/a")
    assert item.agreed is YES
    assert "the second's note" in item.text
    assert item.marks[0].text in item.text
    locked = refused(lambda: agreeing.keep(twice.ada, twice.case, "2.1.1/a", which=2))
    assert locked.facts["why"] == "all answered it alike, and it is locked"
    assert agreeing.open_equal(twice.ada, twice.case) == 2
    assert len(twice.at(twice.ada).open) == 4


def test_the_agreed_version_counts_once_it_is_settled_and_both_markings_stay(twice: Settling) -> None:
    before = twice.at(twice.ada)
    twice.all_agreed(twice.ada)
    assert counted(twice.ada, twice.case) is YES
    agreeing.settle(twice.ada, twice.case)
    after = twice.at(twice.ada)
    assert counted(twice.ada, twice.case) is NO
    assert twice.ada.question_page(twice.case, "2.1.1").rationale == "not enough"
    assert (after.settled, after.at, after.by_question) == (True, before.at, before.by_question)
    assert (after.figures.figures, after.figures.counts) == (before.figures.figures, before.figures.counts)
    assert [(i.marks[0].answer, i.marks[1].answer) for i in after.items] == [
        (i.marks[0].answer, i.marks[1].answer) for i in before.items
    ]
    assert refused(lambda: agreeing.settle(twice.ada, twice.case)).facts["why"] == "it is settled"


def test_nobody_is_named_before_it_is_settled_unless_that_is_asked(twice: Settling) -> None:
    twice.all_agreed(twice.ada)
    assert {
        (i.marks[0].by, i.marks[1].by, i.marks[0].laptop, i.marks[1].laptop) for i in twice.at(twice.ada).items
    } == {("", "", "", "")}
    named = agreeing.agreeing(twice.ada, twice.case, names=True).items[0]
    assert (named.marks[0].by, named.marks[1].by) == ("Ruth Ashdown", "Tom Okafor")
    agreeing.settle(twice.ada, twice.case)
    assert twice.item(twice.ada, "2.1.1").marks[1].by == "Tom Okafor"


def test_neither_marker_settles_and_nobody_before_both_are_done(twice: Settling) -> None:
    for marker in (twice.lead, twice.tom):
        assert refused(lambda at=marker: agreeing.agree_equal(at, twice.case)).code is Code.A_MARKER  # type: ignore[misc]
    other = twice.lead.case_id("C02")
    assert refused(lambda: agreeing.agreeing(twice.ada, other)).code is Code.NO_SECOND_MARKING
    marking.ask(twice.lead, other, twice.tom.me)
    assert refused(lambda: agreeing.agreeing(twice.lead, other)).code is Code.NOT_BOTH_DONE


def test_it_is_not_settled_while_anything_is_open_and_says_what(twice: Settling) -> None:
    agreeing.agree_equal(twice.ada, twice.case)
    error = refused(lambda: agreeing.settle(twice.ada, twice.case))
    assert (error.code, error.facts["items"]) == (Code.NOT_AGREED_YET, "2.1.1/c, 2.1.1")
    assert refused(lambda: agreeing.keep(twice.ada, twice.case, "2.1.1/c", which=2)).code is Code.VALUE_INVALID
    assert refused(lambda: agreeing.write(twice.ada, twice.case, "2.2.1", YES)).code is Code.VALUE_INVALID
    agreeing.write(twice.ada, twice.case, "2.1.1/c", NA, "of no matter here")
    assert twice.item(twice.ada, "2.1.1/c").text == "of no matter here"


def test_laptops_that_agree_on_different_items_apart_come_to_one_agreed_version(twice: Settling) -> None:
    agreeing.keep(twice.ada, twice.case, "2.1.1", which=2)
    agreeing.agree_equal(twice.ben, twice.case)
    agreeing.keep(twice.ben, twice.case, "2.1.1/c", which=1)
    twice.people.exchange()
    assert [twice.at(w).open for w in twice.people.workspaces] == [()] * 4
    agreeing.settle(twice.ben, twice.case)
    twice.people.exchange()
    assert {counted(w, twice.case) for w in twice.people.workspaces} == {NO}
    assert conflicts.conflicts(twice.lead) == []


def test_one_difference_settled_two_ways_apart_is_a_conflict_everywhere_and_nothing_is_lost(twice: Settling) -> None:
    twice.all_agreed(twice.ada)
    agreeing.agree_equal(twice.ben, twice.case)
    agreeing.keep(twice.ben, twice.case, "2.1.1", which=1)
    twice.people.exchange()
    for workspace in twice.people.workspaces:
        found = [c for c in conflicts.conflicts(workspace) if (c.entity, c.field) == ("agreed_judgement", "answer")]
        assert [{side.value for side in c.sides} for c in found] == (
            [{"yes", "no"}] if workspace in twice.neither else []
        )
        assert [item.ref for item in twice.at(workspace).open] == ["2.1.1"]
    assert refused(lambda: agreeing.settle(twice.ben, twice.case)).code is Code.NOT_AGREED_YET
    agreeing.keep(twice.ben, twice.case, "2.1.1", which=2)
    agreeing.settle(twice.ben, twice.case)
    twice.people.exchange()
    assert {counted(w, twice.case) for w in twice.people.workspaces} == {NO}


def test_two_agreed_versions_settled_apart_are_contested_and_count_as_unanswered(twice: Settling) -> None:
    twice.all_agreed(twice.ada)
    agreeing.settle(twice.ada, twice.case)
    agreeing.agree_equal(twice.ben, twice.case)
    agreeing.keep(twice.ben, twice.case, "2.1.1", which=1)
    agreeing.keep(twice.ben, twice.case, "2.1.1/c", which=1)
    agreeing.write(twice.ben, twice.case, "2.1.1", NA, "neither")
    agreeing.settle(twice.ben, twice.case)
    twice.people.exchange()
    for workspace in twice.people.workspaces:
        found = {(c.entity, c.field): {s.value for s in c.sides} for c in conflicts.conflicts(workspace)}
        assert found["judgement", "answer"] == {"no", "na"}
        if workspace in twice.neither:
            assert found["agreed_judgement", "answer"] == {"no", "na"}
        assert counted(workspace, twice.case) is None
        assert (twice.at(workspace).settled, [i.ref for i in twice.at(workspace).open]) == (False, ["2.1.1"])


@pytest.mark.usefixtures("backups")
def test_an_agreed_item_comes_back_from_a_backup_for_who_did_not_mark_the_case_and_counts(twice: Settling) -> None:
    twice.all_agreed(twice.ada)
    then = twice.ada.back_up()
    agreeing.keep(twice.ada, twice.case, "2.1.1", which=1)
    assert twice.item(twice.ada, "2.1.1").agreed is YES
    bring_back_item(twice.ada, then, "agreed_judgement", f"{twice.case}/2.1.1")
    assert twice.item(twice.ada, "2.1.1").agreed is NO
    agreeing.settle(twice.ada, twice.case)
    assert counted(twice.ada, twice.case) is NO


@pytest.mark.usefixtures("backups")
def test_a_marker_brings_no_agreed_item_back(twice: Settling, people: Team) -> None:
    before = twice.lead.back_up()
    twice.all_agreed(twice.ada)
    people.exchange()
    assert twice.item(twice.ben, "2.1.1").agreed is NO
    assert not [d for d in differences(twice.lead, before) if d.entity.startswith("agreed_")]
