"""The shipped frameworks say what their sources say, and a wrong framework file is refused at its wrong value."""

import copy
import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from inspector_app.core.domain.days.windows import dates, window_for
from inspector_app.core.domain.framework import Evidence, Framework
from inspector_app.core.domain.rating_rules import BandOn, Scale, Status
from inspector_app.core.errors import Code, Expected
from inspector_app.core.interchange import checked_by
from inspector_app.core.interchange.frameworks.file import parse
from inspector_app.core.paths import resources
from inspector_app.ui.errors import sentence

FOLDER = resources() / "frameworks"
SHIPPED = ("fji-2014", "iyjs-2025", "iyjwcv-2025", "yos-2018")
ANNEX_ONE = Path(__file__).parent.parent / "data" / "annex-one.txt"
DOMAINS = ("Domain one: organisational delivery", "Domain two: Work with children", "Victims")


def text_of(framework_id: str) -> str:
    return (FOLDER / f"{framework_id}.json").read_text(encoding="utf-8")


def framework(framework_id: str) -> Framework:
    return parse(text_of(framework_id), f"{framework_id}.json")


def refusal(text: str) -> Expected:
    with pytest.raises(Expected) as caught:
        parse(text, "ours.json")
    assert caught.value.code is Code.FRAMEWORK_INVALID
    assert caught.value.facts["where"] == "ours.json"
    return caught.value


# What the sources say


def annex_one() -> dict[str, list[tuple[str, ...]]]:
    """Annex one read by itself: its standards (domain, ref, text), key questions (ref, text) and prompts."""
    found: dict[str, list[tuple[str, ...]]] = {"standards": [], "questions": [], "prompts": []}
    domain, awaiting = "", ""
    for line in ANNEX_ONE.read_text(encoding="utf-8").splitlines():
        if line in DOMAINS:
            domain = line
        elif match := re.fullmatch(r"(\d\.\d\.\d|V1\.\d) (.+)", line):
            found["questions"].append(match.groups())
        elif match := re.fullmatch(r"([a-z])\) (.+)", line):
            found["prompts"].append((found["questions"][-1][0], *match.groups()))
        elif match := re.fullmatch(r"V1 (.+)", line):
            found["standards"].append((domain, "V1", "Work with victims", match[1]))
        elif match := re.fullmatch(r"(\d\.\d) (.+)", line):
            awaiting, title = match.groups()
        elif awaiting:
            found["standards"].append((domain, awaiting, title, line))
            awaiting = ""
    return found


@pytest.mark.parametrize("framework_id", ["iyjwcv-2025", "iyjs-2025"])
def test_the_2025_frameworks_carry_annex_one_word_for_word(framework_id: str) -> None:
    shipped, annex = framework(framework_id), annex_one()
    questions = [q for s in shipped.standards for q in s.key_questions]

    assert [(s.domain, s.ref, s.title, s.statement) for s in shipped.standards] == annex["standards"]
    assert [(q.ref, q.text) for q in questions] == annex["questions"]
    assert [(q.ref, p.ref, p.text) for q in questions for p in q.prompts] == annex["prompts"]
    assert (len(annex["standards"]), len(annex["questions"]), len(annex["prompts"])) == (7, 18, 134)


def test_only_children_and_victims_standards_count_in_2025() -> None:
    one_week, two_weeks = framework("iyjwcv-2025"), framework("iyjs-2025")

    assert [s.ref for s in one_week.counted] == [s.ref for s in two_weeks.counted] == ["2.1", "2.2", "2.3", "V1"]
    assert [s.ref for s in one_week.standards if not s.rated] == ["1.1", "1.2", "1.3"]
    assert all(s.rated for s in two_weeks.standards)
    assert (one_week.weeks, two_weeks.weeks) == (1, 2)


def test_v1_rests_on_victims_cases_and_on_organisational_evidence() -> None:
    v1 = framework("iyjwcv-2025").by_ref["V1"]

    assert (v1.evidence, v1.sample) == (Evidence.MIXED, "victims")
    assert [(q.ref, q.evidence) for q in v1.key_questions] == [
        ("V1.1", Evidence.CASES),
        ("V1.2", Evidence.ORGANISATION),
    ]
    assert [q.ref for _, q in framework("iyjwcv-2025").sample_questions("victims")] == ["V1.1"]


