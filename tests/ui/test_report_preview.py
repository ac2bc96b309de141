"""The draft findings in the window: made, cancelled, shown page by page, saved, and made again when out of date."""

from pathlib import Path
from threading import Event
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QEvent, QObject, Qt
from pytestqt.qtbot import QtBot

from inspector_app.core import files
from inspector_app.core.domain.draft.copies import Scope
from inspector_app.core.domain.ids import EntityId
from inspector_app.core.domain.steps.changes import Edit
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.results import accuracy, copies, findings, identifying, reports, told_before
from inspector_app.core.services.ticket import Ticket
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui import ask
from inspector_app.ui.jobs import Jobs
from inspector_app.ui.places.findings.page import FindingsPage
from inspector_app.ui.places.findings.report_preview import ReportPreview
from tests.ui.conftest import Spoken

KEYS = Qt.Key


@pytest.fixture
def preview(qtbot: QtBot, jobs: Jobs, trafford: Workspace) -> ReportPreview:
    made = ReportPreview(trafford, jobs)
    qtbot.present(made)
    return made


@pytest.fixture
def made(qtbot: QtBot, preview: ReportPreview) -> ReportPreview:
    preview.make()
    qtbot.waitUntil(lambda: preview.view.count > 0 and not preview.working)
    return preview


def test_the_pages_in_view_are_drawn_and_no_others(qtbot: QtBot, made: ReportPreview) -> None:
    qtbot.waitUntil(lambda: 0 in made.view.drawn)
    assert made.view.count > 10
    assert made.where.text() == f"Page 1 of {made.view.count}"
    assert made.view.count - 1 not in made.view.drawn
    qtbot.keyClick(made.view, KEYS.Key_End)
    qtbot.waitUntil(lambda: made.view.count - 1 in made.view.drawn)
    assert made.where.text() == f"Page {made.view.count} of {made.view.count}"


