"""What the commands print of a framework, in words."""

from collections.abc import Iterator

from inspector_app.core.domain.framework import Domain, Framework, KeyQuestion, Standard
from inspector_app.core.domain.rating_rules import Basis
from inspector_app.core.words import count, say


def framework(framework: Framework) -> list[str]:
    """A framework in full: standards, key questions, prompts, and every rule with its source and status."""
    lines = [f"{framework.title} ({framework.id}, version {framework.version})", framework.source, ""]
    for standard in framework.standards:
        lines += [f"{standard.ref} {standard.title} ({_counts(framework, standard)})", f"  {standard.statement}"]
        lines += [f"  {text}" for text in (*standard.criteria, standard.guidance) if text]
        lines += [line for question in standard.key_questions for line in _asked(question)]
    lines += [line for domain in framework.domains if domain.introduction for line in _domain(domain)]
    return [*lines, "", "Rules", *_rules(framework)]


def _counts(framework: Framework, standard: Standard) -> str:
    if standard.counted:
        return say("counted")
    if standard.rated:
        return say("not counted")
    visited = framework.return_visit is not None and standard.ref in framework.return_visit.standards
    return say("rated on a return visit, not counted") if visited else say("not rated")


def _asked(question: KeyQuestion) -> Iterator[str]:
    yield f"  {question.ref} {question.text}"
    if question.source:
        yield f"    [{question.source}]"
    yield from (f"    Also printed: {other.text} [{other.source}]" for other in question.also_printed)
    if question.guidance:
        yield f"    {question.guidance}"
    for prompt in question.prompts:
        yield f"    {prompt.ref}) {prompt.text}"
        if prompt.guidance:
            yield f"       {prompt.guidance}"


def _domain(domain: Domain) -> Iterator[str]:
    yield from ("", domain.title)
    yield from (f"  {line}" for line in domain.introduction.split("\n\n"))


def _rules(framework: Framework) -> Iterator[str]:
    rules = framework.rating
    for word in rules.words:
        yield f"  {word.word}: {count(word.points, '{n} point', '{n} points')}{_basis(word.basis)}"
    for band in rules.bands:
        yield f"  {band.word} from {band.lower}%{_basis(band.basis)}"
    for cut in rules.overall:
        yield f"  {_overall_from(cut.word, cut.lower)}{_basis(cut.basis)}"
    for rule in rules.rules:
        yield f"  {rule.text}{_basis(rule.basis)}"
    for consideration in rules.considerations:
        yield f"  {consideration.text}{_basis(consideration.basis)}"
    if (visit := framework.return_visit) is not None:
        yield f"  {visit.text}{_basis(visit.basis)}"


def _overall_from(word: str, points: int) -> str:
    return count(points, "Overall {word} from {n} point", "Overall {word} from {n} points", word=word)


def _basis(basis: Basis) -> str:
    return f" [{basis.status.value}: {basis.source}]"
