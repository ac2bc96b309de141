"""The zipped file that a workbook is, of Excel's kind or OpenDocument's: bounded before anything of it is read."""

import io
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from xml.etree.ElementTree import ParseError
from xml.parsers import expat

from inspector_app.core.errors import Code, Expected
from inspector_app.core.interchange.packed import OLE, ZIPPED

_LARGEST = 50_000_000  # bytes unpacked
_MOST_PARTS = 2_000
# Elements of XML: each costs a reader far more than its bytes, and half a thousand of them fit into one byte of a package.
_MOST_CELLS, _MOST_OTHERS = 1_000_000, 100_000  # of a sheet or of its texts; of styles and the like
_LONGEST = 500_000  # bytes of one tag or comment, as in packed.py; openpyxl reads in smaller pieces, and so longer
_OF_CELLS = ("xl/worksheets/", "xl/sharedStrings.xml", "content.xml")
_CHUNK = 1 << 16
_ENCRYPTED = "EncryptedPackage".encode(
    "utf-16-le"
)  # in OLE what tells a password from the old kind (MS-OFFCRYPTO 2.3.4)
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument.spreadsheet"
_MANIFEST, _WITH_PASSWORD = "META-INF/manifest.xml", b"encryption-data"
_STRICT = b"http://purl.oclc.org/ooxml/spreadsheetml/main"  # ISO/IEC 29500 Strict, which openpyxl does not read
_PASSWORD = "it has a password, which has to be taken off first"
# What openpyxl and the standard library raise on a broken workbook, found by feeding them broken workbooks.
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, ParseError, SyntaxError, EOFError, OSError, RuntimeError),
    *(LookupError, ValueError, TypeError, AttributeError, OverflowError, AssertionError, expat.ExpatError),
)


@contextmanager
def opened(where: str) -> Iterator[None]:
    """Within it, whatever a reader raises on a broken workbook becomes Expected(WORKBOOK_UNREADABLE)."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of styles and extensions, which are nothing to us
            yield
    except NoSheetError as error:
        raise no_workbook(where, "there is no sheet with cells in it") from error
    except _BROKEN as error:
        raise no_workbook(where, "it is damaged, or no workbook at all") from error


class NoSheetError(Exception):
    """A workbook has nothing but charts, or what its sheets are in is lost."""


def check(data: bytes, where: str) -> None:
    """Refuse what is no workbook that can be read, and what would unpack to more than any is."""
    if data.startswith(OLE):
        old = "it is of the old kind .xls, which is not read"
        raise no_workbook(where, _PASSWORD if _ENCRYPTED in data else old)
    with opened(where), zipfile.ZipFile(io.BytesIO(data)) as package:
        why = _too_large(package) or _why_not_read(package)
    if why:
        raise no_workbook(where, why)


def is_workbook(data: bytes) -> bool:
    """Whether a file begins as a workbook does, of any kind and age: systems call text and web pages .xls too."""
    return data.startswith((ZIPPED, OLE))


def is_open_document(data: bytes) -> bool:
    """Whether a package is a spreadsheet of OpenDocument; `check` has passed it."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return "mimetype" in package.namelist() and package.read("mimetype").startswith(_OPEN_DOCUMENT)


def no_workbook(where: str, why: str) -> Expected:
    """The refusal of a whole workbook."""
    return Expected(Code.WORKBOOK_UNREADABLE, where=where, why=why)


def _too_large(package: zipfile.ZipFile) -> str:
    if len(package.infolist()) > _MOST_PARTS:
        return f"it has more than {_MOST_PARTS} parts"
    size = sum(member.file_size for member in package.infolist())
    if size > _LARGEST:
        return f"it unpacks to {size // 1_000_000} MB, and {_LARGEST // 1_000_000} MB is the most"
    crowded = next((name for name in package.namelist() if _is_crowded(package, name)), None)
    return f"its part {crowded} has more in it than any workbook of cases" if crowded is not None else ""


def _why_not_read(package: zipfile.ZipFile) -> str:
    names = package.namelist()
    if "xl/workbook.bin" in names:
        return "it is of the kind .xlsb, which is not read"
    if "Index.zip" in names or any(name.startswith("Index/") for name in names):
        return "it was made by Numbers, and is of a kind that is not read"
    if "xl/workbook.xml" in names and _STRICT in package.read("xl/workbook.xml"):
        return "it is of the kind “Strict Open XML”; save it as an Excel workbook (.xlsx), and choose that"
    return _PASSWORD if _MANIFEST in names and _WITH_PASSWORD in package.read(_MANIFEST) else ""


def _is_crowded(package: zipfile.ZipFile, name: str) -> bool:
    """Whether a part has more elements than are read, or one thing in it that does not end. Raises as a damaged one does."""
    most, found, fed = _MOST_CELLS if name.startswith(_OF_CELLS) else _MOST_OTHERS, 0, 0
    if not name.endswith((".xml", ".rels")):  # a picture: nothing of it is read
        return False
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _no_entities
    with package.open(name) as part:
        while found <= most and (chunk := part.read(_CHUNK)):
            found += chunk.count(b"<") - chunk.count(b"</")
            fed += len(chunk)
            parser.Parse(chunk, False)
            if fed - parser.CurrentByteIndex > _LONGEST:
                return True
    return found > most


def _no_entities(name: str, _system: str | None, _public: str | None, declares: bool) -> None:
    """Refuse a document type that declares anything, in whatever code it is written: a small text could name a large one.

    One that only names itself is in the manifest of old spreadsheets of OpenDocument.
    """
    if declares:
        raise ValueError(name)
