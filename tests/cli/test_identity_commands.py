"""The commands for passphrase, name, recovery code and the ways back to a keyring, and how secrets in files are read."""

import codecs
from pathlib import Path
from typing import Any

import pytest

PASSPHRASE = "copper lantern drifts over quiet water"
OTHER = "velvet anchor mumbles zebra quotient"
ACCENTED = "copper lantern drizzle siân"


def typed(monkeypatch: pytest.MonkeyPatch, **secrets: str) -> None:
    for name, secret in secrets.items():
        monkeypatch.setenv(f"INSPECTOR_{name}", secret)


def state(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob("keyring*") if path.name != "keyring.lock"}


def test_another_passphrase_and_the_former_one_opens_nothing(
    run: Any, trafford: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed(monkeypatch, NEW_PASSPHRASE="Summer2026!!")
    assert run("identity passphrase").status == 3
    assert run("identity show").status == 0
    typed(monkeypatch, NEW_PASSPHRASE=OTHER)
    assert run("identity passphrase").status == 0
    assert run("identity show").status == 3
    typed(monkeypatch, PASSPHRASE=OTHER)
    assert run("check", trafford).status == 0


def test_another_name_and_role(run: Any, desk: Path) -> None:
    assert run("identity", "rename", "--person", "Ruth Ash").status == 0
    shown = run("identity show --json").json
    assert (shown["name"], shown["role"]) == ("Ruth Ash", "Lead inspector")


@pytest.mark.parametrize("lost", ["nothing", "damaged", "missing"])
def test_the_recovery_code_is_shown_once_and_opens_the_laptop(
    lost: str, run: Any, trafford: Path, profile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("identity show --json").json["recovery_code"] is False
    made = run("identity code")
    code = made.out.splitlines()[0]
    assert code not in run("identity show").out
    if lost == "damaged":
        (profile / "keyring").write_bytes(b"spoilt")
    if lost == "missing":
        (profile / "keyring").unlink()
    typed(monkeypatch, PASSPHRASE="forgotten", NEW_PASSPHRASE=OTHER, RECOVERY_CODE=code.lower())
    assert run("identity recover").status == 0
    typed(monkeypatch, PASSPHRASE=OTHER)
    assert run("check", trafford).status == 0


@pytest.mark.parametrize(
    ("code", "says"),
    [("K7QD", "4 letters"), ("ABCD " * 8, "another than was written down"), ("", "recovery code")],
)
def test_what_is_not_the_code_changes_nothing(
    code: str, says: str, run: Any, desk: Path, profile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("identity code")
    before = state(profile)
    typed(monkeypatch, NEW_PASSPHRASE=OTHER, RECOVERY_CODE=code)
    done = run("identity recover")
    assert (done.status, done.out) == (3, "")
    assert says in done.err
    assert len(done.err.splitlines()) == 1
    assert state(profile) == before


def test_a_new_passphrase_that_is_not_given_is_asked_for_by_its_own_option(run: Any, desk: Path) -> None:
    done = run("identity passphrase")
    assert done.status == 3
    assert "--new-passphrase-file" in done.err


@pytest.mark.parametrize("lost", ["damaged", "missing"])
def test_a_keyring_that_is_lost_is_told_of_and_its_copy_brought_back(
    lost: str, run: Any, trafford: Path, profile: Path
) -> None:
    if lost == "damaged":
        (profile / "keyring").write_bytes(b"spoilt")
    else:
        (profile / "keyring").unlink()
    refused = run("check", trafford)
    assert refused.status == 3
    assert "safe" in refused.err
    for way in ("identity restore copy" if lost == "damaged" else "identity ways", "recovery code", "--beside"):
        assert way in refused.err
    assert [way["which"] for way in run("identity ways --json").json] == ["copy", "former"]
    assert run("identity restore copy").status == 0
    assert run("check", trafford).status == 0


def test_a_new_start_beside_the_kept_files(run: Any, trafford: Path, profile: Path) -> None:
    for path in profile.glob("keyring*"):
        path.unlink()
    (profile / "workspaces" / "kept.inspection").write_bytes(trafford.read_bytes())
    assert run("identity", "new", "--person", "Ruth Ashdown").status == 3
    assert run("identity", "new", "--person", "Ruth Ashdown", "--beside").status == 0
    assert (profile / "workspaces" / "kept.inspection").read_bytes() == trafford.read_bytes()


@pytest.mark.parametrize(
    "data",
    [
        ACCENTED.encode(),
        ACCENTED.encode() + b"\r\nanother line\r\n",
        codecs.BOM_UTF8 + ACCENTED.encode() + b"\r\n",
        ACCENTED.encode("utf-16"),
        codecs.BOM_UTF16_BE + f"{ACCENTED}\r\n".encode("utf-16-be"),
    ],
)
def test_a_passphrase_file_is_what_one_would_type(
    data: bytes, run: Any, profile: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = tmp_path / "secret"
    secret.write_bytes(data)
    assert run("identity", "new", "--person", "Ruth", "--passphrase-file", secret).status == 0
    typed(monkeypatch, PASSPHRASE=ACCENTED)
    assert run("identity show").status == 0


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16-le", "utf-16-be", "utf-32"])
def test_what_is_not_the_text_that_was_typed_is_never_taken_for_it(
    encoding: str, run: Any, profile: Path, tmp_path: Path
) -> None:
    secret = tmp_path / "secret"
    secret.write_bytes(ACCENTED.encode(encoding))
    done = run("identity", "new", "--person", "Ruth", "--passphrase-file", secret)
    assert done.status == 3
    assert str(secret) in done.err
    assert "UTF-8" in done.err
    assert state(profile) == {}


def test_what_is_typed_and_is_no_text_is_refused(
    run: Any, desk: Path, profile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("INSPECTOR_PASSPHRASE")
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)

    def undecodable(_: str) -> str:
        return b"si\xe2n".decode("utf-8")

    for typed_line in (undecodable, lambda _: "si\udce2n"):
        monkeypatch.setattr("getpass.getpass", typed_line)
        done = run("identity show")
        assert done.status == 3
        assert "cannot be read as text" in done.err
