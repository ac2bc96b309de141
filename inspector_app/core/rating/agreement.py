"""How far two people who judged the same things agree: exact arithmetic on pairs of answers, no rounding.

Sources: J. Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20 (1960);
K. L. Gwet, "Computing inter-rater reliability and its variance in the presence of high agreement", British Journal of
Mathematical and Statistical Psychology 61 (2008).
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from inspector_app.core.domain.inspection import Answer

LEAST_FOR_KAPPA = 30  # pairs: below that kappa can be negative where two people agree on nearly everything
CATEGORIES = len(Answer)

Pair = tuple[Answer, Answer]  # the first marker's answer, the second's


@dataclass(frozen=True, slots=True)
class Agreement:
    """The figures of some pairs. None: undefined, or (kappa) not to be shown of fewer than 30 pairs.

    `percent` is 0 to 100, the coefficients are at most 1; all are exact.
    """

    pairs: int
    agreed: int
    percent: Fraction | None
    gwet_ac1: Fraction | None
    kappa: Fraction | None


def agreement(pairs: Sequence[Pair], *, of_two: bool = True) -> Agreement:
    """Every figure of these pairs: those of two people or, else, of every two of several, of whom kappa says nothing."""
    agreed = sum(first == second for first, second in pairs)
    percent = Fraction(100 * agreed, len(pairs)) if pairs else None
    kappa = cohen_kappa(pairs) if of_two and len(pairs) >= LEAST_FOR_KAPPA else None
    return Agreement(len(pairs), agreed, percent, gwet_ac1(pairs), kappa)


def gwet_ac1(pairs: Sequence[Pair], categories: int = CATEGORIES) -> Fraction | None:
    """Gwet's first-order agreement coefficient (2008): (a - e) / (1 - e). None without pairs; otherwise always defined.

    a is the share of pairs that agree. e, the agreement to expect by chance, is the sum over the categories of
    p (1 - p), divided by the number of categories less one, where p is the mean of the two markers' shares of that
    category. `categories` counts those of the scale, used or not: yes, no and not applicable.
    """
    if not pairs:
        return None
    used = Counter(answer for pair in pairs for answer in pair)
    shares = [Fraction(count, 2 * len(pairs)) for count in used.values()]
    chance = sum((share * (1 - share) for share in shares), Fraction(0)) / (categories - 1)
    return _beyond_chance(pairs, chance)


def cohen_kappa(pairs: Sequence[Pair]) -> Fraction | None:
    """Cohen's kappa (1960): (a - e) / (1 - e). None without pairs, or when both gave everything one and the same answer.

    a is the share of pairs that agree; e is the sum over the categories of the product of the two markers' shares.
    """
    if not pairs:
        return None
    first, second = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    chance = Fraction(sum(first[answer] * second[answer] for answer in first), len(pairs) ** 2)
    return None if chance == 1 else _beyond_chance(pairs, chance)


def _beyond_chance(pairs: Sequence[Pair], chance: Fraction) -> Fraction:
    observed = Fraction(sum(first == second for first, second in pairs), len(pairs))
    return (observed - chance) / (1 - chance)
