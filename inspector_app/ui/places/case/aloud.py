"""What a screen reader is told of the ratings without asking: a word that is another one since somebody answered."""

from PySide6.QtWidgets import QWidget

from inspector_app.core.domain.rated import Rated
from inspector_app.core.words import say
from inspector_app.ui.controls.telling import speak
from inspector_app.ui.words import overall as overall_words
from inspector_app.ui.words.rating import so_far


def speak_of_change(source: QWidget, before: Rated | None, after: Rated) -> None:
    """Say which standards have another rating than before, and the overall; nothing where nothing was rated before."""
    if before is None or before == after:
        return
    was = {standard.ref: standard.rating for standard in before.standards}
    for standard in after.standards:
        if standard.ref in was and standard.rating != was[standard.ref]:
            _speak(source, f"{standard.ref} {standard.title}", standard.rating, so_far(standard))
    if after.overall != before.overall:
        _speak(source, overall_words.called(after), after.overall)


def _speak(source: QWidget, what: str, rating: str | None, still_open: str = "") -> None:
    changed = say("{what}, changed: {rating}", what=what, rating=rating)
    words = ", ".join(filter(None, (changed, still_open))) if rating else say("{what}: no rating yet", what=what)
    speak(source, words, f"rating: {what}")
