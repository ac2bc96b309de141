"""Finding things again in the real window."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.core.domain.finding.search import FoundRow, Query, Wanted
from inspector_app.core.services.search import finding, near_searches
from inspector_app.core.storage.reading.finding import search
from inspector_app.ui.places.find import found_line
from inspector_app.ui.places.find.model import LINE, Head, More
from inspector_app.ui.places.find.page import FindPage
from inspector_app.ui.words import found as found_words
from tests.ui.conftest import PATIENCE, Spoken
from tests.ui.test_shell import unnamed

NOTE = "The plan names two risks; school exclusion was not analysed"


class Page:
    """The page, at which somebody types."""

    def __init__(self, driver: Any, qtbot: QtBot) -> None:
        self.driver, self._qtbot = driver, qtbot
        self.workspace = driver.desk.workspace
        self.case = self.workspace.case_id("C02")
        self.workspace.editor.set("prompt", f"{self.case}/2.1.1/b", "note", NOTE)
        self.workspace.editor.set("finding", "f", "text", "Exclusion from school was common.")
        self.workspace.editor.set("finding", "f", "standard", "2.2")
        driver.press("Ctrl+Shift+F")

    @property
    def page(self) -> FindPage:
        found = self.driver.desk.page("find")
        assert isinstance(found, FindPage)
        return found

    @property
    def lines(self) -> list[str]:
        """What is in the list, in words."""
        words = []
        for line in self.page.model.lines:
            if isinstance(line, FoundRow):
                words.append(found_words.where(line))
            else:
                head = isinstance(line, Head)
                words.append(f"# {line.group.code}" if head else found_words.more(line.group))
        return words

    def type(self, words: str) -> None:
        QTest.keyClicks(focus(), words)
        self.settle()

    def key(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(focus(), key)

    def settle(self) -> None:
        """Wait until what is asked is what is shown."""
        page = self.page
        self._qtbot.waitUntil(lambda: not page.asking.busy and page.found.query == page.query)


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


@pytest.fixture
def at(opened: Any, qtbot: QtBot) -> Page:
    return Page(opened, qtbot)


def test_it_finds_as_one_types_and_says_how_much(at: Page) -> None:
    assert at.driver.desk.current == "find"
    assert focus() is at.page.box
    assert at.page._nothing.isVisible()
    assert "Find any word" in at.page._nothing.text()
    at.type("exclu")
    assert at.lines == ["# 2.1.1", "C02 · 2.1.1 b", "# findings", "Finding · 2.2"]
    assert at.page._count.text() == "2 places, in 2 groups"
    assert not at.page._nothing.isVisible()
    at.type("sion analysed")
    assert at.lines == ["# 2.1.1", "C02 · 2.1.1 b"]
    at.type("zzz")
    assert at.page._count.text() == "Nothing found"
    assert not at.page.view.isVisible()


def test_enter_opens_a_prompt_where_it_is_and_coming_back_keeps_the_search(at: Page) -> None:
    at.type("analysed")
    at.key(Qt.Key.Key_Return)
    desk = at.driver.desk
    assert desk.current == "case"
    place = desk.page("case").place()
    assert (place.case, place.question, place.prompt) == (at.case, "2.1.1", "b")
    at.driver.press("Ctrl+Shift+F")
    assert at.page.box.text() == "analysed"
    assert at.lines == ["# 2.1.1", "C02 · 2.1.1 b"]


def test_what_was_looked_for_is_in_view_in_a_long_note(at: Page, qtbot: QtBot) -> None:
    long = "\n".join(
        [*(f"Line {number} of what was seen." for number in range(80)), "Nobody spoke with the zookeeper."]
    )
    at.workspace.editor.set("prompt", f"{at.case}/2.1.1/b", "note", long)
    at.type("zookeep")
    at.key(Qt.Key.Key_Return)
    page = at.driver.desk.page("case")
    qtbot.settle()  # type: ignore[attr-defined]
    box = page.view.row_for("b").note.box
    assert box.cursorForPosition(box.viewport().rect().bottomLeft()).blockNumber() == 80
    assert box.textCursor().block().text()[box.textCursor().positionInBlock() :].startswith("zookeeper")
    assert not box.textCursor().hasSelection()


def test_the_arrows_go_into_the_list_and_esc_comes_back(at: Page) -> None:
    at.type("exclusion")
    at.key(Qt.Key.Key_Down)
    assert focus() is at.page.view
    at.key(Qt.Key.Key_Down)
    assert at.page.view.currentIndex().data(LINE).entity == "finding"  # past the head between them
    at.key(Qt.Key.Key_Escape)
    assert focus() is at.page.box
    at.key(Qt.Key.Key_Down, Qt.Key.Key_Return)
    desk = at.driver.desk
    assert desk.current == "findings"
    assert desk.page("findings").place().section == "2.2"
    assert desk.page("findings").place().item.startswith("f")


WORKED_ON = {
    "ant": ("judgement", "{case}/2.1.1", "rationale", "case"),
    "bat": ("interview", "{case}/i", "note", "case"),
    "cat": ("case", "{case}", "type", "case"),
    "dog": ("source", "s", "note", "evidence"),
    "eel": ("score", "s/one", "said", "evidence"),
    "fox": ("bearing", "s/1.1.2a", "note", "evidence"),
    "gnu": ("concern", "c", "what", "concerns"),
    "hen": ("informed", "c/one", "agreed", "concerns"),
    "ibis": ("recommendation", "r", "text", "findings"),
    "jay": ("previous", "p", "note", "findings"),
    "kite": ("rating", "1.1", "rationale", "ratings"),
    "lark": ("panel", "2.1", "reason", "ratings"),
    "mole": ("event", "e", "title", "week"),
}


def test_each_kind_of_thing_opens_on_the_page_it_is_worked_on(at: Page, subtests: pytest.Subtests) -> None:
    editor = at.workspace.editor
    editor.set("source", "s", "title", "Management board")
    editor.set("event", "e", "day", "2026-03-10")
    editor.set("bearing", "s/1.1.2a", "bears", True)
    for word, (entity, item, field, _) in WORKED_ON.items():
        editor.set(entity, item.format(case=at.case), field, f"zebra{word}")
    for word, (*_, page) in WORKED_ON.items():
        with subtests.test(word):
            at.driver.desk.show_page("find")
            at.page.box.setFocus()
            at.page.box.clear()
            at.type(f"zebra{word}")
            assert len(at.lines) == 2
            at.key(Qt.Key.Key_Return)
            assert at.driver.desk.current == page


@pytest.mark.parametrize(("word", "box"), [("zebra", "title"), ("yak", "note")])
def test_a_word_of_the_title_of_a_source_leads_to_its_title(at: Page, word: str, box: str) -> None:
    """It led to the note, in which the word does not stand."""
    at.workspace.editor.set("source", "s", "title", "Board of the zebra")
    at.workspace.editor.set("source", "s", "note", "A yak was seen.")
    at.type(word)
    at.key(Qt.Key.Key_Return)
    view = at.driver.desk.page("evidence").open_source.view
    assert focus() is getattr(view, box).box


def test_more_opens_the_rest_of_a_group_and_stays_where_one_was(at: Page) -> None:
    prompts = [p.ref for p in at.workspace.framework.questions["2.1.1"][1].prompts]
    for ref in prompts:
        at.workspace.editor.set("prompt", f"{at.case}/2.1.1/{ref}", "note", "zebrafinch")
    at.type("zebrafinch")
    more = len(prompts) - finding.SHOWN
    assert at.lines[-1] == f"and {more} more"
    at.key(Qt.Key.Key_Down, Qt.Key.Key_End)
    assert isinstance(at.page.view.currentIndex().data(LINE), More)
    at.key(Qt.Key.Key_Return)
    at.settle()
    assert at.lines[1:] == [f"C02 · 2.1.1 {ref}" for ref in prompts]
    assert at.page.view.currentIndex().data(LINE).prompt == prompts[finding.SHOWN - 1]


def test_the_form_stays_where_it_is_when_nothing_is_found(at: Page) -> None:
    before = at.page.box.y()
    at.type("school")
    assert at.page.model.lines
    at.type(" xylophone")
    assert not at.page.model.lines
    assert at.page.box.y() == before


def test_what_fills_the_view_comes_first_and_the_rest_when_nobody_types(at: Page, qtbot: QtBot) -> None:
    for number, case in enumerate(at.workspace.case_rows()):
        for ref in at.workspace.framework.questions:
            at.workspace.editor.set("judgement", f"{case.id}/{ref}", "rationale", f"zebrafinch {number}")
    at.driver.window.resize(1024, 640)
    QTest.keyClicks(focus(), "zebrafinch")
    qtbot.waitUntil(lambda: at.page.found.query.text == "zebrafinch")
    first, current = list(at.page.model.lines), at.page.view.currentIndex()
    assert not at.page.found.whole
    assert at.page.view.visualRect(at.page.model.index(len(first) - 1)).bottom() > at.page.view.viewport().height()
    said = at.page._count.text()
    resets: list[object] = []
    at.page.model.modelReset.connect(lambda: resets.append(1))
    at.settle()
    assert (at.page.found.whole, at.page._count.text(), resets) == (True, said, [])
    assert at.page.view.currentIndex() == current
    whole = finding.Finder(at.workspace).find(at.page.query)
    assert [line for line in at.page.model.lines if isinstance(line, FoundRow)] == [
        row for group in whole.groups for row in group.rows
    ]


def test_no_more_is_read_for_a_key_than_fills_the_view_with_lines_as_high_as_those_before(at: Page) -> None:
    for case in at.workspace.case_rows():
        for ref in at.workspace.framework.questions:
            at.workspace.editor.set("judgement", f"{case.id}/{ref}", "rationale", "zebrafinch " * 40)
    asked: list[Any] = []
    ask = at.page.asking.ask
    at.page.asking.ask = lambda query, opened=frozenset(), most=None: (asked.append(most), ask(query, opened, most))
    at.type("zebra")
    at.type("f")
    rows = [n for n, line in enumerate(at.page.model.lines) if isinstance(line, FoundRow)]
    high = min(at.page.view.visualRect(at.page.model.index(n)).height() for n in rows)
    assert asked[-1] == at.page.view.height() // high + 1
    assert asked[-1] < asked[0]
    at.type("q")
    assert not at.page.model.lines
    at.page.search(Query("zebra"))  # nor where there were none before
    assert asked[-1] < asked[0]


def test_one_comes_back_to_the_line_that_one_was_on_however_far_down(at: Page) -> None:
    for ref in at.workspace.framework.questions:
        at.workspace.editor.set("judgement", f"{at.case}/{ref}", "rationale", "zebrafinch")
    at.type("zebrafinch")
    last = at.page.model.index(len(at.page.model.lines) - 1)
    at.page.view.setCurrentIndex(last)
    was = last.data(LINE)
    place = at.page.place()
    at.page.search(Query("exclusion"))
    at.settle()
    at.page.return_to(place)
    at.settle()
    assert at.page.view.currentIndex().data(LINE) == was


def test_filters_find_without_words_and_are_said_in_words(at: Page) -> None:
    for ref, answer in (("a", "no"), ("b", "no"), ("c", "yes")):
        at.workspace.editor.set("prompt", f"{at.case}/2.1.1/{ref}", "answer", answer)
    at.workspace.editor.set("case", at.case, "inspector", at.workspace.me)
    boxes = at.page.filters._boxes
    for name, chosen in (("answer", "no"), ("about", "2.1.1"), ("inspector", at.workspace.me), ("note", "without")):
        boxes[name].setCurrentIndex(boxes[name].findData(chosen))
    at.settle()
    assert at.lines == ["# 2.1.1", "C02 · 2.1.1 a"]
    assert at.page._count.text() == "1 place"  # the chips say of what
    line = at.page.view.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert line.startswith("C02 · 2.1.1 a. No. Ruth Ashdown")


def test_an_answer_that_was_overtaken_is_never_shown(at: Page, qtbot: QtBot) -> None:
    shown: list[str] = []
    before = at.page.model.modelReset
    before.connect(lambda: shown.append(at.page.found.query.text))
    for letter in "exclusion":
        QTest.keyClick(at.page.box, Qt.Key(ord(letter.upper())))
    at.settle()
    assert shown[-1] == "exclusion"
    assert at.lines == ["# 2.1.1", "C02 · 2.1.1 b", "# findings", "Finding · 2.2"]
    at.page.box.clear()
    assert at.page.found.query.empty  # at once, while a search may still be under way
    at.settle()
    assert at.page.found.query.empty


def test_what_is_edited_meanwhile_is_found_when_one_comes_back(at: Page, qtbot: QtBot) -> None:
    at.type("exclusion")
    at.driver.press("Ctrl+2")
    at.workspace.editor.set("prompt", f"{at.case}/2.1.1/a", "note", "another exclusion")
    at.driver.press("Ctrl+Shift+F")
    qtbot.waitUntil(lambda: "C02 · 2.1.1 a" in at.lines)


def test_search_and_place_are_there_after_a_lock_and_in_no_settings(at: Page) -> None:
    at.type("exclusion")
    at.key(Qt.Key.Key_Down, Qt.Key.Key_Down)
    at.driver.press("Ctrl+L")
    at.driver.wait_for("Unlock")
    kept = at.driver.program.laptop.folder / "settings.json"
    assert not kept.exists() or "exclusion" not in kept.read_text()
    at.driver.unlock()
    at.driver.wait_for("Desk")
    at.settle()
    assert at.driver.desk.current == "find"
    assert at.page.box.text() == "exclusion"
    assert at.page.view.currentIndex().data(LINE).entity == "finding"


def test_a_search_is_kept_chosen_renamed_and_removed(at: Page, told: Spoken) -> None:
    at.type("exclusion")
    kept = at.page.kept
    kept.keep.click()
    assert focus() is kept._name
    at.key(Qt.Key.Key_Return)
    assert "is needed" in told.last
    QTest.keyClicks(kept._name, "Exclusions")
    at.key(Qt.Key.Key_Return)
    assert kept._box.currentText() == "Exclusions"
    at.page.search(Query("zzz"))
    at.settle()
    assert kept._box.currentText() == "Kept searches"
    kept._box.setCurrentIndex(1)
    kept._box.activated.emit(1)
    at.settle()
    assert at.page.box.text() == "exclusion"
    kept._rename.click()
    QTest.keyClicks(kept._name, "Shut out")
    at.key(Qt.Key.Key_Return)
    assert [k.name for k in finding.kept_searches(at.workspace)] == ["Shut out"]
    kept._rename.click()
    at.key(Qt.Key.Key_Escape)
    assert not kept._name.isVisible()
    kept._remove.click()
    assert finding.kept_searches(at.workspace) == []
    assert [kept._box.itemText(n) for n in range(kept._box.count())] == ["Kept searches"]


def test_kept_searches_stand_beside_with_how_much_each_finds_and_are_gone_to(at: Page, qtbot: QtBot) -> None:
    finding.keep(at.workspace, "Exclusions", Query("exclusion"))
    at.page.kept._fill("")
    at.driver.window.resize(1366, 768)
    qtbot.settle()  # type: ignore[attr-defined]
    beside = at.page.beside
    assert beside.isVisible()
    qtbot.waitUntil(lambda: "place" in beside.list.item(0).text())
    beside.list.itemActivated.emit(beside.list.item(0))
    at.settle()
    assert at.page.query == Query("exclusion")
    assert beside.list.currentRow() == 0
    at.page.remembered.note()
    texts = [beside.list.item(n).text() for n in range(beside.list.count())]
    assert texts[1:] == ["exclusion"]


def test_the_palette_looks_for_what_was_typed_in_all_notes(at: Page) -> None:
    at.driver.press("Ctrl+2", "Ctrl+K")
    QTest.keyClicks(focus(), "school exclusion")
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    assert at.driver.desk.current == "find"
    at.settle()
    assert at.page.query == Query("school exclusion")
    assert "C02 · 2.1.1 b" in at.lines


def test_everything_on_the_page_says_what_it_is(at: Page) -> None:
    at.type("exclusion")
    assert unnamed(at.driver) == []
    for _ in range(14):  # Tab goes round and leaves the page again
        QTest.keyClick(focus(), Qt.Key.Key_Tab)
    assert at.page.isVisible()


def test_in_a_low_window_the_filters_take_the_place_of_the_list_only_when_asked_for(at: Page, qtbot: QtBot) -> None:
    at.type("exclusion")
    at.driver.window.change_look("light", 200)
    at.driver.window.resize(1000, 560)
    qtbot.settle()
    at.settle()
    at.page.resize(at.page.size())
    assert at.page.view.isVisible()
    assert not at.page.filters.isVisible()
    QTest.mouseClick(at.page._toggle, Qt.MouseButton.LeftButton)
    assert at.page.filters.isVisible()
    assert not at.page.view.isVisible()
    assert at.page._count.isVisible()  # what the filters leave is still said
    qtbot.settle()
    assert at.page.box.y() - at.page._toggle.geometry().bottom() < at.page.box.height()  # nothing has moved apart
    QTest.mouseClick(at.page._toggle, Qt.MouseButton.LeftButton)
    assert at.page.view.isVisible()


def test_the_index_is_brought_up_to_date_in_a_quiet_moment(opened: Any, qtbot: QtBot) -> None:
    from inspector_app.ui.window.indexing import Indexing

    indexing = opened.desk.findChild(Indexing)
    assert isinstance(indexing, Indexing)
    workspace = opened.desk.workspace
    workspace.editor.set("finding", "f", "text", NOTE)

    def behind() -> int:
        with workspace.database.read() as connection:
            return search.behind(connection)

    assert behind() > 0
    assert indexing._timer.isActive()
    indexing._timer.setInterval(10)
    indexing._timer.start()
    qtbot.waitUntil(lambda: behind() == 0)


def test_filters_in_words() -> None:
    words = found_words.filters(Wanted(answer="no", about="2.2.2/b", note=False, mark="strength"), "me", {}, {})
    assert words == "No on 2.2.2 b, without note, marked strength"
    assert found_words.filters(Wanted(about="2.2"), "me", {}, {}) == "Everything on 2.2"
    assert found_words.filters(Wanted(inspector="t"), "me", {"t": "Tom"}, {}) == "Cases of Tom"


# beside the list, and in its place


def offered(at: Page) -> list[str]:
    return [b.accessibleName() for b in at.page.nothing.findChildren(QPushButton) if not b.isHidden()]


def test_where_nothing_is_found_what_near_it_would_find_something_is_offered(at: Page, qtbot: QtBot) -> None:
    at.type("scool exclusion")
    assert at.page.nothing.isVisible()
    assert at.page.nothing._heading.text() == "Nothing has both words"
    qtbot.waitUntil(lambda: len(offered(at)) == 2)
    assert offered(at) == [
        "Look: Perhaps you meant, school exclusion, 2 places", "Look: Only one of the words, exclusion, 2 places",
    ]  # fmt: skip
    at.page.nothing.findChildren(QPushButton)[0].click()
    at.settle()
    assert at.page.box.text() == "school exclusion"
    assert at.lines == ["# 2.1.1", "C02 · 2.1.1 b", "# findings", "Finding · 2.2"]
    assert not at.page.nothing.isVisible()


def test_what_is_near_is_looked_for_once_no_key_comes(at: Page, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []
    monkeypatch.setattr(near_searches, "near", lambda finder, query, ticket: looked.append(query.text) or ())
    pause = at.page.nothing._pause
    pause.setInterval(PATIENCE)  # however long these keys take
    for letter in "xylophone":
        at.type(letter)
    assert not looked  # else each key would wait for it
    assert pause.isActive()
    pause.start(1)
    qtbot.waitUntil(lambda: looked == ["xylophone"])
    pause.setInterval(PATIENCE)
    at.page.box.clear()
    at.type("xylophone")
    assert pause.isActive()
    at.driver.press("Ctrl+1")
    assert not pause.isActive()  # nor for a page that is out of sight
    assert looked == ["xylophone"]


def test_a_filter_that_keeps_everything_out_can_be_left_out(at: Page, qtbot: QtBot) -> None:
    box = at.page.filters._boxes["answer"]
    at.type("analysed")
    box.setCurrentIndex(box.findData("yes"))
    at.settle()
    qtbot.waitUntil(lambda: offered(at) == ["Look: Without any filter, analysed, 1 place"])
    at.type(" xylophone")
    at.page.box.setText("xylophone")
    at.settle()
    qtbot.wait(600)
    assert offered(at) == []  # what would find nothing is not offered


def test_a_filter_says_of_what_it_is_and_is_taken_off_by_its_cross(at: Page) -> None:
    chip = at.page.filters._chips["answer"]
    assert (chip.box.said(), chip.off.isVisible()) == ("Answer", False)
    chip.box.setCurrentIndex(chip.box.findData("no"))
    assert (chip.box.said(), chip.off.isVisible()) == ("Answer: No", True)
    assert at.page.filters.clear_all.isVisible()
    chip.off.click()
    assert at.page.filters.wanted == Wanted()
    assert focus() is chip.box
    at.settle()
    for name in ("answer", "stage"):
        at.page.filters._boxes[name].setCurrentIndex(1)
    at.page.filters.clear_all.click()
    assert at.page.query == Query()


def test_the_whole_of_what_one_is_on_stands_beside_the_list(at: Page, qtbot: QtBot) -> None:
    at.driver.window.resize(1366, 768)
    at.workspace.editor.set("prompt", f"{at.case}/2.1.1/b", "answer", "no")
    at.type("exclusion")
    pane = at.page.pane
    qtbot.waitUntil(lambda: pane.heading.text() == "C02 · 2.1.1 b")
    assert pane.note.toPlainText() == NOTE
    assert pane.asked.text() == at.workspace.framework.questions["2.1.1"][1].prompts[1].text
    assert (pane.answer.isVisible(), pane.answer.text(), pane.standing.text()) == (True, "No", "")
    at.key(Qt.Key.Key_Down, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: "Exclusion from school was common." in pane.note.toPlainText())
    pane.go.click()
    assert at.driver.desk.current == "findings"


def test_what_people_write_stands_beside_the_list_as_text_and_not_as_a_page(at: Page, qtbot: QtBot) -> None:
    at.driver.window.resize(1366, 768)
    at.workspace.editor.set("prompt", f"{at.case}/2.1.1/a", "note", "<b>zebrafinch</b> & <img src='x'>")
    at.type("zebrafinch")
    qtbot.waitUntil(lambda: at.page.pane.note.toPlainText() == "<b>zebrafinch</b> & <img src='x'>")


def test_what_the_first_letter_finds_is_laid_out_once(at: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    """It came into view beside what it takes the place of, and was measured at that width, at half of it and at its own."""
    at.type("e")
    at.page.box.clear()
    at.settle()
    laid, widths = found_line._laid, set()

    def measured(row: FoundRow, width: int) -> Any:
        widths.add(width)
        return laid(row, width)

    monkeypatch.setattr(found_line, "_laid", measured)
    at.type("e")
    assert at.page.view.isVisible()
    assert len(widths) == 1
