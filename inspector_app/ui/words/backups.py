"""Backups in words: how old the second copy is, what a backup was made for, and what came of going back to one.

Places are named; what stands there never is.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from inspector_app.core.domain.backups import Why
from inspector_app.core.domain.days.when import moment, near, time
from inspector_app.core.domain.moments import known
from inspector_app.core.services.safekeeping.backup_rows import BackupRow, Since
from inspector_app.core.services.safekeeping.backups import SecondCopy
from inspector_app.core.services.safekeeping.bringing_back import BroughtBack
from inspector_app.core.services.safekeeping.recovering import Recovered
from inspector_app.core.services.safekeeping.rehearsing import Rehearsal, Tried
from inspector_app.core.services.safekeeping.restoring import Restored
from inspector_app.core.words import count, later, listed, say

_WHY = {
    Why.OPENING: later("at opening"),
    Why.HOURLY: later("each hour"),
    Why.IMPORT: later("before an import"),
    Why.LIST: later("before a list of cases was imported"),
    Why.DOCUMENT: later("before a document or table was imported"),
    Why.MIGRATION: later("before a new version"),
    Why.RESTORE: later("before something was restored"),
    Why.ASKED: later("asked for"),
    Why.MOVED: later("when the file was moved away"),
}


def second_copy(found: SecondCopy, now: datetime) -> str:
    """How old the second copy is and where; or that there is none."""
    if not found.folder:
        return say("No second copy is kept: the page Restore names a folder for it, on another disk.")
    if not found.at:
        return say("Second copy: not made yet · {folder}", folder=found.folder)
    if not known(found.at, now):
        return say("Second copy, overdue: not known when · {folder}", folder=found.folder)
    at = moment(found.at, now)
    if found.is_old(now):
        return say("Second copy, overdue: {at} · {folder}", at=at, folder=found.folder)
    return say("Second copy: {at} · {folder}", at=at, folder=found.folder)


def why(row: BackupRow) -> str:
    """What a backup was made for."""
    if row.why is Why.IMPORT and row.about:
        return say("before taking the work of {names}", names=row.about)
    return str(_WHY[row.why])


def in_list(row: BackupRow, now: datetime) -> str:
    """A backup as a line of a list: when, what for, how much was done since, and how much it alone holds."""
    made = moment(row.at, now)
    return f"{made[:1].upper()}{made[1:]} · {why(row)}\n{_differing(row)}"


def day_of(row: BackupRow, now: datetime) -> str:
    """The day on which a backup was made, which heads those of that day."""
    day = near(_then(row, now).date(), now.date())
    return f"{day[:1].upper()}{day[1:]}"


def how_many(rows: Sequence[BackupRow], now: datetime) -> str:
    """How many there are and how far back they go: "23 backups, the oldest of 3 March 2025"; "" for none."""
    if not rows:
        return ""
    oldest = near(_then(rows[-1], now).date(), now.date())
    return count(len(rows), "{n} backup, of {day}", "{n} backups, the oldest of {day}", day=oldest)


def of_day(row: BackupRow, now: datetime) -> tuple[str, str, str]:
    """A backup under the head of its day: its time; what for; how much was done since and what it alone holds."""
    return time(_then(row, now)), why(row), _differing(row)


def called_in_head(row: BackupRow, now: datetime) -> str:
    """When the backup was made that is looked at: "Today 08:15"."""
    made = moment(row.at, now)
    return f"{made[:1].upper()}{made[1:]}"


def differing(row: BackupRow, places: int) -> str:
    """What differs from it in all: "74 changes since, in 9 places"."""
    told = _differing(row)
    return say("{all}, {where}", all=told, where=count(places, "in {n} place", "in {n} places")) if places else told


def _then(row: BackupRow, now: datetime) -> datetime:
    return datetime.fromisoformat(row.at).astimezone(now.tzinfo)


def _differing(row: BackupRow) -> str:
    if row.changes is None:
        return say("cannot be read")
    since_then = count(row.changes, "{n} change since", "{n} changes since") if row.changes else ""
    both = [part for part in (since_then, _only(row.only)) if part]
    return " · ".join(both) or say("nothing changed since")


def _only(number: int) -> str:
    return count(number, "{n} change only in this backup", "{n} changes only in this backup") if number else ""


def not_there(refs: Sequence[str]) -> str:
    """Which cases a backup cannot give back; "" for none."""
    if not refs:
        return ""
    return count(
        len(refs),
        "Not in this backup, as it was added later: {cases}.",
        "Not in this backup, as they were added later: {cases}.",
        cases=listed(refs),
    )


def since(row: Since, now: datetime) -> str:
    """How a backup differs in one place: what is other now, what it alone holds, and by whom the last of it."""
    return say(
        "{place}: {done}; last {name}, {moment}",
        place=row.name,
        done=sums(row),
        name=row.by,
        moment=moment(row.at, now),
    )


def last(row: Since, now: datetime) -> str:
    """By whom and when the last of it was done."""
    return ", ".join(part for part in (row.by, moment(row.at, now)) if part)


def sums(row: Since) -> str:
    """How much of each kind is other now in one place, and how much the backup alone holds there."""
    kinds = (
        (row.answers, count(row.answers, "{n} answer", "{n} answers")),
        (row.judgements, count(row.judgements, "{n} judgement", "{n} judgements")),
        (row.notes, count(row.notes, "{n} note", "{n} notes")),
        (row.others, count(row.others, "{n} other entry", "{n} other entries")),
    )
    done = listed([words for number, words in kinds if number])
    return "; ".join(part for part in (done, _only(row.only)) if part)


def whole_goes(row: BackupRow) -> str:
    """What putting the whole inspection back from a backup does to the changes of both."""
    goes = count(row.changes or 0, "{n} change made since is removed.", "All {n} changes made since are removed.")
    comes = count(row.only, "{n} change that only it holds comes back.", "{n} changes that only it holds come back.")
    safe = say("A backup is made first, and the present file is kept beside it.")
    return " ".join([*([goes] if row.changes else []), *([comes] if row.only else []), safe])


def last_rehearsal(found: Rehearsal, now: datetime) -> str:
    """When a restore was last tried, how long it took and what it found."""
    if not found.at:
        return say("Not tried yet.")
    at = moment(known(found.at, now), now) or say("not known when")
    tried = say("Last: {moment}.", moment=at)
    share = say("Cases found: {share}.", share=f"{found.cases}/{found.of}")
    return f"{tried} {share}"


def rehearsed(done: Sequence[Tried]) -> list[str]:
    """A line for each backup that was tried."""
    return [*map(_rehearsed, done), say("Nothing was changed.")]


def _rehearsed(tried: Tried) -> str:
    head = (
        say("Second copy: {name}", name=tried.path.name)
        if tried.second
        else say("Backup: {name}", name=tried.path.name)
    )
    cases = say("cases: {share}", share=f"{tried.cases}/{tried.of}")
    taken = say("seconds: {seconds}", seconds=f"{tried.seconds:.1f}")
    return " · ".join((head, say("restored and sound"), cases, taken))


def restored(done: Restored) -> list[str]:
    """Line by line what came back from where, and where the file is as it was."""
    lines = [say("Restored: {path}", path=done.path), say("From the backup: {path}", path=done.backup)]
    if done.aside:
        lines.append(say("The file as it was: {path}", path=done.aside))
    return lines


def put_back(done: Restored, now: datetime) -> str:
    """What came back, told to who sees it in the window: by the day and time of the backup."""
    lines = [say("{name} was put back. From: {backup}.", name=done.path.stem, backup=called(done.at, done.backup, now))]
    if done.aside:
        lines.append(say("The file as it was before is kept beside it: {name}", name=done.aside.name))
    return "\n".join(lines)


def called(at: str, path: Path, now: datetime) -> str:
    """A backup, behind a colon: its day and time, or its name where that does not say them."""
    return say("the backup, {moment}", moment=moment(at, now)) if at else path.name


def brought_back(found: BroughtBack, source: str) -> str:
    """How much came back, and what was left; `source` is what the backup is called."""
    if not found.items and not found.left:
        return say("Nothing that comes back by itself differs there: {backup}. Nothing was changed.", backup=source)
    said = []
    if found.items:
        said.append(say("Restored from: {backup}.", backup=source))
        said.append(count(found.values, "{n} entry is as it was there.", "{n} entries are as they were there."))
        said.append(say("Undo on an item reverses that. A backup was made first."))
    if found.left:
        said.append(count(
            found.left, "{n} entry on which people differ was left.", "{n} entries on which people differ were left."
        ))  # fmt: skip
    return " ".join(said)


def older_file() -> str:
    """What is said where an older file was put in the place of the one that this laptop knows."""
    return say(
        "The file of this inspection is older than the one that was here: what this laptop has given or backed up "
        "since is not in it. That comes back with anybody’s next package, or from a backup."
    )


def recovered(done: Recovered) -> Iterator[str]:
    """The report, line by line: what was recovered, what was not, and where the damaged file is."""
    yield say("Recovered: {path}", path=done.path)
    yield say("The damaged file is kept: {path}", path=done.damaged)
    yield say("Pages of it that can be read: {share}", share=f"{done.pages - done.lost_pages}/{done.pages}")
    yield count(done.steps, "{n} edit recovered.", "{n} edits recovered.")
    if done.backup:
        yield count(done.from_backup, "{n} of them is in the newest backup.", "{n} of them are in the newest backup.")
        yield say("The backup: {name}", name=done.backup.name)
    else:
        yield say("There was no backup to add.")
    for gap in done.gaps:
        yield count(
            gap.steps, "{person}: {n} edit was not recovered.", "{person}: {n} edits were not recovered.",
            person=gap.person,
        )  # fmt: skip
    if done.gaps:
        yield say("What colleagues have of those comes with their packages.")
    for place in done.anew:
        yield say("Without its history: {place}", place=place)
    for place in done.incomplete:
        yield say("An earlier text is missing: {place}", place=place)
    if not (done.gaps or done.anew or done.incomplete):
        yield say("Nothing is known to be missing.")
