"""The week: days, clashes, and counts that read no note."""

import itertools
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.core.domain.days.spans import Span
from inspector_app.core.domain.days.spoken import to_the_minute
from inspector_app.core.domain.days.week import EventRow, Part, clashes, days, gap_weeks, in_order, is_over, weeks
from inspector_app.core.domain.days.week_line import TypedEvent, read_line
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.cases import conflicts, reviews, sharing
from inspector_app.core.services.fieldwork import setting_up, week
from inspector_app.core.services.fieldwork.week import Waiting
from inspector_app.core.services.people import team
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.words import week as week_words
from tests.conftest import PASSPHRASE
from tests.services.colleagues import Team

pytestmark = pytest.mark.usefixtures("no_backups")

MONDAY = "2026-03-09"


def put(workspace: Workspace, line: str, day: str = MONDAY) -> str:
    return week.add(workspace, day, line, week.plan(workspace))


def titles(workspace: Workspace, day: str = MONDAY) -> list[tuple[str, str]]:
    return [(e.time, e.title) for e in week.plan(workspace).events.get(day, ())]


# who leads


def test_a_card_that_comes_for_a_name_takes_over_what_that_name_leads(workspace: Workspace, profile: Path) -> None:
    setting_up.add_person(workspace, "Tom Reed", "Inspector")
    put(workspace, "9.30 case interview Tom Reed")
    tom = Laptop(profile.with_name("tom"))
    tom.create_identity("Tom Reed", "Inspector", PASSPHRASE)
    team.add(workspace, tom.card())
    plan = week.plan(workspace)
    assert [name for name in plan.people.values() if name == "Tom Reed"] == ["Tom Reed"]
    put(workspace, "11am meeting Tom Reed")
    assert [event.person for event in week.plan(workspace).events[MONDAY]] == [tom.person.id] * 2


# days and order


def test_the_board_has_the_working_days_of_fieldwork_and_of_the_return_visit() -> None:
    across = days([Span(date(2026, 3, 9), date(2026, 3, 20))], (date(2026, 4, 20), date(2026, 4, 21)))
    assert [d.date.day for d in across if d.date and d.part is Part.FIELDWORK] == [
        9,
        10,
        11,
        12,
        13,
        16,
        17,
        18,
        19,
        20,
    ]
    assert [d.code for d in across if d.part is Part.RETURN] == ["2026-04-20", "2026-04-21"]


def test_a_gap_week_has_no_days_unless_something_stands_on_them() -> None:
    fieldwork = [Span(date(2014, 11, 10), date(2014, 11, 14)), Span(date(2014, 11, 24), date(2014, 11, 25))]
    across = days(fieldwork, (None, None), ["2014-11-19"])
    assert [(d.date.day, d.part) for d in across if d.date and d.part is not Part.FIELDWORK] == [(19, Part.OTHER)]
    assert [d.date.day for d in across if d.date] == [10, 11, 12, 13, 14, 19, 24, 25]


def test_a_day_outside_the_fieldwork_is_there_as_soon_as_something_stands_on_it() -> None:
    across = days([Span(date(2026, 3, 9), date(2026, 3, 13))], (None, None), ["2026-03-14", ""])
    assert [(d.code, d.part) for d in across[5:]] == [("2026-03-14", Part.OTHER), ("", Part.OTHER)]


def test_days_stand_in_weeks_and_a_return_visit_in_one_of_its_own() -> None:
    fieldwork = [Span(date(2014, 11, 10), date(2014, 11, 14)), Span(date(2014, 11, 24), date(2014, 11, 25))]
    across = days(fieldwork, (date(2014, 11, 26), date(2014, 11, 27)), ["2014-11-15", ""])
    found = weeks(across)
    assert [[d.date.day for d in week if d.date] for week in found] == [
        [10, 11, 12, 13, 14, 15],
        [24, 25],
        [26, 27],
        [],
    ]
    assert [gap_weeks(before, after) for before, after in pairwise(found)] == [1, 0, 0]
    assert sorted(d.code for week in found for d in week) == sorted(d.code for d in across)


