"""Every text of the shipped frameworks, letter by letter, against the documents that it is quoted from.

The documents lie beside a checkout, in shared/sources, and are no part of it; where they are missing this says so.
Of a source nothing is changed but what typesetting left in it: signs of Markdown and tables, links back to the top, and
the superscript numbers of footnotes. What the file says in words of its own is listed below, by name, so that a text
of a new kind cannot come in unread.
"""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from inspector_app.core.paths import resources

ANNEX, TRAFFORD_2025 = "004_b50e2f557236b974.txt", "000_08296bed1386962e.txt"
SALFORD, BLACKBURN = "001_a9aaf3e5bd7d36a4.txt", "003_11a829adb87c8cff.txt"
TRAFFORD_2015 = "002_7e509a10580e7ac6.txt"
SHIPPED = ("fji-2014", "iyjs-2025", "iyjwcv-2025", "yos-2018")
QUOTED_FROM = {
    "fji-2014": (TRAFFORD_2015,),
    "iyjs-2025": (ANNEX, TRAFFORD_2025),
    "iyjwcv-2025": (ANNEX, TRAFFORD_2025),
    "yos-2018": (SALFORD, BLACKBURN),
}
LINES = {  # what is a whole line or a whole cell in its source
    "standards.title", "standards.statement", "standards.in_report", "standards.in_ratings", "standards.stem",
    "standards.criteria", "standards.key_questions.text", "standards.key_questions.in_report",
    "standards.key_questions.prompts.text", "domains.title", "domains.introduction", "domains.in_report",
    "domains.in_ratings", "report.heading",
    *(f"standard_headings.{name}" for name in ("expected", "score", "findings", "explanation", "data")),
}  # fmt: skip
SENTENCES = {  # what is a whole sentence in its source, of which the number and the service are left open
    "rating.rules.in_report", "recommendations.opening.many", "samples.in_report.many",
}  # fmt: skip
DRAFTED = {  # what is a paragraph in its source, or a part of one, of which what the program fills in is left open
    "report.drafted", "report.drafted.many", "report.closing", "domains.drafted", "domains.drafted.many",
    "standard_headings.data_text", "standards.score_in_report",
}  # fmt: skip
CHANGED = {  # sentences that no report can be filled into as it prints them, and why
    "We inspected cases where the sentence or licence began, out-of-court disposals were delivered, and resettlement cases "
    "were sentenced or released between {from court} and {to court}.": "Salford prints 'between 23 January to 17 November'",
}
PARTS = {"inspected_by", "rating.words.word", "rating.words.in_footnotes", "samples.windows.what", "standards.domain"}
ELSEWHERE = {  # what another test of this module reads
    "standards.key_questions.source", "standards.key_questions.also_printed.text",
    "standards.key_questions.also_printed.source", "standards.ref", "standards.key_questions.ref",
    "standards.key_questions.prompts.ref", "recommendations.opening.one", "samples.in_report.one",
}  # fmt: skip
OURS = {  # codes, names for entering cases, and what the program explains of a rule in words of its own
    "standards_are", "short", "since",
    "id", "title", "source", "languages", "standards.evidence", "standards.sample", "standards.key_questions.evidence",
    "standards.key_questions.short",
    *(f"small_numbers.{name}" for name in ("text", "source", "status")),
    "report.holds", "report.section", "report.about", "report.domains", "report.drafted.counts", "report.drafted.one",
    "standard_headings.data_text_one",
    "domains.drafted.counts", "domains.drafted.one",
    # What a drafted sentence rests on, and what is said where that is not there: no report prints what it has not.
    *(f"{part}.drafted.{name}" for part in ("report", "domains") for name in ("needs", "otherwise")),
    *(f"{part}.drafted.otherwise.{name}" for part in ("report", "domains") for name in ("needs", "counts", "one", "many")),
    "recommendations.owner", "rating.scale", "rating.band_on", "rating.words.source", "rating.words.status",
    "rating.band_on_basis.source", "rating.band_on_basis.status",
    *(f"rating.{list_}.{name}" for list_ in ("bands", "overall") for name in ("word", "source", "status")),
    *(f"rating.{list_}.{name}" for list_ in ("rules", "discretion") for name in ("code", "text", "source", "status")),
    *(f"return_visit.{name}" for name in ("standards", "text", "source", "status")),
    "samples.title", "samples.singular", "samples.case_types", "samples.size.note", "samples.size.source",
    "samples.size.status", "samples.windows.applies_to", "samples.windows.source", "samples.windows.status",
}  # fmt: skip
NOT_USED_IN_2015 = {"Poor", "Unsatisfactory"}  # words of stars that the one report at hand had no need of


def _sources() -> Path | None:
    beside = (folder / "shared" / "sources" for folder in Path(__file__).resolve().parents)
    return next((folder for folder in beside if folder.is_dir()), None)


SOURCES = _sources()
pytestmark = pytest.mark.skipif(SOURCES is None, reason="the source documents do not lie beside this checkout")


@cache
def raw(source: str) -> str:
    assert SOURCES is not None
    return (SOURCES / source).read_text(encoding="utf-8")


