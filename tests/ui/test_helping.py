"""What is new and the report of a fault, in the window."""

from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from inspector_app.core.crypto import parcel
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.help import fault
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.ui import ask
from inspector_app.ui.window.help.fault_sheet import FaultSheet
from inspector_app.ui.window.help.news_sheet import NewsSheet


def sheet(driver: Any, kind: type) -> Any:
    (found,) = [one for one in driver.window.findChildren(kind) if one.isVisible()]
    return found


def said(driver: Any) -> list[str]:
    return [words for _, words in driver.window.messages.said]


def test_after_an_upgrade_it_is_said_once_and_leads_to_what_is_new(opened: Any, run: Any, qtbot: QtBot) -> None:
    assert not any("has been updated" in words for words in said(opened))
    laptop = opened.shell.laptop
    laptop.settings.set("told_of_version", "0.0.1 (from source)")
    opened.shell.lock()
    again = run(laptop)
    again.start()
    again.unlock()
    again.wait_for("Start")
    qtbot.waitUntil(lambda: any("has been updated" in words for words in said(again)))
    again.press("Ctrl+Alt+N")
    assert "What is new" in sheet(again, NewsSheet).view.toPlainText()


def test_a_report_is_saved_as_it_was_shown(
    opened: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    to = tmp_path / "report.txt"
    monkeypatch.setattr(ask, "save_file", lambda *_: to)
    opened.press("Ctrl+Alt+F")
    shown = sheet(opened, FaultSheet)
    shown.save.click()
    qtbot.waitUntil(lambda: not shown.isVisible())
    assert to.read_text(encoding="utf-8") == shown.text.toPlainText()


def test_a_report_is_saved_sealed_once_a_passphrase_will_do(
    opened: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    to, secret, asked = tmp_path / "report.age", "marble otter violin canyon", []
    monkeypatch.setattr(ask, "save_file", lambda *given: asked.append(given[-1].suffix) or to)
    opened.press("Ctrl+Alt+F")
    shown = sheet(opened, FaultSheet)
    shown.secret.click()
    shown.passphrase.first.setText("1234")
    shown.save.click()
    assert not asked, "it is said beside the box, before a place is asked for"
    assert "too easy" in shown.passphrase.first_field.wrong
    for box in (shown.passphrase.first, shown.passphrase.second):
        box.setText(secret)
    shown.save.click()
    qtbot.waitUntil(lambda: not shown.isVisible())
    assert parcel.open_with_passphrase(secret, to.read_bytes()).decode() == shown.text.toPlainText()
    assert (asked, shown.passphrase.text) == ([".age"], "")


def test_a_report_that_cannot_be_saved_says_why(
    opened: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def refused(text: str, to: Path, laptop: Laptop, passphrase: str) -> None:
        raise Expected(Code.DISK_FULL, where=to)

    monkeypatch.setattr(ask, "save_file", lambda *_: tmp_path / "report.txt")
    monkeypatch.setattr(fault, "save", refused)
    opened.press("Ctrl+Alt+F")
    shown = sheet(opened, FaultSheet)
    shown.save.click()
    qtbot.waitUntil(lambda: "disk" in shown.wrong.text())
    assert shown.isVisible()
    assert shown.save.isEnabled()
