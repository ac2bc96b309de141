"""Each marker's "done" is their own: asked in another's place or beside another, settled apart, in any order of packages."""

import random
from collections.abc import Callable
from contextlib import suppress

import pytest

from inspector_app.core.domain.inspection import Answer
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.cases import agreeing, case_work, conflicts, how_far, marking
from inspector_app.core.services.workspace import Workspace
from tests.services.colleagues import Did, Team
from tests.services.test_blind_by_every_door import DOORS

pytestmark = pytest.mark.usefixtures("no_backups")
YES, NO, NA = Answer.YES, Answer.NO, Answer.NA
PLACES = ("2.1.1", "2.1.1/a", "2.1.2")


class Markers:
    """C01 is Ruth's, who leads; Flo and Gil mark second, and Ada and Ben are neither. Everybody's texts name them."""

    def __init__(self, people: Team) -> None:
        self.people, self.case = people, people.lead.case_id("C01")
        self.ruth, self.flo, self.gil, self.ada, self.ben = people.workspaces

    @classmethod
    def begun(cls, people: Team) -> None:
        for name in ("Flo Hart", "Gil Poe"):
            people.colleague(name)
        people.colleague("Ada Lowe", "Quality lead")
        people.colleague("Ben Hart")
        markers = cls(people)
        markers.ruth.editor.set("case", markers.case, "inspector", markers.ruth.me)
        markers.answer(markers.ruth, dict.fromkeys(PLACES, "yes"))
        people.exchange()

    @classmethod
    def ended(cls, people: Team) -> None:
        cls.begun(people)
        markers = cls(people)
        markers.ask(markers.flo)
        people.exchange()
        markers.answer(markers.flo, {"2.1.1": "no", "2.1.1/a": "yes", "2.1.2": "no"})
        for at in (markers.ruth, markers.flo):
            marking.done(at, markers.case)
        people.exchange()

    def answer(self, at: Workspace, given: dict[str, str]) -> None:
        """In the marking that is this person's own."""
        for place, answer in given.items():
            entity, item = at.item("C01", place)
            at.editor.set(entity, item, "answer", answer)
            text = "note" if entity.endswith("prompt") else "rationale"
            at.editor.set(entity, item, text, f"written by {at.laptop.person.name}")

    def ask(self, marker: Workspace, *, beside: bool = False, at: Workspace | None = None) -> None:
        marking.ask(at or self.ruth, self.case, marker.me, beside=beside)

    def seen(self, at: Workspace, folder: object) -> str:
        return "".join(repr(door(at, self.case, folder)) for door in DOORS.values())  # type: ignore[arg-type]

    def at(self, workspace: Workspace) -> agreeing.Agreeing:
        return agreeing.agreeing(workspace, self.case)

    def agree_all(self, at: Workspace, which: int = 1) -> None:
        agreeing.agree_equal(at, self.case)
        for item in self.at(at).open:
            agreeing.keep(at, self.case, item.ref, which=which)

    def counted(self, at: Workspace) -> dict[str, Answer | None]:
        found = {(j.case, j.question): j.answer for j in at.rated_from().judgements}
        return {place: found.get((self.case, place)) for place in PLACES if "/" not in place}


@pytest.fixture
def markers(after: Callable[[Did], Team]) -> Markers:
    return Markers(after(Markers.begun))


def refused(act: Callable[[], object]) -> Expected:
    with pytest.raises(Expected) as error:
        act()
    return error.value


def test_who_is_asked_in_anothers_place_is_blind_whatever_the_other_said_meanwhile(
    markers: Markers, tmp_path_factory: pytest.TempPathFactory
) -> None:
    markers.ask(markers.flo)
    markers.people.exchange()
    markers.answer(markers.flo, {"2.1.1": "no"})
    marking.done(markers.flo, markers.case)  # on her laptop, while Gil is asked on Ruth's
    markers.ask(markers.gil)
    marking.done(markers.ruth, markers.case)
    markers.people.exchange()
    markers.people.exchange()
    seen = markers.seen(markers.gil, tmp_path_factory.mktemp("gil"))
    assert "written by Ruth" not in seen
    assert "written by Flo" not in seen
    assert marking.blind_cases(markers.gil) == {markers.case}
    assert refused(lambda: marking.comparison(markers.ada, markers.case)).facts["waiting"] == "Gil Poe"


