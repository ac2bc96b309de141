"""The full-text index: it answers like a plain reading of the tables, whatever happened, and nothing can forget it."""

import re
import shutil
import tempfile
import time
import unicodedata
from collections.abc import Callable, Iterator
from datetime import date
from itertools import count
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test

from inspector_app.core.crypto.keyring import WorkspaceKey
from inspector_app.core.domain.fields import ENTITIES
from inspector_app.core.domain.finding.search import Words, words
from inspector_app.core.domain.ids import WorkspaceId
from inspector_app.core.domain.text.marks import Mark
from inspector_app.core.errors import Expected
from inspector_app.core.services import handoffs
from inspector_app.core.services.people import team
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.ticket import Cancelled
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.database import Database
from inspector_app.core.storage.log import journal
from inspector_app.core.storage.log.held import put
from inspector_app.core.storage.reading.finding import search
from inspector_app.core.storage.reading.finding.search import TEXTS

PASSPHRASE = "copper lantern drifts over quiet water"
OLD = Path(__file__).parents[1] / "data" / "old"
VOCABULARY = ("plan", "plans", "planning", "tŷ", "Ty", "child’s", "multi-agency", "školní", "42", "Strength:")
prose = st.lists(st.sampled_from(VOCABULARY), max_size=4).map(" ".join)
ITEMS = [
    (entity, "/".join([f"{number}", "2.1.1", "a"][: len(ENTITIES[entity].key) or 1]))
    for entity in TEXTS
    for number in "12"
]
STANDS_BY = {"interview": "note", "point": "said", "told": "whom"}  # else by any of its texts
ASKED = [
    "plan", "plan ", "ty ", "child's ", '"multi agency"', "agency plans ", "plan -tŷ", "skolni", '"plan plans"', "t",
    "plan 4", "-plan s",
]  # fmt: skip


def catch_up(database: Database, pause: Callable[[], object] = lambda: None) -> None:
    search.catch_up(database, lambda done, of: None, lambda: pause() and None)


def indexed(database: Database, typed: str, mark: str = "") -> set[tuple[str, str]]:
    with database.read() as connection:
        found = list(search.matching(connection, words(typed), mark))
        known = {number: (entity, i) for entity, i, number in search.numbered(connection)}
        assert {known[number] for number in search.numbers(connection, words(typed), mark)} == set(found)
    assert len(found) == len(set(found))
    return set(found)


# a plain reading of the tables, made from nothing of the index


def _tokens(text: str) -> list[str]:
    plain = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return re.findall(r"[^\W_]+", plain.lower())


def _occurs(term: str, prefix: bool, tokens: list[str]) -> bool:
    wanted = _tokens(term)
    for start in range(len(tokens) - len(wanted) + 1):
        part = tokens[start : start + len(wanted)]
        if part == wanted or (prefix and part[:-1] == wanted[:-1] and part[-1].startswith(wanted[-1])):
            return True
    return False


def _fits(asked: Words, text: str) -> bool:
    tokens = _tokens(text)
    return all(_occurs(t.text, t.prefix, tokens) for t in asked.must) and not any(
        _occurs(t.text, t.prefix, tokens) for t in asked.never
    )


def written(database: Database) -> dict[tuple[str, str], str]:
    """(entity, id) -> its texts, of everything that is there to be found."""
    with database.read() as connection:
        held = journal.tables(connection)
        changes = {c.id: c.value for c in journal.log(connection)}
    texts: dict[tuple[str, str], list[str]] = {}
    for entity, columns in TEXTS.items():
        for item in {i for e, i, _ in held if e == entity}:
            deleted, by = held.get((entity, item, "deleted"), (False, ""))
            left, heads = held.get((entity, item, STANDS_BY.get(entity, "")), (None, ""))
            # What somebody wrote on apart from a deletion stands; a case and a comment go with their texts.
            gone = entity in ("case", "comment") or (entity in STANDS_BY and not left and " " not in heads)
            if deleted and " " not in by and gone:
                continue
            found = []
            for column in columns:
                value, heads = held.get((entity, item, column), (None, ""))
                found += [changes[h] for h in heads.split(" ")] if " " in heads else [value]
            texts[entity, item] = [str(text) for text in found if text]
    return {item: "\n".join(of) for item, of in texts.items() if of}


def scanned(database: Database, typed: str) -> set[tuple[str, str]]:
    return {item for item, text in written(database).items() if _fits(words(typed), text)}


