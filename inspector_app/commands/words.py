"""What the commands print, in words."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from inspector_app.commands import terminal, trust_words
from inspector_app.core.domain.cases.standing import Bar
from inspector_app.core.domain.days import when
from inspector_app.core.domain.draft.disagreement import Disagreement
from inspector_app.core.domain.fields import INSPECTION
from inspector_app.core.domain.inspection import Inspection
from inspector_app.core.domain.moments import known
from inspector_app.core.domain.rated import Rated, RatedQuestion, RatedStandard, ScoreBounds
from inspector_app.core.domain.rows import HistoryRow
from inspector_app.core.domain.text.identifying import Found
from inspector_app.core.domain.values_said import value_of
from inspector_app.core.services.cases.conflicts import Conflict, Side
from inspector_app.core.services.documents.left_out import LeftOut
from inspector_app.core.services.handoffs import Exported, LedgerRow, Manifest, Received
from inspector_app.core.services.people.membership import Introduction
from inspector_app.core.words import count, later, say
from inspector_app.ui.words.case_list import may_be_name, rows_not_in_view
from inspector_app.ui.words.handoffs.ledger import missing, not_here
from inspector_app.ui.words.handoffs.trust import origin
from inspector_app.ui.words.identifying import found_said

if TYPE_CHECKING:  # all that makes a report comes with it: a sixth of the start of a command on packages
    from inspector_app.core.interchange.table import Unshown
    from inspector_app.core.services.documents.exchange import Imported, Replaced

_NAMED = 10  # missing packages that are named one by one


def disagreements(found: Sequence[Disagreement]) -> list[str]:
    """What in the texts is to be looked at before they leave, one a line; no line for nothing."""
    head = count(len(found), "{n} statement to look at:", "{n} statements to look at:")
    lines = [f"  {one.section}: “{one.said}”; {one.right}" for one in found]
    return [head, *lines] if found else []


def identifying(found: Sequence[Found]) -> list[str]:
    """What may identify somebody, one a line with its place; a sentence where nothing was found, which promises nothing."""
    if not found:
        return [say("Nothing was found. A text may still identify somebody when nothing is found in it.")]
    head = count(len(found), "{n} place may identify somebody:", "{n} places may identify somebody:")
    return [head, *(f"  {found_said(one)}" for one in found)]


def moment(at: str) -> str:
    """A stored moment on this laptop's clock: "today 17:40"."""
    return when.moment(at, datetime.now().astimezone())


def subject(inspection: Inspection) -> str:
    """What was inspected, and when."""
    return say("{service}, fieldwork from {day}", service=inspection.service, day=when.day(inspection.start))


def rated(rated: Rated, subject: str, notice: str) -> list[str]:
    """The ratings of an inspection, a line for each standard and key question."""
    lines = [f"{subject} ({rated.framework})", ""]
    if notice:
        lines += [notice, ""]
    for standard in rated.standards:
        lines.append(_standard(standard, rated.score_max is not None))
        lines += [_question(q) for q in standard.key_questions]
    overall = list(_overall(rated))
    return [*lines, "", *overall] if overall else lines


def _standard(standard: RatedStandard, is_scored: bool) -> str:
    words = [f"{standard.ref:<4} {standard.title}: {standard.rating or 'not rated yet'}"]
    if standard.provisional and not standard.suggested:
        words.append("provisional")
    if standard.stars is not None:
        words.append(count(standard.stars, "{n} star", "{n} stars"))
    if standard.case_score is not None:
        words.append(f"case assessment score {standard.case_score}%")
    if standard.suggested:
        words.append("suggested, not yet decided")
    if standard.discretion:
        used = standard.discretion
        changed = f"professional discretion: {used.before} to {used.to}"
        words.append(f"kept by the ratings panel at {used.to}" if used.kept else changed)
        if used.is_earlier:
            words.append(f"computed as {used.computed} since")
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


def history(rows: Sequence[HistoryRow]) -> list[str]:
    """A line for each change, and under it what was written, where that is long."""
    return [line for row in rows for line in _change(row)] or ["Nothing has been recorded here yet."]


def _change(row: HistoryRow) -> list[str]:
    head = f"{moment(row.at):<24}  {row.by:<20} {row.verb:<6} {row.field}:"
    return terminal.text_under(head, "cleared" if row.value is None else str(row.value), _origin(row))


def _origin(found: HistoryRow | Side) -> str:
    """What the author's name does not say: whose laptop recorded it, and in whose package it came."""
    return f" ({origin(found)})" if origin(found) else ""


def team(rows: Sequence[LedgerRow], waiting: Sequence[Introduction]) -> list[str]:
    """For each person who they are and whose work is where, and their key below; then who waits to be accepted."""
    return [*(line for row in rows for line in _member(row)), *trust_words.waiting(waiting)]


def _member(row: LedgerRow) -> Iterator[str]:
    yield f"{row.name} ({row.role or 'no role'}): {_known(row)}"
    if row.key:
        yield f"    key {row.key}"


def _known(row: LedgerRow) -> str:
    if row.me:
        return "; ".join(["this laptop", *([not_here(row)] if row.not_here else [])])
    parts = [_here(row), *_missing(row.missing)]
    if trust_words.standing(row):
        parts.append(trust_words.standing(row))
    elif row.unconfirmed:
        parts.append(say("not known to have {number} of the edits that are here", number=row.unconfirmed))
    else:
        parts.append(say("has everything that is here"))
    if row.set_aside:
        parts.append(count(row.set_aside, "{n} of their edits is set aside", "{n} of their edits are set aside"))
    return "; ".join(parts)


