"""The second table of docs/reading.md, cell by cell: each kind of spoilt input is given to every reader that it can reach."""

import codecs
import re
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

import inspector_app
from inspector_app.core.services.workspace import Workspace
from tests.conftest import cheap_keyrings
from tests.interchange import own_files, readers
from tests.interchange.readers import CELL, FILE, KEPT, READ, REFUSED, ROW, SAID, Made, Record, Spoilt, outcome

RLO, ZERO_WIDTH, COMBINED = "\u202e", "\u200b", "W\u0302"  # turns round what follows; unseen; Ŵ in two characters
WORKBOOKS = frozenset({"workbook", "case workbook"})
OF_BYTES = WORKBOOKS | {"table", "case list"}  # in their bytes half of a pair is a byte of no code
ONE_LINE = frozenset({"case list", "case workbook"})  # whose texts are facts of a case, and no notes
NONE = "–"

# Which parts of a record a reader has a place for.
READERS: dict[str, frozenset[str]] = {
    "document": frozenset({FILE, "ref", "name", "day", "age", "text"}),
    "table": frozenset({FILE, ROW, "ref", "name", "text"}),
    "workbook": frozenset({CELL, "ref", "name", "text"}),
    "case list": frozenset({FILE, ROW, "ref", "day", "age", "text"}),
    "case workbook": frozenset({CELL, "ref", "day", "age", "text"}),
    "card": frozenset({FILE, "name"}),
    "typed": frozenset({"ref", "name", "day", "text"}),
    "secret": frozenset({FILE}),
    "package": frozenset({"ref", "name", "day", "text"}),
    "keyring": frozenset({FILE}),
    "settings": frozenset({FILE, "text"}),
}


def in_1252(text: str) -> bytes:
    return text.encode("cp1252")


def halved(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")


KINDS: dict[str, Spoilt] = {
    "UTF-8 with its mark": Spoilt(FILE, encode=lambda text: codecs.BOM_UTF8 + text.encode()),
    "UTF-16 with its mark": Spoilt(FILE, encode=lambda text: text.encode("utf-16")),
    "UTF-16 without its mark": Spoilt(FILE, encode=lambda text: text.encode("utf-16-le")),
    "Windows-1252": Spoilt(FILE, Record(name="Zoë", text="“Zoë”"), encode=in_1252, but=frozenset({"keyring"})),
    "bytes of no code": Spoilt(
        FILE, Record(name="Zo\udc81", text="Zo\udc81\udcff"), encode=halved, but=frozenset({"card", "keyring"})
    ),
    "NUL in a text": Spoilt("text", Record(text="se\0en"), escaped=True, but=WORKBOOKS, meant={"text": "se\ufffden"}),
    "NUL in a name": Spoilt("name", Record(name="Zo\0e"), escaped=True, but=WORKBOOKS, meant={"name": "Zo\ufffde"}),
    "half of a character": Spoilt(
        "text", Record(text="se\ud800"), escaped=True, but=OF_BYTES, meant={"text": "se\ufffd"}
    ),
    "semicolons": Spoilt(ROW, dialect=";".join),
    "tabs": Spoilt(ROW, dialect="\t".join),
    "blanks behind separators": Spoilt(ROW, dialect=lambda row: ", ".join(f'"{cell}"' for cell in row)),
    "a quotation mark without its other": Spoilt(ROW, Record(text='"It was seen.'), dialect=",".join),
    "7 shown as 007 by a format": Spoilt(CELL, Record(ref=7), form="000", meant={"ref": "007"}),
    "7.0 in place of 7": Spoilt(CELL, Record(ref=7.0), meant={"ref": "7"}),
    "a date in place of a reference": Spoilt(CELL, Record(ref=datetime(2026, 2, 1))),
    "1.23E+05 as a reference": Spoilt("ref", Record(ref="1.23E+05")),
    "01-Feb as a reference": Spoilt("ref", Record(ref="01-Feb")),
    "#REF! as a reference": Spoilt("ref", Record(ref="#REF!")),
    "an age of no number": Spoilt("age", Record(age="fifteen")),
    "an age of 15.0": Spoilt("age", Record(age=15.0), meant={"age": 15}),
    "a time of another zone": Spoilt("day", Record(day="2025-09-30T23:00:00Z"), meant={"day": "2025-10-01"}),
    "day/month/year": Spoilt("day", Record(day="10/11/2025"), meant={"day": "2025-11-10"}),
    "a year of two figures": Spoilt("day", Record(day="1/10/25"), meant={"day": "2025-10-01"}),
    "a month before its day": Spoilt("day", Record(day="10/13/2025")),
    "no day of the calendar": Spoilt("day", Record(day="2025-02-31")),
    "a number as a day": Spoilt("day", Record(day=45931)),
    "a day of the last century": Spoilt("day", Record(day="1998-10-13")),
    "a year of before 1900": Spoilt("day", Record(day="0026-03-09")),
    "a year of after 2100": Spoilt("day", Record(day="2206-03-09")),
    "a name of blanks": Spoilt("name", Record(name="  "), meant={"name": "?"}),
    "a name of unseen characters": Spoilt("name", Record(name=ZERO_WIDTH + RLO), meant={"name": "?"}),
    "unseen characters in a name": Spoilt("name", Record(name="Zo" + RLO + "ë"), meant={"name": "Zoë"}),
    "a name in two characters a letter": Spoilt("name", Record(name=COMBINED + "yn"), meant={"name": "Ŵyn"}),
    "blanks round a name": Spoilt("name", Record(name=" Zoë  Ŵyn "), meant={"name": "Zoë Ŵyn"}),
    "a name of 300 characters": Spoilt("name", Record(name="x" * 300), meant={"name": "x" * 199 + "…"}),
    "a person's name as a reference": Spoilt("ref", Record(ref="Zoë Ŵynne-Jones")),
    "a name with a number as a reference": Spoilt("ref", Record(ref="John Smith (2)")),
    "a surname alone as a reference": Spoilt("ref", Record(ref="Okafor")),
    "an NHS number as a reference": Spoilt("ref", Record(ref="943.476.5919")),
    "a telephone number as a reference": Spoilt("ref", Record(ref="(0161) 496 0000")),
    "a National Insurance number as a reference": Spoilt("ref", Record(ref="AB123456C")),
    "a postcode as a reference": Spoilt("ref", Record(ref="sw1a 1aa")),
    "a year and a number as a reference": Spoilt("ref", Record(ref="YJ/2024/0317")),
    "a reference of blanks": Spoilt("ref", Record(ref="  ")),
    "a reference of unseen characters": Spoilt("ref", Record(ref=ZERO_WIDTH + RLO)),
    "unseen characters in a reference": Spoilt("ref", Record(ref="C0" + ZERO_WIDTH + "1"), meant={"ref": "C01"}),
    "a reference in two characters a letter": Spoilt("ref", Record(ref=COMBINED + "1"), meant={"ref": "Ŵ1"}),
    "blanks round a reference": Spoilt("ref", Record(ref=" C01 "), meant={"ref": "C01"}),
    "a reference of 300 characters": Spoilt("ref", Record(ref="C" * 300)),
    "two references but for capitals": Spoilt("ref", Record(ref="C01a", second="C01A")),
    "two references but for how they are composed": Spoilt("ref", Record(ref="Ŵ1", second=COMBINED + "1")),
    "two references but for unseen characters": Spoilt("ref", Record(second="C0" + ZERO_WIDTH + "1")),
    "line ends of other systems in a note": Spoilt(
        "text", Record(text="one\r\ntwo\rthree"), but=ONE_LINE | {"typed"}, meant={"text": "one\ntwo\nthree"}
    ),
    "line ends in a text of one line": Spoilt(
        "text", Record(text="one\r\ntwo\rthree"), but=frozenset(READERS) - ONE_LINE, meant={"text": "one two three"}
    ),
    "a text of 30,000 characters": Spoilt("text", Record(text="x" * 30_000)),
}


def table() -> Iterator[tuple[str, str, str]]:
    """Kind, reader and what it does, as the paper says."""
    paper = (Path(inspector_app.__file__).parents[1] / "docs" / "reading.md").read_text(encoding="utf-8")
    (head, _, *rows) = re.findall(
        r"^\|.*\|$", paper.partition("## Reader by reader")[2].partition("\n## ")[0], re.MULTILINE
    )
    names = [cell.strip() for cell in head.strip("|").split("|")][1:]
    for row in rows:
        kind, *cells = (cell.strip() for cell in row.strip("|").split("|"))
        assert len(cells) == len(names), row
        yield from ((kind, reader, does) for reader, does in zip(names, cells, strict=True))


CELLS = list(table())


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory) -> Iterator[own_files.Given]:
    with pytest.MonkeyPatch.context() as patch:
        cheap_keyrings(patch)
        yield from own_files.given(tmp_path_factory.mktemp("given"))


