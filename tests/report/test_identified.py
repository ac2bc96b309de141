"""Every text that people wrote and a draft prints is looked at for what may identify somebody."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest

from inspector_app.core.domain.draft.copies import Copy, MemberSaid, Remark, Scope, ToldThen, outward
from inspector_app.core.domain.inspection import Finding as Text
from inspector_app.core.domain.inspection import (
    FindingKind,
    Interview,
    PanelDecision,
    Previous,
    Recommendation,
    Source,
)
from inspector_app.core.domain.panel.decided import Decided
from inspector_app.core.services.results import identifying
from tests.report.test_compose import said

FIXED = {
    "standard",
    "subject",
    "rating",
    "to_rating",
    "computed",
    "sample",
    "kind",
    "outcome",
    "priority",
    "ref",
    "id",
    "mark",
}
WORD = "WORD"  # stands where somebody may write what they like


def numbers() -> Iterator[str]:
    return (f"07700 {900_000 + n}" for n in range(1, 1000))


def numbered(thing: Any, number: Iterator[str]) -> Any:
    """The same with a telephone number of its own in the place of each WORD."""
    if isinstance(thing, str):
        while WORD in thing:
            thing = thing.replace(WORD, next(number), 1)
        return thing
    if isinstance(thing, tuple):
        return tuple(numbered(one, number) for one in thing)
    if is_dataclass(thing) and not isinstance(thing, type):
        return replace(thing, **{f.name: numbered(getattr(thing, f.name), number) for f in fields(thing) if f.init})
    return thing


@pytest.mark.parametrize("scope", list(Scope))
def test_no_words_of_people_are_printed_that_were_not_looked_at(make, trafford, scope: Scope) -> None:
    number = numbers()
    inspection = numbered(
        replace(
            trafford,
            findings=(
                Text("2.1", FindingKind.NARRATIVE, f"Ring {WORD}; [=2.1.1|12 of 15 (80%)|as {WORD} told]."),
                Text("2.1", FindingKind.STRENGTH, f"{WORD} is good.^[See {WORD}]"),
            ),
            recommendations=(Recommendation(WORD, f"Ring {WORD}."),),
            ratings=(*(replace(r, rationale=WORD) for r in trafford.ratings),),
            panel=(PanelDecision("2.2", "Good", reason=WORD, members=WORD, interests=WORD, computed="Inadequate"),),
            previous=(Previous(WORD, f"Ring {WORD}.", "done", WORD),),
            interviews=(Interview(trafford.cases[0].id, f"case manager {WORD}", note=WORD),),
            sources=(Source("meeting", WORD, who=WORD, note=WORD),),
        ),
        number,
    )
    if scope is Scope.SERVICE:
        inspection, copy = outward(inspection), Copy(scope)
    else:
        made = Copy(
            scope,
            remarks=(Remark("C01", "2.1.1", WORD, "Inspector A", answered=False),),
            decisions=(Decided("2.3", "Good", "Good", WORD, WORD, by="", at="", interests=WORD),),
            members=(MemberSaid("2.1", "Inspector A", "Good", WORD, WORD),),
            told=(ToldThen("24 March", WORD, WORD, "", WORD),),
        )
        copy = numbered(made, number)
    report = said(make.report(inspection, copy=copy))
    printed = {one for one in numbers() if one in report}
    found = {one.said for one in identifying.in_document(make.framework(inspection.framework), inspection, copy)}
    assert len(printed) > 3
    assert printed - found == set()
