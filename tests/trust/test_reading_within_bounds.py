"""Packages, cards and keyrings that ask for too much, or say what cannot be: refused in a sentence, with bounded memory."""

import hashlib
import io
import json
import os
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.commands import words
from inspector_app.core import files
from inspector_app.core.crypto import keyring, keyring_sealed, parcel, seal
from inspector_app.core.domain import moments
from inspector_app.core.domain.ids import new_id
from inspector_app.core.domain.steps.changes import MOST_PARENTS
from inspector_app.core.domain.text import names
from inspector_app.core.errors import Code, Expected
from inspector_app.core.handoff import card as card_file
from inspector_app.core.handoff import package as packages
from inspector_app.core.handoff import work
from inspector_app.core.interchange import sheets
from inspector_app.core.services import handoffs
from inspector_app.core.services.cases import marking, open_case
from inspector_app.core.services.people import team
from inspector_app.core.services.profile import laptop as laptops
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.ui.errors import sentence
from inspector_app.ui.words.handoffs import ledger
from tests.trust.hostile import Three, heads, made, refused, set_up, take, value

MAGIC = b"inspector-handoff 2\n"


@contextmanager
def within(most: int) -> Iterator[None]:
    """No more memory is taken than so many bytes."""
    tracemalloc.start()
    try:
        yield
        assert tracemalloc.get_traced_memory()[1] < most
    finally:
        tracemalloc.stop()


def packed_by_hand(three: Three, plain: bytes, **claims: object) -> Path:
    """A member's package of this work, described as it is but for the claims."""
    packed = zlib.compress(plain, 9)
    empty = three.hand.send([three.ann])
    inside = packages.unseal(empty.read_bytes(), "", three.ann.laptop.keyring.sealing_key)
    manifest = packages.open_(inside, "").manifest
    about = {**asdict(manifest), "sha256": hashlib.sha256(packed).hexdigest(), "size": len(plain), **claims}
    signed = json.dumps({"format": "inspector-handoff", "version": 2, **about})
    signature = parcel.sign(three.mal.laptop.keyring.signing_key, MAGIC + signed.encode())
    head = json.dumps({"manifest": signed, "signature": signature.hex()}).encode()
    return three.hand.seal([three.ann.laptop.card()], head + b"\n" + packed)


@pytest.mark.parametrize(
    "line",
    [
        b"[" + b"[]," * 8_000_000 + b"[]]",
        b"[" * 1_000_000,
        b'{"steps":[' + b"{}," * 4_000_000 + b"{}]}",
        b"[" + b"0," * 8_000_000 + b"0]",
        b'["' + b"x" * 8_000_000 + b'"]',
    ],
    ids=["lists", "depth", "dicts", "numbers", "a text"],
)
@pytest.mark.parametrize("where", ["start", "stretches", "steps"])
def test_a_small_package_never_asks_for_all_memory(three: Three, line: bytes, where: str) -> None:
    plain = {"start": line, "stretches": b"{}\n" + line, "steps": b"{}\n" + line}[where] + b"\n"
    claims = {"start": {}, "stretches": {"stretches": 1}, "steps": {"steps": 1, "changes": 1}}[where]
    path = packed_by_hand(three, plain, **claims)
    assert path.stat().st_size < 60_000
    with within(20_000_000):
        assert refused(three.ann, path) is Code.PACKAGE_DAMAGED


def test_work_that_packs_far_too_well_is_not_unpacked(three: Three) -> None:
    step = b'["%s.00000001.00000000","a","2026-03-10T10:00:00+00:00","edit","x",null,[]]\n' % (b"0" * 16)
    path = packed_by_hand(three, b"{}\n" + step * 500_000, steps=500_000)
    with within(20_000_000):
        assert refused(three.ann, path) is Code.PACKAGE_DAMAGED


def test_a_line_that_is_long_and_wrong_is_not_taken_apart(three: Three) -> None:
    """As large as a package may be for its bytes: noise keeps it from packing well."""
    import random

    noise = random.Random(1).randbytes(400_000).hex().encode()
    lists = b"[" + b"[]," * 6_000_000 + b"[]]"
    path = packed_by_hand(three, b"{}\n" + lists + noise + b"\n", steps=1)
    refused(three.ann, packed_by_hand(three, b"{}\n[]\n", steps=1))  # what reading brings in is no part of it
    with within(60_000_000):
        assert refused(three.ann, path) is Code.PACKAGE_DAMAGED


