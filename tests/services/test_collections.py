"""Collections of inspections that are over, each test in an SQLite file and in a real PostgreSQL."""

import csv
import io
import json
import random
import secrets
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from inspector_app.core.domain.collection import Kind
from inspector_app.core.domain.inspection import Answer, Inspection
from inspector_app.core.errors import Code, Expected
from inspector_app.core.interchange import document
from inspector_app.core.rating.engine import rate
from inspector_app.core.rating.method import printed_percent
from inspector_app.core.services import frameworks
from inspector_app.core.services.documents import exchange
from inspector_app.core.services.results import collections, sealing
from inspector_app.core.services.results.collections import Came
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.collection import writing
from inspector_app.core.storage.collection.database import Collection
from tests.programs import OnTheirOwn
from tests.services import office
from tests.services.test_sealing import changed

DATA = Path(__file__).parents[1] / "data"
TRAFFORD, SALFORD = exchange.sample_document(), exchange.sample_document("salford-2024")
BLACKBURN, OF_2015 = DATA / "blackburn-2023.json", exchange.sample_document("trafford-2015")


@pytest.fixture(scope="module")
def server() -> Iterator[office.Server]:
    if not office.is_installed():
        pytest.skip(office.NO_SERVER)
    with office.server() as started:
        yield started


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A collection that is not there yet."""
    if request.param == "sqlite":
        return str(tmp_path / "national.collection")
    started: office.Server = request.getfixturevalue("server")
    return started.database(f"c{secrets.token_hex(6)}")


@pytest.fixture
def record(workspace: Workspace, tmp_path: Path) -> Path:
    exchange.import_file(workspace, TRAFFORD)
    path = tmp_path / "trafford.json"
    sealing.seal(workspace, path)
    return path


def refused(act: Callable[[], object]) -> Expected:
    with pytest.raises(Expected) as error:
        act()
    return error.value


def documents(folder: Path, number: int, chance: random.Random) -> list[Inspection]:
    """Inspections of different services, each as a document in the folder; some are not finished."""
    return [_document(folder, place, chance) for place in range(number)]


def _document(folder: Path, place: int, chance: random.Random) -> Inspection:
    one, start = exchange.load(TRAFFORD)[1], date(2025, 1, 6) + timedelta(weeks=place)
    share, finished = chance.random(), place % 4 > 0
    answers = [
        replace(each, answer=chance.choices(list(Answer), (share, 1 - share, 0.1))[0])
        for each in one.judgements[: None if finished else -1]
    ]
    one = replace(
        one, service=f"Service {place}", start=start, end=start + timedelta(days=4), judgements=tuple(answers)
    )
    (folder / f"{place}.json").write_text(document.write(one), encoding="utf-8")
    return one


def test_a_sealed_record_and_earlier_reports_stand_side_by_side(where: str, record: Path) -> None:
    added = [*collections.add(where, [record]), *collections.add(where, [SALFORD, OF_2015], sealed=False)]
    assert [one.came for one in added] == [Came.NEW] * 3
    found = {one.service.split()[0] + str(one.start.year): one for one in collections.inspections(where)}
    assert {one.kind for one in found.values()} == set(Kind)
    trafford = next(one for one in found.values() if one.kind is Kind.SEALED)
    assert (trafford.score, trafford.overall, trafford.by) == (4, "Requires improvement", "Ruth Ashdown")
    assert trafford.groups
    salford = next(one for one in found.values() if one.rules.framework == "yos-2018")
    assert (salford.score, salford.at, salford.by) == (22, "", "")


def test_what_is_counted_is_what_the_ratings_of_each_inspection_say(where: str, tmp_path: Path) -> None:
    one = documents(tmp_path, 12, random.Random(12))
    collections.add(where, sorted(tmp_path.glob("*.json")), sealed=False)
    rated = [rate(frameworks.find(each.framework), each) for each in one]
    final = [each for each in rated if not each.provisional]
    [together] = collections.compare(where)
    assert (together.inspections, together.provisional) == (len(final), 12 - len(final))
    assert {c.word: c.inspections for c in together.overall} == _counts(each.overall for each in final)
    for ref in {c.subject for c in together.standards}:
        told = {c.word: c.inspections for c in together.standards if c.subject == ref}
        assert told == _counts(s.rating for each in final for s in each.standards if s.ref == ref)
    for told_rate in together.rates:
        tallies = [
            q.tally for each in final for s in each.standards for q in s.key_questions
            if (s.ref, q.ref) == (told_rate.standard, told_rate.ref) and q.tally.of
        ]  # fmt: skip
        yes, of = sum(t.yes for t in tallies), sum(t.of for t in tallies)
        assert (told_rate.yes, told_rate.of, told_rate.inspections) == (yes, of, len(tallies))
        assert told_rate.percent == printed_percent(yes, of)


def _counts(words: Any) -> dict[str, int]:
    found: dict[str, int] = {}
    for word in words:
        if word is not None:
            found[word] = found.get(word, 0) + 1
    return found


def test_frameworks_are_never_added_up_and_unsealed_ones_can_be_left_out(where: str, record: Path) -> None:
    collections.add(where, [record])
    collections.add(where, [SALFORD, BLACKBURN, OF_2015], sealed=False)
    found = {one.rules.framework: one for one in collections.compare(where)}
    assert {of: (one.inspections, one.unsealed) for of, one in found.items()} == {
        "fji-2014": (1, 1), "yos-2018": (2, 2), "iyjwcv-2025": (1, 0)
    }  # fmt: skip
    assert [one.rules.framework for one in collections.compare(where, only_sealed=True)] == ["iyjwcv-2025"]


def test_what_other_rules_rated_is_counted_apart(where: str, record: Path) -> None:
    """As after the bands of a framework were changed: nobody has such a framework here, so it is put in as it would come."""
    [one] = (added.inspection for added in collections.add(where, [record]))
    other = replace(one, service="Salford", rules=replace(one.rules, digest="0" * 64), version=9)
    with closing(Collection(where)) as collection, collection.write() as connection:
        writing.put(connection, other)
    assert sorted((one.versions, one.inspections) for one in collections.compare(where)) == [
        ((one.version,), 1),
        ((9,), 1),
    ]


def test_a_record_fed_twice_counts_once(where: str, record: Path) -> None:
    collections.add(where, [record])
    assert [one.came for one in collections.add(where, [record, record])] == [Came.THERE] * 2
    assert len(collections.inspections(where)) == 1
    assert collections.compare(where)[0].inspections == 1


def test_another_record_of_the_same_inspection_takes_its_place_only_when_that_is_said(where: str, record: Path) -> None:
    collections.add(where, [TRAFFORD], sealed=False)
    before = collections.compare(where)
    error = refused(lambda: collections.add(where, [record]))
    assert (error.code, error.facts["service"]) == (Code.COLLECTION_HAS_OTHER, "Trafford")
    assert collections.compare(where) == before
    assert [one.came for one in collections.add(where, [record], replace=True)] == [Came.REPLACED]
    assert [one.kind for one in collections.inspections(where)] == [Kind.SEALED]
    assert len(collections.compare(where)[0].rates) == len(before[0].rates)


def test_a_record_of_another_version_of_the_framework_is_counted_with_those_of_the_same_rules(
    where: str, workspace: Workspace, tmp_path: Path
) -> None:
    """The later version is an added framework with the same rules; its record verifies against the one that is here."""
    exchange.import_file(workspace, TRAFFORD)
    sealing.seal(workspace, tmp_path / "a.json")
    later = replace(workspace.framework, version=workspace.framework.version + 1)
    workspace.framework = later
    workspace.editor.set("inspection", "inspection", "service", "Salford Youth Justice Service")
    sealing.seal(workspace, tmp_path / "b.json")
    collections.add(where, [tmp_path / "a.json", tmp_path / "b.json"])
    [together] = collections.compare(where)
    assert together.inspections == 2


def test_one_bad_file_among_good_ones_changes_nothing(where: str, record: Path, tmp_path: Path) -> None:
    altered = changed(record, lambda tree: tree["result"].update(score=5))
    rules = changed(record, lambda tree: tree["framework"].update(id="no-such"))
    (tmp_path / "no.json").write_text('{"format": "shopping"}')
    (tmp_path / "no.txt").write_text("milk")
    for bad, code in (
        (altered, Code.RECORD_ALTERED), (rules, Code.RECORD_ALTERED), (tmp_path / "no.json", Code.NO_FIGURES),
        (tmp_path / "no.txt", Code.NO_FIGURES), (TRAFFORD, Code.NOT_SEALED), (tmp_path / "none", Code.FILE_MISSING),
    ):  # fmt: skip
        if bad == altered:
            changed(record, lambda tree: tree["result"].update(score=5))
        assert refused(lambda bad=bad: collections.add(where, [record, bad])).code is code  # type: ignore[misc]
    assert refused(lambda: collections.add(where, [record], sealed=False)).code is Code.IS_SEALED
    with pytest.raises(Expected):
        collections.inspections(where)


def test_the_figures_leave_as_csv_and_as_a_workbook_with_their_definitions(
    where: str, record: Path, tmp_path: Path
) -> None:
    collections.add(where, [record])
    collections.add(where, [SALFORD], sealed=False)
    collections.export(where, tmp_path / "out.csv")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "out.csv").read_text("utf-8-sig"))))
    rate_of = {(row["framework"], row["subject"]): row for row in rows if row["figure"] == "Yes rate"}
    assert [r["rating"] for r in rows if r["figure"] == "overall rating" and r["framework"] == "iyjwcv-2025"] == [
        "Requires improvement"
    ]
    told = rate_of["iyjwcv-2025", "2.1.1"]
    assert int(told["percent"]) == printed_percent(int(told["count"]), int(told["of"]))
    collections.export(where, tmp_path / "out.xlsx")
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    assert book.sheetnames == ["Definitions", "Figures", "Inspections"]
    assert book["Figures"].max_row == len(rows) + 1
    assert book["Inspections"].max_row == 3
    assert refused(lambda: collections.export(where, tmp_path / "out.pdf")).code is Code.FORMAT_UNKNOWN


def test_files_of_other_programs_are_refused_and_stay_as_they_are(
    record: Path, tmp_path: Path, workspace: Workspace
) -> None:
    other, text = tmp_path / "other.db", tmp_path / "letter.txt"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE song (title)")
    connection.close()
    text.write_text("Dear all, this is a letter.")
    for path in (other, text, workspace.path):
        before = path.read_bytes()
        kept = path == workspace.path  # whose name is enough, before it is opened
        adding = refused(lambda p=path: collections.add(str(p), [record]))
        assert adding.code is (Code.IS_KEPT if kept else Code.COLLECTION_FOREIGN)
        assert refused(lambda p=path: collections.compare(str(p))).code is Code.COLLECTION_FOREIGN
        assert path.read_bytes() == before
    assert refused(lambda: collections.compare(str(tmp_path / "none"))).code is Code.FILE_MISSING
    assert not (tmp_path / "none").exists()


def test_a_later_format_is_not_guessed_at(record: Path, tmp_path: Path) -> None:
    where = str(tmp_path / "national.collection")
    collections.add(where, [record])
    with sqlite3.connect(where) as connection:
        connection.execute("UPDATE collection SET version = 2")
    connection.close()
    assert refused(lambda: collections.compare(where)).code is Code.FILE_NEWER


def test_what_is_no_address_is_refused_without_saying_its_password() -> None:
    others = ("sqlite://", "sqlite:///:memory:", "sqlite://me:secret@server/x.db", "sqlite:///x.db?key=secret")
    for address in ("mysql://me:secret@server/x", "postgresql://me:secret@server:port/x", "://", *others):
        error = refused(lambda address=address: collections.compare(address))  # type: ignore[misc]
        assert error.code is Code.COLLECTION_ADDRESS
        assert "secret" not in str(error.facts)


@pytest.mark.parametrize(
    "address",
    [
        "postgresql:/me:secret@server/x", "postgres:me:secret@server/x", "me:secret@server:5432/x",
        "postgresql//me:secret@server/x",
        "host=server user=me password=secret dbname=x", "PASSWORD = secret", "postgresql://me:p@secret@server/x",
    ],
)  # fmt: skip
def test_an_address_that_is_written_otherwise_is_neither_a_file_nor_repeated(address: str) -> None:
    """It was taken for the path of a file, which a refusal repeats, or what stands behind an @ for the server's name."""
    error = refused(lambda: collections.compare(address))
    assert error.code is Code.COLLECTION_ADDRESS
    assert "secret" not in str(error.facts)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("postgres://me:secret@localhost:1/x?sslmode=disable", "postgres://me:***@localhost:1/x"),
        ("postgresql://localhost:1/x?user=me&password=secret", "postgresql://localhost:1/x?user=me"),
        ("postgresql://me:a/secret@localhost:1/x", "postgresql://me:***@localhost:1/x"),
        ("postgresql+psycopg2://localhost:1/x?passfile=/secret&sslpassword=secret&options=-cx=secret",
         "postgresql+psycopg2://localhost:1/x"),
    ],
)  # fmt: skip
def test_an_address_is_said_as_it_was_typed_without_what_may_be_secret(address: str, said: str) -> None:
    """A password may stand before the @ and behind the ?, and the driver is ours to choose and not to show."""
    pytest.importorskip("psycopg")
    assert Collection(address).name == said


