"""What the list of inspections says of each, and what deleting one would mean, in words."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from inspector_app.core.domain.days import when
from inspector_app.core.domain.glance import Glance
from inspector_app.core.domain.moments import known
from inspector_app.core.domain.rows import WorkspaceRow
from inspector_app.core.words import Later, count, later, say
from inspector_app.ui.words import heading

if TYPE_CHECKING:  # it brings the database, which the list does not wait for
    from inspector_app.core.services.safekeeping.shelf import WhatGoes


# What can be done beside the list: by its code its drawing, what it is called, and what it is for.
WAYS: dict[str, tuple[str, Later, Later]] = {
    "new": ("add", later("&New inspection"), later("Framework, service and dates")),
    "join": (
        "join", later("&Join from a package"), later("Your lead gave you a file; your identity card is there too")
    ),
    "file": ("folder", later("Open a &file"), later("An inspection or document kept elsewhere")),
    "sample": ("look", later("Look at the &sample"), later("Trafford 2025; every answer on a case is constructed")),
    "tour": ("after", later("Take the &tour"), later("Five minutes on the sample; nothing you do there is kept")),
    "person": ("person", later("&You and your passphrase"), later("Name, passphrase and recovery code")),
}  # fmt: skip

COMMANDS: dict[str, tuple[str, Later]] = {  # the window's own, under them
    "guide": ("guide", later("Guide")), "keys": ("keys", later("Keys")), "settings": ("view", later("Settings")),
    "about": ("info", later("About")),
}  # fmt: skip


def marks(row: WorkspaceRow) -> tuple[str, ...]:
    """What sets it apart: the sample, an archived one, a file that is not there or cannot be written."""
    said = (
        (row.sample, say("Sample")), (row.archived, say("Archived")), (row.missing, say("File not found")),
        (row.locked, say("Read only")),
    )  # fmt: skip
    return tuple(word for so, word in said if so)


def fieldwork(glance: Glance | None) -> str:
    """Its days: "24 to 28 March 2025"; "" where they were never noted."""
    return when.spans(glance.spans) if glance and glance.spans else ""


def stage(glance: Glance | None, today: date) -> str:
    """Where in the inspection one is: "day 4 of 5", "begins in 4 days", "fieldwork ended"."""
    if not glance or not glance.spans:
        return ""
    ahead = (glance.spans[0].start - today).days
    return count(ahead, "begins tomorrow", "begins in {n} days") if ahead > 0 else heading.standing(glance.days, today)


def progress(glance: Glance | None) -> str:
    """How many cases are judged of all."""
    if glance is None:
        return ""
    if not glance.cases:
        return say("no cases yet")
    return count(glance.cases, "{judged} of {n} case judged", "{judged} of {n} cases judged", judged=glance.judged)


def opened(row: WorkspaceRow, now: datetime) -> str:
    """When it was last opened here; "" for never, and where nobody knows when."""
    at = known(row.opened, now)
    return say("opened: {moment}", moment=when.moment(at, now)) if at else ""


def whole(row: WorkspaceRow, framework: str, now: datetime) -> str:
    """All that the list says of one, a line for each thing."""
    called = " · ".join((row.name, *marks(row)))
    glance = row.glance
    about = (
        row.service if row.service != row.name else "", framework, fieldwork(glance), stage(glance, now.date()),
        progress(glance), opened(row, now),
    )  # fmt: skip
    return "\n".join((called, *(part for part in about if part)))


def how_many(number: int) -> str:
    """How many there are."""
    return count(number, "{n} on this laptop", "{n} on this laptop")


def what_goes(found: "WhatGoes", *, sample: bool = False) -> str:
    """What is lost when it is deleted: the file, what nobody else has, backups and second copies.

    Of the sample nobody is told to give it to a colleague: nothing in it is anybody's work.
    """
    return "\n\n".join((_file(found), *(() if sample else (_only_here(found),)), _copies(found)))


def _file(found: "WhatGoes") -> str:
    if found.stays:
        return say(
            "The file now at {path} is not that of this inspection, and stays. Nobody can say what was in this one’s.",
            path=found.path,
        )
    if not found.known:
        return say("The file {path} is not there or cannot be read, so nobody can say what is in it.", path=found.path)
    if not found.cases:
        return say(
            "The file {path} is deleted, with all that is written in it. Nothing brings it back.", path=found.path
        )
    return count(
        found.cases,
        "The file {path} is deleted, with {n} case and all that is written in it. Nothing brings it back.",
        "The file {path} is deleted, with {n} cases and all that is written in it. Nothing brings it back.",
        path=found.path,
    )


def _only_here(found: "WhatGoes") -> str:
    if not found.known:
        return say("It is not known whether a colleague has this work.")
    if not found.only_here:
        return say("All of it is known to be on a colleague’s laptop as well.")
    return count(
        found.only_here,
        "{n} change is not known to be on any other laptop: give it to a colleague first, or it is lost.",
        "{n} changes are not known to be on any other laptop: give them to a colleague first, or they are lost.",
    )


def _copies(found: "WhatGoes") -> str:
    backups = count(found.backups, "Its {n} backup here goes too.", "Its {n} backups here go too.")
    elsewhere = say("Its key goes as well: nobody can then read a second copy, or a copy of the file elsewhere.")
    return f"{backups} {elsewhere}" if found.backups else elsewhere
