"""Setting up: dates, sample sizes, a list of cases imported in one step, cases shared out, the return visit."""

import errno
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from inspector_app.core.domain.days.spans import Span
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.cases import allocation, marking, sharing
from inspector_app.core.services.documents import case_lists
from inspector_app.core.services.fieldwork import setting_up, week
from inspector_app.core.services.fieldwork.setting_up import Fit
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.ticket import Cancelled, Ticket
from inspector_app.core.services.workspace import Workspace
from tests.services.colleagues import Team

LIST = """Ref,Sample,Type,Start,Age,Sex,Ethnicity,Disability,Care,Inspector,Name
C11,children,bail,1/10/2025,15,Male,White British,None,No,Ruth Ashdown,Jo Bloggs
V11,victims,adult victim,2/10/2025,40,,,,,,Mary Smith
"""


@pytest.fixture
def listed(tmp_path: Path) -> Callable[[str], Path]:
    def write(text: str, name: str = "list.csv") -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


def bring(workspace: Workspace, path: Path, ticket: Ticket | None = None) -> int:
    listing = case_lists.open_list(path)
    reading = case_lists.read(workspace, listing, case_lists.guess(listing))
    return case_lists.import_cases(workspace, reading.good, ticket)


def steps(workspace: Workspace) -> int:
    with workspace.database.read() as connection:
        return int(connection.exec_driver_sql("SELECT count(*) FROM steps").scalar_one())


def refs(workspace: Workspace) -> list[str]:
    return [case.ref for case in workspace.inspection().cases]


# dates, nation, windows, sizes


def test_a_new_inspection_knows_its_nation(laptop: Laptop) -> None:
    made = Workspace.create(laptop, laptop.new_path("Gwent"), "iyjwcv-2025", "Gwent", date(2026, 3, 9), nation="wales")
    held = setting_up.setting(made)
    made.close()
    assert (held.nation, held.start, held.end) == ("wales", date(2026, 3, 9), date(2026, 3, 13))


def test_dates_and_nation_can_be_changed_later_each_in_one_step(workspace: Workspace) -> None:
    before = steps(workspace)
    setting_up.set_nation(workspace, "england")
    setting_up.set_fieldwork(workspace, date(2026, 3, 16), date(2026, 3, 27))
    held = setting_up.setting(workspace)
    assert (held.nation, held.start, held.end) == ("england", date(2026, 3, 16), date(2026, 3, 27))
    assert steps(workspace) == before + 2


def test_an_end_before_the_start_is_refused_and_changes_nothing(workspace: Workspace) -> None:
    before = setting_up.setting(workspace)
    with pytest.raises(Expected) as caught:
        setting_up.set_fieldwork(workspace, date(2026, 3, 16), date(2026, 3, 15))
    assert caught.value.code is Code.VALUE_INVALID
    assert setting_up.setting(workspace) == before


def test_the_windows_of_trafford_come_out_of_its_fieldwork(workspace: Workspace) -> None:
    found = setting_up.case_windows(workspace.framework, date(2025, 3, 24))
    assert [(w.sample.code, w.window.applies_to, w.first, w.last) for w in found] == [
        ("children", "all cases", date(2024, 9, 23), date(2024, 11, 22)),
        ("children", "custody and resettlement", date(2024, 3, 25), date(2025, 1, 24)),
        ("victims", "all cases", date(2024, 9, 23), date(2024, 11, 22)),
    ]


def test_samples_are_too_small_within_or_too_large(workspace: Workspace) -> None:
    assert [(s.cases, s.fit) for s in setting_up.sizes(workspace)] == [(3, Fit.FEW), (1, Fit.FEW)]
    setting_up.add_cases(workspace, "C10", 11, "children")
    setting_up.add_cases(workspace, "V10", 24, "victims")
    assert [(s.cases, s.fit) for s in setting_up.sizes(workspace)] == [(14, Fit.WITHIN), (25, Fit.MANY)]


def test_a_sample_without_published_size_is_neither(make_workspace: Callable[..., Workspace]) -> None:
    assert {s.fit for s in setting_up.sizes(make_workspace(framework="fji-2014"))} == {Fit.OPEN}


