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
