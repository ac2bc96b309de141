"""Sources of evidence in words: what each is, what it is called, and how thin the evidence on a subject is."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from inspector_app.core.domain.evidence import Cell, Level, SourceKind, SourceRow, Subject, Thin
from inspector_app.core.domain.fields import SOURCE
from inspector_app.core.services.evidence import Grid

KINDS: dict[str, str] = {
    SourceKind.MEETING: "Meeting",
    SourceKind.INTERVIEW: "Interview",
    SourceKind.FOCUS_GROUP: "Focus group",
    SourceKind.DOCUMENT: "Document",
    SourceKind.SURVEY: "Survey",
    SourceKind.OBSERVATION: "Observation",
}
_THIN = {Thin.NONE: "no source", Thin.ONE: "one source", Thin.ONE_KIND: "one kind only", Thin.SEVERAL: "several"}
_STEPS = {Thin.NONE: 0, Thin.ONE: 1, Thin.ONE_KIND: 2, Thin.SEVERAL: 3}


def day(code: str, *, year: bool = False) -> str:
    """A day (ISO 8601) in words: 12 March, or 12 March 2026; "" for none."""
    if not code:
        return ""
    found = date.fromisoformat(code)
    return f"{found.day} {found:%B} {found.year}" if year else f"{found.day} {found:%B}"


def kind(row: SourceRow) -> str:
    """What a source is."""
    return KINDS.get(row.kind, "Source")


def name(row: SourceRow) -> str:
    """What a source is called: its title, or, as it has none, "Meeting, 12 March"."""
    return row.title.strip() or ", ".join(part for part in (kind(row), day(row.day)) if part)


def about(row: SourceRow) -> str:
    """What there is to know beside the title: kind, date, who."""
    return " · ".join(part for part in (kind(row), day(row.day), row.who) if part)


def state(row: SourceRow) -> str:
    """What somebody has to decide about a source; "" for nothing."""
    if row.deleted:
        return "deleted, but written on"
    return f"contested: {listed(SOURCE.titles(row.contested))}" if row.contested else ""


def listed(words: Sequence[str]) -> str:
    """Words as a list in a sentence: a, b and c."""
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else "".join(words)


def cell(found: Cell | None) -> str:
    """What a cell of the grid says."""
    if found is None:
        return "nothing"
    if found.contested:
        return "contested"
    if not found.bears:
        return "a note without a link"
    return "bears on it, with a note" if found.has_note else "bears on it, no note yet"


def thin(found: Thin, sources: int) -> str:
    """How thin the evidence is: "no source", "one source", "one kind only", "3 sources"."""
    return f"{sources} sources" if found is Thin.SEVERAL else _THIN[found]


def steps(found: Thin) -> int:
    """The same as a length, of three."""
    return _STEPS[found]


def row(grid: Grid, subject: Subject) -> str:
    """What the evidence on a subject comes to, in few words; of one that is not counted, how many of its parts are thin."""
    if subject.counted:
        return thin(grid.thin[subject.ref], sum(c.bears for c in grid.on(subject.ref)))
    below = [grid.thin[s.ref] for s in grid.subjects if s.counted and subject.ref in s.above]
    return f"{sum(t is not Thin.SEVERAL for t in below)} of {len(below)} thin"


def summary(grid: Grid) -> str:
    """Where the evidence is thin in all."""
    found = Counter(grid.thin.values())
    what = "prompts" if any(s.level is Level.PROMPT for s in grid.subjects) else "standards"
    parts = [f"{len(grid.thin)} {what}"] + [f"{found[t]} {words}" for t, words in _SUMMED if found[t]]
    return " · ".join(parts)


_SUMMED = (
    (Thin.NONE, "without a source"),
    (Thin.ONE, "with one"),
    (Thin.ONE_KIND, "with one kind only"),
    (Thin.SEVERAL, "with several"),
)


def deleted(title: str) -> str:
    """What is said where a source was taken away."""
    return f"Deleted: “{title}”, with what it bore on."
