"""What on a case is worth another look before it is submitted. It points and never blocks: people decide. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from inspector_app.core.domain.inspection import Answer
from inspector_app.core.domain.rows import PromptRow, QuestionPage
from inspector_app.core.domain.text.marks import Mark, marked
from inspector_app.core.domain.text.quoting import quotations


class Rule(StrEnum):
    """Why something is pointed at."""

    NOT_BEGUN = "not-begun"  # a key question that nobody touched, on a case that is begun
    UNANSWERED = "unanswered"  # prompts (`count` of them) or the key question itself
    CONTESTED = "contested"  # two people's values stand
    NO_WITHOUT_EVIDENCE = "no-without-evidence"  # a No without a note, or a key question's No without its reasons
    YES_OVER_NO = "yes-over-no"  # the key question Yes while most of its prompts are No
    NO_OVER_YES = "no-over-yes"  # and the other way round
    FOLLOW_UP = "follow-up"  # `count` paragraphs marked "Follow up:" still stand
    NO_SPEAKER = "no-speaker"  # `count` quotations do not say who said them


@dataclass(frozen=True, slots=True)
class Point:
    """One thing pointed at. `prompt` None: the key question's own judgement.

    `count` of how many things it speaks: of unanswered ones, of No (or Yes) prompts out of `of`, follow-ups, quotations.
    """

    rule: Rule
    question: str
    prompt: str | None
    count: int = 1
    of: int = 0


@dataclass(frozen=True, slots=True)
class ToCheck:
    """What to look at on a case; `begun` tells one with nothing to check from one that nobody touched."""

    points: tuple[Point, ...] = ()
    begun: bool = False


def to_check(pages: Iterable[QuestionPage]) -> ToCheck:
    """What to look at on a case with these key questions."""
    read = tuple(pages)
    return ToCheck(points(read), begun(read))


def points(pages: Iterable[QuestionPage]) -> tuple[Point, ...]:
    """What to look at on a case, key question by key question in the order given; nothing on one that is not begun."""
    read = tuple(pages)
    return tuple(point for page in read for point in _of_question(page)) if begun(read) else ()


def begun(pages: Iterable[QuestionPage]) -> bool:
    """Whether anybody answered or wrote something on these key questions."""
    return any(_touched(page) or any(map(_touched, page.prompts)) for page in pages)


def _touched(one: QuestionPage | PromptRow) -> bool:
    text = one.rationale if isinstance(one, QuestionPage) else one.note
    return one.answer is not None or one.contested or bool(text.strip())


def _of_question(page: QuestionPage) -> Iterator[Point]:
    if not begun([page]):
        if not page.by_totals:
            yield Point(Rule.NOT_BEGUN, page.ref, None)
        return
    yield from _unanswered(page)
    for prompt in page.prompts:
        yield from _of_text(page.ref, prompt.ref, prompt.answer, prompt.note, contested=prompt.contested)
    yield from _of_text(page.ref, None, page.answer, page.rationale, contested=page.contested)
    yield from _against_prompts(page)


def _unanswered(page: QuestionPage) -> Iterator[Point]:
    """One point for all prompts that are open and one for the judgement."""
    if page.by_totals:
        return
    open_ = [p for p in page.prompts if _is_open(p)]
    if open_:
        yield Point(Rule.UNANSWERED, page.ref, open_[0].ref, len(open_), len(page.prompts))
    if page.answer is None and not page.contested:
        yield Point(Rule.UNANSWERED, page.ref, None)


def _is_open(prompt: PromptRow) -> bool:
    return prompt.answer is None and not prompt.contested


def _of_text(
    question: str, prompt: str | None, answer: Answer | None, text: str, *, contested: bool
) -> Iterator[Point]:
    if contested:
        yield Point(Rule.CONTESTED, question, prompt)
    if answer is Answer.NO and not text.strip():
        yield Point(Rule.NO_WITHOUT_EVIDENCE, question, prompt)
    open_ = sum(found.kind is Mark.FOLLOW_UP for found in marked(text))
    if open_:
        yield Point(Rule.FOLLOW_UP, question, prompt, open_)
    unsaid = sum(not said.speaker for said in quotations(text))
    if unsaid:
        yield Point(Rule.NO_SPEAKER, question, prompt, unsaid)


def _against_prompts(page: QuestionPage) -> Iterator[Point]:
    """The judgement is never computed from the prompts; where most of them say the other, it may want its reasons."""
    yes, no = (sum(p.answer is answer for p in page.prompts) for answer in (Answer.YES, Answer.NO))
    if page.answer is Answer.YES and no > yes:
        yield Point(Rule.YES_OVER_NO, page.ref, None, no, yes + no)
    if page.answer is Answer.NO and yes > no:
        yield Point(Rule.NO_OVER_YES, page.ref, None, yes, yes + no)
