"""Bytes that are no text, in log and row alike, as no program of ours writes them: damage in a sentence, and a way back."""

from pathlib import Path

import pytest

from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.safekeeping import checking, recovering, rehearsing, restoring
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.errors import sentence

NOTE = "The child said: "


@pytest.mark.parametrize("bytes_", ["ff", "eda080"], ids=["no character", "half of a surrogate pair"])
def test_they_are_damage_that_names_no_word_of_the_note_and_what_can_be_read_is_recovered(
    workspace: Workspace, bytes_: str, tmp_path: Path
) -> None:
    case = workspace.case_rows()[0].id
    for letter in "ab":
        workspace.editor.set("prompt", f"{case}/2.1.1/{letter}", "note", NOTE + letter)
    backup = workspace.back_up()
    spoil(workspace, f"{case}/2.1.1/a", bytes_)
    with pytest.raises(Expected) as no:
        workspace.back_up()
    assert no.value.code is Code.FILE_DAMAGED
    workspace.database.copy_to(backup)  # as a former version made it
    for reads in (workspace.inspection, lambda: workspace.question_page(case, "2.1.1")):
        with pytest.raises(Expected) as no:
            reads()
        assert no.value.code is Code.FILE_DAMAGED
        assert "{" not in sentence(no.value)
        assert NOTE not in sentence(no.value)
    laptop, path = workspace.laptop, workspace.path
    workspace.close()
    checked = checking.check_file(laptop, path)
    (tried,) = rehearsing.rehearse(laptop, path)
    assert checked.problems == checked.backups[0][1] == tried.problems
    assert checked.problems
    assert NOTE not in str(checked)
    with pytest.raises(Expected) as no:
        restoring.refuse_bad(backup, restoring.key_for(laptop, path))
    assert no.value.code is Code.FILE_DAMAGED
    done = recovering.recover(laptop, path, tmp_path / "new.inspection")
    recovered = Workspace.open(laptop, done.path)
    notes = {page.note for page in recovered.question_page(case, "2.1.1").prompts}
    recovered.close()
    assert NOTE + "b" in notes
    assert any(note.startswith(NOTE) and "\ufffd" in note for note in notes)


def spoil(workspace: Workspace, item: str, bytes_: str) -> None:
    """What another program that has the key could write."""
    said = NOTE.encode().hex() + bytes_
    with workspace.database.write() as connection:
        connection.exec_driver_sql(
            f"UPDATE changes SET value = CAST(x'22{said}22' AS TEXT) WHERE entity_id = '{item}' AND field = 'note'"
        )
        connection.exec_driver_sql(f"UPDATE prompt SET note = CAST(x'{said}' AS TEXT) WHERE id = '{item}'")
