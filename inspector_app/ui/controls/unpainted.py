"""Nothing is painted in the middle of a change: what is seen is what stood before, and then all of what stands now.

Some of Qt's widgets (progress bars) paint themselves at once when they change, and all that waits to be painted with them.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QWidget


@contextmanager
def unpainted(widget: QWidget) -> Iterator[None]:
    """Paint a widget and all in it only once the block is over."""
    before = widget.testAttribute(
        Qt.WidgetAttribute.WA_ForceUpdatesDisabled
    )  # its own, not what it has from its parent
    widget.setUpdatesEnabled(False)
    try:
        yield
    finally:
        widget.setUpdatesEnabled(not before)


class StillBar(QProgressBar):
    """A progress bar that is painted with everything else."""

    def setValue(self, value: int) -> None:
        """Show how far it is."""
        with unpainted(self):
            super().setValue(value)

    def setMaximum(self, value: int) -> None:
        """Show how far it can go."""
        with unpainted(self):
            super().setMaximum(value)
