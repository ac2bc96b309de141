"""What the commands print, in words."""

from collections.abc import Iterator, Mapping, Sequence

from inspector_app.core.domain.framework import Basis, Framework
from inspector_app.core.domain.inspection import Inspection
from inspector_app.core.domain.rated import Rated, RatedQuestion, RatedStandard, ScoreBounds
from inspector_app.core.domain.rows import HistoryRow


def subject(inspection: Inspection) -> str:
    """What was inspected, and when."""
    return f"{inspection.service}, fieldwork from {inspection.start.isoformat()}"


def rated(rated: Rated, subject: str, notice: str) -> str:
    """The ratings of an inspection, a line for each standard and key question."""
    lines = [f"{subject} ({rated.framework})", ""]
    if notice:
        lines += [notice, ""]
    for standard in rated.standards:
        lines.append(_standard(standard, rated.score_max is not None))
        lines += [_question(q) for q in standard.key_questions]
    overall = list(_overall(rated))
    return "\n".join([*lines, "", *overall] if overall else lines)


def _standard(standard: RatedStandard, is_scored: bool) -> str:
    words = [f"{standard.ref:<4} {standard.title}: {standard.rating or 'not rated yet'}"]
    if standard.stars is not None:
        words.append(f"{standard.stars} stars")
    if standard.case_score is not None:
        words.append(f"case assessment score {standard.case_score}%")
    if standard.suggested:
        words.append("suggested, not yet decided")
    if standard.discretion:
        words.append(f"professional discretion: {standard.discretion.computed} to {standard.discretion.to}")
    if is_scored and not standard.counted:
        words.append("not counted in the overall rating")
    return "; ".join(words)


def _question(question: RatedQuestion) -> str:
    figures = f"{question.percent}%" if question.percent is not None else "-"
    word = question.band or question.given or "not judged"
    counts = f"{question.tally.yes} of {question.tally.of}" if question.tally.of else ""
    unanswered = f"  {question.tally.unanswered} unanswered" if question.tally.unanswered else ""
    return f"  {question.ref:<6} {figures:>4}  {counts:<9} {word}{unanswered}"


def _overall(rated: Rated) -> Iterator[str]:
    if rated.score is not None:
        yield f"Score {rated.score}/{rated.score_max}"
    if rated.overall is not None:
        yield f"Overall rating: {rated.overall}"
    if rated.provisional and rated.bounds:
        yield f"Provisional: {_possible(rated.bounds)} of {rated.score_max}."
    elif rated.provisional:
        yield "Provisional: something is still unanswered or not rated."


def _possible(bounds: ScoreBounds) -> str:
    scores = f"{bounds.worst_score} to {bounds.best_score}"
    if bounds.worst == bounds.best:
        return f"{bounds.worst} whatever is still to come, with a score of {scores}"
    return f"from {bounds.worst} to {bounds.best} is still possible, with a score of {scores}"


def history(rows: Sequence[HistoryRow]) -> str:
    """A line for each change."""
    lines = [f"{r.at}  {r.by:<20} {r.verb:<6} {r.field}: {'cleared' if r.value is None else r.value}" for r in rows]
    return "\n".join(lines) or "Nothing has been recorded here yet."


def listed(values: Mapping[str, object]) -> str:
    """A line for each value."""
    return "\n".join(f"{name}: {value}" for name, value in values.items())


def framework(framework: Framework) -> str:
    """A framework in full: standards, key questions, prompts, and every rule with its source and status."""
    lines = [f"{framework.title} ({framework.id}, version {framework.version})", framework.source, ""]
    for standard in framework.standards:
        counted = "counted" if standard.counted else "not counted"
        lines += [f"{standard.ref} {standard.title} ({counted})", f"  {standard.statement}"]
        for question in standard.key_questions:
            lines.append(f"  {question.ref} {question.text}")
            lines += [f"    {p.ref}) {p.text}" for p in question.prompts]
    return "\n".join([*lines, "", "Rules", *_rules(framework)])


def _rules(framework: Framework) -> Iterator[str]:
    rules = framework.rating
    for word in rules.words:
        yield f"  {word.word}: {word.points} points{_basis(word.basis)}"
    for band in rules.bands:
        yield f"  {band.word} from {band.lower}%{_basis(band.basis)}"
    for cut in rules.overall:
        yield f"  Overall {cut.word} from {cut.lower} points{_basis(cut.basis)}"
    for rule in rules.rules:
        yield f"  {rule.text}{_basis(rule.basis)}"
    for consideration in rules.considerations:
        yield f"  {consideration.text}{_basis(consideration.basis)}"


def _basis(basis: Basis) -> str:
    return f" [{basis.status.value}: {basis.source}]"
