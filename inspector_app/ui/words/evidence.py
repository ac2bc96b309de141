"""Sources of evidence in words: what each is, what it is called, and how thin the evidence on a subject is."""

from collections import Counter

from inspector_app.core.domain.days import typed, when
from inspector_app.core.domain.evidence import Cell, Level, SourceKind, SourceRow, Subject, Thin
from inspector_app.core.domain.fields import SOURCE
from inspector_app.core.domain.framework import Framework
from inspector_app.core.services.fieldwork.evidence import Grid
from inspector_app.core.words import Later, count, later, listed, say
from inspector_app.ui.words import framework as framework_words

KINDS: dict[str, Later] = {
    SourceKind.MEETING: later("Meeting"),
    SourceKind.INTERVIEW: later("Interview"),
    SourceKind.FOCUS_GROUP: later("Focus group"),
    SourceKind.DOCUMENT: later("Document"),
    SourceKind.SURVEY: later("Survey"),
    SourceKind.OBSERVATION: later("Observation"),
}
_THIN = {Thin.NONE: later("no source"), Thin.ONE: later("one source"), Thin.ONE_KIND: later("one kind only")}
_STEPS = {Thin.NONE: 0, Thin.ONE: 1, Thin.ONE_KIND: 2, Thin.SEVERAL: 3}


def day(code: str, within: int = 0) -> str:
    """A day (ISO 8601) in words: 12 March 2026, or 12 March of the year that is plain (`within`); "" for none."""
    found = typed.stored(code)
    if found is None:
        return ""
    return when.day_of_year(found) if found.year == within else when.day(found)


def kind(row: SourceRow) -> str:
    """What a source is."""
    return str(KINDS.get(row.kind) or say("Source"))


def name(row: SourceRow, within: int = 0) -> str:
    """What a source is called: its title, or, as it has none, "Meeting, 12 March 2026" (`within`: as in `day`)."""
    return row.title.strip() or ", ".join(part for part in (kind(row), day(row.day, within)) if part)


def about(row: SourceRow, within: int = 0) -> str:
    """What there is to know beside the title: kind, date (`within`: as in `day`), who."""
    return " · ".join(part for part in (kind(row), day(row.day, within), row.who) if part)


def state(row: SourceRow) -> str:
    """What somebody has to decide about a source; "" for nothing."""
    if row.deleted:
        return say("deleted, but written on")
    return say("contested: {fields}", fields=listed(SOURCE.titles(row.contested))) if row.contested else ""


def cell(found: Cell | None) -> str:
    """What a cell of the grid says."""
    if found is None:
        return say("nothing")
    if found.contested:
        return say("contested")
    if not found.bears:
        return say("a note without a link")
    return say("bears on it, with a note") if found.has_note else say("bears on it, no note yet")


def thin(found: Thin, sources: int) -> str:
    """How thin the evidence is: "no source", "one source", "one kind only", "3 sources"."""
    return count(sources, "{n} source", "{n} sources") if found is Thin.SEVERAL else str(_THIN[found])


def steps(found: Thin) -> int:
    """The same as a length, of three."""
    return _STEPS[found]


def row(grid: Grid, subject: Subject) -> str:
    """What the evidence on a subject comes to, in few words; of one that is not counted, how many of its parts are thin."""
    if subject.counted:
        return thin(grid.thin[subject.ref], sum(c.bears for c in grid.on(subject.ref)))
    below = [grid.thin[s.ref] for s in grid.subjects if s.counted and subject.ref in s.above]
    return say("{number} of {of} thin", number=sum(t is not Thin.SEVERAL for t in below), of=len(below))


def summary(framework: Framework, grid: Grid) -> str:
    """Where the evidence is thin in all."""
    found = Counter(grid.thin.values())
    return " · ".join([_subjects(framework, grid), *(words.say(number=found[t]) for t, words in _SUMMED if found[t])])


_SUMMED = (
    (Thin.NONE, later("{number} without a source")),
    (Thin.ONE, later("{number} with one")),
    (Thin.ONE_KIND, later("{number} with one kind only")),
    (Thin.SEVERAL, later("{number} with several")),
)


def _subjects(framework: Framework, grid: Grid) -> str:
    if any(s.level is Level.PROMPT for s in grid.subjects):
        return count(len(grid.thin), "{n} prompt", "{n} prompts")
    return framework_words.standards(framework, len(grid.thin))


def deleted(title: str) -> str:
    """What is said where a source was taken away."""
    return say("Deleted: “{title}”, with its links.", title=title)


def carried(number: int, of: int, *, whole: bool) -> str:
    """How many of the sentences of a text or section have evidence; of recommendations, each of which is carried as a
    `whole`, how many of them.
    """
    if whole:
        return count(
            of, "{number} of {n} recommendation has evidence", "{number} of {n} recommendations have evidence",
            number=number,
        )  # fmt: skip
    return count(of, "{number} of {n} sentence has evidence", "{number} of {n} sentences have evidence", number=number)
