"""Writing in a note: lists, bold, marks, paste and spelling. Whatever is done, the text is what was done and is stored."""

from collections.abc import Iterator
from math import ceil

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QColor, QContextMenuEvent, QFont, QImage, QTextCursor
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from inspector_app.core.domain.text import writing
from inspector_app.core.domain.text.marks import MARKS, Mark, place, toggled
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.services.writing import own_words
from inspector_app.core.services.writing import spelling as words
from inspector_app.ui.look import theme
from inspector_app.ui.note import spelling
from inspector_app.ui.note.box import NoteBox
from inspector_app.ui.note.exact_text import from_document, offset, to_document, units, widened
from inspector_app.ui.note.field import NoteField
from inspector_app.ui.note.painted import paint
from inspector_app.ui.note.painted.paint import misspelt
from inspector_app.ui.note.pasting import NO_TEXT
from inspector_app.ui.note.spelling import Spelling
from tests.ui.conftest import PATIENCE
from tests.ui.test_note_box import AWKWARD, Desk, desk

__all__ = ["desk"]  # the fixture: a note over a real workspace

CONTROL, ALT, SHIFT = (getattr(Qt.KeyboardModifier, f"{name}Modifier") for name in ("Control", "Alt", "Shift"))
DIGITS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5, Qt.Key.Key_6)


@pytest.fixture
def spells() -> bool:
    return True


