"""What writes a report as a file of each kind."""

from collections.abc import Callable

from inspector_app.core.report.content import Progress, Report
from inspector_app.core.report.formats import html


def writer(ending: str) -> Callable[[Report, Progress], bytes]:
    """What writes such a file; a PDF where the ending is none of them. Only who wants one waits for its library."""
    match ending:
        case ".docx":
            from inspector_app.core.report.formats import docx  # python-docx takes a fifth of a second to load

            return docx.write
        case ".odt":
            from inspector_app.core.report.formats import odt  # and odfdo

            return odt.write
        case ".html":
            return html.write
        case ".xlsx":
            from inspector_app.core.report.formats import xlsx  # and openpyxl

            return xlsx.write
        case _:
            from inspector_app.core.report.drawing import pdf  # and ReportLab

            return pdf.write
