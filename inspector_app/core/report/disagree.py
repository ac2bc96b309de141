"""What people typed that disagrees with the data (figures, words for proportions, ratings) or with itself. It blocks nothing.

A word for a proportion is taken at its plain meaning alone (all: every case; most: more than half): the published reports
have "most" beside anything from 69% to 86%. A figure or word agrees when any key question or prompt of the section gives
it, since a sentence does not say which one it is about.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from inspector_app.core.domain import live_figures
from inspector_app.core.domain.draft import doubled, unfinished
from inspector_app.core.domain.draft.disagreement import Disagreement
from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.inspection import Answer, Inspection
from inspector_app.core.domain.rated import Rated, RatedStandard
from inspector_app.core.domain.rows import TextRow
from inspector_app.core.rating.method import printed_percent
from inspector_app.core.words import listed, say

_PAIR = re.compile(r"\b(\d{1,3}) (?:out )?of (\d{1,3})\b(?: cases?)?(?: \((\d{1,3})(?:%| per cent)\))?")
_SHARE = re.compile(r"\b(\d{1,3})(?:%| per cent) of (?:the |all )?cases\b")
_WORD = re.compile(
    r"(?<!of )(?<!than )\b((?:almost |nearly |virtually )?all(?: of)?|every|no|half(?: of)?|most(?: of)?|"
    r"(?:a|the) (?:\w+ )?majority of|a (?:\w+ )?minority of) (?:the |these |our )?(?:inspected )?cases?\b"
    r"(?! (?:manage|work|hold|record|file|stud)|(?: inspected)? (?:where|which|that|who|with|(?:in|for) which|involving)\b)",
    re.IGNORECASE,
)  # not "all relevant cases", "all case managers", "all cases where": of how many there are none knows
_NOT_SAID = re.compile(r"\b(?:not|never|no|needs?|needed|should|must)\b|n[’']t\b", re.IGNORECASE)  # "not in all cases"
_NOT_RATED = re.compile(
    r"\b(?:nobody|no one|none|nothing|neither|nor|no|not|never|without|cannot|needs?|should|must|could|would|might)\b"
    r"[^,;:]*$|n[’']t\b[^,;:]*$", re.IGNORECASE,
)  # fmt: skip
_MEANS: tuple[tuple[str, Callable[[int, int], bool]], ...] = (
    ("almost", lambda yes, of: 2 * yes > of),
    ("nearly", lambda yes, of: 2 * yes > of),
    ("virtually", lambda yes, of: 2 * yes > of),
    ("majority", lambda yes, of: 2 * yes > of),
    ("minority", lambda yes, of: 2 * yes < of),
    ("most", lambda yes, of: 2 * yes > of),
    ("half", lambda yes, of: 2 * yes == of),
    ("all", lambda yes, of: yes == of),
    ("every", lambda yes, of: yes == of),
    ("no", lambda yes, _: yes == 0),
)
_BEFORE = 400  # characters of a sentence that are looked at for what a word in it is about
_SENTENCE = re.compile(r"(?<=[.!?])\s+")


@dataclass(frozen=True, slots=True)
class _Figure:
    """How often something was answered Yes: a key question, or (not `told`) a prompt."""

    ref: str
    yes: int
    of: int
    told: bool


def disagreements(
    framework: Framework, inspection: Inspection, rated: Rated, texts: Sequence[TextRow]
) -> tuple[Disagreement, ...]:
    """What disagrees, text by text, in the order of the words; of recommendations what is a slip whatever the data say."""
    of_texts = (
        Disagreement(text.id, framework.called(text.group), said, right)
        for text in texts
        for said, right in _of_text(framework, inspection, rated, text)
    )
    known = live_figures.figures(rated.standards)
    of_recommendations = (
        Disagreement(made.mark, say("Recommendations"), said, right, "recommendation")
        for made in inspection.recommendations
        for said, right in _slips(made.text, known)
    )
    return (*of_texts, *of_recommendations)


def _of_text(framework: Framework, inspection: Inspection, rated: Rated, text: TextRow) -> Iterator[tuple[str, str]]:
    """A text of a standard is compared with its own figures, one of another section with all."""
    own = [s for s in rated.standards if s.ref == text.group or text.group not in framework.by_ref]
    figures = [*_questions(own), *_prompts(framework, inspection, own)]
    yield from _slips(text.text, live_figures.figures(rated.standards))
    typed = live_figures.replaced(text.text, lambda _: "")
    for sentence in _SENTENCE.split(" ".join(typed.split())):
        yield from _figures(sentence, figures)
        yield from _proportions(sentence, figures)
        yield from _ratings(framework, rated, sentence, text.group)


def _slips(text: str, known: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    yield from _live(text, known)
    yield from unfinished.found(text)
    for line in live_figures.in_words(text, known).splitlines():
        yield from doubled.found(line)


def _live(text: str, known: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Live figures that count nothing any more, and frozen ones that the data no longer give."""
    for live in live_figures.found(text):
        now = known.get(live.of)
        if now is None:
            yield live_figures.token(live.of), say("there is no figure for {of}", of=live.of)
        elif live.frozen and live.words != now:
            yield live.words, say("{ref}: {figure}", ref=live.of, figure=now)


