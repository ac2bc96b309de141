"""The person goes away, as the system tells it over a bus of its own: the same signals as those of a desktop."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator

import pytest

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="the bus is Linux's; other systems tell it in other ways"
)

LOGIND, SESSION = "org.freedesktop.login1.Manager", "org.freedesktop.login1.Session"
LISTENER = """
import json, sys
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from inspector_app.ui.window.system import away_here
application = QCoreApplication([])
watched, heard = away_here.watch(application), []
watched.left.connect(lambda: heard.append(True))
watched.here()
bus = QDBusConnection.systemBus()
bus.registerService(sys.argv[1])
path, interface, member, given = json.loads(sys.argv[2])
message = QDBusMessage.createSignal(path, interface, member)
message.setArguments(given)
bus.send(message)
application.processEvents()
end = QDBusMessage.createMethodCall("org.freedesktop.DBus", "/", "org.freedesktop.DBus", "GetId")
bus.call(end)  # what was sent before has come back by now
QTimer.singleShot(300, application.quit)
application.exec()
watched.gone()
print(len(heard))
"""


STAND_IN = """
import os, select
from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, QTimer, Slot
from PySide6.QtDBus import QDBusConnection, QDBusUnixFileDescriptor
from inspector_app.ui.window.system import away_here
application = QCoreApplication([])
reading, writing = os.pipe()
@ClassInfo({"D-Bus Interface": "org.freedesktop.login1.Manager"})
class Manager(QObject):
    @Slot(str, str, str, str, result="QDBusUnixFileDescriptor")
    def Inhibit(self, what, who, why, mode):
        print(what, mode)
        QTimer.singleShot(500, look)
        return QDBusUnixFileDescriptor(writing)
manager, bus = Manager(), QDBusConnection.systemBus()
bus.registerService("org.freedesktop.login1")
bus.registerObject("/org/freedesktop/login1", manager, QDBusConnection.RegisterOption.ExportAllSlots)
watched = away_here.watch(application)
waits = lambda: not select.select([reading], [], [], 0)[0]  # as long as somebody has the other end
def look():
    os.close(writing)
    print(waits())
    watched.gone()
    print(waits())
    application.quit()
watched.here()
application.exec()
"""


PORTAL = """
import json, sys
from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, QTimer, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusObjectPath
from inspector_app.ui.window.system import away_here
application = QCoreApplication([])
asked, heard, answered = [], [], []
@ClassInfo({"D-Bus Interface": "org.freedesktop.portal.Inhibit"})
class Portal(QObject):
    @Slot(str, "QVariantMap", result="QDBusObjectPath")
    def CreateMonitor(self, window, options):
        asked.append(sorted(options))
        QTimer.singleShot(0, say)
        return QDBusObjectPath("/org/freedesktop/portal/desktop/request/1/fieldwork")
    @Slot("QDBusObjectPath")
    def QueryEndResponse(self, monitor):
        answered.append(monitor.path())
def say():
    message = QDBusMessage.createSignal(
        "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Inhibit", "StateChanged"
    )
    message.setArguments([QDBusObjectPath("/org/freedesktop/portal/desktop/session/1/fieldwork"), json.loads(sys.argv[1])])
    bus.send(message)
    QTimer.singleShot(500, application.quit)
portal, bus = Portal(), QDBusConnection.sessionBus()
bus.registerService("org.freedesktop.portal.Desktop")
bus.registerObject("/org/freedesktop/portal/desktop", portal, QDBusConnection.RegisterOption.ExportAllSlots)
watched = away_here.watch(application)
watched.left.connect(lambda: heard.append(True))
watched.here()
watched.here()
QTimer.singleShot(5000, application.quit)
application.exec()
print(len(asked), len(heard), answered)
"""


@pytest.fixture
def bus() -> Iterator[dict[str, str]]:
    """The environment of a program to which a bus of its own is the system's and the session's."""
    command = ["dbus-daemon", "--session", "--nofork", "--print-address=1"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as daemon:
        assert daemon.stdout is not None
        address = daemon.stdout.readline().strip()
        yield {**os.environ, "DBUS_SESSION_BUS_ADDRESS": address, "DBUS_SYSTEM_BUS_ADDRESS": address}
        daemon.terminate()


@pytest.mark.parametrize(
    ("sender", "interface", "member", "given", "times"),
    [
        ("org.freedesktop.login1", LOGIND, "PrepareForSleep", [True], 1),
        ("org.freedesktop.login1", LOGIND, "PrepareForSleep", [False], 0),
        ("org.freedesktop.login1", SESSION, "Lock", [], 1),
        ("org.freedesktop.login1", SESSION, "Unlock", [], 0),
        ("org.gnome.ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", [True], 1),
        ("org.gnome.ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", [False], 0),
        ("org.freedesktop.ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", [True], 1),
        ("org.x.Y", "org.x.Y", "ActiveChanged", [True], 0),
        ("org.freedesktop.UPower", "org.freedesktop.DBus.Properties", "PropertiesChanged",
         ["org.freedesktop.UPower", {"LidIsClosed": True}, ["OnBattery"]], 1),
        ("org.freedesktop.UPower", "org.freedesktop.DBus.Properties", "PropertiesChanged",
         ["org.freedesktop.UPower", {"LidIsClosed": False}, ["OnBattery"]], 0),
        ("org.freedesktop.UPower", "org.freedesktop.DBus.Properties", "PropertiesChanged",
         ["org.freedesktop.UPower.Device", {"LidIsClosed": True}, ["OnBattery"]], 0),
    ],
)  # fmt: skip
def test_who_goes_away_is_heard_and_nothing_else(
    bus: dict[str, str], sender: str, interface: str, member: str, given: list[object], times: int
) -> None:
    said = json.dumps(["/org/some/where", interface, member, given])
    done = subprocess.run(
        [sys.executable, "-c", LISTENER, sender, said], env=bus, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == [str(times)]
    assert done.stderr == ""


@pytest.mark.parametrize(
    ("state", "told"),
    [
        ({"screensaver-active": True}, "1 1 []"),
        ({"screensaver-active": False, "session-state": 1}, "1 0 []"),
        ({"screensaver-active": False, "session-state": 2},
         "1 1 ['/org/freedesktop/portal/desktop/session/1/fieldwork']"),
        ({"screensaver-active": "yes", "session-state": "2"}, "1 0 []"),
        ({}, "1 0 []"),
    ],
)  # fmt: skip
def test_where_there_is_no_logind_the_desktops_portal_is_heard(
    bus: dict[str, str], state: dict[str, object], told: str
) -> None:
    """A bus without logind, UPower and any screen saver, as in a sandbox."""
    done = subprocess.run(
        [sys.executable, "-c", PORTAL, json.dumps(state)], env=bus, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines() == [told]
    assert done.stderr == ""


def test_sleep_waits_while_it_is_unlocked_and_no_longer(bus: dict[str, str]) -> None:
    done = subprocess.run([sys.executable, "-c", STAND_IN], env=bus, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["sleep delay", "True", "False"]


def test_without_a_bus_the_window_still_starts() -> None:
    nowhere = {
        **os.environ,
        "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere",
        "DBUS_SYSTEM_BUS_ADDRESS": "unix:path=/no",
    }
    said = json.dumps(["/x", SESSION, "Lock", []])
    script = LISTENER.replace("bus.call(end)", "")
    done = subprocess.run(
        [sys.executable, "-c", script, "org.x", said], env=nowhere, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["0"]
