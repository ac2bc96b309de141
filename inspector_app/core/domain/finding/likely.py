"""Which sources might bear on a prompt too: those in which telling words of it occur. Pure; it proposes alone."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from inspector_app.core.domain.text import folding

_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST, _BEGINNING = 5, 6  # letters: of a telling word; of it that has to occur (monitored, monitoring)
_EVERYWHERE = 5  # a word that stands in more than each fifth prompt tells nothing
_LEAST = 2  # telling words that have to occur


def telling(text: str, every: Sequence[str]) -> tuple[str, ...]:
    """The beginnings of the words of a prompt that tell it from the others, of which `every` are the texts."""
    stands = Counter(word for other in every for word in set(_beginnings(other)))
    most = max(1, len(every) // _EVERYWHERE)
    return tuple(dict.fromkeys(word for word in _beginnings(text) if stands[word] <= most))


def said(text: str) -> tuple[str, ...]:
    """The beginnings of all the words of a prompt, telling or not."""
    return tuple(dict.fromkeys(_beginnings(text)))


def _beginnings(text: str) -> list[str]:
    words = _WORD.findall(folding.plain(text))
    return [word[:_BEGINNING] for word in words if len(word) >= _SHORTEST]


def likely(where: Mapping[str, Iterable[str]]) -> list[tuple[str, tuple[str, ...]]]:
    """Sources with the telling words that occur in them, most first; `where` each occurs. One word alone is chance."""
    found: dict[str, list[str]] = defaultdict(list)
    for word, sources in where.items():
        for source in set(sources):
            found[source].append(word)
    some = [(source, tuple(words)) for source, words in found.items() if len(words) >= _LEAST]
    return sorted(some, key=lambda one: (-len(one[1]), one[0]))