def test_done_of_one_does_not_open_the_case_to_another(
    markers: Markers, tmp_path_factory: pytest.TempPathFactory
) -> None:
    markers.ask(markers.flo)
    markers.ask(markers.gil, beside=True)
    markers.people.exchange()
    for at in (markers.flo, markers.gil):
        markers.answer(at, {"2.1.1": "no"})
    marking.done(markers.ruth, markers.case)
    marking.done(markers.flo, markers.case)
    markers.people.exchange()
    seen = markers.seen(markers.gil, tmp_path_factory.mktemp("gil"))
    assert not [name for name in ("Ruth Ashdown", "Flo Hart") if f"written by {name}" in seen]
    folder = tmp_path_factory.mktemp("others")
    assert "written by Ruth" in markers.seen(markers.flo, folder)
    for at in (markers.ruth, markers.flo, markers.ada):
        assert "written by Gil" not in markers.seen(at, folder)
        assert at.history("second_judgement", f"{markers.case}/2.1.1@{markers.gil.me}") == []
    marking.done(markers.gil, markers.case)
    markers.people.exchange()
    assert "written by Ruth" in markers.seen(markers.gil, folder)
    assert [len(item.marks) for item in markers.at(markers.ada).items] == [3, 3, 3]


def test_how_far_each_marking_is_is_seen_by_who_waits_and_of_others_by_no_blind_marker(markers: Markers) -> None:
    markers.ask(markers.flo)
    markers.ask(markers.gil, beside=True)
    markers.people.exchange()
    markers.answer(markers.flo, dict.fromkeys(PLACES[:1], "no"))
    markers.people.exchange()
    seen = {
        at.laptop.person.name: {one.name: one.answered for one in how_far.of_case(at, markers.case)}
        for at in (markers.ruth, markers.ada, markers.flo, markers.gil)
    }
    ruth, every = markers.ruth.laptop.person.name, len(PLACES)
    assert seen[ruth] == seen["Ada Lowe"] == {ruth: every, "Flo Hart": 1, "Gil Poe": 0}
    assert (seen["Flo Hart"], seen["Gil Poe"]) == ({"Flo Hart": 1}, {"Gil Poe": 0})
    assert how_far.of_case(markers.ruth, markers.ruth.case_id("C02")) == ()


def test_done_counts_only_from_the_markers_own_laptop(markers: Markers) -> None:
    markers.ask(markers.flo)
    marking.done(markers.ruth, markers.case)
    markers.people.exchange()
    for field, said in (("done", True), ("marks", "")):
        markers.gil.editor.set("marking", f"{markers.case}/{markers.flo.me}", field, said)
    markers.people.exchange()
    for at in markers.people.workspaces:
        assert marking.second_markings(at)[markers.case].markers[0].done is False
    assert marking.blind_cases(markers.flo) == {markers.case}
    marking.done(markers.flo, markers.case)
    markers.people.exchange()
    assert marking.second_markings(markers.ada)[markers.case].complete


def test_a_second_marking_is_compared_as_it_was_and_what_is_changed_afterwards_shows(markers: Markers) -> None:
    markers.ask(markers.flo)
    markers.people.exchange()
    markers.answer(markers.flo, {"2.1.1": "no"})
    marking.done(markers.flo, markers.case)
    markers.answer(markers.flo, {"2.1.1": "yes"})  # the first is not done, so she still writes
    marking.done(markers.ruth, markers.case)
    markers.people.exchange()
    for at in markers.people.workspaces:
        (twice,) = marking.comparison(at, markers.case).disagreements
        assert (twice.second.answer, twice.second.since, twice.second.now) == (NO, True, YES)
        assert not twice.first.since


