"""How recommendations are numbered, as their framework prints them, and how many cases each rests on. Pure."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from inspector_app.core.domain.draft import support
from inspector_app.core.domain.draft.support import Link
from inspector_app.core.domain.framework import Framework, Numbering, OwnerPlace
from inspector_app.core.words import later

# What became of a recommendation of the last inspection.
OUTCOMES = {"done": later("Done"), "partly": later("Partly done"), "not": later("Not done")}


def by_owner(owners: Sequence[str]) -> dict[str, list[int]]:
    """By each owner, in the order in which they are first named, the places of what is theirs."""
    found: dict[str, list[int]] = {}
    for place, owner in enumerate(owners):
        found.setdefault(owner.strip(), []).append(place)
    return found


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
        of_owner[owners[place].strip()] += 1
        found[place] = number if numbering is Numbering.THROUGH else of_owner[owners[place].strip()]
    return [found[place] for place in range(len(owners))]


def findings_of(links: Iterable[Link]) -> list[str]:
    """The ids of the findings among what carries a text."""
    return list(dict.fromkeys(link.of[0] for link in links if link.kind == support.FINDING and link.of))


def cases_of(text: str, links: Mapping[str, Sequence[Link]]) -> set[str]:
    """The ids of the cases that carry a text: linked with it, or with a finding on which it rests (one step, no further)."""
    texts = [text, *findings_of(links.get(text, ()))]
    of_cases = (support.CASE, support.ANSWER)
    return {link.of[0] for one in texts for link in links.get(one, ()) if link.kind in of_cases and link.of}
