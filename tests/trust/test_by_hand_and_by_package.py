"""Each field that a role may not write by hand, by a service, is not simply taken out of that member's package either.

Every field of domain/fields.py is in one of four lists here: a new one fails until it is said which.
"""

from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from inspector_app.core.domain.fields import ENTITIES, Field, Kind, Value
from inspector_app.core.domain.ids import EntityId, WorkspaceId
from inspector_app.core.domain.panel.own_ratings import Seat
from inspector_app.core.domain.whose import RULES, Else
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services import trusting
from inspector_app.core.services.cases import (
    agreeing,
    allocation,
    case_facts,
    case_work,
    conflicts,
    marking,
    removing,
    reviews,
    sharing,
    verifying,
)
from inspector_app.core.services.people import membership, roles_given
from inspector_app.core.services.results import accuracy, own_ratings, sealing, told
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.log import journal
from tests.trust.hostile import Hand, Three, heads, made, sound, take, value

pytestmark = pytest.mark.usefixtures("no_backups")
NUMBERS = count(1)
Kind_ = tuple[str, str]
Act = Callable[[Three], object]
PACKAGE = Path(__file__).parents[2] / "inspector_app"

# What the services refuse to Mal, who is of the team and no more, where the case is Bea's: by what act, and how they say it.
CASE = (
    *("ref", "sample", "type", "began", "ended", "age", "gender", "ethnicity", "disability", "care", "takeover"),
    "position",
)


def _write(entity: str, field: str, under: str = "") -> Act:
    return lambda three: case_work.write(three.mal, entity, f"{three.case}{under}", field, None)


def _seal(three: Three) -> object:
    return sealing.seal(three.mal, three.folder / "record.json")


def _withdraw_marking(three: Three) -> object:
    marking.ask(three.ann, three.case, three.ann.me) if not marking.second_marking(three.ann, three.case) else None
    three.exchange()
    return marking.withdraw(three.mal, three.case)


def _delete_comment(three: Three) -> object:
    comment = reviews.comment(three.bea, three.case, three.case, "Why?")
    three.exchange()
    return reviews.delete_comment(three.mal, comment)


def _write_interview(three: Three, field: str) -> object:
    interview = case_facts.add_interview(three.bea, three.case, "child")
    three.exchange()
    if field == "deleted":
        return case_facts.remove_interview(three.mal, interview)
    said = "2026-03-10" if field == "day" else "x"
    return case_facts.write(three.mal, "interview", interview, field, said)


def _settle(three: Three) -> object:
    """Ann marks it second; Mal, who had it before Bea, is the first too."""
    return agreeing.settle(three.mal, three.case)


def _sign_own(three: Three) -> object:
    point = accuracy.add(three.mal, "It is Tuesday.")
    accuracy.decide(three.mal, point, "slip", "accepted", "It is.")
    return accuracy.sign(three.mal, point)


def _of_bea(three: Three, entity: str) -> str:
    """Something that Bea wrote down."""
    item = told.add(three.bea, "The head") if entity == "told" else accuracy.add(three.bea, "It is Tuesday.")
    three.exchange()
    return item


