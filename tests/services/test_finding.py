"""What is found, in which order, and what must not be found."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.core.domain.finding.search import Found, FoundRow, Kept, Query, Term, Wanted, words
from inspector_app.core.domain.finding.snippet import pattern, snippet
from inspector_app.core.domain.inspection import Answer
from inspector_app.core.domain.text.marks import Mark
from inspector_app.core.domain.text.writing import occurrences
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.cases import case_facts, marking, reviews
from inspector_app.core.services.fieldwork import concerns, evidence, week
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.search import finding, near_searches
from inspector_app.core.services.ticket import Ticket
from inspector_app.core.services.workspace import Workspace
from tests.services.colleagues import Team

WORD = "zebrafinch"


def find(workspace: Workspace, typed: str = "", **wanted: object) -> Found:
    return finding.Finder(workspace).find(Query(typed, Wanted(**wanted)))  # type: ignore[arg-type]


def rows(found: Found) -> list[FoundRow]:
    return [row for group in found.groups for row in group.rows]


def ids(found: Found) -> list[tuple[str, str]]:
    return [(row.entity, row.id) for row in rows(found)]


def write_everywhere(workspace: Workspace, case: str) -> None:
    """The word in every kind of thing that people write."""
    for entity, item, field in (
        ("prompt", f"{case}/2.1.1/b", "note"), ("judgement", f"{case}/2.1.1", "rationale"),
        ("interview", f"{case}/i", "note"), ("finding", "f", "text"), ("recommendation", "r", "text"),
        ("rating", "1.1", "rationale"), ("rating", "V1.2", "rationale"), ("panel", "2.1", "reason"),
        ("event", "e", "title"), ("source", "s", "title"), ("source", "s2", "who"), ("source", "s3", "note"),
        ("score", "s/n", "said"), ("bearing", "s/1.1.2a", "note"), ("bearing", "s/1.1", "note"),
        ("concern", "c", "what"), ("concern", "c2", "told"), ("informed", "c/one", "agreed"), ("concern", "c3", "outcome"),
    ):  # fmt: skip
        workspace.editor.set(entity, item, field, f"a {WORD} here")
    workspace.editor.set("finding", "f", "standard", "2.1")
    workspace.editor.set("concern", "c", "case", case)
    reviews.comment(workspace, case, f"{case}/2.1.1/b", f"about the {WORD}")
    reviews.comment(workspace, case, case, f"about the {WORD}")


def test_what_people_wrote_is_found_grouped_as_the_framework_asks(workspace: Workspace) -> None:
    case = workspace.case_id("C02")
    write_everywhere(workspace, case)
    found = find(workspace, "zebraf")
    assert [(g.code, [r.entity for r in g.rows]) for g in found.groups] == [
        ("1.1.2", ["bearing"]),
        ("2.1.1", ["judgement", "prompt", "comment"]),
        ("V1.2", ["rating"]),
        ("cases", ["interview", "comment"]),
        ("evidence", ["source", "source", "source", "score", "bearing"]),
        ("ratings", ["rating", "panel"]),
        ("findings", ["finding", "recommendation"]),
        ("week", ["event"]),
        ("concerns", ["concern", "informed", "concern", "concern"]),
    ]
    assert found.count == 21
    prompt = found.groups[1].rows[1]
    assert (prompt.ref, prompt.question, prompt.prompt, prompt.by) == ("C02", "2.1.1", "b", "Ruth Ashdown")
    assert prompt.at
    assert [prompt.snippet[start:end] for start, end in prompt.matches] == ["zebraf"]
    assert found.groups[1].title == workspace.framework.questions["2.1.1"][1].text


def test_cases_come_in_their_order_and_a_key_question_before_its_prompts(workspace: Workspace) -> None:
    c1, c3 = workspace.case_id("C01"), workspace.case_id("C03")
    for item in (f"{c3}/2.1.1/a", f"{c1}/2.1.1/b", f"{c1}/2.1.1/a"):
        workspace.editor.set("prompt", item, "note", WORD)
    workspace.editor.set("judgement", f"{c1}/2.1.1", "rationale", WORD)
    assert [(r.ref, r.prompt) for r in rows(find(workspace, WORD))] == [
        ("C01", ""), ("C01", "a"), ("C01", "b"), ("C03", "a"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "typed",
    [
        "assessment",
        "safeguarding",
        "findings",
        "office",
        "o\ufb03ce",
        "safe\u00adguarding",
        "offi",
        "desistance",
        "school",
        "parents",
        "first",
        "s\u200dchool",
    ],
)
def test_what_nobody_sees_hides_no_word(workspace: Workspace, typed: str) -> None:
    note = "assess\u00adment safe\u200bguarding \ufb01ndings o\ufb03ce desis\u200dtance sch\u200cool par\u200eents fir\ufb06"
    workspace.editor.set("prompt", f"{workspace.case_id('C01')}/2.1.1/a", "note", note)
    (row,) = rows(find(workspace, typed))
    assert row.matches


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("lodz", "Łódź"), ("strasse", "Straße"), ("STRASSE", "Straße"), ("straße", "STRASSE"), ("oystein", "Øystein"),
        ("Æsop", "aesop"), ("thor", "Þór"), ("12 march", "１２ ｍａｒｃｈ"), ("２.１", "2.1"), ("한글", "한글"),
        ("한글", "\u1112\u1161\u11ab\u1100\u1173\u11af"), ("heart", "he\ufe0fart"), ("heart", "he\U000e0100art"),
        ("ŵyn", "w\u0302yn"), ("wyn", "ŵyn"), ("maker", "ma\u212aer"), ("Đặng", "dang"), ("ısırgan", "isirgan"),
    ],
)  # fmt: skip
def test_a_word_is_found_and_marked_by_the_letters_of_any_keyboard(workspace: Workspace, typed: str, said: str) -> None:
    workspace.editor.set("prompt", f"{workspace.case_id('C01')}/2.1.1/a", "note", f"It was {said} then")
    (row,) = rows(find(workspace, typed))
    assert [row.snippet[a:b] for a, b in row.matches] == said.split() or (row.snippet[slice(*row.matches[0])] == said)
    assert [f"It was {said} then"[a:b] for a, b in occurrences(f"It was {said} then", typed)] == [said]


def test_a_case_is_found_by_its_reference_and_type(workspace: Workspace) -> None:
    case = workspace.case_id("C02")
    workspace.editor.set("case", case, "type", "detention and training order")
    assert ids(find(workspace, "c02")) == [("case", case)] == ids(find(workspace, "detention tra"))


def test_of_a_group_the_first_are_shown_until_it_is_opened(workspace: Workspace) -> None:
    case = workspace.case_id("C01")
    prompts = workspace.framework.questions["2.1.1"][1].prompts
    for prompt in prompts:
        workspace.editor.set("prompt", f"{case}/2.1.1/{prompt.ref}", "note", WORD)
    assert len(prompts) > finding.SHOWN
    (group,) = find(workspace, WORD).groups
    assert (group.count, len(group.rows)) == (len(prompts), finding.SHOWN)
    (opened,) = finding.Finder(workspace).find(Query(WORD), opened={"2.1.1"}).groups
    assert [row.prompt for row in opened.rows] == [p.ref for p in prompts]
    assert opened.rows[: finding.SHOWN] == group.rows


def test_both_sides_of_a_contested_text_are_found(people: Team) -> None:
    tom = people.colleague("Tom Okafor")
    item = f"{people.lead.case_id('C01')}/2.1.1/a"
    people.lead.editor.set("prompt", item, "note", "ours has a heron")
    tom.editor.set("prompt", item, "note", "theirs has a kingfisher")
    people.exchange()
    for word in ("heron", "kingfisher"):
        for workspace in (people.lead, tom):
            (row,) = rows(find(workspace, word))
            assert row.contested
            assert [row.snippet[a:b] for a, b in row.matches] == [word]


# filters


@pytest.fixture
def judged(workspace: Workspace) -> Workspace:
    """C01 is mine: 2.2.2 a is No without a note, b No with one, c Yes. C02 is another's: 2.2.2 a is No without a note."""
    c1, c2 = workspace.case_id("C01"), workspace.case_id("C02")
    workspace.editor.set("person", "tom", "name", "Tom Okafor")
    workspace.editor.set("case", c1, "inspector", workspace.me)
    workspace.editor.set("case", c2, "inspector", "tom")
    for item, answer in ((f"{c1}/2.2.2/a", "no"), (f"{c1}/2.2.2/b", "no"), (f"{c1}/2.2.2/c", "yes")):
        workspace.editor.set("prompt", item, "answer", answer)
    workspace.editor.set("prompt", f"{c2}/2.2.2/a", "answer", "no")
    workspace.editor.set("prompt", f"{c1}/2.2.2/b", "note", f"Strength: the {WORD}")
    workspace.editor.set("judgement", f"{c2}/2.2.1", "answer", "no")
    return workspace


