"""A second marking of a case, and what it hides from whom until both markers are done: said here, and nowhere else. Pure."""

from dataclasses import dataclass

from inspector_app.core.domain.fields import (
    AGREED_JUDGEMENT,
    AGREED_PROMPT,
    COMMENT,
    INTERVIEW,
    JUDGEMENT,
    PROMPT,
    SECOND_JUDGEMENT,
    SECOND_PROMPT,
)
from inspector_app.core.domain.ids import ChangeId

FIRSTS = (JUDGEMENT.code, PROMPT.code)
SECONDS = (SECOND_JUDGEMENT.code, SECOND_PROMPT.code)
AGREED = (AGREED_JUDGEMENT.code, AGREED_PROMPT.code)  # what both come to
BY_MAKER = (COMMENT.code, INTERVIEW.code)  # of which it counts who made one


@dataclass(frozen=True, slots=True)
class Asked:
    """A second marking as it stands. `markers` is one person, or those between whom it is contested.

    `first_marks` are the changes that made up the first's answers when the first was done.
    """

    case: str
    markers: tuple[str, ...]
    first_done: bool
    second_done: bool
    first_marks: tuple[ChangeId, ...]

    @property
    def complete(self) -> bool:
        """Whether both are done, and may see each other's answers."""
        return self.first_done and self.second_done

    def hides_from(self, person: str) -> bool:
        """Whether the person marks second, and not both are done."""
        return person in self.markers and not self.complete

    def hides(self, person: str, entity: str, by: str = "") -> bool:
        """Whether the person may not see an item of the case for now.

        The first's answers, everybody else's comments and the interviews that others wrote down are hidden from the second
        marker; the second's answers and interviews from all but them. `by`: who made it (Person.id; "" where nobody knows),
        which counts for BY_MAKER.
        """
        if self.complete:
            return False
        marks = person in self.markers
        if entity in SECONDS:
            return not marks
        if entity == INTERVIEW.code:
            return by != person and (marks or by in self.markers)
        return marks and (entity in FIRSTS or (entity == COMMENT.code and by != person))


def kinds(asked: Asked | None, person: str) -> tuple[str, str]:
    """The entities that a person's judgements and prompts of a case are kept in; `asked`: its second marking, if any."""
    return SECONDS if asked and asked.hides_from(person) else FIRSTS
