"""What the shipped frameworks say of their sources (dates, footnotes, numbers of cases), against the documents themselves."""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import chain
from typing import Any

import pytest

from inspector_app.core.domain.rated import Discretion
from inspector_app.core.report.standings import discretion
from inspector_app.core.services import frameworks
from tests.interchange.test_fidelity import (
    ANNEX,
    BLACKBURN,
    SALFORD,
    SHIPPED,
    TRAFFORD_2015,
    TRAFFORD_2025,
    document,
    pytestmark,
    raw,
    texts,
)

__all__ = ["pytestmark"]
TITLES = {  # as a file names a source, and as it names itself
    "HMIP, An inspection of youth justice work with children and victims in Trafford": (
        TRAFFORD_2025,
        "An inspection of youth justice work with children and victims in Trafford",
    ),
    "HMIP, An inspection of youth justice services in Salford": (SALFORD, "An inspection of youth justice services in"),
    "HMIP, An inspection of youth offending services in Blackburn with Darwen": (
        BLACKBURN,
        "An inspection of youth offending services in",
    ),
    "HMIP, Full Joint Inspection of Youth Offending Work in Trafford": (
        TRAFFORD_2015,
        "Full Joint Inspection of Youth Offending Work in Trafford",
    ),
    "HMIP, Response to our consultation on the inspection of youth justice services": (
        ANNEX,
        "consultation on the inspection of youth justice services",
    ),
}
NOT_AT_HAND = ("HMIP's programme update",)
_DAY = r"(\d{1,2} [A-Z][a-z]+ \d{4})"
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
NOTES = {  # footnotes that a file cites, and what they are about
    (TRAFFORD_2025, 3): "lowest score", (TRAFFORD_2025, 4): "lowest score", (TRAFFORD_2025, 5): "lowest score",
    (TRAFFORD_2025, 6): "victims’ standard",
    (SALFORD, 2): "Resettlement", (SALFORD, 3): "lowest score", (SALFORD, 11): "lowest score",
    (SALFORD, 5): "Professional discretion", (SALFORD, 8): "Professional discretion",
}  # fmt: skip


def sources(framework: str) -> Iterator[str]:
    """Every source that a file names, one by one."""
    named = (text for kind, text in texts(document(framework)) if kind.rpartition(".")[2] == "source")
    return chain.from_iterable(re.split(r";\s+(?=HMIP|[a-z ,]+: HMIP)", text) for text in named)


def document_of(source: str) -> str | None:
    return next((held for title, (held, _) in TITLES.items() if title in source), None)


@pytest.mark.parametrize(("held", "title"), TITLES.values())
def test_a_source_is_named_as_it_names_itself(held: str, title: str) -> None:
    assert title.casefold() in " ".join(raw(held).split()).casefold()


@pytest.mark.parametrize("framework", SHIPPED)
def test_every_document_that_is_named_is_one_of_those_at_hand_or_said_not_to_be(framework: str) -> None:
    named = [source for source in sources(framework) if "HMIP, " in source or "HMIP's" in source]
    assert named
    assert [s for s in named if document_of(s) is None and not any(part in s for part in NOT_AT_HAND)] == []


def windows() -> Iterator[Any]:
    for framework in SHIPPED:
        for sample in document(framework)["samples"]:
            for window in sample["windows"]:
                for source in window["source"].split("; "):
                    if "between" in source:
                        yield pytest.param(window, source, id=f"{framework}-{window['applies_to']}-{source[26:60]}")


def day(text: str) -> date:
    return datetime.strptime(text, "%d %B %Y").date()


@pytest.mark.parametrize(("window", "source"), list(windows()))
def test_the_days_of_a_window_follow_from_the_dates_that_its_source_prints(window: dict[str, Any], source: str) -> None:
    said = re.sub(r"(\d{1,2} [A-Z][a-z]+) and (\d{1,2} [A-Z][a-z]+) (\d{4})", _with_year, source)
    begins, first, last = (day(found) for found in re.findall(_DAY, said)[:3])
    printed = re.sub(r"\b0(\d [A-Z])", r"\1", raw(str(document_of(source))))
    for each in (begins, first, last):
        plain = f"{each.day} {each:%B %Y}"
        assert plain in printed or f"{each.day} {each:%B} to {last.day} {last:%B %Y}" in printed
    counted = begins - timedelta(days=(begins - first).days % 7)
    assert (begins - first).days == window["from_days"], counted
    assert (begins - last).days == window["to_days"]


def _with_year(found: re.Match[str]) -> str:
    """Salford prints 23 January to 17 November 2023: both are of that year."""
    return f"{found[1]} {found[3]} and {found[2]} {found[3]}"


@pytest.mark.parametrize(("held", "number"), NOTES)
def test_a_footnote_that_is_cited_is_about_what_it_is_cited_for(held: str, number: int) -> None:
    sign = rf"\[{number}\]" if held == TRAFFORD_2025 else str(number).translate(_SUPERSCRIPT)
    note = re.search(rf"^{sign} (.*)$", raw(held), re.MULTILINE)
    assert note
    assert NOTES[held, number] in note[1]


@pytest.mark.parametrize("framework", SHIPPED)
def test_every_footnote_that_is_cited_is_one_of_those(framework: str) -> None:
    cited = set()
    for source in sources(framework):
        for found in re.finditer(r"footnotes? (\d+)(?: (?:to|and) (\d+))?", source):
            cited |= {(document_of(source), int(n)) for n in found.groups() if n}
    assert cited <= set(NOTES)


@pytest.mark.parametrize("question", [2, 9])
def test_the_questions_of_the_consultation_that_are_cited_are_asked_there(question: int) -> None:
    assert any(f"decision on question {question}" in source for f in SHIPPED for source in sources(f))
    assert f"**Question {question} - " in raw(ANNEX)


@pytest.mark.parametrize(
    ("before", "after"), [("Inadequate", "Requires improvement"), ("Requires improvement", "Good")]
)
def test_a_footnote_on_discretion_is_as_printed(before: str, after: str) -> None:
    framework = frameworks.find("yos-2018")
    made = discretion(Discretion(before, after, "2.1.1", "The reason."), framework)
    assert made in raw(SALFORD)
