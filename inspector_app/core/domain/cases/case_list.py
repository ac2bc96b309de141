"""A list of cases as it comes from a service: its columns, its rows as they will be read, and what is wrong with them."""

from dataclasses import dataclass

from inspector_app.core.domain.fields import CASE, Field
from inspector_app.core.domain.inspection import Case

# What a list can say of a case, each known by the headings of its field. All but the reference may be missing.
COLUMNS: tuple[Field, ...] = tuple(field for field in CASE.fields if field.headings)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the list; `place` is its cell from 0.

    `personal` says what the column seems to hold where it must never be imported ("names of people"), else ""; `days` that
    its cells are days, `words` that they are words and none, `tells` that each is another one and has a figure,
    `leads` that most lead to a person.
    """

    place: int
    text: str
    personal: str = ""
    days: bool = False
    words: bool = False
    tells: bool = False
    leads: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """A list that could be opened. `rows` are its numbers (as a spreadsheet numbers them) and cells; `remark` a hint.

    `hidden` are the rows that its sheet does not show, as after a filter, `struck` those that are struck out there.
    """

    where: str
    headings: tuple[Heading, ...]
    rows: tuple[tuple[int, tuple[object, ...]], ...]
    remark: str = ""
    hidden: frozenset[int] = frozenset()
    struck: frozenset[int] = frozenset()


LEFT_OUT = "-"  # what a word for a type means whose rows stay out; no type is called so


@dataclass(frozen=True, slots=True)
class TypeWord:
    """A word of the service's for a type of case, and what it means.

    `key`: the word as words are compared. `means`: a type of the framework, LEFT_OUT, or "" where the word stays as it is.
    `since`: how that is known: it is the "framework"'s own word, "remembered" from what a person said, or what the word
    "usual"ly means; "" where it is not known.
    """

    key: str
    text: str
    rows: int
    means: str = ""
    since: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong at a row, under the list's own heading ("" where the column is not in the list).

    `ref`: the row's reference, "" where none could be read.
    """

    row: int
    heading: str
    why: str
    ref: str = ""


@dataclass(frozen=True, slots=True)
class ListRow:
    """A row as it will be read; the case's id is its reference, as in documents. With an error it cannot be imported.

    `corrects`: the type that a case of that reference has in the inspection, which this row only gives another one; then the
    id is that case's own. None: the row is a case that is new.
    """

    row: int
    case: Case
    errors: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()
    corrects: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """The whole list as it will be read."""

    lines: tuple[ListRow, ...]

    @property
    def good(self) -> tuple[ListRow, ...]:
        """The rows that can be imported."""
        return tuple(line for line in self.lines if not line.errors)

    @property
    def errors(self) -> tuple[Problem, ...]:
        """Everything that keeps a row out."""
        return tuple(problem for line in self.lines for problem in line.errors)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """Everything worth a look on the rows that can be imported."""
        return tuple(problem for line in self.good for problem in line.warnings)
