"""Whose word it is what a case said when it was submitted or accepted."""

import pytest

from inspector_app.core.domain.cases import review
from inspector_app.core.domain.ids import EntityId
from inspector_app.core.domain.steps.changes import Edit
from inspector_app.core.domain.steps.line import Made
from inspector_app.core.services.cases import allocation, case_work, reviews, sharing
from inspector_app.core.services.people import roles_given
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.reading import read_said
from tests.trust.hostile import Key, Three, heads, made, take

pytestmark = pytest.mark.usefixtures("no_backups")


def changed(workspace: Workspace, case: str) -> bool:
    return reviews.stages(workspace)[case].changed


def rewritten(three: Three) -> tuple[Made, str]:
    """A note that a member wrote anew in a case that was handed on, as Ann's laptop took it; what the case says by then."""
    case, ann = three.case, three.ann
    written = made(three.hand.device.id, 90, three.mal.me, (three.note(), "Mal's", heads(ann, three.note())))
    take(ann, three.hand.send([ann], [written]))
    assert changed(ann, case)
    with ann.database.read() as connection:
        now = review.digest(read_said.said(connection, [case])[case])
    return written, now


def test_a_member_cannot_say_that_what_they_wrote_is_what_was_accepted(three: Three) -> None:
    case, ann = three.case, three.ann
    three.bea.editor.set(*three.note(), "Bea's")
    reviews.submit(three.bea, case)
    three.exchange()
    reviews.accept(ann, case)
    three.exchange()
    assert not any(changed(one, case) for one in three.everybody)
    written, now = rewritten(three)
    accepted: Key = ("review", case, "accepted")
    claimed = made(three.hand.device.id, 91, three.mal.me, (accepted, now, heads(ann, accepted)))
    take(ann, three.hand.send([ann], [written, claimed]))
    stage = reviews.stages(ann)[case]
    assert (stage.by, stage.changed) == ("Ann", True)
    reviews.accept(ann, case)
    assert not changed(ann, case)


@pytest.mark.parametrize("how", ["digest", "none", "stage and digest"])
def test_a_member_cannot_say_that_what_they_wrote_is_what_was_submitted(three: Three, how: str) -> None:
    case, ann, bea = three.case, three.ann, three.bea
    sharing.give(ann, [case], bea.me)
    three.exchange()
    bea.editor.set(*three.note(), "Bea's")
    reviews.submit(bea, case)
    three.exchange()
    assert not any(changed(one, case) for one in three.everybody)
    written, now = rewritten(three)
    says = {"submitted": None if how == "none" else now} | ({"stage": "submitted"} if "stage" in how else {})
    keys: list[Key] = [("review", case, field) for field in says]
    claimed = made(three.hand.device.id, 91, three.mal.me, *((key, says[key[2]], heads(ann, key)) for key in keys))
    take(ann, three.hand.send([ann], [written, claimed]))
    assert changed(ann, case)
    three.give(ann, bea)
    assert changed(bea, case)
    reviews.submit(bea, case)
    three.give(bea, ann)
    assert not any(changed(one, case) for one in (ann, bea))


@pytest.mark.parametrize("how", ["given", "shared out", "taken over"])
def test_a_case_that_was_submitted_while_nobody_had_it_is_no_other_once_somebody_has(three: Three, how: str) -> None:
    """Whoever gives it or takes it says again what was submitted, and what was changed by then shows."""
    ann, bea = three.ann, three.bea
    sharing.give(ann, [row.id for row in ann.case_rows()[2:]], bea.me)
    cases = [row.id for row in ann.case_rows()[:2]]
    for case in cases:
        bea.editor.set(*three.note("a", case), "Bea's")
    three.give(bea, three.mal)
    for case in cases:
        reviews.submit(three.mal, case)
    three.exchange()
    bea.editor.set(*three.note("a", cases[1]), "Bea's, changed")
    three.exchange(ann, bea)
    if how == "taken over":
        for case in cases:
            allocation.take_over(bea, case, "It was nobody's.")
    else:
        _ = sharing.give(ann, cases, bea.me) if how == "given" else sharing.share_out(ann, [bea.me])
    three.exchange()
    for one in three.everybody:
        assert [changed(one, case) for case in cases] == [False, True]


def test_who_had_or_helped_with_a_case_when_it_was_submitted_is_believed_afterwards(three: Three) -> None:
    case, ann, bea = three.case, three.ann, three.bea
    sharing.give(ann, [case], ann.me)
    allocation.ask_help(ann, case, bea.me)
    three.exchange(ann, bea)
    reviews.submit(bea, case)
    three.exchange(ann, bea)
    allocation.ask_help(ann, case, "")
    three.exchange(ann, bea)
    assert not any(changed(one, case) for one in (ann, bea))
    reviews.submit(ann, case)
    sharing.give(ann, [case], bea.me)
    three.exchange(ann, bea)
    assert not any(changed(one, case) for one in (ann, bea))


@pytest.mark.parametrize("whose", ["nobody's", "Bea's", "Mal's"])
def test_a_member_does_not_accept_a_case_by_a_package(three: Three, whose: str) -> None:
    """Their own, or one that they took over: it stands as changed, until somebody accepts it who may."""
    (ann, bea, mal), case = three.everybody, EntityId(three.case)
    if whose != "nobody's":
        sharing.give(ann, [case], bea.me if whose == "Bea's" else mal.me)
        three.exchange()
    writer = bea if whose == "Bea's" else mal
    case_work.write(writer, "judgement", f"{case}/2.1.1", "answer", "yes")
    reviews.submit(writer, case)
    three.exchange()
    if whose == "Bea's":
        mal.editor.do(case, [Edit("case", case, "inspector", mal.me)])
    with mal.database.read() as connection:
        now = review.digest(read_said.said(connection, [case])[case])
    mal.editor.do(case, [Edit("review", case, "stage", "accepted"), Edit("review", case, "accepted", now)])
    three.exchange()
    assert all(reviews.stages(one)[case].stage == "accepted" and changed(one, case) for one in three.everybody)
    reviews.accept(ann, case)
    three.exchange()
    assert [(reviews.stages(one)[case].by, changed(one, case)) for one in three.everybody] == [("Ann", False)] * 3


def test_what_a_quality_lead_accepted_stays_accepted_when_they_are_none_any_more(three: Three) -> None:
    ann, bea, mal = three.everybody
    roles_given.give(ann, mal.me, "Quality lead")
    three.exchange()
    case_work.write(bea, "judgement", f"{three.case}/2.1.1", "answer", "yes")
    reviews.submit(bea, three.case)
    three.exchange()
    reviews.accept(mal, three.case)
    three.exchange()
    roles_given.give(ann, mal.me, "Inspector")
    three.exchange()
    assert not any(changed(one, three.case) for one in three.everybody)
