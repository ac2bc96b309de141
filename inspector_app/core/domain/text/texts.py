"""Three-way merge of texts, by paragraph. What overlaps is a conflict: nothing is ever joined by guess."""

from itertools import pairwise

from inspector_app.core.domain.text.compared import steps

_Hunk = tuple[int, int, list[str]]  # lines start to end of the ancestor become these


def merged_text(before: str, mine: str, theirs: str) -> str | None:
    """The text with both people's changes, where they touch different paragraphs; None where any overlap or meet.

    It is an offer to a person, who sees it before it is taken.
    """
    ancestor = before.split("\n")
    hunks = sorted(_hunks(ancestor, mine.split("\n")) + _hunks(ancestor, theirs.split("\n")), key=lambda h: h[:2])
    for (_, end, _), (start, _, _) in pairwise(hunks):
        if start <= end:  # touching counts too: two people wrote at one place
            return None
    for start, end, lines in reversed(hunks):
        ancestor[start:end] = lines
    return "\n".join(ancestor)


def _hunks(before: list[str], after: list[str]) -> list[_Hunk]:
    return [(i, j, after[k:m]) for what, i, j, k, m in steps(before, after) if what != "equal"]
