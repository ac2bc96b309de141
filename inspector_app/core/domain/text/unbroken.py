"""A reference that no line breaks in two, as one with a blank would be: WX 201."""


def unbroken(ref: str) -> str:
    """The reference with blanks that keep a line together."""
    return ref.replace(" ", "\u00a0")