def places(found: Found) -> list[str]:
    return [f"{row.ref} {row.question} {row.prompt}".strip() for row in rows(found)]


def test_no_on_a_question_mine_without_note_needs_no_words(judged: Workspace) -> None:
    found = find(judged, answer="no", about="2.2.2", inspector=judged.me, note=False)
    assert places(found) == ["C01 2.2.2 a"]
    (row,) = rows(found)
    assert (row.answer, row.snippet, row.by) == (Answer.NO, "", "Ruth Ashdown")


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({"answer": "no"}, ["C02 2.2.1", "C01 2.2.2 a", "C01 2.2.2 b", "C02 2.2.2 a"]),
        ({"answer": "no", "about": "2.2.2"}, ["C01 2.2.2 a", "C01 2.2.2 b", "C02 2.2.2 a"]),
        ({"answer": "no", "about": "2.2"}, ["C02 2.2.1", "C01 2.2.2 a", "C01 2.2.2 b", "C02 2.2.2 a"]),
        ({"answer": "no", "about": "2.2.2/a"}, ["C01 2.2.2 a", "C02 2.2.2 a"]),
        ({"answer": "no", "note": True}, ["C01 2.2.2 b"]),
        ({"answer": "no", "inspector": "tom"}, ["C02 2.2.1", "C02 2.2.2 a"]),
        ({"answer": "na"}, []),
        ({"note": True}, ["C01 2.2.2 b"]),
        ({"mark": "strength"}, ["C01 2.2.2 b"]),
        ({"mark": "quotation"}, []),
        ({"mark": "strength", "answer": "no"}, ["C01 2.2.2 b"]),
        ({"mark": "strength", "answer": "yes"}, []),
        ({"answer": "yes", "sample": "children"}, ["C01 2.2.2 c"]),
        ({"answer": "yes", "sample": "victims"}, []),
        ({"answer": "yes", "stage": "in-progress"}, ["C01 2.2.2 c"]),
        ({"answer": "yes", "stage": "submitted"}, []),
    ],
)
def test_filters_alone(judged: Workspace, wanted: dict[str, object], expected: list[str]) -> None:
    assert places(find(judged, **wanted)) == expected


