"""The window and what is captured of the screen: what each system is asked for, and the switch, on at first."""

import ctypes
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox

from inspector_app.ui.window.settings.keeping_card import KeepingCard
from inspector_app.ui.window.system import captures

Asked = list[tuple[int, int]]  # window, how


class _User32:
    """Stands in for the library of Windows; `knows` are the ways that this Windows has."""

    def __init__(self, knows: set[int]) -> None:
        self.asked: Asked = []

        def change(handle: int, how: int) -> int:
            self.asked.append((handle, how))
            return int(how in knows)

        self.SetWindowDisplayAffinity = change


class _ObjectiveC:
    """Stands in for the runtime of macOS: writes down what the window of a view was told."""

    def __init__(self) -> None:
        self.asked: Asked = []
        self.sel_registerName = _Named()

    def send(self, receiver: int, name: bytes, *given: int) -> int:
        if name == b"setSharingType:":
            self.asked.append((receiver, *given))
        return receiver


class _Named:
    restype: object = None

    def __call__(self, name: bytes) -> bytes:
        return name


@pytest.fixture
def on(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, Any], Asked]:
    """The program on a system, whose library is a stand-in."""

    def begin(platform: str, library: Any) -> Asked:
        types = {name: getattr(ctypes, name) for name in ("c_void_p", "c_uint32", "c_ulong")}
        sends = {"CFUNCTYPE": lambda *_types: lambda _found: library.send}
        monkeypatch.setattr(captures, "sys", SimpleNamespace(platform=platform))
        monkeypatch.setattr(captures, "ctypes", SimpleNamespace(CDLL=lambda _name: library, **types, **sends))
        return library.asked  # type: ignore[no-any-return]

    return begin


def of_window(asked: Asked, driver: Any) -> list[int]:
    """What was asked for the program's window."""
    return [how for handle, how in asked if handle == int(driver.window.windowHandle().winId())]


def test_windows_is_asked_to_leave_the_window_out_and_to_show_it_again(opened: Any, on: Any) -> None:
    asked = on("win32", _User32({0x00, 0x01, 0x11}))
    assert captures.keep_out(out=True)
    assert captures.keep_out(out=False)
    assert of_window(asked, opened) == [0x11, 0x00]
    assert {handle for handle, _ in asked} == {int(w.winId()) for w in QGuiApplication.topLevelWindows()}


def test_an_older_windows_shows_it_black(opened: Any, on: Any) -> None:
    asked = on("win32", _User32({0x00, 0x01}))
    assert captures.keep_out(out=True)
    assert of_window(asked, opened) == [0x11, 0x01]


def test_macos_is_asked_to_share_the_window_with_nobody_and_again_with_all(opened: Any, on: Any) -> None:
    asked = on("darwin", _ObjectiveC())
    assert captures.keep_out(out=True)
    assert captures.keep_out(out=False)
    assert of_window(asked, opened) == [0, 1]


def test_where_the_system_refuses_or_has_no_way_it_is_not_said_to_be_done(opened: Any, on: Any) -> None:
    assert not captures.keep_out(out=True)  # the system that the tests run on
    on("win32", _User32(set()))
    assert not captures.keep_out(out=True)


def test_the_switch_is_on_at_first_and_is_remembered(opened: Any, on: Any) -> None:
    settings = opened.shell.laptop.settings
    assert captures.wanted(settings)
    asked = on("win32", _User32({0x00, 0x11}))
    switch = switch_in_settings(opened)
    assert not switch.isHidden()
    assert switch.isChecked()
    switch.click()
    assert not captures.wanted(settings)
    assert of_window(asked, opened) == [0x00]
    assert "now show this window" in opened.window.messages.said[-1].words


def test_there_is_no_switch_where_it_could_do_nothing(opened: Any) -> None:
    assert switch_in_settings(opened).isHidden()


def switch_in_settings(driver: Any) -> QCheckBox:
    driver.press("Ctrl+,")
    card = driver.window.findChild(KeepingCard)
    assert isinstance(card, KeepingCard)
    return card.kept_out
