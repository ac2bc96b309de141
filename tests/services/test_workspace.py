from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector_app.core.domain.ids import EntityId
from inspector_app.core.domain.inspection import Answer
from inspector_app.core.domain.steps.changes import Edit
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.cases import case_names, dipping
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.reading import read_review

Place = tuple[str, str, str | None]


def _refused(attempt: Callable[[], object]) -> Expected:
    with pytest.raises(Expected) as refused:
        attempt()
    return refused.value


def test_a_new_workspace_has_its_service_dates_and_the_person_on_its_team(workspace: Workspace) -> None:
    made = workspace.inspection()
    assert (made.service, made.start, made.end) == (
        "Wexborough Youth Justice Service",
        date(2026, 3, 9),
        date(2026, 3, 13),
    )
    assert [(p.name, p.role) for p in workspace.team()] == [("Ruth Ashdown", "Lead inspector")]
    assert [c.ref for c in workspace.case_rows()] == ["C01", "C02", "C03", "V01"]
    assert workspace.problems() == []


def test_everything_is_there_after_closing_and_opening(laptop: Laptop, workspace: Workspace) -> None:
    case = workspace.case_rows()[0].id
    workspace.editor.set("judgement", f"{case}/2.1.1", "answer", "yes")
    before = workspace.inspection(), workspace.case_rows(), workspace.question_page(case, "2.1.1")
    workspace.close()
    again = Workspace.open(laptop, workspace.path)
    assert (again.inspection(), again.case_rows(), again.question_page(case, "2.1.1")) == before
    again.close()


@pytest.mark.parametrize(
    ("service", "framework", "end", "code"),
    [
        ("", "iyjwcv-2025", None, Code.VALUE_INVALID),
        (" \n", "iyjwcv-2025", None, Code.VALUE_INVALID),
        ("Wexborough", "iyjwcv-2025", date(2026, 3, 8), Code.VALUE_INVALID),
        ("Wexborough", "none-1999", None, Code.FRAMEWORK_UNKNOWN),
    ],
)
def test_a_workspace_that_makes_no_sense_is_not_made(
    laptop: Laptop, service: str, framework: str, end: date | None, code: Code
) -> None:
    path = laptop.new_path("x")
    assert _refused(lambda: Workspace.create(laptop, path, framework, service, date(2026, 3, 9), end)).code is code
    assert not path.exists()
    assert laptop.workspaces() == []


@pytest.mark.parametrize(
    ("ref", "sample", "why"),
    [
        ("", "children", "empty"),
        (" \t", "children", "empty"),
        (" c01 ", "victims", "another case"),
        ("C9", "adults", "no such"),
    ],
)
def test_a_case_without_a_reference_of_its_own_or_a_sample_is_refused(
    workspace: Workspace, ref: str, sample: str, why: str
) -> None:
    before = workspace.case_rows()
    refused = _refused(lambda: workspace.add_case(ref, sample))
    assert refused.code is Code.VALUE_INVALID
    assert why in str(refused.facts["why"])
    assert workspace.case_rows() == before


def test_the_reference_of_a_deleted_case_can_be_used_again(workspace: Workspace) -> None:
    first = workspace.case_id("C01")
    workspace.editor.set("case", first, "deleted", True)
    assert workspace.add_case("C01", "children") != first


def test_cases_are_in_the_order_people_count(workspace: Workspace) -> None:
    for ref in ("C10", "C9", "c2", "C²", "Ⅳ", "C٣", "10", "9"):
        workspace.add_case(ref, "children")
    refs = [row.ref for row in workspace.case_rows() if row.sample == "children"]
    assert refs.index("C9") < refs.index("C10")
    assert refs.index("9") < refs.index("10")
    assert refs.index("C01") < refs.index("c2") < refs.index("C9")


