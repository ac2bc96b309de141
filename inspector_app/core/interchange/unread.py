"""What a reader would refuse in a document of our own, so that one odd value does not keep all of it from being read.

No window writes such a value; a colleague's program, or a former version, may have.
"""

import re
from collections.abc import Iterator
from itertools import chain
from typing import Any

from inspector_app.core.domain.framework import Framework
from inspector_app.core.interchange import checks, resting

Tree = dict[str, Any]
_ITEM = re.compile(r"\$\.(\w+)\[(\d+)\]")


def set_apart(tree: Tree, framework: Framework) -> Tree:
    """The document with such items under `unread`, each as it was, with the list it is of and what is wrong with it.

    What was said of one of them (an answer on a case) follows it there. Without one, the document as it is.
    """
    apart: list[Tree] = []
    while wrong := dict(_wrong(tree, framework)):
        for (listed, place), why in sorted(wrong.items(), reverse=True):
            apart.append({"list": listed, "why": why, "item": tree[listed].pop(place)})
    return tree | {"unread": apart} if apart else tree


def _wrong(tree: Tree, framework: Framework) -> Iterator[tuple[tuple[str, int], str]]:
    for path, why in chain(checks.problems(tree, framework), resting.problems(tree, framework)):
        if found := _ITEM.match(path):  # else it is of the inspection itself, and nothing could be read without it
            yield (found[1], int(found[2])), why
