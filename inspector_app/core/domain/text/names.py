"""People's names as they may stand on a card: what somebody typed or a file says, without what nobody can see."""

import unicodedata

from inspector_app.core.domain.text import alike

LONGEST = 200  # characters


def tidied(text: str) -> str:
    """The name on one line, without characters that do not show or turn others round; "" when no letter is left."""
    name = alike.written(text)[:LONGEST].rstrip()
    return name if any(unicodedata.category(ch)[0] in "LNPS" for ch in name) else ""
