"""Who wrote a text, or decided on a point, signs no point off: whatever their laptop sends, it counts nowhere."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace

import pytest

from inspector_app.core.domain.panel.accuracy import PointRow
from inspector_app.core.domain.steps.changes import Verb
from inspector_app.core.errors import Expected
from inspector_app.core.services.results import accuracy, findings
from inspector_app.core.services.workspace import Workspace
from tests.trust.hostile import Key, Three, heads, made, sound, take

pytestmark = pytest.mark.usefixtures("no_backups")

REASON = "The log shows checks from 3 February."


@dataclass(frozen=True)
class Pointed:
    """A point on a text that Mal wrote, on which Bea decided; everybody has it."""

    team: Three
    id: str
    text: str
    other: str  # another text, which Ann began

    def at(self, workspace: Workspace) -> PointRow:
        return next(row for row in accuracy.rows(workspace) if row.id == self.id)

    def key(self, field: str) -> Key:
        return "point", self.id, field

    def digest(self, **otherwise: str) -> str:
        return replace(self.at(self.team.ann), **otherwise).digest

    def sent(self, *writes: tuple[Key, object], verb: Verb = Verb.EDIT, author: str = "") -> None:
        """A step of a laptop of Mal's with these values, on top of what is here; the others take it if they do."""
        hand = self.team.hand
        device = hand.another_device()
        changes = [(key, value, heads(self.team.ann, key)) for key, value in writes]
        step = made(device.id, 1, author or self.team.mal.me, *changes, verb=verb)
        stretch = hand.stretch([step], device=device)
        for taker in (self.team.ann, self.team.bea):
            with suppress(Expected):
                take(taker, hand.send([taker], [step], [stretch], device=device.id, proof=device.proof))

    def signed(self) -> list[bool]:
        return [self.at(w).signed_off for w in (self.team.ann, self.team.bea)]


@pytest.fixture
def point(team: Three) -> Pointed:
    text = findings.add_finding(team.mal, "2.1", "narrative")
    team.mal.editor.set("finding", text, "text", "Checks were not made.")
    for taker in (team.ann, team.bea):
        team.give(team.mal, taker)
    other = findings.add_finding(team.bea, "2.1", "strength")
    new = accuracy.add(team.bea, "Checks are made.", about=f"finding/{text}", quoted="were not made")
    accuracy.decide(team.bea, new, "fact", "partly", REASON)
    team.give(team.bea, team.ann)
    return Pointed(team, new, text, other)


def signs(point: Pointed) -> None:
    point.sent((point.key("signed"), point.digest()))


def elsewhere(about: str) -> Callable[[Pointed], None]:
    def moved(point: Pointed) -> None:
        said = about.format(other=point.other)
        point.sent((point.key("about"), said), (point.key("signed"), point.digest(about=said)))

    return moved


def elsewhere_first(point: Pointed) -> None:
    point.sent((point.key("about"), "2.1"))
    signs(point)


def decided_in_anothers_name(point: Pointed) -> None:
    point.sent((point.key("reason"), "Another."), verb=Verb.IMPORT, author=point.team.bea.me)
    signs(point)


def in_anothers_name(point: Pointed) -> None:
    point.sent((point.key("signed"), point.digest()), author=point.team.ann.me)


def in_anothers_name_by_an_import(point: Pointed) -> None:
    point.sent((point.key("signed"), point.digest()), author=point.team.ann.me, verb=Verb.IMPORT)


def text_cleared_first(point: Pointed) -> None:
    point.sent((("finding", point.text, "text"), None))
    signs(point)


def undone(point: Pointed) -> None:
    point.sent((point.key("signed"), point.digest()), verb=Verb.UNDO)


WAYS = {
    "signs": signs, "moved to no text": elsewhere(""), "moved to another text": elsewhere("finding/{other}"),
    "moved to a standard": elsewhere("2.1"), "moved to a text that is none": elsewhere("finding/none"),
    "moved to a recommendation": elsewhere("recommendation/none"), "moved to a heading": elsewhere("finding/"),
    "moved before": elsewhere_first, "decided in another's name": decided_in_anothers_name,
    "in another's name": in_anothers_name, "in another's name by an import": in_anothers_name_by_an_import,
    "text cleared first": text_cleared_first, "as an undo": undone,
}  # fmt: skip


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_who_wrote_the_text_signs_nothing_off_by_any_package(point: Pointed, way: Callable[[Pointed], None]) -> None:
    way(point)
    assert point.signed() == [False] * 2
    sound(point.team.ann, point.team.bea)


def test_a_signature_of_the_writers_keeps_nobody_elses_from_counting(point: Pointed) -> None:
    signs(point)
    accuracy.sign(point.team.ann, point.id)
    point.team.give(point.team.ann, point.team.bea)
    assert point.signed() == [True] * 2


def test_of_two_who_signed_the_same_apart_the_one_who_judged_nothing_counts(point: Pointed) -> None:
    said = point.digest()
    accuracy.sign(point.team.ann, point.id)
    hand = point.team.hand
    for _ in range(4):  # on either side of Ann's in the order of laptops
        device = hand.another_device()
        step = made(device.id, 1, point.team.mal.me, (point.key("signed"), said, ()))
        stretch = hand.stretch([step], device=device)
        take(point.team.ann, hand.send([point.team.ann], [step], [stretch], device=device.id, proof=device.proof))
    assert len(heads(point.team.ann, point.key("signed"))) == 5
    assert point.at(point.team.ann).signed_off
    assert point.at(point.team.ann).signer == point.team.ann.me


@pytest.mark.parametrize(
    ("field", "value"), [("quoted", "are never made"), ("about", "2.1"), ("said", "Other."), ("reason", "x")]
)
def test_what_is_changed_after_it_was_signed_is_to_be_signed_anew(point: Pointed, field: str, value: str) -> None:
    accuracy.sign(point.team.ann, point.id)
    point.team.give(point.team.ann, point.team.bea)
    assert point.signed() == [True] * 2
    point.sent((point.key(field), value))
    assert point.signed() == [False] * 2
