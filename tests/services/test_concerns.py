"""The register of live concerns: never lost, never silently closed, never in a rating or a report."""

from datetime import datetime
from io import BytesIO

import pytest
from pypdf import PdfReader

from inspector_app.core.domain.cases.concern import ConcernRow
from inspector_app.core.errors import Code, Expected
from inspector_app.core.rating.as_json import to_json
from inspector_app.core.rating.engine import rate
from inspector_app.core.rating.explain import trace
from inspector_app.core.services.cases import conflicts, marking, sharing
from inspector_app.core.services.fieldwork import concerns
from inspector_app.core.services.results import reports
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.errors import sentence
from inspector_app.ui.words import concern as concern_words
from tests.services.colleagues import Team

pytestmark = pytest.mark.usefixtures("no_backups")

NOW = datetime(2026, 3, 10, 10, 41)
CANARY = "zilverkwikstaart"


def begun(workspace: Workspace, what: str = "bruises not explained", case: str = "C01") -> str:
    concern = concerns.raise_(workspace, workspace.case_id(case) if case else "", NOW)
    workspace.editor.set("concern", concern, "what", what)
    return concern


def settle(workspace: Workspace, concern: str) -> None:
    workspace.editor.set("concern", concern, "told", "the duty social worker")
    workspace.editor.set("concern", concern, "told_day", "2026-03-10")
    workspace.editor.set("concern", concern, "told_time", "10:41")
    workspace.editor.set("concern", concern, "outcome", "strategy meeting today")


def closed(workspace: Workspace) -> str:
    concern = begun(workspace)
    settle(workspace, concern)
    concerns.close(workspace, concern)
    return concern


def only(workspace: Workspace) -> ConcernRow:
    (row,) = concerns.rows(workspace)
    return row


# raising


def test_a_concern_knows_its_case_and_when_it_was_noticed(workspace: Workspace) -> None:
    begun(workspace)
    row = only(workspace)
    assert (row.case_ref, row.day, row.time, row.what) == ("C01", "2026-03-10", "10:41", "bruises not explained")
    assert row.open
    assert concerns.count_open(workspace) == 1
    assert concerns.open_cases(workspace) == {workspace.case_id("C01"): 1}


def test_one_that_nobody_wrote_in_is_not_counted_and_is_used_again(workspace: Workspace) -> None:
    first = concerns.raise_(workspace, "", NOW)
    assert concerns.rows(workspace) == []
    assert [row.id for row in concerns.rows(workspace, also=first)] == [first]
    assert concerns.raise_(workspace, workspace.case_id("C02"), NOW) == first
    workspace.editor.set("concern", first, "what", "x")
    assert only(workspace).case_ref == "C02"
    assert concerns.raise_(workspace, "", NOW) != first


def test_wiping_what_was_written_does_not_make_a_concern_go_away(workspace: Workspace) -> None:
    concern = begun(workspace)
    workspace.editor.set("concern", concern, "what", "")
    assert concerns.count_open(workspace) == 1
    assert "bruises not explained" in {row.value for row in workspace.history("concern", concern)}


def test_a_colleague_begins_one_of_their_own_and_never_writes_in_mine(people: Team) -> None:
    lead = people.lead
    mine = concerns.raise_(lead, "", NOW)
    tom = people.colleague("Tom Okafor")
    assert concerns.raise_(tom, "", NOW) != mine


def test_the_case_of_a_concern_can_go_and_the_concern_stays(workspace: Workspace) -> None:
    begun(workspace)
    workspace.editor.set("case", workspace.case_id("C01"), "deleted", True)
    assert only(workspace).open


# closing


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("told", "", "who was told"), ("told", " \n", "who was told"), ("told_day", None, "when"),
        ("told_time", "", "when"), ("outcome", " ", "came of it"), ("what", " ", "what it is"),
    ],
)  # fmt: skip
def test_it_cannot_be_closed_while_something_is_missing(
    workspace: Workspace, field: str, value: str | None, words: str
) -> None:
    concern = begun(workspace)
    settle(workspace, concern)
    workspace.editor.set("concern", concern, field, value)
    with pytest.raises(Expected) as refused:
        concerns.close(workspace, concern)
    assert refused.value.code is Code.CONCERN_NOT_SETTLED
    assert words in sentence(refused.value)
    assert not only(workspace).closed


def test_one_that_was_closed_without_saying_what_it_is_stays_closed(workspace: Workspace) -> None:
    concern = closed(workspace)
    workspace.editor.set("concern", concern, "what", "")
    assert (only(workspace).open, only(workspace).missing, only(workspace).lacking) == (False, (), ("what",))


def test_closed_by_whom_and_when_stays_known_and_the_concern_is_still_listed(workspace: Workspace) -> None:
    closed(workspace)
    row = only(workspace)
    assert not row.open
    assert row.closed_by == "Ruth Ashdown"
    assert row.closed_at
    assert concerns.count_open(workspace) == 0
    assert concerns.open_cases(workspace) == {}


