"""The one door for edits: every edit of the window, the commands and imports comes through here."""

import heapq
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace

from inspector_app.core.domain.fields import ENTITIES, Value
from inspector_app.core.domain.ids import (
    ChangeId,
    DeviceId,
    EntityId,
    PersonId,
    StepId,
    new_step_id,
    step_of,
)
from inspector_app.core.domain.rows import Held, HistoryRow
from inspector_app.core.domain.steps.changes import Change, Edit, Step, Verb
from inspector_app.core.domain.text.storable import storable
from inspector_app.core.errors import Bug, Code, Expected
from inspector_app.core.services import too_long
from inspector_app.core.services.profile.laptop import now
from inspector_app.core.storage.database import Connection, Database
from inspector_app.core.storage.log import journal, union
from inspector_app.core.storage.log.held import written
from inspector_app.core.storage.reading import inverse, origin
from inspector_app.core.storage.reading.inverse import Inverse
from inspector_app.core.storage.reading.origin import Origin

Touched = frozenset[tuple[str, str]]  # (entity code, entity id)
Also = Callable[[Connection], object]  # what is asked or written in one transaction with a step


@dataclass(frozen=True, slots=True)
class Done:
    """What an edit did. `change` is the first change made (None: nothing changed); `at` ISO 8601, UTC.

    `value`: of `Editor.set`, the value as it is stored. `contested`: what was typed or chosen stands beside another's.
    """

    change: ChangeId | None
    at: str
    touched: Touched
    changes: int = 1
    value: Value = None
    contested: bool = False


