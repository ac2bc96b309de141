"""Who did what is told by an initial in a disc, and by the name where two people share one."""

from dataclasses import replace

from inspector_app.core.domain.days.week import EventRow
from inspector_app.core.services.fieldwork.week import Plan
from inspector_app.ui.words import week as week_words

_EVENT = EventRow("e", "2026-03-10", "09:30", "", "meeting", "Board", "a", "")
_PLAN = Plan((), {}, {}, {}, {"a": "Ruth Ashdown", "b": "Eve Marsh"}, ())


def test_the_name_of_who_leads_an_event_is_told_where_an_initial_does_not_tell_who_it_is() -> None:
    assert week_words.by_name(_EVENT, _PLAN) == ""
    alike = replace(_PLAN, people={**_PLAN.people, "c": "Rosa Amis"})
    assert week_words.by_name(_EVENT, alike) == "Ruth Ashdown"
    assert week_words.about(_EVENT, _PLAN) == "Meeting · Ruth Ashdown"
