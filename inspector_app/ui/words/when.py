"""Times as a person says them. Everything stored is UTC; everything shown is this laptop's own time."""

from datetime import datetime


def since(at: str, now: datetime) -> str:
    """A moment as briefly as it can be told from others: 10:41, yesterday, 24 Mar; "" for none."""
    if not at:
        return ""
    moment = datetime.fromisoformat(at).astimezone()
    days = (now.astimezone().date() - moment.date()).days
    if days <= 0:
        return moment.strftime("%H:%M")
    return "yesterday" if days == 1 else f"{moment.day} {moment.strftime('%b')}"


def moment(at: str, now: datetime) -> str:
    """A moment in words within a sentence: "today 17:40", "Tuesday 17:40", "24 March 17:40"; "" for none.

    A time that is not in the last six days, such as that of a clock that runs ahead, is given with its date.
    """
    if not at:
        return ""
    then = datetime.fromisoformat(at).astimezone()
    days = (now.astimezone().date() - then.date()).days
    if 0 <= days < 2:
        return f"{'yesterday' if days else 'today'} {then:%H:%M}"
    if 0 < days < 7:
        return f"{then:%A %H:%M}"
    year = "" if then.year == now.astimezone().year else f" {then.year}"
    return f"{then.day} {then:%B}{year} {then:%H:%M}"


def clock(at: str) -> str:
    """An instant (ISO 8601, UTC) as the time on this laptop's clock, or the date too when it is another day."""
    if not at:
        return ""
    local = datetime.fromisoformat(at).astimezone()
    today = datetime.now(local.tzinfo).date()
    return f"{local:%H:%M}" if local.date() == today else f"{local.day} {local:%b %H:%M}"
