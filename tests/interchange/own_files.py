"""The readers of this program's own files behind the face of `readers`: packages of colleagues, keyring and settings.

What is in such a file was written by a program; here it is written by one that asks for nothing.
"""

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from inspector_app.core.domain.ids import EntityId
from inspector_app.core.domain.steps.changes import Edit
from inspector_app.core.handoff import package as packages
from inspector_app.core.services import handoffs
from inspector_app.core.services.people import team
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.profile.settings import Settings
from inspector_app.core.services.workspace import Workspace
from tests.handoff import spoilt as packed
from tests.interchange.readers import Made, Refused, Spoilt

PASSPHRASE = "copper lantern drifts over quiet water"
_CASE, _OTHER, _WHO = (EntityId(letter * 32) for letter in "abc")
_REF, _SECOND, _NAME, _TEXT = "its reference", "another reference", "their name", "its text"
_DAY = "2025-01-02"


@dataclass(frozen=True)
class Given:
    """A package of one case and one person as a colleague gave it, and the file of who takes it, as it was before."""

    package: packed.Good
    taker: Workspace
    before: Path

    def take(self, one: Spoilt) -> Made:
        """What is shown once the package was taken, with the record's parts in the place of what was in it."""
        record = one.record
        says = {_REF: record.ref, _SECOND: record.second, _NAME: record.name, _TEXT: record.text, _DAY: record.day}
        work = self.package.resigned(_without_second(_said_instead(self.package.work, says), record.second))
        file = self.before.with_suffix(".handoff")
        file.write_bytes(self.package.with_work(work))
        path, laptop = self.taker.path, self.taker.laptop
        taker = Workspace.open(laptop, path)
        try:
            handoffs.import_(taker, [file])
            return _shown(taker)
        finally:
            taker.close()
            shutil.copy(self.before, path)


def _said_instead(found: Any, says: dict[str, Any]) -> Any:
    if isinstance(found, dict):
        return {name: _said_instead(value, says) for name, value in found.items()}
    if isinstance(found, list):
        return [_said_instead(value, says) for value in found]
    return says.get(found, found) if isinstance(found, str) else found


def _without_second(work: Any, second: str) -> Any:
    """The step of another case goes where the record is of one alone."""
    kept = [step for step in work["steps"] if second or _OTHER not in json.dumps(step)]
    return {**work, "steps": kept}


def _shown(taker: Workspace) -> Made:
    held = taker.inspection()
    case = next(case for case in held.cases if case.id == _CASE)
    (judged,) = (one for one in held.judgements if one.case == _CASE)
    name = next(person.name for person in held.team if person.id == _WHO)
    day = case.began.isoformat() if case.began else ""
    return Made({"ref": case.ref, "name": name, "text": judged.rationale, "day": day})


def given(folder: Path) -> Iterator[Given]:
    """Two laptops, and a package from one to the other."""
    laptops = []
    for name in ("Ruth Ashdown", "Bob Marsh", "Somebody Else"):
        laptops.append(Laptop(folder / f"laptop-{len(laptops)}"))
        laptops[-1].create_identity(name, "Inspector", PASSPHRASE)
    lead = Workspace.create(laptops[0], laptops[0].new_path("W"), "iyjwcv-2025", "Wexborough", date(2026, 3, 9))
    for laptop in laptops[:2]:
        team.add(lead, laptop.card())
    handoffs.export(lead, folder / "start.handoff", everything=True)
    taker, _ = handoffs.join(laptops[1], folder / "start.handoff", laptops[1].new_path("W"))
    handoffs.export(taker, folder / "receipt.handoff", receipt=True)
    handoffs.import_(lead, [folder / "receipt.handoff"])
    _write(lead)
    handoffs.export(lead, folder / "good.handoff")
    data = (folder / "good.handoff").read_bytes()
    inside = packages.unseal(data, "", laptops[1].keyring.sealing_key)
    readers = [laptops[1].card().sealing]
    package = packed.good(data, inside, laptops[0].keyring.signing_key, readers, laptops[2])
    taker.close()
    yield Given(package, taker, Path(shutil.copy(taker.path, folder / "before")))
    lead.close()


def _write(lead: Workspace) -> None:
    lead.editor.do(_CASE, [
        Edit("case", _CASE, "ref", _REF), Edit("case", _CASE, "sample", "children"), Edit("case", _CASE, "began", _DAY),
    ])  # fmt: skip
    lead.editor.do(_OTHER, [Edit("case", _OTHER, "ref", _SECOND), Edit("case", _OTHER, "sample", "children")])
    lead.editor.set("person", _WHO, "name", _NAME)
    lead.editor.set("judgement", f"{_CASE}/2.1.1", "rationale", _TEXT)


def keyring(folder: Path) -> Any:
    """The keyring of a laptop, as an editor or a copy left it."""

    def read(spoilt: Spoilt) -> Made:
        made = Laptop(folder / "keyring")
        made.create_identity(spoilt.record.name, "Inspector", PASSPHRASE)
        for path in folder.glob("keyring/**/*keyring*"):
            if path.is_file():
                path.write_bytes(spoilt.encode(path.read_text(encoding="utf-8")))
        again = Laptop(folder / "keyring")
        again.unlock(PASSPHRASE)
        return Made({"name": again.person.name})

    return read


def settings(folder: Path) -> Any:
    """A choice of this laptop in its file; what cannot be used counts as no choice."""

    def read(spoilt: Spoilt) -> Made:
        (folder / "settings.json").write_bytes(
            spoilt.encode(json.dumps({"somewhere": spoilt.record.text}, ensure_ascii=spoilt.escaped))
        )
        found = Settings(folder).get("somewhere", "")
        if not found:
            raise Refused("the default")
        return Made({"text": found})

    return read
