"""The pages with the content of the pictures that they were designed in, to lie beside these: `python as_drawn.py DIR`.

The sample on Thursday 27 March 2025 at 14:02, seen by Inspector A, who leads; C07 is not judged on 2.3.2 yet. Further words
narrow it to the pictures that begin with them: `… DIR 01 13`. No display is needed; nothing of it is kept in the project.
"""

import argparse
import os
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parents[1])]
os.environ |= {"QT_QPA_PLATFORM": "offscreen", "TZ": "UTC"}

import drawn_alone  # noqa: E402
import drawn_with_others  # noqa: E402
import make  # noqa: E402
from PySide6.QtCore import QAbstractEventDispatcher, QEventLoop  # noqa: E402
from PySide6.QtGui import QCursor  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QWidget  # noqa: E402

from inspector_app.app import Program  # noqa: E402
from inspector_app.core.services.cases import reviews  # noqa: E402
from inspector_app.core.services.fieldwork import concerns  # noqa: E402
from inspector_app.core.services.profile.laptop import Laptop  # noqa: E402
from inspector_app.core.services.search import finding  # noqa: E402
from inspector_app.core.services.ticket import Ticket  # noqa: E402
from inspector_app.core.services.workspace import Workspace  # noqa: E402
from inspector_app.ui import opening  # noqa: E402
from inspector_app.ui.look import theme  # noqa: E402
from inspector_app.ui.window import components as page_of_components  # noqa: E402

NOTES = {
    "a": "Strength: he was moved to his aunt within a week, and it held.",
    "c": "Area for improvement: the messages on his phone were known and not followed up.\nQuotation: “They never asked.”",
    "d": "Area for improvement: Two new reports of a knife came in on 6 February. The plan was not looked at again until the"
    " breach on 3 March.\nQuotation: “I told the meeting about the messages, but nobody changed anything.” (mother)\n"
    "Follow up: ask the case manager what the police sent on 7 February, and who read it.",
}
THEIRS = (
    "Area for improvement: The victim’s wish for no contact is on the police form, and in nothing that the YJS wrote.\n"
    "Quotation: “We would have used it if it had reached us.” (case manager)"
)
DISCRETION = (
    "In C09 and C13 the missing history was known to the social worker and acted on, which the record does not show."
    " The panel has seen both files."
)
WHOLE = [("2.1.1", 9), ("2.1.2", 6), ("2.2.1", 8), ("2.2.2", 8), ("2.3.1", 8), ("2.3.2", 8)]


class Drawn:
    """The program, and the pictures that are wanted of it."""

    def __init__(self, program: Program, laptop: Laptop, folder: Path, wanted: list[str]) -> None:
        self.program, self.laptop, self._folder, self._wanted = program, laptop, folder, wanted

    def wants(self, *names: str) -> bool:
        """Whether a picture of one of these names, or one that begins as they do, is wanted."""
        return not self._wanted or any(n.startswith(w) or w.startswith(n) for n in names for w in self._wanted)

    def take(
        self,
        name: str,
        size: tuple[int, int] = (1366, 768),
        colours: str = "light",
        of: QWidget | None = None,
        zoom: int = 100,
    ) -> None:
        """A picture at that size in those colours, if it is wanted."""
        called = f"{name}-{size[0]}x{size[1]}-{colours}"
        if not self.wants(called):
            return
        window = of or self.program.window
        if of is not None:
            window.resize(*size)
        else:
            self.dress(size, colours, zoom)
        settle()
        self._folder.mkdir(parents=True, exist_ok=True)
        window.grab().save(str(self._folder / f"{called}.png"))

    def dress(self, size: tuple[int, int] = (1366, 768), colours: str = "light", zoom: int = 100) -> None:
        """The window in that size and those colours. Another look makes the pages anew: what is chosen there comes after."""
        window = self.program.window
        if (window.size().toTuple(), theme.name(), theme.zoom()) != (size, colours, zoom):
            window.resize(*size)
            window.change_look(colours, zoom)
            settle()


def settle() -> None:
    """Wait until nothing is left to do, and what waits for a timer has come."""
    QTest.qWait(1200)
    while QAbstractEventDispatcher.instance().processEvents(QEventLoop.ProcessEventsFlag.AllEvents):
        pass