class Editor:
    """Writes one workspace. When a call returns, its step is on disk; one that was `not_waiting`: when `put_on_disk` does."""

    def __init__(self, database: Database, author: PersonId, device: DeviceId, given: int = 0) -> None:
        """`given`: the number of the last step of this device that somebody else may have; it is never used again."""
        self._database, self._author, self._device, self._given = database, author, device, given
        self.listeners: list[Callable[[Touched], None]] = []
        self._typed: set[ChangeId] = set()  # changes that typing may go on in
        self._mine: set[ChangeId] = set()  # changes made here since the file was opened, which the person has seen

    def go_on_in(self, database: Database, given: int = 0) -> None:
        """Write this workspace from now on. `given`: as at the beginning, where it may hold less than the one before."""
        self._database, self._given = database, max(given, self._given)

    def not_waiting(self) -> AbstractContextManager[None]:
        """Within it this thread's edits do not wait for the disk (storage/waiting.py)."""
        return self._database.waiting.not_waiting()

    @property
    def busy(self) -> bool:
        """Whether another thread writes at the moment, as an import does: an edit would wait for it."""
        return self._database.busy

    @property
    def owes(self) -> bool:
        """Whether something that did not wait is not known to be on disk."""
        return self._database.waiting.owes

    def put_on_disk(self) -> None:
        """Put on disk what was written without waiting. Expected: DISK_FULL, FILE_MOVED and the like."""
        self._database.waiting.put_on_disk()

    def set(
        self,
        entity: str,
        entity_id: str,
        field: str,
        value: Value,
        *,
        amend: ChangeId | None = None,
        over: Value = None,
        first: Also | None = None,
    ) -> Done:
        """Give one field a value. `amend`: the change this box wrote a moment ago, changed in place if it still can be.

        Only this editor's own changes can be: of two copies of a file, both opened since, neither amends the other's.
        `over`: the value the box was shown ("" for none); what a colleague's package, or another program of this laptop,
        brought in its place since stands beside this one. `first`: as `record`.

        Expected: VALUE_INVALID, DISK_FULL, FOLDER_READ_ONLY, BUSY, and as `first`; then nothing was changed.
        """
        edit = _checked(Edit(entity, EntityId(entity_id), field, value, over=over))
        if amend in self._typed:
            at = now()
            with self._database.write() as connection:
                if first is not None:
                    first(connection)
                _refuse_too_long(connection, [edit])
                amended = journal.amend(connection, amend, edit, at)
            if amended:
                return self._announce(Done(amend, at, frozenset({(entity, entity_id)}), value=edit.value))
        done = self.do(entity_id, [edit], first=first)
        if done.change:
            self._typed.add(done.change)
        return replace(done, value=edit.value)

    def do(
        self, item: str, edits: Sequence[Edit], verb: Verb = Verb.EDIT, also: Also | None = None, *,
        first: Also | None = None,
    ) -> Done:  # fmt: skip
        """One step of several edits, belonging to the undo history of `item`. Expected, `first` and `also`: as `record`."""
        return self.record([("", edits)], item, verb, also, first=first)

    def record(
        self, batches: Sequence[tuple[str, Sequence[Edit]]], item: str, verb: Verb, also: Also | None = None, *,
        first: Also | None = None,
    ) -> Done:  # fmt: skip
        """A step for each (author, edits), all in one transaction; author "" is this person.

        `first` is asked in that transaction before them, and `also` done after them: when one refuses, none of it was done.
        Expected: as `set` and these.
        """
        checked = [(author, _last_of_each(_checked(edit) for edit in edits)) for author, edits in batches]
        at = now()
        made: list[Change] = []
        with self._database.write() as connection:
            if first is not None:
                first(connection)
            for author, edits in checked:
                _refuse_too_long(connection, edits, verb)
                made += self._apply(connection, self._step(connection, at, verb, item, author), edits)
            typed = [edit for _, edits in checked for edit in edits if edit.over is not None]
            contested = any(journal.contested(connection, edit.entity, edit.id, edit.field) for edit in typed)
            if also is not None:
                also(connection)
        return self._announce(_done(made, at, contested))

    def do_each(self, items: Mapping[str, Sequence[Edit]], *, typed: bool = False) -> Done:
        """A step for each of several items, which its own undo takes back; all in one transaction. Expected: as `set`.

        What is not `typed` comes back from a backup or a damaged file, and has no bound: it may be older.
        """
        checked = {item: _last_of_each(_checked(edit) for edit in edits) for item, edits in items.items()}
        at = now()
        made: list[Change] = []
        with self._database.write() as connection:
            for item, edits in checked.items():
                _refuse_too_long(connection, edits if typed else ())
                made += self._apply(connection, self._step(connection, at, Verb.EDIT, item), edits)
        return self._announce(_done(made, at))

    def held(self, entity: str, entity_id: str, field: str) -> Held:
        """What a field holds now. Unlike the rated inspection this has a panel's reason before there is a decision."""
        with self._database.read() as connection:
            value, last = journal.current(connection, entity, EntityId(entity_id), field)
            steps = journal.steps(connection, [step_of(head) for head in last[:1]])
            contested = journal.contested(connection, entity, EntityId(entity_id), field)
        return Held(value, next((step.at for step in steps.values()), ""), contested)

    def stands(self, change: ChangeId) -> bool:
        """Whether a change is still what its field holds, alone or beside another's (contested)."""
        with self._database.read() as connection:
            return journal.stands(connection, change)

    def undo(self, entity: str, entity_id: str) -> Done:
        """Take back this device's last step on the item. Expected: NOTHING_TO_UNDO, CHANGED_SINCE."""
        return self._invert(entity, EntityId(entity_id), Verb.UNDO)

    def redo(self, entity: str, entity_id: str) -> Done:
        """Do again what was last undone on the item. Expected: NOTHING_TO_REDO, CHANGED_SINCE."""
        return self._invert(entity, EntityId(entity_id), Verb.REDO)

    def inverted(self, entity: str, entity_id: str, verb: Verb) -> tuple[Edit, ...]:
        """What `undo` or `redo` (UNDO, REDO) would write. Expected: as these."""
        with self._database.read() as connection:
            return self._inverse(connection, entity, EntityId(entity_id), verb).edits

    def can_undo(self, entity: str, entity_id: str) -> bool:
        """Whether the item has a step of this device to take back."""
        return self._next(entity, EntityId(entity_id), Verb.UNDO) is not None

    def can_redo(self, entity: str, entity_id: str) -> bool:
        """Whether the item has an undone step to do again."""
        return self._next(entity, EntityId(entity_id), Verb.REDO) is not None

    def stands_at(self, entity: str, entity_id: str) -> tuple[StepId | None, StepId | None]:
        """Which steps undo and redo of the item would be of: others as soon as this device does anything to it."""
        item = EntityId(entity_id)
        return self._next(entity, item, Verb.UNDO), self._next(entity, item, Verb.REDO)

    def last_steps(self, entity: str, entity_ids: Iterable[str]) -> dict[str, StepId | None]:
        """Which step undo of each item would be of, read at once: another as soon as this device does anything to it."""
        with self._database.read() as connection:
            return {i: inverse.next_of(connection, entity, EntityId(i), self._device, Verb.UNDO) for i in entity_ids}

    def history(
        self, entity: str, entity_id: str, field: str | None = None, most: int | None = None
    ) -> list[HistoryRow]:
        """What was recorded of the item (or of one field of it), newest first.

        `most`: so many of each field at least are read, and no more where it is one line: that many rows are the newest of
        the item, and what stood before each of them but the last is among the rest.
        """
        with self._database.read() as connection:
            fields = [field] if field else written(connection, entity, entity_id)
            if not fields:
                return []
            found = [journal.last_of(connection, entity, EntityId(entity_id), f, most) for f in fields]
            steps = journal.steps(connection, {step_of(c.id) for of_field in found for c in of_field})
            origins = origin.of_steps(connection, steps.values())
        rows = [[(c, steps[step_of(c.id)]) for c in of_field] for of_field in found]
        # Each field is in its own order already, whatever the clocks said; between fields only the time is comparable.
        merged = heapq.merge(*rows, key=lambda row: (row[1].at, row[0].id), reverse=True)
        return [_row(change, step, origins[step.id]) for change, step in merged]

    def _invert(self, entity: str, entity_id: EntityId, verb: Verb) -> Done:
        at = now()
        with self._database.write() as connection:
            found = self._inverse(connection, entity, entity_id, verb)
            step = self._step(connection, at, verb, entity_id, target=found.target)
            made = self._apply(connection, step, found.edits)
        return self._announce(_done(made, at))

    def _inverse(self, connection: Connection, entity: str, entity_id: EntityId, verb: Verb) -> Inverse:
        step = inverse.next_of(connection, entity, entity_id, self._device, verb)
        if step is None:
            raise Expected(Code.NOTHING_TO_UNDO if verb is Verb.UNDO else Code.NOTHING_TO_REDO)
        return inverse.of_step(connection, step, verb)

    def _next(self, entity: str, entity_id: EntityId, verb: Verb) -> StepId | None:
        with self._database.read() as connection:
            return inverse.next_of(connection, entity, entity_id, self._device, verb)

    def _step(
        self, connection: Connection, at: str, verb: Verb, item: str, author: str = "", target: StepId | None = None
    ) -> Step:
        return Step(
            id=new_step_id(self._device, max(journal.next_seq(connection, self._device), self._given + 1)),
            author=PersonId(author or self._author),
            at=at,
            verb=verb,
            item=EntityId(item),
            target=target,
        )

    def _apply(self, connection: Connection, step: Step, edits: Iterable[Edit]) -> list[Change]:
        made = journal.apply(connection, step, edits, self._mine)
        union.found_anew(connection, made)
        if step.verb is not Verb.IMPORT:  # nobody has looked at each of those
            self._mine.update(change.id for change in made)
        return made

    def tell(self, touched: Touched) -> None:
        """Tell the listeners that entities were touched by another door: a package that came in."""
        if touched:
            for listener in tuple(self.listeners):  # one of them may go meanwhile, on another thread
                listener(touched)

    def _announce(self, done: Done) -> Done:
        self.tell(done.touched)
        return done


