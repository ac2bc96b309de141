"""Whatever the services of an honest laptop let a person do is believed by the others, as it was done."""

import random
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from inspector_app.core.domain.cases import review
from inspector_app.core.domain.inspection import Answer
from inspector_app.core.domain.whose import RULES
from inspector_app.core.errors import Expected
from inspector_app.core.services.cases import (
    agreeing,
    allocation,
    case_facts,
    case_work,
    conflicts,
    marking,
    removing,
    reviews,
    several,
    sharing,
)
from inspector_app.core.services.people import membership, roles_given, standing
from inspector_app.core.services.results import accuracy, told
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.log import journal
from tests.trust.hostile import Three, sound, value

pytestmark = pytest.mark.usefixtures("no_backups")
ITEMS = ("2.1.1/a", "2.1.1/b", "2.1.1")
Act = Callable[["Acts", Workspace, str], object]


@contextmanager
def _not_refused(who: str) -> Iterator[None]:
    try:
        yield
    except Expected as error:
        pytest.fail(f"{who} may take that back, and was refused: {error}")


def held(one: Workspace, case: str) -> tuple[str, str]:
    found = standing.held(one, case)
    return found.inspector, found.helper


class Acts:
    """What people do to cases, each drawn by chance; what is refused is not done."""

    def __init__(self, three: Three, chance: random.Random) -> None:
        self.three, self.chance = three, chance
        self.comments: list[str] = []
        self.interviews: list[str] = []
        self.told: list[str] = []
        self.points: list[str] = []

    def person(self) -> str:
        return self.chance.choice([*(one.me for one in self.three.everybody), ""])

    def answer(self, one: Workspace, case: str) -> None:
        item = f"{case}/{self.chance.choice(ITEMS)}"
        entity = "prompt" if item.count("/") == 2 else "judgement"
        kept = next((m for m in [marking.second_marking(one, case)] if m and m.mine == "second"), None)
        item, entity = (f"{item}@{one.me}", f"second_{entity}") if kept else (item, entity)
        field = self.chance.choice(["answer", "note" if entity.endswith("prompt") else "rationale"])
        value = self.chance.choice(["yes", "no", None]) if field == "answer" else f"words {self.chance.random()}"
        case_work.write(one, entity, item, field, value)

    def fact(self, one: Workspace, case: str) -> None:
        field, said = self.chance.choice(
            [("age", "14"), ("age", "15"), ("gender", "girl"), ("gender", ""), ("type", "x")]
        )
        case_facts.write(one, "case", case, field, said)

    def interview(self, one: Workspace, case: str) -> None:
        self.interviews.append(case_facts.add_interview(one, case, "child"))

    def interviewed(self, one: Workspace, case: str) -> None:
        item = self.chance.choice(self.interviews)
        if self.chance.random() < 0.3:
            case_facts.remove_interview(one, item)
        else:
            case_facts.write(one, "interview", item, "note", f"said {self.chance.random()}")

    def take_over(self, one: Workspace, case: str) -> None:
        allocation.take_over(one, case, "a lost laptop")

    def give(self, one: Workspace, case: str) -> None:
        sharing.give(one, [case], self.person())

    def help(self, one: Workspace, case: str) -> None:
        allocation.ask_help(one, case, self.person())

    def remove(self, one: Workspace, case: str) -> None:
        removing.remove(one, case)
        with _not_refused("who removed a case"):
            case_work.undo(one, "case", case)

    def give_and_take_back(self, one: Workspace, case: str) -> None:
        before = (held(one, case), marking.to_mark(one), reviews.stage(one, case).stage)
        given = sharing.give(one, [case], self.person())
        with _not_refused("who gave a case"):
            back = sharing.take_back(one, given)
        assert back == len(given.now)
        after = (held(one, case), marking.to_mark(one), reviews.stage(one, case).stage)
        assert after == before, "what is taken back is as it was"

    def move_and_take_back(self, one: Workspace, case: str) -> None:
        before = reviews.stage(one, case)
        moves = {review.SUBMIT: Acts.submit, review.RETURN: Acts.return_, review.ACCEPT: Acts.accept}
        able = [code for code in moves if case in several.possible(one, [case])[code]]
        moves[self.chance.choice(able)](self, one, case)
        offered = several.last_moved(one, [case])
        if offered:
            with _not_refused("who moved a case on"):
                assert several.take_back(one, "review", offered).refused == {}
            after = reviews.stage(one, case)
            assert (after.stage, after.reason) == (before.stage, before.reason)

    def submit(self, one: Workspace, case: str) -> None:
        reviews.submit(one, case)

    def return_(self, one: Workspace, case: str) -> None:
        reviews.return_(one, case, [(case, "Look again.")])

    def accept(self, one: Workspace, case: str) -> None:
        reviews.accept(one, case, self.chance.choice(["", "nobody else is here"]))

    def reopen(self, one: Workspace, case: str) -> None:
        reviews.reopen(one, case, "a mistake")

    def comment(self, one: Workspace, case: str) -> None:
        self.comments.append(reviews.comment(one, case, case, "Why?"))

    def commented(self, one: Workspace, case: str) -> None:
        comment = self.chance.choice(self.comments)
        if self.chance.random() < 0.5:
            reviews.answer_comment(one, comment, answered=self.chance.random() < 0.5)
        else:
            reviews.delete_comment(one, comment)

    def undo(self, one: Workspace, case: str) -> None:
        entity = self.chance.choice(["prompt", "judgement", "review", "case"])
        item = f"{case}/{self.chance.choice(ITEMS)}" if entity in ("prompt", "judgement") else case
        self.chance.choice([case_work.undo, case_work.redo])(one, entity, item)

    def second(self, one: Workspace, case: str) -> None:
        if self.chance.random() < 0.2:
            marking.withdraw(one, case)
        else:
            marking.ask(one, case, self.person())

    def done(self, one: Workspace, case: str) -> None:
        marking.done(one, case)

    def agree(self, one: Workspace, case: str) -> None:
        agreeing.agree_equal(one, case)
        for item in agreeing.agreeing(one, case).open:
            agreeing.write(one, case, item.ref, Answer.YES, "agreed")
        agreeing.settle(one, case)

    def unsettle(self, one: Workspace, case: str) -> None:
        agreeing.reopen(one, case)

    def tell(self, one: Workspace, case: str) -> None:
        self.told.append(told.add(one, f"the head {self.chance.random()}"))

    def told_again(self, one: Workspace, case: str) -> None:
        entry = self.chance.choice(self.told)
        if self.chance.random() < 0.4:
            told.delete(one, entry)
            with _not_refused("who deleted an entry"):
                self.chance.choice([case_work.undo, lambda *_: None])(one, "told", entry)
        else:
            told.explain(one, entry, f"since then {self.chance.random()}")

    def point(self, one: Workspace, case: str) -> None:
        self.points.append(accuracy.add(one, f"It is said {self.chance.random()}"))

    def pointed(self, one: Workspace, case: str) -> None:
        point = self.chance.choice(self.points)
        if self.chance.random() < 0.3:
            accuracy.delete(one, point)
        else:
            accuracy.decide(one, point, "slip", self.chance.choice(["accepted", "not"]), f"why {self.chance.random()}")

    def role(self, one: Workspace, case: str) -> None:
        roles_given.give(self.three.ann, self.three.mal.me, self.chance.choice(["Quality lead", "Inspector"]))


