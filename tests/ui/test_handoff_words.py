"""What the ledger, packages and differences of text say in words."""

from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.core.domain.fields import Value
from inspector_app.core.domain.trust import Standing
from inspector_app.core.services.cases.conflicts import Conflict
from inspector_app.core.services.handoffs import Contents, Exported, LedgerRow, Received
from inspector_app.ui.words import conflict as conflict_words
from inspector_app.ui.words import contents as contents_words
from inspector_app.ui.words import diff as word_diff
from inspector_app.ui.words.diff import Kind
from inspector_app.ui.words.handoffs import ledger as ledger_words
from inspector_app.ui.words.handoffs.handoff import brings, brought, went

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
    ("lacking", "said"), [(0, "now"), (1, "now; an edit is missing"), (7, "now; 7 edits are missing")]
)
def test_of_ones_own_work_it_says_what_is_not_here(lacking: int, said: str) -> None:
    assert ledger_words.up_to(row(me=True, not_here=lacking), NOW) == said


@pytest.mark.parametrize(
    ("about", "said"),
    [
        ({}, ("Bob’s work up to Tuesday 17:40 is here.", "Bob has everything that is here.")),
        ({"missing": (3,), "here_until": at()},
         ("Bob’s work up to today 17:40 is here.", "Package 3 from Bob is missing.",
          "Bob has everything that is here.")),
        ({"missing": (1, 2, 4), "unconfirmed": 12, "ungiven": 3},
         ("Bob’s work up to Tuesday 17:40 is here.", "Packages 1, 2 and 4 from Bob are missing.",
          "Bob is not known to have all of the work here.")),
        ({"unconfirmed": 1, "ungiven": 1, "here_until": at(-1)},
         ("Bob’s work up to yesterday 17:40 is here.", "Bob is not known to have all of the work here.")),
        ({"unconfirmed": 1},
         ("Bob’s work up to Tuesday 17:40 is here.",
          "Bob was given all of the work here; no package from them has said yet that it arrived.")),
        ({"here_until": "", "last_sent": "", "last_received": "", "unconfirmed": 5},
         ("No work from Bob is here yet.", "Nothing has been given to Bob yet.")),
        ({"has_card": False, "here_until": "", "unconfirmed": 5}, ("No identity card yet.",)),
        ({"has_card": False}, ("Bob’s work up to Tuesday 17:40 is here.", "No identity card yet.")),
        ({"me": True}, ("This is you: your work up to Tuesday 17:40 is here.",)),
        ({"me": True, "not_here": 2},
         ("This is you: your work up to Tuesday 17:40 is here.",
          "2 edits that you made on this laptop are not in this file, which may be an older copy. Those that colleagues were "
          "given come back with their packages; those that only a newer file or backup holds, Restore can bring back.")),
        ({"me": True, "here_until": ""}, ("This is you: your work is here.",)),
        ({"me": True, "here_until": at(900)}, ("This is you: your work is here.",)),
        ({"here_until": at(900)},
         ("Bob’s work is here, but it is not known up to when: a clock was set ahead.", "Bob has everything that is here.")),
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
        ([row()], "Bob’s work up to Tuesday 17:40"),
        ([row(), row(name="Cid", here_until=at(-1))], "Oldest work from colleagues: Bob, Tuesday 17:40"),
        ([row(), row(name="Cid", here_until="")], "Nothing from Cid yet"),
        ([row(), row(name="Cid", here_until=at(900))], "It is not known how old their work is: Cid"),
        ([row(missing=(2,))], "Bob’s work up to Tuesday 17:40, packages from Bob missing"),
    ],
)
def test_the_strip_says_how_old_the_work_of_colleagues_is(rows: list[LedgerRow], said: str) -> None:
    assert ledger_words.colleagues(rows, NOW) == said


def received(**about: object) -> Received:
    counts = {"steps": 12, "new": 0, "changed": 0, "contested": 0, "settled": 0, "missing": (), **about}
    return Received(path=Path("b.handoff"), sender="Bob", made=at(), **counts)  # type: ignore[arg-type]


