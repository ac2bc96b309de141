"""Room for what comes and goes, so that nothing around it moves."""

from PySide6.QtWidgets import QLabel, QWidget


def keep_room(widget: QWidget) -> None:
    """Let a widget keep its place in its layout while it is hidden."""
    kept = widget.sizePolicy()
    kept.setRetainSizeWhenHidden(True)
    widget.setSizePolicy(kept)


def keep_line(label: QLabel) -> None:
    """Let words that are said from time to time keep the place of one line of theirs."""
    said = label.text()
    label.setText("X")
    label.ensurePolished()
    label.setMinimumHeight(label.sizeHint().height())
    label.setText(said)
    keep_room(label)


def give_way(here: QWidget, gone: QWidget) -> None:
    """Show `gone` in the place of `here`, as high as that was: what stands below stays where it is."""
    gone.setMinimumHeight(here.height() if here.isVisible() else 0)
    here.hide()
    gone.show()


def come_back(here: QWidget, gone: QWidget) -> None:
    """Show `here` again."""
    gone.hide()
    here.show()
