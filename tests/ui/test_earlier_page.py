"""Earlier inspections beside this one: chosen files and inspections of the laptop, by the rules that made their ratings."""

import io
import json
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from inspector_app.core.domain.text.names import LONGEST
from inspector_app.core.services.documents import exchange
from inspector_app.core.services.results import earlier, sealing
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui import ask
from inspector_app.ui.places.ratings.earlier.page import EarlierPage
from inspector_app.ui.places.ratings.earlier.table import can_change

SALFORD = exchange.sample_document("salford-2024")


@pytest.fixture
def driver(open_at: Any, trafford: Workspace) -> Any:
    return open_at(trafford)


@pytest.fixture
def bury(tmp_path: Path) -> Path:
    """Trafford's inspection a year before, with one judgement open."""
    document = json.loads(exchange.sample_document("trafford-2025").read_text(encoding="utf-8"))
    document["judgements"] = [j for j in document["judgements"] if (j["case"], j["question"]) != ("C01", "2.1.1")]
    document |= {"service": "Bury", "fieldwork": {"start": "2024-06-03", "end": "2024-06-07"}}
    path = tmp_path / "bury.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


@pytest.fixture
def page(driver: Any) -> EarlierPage:
    driver.desk.show_page("ratings")
    driver.desk.page("ratings").sheet.more.wanted.emit("earlier")
    return driver.desk.page("earlier")  # type: ignore[no-any-return]