ACTS: tuple[Act, ...] = (
    *([Acts.answer] * 8), *([Acts.fact] * 3), Acts.interview, *([Acts.interviewed] * 2), Acts.take_over, *([Acts.give] * 2),
    Acts.help, Acts.remove, Acts.give_and_take_back, Acts.move_and_take_back, *([Acts.submit] * 3), *([Acts.return_] * 2),
    *([Acts.accept] * 2), Acts.reopen, Acts.comment, Acts.commented, *([Acts.undo] * 2), Acts.second, *([Acts.done] * 3),
    *([Acts.agree] * 3), Acts.unsettle, Acts.role,
    *([Acts.tell] * 2), *([Acts.told_again] * 3), Acts.point, *([Acts.pointed] * 3),
)  # fmt: skip


def rows(workspace: Workspace) -> journal.Rows:
    """What stands in the fields of which it counts whose word it is."""
    with workspace.database.read() as connection:
        found = journal.tables(connection)
    return {key: row for key, row in found.items() if RULES[key[0], key[2]].in_the_log}


def test_what_the_services_let_a_person_do_stands_on_every_laptop_as_it_was_done(
    three: Three, seed: int, request: pytest.FixtureRequest
) -> None:
    """Every case is somebody's first; each act is given to everybody before the next, so nothing may be contested."""
    chance, did = random.Random(seed), Counter[str]()
    people, acts = three.everybody, Acts(three, chance)
    cases = [row.id for row in three.ann.case_rows()]
    for case, one in zip(cases, people, strict=True):
        sharing.give(three.ann, [case], one.me)
    three.exchange()
    while did.total() < (600 if request.config.getoption("--long") else 25):
        one, act = chance.choice(people), chance.choice(ACTS)
        try:
            act(acts, one, chance.choice(cases))
        except (Expected, IndexError):
            continue
        did[act.__name__] += 1
        doer = three.ann if act is Acts.role else one
        as_done = rows(doer)
        for other in people:
            if other is not doer:
                three.give(doer, other)
        for other in people:
            assert rows(other) == as_done, act
        assert not [conflict.field for conflict in conflicts.conflicts(three.ann)], act
    sound(*people)


