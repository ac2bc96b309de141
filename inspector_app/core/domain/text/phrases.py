"""Phrases: `.word` stands for a longer text, in which `<...>` are stops that whoever writes fills in. Pure."""

import re

_ASKED = re.compile(r"(?:^|(?<=\s))\.([^\W_][\w-]{0,29})$")
_DEFINED = re.compile(r"\s*\.([^\W_][\w-]{0,29})(?:\s+(.*\S))?\s*$")
_STOP = re.compile(r"<[^<>\n]{1,40}>")


def asked(before: str) -> str:
    """The name of the phrase that stands at the end of a text, without its dot; "" where none does."""
    found = _ASKED.search(before)
    return found[1] if found else ""


def defined(line: str) -> tuple[str, str] | None:
    """Name and text of a phrase as one writes it down, `.name The text of <whom>`; the text "" for one to be forgotten."""
    found = _DEFINED.match(line)
    return (found[1], found[2] or "") if found else None


def stop(text: str, start: int = 0) -> tuple[int, int] | None:
    """From where to where the next stop of a text goes; None for none."""
    found = _STOP.search(text, start)
    return found.span() if found else None


def stops(text: str) -> list[str]:
    """The stops of a text that are not filled in yet, as they stand there; signs between figures (3 < 4) are none."""
    return [said for said in _STOP.findall(text) if said[1].isalpha()]