def test_filters_beside_words(judged: Workspace) -> None:
    assert places(find(judged, WORD, answer="no")) == ["C01 2.2.2 b"]
    assert places(find(judged, WORD, answer="yes")) == []
    assert places(find(judged, WORD, inspector="tom")) == []
    assert places(find(judged, f"-{WORD}", note=True)) == []
    assert places(find(judged, "strength", mark=Mark.STRENGTH.value, note=True)) == ["C01 2.2.2 b"]


def test_what_nobody_has_answered_is_found_as_unanswered(judged: Workspace) -> None:
    prompts = [p.ref for p in judged.framework.questions["2.2.2"][1].prompts]
    found = find(judged, answer="unanswered", about="2.2.2", inspector=judged.me)
    assert places(found) == ["C01 2.2.2", *(f"C01 2.2.2 {ref}" for ref in prompts if ref not in "abc")][: finding.SHOWN]
    assert found.count == 1 + len(prompts) - 3
    judged.editor.set("judgement", f"{judged.case_id('C01')}/2.2.2", "answer", "na")
    judged.editor.set("prompt", f"{judged.case_id('C01')}/2.2.2/a", "answer", None)
    again = find(judged, answer="unanswered", about="2.2.2", inspector=judged.me)
    assert places(again)[0] == "C01 2.2.2 a"
    assert again.count == found.count


