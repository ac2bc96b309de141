"""A receipt says what arrived, and never makes the ledger forget what is known, or what a second copy of a file lacks."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from inspector_app.core.services import handoffs
from inspector_app.core.services.workspace import Workspace
from tests.trust.hostile import Three, log, take


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


@pytest.mark.parametrize("last", ["the one that has it", "the one that lacks it"])
def test_each_of_two_copies_of_a_file_on_one_laptop_is_sent_what_it_lacks_whichever_is_heard_last(
    three: Three, last: str
) -> None:
    three.exchange()
    path = _bea_closed(three, three.bea.path.with_name("A copy.inspection"))
    with closing(Workspace.open(three.bea.laptop, path)) as copy:
        three.ann.editor.set(*three.note(), "for both")
        three.give(three.ann, three.bea)
        pair = [copy, three.bea] if last == "the one that has it" else [three.bea, copy]
        _several_rounds(three, pair)
        assert log(copy) == log(three.bea) == log(three.ann)
        assert unconfirmed(three.ann, three.bea.me) == 0
        assert not handoffs.export(three.ann, three.path(), to=[three.bea.me]).steps, "once they all have it"


def _several_rounds(three: Three, pair: list[Workspace]) -> None:
    """The lead hears both in this order, and makes one package for that person, which both take."""
    for _ in range(3):
        for one in pair:
            three.give(one, three.ann)
        handoffs.export(three.ann, path := three.path(), to=[three.bea.me])
        for one in pair:
            take(one, path)
    for one in pair:
        three.give(one, three.ann)


def test_what_a_laptop_that_went_back_lacks_is_sent_once_though_it_came_there_by_another_way(three: Three) -> None:
    """It may be the other of two copies that says so; once it was sent, what the laptop says counts."""
    three.exchange()
    older = _bea_closed(three, three.folder / "older")
    three.ann.editor.set(*three.note(), "while she had it")
    three.exchange(rounds=3)
    newer = _bea_closed(three, three.folder / "newer")
    _bea_has(three, older)
    receipt(three, three.bea, three.ann)
    _bea_has(three, newer)
    receipt(three, three.bea, three.ann)
    assert unconfirmed(three.ann, three.bea.me) == 1
    assert handoffs.export(three.ann, three.path(), to=[three.bea.me]).steps == 1
    assert unconfirmed(three.ann, three.bea.me) == 0


def _bea_closed(three: Three, copy: Path) -> Path:
    """A copy of Bea's file, which she has open again."""
    three.bea.close()
    shutil.copy(three.bea.path, copy)
    three.bea = Workspace.open(three.bea.laptop, three.bea.path)
    return copy


def _bea_has(three: Three, file: Path) -> None:
    three.bea.close()
    shutil.copy(file, three.bea.path)
    three.bea = Workspace.open(three.bea.laptop, three.bea.path)
