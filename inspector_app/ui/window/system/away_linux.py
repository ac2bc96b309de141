"""Linux: logind and UPower on the system's bus, the screen saver on the session's, and the desktop's portal there.

The portal is what a program in a sandbox hears, and where the session is not logind's: org.freedesktop.portal.Inhibit.
"""

from typing import NamedTuple, cast

from PySide6.QtCore import SLOT, QObject, Slot
from PySide6.QtDBus import QDBusConnection, QDBusError, QDBusMessage, QDBusObjectPath, QDBusUnixFileDescriptor

from inspector_app.ui.window.system.away import Away

_LOGIND, _MANAGER = "org.freedesktop.login1", "org.freedesktop.login1.Manager"
_UPOWER, _PROPERTIES = "org.freedesktop.UPower", "org.freedesktop.DBus.Properties"
_DESKTOPS = ("org.freedesktop", "org.gnome", "org.cinnamon", "org.mate", "org.xfce", "org.kde")
# The stubs ask for bytes, and Qt takes text alone.
_PORTAL, _DESKTOP, _PORTALS = (
    "org.freedesktop.portal.Desktop",
    "/org/freedesktop/portal/desktop",
    "org.freedesktop.portal.Inhibit",
)
_ENDS = 2  # the session is about to end, and waits for each monitor's word
_HEARD, _CHANGED, _ANSWERED, _REFUSED, _MOVED = (
    cast("bytes", SLOT(slot))
    for slot in (
        "heard(QDBusMessage)",
        "changed(QString,QVariantMap,QStringList)",
        "answered(QDBusMessage)",
        "refused(QDBusError,QDBusMessage)",
        "moved(QDBusObjectPath,QVariantMap)",
    )
)


class _Said(NamedTuple):
    interface: str
    member: str


_SLEEP, _LOCK = _Said(_MANAGER, "PrepareForSleep"), _Said("org.freedesktop.login1.Session", "Lock")
_SAVERS = tuple(_Said(f"{desktop}.ScreenSaver", "ActiveChanged") for desktop in _DESKTOPS)


class AwayLinux(Away):
    """Asks logind to wait with sleeping, for as long as the laptop is unlocked: the lock comes first."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._system, self._session = QDBusConnection.systemBus(), QDBusConnection.sessionBus()
        self._delay: QDBusUnixFileDescriptor | None = None
        self._wanted = False
        for said in (_SLEEP, _LOCK):  # of any session: another person's lock does no harm
            self._system.connect(_LOGIND, "", said.interface, said.member, self, _HEARD)
        self._system.connect(_UPOWER, "", _PROPERTIES, "PropertiesChanged", self, _CHANGED)
        for said in _SAVERS:
            self._session.connect("", "", said.interface, said.member, self, _HEARD)
        self._session.connect("", _DESKTOP, _PORTALS, "StateChanged", self, _MOVED)
        self._monitored = False

    def here(self) -> None:
        """Ask logind to wait; it does so for five seconds at most."""
        self._wanted = True
        self._ask_the_portal()
        if self._delay is not None or not self._system.isConnected():
            return
        call = QDBusMessage.createMethodCall(_LOGIND, "/org/freedesktop/login1", _MANAGER, "Inhibit")
        call.setArguments(["sleep", "Inspector", "Saves and locks before the laptop sleeps", "delay"])
        self._system.callWithCallback(call, self, _ANSWERED, _REFUSED)

    def _ask_the_portal(self) -> None:
        """It says nothing to whom has no monitor; where there is no portal nothing comes of it."""
        if self._monitored or not self._session.isConnected():
            return
        self._monitored = True
        call = QDBusMessage.createMethodCall(_PORTAL, _DESKTOP, _PORTALS, "CreateMonitor")
        call.setArguments(["", {"handle_token": "fieldwork", "session_handle_token": "fieldwork"}])
        self._session.callWithCallback(call, self, _ANSWERED, _REFUSED)

    def gone(self) -> None:
        """Let it sleep."""
        self._wanted, self._delay = False, None

    @Slot(QDBusMessage)
    def answered(self, message: QDBusMessage) -> None:
        """Logind waits for as long as the file is open that it gave."""
        given = message.arguments()[:1]
        if self._wanted and given and isinstance(given[0], QDBusUnixFileDescriptor):
            self._delay = given[0]

    @Slot(QDBusError, QDBusMessage)
    def refused(self, _error: QDBusError, _message: QDBusMessage) -> None:
        """Without logind the laptop sleeps at once, and the window locks when it wakes up."""

    @Slot(QDBusMessage)
    def heard(self, message: QDBusMessage) -> None:
        """Something was said on a bus: by whom and about what decides whether the person left."""
        said = _Said(message.interface(), message.member())
        given = message.arguments()
        if said == _LOCK or (said in (_SLEEP, *_SAVERS) and given[:1] == [True]):
            self.left.emit()

    @Slot("QString", "QVariantMap", "QStringList")
    def changed(self, of: str, values: dict[str, object], _others: list[str]) -> None:
        """Properties changed of what UPower knows: the lid is one of its own."""
        if of == _UPOWER and values.get("LidIsClosed") is True:
            self.left.emit()

    @Slot("QDBusObjectPath", "QVariantMap")
    def moved(self, monitor: QDBusObjectPath, state: dict[str, object]) -> None:
        """How the session stands, by the portal: its screen saver is on, or it is about to end, which nobody holds up."""
        if state.get("screensaver-active") is True:
            self.left.emit()
        if state.get("session-state") == _ENDS:
            self.left.emit()
            call = QDBusMessage.createMethodCall(_PORTAL, _DESKTOP, _PORTALS, "QueryEndResponse")
            call.setArguments([monitor])
            self._session.send(call)