class History(RuleBasedStateMachine):
    """Two laptops of one inspection on which everything is done that writes, in any order, indexed now and then."""

    laptops: tuple[Laptop, Laptop]

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(dir=self.laptops[0].workspaces_folder))
        self.numbers = count()
        lead, other = self.laptops
        first = Workspace.create(lead, self.folder / "one.inspection", "iyjwcv-2025", "Wexborough", date(2026, 3, 9))
        team.add(first, other.card())
        self.outside = Path(tempfile.mkdtemp(dir=lead.folder.parent))  # nothing is exported into the profile folder
        start = self.outside / "start"
        handoffs.export(first, start, to=[other.person.id], everything=True)
        second, _ = handoffs.join(other, start, self.folder / "two.inspection")
        self.workspaces = [first, second]

    @rule(at=st.sampled_from([0, 1]), item=st.sampled_from(ITEMS), data=st.data())
    def write(self, at: int, item: tuple[str, str], data: st.DataObject) -> None:
        field = data.draw(st.sampled_from(TEXTS[item[0]]))
        self.workspaces[at].editor.set(*item, field, data.draw(st.one_of(prose, st.none())))

    @rule(at=st.sampled_from([0, 1]), item=st.sampled_from(ITEMS), texts=st.lists(prose, min_size=2, max_size=3))
    def type(self, at: int, item: tuple[str, str], texts: list[str]) -> None:
        session = None
        for text in texts:
            done = self.workspaces[at].editor.set(*item, TEXTS[item[0]][-1], text, amend=session)
            session = done.change or session
            if len(text) % 2:
                catch_up(self.workspaces[at].database)

    @rule(at=st.sampled_from([0, 1]), item=st.sampled_from(ITEMS), gone=st.booleans())
    def delete_or_bring_back(self, at: int, item: tuple[str, str], gone: bool) -> None:
        if any(field.code == "deleted" for field in ENTITIES[item[0]].fields):
            self.workspaces[at].editor.set(*item, "deleted", gone)

    @rule(at=st.sampled_from([0, 1]), item=st.sampled_from(ITEMS), way=st.sampled_from(["undo", "redo"]))
    def undo_or_redo(self, at: int, item: tuple[str, str], way: str) -> None:
        editor = self.workspaces[at].editor
        if getattr(editor, f"can_{way}")(*item):
            try:
                getattr(editor, way)(*item)
            except Expected:  # another laptop changed it since
                return

    @rule(giver=st.sampled_from([0, 1]))
    def hand_over(self, giver: int) -> None:
        package = self.outside / f"{next(self.numbers)}.handoff"
        taker = self.workspaces[1 - giver]
        handoffs.export(self.workspaces[giver], package, to=[taker.me])
        handoffs.import_(taker, [package])

    @rule(at=st.sampled_from([0, 1]))
    def index(self, at: int) -> None:
        self._compare(self.workspaces[at].database)

    def teardown(self) -> None:
        for workspace in self.workspaces:
            self._compare(workspace.database)
            assert workspace.problems() == []
            workspace.close()
        shutil.rmtree(self.folder)

    def _compare(self, database: Database) -> None:
        catch_up(database)
        texts = written(database)
        for typed in ASKED:
            assert indexed(database, typed) == {item for item, text in texts.items() if _fits(words(typed), text)}


@pytest.fixture
def two_laptops(laptop: Laptop, tmp_path: Path) -> Iterator[None]:
    other = Laptop(tmp_path / "other")
    other.create_identity("Tom Okafor", "Inspector", PASSPHRASE)
    laptop.workspaces_folder.mkdir(parents=True, exist_ok=True)
    History.laptops = (laptop, other)
    yield
    del History.laptops


