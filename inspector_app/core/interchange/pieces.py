"""Text of megabytes in pieces: what is joined or encoded whole is one turn of Python's lock, and the window waits for it."""

import json
from collections.abc import Iterator
from itertools import islice

_AT_ONCE = 64  # parts of a text in a piece

as_json = json.JSONEncoder(ensure_ascii=False).encode  # one value


def in_pieces(text: Iterator[str]) -> list[bytes]:
    """The bytes of a text that is given part by part, of some parts each; none of the parts is empty."""
    return list(iter(lambda: "".join(islice(text, _AT_ONCE)).encode(), b""))
