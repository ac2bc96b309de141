"""The markings of cases side by side, each as it was when its marker was done, and how far they agree."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from inspector_app.core.domain.cases.second_marking import FIRSTS, SECONDS, Asked, Marking, marker_of
from inspector_app.core.domain.inspection import Answer
from inspector_app.core.rating.agreement import Agreement, agreement
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.database import Connection
from inspector_app.core.storage.reading import read, read_answers, read_marking
from inspector_app.core.storage.reading.read_answers import Answered


@dataclass(frozen=True, slots=True)
class Marked:
    """What one marker gave. `by` is a name; `at` ISO 8601 UTC, or "" where nothing was given.

    `laptop`: the name of whose laptop recorded it, where that is another's. Both are "" while nobody is to be named.
    `since`: the marker changed it after they were done, which is not compared; `now` is the answer that stands by now.
    """

    answer: Answer | None
    text: str = ""
    by: str = ""
    at: str = ""
    laptop: str = ""
    since: bool = False
    now: Answer | None = None


@dataclass(frozen=True, slots=True)
class MarkedTwice:
    """One key question (`prompt` None: its own judgement) or prompt on one case, as each answered it, the first's first."""

    case: str
    case_ref: str
    question: str
    prompt: str | None
    marks: tuple[Marked, ...]

    @property
    def first(self) -> Marked:
        """The first marking's."""
        return self.marks[0]

    @property
    def second(self) -> Marked:
        """That of the second marker, or of the first of several."""
        return self.marks[1]

    @property
    def given(self) -> tuple[Answer, ...]:
        """The answers there are."""
        return tuple(marked.answer for marked in self.marks if marked.answer)


@dataclass(frozen=True, slots=True)
class Comparison:
    """The markings side by side, of one case or of several.

    `disagreements` are answered in more than one way; `unanswered` lists what some answered, alike, and others did not; what
    nobody did is left out. The figures are of every two answers to an item: of all, of the key questions' judgements, and of
    the prompts. `counts`: (one, the other) -> how often.
    """

    cases: tuple[str, ...]  # references
    disagreements: tuple[MarkedTwice, ...]
    unanswered: tuple[MarkedTwice, ...]
    agreements: tuple[MarkedTwice, ...]
    counts: dict[tuple[Answer, Answer], int]
    figures: Agreement
    judgements: Agreement
    prompts: Agreement
    of_two: bool  # each case was marked by two

    @property
    def different(self) -> int:
        """How many items are to be settled one by one: answered differently, or by some only."""
        return len(self.disagreements) + len(self.unanswered)

    @property
    def items(self) -> int:
        """How many items anybody answered."""
        return self.different + len(self.agreements)


def compared(workspace: Workspace, asked: Iterable[Asked], *, names: bool = False) -> Comparison:
    """These cases' markings side by side; who gave what is said only with `names`, or once a case is settled."""
    markings = {a.case: a for a in asked}
    pairs: list[MarkedTwice] = []
    with workspace.database.read() as connection:
        people = read.names(connection)
        cases = [c for c in read.cases(connection) if c.id in markings]
        for case in cases:
            settled = read_marking.is_settled(connection, markings[case.id])
            given = [
                _Given(connection, markings[case.id], m, settled=settled) for m in (None, *markings[case.id].markings)
            ]
            for question, prompt in _places(workspace, case.sample):
                place = "/".join(part for part in (case.id, question, prompt) if part)
                marks = tuple(_named(one.at(place), people if names or settled else None) for one in given)
                pairs.append(
                    MarkedTwice(case=case.id, case_ref=case.ref, question=question, prompt=prompt, marks=marks)
                )
    return _comparison(tuple(c.ref for c in cases), [pair for pair in pairs if pair.given])


class _Given:
    """What one marking was when it was done, and what its marker changed of it since. `marking` None: the first."""

    def __init__(self, connection: Connection, asked: Asked, marking: Marking | None, *, settled: bool) -> None:
        kinds, kept = (SECONDS, marking.kept) if marking else (FIRSTS, "")
        marks = marking.marks if marking else asked.first_marks
        self._were = (
            read_marking.answers_of(connection, asked, marking)
            if marking
            else read_marking.first_answers(connection, asked)
        )
        now = read_marking.marks_now(connection, asked.case, kinds, kept)
        # Once it is settled, the case holds the agreed version, and no marking.
        self._now: dict[str, Answered] = {}
        if marks is not None and {*now} != {*marks} and not (settled and marking is None):
            of = (a for entity in kinds for a in read_answers.answered(connection, entity, f"{asked.case}/"))
            self._now = {a.place: a for a in of if marker_of(a.id) == kept}

    def at(self, place: str) -> tuple[Answered, Answered]:
        """What it was, and what it is by now."""
        were = self._were.get(place) or read_answers.unanswered(place)
        return were, self._now.get(place, were)


def _named(found: tuple[Answered, Answered], people: dict[str, str] | None) -> Marked:
    were, now = found
    by, laptop = (people.get(were.by, ""), were.laptop) if people is not None else ("", "")
    since = (were.answer, were.text) != (now.answer, now.text)
    return Marked(
        answer=were.answer, text=were.text, by=by, at=were.at, laptop=laptop, since=since, now=now.answer
    )  # fmt: skip


def _comparison(refs: tuple[str, ...], pairs: Sequence[MarkedTwice]) -> Comparison:
    of_two = all(len(pair.marks) == 2 for pair in pairs)
    twos = [(pair, two) for pair in pairs for two in combinations(pair.given, 2)]
    alike = [pair for pair in pairs if len({*pair.given}) == 1]
    return Comparison(
        cases=refs,
        disagreements=tuple(pair for pair in pairs if len({*pair.given}) > 1),
        unanswered=tuple(pair for pair in alike if len(pair.given) < len(pair.marks)),
        agreements=tuple(pair for pair in alike if len(pair.given) == len(pair.marks)),
        counts=dict(Counter(two for _, two in twos)),
        figures=agreement([two for _, two in twos], of_two=of_two),
        judgements=agreement([two for pair, two in twos if pair.prompt is None], of_two=of_two),
        prompts=agreement([two for pair, two in twos if pair.prompt is not None], of_two=of_two),
        of_two=of_two,
    )


def _places(workspace: Workspace, sample: str) -> Iterator[tuple[str, str | None]]:
    for _, question in workspace.framework.sample_questions(sample):
        yield question.ref, None
        yield from ((question.ref, prompt.ref) for prompt in question.prompts)