def test_a_visit_without_a_last_day_and_fieldwork_on_a_weekend_still_have_days() -> None:
    assert len(days([Span(date(2026, 3, 14), date(2026, 3, 15))], (date(2026, 4, 20), None))) == 3


def test_events_of_a_day_stand_in_order_of_time_and_those_without_one_last(workspace: Workspace) -> None:
    for line in ("14:00 feedback", "presentation some time", "930 presentation", "9 set up"):
        put(workspace, line)
    assert [t for t, _ in titles(workspace)] == ["09:00", "09:30", "14:00", ""]


# adding, moving, taking away


def test_one_typed_line_is_read_into_time_kind_case_and_person(workspace: Workspace) -> None:
    put(workspace, "9.30  Case interview  c02 with Ruth")
    (event,) = week.plan(workspace).events[MONDAY]
    assert (event.time, event.kind, event.title) == ("09:30", "case", "Case interview c02 with Ruth")
    assert (event.case, event.person) == (workspace.case_id("C02"), workspace.me)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Opening presentation", "presentation"), ("focus group with children", "focus-group"),
        ("Multi-agency discussion", "discussion"), ("Feedback to the board", "feedback"), ("Points due back", "points"),
        ("C01", "case"),
        ("Team meeting", "meeting"), ("Lunch", "other"),
    ],
)  # fmt: skip
def test_what_happens_is_known_by_its_words(line: str, kind: str) -> None:
    assert read_line(line, {"C01": "1"}, {}).kind == kind


def test_a_name_that_two_people_share_is_nobody_in_particular() -> None:
    assert read_line("9 meeting Ann", {}, {"1": "Ann Lee", "2": "Ann Orr"}).person == ""
    assert read_line("9 meeting ann orr", {}, {"1": "Ann Lee", "2": "Ann Orr"}).person == "2"


CASES = {"C01": "1", "C01 (2)": "2", "YJ/07": "3", "007": "4", "É/1 b": "5"}


@pytest.mark.parametrize(
    ("line", "case"),
    [("C01 (2) interview", "2"), ("C01 interview", "1"), ("c01, then lunch", "1"), ("9.30 YJ/07 interview", "3"),
     ("yj/07", "3"), ("YJ/07/2 interview", ""), ("C012", ""), ("C01-2", ""), ("interview (C01)", "1"),
     ("C01(2) interview", "2"), ("c01 ( 2 )", "2"),
     ("007 interview", "4"), ("9.30 007", "4"), ("e\u0301/1  B seen", "5"), ("C\u200b01 seen", "1")],
)  # fmt: skip
def test_a_case_is_that_of_the_longest_reference_that_stands_in_the_line(line: str, case: str) -> None:
    assert read_line(line, CASES, {}).case == case


@pytest.mark.parametrize(
    "line",
    ["2026 plan", "2026 meeting", "2 children seen at home", "12 month review meeting", "2-3 children", "100 files read",
     "2 case interviews", "3 meetings", "7 of them", "9 children seen", "10 week plan", "9 boys", "12-18 months",
     "2: Assessing", "9:5 of them", "2 - 3 children", "10:15:30 C01", "24:00 C01", "9.5 hours C01", "1st visit C01",
     "3x C01", "12/03/2026 C01",
     "ratio 1:30 of staff", "a ratio of 1:30", "Ratios: 1:12", "a 1:30 ratio", "1:30 ratio of staff",
     "8 March plan", "10 Nov. review", "9 September C01", "11 of March"],
)  # fmt: skip
def test_years_and_counts_are_no_times(line: str) -> None:
    read = read_line(line, CASES, {"p": "Ann Lee"})
    assert (read.time, read.title) == ("", line)