@pytest.mark.parametrize(
    "claim", [{"steps": 2}, {"steps": 0}, {"changes": 0}, {"changes": 7}, {"stretches": 0}, {"stretches": 2}]
)
def test_what_a_package_says_it_holds_is_counted_while_it_is_read(three: Three, claim: dict[str, int]) -> None:
    step = made(three.hand.device.id, 1, three.mal.me, (three.note(), "x", ()))
    stretch = three.hand.stretch([step])
    plain = "\n".join(("{}", stretch.line, work.written(step), "")).encode()
    honest = {"stretches": 1, "steps": 1, "changes": 1}
    assert refused(three.ann, packed_by_hand(three, plain, **{**honest, **claim})) is Code.PACKAGE_DAMAGED
    assert take(three.ann, packed_by_hand(three, plain, **honest)).steps == 1


def parents(number: int) -> tuple[str, ...]:
    """Changes that nobody has, of laptops that there are not."""
    return tuple(f"{n:016x}.00000001.{n:08x}.0" for n in range(1, number + 1))


@pytest.mark.parametrize(
    ("many", "times"),
    [(MOST_PARENTS + 1, 1), (200_000, 1), (1, 2), (1, 130_000)],
    ids=["one too many", "far too many", "one twice", "one over and over"],
)
def test_a_change_made_on_top_of_far_too_many_is_refused_before_one_of_them_is_looked_for(
    three: Three, many: int, times: int
) -> None:
    step = made(three.hand.device.id, 500, three.mal.me, (three.note(), "x", parents(many) * times))
    path = three.hand.send([three.ann], [step])
    with within(100_000_000):
        assert refused(three.ann, path) is Code.PACKAGE_DAMAGED


def test_a_field_with_more_values_than_one_change_may_name_is_settled_all_the_same(three: Three) -> None:
    """What a member can make of a field by a value a step; what settles it goes to everybody."""
    every = [
        made(three.hand.device.id, 500 + n, three.mal.me, (three.note(), f"{n}", ())) for n in range(MOST_PARENTS + 5)
    ]
    path = three.hand.send([three.ann, three.bea], every)
    for workspace in (three.ann, three.bea):
        take(workspace, path)
    for text in ("settled", "settled", "settled again"):
        three.ann.editor.set(*three.note(), text)
    assert (value(three.ann, three.note()), len(heads(three.ann, three.note()))) == ("settled again", 1)
    three.give(three.ann, three.bea)
    assert (value(three.bea, three.note()), len(heads(three.bea, three.note()))) == ("settled again", 1)


NESTED = "[" * 200_000 + "]" * 200_000


@pytest.mark.parametrize("part", ["outer", "manifest", "people", "card"])
def test_what_is_nested_as_deep_as_one_likes_is_refused_in_a_sentence(three: Three, part: str, tmp_path: Path) -> None:
    """In what a card or a package says of itself, before anything of it is trusted."""
    if part == "card":
        (tmp_path / "a.card").write_text(
            f'{{"format": "inspector-card", "version": 2, "name": {NESTED}}}', encoding="utf-8"
        )
        with within(20_000_000), pytest.raises(Expected) as no:
            team.read_card(tmp_path / "a.card")
        assert no.value.code in {Code.NOT_A_CARD, Code.CARD_DAMAGED}
        return
    signed = json.dumps({"format": "inspector-handoff", "version": 2, "people": 0}).replace("0}", f"{NESTED}}}")
    heads_of = {
        "outer": f'{{"manifest": {NESTED}, "signature": ""}}',
        "manifest": json.dumps({"manifest": NESTED, "signature": ""}),
        "people": json.dumps({"manifest": signed, "signature": ""}),
    }
    path = three.hand.seal([three.ann.laptop.card()], heads_of[part].encode() + b"\n")
    with within(20_000_000):
        assert refused(three.ann, path) is Code.PACKAGE_DAMAGED


def test_an_honest_package_of_the_same_words_over_and_over_is_written_and_read(three: Three) -> None:
    three.bea.editor.set(*three.note(), "=" * 3_000_000)
    assert three.give(three.bea, three.ann).steps == 1
    assert value(three.ann, three.note()) == "=" * 3_000_000


@pytest.mark.parametrize("number", [10_000, 100_000, 2**40, -1])
def test_a_package_number_that_nobody_comes_to_is_refused(three: Three, number: int) -> None:
    assert refused(three.ann, three.hand.send([three.ann], number={three.ann.me: number})) is Code.PACKAGE_DAMAGED


