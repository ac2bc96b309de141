"""A fact among the words of a button, a menu, a tab or a box to tick, where Qt takes "&" for the sign of a key."""

import re

_SIGNED = re.compile(r"&(.)")


def as_it_stands(fact: str) -> str:
    """A name, a reference or a title so that all of it is shown there: of "Calderdale & Kirklees" the "&" too."""
    return fact.replace("&", "&&")


def as_shown(words: str) -> str:
    """What is read there: without the signs of keys."""
    return _SIGNED.sub(r"\1", words)
