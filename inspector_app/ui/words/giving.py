"""What came of taking back that cases were given."""

from inspector_app.core.words import count, say


def taken_back(number: int, of: int) -> str:
    """So many of them are again whose they were; the others went on to somebody else."""
    return " ".join(part for part in (_back(number), _kept(of - number)) if part)


def _back(number: int) -> str:
    if not number:
        return say("Taken back: no cases.")
    return count(number, "Taken back: {n} case.", "Taken back: {n} cases.")


def _kept(number: int) -> str:
    if not number:
        return ""
    return count(
        number,
        "{n} case went to somebody else since and stays there.",
        "{n} cases went to somebody else since and stay there.",
    )