@pytest.fixture
def read(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[str], Callable[[Spoilt], Made]]:
    def reader(name: str) -> Callable[[Spoilt], Made]:
        if name == "typed":
            workspace: Workspace = request.getfixturevalue("make_workspace")()
            return readers.typed_in(workspace)
        if name == "secret":
            return readers.secret(tmp_path)
        if name == "package":
            given: own_files.Given = request.getfixturevalue("given")
            return given.take
        if name in ("keyring", "settings"):
            request.getfixturevalue("profile")
            return {"keyring": own_files.keyring, "settings": own_files.settings}[name](tmp_path)
        return {
            "document": readers.document_, "table": readers.table_, "workbook": readers.workbook,
            "case list": readers.case_list_, "case workbook": readers.case_workbook, "card": readers.card_,
        }[name]  # fmt: skip

    return reader


def test_the_paper_has_every_kind_and_every_reader_and_a_dash_just_where_one_cannot_reach_the_other() -> None:
    assert list(dict.fromkeys(kind for kind, _, _ in CELLS)) == list(KINDS)
    assert list(dict.fromkeys(reader for _, reader, _ in CELLS)) == list(READERS)
    for kind, reader, does in CELLS:
        reached = KINDS[kind].of in READERS[reader] and reader not in KINDS[kind].but
        assert (does == NONE) is not reached, (kind, reader)
        assert does in (READ, SAID, KEPT, REFUSED, NONE), (kind, reader)


@pytest.mark.parametrize(("kind", "reader", "does"), [cell for cell in CELLS if cell[2] != NONE])
def test_a_reader_does_with_a_kind_of_spoilt_input_what_the_paper_says(
    read: Callable[[str], Callable[[Spoilt], Made]], kind: str, reader: str, does: str
) -> None:
    assert outcome(read(reader), KINDS[kind]) == does


@pytest.mark.parametrize("reader", READERS)
def test_every_reader_reads_what_is_sound(read: Callable[[str], Callable[[Spoilt], Made]], reader: str) -> None:
    assert outcome(read(reader), Spoilt(FILE)) == READ
