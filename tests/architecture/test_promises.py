"""Each row of docs/security.md names what shows it, and that is there."""

import re
from collections import Counter
from pathlib import Path

import pytest

from inspector_app.core.domain.fields import ENTITIES
from inspector_app.core.domain.whose import RULES, Else

ROOT = Path(__file__).resolve().parents[2]
TESTS = ROOT / "tests"
PROMISES = (ROOT / "docs/security.md").read_text(encoding="utf-8")
ROWS = [
    line
    for line in PROMISES.splitlines()
    if line.startswith("| ") and not line.startswith(("| ---", "| against", "| What"))
]
_FILE, _TEST = re.compile(r"`(?:tests/)?([a-z0-9_]+/[a-z0-9_/]+\.py)`"), re.compile(r"`(test_[a-z0-9_]+)`")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[2:42])
def test_what_shows_a_promise_is_there(row: str) -> None:
    shown = row.split("|")[-2]
    files, tests = _FILE.findall(shown), _TEST.findall(shown)
    assert files or tests, "a promise that nothing shows"
    places = [TESTS / name for name in files]
    assert [place for place in places if not place.is_file()] == []
    usual = [TESTS / "trust/test_what_leaves.py"]  # as the heading of its table says
    texts = [place.read_text(encoding="utf-8") for place in (*places, *usual)]
    assert [name for name in tests if not any(f"def {name}(" in text for text in texts)] == []


def test_there_are_promises_to_look_at() -> None:
    assert len(ROWS) > 50


_BEGINS = {Else.STANDS: "in their name", Else.BESIDE: "beside", Else.NOTHING: "nothing but theirs"}


def test_each_field_has_one_line_that_says_who_may_write_it() -> None:
    table = PROMISES.partition("## Who may write each field")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| `([a-z_]+)` \| ([a-z_, ]+) \| ([^|]+) \| ([^|]+) \|", table, re.MULTILINE)
    said = Counter(f"{entity}.{field}" for entity, fields, *_ in rows for field in fields.split(", "))
    assert said == Counter(f"{e.code}.{field.code}" for e in ENTITIES.values() for field in e.fields)
    for entity, fields, services, counting in rows:
        kinds = {RULES[entity, field].otherwise for field in fields.split(", ")}
        begins = [kind for kind, words in _BEGINS.items() if counting.startswith(words)]
        assert kinds == ({Else.NEVER} if services == "nobody any more" else {*begins} or {Else.READ}), (entity, fields)