def test_a_preview_counts_cases_and_says_that_nothing_is_lost() -> None:
    about = Contents(cases=("C01", "C02"), moved_on=("C09",), sources=1, texts=2, other=True)
    found = received(new=3, contested=2, contents=about, contested_in=Contents(cases=("C02",)), own_answers=1)
    assert brings(found, NOW).split("\n") == [
        "Made by Bob: today 17:40. The signature is theirs.",
        "2 cases changed: C01 and C02",
        "1 case at a new stage: C09",
        "1 source of evidence",
        "2 texts of the findings",
        "The team, the dates and the like",
        "2 things are contested: both values of each are kept until somebody settles it.",
        "Contested in: C02.",
        "1 answer in your own cases changes.",
        "Nothing is lost.",
    ]
    assert "No answer in your own cases changes." in brings(received(new=1), NOW)
    own = brings(received(contested=2, own_contested=2), NOW)
    assert "2 answers in your own cases become contested: they count as unanswered until they are settled." in own
    assert "No answer" not in own


def test_what_a_package_changes_for_people_is_said_before_and_after() -> None:
    found = received(
        changed=4, contested=2, contents=Contents(cases=("C01",)), contested_in=Contents(cases=("C01",)),
        passed_on=(("Ann", ("C01",)), (None, ("C04", "C05")), ("", ("C06",))), to_mark=("C02",), marked=("C03",),
    )  # fmt: skip
    people = [
        "C01 is now Ann’s case.",
        "C04 and C05 are now your cases.",
        "C06 is now nobody’s case.",
        "You are asked for a blind second marking: C02.",
        "A marking is finished; once both are, they can be compared: C03.",
    ]
    assert brings(found, NOW).split("\n")[2:7] == people
    assert "No answer in your own cases changes." not in brings(found, NOW), "one of them was one's own until now"
    assert brought([found]).split("\n")[1:6] == people


def test_all_that_is_contested_is_said_not_cases_alone() -> None:
    there = Contents(cases=("T1",), moved_on=("T1", "T2"), concerns=("T3",), worries=1, texts=2, other=True)
    assert (
        "Contested in: T1; T2; 1 concern about no case; 2 texts of the findings; the concern about T3; "
        "the team, the dates and the like" in (brings(received(contested=7, contested_in=there), NOW))
    )
    assert "Contested in: 1 concern about no case." in brings(
        received(contested=1, contested_in=Contents(worries=1)), NOW
    )


def test_of_many_cases_the_first_are_named() -> None:
    assert contents_words.lines(Contents(worries=1)) == ["1 concern about no case"]
    (said,) = contents_words.lines(Contents(cases=tuple(f"C{n:02d}" for n in range(1, 21))))
    assert said.startswith("20 cases changed: C01, C02,")
    assert said.endswith("C08 and 12 more")


def test_a_preview_says_when_there_is_nothing_new_and_what_is_missing() -> None:
    said = brings(received(steps=0, missing=(3,)), NOW)
    assert "Everything in it is here already" in said
    assert "Package 3 from Bob is missing. This package can be used all the same; it can come later." in said.replace(
        "\n", " "
    )
    assert brought([received(steps=0)]) == "Taken from Bob: everything was here already."
    assert brought([received(contents=Contents(texts=1))]) == "Taken from Bob: 1 text of the findings."


