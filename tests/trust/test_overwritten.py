"""Another program cuts the open file, or writes into it in place: it is noticed, and nothing that was saved is lost."""

import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Event, Thread

import pytest

from inspector_app.core.domain.backups import Why
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.safekeeping import going_on, restoring
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.services.writing import drafts
from inspector_app.core.storage import beside
from inspector_app.core.storage.as_written import AsWritten
from inspector_app.ui.errors import sentence
from tests.conftest import PASSPHRASE, add_cases, cheap_keyrings, create, set_up

NOTICE = ("inspection", "inspection", "notice")
PAGE = 4096


def note(workspace: Workspace) -> tuple[str, str, str]:
    """The field of a note of the first case."""
    case = workspace.case_rows()[0].id
    prompt = workspace.question_page(case, workspace.case_row(case).marks[0].question).prompts[0]
    return prompt.entity, prompt.id, "note"


@pytest.fixture(scope="module")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A laptop with an inspection, a backup of it, a copy of the file of then (`older`), and an edit since."""
    with pytest.MonkeyPatch.context() as patch:
        cheap_keyrings(patch)
        folder = tmp_path_factory.mktemp("pattern")
        (folder / "ruth").mkdir(mode=0o700)
        laptop = set_up(folder / "ruth")
        with closing(create(laptop)) as made:
            add_cases(made)
            made.back_up()
        shutil.copy(made.path, folder / "older")
        with closing(Workspace.open(laptop, made.path)) as again:
            again.editor.set(*note(again), "in the file")
        return folder


@pytest.fixture
def older(pattern: Path) -> Path:
    """A copy of the file as it was before the last edits; a backup of then is there too."""
    return pattern / "older"


def unlocked(folder: Path) -> Laptop:
    found = Laptop(folder)
    found.unlock(PASSPHRASE)
    return found


@pytest.fixture
def opened(pattern: Path, tmp_path: Path) -> Workspace:
    """The workspace open, looked at as a window does, with an edit in the file and one in its log."""
    shutil.copytree(pattern / "ruth", tmp_path / "ruth")
    (path,) = (tmp_path / "ruth" / "workspaces").glob("*.inspection")
    found = Workspace.open(unlocked(tmp_path / "ruth"), path, window=True)
    assert not found.overwritten
    found.learn()
    assert found.learnt
    found.editor.set(*NOTICE, "in the log")
    assert not found.overwritten
    assert found.learnt, "what is in the log is not in the file yet"
    time.sleep(0.01)  # the clock of a disk goes by some milliseconds
    return found


def cut(path: Path, older: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size // 2)


def cut_to_nothing(path: Path, older: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(0)


def cut_within_a_page(path: Path, older: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size - 100)


def longer(path: Path, older: Path) -> None:
    with path.open("ab") as file:
        file.write(b"\0" * PAGE)


def at(place: int, data: bytes) -> Callable[[Path, Path], None]:
    def written(path: Path, older: Path) -> None:
        with path.open("r+b") as file:
            file.seek(place)
            file.write(data)

    return written


def text_in_its_place(path: Path, older: Path) -> None:
    path.write_bytes(b"Dear all,\n" * 1000)


def an_older_copy(path: Path, older: Path) -> None:
    path.write_bytes(older.read_bytes())


def its_own_pages_in_another_order(path: Path, older: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[:PAGE] + data[2 * PAGE : 3 * PAGE] + data[PAGE : 2 * PAGE] + data[3 * PAGE :])


def zeros(path: Path, older: Path) -> None:
    path.write_bytes(bytes(path.stat().st_size))


def its_log_over_it(path: Path, older: Path) -> None:
    path.write_bytes(beside.log_of(path).read_bytes())


def one_bit(path: Path, older: Path) -> None:
    data = bytearray(path.read_bytes())
    data[3 * PAGE + 7] ^= 1
    path.write_bytes(data)


WAYS = {
    "cut": cut, "cut to nothing": cut_to_nothing, "cut within a page": cut_within_a_page, "longer": longer,
    "its first page": at(0, b"\0" * PAGE), "its salt": at(0, b"x" * 16), "a middle page": at(5 * PAGE, b"x" * PAGE),
    "a byte": at(2 * PAGE + 100, b"x"), "text": text_in_its_place, "an older copy": an_older_copy, "zeros": zeros,
    "pages in another order": its_own_pages_in_another_order, "its log": its_log_over_it, "one bit": one_bit,
    "text at its end": at(9 * PAGE, b"EOF\n" * 2000),
}  # fmt: skip


def refused(attempt: Callable[..., object], *arguments: object) -> Code:
    with pytest.raises(Expected) as error:
        attempt(*arguments)
    assert "{" not in sentence(error.value)
    return error.value.code


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_it_is_noticed_nothing_is_acknowledged_and_one_goes_on_in_what_was_recovered_with_all_that_the_log_holds(
    opened: Workspace, older: Path, tmp_path: Path, way: Callable[[Path, Path], None]
) -> None:
    before = opened.backups()
    way(opened.path, older)
    assert opened.overwritten
    for _ in range(2):
        assert refused(opened.editor.set, *NOTICE, "typed afterwards") is Code.FILE_OVERWRITTEN
    assert refused(drafts.keep, opened, "draft", "x") is Code.FILE_OVERWRITTEN
    assert refused(opened.back_up) is Code.FILE_OVERWRITTEN
    assert refused(opened.go_on_in, tmp_path / "copy.inspection") is Code.FILE_OVERWRITTEN
    assert opened.backups() == before
    done = going_on.recover(opened, tmp_path / "new.inspection")
    assert opened.path == done.path
    assert opened.inspection().notice == "in the log"
    opened.editor.set(*NOTICE, "and on")
    opened.tell_all()
    assert len(opened.case_rows()) == 4
    assert opened.problems() == []
    assert not opened.overwritten
    opened.close()


@pytest.mark.parametrize("way", ["cut", "a middle page", "an older copy", "text"])
def test_the_next_edit_notices_it_by_itself(opened: Workspace, older: Path, way: str) -> None:
    WAYS[way](opened.path, older)
    assert refused(opened.editor.set, *NOTICE, "typed afterwards") is Code.FILE_OVERWRITTEN
    opened.close()


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_closing_it_leaves_file_and_log_as_they_lie_there_and_the_backup_comes_back(
    opened: Workspace, older: Path, way: Callable[[Path, Path], None]
) -> None:
    way(opened.path, older)
    lying = opened.path.read_bytes(), beside.log_of(opened.path).read_bytes()
    opened.close()
    assert (opened.path.read_bytes(), beside.log_of(opened.path).read_bytes()) == lying
    again = unlocked(opened.laptop.folder)
    try:  # what the log holds may stand in the place of what was spoilt
        with closing(Workspace.open(again, opened.path)) as found:
            assert found.inspection().notice == "in the log"
            assert found.problems() == []
    except Expected as error:
        wrong = error.code
    else:
        return
    assert wrong in (Code.FILE_DAMAGED, Code.FILE_FOREIGN)
    restoring.restore(again, opened.path)
    with closing(Workspace.open(again, opened.path)) as found:
        assert len(found.case_rows()) == 4


def test_what_sqlite_writes_into_the_file_is_no_such_thing(opened: Workspace) -> None:
    """By its own edits, by a command beside it, and by a program that says only that it was touched."""
    key, began = note(opened), opened.path.stat().st_size
    for number in range(40):
        opened.editor.set(*key, f"{number} " * 30_000)
        assert not opened.overwritten
        opened.learn()
    with closing(Workspace.open(unlocked(opened.laptop.folder), opened.path)) as command:
        for number in range(40):
            command.editor.set(*key, f"command {number} " * 10_000)
        command.back_up(Why.ASKED)
        command.database.fold_log()
    assert opened.path.stat().st_size > began, "the log was folded in meanwhile"
    assert not opened.overwritten
    opened.editor.set(*NOTICE, "typed on")
    opened.path.touch()
    assert not opened.overwritten
    opened.editor.set(*NOTICE, "and on")
    opened.close()


def test_no_edit_waits_for_what_stands_in_the_file_to_be_read(
    opened: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And what was read while SQLite wrote is not believed: it is read again."""
    reading, go_on, read = Event(), Event(), AsWritten._read

    def slowly(self: AsWritten) -> int:
        found = read(self)
        reading.set()
        assert go_on.wait(60)
        return found

    opened.database.fold_log()
    assert not opened.learnt
    monkeypatch.setattr(AsWritten, "_read", slowly)
    learning = Thread(target=opened.learn)
    learning.start()
    assert reading.wait(60)
    opened.editor.set(*NOTICE, "typed meanwhile")
    opened.database.fold_log()
    go_on.set()
    learning.join()
    assert not opened.learnt
    opened.learn()
    assert opened.learnt
    zeros(opened.path, opened.path)
    assert opened.overwritten
    opened.close()