@pytest.mark.parametrize(
    ("line", "time", "end", "title"),
    [("2-3pm interview", "14:00", "15:00", "interview"), ("2pm - 3.30pm x", "14:00", "15:30", "x"),
     ("11-1pm x", "11:00", "13:00", "x"), ("9.30–10.15 C01", "09:30", "10:15", "C01"),
     ("9 to 10 case", "09:00", "10:00", "case"), ("9-10am", "09:00", "10:00", ""), ("3-2pm x", "15:00", "", "x"),
     ("0930 opening", "09:30", "", "opening"), ("9 Ann", "09:00", "", "Ann"), ("1400 feedback", "14:00", "", "feedback"),
     ("2pm lunch", "14:00", "", "lunch"), ("09.30hrs C01", "09:30", "", "C01"), ("9:30 hrs C01", "09:30", "", "C01"),
     ("9:30:00 C01", "09:30", "", "C01"), ("09:30:00 - 10:15:00 C01", "09:30", "10:15", "C01"),
     ("9\u201110am C01", "09:00", "10:00", "C01"), ("9.30\u221210 C01", "09:30", "10:00", "C01"),
     ("10 → 12 C01", "10:00", "12:00", "C01"), ("09:30 - C01", "09:30", "", "C01"), ("9.30: opening", "09:30", "", "opening"),
     ("9: case interview C01", "09:00", "", "case interview C01"), ("９.３０ C01", "09:30", "", "C01"),
     ("9.30\u00a0C01", "09:30", "", "C01"), ("0930 - 1015hrs C01", "09:30", "10:15", "C01"),
     ("10am meeting Anna 45 minutes", "10:00", "10:45", "meeting Anna"), ("2pm C01 for 2 hours", "14:00", "16:00", "C01"),
     ("9.30 for half an hour C01", "09:30", "10:00", "C01"), ("9 visit (1.5 hrs)", "09:00", "10:30", "visit"),
     ("11:00 board, 1h30", "11:00", "12:30", "board"), ("13.15 call 20 min.", "13:15", "13:35", "call"),
     ("9am an hour", "09:00", "10:00", ""), ("10-11 meeting 45 minutes", "10:00", "11:00", "meeting 45 minutes"),
     ("23:30 x 45 minutes", "23:30", "", "x 45 minutes"), ("9.30 feedback on 24 hours", "09:30", "", "feedback on 24 hours"),
     ("10am seen after 2 hours", "10:00", "", "seen after 2 hours"), ("10am 900 minutes", "10:00", "", "900 minutes"),
     ("ratio 1:30 at 10", "10:00", "", "ratio 1:30"), ("staff ratio, 14:30", "14:30", "", "staff ratio,"),
     ("11ish court visit, an hour and a half", "11:00", "12:30", "court visit"), ("10.30-ish C01", "10:30", "", "C01"),
     ("about 11 court visit", "11:00", "", "court visit"), ("around 2pm C01", "14:00", "", "C01"),
     ("court visit 2ish Ann", "14:00", "", "court visit Ann"), ("half 2ish C01", "14:30", "", "C01"),
     ("noonish lunch", "12:00", "", "lunch"), ("approx. 9 Ann", "09:00", "", "Ann"), ("elevenish tea", "11:00", "", "tea"),
     ("c. 10 C01", "10:00", "", "C01"), ("Ann at 4 ish", "16:00", "", "Ann"), ("2ish to 3ish C01", "14:00", "15:00", "C01"),
     ("about 2 children", "", "", "about 2 children"), ("5ish children seen", "", "", "5ish children seen"),
     ("selfish 10am Ann", "10:00", "", "selfish Ann"), ("about 20 minutes of film", "", "", "about 20 minutes of film"),
     ("10am film of 90 minutes", "10:00", "", "film of 90 minutes"), ("10am 0 minutes", "10:00", "", "0 minutes")],
)  # fmt: skip
def test_a_time_may_have_an_end(line: str, time: str, end: str, title: str) -> None:
    read = read_line(to_the_minute(line), CASES, {"p": "Ann Lee"})
    assert (read.time, read.end, read.title) == (time, end, title)


