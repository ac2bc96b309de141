"""Whose key it is, a person says, on each laptop: no field of a package accepts, changes or removes anybody."""

import json
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from inspector_app.core.crypto import parcel
from inspector_app.core.crypto.keyring import KeyringFile
from inspector_app.core.domain.fields import Value
from inspector_app.core.domain.team import Card
from inspector_app.core.domain.trust import How, Reason, Standing
from inspector_app.core.errors import Code, Expected
from inspector_app.core.handoff import card as card_file
from inspector_app.core.handoff import package as packages
from inspector_app.core.interchange import document
from inspector_app.core.services import handoffs
from inspector_app.core.services.people import membership, team
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.log import acts, held
from inspector_app.core.storage.reading import people
from tests.trust.hostile import Key, Three, heads, log, made, refused, set_up, sound, take, value

pytestmark = pytest.mark.usefixtures("no_backups")

NOTICE: Key = ("inspection", "inspection", "notice")


def pins(workspace: Workspace) -> dict[str, str]:
    """The keys that this laptop accepted, by person."""
    trusted = workspace.laptop.trusted(workspace.id)  # type: ignore[arg-type]
    return {pin.card.id: pin.card.signing + pin.card.sealing for pin in trusted.pins if not pin.retired}


def stands(workspace: Workspace) -> dict[str, Standing]:
    return {row.name: row.standing for row in handoffs.rows(workspace)}


def opens(laptop: Laptop, package: Path) -> bool:
    """Whether somebody can look into a package."""
    with suppress(Expected):
        handoffs.inspect(laptop, package)
        return True
    return False


def person(three: Three, who: str, *taker: Workspace, **fields: Value) -> handoffs.Received:
    """Mal's package, in which fields of a person get other values, on top of what stands there and beside it."""
    for parents in (True, False):
        writes = [
            (("person", who, field), said, heads(three.mal, ("person", who, field)) if parents else ())
            for field, said in fields.items()
        ]
        step = made(three.hand.device.id, 900 + parents, three.mal.me, *writes)
        for one in taker:
            found = take(one, three.hand.send([one], [step]))
    return found


def test_nobody_replaces_a_colleagues_keys(three: Three) -> None:
    other = set_up(three.folder / "other", "Bea")
    card = replace(other.card(), id=three.bea.me)
    theirs = card_file.signed(card, other.keyring.signing_key)
    before = pins(three.ann)
    found = person(
        three, three.bea.me, three.ann, signing=card.signing, sealing=card.sealing, card=card_file.text_of(theirs)
    )
    assert pins(three.ann) == before
    (waiting,) = found.waiting
    assert (waiting.card.name, waiting.by, waiting.by_lead, waiting.changed) == ("Bea", "Mal", False, True)
    assert waiting.known_key == three.bea.laptop.fingerprint() != waiting.key
    assert stands(three.ann)["Bea"] is Standing.CHANGED
    three.ann.editor.set(*NOTICE, "SECRET")
    handoffs.export(three.ann, path := three.path(), to=["Bea"])
    assert opens(three.bea.laptop, path)
    assert not opens(other, path)
    assert not opens(three.mal.laptop, path)
    three.bea.editor.set(*three.note(), "from Bea")
    three.give(three.bea, three.ann)
    assert value(three.ann, three.note()) == "from Bea"


