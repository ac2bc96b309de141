"""Whose word it is what a case said when it was accepted."""

from inspector_app.core.domain.cases import review
from inspector_app.core.services.cases import reviews
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.reading import read_said
from tests.trust.hostile import Key, Three, heads, made, take


def changed(workspace: Workspace, case: str) -> bool:
    return reviews.stages(workspace)[case].changed


def test_a_member_cannot_say_that_what_they_wrote_is_what_was_accepted(three: Three) -> None:
    case, ann = three.case, three.ann
    three.bea.editor.set(*three.note(), "Bea's")
    reviews.submit(three.bea, case)
    three.exchange()
    reviews.accept(ann, case)
    three.exchange()
    assert not any(changed(one, case) for one in three.everybody)
    written = made(three.hand.device.id, 90, three.mal.me, (three.note(), "Mal's", heads(ann, three.note())))
    take(ann, three.hand.send([ann], [written]))
    assert changed(ann, case)
    with ann.database.read() as connection:
        now = review.digest(read_said.said(connection, [case])[case])
    accepted: Key = ("review", case, "accepted")
    claimed = made(three.hand.device.id, 91, three.mal.me, (accepted, now, heads(ann, accepted)))
    take(ann, three.hand.send([ann], [written, claimed]))
    stage = reviews.stages(ann)[case]
    assert (stage.by, stage.changed) == ("Ann", True)
    reviews.accept(ann, case)
    assert not changed(ann, case)
