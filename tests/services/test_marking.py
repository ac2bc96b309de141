"""Blind second marking: what the second marker is shown, and the two markings side by side."""

from collections import Counter
from collections.abc import Callable
from fractions import Fraction
from functools import partial
from pathlib import Path

import pytest

from inspector_app.core.domain.inspection import Answer
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.cases import conflicts, marking, reviews
from inspector_app.core.services.cases.comparing import Comparison
from inspector_app.core.services.documents import exchange
from inspector_app.core.services.fieldwork import week
from inspector_app.core.services.people import team
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.results import by_question, ratings
from inspector_app.core.services.workspace import Workspace
from tests.services.colleagues import Did, Team

pytestmark = pytest.mark.usefixtures("no_backups")

YES, NO, NA = Answer.YES, Answer.NO, Answer.NA
SECRET = "the first wrote this of the child"
OWN = "what the second saw"


class Blind:
    """C01 is Ruth's (the lead), who has judged and written on it; Tom was asked to mark it second and knows."""

    def __init__(self, people: Team) -> None:
        self.people, self.case = people, people.lead.case_id("C01")
        self.lead, self.tom = people.workspaces[:2]

    @classmethod
    def begun(cls, people: Team) -> None:
        people.colleague("Tom Okafor")
        blind = Blind(people)
        blind.lead.editor.set("case", blind.case, "inspector", blind.lead.me)
        blind.first("2.1.1", "yes", SECRET)
        blind.first("2.1.1/a", "yes", SECRET)
        blind.first("2.1.1/b", "no")
        marking.ask(blind.lead, blind.case, blind.tom.me)
        people.give(blind.lead, blind.tom)

    def first(self, item: str, answer: str | None, text: str | None = None) -> None:
        self._mark(self.lead, "", item, answer, text)

    def second(self, item: str, answer: str | None, text: str | None = None) -> None:
        self._mark(self.tom, "second_", item, answer, text)

    def _mark(self, at: Workspace, kind: str, item: str, answer: str | None, text: str | None) -> None:
        entity, field = ("prompt", "note") if "/" in item else ("judgement", "rationale")
        of = f"{self.case}/{item}@{at.me}" if kind else f"{self.case}/{item}"
        at.editor.set(f"{kind}{entity}", of, "answer", answer)
        if text:
            at.editor.set(f"{kind}{entity}", of, field, text)

    def finish(self) -> None:
        marking.done(self.lead, self.case)
        marking.done(self.tom, self.case)
        self.people.exchange()


@pytest.fixture
def blind(after: Callable[[Did], Team]) -> Blind:
    return Blind(after(Blind.begun))


def refused(attempt: Callable[[], object]) -> Expected:
    with pytest.raises(Expected) as caught:
        attempt()
    return caught.value


def shown(workspace: Workspace, case: str) -> str:
    """Everything the window can ask for about a case, as text; with it, what can be found in the other lists."""
    page = workspace.question_page(case, "2.1.1")
    entities = ("judgement", "prompt", "second_judgement", "second_prompt", "comment")
    items = [f"{case}/2.1.1", *(p.id for p in page.prompts), *(c.id for c in reviews.comments(workspace, case))]
    return repr(
        [
            page,
            workspace.case_rows(),
            workspace.case_row(case),
            workspace.case_row(case).marks,
            [workspace.history(entity, item) for entity in entities for item in items if _fits(entity, item)],
            conflicts.conflicts(workspace),
            reviews.comments(workspace, case),
        ]
    )


def _fits(entity: str, item: str) -> bool:
    return item.count("/") == (2 if entity.endswith("prompt") else 1)


def test_the_second_marker_sees_an_empty_page_to_be_written_elsewhere(blind: Blind) -> None:
    page = blind.tom.question_page(blind.case, "2.1.1")
    assert (page.entity, page.answer, page.rationale, page.saved) == ("second_judgement", None, "", "")
    assert {(p.entity, p.answer, p.note, p.saved) for p in page.prompts} == {("second_prompt", None, "", "")}
    waits = week.waiting(blind.tom, week.standing(blind.tom))
    assert waits.to_mark == (blind.case,), "nothing told them that it was asked of them"
    row = blind.tom.case_row(blind.case)
    assert (row.gaps, row.since) == (row.items, "")
    assert row in blind.tom.case_rows()
    assert blind.tom.case_row(blind.case).marks == row.marks
    assert all(m.answer is None and m.prompts_answered == 0 for m in row.marks)


