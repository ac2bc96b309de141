"""The Hand-off page on real laptops: packages out, packages in, cards, and the ledger in words."""

from pathlib import Path
from threading import Event
from typing import Any
from zipfile import ZipFile

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.core.domain.backups import Why
from inspector_app.core.services import handoffs
from inspector_app.core.services.cases import conflicts
from inspector_app.core.services.fieldwork import setting_up
from inspector_app.core.services.handoffs import Received
from inspector_app.core.services.people import team
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.safekeeping import backup
from inspector_app.ui import ask
from inspector_app.ui.controls.chip import Chip
from inspector_app.ui.look import theme
from inspector_app.ui.places.handoff.page import HandoffPage
from inspector_app.ui.window.strip import Strip
from tests.ui.colleagues import PASSPHRASE, colleague, given
from tests.ui.conftest import Spoken


@pytest.fixture
def page(theirs: Workspace, opened: Any, qtbot: QtBot) -> HandoffPage:
    return shown(opened, qtbot)


def shown(driver: Any, qtbot: QtBot) -> HandoffPage:
    driver.press("Ctrl+7")
    found = driver.desk.page("handoff")
    qtbot.waitUntil(lambda: bool(found.ledger.lines))
    return found


def idle(qtbot: QtBot, *lines: Any) -> None:
    qtbot.waitUntil(lambda: not any(line.busy for line in lines))


def seen(widget: QWidget) -> bool:
    """Whether all of it is in view, within whatever scrolls it."""
    return widget.visibleRegion().boundingRect() == widget.rect()


def take(qtbot: QtBot, page: HandoffPage, monkeypatch: pytest.MonkeyPatch, *paths: Path) -> None:
    monkeypatch.setattr(ask, "open_files", lambda *_: list(paths))
    page.take.choose.click()
    idle(qtbot, page.take.line)


def test_a_package_is_given_to_everybody_with_a_card_and_said_in_words(
    qtbot: QtBot, page: HandoffPage, bob: Laptop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: Spoken
) -> None:
    (box,) = page.give.people.values()
    assert (box.text(), box.isChecked()) == ("Bob, Inspector", True)
    monkeypatch.setattr(ask, "save_file", lambda *_: tmp_path / "for Bob.handoff")
    page.give.save.click()
    idle(qtbot, page.give.line)
    assert f": {tmp_path / 'for Bob.handoff'}" in told.last
    assert handoffs.inspect(bob, tmp_path / "for Bob.handoff").sender.name == "Ruth Ashdown"


