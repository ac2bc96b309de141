"""What counts by whose word it is cannot be taken away by another's word on top of it, nor given by anybody else."""

from collections.abc import Callable
from itertools import count, product

import pytest

from inspector_app.core.domain.cases import verified
from inspector_app.core.domain.cases.verified import ItemRow
from inspector_app.core.domain.fields import Value
from inspector_app.core.domain.ids import EntityId
from inspector_app.core.domain.panel import own_ratings as texts
from inspector_app.core.domain.panel.own_ratings import OwnRating, Said, Seat, Whose
from inspector_app.core.domain.steps.changes import Edit, Verb
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.cases import marking, verifying
from inspector_app.core.services.people import membership, roles_given
from inspector_app.core.services.results import own_ratings
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.reading import read
from tests.trust.hostile import Key, Three, heads, made, sound, take

pytestmark = pytest.mark.usefixtures("no_backups")
REASON = "Nine of twelve plans name the child's own goals."
NUMBERS = count(1)
Sent = Callable[..., None]


@pytest.fixture
def send(team: Three) -> Sent:
    return lambda *writes, **how: sent(team, *writes, **how)


def sent(three: Three, *writes: tuple[Key, Value], over: bool = True, author: str = "", verb: Verb = Verb.EDIT) -> None:
    """A step of a laptop of Mal's with these values, on top of what stands there, or beside it; the others get it."""
    device = three.hand.another_device()
    changes = [(key, value, heads(three.ann, key) if over else ()) for key, value in writes]
    step = made(device.id, next(NUMBERS), author or three.mal.me, *changes, verb=verb)
    stretch = three.hand.stretch([step], device=device)
    for taker in (three.ann, three.bea):
        package = three.hand.send([taker], [step], [stretch], device=device.id, proof=device.proof)
        take(taker, package)


def refusal(act: Callable[[], object]) -> Code:
    with pytest.raises(Expected) as no:
        act()
    return no.value.code


HOW = pytest.mark.parametrize("over", [True, False], ids=["on top", "beside"])


# seats


@pytest.fixture
def seated(team: Three) -> Three:
    """Bea chairs, Ann and Mal are members."""
    for person, held in ((team.bea, Seat.CHAIR), (team.ann, Seat.MEMBER), (team.mal, Seat.MEMBER)):
        own_ratings.seat(team.ann, person.me, held)
    team.exchange()
    return team


@HOW
@pytest.mark.parametrize("said", [None, "member", "chair"])
def test_nobody_but_the_lead_seats_or_unseats(seated: Three, send: Sent, over: bool, said: str | None) -> None:
    before = own_ratings.seats(seated.ann)
    for person in (seated.bea, seated.ann, seated.mal):
        send((("seat", person.me, "seat"), said), over=over)
    for workspace in (seated.ann, seated.bea):
        assert own_ratings.seats(workspace) == before
        assert own_ratings.chair(workspace) == seated.bea.me
    sound(seated.ann, seated.bea)


def test_the_leads_last_word_on_a_seat_counts_whatever_was_written_between(seated: Three, send: Sent) -> None:
    for held in (None, Seat.MEMBER, Seat.CHAIR):
        send((("seat", seated.bea.me, "seat"), "chair" if held is None else None))
        own_ratings.seat(seated.ann, seated.bea.me, held)
        seated.give(seated.ann, seated.bea)
        assert [own_ratings.seats(w).get(seated.bea.me) for w in (seated.ann, seated.bea)] == [held] * 2


def test_what_a_member_makes_of_their_own_word_afterwards_takes_none_of_the_leads_away(seated: Three) -> None:
    """Said again as made on top of what the lead said on top of it, or of nothing: neither goes."""
    three, key = seated, ("seat", seated.bea.me, "seat")
    device, tail = three.hand.another_device(), "0" * 8

    def says(revision: int, parents: object) -> None:
        step = made(device.id, 5, three.mal.me, (key, "member", parents), tail=tail, revision=revision)  # type: ignore[arg-type]
        stretch = three.hand.stretch([step], device=device)
        for taker in (three.ann, three.bea):
            take(taker, three.hand.send([taker], [step], [stretch], device=device.id, proof=device.proof))

    says(0, heads(three.ann, key))
    own_ratings.seat(three.ann, three.bea.me, None)
    last = heads(three.ann, key)
    own_ratings.seat(three.ann, three.bea.me, Seat.CHAIR)
    three.give(three.ann, three.bea)
    for revision, parents in ((1, ()), (2, last), (3, heads(three.ann, key))):
        says(revision, parents)
        for workspace in (three.ann, three.bea):
            assert own_ratings.seats(workspace).get(three.bea.me) is Seat.CHAIR


# members' own ratings

STANDARDS = iter(("1.1", "1.2", "1.3", "2.1", "2.2", "2.3", "2.4", "2.5"))


