"""What a sealed record of ratings holds, version 1 (docs/sealed-record.md): what was rated, by which rules, and the result.

No note, reason for a judgement, text or name of a child is in it: cases have their references.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from inspector_app.core.domain.framework import Framework, Standard
from inspector_app.core.domain.inspection import Case, GivenRating, Inspection
from inspector_app.core.domain.rated import Rated
from inspector_app.core.domain.rating_rules import Band
from inspector_app.core.interchange import document
from inspector_app.core.rating import as_json
from inspector_app.core.rating.engine import rate

Json = dict[str, Any]
WHAT = ("framework", "inspection", "result")  # the keys of what is sealed
_RESULT = ("score", "score_max", "overall", "provisional")
_STANDARD = ("ref", "computed", "rating", "points", "suggested")
_QUESTION = ("ref", "yes", "of", "not_applicable", "unanswered", "percent", "band", "given")


def content(framework: Framework, inspection: Inspection) -> Json:
    """What is sealed of an inspection: the rules, what was rated by them as an inspection document, and the result."""
    inspection = _without_words(framework, inspection)
    rated = rate(framework, inspection)
    return {
        "framework": rules(framework, rated),
        "inspection": json.loads(document.write(inspection)),
        "result": result(rated),
    }


def digest(said: Mapping[str, Any]) -> str:
    """SHA-256 of what is sealed, as hexadecimal digits: another one as soon as anything that is rated differs."""
    return hashlib.sha256(canonical({key: said[key] for key in WHAT})).hexdigest()


def digest_of_rules(framework: Framework) -> str:
    """The same of all rules of a framework, whatever its version is called and whichever standards were rated."""
    said = {key: value for key, value in _rules(framework, framework.standards).items() if key != "version"}
    return hashlib.sha256(canonical(said)).hexdigest()


def canonical(said: Mapping[str, Any]) -> bytes:
    """The bytes that are signed: JSON with sorted keys, no blanks between, and nothing but ASCII."""
    return json.dumps(said, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode("ascii")


def rules(framework: Framework, rated: Rated) -> Json:
    """Everything of the framework by which the answers became these ratings; of the standards, those that were rated."""
    return _rules(framework, [framework.by_ref[standard.ref] for standard in rated.standards])


def _rules(framework: Framework, standards: Iterable[Standard]) -> Json:
    said = framework.rating
    return {
        "id": framework.id,
        "version": framework.version,
        "scale": said.scale.value,
        "band_on": said.band_on.value,
        "words": [{"word": w.word, "points": w.points} for w in said.words],
        "bands": [_band(band) for band in said.bands],
        "overall": [_band(band) for band in said.overall],
        "standards": [_asked(standard) for standard in standards],
    }


def result(rated: Rated) -> Json:
    """The ratings by the names of `rate --json`: no distances, and nothing of what was still possible."""
    told = as_json.to_json(rated)
    return _of(told, _RESULT) | {"standards": [_standard(standard) for standard in told["standards"]]}


def _without_words(framework: Framework, inspection: Inspection) -> Inspection:
    """What is rated, and no more: nobody of the people, of a case reference and sample, nothing that counts for no rating."""
    knows, whole = framework.rating.knows, {t.question for t in inspection.totals}
    cases = tuple(Case(c.id, c.ref, c.sample) for c in inspection.cases if c.sample)
    samples = {case.id: case.sample for case in cases}
    asked = {(s.sample, q.ref) for s in framework.standards for q in s.asked_on_cases if q.ref not in whole}
    ratings = (
        replace(r, rationale="", rating=r.rating if r.rating and knows(r.rating) else None) for r in inspection.ratings
    )
    return replace(
        inspection,
        marking="",
        notice="",
        team=(),
        return_end=inspection.return_end or inspection.return_start,
        cases=cases,
        judgements=tuple(
            replace(j, rationale="", by="")
            for j in inspection.judgements
            if j.answer is not None and (samples.get(j.case), j.question) in asked
        ),
        prompts=(),
        ratings=tuple(rating for rating in ratings if rating != GivenRating(rating.subject)),
        panel=tuple(decision for decision in inspection.panel if knows(decision.to)),
        findings=(),
        recommendations=(),
        interviews=(),
        events=(),
        sources=(),
        concerns=(),
    )


def _band(band: Band) -> Json:
    return {"lower": band.lower, "word": band.word}


def _asked(standard: Standard) -> Json:
    return {
        "ref": standard.ref,
        "evidence": standard.evidence.value,
        "sample": standard.sample,
        "counted": standard.counted,
        "key_questions": [{"ref": q.ref, "evidence": q.evidence.value} for q in standard.key_questions],
    }


def _standard(told: Json) -> Json:
    return _of(told, _STANDARD) | {"key_questions": [_of(question, _QUESTION) for question in told["key_questions"]]}


def _of(told: Json, keys: tuple[str, ...]) -> Json:
    return {key: told[key] for key in keys}
