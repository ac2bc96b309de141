"""The one door for edits: every edit of the window, the commands and imports comes through here."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from inspector_app.core.domain.changes import Change, Edit, Step, Verb
from inspector_app.core.domain.fields import ENTITIES, Value
from inspector_app.core.domain.ids import ChangeId, DeviceId, EntityId, PersonId, StepId, new_step_id, step_of
from inspector_app.core.domain.rows import HistoryRow
from inspector_app.core.domain.undo import Stacks
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.laptop import now
from inspector_app.core.storage import inverse, journal, read
from inspector_app.core.storage.database import Database

Touched = frozenset[tuple[str, str]]  # (entity code, entity id)


@dataclass(frozen=True, slots=True)
class Done:
    """What an edit did. `change` is the first change made (None: nothing changed); `at` ISO 8601, UTC."""

    change: ChangeId | None
    at: str
    touched: Touched
    changes: int = 1


class Editor:
    """Writes one workspace. When a call returns, its step is on disk."""

    def __init__(self, database: Database, author: PersonId, device: DeviceId) -> None:
        self._database, self._author, self._device = database, author, device
        self.listeners: list[Callable[[Touched], None]] = []

    def set(self, entity: str, entity_id: str, field: str, value: Value, *, amend: ChangeId | None = None) -> Done:
        """Give one field a value. `amend`: the change this box wrote a moment ago, changed in place if it still can be.

        Expected: VALUE_INVALID, DISK_FULL, FOLDER_READ_ONLY, BUSY; then nothing was changed.
        """
        edit = _checked(Edit(entity, EntityId(entity_id), field, value))
        at = now()
        if amend:
            with self._database.write() as connection:
                amended = journal.amend(connection, amend, edit, at)
            if amended:
                return self._announce(Done(amend, at, frozenset({(entity, entity_id)})))
        return self.do(entity_id, [edit])

    def do(
        self,
        item: str,
        edits: Sequence[Edit],
        verb: Verb = Verb.EDIT,
        *,
        target: StepId | None = None,
    ) -> Done:
        """One step of several edits, belonging to the undo history of `item`. Expected: as `set`."""
        return self.record([("", edits)], item, verb, target=target)

    def record(
        self, batches: Sequence[tuple[str, Sequence[Edit]]], item: str, verb: Verb, *, target: StepId | None = None
    ) -> Done:
        """A step for each (author, edits), all in one transaction; author "" is this person. Expected: as `set`."""
        checked = [(author, [_checked(edit) for edit in edits]) for author, edits in batches]
        at = now()
        made: list[Change] = []
        with self._database.write() as connection:
            for author, edits in checked:
                step_id = new_step_id(self._device, journal.next_seq(connection, self._device))
                step = Step(step_id, PersonId(author or self._author), at, verb, EntityId(item), target)
                made += journal.apply(connection, step, edits)
        touched = frozenset((c.entity, str(c.entity_id)) for c in made)
        return self._announce(Done(made[0].id if made else None, at, touched, len(made)))

    def undo(self, entity: str, entity_id: str) -> Done:
        """Take back this device's last step on the item. Expected: NOTHING_TO_UNDO, CHANGED_SINCE."""
        return self._invert(entity, EntityId(entity_id), Verb.UNDO)

    def redo(self, entity: str, entity_id: str) -> Done:
        """Do again what was last undone on the item. Expected: NOTHING_TO_REDO, CHANGED_SINCE."""
        return self._invert(entity, EntityId(entity_id), Verb.REDO)

    def can_undo(self, entity: str, entity_id: str) -> bool:
        """Whether the item has a step of this device to take back."""
        return bool(self._stacks(entity, EntityId(entity_id)).done)

    def can_redo(self, entity: str, entity_id: str) -> bool:
        """Whether the item has an undone step to do again."""
        return bool(self._stacks(entity, EntityId(entity_id)).undone)

    def history(self, entity: str, entity_id: str, field: str | None = None) -> list[HistoryRow]:
        """What was recorded of the item (or of one field of it), newest first."""
        fields = [field] if field else [f.code for f in ENTITIES[entity].fields]
        with self._database.read() as connection:
            found = [c for f in fields for c in journal.field_history(connection, entity, EntityId(entity_id), f)]
            steps = journal.steps(connection, {step_of(c.id) for c in found})
            names = read.names(connection)
        rows = [(c, steps[step_of(c.id)]) for c in found]
        if not field:  # each field is in its own order already; across fields only the time is comparable
            rows.sort(key=lambda row: (row[1].at, row[0].id), reverse=True)
        return [
            HistoryRow(c.id, c.field, c.value, names.get(s.author, ""), s.at, s.id[:16], s.verb.value) for c, s in rows
        ]

    def _invert(self, entity: str, entity_id: EntityId, verb: Verb) -> Done:
        stacks = self._stacks(entity, entity_id)
        stack = stacks.done if verb is Verb.UNDO else stacks.undone
        if not stack:
            raise Expected(Code.NOTHING_TO_UNDO if verb is Verb.UNDO else Code.NOTHING_TO_REDO)
        with self._database.read() as connection:
            found = inverse.of_step(connection, stack[-1], verb)
            for edit, expected in zip(found.edits, found.expects, strict=True):
                held, heads = journal.current(connection, edit.entity, edit.id, edit.field)
                if held != expected or len(heads) > 1:
                    step = journal.steps(connection, [step_of(heads[-1])])[step_of(heads[-1])]
                    raise Expected(Code.CHANGED_SINCE, by=read.names(connection).get(step.author, "?"), at=step.at)
        return self.do(entity_id, found.edits, verb, target=found.target)

    def _stacks(self, entity: str, entity_id: EntityId) -> Stacks:
        with self._database.read() as connection:
            return inverse.of_item(connection, entity, entity_id, self._device)

    def _announce(self, done: Done) -> Done:
        if done.touched:
            for listener in self.listeners:
                listener(done.touched)
        return done


def _checked(edit: Edit) -> Edit:
    """The edit as it can be stored: empty text is no text, and what is no character is replaced."""
    value = edit.value
    if isinstance(value, str):
        value = value.encode("utf-16", "surrogatepass").decode("utf-16", "replace") or None
    if not ENTITIES[edit.entity].field(edit.field).accepts(value):
        raise Expected(
            Code.VALUE_INVALID, field=f"{edit.entity} {edit.field}", value=value, why="it is not one of its values"
        )
    return Edit(edit.entity, edit.id, edit.field, value)
