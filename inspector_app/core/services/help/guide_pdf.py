"""The guide as an accessible PDF, which a build makes and gives with the program."""

from datetime import datetime

from inspector_app.core.errors import Bug
from inspector_app.core.report import guide
from inspector_app.core.report.drawing import guide as drawing
from inspector_app.core.services.help import manual

TITLE = "Fieldwork: the guide"


def made(at: datetime) -> bytes:
    """The PDF of the guide as it is now; `at` (UTC) is the only moment in it."""
    return drawing.write(TITLE, at, guide.parts(manual.text()), _load)


def _load(name: str) -> bytes:
    file = manual.picture(name)
    if file is None:
        raise Bug(f"the guide names a picture that is not there: {name}")
    return file.read_bytes()