def test_three_markings_are_compared_two_by_two_and_settled_as_any_of_them_has_it(markers: Markers) -> None:
    markers.ask(markers.flo)
    markers.ask(markers.gil, beside=True)
    markers.people.exchange()
    markers.answer(markers.flo, {"2.1.1": "yes", "2.1.1/a": "no", "2.1.2": "no"})
    markers.answer(markers.gil, {"2.1.1": "yes", "2.1.1/a": "no"})
    for at in (markers.ruth, markers.flo, markers.gil):
        marking.done(at, markers.case)
    markers.people.exchange()
    found = marking.comparison(markers.ada, markers.case)
    assert (found.figures.pairs, found.figures.agreed, found.figures.kappa) == (7, 4, None)
    assert (found.different, found.items, [t.question for t in found.agreements]) == (2, 3, ["2.1.1"])
    place = [len(marked.text) and marked.text for marked in found.agreements[0].marks]
    assert sorted(place) == ["written by Flo Hart", "written by Gil Poe", "written by Ruth Ashdown"]
    agreeing.agree_equal(markers.ada, markers.case)
    (item,) = [i for i in markers.at(markers.ada).items if i.ref == "2.1.1/a"]
    third = next(n for n, marked in enumerate(item.marks, 1) if marked.text == "written by Gil Poe")
    agreeing.keep(markers.ada, markers.case, "2.1.1/a", which=third)
    agreeing.write(markers.ada, markers.case, "2.1.2", NA, "of no matter")
    assert refused(lambda: agreeing.keep(markers.ada, markers.case, "2.1.2", which=4)).code is Code.VALUE_INVALID
    for marker in (markers.flo, markers.gil, markers.ruth):
        assert refused(lambda at=marker: agreeing.settle(at, markers.case)).code is Code.A_MARKER  # type: ignore[misc]
    agreeing.settle(markers.ada, markers.case)
    markers.people.exchange()
    assert [markers.counted(at) for at in markers.people.workspaces] == [{"2.1.1": YES, "2.1.2": NA}] * 5


@pytest.fixture
def done(after: Callable[[Did], Team]) -> Markers:
    """Ruth and Flo are done, and differ on all but 2.1.1/a."""
    return Markers(after(Markers.ended))


def test_an_equal_item_locked_on_another_answer_is_open_again(done: Markers) -> None:
    agreeing.agree_equal(done.ada, done.case)
    done.people.exchange()
    done.ben.editor.set("agreed_prompt", f"{done.case}/2.1.1/a", "answer", "no")
    done.people.exchange()
    for at in (done.ada, done.ben):
        (item,) = [i for i in done.at(at).items if i.equal]
        assert (item.agreed, item.is_open) == (NO, True)
        assert item in done.at(at).open
    assert agreeing.agree_equal(done.ada, done.case) == 1
    assert [i.agreed for i in done.at(done.ada).items if i.equal] == [YES]


def test_settled_apart_and_merged_it_is_open_shows_and_is_settled_again(done: Markers) -> None:
    for at, which in ((done.ada, 1), (done.ben, 2)):
        done.agree_all(at, which)
        agreeing.settle(at, done.case)
    done.people.exchange()
    for at in done.people.workspaces:
        found = done.at(at)
        assert (found.was_settled, found.settled, [i.ref for i in found.open]) == (True, False, ["2.1.1", "2.1.2"])
        assert done.counted(at) == {"2.1.1": None, "2.1.2": None}
    asked = [c for c in conflicts.conflicts(done.ruth) if c.entity == "judgement" and c.field == "answer"]
    assert refused(lambda: conflicts.settle(done.ruth, asked[0], "yes")).code is Code.CASE_SETTLED
    for ref in ("2.1.1", "2.1.2"):
        agreeing.keep(done.ben, done.case, ref, which=2)
    agreeing.settle(done.ben, done.case)
    done.people.exchange()
    for at in done.people.workspaces:
        assert (done.at(at).settled, done.counted(at), conflicts.conflicts(at)) == (
            True, {"2.1.1": NO, "2.1.2": NO}, [],
        )  # fmt: skip


def test_settled_alike_apart_is_one_agreed_version(done: Markers) -> None:
    for at in (done.ada, done.ben):
        done.agree_all(at)
        agreeing.settle(at, done.case)
    done.people.exchange()
    assert [(done.at(at).settled, conflicts.conflicts(at)) for at in done.people.workspaces] == [(True, [])] * 5


def test_what_is_agreed_and_no_longer_what_counts_is_settled_again(done: Markers) -> None:
    done.agree_all(done.ada)
    agreeing.settle(done.ada, done.case)
    agreeing.write(done.ben, done.case, "2.1.1", NA, "apart")
    done.people.exchange()
    if not done.at(done.ben).open:
        pytest.fail("what was agreed apart is lost")
    agreeing.write(done.ben, done.case, "2.1.1", NA, "apart")
    assert (done.at(done.ben).open, done.at(done.ben).settled) == ((), False)
    agreeing.settle(done.ben, done.case)
    done.people.exchange()
    assert {done.counted(at)["2.1.1"] for at in done.people.workspaces} == {NA}
    assert all(done.at(at).settled for at in done.people.workspaces)


