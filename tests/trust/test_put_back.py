"""An older file put in the place of the newer one, by hand or by Restore: what was given comes back, on all laptops alike."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from inspector_app.core.domain.panel.own_ratings import Seat
from inspector_app.core.services.cases import marking, reviews, sharing, verifying
from inspector_app.core.services.people import membership
from inspector_app.core.services.results import own_ratings, sealing, told
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.log import journal
from tests.trust.hostile import Three, log, sound

pytestmark = pytest.mark.usefixtures("no_backups")
Act = Callable[[Three], None]


def reopened(three: Three) -> None:
    reviews.submit(three.bea, three.case)
    three.exchange(rounds=1)
    reviews.accept(three.ann, three.case)
    three.exchange(rounds=1)
    reviews.reopen(three.ann, three.case, "Another look.")
    reviews.return_(three.ann, three.case, [(three.case, "Look again.")])


def accepted(three: Three) -> None:
    reviews.submit(three.bea, three.case)
    three.exchange(rounds=1)
    reviews.accept(three.ann, three.case)


def verified(three: Three) -> None:
    item = f"{three.case}/2.1.1/a"
    three.bea.editor.set("prompt", item, "answer", "yes")
    three.bea.editor.set(*three.note(), "Why.")
    three.exchange(rounds=1)
    verifying.verify(three.ann, item)


def sealed(three: Three) -> None:
    sealing.seal(three.ann, three.folder / "record.json")


def rated(three: Three) -> None:
    own_ratings.seat(three.ann, three.ann.me, Seat.CHAIR)
    own_ratings.seat(three.ann, three.bea.me, Seat.MEMBER)
    three.exchange(rounds=1)
    for one in (three.ann, three.bea):
        own_ratings.give(one, "1.1", "Good", "Reasons.")
    three.exchange(rounds=1)
    own_ratings.open_all(three.ann, "1.1")


def marked(three: Three) -> None:
    ann, bea = three.ann, three.bea
    case = ann.case_rows()[1].id
    sharing.give(ann, [case], ann.me)
    marking.ask(ann, case, bea.me)
    three.exchange(rounds=1)
    ann.editor.set("judgement", f"{case}/2.1.1", "answer", "yes")
    bea.editor.set("second_judgement", f"{case}/2.1.1@{bea.me}", "answer", "no")
    marking.done(ann, case)
    marking.done(bea, case)


def withdrawn(three: Three) -> None:
    three.mal.editor.set(*three.note("c"), "Mal's, given before.")
    three.exchange(rounds=1)
    membership.withdraw(three.ann, three.mal.me, leaves=True)


def admitted(three: Three) -> None:
    membership.withdraw(three.ann, three.mal.me, leaves=False)
    three.exchange(three.ann, three.bea, rounds=1)
    membership.admit(three.ann, three.mal.me)
    three.exchange(rounds=1)


def spoken(three: Three) -> None:
    told.add(three.ann, "The head of service", "The ratings.")


def removed(three: Three) -> None:
    three.ann.editor.set("case", three.ann.case_rows()[2].id, "deleted", True)


def typed(three: Three) -> None:
    change = three.ann.editor.set(*three.note("d"), "Ann").change
    three.ann.editor.set(*three.note("d"), "Ann's longer text.", amend=change)
    three.bea.editor.set(*three.note("d"), "Bea's beside it.")


ACTS = (typed, verified, spoken, sealed, rated, reopened, accepted, marked, removed, admitted, withdrawn)


def tables(workspace: Workspace) -> journal.Rows:
    with workspace.database.read() as connection:
        return journal.tables(connection)


def replaced(three: Three, name: str, older: Path) -> None:
    """What a file manager does, while the program is closed."""
    workspace = getattr(three, name)
    shutil.copyfile(older, workspace.path)
    setattr(three, name, Workspace.open(workspace.laptop, workspace.path))


def snapshot(three: Three, name: str) -> Path:
    workspace = getattr(three, name)
    workspace.close()
    copy = three.folder / f"{name} older"
    shutil.copyfile(workspace.path, copy)
    setattr(three, name, Workspace.open(workspace.laptop, workspace.path))
    return copy


def test_what_was_given_of_every_kind_comes_back_and_is_the_same_on_all_laptops(three: Three) -> None:
    name = "ann"
    older = snapshot(three, name)
    for act in ACTS:
        act(three)
        three.exchange(three.ann, three.bea, rounds=1)
    honest = three.ann, three.bea
    before = {one.me: (tables(one), log(one)) for one in honest}
    getattr(three, name).editor.set(*three.note("b"), "given to nobody")
    getattr(three, name).close()
    replaced(three, name, older)
    getattr(three, name).editor.set(*three.note("e"), "typed afterwards")
    honest = three.ann, three.bea
    three.exchange(*honest)
    sound(*honest)
    assert tables(three.ann) == tables(three.bea)
    for one in honest:
        rows, changes = before[one.me]
        assert changes.items() <= log(one).items()
        assert rows.items() <= tables(one).items()
    assert reviews.stages(three.ann) == reviews.stages(three.bea)
