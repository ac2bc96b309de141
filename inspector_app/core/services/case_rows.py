"""What the list of cases and the case page show, put together from what is stored. Pure."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence

from inspector_app.core.domain.cases.second_marking import Kept
from inspector_app.core.domain.field import ABSURD
from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.inspection import Case
from inspector_app.core.domain.rows import CaseName, CaseRow, PromptRow, QuestionMark, QuestionPage
from inspector_app.core.domain.text.names import called, shown
from inspector_app.core.storage.reading.read_answers import Answered, Stood, unanswered

Place = tuple[str, str, str | None]  # case id, key question, prompt (None: the key question's own judgement)


def name(case: Case, inspector: str) -> CaseName:
    """What a case is called; `inspector` is the name of its owner."""
    return CaseName(
        id=case.id,
        ref=called(case.ref, ABSURD),
        sample=case.sample,
        type=shown(case.type, ABSURD),
        inspector_name=inspector,
    )


def row(framework: Framework, case: Case, inspector: str, stood: Stood | None, by_totals: frozenset[str]) -> CaseRow:
    """A case in the list; `inspector` is the name of its owner, `by_totals` the key questions known by their totals."""
    stood = stood or Stood.of(())
    named, marks = name(case, inspector), _marks(framework, case, stood, by_totals)
    return CaseRow(
        id=case.id,
        ref=named.ref,
        sample=case.sample,
        type=named.type,
        inspector=case.inspector,
        inspector_name=inspector,
        marks=marks,
        gaps=sum(mark.gaps for mark in marks),
        items=sum(mark.items for mark in marks),
        since=stood.at,
    )


def page(
    framework: Framework,
    case: str,
    question: str,
    found: Mapping[str, Answered],
    kept: Kept,
    by_totals: frozenset[str],
) -> QuestionPage:
    """One key question on one case. `found`: by place; `kept`: where they are kept."""
    standard, asked = framework.questions[question]
    item = f"{case}/{question}"
    rows = []
    for prompt in asked.prompts:
        one = found.get(f"{item}/{prompt.ref}") or unanswered(kept.at(f"{item}/{prompt.ref}"))
        rows.append(
            PromptRow(
                id=one.id,
                ref=prompt.ref,
                text=prompt.text,
                answer=one.answer,
                note=one.text,
                saved=one.at,
                contested=one.contested,
                entity=kept.prompt,
            )
        )
    own = found.get(item) or unanswered(kept.at(item))
    return QuestionPage(
        id=own.id,
        case=case,
        standard=standard.ref,
        standard_title=standard.title,
        ref=asked.ref,
        text=asked.text,
        answer=own.answer,
        rationale=own.text,
        saved=own.at,
        contested=own.contested,
        prompts=tuple(rows),
        entity=kept.judgement,
        by_totals=question in by_totals,
        statement=standard.statement if asked.ref == standard.ref else "",
    )


def places_after(
    framework: Framework, here: Place, cases: Sequence[Case], by_totals: frozenset[str]
) -> Iterator[tuple[Case, list[Place]]]:
    """Every place where something is to be judged: the rest of the case of `here`, its beginning, then the cases behind it
    and round to those before it; `here` itself comes last."""
    start = next((n for n, case in enumerate(cases) if case.id == here[0]), 0)
    for case in (*cases[start:], *cases[:start]):
        places = _places(framework, case)
        at = places.index(here) if here in places else len(places)
        yield case, [place for place in (*places[at + 1 :], *places[:at]) if place[1] not in by_totals]
    if cases and here in _places(framework, cases[start]):
        yield cases[start], [here] if here[1] not in by_totals else []


def first_gap(among: Iterable[tuple[Case, list[Place]]], done: Callable[[str], Container[str]]) -> Place | None:
    """The first place without an answer; `done`: the ids of what is answered in a case (id)."""
    for case, places in among:
        answered = done(case.id) if places else ()
        for place in places:
            if "/".join(part for part in place if part) not in answered:
                return place
    return None


def _marks(framework: Framework, case: Case, stood: Stood, by_totals: frozenset[str]) -> tuple[QuestionMark, ...]:
    marks = []
    for _, question in framework.sample_questions(case.sample):
        ref = question.ref
        marks.append(
            QuestionMark(
                question=ref,
                answer=stood.judged.get(ref),
                prompts_answered=len(framework.prompt_places[ref].intersection(stood.prompts)),
                prompts=len(question.prompts),
                contested=ref in stood.contested,
                by_totals=ref in by_totals,
            )
        )
    return tuple(marks)


def _places(framework: Framework, case: Case) -> list[Place]:
    return [
        (case.id, question.ref, ref)
        for _, question in framework.sample_questions(case.sample)
        for ref in (*(p.ref for p in question.prompts), None)
    ]