def test_what_cases_are_called_is_known_without_reading_an_answer(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.add_case("C\u202e9", "children", "bail", workspace.me)  # an order of letters that a list does not follow
    rows = workspace.case_rows()
    monkeypatch.setattr(read_review, "seen", lambda *_, **__: pytest.fail("answers were read"))
    names = case_names.names(workspace)
    assert [(n.id, n.ref, n.sample, n.type, n.inspector_name) for n in names] == [
        (r.id, r.ref, r.sample, r.type, r.inspector_name) for r in rows
    ]
    assert ("bail", "Ruth Ashdown") in {(n.type, n.inspector_name) for n in names}
    assert len(dipping.draw(workspace, 2, sample="children").among) == 4


def test_a_case_is_found_by_its_reference_however_it_is_written(workspace: Workspace) -> None:
    assert workspace.case_id(" c01 ") == workspace.case_rows()[0].id
    assert _refused(lambda: workspace.case_id("C99")).code is Code.CASE_UNKNOWN
    assert _refused(lambda: workspace.case_row("none")).code is Code.CASE_UNKNOWN


def test_a_case_row_counts_what_is_unanswered(workspace: Workspace) -> None:
    empty = workspace.case_rows()[0]
    assert empty.items == empty.gaps == sum(m.prompts + 1 for m in empty.marks)
    assert empty.since == ""
    workspace.editor.set("judgement", f"{empty.id}/2.1.1", "answer", "na")
    workspace.editor.set("prompt", f"{empty.id}/2.1.1/a", "answer", "yes")
    workspace.editor.set("prompt", f"{empty.id}/2.1.1/b", "note", "only a note")
    row = workspace.case_row(empty.id)
    assert row == workspace.case_rows()[0]
    assert row.gaps == row.items - 2
    assert (row.marks[0].answer, row.marks[0].prompts_answered) == (Answer.NA, 1)
    assert row.since
    assert workspace.case_rows()[1].gaps == workspace.case_rows()[1].items


def test_a_question_page_shows_this_case_and_this_question_only(workspace: Workspace) -> None:
    first, second = (row.id for row in workspace.case_rows()[:2])
    workspace.editor.set("prompt", f"{first}/2.1.1/a", "note", "of the first")
    workspace.editor.set("prompt", f"{second}/2.1.1/a", "note", "of the second")
    workspace.editor.set("prompt", f"{first}/2.1.2/a", "note", "of another question")
    workspace.editor.set("judgement", f"{first}/2.1.1", "rationale", "why")
    page = workspace.question_page(first, "2.1.1")
    assert [p.note for p in page.prompts] == ["of the first"] + [""] * (len(page.prompts) - 1)
    assert [p.ref for p in page.prompts] == [p.ref for p in workspace.framework.questions["2.1.1"][1].prompts]
    assert (page.rationale, page.answer, page.id) == ("why", None, f"{first}/2.1.1")


def _next_by_the_book(workspace: Workspace, here: Place) -> Place | None:
    """The next gap, found by walking the whole inspection as it reads."""
    held = workspace.inspection()
    done = {(j.case, j.question, None) for j in held.judgements if j.answer}
    done |= {(p.case, p.question, p.prompt) for p in held.prompts if p.answer}
    places: list[Place] = [
        (case.id, question.ref, ref)
        for case in held.cases
        for _, question in workspace.framework.sample_questions(case.sample)
        for ref in (*(p.ref for p in question.prompts), None)
    ]
    start = places.index(here) + 1 if here in places else 0
    order = [place for place in places[start:] + places[: start - 1 if start else 0] if place != here]
    order.sort(key=lambda place: place[0] != here[0])  # what is left of the case comes first
    return next((place for place in (*order, *([here] if start else [])) if place not in done), None)


@settings(max_examples=15)
@given(st.data())
def test_the_next_gap_is_one_of_the_same_case_while_it_has_any_then_the_next_in_order_and_round_to_the_first(
    make_workspace: Callable[..., Workspace], data: st.DataObject
) -> None:
    workspace = make_workspace()
    cases = [workspace.add_case(f"V{n}", "victims") for n in range(3)]
    questions = [q for _, q in workspace.framework.sample_questions("victims")]
    places: list[Place] = [(c, q.ref, p) for c in cases for q in questions for p in (*(p.ref for p in q.prompts), None)]
    for case, question, prompt in data.draw(st.lists(st.sampled_from(places), unique=True)):
        entity, item = ("prompt", f"{case}/{question}/{prompt}") if prompt else ("judgement", f"{case}/{question}")
        workspace.editor.set(entity, item, "answer", "yes")
    for here in [*places, ("gone", "2.1.1", "a"), (cases[1], "9.9", None)]:
        if here in places or here[0] == "gone":
            assert workspace.next_gap(*here) == _next_by_the_book(workspace, here)
        else:
            assert (workspace.next_gap(*here) is None) == (_next_by_the_book(workspace, here) is None)
    workspace.close()


def test_nothing_to_do_is_no_gap(make_workspace: Callable[..., Workspace]) -> None:
    workspace = make_workspace()
    assert workspace.next_gap("none", "2.1.1", None) is None
    case = workspace.add_case("V01", "victims")
    for _, question in workspace.framework.sample_questions("victims"):
        workspace.editor.set("judgement", f"{case}/{question.ref}", "answer", "no")
        for prompt in question.prompts:
            workspace.editor.set("prompt", f"{case}/{question.ref}/{prompt.ref}", "answer", "na")
    assert workspace.next_gap(case, "V1.1", "a") is None


def test_backups_open_read_and_only_the_newest_are_kept(workspace: Workspace, laptop: Laptop) -> None:
    for number in range(13):
        workspace.editor.set("finding", "f1", "text", f"{number}")
        made = workspace.back_up()
    assert len(workspace.backups()) == 10
    assert workspace.backups()[-1] == made
    assert not [p for p in made.parent.iterdir() if p.suffix != ".backup"]
    copy = Workspace.open(laptop, made)
    assert [f.text for f in copy.findings()] == ["12"]
    assert copy.problems() == []
    copy.close()


def test_a_copy_cut_short_never_counts_as_a_backup(workspace: Workspace) -> None:
    kept = workspace.back_up()
    leftover = kept.with_name(f"{workspace.id}-000002.part")
    leftover.write_bytes(b"half")
    again = workspace.back_up()
    assert workspace.backups() == [kept, again]
    assert not leftover.exists()


def test_a_team_of_many_is_in_the_order_it_was_named(workspace: Workspace) -> None:
    names = [f"Inspector {n}" for n in range(15)]
    workspace.editor.do("team", [Edit("person", EntityId(f"p{99 - n}"), "name", name) for n, name in enumerate(names)])
    assert [p.name for p in workspace.team()][1:] == names


def test_a_workspace_may_be_in_a_folder_with_any_name(laptop: Laptop, tmp_path: Path) -> None:
    folder = tmp_path / "a b#c?d%41 ŵ'\";"
    folder.mkdir()
    made = Workspace.create(laptop, folder / "x.inspection", "iyjwcv-2025", "Any", date(2026, 3, 9))
    made.close()
    Workspace.open(laptop, folder / "x.inspection").close()
