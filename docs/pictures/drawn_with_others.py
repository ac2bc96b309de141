"""Pictures of as_drawn.py for which colleagues work on laptops of their own: hand-off, conflicts, second marking, trust."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import make
from drawn_alone import each, until
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from inspector_app.core.services import handoffs
from inspector_app.core.services.cases import agreeing, conflicts, marking, reviews
from inspector_app.core.services.people import membership, team
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.places.cases.settling.page import SettlePlace
from tests.ui.colleagues import colleague
from tests.ui.marked_twice import give, joined_as

KNOWN = "Does know who he is with: mapping with the complex safeguarding team was done in January."
LEFT = "Area for improvement: the school’s exclusion is not analysed."
MINE = f"{KNOWN} It was used in the plan of 4 February.\n\n{LEFT}"
THEIRS = (
    f"{KNOWN}\n\nArea for improvement: the school’s exclusion is named, and its effect on his safety is not analysed."
)
ONE = (
    "The referral to the victim worker is on the file, and his wishes are named in the second paragraph.\n"
    "Strength: the assessment says what he asked for."
)
TWO = (
    "The wishes are copied from the referral. Nothing of them is weighed in the assessment.\n"
    "Area for improvement: what the victim wants is listed, not used."
)
ASKED = {"2.1.1": 9, "2.1.2": 6, "2.2.1": 8, "2.2.2": 8, "2.3.1": 8, "2.3.2": 8}
APART = ("2.1.1/f", "2.1.2/b", "2.1.2/d", "2.1.2", "2.2.2/d", "2.2.2/e", "2.3.1/c", "2.3.2/g", "2.3.2")


def pages(drawn: Any) -> None:
    """06, 07, 17, 18, 30 and 35, these in every theme, narrow and wide."""
    folder = Path(mkdtemp())
    with colleagues(drawn.program.shell.desk.workspace, folder) as (second, third):
        case_of_a_colleague(drawn)
        hand_off(drawn, second, third, folder)
        conflict_desk(drawn)
        second_marking(drawn, second, third, folder)
        trust(drawn, second, folder)


@contextmanager
def colleagues(mine: Workspace, folder: Path) -> Iterator[tuple[Workspace, Workspace]]:
    """Inspector B and Inspector C, each with the inspection on a laptop of their own."""
    with ExitStack() as stack:
        made = [joined_as(mine, name, folder) for name in ("Inspector B", "Inspector C")]
        for one in made:
            stack.callback(one.close)
            give(mine, one, folder)
        yield made[0], made[1]


def case_of_a_colleague(drawn: Any) -> None:
    """06 and 07: C02 is Inspector B's, and a key was pressed on it; then it is accepted."""
    drawn.dress()
    desk = drawn.program.shell.desk
    work, case = desk.workspace, desk.workspace.case_id("C02")
    desk.open_case(case, "2.1.2", "d")
    QTest.qWait(200)
    page = desk.page("case")
    page.view.prompts[3].setFocus()
    QTest.keyClick(page.view.prompts[3], Qt.Key.Key_Y)
    drawn.take("06-case-colleague")
    drawn.program.window.messages.tell("")
    reviews.accept(work, case, "Read with Inspector B.")
    desk.open_case(case, "2.1.2", "d")
    drawn.take("07-case-accepted")
    reviews.reopen(work, case, "for the next picture")


def hand_off(drawn: Any, second: Workspace, third: Workspace, folder: Path) -> None:
    """17: a file of Inspector B is looked at, which brings a contested note."""
    drawn.dress()
    desk = drawn.program.shell.desk
    mine, c10 = desk.workspace, desk.workspace.case_id("C10")
    give(third, mine, folder)
    mine.editor.set("prompt", f"{c10}/2.1.2/c", "note", f"{KNOWN}\n\n{LEFT}")
    give(mine, second, folder)
    mine.editor.set("prompt", f"{c10}/2.1.2/c", "note", MINE)
    for at in (second, third):
        answer(at, mine.case_id("C05"), "prompt", {})
    second.editor.set("prompt", f"{c10}/2.1.2/c", "note", THEIRS)
    for at, said in ((mine, "yes"), (second, "no")):
        at.editor.set("prompt", f"{mine.case_id('C04')}/2.2.1/b", "answer", said)
    package = folder / "Inspector B.handoff"
    handoffs.export(second, package, to=[mine.me])
    desk.show_page("handoff")
    page = desk.page("handoff")
    until(lambda: page.give.people)
    page.take.look_at([package])
    until(page.take.preview.isVisible)
    each(drawn, "17-hand-off")
    handoffs.import_(mine, [package])