def test_the_second_marker_sees_their_own_answers_as_they_give_them(blind: Blind) -> None:
    blind.second("2.1.1", "no", OWN)
    blind.second("2.1.1/a", "na", OWN)
    page = blind.tom.question_page(blind.case, "2.1.1")
    assert (page.answer, page.rationale) == (NO, OWN)
    assert (page.prompts[0].answer, page.prompts[0].note) == (NA, OWN)
    row = blind.tom.case_row(blind.case)
    assert row.gaps == row.items - 2
    assert row.since == max(page.saved, page.prompts[0].saved) != ""
    assert [h.value for h in blind.tom.history(page.entity, page.id, "answer")] == ["no"]
    blind.tom.editor.undo(page.prompts[0].entity, page.prompts[0].id)
    assert blind.tom.question_page(blind.case, "2.1.1").prompts[0].note == ""


def test_other_cases_and_other_people_are_not_affected(blind: Blind) -> None:
    other = blind.lead.case_id("C02")
    blind.lead.editor.set("judgement", f"{other}/2.1.1", "answer", "yes")
    blind.people.give(blind.lead, blind.tom)
    assert blind.tom.question_page(other, "2.1.1") == blind.lead.question_page(other, "2.1.1")
    assert blind.tom.question_page(other, "2.1.1").entity == "judgement"
    third = blind.people.colleague("Ana Bright")
    assert third.question_page(blind.case, "2.1.1") == blind.lead.question_page(blind.case, "2.1.1")
    assert third.case_rows() == blind.lead.case_rows()
    assert blind.lead.question_page(blind.case, "2.1.1").answer is YES


def test_nothing_the_first_wrote_is_shown_to_the_second_by_any_door_until_both_are_done(blind: Blind) -> None:
    reviews.return_(blind.lead, blind.case, [(f"{blind.case}/2.1.1", SECRET)])
    third = blind.people.colleague("Ana Bright")
    third.editor.set("judgement", f"{blind.case}/2.1.1", "rationale", f"{SECRET} too")
    blind.first("2.1.1", "no", f"{SECRET} as well")  # contested with what Ana wrote
    blind.people.exchange()
    assert conflicts.conflicts(blind.lead) != []
    assert conflicts.conflicts(blind.tom) == []
    blind.second("2.1.1/a", "na", OWN)
    for one in (
        blind.lead,
        blind.tom,
        third,
    ):  # the list is read together, and says of each case what is read of it alone
        assert one.case_rows() == [one.case_row(row.id) for row in one.case_rows()]
    assert [one.case_row(blind.case).marks[0].contested for one in (blind.lead, blind.tom, third)] == [
        True,
        False,
        True,
    ]
    assert SECRET not in shown(blind.tom, blind.case)
    assert SECRET in shown(blind.lead, blind.case)
    comment = reviews.comments(blind.lead, blind.case)[0].id
    assert blind.tom.history("comment", comment) == []
    assert reviews.stage(blind.tom, blind.case).open_comments == 0
    marking.done(blind.tom, blind.case)
    assert SECRET not in shown(blind.tom, blind.case)
    marking.done(blind.lead, blind.case)
    blind.people.exchange()
    assert SECRET in shown(blind.tom, blind.case)
    assert conflicts.conflicts(blind.tom) == conflicts.conflicts(blind.lead)
    assert blind.tom.question_page(blind.case, "2.1.1") == blind.lead.question_page(blind.case, "2.1.1")


def test_what_the_second_wrote_is_shown_to_nobody_else_until_both_are_done(blind: Blind) -> None:
    blind.second("2.1.1", "no", OWN)
    own = reviews.comment(blind.tom, blind.case, blind.case, "the file has two plans")
    blind.people.exchange()
    assert OWN not in shown(blind.lead, blind.case)
    assert [c.id for c in reviews.comments(blind.tom, blind.case)] == [own]
    assert blind.lead.history("second_judgement", f"{blind.case}/2.1.1@{blind.tom.me}") == []
    blind.finish()
    assert blind.lead.history("second_judgement", f"{blind.case}/2.1.1@{blind.tom.me}") != []


def test_the_next_gap_is_one_of_the_second_markers_own(blind: Blind) -> None:
    letters = [p.ref for p in blind.tom.question_page(blind.case, "2.1.1").prompts]
    assert letters[:3] == ["a", "b", "c"]  # the first answered a, b and the judgement
    found = [blind.tom.next_gap(blind.case, "2.1.1", letter) for letter in letters]
    assert found == [(blind.case, "2.1.1", ref) for ref in [*letters[1:], None]]
    blind.second("2.1.1/c", "yes")
    assert blind.tom.next_gap(blind.case, "2.1.1", "b") == (blind.case, "2.1.1", [*letters, None][3])
    assert blind.lead.next_gap(blind.case, "2.1.1", "a") == (blind.case, "2.1.1", "c")


