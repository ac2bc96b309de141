"""Calibration on this laptop: one's own marks, blind until they are finished; and what a team's marks come to, by prompt.

Marks are kept beside the log, in the encrypted file: they are in no package, document, rating or copy. What goes to who
puts the team's together is a file without a name.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from inspector_app.core import files, paths
from inspector_app.core.domain.ids import new_id
from inspector_app.core.domain.inspection import Answer
from inspector_app.core.errors import Code, Expected
from inspector_app.core.interchange import calibration_file, jsontext
from inspector_app.core.interchange.calibration_file import MarkedSet
from inspector_app.core.rating import calibration
from inspector_app.core.rating.calibration import CalibrationSet, Differs, Marks
from inspector_app.core.services.profile import outgoing
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.services.writing import drafts
from inspector_app.core.storage import kept as store

FOLDER = "calibration"  # of the resources, and of the profile folder
_KIND = "calibration"


@dataclass(frozen=True, slots=True)
class Mine:
    """One's own marks of a set; `finished`: they change no more, and the definitive answers may be seen.

    `together`: the ids of the files that the last result of the team held.
    """

    of: CalibrationSet
    id: str
    marks: Marks
    finished: bool = False
    together: frozenset[str] = frozenset()

    @property
    def left(self) -> int:
        """How many items are not answered yet."""
        return sum((one.case, one.item) not in self.marks for one in self.of.answers)


def sets(workspace: Workspace) -> list[CalibrationSet]:
    """The sets for the inspection's framework: those that come with the program, then those of the profile folder.

    Expected: NOT_TEXT, NOT_JSON, DOCUMENT_INVALID, for a file that is there and cannot be read as one, or asks what the
    framework does not.
    """
    folders = (paths.resources() / FOLDER, workspace.laptop.folder / FOLDER)
    found = [(path, _read(path)) for folder in folders for path in sorted(folder.glob("*.json"))]
    mine = [(path, one) for path, one in found if workspace.framework.id in one.frameworks]
    for path, one in mine:
        for item in calibration_file.misfits(one, workspace.framework):
            raise jsontext.invalid(str(path), "$.cases", f"{item} is not asked by {workspace.framework.id}")
    return [one for _, one in mine]


def mine(workspace: Workspace, set_id: str) -> Mine:
    """One's own marks of a set. Expected: VALUE_INVALID (no such set)."""
    of = next((one for one in sets(workspace) if one.id == set_id), None)
    if of is None:
        raise Expected(Code.VALUE_INVALID, field="The set", value=set_id, why="there is none of that name here")
    kept = drafts.unsent(workspace, _KIND, set_id).get(set_id)
    if not kept:
        return Mine(of, new_id(), {})
    found = store.parts(kept)
    try:
        marks = {(str(case), str(item)): Answer(answer) for case, item, answer in found["marks"]}
        together = frozenset(map(str, found.get("together", ())))
        return Mine(of, id=str(found["id"]), marks=marks, finished=found["finished"] is True, together=together)
    except (ValueError, KeyError, TypeError):  # no program of ours wrote it: as if none had been begun
        return Mine(of, new_id(), {})


def mark(workspace: Workspace, set_id: str, case: str, item: str, answer: Answer | None) -> Mine:
    """Answer an item of a constructed case, or take the answer back. Expected: VALUE_INVALID (no such item, or finished)."""
    found = mine(workspace, set_id)
    if (case, item) not in {(one.case, one.item) for one in found.of.answers}:
        raise Expected(Code.VALUE_INVALID, field="The item", value=f"{case} {item}", why="it is not asked in this set")
    if found.finished:
        raise Expected(
            Code.VALUE_INVALID, field="The set", value=set_id, why="it is finished, and its answers are shown"
        )
    marks = {key: held for key, held in found.marks.items() if key != (case, item)}
    return _keep(workspace, replace(found, marks=marks | ({(case, item): answer} if answer else {})))


def finish(workspace: Workspace, set_id: str) -> Mine:
    """Say that one is done: from then on the definitive answers are shown, and one's own change no more.

    Expected: VALUE_INVALID (some items are not answered).
    """
    found = mine(workspace, set_id)
    if found.left:
        why = f"{found.left} of {len(found.of.answers)} items are not answered yet"
        raise Expected(Code.VALUE_INVALID, field="The set", value=set_id, why=why)
    return _keep(workspace, replace(found, finished=True))


def own(workspace: Workspace, set_id: str) -> tuple[Differs, ...]:
    """One's own marks beside the definitive answers. Expected: VALUE_INVALID (not finished)."""
    found = _finished(workspace, set_id)
    return calibration.differences(found.of, [found.marks])


def save(workspace: Workspace, set_id: str, path: Path) -> None:
    """Write one's marks, without a name, for who puts the team's together. Expected: VALUE_INVALID, DISK_FULL, …"""
    found = _finished(workspace, set_id)
    text = calibration_file.write_marks(MarkedSet(set_id, found.id, found.marks))
    outgoing.write(path, text.encode(), workspace.laptop)


def team(workspace: Workspace, set_id: str, given: Sequence[Path]) -> tuple[Differs, ...]:
    """What these files of marks come to, by item; a file given twice counts once. One's own have to be finished.

    Two results that differ by one file, taken from each other, would be that person's marks: so all of the last one are
    in the next, and two more at least.
    Expected: VALUE_INVALID (another set; marks of fewer than three people; too near the last result), and as files are read.
    """
    own_marks = _finished(workspace, set_id)
    found = {own_marks.id: own_marks.marks}
    for path in given:
        one = calibration_file.read_marks(jsontext.decode(files.read_bytes(path), str(path)), str(path))
        if one.of != set_id:
            raise Expected(Code.VALUE_INVALID, field="The set", value=one.of, why=f"these are marks of {set_id}")
        found[one.id] = one.marks
    if len(found) < calibration.LEAST_SETS:
        why = f"of fewer than {calibration.LEAST_SETS} people anybody could tell whose marks are whose"
        raise Expected(Code.VALUE_INVALID, field="The marks", value=str(len(found)), why=why)
    _keep(workspace, replace(own_marks, together=_not_too_near(own_marks, frozenset(found))))
    return calibration.differences(own_marks.of, tuple(found.values()))


def _not_too_near(mine: Mine, given: frozenset[str]) -> frozenset[str]:
    """The ids of these files, where the result of them gives nobody's marks away beside the last one."""
    before = mine.together
    if before and given != before and not (before <= given and len(given - before) >= calibration.LEAST_MORE):
        why = (
            "beside the last result it would tell one person’s marks: give all files of that one, "
            f"and those of at least {calibration.LEAST_MORE} more people"
        )
        raise Expected(Code.VALUE_INVALID, field="The marks", value=str(len(given)), why=why)
    return given


def _finished(workspace: Workspace, set_id: str) -> Mine:
    found = mine(workspace, set_id)
    if not found.finished:
        raise Expected(Code.VALUE_INVALID, field="The set", value=set_id, why="your own marks are not finished yet")
    return found


def _keep(workspace: Workspace, found: Mine) -> Mine:
    marks = [[case, item, answer.value] for (case, item), answer in found.marks.items()]
    held = {"id": found.id, "marks": marks, "finished": found.finished, "together": sorted(found.together)}
    text = json.dumps(held)
    drafts.keep(workspace, drafts.unsent_name(_KIND, found.of.id), text)
    return found


def _read(path: Path) -> CalibrationSet:
    return calibration_file.read(jsontext.decode(files.read_bytes(path), str(path)), str(path))