def test_once_settled_nobody_changes_the_answers_but_by_opening_it_again(done: Markers) -> None:
    done.agree_all(done.ada)
    agreeing.settle(done.ada, done.case)
    done.people.exchange()
    item = f"{done.case}/2.1.1"
    assert refused(lambda: case_work.write(done.ruth, "judgement", item, "answer", "na")).code is Code.CASE_SETTLED
    assert refused(lambda: agreeing.reopen(done.ruth, done.case)).code is Code.A_MARKER
    assert refused(lambda: done.ask(done.gil, beside=True)).facts["why"] == "its agreed version is settled"
    agreeing.reopen(done.ada, done.case)
    done.people.exchange()
    case_work.write(done.ruth, "judgement", item, "answer", "na")
    assert done.at(done.ruth).was_settled is False


def test_a_marker_who_writes_what_is_agreed_or_settled_is_not_believed_anywhere(done: Markers) -> None:
    """As a program of theirs could, or a former one."""
    agreeing.agree_equal(done.ada, done.case)
    done.people.exchange()
    for marker, place in ((done.flo, "2.1.1"), (done.ruth, "2.1.2")):
        marker.editor.set("agreed_judgement", f"{done.case}/{place}", "answer", "no")
        marker.editor.set("second", done.case, "settled", True)
    done.flo.editor.set("agreed_prompt", f"{done.case}/2.1.1/a", "note", "in place of what was agreed")
    done.people.exchange()
    for at in done.people.workspaces:
        found = done.at(at)
        assert (found.was_settled, found.settled) == (False, False)
        assert [(i.ref, i.disputed) for i in found.open] == [("2.1.1/a", True), ("2.1.1", True), ("2.1.2", True)]
        assert {m.by for i in found.items for m in i.marks} == {""}
    case_work.write(done.ruth, "judgement", f"{done.case}/2.1.1", "answer", "yes")  # nothing bars her
    done.agree_all(done.ada, 2)
    agreeing.settle(done.ada, done.case)
    done.people.exchange()
    for at in done.people.workspaces:
        assert (done.at(at).settled, done.counted(at)) == (True, {"2.1.1": NO, "2.1.2": NO})


def test_who_called_their_own_marking_off_is_a_marker_all_the_same(done: Markers) -> None:
    done.ask(done.gil, beside=True)
    done.people.exchange()
    done.answer(done.gil, {"2.1.1": "yes"})
    done.gil.editor.set("marking", f"{done.case}/{done.gil.me}", "asked", None)
    assert refused(lambda: agreeing.agree_equal(done.gil, done.case)).code is Code.A_MARKER


def test_a_second_marking_that_a_former_version_began_goes_on_and_is_compared_as_it_was(markers: Markers) -> None:
    """It had one marker, named on the case, whose answers had the ids of first ones."""
    markers.ruth.editor.set("second", markers.case, "marker", markers.flo.me)
    markers.flo.editor.set("second_judgement", f"{markers.case}/2.1.1", "answer", "no")
    markers.people.exchange()
    assert marking.blind_cases(markers.flo) == {markers.case}
    assert markers.flo.question_page(markers.case, "2.1.1").answer is NO
    markers.answer(markers.flo, {"2.1.2": "yes"})
    for at in (markers.flo, markers.ruth):
        marking.done(at, markers.case)
    markers.people.exchange()
    found = marking.comparison(markers.ada, markers.case)
    both = (*found.disagreements, *found.agreements)
    assert [(twice.question, twice.second.answer) for twice in both] == [("2.1.1", NO), ("2.1.2", YES)]
    markers.agree_all(markers.ada, 1)
    agreeing.settle(markers.ada, markers.case)
    assert markers.at(markers.ada).settled


def test_a_former_second_marking_that_was_done_is_compared_as_it_stands_and_called_off_for_another(
    markers: Markers,
) -> None:
    markers.ruth.editor.set("second", markers.case, "marker", markers.flo.me)
    markers.flo.editor.set("second_judgement", f"{markers.case}/2.1.1", "answer", "no")
    markers.people.exchange()
    markers.ask(markers.gil)
    markers.flo.editor.set("second", markers.case, "second_done", True)
    marking.done(markers.ruth, markers.case)
    markers.people.exchange()
    assert [m.person for m in marking.second_markings(markers.gil)[markers.case].markers] == [markers.gil.me]
    assert marking.blind_cases(markers.gil) == {markers.case}
    assert markers.gil.question_page(markers.case, "2.1.1").answer is None


# in any order