def test_pages_are_there_to_read_while_the_file_is_still_made_of_them(
    qtbot: QtBot, preview: ReportPreview, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate, whole = Event(), reports.LaidPages.whole
    monkeypatch.setattr(reports.LaidPages, "whole", lambda pages, ticket: gate.wait(60) and whole(pages, ticket))
    preview.make()
    qtbot.waitUntil(lambda: 0 in preview.view.drawn)
    assert preview.view.isVisible()
    assert preview.view.hasFocus()
    assert preview.working
    assert not preview.again.isVisible()
    gate.set()
    qtbot.waitUntil(preview.save.isEnabled)
    assert not preview.working
    assert preview.view.hasFocus()


@pytest.mark.parametrize("before", ["none", "a draft"])
def test_nothing_is_saved_that_was_not_looked_through(
    qtbot: QtBot, preview: ReportPreview, monkeypatch: pytest.MonkeyPatch, before: str
) -> None:
    if before != "none":
        preview.make()
        qtbot.waitUntil(preview.save.isEnabled)
        preview.note_change()
    asked: list[object] = []
    monkeypatch.setattr(ask, "save_file", lambda *parts: asked.append(parts))
    gate, look = Event(), identifying.in_report
    monkeypatch.setattr(identifying, "in_report", lambda *parts: gate.wait(60) and look(*parts))
    old = preview.view._pages
    preview.make()
    qtbot.waitUntil(lambda: preview.view._pages is not old and 0 in preview.view.drawn)
    assert not preview.save.isEnabled()
    preview.save_as()
    assert asked == []
    gate.set()
    qtbot.waitUntil(preview.save.isEnabled)
    preview.save_as()
    assert len(asked) == 1


def test_pages_of_which_no_file_was_made_are_read_on_and_made_again(
    qtbot: QtBot, preview: ReportPreview, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate, look = Event(), identifying.in_report
    monkeypatch.setattr(identifying, "in_report", lambda *parts: gate.wait(60) and look(*parts))
    preview.make()
    qtbot.waitUntil(lambda: 0 in preview.view.drawn)
    qtbot.keyClick(preview.view, KEYS.Key_Escape)
    gate.set()
    qtbot.waitUntil(lambda: not preview._jobs.busy)
    assert preview.view.isVisible()
    assert not preview.save.isEnabled()
    assert preview.said.text().endswith("No file was made of these pages.")
    preview.again.click()
    qtbot.waitUntil(preview.save.isEnabled)
    assert not preview.again.isVisible()
    assert "No file" not in preview.said.text()


def test_a_failure_after_the_pages_are_shown_is_said_and_they_stay(
    qtbot: QtBot, preview: ReportPreview, monkeypatch: pytest.MonkeyPatch, told: Spoken
) -> None:
    def fails(*_: object) -> None:
        raise Expected(Code.DISK_FULL, where="here")

    monkeypatch.setattr(identifying, "in_report", fails)
    preview.make()
    qtbot.waitUntil(lambda: told.last != "")
    assert preview.view.isVisible()
    assert preview.again.isVisible()
    assert not preview.save.isEnabled()


def test_a_drawn_page_has_ink_on_it(qtbot: QtBot, made: ReportPreview) -> None:
    qtbot.waitUntil(lambda: 0 in made.view.drawn)
    picture = made.view.viewport().grab().toImage()
    middle = [picture.pixelColor(x, y).lightness() for x in range(300, 900, 3) for y in range(40, 500, 3)]
    assert max(middle) == 255
    assert min(middle) < 120


def test_zooming_keeps_the_page_and_draws_it_anew(qtbot: QtBot, made: ReportPreview) -> None:
    made.view.go_to(4)
    page = made.view.page
    made.larger.click()
    assert made.zoom.text() == "125%"
    assert made.view.page == page
    qtbot.waitUntil(lambda: page in made.view.drawn)


def test_it_says_the_time_of_the_data_and_offers_to_make_it_again_after_a_change(
    qtbot: QtBot, made: ReportPreview, trafford: Workspace
) -> None:
    assert made.said.text().startswith("Data as at ")
    assert not made.again.isVisible()
    trafford.editor.set("inspection", "inspection", "marking", "CHANGED")
    made.note_change()
    assert made.said.text().endswith("The inspection has changed since.")
    assert made.again.isVisible()
    before = made._pdf
    made.again.click()
    qtbot.waitUntil(lambda: made._pdf is not before)
    assert not made.again.isVisible()


def test_cancel_stops_the_work_and_the_window_stays_alive(
    qtbot: QtBot, preview: ReportPreview, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, stopped = Event(), Event()

    def slow(*parts: object) -> bytes:
        ticket = parts[3]
        assert isinstance(ticket, Ticket)
        for done in range(20_000):  # longer than anything is waited for
            begun.set()
            try:
                ticket.report(done % 1000, 1000, f"Page {done}")
            except BaseException:
                stopped.set()
                raise
            Event().wait(0.01)
        return b""

    monkeypatch.setattr(reports, "laid", slow)
    preview.make()
    qtbot.waitUntil(begun.is_set)
    qtbot.waitUntil(lambda: preview.progress.value() > 2)
    assert preview.doing.text().startswith("Page ")
    qtbot.keyClick(preview.cancel, KEYS.Key_Return)
    assert not preview.working
    qtbot.waitUntil(stopped.is_set)
    assert preview.said.text() == "There is no draft yet."
    assert not preview.save.isEnabled()


def test_saving_is_cancelled_and_leaves_no_file_and_the_draft_as_it_was(
    qtbot: QtBot, made: ReportPreview, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A draft for a word processor was written without a word of how far it is, and nobody could stop it."""
    begun, stopped = Event(), Event()

    def slow(_report: object, _ending: str, ticket: Ticket) -> bytes:
        begun.set()
        try:
            for done in range(20_000):
                ticket.report(done % 1000, 1000, "Writing the file")
                Event().wait(0.01)
        finally:
            stopped.set()
        return b""

    monkeypatch.setattr(reports, "write_apart", slow)
    monkeypatch.setattr(ask, "save_file", lambda *_: tmp_path / "out.docx")
    made.save.click()
    qtbot.waitUntil(begun.is_set)
    qtbot.waitUntil(lambda: made.doing.text() == "Writing the file")
    assert not made.save.isEnabled()
    made.cancel.click()
    qtbot.waitUntil(stopped.is_set)
    assert not made.working
    assert made.save.isEnabled()
    assert not made.again.isVisible(), "what is shown is what was made"
    assert not (tmp_path / "out.docx").exists()


@pytest.mark.parametrize("former", [b"what was there", None])
def test_saving_that_is_cancelled_while_the_file_is_written_leaves_what_was_there(
    qtbot: QtBot, made: ReportPreview, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, former: bytes | None
) -> None:
    """It was looked for before the file was written only: the file was there, and nobody was told."""
    noted: list[Path] = []
    path, synced = tmp_path / "out.pdf", files.sync_folder
    if former is not None:
        path.write_bytes(former)

    def slow_disk(folder: Path) -> None:
        if folder == tmp_path and made._ticket is not None:
            made._ticket.cancel()
        synced(folder)

    monkeypatch.setattr(files, "sync_folder", slow_disk)
    monkeypatch.setattr(told_before, "note", lambda *_: noted.append(path))
    monkeypatch.setattr(ask, "save_file", lambda *_: path)
    made.save.click()
    qtbot.waitUntil(lambda: not made.working)
    assert [place.read_bytes() for place in tmp_path.glob("out*")] == ([] if former is None else [former])
    assert not noted, "no copy left"


def test_saving_that_is_cancelled_too_late_is_told_as_done(
    qtbot: QtBot, made: ReportPreview, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: Spoken
) -> None:
    def last_moment(*_: object) -> None:
        assert made._ticket is not None
        made._ticket.cancel()

    monkeypatch.setattr(told_before, "note", last_moment)
    monkeypatch.setattr(ask, "save_file", lambda *_: tmp_path / "out.pdf")
    made.save.click()
    qtbot.waitUntil(lambda: not made.working)
    assert (tmp_path / "out.pdf").exists()
    assert "out.pdf" in told.last


def test_what_to_do_with_a_copy_is_said_at_the_first_and_of_the_others_that_it_is_as_open(
    qtbot: QtBot, made: ReportPreview, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: Spoken
) -> None:
    for name, after in (
        ("out.pdf", "look after it as you would the case files"),
        ("out.docx", "It is not encrypted either."),
    ):
        monkeypatch.setattr(ask, "save_file", lambda *_, path=tmp_path / name: path)
        made.save.click()
        qtbot.waitUntil(lambda path=tmp_path / name: not made.working and path.exists())
        assert name in told.last
        assert after in told.last


def test_a_folder_that_goes_while_the_file_is_written_is_said_and_the_draft_can_be_saved_elsewhere(
    qtbot: QtBot, made: ReportPreview, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: Spoken
) -> None:
    stick, write = tmp_path / "stick", reports.write_apart
    stick.mkdir()

    def pulled(report: reports.Report, ending: str, ticket: Ticket) -> bytes:
        stick.rmdir()
        return write(report, ending, ticket)

    monkeypatch.setattr(reports, "write_apart", pulled)
    monkeypatch.setattr(ask, "save_file", lambda *_: stick / "out.html")
    made.save.click()
    qtbot.waitUntil(lambda: told.last != "")
    assert str(stick) in told.last
    assert not stick.exists()
    monkeypatch.setattr(ask, "save_file", lambda *_: tmp_path / "out.pdf")
    qtbot.waitUntil(made.save.isEnabled)
    made.save.click()
    qtbot.waitUntil((tmp_path / "out.pdf").exists)


def test_save_as_writes_the_whole_pdf_where_somebody_said(
    qtbot: QtBot, made: ReportPreview, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: Spoken
) -> None:
    suggested: list[Path] = []

    def answer(_parent: object, _title: str, _kinds: str, at: Path) -> Path:
        suggested.append(at)
        return tmp_path / "out.pdf"

    monkeypatch.setattr(ask, "save_file", answer)
    made.save.click()
    qtbot.waitUntil(lambda: "Saved to" in told.last)
    assert suggested[0].name == "Draft findings Trafford, ratings panel's copy.pdf"
    assert len(PdfReader(tmp_path / "out.pdf").pages) == made.view.count


def test_thinking_better_of_saving_writes_nothing(
    made: ReportPreview, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = sorted(tmp_path.rglob("*.pdf"))
    monkeypatch.setattr(ask, "save_file", lambda *_: None)
    made.save.click()
    assert sorted(tmp_path.rglob("*.pdf")) == before == []


def test_a_full_disk_is_said_in_place_and_the_draft_stays(
    qtbot: QtBot, made: ReportPreview, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: Spoken
) -> None:
    def full(_pdf: bytes, path: Path, _laptop: object, **_: object) -> None:
        raise Expected(Code.DISK_FULL, where=path)

    monkeypatch.setattr(ask, "save_file", lambda *_: tmp_path / "x.pdf")
    monkeypatch.setattr(reports, "save", full)
    made.save.click()
    qtbot.waitUntil(lambda: told.last != "")
    assert told.last.startswith("The disk is full")
    assert made.view.isVisible()
    assert not made.again.isVisible()


def test_no_file_is_written_by_looking(qtbot: QtBot, preview: ReportPreview, tmp_path: Path) -> None:
    before = {p for p in tmp_path.rglob("*") if p.is_file()}
    preview.make()
    qtbot.waitUntil(lambda: 0 in preview.view.drawn)
    assert {p for p in tmp_path.rglob("*") if p.is_file()} - before == set()


def test_control_p_on_the_findings_page_saves_first_and_escape_comes_back(
    qtbot: QtBot, alone: Any, trafford: Workspace
) -> None:
    page = alone(FindingsPage, trafford)
    page.desk.marking.setFocus()
    qtbot.waitUntil(page.desk.marking.hasFocus)
    qtbot.keyClicks(page.desk.marking, "OFFICIAL")
    qtbot.keyClick(page.desk.marking, KEYS.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert trafford.inspection().marking == "OFFICIAL"
    qtbot.waitUntil(lambda: page.preview.view.count > 0 and not page.preview.working)
    assert page.place().preview
    qtbot.keyClick(page.preview.view, KEYS.Key_Escape)
    assert not page.place().preview
    assert page.desk.isVisible()


def test_another_copy_is_made_at_once_and_saved_under_its_name(
    qtbot: QtBot,
    made: ReportPreview,
    trafford: Workspace,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    told: Spoken,
) -> None:
    inspection, copy = copies.of_workspace(trafford, Scope.SERVICE)
    identifying.allow(
        trafford, identifying.in_report(trafford, copy, inspection), "printed"
    )  # two children at the board
    whole = made.view.count
    made.copy.setCurrentIndex(made.copy.findData(Scope.SERVICE))
    assert not made.save.isEnabled(), "what is shown is no longer what was chosen"
    qtbot.waitUntil(lambda: made.save.isEnabled() and not made.working)
    assert made.view.count < whole
    suggested: list[str] = []

    def answer(_parent: object, _title: str, _kinds: str, at: Path) -> Path:
        suggested.append(at.name)
        return tmp_path / "out.pdf"

    monkeypatch.setattr(ask, "save_file", answer)
    made.save.click()
    qtbot.waitUntil(lambda: "Saved to" in told.last)
    assert suggested == ["Draft findings Trafford, service's copy.pdf"]
    pages = [page.extract_text() for page in PdfReader(tmp_path / "out.pdf").pages]
    assert all("Service’s copy: for checking factual accuracy" in page for page in pages)


def test_a_statement_that_disagrees_is_listed_over_the_pages_and_leads_to_its_text(
    qtbot: QtBot, preview: ReportPreview, trafford: Workspace
) -> None:
    made = findings.add_finding(trafford, "2.1", "narrative")
    trafford.editor.do(EntityId(made), [Edit("finding", EntityId(made), "text", "It was in 14 of 15 cases.")])
    preview.make()
    qtbot.waitUntil(lambda: preview.view.count > 0 and not preview.working)
    lines = preview.disagrees.lines
    assert not preview.disagrees.isHidden()
    shown = [lines.item(row).text() for row in range(lines.count())]
    assert "2.1: “14 of 15 cases”; 2.1.1 is 12 of 15 (80%) and 2.1.2 is 9 of 15 (60%)" in shown
    assert preview.save.isEnabled(), "nothing is blocked"
    qtbot.waitUntil(lambda: lines.height() <= 2 * len(shown) * lines.sizeHintForRow(0))  # the room is the pages'
    asked: list[str] = []
    preview.text_asked.connect(lambda _entity, text, said: asked.extend([text, said]))
    lines.setCurrentRow(shown.index(next(line for line in shown if "14 of 15" in line)))
    lines.setFocus()
    qtbot.keyClick(lines, KEYS.Key_Return)
    assert asked == [made, "14 of 15 cases"]


def test_an_accepted_point_whose_text_was_not_changed_is_listed_over_every_copy_and_leads_to_its_text(
    qtbot: QtBot, preview: ReportPreview, trafford: Workspace
) -> None:
    made = findings.add_recommendation(trafford, "The board")
    trafford.editor.set("recommendation", made, "text", "appoint a nurse")
    point = accuracy.add(trafford, "There is one.", about=f"recommendation/{made}", quoted="a nurse")
    accuracy.decide(trafford, point, "fact", "accepted", "There is.")
    asked: list[tuple[str, str, str]] = []
    preview.text_asked.connect(lambda *told: asked.append(told))
    preview.make()
    for scope in Scope:
        preview.copy.setCurrentIndex(preview.copy.findData(scope))
        qtbot.waitUntil(lambda: preview.save.isEnabled() and not preview.working)
        lines = preview.disagrees.lines
        shown = [lines.item(row).text() for row in range(lines.count())]
        said = "“a nurse”; point 1 is accepted, and the text reads as it did when it came in"
        assert f"Recommendations: {said}" in shown, scope
    lines.setCurrentRow(next(row for row, line in enumerate(shown) if "nurse" in line))
    qtbot.keyClick(lines, KEYS.Key_Return)
    assert asked == [("recommendation", made, "a nurse")]


def test_what_may_identify_somebody_keeps_a_draft_from_being_saved_until_it_is_let_go_with_a_reason(
    qtbot: QtBot, alone: Any, trafford: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: Spoken
) -> None:
    made = findings.add_finding(trafford, "2.1", "narrative")
    trafford.editor.do(EntityId(made), [Edit("finding", EntityId(made), "text", "JB (15) of M32 0YT.")])
    monkeypatch.setattr(ask, "save_file", lambda *_: tmp_path / "out.pdf")
    page = alone(FindingsPage, trafford)
    page.draft()
    preview = page.preview
    qtbot.waitUntil(lambda: preview.view.count > 0 and not preview.working)
    found = preview.identifies
    assert [found.lines.item(row).text() for row in range(found.lines.count())] == [
        "2.1: “JB (15)”; initials with an age",
        "2.1: “M32 0YT”; a postcode",
    ]
    found.let_go.click()
    assert told.last == "Nothing was allowed: choose in the list what may stay."
    preview.save.click()
    assert told.last.startswith("Nothing was saved. First change whatever may identify somebody")
    qtbot.waitUntil(found.lines.hasFocus)
    found.let_go.click()
    assert told.last == "Nothing was allowed: first write why it may stay."
    qtbot.waitUntil(found.reason.hasFocus)
    found.lines.selectAll()
    qtbot.keyClicks(found.reason, "of the office")
    qtbot.keyClick(found.reason, KEYS.Key_Return)
    assert found.isHidden()
    assert not preview.again.isVisible(), "what is let go changes no word of the draft"
    preview.save.click()
    qtbot.waitUntil(lambda: (tmp_path / "out.pdf").exists())


@pytest.mark.parametrize("ending", reports.ENDINGS)
def test_the_draft_is_saved_as_what_the_name_says(
    qtbot: QtBot, made: ReportPreview, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: Spoken, ending: str
) -> None:
    path = tmp_path / f"draft{ending}"
    monkeypatch.setattr(ask, "save_file", lambda *_: path)
    made.save.click()
    qtbot.waitUntil(lambda: told.last != "")
    begins = {".pdf": b"%PDF-", ".html": b"<!DOCTYPE html>"}.get(ending, b"PK")
    assert path.read_bytes().startswith(begins)


def test_a_draft_under_an_ending_that_is_none_is_refused_in_a_sentence(
    qtbot: QtBot, made: ReportPreview, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: Spoken
) -> None:
    monkeypatch.setattr(ask, "save_file", lambda *_: tmp_path / "draft.pages")
    made.save.click()
    qtbot.waitUntil(lambda: told.last != "")
    assert ".docx" in told.last
    assert not list(tmp_path.glob("draft*"))


def test_the_way_back_is_that_of_every_page(preview: ReportPreview) -> None:
    assert preview.back.text() == "Findings"
    assert not preview.back.icon().isNull()


class _Painted(QObject):
    """Counts how often something is painted."""

    times = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.times += event.type() == QEvent.Type.Paint
        return False


def test_the_edge_of_the_pages_goes_with_the_keyboard(qtbot: QtBot, made: ReportPreview) -> None:
    """It stayed round them, beside the row of what may identify somebody that had the keyboard."""
    qtbot.waitUntil(lambda: 0 in made.view.drawn)
    painted = _Painted(made)
    made.view.viewport().installEventFilter(painted)
    for widget in (made.save, made.view, made.save):
        qtbot.settle()  # type: ignore[attr-defined]
        before = painted.times
        widget.setFocus()
        qtbot.settle()  # type: ignore[attr-defined]
        assert painted.times > before
