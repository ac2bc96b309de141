"""How an inspection stands, as the list of inspections says it: its fieldwork, and how many of its cases are judged."""

from dataclasses import dataclass

from inspector_app.core.domain.days import spans, week
from inspector_app.core.domain.days.spans import Span
from inspector_app.core.domain.days.week import Day


@dataclass(frozen=True, slots=True)
class Glance:
    """`fieldwork`: its spans as they are stored; `judged`: the cases on which no key question is left to answer, of `cases`.

    It is kept in the keyring, which is sealed: nothing of it is ever in the clear.
    """

    fieldwork: str
    cases: int
    judged: int

    @property
    def spans(self) -> tuple[Span, ...]:
        """The fieldwork, in order."""
        return spans.read(self.fieldwork)

    @property
    def days(self) -> tuple[Day, ...]:
        """The working days of the fieldwork, in order."""
        return week.days(self.spans, (None, None))
