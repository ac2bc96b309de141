"""A line of packed work is written in one way: what is escaped, how, and where."""

import json
import zlib

import pytest

from inspector_app.core.domain.ids import WorkspaceId
from inspector_app.core.errors import Code, Expected
from inspector_app.core.handoff.work import Counts, Reader

STEP = "0123456789abcdef.00000001.01234567"
CONTROLS = [chr(code) for code in range(1, 0x20)]


def line(value: str = '"x"', verb: str = '"edit"', at: str = '"2026-03-09T08:00:00+00:00"') -> str:
    return f'["{STEP}","somebody",{at},{verb},"case",null,[["prompt","case/2.1.1/a","note",{value},[],0]]]'


def read(step: str) -> object:
    """The value in the one step of packed work that holds this line."""
    text = "\n".join(("{}", step, "")).encode()
    reader = Reader(zlib.compress(text), Counts(len(text), 0, 1, 1), WorkspaceId("here"), "a package")
    return next(iter(reader.steps())).made.changes[0].value


@pytest.mark.parametrize("character", [*CONTROLS, '"', "\\", "\\\\n", '\\"', "~", "\x7f", "é", "\u2028", "[" * 300])
def test_a_string_is_read_as_it_is_written(character: str) -> None:
    said = f"before {character}{character} after"
    assert read(line(json.dumps(said, ensure_ascii=False))) == said


@pytest.mark.parametrize(
    "bad",
    [
        *(line(f'"{character}"') for character in ["\0", *CONTROLS]),  # not escaped
        *(line(rf'"\u{code:04x}"') for code in (0, 8, 9, 10, 12, 13, 0x20, 0x41, 0xD800)),  # escaped in another way
        *(line(f'"{escaped}"') for escaped in (r"\/", r"\u001F", r"\x", "\\", r"\\\ ")),
        *(line(verb=verb) for verb in (r'"ed\u0069t"', r'"ed\nit"', r'"edit"\n', '"edit~"')),
        *(line().replace(STEP, STEP[:3] + escaped + STEP[3:], 1) for escaped in (r"\n", r"\"", "~")),
        *(line().replace("prompt", f"pro{escaped}mpt", 1) for escaped in (r"\n", r"\"", "~")),
        *(line().replace(",", mark, 1) for mark in (", ", "\\n,", "~,", "\t,")),
        line('"x'),
        line('"x"]'),
    ],
)  # fmt: skip
def test_a_line_that_is_written_otherwise_is_no_line(bad: str) -> None:
    with pytest.raises(Expected) as refused:
        read(bad)
    assert refused.value.code is Code.PACKAGE_DAMAGED