def test_time_length_person_case_and_kind_stand_in_any_order() -> None:
    """ "10am meeting for 45 minutes Tom": how long it lasts was read at the end of a line alone."""
    people, misread = {"t": "Tom Baker", "i": "Inspector C"}, []
    times = ("10am", "10.00", "at 10", "10:00")
    lengths = ("for 90 minutes", "90 mins", "(1.5 hours)", "1h30", "an hour and a half", "1 hr 30 min", "1½ hours")
    whole = itertools.product(times, lengths, ("Tom", "with Tom", "(Tom)"), ["C01"], ("case", "focus group"))
    lines = (" ".join(order) for parts in whole for order in itertools.permutations(parts))
    for line in itertools.islice(lines, 0, None, 13):  # which has every order of every part among them
        read = read_line(line, CASES, people)
        kind = "focus-group" if "focus group" in line else "case"
        if (read.time, read.end, read.person, read.case, read.kind) != ("10:00", "11:30", "t", "1", kind):
            misread.append((line, read))
    assert misread == []


@pytest.mark.parametrize(
    ("line", "end", "title"),
    [("10am meeting - 45 minutes - Ann", "10:45", "meeting Ann"), ("10am meeting [45 minutes] Ann", "10:45", "meeting Ann"),
     ("10am 1 hour for C01", "11:00", "C01"), ("10am lasting 90 min, C01", "11:30", "C01"),
     ("10am one-hour interview C01", "11:00", "interview C01"), ("10am an hour’s meeting", "11:00", "meeting"),
     ("10am 2 1/2 hours C01", "12:30", "C01"), ("10am C01 1hr30 Ann", "11:30", "C01 Ann"),
     ("10am three quarters of an hour C01", "10:45", "C01"), ("10am 1 hour home visit", "11:00", "home visit"),
     ("10am C01 1 hour max", "11:00", "C01"), ("10am C01 until 11.30 Ann", "11:30", "C01 Ann"),
     ("10am C01 till 11 Ann", "11:00", "C01 Ann"), ("10am C01 to 11.30 Ann", "11:30", "C01 Ann")],
)  # fmt: skip
def test_how_long_it_lasts_is_read_in_the_midst_of_a_line(line: str, end: str, title: str) -> None:
    read = read_line(line, CASES, {"p": "Ann Lee"})
    assert (read.time, read.end, read.title) == ("10:00", end, title)


@pytest.mark.parametrize(
    "words",
    ["2 hours of reparation", "unpaid work 4 hours a week Ann", "2 hour curfew check Ann", "C01 1 hour late",
     "C01 for 2 hours each day", "held for 6 hours in custody", "call 15 mins before feedback", "25 hours education review",
     "C01 45 to 60 minutes", "C01 20 minutes, then C03 30 minutes", "C01 45 mins travel", "£45m budget",
     "2 x 1 hour interviews", "10 minutes’ walk", "visit within 48 hours C01", "contact until 4 children"],
)  # fmt: skip
def test_a_length_that_the_words_are_about_stays_in_them(words: str) -> None:
    read = read_line(f"10am {words}", CASES, {"p": "Ann Lee"})
    assert (read.time, read.end, read.title) == ("10:00", "", words)


@pytest.mark.parametrize(
    ("line", "time", "end"),
    [("interview 9.30 Ann", "09:30", ""), ("C01 interview 2-3pm Ann", "14:00", "15:00"),
     ("C01 1400-1500 Ann", "14:00", "15:00"), ("interview C01 10.15 to 11.15", "10:15", "11:15"),
     ("Ann at 10 focus group", "10:00", ""), ("1h30 C01 at 2pm", "14:00", "15:30"), ("plan 2014-2015", "", ""),
     ("read 2.25 of the plan", "", ""), ("reviewed 12.11 C01", "", ""), ("paid 9.30 an hour", "", ""),
     ("part 3.14 C01", "", "")],
)  # fmt: skip
def test_a_time_further_on_says_that_it_is_one(line: str, time: str, end: str) -> None:
    read = read_line(line, CASES, {"p": "Ann Lee"})
    assert (read.time, read.end) == (time, end)


def test_somebody_is_known_by_the_last_word_of_their_name_where_the_line_ends_with_it() -> None:
    people = {"1": "Inspector A", "2": "Inspector C", "3": "Ann Lee"}
    assert read_line("4-5 focus group C", {}, people).person == "2"
    assert read_line("4 C or A of the plan", {}, people).person == ""
    assert read_line("a focus group", {}, people).person == ""
    assert read_line("9.30 case interview lee", {}, people).person == "3"


