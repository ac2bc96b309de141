"""Of what some people wrote into a field, what lasts, whatever others wrote between or on top of it. Pure."""

from collections.abc import Collection, Mapping

from inspector_app.core.domain.ids import ChangeId, device_of
from inspector_app.core.domain.steps.changes import Change, above
from inspector_app.core.domain.steps.circles import covered


def lasting(history: Mapping[ChangeId, Change], theirs: Collection[ChangeId]) -> list[Change]:
    """Of `theirs` those that none of them was written on top of, in the order of their ids.

    What one laptop writes later replaces what it wrote before; between laptops, what was made on top of the other one does,
    through whatever others. Two that are each on top of the other, by what somebody else made of it, both last.
    """
    latest = {device_of(change): change for change in sorted(theirs)}
    last = set(latest.values())
    under = covered({change: above(history, change) & last for change in last})
    return [history[change] for change in sorted(last - under)]
