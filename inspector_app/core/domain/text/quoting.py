"""Who said a quotation, by role, and whether a name in it was changed: both in brackets behind it, as reports print it. Pure.

    Quotation: “They never asked.” (mother, name changed)

Without quotation marks only brackets that name a role are no part of what was said: "They came (late)" is all words.
They are text like the mark before them (marks.py), so they are kept, merged, searched, taken back and printed with the note.
"""

import re
from dataclasses import dataclass

from inspector_app.core.domain.text.marks import Mark, marked, place

ROLES = (
    "child", "parent or carer", "case manager", "practitioner", "victim", "manager", "partner agency", "volunteer",
)  # fmt: skip
CHANGED = "name changed"
_SAID_SO = frozenset((  # beside ROLES, what people call who said something
    *("mother", "father", "mum", "mam", "dad", "parent", "parents", "carer", "carers", "foster carer", "guardian"),
    *("grandmother", "grandfather", "grandparent", "nan", "brother", "sister", "aunt", "uncle", "stepmother", "stepfather"),
    *("boy", "girl", "young person", "young adult", "teacher", "mentor", "social worker", "youth worker", "key worker"),
    *("police officer", "probation officer", "nurse", "head of service", "chair of the board", "board member", "magistrate"),
))  # fmt: skip
_ENDS = "”’\"'»"  # brackets behind one of these are no part of what was said
_BEHIND = re.compile(rf"(?P<words>.*[{_ENDS}][.,;!?]?)[ \t]*\((?P<said>[^()\n]*)\)[ \t]*\.?", re.DOTALL)
_LAST = re.compile(r"(?P<words>.*\S)[ \t]*\((?P<said>[^()\n]*)\)[ \t]*\.?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Quotation:
    """What was said, by whom ("": nobody says), and whether a name in it is another than the person's."""

    words: str
    speaker: str = ""
    changed: bool = False


def quotation(text: str) -> Quotation:
    """What stands behind the mark of a quotation, taken apart; brackets within what was said stay part of it."""
    text = text.strip()
    if match := _BEHIND.fullmatch(text):
        return Quotation(match["words"], *_said(match))
    match = _LAST.fullmatch(text)
    speaker, changed = _said(match) if match else ("", False)
    if match and (changed or speaker.lower() in {*ROLES, *_SAID_SO}):
        return Quotation(_in_marks(match["words"]), speaker, changed)
    return Quotation(text)


def _said(match: re.Match[str]) -> tuple[str, bool]:
    parts = [part for part in (" ".join(one.split()) for one in match["said"].split(",")) if part]
    by = [part for part in parts if part.lower() not in (CHANGED, "names changed")]
    return ", ".join(by), len(by) < len(parts)


def written(said: Quotation) -> str:
    """A quotation as it is typed and printed. Without quotation marks it gets them: they tell where it ends."""
    behind = ", ".join(filter(None, (said.speaker, CHANGED if said.changed else "")))
    if not behind:
        return said.words
    return f"{_in_marks(said.words)} ({behind})"


def _in_marks(words: str) -> str:
    return words if re.search(rf"[{_ENDS}][.,;!?]?\Z", words) else f"“{words}”"


def printed(said: Quotation) -> str:
    """A quotation as the findings print it: in quotation marks, for it is nobody's finding, who said it in brackets, and a
    footnote where a name in it was changed.
    """
    words = written(Quotation(_in_marks(said.words), said.speaker))
    return f"{words}^[The name has been changed to protect the individual’s identity.]" if said.changed else words


def quotations(note: str) -> list[Quotation]:
    """The marked quotations of a note that say anything, from top to bottom."""
    return [quotation(one.text) for one in marked(note) if one.kind is Mark.QUOTATION and one.text]


def of_line(line: str) -> Quotation | None:
    """The quotation that a paragraph is marked as; None where it is marked otherwise or says nothing yet."""
    found = place(line)
    if found is None or found[0] is not Mark.QUOTATION:
        return None
    return quotation(line[found[2] :]) if line[found[2] :].strip() else None


def with_quotation(line: str, said: Quotation) -> str:
    """The paragraph, marked as a quotation, with that one in the place of its own."""
    found = place(line)
    return f"{line[: found[2]]} {written(said)}" if found else line
