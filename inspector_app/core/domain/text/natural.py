"""References in the order in which people count: C2 before C10, 2.1.2 before 2.1.10."""

import re


def natural(ref: str) -> list[tuple[int, str]]:
    """The key by which references of cases, questions and prompts are sorted; capitals are no matter."""
    return [(int(part), "") if part.isdecimal() else (0, part.casefold()) for part in re.split(r"(\d+)", ref) if part]