class Played(Markers):
    """Random acts on five laptops; what each marker answered when they last said that they were done is remembered."""

    def __init__(self, people: Team, seed: int) -> None:
        super().__init__(people)
        self.chance = random.Random(seed)
        self.then: dict[str, dict[str, str]] = {}
        self.now: dict[str, dict[str, str]] = {self.ruth.me: dict.fromkeys(PLACES, "yes")}
        self.seconds = [self.flo, self.gil]

    def play(self, acts: int) -> None:
        for _ in range(acts):
            act = self.chance.choice(
                [self.give, self.give, self.mark, self.finish, self.ask_one, self.agree, self.settle]
            )
            with suppress(Expected):  # it was not theirs to do, or not yet
                act()
            self.check_blind()

    def give(self) -> None:
        giver, taker = self.chance.sample(self.people.workspaces, 2)
        self.people.give(giver, taker)

    def mark(self) -> None:
        at = self.chance.choice([self.ruth, *self.seconds])
        if at is self.ruth or self.case in marking.blind_cases(at):
            place, answer = self.chance.choice(PLACES), self.chance.choice(["yes", "no"])
            if at is self.ruth:
                case_work.write(at, *at.item("C01", place), "answer", answer)
            else:
                self.answer(at, {place: answer})
            self.now.setdefault(at.me, {})[place] = answer

    def finish(self) -> None:
        at = self.chance.choice([self.ruth, *self.seconds])
        before = self.marks_of(at)
        marking.done(at, self.case)
        if self.marks_of(at) != before:
            self.then[at.me] = dict(self.now.get(at.me, {}))

    def marks_of(self, at: Workspace) -> object:
        mine = at is self.ruth
        return at.editor.held(
            "second" if mine else "marking",
            self.case if mine else f"{self.case}/{at.me}",
            "first_done" if mine else "done",
        )

    def ask_one(self) -> None:
        at, marker = self.chance.choice([self.ruth, self.ada]), self.chance.choice(self.seconds)
        marking.ask(at, self.case, marker.me, beside=self.chance.random() < 0.6)

    def agree(self) -> None:
        at = self.chance.choice([self.ada, self.ben])
        agreeing.agree_equal(at, self.case)
        for item in self.at(at).open:
            agreeing.write(
                at, self.case, item.ref, self.chance.choice([YES, NO]), f"settled by {at.laptop.person.name}"
            )

    def settle(self) -> None:
        agreeing.settle(self.chance.choice([self.ada, self.ben, self.flo]), self.case)

    def check_blind(self) -> None:
        for at in self.seconds:
            if self.case in marking.blind_cases(at):
                own = f"written by {at.laptop.person.name}"
                page = repr([at.question_page(self.case, q) for q in ("2.1.1", "2.1.2")]) + repr(at.inspection())
                assert "written by" not in page.replace(own, "")
                assert "settled by" not in page


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """One order; with --long twelve."""
    if "order" in metafunc.fixturenames:
        metafunc.parametrize("order", range(12 if metafunc.config.getoption("--long") else 1))


def test_in_any_order_of_asking_marking_exchanging_and_settling_nothing_is_seen_early_lost_or_told_otherwise(
    after: Callable[[Did], Team], order: int
) -> None:
    people = after(Markers.begun)
    played = Played(people, order)
    played.play(50)
    for _ in range(2):
        people.exchange()
    played.check_blind()
    states = [_state(played, at) for at in people.workspaces]
    assert len(set(states)) == 1
    if marking.second_markings(played.ada)[played.case].complete:
        played.agree_all(played.ben)
        if not played.at(played.ben).settled:
            agreeing.settle(played.ben, played.case)
        people.exchange()
        for at in people.workspaces:
            found = played.at(at)
            assert found.settled
            agreed = {i.ref: i.agreed for i in found.items if i.prompt is None}
            assert {ref: a for ref, a in played.counted(at).items() if ref in agreed} == agreed
        _as_they_were(played)


def _state(played: Played, at: Workspace) -> str:
    state = marking.second_markings(at).get(played.case)
    if state is None:
        return "nobody is asked"
    compared = (marking.comparison(at, played.case), played.at(at).items) if state.complete else ()
    return repr((state.markers, state.first_done, state.complete, state.settled, compared))


def _as_they_were(played: Played) -> None:
    """What is compared is what each marker had answered when they said that they were done."""
    found = marking.comparison(played.ada, played.case)
    persons = [played.ruth.me, *(m.person for m in marking.second_markings(played.ada)[played.case].markers)]
    for twice in (*found.disagreements, *found.unanswered, *found.agreements):
        place = "/".join(part for part in (twice.question, twice.prompt) if part)
        given = [marked.answer.value if marked.answer else None for marked in twice.marks]
        assert given == [played.then[person].get(place) for person in persons]