def test_key_questions_take_their_standards_evidence() -> None:
    shipped = framework("iyjs-2025")

    assert {q.evidence for q in shipped.by_ref["1.1"].key_questions} == {Evidence.ORGANISATION}
    assert [q.ref for _, q in shipped.sample_questions("children")] == [
        "2.1.1", "2.1.2", "2.2.1", "2.2.2", "2.3.1", "2.3.2",
    ]  # fmt: skip


def test_the_2018_framework_counts_twelve_standards_and_not_resettlement() -> None:
    shipped = framework("yos-2018")

    assert " ".join(s.ref for s in shipped.counted) == "1.1 1.2 1.3 1.4 2.1 2.2 2.3 2.4 3.1 3.2 3.3 3.4"
    resettlement = shipped.by_ref["4.1"]
    assert (resettlement.rated, resettlement.counted, resettlement.evidence) == (True, False, Evidence.ORGANISATION)
    assert [q.ref for _, q in shipped.sample_questions("court")] == [f"2.{s}.{q}" for s in "1234" for q in "123"]
    assert [q.ref for _, q in shipped.sample_questions("out-of-court")] == [f"3.{s}.{q}" for s in "123" for q in "123"]
    assert [s.code for s in shipped.samples] == ["court", "out-of-court", "resettlement"]
    assert list(dict.fromkeys(s.domain for s in shipped.standards)) == [
        "Organisational delivery", "Court disposals", "Out-of-court disposals", "Resettlement",
    ]  # fmt: skip


def test_the_2018_framework_keeps_the_reports_own_wording() -> None:
    shipped = framework("yos-2018")

    assert shipped.by_ref["2.2"].statement == (
        "Planning is well-informed, holistic and personalised, "
        "actively involving the child and their parents or carers."
    )
    assert shipped.questions["3.2.1"][1].text == "Does planning focus on supporting the child's desistance?"
    assert (
        shipped.questions["2.2.1"][1].text == "Does planning focus sufficiently on supporting the child's desistance?"
    )


def test_full_joint_inspections_are_rated_in_stars_by_theme() -> None:
    shipped = framework("fji-2014")

    assert [(s.ref, s.title) for s in shipped.standards] == [
        ("T1", "Reducing reoffending"),
        ("T2", "Protecting the public"),
        ("T3", "Protecting children and young people"),
        ("T4", "Ensuring the sentence is served"),
        ("T5", "Governance and partnerships"),
        ("T6", "Interventions"),
    ]
    assert shipped.by_ref["T5"].statement == (
        "Effective governance, partnership and management arrangements are in place. These enable the YOS to meet "
        "national and local criminal justice and related objectives, and to deliver and maintain good quality services."
    )
    assert shipped.rating.scale is Scale.STARS
    assert [(w.points, w.word, w.basis.status) for w in shipped.rating.words] == [
        (1, "Poor", Status.ASSUMED),
        (2, "Unsatisfactory", Status.DERIVED),
        (3, "Satisfactory", Status.PRINTED),
        (4, "Good", Status.PRINTED),
    ]
    assert shipped.counted == shipped.rating.bands == shipped.rating.overall == ()
    assert [s.ref for s in shipped.standards if s.sample != "cases"] == ["T5"]  # it has no case assessment score


@pytest.mark.parametrize(
    ("framework_id", "cuts"),
    [("iyjwcv-2025", [0, 3, 7, 11]), ("iyjs-2025", [0, 3, 7, 11]), ("yos-2018", [0, 7, 19, 31])],
)
def test_bands_and_cuts_are_those_of_the_published_results(framework_id: str, cuts: list[int]) -> None:
    rating = framework(framework_id).rating
    words = ["Inadequate", "Requires improvement", "Good", "Outstanding"]

    assert [(w.word, w.points) for w in rating.words] == list(zip(words, range(4), strict=True))
    assert [(b.word, b.lower) for b in rating.bands] == list(zip(words, [0, 50, 65, 80], strict=True))
    assert [(b.word, b.lower) for b in rating.overall] == list(zip(words, cuts, strict=True))
    assert rating.band_on is BandOn.PRINTED
    assert [b.basis.status for b in rating.bands] == [Status.ASSUMED, Status.ASSUMED, Status.PRINTED, Status.PRINTED]
    assert {b.basis.status for b in rating.overall} == {Status.ASSUMED}


