"""Ratings given by judgement, and the ratings panel's decisions: each one step, and the computed rating never replaced."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from inspector_app.commands import words as command_words
from inspector_app.core.domain.draft.copies import Scope
from inspector_app.core.domain.inspection import GivenRating, PanelDecision
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services import editor
from inspector_app.core.services.documents import exchange
from inspector_app.core.services.results import panel, ratings
from inspector_app.core.services.results.ratings import rate
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.words import panel as panel_words
from inspector_app.ui.words import rating as rating_words
from tests.services.colleagues import Team
from tests.services.test_copies import told

pytestmark = pytest.mark.usefixtures("no_backups")


@pytest.fixture
def trafford(make_workspace: Callable[..., Workspace]) -> Workspace:
    made = make_workspace("Trafford")
    exchange.import_file(made, exchange.sample_document())
    return made


def given(workspace: Workspace, subject: str) -> GivenRating | None:
    return next((r for r in workspace.inspection().ratings if r.subject == subject), None)


def decided(workspace: Workspace, standard: str) -> PanelDecision | None:
    return next((d for d in workspace.inspection().panel if d.standard == standard), None)


@pytest.mark.parametrize(
    ("framework", "subject", "word", "field", "value"),
    [("iyjwcv-2025", "V1", "Good", "rating", "Good"), ("fji-2014", "T1", None, "stars", 3)],
)
def test_people_rate_by_a_word_which_is_kept_as_stars_where_the_framework_has_stars(
    make_workspace: Callable[..., Workspace], framework: str, subject: str, word: str | None, field: str, value: object
) -> None:
    workspace = make_workspace("Wexborough", framework)
    chosen = word or next(w.word for w in workspace.framework.rating.words if w.points == value)
    assert panel.given_in(workspace.framework) == field
    workspace.editor.set("rating", subject, field, panel.given(workspace.framework, chosen))
    assert getattr(given(workspace, subject), field) == value
    assert panel.word_of(workspace.framework, getattr(given(workspace, subject), field)) == chosen
    assert panel.word_of(workspace.framework, None) is None
    workspace.editor.set("rating", subject, field, panel.given(workspace.framework, None))
    assert not getattr(given(workspace, subject), field, None)
    workspace.editor.undo("rating", subject)
    assert getattr(given(workspace, subject), field) == value


def test_a_decision_of_the_panel_stands_beside_the_computed_rating(trafford: Workspace) -> None:
    trafford.editor.set("panel", "2.1", "to", "Good")
    assert rate(trafford.framework, trafford.inspection()).standard("2.1").rating == "Requires improvement"  # a draft
    trafford.editor.set("panel", "2.1", "reason", "Close.")
    rated = rate(trafford.framework, trafford.inspection()).standard("2.1")
    assert (rated.rating, rated.computed) == ("Good", "Requires improvement")
    trafford.editor.set("panel", "2.1", "question", "2.1.2")
    assert decided(trafford, "2.1") == PanelDecision("2.1", "Good", "Close.", "2.1.2")
    trafford.editor.set("panel", "2.1", "question", None)
    assert decided(trafford, "2.1") == PanelDecision("2.1", "Good", "Close.")


def test_a_draft_of_a_decision_is_kept_here_and_leaves_in_no_document(trafford: Workspace, tmp_path: Path) -> None:
    trafford.editor.set("panel", "2.1", "to", "Good")
    trafford.editor.set("panel", "2.2", "to", "Good")
    trafford.editor.set("panel", "2.2", "reason", "Close.")
    exchange.export(trafford, tmp_path / "out.json")
    found = exchange.load(tmp_path / "out.json")[1]
    assert [decision.standard for decision in found.panel] == ["2.2"]
    assert exchange.import_file(trafford, tmp_path / "out.json").changes == 0
    assert decided(trafford, "2.1") == PanelDecision("2.1", "Good")


def test_withdrawing_takes_all_of_a_decision_away_and_one_undo_brings_all_of_it_back(trafford: Workspace) -> None:
    trafford.editor.set("panel", "2.2", "to", "Good")
    trafford.editor.set("panel", "2.2", "question", "2.2.2")
    trafford.editor.set("panel", "2.2", "reason", "Late referrals")
    before = decided(trafford, "2.2")
    panel.withdraw(trafford, "2.2", {"to": "Good", "reason": "Late referrals", "question": "2.2.2", "members": ""})
    assert decided(trafford, "2.2") is None
    assert trafford.history("panel", "2.2", "reason")[0].value is None
    trafford.editor.undo("panel", "2.2")
    assert decided(trafford, "2.2") == before


def test_what_a_decision_would_do_is_known_before_it_is_made(trafford: Workspace) -> None:
    found = {e.to: e for e in panel.effects(trafford.framework, trafford.inspection(), "2.1")}
    assert {to: (e.score, e.overall) for to, e in found.items()} == {
        "Inadequate": (3, "Requires improvement"), "Requires improvement": (4, "Requires improvement"),
        "Good": (5, "Requires improvement"), "Outstanding": (6, "Requires improvement"),
    }  # fmt: skip
    assert found["Good"].footnote == (
        "Professional discretion was applied at the ratings panel increasing this rating from "
        "'Requires improvement' to 'Good'."
    )
    assert "lowering" in found["Inadequate"].footnote
    assert found["Requires improvement"].footnote == ""
    assert rate(trafford.framework, trafford.inspection()).score == 4
    for word, effect in found.items():  # and it is so
        panel.decide(trafford, "2.1", word, "Requires improvement", "")
        trafford.editor.set("panel", "2.1", "reason", "Close.")
        rated = rate(trafford.framework, trafford.inspection())
        assert (rated.score, rated.overall) == (effect.score, effect.overall)
        trafford.editor.set("panel", "2.1", "reason", None)
        trafford.editor.set("panel", "2.1", "to", None)


def test_a_conflict_of_interest_of_a_member_is_recorded_with_the_decision_and_goes_into_the_panels_copy(
    trafford: Workspace,
) -> None:
    computed = ratings.rate(trafford.framework, trafford.rated_from()).standard("2.1").computed
    said = panel.Decision("Good", "Close.", "Ruth Ashdown, Tom Bell", interests=" Tom Bell worked there and left. ")
    panel.record_decision(trafford, "2.1", said, computed, {})
    (stands,) = panel.record(trafford, "2.1")
    assert stands.interests == "Tom Bell worked there and left."
    panels = told(trafford, Scope.PANEL)
    assert "Decisions of the ratings panel" in panels
    assert "worked there" in panels
    assert "worked there" not in told(trafford, Scope.SERVICE)
    panel.withdraw(trafford, "2.1", {})
    assert trafford.editor.held("panel", "2.1", "interests").value is None
    assert panel.record(trafford, "2.1")[0].interests == stands.interests


def test_the_panels_copy_tells_decisions_that_kept_a_rating_and_those_that_were_withdrawn(trafford: Workspace) -> None:
    computed = {s.ref: s.computed for s in ratings.rate(trafford.framework, trafford.rated_from()).standards}
    panel.record_decision(trafford, "2.1", panel.Decision(None, "Looked at twice.", "Ann"), computed["2.1"], {})
    panel.record_decision(trafford, "2.2", panel.Decision("Outstanding", "Too close.", "Ann"), computed["2.2"], {})
    panel.withdraw(trafford, "2.2", {})
    (kept, withdrawn) = panel.records(trafford)
    assert (kept.standard, kept.kept, withdrawn.standard, withdrawn.ended_by) == ("2.1", True, "2.2", "Ruth Ashdown")
    panels = told(trafford, Scope.PANEL)
    for said in ("Looked at", "twice.", "kept", "Too close.", "No: ended"):  # in narrow cells
        assert said in panels
    assert not [said for said in ("twice", "Too close") if said in told(trafford, Scope.SERVICE)]


def test_a_decision_is_recorded_with_its_members_and_stays_in_the_record_when_it_is_withdrawn(
    trafford: Workspace,
) -> None:
    panel.decide(trafford, "2.1", "Good", "Requires improvement", "")
    trafford.editor.set("panel", "2.1", "members", "Ruth Ashdown, Tom Bell")
    assert panel.record(trafford, "2.1") == ()  # a draft
    trafford.editor.set("panel", "2.1", "reason", "Close.")
    (stands,) = panel.record(trafford, "2.1")
    assert (stands.computed, stands.to, stands.by) == ("Requires improvement", "Good", "Ruth Ashdown")
    assert (stands.members, stands.reason, stands.ended_at) == ("Ruth Ashdown, Tom Bell", "Close.", "")
    shown = {"to": "Good", "reason": "Close.", "question": "", "members": "Ruth Ashdown, Tom Bell"}
    panel.withdraw(trafford, "2.1", shown)
    assert decided(trafford, "2.1") is None
    (withdrawn,) = panel.record(trafford, "2.1")
    assert (withdrawn.to, withdrawn.reason, withdrawn.members) == ("Good", "Close.", "Ruth Ashdown, Tom Bell")
    assert withdrawn.ended_by == "Ruth Ashdown"
    assert withdrawn.ended_at >= withdrawn.at
    panel.decide(trafford, "2.1", "Outstanding", "Requires improvement", "")
    trafford.editor.set("panel", "2.1", "reason", "Seen.")
    assert [one.to for one in panel.record(trafford, "2.1")] == ["Good", "Outstanding"]


def test_a_decision_on_an_unfinished_inspection_is_allowed_and_provisional(trafford: Workspace) -> None:
    trafford.editor.set("judgement", f"{trafford.case_id('C07')}/2.1.2", "answer", None)
    panel.decide(trafford, "2.1", "Good", "Requires improvement", "")
    trafford.editor.set("panel", "2.1", "reason", "Close.")
    rated = rate(trafford.framework, trafford.inspection())
    assert rated.standard("2.1").rating == "Good"
    assert (rated.standard("2.1").provisional, rated.standard("2.2").provisional) == (True, False)
    assert rated.provisional
    panels = " ".join(told(trafford, Scope.PANEL).split())
    assert "2.1 Assessing Good" in panels
    assert "(provisional)" in panels
    assert "Yes:" in panels  # "Yes: provisional" in a narrow cell of the record of decisions


def test_a_rating_outside_the_framework_has_no_effect_and_is_named(trafford: Workspace) -> None:
    trafford.editor.set("panel", "2.1", "to", "Splendid")
    trafford.editor.set("panel", "2.1", "reason", "Close.")
    assert rate(trafford.framework, trafford.inspection()).standard("2.1").rating == "Requires improvement"
    assert [(one.subject, one.word, one.panel) for one in panel.unknown_ratings(trafford)] == [
        ("2.1", "Splendid", True)
    ]


GOOD = panel.Decision("Good", "Close.", "Ruth Ashdown")


def test_a_decision_on_what_the_framework_does_not_have_is_refused_and_records_nothing(trafford: Workspace) -> None:
    for standard, decision in (
        ("9.9", GOOD), ("", GOOD), ("2.1", replace(GOOD, to="Superb")), ("2.1", replace(GOOD, question="9.9.9")),
    ):  # fmt: skip
        with pytest.raises(Expected) as refused:
            panel.record_decision(trafford, standard, decision, "Requires improvement", {})
        assert refused.value.code is Code.VALUE_INVALID
    assert trafford.inspection().panel == ()
    assert panel.records(trafford) == ()


def test_a_decision_for_the_computed_rating_keeps_it_and_changes_none_that_is_computed_later(
    trafford: Workspace,
) -> None:
    panel.record_decision(trafford, "2.1", replace(GOOD, to="Requires improvement"), "Requires improvement", {})
    assert trafford.inspection().panel == ()
    (one,) = panel.record(trafford, "2.1")
    assert one.kept


def test_a_rating_confirmed_in_its_box_is_said_to_be_kept_wherever_it_is_computed_otherwise_later(
    trafford: Workspace,
) -> None:
    """The panel's copy, the page and the box said that it was changed from this rating to the same."""
    word = "Requires improvement"
    panel.decide(trafford, "2.1", word, word, None)
    trafford.editor.set("panel", "2.1", "reason", "We confirm it.")
    for judged in trafford.inspection().judgements:
        if judged.question.startswith("2.1"):
            trafford.editor.set("judgement", f"{judged.case}/{judged.question}", "answer", "yes")
    whole = rate(trafford.framework, trafford.inspection())
    rated = whole.standard("2.1")
    assert (rated.computed, rated.rating) == ("Outstanding", word)
    copy = " ".join(told(trafford, Scope.PANEL).split())
    assert f"Kept by the ratings panel: '{word}'." in copy
    assert f"Ratings panel, 2.1 Assessing, kept at '{word}' on 2.1" in copy
    assert f"from '{word}' to '{word}'" not in copy
    assert rating_words.standing(trafford.framework, rated).startswith(
        f"kept by the panel: {word} · computed since the panel: Outstanding"
    )
    assert panel_words.panel_state(rated, word, "We confirm it.").startswith(f"Kept by the panel: {word}")
    (stands,) = panel.record(trafford, "2.1")
    assert panel_words.so_far(stands, rated) == f"kept: {word} · now it is computed: Outstanding"
    (line,) = (one for one in command_words.rated(whole, "", "") if one.startswith("2.1 "))
    assert f"kept by the ratings panel at {word}; computed as Outstanding since" in line