# gaps in the fieldwork


def test_a_framework_with_a_gap_week_begins_with_it(laptop: Laptop) -> None:
    made = Workspace.create(laptop, laptop.new_path("T"), "fji-2014", "T", date(2014, 11, 10))
    fieldwork = made.inspection().fieldwork
    days = [day.date.day for day in week.plan(made).days if day.date]
    made.close()
    assert fieldwork == (
        Span(date(2014, 11, 10), date(2014, 11, 14)), Span(date(2014, 11, 24), date(2014, 11, 28)),
    )  # fmt: skip
    assert days == [10, 11, 12, 13, 14, 24, 25, 26, 27, 28]


def test_gaps_are_set_move_with_the_fieldwork_and_go_with_it(workspace: Workspace) -> None:
    setting_up.set_fieldwork(workspace, date(2026, 3, 9), date(2026, 4, 3))
    gap = Span(date(2026, 3, 16), date(2026, 3, 22))
    setting_up.set_gaps(workspace, [gap])
    assert setting_up.setting(workspace).gaps == (gap,)
    setting_up.set_fieldwork(workspace, date(2026, 3, 16), date(2026, 4, 10))
    assert setting_up.setting(workspace).gaps == (Span(date(2026, 3, 23), date(2026, 3, 29)),)
    setting_up.set_fieldwork(workspace, date(2026, 3, 16), date(2026, 3, 20))
    assert setting_up.setting(workspace).gaps == ()
    with pytest.raises(Expected) as no:
        setting_up.set_gaps(workspace, [gap])
    assert no.value.code is Code.VALUE_INVALID


# the return visit


def test_a_return_visit_is_suggested_four_weeks_after_the_end(workspace: Workspace) -> None:
    end = date(2025, 3, 28)
    visit = workspace.framework.return_visit
    assert visit is not None
    assert setting_up.return_between(visit, end) == (date(2025, 4, 25), date(2025, 5, 9))
    assert setting_up.suggested_return(visit, end) == (date(2025, 4, 28), date(2025, 5, 2))
    setting_up.set_return(workspace, date(2025, 4, 28), date(2025, 5, 2))
    assert setting_up.setting(workspace).return_start == date(2025, 4, 28)
    setting_up.set_return(workspace, None, None)
    assert setting_up.setting(workspace).return_start is None


def test_only_work_with_children_and_victims_has_a_return_visit(make_workspace: Callable[..., Workspace]) -> None:
    ids = ("iyjwcv-2025", "iyjs-2025", "yos-2018", "fji-2014")
    assert [make_workspace(i, i).framework.return_visit is not None for i in ids] == [True, False, False, False]


# people and cases by hand


def test_a_colleague_put_in_by_name_can_be_taken_out_until_they_have_a_case(workspace: Workspace) -> None:
    ann = setting_up.add_person(workspace, " Ann  Lee ", "Inspector")
    with pytest.raises(Expected):
        setting_up.add_person(workspace, "ann lee", "")
    sharing.give(workspace, [workspace.case_id("C01")], ann)
    with pytest.raises(Expected) as caught:
        setting_up.remove_person(workspace, ann)
    assert "C01" in str(caught.value.facts["why"])
    sharing.give(workspace, [workspace.case_id("C01")], "")
    setting_up.remove_person(workspace, ann)
    assert [p.name for p in workspace.team()] == ["Ruth Ashdown"]
    with pytest.raises(Expected):
        setting_up.remove_person(workspace, workspace.me)


def test_numbered_cases_come_in_one_step_or_not_at_all(workspace: Workspace) -> None:
    before = steps(workspace)
    assert setting_up.add_cases(workspace, "C09", 3, "children", "bail") == ["C09", "C10", "C11"]
    assert steps(workspace) == before + 1
    with pytest.raises(Expected) as caught:
        setting_up.add_cases(workspace, "C07", 3, "children")
    assert caught.value.facts["value"] == "C09"
    assert "C07" not in refs(workspace)


