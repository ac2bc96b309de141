"""What the list of cases and the case page show, put together from what is stored. Pure."""

from collections.abc import Iterator, Mapping, Sequence

from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.inspection import Case
from inspector_app.core.domain.rows import CaseRow, PromptRow, QuestionMark, QuestionPage
from inspector_app.core.storage.read_answers import Answered, unanswered

Place = tuple[str, str, str | None]  # case id, key question, prompt (None: the key question's own judgement)


def row(framework: Framework, case: Case, inspector: str, answered: Sequence[Answered]) -> CaseRow:
    """A case in the list; `inspector` is the name of its owner."""
    marks = _marks(framework, case, answered)
    items = sum(m.prompts + 1 for m in marks)
    gaps = items - sum(m.prompts_answered + (m.answer is not None) for m in marks)
    since = max((a.at for a in answered), default="")
    return CaseRow(
        id=case.id,
        ref=case.ref,
        sample=case.sample,
        type=case.type,
        inspector=case.inspector,
        inspector_name=inspector,
        marks=marks,
        gaps=gaps,
        items=items,
        since=since,
    )


def page(
    framework: Framework, case: str, question: str, found: Mapping[str, Answered], kinds: tuple[str, str]
) -> QuestionPage:
    """One key question on one case. `kinds` are the entities that the judgement and its prompts are kept in."""
    standard, asked = framework.questions[question]
    item = f"{case}/{question}"
    rows = []
    for prompt in asked.prompts:
        one = found.get(f"{item}/{prompt.ref}") or unanswered(f"{item}/{prompt.ref}")
        rows.append(
            PromptRow(
                id=one.id,
                ref=prompt.ref,
                text=prompt.text,
                answer=one.answer,
                note=one.text,
                saved=one.at,
                contested=one.contested,
                entity=kinds[1],
            )
        )
    own = found.get(item) or unanswered(item)
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
        entity=kinds[0],
    )


def places_after(framework: Framework, here: Place, cases: Sequence[Case]) -> Iterator[tuple[Case, list[Place]]]:
    """Every place, case by case: from behind `here` to the last case, then from the first case up to `here`."""
    start = next((n for n, case in enumerate(cases) if case.id == here[0]), 0)
    for number, case in enumerate([*cases[start:], *cases[: start + 1]]):
        places = _places(framework, case)
        behind = places.index(here) + 1 if here in places else 0
        if number == 0:
            yield case, places[behind:]
        else:
            yield case, places[:behind] if number == len(cases) else places


def _marks(framework: Framework, case: Case, answered: Sequence[Answered]) -> tuple[QuestionMark, ...]:
    judged = {a.question: a for a in answered if a.is_judgement}
    prompts = {(a.question, a.prompt) for a in answered if not a.is_judgement and a.answer}
    contested = {a.question for a in answered if a.contested}
    marks = []
    for _, question in framework.sample_questions(case.sample):
        ref, own = question.ref, judged.get(question.ref)
        done = sum((ref, p.ref) in prompts for p in question.prompts)
        marks.append(
            QuestionMark(
                question=ref,
                answer=own.answer if own else None,
                prompts_answered=done,
                prompts=len(question.prompts),
                contested=ref in contested,
            )
        )
    return tuple(marks)


def _places(framework: Framework, case: Case) -> list[Place]:
    return [
        (case.id, question.ref, ref)
        for _, question in framework.sample_questions(case.sample)
        for ref in (*(p.ref for p in question.prompts), None)
    ]