def test_somebody_is_known_by_their_initials_in_capitals_at_the_end() -> None:
    people = {"1": "Sam Okafor", "2": "Priya Banks", "3": "Paul Byrne", "4": "Ann Lee"}
    assert read_line("lunch with police half 12 SO", {}, people).person == "1"
    assert read_line("10 meeting PB", {}, people).person == ""
    assert read_line("10 meeting so", {}, people).person == ""
    assert read_line("SO focus group", {}, people).person == ""


HALF_HOURS = st.integers(0, 47).map(lambda n: f"{n // 2:02d}{':.'[n % 2]}{'30' if n % 2 else '00'}")


@given(st.lists(HALF_HOURS, min_size=2, max_size=2, unique=True), st.sampled_from(["-", "–", " to ", " - "]))
def test_two_written_times_are_start_and_end_whatever_stands_between(times: list[str], between: str) -> None:
    start, end = sorted(time.replace(".", ":") for time in times)
    read = read_line(f"{start}{between}{end} focus group", {}, {})
    assert (read.time, read.end, read.title, read.kind) == (start, end, "focus group", "focus-group")


@given(st.text(max_size=40))
def test_no_word_of_a_line_is_lost_and_no_end_comes_before_its_start(line: str) -> None:
    read = read_line(line, CASES, {"p": "Ann Lee"})
    words = iter(line.split())
    assert all(word in words for word in read.title.split()), "in their order"
    assert not read.end or read.time < read.end
    assert read.time or read.title == " ".join(line.split())


def test_hours_that_can_be_read_in_two_ways_are_shown_with_the_other(workspace: Workspace) -> None:
    known = week.plan(workspace)
    ranged, said = week.read_as(MONDAY, "10 to 2 lunch", known), week.read_as(MONDAY, "ten to 2 lunch", known)
    assert (ranged.event.time, ranged.event.end, said.event.time, said.event.end) == ("10:00", "14:00", "13:50", "")
    assert ranged.otherwise is not None
    assert said.otherwise is not None
    assert (ranged.otherwise.time, said.otherwise.time, said.otherwise.end) == ("13:50", "10:00", "14:00")
    assert ("Or", "13:50 (type it like this if it is meant)") in week_words.read_as(ranged, known)
    assert week.read_as(MONDAY, "5 to 4 lunch", known).otherwise is None


def test_words_in_which_no_time_is_said_stay_as_they_were_typed(workspace: Workspace) -> None:
    assert week.read_as(MONDAY, "plans until ten to 2", week.plan(workspace)).event.title == "plans until ten to 2"


def test_what_a_line_is_read_as_is_what_is_added_and_whom_it_would_have_in_two_places(workspace: Workspace) -> None:
    first = put(workspace, "9-11 case interview C01 Ruth")
    known = week.plan(workspace)
    read = week.read_as(MONDAY, "10-10.30 focus group", known, workspace.me)
    assert [event.id for event in read.clashes] == [first]
    added = week.add(workspace, MONDAY, "10-10.30 focus group", known, workspace.me)
    assert week.plan(workspace).event(added) == replace(read.event, id=added)
    assert week.plan(workspace).clashes[added] == (first,)
    assert week.read_as(MONDAY, "11-12 focus group", known, workspace.me).clashes == ()


def test_an_event_is_over_when_it_has_ended_or_begun_without_an_end() -> None:
    at = replace(row("a"), end="10:30")
    assert [is_over(at, MONDAY, time) for time in ("10:00", "10:30", "10:31")] == [False, False, True]
    assert is_over(row("a"), MONDAY, "09:01")
    assert not is_over(row("a", time=""), MONDAY, "23:59")  # some time that day
    assert is_over(row("a", time=""), "2026-03-10", "00:00")
    assert not is_over(row("a", day=""), "2026-03-10", "00:00")


def test_a_person_is_known_by_whole_words_and_a_name_of_blanks_is_nobodys() -> None:
    people = {"1": " ", "2": "Ann"}
    assert read_line("9.30 planning", {}, people) == TypedEvent("09:30", "", "other", "planning", "", "")
    assert read_line("9.30 case K1 ann", {"K1": "k"}, people).person == "2"


