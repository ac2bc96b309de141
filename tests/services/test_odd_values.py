"""Values that a reader of documents refuses: none is written, and one that stands all the same spoils no export."""

import json
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from inspector_app.core.domain.fields import CASE, EVENT, FINDING, INSPECTION, Field, Kind, Value
from inspector_app.core.domain.inspection import Event
from inspector_app.core.errors import Code, Expected
from inspector_app.core.interchange.items import written
from inspector_app.core.services.cases import allocation, reviews
from inspector_app.core.services.documents import exchange
from inspector_app.core.services.fieldwork import concerns, week
from inspector_app.core.services.results import accuracy, told
from inspector_app.core.services.workspace import Workspace
from tests.services.test_every_field import DOCUMENTED, LISTED, OF_STARS, RATING, Filled

ODD: dict[Kind, tuple[Value, ...]] = {
    Kind.TEXT: ("x", "\u202e", "a\nb", "9:75", "24:00", "9.30", "\u200b", "x" * 200, None),
    Kind.NUMBER: (-1, 0, 100_001, 2**53 - 1, None),
    Kind.DATE: ("0001-01-01", "9999-12-31", None),
    Kind.SPANS: ("2026-03-10/2026-03-11", None),
    Kind.FLAG: (True, False, None),
}


def odd(field: Field) -> Iterator[Value]:
    return (value for value in (*ODD.get(field.kind, ()), *field.choices) if field.accepts(value))


@pytest.fixture
def filled(workspace: Any) -> Filled:
    made = Filled(workspace)
    made.fill(*(entity for entity in LISTED if entity is not RATING))
    made.fill(RATING, leave=frozenset(OF_STARS))
    return made


def test_whatever_is_written_in_any_field_the_export_is_read_back(filled: Filled, tmp_path: Path) -> None:
    editor, out, refused = filled.workspace.editor, tmp_path / "a.json", []
    for entity, field in DOCUMENTED:
        if entity is INSPECTION:
            continue  # its days are checked where they are set, and are put right there
        item = filled.id(entity)
        was = editor.held(entity.code, item, field.code).value
        for value in odd(field):
            try:
                editor.set(entity.code, item, field.code, value)
            except Expected:
                continue
            exchange.export(filled.workspace, out)
            try:
                exchange.load(out)
            except Expected as error:
                refused.append((entity.code, field.code, value, error.facts.get("why")))
        editor.set(entity.code, item, field.code, was)
    assert refused == []


def test_what_no_reader_takes_stands_apart_in_the_export_with_its_reason(filled: Filled, tmp_path: Path) -> None:
    editor, out = filled.workspace.editor, tmp_path / "a.json"
    editor.set("finding", filled.id(FINDING), "standard", "9.9")
    editor.set("case", filled.id(CASE), "sample", "nowhere")
    exchange.export(filled.workspace, out)
    tree = json.loads(out.read_text("utf-8"))
    apart = {one["list"]: one for one in tree["unread"]}
    assert {"cases", "findings", "judgements", "prompts"} <= set(apart)
    assert apart["findings"]["item"]["text"]
    assert apart["cases"]["why"].startswith('"nowhere" is not one of')
    again = exchange.load(out)[1]
    assert "C01" not in [case.ref for case in again.cases]
    assert (again.findings, again.judgements) == ((), ())


def test_a_time_that_is_none_is_left_out_of_documents() -> None:
    assert "time" not in written(EVENT, Event(day=None, time="half past"))
    assert written(EVENT, Event(day=None, time="09:30"))["time"] == "09:30"


UNSEEN = ["\u200b", "\u0301", "\u202e\u202c", "\u3164"]


@pytest.mark.parametrize("said", UNSEEN)
def test_what_has_to_be_said_is_not_said_by_what_nobody_sees(workspace: Workspace, said: str) -> None:
    case, at = workspace.case_id("C01"), datetime.now().astimezone()
    concern = concerns.raise_(workspace, case, at)
    point = accuracy.add(workspace, "There were 14.")
    reviews.accept(workspace, workspace.case_id("C02"), "I looked at all of it")
    attempts: list[Callable[[], object]] = [
        lambda: told.add(workspace, said),
        lambda: accuracy.add(workspace, said),
        lambda: accuracy.decide(workspace, point, "slip", "accepted", said),
        lambda: concerns.tell(workspace, concern, said, "", ""),
        lambda: concerns.reopen(workspace, concern, said, at),
        lambda: week.add(workspace, "2026-03-09", said, week.plan(workspace)),
        lambda: reviews.reopen(workspace, workspace.case_id("C02"), said),
        lambda: reviews.comment(workspace, case, case, said),
        lambda: allocation.take_over(workspace, case, said),
    ]
    for attempt in attempts:
        with pytest.raises(Expected) as no:
            attempt()
        assert no.value.code is Code.VALUE_INVALID
        assert no.value.facts["why"] == "it is empty"
