"""The footnotes of a report, numbered through it."""

from inspector_app.core.domain.text.typed_lines import superscript
from inspector_app.core.report.content import Paragraph, Voice, plain


class Footnotes:
    """Numbers footnotes through a report, in the order in which they are met."""

    def __init__(self) -> None:
        self._count = 0
        self._waiting: list[Paragraph] = []

    def add(self, text: str) -> str:
        """The mark for a new footnote, as superscript digits."""
        self._count += 1
        mark = superscript(str(self._count))
        self._waiting.append(Paragraph(plain(f"{mark} {text}"), Voice.NOTE))
        return mark

    def take(self) -> tuple[Paragraph, ...]:
        """The footnotes added since the last time, for the foot of what has just been set."""
        taken, self._waiting = tuple(self._waiting), []
        return taken
