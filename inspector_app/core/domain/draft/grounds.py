"""What a drafted sentence rests on: which of the things that it needs are really in the inspection. Pure.

A report says "we looked at victims' cases" or "between 23 September and 22 November" because it was so. What a framework's
sentences need is named in its file (domain/parts.py); here it is looked for.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from re import IGNORECASE, escape, search

from inspector_app.core.domain.cases.case_facts import outside_window
from inspector_app.core.domain.days import windows
from inspector_app.core.domain.framework import ALL_CASES, Framework, Sample, Standard, Window
from inspector_app.core.domain.inspection import Case, Inspection
from inspector_app.core.domain.rated import Rated
from inspector_app.core.domain.roles import leads

MET = frozenset({"meeting", "focus-group"})
_TALKS = MET | {"interview"}
_SEVERAL = 2


def found(framework: Framework, inspection: Inspection, rated: Rated) -> frozenset[str]:
    """Which of the grounds of this framework's sentences are there, and of those of its windows (`of_window`)."""
    drafted = (
        *(one for part in framework.parts for one in (*part.drafted, *part.closing)),
        *(one for domain in framework.domains for one in domain.drafted),
    )
    looked = _Grounds(framework, inspection, rated)
    windowed = (
        ground for sample in framework.samples for window in sample.windows for ground in of_window(sample, window)
    )
    return frozenset(need for need in (*windowed, *(n for one in drafted for n in one.grounds)) if looked.has(need))


def of_window(sample: Sample, window: Window) -> tuple[str, str]:
    """What has to be there for the dates of a window to be said of the cases."""
    of = f"{sample.code}/{window.applies_to}"
    return f"cases {of}", f"within {of}"


class _Grounds:
    def __init__(self, framework: Framework, inspection: Inspection, rated: Rated) -> None:
        self._framework = framework
        self._inspection = inspection
        self._rated = {s.ref for s in rated.standards if s.rating is not None and s.complete and not s.suggested}

    def has(self, need: str) -> bool:
        kind, _, about = need.partition(" ")
        return self._of[kind](about) if about else self._plain[kind]()

    @cached_property
    def _plain(self) -> Mapping[str, Callable[[], bool]]:
        return {
            "documents": lambda: self._any({"document"}),
            "meetings": lambda: self._any(MET),
            "talks": lambda: self._any(_TALKS),
            "observations": lambda: self._any({"observation"}),
            "team": self._is_supported,
            "weeks": lambda: len(self._inspection.fieldwork) >= _SEVERAL,
            "told": lambda: bool(self._inspection.told) or any(e.kind == "feedback" for e in self._inspection.events),
        }

    @cached_property
    def _of(self) -> Mapping[str, Callable[[str], bool]]:
        return {
            "cases": self._has_cases,
            "several": lambda of: self._has_cases(of, _SEVERAL),
            "within": self._is_within,
            "ended": self._some_ended,
            "rated": lambda of: all(standard.ref in self._rated for standard in self._standards(of)),
            "findings": lambda of: any(self._is_written(standard.ref) for standard in self._standards(of)),
            "evidence": lambda of: any(self._has_evidence(standard) for standard in self._standards(of)),
            "talks": lambda of: any(self._was_asked(standard) for standard in self._standards(of)),
            "met": self._has_met,
        }

    def _any(self, kinds: frozenset[str] | set[str]) -> bool:
        return any(source.kind in kinds for source in self._inspection.sources)

    def _is_supported(self) -> bool:
        """Whether others than those who lead inspected too: the sentences name who leads, and a team beside them."""
        team = self._inspection.team
        return len(team) >= _SEVERAL and not all(leads(person.role) for person in team)

    def _has_cases(self, of: str, least: int = 1) -> bool:
        """Cases of a sample, or of a type in it; by totals alone nobody can tell the types, so none is there."""
        code, _, kind = of.partition("/")
        if any(case.sample == code for case in self._inspection.cases):
            return len(list(self._cases(code, kind))) >= least
        if kind not in ("", ALL_CASES):
            return False
        asked = {question.ref for _, question in self._framework.sample_questions(code)}
        return any(totals.question in asked and totals.of >= least for totals in self._inspection.totals)

    def _some_ended(self, sample: str) -> bool:
        """Whether some cases ended and others did not, as far as anybody wrote when they began and ended."""
        dates = [(case.began, case.ended) for case in self._cases(sample, "") if case.began or case.ended]
        ended = [end for _, end in dates if end is not None]
        return not dates or 0 < len(ended) < len(dates)

    def _is_within(self, of: str) -> bool:
        """Whether no case that a window is for is known to have begun outside it."""
        code, _, kind = of.partition("/")
        sample = self._framework.sample(code)
        start = self._inspection.start
        outside = (outside_window(sample, case.type, case.began, start) for case in self._cases(code, kind))
        return windows.window_for(sample, kind or ALL_CASES) is not None and not any(outside)

    def _cases(self, code: str, kind: str) -> Iterator[Case]:
        """The cases that a window is for: those of its type, and for all cases those whose type has none of its own."""
        own = {window.applies_to for window in self._framework.sample(code).windows}
        for case in self._inspection.cases:
            if case.sample == code and kind in ("", case.type if case.type in own else ALL_CASES):
                yield case

    def _standards(self, of: str) -> list[Standard]:
        return [s for s in self._framework.standards if of in (s.ref, s.domain)]

    def _is_written(self, standard: str) -> bool:
        return any(f.standard == standard and f.text.strip() for f in self._inspection.findings)

    def _has_evidence(self, standard: Standard) -> bool:
        """Whether a source bears on it, or people rated something of it that no cases do."""
        of = _subjects(standard)
        rated = any(given.subject in of for given in self._inspection.ratings)
        return rated or any(of & {b.on for b in source.bears_on} for source in self._inspection.sources)

    def _was_asked(self, standard: Standard) -> bool:
        """Whether somebody was met or interviewed about it."""
        of = _subjects(standard)
        return any(s.kind in _TALKS and of & {b.on for b in s.bears_on} for s in self._inspection.sources)

    def _has_met(self, word: str) -> bool:
        """Whether the title of a meeting or who was there has this word, whole: a keyboard is no board."""
        met = (source for source in self._inspection.sources if source.kind in MET)
        # partner: partners, partnership
        said = rf"(?<!\w){escape(word)}(?:s|ship|ships)?(?!\w)"
        return any(search(said, f"{source.title} {source.who}", IGNORECASE) for source in met)


def _subjects(standard: Standard) -> set[str]:
    """All that evidence on a standard can be gathered on."""
    prompts = {f"{q.ref}{prompt.ref}" for q in standard.key_questions for prompt in q.prompts}
    return {standard.ref, *(q.ref for q in standard.key_questions), *prompts}
