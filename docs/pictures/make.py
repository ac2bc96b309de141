"""Makes the pictures of the README and the guide from the sample inspection: `python docs/pictures/make.py`.

No display is needed. The clock and the font are fixed, so that a picture changes only when what it shows does.
"""

import importlib
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime, tzinfo
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))
os.environ |= {"QT_QPA_PLATFORM": "offscreen", "TZ": "UTC"}

from PIL import Image  # noqa: E402
from PySide6.QtGui import QCursor, QFontDatabase, QImage  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from inspector_app.app import Program  # noqa: E402
from inspector_app.core import paths  # noqa: E402
from inspector_app.core.domain.days import when  # noqa: E402
from inspector_app.core.domain.finding.search import Query  # noqa: E402
from inspector_app.core.services import editor, workspace  # noqa: E402
from inspector_app.core.services.fieldwork import concerns  # noqa: E402
from inspector_app.core.services.profile.laptop import Laptop  # noqa: E402
from inspector_app.core.services.results import reports  # noqa: E402
from inspector_app.ui import opening  # noqa: E402
from inspector_app.ui.look import theme  # noqa: E402
from inspector_app.ui.pages import PAGES  # noqa: E402
from inspector_app.ui.places.case.page import CasePage  # noqa: E402
from inspector_app.ui.places.concerns import card as concern_card  # noqa: E402
from inspector_app.ui.places.concerns import page as concerns_page  # noqa: E402
from inspector_app.ui.places.evidence.list_model import Filter  # noqa: E402
from inspector_app.ui.places.evidence.page import EvidencePage  # noqa: E402
from inspector_app.ui.places.find.page import FindPage  # noqa: E402
from inspector_app.ui.places.findings import report_preview  # noqa: E402
from inspector_app.ui.places.findings.page import FindingsPage  # noqa: E402
from inspector_app.ui.places.paper.page import PaperPage  # noqa: E402
from inspector_app.ui.places.setup.page import SetupPage  # noqa: E402
from inspector_app.ui.places.week import page as week  # noqa: E402
from inspector_app.ui.places.week import standing_cards  # noqa: E402
from inspector_app.ui.window import shell  # noqa: E402
from inspector_app.ui.window.desk import PLACES, Desk  # noqa: E402

SIZE = (1280, 800)
LARGEST = 200_000  # bytes of a picture
NOW = datetime(2025, 3, 25, 10, 40, tzinfo=UTC)
PASSPHRASE = "copper lantern drifts over quiet water"  # of a folder that is removed again
PDF_PAGES = {"pdf-ratings": 4, "pdf-standard": 7}  # page, from 1
# Constructed like every note on a case of the sample; they show what a note and a concern can hold.
NOTE = (
    "Strength: His grandmother, his youth worker and the school all speak of him in the **first** assessment.\n"
    "Quotation: “They asked me who I can talk to when it gets loud at home.”\n"
    "Follow up: ask the case manager whether the move to his aunt was known."
)
CONCERN = "He told his youth worker this morning that he is to carry a package to the station on Friday."