def test_clashes_know_how_long_an_event_lasts() -> None:
    long, inside, after = replace(row("a"), end="10:30"), row("b", time="10:00"), row("c", time="10:30")
    assert clashes([after, inside, long]) == {"a": ("b",), "b": ("a",)}
    assert clashes([replace(long, end=""), inside]) == {}
    assert clashes([replace(long, end="08:00"), inside]) == {}  # an end before the start says nothing of how long


def test_a_line_of_blanks_is_refused_and_words_without_a_time_are_kept_whole(workspace: Workspace) -> None:
    with pytest.raises(Expected) as refused:
        put(workspace, "  ")
    assert refused.value.code is Code.VALUE_INVALID
    put(workspace, "24 hours notice")
    assert titles(workspace) == [("", "24 hours notice")]


def test_an_event_taken_away_is_brought_back_whole_by_one_undo(workspace: Workspace) -> None:
    event = put(workspace, "9.30 case interview C01 Ruth")
    before = week.plan(workspace).event(event)
    week.take_away(workspace, event)
    assert titles(workspace) == []
    workspace.editor.undo("event", event)
    assert week.plan(workspace).event(event) == before


def test_an_event_moved_to_another_day_stands_there(workspace: Workspace) -> None:
    event = put(workspace, "9 meeting")
    workspace.editor.set("event", event, "day", "2026-03-11")
    assert titles(workspace) == []
    assert titles(workspace, "2026-03-11") == [("09:00", "meeting")]


def test_taking_away_against_a_move_made_apart_is_contested_and_nothing_is_lost(people: Team) -> None:
    lead = people.lead
    event = put(lead, "9 meeting")
    tom = people.colleague("Tom Okafor")
    week.take_away(lead, event)
    tom.editor.set("event", event, "day", "2026-03-11")
    people.exchange()
    for workspace in people.workspaces:
        found = week.plan(workspace).event(event)
        assert found is not None
        assert found.contested == ("day",)
        assert [c.field for c in conflicts.conflicts(workspace)] == ["day"]


# clashes


def row(event: str, time: str = "09:00", person: str = "p", day: str = MONDAY) -> EventRow:
    return EventRow(event, day, time, "", "meeting", event, person, "")


def test_one_person_in_two_places_at_once_is_pointed_out_on_both() -> None:
    found = clashes([row("a"), row("b"), row("c", time="10:00"), row("d", person="q"), row("e", day="2026-03-10")])
    assert found == {"a": ("b",), "b": ("a",)}


def test_events_without_time_or_person_clash_with_none() -> None:
    assert clashes([row("a", time=""), row("b", time=""), row("c", person=""), row("d", person="")]) == {}


def test_a_clash_is_never_refused(workspace: Workspace) -> None:
    one, other = put(workspace, "9 C01 Ruth"), put(workspace, "9 C02 Ruth")
    assert week.plan(workspace).clashes == {one: (other,), other: (one,)}


def test_in_order_does_not_depend_on_how_events_were_given() -> None:
    assert in_order([row("b"), row("a")]) == in_order([row("a"), row("b")])


def test_cases_at_one_time_stand_in_their_order(workspace: Workspace) -> None:
    for ref in ("C03", "C01", "C02"):
        put(workspace, f"9.30 case interview {ref}")
    plan = week.plan(workspace)
    assert [plan.cases[event.case] for event in plan.events[MONDAY]] == ["C01", "C02", "C03"]


# how the cases stand


