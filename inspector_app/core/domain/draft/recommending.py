"""How recommendations are numbered, as their framework prints them, and how many cases each rests on. Pure."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from inspector_app.core.domain.draft import support
from inspector_app.core.domain.draft.support import Link
from inspector_app.core.domain.framework import Framework, Numbering, OwnerPlace
from inspector_app.core.words import later

# What became of a recommendation of the last inspection.
OUTCOMES = {"done": later("Done"), "partly": later("Partly done"), "not": later("Not done")}


_SHOULD = re.compile(r"[\s:;,.–—-]+$|(?:^|\s)(?:should|must|needs? to)$", re.IGNORECASE)
_THE = re.compile(r"^the (?=\S)", re.IGNORECASE)


def owner_said(typed: str) -> str:
    """Who should act, as their name stands before "should:": without that word and the stop, where they were typed too.

    "The head of service should:" was printed as "The head of service should: should:".
    """
    said = " ".join(typed.split())
    while cut := _SHOULD.search(said):
        said = said[: cut.start()]
    return said


def by_owner(owners: Sequence[str]) -> dict[str, list[int]]:
    """By each owner, as the first of them is spelt and in the order in which they are first named, the places of what is
    theirs: "The board" and "the board should:" are one.
    """
    found: dict[str, list[int]] = {}
    spelt: dict[str, str] = {}
    for place, typed in enumerate(owners):
        owner = owner_said(typed)
        found.setdefault(spelt.setdefault(_key(owner), owner), []).append(place)
    return found


def _key(owner: str) -> str:
    return _THE.sub("", owner).casefold()


def numbers(framework: Framework, owners: Sequence[str]) -> list[int | None]:
    """The number of each recommendation to these owners as it is printed; None where none is."""
    said = framework.recommendations
    numbering = Numbering.NONE if said is None else said.numbered
    if numbering is Numbering.NONE:
        return [None] * len(owners)
    over = said is not None and said.owner is OwnerPlace.OVER
    order = [place for places in by_owner(owners).values() for place in places] if over else list(range(len(owners)))
    found, of_owner = dict[int, int](), Counter[str]()
    for number, place in enumerate(order, 1):
        owner = _key(owner_said(owners[place]))
        of_owner[owner] += 1
        found[place] = number if numbering is Numbering.THROUGH else of_owner[owner]
    return [found[place] for place in range(len(owners))]


def findings_of(links: Iterable[Link]) -> list[str]:
    """The ids of the findings among what carries a text."""
    return list(dict.fromkeys(link.of[0] for link in links if link.kind == support.FINDING and link.of))


def cases_of(text: str, links: Mapping[str, Sequence[Link]]) -> set[str]:
    """The ids of the cases that carry a text: linked with it, or with a finding on which it rests (one step, no further)."""
    texts = [text, *findings_of(links.get(text, ()))]
    of_cases = (support.CASE, support.ANSWER)
    return {link.of[0] for one in texts for link in links.get(one, ()) if link.kind in of_cases and link.of}
