"""The parts of a file that a word processor wrote, read within bounds: it may come from anywhere, and is not believed."""

import io
import zipfile
import zlib
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple
from xml.parsers import expat

from inspector_app.core.errors import Code, Expected

LARGEST_FILE = 50_000_000  # bytes as it lies there
_LARGEST = 60_000_000  # bytes of the parts that are read, unpacked
_MOST_PARTS = 10_000
_MOST_ELEMENTS, _DEEPEST = 2_000_000, 250
_CHUNK = 1 << 16
# Bytes of one thing of XML: a tag with all its attributes, a comment. What has not ended yet is looked through anew with each
# piece that comes, so that 30 MB of it, a file of 30 kB, took minutes. A picture in an attribute has some hundred thousand.
LONGEST = 4_000_000
_NAMES = 64  # of elements whose plain names are kept beside one another: more than one part of a report has
ZIPPED = b"PK\x03\x04"  # what a package begins with
OLE = b"\xd0\xcf\x11\xe0"  # what a .doc or .xls file begins with, and whatever Office put a password on
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    RuntimeError,
    LookupError,
    ValueError,
    NotImplementedError,
)

Attributes = dict[str, str]  # by their names without namespace
Started = Callable[[str, Attributes], None]


class Reader(NamedTuple):
    """What is told of an XML part: each element of the word processor's own, its end, and the letters in it."""

    start: Started
    end: Callable[[str], None]
    letters: Callable[[str], None]


class Packed:
    """A file that is a package of parts. Expected: DRAFT_UNREADABLE where it is none, or no bounds hold it."""

    def __init__(self, data: bytes, where: str, tick: Callable[[], object]) -> None:
        """`tick` is called now and then while something is read; what it raises stops that."""
        self._where, self._tick, self._left = where, tick, _LARGEST
        if data.startswith(OLE):
            raise self.refused("it has a password, or is of the old kind .doc")
        if len(data) > LARGEST_FILE:
            raise self.refused(f"it is larger than {LARGEST_FILE // 1_000_000} MB")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self._names = self._zip.namelist()
        except _BROKEN as error:
            raise self.refused("it is damaged, or no document of a word processor") from error
        if len(self._names) > _MOST_PARTS:
            raise self.refused(f"it has more than {_MOST_PARTS:,} parts")
        if len(set(self._names)) < len(self._names):
            raise self.refused("it has two parts of one name")
        if any(part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for part in self._zip.infolist()):
            raise self.refused("it is packed as no word processor packs")

    def __contains__(self, name: str) -> bool:
        return name in self._names

    def refused(self, why: str) -> Expected:
        """The refusal of this file."""
        return Expected(Code.DRAFT_UNREADABLE, where=self._where, why=why)

    def read(self, name: str, reader: Reader) -> None:
        """Tell the reader what is in an XML part, letter by letter as it is unpacked: no more is held than is told."""
        parser, fed = _parser(reader, lambda why: self.refused(why)), 0
        try:
            with self._zip.open(name) as part:
                while chunk := part.read(_CHUNK):
                    self._count(len(chunk))
                    parser.Parse(chunk, False)
                    fed += len(chunk)
                    if fed - parser.CurrentByteIndex > LONGEST:
                        raise self.refused("it has one thing in it that does not end")
            parser.Parse(b"", True)
        except expat.ExpatError as error:
            raise self.refused(f"its part {name} is damaged") from error
        except _BROKEN as error:
            raise self.refused("it is damaged, or has a password") from error

    def _count(self, size: int) -> None:
        self._tick()
        self._left -= size
        if self._left < 0:
            raise self.refused(f"it unpacks to more than {_LARGEST // 1_000_000} MB of text")


def _parser(reader: Reader, refused: Callable[[str], Expected]) -> expat.XMLParserType:
    """A parser that gives up at a document type, so that no entity is ever made, and at what no document has."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    depth = found = 0
    local = lru_cache(_NAMES)(_local)

    def doctype(*_: object) -> None:
        raise refused("it declares entities, which no word processor does")

    def start(name: str, attributes: Attributes) -> None:
        nonlocal depth, found
        depth, found = depth + 1, found + 1
        if depth > _DEEPEST or found > _MOST_ELEMENTS:
            raise refused("it has more in it than any report")
        reader.start(local(name), attributes and {_plain(key): value for key, value in attributes.items()})

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        reader.end(local(name))

    parser.StartDoctypeDeclHandler, parser.EntityDeclHandler = doctype, doctype
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = reader.letters
    return parser


_WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)


def _local(name: str) -> str:
    """The name of an element of the word processor; of any other with a sign before it, so that none is taken for one."""
    space, _, local = name.rpartition(" ")
    return local if space in _WORD else f"~{local}"


def _plain(name: str) -> str:
    return name.rpartition(" ")[2]