@pytest.fixture
def check(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> Iterator[Spelling]:
    """On a busy machine the process that knows the words may take long to begin: it is waited for."""
    monkeypatch.setattr(spelling, "_PATIENCE", PATIENCE)
    made = spelling.check()
    made.set_on(True)
    made.use(workspace)
    yield made
    made.use(None)


def mime(text: str | None = None, html: str | None = None, **more: bytes) -> QMimeData:
    data = QMimeData()
    if html is not None:
        data.setHtml(html)
    if text is not None:
        data.setText(text)
    for kind, value in more.items():
        data.setData(kind.replace("_", "/"), value)
    return data


def put_cursor(box: NoteBox, start: int, end: int | None = None) -> None:
    cursor = box.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(start if end is None else end, QTextCursor.MoveMode.KeepAnchor)
    box.setTextCursor(cursor)


# lists and bold


def test_enter_goes_on_with_a_list_and_an_empty_item_ends_it(qtbot: QtBot, desk: Desk) -> None:
    for line in ("- one", "two", ""):
        qtbot.keyClicks(desk.box, line)
        qtbot.keyClick(desk.box, Qt.Key.Key_Return)
    qtbot.keyClicks(desk.box, "3. three")
    qtbot.keyClick(desk.box, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    qtbot.keyClicks(desk.box, "four")
    qtbot.keyClick(desk.box, Qt.Key.Key_Return, SHIFT)
    qtbot.keyClicks(desk.box, "plain")
    assert desk.box.flush()
    assert desk.stored() == "- one\n- two\n3. three\n4. four\nplain"


def test_bold_is_typed_text_and_is_taken_away_by_the_same_key(qtbot: QtBot, desk: Desk) -> None:
    qtbot.keyClicks(desk.box, "two risks")
    qtbot.keyClick(desk.box, Qt.Key.Key_B, CONTROL)
    assert desk.box.text() == "two **risks**"
    qtbot.keyClick(desk.box, Qt.Key.Key_B, CONTROL)
    assert desk.box.text() == "two risks"
    put_cursor(desk.box, 9)
    qtbot.keyClicks(desk.box, " ")
    qtbot.keyClick(desk.box, Qt.Key.Key_B, CONTROL)
    qtbot.keyClicks(desk.box, "named")
    assert desk.box.flush()
    assert desk.stored() == "two risks **named**"
    assert desk.steps() == 1


def test_headings_bold_lists_and_marks_look_so_and_the_text_stays_as_typed(desk: Desk) -> None:
    text = "# Plan \U0001f600\n\U0001f600 a **bold** word\n- item\nStrength: seen\nplain"
    desk.bind(0, text)
    assert desk.box.text() == text
    blocks = []
    block = desk.box.document().begin()
    while block.isValid():
        formats = [(f.start, f.length) for f in block.layout().formats() if f.format.fontWeight() == QFont.Weight.Bold]
        blocks.append(formats)
        block = block.next()
    assert blocks == [[(0, 9)], [(5, 8)], [(0, 1)], [(0, 9)], []]
    assert not desk.box.unsaved


# marks


def test_alt_and_a_digit_marks_the_paragraph_changes_the_mark_and_takes_it_away(qtbot: QtBot, desk: Desk) -> None:
    desk.bind(0, "first\nseen alone\nlast")
    put_cursor(desk.box, 10)
    for key, kind in zip(DIGITS, Mark, strict=True):
        qtbot.keyClick(desk.box, key, ALT)
        assert desk.box.text() == f"first\n{MARKS[kind]}: seen alone\nlast"
    qtbot.keyClicks(desk.box, "|")
    assert desk.box.text() == "first\nClose call: seen| alone\nlast"
    qtbot.keyClick(desk.box, DIGITS[-1], ALT)
    assert desk.box.flush()
    assert desk.stored() == "first\nseen| alone\nlast"


def test_a_mark_on_an_empty_paragraph_leaves_the_cursor_behind_it(qtbot: QtBot, desk: Desk) -> None:
    qtbot.keyClick(desk.box, Qt.Key.Key_1, ALT)
    qtbot.keyClicks(desk.box, "seen alone")
    assert desk.box.text() == "Strength: seen alone"


def test_the_tools_are_there_while_one_is_in_the_note_and_shift_and_tab_leads_to_them(qtbot: QtBot, desk: Desk) -> None:
    tools = desk.field.tools
    assert tools is not None
    assert tools.isVisible()
    assert [b.accessibleName() for b in tools.buttons] == [
        "Mark: strength", "Mark: area for improvement", "Mark: quotation", "Mark: follow up", "Mark: practice example",
        "Bold",
    ]  # fmt: skip
    assert all(b.toolTip() for b in tools.buttons)
    assert {(b.width(), b.height()) for b in tools.buttons} == {(24, 24)}
    qtbot.keyClicks(desk.box, "seen alone")
    qtbot.keyClick(desk.box, Qt.Key.Key_Backtab)
    assert tools.buttons[0].hasFocus()
    assert desk.stored() == "seen alone"
    qtbot.keyClick(tools.buttons[0], Qt.Key.Key_Right)
    assert tools.buttons[1].hasFocus()
    qtbot.keyClick(tools.buttons[1], Qt.Key.Key_Return)
    assert desk.box.hasFocus()
    assert desk.box.text() == "Area for improvement: seen alone"
    qtbot.keyClick(desk.box, Qt.Key.Key_Tab)
    assert desk.elsewhere.hasFocus()
    qtbot.waitUntil(lambda: not tools.isVisible())


def test_a_click_on_a_tool_leaves_the_cursor_in_the_note(qtbot: QtBot, desk: Desk) -> None:
    assert desk.field.tools is not None
    qtbot.keyClicks(desk.box, "heard")
    qtbot.mouseClick(desk.field.tools.buttons[2], Qt.MouseButton.LeftButton)
    assert desk.box.hasFocus()
    qtbot.keyClicks(desk.box, "!")
    assert desk.box.text() == "Quotation: heard!"


# paste


WORD_HTML = '<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><p>x</p></body></html>'


def test_a_word_processors_text_is_cleaned_and_is_one_step(qtbot: QtBot, desk: Desk) -> None:
    qtbot.keyClicks(desk.box, "before ")
    desk.box.insertFromMimeData(mime("•\tone\u00a0item \r\n\r\n\r\n\r\no\ttwo\u00ad\u2028“three”\u200b", WORD_HTML))
    qtbot.keyClicks(desk.box, " after")
    assert desk.box.flush()
    assert desk.stored() == "before - one item\n\n- two\n“three” after"
    assert desk.steps() == 3


@pytest.mark.parametrize("more", [{"text_rtf": rb"{\rtf1}"}, {}])
def test_what_is_plain_comes_exactly_and_what_comes_with_rtf_is_cleaned(desk: Desk, more: dict[str, bytes]) -> None:
    desk.box.insertFromMimeData(mime("a\u00a0b ", **more))
    assert desk.box.text() == ("a b" if more else "a\u00a0b ")


def test_pictures_and_files_are_refused_in_a_quiet_sentence(desk: Desk) -> None:
    picture, files = QMimeData(), QMimeData()
    picture.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    files.setUrls([QUrl.fromLocalFile("report.docx")])
    for data in (picture, files):
        desk.field.remark.hide()
        assert desk.box.canInsertFromMimeData(data)
        desk.box.insertFromMimeData(data)
        assert desk.field.remark.isVisible()
        assert desk.field.remark.text() == NO_TEXT
    assert desk.box.text() == ""
    assert desk.steps() == 0


def test_an_enormous_paste_is_there_and_stored_whole(desk: Desk) -> None:
    text = "•\ta line of a very long document\u00a0indeed\r\n" * 120_000
    desk.box.insertFromMimeData(mime(text, WORD_HTML))
    assert desk.stored() == "- a line of a very long document indeed\n" * 120_000


# spelling


def wrong(box: NoteBox) -> list[str]:
    found = []
    block = box.document().begin()
    while block.isValid():
        text = block.text()
        found += [widened(text, start, end) for start, end in misspelt(box, block)]
        block = block.next()
    return found


def test_misspelt_words_are_found_off_the_ui_thread_and_the_one_being_typed_is_left_alone(
    qtbot: QtBot, desk: Desk, check: Spelling
) -> None:
    desk.bind(0, "\U0001f600 teh plan for C01 was recieved\nand Wexborough’s was not")
    with qtbot.waitSignal(check.changed):
        assert wrong(desk.box) == []  # asked for, not waited for
    assert wrong(desk.box) == ["teh", "recieved"]
    desk.box.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(desk.box, " assesment")
    assert wrong(desk.box) == ["teh", "recieved"]
    qtbot.keyClicks(desk.box, ".")
    qtbot.waitUntil(lambda: wrong(desk.box) == ["teh", "recieved", "assesment"])


def underlined(box: NoteBox) -> list[int]:
    """The paragraphs of a note with the colour of that line, and no text, in it."""
    image, red = box.viewport().grab().toImage(), QColor(theme.colours().error)
    found, block, top = [], box.document().begin(), box.contentOffset().y()
    while block.isValid():
        high = box.blockBoundingRect(block).height()
        rows = range(ceil(top), min(int(top + high), image.height()))
        if any(image.pixelColor(x, y) == red for y in rows for x in range(image.width())):
            found.append(block.blockNumber())
        block, top = block.next(), top + high
    return found


def test_the_line_under_a_word_goes_with_it_and_is_gone_once_the_word_is_right(
    qtbot: QtBot, desk: Desk, check: Spelling
) -> None:
    desk.bind(0, "all is well\nteh plan\nteh plan")
    qtbot.waitUntil(lambda: underlined(desk.box) == [1, 2])
    qtbot.keyClick(desk.box, Qt.Key.Key_Return)
    assert underlined(desk.box) == [2, 3]
    put_cursor(desk.box, len("\nall is well\nt"), len("\nall is well\nteh"))
    qtbot.keyClicks(desk.box, "he ")
    assert underlined(desk.box) == [3]
    check.add("teh")
    assert underlined(desk.box) == []


def test_at_a_key_words_are_looked_for_in_the_paragraph_alone_that_is_typed_in(
    qtbot: QtBot, desk: Desk, check: Spelling, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.bind(0, "teh plan\nteh school\nteh home")
    qtbot.waitUntil(lambda: underlined(desk.box) == [0, 1, 2])
    looked_at: list[int] = []
    monkeypatch.setattr(paint, "misspelt", lambda box, block, *_: looked_at.append(block.blockNumber()) or [])
    put_cursor(desk.box, len("teh plan"))
    qtbot.keyClicks(desk.box, "x")
    desk.box.viewport().grab()
    assert set(looked_at) == {0}


def test_at_a_key_no_word_is_looked_for_but_in_what_is_typed(
    qtbot: QtBot, desk: Desk, check: Spelling, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.bind(0, "teh plan of 3, her home/school and a plan")
    qtbot.waitUntil(lambda: underlined(desk.box) == [0])
    looked_at: list[str] = []
    whole = words._in_run
    monkeypatch.setattr(words, "_in_run", lambda run: looked_at.append(run) or whole(run))
    put_cursor(desk.box, len("teh plan"))
    qtbot.keyClicks(desk.box, "s")
    desk.box.viewport().grab()
    assert looked_at == ["plans"]


def menu(qtbot: QtBot) -> QMenu:
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    found = QApplication.activePopupWidget()
    assert isinstance(found, QMenu)
    return found


def test_a_suggestion_is_taken_by_keyboard_alone(qtbot: QtBot, desk: Desk, check: Spelling) -> None:
    desk.box.insertPlainText("the \u0175 \U0001f600 ")
    qtbot.keyClicks(desk.box, "recieve")
    qtbot.keyClick(desk.box, Qt.Key.Key_Period, CONTROL)
    shown = menu(qtbot)
    assert shown.activeAction().text() == "receive"
    qtbot.keyClick(shown, Qt.Key.Key_Return)
    qtbot.keyClicks(desk.box, " it")
    assert desk.box.flush()
    assert desk.stored() == "the \u0175 \U0001f600 receive it"


def test_where_the_paragraph_is_right_the_nearest_word_of_the_note_is_suggested_for(
    qtbot: QtBot, desk: Desk, check: Spelling
) -> None:
    desk.bind(0, "teh plan\nrecieve\nall is well")
    qtbot.waitUntil(lambda: wrong(desk.box) == ["teh", "recieve"])
    put_cursor(desk.box, len(desk.box.text()))
    qtbot.keyClick(desk.box, Qt.Key.Key_Period, CONTROL)
    assert menu(qtbot).activeAction().text() == "receive"
    QApplication.activePopupWidget().close()


def test_where_nothing_is_misspelt_the_menu_says_so_first_and_enter_pastes_nothing(
    qtbot: QtBot, desk: Desk, check: Spelling
) -> None:
    desk.bind(0, "all is well")
    qtbot.waitUntil(lambda: not any(check.may_be_wrong(word) for word in ("all", "is", "well")))
    qtbot.keyClick(desk.box, Qt.Key.Key_Period, CONTROL)
    shown = menu(qtbot)
    assert shown.actions()[0].text() == "No word here is misspelt"
    assert shown.activeAction() is None
    shown.close()


def test_the_menu_key_and_the_mouse_open_the_same_menu(qtbot: QtBot, desk: Desk, check: Spelling) -> None:
    desk.bind(0, "recieve")
    at = QPoint(30, 20)
    for reason in (QContextMenuEvent.Reason.Keyboard, QContextMenuEvent.Reason.Mouse):
        QApplication.sendEvent(desk.box.viewport(), QContextMenuEvent(reason, at, desk.box.mapToGlobal(at)))
        shown = menu(qtbot)
        assert shown.actions()[0].text() == "receive"
        assert {"Paste", "Select all", "Mark the paragraph"} <= {a.text() for a in shown.actions()}
        shown.close()
    assert desk.box.text() == "recieve"


def test_who_said_a_quotation_and_that_a_name_was_changed_is_chosen_in_the_menu(qtbot: QtBot, desk: Desk) -> None:
    desk.bind(0, "They came.\nQuotation: Ben asked (twice)")
    for at, path in ((3, ()), (14, ("Who said it", "parent or carer")), (14, ("Name changed",))):
        put_cursor(desk.box, at)
        qtbot.keyClick(desk.box, Qt.Key.Key_Period, CONTROL)
        shown = menu(qtbot)
        offered = {action.text(): action for action in shown.actions()}
        assert (
            {"Who said it", "Name changed"} <= {*offered} if path else not {"Who said it", "Name changed"} & {*offered}
        )
        if path:
            inner = offered[path[0]].menu()
            chosen = next(a for a in inner.actions() if a.text() == path[1]) if inner else offered[path[0]]
            chosen.trigger()
        shown.close()
    assert desk.box.flush()
    assert desk.stored() == "They came.\nQuotation: “Ben asked (twice)” (parent or carer, name changed)"


def test_a_word_of_ones_own_is_right_from_then_on_and_can_be_taken_out(
    qtbot: QtBot, desk: Desk, check: Spelling, workspace: Workspace
) -> None:
    desk.bind(0, "Bryngwran and Bryngwran’s")
    qtbot.waitUntil(lambda: len(wrong(desk.box)) == 2)
    qtbot.keyClick(desk.box, Qt.Key.Key_Period, CONTROL)
    next(a for a in menu(qtbot).actions() if a.text().startswith("Add")).trigger()
    QApplication.activePopupWidget().close()
    assert wrong(desk.box) == []
    assert "Bryngwran" in own_words.known(workspace)
    put_cursor(desk.box, 3)
    qtbot.keyClick(desk.box, Qt.Key.Key_Period, CONTROL)
    next(a for a in menu(qtbot).actions() if "out of my words" in a.text()).trigger()
    QApplication.activePopupWidget().close()
    qtbot.waitUntil(lambda: len(wrong(desk.box)) == 2)


def test_a_word_that_is_known_is_not_looked_up_among_ones_own_at_each_key_and_painting(
    qtbot: QtBot, desk: Desk, check: Spelling, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.bind(0, "teh plan")
    qtbot.waitUntil(lambda: wrong(desk.box) == ["teh"] and not check.may_be_wrong("plan"))
    asked, among = list[str](), spelling.spelling.among
    monkeypatch.setattr(spelling.spelling, "among", lambda word, own: asked.append(word) or among(word, own))
    assert [check.may_be_wrong(word) for word in ("teh", "plan")] == [True, False]
    assert asked == []
    assert check.may_be_wrong("nobodyaskedyet")
    assert asked == ["nobodyaskedyet"]


def test_switched_off_nothing_is_looked_at_and_no_process_runs(qtbot: QtBot, desk: Desk, check: Spelling) -> None:
    desk.bind(0, "teh")
    qtbot.waitUntil(lambda: wrong(desk.box) == ["teh"])
    check.set_on(False)
    assert wrong(desk.box) == []
    assert check._process is None
    check.set_on(True)
    assert wrong(desk.box) == ["teh"]


def test_another_nation_has_other_languages_at_once(
    qtbot: QtBot, desk: Desk, check: Spelling, workspace: Workspace
) -> None:
    desk.bind(0, "ysgol teh")
    qtbot.waitUntil(lambda: wrong(desk.box) == ["ysgol", "teh"])
    workspace.editor.set("inspection", "inspection", "nation", "wales")
    qtbot.waitUntil(lambda: wrong(desk.box) == ["teh"])


def test_a_process_that_dies_is_started_again_and_the_text_knows_nothing_of_it(
    qtbot: QtBot, desk: Desk, check: Spelling
) -> None:
    desk.bind(0, "teh")
    qtbot.waitUntil(lambda: wrong(desk.box) == ["teh"])
    assert check._process is not None
    check._process.kill()
    qtbot.waitUntil(lambda: check._process is None)
    qtbot.keyClicks(desk.box, "recieve ")
    qtbot.waitUntil(lambda: wrong(desk.box) == ["recieve", "teh"])


def test_a_paragraph_of_a_megabyte_is_looked_at_only_where_it_is_in_sight(desk: Desk, check: Spelling) -> None:
    desk.bind(0, "word teh " * 110_000)
    desk.box.viewport().repaint()
    assert len(check._wanted) <= 2


# typed text is sacred

PIECES = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=8) | st.sampled_from(
    ["- ", "1. ", "teh ", "\U0001f600", "**", "Strength: ", "a\u00a0b", "ŵ"]
)
DOING = st.lists(
    st.tuples(st.just("type"), PIECES)
    | st.tuples(st.just("paste"), st.sampled_from([AWKWARD, "•\tone\u00a0 \r\n\n\n\ntwo", "plain"]))
    | st.tuples(st.just("enter"), st.none())
    | st.tuples(st.just("bold"), st.none())
    | st.tuples(st.just("mark"), st.sampled_from(list(Mark)))
    | st.tuples(st.just("select"), st.tuples(st.integers(0, 200), st.integers(0, 200)))
    | st.tuples(st.just("replace"), st.tuples(st.sampled_from(["a", "e", "the", "\U0001f600"]), PIECES)),
    max_size=14,
)


class Model:
    """The same done to a string."""

    def __init__(self) -> None:
        self.text, self.anchor, self.at = "", 0, 0

    def put(self, start: int, end: int, new: str) -> None:
        self.text = self.text[:start] + new + self.text[end:]
        self.anchor = self.at = start + len(new)

    def type(self, piece: str) -> None:
        self.put(min(self.anchor, self.at), max(self.anchor, self.at), to_document(piece))

    def paste(self, text: str) -> None:
        self.type(writing.cleaned(text))

    def enter(self, _: None) -> None:
        self.type("")
        start, end = self.lines(self.at, self.at)
        self.apply(start, writing.entered(self.text[start:end], self.at - start))

    def bold(self, _: None) -> None:
        first, last = sorted((self.anchor, self.at))
        start, end = self.lines(first, last)
        self.apply(start, writing.bold(self.text[start:end], first - start, last - start))

    def mark(self, kind: Mark) -> None:
        start, end = self.lines(*sorted((self.anchor, self.at)))
        lines = self.text[start:end].split("\n")
        worth = [line for line in lines if line.strip()] or lines[:1]
        took = all((place(line) or (None,))[0] is kind for line in worth)
        new = [
            toggled(line, kind) if line in worth and (took or (place(line) or (None,))[0] is not kind) else line
            for line in lines
        ]
        self.put(start, end, "\n".join(new))

    def select(self, span: tuple[int, int]) -> None:
        self.anchor, self.at = (min(n, len(self.text)) for n in span)

    def replace(self, wanted: tuple[str, str]) -> None:
        spans = writing.occurrences(self.text, wanted[0])
        for start, end in reversed(spans):
            self.text = self.text[:start] + to_document(wanted[1]) + self.text[end:]

    def lines(self, start: int, end: int) -> tuple[int, int]:
        close = self.text.find("\n", end)
        return self.text.rfind("\n", 0, start) + 1, len(self.text) if close < 0 else close

    def apply(self, base: int, typed: writing.Typed) -> None:
        self.put(base + typed.start, base + typed.end, typed.text)
        self.anchor, self.at = base + typed.anchor, base + typed.position


def act(box: NoteBox, field: NoteField, model: Model, what: str, value: object) -> None:
    put_cursor(box, units(model.text[: model.anchor]), units(model.text[: model.at]))
    match what:
        case "type":
            box.insertPlainText(to_document(str(value)))
        case "paste":
            box.insertFromMimeData(mime(str(value), WORD_HTML))
        case "enter":
            box._enter(plain=False)
        case "bold":
            box.do("bold")
        case "mark":
            assert isinstance(value, Mark)
            box.do(f"mark-{value.value}")
        case "replace":
            assert isinstance(value, tuple)
            box.do("find-in-note")
            assert field.find_bar is not None
            field.find_bar.wanted.setText(value[0])
            field.find_bar.new.setText(value[1])
            field.find_bar.replace_all()
            field.find_bar.close_bar()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(doing=DOING)
def test_whatever_is_done_the_text_is_what_was_done_and_is_what_is_stored(
    desk: Desk, doing: list[tuple[str, object]]
) -> None:
    assert desk.box.flush()
    desk.workspace.editor.set("prompt", desk.targets[0].id, "note", None)
    desk.bind(0, "")
    model = Model()
    for what, value in doing:
        act(desk.box, desk.field, model, what, value)
        getattr(model, what)(value)
        raw = desk.box.document().toRawText().replace("\u2029", "\n")
        assert raw == model.text, what
        if what in ("mark", "replace"):  # the words one was at stay so: the box says where that is now
            cursor = desk.box.textCursor()
            model.anchor, model.at = (offset(model.text, at) for at in (cursor.anchor(), cursor.position()))
    assert desk.box.flush()
    assert desk.stored() == desk.box.text() == from_document(model.text.replace("\n", "\u2029"))
