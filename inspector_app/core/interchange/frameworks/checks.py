"""What a JSON Schema cannot say about a framework file. Works on the document, so that each fault has its path."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from inspector_app.core.domain.framework import ALL_CASES
from inspector_app.core.domain.rating_rules import RuleCode
from inspector_app.core.interchange.frameworks import parts
from inspector_app.core.interchange.frameworks.wrong import Wrong, numbered, once
from inspector_app.core.words import count

Json = Mapping[str, Any]

_FOR_CASES = (
    RuleCode.JUDGEMENT,
    RuleCode.PERCENT,
    RuleCode.DENOMINATOR,
    RuleCode.NOT_APPLICABLE,
    RuleCode.LOWEST,
)


def check(document: Json) -> None:
    """Raises Wrong at the first value that contradicts another. The document has passed the schema."""
    _references(document["standards"])
    for place, standard in numbered("$.standards", document["standards"]):
        _standard(place, standard, document["samples"], document["rating"]["scale"])
        _stem(place, standard)
    _domains(document)
    _words(document["rating"])
    if document["rating"]["scale"] == "stars":
        _stars(document)
    else:
        _bands(document["rating"])
        _overall(document)
    _rules(document)
    if "return_visit" in document:
        _return_visit(document["return_visit"], {s["ref"]: s for s in document["standards"]})
    for code, sample in document["samples"].items():
        _sample(f"$.samples.{code}", sample)
    parts.check(document)


def _references(standards: Sequence[Json]) -> None:
    found: list[tuple[str, str]] = []
    for place, standard in numbered("$.standards", standards):
        found.append((f"{place}.ref", standard["ref"]))
        for at, question in numbered(f"{place}.key_questions", standard["key_questions"]):
            found.append((f"{at}.ref", question["ref"]))
            once((f"{spot}.ref", prompt["ref"]) for spot, prompt in numbered(f"{at}.prompts", question["prompts"]))
    once(found)


def _standard(place: str, standard: Json, samples: Json, scale: str) -> None:
    if standard["counted"] and not standard.get("rated", True):
        raise Wrong(f"{place}.counted", f"{standard['ref']} is counted but not rated; what counts has to be rated")
    _sample_of(place, standard, samples)
    if scale == "words":
        _evidence(place, standard)


def _sample_of(place: str, standard: Json, samples: Json) -> None:
    sample = standard.get("sample")
    if sample is not None and sample not in samples:
        raise Wrong(f"{place}.sample", f"there is no sample {sample!r}; the samples are {', '.join(samples) or 'none'}")
    if sample is None and standard["evidence"] != "organisation":
        raise Wrong(place, f"{standard['ref']} is judged on cases, so 'sample' has to name them")


def _evidence(place: str, standard: Json) -> None:
    kind, path = standard["evidence"], f"{place}.key_questions"
    questions = standard["key_questions"]
    if kind == "cases" and not questions:
        raise Wrong(path, f"{standard['ref']} is judged on cases, so it needs a key question")
    for at, question in numbered(path, questions):
        if kind == "mixed" and "evidence" not in question:
            raise Wrong(at, f"{standard['ref']} is mixed, so each key question has to state its 'evidence'")
        if kind != "mixed" and question.get("evidence", kind) != kind:
            raise Wrong(f"{at}.evidence", f"{standard['ref']} rests on {kind}, so its key questions do too")
    if kind == "mixed" and {q["evidence"] for q in questions} != {"cases", "organisation"}:
        raise Wrong(path, f"{standard['ref']} is mixed, so it needs key questions of both kinds of evidence")


def _stem(place: str, standard: Json) -> None:
    """The stem of a standard and the rest of each question that is judged on cases make one sentence, or neither is."""
    for at, question in numbered(f"{place}.key_questions", standard["key_questions"]):
        on_cases = question.get("evidence", standard["evidence"]) == "cases"
        if on_cases and "stem" in standard and "in_report" not in question:
            raise Wrong(at, f"{standard['ref']} has a 'stem', so 'in_report' has to hold the rest of this question")
        if "in_report" in question and not (on_cases and "stem" in standard):
            raise Wrong(f"{at}.in_report", "this is the rest of a question judged on cases after the standard’s 'stem'")


def _domains(document: Json) -> None:
    """Where the file lists its domains, each standard stands under one of them, or under none."""
    domains = document.get("domains", ())
    once((f"{at}.title", domain["title"]) for at, domain in numbered("$.domains", domains))
    titles = [domain["title"] for domain in domains]
    for at, standard in numbered("$.standards", document["standards"]):
        if titles and standard.get("domain", "") not in ("", *titles):
            why = f"{standard['domain']!r} is not one of the domains, which are {', '.join(titles)}"
            raise Wrong(f"{at}.domain", why)


def _words(rating: Json) -> None:
    words = rating["words"]
    once((f"{at}.word", word["word"]) for at, word in numbered("$.rating.words", words))
    least = 1 if rating["scale"] == "stars" else 0
    if words[0]["points"] != least:
        raise Wrong("$.rating.words[0].points", f"the lowest word has to stand for {least}, not {words[0]['points']}")
    _ascending("$.rating.words", words, "points")


def _ascending(path: str, items: Sequence[Json], name: str) -> None:
    for index, (low, high) in enumerate(pairwise(items), start=1):
        if high[name] <= low[name]:
            why = f"{high[name]} does not come after {low[name]}; the order is from lowest to highest"
            raise Wrong(f"{path}[{index}].{name}", why)


def _cuts(path: str, cuts: Sequence[Json], words: Sequence[str], what: str) -> None:
    """A cut for each word, once, in the order of the words, from 0 upwards."""
    for at, cut in numbered(path, cuts):
        if cut["word"] not in words:
            raise Wrong(f"{at}.word", f"{cut['word']!r} is not a rating word; the words are {', '.join(words)}")
    once((f"{at}.word", cut["word"]) for at, cut in numbered(path, cuts))
    given = [cut["word"] for cut in cuts]
    for word in words:
        if word not in given:
            raise Wrong(path, f"{word!r} has no {what}")
    for index, (cut, word) in enumerate(zip(cuts, words, strict=True)):
        if cut["word"] != word:
            raise Wrong(f"{path}[{index}].word", f"{word!r} belongs here; the order is that of $.rating.words")
    if cuts[0]["from"] != 0:
        raise Wrong(f"{path}[0].from", f"the lowest {what} has to start at 0, not {cuts[0]['from']}")
    _ascending(path, cuts, "from")


def _bands(rating: Json) -> None:
    _cuts("$.rating.bands", rating["bands"], [w["word"] for w in rating["words"]], "band")


def _overall(document: Json) -> None:
    rating, path = document["rating"], "$.rating.overall"
    counted = sum(1 for s in document["standards"] if s["counted"])
    if not counted:
        if rating["overall"]:
            raise Wrong(path, "no standard is counted, so there is no overall rating to cut")
        return
    _cuts(path, rating["overall"], [w["word"] for w in rating["words"]], "place in the overall rating")
    top = counted * rating["words"][-1]["points"]
    for at, cut in numbered(path, rating["overall"]):
        if cut["from"] > top:
            raise Wrong(f"{at}.from", _never_reached(cut["from"], counted, top))


def _never_reached(cut: int, counted: int, top: int) -> str:
    points = count(top, "{n} point at most", "{n} points at most")
    return count(
        counted,
        "{cut} can never be reached; {n} counted standard makes {points}",
        "{cut} can never be reached; {n} counted standards make {points}",
        cut=cut,
        points=points,
    )


def _stars(document: Json) -> None:
    for name in ("bands", "overall"):
        if document["rating"][name]:
            raise Wrong(f"$.rating.{name}", "stars are given by judgement, so this list has to be empty")
    for at, standard in numbered("$.standards", document["standards"]):
        if standard["counted"]:
            raise Wrong(f"{at}.counted", "with stars there is no overall rating, so nothing is counted")


def _rules(document: Json) -> None:
    rating = document["rating"]
    for name in ("rules", "discretion"):
        once((f"{at}.code", item["code"]) for at, item in numbered(f"$.rating.{name}", rating[name]))
    given = {rule["code"] for rule in rating["rules"]}
    for code in _needed(document):
        if code not in given:
            raise Wrong("$.rating.rules", f"the rule {code.value!r} is missing, with its text, source and status")


def _needed(document: Json) -> Iterator[RuleCode]:
    """The rules by which this framework's ratings are explained."""
    yield RuleCode.DISCRETION
    if document["rating"]["scale"] == "stars":
        yield from (RuleCode.STARS, RuleCode.NOT_COUNTED)
        return
    kinds = {s["evidence"] for s in document["standards"]}
    if kinds - {"organisation"}:
        yield from _FOR_CASES
    if "organisation" in kinds:
        yield RuleCode.ORGANISATION
    if "mixed" in kinds:
        yield RuleCode.MIXED
    if any(s["counted"] for s in document["standards"]):
        yield RuleCode.POINTS
    if not all(s["counted"] for s in document["standards"]):
        yield RuleCode.NOT_COUNTED