@pytest.mark.parametrize(
    "path", ["/data/postgres/all.collection", "C:\\data\\all@office.collection", "postgres.collection"]
)
def test_a_path_that_only_looks_like_an_address_is_a_path(path: str) -> None:
    assert Collection(path).name == path


def test_the_url_of_a_file_is_that_file(tmp_path: Path) -> None:
    documents(tmp_path, 1, random.Random(3))
    path = tmp_path / "all.collection"
    collections.add(f"sqlite:///{path}", [tmp_path / "0.json"], sealed=False)
    assert collections.inspections(str(path)) == collections.inspections(f"sqlite+pysqlite:///{path}") != []


def test_an_office_database_of_another_program_or_without_rights_or_server_is_refused(
    server: office.Server, record: Path
) -> None:
    other = server.database("other")
    server.say("other", "CREATE TABLE song (title text)")
    assert refused(lambda: collections.add(other, [record])).code is Code.COLLECTION_FOREIGN
    ours = server.database("ours")
    collections.add(ours, [record])
    server.say(
        "ours",
        "CREATE ROLE guest LOGIN; CREATE ROLE reader LOGIN; GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader",
    )
    assert refused(lambda: collections.compare(server.url("ours", "guest"))).code is Code.COLLECTION_DENIED
    assert collections.compare(server.url("ours", "reader")) == collections.compare(ours)
    again = refused(lambda: collections.add(server.url("ours", "reader"), [SALFORD], sealed=False))
    assert again.code is Code.COLLECTION_DENIED
    nobody = refused(lambda: collections.compare(server.url("ours", "nobody")))
    assert nobody.code is Code.COLLECTION_UNREACHABLE
    assert refused(lambda: collections.compare(server.url("none"))).code is Code.COLLECTION_UNREACHABLE
    gone = f"postgresql://me:secret@/x?host={server.folder / 'nowhere'}"
    error = refused(lambda: collections.compare(gone))
    assert error.code is Code.COLLECTION_UNREACHABLE
    assert "secret" not in str(error.facts)


