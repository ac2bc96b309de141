"""Words in the draft findings that are to be looked at: they disagree with the data, stand twice, or were to be changed."""

from dataclasses import dataclass

from inspector_app.core.words import shortened

CUT = " …"  # at the end of words that go on
_BEGUN = 56  # letters by which a paragraph is known


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Words of a text (`entity` and `id`, in what a person calls its `section`) and what is right instead, or the matter."""

    id: str
    section: str
    said: str
    right: str
    entity: str = "finding"


def beginning(paragraph: str) -> str:
    """The first words of a paragraph, by which it is known."""
    return shortened(" ".join(paragraph.split()), _BEGUN)
