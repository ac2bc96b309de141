"""What a field and a kind of entity are, with everything that is said of one. The list of them is domain/fields.py."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from inspector_app.core.domain.days import spans
from inspector_app.core.words import Later, say

Value = str | int | bool | None

ABSURD = 100_000  # characters of a short text that a file brings: more than any person or version of the program wrote
_LONGEST_ID = 1000  # characters: usually a UUID and two references
_LARGEST = 2**53 - 1  # what every reader of JSON keeps exactly


class Kind(StrEnum):
    """What a field holds."""

    TEXT = "text"
    NUMBER = "number"
    FLAG = "flag"
    CHOICE = "choice"
    DATE = "date"  # ISO 8601, as text
    SPANS = "spans"  # of days, as domain/days/spans.py has them as text


@dataclass(frozen=True, slots=True)
class Field:
    """A field of an entity, and what is made of it everywhere. What people call it is put into words when it is shown."""

    code: str  # never renamed
    called: str  # by people, within a sentence
    kind: Kind = Kind.TEXT
    choices: tuple[str, ...] = ()  # of a CHOICE
    needed: bool = False  # it cannot be cleared
    label: str = ""  # what stands over its box or column, where that is not the title
    unit: str = ""  # of a number, as a form asks for it
    longest: int = 0  # characters of a TEXT that somebody may type; 0 where it is no short one
    most: int = 100_000  # the greatest number that somebody may type, or a document hold
    said: tuple[str, str] = ("Yes", "No")  # what a FLAG is called that is true, and that is false
    document: str | None = ""  # its key in inspection documents: "" for the code itself, None where it is in none
    headings: tuple[str, ...] = ()  # by which a list of cases knows it
    personal: bool = False  # may be about a child or somebody close to one: in no draft findings, on no blank pack
    profile: bool = False  # counted in the profile of the sample
    suggested: tuple[str, ...] | None = None  # offered while one types, before what others wrote; None: nothing is
    searched: bool = False  # search finds its text
    prose: bool = False  # can be written anew on the conflict desk
    form: Callable[[str], bool] | None = None  # of a TEXT that is more than words: whether it can be read (a time)
    inner: bool = False  # a digest, a key, ids of changes: for the program, and no words of anybody
    counted: bool = False  # ratings as they were counted once: who marks a case blind is not to see them

    @property
    def title(self) -> str:
        """What people call it, within a sentence."""
        return Later(self.called).say()

    @property
    def name(self) -> str:
        """What stands over its box or column."""
        return Later(self.label).say() if self.label else self.title[:1].upper() + self.title[1:]

    @property
    def counted_in(self) -> str:
        """The unit of a number, as a form asks for it; "" for none."""
        return Later(self.unit).say() if self.unit else ""

    def flag(self, value: Value) -> str:
        """What people call a FLAG that is true, or false."""
        return Later(self.said[0 if value else 1]).say()

    @property
    def key(self) -> str:
        """Its key in inspection documents; "" where none has it."""
        return "" if self.document is None else self.document or self.code

    def too_long(self, value: Value, *, brought: bool = False) -> str:
        """Why a text is too long to be typed here; "" where it is not. `brought`: by a file, and not typed.

        What a colleague, an export or an earlier version wrote is longer now and then: it is read like any other, and
        only what nobody can have written is refused.
        """
        most = max(ABSURD, self.longest) if brought else self.longest
        if not self.longest or not isinstance(value, str) or len(value) <= most:
            return ""
        return say(
            "it has {n} characters, and {most} is the most", n=f"{len(value):,}", most=f"{most:,}" if brought else most
        )

    def reads(self, value: Value) -> bool:
        """Whether a reader of inspection documents takes the value: what stands all the same is left out of them."""
        if value is None or self.document is None:
            return True
        if self.kind is Kind.NUMBER:
            return type(value) is int and 0 <= value <= self.most
        return self.form is None or (type(value) is str and self.form(value))

    def accepts(self, value: Value) -> bool:
        """Whether the value may stand in this field."""
        if value is None:
            return not self.needed
        if self.kind is Kind.CHOICE:
            return value in self.choices
        if self.kind is Kind.DATE:
            return type(value) is str and _is_date(value)
        if self.kind is Kind.SPANS:
            return type(value) is str and spans.stored(spans.read(value)) == value
        if self.kind is Kind.NUMBER:
            return type(value) is int and abs(value) <= _LARGEST
        return type(value) is (bool if self.kind is Kind.FLAG else str)


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text  # Python reads other ISO forms too; one is enough
    except ValueError:
        return False


@dataclass(frozen=True, slots=True)
class Entity:
    """A kind of thing that is edited; `called` is what people call one. With `key`, its id is the parts joined by "/".

    Two people answering one question on one case then write to one entity, and differ visibly in one field. `listed` is the
    list it stands in, in inspection documents (of a part of a source "sources.figures"); None where no document has it.
    `only`: there is one, and its id is the code.
    """

    code: str
    called: str
    fields: tuple[Field, ...]
    key: tuple[str, ...] = ()
    listed: str | None = None
    only: bool = False

    def takes_id(self, identity: str) -> bool:
        """Whether one can have that id: readers refuse what another laptop wrote of any other."""
        parts_fit = not self.key or identity.count("/") == len(self.key) - 1
        return 0 < len(identity) <= _LONGEST_ID and parts_fit and (not self.only or identity == self.code)

    @property
    def title(self) -> str:
        """What people call one."""
        return Later(self.called).say()

    def field(self, code: str) -> Field:
        """The field of that code; KeyError when there is none."""
        for field in self.fields:
            if field.code == code:
                return field
        raise KeyError(code)

    def titles(self, codes: Iterable[str]) -> list[str]:
        """What people call the fields of these codes."""
        return [self.field(code).title for code in codes]

    @property
    def documented(self) -> tuple[Field, ...]:
        """Its fields that inspection documents have."""
        return () if self.listed is None else tuple(f for f in self.fields if f.key)
