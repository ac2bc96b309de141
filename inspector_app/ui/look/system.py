"""Which theme the system asks for, by its contrast and its colour scheme, as far as Qt hears of them."""

from collections.abc import Callable

from PySide6 import QtCore
from PySide6.QtGui import QGuiApplication


def asked() -> str:
    """The name of the theme that the system asks for now; light where it asks for none."""
    hints = QGuiApplication.styleHints()
    return theme_of(hints.colorScheme(), hints.accessibility().contrastPreference())


def theme_of(scheme: "QtCore.Qt.ColorScheme", contrast: "QtCore.Qt.ContrastPreference") -> str:
    """The theme for a colour scheme and a contrast. Whoever asks for high contrast needs it more than any scheme."""
    if contrast is QtCore.Qt.ContrastPreference.HighContrast:
        return "contrast"
    return "dark" if scheme is QtCore.Qt.ColorScheme.Dark else "light"


def listen(changed: Callable[[], object]) -> None:
    """Call this whenever the system asks for something else."""
    hints = QGuiApplication.styleHints()
    hints.colorSchemeChanged.connect(changed)
    hints.accessibility().contrastPreferenceChanged.connect(changed)