@pytest.fixture
def given(seated: Three) -> Callable[[Workspace], OwnRating]:
    """Bea and Ann have each given their own rating of a standard; how Bea's stands."""
    standard = next(STANDARDS)
    for one in (seated.bea, seated.ann):
        own_ratings.give(one, standard, "Good", REASON)
    seated.exchange(seated.ann, seated.bea)

    def row(workspace: Workspace, person: Workspace = seated.bea) -> OwnRating:
        return next(r for r in own_ratings.rows(workspace, standard) if r.person == person.me)

    return row


def forged(whose: Whose) -> tuple[str, str]:
    text = texts.written(whose, Said("Inadequate", "Forged."), "00")
    return text, texts.digest(text)


FORGED = [("digest",), ("sealed",), ("interest",), ("opened",), ("digest", "opened"),
          ("sealed", "digest", "opened", "interest")]  # fmt: skip


def test_a_members_own_rating_stays_theirs(seated: Three, given: Callable[..., OwnRating], send: Sent) -> None:
    three, before = seated, given(seated.ann)
    whose = Whose(three.ann.id, before.standard, three.bea.me)
    text, digest = forged(whose)
    says = {"digest": digest, "sealed": f"{three.mal.me}\nAAAA", "interest": "Bribed.", "opened": text}
    for fields, over, verb in product(FORGED, (True, False), (Verb.EDIT, Verb.UNDO)):
        send(*((("own_rating", whose.id, field), says[field]) for field in fields), over=over, verb=verb)
        assert given(three.ann) == before, fields
    assert own_ratings.open_all(three.bea, before.standard) == 2
    three.exchange(three.ann, three.bea)
    for workspace in (three.ann, three.bea):
        assert given(workspace).opened == given(workspace, three.ann).opened == Said("Good", REASON)
    sound(three.ann, three.bea)


def test_a_members_own_opening_of_their_own_keeps_nobody_from_giving(
    seated: Three, given: Callable[..., OwnRating], send: Sent
) -> None:
    three, standard = seated, given(seated.ann).standard
    for person in (three.mal.me, "nobody"):
        text, digest = forged(whose := Whose(three.ann.id, standard, person))
        says = {"digest": digest, "sealed": f"{three.bea.me}\nAAAA", "opened": text}
        send(*((("own_rating", whose.id, field), said) for field, said in says.items()))
    assert not own_ratings.is_open(three.ann, standard)
    own_ratings.give(three.ann, standard, "Outstanding", REASON)
    three.exchange(three.ann, three.bea)
    assert own_ratings.open_all(three.bea, standard) == 2
    three.exchange(three.ann, three.bea)
    assert given(three.ann, three.ann).opened == Said("Outstanding", REASON)


def test_what_a_former_chair_opened_stays_open(seated: Three, given: Callable[..., OwnRating]) -> None:
    three, standard = seated, given(seated.ann).standard
    own_ratings.open_all(three.bea, standard)
    three.exchange(three.ann, three.bea)
    own_ratings.seat(three.ann, three.ann.me, Seat.CHAIR)
    three.exchange(three.ann, three.bea)
    for workspace in (three.ann, three.bea):
        assert given(workspace).opened == Said("Good", REASON)
        assert given(workspace).opened_by == three.bea.me


SEALED = ["", "\n", "x\n%%%", "x\n" + "A" * 100_000, "\u202e\n=", "\U0001f600", "a\nb\nc",
          "x\nYWdlLWVuY3J5cHRpb24ub3JnL3YxCg=="]  # fmt: skip


def test_what_nobody_can_open_keeps_the_rest_from_nothing(
    seated: Three, given: Callable[..., OwnRating], send: Sent
) -> None:
    three, standard = seated, given(seated.ann).standard
    _, digest = forged(whose := Whose(three.ann.id, standard, three.mal.me))
    for sealed in SEALED:
        send((("own_rating", whose.id, "sealed"), sealed), (("own_rating", whose.id, "digest"), digest))
        assert own_ratings.mine(three.mal, standard) is None
        assert own_ratings.open_all(three.bea, standard) == (2 if sealed == "" else 0)
    assert given(three.bea).opened == Said("Good", REASON)


def test_thousands_of_ratings_of_nobody_cost_nothing(
    seated: Three, given: Callable[..., OwnRating], monkeypatch: pytest.MonkeyPatch
) -> None:
    three, standard = seated, given(seated.ann).standard
    hand, device = three.hand, three.hand.another_device()
    writes = [
        ((("own_rating", f"{standard}/{n}", field)), "x", ()) for n in range(3000) for field in ("digest", "opened")
    ]
    steps = [made(device.id, n, three.mal.me, *writes[n * 50 : n * 50 + 50]) for n in range(120)]
    stretch = hand.stretch(steps, device=device)
    take(three.ann, hand.send([three.ann], steps, [stretch], device=device.id, proof=device.proof))
    asked = count()
    execute = type(three.ann.database._writer).execute
    monkeypatch.setattr(type(three.ann.database._writer), "execute", lambda *a, **k: (next(asked), execute(*a, **k))[1])
    assert len(own_ratings.rows(three.ann, standard)) == 3
    assert next(asked) < 200, "questions to the database"


