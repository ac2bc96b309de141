"""People's names as they may stand on a card: what somebody typed or a file says, without what nobody can see."""

import unicodedata

from inspector_app.core.domain.storable import storable

_JOINERS = "\u200c\u200d"  # unseen too, but some scripts are not written without them
_LONGEST = 200  # characters


def tidied(text: str) -> str:
    """The name on one line, without characters that do not show or turn others round; "" when no letter is left."""
    shown = (ch for ch in storable(text) if ch.isspace() or ch in _JOINERS or unicodedata.category(ch)[0] != "C")
    name = " ".join("".join(shown).split())[:_LONGEST].rstrip()
    return name if any(unicodedata.category(ch)[0] in "LNPS" for ch in name) else ""