def main(folder: Path, wanted: list[str]) -> int:
    """Take them."""
    make.NOW = datetime(2025, 3, 27, 14, 2, tzinfo=UTC)
    with tempfile.TemporaryDirectory() as home:
        tempfile.tempdir = home
        make.on_a_laptop(lambda program, laptop: walk(Drawn(program, laptop, folder, wanted)), (1366, 768))
    return 0


def walk(drawn: Drawn) -> None:
    """The first screens, then the pages of the sample."""
    drawn.program.start(None)
    QCursor.setPos(4, 4)  # over nothing that would light up
    make.stop_every_clock()
    drawn_alone.first_start(drawn)
    drawn.program.shell._take(opening.sample(drawn.laptop))
    fill(drawn.program.shell.desk.workspace)
    case_pages(drawn)
    other_pages(drawn)


def fill(work: Workspace) -> None:
    """What the pictures have and the sample has not."""
    c07, c02 = work.case_id("C07"), work.case_id("C02")
    for case in (c07, c02, work.case_id("C12"), work.case_id("C13")):
        answer_all(work, case)
    for letter in "efgh":
        work.editor.set("prompt", f"{c07}/2.3.2/{letter}", "answer", None)
    for letter, answer in zip("abcd", ("yes", "yes", "no", "no"), strict=True):
        work.editor.set("prompt", f"{c07}/2.3.2/{letter}", "answer", answer)
    work.editor.set("judgement", f"{c07}/2.3.2", "answer", None)
    work.editor.set("judgement", f"{c07}/2.3.2", "rationale", "")
    for letter, text in NOTES.items():
        work.editor.set("prompt", f"{c07}/2.3.2/{letter}", "note", text)
    work.editor.set("prompt", f"{c02}/2.1.2/d", "note", THEIRS)
    reviews.submit(work, c02)
    reviews.comment(work, c07, f"{c07}/2.3.2/d", "Same police officer as in C02. Worth asking both.")
    reviews.comment(work, c02, f"{c02}/2.1.2/d", "Did the panel see the form? If so, say it in the note.")
    concern = concerns.raise_(work, work.case_id("C04"), make.NOW)
    work.editor.set("concern", concern, "what", make.CONCERN)
    finding.catch_up(work, Ticket())  # what might bear on a prompt is looked up in the index


def answer_all(work: Workspace, case: str) -> None:
    """Every prompt, so that there are no gaps."""
    for question, many in WHOLE:
        for place, letter in enumerate("abcdefghi"[:many]):
            work.editor.set("prompt", f"{case}/{question}/{letter}", "answer", "no" if place % 3 == 2 else "yes")


def case_pages(drawn: Drawn) -> None:
    """01 to 05."""
    desk = drawn.program.shell.desk
    work = desk.workspace
    desk.open_case(work.case_id("C07"), "2.3.2", "d")
    drawn.take("01-case")
    drawn.take("02-case", colours="dark")
    drawn.take("03-case", colours="contrast")
    drawn.take("04-case", (1024, 640))
    drawn.program.window.resize(1920, 1080)
    drawn.take("05-case-guidance", (1920, 1080))


def concern(drawn: Drawn) -> None:
    """27: the concern on C04 with two people told, and two that are closed."""
    desk = drawn.program.shell.desk
    work, (found,) = desk.workspace, concerns.rows(desk.workspace)
    for case, what in (("C13", "Slept at an address the service did not know"), ("V06", "Met the boy who hurt her")):
        closed = concerns.raise_(work, work.case_id(case), make.NOW.replace(day=25, hour=9))
        work.editor.set("concern", closed, "what", what)
        work.editor.set("concern", closed, "outcome", "The service knows, and sees to it.")
        concerns.tell(work, closed, "Team manager", "2025-03-25", "09:30")
        concerns.close(work, closed)
    concerns.tell(work, found.id, "Team manager, Trafford YJS, by telephone", "2025-03-27", "14:06")
    line = concerns.tell(work, found.id, "Children’s social care, duty desk", "2025-03-27", "14:12")
    work.editor.set("informed", line, "by", "the team manager, who rang back at 14:18")
    desk.show_page("concerns")
    desk.page("concerns").show_concern(found.id)
    desk.page("concerns").cards[found.id].people.new.whom.setFocus()
    for size, colours in (((1366, 768), "light"), ((1366, 768), "dark"), ((1024, 640), "light")):
        drawn.take("27-concerns", size, colours)


