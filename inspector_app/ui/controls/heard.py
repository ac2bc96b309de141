"""What a screen reader is told a thing is, where Qt does not know: widgets of our own, and what scrolls by keys."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

# by the name of the class, which is all that Qt asks by
_ROLES = {
    "PromptBox": QAccessible.Role.Grouping,  # a row: its answers, its note
    "JudgementBox": QAccessible.Role.Grouping,
    "ItemRow": QAccessible.Role.Grouping,
    "PdfView": QAccessible.Role.Document,
    "_Pages": QAccessible.Role.Document,
    "ConflictView": QAccessible.Role.Document,  # read by scrolling
    "Profile": QAccessible.Role.Document,
    "Reading": QAccessible.Role.Document,
    "KeyGroups": QAccessible.Role.StaticText,
}


def install() -> None:
    """Let every screen reader hear it from now on; once in a process."""
    if not _installed:
        QAccessible.installFactory(_interface)
        _installed.append(True)


_installed: list[bool] = []


def _interface(kind: str, of: QObject) -> QAccessibleInterface | None:
    role = _ROLES.get(kind)
    if role is None or not isinstance(of, QWidget):
        return None  # Qt knows
    return QAccessibleWidget(of, role, "")  # its name is the widget's accessible name, as it is when it is asked for
