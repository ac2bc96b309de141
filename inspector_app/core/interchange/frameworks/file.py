"""Framework files: text in, a checked Framework out (docs/frameworks.md)."""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from inspector_app.core.domain.framework import (
    Called,
    Domain,
    Evidence,
    Framework,
    KeyQuestion,
    Numbering,
    OwnerPlace,
    Printed,
    Prompt,
    Recommendations,
    ReturnVisit,
    Sample,
    SmallNumbers,
    Standard,
    Window,
)
from inspector_app.core.domain.parts import USUAL, Numbered
from inspector_app.core.domain.rating_rules import (
    Band,
    BandOn,
    Basis,
    Consideration,
    RatingRules,
    Rule,
    Scale,
    Status,
    Word,
)
from inspector_app.core.errors import Code, Expected
from inspector_app.core.interchange import checked_by
from inspector_app.core.interchange.frameworks import parts
from inspector_app.core.interchange.frameworks.checks import check
from inspector_app.core.interchange.frameworks.wrong import Wrong
from inspector_app.core.interchange.schema_words import json_path, reason
from inspector_app.core.paths import resources

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator

Json = Mapping[str, Any]
_NUMBERING = {False: Numbering.NONE, True: Numbering.THROUGH, "within": Numbering.WITHIN}


def parse(text: str, where: str, *, trusted: bool = False) -> Framework:
    """The framework in a file's text; `where` is the file's name for the sentence.

    `trusted` leaves out the JSON Schema, for shipped files only (tests put each through it): importing the
    library takes 0.2 s, which the start of the window cannot spare. The other checks are always made.
    Raises Expected(FRAMEWORK_INVALID, where, path, why) with the JSON path of the first wrong value.
    """
    try:
        document = _load(text)
        if not trusted:
            _check_schema(document)
        check(document)
    except Wrong as wrong:
        raise Expected(Code.FRAMEWORK_INVALID, where=where, path=wrong.path, why=wrong.why) from wrong
    return _framework(document)


def _load(text: str) -> Any:
    try:
        document = json.loads(text.removeprefix("\ufeff"), object_pairs_hook=_no_twice)
        json.dumps(document, ensure_ascii=False).encode("utf-8")
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise Wrong(place, f"this is not JSON ({error.msg})") from error
    except UnicodeEncodeError as error:  # JSON allows "\ud83d" alone; no file or page could hold it
        raise Wrong("$", "a text holds half of a character") from error
    except (ValueError, RecursionError) as error:  # a number of thousands of digits; thousands of open brackets
        raise Wrong(
            "$", "this is no framework: a number is too long or lists lie too deep within one another"
        ) from error
    return document