def test_a_contested_answer_counts_as_unanswered(people: Team) -> None:
    tom = people.colleague("Tom Okafor")
    item = f"{people.lead.case_id('C01')}/2.1.1/a"
    people.lead.editor.set("prompt", item, "answer", "yes")
    tom.editor.set("prompt", item, "answer", "no")
    people.exchange()
    assert find(people.lead, answer="yes").count == find(people.lead, answer="no").count == 0
    (row,) = rows(find(people.lead, answer="unanswered", about="2.1.1/a", inspector=""))[:1]
    assert (row.ref, row.contested, row.answer) == ("C01", True, None)


def test_a_standard_takes_its_findings_and_evidence_with_it(workspace: Workspace) -> None:
    write_everywhere(workspace, workspace.case_id("C01"))
    assert {r.entity for r in rows(find(workspace, WORD, about="2.1"))} == {
        "prompt", "judgement", "comment", "panel", "finding",
    }  # fmt: skip
    assert {r.entity for r in rows(find(workspace, WORD, about="1.1"))} == {"bearing", "rating"}
    assert [r.prompt for r in rows(find(workspace, WORD, about="1.1.2/a"))] == ["a"]


def test_a_case_that_nobody_touched_is_not_begun(judged: Workspace) -> None:
    assert {r.ref for r in rows(find(judged, answer="unanswered", stage="not-begun"))} == {"C03", "V01"}
    assert {r.ref for r in rows(find(judged, answer="unanswered", stage="in-progress"))} == {"C01", "C02"}


def test_a_stage_is_that_of_the_case(judged: Workspace) -> None:
    reviews.submit(judged, judged.case_id("C02"))
    assert places(find(judged, answer="no", stage="submitted")) == ["C02 2.2.1", "C02 2.2.2 a"]
    assert places(find(judged, answer="no", stage="in-progress")) == ["C01 2.2.2 a", "C01 2.2.2 b"]


def test_nothing_asked_finds_nothing(judged: Workspace) -> None:
    for typed in ("", "  ", '"', "-", "…", '""'):
        assert find(judged, typed) == Found(Query(typed))


# what must not be found


def test_what_is_deleted_is_not_found(workspace: Workspace) -> None:
    case = workspace.case_id("C01")
    write_everywhere(workspace, case)
    comment = reviews.comments(workspace, case)[0].id
    gone = (
        ("interview", f"{case}/i"), ("comment", comment), ("event", "e"), ("source", "s2"), ("score", "s/n"),
        ("informed", "c/one"),
    )  # fmt: skip
    workspace.editor.set("interview", f"{case}/i", "role", WORD)
    case_facts.remove_interview(workspace, f"{case}/i")
    reviews.delete_comment(workspace, comment)
    week.take_away(workspace, "e")
    evidence.delete(workspace, "s2")
    evidence.delete_score(workspace, "s/n")
    concerns.delete_told(workspace, "c/one")
    found = set(ids(find(workspace, WORD)))
    assert not found & set(gone)
    assert len(found) == 21 - len(gone)
    workspace.editor.undo("event", "e")
    assert ("event", "e") in ids(find(workspace, WORD))


def test_with_a_case_goes_everything_on_it_but_a_concern(workspace: Workspace) -> None:
    case = workspace.case_id("C01")
    write_everywhere(workspace, case)
    workspace.editor.set("case", case, "deleted", True)
    assert [row for row in rows(find(workspace, WORD)) if case in row.id]  # what somebody wrote stands
    for entity, item, field in (("prompt", "2.1.1/b", "note"), ("judgement", "2.1.1", "rationale")):
        workspace.editor.set(entity, f"{case}/{item}", field, None)
    left = rows(find(workspace, WORD))
    assert not [row for row in left if case in row.id]
    assert [(r.id, r.case) for r in left if r.entity == "concern"] == [("c", ""), ("c2", ""), ("c3", "")]
    assert find(workspace, answer="unanswered", about="2.1.1/a").count == 2


def test_with_a_source_goes_what_is_on_it(workspace: Workspace) -> None:
    write_everywhere(workspace, workspace.case_id("C01"))
    evidence.delete(workspace, "s")
    assert [r.id for r in rows(find(workspace, WORD)) if r.entity in ("source", "score", "bearing")] == ["s2", "s3"]


