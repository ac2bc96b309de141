"""A sentence of the findings is linked with its evidence by one key, and the margin shows it."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from inspector_app.core.domain.draft import support
from inspector_app.core.domain.live_figures import figures, token
from inspector_app.core.domain.text.sentences import sentences_of
from inspector_app.core.services.results import findings, supporting
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.places.findings.page import FindingsPage
from inspector_app.ui.places.findings.section_list import HEAD
from tests.ui.test_findings_page import choose


def test_a_sentence_is_linked_by_one_key_a_few_letters_and_enter(qtbot: QtBot, trafford: Workspace, alone: Any) -> None:
    page = alone(FindingsPage, trafford)
    choose(page, "2.1")
    item = page.desk.sheet.items()[0]
    box, line = item.note.box, page.desk.side.carried.line
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    box.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClick(box, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(line.hasFocus)
    nothing, offered = page.desk.side.carried.nothing, page.desk.side.carried.offered
    qtbot.keyClicks(line, "zebra")
    assert (nothing.isHidden(), offered.isHidden()) == (False, True), "an empty list said nothing of why"
    assert "“zebra”" in nothing.text()
    line.clear()
    qtbot.keyClicks(line, "c04 2.1.2 b")
    assert nothing.isHidden()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    (made,) = supporting.links(trafford)[item.row.id]
    assert made.on == support.of_answer(trafford.case_id("C04"), "2.1.2", "b")
    assert made.sentence == sentences_of(box.text())[-1].words
    qtbot.waitUntil(box.hasFocus)
    counts = [how_many for *_, how_many in item.margin.counts]
    assert counts == [0] * (len(counts) - 1) + [1]
    assert box.accessibleDescription() == f"1 of {len(counts)} sentences have evidence"
    assert line.text() == ""  # it was of this sentence, and is in the way at the next
    qtbot.keyClicks(box, f" That was {token('2.1.1')}.")
    said = f"That was {figures(page._rated.standards)['2.1.1']}."
    qtbot.waitUntil(lambda: page.desk.side.carried.about.text() == said)


def test_what_was_looked_for_and_given_up_is_gone_at_the_next_sentence(
    qtbot: QtBot, trafford: Workspace, alone: Any
) -> None:
    page = alone(FindingsPage, trafford)
    choose(page, "2.1")
    box, pane = page.desk.sheet.items()[0].note.box, page.desk.side.carried
    box.setFocus()
    qtbot.waitUntil(lambda: pane.about.text() == sentences_of(box.text())[0].words)
    page.do("carry")
    qtbot.waitUntil(pane.line.hasFocus)
    qtbot.keyClicks(pane.line, "zebra")
    qtbot.keyClick(pane.line, Qt.Key.Key_Escape)
    qtbot.waitUntil(box.hasFocus)
    box.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.waitUntil(lambda: pane.about.text() == sentences_of(box.text())[-1].words)
    assert (pane.line.text(), pane.offered.isHidden()) == ("", False)


def test_the_figures_stand_over_what_carries_the_sentence_where_there_is_room(
    qtbot: QtBot, trafford: Workspace, alone: Any
) -> None:
    page = alone(FindingsPage, trafford)
    page.setParent(None)
    page.resize(1286, 728)
    page.show()
    choose(page, "2.1")
    side = page.desk.side
    assert side.tabs.words() == ["Evidence", "Summaries", "No evidence", "Not used"]
    assert (side.box.isVisible(), side.figures.isVisible(), side.carried.isVisible()) == (False, True, True)
    item = page.desk.sheet.items()[0]
    item.note.box.setFocus()
    first = sentences_of(item.note.box.text())[0].words
    qtbot.waitUntil(lambda: side.carried.about.text() == first)  # of itself, as the cursor goes
    page.resize(1000, 500)
    assert side.tabs.words()[0] == "Figures"
    assert side.box.findData("figures") == 0
    page.close()


def test_sections_stand_in_groups_under_their_heads(trafford: Workspace, alone: Any) -> None:
    sections = alone(FindingsPage, trafford).desk.sections
    heads = {sections.item(row).text(): sections.item(row).data(HEAD) for row in range(sections.count())}
    shown = {text: head for text, head in heads.items() if head}
    assert shown == {
        "2.1  Assessing": "Domain two",
        "V1  Work with victims": "Work with victims",
        "Participation of children and their parents or carers": "Throughout",
        "References and further information": "Annexes",
    }


def noted(workspace: Workspace) -> str:
    item = f"{workspace.case_id('C04')}/2.1.1"
    workspace.editor.set("judgement", item, "rationale", "The plan was made with her.")
    return item


def test_a_quotation_goes_into_the_text_with_who_said_it_and_its_link(
    qtbot: QtBot, trafford: Workspace, alone: Any
) -> None:
    case = trafford.case_id("C04")
    said = "Quotation: “Ben asked. I did not.” (mother, name changed)\nQuotation: “Nobody came.”"
    trafford.editor.set("judgement", f"{case}/2.1.1", "rationale", said)
    page = alone(FindingsPage, trafford)
    choose(page, "2.1")
    item, pane = page.desk.sheet.items()[0], page.desk.side.unused
    box = item.note.box
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    box.moveCursor(QTextCursor.MoveOperation.End)
    before = box.text()
    page.desk.side.open("unused")
    line = "C04 · 2.1.1: “Ben asked. I did not.” (mother, name changed)"
    qtbot.waitUntil(lambda: pane.lines.count() > 1 and pane.lines.item(0).text() == line)
    assert pane.lines.item(1).text() == "C04 · 2.1.1: “Nobody came.” – who said it?"
    assert pane.about.text().startswith(f"{pane.lines.count()} pieces of strong evidence")
    assert pane.about.text().endswith("A quotation does not say who said it.")
    pane.lines.setFocus()
    pane.lines.setCurrentRow(0)
    qtbot.keyClick(pane.lines, Qt.Key.Key_Return)
    qtbot.waitUntil(box.hasFocus)
    note = "^[The name has been changed to protect the individual’s identity.]"
    assert box.text() == f"{before}\n> “Ben asked. I did not.” (mother){note}"
    made = supporting.links(trafford)[item.row.id]
    assert {one.sentence for one in made} == {"“Ben asked.", f"I did not.” (mother){note}"}
    assert {one.on for one in made} == {support.of_answer(case, "2.1.1")}
    qtbot.waitUntil(lambda: "Nobody came" in pane.lines.item(0).text())  # what stands in the text is offered no more


def test_what_was_marked_goes_into_the_text_by_one_key_with_its_link(
    qtbot: QtBot, trafford: Workspace, alone: Any
) -> None:
    case = trafford.case_id("C04")
    said = (
        "Strength: she was heard\nOther.\nPractice example: The map. It went home.\nArea for improvement: Nobody wrote."
    )
    trafford.editor.set("prompt", f"{case}/2.1.1/a", "note", said)
    page = alone(FindingsPage, trafford)
    choose(page, "2.1")
    item, pane = page.desk.sheet.items()[0], page.desk.side.unused
    box, before = item.note.box, item.note.box.text()
    page.desk.side.open("unused")
    qtbot.waitUntil(lambda: pane.lines.count() > 0)
    row = next(n for n in range(pane.lines.count()) if pane.lines.item(n).text().startswith("C04 · 2.1.1 a"))
    pane.lines.setFocus()
    pane.lines.setCurrentRow(row)
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    box.moveCursor(QTextCursor.MoveOperation.End)
    pane.lines.setFocus()
    qtbot.keyClick(pane.lines, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(box.hasFocus)
    assert box.text() == f"{before} she was heard. The map. It went home. Nobody wrote."
    made = supporting.links(trafford)[item.row.id]
    assert {one.sentence for one in made} == {"she was heard.", "The map.", "It went home.", "Nobody wrote."}
    assert {one.on for one in made} == {support.of_answer(case, "2.1.1", "a")}
    qtbot.keyClick(box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: supporting.links(trafford).get(item.row.id, []) != made)
    qtbot.keyClick(box, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: supporting.links(trafford).get(item.row.id, []) == made)
    qtbot.waitUntil(lambda: all("C04 · 2.1.1 a" not in pane.lines.item(n).text() for n in range(pane.lines.count())))


def test_control_enter_links_nothing_where_nothing_is_marked_and_says_what_enter_does(
    qtbot: QtBot, trafford: Workspace, alone: Any, told: Any
) -> None:
    page = alone(FindingsPage, trafford)
    pane = page.desk.side.unused
    choose(page, "2.1")
    page.desk.side.open("unused")
    qtbot.waitUntil(lambda: pane.about.text().startswith("No strong evidence waits for a sentence."))
    choose(page, "V1")
    source = "‘Working with victims’ policy and procedure"
    qtbot.waitUntil(lambda: source in [pane.lines.item(n).text() for n in range(pane.lines.count())])
    box = page.desk.sheet.items()[0].note.box
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    pane.lines.setFocus()
    pane.lines.setCurrentRow([pane.lines.item(n).text() for n in range(pane.lines.count())].index(source))
    qtbot.keyClick(pane.lines, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert told.last.startswith("Nothing is marked in it to be put in")
    assert supporting.links(trafford) == {}
    qtbot.keyClick(pane.lines, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: supporting.links(trafford) != {})


def test_a_summary_is_written_over_its_notes_and_goes_into_the_text_with_its_link(
    qtbot: QtBot, trafford: Workspace, alone: Any
) -> None:
    item_id, page = noted(trafford), alone(FindingsPage, trafford)
    choose(page, "2.1")
    item, pane = page.desk.sheet.items()[0], page.desk.side.summaries
    box = item.note.box
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    box.moveCursor(QTextCursor.MoveOperation.End)
    before = box.text()
    qtbot.keyClick(box, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(pane.lines.hasFocus)
    rows = [pane.lines.item(n).data(Qt.ItemDataRole.UserRole) for n in range(pane.lines.count())]
    pane.lines.setCurrentRow(rows.index(item_id))
    assert pane.lines.currentItem().text().endswith("no summary yet")
    assert "The plan was made with her." in pane.notes.toPlainText()
    qtbot.keyClick(pane.lines, Qt.Key.Key_Return)  # there is nothing to put into the text yet
    qtbot.waitUntil(pane.line.box.hasFocus)
    qtbot.keyClicks(pane.line.box, "Her plan was hers")
    qtbot.keyClick(pane.line.box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Her plan was hers" in pane.lines.currentItem().text())
    pane.lines.setFocus()
    qtbot.keyClick(pane.lines, Qt.Key.Key_Return)
    qtbot.waitUntil(box.hasFocus)
    assert box.text() == f"{before} Her plan was hers."
    (made,) = supporting.links(trafford)[item.row.id]
    assert (made.on, made.sentence) == (support.of_answer(trafford.case_id("C04"), "2.1.1"), "Her plan was hers.")
    page.do("undo")
    assert supporting.links(trafford).get(item.row.id, []) == []
    page.do("undo")
    assert box.text() == before
    trafford.editor.set("judgement", item_id, "rationale", "The plan was made without her.")
    qtbot.waitUntil(lambda: pane.lines.currentItem().text().endswith("(older than its notes)"))


def test_undo_in_the_text_takes_back_a_link_before_what_was_typed_earlier(
    qtbot: QtBot, trafford: Workspace, alone: Any
) -> None:
    page = alone(FindingsPage, trafford)
    choose(page, "2.1")
    item = page.desk.sheet.items()[0]
    box, before = item.note.box, item.note.box.text()
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    box.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(box, " So it was.")
    page.do("carry")
    line = page.desk.side.carried.line
    qtbot.waitUntil(line.hasFocus)
    qtbot.keyClicks(line, "c04 2.1.2 b")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(box.hasFocus)
    qtbot.keyClick(box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (supporting.links(trafford).get(item.row.id, []), box.text()) == ([], f"{before} So it was.")
    qtbot.keyClick(box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert box.text() == before


def test_evidence_whose_sentence_is_gone_is_listed_and_linked_with_the_sentence_at_the_cursor(
    qtbot: QtBot, trafford: Workspace, alone: Any
) -> None:
    page = alone(FindingsPage, trafford)
    choose(page, "2.1")
    item = page.desk.sheet.items()[0]
    on = support.of_case(trafford.case_id("C04"))
    supporting.link(trafford, item.row.id, on, "A sentence that nobody wrote.")
    page.desk.side.open("gaps")
    lines = page.desk.side.gaps.lines
    words = [lines.item(n).text() for n in range(lines.count())]
    assert words[-1] == "C04: was with “A sentence that nobody wrote.”"
    lines.setCurrentRow(lines.count() - 1)
    item.note.box.setFocus()
    qtbot.waitUntil(item.note.box.hasFocus)
    item.note.box.moveCursor(QTextCursor.MoveOperation.End)
    lines.itemActivated.emit(lines.currentItem())
    (made,) = supporting.links(trafford)[item.row.id]
    assert made.sentence == sentences_of(item.note.box.text())[-1].words
    assert "nobody wrote" not in " ".join(lines.item(n).text() for n in range(lines.count()))


def test_the_list_of_sections_says_whether_evidence_carries_what_is_written_and_the_head_how_much(
    opened: Any,
) -> None:
    workspace = opened.desk.workspace
    opened.desk.show_page("findings")
    page = opened.desk.page("findings")
    sections = page.desk.sections
    place = list(sections._titles).index("2.1")

    def heard() -> str:
        return str(sections.item(place).data(Qt.ItemDataRole.AccessibleTextRole))

    for row in workspace.findings():
        workspace.editor.set("finding", row.id, "deleted", True)
    assert heard().endswith("nothing is written")
    text = findings.add_finding(workspace, "2.1", "narrative")
    workspace.editor.set("finding", text, "text", "Plans were clear. Reviews were late.")
    page._show_section("2.1")
    assert heard().endswith("some sentences have no evidence")
    assert page.desk._carried.text() == "0 of 2 sentences have evidence"
    case = support.of_case(workspace.case_rows()[0].id)
    for sentence in ("Plans were clear.", "Reviews were late."):
        supporting.link(workspace, text, case, sentence)
    page._show_section("2.1")
    assert heard().endswith("every sentence has evidence")
    assert page.desk._carried.text() == "2 of 2 sentences have evidence"


def test_the_mark_of_the_recommendations_is_read_aloud_as_what_it_means_there(opened: Any) -> None:
    """Each is carried as a whole, and it was said of sentences."""
    workspace = opened.desk.workspace
    opened.desk.show_page("findings")
    page = opened.desk.page("findings")
    place = list(page.desk.sections._titles).index("recommendations")
    for row in workspace.recommendations():
        workspace.editor.set("recommendation", row.id, "deleted", True)
    text = findings.add_recommendation(workspace, "The board")
    workspace.editor.set("recommendation", text, "text", "Review plans. Do so each month.")
    for on, said in ((False, "some recommendations have no evidence"), (True, "every recommendation has evidence")):
        if on:
            supporting.link(workspace, text, support.of_case(workspace.case_rows()[0].id), "")
        page._show_section("recommendations")
        assert str(page.desk.sections.item(place).data(Qt.ItemDataRole.AccessibleTextRole)).endswith(said)
        assert page.desk.sections.item(place).toolTip() == said


def test_beside_a_standard_stands_how_often_each_prompt_was_answered_yes(opened: Any, qtbot: QtBot) -> None:
    workspace = opened.desk.workspace
    first, second = (row.id for row in workspace.case_rows()[:2])
    workspace.editor.set("prompt", f"{first}/2.1.1/a", "answer", "yes")
    workspace.editor.set("prompt", f"{second}/2.1.1/a", "answer", "no")
    opened.desk.show_page("findings")
    page = opened.desk.page("findings")
    page._show_section("2.1")
    qtbot.waitUntil(lambda: "2.1.1" in page.desk.figures.prompts.rows)
    assert page.desk.figures.prompts.rows["2.1.1"].text().startswith("a: 1 of 2")


def test_of_recommendations_it_is_said_how_many_of_them_have_evidence(workspace: Workspace, alone: Any) -> None:
    """They were counted as sentences, of which one may have several."""
    made = findings.add_recommendation(workspace, "The board")
    workspace.editor.set("recommendation", made, "text", "Do this. Then do that.")
    page = alone(FindingsPage, workspace)
    page.desk.section_chosen.emit("recommendations")
    said = "0 of 1 recommendation has evidence"
    assert page.desk._carried.text() == said
    assert page.desk.sheet.items()[0].note.box.accessibleDescription() == said
    page.desk.side.open("gaps")
    assert page.desk.side.gaps.about.text().startswith(f"{said}.")