def _no_twice(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    # json keeps the last of two equal names without a word, so a rule could be overruled further down the file
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise Wrong("$", f"the name {twice!r} stands twice in one object")
    return found


@cache
def _validator() -> "Draft202012Validator":
    schema = (resources() / "schemas" / "framework.schema.json").read_text(encoding="utf-8")
    return checked_by.validator(json.loads(schema))


def _check_schema(document: Any) -> None:
    error = checked_by.worst(_validator(), document)
    if error is not None:
        raise Wrong(json_path(error.absolute_path), reason(error))


def _framework(document: Json) -> Framework:
    return Framework(
        id=document["id"],
        version=int(document["version"]),
        title=document["title"],
        source=document["source"],
        languages=tuple(document["languages"]),
        weeks=int(document.get("weeks", 1)),
        standards=tuple(_standard(s) for s in document["standards"]),
        rating=_rating(document["rating"]),
        samples=tuple(_sample(code, s) for code, s in document["samples"].items()),
        return_visit=_return_visit(document.get("return_visit")),
        weeks_between=int(document.get("weeks_between", 0)),
        domains=tuple(_domain(d) for d in document.get("domains", ())),
        recommendations=_recommendations(document.get("recommendations")),
        standards_are=Called(document.get("standards_are", Called.STANDARDS)),
        parts=tuple(parts.part(p) for p in document["report"]) if "report" in document else USUAL,
        small_numbers=_small_numbers(document.get("small_numbers")),
        standard_headings=parts.standard_headings(document.get("standard_headings")),
        short=document.get("short", ""),
        inspected_by=" ".join(document.get("inspected_by", ())),
        since=int(document.get("since", 0)),
    )


def _return_visit(visit: Json | None) -> ReturnVisit | None:
    if visit is None:
        return None
    return ReturnVisit(
        standards=tuple(visit["standards"]),
        from_weeks=int(visit["from_weeks"]),
        to_weeks=int(visit["to_weeks"]),
        text=visit["text"],
        basis=_basis(visit),
    )


def _small_numbers(rule: Json | None) -> SmallNumbers | None:
    return None if rule is None else SmallNumbers(int(rule["least"]), rule["text"], _basis(rule))


def _domain(domain: Json) -> Domain:
    title = domain["title"]
    return Domain(
        title=title,
        introduction=domain.get("introduction", ""),
        in_report=domain.get("in_report", title),
        in_ratings=domain.get("in_ratings", title),
        drafted=parts.drafted(domain.get("drafted", ())),
    )


def _recommendations(said: Json | None) -> Recommendations | None:
    if said is None:
        return None
    return Recommendations(_numbered(said["opening"]), OwnerPlace(said["owner"]), _NUMBERING[said["numbered"]])


def _numbered(sentence: Json) -> Numbered:
    return Numbered(sentence["one"], sentence["many"])


def _standard(standard: Json) -> Standard:
    evidence = standard["evidence"]
    return Standard(
        ref=standard["ref"],
        title=standard["title"],
        statement=standard["statement"],
        domain=standard.get("domain", ""),
        evidence=Evidence(evidence),
        sample=standard.get("sample"),
        counted=standard["counted"],
        rated=standard.get("rated", True),
        key_questions=tuple(_question(q, evidence) for q in standard["key_questions"]),
        in_report=standard.get("in_report", ""),
        in_ratings=standard.get("in_ratings", ""),
        stem=standard.get("stem", ""),
        criteria=tuple(standard.get("criteria", ())),
        guidance=standard.get("guidance", ""),
        score_in_report=standard.get("score_in_report", ""),
    )


def _question(question: Json, evidence: str) -> KeyQuestion:
    return KeyQuestion(
        ref=question["ref"],
        text=question["text"],
        evidence=Evidence(question.get("evidence", evidence)),
        prompts=tuple(Prompt(p["ref"], p["text"], p.get("guidance", "")) for p in question["prompts"]),
        guidance=question.get("guidance", ""),
        in_report=question.get("in_report", ""),
        short=question.get("short", ""),
        source=question.get("source", ""),
        also_printed=tuple(Printed(o["text"], o["source"]) for o in question.get("also_printed", ())),
    )


def _rating(rating: Json) -> RatingRules:
    return RatingRules(
        scale=Scale(rating["scale"]),
        words=tuple(_word(w) for w in rating["words"]),
        bands=tuple(_band(b) for b in rating["bands"]),
        band_on=BandOn(rating["band_on"]),
        band_on_basis=_basis(rating["band_on_basis"]),
        overall=tuple(_band(b) for b in rating["overall"]),
        rules=tuple(Rule(r["code"], r["text"], _basis(r), r.get("in_report", "")) for r in rating["rules"]),
        considerations=tuple(
            Consideration(c["code"], int(c["value"]), c["text"], _basis(c)) for c in rating["discretion"]
        ),
    )


def _word(word: Json) -> Word:
    return Word(word["word"], int(word["points"]), _basis(word), word.get("in_footnotes", ""))


def _band(band: Json) -> Band:
    return Band(band["word"], int(band["from"]), _basis(band))


def _basis(value: Json) -> Basis:
    return Basis(value["source"], Status(value["status"]))


def _whole(value: float | None) -> int | None:
    return None if value is None else int(value)  # 14.0 is a whole number to a JSON Schema


def _sample(code: str, sample: Json) -> Sample:
    size = sample["size"]
    return Sample(
        code=code,
        title=sample["title"],
        singular=sample["singular"],
        least=_whole(size["least"]),
        most=_whole(size["most"]),
        size_note=size["note"],
        size_basis=_basis(size) if "source" in size else None,
        case_types=tuple(sample["case_types"]),
        windows=tuple(_window(w) for w in sample["windows"]),
        in_report=_numbered(sample["in_report"]) if "in_report" in sample else None,
    )


def _window(window: Json) -> Window:
    return Window(
        applies_to=window["applies_to"],
        from_days=int(window["from_days"]),
        to_days=int(window["to_days"]),
        basis=_basis(window),
        what=window.get("what", ""),
    )