def _row(change: Change, step: Step, origin: Origin) -> HistoryRow:
    return HistoryRow(
        change=change.id,
        entity=change.entity,
        field=change.field,
        value=change.value,
        by=origin.by,
        at=step.at,
        device=step.id[:16],
        verb=step.verb.value,
        laptop=origin.laptop,
        package=origin.package,
    )


def _done(made: Sequence[Change], at: str, contested: bool = False) -> Done:
    touched = frozenset((c.entity, str(c.entity_id)) for c in made)
    return Done(made[0].id if made else None, at, touched, len(made), contested=contested)


def _last_of_each(edits: Iterable[Edit]) -> list[Edit]:
    """The edits with one for each field: a step goes from one value to another, whatever came between."""
    return list({(e.entity, e.id, e.field): e for e in edits}.values())


def _refuse_too_long(connection: Connection, edits: Iterable[Edit], verb: Verb = Verb.EDIT) -> None:
    """Nothing where each text has the length of its field, or stood there before: then it is kept, chosen or put back.

    What a file brings (`IMPORT`) may be as long as what an earlier version of the program took.
    """
    brought = verb is Verb.IMPORT
    for edit in edits:
        field, value = ENTITIES[edit.entity].field(edit.field), str(edit.value)
        if field.too_long(edit.value, brought=brought) and all(
            change.value != value for change in journal.field_history(connection, edit.entity, edit.id, edit.field)
        ):
            too_long.refuse(field, value, brought=brought)


def _checked(edit: Edit) -> Edit:
    """The edit as it can be stored: empty text is no text, and what is no character is replaced."""
    if not ENTITIES[edit.entity].takes_id(edit.id):
        raise Bug(f"{edit.entity} {edit.id} has an id it cannot have")
    value = (storable(edit.value) or None) if isinstance(edit.value, str) else edit.value
    if not ENTITIES[edit.entity].field(edit.field).accepts(value):
        raise Expected(
            Code.VALUE_INVALID, field=f"{edit.entity} {edit.field}", value=value, why="it is not one of its values"
        )
    over = storable(edit.over) if isinstance(edit.over, str) else edit.over
    if (value, over) == (edit.value, edit.over):
        return edit
    return replace(edit, value=value, over=over)
