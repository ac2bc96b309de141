"""What somebody does to a document in LibreOffice, by the Python of the system, which alone has its bridge.

    python3 by_office.py HOME IN.docx OUT.docx EDITS.json

EDITS: {"track": bool, "changes": [[find, put in its place], …]}. Comments are not put in by it: a LibreOffice without
windows ends at the first one.
"""

import contextlib
import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import uno
from com.sun.star.beans import PropertyValue


def property_(name: str, value: object) -> Any:
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def connect(home: str) -> tuple[subprocess.Popen[bytes], Any]:
    pipe = f"fieldwork{Path(home).name}{time.time_ns()}"
    command = [
        "soffice", f"-env:UserInstallation=file://{home}", "--headless", "--norestore", "--nologo",
        f"--accept=pipe,name={pipe};urp;",
    ]  # fmt: skip
    office = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    while True:
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return office, context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except Exception:
            if office.poll() not in (None, 0):
                raise
            time.sleep(0.2)


def opened(desktop: Any, source: str) -> Any:
    """The document: of a profile that was made a moment ago, the first one or two come back as nothing."""
    for _ in range(20):
        made = desktop.loadComponentFromURL(f"file://{source}", "_blank", 0, (property_("Hidden", True),))
        if made is not None and made.supportsService("com.sun.star.text.TextDocument"):
            return made
        time.sleep(0.5)
    raise SystemExit("it does not open")


def paragraphs(document: Any) -> list[list[Any]]:
    """Each with its words: to ask for them is a call to another program, and was most of what forty changes took."""
    of = document.Text.createEnumeration()
    every = []
    while of.hasMoreElements():
        paragraph = of.nextElement()
        if paragraph.supportsService("com.sun.star.text.Paragraph"):
            every.append([paragraph, paragraph.getString()])
    return every


def found(document: Any, words: str, every: list[list[Any]]) -> tuple[Any, list[Any]]:
    """The place of these words and its paragraph: the search of a LibreOffice without windows ends the program."""
    for line in every:
        at = line[1].find(words)
        if at >= 0:
            cursor = document.Text.createTextCursorByRange(line[0].Start)
            cursor.goRight(at, False)
            cursor.goRight(len(words), True)
            if cursor.getString() != words:
                raise SystemExit(f"another place than {words!r}: {cursor.getString()!r}")
            return cursor, line
    raise SystemExit(f"not in the document: {words!r}")


def change(document: Any, words: str, new: str, every: list[list[Any]]) -> None:
    place, line = found(document, words, every)
    if "\n" in new:  # paragraphs of their own
        first, *rest = new.split("\n")
        cursor = place.Text.createTextCursorByRange(place)
        cursor.setString(first)
        cursor.collapseToEnd()
        for further in rest:
            place.Text.insertControlCharacter(cursor, 0, False)  # PARAGRAPH_BREAK
            place.Text.insertString(cursor, further, False)
        every[:] = paragraphs(document)
    else:
        place.setString(new)
        line[1] = line[0].getString()


def main(home: str, source: str, out: str, edits: str) -> None:
    wanted = json.loads(Path(edits).read_text(encoding="utf-8"))
    office, desktop = connect(home)
    try:
        document = opened(desktop, source)
        document.RecordChanges = wanted["track"]
        every = paragraphs(document)
        for words, new in wanted["changes"]:
            change(document, words, new, every)
        document.storeToURL(f"file://{out}", (property_("FilterName", "MS Word 2007 XML"),))
        document.close(True)
    finally:
        with contextlib.suppress(Exception):  # it may be gone already
            desktop.terminate()
        office.wait(60)


if __name__ == "__main__":
    main(*sys.argv[1:])
