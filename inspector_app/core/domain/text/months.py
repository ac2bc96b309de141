"""The months as patterns find them in texts: by their English names, whatever language the window has."""

NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_LETTERS = 3  # that tell one from another


def _whole_or_short(name: str) -> str:
    begins, rest = ("Sept?", name[4:]) if name == "September" else (name[:_LETTERS], name[_LETTERS:])
    return f"{begins}(?:{rest})?" if rest else begins


BEGUN = rf"(?:{'|'.join(name[:_LETTERS] for name in NAMES)})[a-z]*"  # or misspelt from its fourth letter on
WHOLE = "|".join(map(_whole_or_short, NAMES))  # as it is, or as it is shortened: for within a group
