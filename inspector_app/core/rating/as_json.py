"""A rated inspection as the `rate --json` document. Keys are a contract: added to freely, never renamed."""

from dataclasses import asdict
from typing import Any

from inspector_app.core.domain.rated import Rated, RatedQuestion, RatedStandard

Json = dict[str, Any]


def to_json(rated: Rated) -> Json:
    """Ratings as plain values for `json.dumps`."""
    return {
        "framework": rated.framework,
        "score": rated.score,
        "score_max": rated.score_max,
        "overall": rated.overall,
        "provisional": rated.provisional,
        "bounds": asdict(rated.bounds) if rated.bounds else None,
        "standards": [_standard(s) for s in rated.standards],
    }


def _standard(standard: RatedStandard) -> Json:
    used = (
        standard.discretion
    )  # from what the panel changed, as the footnote says; what is computed now stands above it
    return {
        "ref": standard.ref,
        "title": standard.title,
        "counted": standard.counted,
        "computed": standard.computed,
        "rating": standard.rating,
        "points": standard.points,
        "suggested": standard.suggested,
        "provisional": standard.provisional,
        "discretion": used and {"from": used.before, "to": used.to, "question": used.question, "reason": used.reason},
        "bounds": asdict(standard.bounds) if standard.bounds else None,
        "stars": standard.stars,
        "case_score": standard.case_score,
        "key_questions": [_question(q) for q in standard.key_questions],
    }


def _question(question: RatedQuestion) -> Json:
    return {
        "ref": question.ref,
        "yes": question.tally.yes,
        "of": question.tally.of,
        "not_applicable": question.tally.not_applicable,
        "unanswered": question.tally.unanswered,
        "percent": question.percent,
        "band": question.band,
        "exact_band": question.exact_band,
        "lowest": question.lowest,
        "given": question.given,
        "distance": asdict(question.distance),
        "bounds": asdict(question.bounds) if question.bounds else None,
    }
