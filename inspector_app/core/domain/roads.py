"""By which road a package went: what the ledger notes, and what may be chosen."""

from enum import StrEnum


class Road(StrEnum):
    """Mail and the department's drive first: sticks are restricted in government."""

    MAIL = "mail"
    DRIVE = "drive"
    STICK = "stick"
    OTHER = "other"
    UNSAID = ""  # nobody said


ROADS = tuple(road for road in Road if road)