def test_the_commands_write_and_read_the_second_markers_own_answers(blind: Blind) -> None:
    assert blind.tom.item("C01", "2.1.1") == ("second_judgement", f"{blind.case}/2.1.1@{blind.tom.me}")
    assert blind.tom.item("C01", "2.1.1/a") == ("second_prompt", f"{blind.case}/2.1.1/a@{blind.tom.me}")
    assert blind.lead.item("C01", "2.1.1/a") == ("prompt", f"{blind.case}/2.1.1/a")
    assert blind.tom.item("C02", "2.1.1/a")[0] == "prompt"


def test_second_answers_never_count_in_the_ratings_nor_leave_in_a_document(blind: Blind, tmp_path: Path) -> None:
    before = blind.tom.inspection()
    rated = ratings.rate(blind.tom.framework, before)
    blind.second("2.1.1", "no", OWN)
    blind.second("2.1.1/a", "no", OWN)
    assert blind.tom.inspection() == before
    assert blind.tom.judgements()[blind.case, "2.1.1"] is YES
    assert ratings.rate(blind.tom.framework, blind.tom.inspection()) == rated
    blind.finish()
    for workspace in (blind.tom, blind.lead):
        path = tmp_path / "out.json"
        exchange.export(workspace, path)
        assert OWN not in path.read_text(encoding="utf-8")
        assert SECRET in path.read_text(encoding="utf-8")


def test_only_the_disagreements_come_first_and_the_figures_are_right(blind: Blind) -> None:
    blind.first("2.1.2", "yes")
    blind.first("2.2.1", "yes", "only the first answered this")
    blind.second("2.1.1", "no", OWN)  # first: yes
    blind.second("2.1.1/a", "yes")  # yes
    blind.second("2.1.1/b", "na")  # no
    blind.second("2.1.1/c", "no")  # unanswered
    blind.second("2.1.2", "yes")  # yes
    blind.finish()
    found = marking.comparison(blind.lead, blind.case)
    assert found.cases == ("C01",)
    assert [(d.question, d.prompt, d.first.answer, d.second.answer) for d in found.disagreements] == [
        ("2.1.1", None, YES, NO),
        ("2.1.1", "b", NO, NA),
    ]
    first, second = found.disagreements[0].first, found.disagreements[0].second
    assert (first.text, second.text) == (SECRET, OWN)
    assert [(a.question, a.prompt) for a in found.agreements] == [("2.1.1", "a"), ("2.1.2", None)]
    assert [(u.question, u.prompt) for u in found.unanswered] == [("2.1.1", "c"), ("2.2.1", None)]
    assert found.counts == {(YES, NO): 1, (NO, NA): 1, (YES, YES): 2}
    assert (found.figures.pairs, found.figures.agreed, found.figures.percent) == (4, 2, 50)
    # p: yes 5/8, no 2/8, n/a 1/8; e = (15 + 12 + 7) / 64 / 2 = 17/64; (32 - 17) / (64 - 17)
    assert found.figures.gwet_ac1 == Fraction(15, 47)
    assert found.figures.kappa is None
    assert (found.judgements.pairs, found.judgements.agreed) == (2, 1)
    assert (found.prompts.pairs, found.prompts.agreed) == (2, 1)


def test_both_laptops_compute_the_same_comparison_after_exchanging_packages(blind: Blind) -> None:
    """Each works on for a while without knowing of the other; the packages cross."""
    for number, item in enumerate(["2.1.1", "2.1.2", "2.1.1/a", "2.1.1/b", "2.2.1", "2.2.2"]):
        blind.first(item, ["yes", "no", "na"][number % 3], f"first {number}")
        blind.second(item, ["yes", "no"][number % 2], f"second {number}")
    marking.done(blind.tom, blind.case)
    blind.people.give(blind.tom, blind.lead)
    assert refused(lambda: marking.comparison(blind.lead, blind.case)).code is Code.NOT_BOTH_DONE
    marking.done(blind.lead, blind.case)
    blind.people.exchange()
    third = blind.people.colleague("Ana Bright")
    found = [marking.comparison(w, blind.case) for w in (blind.lead, blind.tom, third)]
    assert found[0] == found[1] == found[2]
    assert found[0].figures.pairs == 6
    assert [marking.overall(w) for w in (blind.lead, blind.tom)] == [found[0], found[0]]
    assert [conflicts.conflicts(w) for w in blind.people.workspaces] == [[], [], []]