def test_rules_that_no_source_prints_are_not_called_printed() -> None:
    rating = framework("iyjwcv-2025").rating

    assert rating.band_on_basis.status is Status.ASSUMED
    assert rating.rule("mixed").basis.status is Status.ASSUMED
    assert rating.rule("not-applicable").basis.status is Status.ASSUMED
    assert rating.rule("percent").basis.status is Status.DERIVED
    assert rating.rule("lowest").basis.status is Status.PRINTED
    assert {(c.code, c.value, c.basis.status) for c in rating.considerations} == {
        ("near-next-band", 5, Status.ASSUMED),
        ("one-case", 1, Status.ASSUMED),
        ("few-cases", 5, Status.ASSUMED),
    }


def test_a_return_visit_belongs_to_work_with_children_and_victims_and_its_rating_is_derived() -> None:
    visits = {name: framework(name).return_visit for name in SHIPPED}
    visit = visits.pop("iyjwcv-2025")
    assert visit is not None
    assert not any(visits.values())
    assert (visit.standards, visit.from_weeks, visit.to_weeks) == (("1.1", "1.2", "1.3"), 4, 6)
    assert visit.basis.status is Status.DERIVED  # the source says that the inspectorate returns to inspect, and no more
    assert framework("iyjwcv-2025").rating.rule("organisation").basis.status is Status.DERIVED


def test_sample_sizes_of_2025() -> None:
    children, victims = framework("iyjs-2025").samples

    assert (children.code, children.least, children.most) == ("children", 14, 91)
    assert (victims.code, victims.least, victims.most) == ("victims", 9, 24)


@pytest.mark.parametrize("framework_id", SHIPPED)
def test_no_number_is_called_printed_whose_source_was_not_at_hand(framework_id: str) -> None:
    def bases(value: Any) -> Iterator[tuple[str, str]]:
        below = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        if isinstance(value, dict) and "status" in value:
            yield value["status"], value["source"]
        for item in below:
            yield from bases(item)

    absent = re.compile("not at hand|not printed in a source|no published source", re.I)
    assert [b for b in bases(json.loads(text_of(framework_id))) if b[0] == "printed" and absent.search(b[1])] == []


# Windows


def test_windows_give_the_dates_of_trafford_2025() -> None:
    children, victims = framework("iyjwcv-2025").samples
    start = date(2025, 3, 24)

    ordinary, custody = window_for(children, "bail"), window_for(children, "custody and resettlement")
    assert ordinary is not None
    assert custody is not None
    assert dates(ordinary, start) == (date(2024, 9, 23), date(2024, 11, 22))
    assert dates(custody, start) == (date(2024, 3, 25), date(2025, 1, 24))
    assert dates(victims.windows[0], start) == (date(2024, 9, 23), date(2024, 11, 22))


@pytest.mark.parametrize(
    ("start", "first", "last"),
    [
        (date(2024, 1, 22), date(2023, 1, 23), date(2023, 11, 17)),  # Salford
        (date(2022, 10, 10), date(2021, 10, 11), date(2022, 8, 5)),  # Blackburn with Darwen
        (date(2024, 1, 24), date(2023, 1, 23), date(2023, 11, 17)),  # fieldwork that starts on a Wednesday
    ],
)
def test_windows_give_the_dates_of_the_2018_reports(start: date, first: date, last: date) -> None:
    for sample in framework("yos-2018").samples:
        assert dates(sample.windows[0], start) == (first, last)


def test_the_window_of_2014_is_of_cases_up_to_12_months_old() -> None:
    (window,) = framework("fji-2014").sample("cases").windows

    assert dates(window, date(2014, 11, 10)) == (date(2013, 11, 10), date(2014, 11, 10))
    assert window.basis.status is Status.DERIVED


