"""Writing a workbook in memory: openpyxl by itself puts every sheet into a temporary file first, in plain."""

import io
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile

if TYPE_CHECKING:
    from openpyxl import Workbook

_LIKE_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


def as_bytes(book: "Workbook", modified: datetime) -> bytes:
    """The file of a workbook that has no charts, images or comments; `modified` (with its zone) is what it says of itself."""
    from openpyxl.writer import excel  # openpyxl takes a fifth of a second to load

    library: Any = excel  # the names of its other modules that it works with

    out = io.BytesIO()
    archive = ZipFile(out, "w", ZIP_DEFLATED)

    class InMemory(excel.ExcelWriter):
        """As its base does it, but for where a sheet is before it is in the file."""

        def write_worksheet(self, ws: Any) -> None:
            ws._drawing = library.SpreadsheetDrawing()
            writer: Any = library.WorksheetWriter(ws, io.BytesIO())
            writer.write()
            ws._rels = writer._rels
            archive.writestr(ws.path[1:], writer.read())
            self.manifest.append(ws)

    book.properties.modified = modified.astimezone(UTC).replace(tzinfo=None)
    InMemory(book, archive).save()  # which closes the archive
    return out.getvalue()


def storable(text: str) -> str:
    """Text without the characters that the XML in a workbook cannot hold; what would be taken for an escape is escaped."""
    return _held(_LIKE_ESCAPED.sub("_x005F_", text))


def given_back(text: str) -> str:
    """A text written with `storable` as the workbook gives it back: what that cannot hold is lost, and line ends are one."""
    return _held(text).replace("\r\n", "\n").replace("\r", "\n")


def _held(text: str) -> str:
    return "".join(c if c in "\t\n\r" or (c >= " " and c not in "\ufffe\uffff") else "\ufffd" for c in text)
