import re
import threading

import pytest

from inspector_app.core.domain.fields import Value
from inspector_app.core.domain.ids import EntityId
from inspector_app.core.domain.steps.changes import Change, Edit
from inspector_app.core.errors import Bug, Code, Expected
from inspector_app.core.services.editor import Editor
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.database import Connection
from inspector_app.core.storage.log import journal


@pytest.fixture
def editor(workspace: Workspace) -> Editor:
    return workspace.editor


def _text(workspace: Workspace) -> str:
    (found,) = workspace.findings()
    return found.text


def test_an_edit_says_when_and_what_it_touched(editor: Editor) -> None:
    done = editor.set("finding", "f1", "text", "x")
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00", done.at)
    assert done.touched == {("finding", "f1")}
    assert done.changes == 1


def test_writing_the_same_value_is_no_step(workspace: Workspace, editor: Editor) -> None:
    first = editor.set("finding", "f1", "text", "x")
    again = editor.set("finding", "f1", "text", "x", amend=first.change)
    assert (again.change, again.touched, again.changes) == (None, frozenset(), 0)
    assert editor.set("finding", "f2", "text", None).change is None
    assert len(workspace.history("finding", "f1")) == 1


@pytest.mark.parametrize(
    ("given", "stored"),
    [
        ("", None),
        ("a\0b", "a\ufffdb"),
        ("a\ud800b", "a\ufffdb"),
        ("\udc00", "\ufffd"),
        ("\ud83d\ude00", "😀"),
        ("\ufeffx", "\ufeffx"),
        ("a\r\nb\u2028c", "a\r\nb\u2028c"),
        (" ", " "),
    ],
)
def test_text_is_kept_as_typed_but_for_what_is_no_character(
    workspace: Workspace, editor: Editor, given: str, stored: Value
) -> None:
    editor.set("finding", "f1", "text", "before")
    editor.set("finding", "f1", "text", given)
    assert workspace.history("finding", "f1", "text")[0].value == stored
    assert workspace.problems() == []


@pytest.mark.parametrize(
    ("entity", "field", "value"),
    [
        ("prompt", "answer", "maybe"),
        ("prompt", "answer", True),
        ("prompt", "note", 5),
        ("prompt", "note", b"bytes"),
        ("prompt", "answer", ["yes"]),
        ("finding", "position", "1"),
        ("finding", "position", True),
        ("finding", "position", 2**53),
        ("finding", "position", 1.5),
        ("finding", "deleted", 1),
        ("inspection", "start", None),
        ("inspection", "start", ""),
        ("inspection", "start", "9 March 2026"),
        ("inspection", "start", "20260309"),
        ("inspection", "end", "2026-02-30"),
        ("inspection", "service", ""),
    ],
)
def test_a_value_the_field_cannot_hold_is_refused_and_nothing_is_written(
    workspace: Workspace, editor: Editor, entity: str, field: str, value: Value
) -> None:
    before = workspace.inspection(), len(workspace.history("inspection", "inspection"))
    named = EntityId({"prompt": "c/2.1.1/a"}.get(entity, "inspection"))
    edits = [Edit("finding", EntityId("f1"), "text", "with it"), Edit(entity, named, field, value)]
    with pytest.raises(Expected) as refused:
        editor.do("f1", edits)
    assert refused.value.code is Code.VALUE_INVALID
    assert (workspace.inspection(), len(workspace.history("inspection", "inspection"))) == before


@pytest.mark.parametrize(
    ("entity", "named"),
    [("prompt", "c/2.1.1"), ("comment", "c1"), ("inspection", "x"), ("finding", ""), ("case", "x" * 1001)],
)
def test_what_readers_refuse_of_another_laptop_is_not_written_here(
    workspace: Workspace, editor: Editor, entity: str, named: str
) -> None:
    """Else one slip of the program would make all later work of the laptop undeliverable."""
    before = workspace.inspection()
    with pytest.raises(Bug):
        editor.set(
            entity, named, "deleted" if entity != "inspection" else "service", "x" if entity == "inspection" else True
        )
    assert workspace.inspection() == before


