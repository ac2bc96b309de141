"""Whose word each change is, as domain/whose.py has it, found in the log: what counts, and what takes what away.

Nothing but the log is asked, and who leads, which the keyring says and the file has a copy of: so all laptops that have the
same steps come to the same. In a file that has no such copy everything counts.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import cached_property

from sqlalchemy import Connection, and_, bindparam, func, or_, select, tuple_

from inspector_app.core.domain import roles
from inspector_app.core.domain.cases.second_marking import marker_of
from inspector_app.core.domain.fields import Value
from inspector_app.core.domain.ids import ChangeId, StepId, case_of, device_of
from inspector_app.core.domain.steps.changes import Change, above, heads_in
from inspector_app.core.domain.whose import GRANTING, JUDGED, RULES, Else, Rule, Who
from inspector_app.core.storage.columns import EMPTY
from inspector_app.core.storage.ids import among
from inspector_app.core.storage.into import AllOf, OutOf
from inspector_app.core.storage.log import begun, journal, ruled
from inspector_app.core.storage.log.held import Key
from inspector_app.core.storage.tables import CHANGES, OF_ENTITY, STEPS, STRETCHES, head_of

_MAKERS = AllOf(
    select(STEPS.c.id, STRETCHES.c.person)
    .join_from(STEPS, STRETCHES, STEPS.c.stretch == STRETCHES.c.id)
    .where(among(STEPS.c.id))
)
_PERSON, _MARKING = OF_ENTITY["person"], OF_ENTITY["marking"]
_WITH_LAPTOP = select(_PERSON.c.id).where(func.coalesce(_PERSON.c.card, _PERSON.c.signing).is_not(None))
_IS_MARKED = OutOf(select(_MARKING.c.id).where(_MARKING.c.id == bindparam("id")))
_MADE_APART = or_(
    func.substr(CHANGES.c.parents, 1, 16) != func.substr(CHANGES.c.id, 1, 16), func.instr(CHANGES.c.parents, " ") > 0
)
_NEVER_NOTHING = frozenset(key for key, rule in RULES.items() if rule.otherwise is Else.NOTHING)
_EMPTY = ("null", "false", '""')  # as the log has them
# Every field that may not be what its last changes say: made on another laptop's change, or what may count for nothing.
DOUBTFUL = or_(
    and_(tuple_(CHANGES.c.entity, CHANGES.c.field).in_(sorted(JUDGED)), CHANGES.c.parents != EMPTY, _MADE_APART),
    and_(tuple_(CHANGES.c.entity, CHANGES.c.field).in_(sorted(_NEVER_NOTHING)), CHANGES.c.value.not_in(_EMPTY)),
)
_DOUBTFUL = select(CHANGES.c.entity, CHANGES.c.entity_id, CHANGES.c.field).where(DOUBTFUL).distinct()
_DOUBTFUL_OF = _DOUBTFUL.where(
    among(func.substr(CHANGES.c.entity_id, 1, func.instr(CHANGES.c.entity_id + "/", "/") - 1))
)
_ALL_DOUBTFUL = AllOf(_DOUBTFUL)
_DOUBTFUL_IN = _DOUBTFUL.where(among(CHANGES.c.entity_id))


def doubtful(connection: Connection, cases: Collection[str] | None = None) -> set[Key]:
    """The fields, of these cases or of all, that have to be found anew when who may write there is another."""
    if cases is None:
        return {*_ALL_DOUBTFUL.rows(connection)}
    found = connection.execute(_DOUBTFUL_OF, {"ids": sorted(cases)})
    return {(entity, entity_id, field) for entity, entity_id, field in found}


def doubtful_of(connection: Connection, items: Collection[str]) -> set[Key]:
    """The same of some items (ids), when somebody else says to have begun them."""
    return {(entity, entity_id, field) for entity, entity_id, field in connection.execute(_DOUBTFUL_IN, {"ids": items})}


def granting(changes: Iterable[Change]) -> tuple[set[str], bool]:
    """The cases of which these changes may say who may write there; and whether they say it of all of them (a role)."""
    cases, of_all = set[str](), False
    for change in changes:
        if (change.entity, change.field) in GRANTING:
            cases.add(case_of(change.entity_id))
        of_all |= (change.entity, change.field) in (("person", "role"), ("person", "card"))
    return cases, of_all


def odd(connection: Connection, changes: Iterable[Change]) -> set[Key]:
    """Of the fields of these new changes those where one of them may not count, or not take away what it was made on."""
    ours = [change for change in changes if _is_doubtful(change)]
    leads = ruled.leads(connection) if ours else frozenset[str]()
    if not leads:
        return set()
    above = {c.id: c for c in journal.changes(connection, sorted({p for c in ours for p in c.parents}))}
    found = Judge(connection, [*ours, *above.values()], leads)
    return {change.key for change in ours if _is_odd(found, change, above)}


def judged(connection: Connection, changes: Iterable[Change]) -> set[Key]:
    """Of the fields of these changes those of which it counts whose word they are."""
    found = {change.key for change in changes if (change.entity, change.field) in JUDGED}
    return found if found and ruled.leads(connection) else set()


def _is_doubtful(change: Change) -> bool:
    """As DOUBTFUL."""
    kind = change.entity, change.field
    if kind in _NEVER_NOTHING and change.value:
        return True
    return kind in JUDGED and any(device_of(parent) != device_of(change.id) for parent in change.parents)


def _is_odd(found: "Judge", change: Change, above: Mapping[ChangeId, Change]) -> bool:
    if not found.counts(change):
        return True
    return any(not found.takes(change, above[parent]) for parent in change.parents if parent in above)


def judge(connection: Connection, changes: Collection[Change]) -> "Judge | None":
    """Whose word these changes are; None where everything counts."""
    leads = ruled.leads(connection)
    ours = [change for change in changes if (change.entity, change.field) in JUDGED] if leads else ()
    return Judge(connection, ours, leads) if ours else None


def settles(connection: Connection, sides: Collection[Change], person: str, value: Value) -> bool:
    """Whether the value that this person chooses between the sides of a contested field would stand alone on every laptop.

    Who may not take the other side away may still give way to it.
    """
    word = judge(connection, sides)
    return word is None or all(side.value == value or word.may_take(person, side) for side in sides)


class Judge:
    """Whose word the given changes are (`steps.taking.Word`)."""

    def __init__(self, connection: Connection, changes: Collection[Change], leads: frozenset[str]) -> None:
        self._connection, self._leads = connection, leads
        self._makers = _makers(connection, {change.step for change in changes})
        self._cases = sorted({case_of(change.entity_id) for change in changes})
        self._settling: dict[StepId, bool] = {}
        self._wrote: dict[tuple[str, str], frozenset[str]] = {}

    def counts(self, change: Change) -> bool:
        """Whether a change counts at all."""
        rule = RULES[change.entity, change.field]
        return rule.otherwise is not Else.NOTHING or self._is_by(rule.who, change)

    def takes(self, change: Change, other: Change) -> bool:
        """Whether a change takes away another that it was made on top of."""
        rule, by = RULES[change.entity, change.field], self._maker(change)
        if rule.otherwise is not Else.BESIDE or by is None or by == self._maker(other):
            return True
        return not self._is_kept(rule, other) or self._is_by(self._over(rule, other, by), change)

    def may_take(self, by: str, other: Change) -> bool:
        """Whether what that person would write over it takes a value away."""
        rule = RULES[other.entity, other.field]
        if rule.otherwise is not Else.BESIDE or by == self._maker(other) or not self._is_kept(rule, other):
            return True
        return any(self._is(one, by, other) for one in self._over(rule, other, by) - {Who.SETTLER, Who.GIVER})

    def _over(self, rule: Rule, other: Change, by: str) -> frozenset[Who]:
        """Whose word takes that of another away: not everybody's where that is of somebody whose case was taken back."""
        gift = self._claimed[1].get(case_of(other.entity_id), ())
        return rule.who - {Who.HOLDER} if self._maker(other) in gift and by not in gift else rule.who

    def _is_kept(self, rule: Rule, other: Change) -> bool:
        if not other.value:
            return False
        if rule.name:
            return other.value in self._with_laptop
        by = self._maker(other)
        if by is None or Who.WRITER not in rule.who:
            return by is not None and self._is_by(rule.who, other)
        return by in self._began(other) or self._is_by(
            rule.who, other
        )  # nobody is kept from their own by a claim to it

    def _is_by(self, who: Collection[Who], change: Change) -> bool:
        by = self._maker(change)
        if by is None:
            return True  # this laptop's own services let it be written, or it is of a time before steps were signed
        return any(self._is(one, by, change) for one in Who if one in who)  # what has to be looked up last

    def _is(self, who: Who, by: str, change: Change) -> bool:
        case, of_case = case_of(change.entity_id), self._claimed[0]
        if who is Who.HOLDER:
            return not of_case.get(case) or by in of_case[case]
        if who is Who.LEAD:
            return by in self._roles[0]
        if who is Who.REVIEWER:
            return by in self._roles[1]
        if who is Who.THEMSELF:
            return change.value == by
        if who is Who.MARKER:
            return by == marker_of(change.entity_id) or not marker_of(change.entity_id)
        if who is Who.GIVER:
            return self._gives_to_marker(change)
        return by in self._writers(change) if who is Who.WRITER else self._settles(by, change)

    def _maker(self, change: Change) -> str | None:
        return self._makers.get(change.step)

    @cached_property
    def _claimed(self) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
        """By case, who of those with a laptop has it, had it, helps or helped; nobody where it was given back to nobody.

        Then, as of one that nobody ever had, everybody's word is as good; likewise in the name of somebody without a laptop.
        The second: to whom one gave it who alone had, and took it back; what they wrote in between stays theirs.
        """
        claims, help_ = self._above("case", "inspector"), self._above("case", "helper")
        makers = _makers(self._connection, {change.step for change in (*claims, *help_)})
        found = {case: set[str]() for case in self._cases}
        gave = defaultdict[str, set[str | None]](set)
        for change in claims:
            if change.value in self._with_laptop:
                found[change.entity_id].add(str(change.value))
                gave[change.entity_id].add(makers.get(change.step))
        holders = {case: people | self._roles[0] for case, people in found.items() if people}

        def may_say(change: Change) -> bool:
            by = makers.get(change.step)
            return by is None or by in holders.get(change.entity_id, {by})

        def frees(claim: Change) -> bool:
            away = claim.parents and claim.value not in self._with_laptop
            return bool(away) and (
                may_say(claim) or gave[claim.entity_id] == {makers.get(claim.step)}
            )  # their own gift

        for change in filter(may_say, help_):
            found[change.entity_id] |= {str(change.value or "")} - {""}
        away = [claim for claim in claims if claim.parents and claim.value not in self._with_laptop]
        freed = {claim.entity_id for claim in filter(may_say, away)}
        back = {claim.entity_id for claim in away if gave[claim.entity_id] == {makers.get(claim.step)}} - freed
        had = {case: people for case, people in found.items() if case not in freed | back}
        return had, {case: found[case] for case in back}

    def _above(self, entity: str, field: str) -> list[Change]:
        """What was ever written into that field of the cases, as far as it counts."""
        table = OF_ENTITY[entity]
        texts = self._connection.scalars(select(table.c[head_of(field)]).where(among(table.c.id)), {"ids": self._cases})
        asked = [head for text in texts for head in heads_in(text or "")]
        found = journal.above(self._connection, asked).values() if asked else ()
        return [change for change in found if (change.entity, change.field) == (entity, field)]

    @cached_property
    def _roles(self) -> tuple[frozenset[str], frozenset[str]]:
        """Who leads, and who reviews, by what the lead ever said."""
        texts = self._connection.scalars(select(_PERSON.c[head_of("role")]))
        asked = [head for text in texts for head in heads_in(text or "")]
        said = journal.above(self._connection, asked).values() if asked else ()
        makers = _makers(self._connection, {change.step for change in said})
        theirs = [(str(c.entity_id), str(c.value or "")) for c in said if makers.get(c.step, "") in {*self._leads, ""}]
        leads = self._leads | {person for person, role in theirs if roles.leads(role)}
        return leads, leads | {person for person, role in theirs if roles.reviews(role)}

    @cached_property
    def _with_laptop(self) -> frozenset[str]:
        return frozenset(self._connection.scalars(_WITH_LAPTOP))

    def _writers(self, change: Change) -> frozenset[str]:
        """Who made an item; nobody, where several say they did."""
        found = self._began(change)
        return found if len(found) == 1 else frozenset()

    def _began(self, change: Change) -> frozenset[str]:
        """Everybody who says to have made an item."""
        item = change.entity, change.entity_id
        if item not in self._wrote:
            first = {*begun.steps(self._connection, *item)}
            makers = _makers(self._connection, first)
            self._wrote[item] = frozenset(makers.get(step, "") for step in first) - {""}
        return self._wrote[item]

    def _gives_to_marker(self, change: Change) -> bool:
        """Whether the change is of a step that gives a case, which nobody with a laptop had before, to who marks it."""
        case, _, marker = change.entity_id.partition("/")
        claims = {
            c.id: c for c in self._above("case", "inspector") if c.entity_id == case and c.value in self._with_laptop
        }
        given = [c.id for c in claims.values() if c.step == change.step and c.value == marker]
        history = journal.above(self._connection, sorted(claims)) if given else {}
        return bool(given) and all(given[0] in above(history, one) for one in claims if one != given[0])

    def _settles(self, by: str, change: Change) -> bool:
        """Whether the change is of a step that settles markings of which the first are done, by nobody who marked."""
        case = case_of(change.entity_id)
        if change.step in self._settling:
            return self._settling[change.step]
        settling = any(c.key == ("second", case, "settled") for c in journal.changes_of(self._connection, change.step))
        settling = settling and self._first_is_done(case)
        found = settling and _IS_MARKED.row(self._connection, id=f"{case}/{by}") is None
        return self._settling.setdefault(change.step, found)

    def _first_is_done(self, case: str) -> bool:
        said = [c for c in self._above("second", "first_done") if c.entity_id == case and c.value]
        makers = _makers(self._connection, {change.step for change in said})
        return any(makers.get(c.step) is None or makers[c.step] in self._claimed[0].get(case, ()) for c in said)


def _makers(connection: Connection, steps: Collection[StepId]) -> dict[StepId, str]:
    """Whose laptop signed each of these steps; none of one that nobody signed yet."""
    found = _MAKERS.rows(connection, ids=sorted(steps)) if steps else ()
    return {StepId(step): person for step, person in found}
