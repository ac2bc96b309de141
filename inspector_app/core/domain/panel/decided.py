"""A decision of the ratings panel as it stays in the record, whether it stands or not. Pure."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision that was recorded: from which rating to which (the same: it was kept), when and by whom; until when, ""
    while it stands. `contested`: it stands beside one that was taken apart, so that neither counts.
    """

    standard: str
    computed: str
    to: str
    reason: str
    members: str
    by: str
    at: str
    ended_by: str = ""
    ended_at: str = ""
    interests: str = ""
    contested: bool = False

    @property
    def kept(self) -> bool:
        """Whether the panel decided to leave the rating as it is."""
        return self.to == self.computed