def test_typing_in_one_box_is_one_step(workspace: Workspace, editor: Editor) -> None:
    editor.set("finding", "f1", "text", "before")
    session = None
    for typed in ("T", "Th", "The"):
        session = editor.set("finding", "f1", "text", typed, amend=session).change or session
    assert [row.value for row in workspace.history("finding", "f1", "text")] == ["The", "before"]
    editor.undo("finding", "f1")
    assert _text(workspace) == "before"
    editor.redo("finding", "f1")
    assert _text(workspace) == "The"


def test_typing_on_after_undo_or_redo_starts_a_new_step(workspace: Workspace, editor: Editor) -> None:
    session = editor.set("finding", "f1", "text", "first").change
    editor.undo("finding", "f1")
    editor.redo("finding", "f1")
    redone = workspace.history("finding", "f1", "text")[0].change
    for stale in (session, redone):
        done = editor.set("finding", "f1", "text", f"after {stale}", amend=stale)  # type: ignore[arg-type]
        assert done.change != stale
    assert [row.verb for row in workspace.history("finding", "f1", "text")] == ["edit", "edit", "redo", "undo", "edit"]


def test_typing_back_to_what_stood_there_leaves_nothing_to_undo(workspace: Workspace, editor: Editor) -> None:
    session = editor.set("finding", "f1", "text", "x").change
    editor.set("finding", "f1", "text", "", amend=session)
    assert not editor.can_undo("finding", "f1")
    with pytest.raises(Expected) as refused:
        editor.undo("finding", "f1")
    assert refused.value.code is Code.NOTHING_TO_UNDO


def test_a_new_edit_clears_what_could_be_redone(editor: Editor) -> None:
    editor.set("finding", "f1", "text", "x")
    editor.undo("finding", "f1")
    assert editor.can_redo("finding", "f1")
    editor.set("finding", "f1", "text", "y")
    assert not editor.can_redo("finding", "f1")
    with pytest.raises(Expected) as refused:
        editor.redo("finding", "f1")
    assert refused.value.code is Code.NOTHING_TO_REDO


def test_undo_survives_closing(laptop: Laptop, workspace: Workspace) -> None:
    for text in ("one", "two"):
        workspace.editor.set("finding", "f1", "text", text)
    workspace.close()
    reopened = Workspace.open(laptop, workspace.path)
    reopened.editor.undo("finding", "f1")
    assert _text(reopened) == "one"
    reopened.close()


def test_undo_takes_back_a_whole_step(workspace: Workspace, editor: Editor) -> None:
    edits = [Edit("finding", EntityId("f1"), field, value) for field, value in (("text", "x"), ("standard", "1.1"))]
    editor.do("f1", edits)
    editor.undo("finding", "f1")
    (found,) = workspace.findings()
    assert (found.text, found.group) == ("", "")


def test_undo_never_takes_back_what_somebody_else_changed_since(workspace: Workspace, editor: Editor) -> None:
    editor.set("finding", "f1", "text", "mine")
    other = Editor(workspace.database, editor._author, "e" * 16)  # type: ignore[arg-type]
    other.set("finding", "f1", "text", "theirs")
    with pytest.raises(Expected) as refused:
        editor.undo("finding", "f1")
    assert refused.value.code is Code.CHANGED_SINCE
    assert refused.value.facts["by"] == "Ruth Ashdown"
    assert _text(workspace) == "theirs"


def test_another_devices_change_is_not_amended(workspace: Workspace, editor: Editor) -> None:
    other = Editor(workspace.database, editor._author, "e" * 16)  # type: ignore[arg-type]
    theirs = other.set("finding", "f1", "text", "theirs").change
    editor.set("finding", "f1", "text", "mine", amend=theirs)
    assert [row.value for row in workspace.history("finding", "f1")] == ["mine", "theirs"]


def test_making_an_inspection_or_a_case_cannot_be_undone_into_nothing(workspace: Workspace, editor: Editor) -> None:
    case = workspace.case_rows()[0]
    assert not editor.can_undo("inspection", "inspection")
    assert not editor.can_undo("case", case.id)
    editor.set("case", case.id, "deleted", True)
    assert case.id not in {row.id for row in workspace.case_rows()}
    editor.undo("case", case.id)
    assert case in workspace.case_rows()


