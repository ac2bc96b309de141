"""Texts that a file, a database and a package can hold."""


def storable(text: str) -> str:
    """The text with what is no character replaced: bytes that are no text, half of a surrogate pair, NUL."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").replace("\0", "\ufffd")