def _questions(standards: Sequence[RatedStandard]) -> list[_Figure]:
    asked = (q for standard in standards for q in standard.key_questions)
    return [_Figure(q.ref, q.tally.yes, q.tally.of, True) for q in asked if q.tally.of]


def _prompts(framework: Framework, inspection: Inspection, standards: Sequence[RatedStandard]) -> list[_Figure]:
    """Prompts answered on every case that their key question is judged on: with fewer, "all cases" is not said of them."""
    judged = {q.ref: q.tally.of + q.tally.not_applicable for s in standards for q in s.key_questions}
    asked = {q.ref for standard in standards for q in framework.by_ref[standard.ref].case_questions}
    given: dict[tuple[str, str], list[Answer]] = {}
    for prompt in inspection.prompts:
        if prompt.question in asked and prompt.answer is not None:
            given.setdefault((prompt.question, prompt.prompt), []).append(prompt.answer)
    return [
        _Figure("".join(at), answers.count(Answer.YES), len(answers) - answers.count(Answer.NA), False)
        for at, answers in given.items()
        if len(answers) >= judged.get(at[0], 0)
    ]


def _figures(sentence: str, figures: Sequence[_Figure]) -> Iterator[tuple[str, str]]:
    known = {(figure.yes, figure.of) for figure in figures}
    totals = {figure.of for figure in figures if figure.told}
    for found in _PAIR.finditer(sentence):
        yes, of = int(found[1]), int(found[2])
        percent = printed_percent(yes, of) if of else None
        if found[3] and percent is not None and int(found[3]) != percent:
            yield found[0], say("{yes} of {of} is {percent}%", yes=yes, of=of, percent=percent)
        elif (yes, of) not in known and (found[3] or of in totals) and figures:
            yield found[0], _right(figures)
    percents = {printed_percent(figure.yes, figure.of) for figure in figures}
    for found in _SHARE.finditer(sentence):
        if figures and int(found[1]) not in percents:
            yield found[0], _right(figures)


def _proportions(sentence: str, figures: Sequence[_Figure]) -> Iterator[tuple[str, str]]:
    for found in _WORD.finditer(sentence):
        if _NOT_SAID.search(re.split(r"[,;:]", sentence[max(0, found.start() - _BEFORE) : found.start()])[-1]):
            continue
        means = next(fits for word, fits in _MEANS if word in found[1].casefold().split())
        if figures and not any(means(figure.yes, figure.of) for figure in figures):
            yield found[0], _right(figures)


def _right(figures: Sequence[_Figure]) -> str:
    """The figures of the key questions, as they are put into a text."""
    told = (figure for figure in figures if figure.told)
    said = [
        say("{ref} is {yes} of {of} ({percent}%)", ref=f.ref, yes=f.yes, of=f.of, percent=printed_percent(f.yes, f.of))
        for f in told
    ]
    return listed(said) or say("no key question has such a figure")


@cache
def _words_of(names: tuple[str, ...]) -> re.Pattern[str]:
    words = "|".join(map(re.escape, names))
    said = rf"(?:rated|judged|graded) (?:as |to be )?[‘'“\"]?({words})\b"
    quoted = (
        rf"(?:is|was|are|were|as|of) [‘'“\"]((?-i:{words}))[’'”\"]"  # as it is printed: not what somebody called good
    )
    return re.compile(rf"\b(?:{said}|{quoted})", re.IGNORECASE)


def _rating_of(framework: Framework) -> re.Pattern[str]:
    return _words_of(tuple(word.word for word in framework.rating.words))


def _ratings(framework: Framework, rated: Rated, sentence: str, section: str) -> Iterator[tuple[str, str]]:
    for found in _rating_of(framework).finditer(sentence):
        said_as = found[1] or found[2]
        before, behind = sentence[max(0, found.start() - _BEFORE) : found.start()], sentence[found.end() :][:_BEFORE]
        if _NOT_RATED.search(before):
            continue
        of = [(what, word) for what, word in _about(rated, before, behind, section) if word is not None]
        if of and said_as.casefold() not in [word.casefold() for _, word in of]:
            yield found[0], listed([say("{what} is '{rating}'", what=what, rating=word) for what, word in of])


def _about(rated: Rated, before: str, behind: str, section: str) -> list[tuple[str, str | None]]:
    """What a rating in a sentence may be of, and its rating: what is named before it, or behind it, or its own standard."""
    own = [(s.ref, s.rating) for s in rated.standards if s.ref == section]
    return _named(rated, before) or _named(rated, behind) or own


def _named(rated: Rated, words: str) -> list[tuple[str, str | None]]:
    """The standards that words name; else the whole, where they do."""
    named = [(s.ref, s.rating) for s in rated.standards if _names(words, s.ref) or _names(words, s.title)]
    return named or ([(say("the overall rating"), rated.overall)] if _names(words, "overall") else [])


def _names(words: str, what: str) -> bool:
    return re.search(rf"\b{re.escape(what)}\b", words, re.IGNORECASE) is not None