# verifications


@pytest.fixture
def answered(team: Three) -> str:
    """An answer of Ann's that Bea, a quality lead, verified; everybody has it."""
    roles_given.give(team.ann, team.bea.me, "Quality lead")
    item = f"{team.case}/2.1.1/{'abcdefgh'[next(NUMBERS) % 8]}"
    team.ann.editor.set("prompt", item, "answer", "yes")
    team.exchange(team.ann, team.bea)
    verifying.verify(team.bea, item)
    team.exchange(team.ann, team.bea)
    return item


def row_of(workspace: Workspace, item: str) -> ItemRow:
    return next(row for row in verifying.items(workspace, item.partition("/")[0]) if row.id == item)


@HOW
@pytest.mark.parametrize("what", [None, "", "0" * 64, "same"])
def test_a_verification_is_neither_taken_away_nor_made_by_who_does_not_review(
    team: Three, send: Sent, answered: str, over: bool, what: str | None
) -> None:
    said = verified.digest(row_of(team.ann, answered).answer, "") if what == "same" else what
    send((("verified_prompt", answered, "what"), said), over=over)
    for workspace in (team.ann, team.bea):
        found = row_of(workspace, answered)
        assert (found.verified_by, found.stands) == ("Bea", True)
    team.ann.editor.set("prompt", answered, "note", "other words")
    send((("verified_prompt", answered, "what"), verified.digest(row_of(team.ann, answered).answer, "other words")))
    assert not row_of(team.ann, answered).stands


def test_who_verified_may_take_it_back_whatever_was_written_on_top(team: Three, send: Sent, answered: str) -> None:
    send((("verified_prompt", answered, "what"), "x"))
    team.bea.editor.do(answered, [Edit("verified_prompt", EntityId(answered), "what", None)])
    team.exchange(team.ann, team.bea)
    assert (row_of(team.ann, answered).verified_by, row_of(team.ann, answered).stands) == ("", False)


# the first marking


@pytest.mark.parametrize("author", ["Mal", "an import"])
def test_that_the_first_is_done_is_said_by_whose_the_case_is(three: Three, author: str) -> None:
    three.ann.editor.set("case", three.case, "inspector", three.ann.me)
    three.exchange()
    marking.ask(three.ann, three.case, three.bea.me)
    three.exchange()
    marking.done(three.bea, three.case)
    three.give(three.bea, three.ann)
    says = (("second", three.case, "first_done"), True), (("second", three.case, "first_marks"), "")
    if author == "Mal":
        sent(three, *says)
    else:
        sent(three, *says, verb=Verb.IMPORT, author=three.ann.me)
    three.exchange(three.ann, three.bea)
    for workspace in (three.ann, three.bea):
        assert not marking.second_markings(workspace)[three.case].first_done
    assert marking.blind_cases(three.bea) == {three.case}
    marking.done(three.ann, three.case)
    three.exchange(three.ann, three.bea)
    assert marking.second_markings(three.bea)[three.case].complete


# what is let go


@pytest.mark.parametrize("reason", ["", " ", "\t\n", None])
def test_nothing_is_let_go_without_a_reason(team: Three, send: Sent, reason: str | None) -> None:
    key = f"name-{next(NUMBERS)}"
    send((("allowed", key, "what"), "name: Ann"), (("allowed", key, "reason"), reason))
    with team.ann.database.read() as connection:
        assert key not in read.allowed(connection)


# who left


def test_what_a_member_says_after_they_left_counts_nowhere(three: Three) -> None:
    for person, held in ((three.bea, Seat.CHAIR), (three.ann, Seat.MEMBER), (three.mal, Seat.MEMBER)):
        own_ratings.seat(three.ann, person.me, held)
    roles_given.give(three.ann, three.mal.me, "Quality lead")
    item = f"{three.case}/2.1.1/a"
    three.bea.editor.set("prompt", item, "answer", "yes")
    three.exchange()
    membership.withdraw(three.ann, three.mal.me, leaves=True)
    own_ratings.give(three.mal, "2.1", "Good", REASON)
    verifying.verify(three.mal, item)
    three.give(three.mal, three.bea)

    def said() -> tuple[bool, str]:
        given = {row.person: row.given for row in own_ratings.rows(three.bea, "2.1")}
        return bool(given.get(three.mal.me)), row_of(three.bea, item).verified_by

    assert said() == (True, "Mal"), "Bea has not heard that he left"
    three.give(three.ann, three.bea)
    assert said() == (False, "")
    sound(three.ann, three.bea)
