"""A passphrase in a file is the words that were typed into it, in whatever way an editor saved them, and nothing else."""

from pathlib import Path

import pytest

from inspector_app.commands import secrets_typed
from inspector_app.core.errors import Code, Expected

WORDS = "copper lantern drizzle siân"


@pytest.mark.parametrize(
    "data",
    [WORDS.encode(), WORDS.encode("utf-8-sig"), f"{WORDS}\r\n".encode("utf-8-sig"), f"{WORDS}\nmore\n".encode(),
     WORDS.encode("utf-16"), f"{WORDS}\r\n".encode("utf-16"), b"\xfe\xff" + WORDS.encode("utf-16-be")],
)  # fmt: skip
def test_the_words_are_read_however_they_were_saved(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "p").write_bytes(data)
    assert secrets_typed._first_line(tmp_path / "p") == WORDS


@pytest.mark.parametrize(
    "data", [WORDS.encode("cp1252"), WORDS.encode("latin-1"), b"\xff\xfe\x00", b"\x80abc", b"abc\xc3"]
)
def test_what_is_no_text_is_refused_and_never_replaced(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "p").write_bytes(data)
    with pytest.raises(Expected) as no:
        secrets_typed._first_line(tmp_path / "p")
    assert no.value.code is Code.SECRET_UNREADABLE


@pytest.mark.parametrize("kept", ["a\u2028b", "a\x0bb", "a\x85b", " a ", "a\tb"])
def test_only_an_end_of_line_ends_the_line(tmp_path: Path, kept: str) -> None:
    for end in ("\n", "\r\n", "\r"):  # of one system or another
        (tmp_path / "p").write_bytes(f"{kept}{end}next".encode())
        assert secrets_typed._first_line(tmp_path / "p") == kept


def test_bytes_in_the_environment_that_are_no_text_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INSPECTOR_PASSPHRASE", "si\udce2n")
    with pytest.raises(Expected) as no:
        secrets_typed._of_environment("INSPECTOR_PASSPHRASE")
    assert no.value.code is Code.SECRET_UNREADABLE
