"""Every reader of what comes from outside behind one face: it is given one spoilt record, and says what it made of it.

A record is what all readers could be told: a reference, somebody's name, a day, a number and a text. Each reader is given the
parts it has a place for.
"""

import argparse
import io
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl

from inspector_app.commands import secrets_typed
from inspector_app.core import paths
from inspector_app.core.crypto import parcel
from inspector_app.core.domain.days import typed
from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.inspection import Inspection, Person
from inspector_app.core.domain.team import Card
from inspector_app.core.domain.text.storable import storable
from inspector_app.core.errors import Expected
from inspector_app.core.handoff import card
from inspector_app.core.interchange import case_list, case_list_headings, case_list_rows, document, table
from inspector_app.core.interchange.case_list_rows import Known
from inspector_app.core.interchange.frameworks.file import parse
from inspector_app.core.services.documents.matching import Match
from inspector_app.core.services.fieldwork import setting_up
from inspector_app.core.services.workspace import Workspace

START = date(2026, 3, 9)
# What becomes of a record: nothing is taken; it is read as it is meant; read so, and pointed out; or kept as it was written.
REFUSED, READ, SAID, KEPT = "refused", "read", "said", "kept"
Outcome = str
FILE, ROW, CELL = (
    "file",
    "row",
    "cell",
)  # what kinds are of beside the parts of a record: its bytes, a line of text, a workbook's cell


@dataclass(frozen=True)
class Record:
    """What a file or a person says; `second` is another reference, of another case or row."""

    ref: Any = "C01"
    name: str = "Zoë Ŵynne"
    day: Any = "2025-10-01"
    age: Any = 15
    text: str = "It was seen."
    second: str = ""


@dataclass(frozen=True)
class Spoilt:
    """One kind of spoilt input: a record, how it is written down, and what is meant by it.

    `of` is what is spoilt: a part of the record, or FILE, ROW or CELL; `but` are readers whose files cannot hold it.
    `encode` makes bytes of a text; `dialect` puts a row of a text table together; `escaped`: in JSON by \\u escapes;
    `form` is the format of a workbook's cell with the reference. `meant` are the parts that are read otherwise than they
    were written.
    """

    of: str
    record: Record = field(default_factory=Record)
    escaped: bool = False
    encode: Callable[[str], bytes] = str.encode
    dialect: Callable[[Sequence[str]], str] = lambda row: ",".join(_quoted(cell) for cell in row)
    form: str = ""
    but: frozenset[str] = frozenset()
    meant: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Made:
    """What a reader made of a record: the parts it has a place for, and whether it pointed something out."""

    parts: Mapping[str, Any]
    pointed_out: bool = False


class Refused(Exception):
    """The reader took nothing."""


def outcome(reader: Callable[[Spoilt], Made], spoilt: Spoilt) -> Outcome:
    """What the reader does with it. AssertionError when it took something that was not meant."""
    try:
        made = reader(spoilt)
    except (Expected, Refused):
        return REFUSED
    written = asdict(spoilt.record)
    meant = written | dict(spoilt.meant)
    taken = {part: value for part, value in made.parts.items() if value is not None}
    if taken != {part: meant[part] for part in taken}:
        assert taken == {part: written[part] for part in taken}
        return KEPT
    return SAID if made.pointed_out else READ


@cache
def framework() -> Framework:
    file = paths.resources() / "frameworks" / "iyjwcv-2025.json"
    return parse(file.read_text(encoding="utf-8"), file.name)


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"'


# files


def document_(spoilt: Spoilt) -> Made:
    one = spoilt.record
    cases = [{"ref": one.ref, "sample": "children", "began": one.day, "age": one.age, "inspector": "a"}]
    cases += [{"ref": one.second, "sample": "children"}] if one.second else []
    tree = {
        "format": "inspection", "version": 1, "framework": "iyjwcv-2025", "service": "Trafford",
        "fieldwork": {"start": "2026-03-09", "end": "2026-03-13"}, "team": [{"id": "a", "name": one.name}], "cases": cases,
        "judgements": [{"case": one.ref, "question": "2.1.1", "answer": "yes", "rationale": one.text}],
    }  # fmt: skip
    data = spoilt.encode(json.dumps(tree, ensure_ascii=spoilt.escaped))
    held = document.read_bytes(data, "d.json", lambda _id: framework())
    return _of_inspection(held, day=True)


def _of_inspection(held: Inspection, *, day: bool = False) -> Made:
    Match(
        "w", replace(held, cases=(), team=()), held, Path("new")
    ).cases()  # as an import asks of each case it would add
    case = held.cases[0]
    name = held.team[0].name if held.team else None
    text = storable(held.judgements[0].rationale)  # as any edit stores it
    parts: dict[str, Any] = {"ref": case.ref, "name": name, "text": text}
    if day:
        parts |= {"day": case.began.isoformat() if case.began else "", "age": case.age}
    return Made(parts)