def other_pages(drawn: Drawn) -> None:
    """08 and on."""
    desk = drawn.program.shell.desk
    desk.show_page("ratings")
    desk.page("ratings").show_standard("2.3")
    drawn.take("08-ratings")
    drawn.take("09-ratings", (1920, 1080))
    drawn.take("22-ratings", colours="dark")
    drawn.take("23-ratings", (1024, 640))
    findings_pages(drawn)
    desk.show_page("week")
    settle()
    desk.page("week").board.go_to(desk.page("week")._days["2025-03-27"].line)
    QTest.keyClicks(desk.page("week")._days["2025-03-27"].line, "4-5 focus group C")
    drawn.take("13-week")
    concern(drawn)
    desk.show_page("cases")
    drawn.take("14-cases")
    desk.show_page("evidence")
    make.show_evidence(desk)
    drawn.take("15-evidence-grid")
    desk.open_case(desk.workspace.case_id("C10"), "2.1.2", "d")
    desk.compare_prompt()
    drawn.take("36-one-prompt")
    drawn_alone.pages(drawn)
    if drawn.wants("06", "07", "17", "18", "30", "35"):
        drawn_with_others.pages(drawn)
    panel_mode(drawn)
    desk.show_page("week")
    components(drawn)
    drawn.program.window.change_look("light", 100)
    drawn.program.shell._put_away()
    drawn.program.shell.show_start()
    drawn.take("16-start")
    drawn.laptop.lock()
    drawn.program.shell.begin()
    drawn.take("25-unlock")


def panel_mode(drawn: Drawn) -> None:
    """10: what the panel decides on 2.1 is written, and not recorded."""
    desk = drawn.program.shell.desk
    desk.show_page("ratings")
    desk.show_page("panel")
    panel = desk.page("panel")
    panel.window().showNormal()
    panel.form.words.buttons["Good"].click()
    panel.form.reason.box.setPlainText(DISCRETION)
    panel.form.members.setText("Inspector A, Inspector B, Head of inspection")
    drawn.take("10-panel", of=panel.window())
    drawn.take("10-panel", size=(1920, 1080), of=panel.window())
    drawn.take("10-panel", size=(1024, 640), of=panel.window())
    for colours in ("dark", "contrast"):
        drawn.dress(colours=colours)
        drawn.program.window.showNormal()
        drawn.take("10-panel", colours=colours, of=drawn.program.window)
    drawn.dress()


def findings_pages(drawn: Drawn) -> None:
    """11 and 12: the second paragraph of 2.1 in hand, and what was marked beside it."""
    desk = drawn.program.shell.desk
    desk.show_page("findings")
    settle()
    page = desk.page("findings")
    page.desk.section_chosen.emit("2.1")
    narrative = [row for row in desk.workspace.findings() if row.group == "2.1" and row.kind == "narrative"]
    page.desk.sheet.enter(narrative[1].id)
    drawn.take("11-findings")
    drawn.take("11-findings", colours="dark")
    drawn.take("11-findings", colours="contrast")
    drawn.take("11-findings", (1024, 640))
    drawn.take("12-findings", (1920, 1080))


def components(drawn: Drawn) -> None:
    """19 to 21."""
    work = drawn.program.shell.desk.workspace
    for number, colours in (("19", "light"), ("20", "dark"), ("21", "contrast")):
        drawn.program.window.change_look(colours, 100)
        settle()
        page = page_of_components.components(work.framework, make.NOW.date())
        page.resize(1600, 1376)
        page.show()
        drawn.take(f"{number}-components", (1600, 1376), colours, of=page)
        page.hide()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", metavar="DIR", type=Path)
    parser.add_argument("some", metavar="NUMBER", nargs="*")
    asked = parser.parse_args()
    sys.exit(main(asked.folder, asked.some))
