"""Bad input, a row for each kind: status 3, one line that says where and what to do, and nothing changed."""

import csv
import hashlib
import json
import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from inspector_app.core.paths import resources
from inspector_app.core.services.documents.exchange import sample_document
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.storage.database import Database
from tests.cli.conftest import Ran, copied_to, made_by_commands
from tests.programs import OnTheirOwn

Tree = dict[str, Any]
TABLE = [["case", "sample", "question", "answer"], ["C01", "children", "2.1.1", "yes"]]
DOCUMENT: Tree = {
    "format": "inspection",
    "version": 1,
    "framework": "iyjwcv-2025",
    "service": "Trafford",
    "fieldwork": {"start": "2025-03-24"},
    "cases": [{"ref": "C01", "sample": "children"}, {"ref": "V01", "sample": "victims"}],
    "judgements": [{"case": "C01", "question": "2.1.1", "answer": "yes"}],
}
WAYS_OUT = re.compile(
    r"\b(type|choose|check|correct|name|put back|open one|ask|use|update|save it|make that|run|set|export|free)\b", re.I
)


def state(*folders: Path) -> dict[str, str]:
    """Every file under these folders, by what is in it."""
    files = [p for folder in folders for p in folder.rglob("*")]
    return {str(p): hashlib.sha256(p.read_bytes()).hexdigest() if p.is_file() else "folder" for p in files}


def refused(done: Any, *says: str) -> None:
    """The command ended as a refusal does, in one sentence with all these words."""
    assert "Traceback" not in done.err
    assert (done.status, done.out) == (3, ""), done
    assert done.err.startswith("inspector-app: ")
    assert done.err.count("\n") == 1
    assert WAYS_OUT.search(done.err), f"says no way out: {done.err}"
    assert "{" not in done.err
    for words in says:
        assert words in done.err, done.err