def test_who_waits_is_found_without_a_question_for_each_person_and_each_card_that_waits_is_read_once(
    three: Three, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two introduce Cat; everybody introduced those who were accepted, too."""
    cat = set_up(three.folder / "cat", "Cat").card()
    for colleague in (three.bea, three.mal):
        team.add(colleague, cat)
        three.give(colleague, three.ann)
    asked: list[str] = []
    read: list[bytes] = []
    monkeypatch.setattr(acts.journal, "field_history", lambda _, entity, *__: asked.append(entity) or [])
    reading = card_file.read
    monkeypatch.setattr(card_file, "read", lambda text, where: read.append(text) or reading(text, where))
    assert [waiting.card for waiting in membership.introductions(three.ann)] == [cat]
    assert "person" not in asked
    assert read == [card_file.text_of(cat).encode()]


def test_whoever_signs_with_a_card_that_was_not_accepted_is_not_read(three: Three) -> None:
    """As a colleague with other keys, and as nobody known."""
    other = set_up(three.folder / "other", "Bea")
    as_bea = replace(other.card(), id=three.bea.me)
    step = made(other.keyring.device, 1, three.bea.me, (NOTICE, "forged", ()))
    signed = [three.hand.stretch([step], device=three.hand.device, laptop=other)]
    for card, code in (
        (card_file.signed(as_bea, other.keyring.signing_key), Code.SENDER_CHANGED),
        (other.card(), Code.NOT_FROM_TEAM),
    ):
        package = three.hand.send([three.ann], [step], signed, by=other)
        keyring = other.keyring
        inside = packages.unseal(package.read_bytes(), "", three.ann.laptop.keyring.sealing_key)
        manifest = replace(packages.open_(inside, "").manifest, sender=card)
        again = packages.pack(manifest, _work(inside), keyring.signing_key)
        assert refused(three.ann, three.hand.seal([three.ann.laptop.card()], again)) is code
    assert value(three.ann, NOTICE) is None


def _work(inside: bytes) -> packages.Work:
    package = packages.open_(inside, "")
    reader = package.read()
    steps = [line.made for line in reader.steps()]
    return packages.Work({}, [stretch.line for stretch in reader.stretches], steps)


def test_a_stranger_whom_a_member_puts_into_the_team_gets_nothing_until_a_person_says_yes(three: Three) -> None:
    sam = set_up(three.folder / "sam", "Sam Otley")
    card = sam.card()
    found = person(
        three, card.id, three.ann, name="Sam Otley", role="Inspector", signing=card.signing, sealing=card.sealing,
        card=card_file.text_of(card), said="from head office",
    )  # fmt: skip
    (waiting,) = found.waiting
    assert (waiting.by, waiting.by_lead, waiting.changed, waiting.said) == ("Mal", False, False, "from head office")
    three.ann.editor.set(*NOTICE, "for the team")
    sent = handoffs.export(three.ann, path := three.path())
    assert sent.recipients == ("Bea", "Mal")
    assert not opens(sam, path)
    with pytest.raises(Expected) as no:
        handoffs.export(three.ann, three.path(), to=["Sam Otley"])
    assert no.value.code is Code.CARD_WAITS
    assert stands(three.ann)["Sam Otley"] is Standing.WAITING
    step = made(sam.keyring.device, 1, card.id, (NOTICE, "from Sam", ()))
    theirs = three.hand.stretch([step], laptop=sam, device=sam.keyring.devices[0])
    found = take(three.ann, three.hand.send([three.ann], [step], [theirs]))
    assert [(one.name, one.steps, one.reason) for one in found.untaken] == [("Sam Otley", 1, Reason.WAITING)]

    membership.accept(three.ann, membership.find(three.ann, waiting.key), How.TELEPHONE)
    assert stands(three.ann)["Sam Otley"] is Standing.ACCEPTED
    assert opens(sam, three.whole(three.ann))
    (row,) = [row for row in handoffs.rows(three.ann) if row.name == "Sam Otley"]
    assert (row.how, row.introduced_by, row.key) == (How.TELEPHONE, "Mal", waiting.key)
    assert take(three.ann, three.hand.send([three.ann], [step], [theirs])).untaken == ()
    assert value(three.ann, NOTICE) in ("for the team", "from Sam")


def test_who_is_left_out_stays_so_until_somebody_says_otherwise(three: Three) -> None:
    dee = set_up(three.folder / "dee", "Dee")
    team.add(three.ann, dee.card(), said="Joins us on Friday.")
    three.give(three.ann, three.bea)
    (waiting,) = membership.introductions(three.bea)
    assert (waiting.by, waiting.by_lead, waiting.said) == ("Ann", True, "Joins us on Friday.")
    membership.leave_out(three.bea, waiting)
    assert stands(three.bea)["Dee"] is Standing.LEFT_OUT
    assert three.give(three.ann, three.bea).waiting == ()
    assert handoffs.export(three.bea, three.path()).recipients == ("Ann", "Mal")
    membership.accept(three.bea, membership.find(three.bea, "dee"))
    assert stands(three.bea)["Dee"] is Standing.ACCEPTED


def test_nobody_but_the_lead_removes_anybody(three: Three) -> None:
    for who in (three.ann.me, three.bea.me):
        claim = json.dumps({pins(three.mal)[w.me][:64]: [] for w in (three.ann, three.bea)})
        person(three, who, three.ann, three.bea, deleted=True, withdrawn=claim, name="Nobody")
    for taker in (three.ann, three.bea):
        assert stands(taker) == {
            "Ann": Standing.ME if taker is three.ann else Standing.ACCEPTED,
            "Bea": Standing.ME if taker is three.bea else Standing.ACCEPTED,
            "Mal": Standing.ACCEPTED,
        }
    three.ann.editor.set(*three.note(), "Ann goes on")
    three.bea.editor.set(*three.note("b"), "so does Bea")
    three.exchange(three.ann, three.bea)
    assert (value(three.bea, three.note()), value(three.ann, three.note("b"))) == ("Ann goes on", "so does Bea")
    assert {row.by for row in three.ann.history(*three.note("b"))} == {"Bea"}
    with pytest.raises(Expected) as no:
        membership.withdraw(three.bea, three.mal.me, leaves=True)
    assert no.value.code is Code.NOT_THE_LEAD


def test_a_package_that_was_meant_for_somebody_else_is_not_read(three: Three) -> None:
    three.ann.editor.set(*NOTICE, "for Mal only")
    handoffs.export(three.ann, mine := three.path(), to=["Mal"])
    inside = packages.unseal(mine.read_bytes(), "", three.mal.laptop.keyring.sealing_key)
    assert refused(three.bea, three.hand.seal([three.bea.laptop.card()], inside)) is Code.PACKAGE_NOT_FOR_ME
    secret = "seven lamps by the river at night"
    handoffs.export(three.ann, sealed := three.path(), passphrase=secret)
    inside = packages.unseal(sealed.read_bytes(), "", "", secret)
    assert refused(three.bea, three.hand.seal([three.bea.laptop.card()], inside)) is Code.PACKAGE_NOT_FOR_ME
    assert value(three.bea, NOTICE) is None
    assert handoffs.import_(three.bea, [sealed], passphrase=secret)[0].steps > 0


def test_a_package_that_names_anothers_laptop_as_its_own_is_not_read(three: Three) -> None:
    """Else it would say for her what she has, and which of her packages there are."""
    theirs = three.bea.laptop.keyring
    mine = three.mal.laptop
    card = card_file.signed(replace(mine.card(), devices=(theirs.device,)), mine.keyring.signing_key)
    for claim in (
        {"device": theirs.device},
        {"device": theirs.device, "proof": theirs.proof},
        {"device": theirs.device, "proof": "", "sender": card},
    ):
        assert refused(three.ann, three.hand.send([three.ann], **claim)) is Code.PACKAGE_DAMAGED


def test_a_sealing_key_cannot_be_put_into_a_colleagues_card(three: Three) -> None:
    """Her signing key, and so half of what is compared, would be hers."""
    card = three.bea.laptop.card()
    swapped = replace(card, sealing=parcel.public_sealing_key(parcel.new_sealing_key()))
    path = three.folder / "swapped.card"
    path.write_text(card_file.text_of(swapped), encoding="utf-8")
    with pytest.raises(Expected) as no:
        team.read_card(path)
    assert no.value.code is Code.CARD_DAMAGED
    assert team.fingerprint(swapped) != team.fingerprint(card)
    found = person(three, three.bea.me, three.ann, card=card_file.text_of(swapped))
    assert found.waiting == ()


# what the lead withdraws


def test_work_of_a_removed_member_is_taken_from_nobody_and_what_was_made_before_stays(three: Three) -> None:
    three.mal.editor.set(*three.note(), "before")
    three.exchange()
    membership.withdraw(three.ann, three.mal.me, leaves=True)
    three.mal.editor.set(*three.note("b"), "after")
    assert refused(three.ann, three.whole(three.mal, three.ann.me)) is Code.CARD_WITHDRAWN
    assert three.give(three.mal, three.bea).steps == 1, "Bea has not heard of it"
    assert value(three.bea, three.note("b")) == "after"
    passed_on = three.give(three.bea, three.ann)
    assert [(one.name, one.steps, one.reason) for one in passed_on.untaken] == [("Mal", 1, Reason.WITHDRAWN)]
    assert value(three.ann, three.note("b")) is None

    heard = three.give(three.ann, three.bea)
    assert heard.set_aside == 1
    assert value(three.bea, three.note("b")) is None
    assert {value(w, three.note()) for w in (three.ann, three.bea)} == {"before"}
    assert log(three.ann) == log(three.bea)
    assert refused(three.bea, three.whole(three.mal, three.bea.me)) is Code.CARD_WITHDRAWN
    assert handoffs.export(three.bea, three.path()).recipients == ("Ann",)
    assert "Mal" not in stands(three.ann)
    assert {row.by for row in three.ann.history(*three.note())} == {"Mal"}
    sound(three.ann, three.bea)


def test_a_member_cannot_take_a_removal_back(three: Three) -> None:
    membership.withdraw(three.ann, three.mal.me, leaves=True)
    three.give(three.ann, three.bea)
    with pytest.raises(Expected) as no:
        person(three, three.mal.me, three.ann, deleted=None, withdrawn=None)
    assert no.value.code is Code.CARD_WITHDRAWN
    fields = ("deleted", "withdrawn")
    writes = [(("person", three.mal.me, f), None, heads(three.bea, ("person", three.mal.me, f))) for f in fields]
    theirs = made(three.bea.laptop.keyring.device, 800, three.bea.me, *writes)
    bea = three.hand
    bea.workspace = three.bea
    take(three.ann, bea.send([three.ann], [theirs]))
    assert refused(three.ann, three.whole(three.mal, three.ann.me)) is Code.CARD_WITHDRAWN


def test_what_is_written_on_top_of_work_that_is_set_aside_comes_to_the_same_everywhere(three: Three) -> None:
    key = three.note()
    three.bea.editor.set(*key, "Bea's")
    three.exchange()
    membership.withdraw(three.ann, three.mal.me, leaves=True)
    three.mal.editor.set(*key, "Mal's, late")
    three.give(three.mal, three.bea)
    three.bea.editor.set(*key, "Bea's, on top of his")
    three.exchange(three.ann, three.bea)
    assert log(three.ann) == log(three.bea)
    assert heads(three.ann, key) == heads(three.bea, key)
    sound(three.ann, three.bea)
    shown = {row.value for row in three.ann.history(*key)}
    assert shown == {"Bea's", "Bea's, on top of his"}


def test_nothing_is_left_of_what_stood_only_in_work_that_is_set_aside(three: Three) -> None:
    three.mal.add_case("LATE", three.mal.framework.samples[0].code)
    three.mal.editor.set("finding", "late", "text", "late")
    three.give(three.mal, three.bea)
    assert len(three.bea.case_rows()) == 4
    membership.withdraw(three.ann, three.mal.me, leaves=True)
    three.exchange(three.ann, three.bea)
    assert document.write(three.bea.inspection()) == document.write(three.ann.inspection())
    with three.ann.database.read() as here, three.bea.database.read() as there:
        assert held.every(there) == held.every(here)


def test_who_is_admitted_again_brings_what_was_set_aside(three: Three) -> None:
    three.mal.editor.set(*three.note(), "late")
    three.give(three.mal, three.bea)
    membership.withdraw(three.ann, three.mal.me, leaves=False)
    three.exchange(three.ann, three.bea)
    assert value(three.bea, three.note()) is None
    (row,) = [row for row in handoffs.rows(three.bea) if row.name == "Mal"]
    assert (row.standing, row.set_aside) == (Standing.WITHDRAWN, 1)
    membership.admit(three.ann, three.mal.me)
    three.exchange(three.ann, three.bea)
    assert {value(w, three.note()) for w in (three.ann, three.bea)} == {"late"}
    membership.withdraw(three.ann, three.mal.me, leaves=False)
    three.exchange(three.ann, three.bea)
    assert {value(w, three.note()) for w in (three.ann, three.bea)} == {"late"}
    assert log(three.ann) == log(three.bea)


def test_whoever_joins_later_takes_what_a_removed_member_left_and_never_accepts_them(three: Three) -> None:
    three.mal.editor.set(*three.note(), "before")
    three.exchange()
    membership.withdraw(three.ann, three.mal.me, leaves=True)
    dee = set_up(three.folder / "dee", "Dee")
    team.add(three.ann, dee.card())
    theirs, _ = handoffs.join(dee, three.whole(three.ann, dee.person.id), dee.new_path("W"))
    assert value(theirs, three.note()) == "before"
    assert three.mal.me not in pins(theirs)
    assert log(theirs) == log(three.ann)
    theirs.close()


# another card of somebody


def test_another_card_of_somebody_is_shown_as_changed_and_needs_its_own_yes(three: Three) -> None:
    case = three.case
    three.ann.editor.set("case", case, "inspector", three.bea.me)
    three.bea.editor.set(*three.note(), "with the old card")
    three.exchange()
    anew = set_up(three.folder / "anew", "Bea")
    with pytest.raises(Expected) as no:
        team.add(three.ann, anew.card())
    assert no.value.code is Code.KEYS_DIFFER
    team.add(three.ann, anew.card(), replacing=True)
    assert [m.id for m in team.members(three.ann) if m.name == "Bea"] == [anew.person.id]
    assert three.ann.case_row(case).inspector == anew.person.id

    three.give(three.ann, three.mal)
    (waiting,) = membership.introductions(three.mal)
    assert (waiting.changed, waiting.by_lead, waiting.known_key) == (True, True, three.bea.laptop.fingerprint())
    assert waiting.cases == ("C01",)
    assert not opens(anew, three.whole(three.mal))
    membership.accept(three.mal, waiting, How.FACE)
    assert opens(anew, three.whole(three.mal))
    assert not opens(three.bea.laptop, three.whole(three.mal))

    new, _ = handoffs.join(anew, three.whole(three.ann, anew.person.id), anew.new_path("W"))
    assert value(new, three.note()) == "with the old card"
    new.editor.set(*three.note("b"), "with the new card")
    three.bea.editor.set(*three.note("c"), "still with the old card")
    for taker in (three.ann, three.mal):
        assert refused(taker, three.whole(three.bea, taker.me)) in (Code.NOT_FROM_TEAM, Code.CARD_WITHDRAWN)
        three.give(new, taker)
        assert value(taker, three.note("b")) == "with the new card"
    assert log(three.ann) == log(three.mal) == log(new)
    new.close()


def test_a_second_laptop_of_a_person_needs_no_second_yes(three: Three) -> None:
    import shutil

    folder = three.folder / "second"
    shutil.copytree(three.bea.laptop.folder, folder)
    second = Laptop(folder)
    second.unlock("copper lantern drifts over quiet water")
    assert second.device != three.bea.laptop.device
    assert second.fingerprint() == three.bea.laptop.fingerprint()
    again = Workspace.open(second, second.workspaces_folder / three.bea.path.name)
    three.bea.editor.set(*three.note(), "on the first")
    again.editor.set(*three.note("b"), "on the second")
    three.give(three.bea, three.ann)
    assert three.give(again, three.ann).untaken == ()
    three.give(three.ann, again)
    assert {value(w, three.note("b")) for w in (three.ann, again)} == {"on the second"}
    assert {value(w, three.note()) for w in (three.ann, again)} == {"on the first"}
    again.close()


def test_what_a_laptop_had_not_handed_off_when_its_folder_moved_is_signed_on_the_new_one(three: Three) -> None:
    three.bea.editor.set(*three.note(), "never handed off")
    old = three.bea.laptop.device
    name = three.bea.path.name
    three.bea.close()
    folder = three.bea.laptop.folder.rename(three.folder / "moved")
    moved = Laptop(folder)
    moved.unlock("copper lantern drifts over quiet water")
    assert moved.device != old
    three.bea = Workspace.open(moved, moved.workspaces_folder / name)
    three.bea.editor.set(*three.note("b"), "on the new one")
    assert three.give(three.bea, three.ann).untaken == ()
    assert [value(three.ann, three.note(p)) for p in "ab"] == ["never handed off", "on the new one"]


def test_the_name_of_a_card_is_how_somebody_is_called_whatever_a_package_says(three: Three) -> None:
    three.bea.editor.set(*three.note(), "hers")
    three.exchange()
    person(three, three.bea.me, three.ann, name="Mal", role="Lead inspector")
    assert ("Bea", "Inspector") in {(m.name, m.role) for m in team.members(three.ann)}
    assert three.ann.history(*three.note())[0].by == "Bea"


def test_a_card_whose_key_is_somebody_elses_is_none(three: Three) -> None:
    mine, theirs = three.mal.laptop, three.bea.laptop.card()
    forged = Card(theirs.id, "Bea", "Inspector", theirs.signing, mine.card().sealing)
    path = three.folder / "forged.card"
    path.write_bytes(card_file.write(forged, mine.keyring.signing_key))
    with pytest.raises(Expected) as no:
        team.read_card(path)
    assert no.value.code is Code.CARD_DAMAGED


def full(*_: object) -> None:
    raise Expected(Code.DISK_FULL, where="the disk")


def membership_of(workspace: Workspace) -> tuple[object, ...]:
    """All that says who is in the team: the file, its copy of accepted cards, and the keyring."""
    workspace.laptop.keyring_file.reload()
    return log(workspace), team.members(workspace), workspace.laptop.trusted(workspace.key.id)


@pytest.mark.parametrize("fails", [(KeyringFile, "_save"), (people, "copy_accepted")])
def test_a_card_is_accepted_in_the_file_and_in_the_keyring_or_in_neither(
    three: Three, monkeypatch: pytest.MonkeyPatch, fails: tuple[object, str]
) -> None:
    dee = set_up(three.folder / "dee", "Dee")
    before = membership_of(three.ann)
    with monkeypatch.context() as patch:
        patch.setattr(*fails, full)
        with pytest.raises(Expected):
            team.add(three.ann, dee.card())
    assert membership_of(three.ann) == before
    team.add(three.ann, dee.card())
    assert stands(three.ann)["Dee"] is Standing.ACCEPTED


@pytest.mark.parametrize("fails", [(KeyringFile, "_save"), (people, "copy_accepted")])
def test_a_yes_to_an_introduction_and_a_withdrawal_are_whole_or_refused(
    three: Three, monkeypatch: pytest.MonkeyPatch, fails: tuple[object, str]
) -> None:
    dee = set_up(three.folder / "dee", "Dee")
    team.add(three.bea, dee.card())
    three.give(three.bea, three.ann)
    (waiting,) = membership.introductions(three.ann)
    before = membership_of(three.ann)
    with monkeypatch.context() as patch:
        patch.setattr(*fails, full)
        with pytest.raises(Expected):
            membership.accept(three.ann, waiting)
        assert membership_of(three.ann) == before
        if fails[0] is people:
            with pytest.raises(Expected):
                membership.withdraw(three.ann, three.bea.me, leaves=True)
    assert membership_of(three.ann) == before