class FixedClock(datetime):
    """Always the same moment."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> datetime:
        """That moment."""
        return NOW.astimezone(tz)


class FixedDate(date):
    """Always the same day."""

    @classmethod
    def today(cls) -> date:
        """That day."""
        return NOW.date()


def main() -> int:
    """Make every picture; 1 when one is too large for a page that should load quickly."""
    on_a_laptop(walk, SIZE)
    sizes = {path.name: path.stat().st_size for path in sorted(HERE.glob("*.png"))}
    for name, size in sizes.items():
        print(f"{size // 1000:4} kB  {name}")
    return int(max(sizes.values()) > LARGEST)


def stop_the_clock() -> None:
    """Let everything be made and shown at one moment."""
    for module in (editor, workspace):
        module.now = lambda: NOW.isoformat()
    for module in (report_preview, concerns_page, week, standing_cards, concern_card, shell, when):
        module.datetime = FixedClock
    week.date = FixedDate


def stop_every_clock() -> None:
    """Whatever reads the time reads that one: also pages that are imported once they are shown."""
    for row in PAGES:
        importlib.import_module(f"{PLACES}.{row.at.partition(':')[0]}")
    for name, module in list(sys.modules.items()):
        if name.startswith("inspector_app.ui"):
            if getattr(module, "datetime", None) is datetime:
                module.datetime = FixedClock
            if hasattr(module, "date") and isinstance(module.date, type):
                module.date = FixedDate


def on_a_laptop(walk: Callable[[Program, Laptop], None], size: tuple[int, int]) -> None:
    """Let `walk` use the program in a window of that size on an empty laptop, which is removed afterwards."""
    stop_the_clock()
    home = Path(tempfile.gettempdir()) / "inspector-app-pictures"
    shutil.rmtree(home, ignore_errors=True)
    try:
        run(walk, size, home)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def run(walk: Callable[[Program, Laptop], None], size: tuple[int, int], home: Path) -> None:
    """The program from its start to its end."""
    application = QApplication([])
    application.setCursorFlashTime(0)
    for file in sorted((paths.resources() / "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))
    theme._family = lambda: "Noto Sans"
    laptop = Laptop(home)
    program = Program(application, laptop)
    program.window.resize(*size)
    try:
        walk(program, laptop)
    finally:
        program.window.close()
        application.aboutToQuit.emit()  # the loop was never entered, so nothing else says so


def walk(program: Program, laptop: Laptop) -> None:
    """From the first start to the draft findings."""
    program.start(None)
    stop_every_clock()
    QCursor.setPos(SIZE[0] // 2, SIZE[1] - 4)  # over nothing that would light up
    take(program, "first-start")
    desk = open_sample(program, laptop)
    inspect(program, desk)
    inspection = desk.workspace
    for name, page in PDF_PAGES.items():
        take_page(reports.draft_findings(inspection.framework, inspection.inspection(), NOW), page - 1, name)


def open_sample(program: Program, laptop: Laptop) -> Desk:
    """The sample inspection, open on a laptop that somebody has just been set up on."""
    if not program.window.isVisible():
        program.start(None)
    laptop.create_identity("Ruth Ashdown", "Lead inspector", PASSPHRASE)
    program.shell._take(opening.sample(laptop))
    desk = program.shell.desk
    if desk is None:
        raise RuntimeError("the sample did not open")
    return desk


def inspect(program: Program, desk: Desk) -> None:
    """The pictures of the open inspection."""
    first = desk.workspace.case_rows()[0].id
    write(desk, first)
    for code in ("week", "cases", "concerns"):
        desk.show_page(code)
        take(program, code)
    show_setting_up(desk)
    take(program, "setting-up")
    show_evidence(desk)
    take(program, "evidence-grid")
    assess(program, desk, first)
    find(desk)
    take(program, "find")
    key_in(desk, first)
    take(program, "paper")
    rate(program, desk)


def write(desk: Desk, case: str) -> None:
    """What the sample has none of: a note with marks, and an open concern."""
    inspection = desk.workspace
    desk.open_case(case)
    page = desk.page("case")
    if isinstance(page, CasePage):
        row = page.view.row_for("a")
        inspection.editor.set(row.entity, row.id, "note", NOTE)
    concern = concerns.raise_(inspection, inspection.case_rows()[3].id, NOW)
    inspection.editor.set("concern", concern, "what", CONCERN)
    concerns.tell(inspection, concern, "Team manager, by telephone", when.iso(NOW.date()), "10:32")
    line = concerns.tell(inspection, concern, "Children’s social care, duty desk", when.iso(NOW.date()), "10:38")
    inspection.editor.set("informed", line, "by", "the team manager, who rang back")


def show_setting_up(desk: Desk) -> None:
    """The cases against the sizes of the framework, and the allocation below."""
    desk.show_page("setup")
    page = desk.page("setup")
    QTest.qWait(300)  # to be laid out
    if isinstance(page, SetupPage):
        page.go_to(page.allocation)


def show_evidence(desk: Desk) -> None:
    """The grid of prompts against sources."""
    desk.show_page("evidence")
    page = desk.page("evidence")
    if isinstance(page, EvidencePage):
        page.head.set_filter(Filter(standard="V1"), thin=False)
        page.change_view()
        page.sheet.grid.select("V1.2h")


def assess(program: Program, desk: Desk, case: str) -> None:
    """A case with its notes, with its facts beside it, in high contrast, and one of its prompts on every case."""
    desk.open_case(case)
    take(program, "assessment")
    page = desk.page("case")
    if isinstance(page, CasePage):
        page.do("facts")
        take(program, "facts")
        page.do("facts")
    look(program, "contrast", 150)
    take(program, "high-contrast")
    look(program, "light", 100)
    desk.open_case(case, "2.1.1", "a")
    desk.compare_prompt()
    take(program, "compare")


def find(desk: Desk) -> None:
    """Words that occur on cases, in evidence and in findings."""
    desk.show_page("find")
    page = desk.page("find")
    if isinstance(page, FindPage):
        page.search(Query("school assess"))


def key_in(desk: Desk, case: str) -> None:
    """A pack being keyed in."""
    desk.show_page("paper")
    page = desk.page("paper")
    if isinstance(page, PaperPage):
        page.keying.open(case, 3)
        page.show_half(keying=True)


def rate(program: Program, desk: Desk) -> None:
    """Ratings and draft findings."""
    look(program, "dark", 100)
    desk.show_page("ratings")
    take(program, "dark")
    look(program, "light", 100)
    take(program, "ratings")
    findings = desk.page("findings")
    desk.show_page("findings")
    if isinstance(findings, FindingsPage):
        findings.draft()
        wait_until(lambda: not findings.preview.working)
        wait_until(lambda: 0 in findings.preview.view.drawn)
    take(program, "findings-pdf")


def look(program: Program, name: str, zoom: int) -> None:
    """Change colours and size, and wait until it is seen."""
    program.window.change_look(name, zoom)
    QTest.qWait(300)


def take(program: Program, name: str) -> None:
    """Save a picture of the window, once everything that is drawn elsewhere has come."""
    QTest.qWait(1500)
    save(picture(program), name)


def picture(program: Program) -> QImage:
    """The window as it is."""
    return program.window.grab().toImage()


def take_page(pdf: bytes, page: int, name: str) -> None:
    """Save a picture of a page of the draft findings."""
    pages = reports.pages(pdf)
    try:
        drawn = pages.render(page, 1.0)
        image = QImage(drawn.data, drawn.width, drawn.height, drawn.stride, QImage.Format.Format_BGR888).copy()
    finally:
        pages.close()
    save(image, name)


def save(image: QImage, name: str) -> None:
    """Save as small as may be: no picture of a window needs more than 256 colours."""
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    size, line = (plain.width(), plain.height()), plain.bytesPerLine()
    whole = Image.frombytes("RGB", size, bytes(plain.constBits()), "raw", "RGB", line)
    few = whole.quantize(256, Image.Quantize.MAXCOVERAGE, kmeans=1, dither=Image.Dither.NONE)
    few.save(HERE / f"{name}.png", optimize=True)


def wait_until(done: Callable[[], bool]) -> None:
    """Let the window live until something has happened, or a minute has gone."""
    for _ in range(600):
        if done():
            return
        QTest.qWait(100)
    raise TimeoutError("waited in vain for the draft findings")


if __name__ == "__main__":
    sys.exit(main())
