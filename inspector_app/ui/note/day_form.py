"""How a day is typed and shown in a line of a form."""

from inspector_app.core.domain.days import typed, when
from inspector_app.core.domain.fields import Value
from inspector_app.ui.note.line import Form


def _said(value: Value) -> str:
    """A stored date as all are shown: 31 December 2025; "" for none."""
    day = typed.stored(str(value))
    return when.day(day) if day else ""


def _meant(text: str) -> str:
    """A day with a year of two figures in whole words; anything else as it stands."""
    day = typed.day_with_year(text)
    return when.day(day) if day and typed.whole_day(text) is None else text


# "2 May" may go on as "2 May, or as soon as money allows": it is read once one has left it
DEADLINE = Form(_said, left=_meant, after=None)
DAY = Form(_said, left=_meant)  # what was typed is for the door to read, which knows on which side of today it may lie
