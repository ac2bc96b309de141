"""A service's words for types of cases: mapped once, remembered, in the right window, and corrected by a second list."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from inspector_app.core.domain.cases.case_list import LEFT_OUT, Reading
from inspector_app.core.domain.days import windows
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.documents import case_lists
from inspector_app.core.services.fieldwork.setting_up import setting
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage import kept

# The words of picture and issue, as a service has them.
LIST = (
    "Case no,Intervention,Start date\n"
    "11,OOCD,04/11/2024\n12,Youth conditional caution,21/10/2024\n13,Referral order,07/10/2024\n14,Custody,01/10/2024\n"
    "15,Community resolution,21/10/2024\n16,oocd ,04/11/2024\n17,Prevention,12/11/2024\n18,Bail,01/10/2024\n"
)
OUT_OF_COURT, COMMUNITY, CUSTODY = "out-of-court disposal", "community sentence", "custody and resettlement"


@pytest.fixture
def listed(tmp_path: Path) -> Callable[[str], Path]:
    def write(text: str = LIST) -> Path:
        path = tmp_path / "list.csv"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def read(workspace: Workspace, path: Path, **said: str) -> tuple[Reading, dict[str, str]]:
    """The list as it is read; `said` are words (as keys, _ for a blank) with what somebody says they mean."""
    listing = case_lists.open_list(path)
    places = case_lists.guess(listing)
    means = {word.key: word.means for word in case_lists.type_words(workspace, listing, places)}
    means |= {key.replace("_", " "): meant for key, meant in said.items()}
    return case_lists.read(workspace, listing, places, "children", means), means


def bring(workspace: Workspace, path: Path, **said: str) -> int:
    reading, means = read(workspace, path, **said)
    return case_lists.import_cases(workspace, reading.good, means=means)


def types(workspace: Workspace) -> dict[str, str]:
    return {case.ref: case.type for case in workspace.inspection().cases if case.ref.isdecimal()}


def test_each_word_is_there_once_with_its_rows_and_how_it_is_known(
    workspace: Workspace, listed: Callable[..., Path]
) -> None:
    listing = case_lists.open_list(listed())
    words = case_lists.type_words(workspace, listing, case_lists.guess(listing))
    assert {word.text: (word.rows, word.means, word.since) for word in words} == {
        "OOCD": (2, OUT_OF_COURT, "usual"),
        "Bail": (1, "bail", "framework"),
        "Community resolution": (1, OUT_OF_COURT, "usual"),
        "Custody": (1, CUSTODY, "usual"),
        "Prevention": (1, "", ""),
        "Referral order": (1, COMMUNITY, "usual"),
        "Youth conditional caution": (1, OUT_OF_COURT, "usual"),
    }
    assert words[0].text == "OOCD"
    assert case_lists.type_words(workspace, listing, {"ref": 0}) == ()


def test_a_word_of_another_framework_is_meant_as_that_one_calls_it(
    make_workspace: Callable[..., Workspace], listed: Callable[..., Path]
) -> None:
    workspace = make_workspace("Salford", "yos-2018")
    listing = case_lists.open_list(listed())
    words = {w.text: w.means for w in case_lists.type_words(workspace, listing, case_lists.guess(listing))}
    assert words["Custody"] == "custodial sentence"
    assert words["Referral order"] == COMMUNITY
    assert words["Youth conditional caution"] == "youth conditional caution"


@pytest.mark.parametrize(
    ("framework", "word", "means"),
    [
        ("iyjwcv-2025", "Detention & Training Order", CUSTODY), ("iyjwcv-2025", "Conditional bail", "bail"),
        ("iyjwcv-2025", "Remand to custody", "remand"), ("iyjwcv-2025", "Out-of-court resolution", OUT_OF_COURT),
        ("iyjwcv-2025", "YCC", OUT_OF_COURT), ("iyjwcv-2025", "Community Resolution (CR)", OUT_OF_COURT),
        ("yos-2018", "YCC", "youth conditional caution"), ("yos-2018", "CR", "community resolution"),
        ("yos-2018", "Community Resolution (CR)", "community resolution"), ("yos-2018", "NOS", "custodial sentence"),
        ("iyjwcv-2025", "Bail supervision", "bail"), ("iyjwcv-2025", "Remand (YDA)", "remand"),
        ("iyjwcv-2025", "Remand / bail", ""), ("iyjwcv-2025", "Adult victim (burglary)", "adult victim"),
        ("iyjwcv-2025", "Corporate", "corporate victim"), ("yos-2018", "Adult", ""),
        ("yos-2018", "OOCD", ""), ("yos-2018", "Conditional bail", ""), ("fji-2014", "YRO with ISS", COMMUNITY),
        ("iyjs-2025", "DTO - custody", CUSTODY), ("iyjs-2025", "YRO w/ ISS", COMMUNITY), ("iyjs-2025", "Sec 250", CUSTODY),
        ("iyjs-2025", "Community Res", OUT_OF_COURT), ("iyjs-2025", "Custody / community", ""),
        ("yos-2018", "Conditional caution (youth)", "youth conditional caution"),
    ],
)  # fmt: skip
def test_words_that_services_use_are_known(
    make_workspace: Callable[..., Workspace], listed: Callable[..., Path], framework: str, word: str, means: str
) -> None:
    workspace = make_workspace("Salford", framework)
    listing = case_lists.open_list(listed(f"Case no,Intervention\n11,{word}\n"))
    (known,) = case_lists.type_words(workspace, listing, case_lists.guess(listing))
    assert known.means == means


@pytest.mark.parametrize("heading", ["Allocated to", "Case allocated to", "Assigned to", "Assessor"])
def test_whom_a_case_is_allocated_to_is_its_inspector_only_where_the_team_stands_there(
    workspace: Workspace, listed: Callable[..., Path], heading: str
) -> None:
    ours = workspace.team()[0].name
    for name, guessed in (("Karen Hill", {"ref": 0}), (ours.upper(), {"ref": 0, "inspector": 1})):
        listing = case_lists.open_list(listed(f"Case no,{heading}\n11,\n12,{name}\n"))
        assert case_lists.guess(listing, workspace.team()) == guessed
    listing = case_lists.open_list(listed("Case no,Allocated inspector\n11,Karen Hill\n"))
    assert case_lists.guess(listing, workspace.team()) == {"ref": 0, "inspector": 1}, "it says so itself"


def test_every_row_of_a_word_gets_its_type_and_rows_of_a_word_left_out_stay_out(
    workspace: Workspace, listed: Callable[..., Path]
) -> None:
    reading, _ = read(workspace, listed(), prevention=LEFT_OUT)
    assert [(p.row, p.why) for p in reading.errors] == [(8, 'rows of "Prevention" are left out')]
    assert bring(workspace, listed(), prevention=LEFT_OUT) == 7
    assert types(workspace) == {
        "11": OUT_OF_COURT, "12": OUT_OF_COURT, "13": COMMUNITY, "14": CUSTODY, "15": OUT_OF_COURT, "16": OUT_OF_COURT,
        "18": "bail",
    }  # fmt: skip


def test_a_word_that_means_nothing_here_stays_as_it_is_and_is_pointed_out(
    workspace: Workspace, listed: Callable[..., Path]
) -> None:
    reading, _ = read(workspace, listed())
    assert any("Prevention" in p.why and "stays as it is" in p.why for p in reading.warnings)
    bring(workspace, listed())
    assert types(workspace)["17"] == "Prevention"


def test_the_window_is_that_of_what_the_word_means(workspace: Workspace, listed: Callable[..., Path]) -> None:
    """The framework has windows of their own for some types."""
    sample = workspace.framework.samples[0]
    own = {w.applies_to: w for w in sample.windows if w.applies_to in sample.case_types}
    assert own, "a framework without a window of a type shows nothing here"
    kind, other = next(iter(own)), next(t for t in sample.case_types if t not in own)
    start = setting(workspace).start
    inside = windows.dates(own[kind], start)
    general = windows.window_for(sample, other)
    assert general is not None
    days = [date.fromordinal(n) for n in range(inside[0].toordinal(), inside[1].toordinal() + 1)]
    outside = windows.dates(general, start)
    day = next(d for d in days if not outside[0] <= d <= outside[1])
    path = listed(f"Ref,Type,Start date\nX1,Strange word,{day.isoformat()}\n")
    good, _ = read(workspace, path, strange_word=kind)
    assert good.warnings == ()
    odd, _ = read(workspace, path, strange_word=other)
    assert ["is outside the dates of" in p.why for p in odd.warnings] == [True]


def test_what_was_said_is_remembered_in_the_inspection_and_in_no_other(
    workspace: Workspace, make_workspace: Callable[..., Workspace], listed: Callable[..., Path]
) -> None:
    bring(workspace, listed(), prevention=OUT_OF_COURT, custody="remand", bail="bail")
    path = listed("Ref,Type\n21,PREVENTION\n22,Custody\n")
    listing = case_lists.open_list(path)
    for at, since, means in ((workspace, "remembered", [OUT_OF_COURT, "remand"]), (make_workspace("Other"), "", None)):
        words = {w.key: w for w in case_lists.type_words(at, listing, case_lists.guess(listing))}
        assert words["prevention"].since == since
        assert means is None or [words["prevention"].means, words["custody"].means] == means
    bring(workspace, path)
    assert (types(workspace)["21"], types(workspace)["22"]) == (OUT_OF_COURT, "remand")


def test_a_second_import_corrects_the_types_of_the_first_and_nothing_else(
    workspace: Workspace, listed: Callable[..., Path]
) -> None:
    bring(workspace, listed(), oocd=COMMUNITY)
    case = workspace.case_id("11")
    began = next(c for c in workspace.inspection().cases if c.id == case).began
    again = LIST.replace("11,OOCD,04/11/2024", "11,OOCD,05/11/2024")
    reading, _ = read(workspace, listed(again), oocd=OUT_OF_COURT)
    assert [(line.row, line.case.id, line.corrects) for line in reading.good] == [
        (2, case, COMMUNITY), (7, workspace.case_id("16"), COMMUNITY),
    ]  # fmt: skip
    said = f"11 is in the inspection already; its type becomes {OUT_OF_COURT}"
    assert any(said in problem.why for problem in reading.warnings)
    assert bring(workspace, listed(again), oocd=OUT_OF_COURT) == 2
    assert types(workspace)["11"] == types(workspace)["16"] == OUT_OF_COURT
    assert next(c for c in workspace.inspection().cases if c.id == case).began == began
    assert len(workspace.inspection().cases) == len(LIST.splitlines()) - 1 + 4
    assert read(workspace, listed(again))[0].good == ()


def test_no_list_corrects_what_a_person_gave(workspace: Workspace, listed: Callable[..., Path]) -> None:
    bring(workspace, listed(), oocd=COMMUNITY)
    workspace.editor.set("case", workspace.case_id("11"), "type", "bail")
    reading, _ = read(workspace, listed(), oocd=OUT_OF_COURT)
    assert [line.case.ref for line in reading.good] == ["16"]
    assert any(p.why == "11 is in the inspection already" for p in reading.errors)


def test_a_type_that_a_colleague_corrects_apart_is_no_ones_to_overwrite(
    workspace: Workspace, listed: Callable[..., Path]
) -> None:
    """What came in since the list was read stands beside what the list says."""
    bring(workspace, listed(), oocd=COMMUNITY)
    reading, means = read(workspace, listed(), oocd=OUT_OF_COURT)
    workspace.editor._mine.clear()
    case = workspace.case_id("11")
    workspace.editor.set("case", case, "type", "bail")
    workspace.editor._mine.clear()  # as if a package had brought it
    case_lists.import_cases(workspace, reading.good, means=means)
    assert workspace.editor.held("case", case, "type").contested


def test_where_the_words_cannot_be_remembered_no_case_comes_in(
    workspace: Workspace, listed: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise Expected(Code.DISK_FULL, where=workspace.path)

    before = [row.ref for row in workspace.case_rows()]
    monkeypatch.setattr(kept, "keep", full)
    with pytest.raises(Expected):
        bring(workspace, listed())
    assert [row.ref for row in workspace.case_rows()] == before


@pytest.mark.parametrize(
    ("word", "means"),
    [
        ("12 month Referral Order", COMMUNITY),
        ("Youth Rehabilitation Order (ISS)", COMMUNITY),
        ("Youth caution - conditional", OUT_OF_COURT),
        ("Detention and Training Order, 8 months", CUSTODY),
        ("Diversion", OUT_OF_COURT),
        ("Referral order and community resolution", ""),  # two kinds: somebody has to say which
    ],
)
def test_the_names_of_orders_are_known_with_what_a_service_adds_to_them(
    word: str, means: str, workspace: Workspace, listed: Callable[..., Path]
) -> None:
    listing = case_lists.open_list(listed(f'Case no,Intervention,Start date\n11,"{word}",04/11/2024\n'))
    (found,) = case_lists.type_words(workspace, listing, case_lists.guess(listing))
    assert found.means == means


@pytest.mark.parametrize(
    ("framework", "means"), [("iyjs-2025", COMMUNITY), ("yos-2018", COMMUNITY), ("fji-2014", COMMUNITY)]
)
def test_a_referral_order_is_known_in_each_framework_that_has_its_kind(
    framework: str, means: str, make_workspace: Callable[..., Workspace], listed: Callable[..., Path]
) -> None:
    workspace = make_workspace("Elsewhere", framework)
    listing = case_lists.open_list(listed())
    words = {word.text: word.means for word in case_lists.type_words(workspace, listing, case_lists.guess(listing))}
    assert words["Referral order"] == means


def test_a_line_under_the_cases_has_no_word_for_a_type(workspace: Workspace, listed: Callable[..., Path]) -> None:
    """“9” beside “Total” was asked as a word of the service's."""
    listing = case_lists.open_list(listed(f"{LIST}Total,8,\n"))
    words = case_lists.type_words(workspace, listing, case_lists.guess(listing))
    assert "8" not in {word.text for word in words}
    assert len(words) == 7