@pytest.mark.usefixtures("two_laptops")
def test_after_any_history_the_index_answers_like_a_plain_reading_of_the_tables() -> None:
    run_state_machine_as_test(
        History, settings=settings(max_examples=settings().max_examples // 3, stateful_step_count=20)
    )


def test_every_text_of_the_list_has_its_triggers(workspace: Workspace) -> None:
    with workspace.database.read() as connection:
        rows = connection.exec_driver_sql("SELECT tbl_name, sql FROM sqlite_master WHERE type = 'trigger'").all()
    for entity, columns in TEXTS.items():
        again, new = sorted(sql for table, sql in rows if table == entity)
        flags = [f.code for f in ENTITIES[entity].fields if f.code == "deleted"]
        for column in columns:
            assert f'NEW."{column}", NEW."{column}_head"' in new
        named = re.search(r"UPDATE OF (.*?) ON", again)
        assert named
        wanted = {*columns, *([] if entity in ("finding", "recommendation") else flags)}
        assert set(named[1].split(", ")) == wanted


def test_no_prose_that_people_write_is_left_out() -> None:
    """Whether search finds a short text is said in the list of fields; what is written in sentences it has to find."""
    said_elsewhere = {"inspection": {"service", "marking", "notice"}, "case": {"takeover"}, "review": {"reason"}}
    said_elsewhere["summary"] = {"text"}  # of notes that are found
    agreed = {"agreed_judgement": {"rationale"}, "agreed_prompt": {"note"}}  # put together from both markings' notes
    for entity in ENTITIES.values():
        prose_of = {f.code for f in entity.fields if f.prose}
        left_out = (said_elsewhere | agreed).get(entity.code, set())
        assert prose_of - set(TEXTS.get(entity.code, ())) == left_out, entity.code


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Seen at Tŷ Gwyn", "ty gwyn"),
        ("Seen at Ty Gwyn", "tŷ gwyn"),
        ("Seen at T\u0079\u0302 Gwyn", "tŷ"),
        ("Dŵr a bŵyd", "dwr bwyd"),
        ("the child’s mother", "child's mother"),
        ("the child's mother", "child’s"),
        ("the child's mother", "child"),
        ("a multi-agency plan", "multi agency"),
        ("a multi agency plan", "multi-agency"),
        ("a multi-agency plan", '"multi agency plan"'),
        ("see 2.1.1 and V1.2", "2.1.1"),
        ("safeguarding_lead", "lead"),
        ("School exclusion", "schoo"),
        ("SCHOOL EXCLUSION", "exclusion school "),
        ("a“b", 'a"b'),
        ("Écoutez", "e"),
        ("\u0045\u0301coutez", "E"),
        ("\ufb01rst seen", "f"),
        ("\u200bhidden", "h"),
        ("(42)", "4"),
        ("the_first", "f"),
        ("Straße ü", "u"),
        ("Straße ß", "ß"),
    ],
)
def test_words_are_found_however_they_are_written(workspace: Workspace, written: str, typed: str) -> None:
    workspace.editor.set("prompt", "c/2.1.1/a", "note", written)
    workspace.editor.set("prompt", "c/2.1.1/b", "note", "nobody")
    catch_up(workspace.database)
    assert indexed(workspace.database, typed) == {("prompt", "c/2.1.1/a")}


def test_the_marks_in_a_text_are_known(workspace: Workspace) -> None:
    workspace.editor.set("prompt", "c/2.1.1/a", "note", "First.\nStrength: seen alone\n- follow up: the school")
    workspace.editor.set("prompt", "c/2.1.1/b", "note", "No strength: here")
    catch_up(workspace.database)
    assert indexed(workspace.database, "", Mark.STRENGTH.value) == {("prompt", "c/2.1.1/a")}
    assert indexed(workspace.database, "school", Mark.FOLLOW_UP.value) == {("prompt", "c/2.1.1/a")}
    assert indexed(workspace.database, "", Mark.QUOTATION.value) == set()
    workspace.editor.set("prompt", "c/2.1.1/a", "note", "Quotation: nothing")
    catch_up(workspace.database)
    assert indexed(workspace.database, "", Mark.STRENGTH.value) == set()


@pytest.mark.parametrize("version", [folder.name for folder in sorted(OLD.iterdir()) if folder.is_dir()])
def test_a_workspace_of_an_older_version_is_indexed_once_it_is_migrated(
    version: str, laptop: Laptop, tmp_path: Path
) -> None:
    path = Path(shutil.copy(OLD / version / "kept.inspection", tmp_path / "kept.inspection"))
    key, known = (OLD / version / "key.txt").read_text().split()
    laptop.remember(WorkspaceKey(WorkspaceId(known), bytes.fromhex(key), str(path), "Kept", "iyjwcv-2025", ""))
    workspace = Workspace.open(laptop, path)
    catch_up(workspace.database)
    assert {entity for entity, _ in indexed(workspace.database, "kept")} >= {"judgement", "prompt", "finding"}
    for typed in ("kept", "k", "kept note", "w y", '"kept finding"'):
        assert indexed(workspace.database, typed) == scanned(workspace.database, typed)
    workspace.close()