REFUSED: dict[Kind_, tuple[Act, Code]] = {
    ("inspection", "sealed"): (_seal, Code.NOT_SEALABLE),
    ("person", "role"): (lambda t: roles_given.give(t.mal, t.mal.me, "Quality lead"), Code.NOT_THE_LEAD),
    ("person", "withdrawn"): (lambda t: membership.withdraw(t.mal, t.bea.me, leaves=True), Code.NOT_THE_LEAD),
    **{("case", field): (_write("case", field), Code.CASE_NOT_YOURS) for field in CASE},
    ("case", "deleted"): (lambda t: removing.remove(t.mal, t.case), Code.CASE_NOT_YOURS),
    ("case", "inspector"): (lambda t: sharing.give(t.mal, [t.case], t.ann.me), Code.CASE_NOT_YOURS),
    ("case", "helper"): (lambda t: allocation.ask_help(t.mal, t.case, t.mal.me), Code.CASE_NOT_YOURS),
    **{("judgement", f): (_write("judgement", f, "/2.1.1"), Code.CASE_NOT_YOURS) for f in ("answer", "rationale")},
    **{("prompt", f): (_write("prompt", f, "/2.1.1/a"), Code.CASE_NOT_YOURS) for f in ("answer", "note")},
    **{
        ("interview", f): (lambda t, f=f: _write_interview(t, f), Code.CASE_NOT_YOURS)  # type: ignore[misc]
        for f in ("role", "day", "note", "deleted")
    },
    **{("review", f): (lambda t: reviews.submit(t.mal, t.case), Code.CASE_NOT_YOURS) for f in ("stage", "submitted")},
    ("review", "reason"): (lambda t: reviews.reopen(t.mal, t.case, "a mistake"), Code.CASE_NOT_YOURS),
    ("review", "accepted"): (lambda t: reviews.accept(t.mal, t.case), Code.NOT_A_REVIEWER),
    ("comment", "deleted"): (_delete_comment, Code.COMMENT_NOT_YOURS),
    **{("second", f): (lambda t: marking.done(t.mal, t.case), Code.NO_SECOND_MARKING) for f in ("first_done", "first_marks")},
    ("second", "settled"): (_settle, Code.NO_SECOND_MARKING),
    ("marking", "asked"): (_withdraw_marking, Code.VALUE_INVALID),
    ("seat", "seat"): (lambda t: own_ratings.seat(t.mal, t.mal.me, Seat.CHAIR), Code.NOT_THE_LEAD),
    **{
        ("own_rating", f): (lambda t: own_ratings.give(t.mal, "2.1", "Good", "So."), Code.PANEL_NOT_MEMBER)
        for f in ("interest", "sealed", "digest")
    },
    ("own_rating", "opened"): (lambda t: own_ratings.open_all(t.mal, "2.1"), Code.PANEL_NOT_CHAIR),
    **{
        (f"verified_{kind}", "what"): (lambda t, k=kind: verifying.verify(t.mal, f"{t.case}/2.1.1"), Code.NOT_A_REVIEWER)  # type: ignore[misc]
        for kind in ("judgement", "prompt")
    },
    ("point", "signed"): (_sign_own, Code.POINT_OWN),
    ("point", "deleted"): (lambda t: accuracy.delete(t.mal, _of_bea(t, "point")), Code.RECORD_NOT_YOURS),
    ("told", "deleted"): (lambda t: told.delete(t.mal, _of_bea(t, "told")), Code.RECORD_NOT_YOURS),
}  # fmt: skip
# What is written where a thing is made, by whoever makes it, and by no service ever again; a marker's own are theirs alone.
ONCE: dict[str, tuple[str, ...]] = {
    "comment": ("about", "text"),
    "told": ("day", "whom", "said", "rated"),
    "point": ("about", "quoted", "before", "said", "source", "day", "rated"),
    "marking": ("done", "marks"),
    "second_judgement": ("answer", "rationale"), "second_prompt": ("answer", "note"),
    "agreed_judgement": ("answer", "rationale"), "agreed_prompt": ("answer", "note"),
}  # fmt: skip
# What says nothing until a person says yes on each laptop, and what nobody writes any more.
INTRODUCED = {("person", "card"), ("person", "said")}
FORMER = {("person", "signing"), ("person", "sealing"), ("second", "marker"), ("second", "second_done")}
# What anybody may write again by hand, and by what.
_DESK, _PLACES = "core/services/results/findings.py", "ui/places"
ANYBODYS: dict[str, str] = {
    "inspection": "core/services/fieldwork/setting_up.py", "person": "core/services/fieldwork/setting_up.py",
    "comment": "core/services/cases/reviews.py", "rating": f"{_PLACES}/ratings/given_box.py",
    "panel": "core/services/results/panel.py", "totals": f"{_PLACES}/ratings/totals_line.py",
    "caseload": "core/services/results/breakdowns.py", "finding": _DESK, "recommendation": _DESK, "previous": _DESK,
    "support": "core/services/documents/text_edits.py", "summary": "core/services/results/summaries.py",
    "allowed": "core/services/results/identifying.py", "event": f"{_PLACES}/week/event_editor.py",
    "source": f"{_PLACES}/evidence/source.py", "score": f"{_PLACES}/evidence/survey.py",
    "bearing": "core/services/fieldwork/evidence.py", "concern": f"{_PLACES}/concerns/card.py",
    "informed": f"{_PLACES}/concerns/told_line.py", "told": "core/services/results/told.py",
    "point": "core/services/results/accuracy.py",
}  # fmt: skip


def _free() -> set[Kind_]:
    return {key for key, rule in RULES.items() if rule.otherwise is Else.STANDS}


