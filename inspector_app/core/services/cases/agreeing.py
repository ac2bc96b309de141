"""The agreed version of a case that several marked: another record, made by somebody who is no marker.

What all answered alike is agreed in one act and locked, which can be undone; each difference is settled by itself. Once
nothing is open the agreed version is settled: it becomes the answers of the case, and counts in the ratings; from then on
they change only by settling again. All markings stay as they were, in the history, and so do the figures of how far they
agree. Every act is an ordinary step: agreed versions made apart are joined, and where they differ the field is contested and
counts as open; so does what a marker wrote there. A case is settled only while what counts is what is agreed: else it is
settled again.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from inspector_app.core.domain.cases.second_marking import AGREED, FIRSTS
from inspector_app.core.domain.fields import Value
from inspector_app.core.domain.ids import EntityId
from inspector_app.core.domain.inspection import Answer
from inspector_app.core.domain.steps.changes import Edit
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.cases import conflicts, marking
from inspector_app.core.services.cases.comparing import Comparison, Marked, MarkedTwice
from inspector_app.core.services.cases.conflicts import Conflict
from inspector_app.core.services.people import standing, team
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.reading import read_answers, read_marking
from inspector_app.core.storage.reading.read_answers import TEXT, Answered

_NAMED = 5  # items that a refusal names


@dataclass(frozen=True, slots=True)
class Item:
    """A key question (`prompt` None) or prompt as each marked it, and what was agreed; None while nothing is.

    `contested`: agreed versions made apart differ. `disputed`: a marker wrote what is agreed, which does not count.
    `counts`: what the case is answered there is what is agreed. By default nobody is named.
    """

    question: str
    prompt: str | None
    marks: tuple[Marked, ...]
    agreed: Answer | None
    text: str
    contested: bool
    disputed: bool
    counts: bool

    @property
    def ref(self) -> str:
        """As people type it: 2.1.1 or 2.1.1/a."""
        return f"{self.question}/{self.prompt}" if self.prompt else self.question

    @property
    def equal(self) -> bool:
        """Whether all gave the same answer."""
        return len({marked.answer for marked in self.marks}) == 1

    @property
    def is_open(self) -> bool:
        """Whether it still has to be agreed; of what all answered alike also where something else was agreed."""
        other = self.equal and self.agreed is not self.marks[0].answer
        return self.agreed is None or self.contested or self.disputed or other


@dataclass(frozen=True, slots=True)
class Agreeing:
    """How far the agreed version of a case is. `figures` are of the markings before anything was agreed.

    `at`: when the last of the markings was done, by that laptop's clock: what the figures are a snapshot of.
    `marker`: this person is one of those who marked it, and changes nothing of it; `all_marked`: everybody of the team who
    has a laptop is one, so that nobody there can settle it. `was_settled`: by somebody who is none.
    """

    case: str
    case_ref: str
    was_settled: bool
    marker: bool
    items: tuple[Item, ...]
    figures: Comparison
    at: str
    all_marked: bool = False

    @property
    def settled(self) -> bool:
        """Whether it was settled, and what counts is what is agreed."""
        return self.was_settled and not self.open and all(item.counts for item in self.items)

    @property
    def open(self) -> tuple[Item, ...]:
        """What still has to be agreed."""
        return tuple(item for item in self.items if item.is_open)

    @property
    def by_question(self) -> dict[str, tuple[int, int]]:
        """Key question -> how many of its items all answered alike, of how many that all answered."""
        found: dict[str, tuple[int, int]] = {}
        for item in self.items:
            if all(marked.answer for marked in item.marks):
                alike, of = found.get(item.question, (0, 0))
                found[item.question] = (alike + item.equal, of + 1)
        return found


Given = tuple[Item, Answer | None, str | None]


def agreeing(workspace: Workspace, case_id: str, *, names: bool = False) -> Agreeing:
    """How far the agreed version of a case is; who marked what is said only with `names`, or once it is settled.

    Expected: CASE_UNKNOWN, NO_SECOND_MARKING, NOT_BOTH_DONE.
    """
    found = marking.comparison(workspace, case_id, names=names)
    with workspace.database.read() as connection:
        asked = read_marking.second_marking(connection, case_id)
        if asked is None:  # called off since
            raise Expected(Code.NO_SECOND_MARKING, case=workspace.case_ref(case_id))
        agreed, disputed = read_marking.agreed_answers(connection, asked)
        answers = {a.id: a for kind in FIRSTS for a in read_answers.answered(connection, kind, f"{case_id}/")}
        marked = read_marking.who_marked(connection, asked)
        was_settled = read_marking.is_settled(connection, asked)
    pairs = sorted((*found.disagreements, *found.unanswered, *found.agreements), key=_Places(workspace))
    markers = {*marked, standing.held(workspace, case_id).inspector}
    return Agreeing(
        case=case_id,
        case_ref=workspace.case_ref(case_id),
        was_settled=was_settled,
        marker=workspace.me in markers,
        items=tuple(_item(pair, agreed, disputed, answers) for pair in pairs),
        figures=found,
        at=_done_at(workspace, case_id, asked.markers),
        all_marked=all(card.id in markers for card in team.members(workspace) if card.signing),
    )


def is_settled(workspace: Workspace, case_id: str) -> bool:
    """Whether the agreed version of a case, all of whose markings are done, is what counts. Expected: as `agreeing`."""
    return agreeing(workspace, case_id).settled


def apart(workspace: Workspace, case_id: str, ref: str) -> list[Conflict]:
    """The agreed versions of an item (2.1.1 or 2.1.1/a) that were made apart and differ, by field."""
    return [c for c in conflicts.conflicts(workspace) if c.entity in AGREED and c.id == f"{case_id}/{ref}"]


def agree_equal(workspace: Workspace, case_id: str) -> int:
    """Agree at once on all that was answered alike and is not agreed on yet; gives how many. All notes are kept.

    Expected: as `agreeing`; A_MARKER, VALUE_INVALID (it is settled), DISK_FULL, FOLDER_READ_ONLY, BUSY.
    """
    found = _to_change(workspace, case_id)
    items = [item for item in found.items if item.equal and item.is_open]
    _agree(workspace, case_id, [(item, item.marks[0].answer, _all_notes(item)) for item in items])
    return len(items)


def open_equal(workspace: Workspace, case_id: str, refs: Collection[str] | None = None) -> int:
    """Undo `agree_equal`: all that was answered alike is open again, or these of it; how many. Expected: as `agree_equal`."""
    found = _to_change(workspace, case_id)
    agreed = [item for item in found.items if item.equal and item.agreed is not None]
    items = [item for item in agreed if refs is None or item.ref in refs]
    _agree(workspace, case_id, [(item, None, None) for item in items])
    return len(items)


def keep(workspace: Workspace, case_id: str, ref: str, *, which: int, shown: Item | None = None) -> None:
    """Settle one difference (2.1.1 or 2.1.1/a) as a marking has it, of `which` number, from one; `shown` as in `write`.

    Expected: as `write`.
    """
    item = _difference(_to_change(workspace, case_id), ref)
    if not 1 <= which <= len(item.marks):
        raise _wrong(ref, f"it was marked {len(item.marks)} times")
    kept = item.marks[which - 1]
    if kept.answer is None:
        raise _wrong(ref, "that marking has no answer to it")
    _settle_one(workspace, case_id, (item, kept.answer, kept.text), shown)


def write(
    workspace: Workspace, case_id: str, ref: str, answer: Answer, text: str = "", *, shown: Item | None = None
) -> None:
    """Settle one difference by an answer and a note of its own.

    `shown` is the item as the person saw it: what a colleague agreed meanwhile is not replaced, but stands beside, contested.
    Expected: as `agree_equal`; VALUE_INVALID also for what is not there, was answered by nobody, or is locked, all having
    answered it alike.
    """
    _settle_one(workspace, case_id, (_difference(_to_change(workspace, case_id), ref), answer, text), shown)


def settle(workspace: Workspace, case_id: str) -> None:
    """Make the agreed version the answers of the case, in one step.

    Expected: as `agree_equal`; NOT_AGREED_YET; CASE_ACCEPTED (it has to be reopened first).
    """
    found = _to_change(workspace, case_id)
    if found.open:
        named = ", ".join(item.ref for item in found.open[:_NAMED])
        more = ", …" if len(found.open) > _NAMED else ""
        raise Expected(Code.NOT_AGREED_YET, case=found.case_ref, items=named + more)
    if standing.held(workspace, case_id).accepted:
        raise Expected(Code.CASE_ACCEPTED, case=found.case_ref)
    edits = [edit for item in found.items for edit in _edits(FIRSTS, case_id, (item, item.agreed, item.text))]
    workspace.editor.do(case_id, [*edits, Edit("second", EntityId(case_id), "settled", True, again=True)])


def reopen(workspace: Workspace, case_id: str) -> None:
    """Open the agreed version again, and with it the answers of the case, which stay as they are till somebody changes them.

    Expected: as `agreeing`; A_MARKER, DISK_FULL, FOLDER_READ_ONLY, BUSY.
    """
    _refuse_marker(agreeing(workspace, case_id))
    workspace.editor.do(case_id, [Edit("second", EntityId(case_id), "settled", None)])


def _to_change(workspace: Workspace, case_id: str) -> Agreeing:
    found = agreeing(workspace, case_id)
    _refuse_marker(found)
    if found.settled:
        raise _wrong(found.case_ref, "it is settled")
    return found


def _refuse_marker(found: Agreeing) -> None:
    if found.marker:
        raise Expected(Code.A_MARKER, case=found.case_ref)


def _difference(found: Agreeing, ref: str) -> Item:
    item = next((item for item in found.items if item.ref == ref), None)
    if item is None:
        raise _wrong(ref, "no marking has an answer to it")
    if item.equal:
        raise _wrong(ref, "all answered it alike, and it is locked")
    return item


def _wrong(value: str, why: str) -> Expected:
    return Expected(Code.VALUE_INVALID, field="The agreed version", value=value, why=why)


def _item(
    pair: MarkedTwice, agreed: dict[str, Answered], disputed: frozenset[str], answers: dict[str, Answered]
) -> Item:
    place = "/".join(part for part in (pair.case, pair.question, pair.prompt) if part)
    found, counts = (of.get(place) or read_answers.unanswered(place) for of in (agreed, answers))
    no_word = place in disputed
    return Item(
        question=pair.question,
        prompt=pair.prompt,
        marks=pair.marks,
        agreed=None if no_word else found.answer,
        text="" if no_word else found.text,
        contested=found.contested,
        disputed=no_word,
        counts=(found.answer, found.text, False) == (counts.answer, counts.text, counts.contested),
    )


def _all_notes(item: Item) -> str:
    return "\n\n".join(dict.fromkeys(marked.text for marked in item.marks if marked.text))


def _agree(workspace: Workspace, case_id: str, given: Sequence[Given]) -> None:
    if edits := [edit for one in given for edit in _edits(AGREED, case_id, one)]:
        workspace.editor.do(case_id, edits)


def _settle_one(workspace: Workspace, case_id: str, given: Given, shown: Item | None) -> None:
    """One difference by itself, so that undo of it takes back this alone."""
    over = _shown(shown) if shown else (None, None)
    workspace.editor.do(f"{case_id}/{given[0].ref}", list(_edits(AGREED, case_id, given, over)))


def _shown(item: Item) -> tuple[Value, Value]:
    """The answer and note of its agreed version, as Edit.over has them: None settles what was shown as contested."""
    return (None, None) if item.contested or item.disputed else (item.agreed.value if item.agreed else "", item.text)


def _edits(
    kinds: tuple[str, str], case_id: str, given: Given, over: tuple[Value, Value] = (None, None)
) -> Iterator[Edit]:
    item, answer, text = given
    kind = kinds[1] if item.prompt else kinds[0]
    of = EntityId(f"{case_id}/{item.ref}")
    # Settling says each answer again that the case has already: else one settled otherwise apart would stand uncontested.
    for field, value, shown in (("answer", answer and answer.value, over[0]), (TEXT[kind], text or None, over[1])):
        yield Edit(kind, of, field, value, over=shown, again=item.disputed or kinds is FIRSTS)


class _Places:
    """Where a key question or prompt stands in the framework."""

    def __init__(self, workspace: Workspace) -> None:
        self._order: dict[tuple[str, str | None], int] = {}
        for ref, (_, question) in workspace.framework.questions.items():
            for prompt in (*(prompt.ref for prompt in question.prompts), None):  # judged when its prompts are read
                self._order.setdefault((ref, prompt), len(self._order))

    def __call__(self, pair: MarkedTwice) -> int:
        return self._order.get((pair.question, pair.prompt), len(self._order))


def _done_at(workspace: Workspace, case_id: str, markers: Sequence[str]) -> str:
    done = [("marking", f"{case_id}/{person}", "done") for person in markers]
    said = [("second", case_id, "first_done"), ("second", case_id, "second_done"), *done]
    return max(workspace.editor.held(entity, of, field).at for entity, of, field in said)