def _here(row: LedgerRow) -> str:
    if not row.here_until:
        return say("none of their work is here yet")
    if not known(row.here_until, datetime.now().astimezone()):
        return say("their work is here, but it is not known up to when: a clock was set ahead")
    return say("work up to {moment} is here", moment=moment(row.here_until))


def _missing(numbers: Sequence[int]) -> list[str]:
    said = [say("package {number} from them is missing", number=number) for number in numbers[:_NAMED]]
    more = len(numbers) - _NAMED
    return [*said, count(more, "{n} more is missing", "{n} more are missing")] if more > 0 else said


def manifest(found: Manifest, key: str) -> dict[str, object]:
    """What a package says of itself."""
    return {
        "service": found.service, "framework": found.framework, "inspection": found.inspection,
        "sender": found.sender.name, "role": found.sender.role, "key": key, "device": found.device,
        "number": dict(found.number), "made": found.made, "steps": found.steps, "changes": found.changes,
    }  # fmt: skip


def imported(done: "Imported") -> list[str]:
    """What a document or table brought; which cases are new, for a slip in a reference makes one."""
    brought = say(
        "{cases} and {answers} read; {values} changed. A backup was made first.",
        cases=count(done.cases, "{n} case", "{n} cases"),
        answers=count(done.answers, "{n} answer", "{n} answers"),
        values=count(done.changes, "{n} value", "{n} values"),
    )
    new = say("Cases that were not here before: {refs}", refs=", ".join(done.added)) if done.added else ""
    left = map(_left_out, done.left_out)
    told = (brought, *map(_replaced, done.replaced), new, *map(may_be_name, done.added), *unseen(done.unshown), *left)
    return [part for part in told if part]


def unseen(unshown: "Unshown") -> list[str]:
    """What of a workbook is worth a word: rows that its sheet does not show, and other remarks."""
    return [part for part in (rows_not_in_view(unshown.rows), *unshown.remarks) if part]


_LEFT_OUT = {
    Bar.COLLEAGUE: later(
        "Left out because a colleague has the case: {cases} ({values}). Take it over, have them ask you for help, "
        "or have the lead import the file."
    ),
    Bar.ACCEPTED: later(
        "Left out because the case has been accepted: {cases} ({values}). Reopen it first, with your reason."
    ),
    Bar.SETTLED: later("Left out because these are the settled agreed version: {cases} ({values})."),
    Bar.BLIND: later(
        "Left out because you mark the case second and the first marking is not yours: {cases} ({values})."
    ),
}


def _left_out(one: LeftOut) -> str:
    """What an import left out for one reason."""
    values = count(one.values, "{n} value", "{n} values")
    return _LEFT_OUT[one.why].say(cases=", ".join(one.cases), values=values)


def _replaced(one: "Replaced") -> str:
    """What changed of the inspection itself: "Changed of the inspection itself: service: Salford (before: Trafford)"."""
    field = INSPECTION.field(one.field)
    was, now = value_of(field, one.was, {}), value_of(field, one.now, {})
    return say("Changed in the inspection itself: {field}: {now} (before: {was})", field=field.title, now=now, was=was)


def exported(done: Exported, *, receipt: bool) -> list[str]:
    """What went into a package, for whom and where it is; one without work says so, asked for as a `receipt` or not."""
    names = ", ".join(done.recipients)
    if done.parts:
        number = len(done.parts)
        head = count(number, "Package in {n} part for {names}:", "Package in {n} parts for {names}:", names=names)
        return [head, *map(str, done.parts)]
    if done.everything:
        return [say("Package with everything for {names}: {where}", names=names, where=done.path)]
    if not done.steps:
        return [_without_work(done, names, receipt=receipt)]
    changes = count(
        done.changes,
        "Package with {n} change for {names}: {where}",
        "Package with {n} changes for {names}: {where}",
        names=names,
        where=done.path,
    )
    return [changes]


def _without_work(done: Exported, names: str, *, receipt: bool) -> str:
    if receipt:
        return say("Receipt for {names}, of what has arrived here: {where}", names=names, where=done.path)
    return say(
        "Nothing new for {names}: all that is here is known to have arrived. The package says what arrived here: {where}",
        names=names,
        where=done.path,
    )


def received(found: Sequence[Received], *, tried_only: bool) -> list[str]:
    """What packages brought, or would bring."""
    return [line for row in found for line in _received(row, tried_only)]


def _received(row: Received, tried_only: bool) -> list[str]:
    gap = f" {missing(row.missing, row.sender)}" if row.missing else ""
    if row.nothing_new:
        return [f"{row.path}: everything in it from {row.sender} was here already; nothing was changed.{gap}"]
    counts = f"{row.new} new, {row.changed} changed, {row.contested} contested, {row.settled} settled; nothing is lost"
    would = "would bring" if tried_only else "brought"
    head = f"{row.path}: the work of {row.sender} {would} {counts}.{gap}"
    return [head, *trust_words.not_taken(row), *trust_words.waiting(row.waiting)]


def conflicts(found: Sequence[Conflict]) -> list[str]:
    """A line for each contested field, and one for each side; under it what was written, where that is long."""
    lines: list[str] = []
    for conflict in found:
        where = " ".join(part for part in (conflict.case_ref, conflict.question, conflict.prompt) if part)
        lines += terminal.text_under(f"{where or conflict.entity} {conflict.field} (before:", str(conflict.before), ")")
        for side in conflict.sides:
            lines += terminal.text_under(f"  {side.by}, {moment(side.at)}:", str(side.value), _origin(side))
    return lines or ["Nothing is contested."]
