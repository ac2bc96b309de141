"""Words in the draft findings that disagree with the data."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Words of a text (`id`, in what a person calls its `section`) and what the data say instead."""

    id: str
    section: str
    said: str
    right: str