def test_blind_marking_hides_from_each_what_the_other_writes(people: Team) -> None:
    lead, tom = people.lead, people.colleague("Tom Okafor")
    case = lead.case_id("C01")
    lead.editor.set("case", case, "inspector", lead.me)
    lead.editor.set("judgement", f"{case}/2.1.1", "rationale", f"the first's {WORD}")
    lead.editor.set("prompt", f"{case}/2.1.1/a", "note", f"Strength: the first's {WORD}")
    lead.editor.set("prompt", f"{case}/2.1.1/a", "answer", "no")
    reviews.comment(lead, case, f"{case}/2.1.1/a", f"the first's {WORD}")
    lead.editor.set("interview", case_facts.add_interview(lead, case), "note", f"told to the first: {WORD}")
    marking.ask(lead, case, tom.me)
    people.give(lead, tom)
    theirs = case_facts.add_interview(tom, case)
    tom.editor.set("interview", theirs, "note", f"told to the second: {WORD}")
    tom.editor.set("second_prompt", f"{case}/2.1.1/b@{tom.me}", "note", f"the second's {WORD}")
    tom.editor.set("second_prompt", f"{case}/2.1.1/b@{tom.me}", "answer", "yes")
    people.exchange()
    assert ids(find(tom, WORD)) == [("second_prompt", f"{case}/2.1.1/b@{tom.me}"), ("interview", theirs)]
    assert {r.entity for r in rows(find(lead, WORD))} == {"judgement", "prompt", "comment", "interview"}
    assert ("interview", theirs) not in ids(find(lead, WORD))
    assert find(tom, answer="no").count == find(tom, mark="strength").count == find(lead, answer="yes").count == 0
    assert find(tom, answer="unanswered", about="2.1.1/a", sample="children").count == 3
    assert find(tom, answer="yes").count == find(lead, answer="no").count == 1
    marking.done(lead, case)
    marking.done(tom, case)
    people.exchange()
    for workspace in (tom, lead):
        found = {"judgement", "prompt", "comment", "second_prompt", "interview"}
        assert {r.entity for r in rows(find(workspace, WORD))} == found
        assert ("interview", theirs) in ids(find(workspace, WORD))