def test_decisions_taken_apart_both_stand_contested_and_neither_counts_until_one_is_settled_on(people: Team) -> None:
    exchange.import_file(people.lead, exchange.sample_document())
    ada = people.colleague("Ada", "Quality lead")
    panel.record_decision(people.lead, "2.1", GOOD, "Requires improvement", {})
    panel.record_decision(ada, "2.1", replace(GOOD, to="Inadequate"), "Requires improvement", {})
    people.exchange()
    for workspace in people.workspaces:
        found = panel.record(workspace, "2.1")
        assert {(one.to, one.contested, one.ended_at) for one in found} == {
            ("Good", True, ""),
            ("Inadequate", True, ""),
        }
        assert rate(workspace.framework, workspace.inspection()).standard("2.1").rating == "Requires improvement"
    panel.record_decision(people.lead, "2.1", GOOD, "Requires improvement", {})
    (stands,) = [one for one in panel.record(people.lead, "2.1") if not one.ended_at]
    assert (stands.to, stands.contested) == ("Good", False)


def test_a_laptop_whose_clock_is_behind_tears_no_decision_of_the_record_apart(
    people: Team, monkeypatch: pytest.MonkeyPatch
) -> None:
    exchange.import_file(people.lead, exchange.sample_document())
    ada = people.colleague("Ada", "Quality lead")
    panel.record_decision(people.lead, "2.1", GOOD, "Requires improvement", {})
    people.exchange()
    shown = {"to": "Good", "reason": "Close.", "question": "", "members": "Ruth Ashdown"}
    with monkeypatch.context() as patch:
        patch.setattr(editor, "now", lambda: "2020-01-01T00:00:00+00:00")
        panel.withdraw(ada, "2.1", shown)
    people.exchange()
    for workspace in people.workspaces:
        (one,) = panel.record(workspace, "2.1")
        assert (one.to, one.reason, one.members, one.ended_by) == ("Good", "Close.", "Ruth Ashdown", "Ada")


