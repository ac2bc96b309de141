"""A receipt says what arrived, and never makes the ledger forget what is known."""

from inspector_app.core.services import handoffs
from inspector_app.core.services.workspace import Workspace
from tests.trust.hostile import Three, take


def unconfirmed(at: Workspace, whose: str) -> int:
    return next(row.unconfirmed for row in handoffs.rows(at) if row.person == whose)


def receipt(three: Three, giver: Workspace, taker: Workspace) -> handoffs.Received:
    path = three.path()
    handoffs.export(giver, path, to=[taker.me], receipt=True)
    return take(taker, path)


def test_a_receipt_confirms_and_no_receipt_makes_the_ledger_forget(three: Three) -> None:
    three.exchange()
    for one in (three.ann, three.bea):
        one.editor.set(*three.note("a" if one is three.ann else "b"), "typed")
    three.give(three.ann, three.bea)
    assert unconfirmed(three.ann, three.bea.me) == 1
    receipt(three, three.bea, three.ann)  # Bea's own step is in no package yet, and is none of Ann's to confirm
    assert unconfirmed(three.ann, three.bea.me) == 0
    for _ in range(3):
        receipt(three, three.bea, three.ann)
        receipt(three, three.ann, three.bea)
        assert unconfirmed(three.ann, three.bea.me) == 0
    three.give(three.bea, three.ann)
    receipt(three, three.ann, three.bea)
    assert unconfirmed(three.bea, three.ann.me) == 0
    assert unconfirmed(three.ann, three.bea.me) == 0


def test_the_package_after_a_receipt_holds_only_what_is_new(three: Three) -> None:
    three.exchange(rounds=3)
    receipt(three, three.bea, three.ann)
    three.ann.editor.set(*three.note(), "one more")
    sent = handoffs.export(three.ann, three.path(), to=[three.bea.me])
    assert (sent.steps, sent.changes) == (1, 1)