def _judged(one: Record) -> list[list[Any]]:
    head = ["case", "sample", "question", "answer", "note", "inspector"]
    rows = [head, [one.ref, "children", "2.1.1", "yes", one.text, one.name]]
    return [*rows, [one.second, "children", "2.1.2", "yes", "", ""]] if one.second else rows


def table_(spoilt: Spoilt) -> Made:
    text = "\n".join(spoilt.dialect([str(cell) for cell in row]) for row in _judged(spoilt.record)) + "\n"
    return _of_inspection(table.read_csv(spoilt.encode(text), "t.csv", framework()).as_inspection("S", START))


def workbook(spoilt: Spoilt) -> Made:
    data = _book(_judged(spoilt.record), spoilt.form)
    return _of_inspection(table.read_xlsx(data, "t.xlsx", framework()).as_inspection("S", START))


def _listed(one: Record) -> list[list[Any]]:
    rows = [
        ["Case ref", "Start date", "Age", "Ethnicity", "Inspector"],
        [one.ref, one.day, one.age, one.text, one.name],
    ]
    return [*rows, [one.second, "", "", "", ""]] if one.second else rows


def case_list_(spoilt: Spoilt) -> Made:
    text = "\n".join(spoilt.dialect([str(cell) for cell in row]) for row in _listed(spoilt.record)) + "\n"
    return _of_list(case_list.open_text(spoilt.encode(text), "l.csv"), spoilt)


def case_workbook(spoilt: Spoilt) -> Made:
    return _of_list(case_list.open_workbook(_book(_listed(spoilt.record), spoilt.form), "l.xlsx"), spoilt)


def _of_list(listing: case_list.Listing, spoilt: Spoilt) -> Made:
    """A row with something wrong stays out, and with it what this record is about."""
    name = str(spoilt.meant.get("name", spoilt.record.name))
    known = Known(framework(), START, team=[Person("a", name)], sample="children")
    reading = case_list_rows.read(listing, case_list_headings.guess(listing.headings), known)
    if reading.errors:
        raise Refused(reading.errors[0].why)
    (row, *_) = reading.good
    parts = {
        "ref": row.case.ref, "day": row.case.began.isoformat() if row.case.began else "", "age": row.case.age,
        "text": row.case.ethnicity, "name": name if row.case.inspector else None,
    }  # fmt: skip
    outside = [w for w in reading.warnings if "outside the dates" not in w.why]  # of that no kind here is
    return Made(parts, pointed_out=bool(outside) or bool(listing.remark))


def _book(rows: Sequence[Sequence[Any]], form: str) -> bytes:
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    if form:
        sheet["A2"].number_format = form
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def card_(spoilt: Spoilt) -> Made:
    """A card that says so, rightly signed by whoever wrote it."""
    signing, sealing = bytes(range(32)), parcel.new_sealing_key()
    keys = parcel.public_signing_key(signing), parcel.public_sealing_key(sealing)
    one = Card("a", spoilt.record.name, "inspector", *keys)
    return Made({"name": card.read(spoilt.encode(card.text_of(card.signed(one, signing))), "x.card").name})


# hands


def typed_in(workspace: Workspace) -> Callable[[Spoilt], Made]:
    """What a person types into the window's boxes."""

    def read(spoilt: Spoilt) -> Made:
        one = spoilt.record
        case = workspace.add_case(str(one.ref), "children")
        if one.second:
            workspace.add_case(one.second, "children")
        person = setting_up.add_person(workspace, one.name, "")
        day = typed.whole_day(str(one.day))
        if day is None:
            raise Refused("no day")
        workspace.editor.set("case", case, "began", day.isoformat())
        workspace.editor.set("judgement", f"{case}/2.1.1", "rationale", one.text)
        held = workspace.inspection()
        found = next(c for c in held.cases if c.id == case)
        names = {p.id: p.name for p in held.team}
        (judged,) = (j for j in held.judgements if j.case == case)
        return Made({"ref": found.ref, "name": names[person], "day": day.isoformat(), "text": judged.rationale})

    return read


def secret(folder: Path) -> Callable[[Spoilt], Made]:
    """A passphrase in a file."""

    def read(spoilt: Spoilt) -> Made:
        path = folder / "passphrase"
        path.write_bytes(spoilt.encode(spoilt.record.text))
        return Made({"text": secrets_typed.passphrase(argparse.Namespace(passphrase_file=path))})

    return read