def test_thousands_of_missing_packages_are_said_in_a_line(three: Three) -> None:
    sent = three.hand.send([three.ann], number={three.ann.me: 9_999}, has=(new_id(),))  # which is not here
    (found,) = handoffs.import_(three.ann, [sent])
    assert len("\n".join(words.received([found], tried_only=False))) < 1_000
    (row,) = [row for row in handoffs.rows(three.ann) if row.name == "Mal"]
    assert len("\n".join(words.team([row], []))) < 1_000
    assert ledger.missing(row.missing, "Mal").startswith("Packages 1, 2, 3")
    assert ledger.missing(row.missing, "Mal").endswith("9988 more from Mal are missing.")


def test_a_laptop_never_writes_a_number_that_readers_refuse(three: Three) -> None:
    from inspector_app.core.storage import ledger as kept
    from inspector_app.core.storage.ledger import OUT, Record

    with three.bea.database.write() as connection:
        about = Record("p", OUT, three.bea.laptop.device, three.ann.me, 9_999, "", "", 0, 0)
        kept.record(connection, about)
    three.bea.editor.set(*three.note(), "after ten thousand packages")
    three.give(three.bea, three.ann)
    assert value(three.ann, three.note()) == "after ten thousand packages"


# clocks


@pytest.mark.parametrize(
    "clock", ["1970-01-01T00:03:10+00:00", "0001-01-01T00:00:00+00:00", "9999-12-31T23:59:59+00:00"]
)
def test_a_clock_that_is_far_off_refuses_nothing(three: Three, clock: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where an earlier program has written such a time, and where a package's own time is one."""
    with monkeypatch.context() as patch:
        for module in ("editor", "handoffs.giving"):
            patch.setattr(f"inspector_app.core.services.{module}.now", lambda: clock)
        three.bea.editor.set(*three.note(), "typed with a flat battery")
        three.bea.editor.set(*three.note("b"), "and on")
        found = three.give(three.bea, three.ann)
    assert (found.untaken, found.steps) == ((), 2)
    assert value(three.ann, three.note()) == "typed with a flat battery"
    (row,) = three.ann.history(*three.note())
    assert moments.EARLIEST <= row.at <= moments.LATEST
    three.give(three.ann, three.mal)
    assert value(three.mal, three.note()) == "typed with a flat battery"


def test_a_writer_keeps_its_own_clock_within_what_readers_show(monkeypatch: pytest.MonkeyPatch) -> None:
    import datetime

    class Flat(datetime.datetime):
        @classmethod
        def now(cls, tz: Any = None) -> Any:
            return cls(1970, 1, 1, 0, 3, 10, tzinfo=tz)

    monkeypatch.setattr(laptops, "datetime", Flat)
    assert laptops.now() == moments.EARLIEST


@given(st.datetimes())
def test_every_time_is_brought_to_one_that_can_be_shown_and_stays_there(at: Any) -> None:
    text = f"{at.replace(microsecond=0).isoformat()}+00:00"
    once = moments.within(text)
    assert moments.EARLIEST <= once <= moments.LATEST
    assert moments.within(once) == once
    assert once == text or not 1971 <= at.year <= 2999


# cards


@pytest.fixture(scope="module")
def mal(tmp_path_factory: pytest.TempPathFactory) -> Laptop:
    """A laptop that signs cards of any kind. Made once: nothing is changed on it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(seal.Cost.__init__, "__defaults__", (64, 1, 1))
        return set_up(tmp_path_factory.mktemp("mal"), "Mal")


BAD_NAMES = ["", " ", "\t", "\u200b", "\u202eneB", "a\0b", "x\ny", "\u2028", "\ufeff", " Bea", "Bea ", "B" * 300]


@pytest.mark.parametrize("name", BAD_NAMES)
def test_a_card_with_a_name_that_cannot_be_shown_is_none(mal: Laptop, name: str) -> None:
    card = card_file.write(replace(mal.card(), name=name), mal.keyring.signing_key)
    with pytest.raises(Expected) as no:
        card_file.read(card, "a.card")
    assert no.value.code is Code.CARD_DAMAGED


@pytest.mark.parametrize("part", ["id", "name", "role", "signing", "sealing", "devices", "made", "signature", "format"])
@pytest.mark.parametrize(
    "other", ["\ud800", "", None, 7, [], {}, "x" * 70_000, ["\ud800"], "a/b", "9999", True, "0" * 64, "age1qqqq"]
)
def test_a_card_of_any_nonsense_is_refused_in_a_sentence(mal: Laptop, part: str, other: object) -> None:
    parts = json.loads(card_file.text_of(mal.card()))
    parts[part] = other
    if part != "signature":
        unsigned = {name: value for name, value in parts.items() if name != "signature"}
        message = json.dumps(unsigned, sort_keys=True, ensure_ascii=False).encode("utf-8", "surrogatepass")
        parts["signature"] = parcel.sign(mal.keyring.signing_key, b"inspector-card 2\n" + message).hex()
    with suppress(Expected):
        found = card_file.read(json.dumps(parts).encode(), "a.card")
        assert found.name == names.tidied(found.name) != ""
        assert len(team.fingerprint(found).split()) == 12
        assert part in ("id", "name", "role", "made", "devices"), "what a text, or a list, may be"
        return
    with pytest.raises(Expected) as no:
        card_file.read(json.dumps(parts).encode(), "a.card")
    assert "{" not in sentence(no.value)
    assert no.value.code in {Code.CARD_DAMAGED, Code.NOT_A_CARD}


def test_a_card_of_the_former_format_says_so(mal: Laptop, tmp_path: Path) -> None:
    parts = json.loads(card_file.text_of(mal.card()))
    (tmp_path / "old.card").write_text(json.dumps({**parts, "version": 1}), encoding="utf-8")
    with pytest.raises(Expected) as no:
        team.read_card(tmp_path / "old.card")
    assert no.value.code is Code.FILE_OLDER
    assert "update the program" in sentence(no.value)


@given(st.text())
def test_a_tidied_name_stands_on_a_card_and_any_other_is_none(text: str) -> None:
    name = names.tidied(text)
    assert names.tidied(name) == name
    assert name.isprintable() or any(ch in name for ch in "\u200c\u200d")
    name.encode()


@pytest.mark.parametrize("name", ["Si\udce2n Jones", "Siân\0", "Eve\u202e"])
def test_somebody_whose_name_came_as_bytes_that_are_no_text_can_hand_over(
    three: Three, name: str, tmp_path: Path
) -> None:
    odd = Laptop(tmp_path / "odd")
    odd.create_identity(name, "Inspector", "copper lantern drifts over quiet water")
    team.add(three.ann, odd.card())
    joined, _ = handoffs.join(odd, three.whole(three.ann, odd.person.id), odd.new_path("W"))
    joined.editor.set(*three.note(), "hers")
    three.give(joined, three.ann)
    assert value(three.ann, three.note()) == "hers"
    joined.close()


def test_a_name_of_blanks_is_no_name(tmp_path: Path) -> None:
    for name in (" ", "\u200b", "\n\t", "\u202e"):
        with pytest.raises(Expected) as no:
            Laptop(tmp_path / "x").create_identity(name, "", "copper lantern drifts over quiet water")
        assert no.value.code is Code.VALUE_INVALID


def test_a_folder_whose_name_is_no_text_is_a_laptop_all_the_same(tmp_path: Path) -> None:
    import os

    folder = Path(os.fsdecode(os.fsencode(tmp_path) + b"/x\xff"))
    made_ = Laptop(folder)
    made_.create_identity("Bea", "", "copper lantern drifts over quiet water")
    again = Laptop(folder)
    again.unlock("copper lantern drifts over quiet water")
    assert again.device == made_.device


# keyrings


def resummed(path: Path, **changed: object) -> None:
    """Other values in the lock of the passphrase, and a right sum."""
    found = json.loads(path.read_bytes())
    found.pop("sum")
    found["passphrase"].update(changed)
    path.write_text(json.dumps({**found, "sum": keyring_sealed._sum(found)}), encoding="utf-8")


COSTS = [
    {"memory_kib": 2**20, "iterations": 3, "lanes": 4}, {"memory_kib": 65536, "iterations": 64, "lanes": 4},
    {"memory_kib": 65536, "iterations": 3, "lanes": 64}, {"memory_kib": 65536.0, "iterations": 3, "lanes": 4},
    {"memory_kib": "65536", "iterations": 3, "lanes": 4}, {"memory_kib": True, "iterations": 1, "lanes": 1},
    {"memory_kib": 64, "iterations": 0, "lanes": 1}, [], None, {"memory_kib": 64, "iterations": 1, "lanes": 1, "x": 1},
]  # fmt: skip


@pytest.mark.parametrize("cost", COSTS, ids=str)
def test_a_keyring_of_absurd_cost_is_damaged_and_costs_nothing(laptop: Laptop, cost: object) -> None:
    resummed(laptop.folder / "keyring", cost=cost)
    with within(20_000_000), pytest.raises(Expected) as no:
        Laptop(laptop.folder).unlock("copper lantern drifts over quiet water")
    assert no.value.code is Code.KEYRING_DAMAGED


@pytest.mark.parametrize("salt", ["", "00", "00" * 7, "00" * 15, "00" * 17, "zz" * 16, None, 7, []])
def test_a_keyring_with_another_salt_than_this_program_writes_is_damaged(laptop: Laptop, salt: object) -> None:
    resummed(laptop.folder / "keyring", salt=salt)
    with pytest.raises(Expected) as no:
        Laptop(laptop.folder).unlock("copper lantern drifts over quiet water")
    assert no.value.code is Code.KEYRING_DAMAGED


@pytest.mark.parametrize("spoil", [lambda c: {**c, "signing_key": "00"}, lambda c: {**c, "trusted": [{}]}, lambda c: [],
                                   lambda c: {**c, "person": None}, lambda c: {**c, "workspaces": [{"key": 3}]}])  # fmt: skip
def test_sealed_contents_that_no_program_of_ours_wrote_are_damage(
    three: Three, spoil: Callable[[dict[str, Any]], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = keyring.to_json
    monkeypatch.setattr(keyring, "to_json", lambda found: spoil(whole(found)))
    three.bea.laptop.trust(three.bea.id, lambda trusted: trusted)  # type: ignore[arg-type]
    with pytest.raises(Expected) as no:
        Laptop(three.bea.laptop.folder).unlock("copper lantern drifts over quiet water")
    assert no.value.code is Code.KEYRING_DAMAGED


def _sheet(parts: dict[str, bytes]) -> bytes:
    """A workbook of one case, with these parts in place of its own."""
    whole = sheets.xlsx_bytes([("ref", "sample"), ("C01", "children")], (9, 9))
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as there, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made_:
        for name in there.namelist():
            made_.writestr(name, parts.get(name) or there.read(name))
    return out.getvalue()


@pytest.mark.parametrize(
    ("part", "plain"),
    [
        ("xl/styles.xml", b"<styleSheet><fonts>" + b"<font/>" * 3_000_000 + b"</fonts></styleSheet>"),
        ("xl/worksheets/sheet1.xml", b"<worksheet><sheetData>" + b"<row/>" * 3_000_000 + b"</sheetData></worksheet>"),
        ("xl/workbook.xml", b"<workbook>" + b"<a></a>" * 200_000 + b"</workbook>"),
    ],
)
def test_a_small_workbook_with_millions_of_elements_is_refused_before_they_are_read(part: str, plain: bytes) -> None:
    spoilt = _sheet({part: plain})
    assert len(spoilt) < 100_000
    with within(10_000_000), pytest.raises(Expected) as refused_:
        sheets.Workbook(spoilt, "list.xlsx").rows()
    assert refused_.value.code is Code.WORKBOOK_UNREADABLE
    assert part in sentence(refused_.value)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a system without named pipes")
def test_only_a_file_is_read_and_none_that_is_far_too_large(tmp_path: Path) -> None:
    pipe, device, folder, large = (tmp_path / name for name in ("pipe", "device.card", "folder", "large.card"))
    os.mkfifo(pipe)
    device.symlink_to("/dev/zero")
    folder.mkdir()
    with large.open("wb") as file:
        file.truncate(3_000_000_000)
    for path, why in (
        (pipe, Code.NOT_A_FILE),
        (device, Code.NOT_A_FILE),
        (folder, Code.NOT_A_FILE),
        (large, Code.FILE_TOO_LARGE),
    ):
        with within(1_000_000), pytest.raises(Expected) as refused_:
            files.read_bytes(path)
        assert refused_.value.code is why, path
        assert str(path) in sentence(refused_.value)


def test_nobody_as_a_second_marker_is_no_second_marking(three: Three) -> None:
    case = three.ann.case_rows()[0].id
    nobody = made(three.hand.device.id, 500, three.mal.me, (("second", case, "marker"), "", ()))
    take(three.ann, three.hand.send([three.ann], [nobody]))
    assert not marking.second_markings(three.ann)
    assert open_case.whole_case(three.ann, case)[0].id == case