def _return_visit(visit: Json, standards: Mapping[str, Json]) -> None:
    """It inspects what the fieldwork does not rate, and begins after it."""
    path = "$.return_visit"
    listed = [(f"{path}.standards[{index}]", ref) for index, ref in enumerate(visit["standards"])]
    once(listed)
    for at, ref in listed:
        if ref not in standards:
            raise Wrong(at, f"there is no standard {ref!r}; the standards are {', '.join(standards)}")
        if standards[ref].get("rated", True):
            raise Wrong(at, f"{ref} is rated in the fieldwork already; a return visit rates what that does not")
    if visit["to_weeks"] < visit["from_weeks"]:
        raise Wrong(f"{path}.to_weeks", f"{visit['to_weeks']} is earlier than {visit['from_weeks']} weeks")


def _sample(place: str, sample: Json) -> None:
    least, most = sample["size"]["least"], sample["size"]["most"]
    if least is not None and most is not None and most < least:
        raise Wrong(f"{place}.size.most", f"{most} is fewer than the least, {least}")
    if (least, most) != (None, None) and "source" not in sample["size"]:
        raise Wrong(f"{place}.size", "a number of cases needs its 'source' and 'status'")
    once((f"{place}.case_types[{i}]", kind) for i, kind in enumerate(sample["case_types"]))
    once((f"{at}.applies_to", w["applies_to"]) for at, w in numbered(f"{place}.windows", sample["windows"]))
    for at, window in numbered(f"{place}.windows", sample["windows"]):
        _window(at, window, sample["case_types"])


def _window(at: str, window: Json, case_types: Sequence[str]) -> None:
    if window["applies_to"] not in (ALL_CASES, *case_types):
        why = f"{window['applies_to']!r} is neither a case type of this sample nor {ALL_CASES!r}"
        raise Wrong(f"{at}.applies_to", why)
    if window["to_days"] > window["from_days"]:
        why = f"{window['to_days']} days before fieldwork is earlier than the start, {window['from_days']} days before"
        raise Wrong(f"{at}.to_days", why)
