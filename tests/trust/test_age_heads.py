"""The head of a package is read before anybody is known: no small one keeps the program busy, or takes all memory."""

import base64
import os
from pathlib import Path

import pyrage
import pytest

from inspector_app.core.crypto import age_head, apart, parcel
from inspector_app.core.crypto.seal import NotOpenedError
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services import handoffs
from inspector_app.core.services.handoffs import giving
from inspector_app.ui.errors import sentence
from tests.trust.hostile import Three, refused

SEALING = parcel.seal_with_passphrase
MAGIC = b"inspector-handoff 2\n"
VERSION = b"age-encryption.org/v1\n"


def noise(length: int) -> bytes:
    """So many random bytes as the head of an age file writes them."""
    return base64.b64encode(os.urandom(length)).rstrip(b"=")


def head(*stanzas: bytes) -> bytes:
    """An age file of these stanzas, which nobody's key opens."""
    return VERSION + b"".join(stanzas) + b"--- " + noise(32) + b"\n" + os.urandom(64)


def under_passphrase(work: bytes) -> bytes:
    return b"-> scrypt " + noise(16) + b" " + work + b"\n" + noise(32) + b"\n"


PEOPLE = [b"-> X25519 " + noise(32) + b"\n" + noise(32) + b"\n"]
OTHERS = [b"-> other " + noise(4) + b"\n" + noise(32) + b"\n"]
LINES = b"-> other\n" + (b"A" * 64 + b"\n") * 2_000 + noise(32) + b"\n"
BUSY = {
    "people": head(*PEOPLE * 101 * 4),
    "what nobody knows": head(*OTHERS * 200),
    "both": head(*(PEOPLE + OTHERS) * 60),
    "one that is long": head(LINES),
    "one of many words": head(b"-> other" + b" a" * 40_000 + b"\n" + noise(32) + b"\n"),
    "no end": VERSION + b"".join(PEOPLE * 800),
    "as text": b"-----BEGIN AGE ENCRYPTED FILE-----\n"
    + base64.encodebytes(head(*PEOPLE * 800))
    + b"-----END AGE ENCRYPTED FILE-----\n",
}


@pytest.mark.parametrize("which", BUSY)
def test_a_head_of_many_lines_is_refused_before_they_are_read(
    three: Three, which: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pyrage, "decrypt", lambda *_: pytest.fail("the library was to read it"))
    path = three.path()
    path.write_bytes(MAGIC + BUSY[which])
    assert refused(three.ann, path) is Code.PACKAGE_DAMAGED


@pytest.mark.parametrize(
    "work", [b"21", b"22", b"23", b"30", b"63", b"64", b"99", b"023", b"0", b"", b"9" * 30, b"+9", b"12 12"]
)
def test_no_passphrase_costs_more_memory_than_a_file_of_ours_takes(
    three: Three, work: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`23` would take 8 GB and two minutes; a number that is not read as one would take them in the window."""
    for way in ("_asked", "_open"):
        monkeypatch.setattr(apart, way, lambda *_: pytest.fail("it was to be opened"))
    path = tmp_path / "a.handoff"
    path.write_bytes(MAGIC + head(under_passphrase(work)))
    with pytest.raises(Expected) as no:
        handoffs.import_(three.ann, [path], passphrase="seven lamps by the river")
    assert no.value.code is Code.PACKAGE_DAMAGED
    assert "{" not in sentence(no.value)


def test_of_several_passphrases_none_is_tried() -> None:
    with pytest.raises(NotOpenedError):
        parcel.open_with_passphrase("x", head(*[under_passphrase(b"12")] * 3))


def test_as_many_people_as_may_be_open_it_and_no_more_are_written_to(three: Three) -> None:
    private = [parcel.new_sealing_key() for _ in range(age_head.MOST_PEOPLE)]
    sealed = parcel.seal_to([parcel.public_sealing_key(one) for one in private], b"work")
    assert parcel.open_mine(private[-1], sealed) == b"work"
    giving._refuse_too_many(age_head.MOST_PEOPLE - 1)
    with pytest.raises(Expected) as no:
        giving._refuse_too_many(age_head.MOST_PEOPLE)
    assert "99 people at most" in sentence(no.value)


def test_what_a_passphrase_of_the_library_s_own_takes_is_within_it() -> None:
    assert age_head.work(pyrage.passphrase.encrypt(b"work", "seven lamps by the river")) <= age_head.MOST_WORK


def test_what_no_reader_would_open_is_said_where_it_is_sealed(three: Three, monkeypatch: pytest.MonkeyPatch) -> None:
    """A very fast laptop wrote it, and only who was given it was told."""
    monkeypatch.setattr(parcel, "seal_with_passphrase", SEALING)  # not the quick one of the tests
    monkeypatch.setattr(apart, "sealed", lambda *_: head(under_passphrase(b"21")))
    path = three.path()
    with pytest.raises(Expected) as no:
        handoffs.export(three.ann, path, passphrase="seven lamps by the river")
    assert no.value.code is Code.SEALED_TOO_HARD
    assert "by their cards" in sentence(no.value)
    assert not path.exists()
    monkeypatch.setattr(apart, "sealed", lambda *_: head(under_passphrase(b"20")))
    handoffs.export(three.ann, path, passphrase="seven lamps by the river")
    assert path.exists()
