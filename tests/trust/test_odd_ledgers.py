"""Whatever another program wrote into the ledger, the lists are shown, and the next package holds all that is not known."""

import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2 as sqlite

from inspector_app.core.services import handoffs
from inspector_app.core.services.safekeeping import shelf
from inspector_app.core.services.workspace import Workspace
from tests.trust.hostile import Three, take

VALUES: dict[str, object] = {
    "below nothing": -5,
    "a number without an end": 2**63 - 1,
    "a text": "abc",
    "a number with a point": 1.5,
    "without an end": float("inf"),
    "bytes": b"\xff\xfe",
    "nothing": "",
    "nothing that shows": "   ",
    "a character of no text": "a\x00b",
    "a long text": "x" * 100_000,
}
COLUMNS = {
    "packages": ("way", "device", "person", "number", "made", "at", "steps", "changes"),
    "laptops": ("device", "person", "has"),
}


@contextmanager
def written(three: Three, table: str, column: str, value: object) -> Iterator[Workspace]:
    """Ann's inspection, in a copy of which another program wrote that value into all rows."""
    three.ann.database.fold_log()
    path = Path(shutil.copy(three.ann.path, three.folder / f"{table} {column}.inspection"))
    with closing(sqlite.connect(str(path), isolation_level=None)) as raw:
        raw.execute(f"PRAGMA key = \"x'{three.ann.key.key.hex() + three.ann.id}'\"")
        raw.execute(f"UPDATE OR IGNORE {table} SET {column} = ?", (value,))
    with closing(Workspace.open(three.ann.laptop, path)) as opened:
        yield opened


@pytest.fixture
def given(told: Three) -> Three:
    """Bea and Ann have given each other what they had, and Ann has done one thing more."""
    told.bea.editor.set(*told.note(), "newer")
    told.give(told.bea, told.ann)
    told.give(told.ann, told.bea)
    told.ann.editor.set(*told.note("b"), "Ann's own")
    return told


@pytest.mark.parametrize("value", VALUES)
def test_whatever_stands_in_the_ledger_the_next_package_holds_what_is_not_known(given: Three, value: str) -> None:
    honest: Any = handoffs.export(given.ann, given.path(), to=[given.bea.me])
    for table, columns in COLUMNS.items():
        for column in columns:
            with written(given, table, column, VALUES[value]) as ann:
                assert {row.person for row in handoffs.rows(ann)} >= {given.bea.me, given.mal.me}
                sent = handoffs.export(ann, given.path(), to=[given.bea.me])
                assert sent.steps >= honest.steps
                given.bea.editor.set(*given.note("c"), f"after {column}")
                path = given.path()
                handoffs.export(given.bea, path, to=[ann.me])
                assert take(ann, path).steps
                assert {row.person for row in handoffs.rows(ann)} >= {given.bea.me, given.mal.me}
                assert shelf.what_goes(ann.laptop, ann.key.id)
                assert ann.problems() == []
                ann.back_up()
