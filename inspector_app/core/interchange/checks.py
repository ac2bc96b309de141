"""What a schema cannot say: whether a document agrees with itself and with its framework.

Each check yields (path, why) for what is wrong, in the order of the document; why is a clause in plain words.
The tree has passed the schema.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from inspector_app.core.domain.caseload import unread
from inspector_app.core.domain.cases.case_facts import CHARACTERISTICS
from inspector_app.core.domain.days import spans, visits
from inspector_app.core.domain.fields import (
    CASE,
    CONCERN,
    EVENT,
    INFORMED,
    INSPECTION,
    INTERVIEW,
    PERSON,
    POINT,
    SOURCE,
    TOLD,
)
from inspector_app.core.domain.framework import Evidence, Framework
from inspector_app.core.domain.inspection import FindingKind, PanelDecision
from inspector_app.core.domain.rating_rules import Scale
from inspector_app.core.domain.text import alike
from inspector_app.core.domain.text.names import tidied
from inspector_app.core.interchange import items
from inspector_app.core.interchange.items import no_days, not_in_calendar
from inspector_app.core.interchange.jsontext import shown
from inspector_app.core.words import count

Problem = tuple[str, str]
Tree = Mapping[str, Any]


def problems(tree: Tree, framework: Framework) -> Iterator[Problem]:
    """Everything wrong with the document, lazily."""
    for check in (_visits, _team, _cases, _judgements, _prompts, _totals, _ratings, _panel, _findings, _week, _sources,
                  _caseload, _told, _points):  # fmt: skip
        yield from check(tree, framework)


def _visits(tree: Tree, _: Framework) -> Iterator[Problem]:
    wrong = list(no_days("$", tree, INSPECTION))
    yield from wrong
    for name in ("fieldwork", "return") if not wrong else ():
        visit = tree.get(name)
        if visit and (why := _wrong_visit(visit)):
            yield f"$.{name}.end", f"{visit.get('end', visit['start'])}: {why}"
    if not wrong:
        yield from _gaps(tree["fieldwork"])


def _gaps(fieldwork: Tree) -> Iterator[Problem]:
    known = []
    for place, gap in enumerate(fieldwork.get("gaps") or ()):
        path = f"$.fieldwork.gaps[{place}]"
        days = list(not_in_calendar(path, gap, ("start", "end")))
        yield from days
        if days:
            return
        known.append(items.span(gap))
        start = date.fromisoformat(fieldwork["start"])
        end = date.fromisoformat(fieldwork.get("end") or fieldwork["start"])
        if why := spans.wrong(start, end, known):
            yield path, why
            return


def _wrong_visit(visit: Tree) -> str:
    start = date.fromisoformat(visit["start"])
    return visits.wrong(start, date.fromisoformat(visit.get("end") or visit["start"]))


def _team(tree: Tree, _: Framework) -> Iterator[Problem]:
    for path, person in _items(tree, "team"):
        if not tidied(person["name"]) and person["name"]:
            yield f"{path}.name", f"{shown(person['name'])} has no letter that can be seen"
        if why := PERSON.field("name").too_long(person["name"]):  # the rest of it would be cut off
            yield f"{path}.name", why
    yield from _once(tree, "team", "id", lambda item: item["id"])


def _cases(tree: Tree, framework: Framework) -> Iterator[Problem]:
    samples = [sample.code for sample in framework.samples]
    for path, case in _items(tree, "cases"):
        if case["ref"] != " ".join(case["ref"].split()):
            yield f"{path}.ref", f"{shown(case['ref'])} has a space or a line break too many"
        if case["sample"] not in samples:
            yield f"{path}.sample", f"{shown(case['sample'])} is not one of: {', '.join(samples)}"
        yield from no_days(path, case, CASE)
        yield from _person(tree, f"{path}.inspector", case.get("inspector", ""))
        if not tidied(case["ref"]):
            yield f"{path}.ref", f"{shown(case['ref'])} has no letter or figure that can be seen"
    yield from _once(tree, "cases", "ref", lambda item: item["ref"], alike.key)


def _caseload(tree: Tree, framework: Framework) -> Iterator[Problem]:
    samples = [sample.code for sample in framework.samples]
    known = [field.code for field in CHARACTERISTICS]
    for path, item in _items(tree, "caseload"):
        if item["sample"] not in samples:
            yield f"{path}.sample", f"{shown(item['sample'])} is not one of: {', '.join(samples)}"
        if item["characteristic"] not in known:
            yield f"{path}.characteristic", f"{shown(item['characteristic'])} is not one of: {', '.join(known)}"
        for line in unread(item.get("counts", "")):
            yield f"{path}.counts", f"{shown(line)} is not a value and a number"
    yield from _once(tree, "caseload", "characteristic", lambda item: f"{item['characteristic']} of {item['sample']}")


def _told(tree: Tree, _framework: Framework) -> Iterator[Problem]:
    for path, item in _items(tree, "told"):
        yield from no_days(path, item, TOLD)


def _points(tree: Tree, _framework: Framework) -> Iterator[Problem]:
    for path, item in _items(tree, "points"):
        yield from no_days(path, item, POINT)


def _judgements(tree: Tree, framework: Framework) -> Iterator[Problem]:
    yield from _answers(tree, framework, "judgements")
    yield from _once(tree, "judgements", "question", lambda item: f"{item['question']} on case {item['case']}")


def _prompts(tree: Tree, framework: Framework) -> Iterator[Problem]:
    yield from _answers(tree, framework, "prompts")
    for path, item in _items(tree, "prompts"):
        if item["question"] in framework.questions:
            known = [prompt.ref for prompt in framework.questions[item["question"]][1].prompts]
            if item["prompt"] not in known:
                has = f"has {', '.join(known)}" if known else "has no prompts"
                yield f"{path}.prompt", f"{item['question']} {has}, and not {shown(item['prompt'])}"
    yield from _once(
        tree, "prompts", "prompt", lambda item: f"{item['question']}/{item['prompt']} on case {item['case']}"
    )


def _answers(tree: Tree, framework: Framework, name: str) -> Iterator[Problem]:
    samples = {case["ref"]: case["sample"] for case in tree.get("cases", ())}
    for path, item in _items(tree, name):
        if item["case"] not in samples:
            yield f"{path}.case", f"there is no case {shown(item['case'])} among the cases"
        else:
            why = misplaced(framework, item["question"], samples[item["case"]])
            if why:
                yield f"{path}.question", why
        yield from _person(tree, f"{path}.by", item.get("by", ""))


def misplaced(framework: Framework, question: str, sample: str) -> str:
    """Why a key question is not judged on the cases of a sample; "" where it is."""
    if question not in framework.questions:
        return f"there is no key question {shown(question)} in the framework {framework.id}"
    standard, key_question = framework.questions[question]
    if key_question.evidence is not Evidence.CASES or standard.sample is None:
        return f"key question {question} is not judged case by case"
    if standard.sample != sample:
        return f"key question {question} is judged on cases of the sample {standard.sample}, and not {sample}"
    return ""


def _totals(tree: Tree, framework: Framework) -> Iterator[Problem]:
    judged = {item["question"] for item in tree.get("judgements", ())}
    for path, item in _items(tree, "totals"):
        question = item["question"]
        sample = framework.questions[question][0].sample if question in framework.questions else None
        why = misplaced(framework, question, sample or "")
        if why:
            yield f"{path}.question", why
        elif question in judged:
            yield f"{path}.question", f"key question {question} has judgements too: give one or the other"
        if item["yes"] > item["of"]:
            yield f"{path}.yes", _too_many(item["yes"], item["of"])
    yield from _once(tree, "totals", "question", lambda item: item["question"])


def _too_many(yes: int, of: int) -> str:
    return count(of, "{yes} Yes of {n} case cannot be", "{yes} Yes of {n} cases cannot be", yes=yes)


def _ratings(tree: Tree, framework: Framework) -> Iterator[Problem]:
    for path, item in _items(tree, "ratings"):
        key = "standard" if "standard" in item else "question"
        why = _not_rated(framework, subject(item))
        if why:
            yield f"{path}.{key}", why
        yield from _word(framework, f"{path}.rating", item.get("rating"))
        yield from _stars(framework, path, item)
    yield from _once(tree, "ratings", "", subject)


def subject(rating: Tree) -> str:
    """The reference that a rating of a document is about."""
    return str(rating["standard"] if "standard" in rating else rating["question"])


def _not_rated(framework: Framework, ref: str) -> str:
    """Why people cannot rate this standard or key question; "" where they can.

    People rate organisational standards, V1 and V1.2, and every theme that has stars; other ratings come from cases.
    """
    if ref in framework.by_ref:
        if framework.rating.scale is Scale.WORDS and framework.by_ref[ref].evidence is Evidence.CASES:
            return f"the rating of standard {ref} comes from its cases; only the panel can change it"
        return ""
    if ref in framework.questions:
        standard, question = framework.questions[ref]
        by_people = standard.evidence is Evidence.MIXED and question.evidence is Evidence.ORGANISATION
        return "" if by_people else f"key question {ref} is not rated by itself"
    return f"there is no standard or key question {shown(ref)} in the framework {framework.id}"


def _stars(framework: Framework, path: str, item: Tree) -> Iterator[Problem]:
    starred = framework.rating.scale is Scale.STARS
    for key in ("stars", "case_score"):
        if item.get(key) is not None and not starred:
            yield f"{path}.{key}", f"the framework {framework.id} rates in words"
    allowed = sorted(word.points for word in framework.rating.words)
    stars = item.get("stars")
    if starred and stars is not None and stars not in allowed:
        yield f"{path}.stars", f"{stars} is not from {allowed[0]} to {allowed[-1]}"


def _word(framework: Framework, path: str, word: str | None) -> Iterator[Problem]:
    known = [w.word for w in framework.rating.words]
    if word is not None and word not in known:
        yield path, f"{shown(word)} is not one of: {', '.join(known)}"


def _panel(tree: Tree, framework: Framework) -> Iterator[Problem]:
    for path, item in _items(tree, "panel"):
        standard, question = item["standard"], item.get("question", "")
        if standard not in framework.by_ref:
            yield f"{path}.standard", f"there is no standard {shown(standard)} in the framework {framework.id}"
        elif question and question not in [q.ref for q in framework.by_ref[standard].key_questions]:
            yield f"{path}.question", f"{shown(question)} is not a key question of standard {standard}"
        yield from _word(framework, f"{path}.to", item["to"])
        if PanelDecision(standard, item["to"], item.get("reason") or "").is_draft:
            yield path, f"the decision on {standard} has no reason; a decision of the panel stands with its reason"
    yield from _once(tree, "panel", "standard", lambda item: item["standard"])


def _findings(tree: Tree, framework: Framework) -> Iterator[Problem]:
    for path, item in _items(tree, "findings"):
        standard = item["standard"]
        if standard in framework.sections:
            if item["kind"] != FindingKind.NARRATIVE:
                yield f"{path}.kind", f"the section {standard} holds narrative alone"
        elif standard not in framework.by_ref:
            named = ", ".join(framework.sections)
            why = f"there is no standard {shown(standard)} in the framework {framework.id}"
            yield f"{path}.standard", f"{why}, and no such section of its report ({named})" if named else why


def _week(tree: Tree, _: Framework) -> Iterator[Problem]:
    """Interviews, events and concerns: their days, and whom and which case they name."""
    refs = {case["ref"] for case in tree.get("cases", ())}
    for entity in (INTERVIEW, EVENT, CONCERN):
        for path, item in _items(tree, str(entity.listed)):
            yield from no_days(path, item, entity)
            yield from _person(tree, f"{path}.person", item.get("person", ""))
            if item.get("case") and item["case"] not in refs:
                yield f"{path}.case", f"there is no case {shown(item['case'])} among the cases"
    for path, concern in _items(tree, str(CONCERN.listed)):
        for within, told in _items(concern, "people_told"):
            yield from no_days(path + within.removeprefix("$"), told, INFORMED)


def _sources(tree: Tree, framework: Framework) -> Iterator[Problem]:
    subjects = {s.ref for s in framework.standards} | framework.questions.keys()
    subjects |= {f"{q.ref}{p.ref}" for _, q in framework.questions.values() for p in q.prompts}
    for path, source in _items(tree, "sources"):
        yield from no_days(path, source, SOURCE)
        seen: set[str] = set()
        for place, bearing in enumerate(source.get("bears_on", ())):
            if bearing["on"] not in subjects:
                why = f"there is no standard, key question or prompt {shown(bearing['on'])} in {framework.id}"
                yield f"{path}.bears_on[{place}].on", why
            if bearing["on"] in seen:
                yield f"{path}.bears_on[{place}].on", f"{shown(bearing['on'])} stands there twice"
            seen.add(bearing["on"])


def _person(tree: Tree, path: str, person: str) -> Iterator[Problem]:
    if person and person not in [member["id"] for member in tree.get("team", ())]:
        yield path, f"there is nobody with the id {shown(person)} in the team"


def _items(tree: Tree, name: str) -> Iterable[tuple[str, Tree]]:
    return ((f"$.{name}[{i}]", item) for i, item in enumerate(tree.get(name, ())))


def _once(
    tree: Tree, name: str, field: str, says: Callable[[Tree], str], same: Callable[[str], str] = str
) -> Iterator[Problem]:
    """A row that says again what an earlier row said; `same` gives what two ways to write it have in common."""
    first: dict[str, str] = {}
    for path, item in _items(tree, name):
        key = same(says(item))
        if key in first:
            yield f"{path}.{field}" if field else path, f"{shown(says(item))} stands already at {first[key]}"
        first.setdefault(key, path)