def test_listeners_hear_what_was_touched_after_it_is_on_disk(workspace: Workspace, editor: Editor) -> None:
    heard: list[tuple[str, frozenset[tuple[str, str]]]] = []
    editor.listeners.append(lambda touched: heard.append((_text(workspace), touched)))
    session = editor.set("finding", "f1", "text", "x").change
    editor.set("finding", "f1", "text", "x")
    editor.set("finding", "f1", "text", "xy", amend=session)
    editor.undo("finding", "f1")
    touched = frozenset({("finding", "f1")})
    assert heard == [("x", touched), ("xy", touched), ("", touched)]


def test_history_is_newest_first_with_who_and_where(workspace: Workspace, editor: Editor, laptop: Laptop) -> None:
    for text in ("one", "two", "three"):
        editor.set("finding", "f1", "text", text)
        editor.set("finding", "f1", "standard", text)
    rows = workspace.history("finding", "f1", "text")
    assert [(row.value, row.by, row.device, row.verb) for row in rows] == [
        (text, "Ruth Ashdown", laptop.device, "edit") for text in ("three", "two", "one")
    ]
    both = workspace.history("finding", "f1")
    assert [(row.field, row.value) for row in both[:2]] == [("standard", "three"), ("text", "three")]
    assert len(both) == 6


def test_history_and_undo_of_a_box_written_a_thousand_times(workspace: Workspace, editor: Editor) -> None:
    for number in range(1000):
        editor.set("finding", "f1", "text", f"{number}")
    assert [row.value for row in workspace.history("finding", "f1")] == [f"{n}" for n in reversed(range(1000))]
    editor.undo("finding", "f1")
    assert _text(workspace) == "998"


def test_reading_in_another_thread_while_writing_sees_whole_steps(workspace: Workspace, editor: Editor) -> None:
    done = threading.Event()
    torn: list[tuple[str, str]] = []
    reads = 0

    def read() -> None:
        nonlocal reads
        while not done.is_set():
            torn.extend((f.text, f.group) for f in workspace.findings() if f.text != f.group)
            reads += 1

    threads = [threading.Thread(target=read) for _ in range(3)]
    for thread in threads:
        thread.start()
    for number in range(300):
        values = (("text", f"{number}"), ("standard", f"{number}"))
        editor.do("f1", [Edit("finding", EntityId("f1"), field, value) for field, value in values])
    done.set()
    for thread in threads:
        thread.join()
    assert torn == []
    assert reads > 10


def test_two_threads_writing_lose_nothing(workspace: Workspace, editor: Editor) -> None:
    def write(name: str) -> None:
        for number in range(100):
            editor.set("finding", name, "text", f"{number}")

    threads = [threading.Thread(target=write, args=(name,)) for name in "abc"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [len(workspace.history("finding", name)) for name in "abc"] == [100, 100, 100]
    assert workspace.problems() == []


def test_a_second_window_on_the_same_file_sees_and_continues(laptop: Laptop, workspace: Workspace) -> None:
    second = Workspace.open(laptop, workspace.path)
    workspace.editor.set("finding", "f1", "text", "from the first")
    second.editor.set("finding", "f1", "text", "from the second")
    workspace.editor.set("finding", "f1", "text", "from the first again")
    assert len(second.history("finding", "f1")) == 3
    assert second.problems() == []
    second.close()


def test_a_closed_workspace_neither_reads_nor_writes(workspace: Workspace) -> None:
    workspace.close()
    with pytest.raises(Bug):
        workspace.case_rows()
    with pytest.raises(Bug):
        workspace.editor.set("finding", "f1", "text", "x")
    workspace.close()


def test_of_a_history_only_what_was_ever_written_is_read(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    """The panel's page reads that of each standard, of which most have none: nine questions to the file for nothing."""
    workspace.editor.set("finding", "f1", "text", "The service")
    workspace.editor.set("finding", "f1", "text", None)
    asked, last_of = list[str](), journal.last_of

    def counted(connection: Connection, entity: str, entity_id: EntityId, field: str, most: int | None) -> list[Change]:
        asked.append(field)
        return last_of(connection, entity, entity_id, field, most)

    monkeypatch.setattr(journal, "last_of", counted)
    assert workspace.history("panel", "2.1") == []
    assert asked == []
    assert [row.value for row in workspace.history("finding", "f1")] == [None, "The service"]
    assert asked == ["text"]