def test_a_window_says_what_happened_in_it_as_the_reports_do() -> None:
    children, victims = framework("iyjs-2025").samples
    court, out_of_court, resettlement = framework("yos-2018").samples

    assert [w.what for w in victims.windows] == ["the YJS had undertaken contact with victims"]
    assert {w.what for w in children.windows} == {""}  # work with them had commenced: they began
    assert [s.windows[0].what for s in (court, out_of_court, resettlement)] == [
        "the sentence or licence began",
        "out-of-court disposals were delivered",
        "resettlement cases were sentenced or released",
    ]


def test_a_sample_without_dates_has_no_window() -> None:
    document = json.loads(text_of("fji-2014"))
    document["samples"]["cases"]["windows"] = []

    assert window_for(parse(json.dumps(document), "ours.json").sample("cases"), "community sentence") is None


# Files


def test_the_schema_is_a_schema() -> None:
    schema = json.loads((resources() / "schemas" / "framework.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)


def test_every_shipped_framework_passes_every_check() -> None:
    assert {path.stem for path in FOLDER.glob("*.json")} == set(SHIPPED)
    for framework_id in SHIPPED:
        assert framework(framework_id).id == framework_id
        assert parse(text_of(framework_id), "", trusted=True) == framework(framework_id)


def test_trusted_files_do_not_cost_the_schema_library() -> None:
    program = (
        "import sys, pathlib; from inspector_app.core.interchange.frameworks.file import parse; "
        "parse(pathlib.Path(sys.argv[1]).read_text(encoding='utf-8'), '', trusted=True); "
        "sys.exit('jsonschema' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program, str(FOLDER / "iyjs-2025.json")], timeout=60)
    assert done.returncode == 0


Doc = dict[str, Any]
Change = Callable[[Doc], None]


def put(path: str, value: object) -> Change:
    """Sets the value at a path such as rating.bands.2.from."""

    def change(document: Doc) -> None:
        *way, last = path.split(".")
        at: Any = document
        for step in way:
            at = at[int(step)] if isinstance(at, list) else at[step]
        at[int(last) if isinstance(at, list) else last] = value

    return change


def drop(path: str) -> Change:
    """Takes the value at a path away."""

    def change(document: Doc) -> None:
        *way, last = path.split(".")
        at: Any = document
        for step in way:
            at = at[int(step)] if isinstance(at, list) else at[step]
        del at[int(last) if isinstance(at, list) else last]

    return change


WRONG: list[tuple[Change, str, str]] = [
    # what the schema finds
    (drop("rating"), "$", "'rating' is missing"),
    (drop("rating.bands"), "$.rating", "'bands' is missing"),
    (drop("rating.bands.1.source"), "$.rating.bands[1]", "'source' is missing"),
    (put("rating.weights", []), "$.rating", "'weights' is not a name used here; the names are 'scale'"),
    (put("rating.bands.2.from", "65"), "$.rating.bands[2].from", "must be a whole number, and it is '65'"),
    (put("rating.bands.2.from", 64.5), "$.rating.bands[2].from", "must be a whole number, and it is 64.5"),
    (put("rating.bands.2.from", True), "$.rating.bands[2].from", "must be a whole number, and it is true"),
    (put("rating.bands.3.from", 101), "$.rating.bands[3].from", "101 is too large; the most is 100"),
    (put("rating.bands.0.status", "sure"), "$.rating.bands[0].status", "not one of 'printed', 'derived', 'assumed'"),
    (put("standards", {}), "$.standards", "must be a list in [ ], and it is an object in { }"),
    (put("standards.3.ref", "2/1"), "$.standards[3].ref", "'2/1' cannot be used: letters, digits and full stops"),
    (put("standards.3.title", ""), "$.standards[3].title", "this text is empty"),
    (put("standards", []), "$.standards", "this list is too short; the least is 1"),
    (put("languages", ["en", "en"]), "$.languages", "something stands in this list twice"),
    (
        drop("samples.children.size.status"),
        "$.samples.children.size",
        "'status' is missing, which belongs with 'source'",
    ),
    # what it cannot
    (drop("rating.bands.2"), "$.rating.bands", "'Good' has no band"),
    (put("rating.bands.2.word", "Fine"), "$.rating.bands[2].word", "'Fine' is not a rating word"),
    (put("rating.bands.2.word", "Inadequate"), "$.rating.bands[2].word", "is used already, at $.rating.bands[0].word"),
    (put("rating.bands.0.from", 10), "$.rating.bands[0].from", "the lowest band has to start at 0, not 10"),
    (put("rating.bands.2.from", 50), "$.rating.bands[2].from", "50 does not come after 50"),
    (put("rating.words.2.points", 1), "$.rating.words[2].points", "1 does not come after 1"),
    (put("rating.words.0.points", 1), "$.rating.words[0].points", "the lowest word has to stand for 0, not 1"),
    (drop("rating.overall.3"), "$.rating.overall", "'Outstanding' has no place in the overall rating"),
    (
        put("rating.overall.3.from", 13),
        "$.rating.overall[3].from",
        "13 can never be reached; 4 counted standards make 12",
    ),
    (put("rating.overall.1.from", 8), "$.rating.overall[2].from", "7 does not come after 8"),
    (put("rating.rules.4.code", "other"), "$.rating.rules", "the rule 'lowest' is missing"),
    (put("rating.rules.1.code", "judgement"), "$.rating.rules[1].code", "'judgement' is used already"),
    (put("standards.4.ref", "2.1"), "$.standards[4].ref", "'2.1' is used already, at $.standards[3].ref"),
    (
        put("standards.3.key_questions.1.prompts.1.ref", "a"),
        "$.standards[3].key_questions[1].prompts[1].ref",
        "is used already",
    ),
    (put("standards.3.rated", False), "$.standards[3].counted", "2.1 is counted but not rated"),
    (
        put("standards.3.sample", "adults"),
        "$.standards[3].sample",
        "no sample 'adults'; the samples are children, victims",
    ),
    (drop("standards.3.sample"), "$.standards[3]", "2.1 is judged on cases, so 'sample' has to name them"),
    (put("standards.3.key_questions", []), "$.standards[3].key_questions", "so it needs a key question"),
    (drop("standards.6.key_questions.0.evidence"), "$.standards[6].key_questions[0]", "has to state its 'evidence'"),
    (
        put("standards.6.key_questions.1.evidence", "cases"),
        "$.standards[6].key_questions",
        "it needs key questions of both kinds",
    ),
    (
        put("standards.3.key_questions.0.evidence", "organisation"),
        "$.standards[3].key_questions[0].evidence",
        "2.1 rests on cases",
    ),
    (put("samples.children.size.most", 3), "$.samples.children.size.most", "3 is fewer than the least, 14"),
    (put("report.0.section", "2.1"), "$.report[0].section", "'2.1'"),
    (put("report.0.section", "ratings"), "$.report[0].section", "'ratings' is what something else is called here"),
    (put("report.3.section", "foreword"), "$.report[3].section", "'foreword' is used already, at $.report[0].section"),
    (put("report.1.holds", "team"), "$.report", "no part holds the ratings, so nobody would read them"),
    (put("report.0.level", 2), "$.report[0].level", "the first part stands under no other"),
    (put("report.4.domains", ["Victims"]), "$.report", "the standards under 'Domain one: organisational delivery'"),
    (put("report.4.heading", "Standards"), "$.report[4].heading", "a part that holds standards has no 'heading'"),
    (put("report.3.drafted.0", "Led by {leader}."), "$.report[3].drafted[0]", "{leader} is not known here; the fields"),
    (put("report.3.drafted.0", "{from adults}"), "$.report[3].drafted[0]", "{from adults} is not known here"),
    (put("report.3.drafted.0", "{n} cases"), "$.report[3].drafted[0]", "nothing says what {n} is the number of"),
    (
        put("report.3.drafted.0.sentences.2.counts", "dogs"),
        "$.report[3].drafted[0].sentences[2].counts",
        "'dogs' cannot be counted; case-managers",
    ),
    (
        put("report.3.drafted.0.sentences.2.many", "Some."),
        "$.report[3].drafted[0].sentences[2].many",
        "the number that is counted has no place",
    ),
    (
        put("report.3.drafted.1.sentences.1.needs", ["talks V9"]),
        "$.report[3].drafted[1].sentences[1].needs[0]",
        "'talks V9' is nothing that can be looked for",
    ),
    (
        put("report.3.drafted.0.sentences.1.otherwise.needs", ["not cases dogs"]),
        "$.report[3].drafted[0].sentences[1].otherwise.needs[0]",
        "'not cases dogs' is nothing that can be looked for",
    ),
    (put("report.3.drafted.1.text", "So."), "$.report[3].drafted[1]", "a sentence has one of three forms"),
    (
        put("samples.children.windows.1.applies_to", "parole"),
        "$.samples.children.windows[1].applies_to",
        "'parole' is neither a case type of this sample nor 'all cases'",
    ),
    (
        put("samples.children.windows.0.to_days", 200),
        "$.samples.children.windows[0].to_days",
        "200 days before fieldwork is earlier than the start, 182 days before",
    ),
    (put("domains.1.title", "Victims"), "$.domains[2].title", "'Victims' is used already"),
    (
        put("domains.1.title", "Work with children"),
        "$.standards[3].domain",
        "'Domain two: Work with children' is not one of the domains, which are Domain one",
    ),
    (
        drop("standards.3.key_questions.1.in_report"),
        "$.standards[3].key_questions[1]",
        "2.1 has a 'stem', so 'in_report' has to hold the rest of this question",
    ),
    (drop("standards.3.stem"), "$.standards[3].key_questions[0].in_report", "after the standard’s 'stem'"),
    (
        put("standards.3.key_questions.0.also_printed", [{"text": "Does assessing?", "source": "A report"}]),
        "$.standards[3].key_questions[0]",
        "'source' is missing, which belongs with 'also_printed'",
    ),
    (put("recommendations.owner", "under"), "$.recommendations.owner", "not one of 'over', 'after'"),
    (put("rating.scale", "stars"), "$.rating.words[0].points", "the lowest word has to stand for 1"),
    (put("return_visit.standards", []), "$.return_visit.standards", "this list is too short; the least is 1"),
    (put("return_visit.standards.2", "1.1"), "$.return_visit.standards[2]", "is used already"),
    (put("return_visit.standards.1", "1.9"), "$.return_visit.standards[1]", "there is no standard '1.9'"),
    (put("return_visit.standards.0", "V1"), "$.return_visit.standards[0]", "V1 is rated in the fieldwork already"),
    (put("return_visit.from_weeks", 7), "$.return_visit.to_weeks", "6 is earlier than 7 weeks"),
    (put("return_visit.to_weeks", 53), "$.return_visit.to_weeks", "53 is too large; the most is 52"),
    (drop("return_visit.status"), "$.return_visit", "'status' is missing"),
]


@pytest.mark.parametrize(("change", "path", "why"), WRONG, ids=[f"{n}-{w[1]}" for n, w in enumerate(WRONG)])
def test_a_wrong_value_is_refused_with_its_path_and_a_reason(change: Change, path: str, why: str) -> None:
    document = copy.deepcopy(json.loads(text_of("iyjwcv-2025")))
    change(document)

    refused = refusal(json.dumps(document))

    assert refused.facts["path"] == path
    assert why in str(refused.facts["why"])
    assert sentence(refused).startswith(f"The framework file ours.json cannot be used: at {path}, ")


def test_stars_leave_no_room_for_bands_or_a_count() -> None:
    document = json.loads(text_of("fji-2014"))
    document["standards"][2]["counted"] = True
    assert refusal(json.dumps(document)).facts["path"] == "$.standards[2].counted"

    document = json.loads(text_of("fji-2014"))
    document["rating"]["bands"] = json.loads(text_of("yos-2018"))["rating"]["bands"]
    assert refusal(json.dumps(document)).facts["path"] == "$.rating.bands"


@pytest.mark.parametrize("code", ["stars", "not-counted", "discretion"])
def test_stars_need_the_rules_that_explain_them(code: str) -> None:
    document = json.loads(text_of("fji-2014"))
    document["rating"]["rules"] = [r for r in document["rating"]["rules"] if r["code"] != code]

    assert f"the rule {code!r} is missing" in str(refusal(json.dumps(document)).facts["why"])


@pytest.mark.parametrize(
    ("text", "path", "why"),
    [
        ('{"id": "x",\n  "version" 1}', "line 2, column 13", "this is not JSON"),
        ("", "line 1, column 1", "this is not JSON"),
        ("[]", "$", "must be an object in { }, and it is a list in [ ]"),
        ('{"id": "x", "id": "y"}', "$", "the name 'id' stands twice"),
        ("[" * 200_000, "$", "lists lie too deep"),
        ("1" * 5_000, "$", "a number is too long"),
        ('{"id": "\\ud83d"}', "$", "half of a character"),
    ],
    ids=["not-json", "empty", "a-list", "name-twice", "deep", "long-number", "half-a-character"],
)
def test_what_is_no_framework_at_all_is_refused(text: str, path: str, why: str) -> None:
    refused = refusal(text)
    assert refused.facts["path"] == path
    assert why in str(refused.facts["why"])


def places(value: Any, way: tuple[str, ...] = ()) -> list[str]:
    """The path of every value below this one."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    found = [".".join(way)] if way else []
    return found + [place for key, below in items for place in places(below, (*way, str(key)))]


def test_no_value_anywhere_in_a_file_can_break_the_reader() -> None:
    document = json.loads(text_of("yos-2018"))
    document["standards"] = [s for s in document["standards"] if s["ref"] in ("1.1", "2.1", "4.1")]
    document["rating"]["overall"] = [{**cut, "from": n} for n, cut in enumerate(document["rating"]["overall"])]
    parse(json.dumps(document), "ours.json")

    for place in places(document):
        for value in (None, [], "2.1", -1, 10**30, {"word": 1}):
            other = copy.deepcopy(document)
            put(place, value)(other)
            with suppress(Expected):
                parse(json.dumps(other), "ours.json")


def test_definitions_put_in_their_places_say_the_same_of_a_file_and_one_within_itself_stays_a_reference() -> None:
    schema = json.loads((resources() / "schemas" / "framework.schema.json").read_text(encoding="utf-8"))
    ours, plain = checked_by.validator(schema), Draft202012Validator(schema)
    document = json.loads(text_of("yos-2018"))
    for place in places(document)[::97]:
        other = copy.deepcopy(document)
        put(place, {"word": 1})(other)
        said, expected = checked_by.worst(ours, other), checked_by.worst(plain, other)
        assert (said and (said.message, said.absolute_path)) == (
            expected and (expected.message, expected.absolute_path)
        )

    tree = {"type": "array", "items": {"$ref": "#/$defs/tree"}}
    nested = {"properties": {"top": {"$ref": "#/$defs/tree"}}, "$defs": {"tree": tree}}
    assert checked_by.validator(nested).is_valid({"top": [[[]]]})
    assert not checked_by.validator(nested).is_valid({"top": [[[1]]]})


def test_a_byte_order_mark_does_no_harm() -> None:
    assert parse("\ufeff" + text_of("fji-2014"), "ours.json") == framework("fji-2014")


def test_a_file_may_hold_the_guidance_of_the_inspectorate() -> None:
    document = json.loads(text_of("iyjwcv-2025"))
    for place in ("standards.3", "standards.3.key_questions.0", "standards.3.key_questions.0.prompts.0"):
        put(f"{place}.guidance", f"guidance of {place}")(document)

    standard = parse(json.dumps(document), "ours.json").by_ref["2.1"]
    question = standard.key_questions[0]
    assert [of.guidance for of in (standard, question, question.prompts[0], question.prompts[1])] == [
        "guidance of standards.3",
        "guidance of standards.3.key_questions.0",
        "guidance of standards.3.key_questions.0.prompts.0",
        "",
    ]


def test_a_file_may_leave_out_what_has_a_default() -> None:
    document = json.loads(text_of("yos-2018"))
    del document["weeks"], document["report"]  # which names the domains
    for standard in document["standards"]:
        del standard["domain"], standard["rated"]

    parsed = parse(json.dumps(document), "ours.json")

    assert parsed.weeks == 1
    assert all(s.rated and s.domain == "" for s in parsed.standards)