def test_before_both_are_done_the_comparison_is_refused_to_everyone(blind: Blind) -> None:
    for act, waiting in (
        (lambda: None, "Ruth Ashdown and Tom Okafor"),
        (lambda: marking.done(blind.tom, blind.case), "Ruth Ashdown"),
    ):
        act()
        blind.people.exchange()
        for workspace in blind.people.workspaces:
            error = refused(lambda w=workspace: marking.comparison(w, blind.case))
            assert (error.code, error.facts) == (Code.NOT_BOTH_DONE, {"case": "C01", "waiting": waiting})
            assert marking.overall(workspace).cases == ()


def test_what_the_first_changes_after_the_two_have_talked_does_not_pass_for_agreement(blind: Blind) -> None:
    blind.second("2.1.1", "no")
    blind.finish()
    before = marking.comparison(blind.lead, blind.case)
    blind.first("2.1.1", "no", "we talked")
    blind.people.exchange()
    after = marking.comparison(blind.lead, blind.case)
    assert after == marking.comparison(blind.tom, blind.case)
    assert (after.figures, after.counts) == (before.figures, before.counts)
    (first, _) = after.disagreements[0].marks
    assert (first.answer, first.text, first.since, first.now) == (YES, SECRET, True, NO)
    assert blind.lead.inspection().judgements[0].answer is NO
    marking.done(blind.lead, blind.case)
    assert marking.comparison(blind.lead, blind.case) == after


def test_done_again_before_the_other_is_done_counts_from_now(blind: Blind) -> None:
    marking.done(blind.lead, blind.case)
    blind.first("2.1.1", "na")
    marking.done(blind.lead, blind.case)
    blind.second("2.1.1", "na")
    marking.done(blind.tom, blind.case)
    blind.people.exchange()
    assert marking.comparison(blind.tom, blind.case).disagreements == ()


def test_an_answer_contested_when_the_first_was_done_is_no_answer(blind: Blind) -> None:
    third = blind.people.colleague("Ana Bright")
    third.editor.set("judgement", f"{blind.case}/2.1.1", "answer", "no")
    blind.first("2.1.1", "na")
    blind.people.give(third, blind.lead)
    blind.second("2.1.1", "na")
    blind.finish()
    found = marking.comparison(blind.tom, blind.case)
    own = found.unanswered[0]
    assert (own.question, own.prompt, own.first.answer, own.second.answer) == ("2.1.1", None, None, NA)
    assert found.figures.pairs == 0
    assert found.figures.percent is found.figures.gwet_ac1 is None


def test_all_second_markings_together(blind: Blind) -> None:
    other = blind.lead.case_id("C02")
    blind.lead.editor.set("case", other, "inspector", blind.lead.me)
    blind.lead.editor.set("judgement", f"{other}/2.1.1", "answer", "yes")
    marking.ask(blind.lead, other, blind.tom.me)
    blind.people.exchange()
    blind.tom.editor.set("second_judgement", f"{other}/2.1.1@{blind.tom.me}", "answer", "yes")
    blind.second("2.1.1", "no")
    blind.finish()
    assert marking.overall(blind.lead).cases == ("C01",)
    marking.done(blind.tom, other)
    marking.done(blind.lead, other)
    blind.people.exchange()
    found = marking.overall(blind.tom)
    assert found.cases == ("C01", "C02")
    assert [(d.case_ref, d.question) for d in found.disagreements] == [("C01", "2.1.1")]
    assert [(d.case_ref, d.question) for d in found.agreements] == [("C02", "2.1.1")]


def test_kappa_is_given_from_thirty_pairs(blind: Blind) -> None:
    framework, row = blind.lead.framework, blind.lead.case_row(blind.case)
    items = [f"{q.ref}/{p.ref}" for _, q in framework.sample_questions(row.sample) for p in q.prompts][:30]
    for number, item in enumerate(items):
        blind.first(item, "no" if number < 10 else "yes")
        blind.second(item, "no" if number < 9 else "yes")
    blind.finish()
    found = marking.comparison(blind.lead, blind.case)
    assert found.prompts.pairs == 30
    assert found.prompts.kappa is not None
    assert found.judgements.kappa is None


