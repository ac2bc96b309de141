"""A fault of the program in one part of a draft leaves the others, and is said where the part would stand."""

import logging
from datetime import UTC, datetime

import pytest

from inspector_app.core.errors import Code, Expected
from inspector_app.core.report import annexe, parts, recommendations, sections
from inspector_app.core.services.documents import exchange
from inspector_app.core.services.results import reports
from inspector_app.core.services.ticket import Ticket

AT = datetime(2026, 3, 13, 9, tzinfo=UTC)
SECRET = "C07 saw his brother"


def broken(*_given: object) -> None:
    raise KeyError(SECRET)


@pytest.mark.parametrize(
    ("module", "called"),
    [
        (recommendations, "Recommendations"),
        (sections, "The standards"),
        (annexe, "Annexe: how the ratings were reached"),
    ],
)
def test_a_part_that_cannot_be_made_is_named_and_the_rest_is_there(
    module: object, called: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    framework, inspection = exchange.load(exchange.sample_document())
    whole = reports.composed(framework, inspection, AT)
    monkeypatch.setattr(module, "compose", broken)
    with caplog.at_level(logging.ERROR):
        report = reports.composed(framework, inspection, AT)
    assert (whole.missing, report.missing) == ((), (called,))
    others = {"Foreword", "Recommendations", "Annexe: record of the inspection", called}
    assert others <= {heading.text for heading in report.headings}
    assert sum(len(section.blocks) for section in report.sections) < sum(len(s.blocks) for s in whole.sections)
    assert "KeyError" in caplog.text
    assert SECRET not in caplog.text
    for ending in reports.ENDINGS:
        made = reports.write(report, ending, Ticket())
        assert made
        assert SECRET.encode() not in made


def test_what_the_world_does_is_no_fault_of_a_part() -> None:
    """A refusal goes on to who asked."""

    def refused() -> tuple[()]:
        raise Expected(Code.DISK_FULL, where="here")

    with pytest.raises(Expected):
        parts.whole("A part", refused)