def conflict_desk(drawn: Any) -> None:
    """18: the note of C10, which both wrote on, after another that was settled today."""
    drawn.dress()
    desk = drawn.program.shell.desk
    for conflict in conflicts.conflicts(desk.workspace):
        if conflict.field == "answer":
            conflicts.settle(desk.workspace, conflict, conflict.sides[0].value)
    desk.show_page("cases")
    make.stop_every_clock()  # of what was only just loaded, too
    desk.show_page("conflicts")
    make.stop_every_clock()
    desk.page("conflicts").refresh(frozenset({("", "")}))
    each(drawn, "18-conflict-desk")


def second_marking(drawn: Any, second: Workspace, third: Workspace, folder: Path) -> None:
    """30: C09 is Inspector C's, and Inspector B marked it second; nine of the answers differ, two are settled."""
    drawn.dress()
    desk = drawn.program.shell.desk
    mine = desk.workspace
    case = mine.case_id("C09")
    mine.editor.set("case", case, "inspector", third.me)
    marking.ask(mine, case, second.me)
    for at in (second, third):
        give(mine, at, folder)
    answer(third, case, "", {})
    answer(second, case, "second_", dict.fromkeys(APART))
    for at in (third, second):
        marking.done(at, case)
        give(at, mine, folder)
    agreeing.agree_equal(mine, case)
    agreeing.keep(mine, case, "2.1.1/f", which=2)
    agreeing.keep(mine, case, "2.1.2/b", which=1)
    desk.show_page("settle")
    page = desk.page("settle")
    page.return_to(SettlePlace(case, "2.1.2/d"))
    page.left.list.entered_one.emit()
    page.right.agreed.note.box.insertPlainText(TWO.split("\n")[0])
    each(drawn, "30-second-marking")


def answer(at: Workspace, case: str, prefix: str, apart: dict[str, None]) -> None:
    """Every prompt and judgement of the case; those `apart` the other way round."""
    for question, many in ASKED.items():
        for place, ref in enumerate((*(f"{question}/{letter}" for letter in "abcdefghi"[:many]), question)):
            kind = "prompt" if "/" in ref else "judgement"
            of = f"{case}/{ref}@{at.me}" if prefix == "second_" else f"{case}/{ref}"
            said = (place % 3 == 2) != (ref in apart)
            name = kind if prefix in ("", "prompt") else prefix + kind
            at.editor.set(name, of, "answer", "no" if said else "yes")
    if prefix != "prompt":
        of = f"{case}/2.1.2/d@{at.me}" if prefix else f"{case}/2.1.2/d"
        at.editor.set(f"{prefix}prompt", of, "note", TWO if prefix else ONE)


def trust(drawn: Any, second: Workspace, folder: Path) -> None:
    """35: Inspector B passes on another card of Inspector C, and one of Inspector D, who is new."""
    drawn.dress()
    desk = drawn.program.shell.desk
    mine = desk.workspace
    new = colleague("Inspector D", folder)
    team.add(second, new.card(), said="Joins us on Friday for the victims’ cases.")
    team.add(second, colleague("Inspector C", folder / "anew").card(), replacing=True)
    give(second, mine, folder)
    _show_card(drawn, "Inspector C", "35-trust")
    _show_card(drawn, "Inspector D", "35b-trust-new-person")


def _show_card(drawn: Any, name: str, number: str) -> None:
    drawn.dress()
    desk = drawn.program.shell.desk
    desk.show_page("trust")
    page = desk.page("trust")
    until(lambda: page.list.count() > 2)
    waiting = [row.key for row in membership.introductions(desk.workspace) if row.card.name == name]
    page.return_to(f"waits {waiting[0]}")
    next(iter(page.view.ways.values())).click()
    each(drawn, number)