def test_who_is_what_in_a_second_marking(blind: Blind) -> None:
    third = blind.people.colleague("Ana Bright")
    seen = [marking.second_marking(w, blind.case) for w in (blind.lead, blind.tom, third)]
    assert [(s.mine, s.blind, s.marker_name, s.complete) for s in seen if s] == [
        ("first", False, "Tom Okafor", False),
        ("second", True, "Tom Okafor", False),
        ("", False, "Tom Okafor", False),
    ]
    assert marking.second_marking(blind.tom, blind.tom.case_id("C02")) is None
    assert refused(lambda: marking.done(third, blind.case)).code is Code.VALUE_INVALID
    blind.finish()
    after = marking.second_markings(blind.tom)[blind.case]
    assert (after.first_done, after.own_done, after.complete, after.blind) == (True, True, True, False)


def test_nobody_who_answered_on_a_case_marks_it_second(blind: Blind) -> None:
    lead, tom = blind.lead, blind.tom
    mine, toms = lead.case_id("C02"), lead.case_id("C03")
    lead.editor.set("judgement", f"{mine}/2.1.1", "answer", "yes")
    tom.editor.set("prompt", f"{toms}/2.1.1/a", "answer", "no")
    for laptop, case, entity, item in ((lead, mine, "judgement", "2.1.1"), (tom, toms, "prompt", "2.1.1/a")):
        assert marking.answered(laptop, case) == {laptop.me}
        assert "answered" in str(refused(partial(marking.ask, laptop, case, laptop.me)).facts["why"])
        assert marking.second_marking(laptop, case) is None
        laptop.editor.undo(entity, f"{case}/{item}")
        marking.ask(laptop, case, laptop.me)


def test_what_makes_no_sense_is_refused(blind: Blind, people: Team) -> None:
    lead, case = blind.lead, blind.case
    assert refused(lambda: marking.ask(lead, case, "nobody-we-know")).code is Code.PERSON_UNKNOWN
    assert refused(lambda: marking.ask(lead, case, lead.me)).code is Code.VALUE_INVALID
    assert refused(lambda: marking.ask(lead, "no-such-case", blind.tom.me)).code is Code.CASE_UNKNOWN
    other = lead.case_id("C02")
    for attempt in (marking.done, marking.comparison, marking.withdraw):
        assert refused(lambda act=attempt: act(lead, other)).code is Code.NO_SECOND_MARKING
    lead.editor.set("person", "by-name-only", "name", "Sam Cole")
    assert refused(lambda: marking.ask(lead, case, "by-name-only")).code is Code.NO_CARD
    blind.finish()
    third = people.colleague("Ana Bright")
    assert refused(lambda: marking.ask(lead, case, third.me)).code is Code.VALUE_INVALID
    assert refused(lambda: marking.withdraw(lead, case)).code is Code.VALUE_INVALID


def test_withdrawn_the_second_marker_sees_the_case_like_anybody(blind: Blind) -> None:
    blind.second("2.1.1", "no", OWN)
    marking.withdraw(blind.lead, blind.case)
    blind.people.exchange()
    assert marking.second_marking(blind.tom, blind.case) is None
    assert blind.tom.question_page(blind.case, "2.1.1") == blind.lead.question_page(blind.case, "2.1.1")
    assert OWN not in repr(blind.tom.inspection())


def test_somebody_else_asked_instead_starts_with_an_empty_page_and_the_same_person_goes_on(blind: Blind) -> None:
    blind.second("2.1.1", "no", OWN)
    blind.people.exchange()
    marking.ask(blind.lead, blind.case, blind.tom.me)
    assert [h.value for h in blind.lead.history("marking", f"{blind.case}/{blind.tom.me}", "asked")] == [True]
    third = blind.people.colleague("Ana Bright")
    marking.ask(blind.lead, blind.case, third.me)
    blind.people.exchange()
    page = third.question_page(blind.case, "2.1.1")
    assert (page.entity, page.answer, page.rationale) == ("second_judgement", None, "")
    assert blind.tom.question_page(blind.case, "2.1.1").answer is YES


def test_two_people_asked_apart_are_both_kept_blind_until_one_is_chosen(blind: Blind) -> None:
    ana = blind.people.colleague("Ana Bright")
    case = blind.lead.case_id("C02")
    blind.lead.editor.set("judgement", f"{case}/2.1.1", "rationale", SECRET)
    blind.people.exchange()
    marking.ask(blind.lead, case, ana.me)
    marking.ask(ana, case, blind.tom.me)
    blind.people.exchange()
    assert SECRET not in shown(ana, case) + shown(blind.tom, case)
    assert conflicts.conflicts(blind.lead) == []
    marking.ask(blind.lead, case, ana.me)
    blind.people.exchange()
    assert SECRET not in shown(ana, case)
    assert SECRET in shown(blind.tom, case)