def test_one_recorded_as_closed_by_another_door_with_nothing_told_counts_as_open(workspace: Workspace) -> None:
    concern = begun(workspace)
    workspace.editor.set("concern", concern, "closed", True)
    assert only(workspace).open
    settle(workspace, concern)
    workspace.editor.set("concern", concern, "outcome", "")
    assert only(workspace).open


def test_undoing_a_closing_opens_it_again_and_the_history_shows_both(workspace: Workspace) -> None:
    concern = closed(workspace)
    workspace.editor.undo("concern", concern)
    assert only(workspace).open
    assert [(row.value, row.verb, row.by) for row in workspace.history("concern", concern, "closed")] == [
        (None, "undo", "Ruth Ashdown"),
        (True, "edit", "Ruth Ashdown"),
    ]


def test_reopening_needs_a_reason_which_is_added_to_the_outcome(workspace: Workspace) -> None:
    concern = closed(workspace)
    with pytest.raises(Expected):
        concerns.reopen(workspace, concern, " \n", NOW)
    assert not only(workspace).open
    concerns.reopen(workspace, concern, "he did not come home", NOW)
    row = only(workspace)
    assert row.open
    assert row.outcome == "strategy meeting today\n\nReopened 10 March 2026 10:41: he did not come home"


def test_undo_never_closes_a_concern_that_was_opened_again(workspace: Workspace) -> None:
    concern = closed(workspace)
    concerns.reopen(workspace, concern, "he did not come home", NOW)
    while workspace.editor.can_undo("concern", concern):
        try:
            workspace.editor.undo("concern", concern)
        except Expected:
            break
        assert only(workspace).open
    assert only(workspace).open


# who was told


def told(workspace: Workspace, concern: str, whom: str = "The team manager, by telephone", time: str = "10:41") -> str:
    return concerns.tell(workspace, concern, whom, "2026-03-10", time)


def test_people_told_are_lines_in_order_of_time_with_who_told_them(workspace: Workspace) -> None:
    concern = begun(workspace)
    told(workspace, concern, "Children’s social care", "11:12")
    first = told(workspace, concern, time="10:50")
    workspace.editor.set("informed", first, "agreed", "She rings back by noon")
    assert [(one.whom, one.time, one.by, one.agreed) for one in only(workspace).people] == [
        ("The team manager, by telephone", "10:50", "Ruth Ashdown", "She rings back by noon"),
        ("Children’s social care", "11:12", "Ruth Ashdown", ""),
    ]
    assert only(workspace).missing == ("outcome",)
    workspace.editor.set("concern", concern, "outcome", "strategy meeting today")
    concerns.close(workspace, concern)
    assert not only(workspace).open


def test_a_line_without_its_time_does_not_say_when_and_nobody_is_no_line(workspace: Workspace) -> None:
    concern = begun(workspace)
    line = told(workspace, concern, time="")
    assert "when" in only(workspace).missing
    workspace.editor.set("informed", line, "time", "10:41")
    assert "when" not in only(workspace).missing
    with pytest.raises(Expected):
        told(workspace, concern, " ")


def test_a_line_is_deleted_and_comes_back_and_its_history_is_the_concerns(workspace: Workspace) -> None:
    concern = begun(workspace)
    line = told(workspace, concern)
    concerns.delete_told(workspace, line)
    assert only(workspace).people == ()
    assert "told" in only(workspace).missing
    assert "The team manager, by telephone" in {row.value for row in concerns.history(workspace, concern)}
    workspace.editor.undo("informed", line)
    assert [one.id for one in only(workspace).people] == [line]


def test_whoever_was_told_makes_one_that_is_written_in(workspace: Workspace) -> None:
    concern = concerns.raise_(workspace, "", NOW)
    told(workspace, concern)
    assert concerns.count_open(workspace) == 1
    assert concerns.raise_(workspace, "", NOW) != concern


def test_lines_written_apart_are_all_there_and_one_that_is_contested_keeps_it_open(people: Team) -> None:
    lead = people.lead
    concern = begun(lead)
    line = told(lead, concern)
    tom = people.colleague("Tom Okafor")
    told(tom, concern, "Children’s social care", "11:12")
    lead.editor.set("concern", concern, "outcome", "strategy meeting today")
    concerns.close(lead, concern)
    people.exchange()
    for workspace in people.workspaces:
        assert [one.by for one in only(workspace).people] == ["Ruth Ashdown", "Tom Okafor"]
        assert not only(workspace).open
    lead.editor.set("informed", line, "time", "10:45")
    tom.editor.set("informed", line, "time", "10:55")
    people.exchange()
    for workspace in people.workspaces:
        assert only(workspace).open
        assert only(workspace).missing == ("contested",)
        assert [found.closed for found in workspace.inspection().concerns] == [False]
    (conflict,) = conflicts.conflicts(lead)
    conflicts.settle(lead, conflict, "10:45")
    assert not only(lead).open


# two laptops


def test_concerns_raised_apart_on_two_laptops_are_all_on_both(people: Team) -> None:
    lead, tom = people.lead, people.colleague("Tom Okafor")
    begun(lead, "what Ruth saw")
    begun(tom, "what Tom heard")
    people.exchange()
    for workspace in people.workspaces:
        assert {row.what for row in concerns.rows(workspace)} == {"what Ruth saw", "what Tom heard"}
        assert concerns.open_cases(workspace) == {workspace.case_id("C01"): 2}


