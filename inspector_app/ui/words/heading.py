"""What the strip at the head of every page says, in words."""

from collections.abc import Sequence
from datetime import date

from inspector_app.core.domain.days import when
from inspector_app.core.domain.days.week import Day, Part
from inspector_app.core.words import count, say


def framework(framework_id: str) -> str:
    """A framework by its short name, where there is no room for its title: "iyjwcv-2025" is IYJWCV 2025."""
    return framework_id.replace("-", " ").upper()


def fieldwork(days: Sequence[Day], today: date) -> str:
    """Which day it is and what that is in the inspection: "Thu 27 Mar · day 4 of 5"."""
    return say("{today} · {standing}", today=when.short_weekday(today), standing=standing(days, today))


def standing(days: Sequence[Day], today: date) -> str:
    """What a day is in the inspection: "day 4 of 5", "fieldwork begins 24 March 2025"."""
    fieldwork, visit = (
        [day.date for day in days if day.part is part and day.date is not None]
        for part in (Part.FIELDWORK, Part.RETURN)
    )
    if today in fieldwork:
        return say("day {number} of {of}", number=fieldwork.index(today) + 1, of=len(fieldwork))
    if today in visit:
        return say("return visit, day {number} of {of}", number=visit.index(today) + 1, of=len(visit))
    if today < fieldwork[0]:
        return say("fieldwork begins {day}", day=when.near(fieldwork[0], today))
    if today > fieldwork[-1]:
        return say("fieldwork ended")
    return say("no fieldwork today")


def contested(number: int) -> str:
    """How many fields are contested: "Nothing contested", "2 contested"."""
    return count(number, "{n} contested", "{n} contested") if number else say("Nothing contested")


def concerns(number: int) -> str:
    """How many concerns are open: "No concern", "1 concern"."""
    return count(number, "{n} concern", "{n} concerns") if number else say("No concern")


def initial(name: str) -> str:
    """What stands for a person in a disc: the letters that first name and surname begin with; of "Inspector A" the A."""
    words = [word for word in name.split() if word[0].isalnum()] or name.split()
    told = words[-1:] if len(words[-1]) == 1 else [words[0], *words[1:][-1:]]
    return "".join(word[0] for word in told).upper()