def test_a_file_that_is_closed_while_it_is_read_is_closed(opened: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    opened.database.fold_log()
    piece = AsWritten._piece

    def closed_first(self: AsWritten, place: int) -> bytes:
        monkeypatch.setattr(AsWritten, "_piece", piece)
        opened.close()
        return piece(self, place)

    monkeypatch.setattr(AsWritten, "_piece", closed_first)
    with pytest.raises(Expected) as no:
        opened.learn()
    assert no.value.code is Code.DISK_FAILED


@pytest.mark.parametrize("spoil", [an_older_copy, cut, text_in_its_place])
def test_what_is_written_within_a_commit_is_not_taken_for_sqlites_own(
    opened: Workspace, older: Path, monkeypatch: pytest.MonkeyPatch, spoil: Callable[[Path, Path], None]
) -> None:
    """Between the commit and the look at what it did to the file, which took all for its own."""
    real = AsWritten.by_sqlite

    @contextmanager
    def within(self: AsWritten) -> Iterator[None]:
        with real(self):
            yield
            spoil(opened.path, older)

    with monkeypatch.context() as patched:
        patched.setattr(AsWritten, "by_sqlite", within)
        opened.editor.set(*NOTICE, "as it was written over")
    assert opened.overwritten
    with pytest.raises(Expected) as no:
        opened.editor.set(*NOTICE, "later")
    assert no.value.code is Code.FILE_OVERWRITTEN


def test_what_sqlite_folds_in_is_its_own(opened: Workspace) -> None:
    """Within a commit whose log grew long enough, and when it is folded in by itself."""
    for number in range(40):
        opened.editor.set(*NOTICE, f"{number} " + "long " * 30_000)
        assert not opened.overwritten
    opened.database.fold_log()
    assert not opened.overwritten
    opened.editor.set(*NOTICE, "last")
    assert not opened.overwritten