def test_neither_the_window_nor_a_command_on_a_file_loads_the_driver(tmp_path: Path) -> None:
    code = (
        "import sys, pkgutil, importlib, inspector_app.ui as ui, inspector_app.app\n"
        "for m in pkgutil.walk_packages(ui.__path__, 'inspector_app.ui.'): importlib.import_module(m.name)\n"
        "from inspector_app.core.services.results import collections\n"
        f"collections.add({str(tmp_path / 'c')!r}, [__import__('pathlib').Path({str(TRAFFORD)!r})], sealed=False)\n"
        "print('psycopg' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"


def test_without_the_extra_an_address_of_postgresql_is_refused_with_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    for address in ("postgresql://server/x", "postgresql+psycopg://server/x"):
        error = refused(lambda address=address: collections.compare(address))  # type: ignore[misc]
        assert error.code is Code.COLLECTION_NO_DRIVER


def test_two_that_feed_one_collection_at_once_lose_nothing(where: str, tmp_path: Path, forked: OnTheirOwn) -> None:
    documents(tmp_path, 6, random.Random(3))
    collections.add(where, [tmp_path / "0.json"], sealed=False)
    code = (
        "import sys; from pathlib import Path; from inspector_app.core.services.results import collections\n"
        "for path in sys.argv[2:]: collections.add(sys.argv[1], [Path(path)], sealed=False)"
    )
    files = sorted(map(str, tmp_path.glob("*.json")))
    both = [forked.start(["-c", code, where, *part]) for part in (files[:3], files[3:])]
    assert [one.wait() for one in both] == [0, 0]
    assert len(collections.inspections(where)) == 6


def test_what_is_kept_holds_no_case_and_no_reason(record: Path, tmp_path: Path) -> None:
    where = tmp_path / "national.collection"
    collections.add(str(where), [record])
    tree = json.loads(record.read_text())
    held = where.read_bytes()
    assert not [case["ref"] for case in tree["inspection"]["cases"] if case["ref"].encode() in held]
