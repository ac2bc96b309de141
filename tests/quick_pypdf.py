"""pypdf, reading what a PDF says in half the time: more than half of what the tests of a report took was this reading.

A content stream is taken apart by one pattern where that is plain (numbers, names, operators, most strings) and by pypdf
itself where it is not; a font is looked into once for a file and not once a page. What is read is the same, which
tests/report/test_quick_pypdf.py compares.
"""

import copy
import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from pypdf import generic
from pypdf.generic import ContentStream, DictionaryObject, FloatObject, NameObject, NumberObject
from pypdf.generic._data_structures import read_object
from pypdf.generic._font import Font
from pypdf.generic._utils import create_string_object

_PLAIN = re.compile(
    rb"[\x00\t\n\f\r ]*(?:(?P<number>[-+]?(?:\d+\.?\d*|\.\d+))(?=[\s\[\]()<>{}/%])"
    rb"|(?P<operator>[A-Za-z'\"][^\s()<>\[\]{}/%]*)(?=[\s()<>\[\]{}/%]|$)"
    rb"|(?P<name>/[\w+.-]+)(?=[\s()<>\[\]{}/%])|\((?P<string>[^()\\\r\n]*)\))"
)
_BLANKS = b"\x00\t\n\f\r "
_BLANK = re.compile(b"[%b]*" % _BLANKS)
_parsed, _from_resource = ContentStream._parse_content_stream, Font.from_font_resource.__func__


@lru_cache(1 << 16)
def _number(text: bytes) -> generic.PdfObject:
    return FloatObject(text) if b"." in text else NumberObject(text)


@lru_cache(1 << 12)
def _name(text: bytes) -> NameObject:
    return NameObject(text.decode("ascii"))


_READ: dict[str | None, Callable[[bytes], generic.PdfObject]] = {"number": _number, "name": _name}


def _parse(self: ContentStream, stream: Any) -> None:
    """As ContentStream._parse_content_stream."""
    if not _taken_apart(self, stream, stream.getvalue()):
        self._operations.clear()
        _parsed(self, stream)


def _taken_apart(self: ContentStream, stream: Any, data: bytes) -> bool:
    """Whether it was: False where pypdf has a way of its own for something among the operators."""
    at, operands, end = 0, [], len(data.rstrip(_BLANKS))
    while at < end:
        if found := _PLAIN.match(data, at):
            at, text, kind = found.end(), found[found.lastgroup or 0], found.lastgroup
            if text == b"BI":  # an image
                return False
            if kind != "operator":
                operands.append(
                    _READ[kind](text) if kind in _READ else create_string_object(text, self.forced_encoding)
                )
            else:
                self._operations.append((operands, text))
                operands = []
            continue
        stream.seek(_BLANK.match(data, at).end())
        if data[stream.tell() : stream.tell() + 1] == b"%":  # a comment
            return False
        operands.append(read_object(stream, None, self.forced_encoding))
        at = stream.tell()
    return True


def _font(cls: type[Font], resource: DictionaryObject) -> Font:
    """As Font.from_font_resource; each page has one of its own, as it may be told how wide a blank is there."""
    known = getattr(resource, "font_made", None)
    if known is None:
        known = resource.font_made = _from_resource(cls, resource)
    return copy.copy(known)


def put_in() -> None:
    """Have pypdf read so in this process."""
    ContentStream._parse_content_stream = _parse
    Font.from_font_resource = classmethod(_font)
