"""What a PDF says of its structure, read by another library: elements in order, and what on its pages is marked as what."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ContentStream

_DRAWS = {b"Tj", b"TJ", b"'", b'"', b"S", b"s", b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"Do", b"sh"}
_SHOWS = {b"Tj", b"TJ"}


@dataclass(frozen=True)
class Piece:
    """An element: what it is, how deep, its attributes."""

    role: str
    depth: int
    said: Any

    @property
    def scope(self) -> str:
        """Of a header cell."""
        return str(self.said.get("/A", {}).get("/Scope", ""))


def reader(made: bytes) -> PdfReader:
    """Read strictly: what is not as it must be raises."""
    return PdfReader(io.BytesIO(made), strict=True)


def pieces(pdf: PdfReader) -> list[Piece]:
    """Every element, in the order of reading."""
    return list(_below(pdf.trailer["/Root"]["/StructTreeRoot"]["/K"], 0))


def _below(kids: Any, depth: int) -> Iterator[Piece]:
    for kid in kids:
        kid = kid.get_object()
        if "/S" in kid:
            yield Piece(kid["/S"][1:], depth, kid)
            yield from _below(kid.get("/K", ()), depth + 1)


def faults(made: bytes) -> list[str]:
    """What a structure must not have; none for a sound file."""
    pdf = reader(made)
    return [*_of_catalog(pdf), *_of_pages(pdf), *_of_tree(pdf), *_of_fonts(pdf)]


def _of_catalog(pdf: PdfReader) -> Iterator[str]:
    root = pdf.trailer["/Root"]
    about = root["/Metadata"].get_data().decode()
    if not root["/MarkInfo"]["/Marked"]:
        yield "not marked"
    if root["/Lang"] != "en-GB":
        yield "no language"
    if str(root["/ViewerPreferences"]["/DisplayDocTitle"]) not in ("true", "True"):
        yield "the title is not shown"
    if not pdf.metadata or not pdf.metadata.title:
        yield "no title"
    for wanted in ("<pdfuaid:part>1<", "<pdfaid:part>2<", "<pdfaid:conformance>A<"):
        if wanted not in about:
            yield f"no {wanted}"
    if root["/OutputIntents"][0].get_object()["/DestOutputProfile"].get_object()["/N"] != 3:
        yield "no colours"


def _of_pages(pdf: PdfReader) -> Iterator[str]:
    nums = pdf.trailer["/Root"]["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    tree = dict(zip(nums[::2], nums[1::2], strict=True))
    for number, page in enumerate(pdf.pages, start=1):
        if page.get("/Tabs") != "/S":
            yield f"page {number}: no order of tabs"
        marks, loose = _marks(page, pdf)
        owners = tree[page["/StructParents"]].get_object()
        if loose:
            yield f"page {number}: drawn outside of marks: {loose}"
        if marks != list(range(len(owners))):
            yield f"page {number}: {marks} are not its {len(owners)} marks"
        for link in page.get("/Annots", ()):
            link = link.get_object()
            if (
                not link.get("/Contents")
                or link.get("/F") != 4
                or tree[link["/StructParent"]].get_object()["/S"] != "/Link"
            ):
                yield f"page {number}: a link that says nothing"


def _marks(page: Any, pdf: PdfReader) -> tuple[list[int], int]:
    """The marks of a page in order, and how much is drawn outside of any."""
    found: list[int] = []
    inside = loose = 0
    for operands, operator in ContentStream(page.get_contents(), pdf).operations:
        if operator == b"BDC":
            inside += 1
            if operands[0] != "/Artifact":
                found.append(int(operands[1]["/MCID"]))
        elif operator == b"EMC":
            inside -= 1
        elif operator in _DRAWS and inside != 1:
            loose += 1
    return sorted(found), loose + abs(inside)


def _of_tree(pdf: PdfReader) -> Iterator[str]:
    level = 0
    notes: list[str] = []
    for piece in pieces(pdf):
        role = piece.role
        if role[0] == "H" and role[1:].isdigit():
            if int(role[1:]) > level + 1:
                yield f"{role} after a heading of level {level}"
            level = int(role[1:])
            if not piece.said["/K"]:
                yield "an empty heading"
        if role == "TH" and piece.scope not in ("/Column", "/Row"):
            yield "a header cell of nothing"
        if role == "Figure" and not str(piece.said.get("/Alt", "")).strip():
            yield "a figure without words"
        if role == "Note":
            notes.append(str(piece.said["/ID"]))
        if role == "Table" and not _regular(piece.said):
            yield "rows of a table that are not as wide as one another"
    if len(notes) != len(set(notes)):
        yield "two notes of one name"


def _regular(table: Any) -> bool:
    widths = set()
    for row in table["/K"]:
        cells = [cell.get_object() for cell in row.get_object()["/K"]]
        widths.add(sum(int(cell.get("/A", {}).get("/ColSpan", 1)) for cell in cells))
    return len(widths) == 1


def _of_fonts(pdf: PdfReader) -> Iterator[str]:
    for page in pdf.pages:
        for font in page["/Resources"]["/Font"].values():
            font = font.get_object()
            if "/ToUnicode" not in font or "/FontFile2" not in font["/FontDescriptor"]:
                yield f"{font['/BaseFont']} is not in the file, or its letters are unknown"