def test_a_case_that_was_given_by_mistake_and_taken_back_is_anybodys_again(three: Three) -> None:
    """What others removed came back by itself, and what they wrote was contested."""
    first, second, _ = (row.id for row in three.mal.case_rows())
    sharing.take_back(three.mal, sharing.give(three.mal, [first, second], three.bea.me))
    three.exchange()
    removing.remove(three.mal, second)
    three.ann.editor.set(*three.note(), "the lead's")
    three.exchange()
    case_work.write(three.mal, *three.note(), "further")
    three.exchange()
    assert [value(one, three.note()) for one in three.everybody] == ["further"] * 3
    assert [value(one, ("case", second, "deleted")) for one in three.everybody] == [True] * 3
    assert not conflicts.conflicts(three.bea)
    sound(*three.everybody)


def test_a_case_in_the_name_of_somebody_without_a_laptop_is_anybodys_again(three: Three) -> None:
    three.ann.editor.set("person", "0" * 32, "name", "Dan")
    sharing.give(three.ann, [three.case], three.bea.me)
    three.exchange()
    three.bea.editor.set(*three.note(), "hers")
    sharing.give(three.bea, [three.case], "0" * 32)
    three.exchange()
    case_work.write(three.mal, *three.note(), "further")
    three.exchange()
    assert [value(one, three.note()) for one in three.everybody] == ["further"] * 3
    assert not conflicts.conflicts(three.bea)
    sound(*three.everybody)


def test_what_somebody_had_who_left_is_shared_out_by_the_lead_alone(three: Three) -> None:
    """By anybody else it stood contested on every laptop; to give one of these cases they were refused before."""
    sharing.give(three.ann, [three.case], three.bea.me)
    three.exchange()
    membership.withdraw(three.ann, three.bea.me, leaves=True)
    three.exchange(three.ann, three.mal)
    assert three.case not in sharing.share_out(three.mal, [three.mal.me]).now
    assert three.case in sharing.share_out(three.ann, [three.mal.me]).now
    three.exchange(three.ann, three.mal)
    assert not conflicts.conflicts(three.mal)
