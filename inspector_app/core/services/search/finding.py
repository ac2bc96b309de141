"""Finding things again: by the words in them, by how they stand, or both; grouped as the framework asks."""

import json
import time
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import asdict
from itertools import chain
from typing import Any

from inspector_app.core.domain.cases.second_marking import FIRSTS, SECONDS
from inspector_app.core.domain.finding.search import (
    UNANSWERED,
    WANTED,
    Found,
    FoundRow,
    Group,
    Kept,
    Query,
    Wanted,
    Words,
    words,
)
from inspector_app.core.domain.finding.snippet import pattern, snippet
from inspector_app.core.domain.ids import StepId, step_of
from inspector_app.core.domain.inspection import Answer
from inspector_app.core.domain.steps.changes import heads_in
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.search.found_places import FoundPlace
from inspector_app.core.services.search.ordered import Ordered, Placed, Placings
from inspector_app.core.services.ticket import Ticket
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage import kept
from inspector_app.core.storage.database import Connection
from inspector_app.core.storage.log import journal
from inspector_app.core.storage.reading import origin
from inspector_app.core.storage.reading.finding import read_found, search
from inspector_app.core.storage.reading.finding.read_found import Ground
from inspector_app.core.storage.reading.finding.search import TEXTS, Item

SHOWN = 8  # things of a group, until it is opened
_PAUSE = 0.002  # seconds between two batches, in which an edit can be written
_JUDGED = (*FIRSTS, *SECONDS)


