"""Who should act, however they were typed, reads right over recommendations and after them."""

import re
from dataclasses import replace

import pytest

from inspector_app.core.domain.draft import recommending
from inspector_app.core.domain.inspection import Recommendation
from inspector_app.core.report.content import Bullets, Label
from tests.report.test_footnotes import FRAMEWORKS
from tests.report.test_numbers_in_sentences import counted, said


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("The head of service should", "The head of service"),
        ("The head of service should:", "The head of service"),
        ("the YJS management board SHOULD :", "the YJS management board"),
        ("The board must", "The board"),
        ("The board:", "The board"),
        ("  The   board .", "The board"),
        ("The board and the head of service should", "The board and the head of service"),
        ("Trafford Council –", "Trafford Council"),
        ("The service needs to", "The service"),
        ("should:", ""),
        ("Head of Shouldham School", "Head of Shouldham School"),
        ("The Mustard Tree", "The Mustard Tree"),
        ("The chief officers’ group", "The chief officers’ group"),
        ("", ""),
        ("هيئة الإدارة should:", "هيئة الإدارة"),
    ],
)
def test_an_owner_is_said_without_what_is_printed_after_it(typed: str, name: str) -> None:
    assert recommending.owner_said(typed) == name
    assert recommending.owner_said(name) == name


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_should_is_printed_once_and_each_owner_has_one_heading(make, framework: str) -> None:
    owners = ("The head of service should", "the Head of Service", "head of service should:", "The police must:", "")
    made = tuple(Recommendation(owner, f"act on point {n}") for n, owner in enumerate(owners))
    report = make.report(replace(counted(make.framework(framework), 1, 1, 1), recommendations=made))
    text = "\n".join(said(report))
    assert not re.search(r"(?i)should:?\s+should|must:? should|::|: should|should\)|:\)", text)
    known = make.framework(framework).recommendations
    if known is None or known.owner.value == "over":
        blocks = [block for section in report.sections for block in section.blocks]
        labels = [b.text for b in blocks if isinstance(b, Label) and b.text.endswith("should:")]
        assert labels == ["The head of service should:", "The police should:", "Not yet said who should:"]
        first = blocks[next(place for place, b in enumerate(blocks) if b == Label(labels[0])) + 1]
        assert isinstance(first, Bullets)
        assert len(first.items) == 3
    else:
        assert text.count("(The head of service)") == 1
        assert "act on point 3 (The police)" in text
