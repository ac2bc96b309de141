"""A case that two colleagues marked, so that whoever is at the window is neither: for the tests of settling it."""

from contextlib import closing
from itertools import count
from pathlib import Path

from inspector_app.core.services import handoffs
from inspector_app.core.services.cases import agreeing, marking
from inspector_app.core.services.workspace import Workspace
from tests.ui.colleagues import colleague, joined

CASE = "T01"
ONE, TWO = "Eve Marsh", "Flo Hart"
NOTE_ONE, NOTE_TWO = (
    "The referral is on the file, and his wishes are named.",
    "Nothing of it is weighed in the assessment.",
)
_FIRST = {"2.1.1": "yes", "2.1.1/a": "yes", "2.1.1/b": "no", "2.1.1/c": "yes", "2.1.2": "no", "2.1.2/a": "no"}
_SECOND = {"2.1.1": "no", "2.1.1/a": "yes", "2.1.1/b": "no", "2.1.1/c": "no", "2.1.2": "no"}


def marked_by_others(mine: Workspace, folder: Path) -> str:
    """T01, marked by Eve and by Flo, who both have finished: the id of the case. They differ on 2.1.1 and its prompt c;
    2.1.2/a only Eve answered; three are equal.
    """
    folder.mkdir(exist_ok=True)
    with closing(joined_as(mine, ONE, folder)) as eve, closing(joined_as(mine, TWO, folder)) as flo:
        case = mine.add_case(CASE, mine.framework.samples[0].code)
        mine.editor.set("case", case, "inspector", eve.me)
        marking.ask(mine, case, flo.me)
        for at in (eve, flo):
            give(mine, at, folder)
        for at, given, prefix, note in ((eve, _FIRST, "", NOTE_ONE), (flo, _SECOND, "second_", NOTE_TWO)):
            _answer(at, case, given, prefix, note)
            marking.done(at, case)
            give(at, mine, folder)
    return case


def agreed_apart(mine: Workspace, case: str, folder: Path, *, here: bool = True) -> None:
    """Gil, who is neither marker, kept two of 2.1.1/c; while, with `here`, one was kept here: it is contested."""
    with closing(joined_as(mine, "Gil Poe", folder)) as gil:
        agreeing.keep(gil, case, "2.1.1/c", which=2)
        if here:
            agreeing.keep(mine, case, "2.1.1/c", which=1)
        give(gil, mine, folder)


def joined_as(mine: Workspace, name: str, folder: Path) -> Workspace:
    (folder / name).mkdir()
    return joined(mine, colleague(name, folder / name), folder / name)


def _answer(at: Workspace, case: str, given: dict[str, str], prefix: str, note: str) -> None:
    for ref, answer in given.items():
        kind, field = ("prompt", "note") if ref.count("/") else ("judgement", "rationale")
        of = f"{case}/{ref}@{at.me}" if prefix else f"{case}/{ref}"
        at.editor.set(prefix + kind, of, "answer", answer)
        at.editor.set(prefix + kind, of, field, f"{note} ({ref})")


_numbers = count()


def give(giver: Workspace, taker: Workspace, folder: Path) -> None:
    package = folder / f"given-{next(_numbers)}.handoff"
    handoffs.export(giver, package, to=[taker.me])
    handoffs.import_(taker, [package])