@pytest.fixture
def add(page: EarlierPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    def files(*paths: Path) -> None:
        monkeypatch.setattr(ask, "open_files", lambda *_: list(paths))
        page.do("add-earlier")
        qtbot.waitUntil(lambda: not page.work.busy)

    return files


def row(page: EarlierPage, side: int, place: int) -> list[str]:
    """A line of the ratings as it is heard."""
    table = page.sides[side].ratings.table
    columns = range(table.columnCount())
    return [str(table.data(table.index(place, n), Qt.ItemDataRole.AccessibleTextRole)) for n in columns]


def test_it_says_what_goes_here_until_something_is_chosen(page: EarlierPage, add: Callable[..., None]) -> None:
    assert page.nothing.isVisible()
    assert not page.print.isVisible()
    add()  # nothing was chosen after all
    assert page.nothing.isVisible()
    page.add.click()  # with no other inspection on the laptop there is nothing to choose between: files are asked for
    assert not page.menu.isVisible()


def test_what_was_rated_by_one_set_of_rules_stands_in_one_table_and_other_rules_apart(
    page: EarlierPage, add: Callable[..., None], bury: Path
) -> None:
    add(bury, SALFORD)
    ours, theirs = page.sides
    assert ours.title.text() == page._workspace.framework.title
    assert [one.service for one in ours.ratings.table.inspections] == ["Trafford", "Bury"]
    assert row(page, 0, 1)[:3] == [
        "Bury, Overall rating: Requires improvement",
        "Bury, Score: 4 of 12",
        "Bury, 2.1 Assessing: Requires improvement",
    ]
    assert ours.rates is not None
    rates = ours.rates.table
    told = rates.data(rates.index(1, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert str(told).startswith("Bury, 2.1.1 Does assessing sufficiently analyse")
    assert str(told).endswith(": 11 of 14 (79%)")
    assert "2018" in theirs.title.text()
    assert "Do not compare those that stand apart." in page.compared.text()
    assert "1 inspection is provisional" in page.compared.text()
    other = ours.ratings.table.inspections[1]
    changing = [one.ref for one in other.standards if can_change(other, one)]
    assert changing == ["2.1"], "the others are settled, and are drawn so; V1 too, which people decided"
    assert (can_change(other, other.overall), page.work.isHidden()) == (True, True)
    assert page.counted.text() == "2 beside this one"


def test_a_standard_that_people_have_yet_to_decide_is_drawn_as_open(
    page: EarlierPage, add: Callable[..., None], bury: Path
) -> None:
    document = json.loads(bury.read_text(encoding="utf-8"))
    document["ratings"] = [given for given in document["ratings"] if given.get("standard") != "V1"]
    bury.write_text(json.dumps(document), encoding="utf-8")
    add(bury)
    other = page.sides[0].ratings.table.inspections[1]
    assert [one.ref for one in other.standards if can_change(other, one)] == ["2.1", "V1"]


def test_a_file_that_cannot_be_read_is_said_and_keeps_no_other_out(
    page: EarlierPage, add: Callable[..., None], bury: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text("{", encoding="utf-8")
    package = tmp_path / "from-ann.handoff"
    package.write_bytes(b"inspector-handoff 2\nage")
    renamed, report, card = tmp_path / "renamed.json", tmp_path / "report.pdf", tmp_path / "card.json"
    renamed.write_bytes(package.read_bytes())
    report.write_bytes(b"%PDF-1.7")
    card.write_text('{"name": "Ann"}')
    add(bury, broken, tmp_path / "gone.json", package, renamed, report, card)
    assert page.refused.text().startswith("6 of the chosen files could not be read:\nbroken.json: ")
    assert "gone.json: " in page.refused.text()
    assert page.refused.text().count("is a hand-off package") == 2
    assert page.refused.text().count("is neither a sealed record nor an inspection document") == 2
    assert len(page.sides[0].ratings.table.inspections) == 2
    page.leave_out.click()
    assert not page.refused.isVisible()
    assert earlier.chosen(page._workspace) == (bury,)


def test_names_of_files_and_services_that_come_from_elsewhere_stand_on_one_line_and_end(
    page: EarlierPage, add: Callable[..., None], bury: Path, tmp_path: Path
) -> None:
    document = json.loads(bury.read_text(encoding="utf-8"))
    bury.write_text(json.dumps(document | {"service": "S" * 5000}), encoding="utf-8")
    turned = tmp_path / "turned \u202e round.json"
    turned.write_text("{}", encoding="utf-8")
    add(bury, turned)
    assert max(len(one.service) for one in page.sides[0].ratings.table.inspections) <= LONGEST
    assert "\u202e" not in page.refused.text()


def test_an_answer_given_meanwhile_changes_the_line_of_this_inspection(
    page: EarlierPage, add: Callable[..., None], bury: Path
) -> None:
    add(bury)
    held = page._workspace
    case = held.case_id("C02")
    for question in ("2.1.1", "2.1.2"):
        held.editor.set("judgement", f"{case}/{question}", "answer", None)
    assert "2 inspections are provisional" in page.compared.text()


def test_one_is_removed_and_this_one_cannot_be(page: EarlierPage, add: Callable[..., None], bury: Path) -> None:
    add(bury, SALFORD)
    table = page.sides[0].ratings
    table.setFocus()
    assert not page.remove.isEnabled()
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert (page.remove.isEnabled(), page.remove.toolTip()) == (True, "Bury")
    page.remove.click()
    assert [one.service for side in page.sides for one in side.ratings.table.inspections] == ["Trafford", "Salford"]


def test_an_inspection_of_this_laptop_is_offered_by_its_name_and_read_without_being_opened(
    qtbot: QtBot, in_window: Any, trafford: Workspace, make_workspace: Callable[..., Workspace]
) -> None:
    with closing(make_workspace("Oldham & Rochdale")) as other:
        assert other.framework.id == trafford.framework.id
    driver = in_window(trafford)
    driver.press("Ctrl+Alt+C")
    page = driver.desk.page("earlier")
    page.add.click()
    names = {action.text(): action for action in page.menu.actions()}
    assert "Trafford" not in names
    names["Oldham && Rochdale"].trigger()
    page.menu.close()
    qtbot.waitUntil(lambda: not page.work.busy and len(page.sides) > 0)
    services = [one.service for side in page.sides for one in side.ratings.table.inspections]
    assert services == ["Trafford", "Oldham & Rochdale"]


def test_it_is_printed_and_saved_as_a_table(
    page: EarlierPage,
    add: Callable[..., None],
    bury: Path,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    add(bury, SALFORD)
    for button, name in ((page.print, "out.pdf"), (page.save, "out.csv")):
        monkeypatch.setattr(ask, "save_file", lambda *_, name=name: tmp_path / name)
        button.click()
        qtbot.waitUntil((tmp_path / name).exists)
    text = " ".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO((tmp_path / "out.pdf").read_bytes())).pages)
    plain = " ".join(text.split())
    assert "2. Bury, fieldwork from 3 June 2024; not sealed; score 4 of 12; provisional; Overall: Requires" in plain
    assert "11 of 14 (79%)" in plain
    lines = (tmp_path / "out.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines[0].startswith("framework,rules,service,start,kind,provisional,ref,title,rating,count,of")
    assert any(",Bury,2024-06-03,document,yes,2.1.1," in line and line.endswith(",11,14") for line in lines)


def test_what_was_chosen_is_there_again_when_the_page_is_made_anew(
    qtbot: QtBot, driver: Any, page: EarlierPage, add: Callable[..., None], bury: Path
) -> None:
    add(bury)
    driver.press("Ctrl++")
    qtbot.waitUntil(lambda: driver.desk.page("earlier") is not page and len(driver.desk.page("earlier").sides) == 1)


def test_what_was_sealed_of_this_inspection_has_no_line_of_its_own_and_that_is_said(
    page: EarlierPage, add: Callable[..., None], tmp_path: Path
) -> None:
    record = tmp_path / "sealed.json"
    sealing.seal(page._workspace, record)
    add(record)
    assert page.refused.isVisible()
    assert page.refused.text().startswith("sealed.json: these are the ratings of this inspection as they stand")
    assert not page.leave_out.isVisible()
    held = page._workspace
    held.editor.set("judgement", f"{held.case_id('C02')}/2.1.1", "answer", None)
    assert [one.kind.value for one in page.sides[0].ratings.table.inspections] == ["document", "sealed"]
    assert not page.refused.isVisible()
