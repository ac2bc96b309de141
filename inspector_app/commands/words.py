"""What the commands print, in words."""

from collections.abc import Iterator, Mapping, Sequence

from inspector_app.commands import trust_words
from inspector_app.core.domain.framework import Basis, Framework
from inspector_app.core.domain.inspection import Inspection
from inspector_app.core.domain.rated import Rated, RatedQuestion, RatedStandard, ScoreBounds
from inspector_app.core.domain.rows import HistoryRow
from inspector_app.core.services.conflicts import Conflict, Side
from inspector_app.core.services.handoffs import LedgerRow, Manifest, Received
from inspector_app.core.services.membership import Introduction

_NAMED = 10  # missing packages that are named one by one


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
    lines = [
        f"{r.at}  {r.by:<20} {r.verb:<6} {r.field}: {'cleared' if r.value is None else r.value}{_origin(r)}"
        for r in rows
    ]
    return "\n".join(lines) or "Nothing has been recorded here yet."


def _origin(found: HistoryRow | Side) -> str:
    """What the author's name does not say: whose laptop recorded it, and in whose package it came."""
    parts = [f"recorded on the laptop of {found.laptop}"] if found.laptop else []
    parts += [f"in a package of {found.package}"] if found.package else []
    return f" ({', '.join(parts)})" if parts else ""


def team(rows: Sequence[LedgerRow], waiting: Sequence[Introduction]) -> str:
    """A line for each person: who they are, their key, and whose work is where; then who waits to be accepted."""
    lines = [f"{row.name} ({row.role or 'no role'}): {_known(row)}{_key(row.key)}" for row in rows]
    return "\n".join([*lines, *trust_words.waiting(waiting)])


def _known(row: LedgerRow) -> str:
    if row.me:
        return "this laptop"
    parts = [f"work up to {row.here_until} is here" if row.here_until else "no work of theirs is here yet"]
    parts += _missing(row.missing)
    if trust_words.standing(row):
        parts.append(trust_words.standing(row))
    elif row.unconfirmed:
        parts.append(f"not known to have {row.unconfirmed} of the steps that are here")
    else:
        parts.append("has everything that is here")
    if row.set_aside:
        parts.append(f"{row.set_aside} of their steps are set aside")
    return "; ".join(parts)


def _missing(numbers: Sequence[int]) -> list[str]:
    said = [f"package {number} from them is missing" for number in numbers[:_NAMED]]
    return said if len(numbers) <= _NAMED else [*said, f"{len(numbers) - _NAMED} more from them are missing"]


def _key(key: str) -> str:
    return f"\n    key {key}" if key else ""


def manifest(found: Manifest, key: str) -> dict[str, object]:
    """What a package says of itself."""
    return {
        "service": found.service, "framework": found.framework, "inspection": found.inspection,
        "sender": found.sender.name, "role": found.sender.role, "key": key, "device": found.device,
        "number": dict(found.number), "made": found.made, "steps": found.steps, "changes": found.changes,
    }  # fmt: skip


def received(found: Sequence[Received], *, tried_only: bool) -> str:
    """What packages brought, or would bring."""
    return "\n".join(_received(row, tried_only) for row in found)


def _received(row: Received, tried_only: bool) -> str:
    missing = "".join(f" {said[0].upper()}{said[1:]}." for said in _missing(row.missing)).replace("them", row.sender)
    if row.nothing_new:
        return f"{row.path}: everything in it from {row.sender} was here already; nothing was changed.{missing}"
    counts = f"{row.new} new, {row.changed} changed, {row.contested} contested, {row.settled} settled; nothing is lost"
    would = "would bring" if tried_only else "brought"
    head = f"{row.path}: the work of {row.sender} {would} {counts}.{missing}"
    return "\n".join([head, *trust_words.not_taken(row), *trust_words.waiting(row.waiting)])


def conflicts(found: Sequence[Conflict]) -> str:
    """A line for each contested field, and one for each side."""
    lines: list[str] = []
    for conflict in found:
        where = " ".join(part for part in (conflict.case_ref, conflict.question, conflict.prompt) if part)
        lines.append(f"{where or conflict.entity} {conflict.field} (before: {conflict.before})")
        lines += [f"  {side.by}, {side.at}: {side.value}{_origin(side)}" for side in conflict.sides]
    return "\n".join(lines) or "Nothing is contested."


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