def _fill(workspace: Workspace, items: int) -> None:
    for number in range(items):
        workspace.editor.set("prompt", f"c/2.1.1/{number}", "note", f"plan number {number} " * 300)


def test_indexing_goes_on_where_it_was_stopped(workspace: Workspace) -> None:
    _fill(workspace, 150)

    def stop(done: int, of: int) -> None:
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        search.catch_up(workspace.database, stop, lambda: None)
    with workspace.database.read() as connection:
        left = search.behind(connection)
    assert 0 < left < 150
    assert len(indexed(workspace.database, "plan")) == 150 - left
    reports: list[tuple[int, int]] = []
    search.catch_up(workspace.database, lambda done, of: reports.append((done, of)), lambda: None)
    assert reports[0] == (0, left)
    assert all(of == left for _, of in reports)
    assert indexed(workspace.database, "plan") == scanned(workspace.database, "plan")


def test_a_machine_that_stops_in_the_middle_of_indexing_leaves_a_file_that_can_be_indexed_on(
    laptop: Laptop, workspace: Workspace, tmp_path: Path
) -> None:
    _fill(workspace, 150)
    copies: list[Path] = []

    def stop() -> None:
        copy = tmp_path / f"stopped-{len(copies)}" / workspace.path.name
        copy.parent.mkdir()
        for beside in ("", "-wal"):
            shutil.copy(f"{workspace.path}{beside}", f"{copy}{beside}")
        copies.append(copy)

    catch_up(workspace.database, stop)
    assert len(copies) > 3
    for path in copies[:: len(copies) // 3]:
        stopped = Workspace.open(laptop, path)
        assert stopped.problems() == []
        catch_up(stopped.database)
        assert indexed(stopped.database, "plan number 7 ") == scanned(stopped.database, "plan number 7 ") != set()
        stopped.close()


def test_an_edit_made_while_it_is_indexed_is_not_lost_to_the_index(workspace: Workspace) -> None:
    _fill(workspace, 150)
    edits = iter(range(5))

    def edit() -> None:
        number = next(edits, None)
        if number is not None:
            workspace.editor.set("prompt", f"c/2.1.1/{number}", "note", f"written meanwhile {number}")

    catch_up(workspace.database, edit)
    assert indexed(workspace.database, "meanwhile") == {("prompt", f"c/2.1.1/{n}") for n in range(5)}
    assert indexed(workspace.database, "plan") == scanned(workspace.database, "plan")


def test_two_that_index_at_once_both_come_to_an_end(workspace: Workspace) -> None:
    _fill(workspace, 150)
    threads = [Thread(target=catch_up, args=(workspace.database, lambda: time.sleep(0.001))) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert not any(thread.is_alive() for thread in threads)
    assert indexed(workspace.database, "plan") == scanned(workspace.database, "plan")
    assert workspace.problems() == []


def test_the_index_is_in_no_package(people_of_two: tuple[Workspace, Workspace], tmp_path: Path) -> None:
    giver, taker = people_of_two
    giver.editor.set("prompt", "c/2.1.1/a", "note", "zebrafinch")
    catch_up(giver.database)
    package = tmp_path / "one.handoff"
    handoffs.export(giver, package, to=[taker.me])
    handoffs.import_(taker, [package])
    assert indexed(taker.database, "zebrafinch") == set()  # noted, not brought
    catch_up(taker.database)
    assert indexed(taker.database, "zebrafinch") == {("prompt", "c/2.1.1/a")}


@pytest.fixture
def people_of_two(workspace: Workspace, tmp_path: Path) -> Iterator[tuple[Workspace, Workspace]]:
    laptop = Laptop(tmp_path / "second")
    laptop.create_identity("Tom Okafor", "Inspector", PASSPHRASE)
    team.add(workspace, laptop.card())
    start = tmp_path / "start"
    handoffs.export(workspace, start, to=[laptop.person.id], everything=True)
    theirs, _ = handoffs.join(laptop, start, laptop.new_path("joined"))
    yield workspace, theirs
    theirs.close()


def test_a_text_of_which_one_side_is_empty_is_indexed_as_soon_as_it_comes(workspace: Workspace) -> None:
    """The row is made with the value of the first side: none. What the other side wrote must be found all the same."""
    with workspace.database.write() as connection:
        put(connection, {("prompt", "1/2.1.1/a", "note"): (None, "one two")})
        assert connection.exec_driver_sql("SELECT * FROM unindexed WHERE id = '1/2.1.1/a'").all()
