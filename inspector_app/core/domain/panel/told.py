"""What the service was told before the ratings were final: to whom and when, and why it changed since. Pure."""

from dataclasses import dataclass
from datetime import date

from inspector_app.core.domain.days import when
from inspector_app.core.domain.panel.accuracy import changed_ratings


@dataclass(frozen=True, slots=True)
class Told:
    """One time that the service was told something, as documents have it. `rated`: the ratings of then, as lines."""

    day: date | None = None
    whom: str = ""
    said: str = ""
    rated: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class ToldRow:
    """One time that the service was told something. `day`: ISO 8601; `rated`: the ratings of then, as lines.

    `by` and `at`: who wrote it down and when (ISO 8601, UTC); `contested`: fields on which people differ.
    """

    id: str
    day: str
    whom: str
    said: str
    rated: str
    why: str
    by: str = ""
    at: str = ""
    contested: tuple[str, ...] = ()

    @property
    def on(self) -> str:
        """The day in words; "" for what is none."""
        try:
            return when.day(date.fromisoformat(self.day))
        except ValueError:  # a colleague's program wrote it
            return ""

    def changed(self, now: str) -> list[tuple[str, str, str]]:
        """(what, rating that was told, rating `now`) where these differ."""
        return changed_ratings(self.rated, now)

    def unexplained(self, now: str) -> bool:
        """Whether a rating is another since, and nobody said why."""
        return bool(self.changed(now)) and not self.why.strip()