def test_every_field_is_decided_for_hand_and_package_alike() -> None:
    """What some may not write by hand, or nobody writes twice, is nobody's by package, and the other way round."""
    once = {(entity, field) for entity, fields in ONCE.items() for field in fields}
    barred = [*REFUSED, *once, *INTRODUCED, *FORMER]
    assert len(barred) == len(set(barred))
    assert set(barred) == RULES.keys() - _free()
    assert ANYBODYS.keys() == {entity for entity, _ in _free()}
    assert [place for place in ANYBODYS.values() if not (PACKAGE / place).is_file()] == []


@pytest.fixture(scope="module")
def beas(team: Three) -> Three:
    """The first case is Bea's, the second was Mal's before it was hers."""
    sharing.give(team.ann, [team.case], team.bea.me)
    team.exchange()
    return team


@pytest.mark.parametrize("kind", REFUSED, ids=".".join)
def test_by_hand_it_is_refused_to_whose_it_is_not(beas: Three, kind: Kind_) -> None:
    act, code = REFUSED[kind]
    with pytest.raises(Expected) as no:
        act(beas)
    assert no.value.code is code


def _two(field: Field) -> tuple[Value, Value]:
    if field.kind is Kind.FLAG:
        return True, False
    if field.choices:
        return field.choices[0], field.choices[1]
    spans = "2026-03-10/2026-03-10", "2026-03-11/2026-03-12"
    times = ("09:30", "10:30") if field.form else ("hers", "his")
    found: dict[Kind, tuple[Value, Value]] = {
        Kind.NUMBER: (3, 4), Kind.DATE: ("2026-03-10", "2026-03-11"), Kind.SPANS: spans,
    }  # fmt: skip
    return found.get(field.kind, times)


def _item(entity: str) -> str:
    number = f"free{next(NUMBERS)}"
    depth = len(ENTITIES[entity].key)
    return "inspection" if entity == "inspection" else "/".join([number] * max(1, depth))


@pytest.fixture(scope="module")
def by_hand(beas: Three) -> dict[Kind_, tuple[tuple[str, str, str], Value]]:
    """Where each was written by Bea, and then by Mal, who had hers; and his value. All go in the same packages."""
    written = {kind: ((kind[0], _item(kind[0]), kind[1]), _two(ENTITIES[kind[0]].field(kind[1]))) for kind in _free()}
    for one, which in ((beas.bea, 0), (beas.mal, 1)):
        for key, values in written.values():
            case_work.write(one, *key, values[which])
        beas.exchange()
    return {kind: (key, values[1]) for kind, (key, values) in written.items()}


@pytest.mark.parametrize("kind", sorted(_free()), ids=".".join)
def test_what_anybody_writes_by_hand_stands_on_every_laptop_as_it_was_written(
    beas: Three, by_hand: dict[Kind_, tuple[tuple[str, str, str], Value]], kind: Kind_
) -> None:
    key, his = by_hand[kind]
    assert [value(one, key) for one in beas.everybody] == [his] * 3
    with beas.ann.database.read() as connection:
        assert not journal.contested(connection, key[0], EntityId(key[1]), key[2])


# what was written down


def _mal_writes(three: Three, *writes: tuple[tuple[str, str, str], Value], over: bool = True) -> None:
    hand = Hand(three.mal, three)
    device = hand.another_device()
    changes = [(key, said, heads(three.ann, key) if over else ()) for key, said in writes]
    step = made(device.id, next(NUMBERS), three.mal.me, *changes)
    stretch = hand.stretch([step], device=device)
    for taker in (three.ann, three.bea):
        take(taker, hand.send([taker], [step], [stretch], device=device.id, proof=device.proof))


@pytest.fixture
def rated(three: Three) -> Three:
    """A rating of each laptop's."""
    three.ann.editor.set("rating", "1.1", "rating", "Good")
    three.exchange()
    return three


