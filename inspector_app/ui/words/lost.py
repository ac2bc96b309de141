"""A lost laptop in words: what the lead is told, and a text to begin the incident report with."""

from inspector_app.core.services.lost import Lost
from inspector_app.ui.words.ledger import listed, missing


def withdrawn(found: Lost) -> str:
    """What was done, and what only that laptop held."""
    return "\n".join(
        [
            f"The card of {found.name} is withdrawn. Give everybody a package now: with it nothing more is sealed to it "
            "or taken of it, anywhere. What came of it and is here stays.",
            *_only_there(found),
        ]
    )


def incident(found: Lost) -> str:
    """A text for the incident report. It names no child: cases are known by their references."""
    there = (
        f"By the last word of it, it held {found.steps_there} recorded steps of {found.cases_there} cases."
        if found.steps_there
        else "No word came of what it held."
    )
    last = f"A package was last made for it on {found.last_sent} (UTC)." if found.last_sent else ""
    return "\n".join(
        [
            "Text for the incident report",
            f"A laptop of {found.name} with data of the inspection of {found.service} was reported lost.",
            f"Its card was withdrawn on {found.noticed} (UTC).",
            f"{there} {last}".rstrip(),
            "The inspection file, its backups and its keys are encrypted on that laptop, under the passphrase of its user.",
            *_only_there(found),
            "Still to be said: when and where it was last seen, whether it was locked or off, who was told and when.",
        ]
    )


def _only_there(found: Lost) -> list[str]:
    until = f"up to {found.here_until} (UTC)" if found.here_until else "nothing at all"
    said = [f"Of what {found.name} wrote, this laptop has {until}; what was written later only that laptop held."]
    if found.cases:
        said.append(f"Cases in their name: {listed([_case(ref.ref, ref.here_until) for ref in found.cases])}.")
    if found.missing:
        said.append(missing(found.missing, found.name))
    if found.carriers:
        said.append(f"Later work may be with {listed(found.carriers)}.")
    return said


def _case(ref: str, until: str) -> str:
    return f"{ref} (here up to {until})" if until else f"{ref} (nothing of theirs here)"