def test_who_was_given_everything_is_not_to_be_given_it_again(
    qtbot: QtBot, page: HandoffPage, opened: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stands(words: str) -> bool:
        return words in [label.text() for label in page.ledger.findChildren(Chip)]

    editor = opened.desk.workspace.editor
    for name in ("first", "second"):
        editor.set("finding", name, "text", "More.")
        opened.desk.counting.read_ledger()
        qtbot.waitUntil(lambda: stands("give them the rest"))
        monkeypatch.setattr(ask, "save_file", lambda *_, name=name: tmp_path / f"{name}.handoff")
        qtbot.waitUntil(lambda: page.give.holds.text() != "" and page.give.again.text() == "")
        qtbot.settle()  # type: ignore[attr-defined]
        at = page.give.save.mapTo(page, QPoint())
        page.give.save.click()
        idle(qtbot, page.give.line)
        qtbot.waitUntil(lambda: stands("given, not confirmed"))
        qtbot.waitUntil(lambda: page.give.again.text().startswith("Given before: it goes again"))
        qtbot.settle()  # type: ignore[attr-defined]
        assert page.give.save.mapTo(page, QPoint()) == at, "what is said afterwards moves nothing"


def test_who_has_what_is_said_in_lines_where_columns_would_be_a_word_a_line(qtbot: QtBot, page: HandoffPage) -> None:
    assert "Status" in [label.text() for label in page.ledger.findChildren(QLabel)]
    page.ledger.setFixedWidth(theme.px(420))
    qtbot.settle()  # type: ignore[attr-defined]
    (told,) = [label.text() for label in page.ledger.findChildren(QLabel) if "No work from Bob" in label.text()]
    assert told in page.ledger.lines[1].toolTip()
    assert max(label.height() for label in page.ledger.findChildren(QLabel) if label.isVisible()) < theme.px(100)


def test_who_has_what_is_in_view_without_scrolling(page: HandoffPage, opened: Any, qtbot: QtBot) -> None:
    opened.window.setMinimumSize(QSize(1, 1))
    opened.window.resize(1366, 768)
    qtbot.settle()
    assert seen(page.ledger)


def test_nothing_is_given_to_nobody(page: HandoffPage, opened: Any, qtbot: QtBot) -> None:
    (box,) = page.give.people.values()
    box.setChecked(False)
    assert not page.give.save.isEnabled()
    with qtbot.waitSignal(opened.desk.counting.counted):
        opened.desk.counting.read_ledger()
    assert not box.isChecked()
    page.give.set_members(())
    assert page.give.everything.accessibleDescription().startswith("No colleague’s card is here yet.")


def test_thinking_better_of_it_writes_nothing(
    page: HandoffPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(ask, "save_file", lambda *_: None)
    before = sorted(tmp_path.rglob("*.handoff"))
    page.give.save.click()
    assert not page.give.line.busy
    assert sorted(tmp_path.rglob("*.handoff")) == before


def test_a_folder_that_is_not_there_is_said_in_place(
    qtbot: QtBot, page: HandoffPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, told: Spoken
) -> None:
    monkeypatch.setattr(ask, "save_file", lambda *_: tmp_path / "gone" / "x.handoff")
    page.give.save.click()
    idle(qtbot, page.give.line)
    assert "Nothing was changed" in told.last
    assert page.give.save.isEnabled()


def test_the_box_for_a_passphrase_stays_under_the_pointer(page: HandoffPage, qtbot: QtBot) -> None:
    """What it leaves out of use went away, and the box with it."""
    qtbot.settle()
    at, (colleague_box,) = page.give.secret.mapTo(page, page.give.secret.rect().topLeft()), page.give.people.values()
    page.give.secret.setChecked(True)
    qtbot.settle()
    assert page.give.secret.mapTo(page, page.give.secret.rect().topLeft()) == at
    assert [part.isEnabled() for part in (colleague_box, page.give.everything)] == [False, False]
    page.give.secret.setChecked(False)
    assert [part.isEnabled() for part in (colleague_box, page.give.everything)] == [True, True]


def test_a_passphrase_package_wants_a_strong_passphrase_typed_twice(
    qtbot: QtBot, page: HandoffPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: Spoken
) -> None:
    path = tmp_path / "dee.handoff"
    monkeypatch.setattr(ask, "save_file", lambda *_: path)
    page.give.secret.setChecked(True)
    page.give.passphrase.first.setText("password")
    page.give.save.click()
    assert "too easy to guess" in page.give.passphrase.first_field.wrong
    page.give.passphrase.first.setText(PASSPHRASE)
    page.give.save.click()
    assert page.give.passphrase.second_field.wrong == "The two are not the same."
    assert not path.exists()
    page.give.passphrase.second.setText(PASSPHRASE)
    qtbot.keyClick(page.give.passphrase.second, Qt.Key.Key_Return)  # as by the button: it did nothing here alone
    idle(qtbot, page.give.line)
    assert "whoever has the passphrase" in told.last
    assert page.give.passphrase.first.text() == ""
    dee = colleague("Dee", tmp_path)
    assert handoffs.inspect(dee, path, PASSPHRASE).service.startswith("Wexborough")


def test_the_way_to_the_conflict_desk_goes_with_the_last_thing_on_it(
    qtbot: QtBot, page: HandoffPage, opened: Any, theirs: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = opened.desk.workspace
    for at, answer in ((mine, "yes"), (theirs, "no")):
        at.editor.set("judgement", f"{theirs.case_id('C01')}/2.1.1", "answer", answer)
    take(qtbot, page, monkeypatch, given(theirs, "Ruth Ashdown", tmp_path / "b.handoff"))
    page.take.bring.click()
    idle(qtbot, page.take.line)
    assert page.take.settle.isVisible()
    conflicts.settle(mine, conflicts.conflicts(mine)[0], "yes")
    qtbot.waitUntil(lambda: not page.take.settle.isVisible())


def test_no_caret_stands_in_the_preview_until_a_key_moves_it_from_its_beginning(
    qtbot: QtBot, page: HandoffPage, theirs: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs.editor.set("judgement", f"{theirs.case_id('C01')}/2.1.1", "answer", "yes")
    take(qtbot, page, monkeypatch, given(theirs, "Ruth Ashdown", tmp_path / "b.handoff"))
    preview = page.take.preview
    (control,) = (part for part in preview.children() if part.metaObject().className() == "QWidgetTextControl")
    assert preview.hasFocus()
    assert control.property("cursorWidth") == 0
    QTest.keyClick(preview, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert preview.selectionStart() == 0
    assert control.property("cursorWidth") == 1


def test_a_package_is_previewed_in_words_before_anything_changes(
    qtbot: QtBot, page: HandoffPage, opened: Any, theirs: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = theirs.case_id("C01")
    theirs.editor.set("judgement", f"{case}/2.1.1", "answer", "yes")
    take(qtbot, page, monkeypatch, given(theirs, "Ruth Ashdown", tmp_path / "b.handoff"))
    assert "Made by Bob: today" in page.take.preview.text()
    assert "1 case changed: C01" in page.take.preview.text()
    assert "Nothing is lost." in page.take.preview.text()
    here = opened.desk.workspace
    assert here.judgements().get((case, "2.1.1")) is None
    page.take.leave.click()
    assert not page.take.bring.isVisible()
    assert here.judgements().get((case, "2.1.1")) is None


def test_the_backup_is_made_while_one_reads_and_taking_makes_no_second(
    qtbot: QtBot,
    page: HandoffPage,
    opened: Any,
    theirs: Workspace,
    backups: None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def made() -> int:
        return [kept.why for kept in backup.existing(opened.desk.workspace.backups_place)].count(Why.IMPORT)

    theirs.editor.set("judgement", f"{theirs.case_id('C01')}/2.1.1", "answer", "yes")
    package = given(theirs, "Ruth Ashdown", tmp_path / "b.handoff")
    take(qtbot, page, monkeypatch, package)
    qtbot.waitUntil(lambda: made() == 1)
    page.take.bring.click()
    idle(qtbot, page.take.line)
    assert (made(), page.take.preview.isVisible()) == (1, False)
    take(qtbot, page, monkeypatch, package)  # it brings nothing now
    qtbot.settle()
    assert made() == 1


def test_importing_refreshes_every_page_the_strip_and_the_ledger(
    qtbot: QtBot,
    page: HandoffPage,
    opened: Any,
    theirs: Workspace,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    told: Spoken,
) -> None:
    mine, case = opened.desk.workspace, theirs.case_id("C01")
    mine.editor.set("judgement", f"{case}/2.1.1", "answer", "no")
    theirs.editor.set("judgement", f"{case}/2.1.1", "answer", "yes")
    theirs.add_case("C99", mine.framework.samples[0].code)
    take(qtbot, page, monkeypatch, given(theirs, "Ruth Ashdown", tmp_path / "b.handoff"))
    page.take.bring.click()
    idle(qtbot, page.take.line)
    assert told.last.startswith("Taken from Bob: ")
    strip = opened.window.findChild(Strip)
    qtbot.waitUntil(lambda: strip.contested.full == "1 contested")
    qtbot.waitUntil(lambda: strip.colleagues.full.startswith("Bob’s work up to today"))
    qtbot.waitUntil(lambda: any("Bob’s work up to today" in line.accessibleName() for line in page.ledger.lines))
    opened.press("Ctrl+2")
    assert "C99" in {row.ref for row in opened.desk.page("cases")._table.rows}
    strip.contested.click()
    assert opened.desk.current == "conflicts"


def test_what_a_package_holds_and_its_size_are_said_before_it_is_made_and_follow_what_is_chosen(
    qtbot: QtBot, page: HandoffPage, opened: Any, theirs: Workspace, tmp_path: Path
) -> None:
    mine = opened.desk.workspace
    qtbot.waitUntil(lambda: page.give.road.large.text().startswith("Size: about "))
    assert "C77" not in page.give.holds.text()
    mine.add_case("C77", mine.framework.samples[0].code)
    qtbot.waitUntil(lambda: "C77" in page.give.holds.text())
    handoffs.import_(mine, [given(theirs, "Ruth Ashdown", tmp_path / "b.handoff")])  # they say what they have
    opened.desk.counting.read_ledger()
    qtbot.waitUntil(lambda: "1 case changed: C77" in page.give.holds.text())
    page.give.everything.setChecked(True)
    qtbot.waitUntil(lambda: "cases changed: C01" in page.give.holds.text())
    page.give.holds.set_lines([page.give.holds.text()] * 2)  # four lines
    qtbot.settle()
    stood = page.give.save.mapTo(page, QPoint())
    (box,) = page.give.people.values()
    box.setChecked(False)
    assert page.give.holds.text() == ""
    qtbot.settle()
    assert page.give.save.mapTo(page, QPoint()) == stood
    assert page.give.road.large.text() == " "


def test_a_package_goes_by_a_road_and_in_files_that_mail_takes(
    qtbot: QtBot, page: HandoffPage, opened: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    road = page.give.road
    assert [road.road.itemText(n) for n in range(4)] == ["mail", "the department’s drive", "a stick", "another way"]
    road.cut.addItem("small files", 3_000)
    road.cut.setCurrentIndex(road.cut.count() - 1)
    page.give.everything.setChecked(True)
    qtbot.waitUntil(lambda: road.large.text().endswith(" files"))
    monkeypatch.setattr(ask, "save_file", lambda *_: tmp_path / "many.handoff")
    page.give.save.click()
    idle(qtbot, page.give.line)
    parts = sorted(tmp_path.glob("many, part * of *.handoff"))
    assert road.large.text().endswith(f", {len(parts)} files")
    qtbot.waitUntil(lambda: "by mail" in page.give.last.text())


def test_parts_that_come_one_after_the_other_are_kept_until_all_are_chosen(
    qtbot: QtBot, page: HandoffPage, theirs: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: Spoken
) -> None:
    theirs.editor.set("judgement", f"{theirs.case_id('C01')}/2.1.1", "answer", "yes")
    sent = handoffs.export(theirs, tmp_path / "p.handoff", to=["Ruth Ashdown"], everything=True, part=4_000)
    take(qtbot, page, monkeypatch, *sent.parts[1:])
    assert "not among the files chosen: 1." in told.last
    assert page.take.choose.text() == "&Choose the other parts…"
    take(qtbot, page, monkeypatch, sent.parts[0])
    assert "Made by Bob: today" in page.take.preview.text()
    page.take.bring.click()
    idle(qtbot, page.take.line)
    assert told.last.startswith("Taken from Bob: ")
    take(qtbot, page, monkeypatch, sent.parts[0])
    page.take.leave.click()
    take(qtbot, page, monkeypatch, sent.parts[1])
    assert "not among the files chosen: 1, " in told.last, "what was left is not remembered"


def test_after_an_import_a_receipt_is_offered_that_tells_the_sender_what_arrived(
    qtbot: QtBot, page: HandoffPage, theirs: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: Spoken
) -> None:
    theirs.editor.set("judgement", f"{theirs.case_id('C01')}/2.1.1", "answer", "yes")
    take(qtbot, page, monkeypatch, given(theirs, "Ruth Ashdown", tmp_path / "b.handoff"))
    page.take.bring.click()
    idle(qtbot, page.take.line)
    assert page.take.receipt.text() == "Write a &receipt for Bob…"
    monkeypatch.setattr(ask, "save_file", lambda *_: tmp_path / "r.handoff")
    page.take.receipt.click()
    idle(qtbot, page.give.line)
    assert told.last == f"A receipt for Bob: {tmp_path / 'r.handoff'}"
    handoffs.import_(theirs, [tmp_path / "r.handoff"])
    ruth = next(row for row in handoffs.rows(theirs) if row.name == "Ruth Ashdown")
    assert ruth.unconfirmed == 0


def test_a_package_that_came_already_says_there_is_nothing_new(
    qtbot: QtBot, page: HandoffPage, theirs: Workspace, opened: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = given(theirs, "Ruth Ashdown", tmp_path / "b.handoff")
    handoffs.import_(opened.desk.workspace, [package])
    take(qtbot, page, monkeypatch, package)
    assert "Everything in it is here already" in page.take.preview.text()


def test_what_is_no_package_is_refused_in_place(
    qtbot: QtBot, page: HandoffPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: Spoken
) -> None:
    strange = tmp_path / "strange.handoff"
    strange.write_bytes(b"hello")
    take(qtbot, page, monkeypatch, strange)
    assert "is not a hand-off package" in told.last
    assert not page.take.bring.isVisible()
    assert page.take.choose.isEnabled()


def test_a_package_sealed_with_a_passphrase_asks_for_it(
    qtbot: QtBot, page: HandoffPage, theirs: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: Spoken
) -> None:
    package = tmp_path / "p.handoff"
    handoffs.export(theirs, package, passphrase=PASSPHRASE)
    take(qtbot, page, monkeypatch, package)
    assert page.take.passphrase.isVisible()
    assert page.take.box.hasFocus()
    assert "is sealed with a passphrase" in told.last  # it was said to be sealed to other people
    QTest.keyClicks(page.take.box, PASSPHRASE)
    page.take.open_it.click()
    idle(qtbot, page.take.line)
    assert page.take.preview.text().startswith("Made by Bob")
    page.take.bring.click()
    idle(qtbot, page.take.line)
    assert told.last.startswith("Taken from Bob")
    assert page.take.box.text() == ""


@pytest.mark.parametrize("late", [False, True])
def test_cancelling_an_import_leaves_nothing_behind_or_says_that_all_had_been_taken(
    qtbot: QtBot,
    page: HandoffPage,
    theirs: Workspace,
    opened: Any,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    told: Spoken,
    late: bool,
) -> None:
    case = theirs.case_id("C01")
    theirs.editor.set("judgement", f"{case}/2.1.1", "answer", "yes")
    take(qtbot, page, monkeypatch, given(theirs, "Ruth Ashdown", tmp_path / "b.handoff"))
    begun, asked, take_them = Event(), Event(), handoffs.import_

    def imported(*what: Any) -> list[Received]:
        """The import, which is asked to stop before it has begun or after it has ended."""
        found = take_them(*what) if late else []
        begun.set()
        asked.wait(60)
        return found or take_them(*what)

    monkeypatch.setattr(handoffs, "import_", imported)
    page.take.bring.click()
    assert begun.wait(60)
    page.take.line.cancel.click()
    asked.set()
    idle(qtbot, page.take.line)
    assert told.last.startswith("Taken from Bob" if late else "Stopped. Nothing was changed.")
    assert (opened.desk.workspace.judgements().get((case, "2.1.1")) is not None) is late


def test_a_card_is_shown_with_its_key_before_it_is_added(
    qtbot: QtBot, opened: Any, bob: Laptop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shown(opened, qtbot)
    assert page.give.nobody.isVisible()
    monkeypatch.setattr(ask, "open_file", lambda *_: tmp_path / "Bob.card")
    page.add.choose.click()
    idle(qtbot, page.add.line)
    assert page.add.who.text() == "Bob. The card says: Inspector"
    assert page.add.role_box.isVisible()
    assert page.add.role_box.currentText() == "Inspector"
    assert " ".join(page.add.key.groups.text().split()) == bob.fingerprint()
    workspace = opened.desk.workspace
    assert [m.name for m in team.members(workspace)] == ["Ruth Ashdown"]
    page.add.add.click()
    idle(qtbot, page.add.line)
    assert [m.name for m in team.members(workspace)] == ["Ruth Ashdown", "Bob"]
    qtbot.waitUntil(lambda: bool(page.give.people))
    assert page.give.save.isEnabled()


@pytest.mark.parametrize("named", ["B. Bobson", "Bob B", "Bob"])
def test_who_is_in_the_team_by_another_spelling_is_offered_as_the_holder_of_a_card(
    qtbot: QtBot, opened: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    """“S Okafor” and “Samuel Okafor” were two people from then on, and the cases stayed with the one whom nobody was."""
    workspace = opened.desk.workspace
    bob = colleague("Bobby B" if named == "Bob B" else "Bob Bobson", tmp_path)
    team.write_card(bob, tmp_path / "Bobson.card")
    former = setting_up.add_person(workspace, named, "Quality lead")
    setting_up.add_person(workspace, "Cat Lee", "Inspector")
    setting_up.add_cases(workspace, "K1", 1, workspace.framework.samples[0].code, inspector=former)
    page = shown(opened, qtbot)
    monkeypatch.setattr(ask, "open_file", lambda *_: tmp_path / "Bobson.card")
    page.add.choose.click()
    idle(qtbot, page.add.line)
    box = page.add.in_place_of
    assert (box.isVisible(), box.currentText()) == (True, named)
    assert [box.itemText(n) for n in range(1, box.count())] == [named, "Cat Lee"]
    assert page.add.role_box.width() < page.add.width() / 2
    page.add.add.click()
    idle(qtbot, page.add.line)
    assert sorted(m.name for m in team.members(workspace)) == sorted(["Ruth Ashdown", bob.person.name, "Cat Lee"])
    assert [case.inspector for case in workspace.inspection().cases if case.ref == "K1"] == [bob.person.id]


def test_nobody_is_offered_as_the_holder_of_a_card_whose_name_is_like_nobodys(
    qtbot: QtBot, opened: Any, bob: Laptop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = opened.desk.workspace
    setting_up.add_person(workspace, "Cat Lee", "Inspector")
    page = shown(opened, qtbot)
    monkeypatch.setattr(ask, "open_file", lambda *_: tmp_path / "Bob.card")
    page.add.choose.click()
    idle(qtbot, page.add.line)
    assert page.add.in_place_of.currentText() == "nobody: they are new to it"
    page.add.add.click()
    idle(qtbot, page.add.line)
    assert sorted(m.name for m in team.members(workspace)) == ["Bob", "Cat Lee", "Ruth Ashdown"]


def test_my_own_card_is_saved_for_colleagues(
    qtbot: QtBot, opened: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shown(opened, qtbot)
    monkeypatch.setattr(ask, "save_file", lambda *_: tmp_path / "me.card")
    page.mine.save.click()
    idle(qtbot, page.mine.line)
    card = team.read_card(tmp_path / "me.card")
    assert card.name == "Ruth Ashdown"
    assert " ".join(page.mine.key.groups.text().split()) == team.fingerprint(card)


def test_a_key_has_one_shape_wherever_two_people_compare_it_aloud(
    qtbot: QtBot, opened: Any, bob: Laptop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shown(opened, qtbot)
    monkeypatch.setattr(ask, "open_file", lambda *_: tmp_path / "Bob.card")
    page.add.choose.click()
    idle(qtbot, page.add.line)
    for key in (page.mine.key, page.add.key):
        lines = key.groups.text().split("\n")
        assert [[len(group) for group in line.split(" ")] for line in lines] == [[5, 5, 5, 5]] * 3


def test_a_lead_is_not_told_to_give_their_card_to_the_lead(qtbot: QtBot, opened: Any) -> None:
    page = shown(opened, qtbot)
    said = " ".join(label.text() for label in page.mine.findChildren(QLabel))
    assert "Nothing in it is secret" in said
    assert "to the lead" not in said


def test_text_being_typed_is_written_before_packages_are_brought_in(
    qtbot: QtBot, page: HandoffPage, opened: Any, theirs: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else what comes would be taken for what it was typed on top of, and the colleague's text for replaced."""
    case = theirs.case_id("C01")
    theirs.editor.set("prompt", f"{case}/2.1.1/a", "note", "Bob's words")
    package = given(theirs, "Ruth Ashdown", tmp_path / "b.handoff")
    opened.desk.open_case(case)
    box = opened.desk.page("case").view.prompts[0].note
    opened.desk.page("case").view.prompts[0].enter_note()
    QTest.keyClicks(box.box, "Mine")
    opened.press("Ctrl+7")
    take(qtbot, page, monkeypatch, package)
    page.take.bring.click()
    idle(qtbot, page.take.line)
    qtbot.waitUntil(lambda: opened.desk.contested == 1)
    history = opened.desk.workspace.history("prompt", f"{case}/2.1.1/a", "note")
    assert {row.value for row in history} == {"Mine", "Bob's words"}


def test_locking_while_packages_come_in_leaves_all_of_them_out_or_in_and_says_nothing_went_wrong(
    qtbot: QtBot, page: HandoffPage, opened: Any, theirs: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    samples = theirs.framework.samples
    for number in range(40):
        theirs.add_case(f"X{number:02d}", samples[0].code)
    take(qtbot, page, monkeypatch, given(theirs, "Ruth Ashdown", tmp_path / "b.handoff"))
    page.take.bring.click()
    opened.press("Ctrl+L")
    opened.wait_for("Unlock")
    opened.unlock()
    opened.wait_for("Desk")
    refs = {row.ref for row in opened.desk.workspace.case_rows()}
    assert sum(ref.startswith("X") for ref in refs) in (0, 40)
    assert opened.desk.workspace.problems() == []


def test_what_a_package_would_do_is_read_before_enter_takes_it_and_the_page_stays_where_it_was(
    qtbot: Any, page: HandoffPage, opened: Any, theirs: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened.window.resize(1366, 768)
    page.take.choose.setFocus()
    take(qtbot, page, monkeypatch, given(theirs, "Ruth Ashdown", tmp_path / "b.handoff"))
    qtbot.settle()
    assert page.take.preview.hasFocus()
    assert seen(page.take.preview)
    QTest.keyClick(page.take.preview, Qt.Key.Key_Return)
    assert page.take.bring.hasFocus(), "it did nothing: now it leads to what takes it"
    assert page.place() == 0


def test_a_card_that_was_read_is_brought_into_view_with_its_key_and_the_button_that_adds_it(
    qtbot: Any, opened: Any, bob: Laptop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened.window.resize(1366, 768)
    page = shown(opened, qtbot)
    monkeypatch.setattr(ask, "open_file", lambda *_: tmp_path / "Bob.card")
    page.add.choose.setFocus()
    page.add.choose.click()
    idle(qtbot, page.add.line)
    qtbot.settle()
    assert page.add.key.groups.hasFocus()
    assert all(seen(part) for part in (page.add.who, page.add.key, page.add.add))


def test_everything_is_saved_from_the_page_and_said_to_be_open(
    qtbot: QtBot, page: HandoffPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: Spoken
) -> None:
    to = tmp_path / "all.zip"
    monkeypatch.setattr(ask, "save_file", lambda *_: to)
    page.do("everything")
    idle(qtbot, page.everything.line)
    assert "It is not encrypted" in page.everything.about.text()
    assert told.last.startswith(f"Saved to {to}. It is not encrypted")
    with ZipFile(to) as made:
        assert {"README.txt", "read.html", "record.json"} <= set(made.namelist())


def test_tab_goes_through_what_is_given_in_the_order_in_which_it_stands(
    qtbot: Any, page: HandoffPage, opened: Any
) -> None:
    """From the passphrase it went to *Give…*: how the package goes, which stands between, came before the tick."""
    opened.window.resize(1366, 768)
    card = page.give
    card.secret.click()
    qtbot.settle()
    card.secret.setFocus()
    order: list[QWidget] = []
    while (now := QApplication.focusWidget()) is not None and card.isAncestorOf(now) and now not in order:
        order.append(now)
        QTest.keyClick(now, Qt.Key.Key_Tab)
    tops = [part.mapTo(card, QPoint(0, part.height() // 2)).y() for part in order]
    assert len(order) > 4, order
    assert tops == sorted(tops)