def test_who_withdrew_a_decision_stays_so_whatever_is_decided_afterwards(people: Team) -> None:
    """Of two who withdrew it apart the record named one, and the other from the next decision on."""
    exchange.import_file(people.lead, exchange.sample_document())
    ada, ben = people.colleague("Ada", "Quality lead"), people.colleague("Ben")
    panel.record_decision(people.lead, "2.1", GOOD, "Requires improvement", {})
    people.exchange()
    shown = {"to": "Good", "reason": "Close.", "question": "", "members": "Ruth Ashdown"}
    for one in (ada, ben):
        panel.withdraw(one, "2.1", shown)
    people.exchange()
    (before,) = panel.record(people.lead, "2.1")
    panel.record_decision(ben, "2.1", replace(GOOD, to="Inadequate"), "Requires improvement", {})
    people.exchange()
    assert [panel.record(one, "2.1")[0] for one in people.workspaces] == [before] * 3


@pytest.mark.parametrize("field", ["reason", "members", "interests", "to", "question"])
def test_what_somebody_else_writes_into_a_decision_stands_in_their_name_beside_what_was_decided(
    people: Team, field: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By a member's package the record said that the lead had decided for a reason that the member wrote."""
    lead, ben = people.lead, people.colleague("Ben")
    exchange.import_file(lead, exchange.sample_document())
    panel.record_decision(lead, "2.1", replace(GOOD, interests="None."), "Requires improvement", {})
    lead.editor.set("panel", "2.1", "reason", "Close, and more.")
    people.exchange()
    (before,) = panel.record(lead, "2.1")
    assert (before.by, before.reason) == ("Ruth Ashdown", "Close, and more."), "one goes on with what is one's own"
    monkeypatch.setattr(editor, "now", lambda: "2040-01-01T00:00:00+00:00")
    ben.editor.set("panel", "2.1", field, {"to": "Inadequate", "question": "2.1.2"}.get(field, "Ben wrote this."))
    people.exchange()
    for workspace in (lead, ben):
        former, *now = panel.record(workspace, "2.1")
        if field == "question":  # no part of the record
            assert (former, now) == (before, [])
            continue
        assert former == replace(before, ended_by="Ben", ended_at=former.ended_at)
        assert [(one.by, one.ended_at) for one in now] == [("Ben", "")]