def test_a_member_rewrites_nothing_of_what_a_colleague_was_told_or_wrote_down(rated: Three) -> None:
    """The ratings that were told, the day, the words; and those when a point came in, with its text of then."""
    three = rated
    entry, point = told.add(three.bea, "The head of service", "On Friday."), accuracy.add(three.bea, "It is Tuesday.")
    three.exchange()
    was = told.rows(three.ann)[0], accuracy.rows(three.ann)[0]
    forged = [(("told", entry, field), "forged" if field != "day" else "2026-01-01") for field in ONCE["told"]]
    forged += [(("point", point, field), "forged" if field != "day" else "2026-01-01") for field in ONCE["point"]]
    for key, said in forged:
        before = value(three.ann, key)
        for words in (said, None) if before else ():
            _mal_writes(three, (key, words))
            for one in (three.ann, three.bea):
                with one.database.read() as connection:
                    assert before in {c.value for c in journal.changes(connection, heads(one, key))}, key
    _mal_writes(three, (("told", entry, "deleted"), True), (("point", point, "deleted"), True))
    for one in (three.ann, three.bea):
        assert (told.rows(one)[0].id, accuracy.rows(one)[0].id) == (was[0].id, was[1].id)
        sound(one)


def test_who_wrote_it_down_and_the_lead_settle_what_another_wrote_there_and_nobody_else(rated: Three) -> None:
    three = rated
    entry, other = (told.add(three.bea, whom) for whom in ("The head of service", "The board"))
    three.exchange()
    was = value(three.ann, ("told", entry, "rated"))
    assert was
    for item in (entry, other):
        _mal_writes(three, (("told", item, "rated"), "1.1\tInadequate"))
    three.exchange(three.ann, three.bea)
    three.give(three.ann, three.mal)

    def contested(one: Workspace, item: str) -> conflicts.Conflict:
        return next(c for c in conflicts.conflicts(one) if c.id == item and c.field == "rated")

    assert conflicts.who_settles(three.mal, contested(three.mal, entry)) == "Bea"
    with pytest.raises(Expected) as no:
        conflicts.settle(three.mal, contested(three.mal, entry), "1.1\tInadequate")
    assert (no.value.code, no.value.facts["whose"]) == (Code.RECORD_NOT_YOURS, "Bea")
    for one, item in ((three.bea, entry), (three.ann, other)):
        assert conflicts.who_settles(one, contested(one, item)) is None
        conflicts.settle(one, contested(one, item), was)
    three.exchange()
    for one in three.everybody:
        assert [value(one, ("told", item, "rated")) for item in (entry, other)] == [was] * 2
        assert conflicts.conflicts(one) == []
        sound(one)


@pytest.mark.parametrize("entity", ["told", "point"])
def test_who_wrote_it_down_and_the_lead_delete_it_and_take_that_back(rated: Three, entity: str) -> None:
    three, delete = rated, told.delete if entity == "told" else accuracy.delete
    rows: Callable[[Workspace], object] = told.rows if entity == "told" else accuracy.rows
    for one in (three.bea, three.ann):
        item = _of_bea(three, entity)
        delete(one, item)
        three.exchange()
        assert [rows(each) for each in three.everybody] == [[], [], []]
        one.editor.undo(entity, item)
        three.exchange()
        assert [len(rows(each)) for each in three.everybody] == [1, 1, 1]  # type: ignore[arg-type]
        delete(one, item)
        three.exchange()
        assert [conflicts.conflicts(each) for each in three.everybody] == [[], [], []]
        sound(*three.everybody)


def test_what_the_lead_deleted_is_brought_back_by_nobody_else(rated: Three) -> None:
    three, item = rated, _of_bea(rated, "told")
    told.delete(three.ann, item)
    three.exchange()
    with pytest.raises(Expected) as no:
        case_work.bring_back(three.mal, "told", item)
    assert no.value.code is Code.RECORD_NOT_YOURS


def test_what_an_earlier_version_found_by_other_rules_is_no_damage_and_found_anew_when_it_is_opened(
    rated: Three,
) -> None:
    """As of a backup of before: anybody's word that an entry is deleted counted then."""
    three, item = rated, _of_bea(rated, "told")
    key = ("told", item, "deleted")
    _mal_writes(three, (key, True))
    with three.ann.database.write() as connection:
        connection.exec_driver_sql("UPDATE told SET deleted = 1")
    assert three.ann.problems() != [], "by the rules of now it is another value"
    with three.ann.database.write() as connection:
        connection.exec_driver_sql("UPDATE meta SET value = 'earlier' WHERE name = 'whose word'")
    assert three.ann.problems() == []
    trusting.bring_up_to_date(three.ann.laptop, WorkspaceId(three.ann.id), three.ann.database)
    assert value(three.ann, key) is None
    assert three.ann.problems() == []
