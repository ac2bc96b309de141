"""The tags of a PDF: what each piece of a page is, in the order of reading, so that it can be heard and read on.

Words are marked on their page and belong to an element of one tree; all else is decoration. Written by ReportLab itself, in
one pass. Which clause of PDF/UA-1 and PDF/A-2a is kept where: docs/pdf-conformance.md.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from xml.sax.saxutils import escape

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFString
from reportlab.pdfgen.canvas import Canvas

from inspector_app.core import paths

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<xmp:CreatorTool>{creator}</xmp:CreatorTool><xmp:CreateDate>{made}</xmp:CreateDate><xmp:ModifyDate>{made}</xmp:ModifyDate>
<pdf:Producer>{producer}</pdf:Producer>
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>PDF/UA part</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""

_STREAM: Any = PDFStream
_as_reportlab_has_it = _STREAM.format


def _with_line_end(stream: PDFStream, document: Any) -> bytes:
    """A stream whose end is on a line of its own, as PDF/A wants it and ReportLab leaves it to the content."""
    written: bytes = _as_reportlab_has_it(stream, document)
    return written.removesuffix(b"endstream\n") + b"\nendstream\n"


_STREAM.format = _with_line_end
_SETTINGS: Any = rl_config
_SETTINGS.useA85 = 0  # streams as they are, not as letters: a fifth smaller, and sooner written


@dataclass(eq=False)
class Element:
    """A piece of the document. `kids` are elements, marks on a page (its number, the mark's) and links."""

    role: str
    parent: "Element | None" = None
    alt: str = ""
    table: dict[str, Any] = field(default_factory=dict)  # attributes of a cell
    kids: list[Any] = field(default_factory=list)

    def add(self, role: str, **more: Any) -> "Element":
        """A new element, last in this one."""
        made = Element(role, self, **more)
        self.kids.append(made)
        return made

    @property
    def pages(self) -> set[int]:
        """The pages that its own words stand on."""
        return {kid.page for kid in self.kids if isinstance(kid, _Mark)}


@dataclass(frozen=True)
class _Mark:
    page: int
    number: int
    page_ref: Any


@dataclass(frozen=True)
class _Link:
    page_ref: Any
    annotation: Any


class _Said(pdfdoc.PDFObject):
    """An object of the file that is written as it stands."""

    said = b""

    def format(self, _document: Any) -> bytes:
        """Its bytes."""
        return self.said


class _Leads(pdfdoc.LinkAnnotation):
    """A link that belongs to an element."""

    permitted = (*pdfdoc.LinkAnnotation.permitted, "StructParent")


class Tagged(Canvas):
    """A canvas that knows what is drawn on it. Without a root it is an ordinary one."""

    _doc: Any  # what ReportLab gives no type
    _code: list[str]
    _annotationrefs: list[Any]
    _absRect: Any  # noqa: N815
    _bookmarkReference: Any  # noqa: N815
    _addAnnotation: Any  # noqa: N815
    root: Element | None = None
    made: datetime | None = None
    _current: Element | None = None
    _open = False

    def begin(self, element: Element | None) -> None:
        """From here on: words of that element, or of a new paragraph at the end."""
        if self.root is not None and not self._open:
            self._current = element or self.root.add("P")
            marks = self._marked.setdefault(self.getPageNumber(), [])
            mark = _Mark(self.getPageNumber(), len(marks), self._doc.thisPageRef())
            self._current.kids.append(mark)
            marks.append(self._current)
            self._code.append(f"/{self._current.role} <</MCID {mark.number}>> BDC")
            self._open = True

    def decorate(self, kind: str = "Layout") -> None:
        """From here on: what nobody needs to hear."""
        if self.root is not None and not self._open:
            self._code.append(f"/Artifact <</Type /{kind}>> BDC")
            self._open = True

    def end(self) -> None:
        """What was begun ends."""
        if self.root is not None and self._open:
            self._code.append("EMC")
            self._open, self._current = False, None

    @property
    def _marked(self) -> dict[int, list[Element]]:
        held: dict[int, list[Element]] = self.__dict__.setdefault("marked", {})
        return held

    @property
    def _links(self) -> list[tuple[Element, int]]:
        held: list[tuple[Element, int]] = self.__dict__.setdefault("links", [])
        return held

    def linkRect(self, contents: str, destinationname: str, *args: Any, **kw: Any) -> Any:  # noqa: N802  ReportLab's own name
        """A link: it belongs to the element being drawn, is printed, and says what it leads to."""
        if self.root is None or self._current is None:
            return super().linkRect(contents, destinationname, *args, **kw)
        key = 1_000_000 + len(self._links)
        self._links.append((self._current, key))
        rect = self._absRect(kw.get("Rect") or args[0], kw.get("relative", 1))
        leads = _Leads(
            Rect=rect,
            Contents=contents or self._current.alt,
            Destination=self._bookmarkReference(destinationname),
            Border="[0 0 0]",
            F=4,
            StructParent=key,
        )
        made = self._addAnnotation(leads)
        self._current.kids.append(_Link(self._doc.thisPageRef(), self._annotationrefs[-1]))
        return made

    def showPage(self) -> None:  # noqa: N802  ReportLab's own name
        """The page, which says where its marks are found."""
        number = self.getPageNumber()
        super().showPage()
        if self.root is not None:
            page = self._doc.Pages.pages[-1]
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents, page.Tabs = number, PDFName("S")

    def save(self) -> None:
        """The file, with the tree of all that was drawn."""
        if self.root is not None:
            if len(self._code):
                self.showPage()
            self._write_tree(self.root)
        super().save()

    def _write_tree(self, root: Element) -> None:
        document, catalog = self._doc, self._doc.Catalog
        tree: Any = PDFDictionary({"Type": PDFName("StructTreeRoot")})
        tree_ref = document.Reference(tree)
        refs: dict[Element, Any] = {}
        tree["K"] = PDFArray([self._written(root, tree_ref, refs)])
        nums: list[Any] = []
        for page, elements in sorted(self._marked.items()):
            nums += [page, document.Reference(PDFArray([refs[element] for element in elements]))]
        for element, key in self._links:
            nums += [key, refs[element]]
        tree["ParentTree"] = document.Reference(PDFDictionary({"Nums": PDFArray(nums)}))
        tree["ParentTreeNextKey"] = 1_000_000 + len(self._links)
        catalog.StructTreeRoot = tree_ref
        catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        catalog.Metadata = pdfdoc.XMP(creator=lambda _: self._about())
        catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
        catalog.OutputIntents = PDFArray([self._colours()])

    def _written(self, element: Element, parent: Any, refs: dict[Element, Any]) -> Any:
        """The element and all in it, as objects of the file: some thousands, so they say themselves what is written."""
        made = _Said()
        ref = refs[element] = self._doc.Reference(made)
        kids = [self._kid(kid, ref, refs) for kid in element.kids if not isinstance(kid, Element) or _says(kid)]
        said = f"/Type /StructElem /S /{element.role} /P {self._number(parent)} /K [{' '.join(kids)}]"
        made.said = f"<< {said}{self._more(element, refs)} >>".encode("latin-1")
        return ref

    def _more(self, element: Element, refs: dict[Element, Any]) -> str:
        """What few elements say."""
        said = f" /Alt {PDFString(element.alt).format(self._doc).decode('latin-1')}" if element.alt else ""
        if element.table:
            said += f" /A << /O /Table {' '.join(f'/{name} {value}' for name, value in element.table.items())} >>"
        return f"{said} /ID (note-{len(refs)})" if element.role == "Note" else said

    def _kid(self, kid: Any, parent: Any, refs: dict[Element, Any]) -> str:
        if isinstance(kid, Element):
            return self._number(self._written(kid, parent, refs))
        page = self._number(kid.page_ref)
        if isinstance(kid, _Mark):
            return f"<< /Type /MCR /Pg {page} /MCID {kid.number} >>"
        return f"<< /Type /OBJR /Pg {page} /Obj {self._number(kid.annotation)} >>"

    def _number(self, ref: Any) -> str:
        number, version = self._doc.idToObjectNumberAndVersion[ref.name]
        return f"{number} {version} R"

    def _about(self) -> bytes:
        about = self._doc.info
        said = {
            name: escape(str(getattr(about, name))) for name in ("title", "subject", "author", "creator", "producer")
        }
        made = self.made.replace(tzinfo=None, microsecond=0).isoformat() if self.made else ""
        return _XMP.format(**said, made=f"{made}Z").encode()

    def _colours(self) -> PDFDictionary:
        profile = PDFStream(PDFDictionary({"N": 3}), (paths.resources() / "colour" / "srgb.icc").read_bytes())
        return PDFDictionary({
            "Type": PDFName("OutputIntent"), "S": PDFName("GTS_PDFA1"), "OutputConditionIdentifier": PDFString("sRGB"),
            "Info": PDFString("sRGB"), "DestOutputProfile": self._doc.Reference(profile),
        })  # fmt: skip


def _says(element: Element) -> bool:
    """Whether there is anything in it: an empty cell of a table is one, an empty heading is none."""
    own = any(not isinstance(kid, Element) for kid in element.kids)
    return own or element.role in ("TD", "TH") or any(_says(kid) for kid in element.kids if isinstance(kid, Element))


def tagged(canvas: Canvas) -> Tagged | None:
    """The canvas as one that takes tags; None for another."""
    return canvas if isinstance(canvas, Tagged) and canvas.root is not None else None