@pytest.fixture(scope="session")
def kept_bench(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a laptop with the inspection of `bench` among its workspaces, made by commands once."""
    folder = tmp_path_factory.mktemp("bench")
    document = folder / "a.json"
    document.write_text(json.dumps(DOCUMENT), encoding="utf-8")
    return made_by_commands(folder / "profile", document, "a.inspection")


@pytest.fixture
def bench(desk: Path, profile: Path, kept_bench: Path) -> Path:
    """A desk with a small inspection, `a.inspection`, on it: a copy."""
    Path("a.json").write_text(json.dumps(DOCUMENT), encoding="utf-8")
    copied_to(desk, profile, kept_bench)
    return desk


def document(name: str, change: Callable[[Tree], object]) -> None:
    tree = json.loads(json.dumps(DOCUMENT))
    change(tree)
    Path(name).write_text(json.dumps(tree), encoding="utf-8")


def table(name: str, rows: list[list[str]]) -> None:
    with Path(name).open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)


def framework(name: str, change: Callable[[Tree], object]) -> None:
    shipped = resources() / "frameworks" / "iyjwcv-2025.json"
    tree = json.loads(shipped.read_text(encoding="utf-8"))
    change(tree)
    Path(name).write_text(json.dumps(tree), encoding="utf-8")


# A file to be refused: its name, how it is made, and the words that say where it is wrong and why.
Bad = tuple[str, Callable[[str], object], tuple[str, ...]]


def with_row(*cells: str) -> Callable[[str], object]:
    return lambda name: table(name, [*TABLE, list(cells)])


def with_judgement(**item: str) -> Callable[[str], object]:
    new = {"case": "C01", "question": "2.1.2", "answer": "yes", **item}
    return lambda name: document(name, lambda d: d["judgements"].append(new))


def with_value(key: str, value: object) -> Callable[[str], object]:
    return lambda name: document(name, lambda d: d.update({key: value}))


def with_bytes(data: bytes) -> Callable[[str], object]:
    return lambda name: Path(name).write_bytes(data)


TABLES: list[Bad] = [
    (
        "sample.csv",
        with_row("C02", "adults", "2.1.1", "yes"),
        ("row 3, column sample", '"adults" is not one of: child'),
    ),
    ("question.csv", with_row("C02", "children", "9.1", "yes"), ("row 3, column question", '"9.1" in the framework')),
    ("other-sample.csv", with_row("C01", "children", "V1.1", "yes"), ("row 3, column question", "sample victims")),
    ("answer.csv", with_row("C02", "children", "2.1.1", "perhaps"), ("row 3, column answer", '"perhaps" is not yes')),
    (
        "twice.csv",
        with_row("C01", "children", "2.1.1", "no"),
        ("row 3, column question", "row 2 says this of the case"),
    ),
    ("two-samples.csv", with_row("C01", "victims", "V1.1", "no"), ("row 3, column sample", "children by row 2")),
    ("no-case.csv", with_row("", "children", "2.1.1", "no"), ("row 3, column case", "the case is missing")),
    ("extra.csv", with_row("C02", "children", "2.1.1", "no", "note"), ("row 3, column E", "has no heading")),
    ("column.csv", lambda n: table(n, [TABLE[0][:3], TABLE[1][:3]]), ("row 1, column answer", "column is missing")),
    ("cp1252.csv", with_bytes("case,sample,question,answer\nJosé,,2.1.1,yes\n".encode("cp1252")), ("UTF-8 (byte 31)",)),
    ("empty.csv", with_bytes(b""), ("the file is empty",)),
    ("noise.xlsx", with_bytes(os.urandom(2000)), ("cannot be read as a workbook",)),
]

DOCUMENTS: list[Bad] = [
    ("case.json", with_judgement(case="C09"), ("$.judgements[1].case", '"C09"')),
    ("question.json", with_judgement(question="9.1"), ("$.judgements[1].question", 'no key question "9.1"')),
    ("other-sample.json", with_judgement(question="V1.1"), ("$.judgements[1].question", "sample victims")),
    ("answer.json", with_judgement(answer="maybe"), ("$.judgements[1].answer", '"maybe"')),
    ("twice.json", with_judgement(question="2.1.1"), ("$.judgements[1]", "2.1.1", "C01")),
    ("by.json", with_judgement(by="z"), ("$.judgements[1].by", '"z"')),
    ("sample.json", with_value("cases", [{"ref": "C1", "sample": "adults"}]), ("$.cases[0].sample", '"adults"')),
    ("newer.json", with_value("version", 2), ("version 2", "version 1")),
    ("format.json", with_value("format", "package"), ("$.format", '"package"')),
    ("misspelt.json", with_value("judgments", []), ("$", "judgments")),
    ("day.json", with_value("fieldwork", {"start": "2025-02-30"}), ("$.fieldwork.start", "2025-02-30")),
    ("no-reason.json", with_value("panel", [{"standard": "2.1", "to": "Good"}]), ("$.panel[0]", "2.1 has no reason")),
    (
        "blank-reason.json",
        with_value("panel", [{"standard": "V1", "to": "Good", "reason": " \u200b"}]),
        ("$.panel[0]", "V1 has no reason"),
    ),
    (
        "gap.json",
        with_value(
            "fieldwork",
            {"start": "2025-03-24", "end": "2025-04-04", "gaps": [{"start": "2025-04-03", "end": "2025-04-04"}]},
        ),
        ("$.fieldwork.gaps[0]", "between the first and the last day"),
    ),
    (
        "nogap.json",
        with_value(
            "fieldwork",
            {"start": "2025-03-24", "end": "2025-04-04", "gaps": [{"start": "2025-03-27"}, {"start": "2025-02-30"}]},
        ),
        ("$.fieldwork.gaps[1].start", "2025-02-30"),
    ),
    ("broken.json", with_bytes(b'{"format": "inspection",]'), ("line 1, column 25",)),
    ("list.json", with_bytes(b"[]"), ("at $",)),
    ("nan.json", with_bytes(b'{"format": "inspection", "version": NaN}'), ("$.version",)),
    ("cp1252.json", with_bytes('{"service": "José"}'.encode("cp1252")), ("UTF-8 (byte 16)",)),
    ("pdf.json", with_bytes(b"%PDF-1.7\n%\xe2\xe3\n"), ("pdf.json is not",)),
]

FRAMEWORKS: list[Bad] = [
    ("band.json", lambda n: framework(n, lambda t: t["rating"]["bands"].pop(1)), ("$.rating.bands",)),
    (
        "word.json",
        lambda n: framework(n, lambda t: t["rating"]["bands"][1].update(word="Fair")),
        ("bands[1].word", "Fair"),
    ),
    ("refs.json", lambda n: framework(n, lambda t: t["standards"].append(t["standards"][0])), ("$.standards[", "1.1")),
    ("broken.json", with_bytes(b'{"id": '), ("line 1, column 8",)),
    ("missing.json", lambda n: framework(n, lambda t: t.pop("samples")), ("at $", "samples")),
    ("noise.json", with_bytes(b"\xff\xfe\x00\x00"), ("UTF-8 (byte 0)",)),
]


def ids(rows: list[Bad]) -> list[str]:
    return [row[0] for row in rows]


@pytest.mark.parametrize(("name", "make", "says"), [*TABLES, *DOCUMENTS], ids=ids([*TABLES, *DOCUMENTS]))
def test_a_bad_file_is_refused_on_import_and_the_inspection_stays(
    name: str, make: Callable[[str], object], says: tuple[str, ...], run: Any, bench: Path, profile: Path
) -> None:
    make(name)
    before = state(bench, profile)
    refused(run(f"import {name} --into a.inspection"), name, *says)
    assert state(bench, profile) == before


@pytest.mark.parametrize(("name", "make", "says"), [*TABLES, *DOCUMENTS], ids=ids([*TABLES, *DOCUMENTS]))
def test_a_bad_file_is_refused_by_rate_and_report(
    name: str,
    make: Callable[[str], object],
    says: tuple[str, ...],
    run: Any,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    make(name)
    before = state(tmp_path)
    refused(run(f"rate {name} --framework iyjwcv-2025 --json"), name, *says)
    refused(run(f"report {name} --framework iyjwcv-2025 -o {name}.pdf"), name, *says)
    assert state(tmp_path) == before


@pytest.mark.parametrize(("name", "make", "says"), FRAMEWORKS, ids=ids(FRAMEWORKS))
def test_a_bad_framework_file_is_refused(
    name: str, make: Callable[[str], object], says: tuple[str, ...], run: Any, desk: Path, profile: Path
) -> None:
    make(name)
    refused(run(f"frameworks validate {name}"), name, *says)
    (profile / "frameworks").mkdir()
    Path(name).rename(profile / "frameworks" / name)
    before = state(desk, profile)
    refused(run("frameworks list"), str(profile / "frameworks" / name), *says)
    refused(run("new b.inspection --framework band --service Salford --start 2025-03-24"), name, *says)
    assert state(desk, profile) == before


def test_a_document_of_another_framework_is_refused(run: Any, bench: Path, profile: Path) -> None:
    before = state(bench, profile)
    salford = sample_document("salford-2024")
    refused(run("import", salford, "--into", "a.inspection"), "salford-2024.json", "$.framework", "yos-2018", "iyjwcv")
    assert state(bench, profile) == before


@pytest.mark.parametrize("command", ["check a.inspection", "identity show", "import a.json --into a.inspection"])
def test_a_wrong_passphrase_opens_nothing(
    command: str, run: Any, bench: Path, profile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = state(bench, profile)
    monkeypatch.setenv("INSPECTOR_PASSPHRASE", "Copper lantern drifts over quiet water")
    refused(run(command), "passphrase", str(profile / "keyring"))
    assert state(bench, profile) == before


def test_an_empty_passphrase_opens_nothing(
    run: Any, bench: Path, profile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("empty").write_bytes(b"")
    before = state(bench, profile)
    refused(run("check a.inspection --passphrase-file empty"), "No passphrase was given", "--passphrase-file")
    refused(run("check a.inspection --passphrase-file absent"), "absent")
    monkeypatch.delenv("INSPECTOR_PASSPHRASE")
    refused(run("check a.inspection"), "INSPECTOR_PASSPHRASE")
    assert state(bench, profile) == before


def test_a_weak_passphrase_sets_up_nobody(run: Any, profile: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INSPECTOR_PASSPHRASE", "password1")
    refused(
        run("identity new --person Ruth"),
        "too easy to guess: This is a very common password. Nothing",
        "unrelated words",
    )
    assert state(profile) == {}


def test_a_laptop_is_set_up_once(run: Any, bench: Path, profile: Path) -> None:
    before = state(bench, profile)
    refused(run("identity new --person Somebody"), str(profile), "set up already")
    assert state(bench, profile) == before


@pytest.mark.parametrize(
    "command",
    [
        "identity show",
        "check a.inspection",
        "new b.inspection --framework iyjwcv-2025 --service Salford --start 2025-03-24",
        "judge a.inspection C01 2.1.1 no",
    ],
)
def test_without_an_identity_nothing_is_opened_or_made(
    command: str, run: Any, bench: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other"
    monkeypatch.setenv("INSPECTOR_HOME", str(other))
    before = state(tmp_path)
    refused(run(command), str(other), "identity new")
    assert state(tmp_path) == before


def test_a_damaged_keyring_is_told_from_a_wrong_passphrase(run: Any, bench: Path, profile: Path) -> None:
    keyring = profile / "keyring"
    keyring.write_bytes(keyring.read_bytes()[:100])
    before = state(bench, profile)
    refused(run("check a.inspection"), str(keyring), "damaged")
    assert state(bench, profile) == before


def plain_sqlite(path: Path) -> None:
    database = sqlite3.connect(path)
    database.execute("create table notes (text)")
    database.commit()
    database.close()


FOREIGN: dict[str, Callable[[Path], object]] = {
    "noise.inspection": lambda p: p.write_bytes(os.urandom(50_000)),
    "sqlite.inspection": plain_sqlite,
    "report.pdf": lambda p: p.write_bytes(b"%PDF-1.7\n" + bytes(2000)),
    "short.inspection": lambda p: p.write_bytes(b"abc"),
    "nothing.inspection": lambda p: p.write_bytes(b""),
}


@pytest.mark.parametrize("name", FOREIGN)
def test_a_file_that_is_no_workspace_of_this_laptop_is_refused(name: str, run: Any, bench: Path, profile: Path) -> None:
    FOREIGN[name](bench / name)
    before = state(bench, profile)
    for command in (f"check {name}", f"export {name} -o out.json", f"judge {name} C01 2.1.1 no"):
        refused(run(command), name, "not an inspection that this laptop has the key of")
    refused(run(f"import a.json --into {name}"), name)
    assert state(bench, profile) == before


def test_the_workspace_of_another_laptop_is_refused(
    run: Any, bench: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INSPECTOR_HOME", str(tmp_path / "other"))
    assert run("identity new --person Colleague").status == 0
    before = state(tmp_path)
    refused(run("check a.inspection"), "a.inspection", "hand-off")
    refused(run("report a.inspection -o a.pdf"), "a.inspection", "hand-off")
    assert state(tmp_path) == before


@pytest.mark.parametrize("kept", [0.9, 0.5, 4096, 100])
def test_a_workspace_cut_short_is_called_damaged(kept: float, run: Any, bench: Path, profile: Path) -> None:
    path = bench / "a.inspection"
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * kept) if kept < 1 else int(kept)])
    before = state(bench, profile)
    refused(run("check a.inspection"), "a.inspection is damaged", "put back a copy")
    assert state(bench, profile) == before


@pytest.mark.parametrize("place", [0.2, 0.5, 0.9])
def test_a_changed_byte_is_found_by_check(place: float, run: Any, bench: Path, profile: Path) -> None:
    path = bench / "a.inspection"
    data = bytearray(path.read_bytes())
    data[int(len(data) * place)] ^= 1
    path.write_bytes(data)
    before = state(bench, profile)
    refused(run("check a.inspection"), "a.inspection is damaged")
    assert state(bench, profile) == before


def test_a_workspace_of_a_newer_version_is_refused(run: Any, bench: Path, profile: Path) -> None:
    laptop = Laptop(profile)
    laptop.unlock(os.environ["INSPECTOR_PASSPHRASE"])
    key = laptop.keyring.workspaces[0]
    database = Database(bench / "a.inspection", key.id, key.key)
    with database.write() as connection:
        connection.exec_driver_sql("PRAGMA user_version = 99")
    database.close()
    before = state(bench, profile)
    refused(run("check a.inspection"), "a.inspection", "format 99", "update the program")
    refused(run("import a.json --into a.inspection"), "format 99")
    assert state(bench, profile) == before


@pytest.mark.parametrize(
    ("command", "says"),
    [
        ("check absent.inspection", ("no file", "absent.inspection")),
        ("check folder", ("folder is a folder",)),
        ("rate absent.json", ("no file absent.json",)),
        ("rate folder.json", ("folder.json is a folder",)),
        ("rate absent/a.json", ("no folder absent",)),
        ("rate a.json/b.json", ("a.json is a file, and a folder is needed",)),
        ("rate a.docx", ("a.docx has an ending", ".json, .csv, .xlsx")),
        ("rate a.csv", ("a.csv is a table", "--framework")),
        ("rate a.json --framework none", ("no framework none", "iyjwcv-2025")),
        ("import a.inspection --into a.inspection", ("a.inspection has an ending", ".csv")),
        ("export a.inspection -o absent/out.json", ("no folder absent",)),
        ("export a.inspection -o folder.json", ("folder.json is a folder",)),
        ("export a.inspection -o a.json/out.json", ("a.json is a file",)),
        ("export a.inspection -o out.docx", ("out.docx has an ending", ".xlsx")),
        ("report a.json -o absent/out.pdf", ("no folder absent",)),
        ("report a.json -o folder.pdf", ("folder.pdf is a folder",)),
        ("report a.json -o out.txt", ("out.txt has an ending", ".pdf")),
        ("report a.inspection -o out", ("out has an ending", ".pdf")),
        ("demo a.json", ("a.json is a file, and a folder is needed",)),
        ("demo a.json/out", ("a.json is a file, and a folder is needed",)),
        ("new a.inspection --framework iyjwcv-2025 --service S --start 2025-03-24", ("a.inspection is there already",)),
        ("new absent/b.inspection --framework iyjwcv-2025 --service S --start 2025-03-24", ("no folder", "absent")),
        ("new b.inspection --framework none --service S --start 2025-03-24", ("no framework none", "yos-2018")),
        (
            "new b.inspection --framework iyjwcv-2025 --service S --start 2025-03-24 --end 2025-03-01",
            ("The end of fieldwork cannot be '1 March 2025'", "before the start"),
        ),
        (
            "new b.inspection --framework iyjwcv-2025 --service S --start 0025-03-24",
            ("The start of fieldwork cannot be '24 March 0025'", "years 2000 to 2100"),
        ),
        (
            "new b.inspection --framework iyjwcv-2025 --service S --start 2025-03-24 --end 2205-03-28",
            ("The end of fieldwork cannot be '28 March 2205'", "years 2000 to 2100"),
        ),
        ("judge a.inspection C99 2.1.1 yes", ("no case C99", "a.inspection")),
        (
            "judge a.inspection C01 9.1 yes",
            ("9.1 cannot be answered on the case C01", "no key question", "iyjwcv-2025"),
        ),
        ("judge a.inspection C01 V1.1 yes", ("V1.1 cannot be answered on the case C01", "sample victims")),
        ("judge a.inspection V01 V1.2 yes", ("V1.2 cannot be answered on the case V01", "not judged case by case")),
        ("judge a.inspection C01 2.1.1/z yes", ("2.1.1/z cannot be answered", "2.1.1 has no prompt z")),
        ("judge a.inspection C01 2.1.1/ yes", ("2.1.1/ cannot be answered",)),
        ("history a.inspection C99 2.1.1", ("no case C99", "a.inspection")),
        ("history a.inspection C01 9.1 --json", ("9.1 cannot be answered on the case C01",)),
        ("frameworks show none", ("no framework none", "fji-2014")),
        ("frameworks validate absent.json", ("no file absent.json",)),
    ],
)
def test_what_cannot_be_done_is_refused(
    command: str, says: tuple[str, ...], run: Any, bench: Path, profile: Path
) -> None:
    for folder in ("folder", "folder.json", "folder.pdf"):
        Path(folder).mkdir()
    table("a.csv", TABLE)
    before = state(bench, profile)
    refused(run(command), *says)
    assert state(bench, profile) == before


def test_an_empty_service_is_refused(run: Any, bench: Path, profile: Path) -> None:
    before = state(bench, profile)
    new = ("new", "b.inspection", "--framework", "iyjwcv-2025", "--service", " ", "--start", "2025-03-24")
    refused(run(*new), "service", "is needed")
    assert state(bench, profile) == before


def test_a_name_with_a_line_break_stays_on_one_line(run: Any, bench: Path) -> None:
    refused(run("rate", "two\nlines.json"), "two lines.json")


def test_a_folder_without_the_right_to_write_is_refused(program: Any, bench: Path, tmp_path: Path) -> None:
    target = tmp_path / "read-only"
    target.mkdir(mode=0o500)
    if os.geteuid() == 0:  # whom no mode keeps out
        target = Path("/sys")
        if not target.is_mount():
            pytest.skip("root may write everywhere here")
    refused(
        program("report", sample_document(), "-o", target / "out.pdf"), str(target / "out.pdf"), "cannot be read or"
    )
    refused(program("export", "a.inspection", "-o", target / "out.json"), str(target / "out.json"), "cannot be read or")
    assert not (target / "out.pdf").exists()


@pytest.mark.parametrize("command", ["export trafford.inspection -o full/out.json", "report t.json -o full/out.pdf"])
def test_a_full_disk_leaves_the_older_file_as_it_was(
    command: str, run: Any, trafford: Path, profile: Path, tmp_path: Path
) -> None:
    """On a disk of 16 kB of its own, which the kernel must let us mount."""
    run("export trafford.inspection -o t.json")
    (trafford.parent / "full").mkdir()
    script = (
        "mount -t tmpfs -o size=16k none full && echo mounted && echo older > {out} && "
        '"$@" ; status=$?; cat {out}; ls -A full; exit $status'
    ).replace("{out}", command.split()[-1])
    program = [sys.executable, "-m", "inspector_app", *command.split()]
    done = subprocess.run(
        ["unshare", "-rm", "sh", "-c", script, "sh", *program], capture_output=True, text=True, check=False
    )
    if "mounted" not in done.stdout:
        pytest.skip("may not mount a disk here")
    name = Path(command.split()[-1]).name
    assert done.stdout == f"mounted\nolder\n{name}\n"
    assert done.stderr == (
        f"inspector-app: The disk is full: full/{name} could not be written. "
        "What was saved before is safe; free some space and try again.\n"
    )
    assert done.returncode == 3


_BOUND = """
import resource, runpy, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192))
runpy.run_module("inspector_app", run_name="__main__", alter_sys=True)
"""


def test_a_file_that_may_not_grow_leaves_the_older_one_as_it_was(forked: OnTheirOwn, desk: Path) -> None:
    """As on a full disk or over a quota, wherever no disk can be mounted: the system refuses the writing."""
    out = desk / "out.pdf"
    out.write_text("older")
    before = state(desk)
    done = forked.run(["-c", _BOUND, "report", sample_document(), "-o", out])
    refused(
        Ran(done.returncode, done.stdout.decode(), done.stderr.decode()), "out.pdf", "What was saved before is safe"
    )
    assert state(desk) == before


@pytest.mark.parametrize(
    ("command", "says"),
    [
        ("pack a.inspection C99 -o a.pdf", ("no case C99",)),
        ("pack a.inspection C01 -o a.txt", ("a.txt has an ending", ".pdf")),
        ("pack a.inspection -o absent/a.pdf", ("no folder absent",)),
        ("pack fji.inspection C01 -o a.pdf", ("No questions are asked on the case C01", "Nothing asked")),
        ("pack fji.inspection -o a.pdf", ("no case to make a pack of",)),
    ],
)
def test_what_no_pack_can_be_made_of_is_refused(run: Any, bench: Path, command: str, says: tuple[str, ...]) -> None:
    own = json.loads((sample_document().parents[1] / "frameworks" / "fji-2014.json").read_text(encoding="utf-8"))
    own |= {"id": "fji-own", "title": "Nothing asked", "standards": [s for s in own["standards"] if "sample" not in s]}
    folder = Path(os.environ["INSPECTOR_HOME"]) / "frameworks"
    folder.mkdir()
    (folder / "fji-own.json").write_text(json.dumps(own), encoding="utf-8")
    run("new fji.inspection --framework fji-own --service Wexborough --start 2026-03-09")
    Path("fji.json").write_text(
        json.dumps(DOCUMENT | {"framework": "fji-own", "cases": [{"ref": "C01", "sample": "cases"}], "judgements": []})
    )
    assert run("import fji.json --into fji.inspection").status == 0
    before = state(bench)
    refused(run(command), *says)
    assert state(bench) == before