def test_a_closing_travels_with_who_closed_it(people: Team) -> None:
    lead, tom = people.lead, people.colleague("Tom Okafor")
    begun(lead)
    people.give(lead, tom)
    settle(tom, only(tom).id)
    concerns.close(tom, only(tom).id)
    people.give(tom, lead)
    assert only(lead) == only(tom)
    assert only(lead).closed_by == "Tom Okafor"
    assert not only(lead).open


def test_closed_here_and_opened_again_there_counts_as_open_until_somebody_settles_it(people: Team) -> None:
    lead, tom = people.lead, people.colleague("Tom Okafor")
    concern = closed(lead)
    people.give(lead, tom)
    concerns.reopen(tom, concern, "he did not come home", NOW)
    concerns.reopen(lead, concern, "a mistake", NOW)
    concerns.close(lead, concern)
    people.exchange()
    for workspace in people.workspaces:
        row = only(workspace)
        assert set(row.contested) == {"closed", "outcome"}
        assert row.open
        with pytest.raises(Expected) as refused:
            concerns.close(workspace, concern)
        assert "two people" in sentence(refused.value)
        texts = [side.value for c in conflicts.conflicts(workspace) if c.field == "outcome" for side in c.sides]
        assert "he did not come home" in "".join(map(str, texts))
        assert "a mistake" in "".join(map(str, texts))


def test_an_outcome_wiped_apart_from_a_closing_leaves_it_open(people: Team) -> None:
    lead = people.lead
    concern = begun(lead)
    settle(lead, concern)
    tom = people.colleague("Tom Okafor")
    concerns.close(lead, concern)
    tom.editor.set("concern", concern, "outcome", "")
    people.exchange()
    for workspace in people.workspaces:
        assert only(workspace).closed
        assert only(workspace).open


def test_both_closing_it_apart_in_the_same_words_is_one_closing(people: Team) -> None:
    lead = people.lead
    concern = begun(lead)
    settle(lead, concern)
    tom = people.colleague("Tom Okafor")
    concerns.close(lead, concern)
    concerns.close(tom, concern)
    people.exchange()
    assert [only(workspace).open for workspace in people.workspaces] == [False, False]


# who sees it, and what never does


def test_a_blind_second_marker_sees_concerns_about_the_case_and_their_history(people: Team) -> None:
    lead, tom = people.lead, people.colleague("Tom Okafor")
    case = lead.case_id("C01")
    sharing.give(lead, [case], lead.me)
    marking.ask(lead, case, tom.me)
    concern = begun(lead)
    people.give(lead, tom)
    assert only(tom).what == "bruises not explained"
    assert tom.history("concern", concern)
    assert conflicts.count(tom) == 0


def test_nothing_of_a_concern_is_in_a_rating_or_in_the_report(workspace: Workspace) -> None:
    case = workspace.case_id("C01")
    workspace.editor.set("judgement", f"{case}/2.1.1", "answer", "yes")
    before = rate(workspace.framework, workspace.inspection())
    concern = begun(workspace, CANARY)
    for field in ("told", "outcome", "told_time"):
        workspace.editor.set("concern", concern, field, f"{CANARY} {field}")
    told(workspace, concern, CANARY)
    inspection = workspace.inspection()
    rated = rate(workspace.framework, inspection)
    assert rated == before
    assert CANARY not in repr(trace(workspace.framework, rated))
    assert CANARY not in str(to_json(rated))
    pdf = reports.draft_findings(workspace.framework, inspection, NOW.astimezone())
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    assert workspace.framework.title in text  # the words of the PDF can be read at all
    assert CANARY not in text.replace("\n", "").replace(" ", "")
    assert CANARY.encode() not in pdf


def test_that_somebody_told_is_said_with_who_wrote_it_where_that_is_another(people: Team) -> None:
    """By a member's package the lead read of herself "told by you", of what she had told nobody."""
    lead, ben = people.lead, people.colleague("Ben")
    concern = concerns.raise_(ben, "", datetime(2026, 3, 10, 14, 2))
    told = concerns.tell(ben, concern, "The team manager", "2026-03-10", "14:06")
    people.exchange()

    def said(workspace: Workspace) -> str:
        (row,) = (line for one in concerns.rows(workspace) for line in one.people)
        return concern_words.told_by(row, workspace.laptop.person.name)

    assert [said(one) for one in (lead, ben)] == ["told by Ben", "told by you"]
    ben.editor.set("informed", told, "by", "Ruth Ashdown")
    people.exchange()
    assert {said(one) for one in (lead, ben)} == {"told by Ruth Ashdown, written down: Ben"}
    lead.editor.set("informed", told, "by", "Ben")
    lead.editor.set("informed", told, "by", "Ruth Ashdown")
    people.exchange()
    assert [said(one) for one in (lead, ben)] == ["told by you", "told by Ruth Ashdown"]