_REFERENCE = re.compile(r"^(\d\.\d(\.\d)?\.?|V1(\.\d)?|[a-z]\)|\d\.) ")


def _bare(line: str) -> str:
    without = re.sub(r"^#+ |^- |\*+|[⁰¹²³⁴⁵⁶⁷⁸⁹]+| \(Back to top\)", "", line.strip())
    return without.strip(" |\t")


@cache
def lines(source: str) -> tuple[str, ...]:
    return tuple(filter(None, map(_bare, raw(source).splitlines())))


@cache
def pieces(source: str) -> tuple[str, ...]:
    """The lines of a source in order, with the cells of a row of a table, and each with and without its reference."""
    found: list[str] = []
    for line in lines(source):
        cells = [cell.strip() for cell in re.split(r"\t| \| ?", line)]
        for piece in [line] if len(cells) == 1 else [line, " ".join(cells[:2]), *cells]:
            found += [piece, _REFERENCE.sub("", piece)]
    return tuple(found)


def document(framework_id: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((resources() / "frameworks" / f"{framework_id}.json").read_text("utf-8"))
    return {**read, "samples": list(read["samples"].values())}  # without the codes of samples, which name nothing else


def _kind(name: str) -> str:
    """What a text is, by the names on the way to it: what is drafted may be a sentence among others, or what else is said."""
    before, drafted, after = name.partition(".drafted")
    inside = re.sub(r"\.(sentences|text)\b", "", re.sub(r"(\.otherwise)+", ".otherwise", after))
    return f"{before}{drafted}{inside}"


def texts(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Every text below a value, with the names on the way to it."""
    if isinstance(value, str):
        yield _kind(name), value
    elif isinstance(value, list):
        for item in value:
            yield from texts(item, name)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from texts(item, f"{name}.{key}".lstrip("."))


def _sentence(text: str) -> str:
    number = re.escape(text).replace(r"\{n\}", r"\w+").replace(r"\{service\}", r"[A-Z]\w+")
    return rf"(?:^|[.⁰¹²³⁴⁵⁶⁷⁸⁹\]] ){number}(?=$| |\[)"


def printed(kind: str, text: str, sources: tuple[str, ...]) -> bool:
    """Whether a source prints a text as what it is here."""
    if kind in LINES:
        return all(any(part in pieces(source) for source in sources) for part in text.split("\n\n"))
    if kind in SENTENCES:
        return any(re.search(_sentence(text), raw(source), re.MULTILINE) for source in sources)
    if kind == "rating.words.word":  # a report prints those that it gave; the stars of 2015 are said within sentences
        word = re.compile(rf"\b({text}|{text.lower()})\b")
        return text in NOT_USED_IN_2015 or any(word.search(raw(s)) for s in (*sources, SALFORD))
    return any(re.search(rf"(?<!\w){re.escape(text)}(?!\w)", raw(source)) for source in sources)


@pytest.mark.parametrize("framework_id", SHIPPED)
def test_every_text_that_is_quoted_stands_in_its_source_letter_by_letter(framework_id: str) -> None:
    quoted = [(kind, text) for kind, text in texts(document(framework_id)) if kind in LINES | SENTENCES | PARTS]
    assert [found for found in quoted if not printed(*found, QUOTED_FROM[framework_id])] == []


@pytest.mark.parametrize("framework_id", SHIPPED)
def test_no_text_of_a_kind_that_nobody_reads_is_in_a_file(framework_id: str) -> None:
    kinds = {kind for kind, _ in texts(document(framework_id))}

    assert kinds - LINES - SENTENCES - DRAFTED - PARTS - ELSEWHERE - OURS == set()


@pytest.mark.parametrize("framework_id", SHIPPED)
def test_every_paragraph_that_is_drafted_is_one_of_a_report(framework_id: str) -> None:
    drafted = [text for kind, text in texts(document(framework_id)) if kind in DRAFTED and text not in CHANGED]
    said = [line.removeprefix("- ") for text in drafted for line in text.split("\n") if line != "{returned}"]
    absent = [line for line in said if not any(_drafted(line).search(_unlinked(s)) for s in QUOTED_FROM[framework_id])]
    assert said
    assert absent == []


def _drafted(line: str) -> re.Pattern[str]:
    """A line that is drafted, as it can stand in a report: what is filled in, its footnote and its line breaks are open."""
    bare = re.escape(re.sub(r"\^\[.*?\]", "\0", line)).replace("\0", r"\[\d\]").replace("\\ ", r"\s+")
    return re.compile(re.sub(r"\\\{.*?\\\}", ".+?", bare).replace(r",\s+", r",?\s+"))


@cache
def _unlinked(source: str) -> str:
    return re.sub(r"[<>*]", "", re.sub(r"\[([^\]]{3,})\]\([^)]*\)", r"\1", raw(source)))


def _in_order(wanted: list[str], source: str) -> list[str]:
    """What of `wanted` a source does not print after what comes before it."""
    rest = iter(pieces(source))
    return [text for text in wanted if text not in rest]


@pytest.mark.parametrize("framework_id", ["iyjs-2025", "iyjwcv-2025"])
def test_annex_one_is_carried_whole_and_in_order(framework_id: str) -> None:
    read = document(framework_id)
    introductions = {domain["title"]: domain["introduction"] for domain in read["domains"]}
    carried: list[str] = []
    for standard in read["standards"]:
        if introduction := introductions.pop(standard["domain"], ""):
            carried += [standard["domain"], *introduction.split("\n\n")]
        statement = standard["statement"]
        carried += (
            [f"V1 {statement}"] if standard["ref"] == "V1" else [f"{standard['ref']} {standard['title']}", statement]
        )
        for question in standard["key_questions"]:
            carried += [f"{question['ref']} {question['text']}"]
            carried += [f"{prompt['ref']}) {prompt['text']}" for prompt in question["prompts"]]

    annex = lines(ANNEX)
    begins = annex.index("Annex one: Youth inspection standards") + 1
    assert carried == list(annex[begins : annex.index("Contacts", begins)])


@pytest.mark.parametrize(("source", "report"), [(SALFORD, "in Salford"), (BLACKBURN, "in Blackburn with Darwen")])
def test_both_reports_of_2018_print_its_headings_statements_and_questions_in_order(source: str, report: str) -> None:
    read = document("yos-2018")
    printed_as = {domain["title"]: domain["in_report"] for domain in read["domains"]}
    wanted: list[str] = ["Background"]
    for standard in read["standards"]:
        wanted += [heading] if (heading := printed_as.pop(standard["domain"], "")) else []
        wanted += [standard["in_report"], standard["statement"]]
        wanted += [_as_printed(question, report) for question in standard["key_questions"]]

    assert _in_order(wanted, source) == []


def _as_printed(question: dict[str, Any], report: str) -> str:
    """The wording of a question that a report prints, as the file says."""
    others = {other["source"]: other["text"] for other in question.get("also_printed", ())}
    return next((text for named, text in others.items() if report in named), question["text"])


def test_a_file_says_where_the_reports_of_2018_word_a_question_differently() -> None:
    questions = [q for s in document("yos-2018")["standards"] for q in s["key_questions"]]
    two = {
        q["ref"]: (q["source"], [other["source"] for other in q["also_printed"]]) for q in questions if "source" in q
    }

    salford, blackburn = (
        "HMIP, An inspection of youth justice services in Salford, May 2024",
        "HMIP, An inspection of youth offending services in Blackburn with Darwen, January 2023",
    )
    assert two == {
        "2.1.1": (blackburn, [salford]),
        "2.2.1": (salford, [blackburn]),
        "2.4.1": (salford, [blackburn]),
        "3.1.1": (salford, [blackburn]),
    }


@pytest.mark.parametrize("source", [SALFORD, BLACKBURN])
def test_both_ratings_pages_of_2018_print_the_lines_of_the_table_in_order(source: str) -> None:
    read = document("yos-2018")
    groups = {domain["title"]: domain["in_ratings"] for domain in read["domains"]}
    wanted = ["Ratings"]
    for standard in read["standards"]:
        wanted += [group] if (group := groups.pop(standard["domain"], "")) else []
        wanted.append(f"{standard['ref']} {standard['title']}")

    missing = _in_order(wanted, source)
    assert missing == ([] if source == SALFORD else ["4.1 Resettlement policy and provision"])  # cut off in this copy


def test_the_report_of_2025_prints_the_lines_of_the_table_and_the_key_questions_in_order() -> None:
    read = document("iyjwcv-2025")
    groups = {domain["title"]: domain.get("in_ratings", "") for domain in read["domains"]}
    table, sections = ["Overall rating"], ["Background"]
    for standard in read["standards"]:
        if standard["rated"]:
            table += [group] if (group := groups.pop(standard["domain"], "")) else []
            table.append(standard.get("in_ratings", f"{standard['ref']} {standard['title']}"))
        if "stem" in standard:
            sections += [standard["stem"], *(question["in_report"] for question in standard["key_questions"])]

    assert _in_order(table + sections, TRAFFORD_2025) == []


def test_the_report_of_2015_prints_its_themes_with_their_numbers_and_what_is_expected_in_order() -> None:
    standards = document("fji-2014")["standards"]
    wanted = ["Key judgements", *(s["in_ratings"] for s in standards), "Appendix 2 - Acknowledgements	40"]
    for standard in standards:
        wanted += [standard["in_report"], standard["statement"], *standard.get("criteria", ())]

    assert _in_order(wanted, TRAFFORD_2015) == []


@pytest.mark.parametrize("framework_id", SHIPPED)
def test_the_form_for_one_differs_from_the_printed_one_in_its_noun_alone(framework_id: str) -> None:
    read = document(framework_id)
    for said in (read["recommendations"]["opening"], *(s["in_report"] for s in read["samples"] if "in_report" in s)):
        plural = re.search(r"\{n\}(?: \w+)*? (cases|recommendations)\b", said["many"])
        end = plural.end() if plural else 0
        assert said["one"] == (said["many"][: end - 1] + said["many"][end:] if plural else said["many"])
