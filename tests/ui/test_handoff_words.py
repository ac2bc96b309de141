"""What the ledger, packages and differences of text say in words."""

from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.core.domain.fields import Value
from inspector_app.core.services.conflicts import Conflict
from inspector_app.core.services.handoffs import Exported, LedgerRow, Received
from inspector_app.ui.words import conflict as conflict_words
from inspector_app.ui.words import diff as word_diff
from inspector_app.ui.words import ledger as ledger_words
from inspector_app.ui.words.diff import Kind
from inspector_app.ui.words.handoff import brings, brought, went

NOW = datetime(2026, 3, 12, 18, 0).astimezone()  # a Thursday


def at(days: int = 0, hour: int = 17, minute: int = 40) -> str:
    then = NOW.replace(hour=hour, minute=minute) + timedelta(days=days)
    return then.astimezone(UTC).isoformat()


def row(**about: object) -> LedgerRow:
    given = {
        "person": "b", "name": "Bob", "role": "Inspector", "me": False, "has_card": True, "here_until": at(-2),
        "missing": (), "last_received": at(), "last_sent": at(), "unconfirmed": 0, **about,
    }  # fmt: skip
    return LedgerRow(**given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("about", "said"),
    [
        ({}, ("The work of Bob up to Tuesday 17:40 is here.", "Bob has everything that is here.")),
        ({"missing": (3,), "here_until": at()},
         ("The work of Bob up to today 17:40 is here.", "Package 3 from Bob is missing.",
          "Bob has everything that is here.")),
        ({"missing": (1, 2, 4), "unconfirmed": 12},
         ("The work of Bob up to Tuesday 17:40 is here.", "Packages 1, 2 and 4 from Bob are missing.",
          "Bob is not known to have the last 12 steps of the work here.")),
        ({"unconfirmed": 1, "here_until": at(-1)},
         ("The work of Bob up to yesterday 17:40 is here.", "Bob is not known to have the last step of the work here.")),
        ({"here_until": "", "last_sent": "", "last_received": "", "unconfirmed": 5},
         ("No work of Bob is here yet.", "Nothing has been given to Bob yet.")),
        ({"has_card": False, "here_until": "", "unconfirmed": 5}, ("No identity card yet.",)),
        ({"has_card": False}, ("The work of Bob up to Tuesday 17:40 is here.", "No identity card yet.")),
        ({"me": True}, ("This is you: your work up to Tuesday 17:40 is here.",)),
        ({"me": True, "here_until": ""}, ("This is you: your work is here.",)),
    ],
)  # fmt: skip
def test_the_ledger_says_of_each_person_what_is_here_and_what_they_have(
    about: dict[str, object], said: tuple[str, ...]
) -> None:
    assert ledger_words.sentences(row(**about), NOW) == said


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([], ""),
        ([row(me=True), row(has_card=False)], ""),
        ([row()], "Work of Bob up to Tuesday 17:40"),
        ([row(), row(name="Cid", here_until=at(-1))], "Oldest work of colleagues: Bob, Tuesday 17:40"),
        ([row(), row(name="Cid", here_until="")], "Nothing from Cid yet"),
        ([row(missing=(2,))], "Work of Bob up to Tuesday 17:40, packages from Bob missing"),
    ],
)
def test_the_strip_says_how_old_the_work_of_colleagues_is(rows: list[LedgerRow], said: str) -> None:
    assert ledger_words.colleagues(rows, NOW) == said


def received(**about: object) -> Received:
    counts = {"steps": 12, "new": 0, "changed": 0, "contested": 0, "settled": 0, "missing": (), **about}
    return Received(path=Path("b.handoff"), sender="Bob", made=at(), **counts)  # type: ignore[arg-type]


def test_a_preview_says_numbers_and_that_nothing_is_lost() -> None:
    assert brings(received(new=3, changed=1, contested=2), NOW) == (
        "From Bob, made today 17:40: 12 steps. 3 fields new, 1 changed, 2 contested. "
        "Where two values stand, both are kept until somebody settles it. Nothing is lost."
    )
    assert "1 field settled." in brings(received(steps=1, settled=1), NOW)


def test_a_preview_says_when_there_is_nothing_new_and_what_is_missing() -> None:
    said = brings(received(steps=0, missing=(3,)), NOW)
    assert "everything in it is here already" in said
    assert "Package 3 from Bob is missing. This package can be used all the same; it can come later." in said
    assert brought([received(steps=0)]) == "Imported from Bob: everything was here already."


def test_what_went_is_said_with_numbers_people_and_file() -> None:
    sent = Exported(Path("x.handoff"), ("Bob", "Cid"), 12, 40, everything=False)
    assert went(sent) == "12 steps, 40 changes for Bob and Cid: x.handoff"
    assert went(sent, receipt=True) == "A receipt for Bob and Cid: x.handoff"
    nothing = Exported(Path("x.handoff"), ("Bob",), 0, 0, everything=False)
    assert went(nothing) == "No steps, no changes for Bob: x.handoff"


TEXTS = st.text(alphabet="ab \n<&é", max_size=60)


@given(TEXTS, TEXTS)
def test_a_difference_holds_both_texts_whole(before: str, after: str) -> None:
    parts = word_diff.diff(before, after)
    assert "".join(p.text for p in parts if p.kind is not Kind.ADDED) == before
    assert "".join(p.text for p in parts if p.kind is not Kind.REMOVED) == after


def test_a_difference_is_marked_by_more_than_colour() -> None:
    parts = word_diff.diff("He was seen twice.\nSame", "He was seen <once>.\nSame")
    html = word_diff.as_html(parts, "#111111", "#222222")
    assert '<s style="color: #111111">twice. </s>' in html
    assert '<u style="color: #222222"><b>&lt;once&gt;.\n</b></u>' in html
    assert word_diff.in_words(parts) == "He was seen (removed: twice.) (added: <once>.) Same"


def test_html_shows_the_new_text_whole() -> None:
    class Reader(HTMLParser):
        seen, struck = "", False

        def handle_starttag(self, tag: str, attrs: object) -> None:
            self.struck = tag == "s"

        def handle_endtag(self, tag: str) -> None:
            self.struck = False

        def handle_data(self, data: str) -> None:
            self.seen += "" if self.struck else data

    reader = Reader()
    reader.feed(word_diff.as_html(word_diff.diff("a b\nc d\n", "a x\nd & <e>\n"), "#111111", "#222222"))
    assert reader.seen == "a x\nd & <e>\n"


@pytest.mark.parametrize(
    ("entity", "field", "held", "said"),
    [
        ("case", "began", "2025-11-03", "3 November 2025"),
        ("case", "began", None, "None"),
        ("case", "inspector", "r", "Ruth Ashdown"),
        ("judgement", "answer", "na", "Not applicable"),
        ("judgement", "answer", None, "No answer"),
        ("concern", "closed", True, "Closed"),
        ("prompt", "note", None, "Nothing written"),
    ],
)
def test_a_contested_value_reads_as_it_does_everywhere(entity: str, field: str, held: Value, said: str) -> None:
    conflict = Conflict(entity, "x", field, case_ref="", question="", prompt="", sides=(), before=None, merged=None)
    assert conflict_words.value(conflict, held, {"r": "Ruth Ashdown"}) == said