class Finder:
    """Finds in one inspection, one query after another: what is there is put in order once, until something is written."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self._ordered: tuple[object, Ordered] | None = None  # and when that was; a thread may put another in its place
        self._indexed: object = None  # what was written when the index was last up to date

    def find(
        self, query: Query, opened: Collection[str] = (), ticket: Ticket | None = None, *, most: int | None = None
    ) -> Found:
        """What the query finds, having brought the index up to date; of each group the first, of those in `opened` all.

        `most`: so many things at most are read, in their order; how much there is of each group is said all the same.
        What blind marking hides from this person is neither found nor counted, nor is what was deleted.
        Expected: DISK_FULL, FOLDER_READ_ONLY, BUSY. Raises Cancelled when the ticket is.
        """
        if query.empty:
            return Found(query)
        ticket = ticket or Ticket()
        asked, written = words(query.text), self._indexed_until(ticket)
        with self.workspace.database.read() as connection:
            ordered = self._in_order(connection, written)
            ticket.check()
            ranks = sorted(_ranks(connection, ordered, asked, query.wanted))
            groups = list(ordered.groups(ranks, SHOWN, opened))
            ticket.check()
            shown = [one for _, _, things in groups for one in things]
            rows = _rows(connection, ordered.ground, shown[:most], asked)
        return Found(query, self._grouped(groups, rows), whole=len(rows) == len(shown), through=len(ordered))

    def whole(self, row: FoundRow, query: Query) -> tuple[str, tuple[tuple[int, int], ...]]:
        """All that is written in what was found, and the places (start, end) in it that match; nothing of what is hidden."""
        written, thing = self.workspace.database.written(), (row.entity, row.id)
        with self.workspace.database.read() as connection:
            shows = self._in_order(connection, written).ground.shows(*thing)
            item = search.items(connection, [thing]).get(thing) if shows else None
        text = "\n".join(item.texts) if item else ""
        terms = pattern(words(query.text).must, text)
        return text, tuple(match.span() for match in terms.finditer(text)) if terms else ()

    def prepare(self) -> None:
        """Put what is there in order, so that the first query need not. Expected: as `find`."""
        written = self.workspace.database.written()
        with self.workspace.database.read() as connection:
            self._in_order(connection, written)

    def _grouped(self, groups: Sequence[Placings], rows: Mapping[tuple[str, str], FoundRow]) -> tuple[Group, ...]:
        titles = {ref: question.text for ref, (_, question) in self.workspace.framework.questions.items()}
        return tuple(
            Group(code, titles.get(code, ""), count, tuple(rows[e, i] for e, i, _ in shown if (e, i) in rows))
            for code, count, shown in groups
        )

    def _indexed_until(self, ticket: Ticket) -> object:
        """Bring the index up to date, where something was written since the last search; what `Database.written` is then."""
        written = self.workspace.database.written()
        if written != self._indexed:
            catch_up(self.workspace, ticket)
            before, written = written, self.workspace.database.written()
            self._indexed = written if written == before else None  # an edit may have come after the last look
        return written

    def _in_order(self, connection: Connection, written: object) -> Ordered:
        known = self._ordered
        if known is None or written != known[0]:
            known = self._ordered = (written, Ordered(connection, self.workspace.framework, self.workspace.me))
        return known[1]


def catch_up(workspace: Workspace, ticket: Ticket) -> None:
    """Bring the index up to date, a little at a time, so that an edit need not wait. Raises as `Finder.find`."""
    what = "Reading what was written"
    search.catch_up(workspace.database, lambda done, of: ticket.report(done, of, what), lambda: time.sleep(_PAUSE))


def kept_searches(workspace: Workspace) -> list[Kept]:
    """The searches kept on this laptop, by name."""
    with workspace.database.read() as connection:
        found = kept.all_kept(connection, kept.SEARCH)
    return [Kept(name, _loaded(found[name])) for name in sorted(found, key=str.casefold)]


def keep(workspace: Workspace, name: str, query: Query) -> str:
    """Keep a search under a name, in place of an earlier one of that name; gives the name as kept.

    Expected: VALUE_INVALID (no name), DISK_FULL, FOLDER_READ_ONLY, BUSY.
    """
    name = _named(name)
    with workspace.database.write() as connection:
        kept.keep(connection, kept.SEARCH, name, json.dumps(asdict(query), ensure_ascii=False))
    return name


def rename(workspace: Workspace, before: str, after: str) -> str:
    """Give a kept search another name; gives it as kept. Expected: VALUE_INVALID (no name, or a taken one); as `keep`."""
    after = _named(after)
    with workspace.database.write() as connection:
        found = kept.all_kept(connection, kept.SEARCH)
        if after != before and after in found:
            raise Expected(Code.VALUE_INVALID, field="The name", value=after, why="another search has it")
        kept.forget(connection, kept.SEARCH, before)
        kept.keep(connection, kept.SEARCH, after, found[before])
    return after


def forget(workspace: Workspace, name: str) -> None:
    """Keep a search no longer. Expected: DISK_FULL, FOLDER_READ_ONLY, BUSY."""
    with workspace.database.write() as connection:
        kept.forget(connection, kept.SEARCH, name)


def _named(name: str) -> str:
    name = " ".join(name.split())
    if not name:
        raise Expected(Code.VALUE_INVALID, field="The name", value=name, why="it is empty")
    return name


def _loaded(value: str) -> Query:
    """What was kept, as far as it is a search: one that is spoilt is listed, to be done away with."""
    found = kept.parts(value)
    text, wanted = found.get("text"), found.get("wanted")
    filters = wanted if isinstance(wanted, dict) else {}
    sound: dict[str, Any] = {name: one for name in WANTED if _is_filter(name, one := filters.get(name))}
    return Query(text if isinstance(text, str) else "", Wanted(**sound))


def _is_filter(name: str, said: object) -> bool:
    return isinstance(said, bool if name == "note" else str)


def _ranks(connection: Connection, ordered: Ordered, asked: Words, wanted: Wanted) -> Iterable[int]:
    """The ranks, in no order, of what has the words and the mark, and passes every filter."""
    found, passes = _candidates(connection, ordered, asked, wanted), _condition(wanted, ordered)
    return found if passes is None else (rank for rank in found if passes(ordered.thing(rank)[2]))


def _candidates(connection: Connection, ordered: Ordered, asked: Words, wanted: Wanted) -> Iterable[int]:
    """The ranks of what has the words and the mark, and the answer where one is asked for."""
    by_text = bool(asked.must or asked.never or wanted.mark)
    if wanted.of_answer and not by_text:
        return _answered(connection, ordered, wanted)
    matching = ordered.ranks_by(search.numbers(connection, asked, wanted.mark))
    if wanted.of_answer:
        keys, fit = ordered.keys, read_found.standing(connection, wanted.answer, wanted.note)
        return (rank for rank in matching if keys[rank] in fit)
    if by_text:
        return matching
    return chain(ordered.asked, (rank for rank in matching if ordered.thing(rank)[0] not in _JUDGED))


def _answered(connection: Connection, ordered: Ordered, wanted: Wanted) -> Iterable[int]:
    """The ranks of what has this answer, or a note or none."""
    keys, fit = ordered.keys, read_found.standing(connection, wanted.answer, wanted.note)
    if wanted.answer not in ("", UNANSWERED) or wanted.note:
        return (rank for rank in ordered.asked if keys[rank] in fit)
    # What nobody has touched has neither answer nor note, nor a row.
    touched = read_found.standing(connection, "", None)
    return (rank for rank in ordered.asked if (key := keys[rank]) in fit or key not in touched)


def _condition(wanted: Wanted, ordered: Ordered) -> Callable[[FoundPlace], bool] | None:
    """What the place of a thing has to pass; None where nothing is asked of it."""
    covered = ordered.places.covered(wanted.about) if wanted.about else None
    if not (wanted.inspector or wanted.sample or wanted.stage):  # what has an answer is on a case
        return covered
    fit = {case for case in ordered.ground.cases if _of_case(wanted, case, ordered.ground)}
    return lambda place: place.case in fit and (covered is None or covered(place))


def _of_case(wanted: Wanted, case_id: str, ground: Ground) -> bool:
    case = ground.cases[case_id]
    return all(not asked or asked == is_ for asked, is_ in (
        (wanted.inspector, case.inspector), (wanted.sample, case.sample), (wanted.stage, ground.stages[case.id]),
    ))  # fmt: skip


def _rows(
    connection: Connection, ground: Ground, placed: Sequence[Placed], asked: Words
) -> dict[tuple[str, str], FoundRow]:
    items = search.items(connection, [(entity, entity_id) for entity, entity_id, _ in placed])
    steps = journal.steps(connection, {last for item in items.values() if (last := _last(item))})
    origins = origin.of_steps(connection, steps.values())
    found = {}
    for entity, entity_id, place in placed:
        item = items.get((entity, entity_id)) or Item(entity=entity, id=entity_id, values={}, heads={}, texts=())
        step = steps.get(_last(item) or StepId(""))
        text, matches = snippet(_shown(item), asked.must)
        ref = ground.cases[place.case].ref if place.case else ""
        answer = item.values.get("answer")
        found[entity, entity_id] = FoundRow(
            entity=entity,
            id=entity_id,
            case=place.case,
            ref=ref,
            question=place.question,
            prompt=place.prompt,
            kind=str(item.values.get("kind") or ""),
            title=place.of,
            answer=Answer(answer) if isinstance(answer, str) and " " not in item.heads["answer"] else None,
            contested=item.contested,
            snippet=text,
            matches=matches,
            by=origins[step.id].by if step else "",
            at=step.at if step else "",
            laptop=origins[step.id].laptop if step else "",
        )
    return found


def _shown(item: Item) -> str:
    """The texts with what is long last, so that a source's title comes before its note."""
    return " · ".join(text.strip() for text in item.texts)


def _last(item: Item) -> StepId | None:
    """The step by which a text of the item was last written, or else its answer given."""
    for code in (*TEXTS[item.entity], "answer"):
        heads = heads_in(item.heads.get(code, ""))
        if heads:
            return step_of(heads[0])
    return None