def test_cases_are_counted_by_stage_and_by_owner_with_gaps(people: Team) -> None:
    lead, tom = people.lead, people.colleague("Tom Okafor")
    cases = {ref: lead.case_id(ref) for ref in ("C01", "C02", "C03", "V01")}
    sharing.give(lead, [cases["C01"]], tom.me)
    sharing.give(lead, [cases["C02"]], tom.me)
    people.give(lead, tom)
    reviews.submit(tom, cases["C01"])
    reviews.submit(tom, cases["C02"])
    people.give(tom, lead)
    reviews.accept(lead, cases["C02"])
    lead.editor.set("prompt", f"{cases['V01']}/V1.1/a", "note", "Asked what she wanted.")
    found = week.standing(lead)
    assert {at.stage: set(at.cases) for at in found.stages} == {
        "not-begun": {cases["C03"]}, "in-progress": {cases["V01"]},
        "submitted": {cases["C01"]}, "returned": set(), "accepted": {cases["C02"]},
    }  # fmt: skip
    held = {h.person.name if h.person else "": h for h in found.holders}
    assert set(held["Tom Okafor"].cases) == {cases["C01"], cases["C02"]}
    assert set(held[""].cases) == {cases["C03"], cases["V01"]}
    gaps = lead.case_row(cases["C01"]).gaps
    lead.editor.set("judgement", f"{cases['C01']}/2.1.1", "answer", "yes")
    assert {h.person.name: h.gaps for h in week.standing(lead).holders if h.person}["Tom Okafor"] == 2 * gaps - 1


def test_what_waits_for_somebody_is_theirs_to_finish_and_what_they_may_accept(people: Team) -> None:
    lead, tom = people.lead, people.colleague("Tom Okafor")
    cases = {ref: lead.case_id(ref) for ref in ("C01", "C02", "C03")}
    sharing.give(lead, [cases["C01"], cases["C02"]], tom.me)
    sharing.give(lead, [cases["C03"]], lead.me)
    people.give(lead, tom)
    reviews.submit(tom, cases["C01"])
    people.give(tom, lead)

    def waits(whose: Workspace) -> Waiting:
        return week.waiting(whose, week.standing(whose))

    assert waits(lead) == Waiting(to_review=(cases["C01"],), returned=(), to_finish=(cases["C03"],))
    assert waits(tom) == Waiting(to_review=(), returned=(), to_finish=(cases["C02"],))
    reviews.return_(lead, cases["C01"])
    people.give(lead, tom)
    assert waits(tom).returned == (cases["C01"],)


def test_a_stage_moved_on_differently_by_two_is_contested(people: Team) -> None:
    lead = people.lead
    case = lead.case_id("C01")
    reviews.submit(lead, case)
    tom = people.colleague("Tom Okafor", "Quality lead")
    reviews.accept(lead, case)
    reviews.return_(tom, case)
    people.exchange()
    assert {at.stage: at.cases for at in week.standing(tom).stages}["contested"] == (case,)


def test_somebody_who_left_the_team_keeps_their_name_on_what_they_led(workspace: Workspace) -> None:
    event = put(workspace, "9 meeting")
    workspace.editor.set("person", "gone", "name", "Ann Lee")
    workspace.editor.set("event", event, "person", "gone")
    workspace.editor.set("person", "gone", "deleted", True)
    assert week.plan(workspace).people["gone"] == "Ann Lee"


def test_a_line_that_names_another_day_of_the_plan_is_of_that_day(workspace: Workspace) -> None:
    known = week.plan(workspace)
    days = [day.code for day in known.days if day.date]
    event = week.read_as(days[0], "tues 10am case interview C01", known).event
    assert (event.day, event.time, event.title) == (days[1], "10:00", "case interview C01")
    made = week.add(workspace, days[0], "Weds noon feedback", known)
    stands = week.plan(workspace).event(made)
    assert stands is not None
    assert (stands.day, stands.time, stands.title) == (days[2], "12:00", "feedback")
    assert week.read_as(days[0], "10am case interview C01", known).event.day == days[0]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("points due 20 May", "2026-05-20"), ("20 May points due", "2026-05-20"), ("points due 1 February", "2027-02-01"),
        ("points due 7/4", "2026-04-07"), ("points due, 7th April 2026.", "2026-04-07"), ("points due", MONDAY),
        ("points due 31 April", MONDAY), ("meeting on 20 May", MONDAY),
    ],
)  # fmt: skip
def test_points_are_due_on_the_day_that_their_line_names_which_is_after_the_fieldwork(
    workspace: Workspace, line: str, day: str
) -> None:
    made = put(workspace, line)
    assert [event.id for event in week.plan(workspace).events[day]] == [made]
