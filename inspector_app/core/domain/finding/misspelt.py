"""The word that somebody most likely meant by one that stands nowhere. Pure."""

from collections import Counter
from collections.abc import Iterable

_SURE = 1  # slip that a short word may have
_LONG = 5  # letters from which a word is long, and may have one more
_AS_MANY = 40  # candidates whose letters are compared one by one


def nearest(word: str, known: Iterable[tuple[str, int]]) -> list[str]:
    """Of the known words (with how often each stands) those that differ by a slip or two, the nearest first."""
    most = slips(word)
    bag = Counter(word)
    near = [
        (abs(len(other) - len(word)) + _apart(bag, other), -often, other)
        for other, often in known
        if other != word and abs(len(other) - len(word)) <= most and _apart(bag, other) <= 2 * most
    ]
    found = [(distance(word, other), rare, other) for _, rare, other in sorted(near)[:_AS_MANY]]
    return [other for far, _, other in sorted(found) if far <= most]


def slips(word: str) -> int:
    """How many slips a word of that length may have."""
    return _SURE + (len(word) >= _LONG)


def distance(one: str, other: str) -> int:
    """How many slips lie between two words: a letter too many, too few, another, or two that changed places."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        earlier, before, row = before, row, [i]
        for j, wanted in enumerate(other, 1):
            best = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                best = min(best, earlier[j - 2] + 1)
            row.append(best)
    return row[-1]


def _apart(bag: Counter[str], other: str) -> int:
    """Letters that the one has and the other has not; never more than twice the slips between them."""
    letters = Counter(other)
    return sum((bag - letters).values()) + sum((letters - bag).values())
