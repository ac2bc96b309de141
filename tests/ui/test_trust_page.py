"""Whose cards to trust, on real laptops: a yes, a no, a changed card, and the laptop that was lost."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from inspector_app.core.domain.trust import How, Standing
from inspector_app.core.services import handoffs
from inspector_app.core.services.people import team
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui import ask
from inspector_app.ui.look import theme
from inspector_app.ui.places.handoff.introduction_view import IntroductionView
from inspector_app.ui.places.handoff.key_groups import KeyGroups
from inspector_app.ui.places.handoff.member_view import LostView, MemberView
from inspector_app.ui.places.handoff.trust import TrustPage
from tests.ui.colleagues import colleague, given
from tests.ui.conftest import Spoken

pytestmark = pytest.mark.usefixtures("no_backups")


@pytest.fixture
def cat(theirs: Workspace, tmp_path: Path) -> Laptop:
    """Cat, whom Bob put into the team on his laptop."""
    made = colleague("Cat", tmp_path)
    team.add(theirs, made.card(), said="joins us on Monday")
    return made


@pytest.fixture
def page(cat: Laptop, theirs: Workspace, opened: Any, qtbot: QtBot, tmp_path: Path) -> TrustPage:
    """The page in Ruth's window, after a package of Bob's."""
    return after_a_package(opened, theirs, qtbot, tmp_path / "b.handoff")


def after_a_package(driver: Any, sender: Workspace, qtbot: QtBot, path: Path) -> TrustPage:
    handoffs.import_(driver.desk.workspace, [given(sender, "Ruth Ashdown", path)])
    driver.press("Ctrl+Shift+W")
    found: TrustPage = driver.desk.page("trust")
    qtbot.waitUntil(lambda: any("Bob" in line for line in lines(found)))
    return found


def lines(page: TrustPage) -> list[str]:
    return [page.list.item(place).text() for place in range(page.list.count())]


def idle(qtbot: QtBot, page: TrustPage) -> None:
    qtbot.waitUntil(lambda: not page.line.busy)


def standing(workspace: Workspace, name: str) -> Standing:
    return next(row.standing for row in handoffs.rows(workspace) if row.name == name)


def introduced(page: TrustPage) -> IntroductionView:
    assert isinstance(page.view, IntroductionView)
    return page.view


def escape() -> None:
    """Press Escape wherever the keyboard is."""
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)


def words(page: TrustPage) -> str:
    assert page.view is not None
    shown = (*page.view.findChildren(QLabel), *page.view.findChildren(KeyGroups))
    return "\n".join(" ".join(one.text().split()) for one in shown)


def test_whoever_waits_is_shown_by_name_key_and_introducer_and_counts_after_a_yes(
    page: TrustPage, opened: Any, cat: Laptop, qtbot: QtBot, told: Spoken
) -> None:
    workspace, view = opened.desk.workspace, introduced(page)
    assert lines(page)[0] == "Cat: new to you"
    for said in (
        "Cat is new to you",
        "Bob, who does not lead the inspection",
        cat.fingerprint(),
        "joins us on Monday",
    ):
        assert said in words(page)
    assert standing(workspace, "Cat") is Standing.WAITING
    assert not view.accept.isEnabled()
    view.ways[How.TELEPHONE].setChecked(True)
    view.accept.click()
    idle(qtbot, page)
    assert "Cat is accepted" in told.last
    assert standing(workspace, "Cat") is Standing.ACCEPTED
    qtbot.waitUntil(lambda: "Cat: compared by telephone" in lines(page))


def test_what_somebody_new_would_get_is_said_before_the_yes(page: TrustPage, opened: Any, cat: Laptop) -> None:
    workspace = opened.desk.workspace
    assert "What Cat would get" in words(page)
    cases = len(workspace.case_rows())
    everything = f"{cases} cases, 0 sources of evidence and 0 concerns"
    assert f"in the first of them, everything that is here: {everything}" in words(page)
    assert "no package that you made before" in words(page)
    assert "in their name" not in words(page)


def test_the_key_is_copied_whole(page: TrustPage, cat: Laptop) -> None:
    (groups,) = introduced(page).findChildren(KeyGroups)
    groups.setFocus()
    QTest.keyClick(groups, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == cat.fingerprint()
    QApplication.clipboard().clear()


def test_a_no_leaves_them_out_until_a_yes(page: TrustPage, opened: Any, qtbot: QtBot) -> None:
    introduced(page).leave.click()
    idle(qtbot, page)
    assert standing(opened.desk.workspace, "Cat") is Standing.LEFT_OUT
    qtbot.waitUntil(lambda: "Cat: left out" in lines(page))
    view = introduced(page)
    assert not view.leave.isEnabled()
    view.ways[How.THROUGH].setChecked(True)
    view.accept.click()
    idle(qtbot, page)
    assert standing(opened.desk.workspace, "Cat") is Standing.ACCEPTED


def test_a_changed_card_is_shown_beside_the_one_accepted_and_only_comparing_accepts_it(
    page: TrustPage, opened: Any, theirs: Workspace, cat: Laptop, qtbot: QtBot, tmp_path: Path
) -> None:
    introduced(page).ways[How.FACE].setChecked(True)
    introduced(page).accept.click()
    idle(qtbot, page)
    anew = colleague("Cat", tmp_path / "anew")
    team.add(theirs, anew.card(), replacing=True)
    handoffs.import_(opened.desk.workspace, [given(theirs, "Ruth Ashdown", tmp_path / "b2.handoff")])
    qtbot.waitUntil(lambda: "Cat: a different card from the one you have" in lines(page))
    page.list.setCurrentRow(lines(page).index("Cat: a different card from the one you have"))
    view = introduced(page)
    assert How.THROUGH not in view.ways
    assert not view.accept.isEnabled()
    for said in ("The card you have", cat.fingerprint(), "The card that waits", anew.fingerprint()):
        assert said in words(page)
    trusted = opened.desk.workspace.laptop.trusted(opened.desk.workspace.id)
    assert trusted.pin(cat.person.id) is not None, "nothing changed before the yes"
    view.ways[How.FACE].setChecked(True)
    view.accept.click()
    idle(qtbot, page)
    trusted = opened.desk.workspace.laptop.trusted(opened.desk.workspace.id)
    assert (trusted.pin(cat.person.id), trusted.pin(anew.person.id).how) == (None, How.FACE)


def test_the_hand_off_page_says_how_many_wait_and_leads_there(page: TrustPage, opened: Any, qtbot: QtBot) -> None:
    opened.press("Ctrl+7")
    handoff = opened.desk.page("handoff")
    qtbot.waitUntil(lambda: handoff.trust.text() == "Whose cards to trust: 1 waits")
    qtbot.waitUntil(lambda: any("Cat waits to be accepted" in line.accessibleName() for line in handoff.ledger.lines))
    handoff.trust.click()
    assert opened.desk.current == "trust"


def test_after_taking_a_package_that_introduces_somebody_one_is_led_to_the_decision(
    cat: Laptop,
    theirs: Workspace,
    opened: Any,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    told: Spoken,
) -> None:
    opened.press("Ctrl+7")
    take = opened.desk.page("handoff").take
    monkeypatch.setattr(ask, "open_files", lambda *_: [given(theirs, "Ruth Ashdown", tmp_path / "b.handoff")])
    take.choose.click()
    qtbot.waitUntil(lambda: not take.line.busy)
    take.bring.click()
    qtbot.waitUntil(lambda: not take.line.busy)
    assert "Cat, introduced by Bob, waits to be accepted" in told.last
    take.decide.click()
    assert opened.desk.current == "trust"


def test_the_lead_is_told_what_a_lost_laptop_held_and_only_then_withdraws_its_card(
    page: TrustPage, opened: Any, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = opened.desk.workspace
    page.list.setCurrentRow(next(place for place, line in enumerate(lines(page)) if line.startswith("Bob")))
    assert isinstance(page.view, MemberView)
    page.view.lose.click()
    idle(qtbot, page)
    lost = page.view
    assert isinstance(lost, LostView)
    assert "What Bob wrote later was on that laptop alone." in lost.held.text()
    assert standing(workspace, "Bob") is Standing.ACCEPTED
    lost.withdraw.click()
    idle(qtbot, page)
    assert standing(workspace, "Bob") is Standing.WITHDRAWN
    lost.copy.click()
    assert QGuiApplication.clipboard().text() == lost.text.text()
    assert "Text for the incident report" in lost.text.text()
    report = tmp_path / "report.txt"
    monkeypatch.setattr(ask, "save_file", lambda *_: report)
    lost.save.click()
    idle(qtbot, page)
    assert report.read_text(encoding="utf-8") == lost.text.text()
    QApplication.clipboard().clear()
    escape()
    qtbot.waitUntil(lambda: "Bob: the lead withdrew their card" in lines(page))


def test_thinking_better_of_a_lost_laptop_changes_nothing(page: TrustPage, opened: Any, qtbot: QtBot) -> None:
    page.list.setCurrentRow(next(place for place, line in enumerate(lines(page)) if line.startswith("Bob")))
    page.view.lose.click()
    idle(qtbot, page)
    escape()
    assert isinstance(page.view, MemberView)
    assert standing(opened.desk.workspace, "Bob") is Standing.ACCEPTED


def test_with_nobody_to_decide_about_the_page_says_what_comes_here(opened: Any) -> None:
    opened.press("Ctrl+Shift+W")
    page = opened.desk.page("trust")
    assert page.nothing.isVisible()
    assert not page.list.isVisible()


def test_another_card_of_a_colleague_given_by_hand_takes_a_yes_of_its_own(
    theirs: Workspace, opened: Any, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: Spoken
) -> None:
    anew = colleague("Bob", tmp_path / "anew")
    opened.press("Ctrl+7")
    add = opened.desk.page("handoff").add
    monkeypatch.setattr(ask, "open_file", lambda *_: tmp_path / "anew" / "Bob.card")
    add.choose.click()
    qtbot.waitUntil(lambda: not add.line.busy)
    assert not add.replace.isVisible()
    add.add.click()
    qtbot.waitUntil(lambda: not add.line.busy)
    assert "accepted here with another key" in told.last
    add.replace.click()
    qtbot.waitUntil(lambda: not add.line.busy)
    trusted = opened.desk.workspace.laptop.trusted(opened.desk.workspace.id)
    assert trusted.pin(anew.person.id) is not None


def test_a_card_that_waits_asks_for_the_height_that_it_has_once_shown(
    page: TrustPage, opened: Any, qtbot: QtBot
) -> None:
    """Below one another its keys need more than beside: it said so only once it had been given too little."""
    opened.window.setMinimumSize(1, 1)
    opened.window.resize(760, 700)
    qtbot.settle()
    shown = introduced(page)
    assert shown.width() < theme.px(640)
    made = page._introduction(shown._row)
    assert made.sizeHint().height() == shown.sizeHint().height()
    made.deleteLater()
