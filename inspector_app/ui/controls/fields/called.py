"""What a button is called by a screen reader, and by whoever presses it by speech: first the words that are on it."""

from PySide6.QtWidgets import QAbstractButton

from inspector_app.ui.controls.fields.fact import as_shown


def call(button: QAbstractButton, about: str) -> None:
    """Call a button by its words (WCAG 2.5.3), then by what it is `about`: two with the same words can be told apart."""
    words = as_shown(button.text()).strip(" ‹›▾+–✕…")
    button.setAccessibleName(f"{words}: {about}" if words and about else words or about)