def test_the_index_is_looked_at_again_once_something_was_written(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    caught_up, real = list[Workspace](), finding.catch_up

    def catch_up(of: Workspace, ticket: Ticket) -> None:
        caught_up.append(of)
        real(of, ticket)
        if len(caught_up) == 3:  # somebody writes as the index is up to date, before the search begins
            workspace.editor.set("event", "f", "title", f"another {WORD}")

    monkeypatch.setattr(finding, "catch_up", catch_up)
    finder, counts = finding.Finder(workspace), list[int]()
    for wanted in ("", "e", "", "", ""):
        if wanted:
            workspace.editor.set("event", wanted, "title", f"a {WORD}")
        counts.append(finder.find(Query(WORD)).count)
    assert counts == [0, 1, 1, 2, 2]
    looked = len(caught_up)
    finder.find(Query(WORD))
    finder.find(Query("", Wanted(answer="no")))
    assert len(caught_up) == looked


def test_one_search_after_another_finds_what_was_written_between_them(people: Team) -> None:
    lead, tom = people.lead, people.colleague("Tom Okafor")
    case, query = lead.case_id("C01"), Query(WORD)
    finder, there = finding.Finder(lead), list[int]()

    def look() -> None:
        assert finder.find(query) == finding.Finder(lead).find(query)
        there.append(finder.find(query).count)

    look()
    write_everywhere(lead, case)
    look()
    evidence.delete(lead, "s")
    look()
    people.give(lead, tom)
    reviews.comment(tom, case, case, WORD)
    people.give(tom, lead)
    look()
    last = lead.case_id("C03")
    lead.editor.set("prompt", f"{last}/2.1.1/b", "note", WORD)
    look()
    prompts = [i for entity, i in ids(finder.find(query)) if entity == "prompt"]
    lead.editor.set("case", last, "ref", "A00")
    look()
    assert [i for entity, i in ids(finder.find(query)) if entity == "prompt"] == prompts[::-1]
    assert there == [0, 21, 17, 18, 19, 19]


# the words typed


@pytest.mark.parametrize(
    ("typed", "must", "never"),
    [
        ("plan", [("plan", True)], []),
        ("plan ", [("plan", False)], []),
        ("the plan", [("the", False), ("plan", True)], []),
        ('"the plan"', [("the plan", False)], []),
        ("“the plan” exclu", [("the plan", False), ("exclu", True)], []),
        ('"the pl', [("the pl", False)], []),
        ("plan -draft", [("plan", False)], [("draft", False)]),
        ('plan -"first draft"', [("plan", False)], [("first draft", False)]),
        ("multi-agency", [("multi-agency", True)], []),
        ("- -- plan", [("plan", True)], []),
        ("AND OR NOT NEAR", [("AND", False), ("OR", False), ("NOT", False), ("NEAR", True)], []),
        ("text:plan*^()", [("text:plan*^()", True)], []),
        ("… ! ?", [], []),
    ],
)
def test_what_was_typed(typed: str, must: list[tuple[str, bool]], never: list[tuple[str, bool]]) -> None:
    asked = words(typed)
    assert asked.must == tuple(Term(*term) for term in must)
    assert asked.never == tuple(Term(*term) for term in never)


@given(
    st.one_of(
        st.text(max_size=80),
        st.text('ab "-*^:(){}+,.NEAR\0\ud800“é\u0301', max_size=60),
        st.lists(st.sampled_from(["AND", "OR", "NOT", "NEAR(", '"', "-", "*", "a", "text:", "^", "(", ")"])).map(
            " ".join
        ),
    )
)
def test_nothing_typed_is_refused(workspace: Workspace, typed: str) -> None:
    workspace.editor.set("prompt", f"{workspace.case_id('C01')}/2.1.1/a", "note", "a b é plan")
    find(workspace, typed)
    find(workspace, typed * 200, note=True)


@given(st.text(max_size=400), st.text(max_size=20))
def test_a_snippet_is_a_piece_of_the_text_on_one_line(text: str, typed: str) -> None:
    terms = words(typed).must
    shown, matches = snippet(text, terms)
    assert shown.strip("…") in " ".join(text.split())
    assert "\n" not in shown
    assert all(0 <= start < end <= len(shown) for start, end in matches)


def test_a_snippet_shows_the_longest_word_far_down_in_a_long_note() -> None:
    text = "the plan is long. " * 400 + "School exclusion was not analysed at Tŷ Gwyn. " + "the end. " * 400
    terms = words("the exclusion ty").must
    shown, matches = snippet(text, terms)
    assert shown.startswith("…")
    assert shown.endswith("…")
    assert len(shown) < 240
    assert {shown[a:b] for a, b in matches} == {"the", "exclusion", "Tŷ"}


_LETTERS = st.text("abikstKST09 éŷﬁßæſK'-’…–·²ª\u0301\u200b\n", max_size=24)


@given(st.text("abikstKST09 '-’“…–·_.\xa0\n", max_size=80), st.one_of(_LETTERS, st.text(max_size=12)))
def test_in_a_text_of_plain_letters_is_found_what_is_found_in_any(text: str, typed: str) -> None:
    terms = words(typed).must
    plain, any_text = pattern(terms, text), pattern(terms, "ŷ")
    assert (plain is None) == (any_text is None)
    if plain and any_text:
        assert [m.span() for m in plain.finditer(text)] == [m.span() for m in any_text.finditer(text)]


def test_a_pattern_of_plain_letters_is_as_long_as_what_is_typed() -> None:
    terms = words("the plan exclusion").must
    short = pattern(terms, "his plan – “the exclusion” isn’t in it…")
    assert short
    assert len(short.pattern) < 120  # Python is as long about making it
    accented = pattern(terms, "ei gynllun yn Nhŷ Gwyn")
    assert accented
    assert len(accented.pattern) < 1500  # 5,462 with every unseen sign behind each letter


# kept searches


def test_a_search_is_kept_renamed_and_removed(judged: Workspace) -> None:
    query = Query("plan", Wanted(answer="no", about="2.2.2", inspector=judged.me, note=False))
    assert finding.keep(judged, "  Gaps   of mine ", query) == "Gaps of mine"
    finding.keep(judged, "another", Query("x"))
    assert finding.kept_searches(judged) == [Kept("another", Query("x")), Kept("Gaps of mine", query)]
    assert finding.rename(judged, "Gaps of mine", "Mine") == "Mine"
    finding.forget(judged, "another")
    assert finding.kept_searches(judged) == [Kept("Mine", query)]
    finding.keep(judged, "Mine", Query("y"))
    assert finding.kept_searches(judged) == [Kept("Mine", Query("y"))]


@pytest.mark.parametrize(
    "attempt", [lambda w: finding.keep(w, "  ", Query("x")), lambda w: finding.rename(w, "a", "b")]
)
def test_a_name_that_is_empty_or_taken_is_refused(workspace: Workspace, attempt: Callable[[Workspace], object]) -> None:
    finding.keep(workspace, "a", Query("1"))
    finding.keep(workspace, "b", Query("2"))
    with pytest.raises(Expected) as refused:
        attempt(workspace)
    assert refused.value.code is Code.VALUE_INVALID
    assert [(k.name, k.query.text) for k in finding.kept_searches(workspace)] == [("a", "1"), ("b", "2")]


def test_a_kept_search_stays_on_this_laptop(people: Team) -> None:
    tom = people.colleague("Tom Okafor")
    finding.keep(people.lead, "Mine", Query(WORD))
    people.exchange()
    assert finding.kept_searches(tom) == []
    assert finding.kept_searches(people.lead) == [Kept("Mine", Query(WORD))]


def test_neither_notes_nor_searches_are_in_plain_on_disk(laptop: Laptop, workspace: Workspace, tmp_path: Path) -> None:
    case = workspace.case_id("C01")
    for number in range(50):
        workspace.editor.set("prompt", f"{case}/2.1.1/a", "note", f"{WORD} number {number}")
        assert find(workspace, WORD).count == 1
    finding.keep(workspace, "Kept", Query(WORD))
    workspace.back_up()

    def in_plain() -> list[Path]:
        files = [p for p in tmp_path.rglob("*") if p.is_file()]
        assert any(p.name.endswith("-wal") or p.suffix == ".inspection" for p in files)
        return [p for p in files if any(WORD.encode(code) in p.read_bytes().lower() for code in ("utf-8", "utf-16-le"))]

    assert in_plain() == []
    workspace.close()
    assert in_plain() == []


# near what was not found


def near(workspace: Workspace, text: str, **wanted: object) -> list[tuple[str, str, int]]:
    query = Query(text, Wanted(**wanted))  # type: ignore[arg-type]
    return [
        (one.why.value, one.query.text, one.count)
        for one in near_searches.near(finding.Finder(workspace), query, Ticket())
    ]


def test_what_is_near_a_search_that_finds_nothing_says_how_much_it_would_find(workspace: Workspace) -> None:
    case = workspace.case_id("C02")
    workspace.editor.set("prompt", f"{case}/2.1.1/a", "note", "School exclusion is named.")
    workspace.editor.set("prompt", f"{case}/2.1.1/b", "note", "Nothing on the school.")
    assert near(workspace, "scool exclusion") == [("spelling", "school exclusion", 1), ("one word", "exclusion", 1)]
    assert near(workspace, "school xylophone") == [("one word", "school", 2)]
    assert near(workspace, "exclusion", answer="no") == [("no filter", "exclusion", 1)]
    assert near(workspace, "scool", answer="no") == [("no filter", "school", 2)]
    assert near(workspace, "xylophone") == []  # what would find nothing is not offered


def test_no_spelling_is_offered_that_only_blind_marking_hides(people: Team) -> None:
    lead, tom = people.lead, people.colleague("Tom Okafor")
    case = lead.case_id("C01")
    marking.ask(lead, case, tom.me)
    lead.editor.set("prompt", f"{case}/2.1.1/a", "note", f"the {WORD} alone")
    people.exchange()
    assert near(lead, "zebrafnch") == [("spelling", WORD, 1)]
    assert near(tom, "zebrafnch") == []


def test_the_whole_of_what_was_found_is_read_with_what_matches_in_it(workspace: Workspace) -> None:
    case = workspace.case_id("C02")
    note = "One line.\n" + "x " * 300 + "school exclusion"
    workspace.editor.set("prompt", f"{case}/2.1.1/a", "note", note)
    (row,) = rows(find(workspace, "exclusion"))
    text, matches = finding.Finder(workspace).whole(row, Query("exclusion"))
    assert text == note
    assert [text[start:end] for start, end in matches] == ["exclusion"]
