"""What commands write for people: a line stays a line, and nothing in a value acts on the terminal or hides.

A service's list or a colleague's package can hold what a terminal obeys (clear the screen, another title), what turns the
order of letters, and what begins a line. All of it is written as `<U+001B>`, where it stands. What programs read
(`tell_json`) is ASCII and needs none of that.
"""

import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from textwrap import wrap
from typing import TextIO

from inspector_app.core.errors import Code, Expected

# Controls (C0, DEL, C1), what turns the writing, separators of lines and paragraphs, halves of characters.
_OBEYED = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_INDENT = "    | "
_WIDEST = 72  # characters of a text beside its indent, so that a terminal of 80 breaks none of its lines for itself


def shown(value: object) -> str:
    """A value on one line, with what a terminal would obey made visible."""
    return _OBEYED.sub(lambda found: f"<U+{ord(found[0]):04X}>", str(value))


def tell(*lines: str) -> None:
    """Write lines to standard output. A break within one of them starts no line: several are given as several.

    Expected: NOT_TOLD, as where it goes into a file on a full disk.
    """
    with _telling():
        _write(lines, sys.stdout)


def tell_aside(*lines: str) -> None:
    """Write lines to standard error: questions, refusals, and what is said beside the answer."""
    _write(lines, sys.stderr)


def tell_json(value: object) -> None:
    """Write a value for programs, as indented JSON, in ASCII: right in every terminal, file and code page.

    Expected: NOT_TOLD.
    """
    with _telling():
        print(json.dumps(value, indent=1))


def tell_the_rest() -> None:
    """Write out what is still held back. BrokenPipeError where the reader has left; Expected: NOT_TOLD."""
    if sys.stdout is not None:  # as under a window without a console
        with _telling():
            sys.stdout.flush()


@contextmanager
def _telling() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise Expected(Code.NOT_TOLD, why=error.strerror or str(error)) from error


def progress(what: str, done: int, of: int) -> None:
    """Write how far long work is, on standard error, in place of what was said of it before."""
    print(f"\r\033[K{shown(what)} {done} of {of}", end="\n" if done >= of else "", file=sys.stderr, flush=True)


def text_under(head: str, text: str, after: str = "") -> list[str]:
    """A head and what follows it, with a person's text between; of several lines, or a long one, it stands below, marked.

    Every line of it begins with the mark, so that none of them can pass for one of ours.
    """
    if len(text) <= _WIDEST and not _OBEYED.search(text):
        return [f"{head} {text}{after}"]
    return [f"{head}{after}", *_marked(text)]


def listed(values: Mapping[str, object]) -> list[str]:
    """A line for each value."""
    return [f"{name}: {value}" for name, value in values.items()]


def one_under_another(rows: Sequence[Mapping[str, object]]) -> list[str]:
    """The values of each, with a line between."""
    lines = [line for row in rows for line in ("", *listed(row))]
    return lines[1:] or ["There is none."]


def _marked(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        for part in wrap(shown(line), _WIDEST) or [""]:
            yield f"{_INDENT}{part}"


def _write(lines: tuple[str, ...], stream: TextIO) -> None:
    print("".join(f"{shown(line)}\n" for line in lines), end="", file=stream)
