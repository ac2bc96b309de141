"""What an import changes of the inspection itself, and says, for each way in which a document can differ from it."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from inspector_app.core.errors import Expected
from inspector_app.core.services.documents import exchange
from inspector_app.core.services.fieldwork import setting_up
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.workspace import Workspace

SAME: dict[str, Any] = {
    "format": "inspection", "version": 1, "framework": "iyjwcv-2025", "service": "Anyshire",
    "fieldwork": {"start": "2026-03-09", "end": "2026-03-27"}, "nation": "england",
}  # fmt: skip
DAYS = SAME["fieldwork"]
DIFFERS: list[tuple[dict[str, Any], list[str]]] = [
    ({}, []),
    ({"service": "Othershire"}, ["service"]),
    ({"service": "ANYSHIRE"}, ["service"]),
    ({"service": " Anyshire "}, []),
    ({"service": "Any\u200bshire"}, []),
    ({"fieldwork": {"start": "2026-03-09"}}, ["end"]),
    ({"fieldwork": {**DAYS, "start": "2026-03-10"}}, ["start"]),
    ({"fieldwork": {**DAYS, "end": "2026-04-03"}}, ["end"]),
    ({"fieldwork": {**DAYS, "gaps": [{"start": "2026-03-16", "end": "2026-03-22"}]}}, []),  # none was set
    ({"nation": "wales"}, ["nation"]),
    ({"nation": None}, []),
    ({"return": {"start": "2026-05-04", "end": "2026-05-08"}}, []),
    ({"service": ""}, []),
    ({"service": "  "}, []),
    ({"service": "\u200b"}, []),
    ({"service": "Othershire", "nation": "wales"}, ["service", "nation"]),
]
REFUSED: list[dict[str, Any]] = [
    {"service": None}, {"service": 7}, {"nation": "scotland"},
    {"framework": "yos-2018"}, {"framework": ""}, {"fieldwork": {}}, {"fieldwork": {"start": "09/03/2026"}},
    {"fieldwork": {"start": "2026-03-09", "end": "2026-03-08"}}, {"fieldwork": None}, {"version": 99},
]  # fmt: skip


def test_a_service_of_which_nothing_is_seen_is_refused_for_a_new_inspection(laptop: Laptop) -> None:
    for service in ("", "  ", "\u200b", "\u00ad\u202e"):
        with pytest.raises(Expected):
            Workspace.create(laptop, laptop.new_path("New"), "iyjwcv-2025", service, date(2026, 3, 9))


@pytest.fixture
def here(workspace: Workspace) -> Workspace:
    workspace.editor.set("inspection", "inspection", "service", "Anyshire")
    setting_up.set_fieldwork(workspace, date(2026, 3, 9), date(2026, 3, 27))
    setting_up.set_nation(workspace, "england")
    return workspace


def bring(workspace: Workspace, folder: Path, said: dict[str, Any]) -> exchange.Imported:
    path = folder / "d.json"
    path.write_text(json.dumps({key: value for key, value in {**SAME, **said}.items() if value is not None}))
    return exchange.import_file(workspace, path)


def test_what_differs_of_the_inspection_itself_is_said_field_by_field_and_once(
    here: Workspace, tmp_path: Path, subtests: pytest.Subtests
) -> None:
    for said, fields in DIFFERS:
        with subtests.test(json.dumps(said)):
            done = bring(here, tmp_path, said)
            assert [one.field for one in done.replaced] == fields
            assert bring(here, tmp_path, said).changes == 0
            bring(here, tmp_path, {})


def test_a_document_that_cannot_be_of_this_inspection_changes_nothing(
    here: Workspace, tmp_path: Path, subtests: pytest.Subtests
) -> None:
    before = here.inspection()
    for said in REFUSED:
        with subtests.test(json.dumps(said)):
            with pytest.raises(Expected):
                bring(here, tmp_path, said)
            assert here.inspection() == before
