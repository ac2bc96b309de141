"""Handing work over by commands: several laptops (profile folders) that never meet, and files that pass between them."""

import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from inspector_app.commands import arguments
from inspector_app.commands.people import handoff
from inspector_app.core.crypto.keyring import KeyringFile
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.handoffs import joining
from inspector_app.core.services.profile.laptop import Laptop
from tests.cli.conftest import PASSPHRASE, SAMPLE, Ran, on_that_minute
from tests.conftest import cheap_keyrings
from tests.copies import at_home

Tree = dict[str, Any]
NAMES = ("Ann", "Bob", "Cid")


class Colleague:
    """A person with a laptop of their own, set up unless it is there; `do` runs a command there."""

    def __init__(self, name: str, folder: Path, run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch) -> None:
        self.name, self.home = name, folder / name
        self.workspace = folder / f"{name}.inspection"
        self.card = folder / f"{name}.card"
        self._run, self._monkeypatch = run, monkeypatch
        if not self.home.exists():
            self._set_up()

    def _set_up(self) -> None:
        assert self.do("identity", "new", "--person", self.name, "--role", "inspector").status == 0
        assert self.do("card", "-o", self.card).status == 0

    def do(self, *words: object) -> Ran:
        self._monkeypatch.setenv("INSPECTOR_HOME", str(self.home))
        return self._run(*words)

    def give(self, to: Path, *options: str) -> Path:
        done = self.do("handoff", "export", self.workspace, "-o", to, *options)
        assert done.status == 0, done.err
        return to

    def take(self, *packages: Path) -> list[Tree]:
        done = self.do("handoff", "import", *packages, "--into", self.workspace, "--json")
        assert done.status == 0, done.err
        return done.json

    def judge(self, item: str, answer: str) -> None:
        assert self.do("judge", self.workspace, "C02", item, answer).status == 0

    def exported(self) -> str:
        out = self.workspace.with_suffix(".json")
        assert self.do("export", self.workspace, "-o", out).status == 0
        return out.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def kept_people(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which the laptops of `people` and their files are, made by commands once."""
    folder = tmp_path_factory.mktemp("people")
    with pytest.MonkeyPatch.context() as patch:
        cheap_keyrings(patch)
        patch.setenv("INSPECTOR_PASSPHRASE", PASSPHRASE)
        on_that_minute(patch)
        _joined(folder, patch)
    return folder


def _joined(desk: Path, patch: pytest.MonkeyPatch) -> None:
    def run(*words: object) -> Ran:
        return Ran(arguments.main([str(word) for word in words]), "", "")

    ann, bob, cid = (Colleague(name, desk, run, patch) for name in NAMES)
    ann.do("new", ann.workspace, "--framework", "iyjwcv-2025", "--service", "Trafford", "--start", "2025-03-24")
    ann.do("import", SAMPLE, "--into", ann.workspace)
    assert ann.do("team", "add", ann.workspace, bob.card, cid.card).status == 0
    start = ann.give(desk / "start.handoff")
    for colleague in (bob, cid):
        assert colleague.do("handoff", "import", start, "--into", colleague.workspace).status == 0


def _at_home(profile: Path, workspaces: Path) -> None:
    keyring = KeyringFile.open(Laptop(profile).keyring_path, PASSPHRASE)
    keyring.update(lambda held: at_home(held, profile, workspaces))


@pytest.fixture
def people(desk: Path, kept_people: Path, run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch) -> list[Colleague]:
    """Ann, whose inspection it is, and Bob and Cid, who joined it by her starting package: copies."""
    shutil.copytree(kept_people, desk, dirs_exist_ok=True)
    for name in NAMES:
        _at_home(desk / name, desk)
    return [Colleague(name, desk, run, monkeypatch) for name in NAMES]


def test_colleagues_who_joined_have_the_same_inspection(people: list[Colleague]) -> None:
    assert len({person.exported() for person in people}) == 1


def test_work_done_apart_comes_together_and_what_differs_is_contested_until_settled(
    people: list[Colleague], desk: Path
) -> None:
    ann, bob, cid = people
    ann.judge("2.1.1", "na")
    bob.judge("2.1.1", "no")
    bob.judge("2.1.2/a", "na")
    (received,) = ann.take(bob.give(desk / "bob-1.handoff", "--to", "Ann"))
    assert (received["contested"], received["changed"] + received["new"]) == (1, 1)
    (contested,) = ann.do("conflicts", ann.workspace, "--json").json
    assert (contested["case_ref"], contested["question"], contested["before"]) == ("C02", "2.1.1", "yes")
    assert {side["by"]: side["value"] for side in contested["sides"]} == {"Ann": "na", "Bob": "no"}

    ann.judge("2.1.1", "no")
    back = ann.give(desk / "ann-2.handoff")
    for colleague in (bob, cid):
        colleague.take(back)
        assert colleague.do("conflicts", colleague.workspace, "--json").json == []
    assert len({person.exported() for person in people}) == 1


def test_a_package_taken_twice_changes_nothing(people: list[Colleague], desk: Path) -> None:
    ann, bob, _ = people
    bob.judge("2.1.1", "no")
    package = bob.give(desk / "bob.handoff")
    ann.take(package)
    before = ann.exported()
    (again,) = ann.take(package)
    assert (again["steps"], again["new"], again["changed"], again["contested"]) == (0, 0, 0, 0)
    assert ann.exported() == before


def test_a_dry_run_tells_what_would_come_and_changes_nothing(people: list[Colleague], desk: Path) -> None:
    ann, bob, _ = people
    bob.judge("2.1.1", "no")
    package = bob.give(desk / "bob.handoff")
    before = ann.exported()
    tried = ann.do("handoff", "import", package, "--into", ann.workspace, "--dry-run", "--json").json
    assert ann.exported() == before
    assert tried == ann.take(package)


def test_a_dry_run_of_joining_names_the_inspection_and_whom_it_trusts_and_makes_nothing(
    people: list[Colleague], desk: Path, run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    ann, dee = people[0], Colleague("Dee", desk, run, monkeypatch)
    assert ann.do("team", "add", ann.workspace, dee.card).status == 0
    package = ann.give(desk / "start.handoff", "--to", "Dee")
    tried = dee.do("handoff", "import", package, "--into", dee.workspace, "--dry-run")
    assert tried.status == 0
    assert f"Would join, as {dee.workspace}:\nTrafford, " in tried.out
    assert "    Bob: key " in tried.out
    told = dee.do("handoff", "import", package, "--into", dee.workspace, "--dry-run", "--json").json
    assert told == [dee.do("handoff", "inspect", package, "--json").json]
    assert not dee.workspace.exists()
    dee.take(package)


def test_what_somebody_is_known_to_have_is_not_sent_again(people: list[Colleague], desk: Path) -> None:
    ann, bob, _ = people
    ann.take(bob.give(desk / "receipt.handoff", "--to", "Ann", "--receipt"))
    ann.judge("2.1.1", "no")
    package = ann.give(desk / "ann.handoff", "--to", "Bob")
    assert bob.do("handoff", "inspect", package, "--json").json["changes"] == 1
    whole = ann.give(desk / "whole.handoff", "--to", "Bob", "--all")
    assert bob.do("handoff", "inspect", whole, "--json").json["changes"] > 500


def test_where_they_lack_nothing_the_package_says_so_and_is_a_receipt(people: list[Colleague], desk: Path) -> None:
    ann, bob, _ = people
    receipt = desk / "receipt.handoff"
    told = bob.do("handoff", "export", bob.workspace, "-o", receipt, "--to", "Ann", "--receipt")
    assert told.out == f"Receipt for Ann, of what has arrived here: {receipt}\n"
    ann.take(receipt)
    package = desk / "ann.handoff"
    told = ann.do("handoff", "export", ann.workspace, "-o", package, "--to", "Bob")
    assert told.status == 0
    assert told.out.startswith("Nothing new for Bob: all that is here is known to have arrived.")
    assert [row["new"] for row in bob.take(package)] == [0], "and it can be brought in, as every package"


def test_a_package_goes_in_parts_that_are_named_in_any_order(
    people: list[Colleague], desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handoff, "MEGABYTE", 20_000)
    ann, bob, _ = people
    bob.judge("2.1.1", "no")
    told = bob.do(*f"handoff export {bob.workspace} -o {desk / 'b.handoff'} --to Ann --all --parts 1 --by mail".split())
    assert told.status == 0, told.err
    parts = sorted(desk.glob("b, part * of *.handoff"), reverse=True)
    assert len(parts) > 1
    assert all(str(path) in told.out for path in parts)
    assert not (desk / "b.handoff").exists()
    assert ann.do("handoff", "inspect", *parts, "--json").json["sender"] == "Bob"
    refused = ann.do("handoff", "import", *parts[1:], "--into", ann.workspace)
    assert refused.status == 3
    assert "not among the files chosen" in refused.err
    (received,) = ann.take(*parts)
    assert received["sender"] == "Bob"
    mixed = ann.do("handoff", "inspect", parts[0], desk / "start.handoff")
    assert (mixed.status, "Parts of different packages" in mixed.err) == (3, True)


@pytest.mark.parametrize("wrong", ["--parts 0", "--parts 501", "--parts many", "--by pigeon"])
def test_what_no_part_and_no_road_can_be_is_refused(people: list[Colleague], desk: Path, wrong: str) -> None:
    done = people[0].do(*f"handoff export {people[0].workspace} -o {desk / 'b.handoff'} {wrong}".split())
    assert done.status == 2
    assert not (desk / "b.handoff").exists()


def test_the_ledger_names_the_package_that_is_missing(people: list[Colleague], desk: Path) -> None:
    """Its work came with a later one, unless Bob heard that she had it, and an older file was put back since."""
    ann, bob, _ = people
    older, packages = desk / "older", []
    for n, answer in enumerate(("no", "na", "yes", "no"), 1):
        bob.judge("2.1.1", answer)
        packages.append(bob.give(desk / f"bob-{n}.handoff", "--to", "Ann"))
        if n in (1, 3):
            (received,) = ann.take(packages[-1])
            assert received["missing"] == []
        if n == 1:
            shutil.copy(ann.workspace, older)
        if n == 3:
            bob.take(ann.give(desk / "ann.handoff", "--to", "Bob"))
            shutil.copy(older, ann.workspace)
    (received,) = ann.take(packages[3])
    assert received["missing"] == [2, 3]
    said = ann.do("team", "list", ann.workspace).out
    assert [said.count(f"package {number} from them is missing") for number in (1, 2, 3, 4)] == [0, 1, 1, 0]
    for package in packages[1:3]:
        ann.take(package)
    assert "missing" not in ann.do("team", "list", ann.workspace).out


@pytest.mark.usefixtures("quick_packages")  # what opening one in earnest takes: tests/trust/test_apart.py
def test_somebody_without_a_card_can_join_with_a_passphrase(
    people: list[Colleague], desk: Path, run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    ann, *_ = people
    secret = desk / "secret.txt"
    secret.write_text("quiet copper lantern over water\n", encoding="utf-8")
    package = ann.give(desk / "for-dee.handoff", "--package-passphrase-file", str(secret))
    dee = Colleague("Dee", desk, run, monkeypatch)
    assert_refused(dee.do("handoff", "inspect", package), "for-dee.handoff", "is sealed with a passphrase")
    done = dee.do("handoff", "import", package, "--into", dee.workspace, "--package-passphrase-file", secret)
    assert done.status == 0, done.err
    refused = dee.do("handoff", "import", package, "--into", desk / "other.inspection")
    assert refused.status == 3


def state(*folders: Path) -> dict[str, str]:
    """Every file's content, but for locks and what SQLite keeps beside a file while it is open."""
    kept = [p for folder in folders for p in folder.rglob("*") if p.is_file() and p.suffix not in (".lock", "")]
    return {str(p): hashlib.sha256(p.read_bytes()).hexdigest() for p in kept if not p.name.endswith(("-wal", "-shm"))}


@pytest.fixture
def strangers(desk: Path, run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch) -> Colleague:
    """Somebody with an inspection of their own who knows Ann's card, and is in nobody's team."""
    eve = Colleague("Eve", desk, run, monkeypatch)
    eve.do("new", eve.workspace, "--framework", "iyjwcv-2025", "--service", "Elsewhere", "--start", "2025-03-24")
    return eve


def assert_refused(done: Ran, *says: str) -> None:
    assert done.status == 3
    assert done.out == ""
    assert len(done.err.strip().splitlines()) == 1
    for words in says:
        assert words in done.err


def test_packages_that_must_not_be_used_are_refused_and_nothing_changes(
    people: list[Colleague], strangers: Colleague, desk: Path
) -> None:
    ann, bob, _ = people
    bob.judge("2.1.1", "no")
    good = bob.give(desk / "good.handoff", "--to", "Ann")
    data = good.read_bytes()
    (desk / "cut.handoff").write_bytes(data[:-40])
    (desk / "flipped.handoff").write_bytes(data[:-40] + bytes([data[-40] ^ 1]) + data[-39:])
    (desk / "text.handoff").write_text("not a package", encoding="utf-8")
    (desk / "newer.handoff").write_bytes(b"inspector-handoff 3\n" + data)
    (desk / "older.handoff").write_bytes(b"inspector-handoff 1\n" + data)
    strangers.do("team", "add", strangers.workspace, ann.card)
    strangers.give(desk / "elsewhere.handoff", "--to", "Ann")
    bob.give(desk / "for-cid.handoff", "--to", "Cid")

    before = ann.exported()
    untouched = state(ann.home, desk)
    into = ("--into", ann.workspace)
    for name, *says in (
        ("cut.handoff", "cut.handoff", "ask for it again"),
        ("flipped.handoff", "flipped.handoff", "ask for it again"),
        ("text.handoff", "text.handoff", "not a hand-off package"),
        ("newer.handoff", "newer.handoff", "update the program"),
        ("older.handoff", "older.handoff", "former format"),
        ("elsewhere.handoff", "another inspection", "Elsewhere"),
        ("for-cid.handoff", "sealed to other people"),
        ("nowhere.handoff", "nowhere.handoff"),
    ):
        assert_refused(ann.do("handoff", "import", desk / name, *into), *says)
        assert_refused(ann.do("handoff", "import", good, desk / name, *into), *says)  # one bad one, and none comes in
    assert state(ann.home, desk) == untouched
    assert ann.exported() == before


def test_a_sender_with_another_key_than_the_team_knows_is_refused(
    people: list[Colleague], desk: Path, run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    ann, bob, _ = people
    package = ann.give(desk / "whole.handoff", "--to", "Bob", "--all")
    fay = Colleague("Fay", desk, run, monkeypatch)
    ann.do("team", "add", ann.workspace, fay.card)
    joined = ann.give(desk / "for-fay.handoff", "--to", "Fay", "--all")
    fay.take(joined)
    fay.do("team", "add", fay.workspace, bob.card)
    fay.judge("2.1.1", "no")
    from_fay = fay.give(desk / "from-fay.handoff", "--to", "Bob")
    assert_refused(bob.do("handoff", "import", from_fay, "--into", bob.workspace), "Fay", "identity card")
    bob.take(package)


def test_a_starting_package_is_asked_for_when_there_is_nothing_to_add_to(people: list[Colleague], desk: Path) -> None:
    ann, bob, _ = people
    bob.take(ann.give(desk / "r.handoff", "--to", "Bob", "--receipt"))
    ann.take(bob.give(desk / "b.handoff", "--to", "Ann"))
    ann.judge("2.1.1", "no")
    package = ann.give(desk / "part.handoff", "--to", "Bob")
    new = desk / "again.inspection"
    assert_refused(bob.do("handoff", "import", package, "--into", new), "starting package")
    assert not new.exists()


def test_people_and_cards_that_cannot_be_used_are_refused(people: list[Colleague], desk: Path) -> None:
    ann, bob, _ = people
    (desk / "text.card").write_text("hello", encoding="utf-8")
    altered: Tree = json.loads(bob.card.read_text(encoding="utf-8"))
    altered["name"] = "Robert"
    (desk / "altered.card").write_text(json.dumps(altered), encoding="utf-8")
    for card, says in (("text.card", "not an identity card"), ("altered.card", "altered")):
        assert_refused(ann.do("team", "add", ann.workspace, desk / card), card, says)
    out = desk / "x.handoff"
    assert_refused(ann.do("handoff", "export", ann.workspace, "-o", out, "--to", "Nobody"), "Nobody")
    assert_refused(ann.do("handoff", "export", ann.workspace, "-o", out, "--to", "Inspector A"), "no identity card")
    assert not out.exists()


def test_the_keys_of_somebody_who_set_up_anew_are_not_taken_for_theirs(people: list[Colleague], desk: Path) -> None:
    ann, bob, _ = people
    card: Tree = json.loads(bob.card.read_text(encoding="utf-8"))
    again = Laptop(desk / "impostor")
    again.create_identity("Bob", "inspector", "copper lantern drifts over quiet water")
    from inspector_app.core.domain.team import Card
    from inspector_app.core.handoff import card as card_file

    forged = Card(card["id"], "Bob", "inspector", again.card().signing, again.card().sealing)
    (desk / "forged.card").write_bytes(card_file.write(forged, again.keyring.signing_key))
    assert_refused(ann.do("team", "add", ann.workspace, desk / "forged.card"), "another key")


def test_joining_in_vain_leaves_the_copy_that_was_there_before_open_to_its_owner(
    people: list[Colleague], desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ann, bob, _ = people
    bob.judge("2.1.1", "no")  # work that nobody else has
    whole = ann.give(desk / "whole.handoff", "--to", "Bob", "--all")
    monkeypatch.setattr(joining.team, "add", full_disk)
    away = bob.workspace.rename(desk / "away.inspection")
    assert_refused(bob.do("handoff", "import", whole, "--into", desk / "again.inspection"), "disk is full")
    assert not (desk / "again.inspection").exists()
    away.rename(bob.workspace)
    assert '"no"' in bob.exported()
    bob.give(desk / "still.handoff", "--to", "Ann")


def test_an_inspection_that_one_has_is_imported_into_and_never_joined_beside(
    people: list[Colleague], desk: Path
) -> None:
    ann, bob, _ = people
    bob.judge("2.1.1", "no")  # work that nobody else has
    whole = ann.give(desk / "whole.handoff", "--to", "Bob", "--all")
    before = bob.do("identity", "show", "--json").json
    refused = bob.do("handoff", "import", whole, "--into", desk / "again.inspection")
    assert_refused(refused, "already", str(bob.workspace), "import the package")
    assert not (desk / "again.inspection").exists()
    assert bob.do("identity", "show", "--json").json == before
    bob.take(whole)
    assert '"no"' in bob.exported()


def full_disk(*_: object) -> None:
    raise Expected(Code.DISK_FULL, where="again.inspection")


def test_the_lead_says_what_somebody_is_and_a_card_does_not(
    people: list[Colleague], desk: Path, run: Callable[..., Ran]
) -> None:
    ann, bob, _ = people
    assert bob.do("identity", "rename", "--role", "Quality lead").status == 0
    assert bob.do("card", "-o", bob.card).status == 0
    done = ann.do("team", "add", ann.workspace, bob.card)
    assert "In this inspection: Inspector. Their card says: Quality lead" in done.out
    done = bob.do("team", "role", bob.workspace, "Bob", "Quality lead")
    assert done.status != 0
    assert "Only the lead" in done.err
    assert "In this inspection: Quality lead" in ann.do("team", "role", ann.workspace, "Bob", "Quality lead").out
    assert "Bob (Inspector)" in bob.do("team", "list", bob.workspace).out
    bob.take(ann.give(desk / "role.handoff", "--to", "Bob"))
    assert "Bob (Quality lead)" in bob.do("team", "list", bob.workspace).out
    assert "Ann (Lead inspector)" in bob.do("team", "list", bob.workspace).out