def test_everything_is_the_same_after_closing_and_opening(blind: Blind, laptop: Laptop) -> None:
    blind.second("2.1.1", "no")
    blind.finish()
    before = _all(blind.lead, blind.case)
    blind.lead.close()
    again = Workspace.open(laptop, blind.lead.path)
    assert _all(again, blind.case) == before
    assert again.problems() == []
    assert len(team.members(again)) == 2
    again.close()


def _all(workspace: Workspace, case: str) -> tuple[Comparison, object]:
    return marking.comparison(workspace, case), marking.second_markings(workspace)


# what leaves the second marker's laptop


@pytest.mark.parametrize("ending", [".json", ".csv", ".xlsx"])
def test_no_export_of_the_second_marker_tells_the_first_marking(blind: Blind, tmp_path: Path, ending: str) -> None:
    exchange.export(blind.tom, tmp_path / f"tom{ending}")
    _, read = exchange.load(tmp_path / f"tom{ending}", "iyjwcv-2025" if ending != ".json" else None)
    of_case = [j for j in (*read.judgements, *read.prompts) if j.case == "C01"]
    assert of_case == []
    assert any(case.ref == "C01" for case in read.cases)
    blind.finish()
    exchange.export(blind.tom, tmp_path / f"both{ending}")
    _, read = exchange.load(tmp_path / f"both{ending}", "iyjwcv-2025" if ending != ".json" else None)
    assert [j.rationale for j in read.judgements if j.case == "C01"] == [SECRET]


def test_no_figure_of_the_second_marker_counts_the_first_marking(blind: Blind) -> None:
    def tally(at: Workspace) -> tuple[int, int]:
        found = ratings.rate(at.framework, at.inspection())
        strip = ratings.rate(at.framework, at.rated_from())
        assert [s.key_questions for s in strip.standards] == [s.key_questions for s in found.standards]
        (one,) = [q for s in found.standards for q in s.key_questions if q.ref == "2.1.1"]
        return one.tally.yes, one.tally.of

    assert tally(blind.lead) == (1, 1)
    assert tally(blind.tom) == (0, 0)
    blind.finish()
    assert tally(blind.tom) == (1, 1)


def test_nobody_is_named_beside_an_answer_before_it_is_settled_but_where_that_is_asked(blind: Blind) -> None:
    blind.second("2.1.1", "no", OWN)
    blind.finish()
    for found in (marking.comparison(blind.lead, blind.case), marking.overall(blind.tom)):
        assert {(side.by, side.laptop) for pair in found.disagreements for side in (pair.first, pair.second)} == {
            ("", "")
        }
    named = marking.comparison(blind.lead, blind.case, names=True).disagreements[0]
    assert (named.first.by, named.second.by) == ("Ruth Ashdown", "Tom Okafor")
    ada = blind.people.colleague("Ada Lowe")
    ada.editor.set("second", blind.case, "settled", True)
    blind.people.give(ada, blind.lead)
    settled = marking.overall(blind.lead).disagreements[0]
    assert (settled.first.by, settled.second.by) == ("Ruth Ashdown", "Tom Okafor")


def test_how_prompts_were_answered_is_counted_as_the_sheet_of_cases_shows_it_and_nothing_of_a_blind_case(
    blind: Blind,
) -> None:
    other = blind.lead.case_id("C02")
    for item, answer in (("2.1.1/a", "no"), ("2.1.1/b", "na"), ("2.1.2/c", "yes")):
        blind.lead.editor.set("prompt", f"{other}/{item}", "answer", answer)
    blind.people.give(blind.lead, blind.tom)
    blind.lead.editor.set("prompt", f"{other}/2.1.1/a", "answer", "yes")
    blind.tom.editor.set("prompt", f"{other}/2.1.1/a", "answer", "na")
    blind.people.exchange()
    for at in (blind.lead, blind.tom):
        shown = {place: Counter(given.values()) for place, given in by_question.read_sheet(at).prompts.items()}
        assert by_question.counted(at) == shown
    assert by_question.counted(blind.lead)["2.1.1", "a"] == {YES: 1}, "the other is contested"
    assert ("2.1.1", "a") not in by_question.counted(blind.tom)
