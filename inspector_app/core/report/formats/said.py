"""What every format says alike: ratings in words, and no character that XML cannot hold."""

import io
import re
from datetime import datetime
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from reportlab.lib.colors import Color

from inspector_app.core.report import content

_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
SHORT_TABLE = 6  # rows of a table that no page parts
FIRST_ROWS = 3  # with which a longer one begins on a page at least
LONG_ROW = 1200  # letters of a row of a table that a page may part
FIGURE = "figure:"  # before what a live figure is of, in the names that a format gives it
_FIRST_DAY = datetime(1980, 1, 1)  # of the dates that an archive can say
_LAST_DAY = datetime(2107, 12, 31, 23, 59, 58)  # and no later one: its years are seven bits


def readable(text: str) -> str:
    """The text without what XML cannot hold, which is shown as what cannot be drawn is."""
    return _NOT_IN_XML.sub("\ufffd", text)


def rating(said: content.Rating) -> str:
    """A rating as words: the word, its stars where it has some, its footnote's mark and what has to be said beside it."""
    stars = f"{'★' * said.filled}{'☆' * (said.of - said.filled)} " if said.stars else ""
    remark = f" ({said.remark})" if said.remark else ""
    return readable(f"{stars}{said.word}{said.mark}{remark}")


def text_of(said: content.Cell) -> content.Text:
    """What a cell of a table says, in its styles: a rating is bold."""
    return rated(said) if isinstance(said, content.Rating) else said


def rated(said: content.Rating) -> content.Text:
    """A rating in bold, as `rating` says it."""
    return content.footed(rating(said), bold=True)


def overall(said: content.Overall) -> tuple[content.Text, ...]:
    """The lines of the face of the ratings page, but for the service: what each is of, then itself in bold."""
    score, rating_of = (content.Run(said.score, bold=True),), rated(said.rating)
    return tuple(
        (content.Run(f"{label} "), *words) for label, words in ((said.fieldwork, score), (said.label, rating_of))
    )


def head(report: content.Report) -> str:
    """What stands at the head of each page, on one line."""
    return f"{report.running} · {report.marking} · {report.draft}"


def colour(of: Color) -> str:
    """A colour of the report's look in hexadecimal digits."""
    return str(of.hexval()[2:]).upper()


def cell(said: content.Cell) -> str:
    """What a cell of a table says, as one text."""
    return rating(said) if isinstance(said, content.Rating) else readable("".join(run.text for run in said))


def settled(data: bytes, made: datetime) -> bytes:
    """The same archive with that moment on each of its files, so that equal reports are equal bytes."""
    at = min(max(made.replace(tzinfo=None), _FIRST_DAY), _LAST_DAY).timetuple()[:6]
    out = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as before, ZipFile(out, "w") as after:
        for entry in before.infolist():
            kind = ZIP_STORED if entry.filename == "mimetype" else ZIP_DEFLATED
            again = ZipInfo(entry.filename, (at[0], at[1], at[2], at[3], at[4], at[5]))
            again.compress_type = kind
            again.external_attr = 0o600 << 16
            after.writestr(again, before.read(entry))
    return out.getvalue()