@pytest.mark.parametrize(("first", "count"), [("Alpha", 2), ("", 1), ("C1", 0), ("C1", 126)])
def test_numbers_that_cannot_be_counted_on_are_refused(workspace: Workspace, first: str, count: int) -> None:
    with pytest.raises(Expected) as caught:
        setting_up.add_cases(workspace, first, count, "children")
    assert caught.value.code is Code.VALUE_INVALID


# the list


def test_a_list_comes_in_with_every_fact_in_one_step_after_a_backup(
    workspace: Workspace, listed: Callable[..., Path]
) -> None:
    before, backups = steps(workspace), len(workspace.backups())
    assert bring(workspace, listed(LIST)) == 2
    case = next(c for c in workspace.inspection().cases if c.ref == "C11")
    assert (case.sample, case.type, case.began, case.age, case.gender) == (
        "children", "bail", date(2025, 10, 1), 15, "Male",
    )  # fmt: skip
    assert (case.ethnicity, case.disability, case.care, case.inspector) == (
        "White British", "None", "No", workspace.me,
    )  # fmt: skip
    assert steps(workspace) == before + 1
    assert len(workspace.backups()) == backups + 1
    assert workspace.history("case", case.id, "age")[0].verb == "import"


def test_what_leads_to_a_person_reaches_neither_the_file_nor_the_log(
    workspace: Workspace, listed: Callable[..., Path]
) -> None:
    bring(workspace, listed(LIST))
    with workspace.database.read() as connection:
        held = str(connection.exec_driver_sql("SELECT value FROM changes").all())
    assert "C11" in held
    assert "Bloggs" not in held


def test_a_list_imported_twice_brings_no_case_twice(workspace: Workspace, listed: Callable[..., Path]) -> None:
    bring(workspace, listed(LIST))
    reading = case_lists.read(workspace, (listing := case_lists.open_list(listed(LIST))), case_lists.guess(listing))
    assert reading.good == ()
    assert [p.why for p in reading.errors] == ["C11 is in the inspection already", "V11 is in the inspection already"]


def test_a_reference_taken_since_the_preview_stops_the_whole_import(
    workspace: Workspace, listed: Callable[..., Path]
) -> None:
    listing = case_lists.open_list(listed(LIST))
    reading = case_lists.read(workspace, listing, case_lists.guess(listing))
    workspace.add_case("v11", "victims")
    before = refs(workspace)
    with pytest.raises(Expected) as caught:
        case_lists.import_cases(workspace, reading.good)
    assert caught.value.facts["value"] == "V11"
    assert refs(workspace) == before


def test_an_import_that_is_cancelled_changes_nothing(workspace: Workspace, listed: Callable[..., Path]) -> None:
    before = refs(workspace)
    with pytest.raises(Cancelled):
        bring(workspace, listed(LIST), _Stops())
    assert refs(workspace) == before


class _Stops(Ticket):
    """Cancelled while the backup is made."""

    def report(self, done: int, of: int, what: str) -> None:
        super().report(done, of, what)
        self.cancel()


def test_a_full_disk_leaves_no_case_behind(
    workspace: Workspace, listed: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    before = refs(workspace)
    monkeypatch.setattr(Path, "replace", full)  # of the backup into its place
    with pytest.raises(Expected) as caught:
        bring(workspace, listed(LIST))
    assert caught.value.code is Code.DISK_FULL
    assert refs(workspace) == before


def test_the_sample_of_rows_that_name_none_can_be_chosen(workspace: Workspace, listed: Callable[..., Path]) -> None:
    listing = case_lists.open_list(listed("Ref\nX1\n"))
    assert case_lists.read(workspace, listing, {"ref": 0}).good == ()
    assert case_lists.read(workspace, listing, {"ref": 0}, "victims").good[0].case.sample == "victims"


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("list.pdf", b"x", Code.FORMAT_UNKNOWN),
        ("list.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Code.WORKBOOK_UNREADABLE),
        ("none.csv", b"", Code.FILE_MISSING),
    ],
)
def test_a_file_that_is_no_list_or_not_there_is_refused(
    workspace: Workspace, tmp_path: Path, name: str, data: bytes, code: Code
) -> None:
    if data:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(Expected) as caught:
        case_lists.open_list(tmp_path / name)
    assert caught.value.code is code