def test_what_went_is_said_with_cases_people_size_and_file() -> None:
    about = Contents(cases=("C01",))
    sent = Exported(Path("x.handoff"), ("Bob", "Cid"), 12, 40, everything=False, contents=about, size=12_001)
    take = "\nNow pass the file on: they take it at Hand-off."
    assert went(sent) == f"For Bob and Cid, about 13 KB: x.handoff{take}"
    assert went(sent, receipt=True) == "A receipt for Bob and Cid: x.handoff"
    nothing = Exported(Path("x.handoff"), ("Bob",), 0, 0, everything=False, size=900)
    assert went(nothing) == f"For Bob, about 1 KB: x.handoff\nNo work, only what has arrived here.{take}"
    parts = Exported(Path("x"), ("Bob",), 1, 1, everything=True, parts=(Path("a"), Path("b")), size=12_340_000)
    assert went(parts).split("\n") == [
        "The whole inspection for Bob, about 12.3 MB: a",
        "b",
        "Now pass the file on: anybody joining chooses it at Join from a package, and others take it at Hand-off.",
    ]


@pytest.mark.parametrize(
    ("about", "given", "state"),
    [
        ({"road": "mail"}, "today 17:40, by mail", "up to date"),
        ({"road": "stick", "unconfirmed": 1, "ungiven": 1}, "today 17:40, on a stick", "give them the rest"),
        ({"last_sent": "", "unconfirmed": 1, "ungiven": 1}, "", "give a package"),
        ({"road": "stick", "unconfirmed": 1}, "today 17:40, on a stick", "given, not confirmed"),
        ({"last_sent": "", "missing": (2, 3)}, "", "2 packages missing"),
        ({"standing": Standing.WAITING}, "today 17:40", "waits to be accepted"),
        ({"me": True}, "today 17:40", ""),
    ],
)
def test_who_has_what_says_when_it_was_last_given_how_and_how_it_stands(
    about: dict[str, object], given: str, state: str
) -> None:
    assert ledger_words.last_given(row(**about), NOW) == given
    assert ledger_words.state(row(**about)) == state


TEXTS = st.text(alphabet="ab \n<&é", max_size=60)


@given(TEXTS, TEXTS)
def test_a_difference_holds_both_texts_whole(before: str, after: str) -> None:
    parts = word_diff.diff(before, after)
    assert "".join(p.text for p in parts if p.kind is not Kind.ADDED) == before
    assert "".join(p.text for p in parts if p.kind is not Kind.REMOVED) == after


@pytest.mark.parametrize(
    ("after", "quoted", "shown"),
    [
        ("One is so. Two is so. Three is so.", "Two is", "… Two is so. …"),
        ("One is so. Two is so. Three is so. Four came.", "", "… Three is so. (added: Four came.)"),
        ("Ages ago. One is so. Two is so. Three is so.", "", "(removed: One) (added: Ages ago. One) is so. …"),
        ("One is so. Two is so. Three is so.", "nowhere", "One is so. Two is so. Three is so."),
    ],
)
def test_of_a_long_text_what_is_quoted_or_changed_is_shown(after: str, quoted: str, shown: str) -> None:
    parts = word_diff.near(word_diff.diff("One is so. Two is so. Three is so.", after), quoted)
    assert word_diff.in_words(parts) == shown


def test_a_difference_is_marked_by_more_than_colour() -> None:
    parts = word_diff.diff("He was seen twice.\nSame", "He was seen <once>.\nSame")
    html = word_diff.as_html(parts, "#111111", "#222222")
    assert '<s style="color: #111111"> twice.</s>' in html
    assert '<u style="color: #222222"><b>&lt;once&gt;.</b></u>' in html, "no line under the blank before it"
    html = word_diff.as_html(parts, "#111111", "#222222", grounds=("#eeeeee", "#ffffff"))
    assert '<s style="color: #111111; background-color: #eeeeee"> twice.</s>' in html
    assert '<u style="color: #222222; background-color: #ffffff"><b>' in html
    assert word_diff.in_words(parts) == "He was seen (removed: twice.) (added: <once>.) Same"


def test_a_text_that_goes_on_keeps_its_last_word() -> None:
    parts = word_diff.diff("Threats at home", "Threats at home and at school")
    assert [(part.kind, part.text) for part in parts] == [
        (Kind.SAME, "Threats at home"), (Kind.ADDED, " and at school"),
    ]  # fmt: skip


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
