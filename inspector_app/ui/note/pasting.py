"""What becomes of the clipboard in a note."""

import re

from PySide6.QtCore import QMimeData

from inspector_app.core.domain.text.writing import cleaned, cut

NO_TEXT = "Only text can be put into a note: the clipboard holds a picture or a file. Nothing was changed."

_RICH = ("text/rtf", "application/rtf", "text/richtext")
_DOCUMENT = re.compile(r"<(?:!doctype|html|head|body|meta)\b|<!--StartFragment", re.IGNORECASE)
_WHOLE = 2000  # characters of HTML in which a document says what it is


def pasted(source: QMimeData) -> str | None:
    """The text to put in; None where there is none, but a picture or files.

    What a word processor, a mail or a web page gives is cleaned. Plain text, as from another note, comes exactly,
    but for what goes on without a blank, which is cut into lines.
    """
    files = source.hasUrls() and any(url.isLocalFile() for url in source.urls())
    if not source.hasText() or (files and not source.hasHtml()):
        return None
    text = source.text()
    formatted = any(source.hasFormat(kind) for kind in _RICH)
    if formatted or (source.hasHtml() and _DOCUMENT.search(source.html()[:_WHOLE])):
        return cleaned(text)
    return cut(text.replace("\r\n", "\n").replace("\r", "\n"))