def test_a_file_too_large_to_be_a_list_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    with path.open("wb") as file:
        file.truncate(3_000_000_000)
    with pytest.raises(Expected) as caught:
        case_lists.open_list(path)
    assert "3000 MB" in str(caught.value.facts["why"])


# allocation


@pytest.fixture
def team(workspace: Workspace) -> list[str]:
    """Ruth, Ann and Bob; the cases are C01 to C03 and V01, of which nobody has any."""
    return [workspace.me, *(setting_up.add_person(workspace, name, "") for name in ("Ann", "Bob"))]


def owners(workspace: Workspace) -> dict[str, str]:
    return {row.ref: row.name for row in sharing.cases(workspace)}


def test_unallocated_cases_are_shared_out_evenly_and_always_alike(workspace: Workspace, team: list[str]) -> None:
    setting_up.add_cases(workspace, "C04", 9, "children")
    setting_up.add_cases(workspace, "V02", 8, "victims")
    before = steps(workspace)
    given = sharing.share_out(workspace, team)
    assert steps(workspace) == before + 1
    loads = allocation.loads(workspace)
    assert [load.cases for load in loads] == [7, 7, 7]
    assert len({load.gaps for load in loads}) == 1
    assert sharing.take_back(workspace, given) == 21
    assert set(owners(workspace).values()) == {""}
    assert sharing.share_out(workspace, team) == given


def test_sharing_out_looks_at_what_people_have_already(workspace: Workspace, team: list[str]) -> None:
    sharing.give(workspace, [workspace.case_id(ref) for ref in ("C01", "C02")], team[0])
    sharing.share_out(workspace, team)
    assert owners(workspace) == {"C01": "Ruth Ashdown", "C02": "Ruth Ashdown", "C03": "Ann", "V01": "Bob"}


def test_who_takes_no_cases_gets_none(workspace: Workspace, team: list[str]) -> None:
    sharing.share_out(workspace, team[1:2])
    assert set(owners(workspace).values()) == {"Ann"}
    assert sharing.share_out(workspace, []).now == {}


def test_taking_back_leaves_what_went_to_somebody_else_since(workspace: Workspace, team: list[str]) -> None:
    given = sharing.share_out(workspace, team[1:2])
    sharing.give(workspace, [workspace.case_id("C02")], team[2])
    assert sharing.take_back(workspace, given) == 3
    assert owners(workspace) == {"C01": "", "C02": "Bob", "C03": "", "V01": ""}


def test_nobody_is_given_a_case_that_they_mark_blind(workspace: Workspace, team: list[str]) -> None:
    case = workspace.case_id("C01")
    marking.ask(workspace, case, workspace.me)
    sharing.share_out(workspace, [workspace.me])
    assert owners(workspace)["C01"] == ""


def test_giving_to_a_stranger_is_refused(workspace: Workspace) -> None:
    with pytest.raises(Expected) as caught:
        sharing.give(workspace, [workspace.case_id("C01")], "nobody known")
    assert caught.value.code is Code.PERSON_UNKNOWN
    assert owners(workspace)["C01"] == ""


# what two people set differently


def test_what_two_people_set_differently_is_contested_and_left_to_the_conflict_desk(
    workspace: Workspace, tmp_path: Path
) -> None:
    colleagues = Team(workspace, tmp_path)
    other = colleagues.colleague("Ann")
    case = workspace.case_id("C01")
    for side, nation, start in ((workspace, "england", date(2026, 4, 13)), (other, "wales", date(2026, 4, 20))):
        setting_up.set_nation(side, nation)
        setting_up.set_return(side, start, None)
        sharing.give(side, [case], side.me)
    colleagues.exchange()
    held = setting_up.setting(workspace)
    assert held.contested == {"nation", "return_start"}
    assert (held.nation, held.return_start) == ("", None)
    before = steps(workspace)
    assert sharing.give(workspace, [case], other.me).now == {}
    assert case not in sharing.share_out(workspace, [workspace.me, other.me]).now
    assert sharing.cases(workspace)[0].contested
    assert steps(workspace) == before + 1
    colleagues.close()
