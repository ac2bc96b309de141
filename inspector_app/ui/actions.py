"""Every command of the window in one list: its words, its keys and where it is at home.

The window makes its actions from here, the palette searches it and the sheet of keys prints it, so the three cannot
disagree. The commands that lead to a page are made from the table of pages.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from inspector_app.core.domain.inspection import Answer
from inspector_app.core.words import Later, later, say
from inspector_app.ui import letters, own_keys
from inspector_app.ui.pages import PAGES


@dataclass(frozen=True, slots=True)
class Command:
    """A command. `keys` in Qt's portable notation, the first shown; `called` and `does` are translated when shown."""

    code: str
    called: str
    keys: tuple[str, ...]
    does: str
    home: Later

    @property
    def text(self) -> str:
        """What it is called."""
        return Later(self.called).say()

    @property
    def tip(self) -> str:
        """What it does, in one line."""
        return Later(self.does).say()

    @property
    def group(self) -> str:
        """Where it is at home."""
        return self.home.say()


_EVERYWHERE = later("Everywhere")
_CASES = later("Cases")
_ASSESS = later("Assessing a case")
_RATINGS = later("Ratings")
_FINDINGS = later("Findings")
_REVIEW = later("Reviewing a case")
_COMPARE = later("Case by case")
_SETTLING = later("Settling a second marking")
_WEEK = later("The week")
_EVIDENCE = later("Evidence")
_WRITING = later("Writing a note")
_HANDOFF = later("Hand-off")
_PAPER = later("Paper")

COMMANDS: tuple[Command, ...] = (
    Command("palette", "Find a command or a case", ("Ctrl+K",), "Type a few letters of what you want", _EVERYWHERE),
    Command("guide", "Guide", ("F1",), "How everything is done, opened at the page you are on", _EVERYWHERE),
    Command("keys", "Show the keys", ("Shift+F1",), "Every key on one sheet", _EVERYWHERE),
    Command("lock", "Lock", ("Ctrl+L",), "Save, close the inspection and ask for the passphrase", _EVERYWHERE),
    *(Command(row.code, row.called, (row.keys,), row.shows, _EVERYWHERE) for row in PAGES),
    Command(
        "raise-concern", "Raise a concern", ("Ctrl+Shift+I",), "Write down that a child may be at risk", _EVERYWHERE
    ),
    Command("quit", "Quit", ("Ctrl+Q",), "Save and close the program", _EVERYWHERE),
    Command("leave", "Close this inspection", ("Ctrl+W",), "Save and go back to the list of inspections", _EVERYWHERE),
    Command("larger", "Larger", ("Ctrl++", "Ctrl+="), "Make everything larger", _EVERYWHERE),
    Command("smaller", "Smaller", ("Ctrl+-",), "Make everything smaller", _EVERYWHERE),
    Command("usual-size", "Usual size", ("Ctrl+0",), "Go back to 100%", _EVERYWHERE),
    Command("spelling", "Check spelling", ("F7",), "Switch the check of spelling on or off", _EVERYWHERE),
    Command(
        "card", "Your identity card", ("Ctrl+Alt+I",), "Save it for the lead, who adds you to the team", _EVERYWHERE
    ),
    Command(
        "settings",
        "Settings",
        ("Ctrl+,",),
        "Colours, size, spelling, locking, folders and keys, on this laptop",
        _EVERYWHERE,
    ),
    Command("messages", "Messages", ("F8",), "What the window has said, the latest first", _EVERYWHERE),
    Command("about", "About", ("Ctrl+F1",), "Which version this is, and where your files are", _EVERYWHERE),
    Command("news", "What is new", ("Ctrl+Alt+N",), "What this version brings", _EVERYWHERE),
    Command(
        "tour",
        "Tour",
        ("Ctrl+Alt+U",),
        "Five minutes on the sample; press again to go to what it asks for",
        _EVERYWHERE,
    ),
    Command(
        "fault",
        "Report a fault",
        ("Ctrl+Alt+F",),
        "Save versions and where it went wrong, without content",
        _EVERYWHERE,
    ),
    Command(
        "cover",
        "Only the words",
        ("F9",),
        "Show only the words you are judging; press again to go back",
        _EVERYWHERE,
    ),
    Command("look", "Next colours", ("Ctrl+Shift+L",), "Change between light, dark and high contrast", _EVERYWHERE),
    Command("add-event", "Add to the week", ("Ctrl+N",), "Write what happens into the day you are on", _WEEK),
    Command("print-week", "Print the week", ("Ctrl+P",), "Make pages of the week, or of a day of it", _WEEK),
    Command("event-earlier", "Day before", ("Alt+Left",), "Move it to the day before", _WEEK),
    Command("event-later", "Day after", ("Alt+Right",), "Move it to the day after", _WEEK),
    Command("take-away", "Delete the event", ("Del",), "Off the board; undo brings it back", _WEEK),
    Command("add-case", "Add a case", ("Ctrl+N",), "Add a case to this inspection", _CASES),
    Command("search", "Search the cases", ("Ctrl+F",), "Go to the search box", _CASES),
    Command("open-case", "Assess the case", ("Return",), "Open the selected case at its first gap", _CASES),
    Command("yes", "Yes", (letters.FIRST[Answer.YES].upper(),), "Answer yes and move on", _ASSESS),
    Command("no", "No", (letters.FIRST[Answer.NO].upper(),), "Answer no and move on", _ASSESS),
    Command("na", "Not applicable", (letters.FIRST[Answer.NA].upper(),), "Answer not applicable and move on", _ASSESS),
    Command("clear", "Clear", ("Del",), "Clear the answer", _ASSESS),
    Command("up", "Above", ("Up",), "Move to the one above", _ASSESS),
    Command("down", "Below", ("Down",), "Move to the one below", _ASSESS),
    Command("note", "Into the note", ("Return",), "Write the note on what you are judging", _ASSESS),
    Command("note-back", "Note on the last answer", ("Shift+Return",), "Write on what you answered last", _ASSESS),
    Command("out", "Out of the note", ("Esc",), "Go back to what you are judging; the note is saved", _ASSESS),
    Command("next-gap", "Next gap", ("Ctrl+Down",), "Move to the next thing not answered", _ASSESS),
    Command("next-question", "Next key question or theme", ("Alt+Right",), "Move to the next one", _ASSESS),
    Command("previous-question", "Key question or theme before", ("Alt+Left",), "Move to the one before", _ASSESS),
    Command("next-case", "Next case", ("Ctrl+PgDown",), "Move to the next case", _ASSESS),
    Command("previous-case", "Case before", ("Ctrl+PgUp",), "Move to the case before", _ASSESS),
    Command("undo", "Undo", ("Ctrl+Z",), "Undo the last edit of this item", _ASSESS),
    Command("redo", "Redo", ("Ctrl+Shift+Z", "Ctrl+Y"), "Do again what was undone", _ASSESS),
    Command("facts", "Facts and people", ("Ctrl+Shift+J",), "What is known of the case", _ASSESS),
    Command("points", "What to check", ("Ctrl+Shift+V",), "What is worth another look on the case", _ASSESS),
    Command("guidance", "Guidance", ("Ctrl+Shift+G",), "The framework’s words and the rules for answering", _ASSESS),
    Command("reading", "Answers and notes as one page", ("Ctrl+Shift+O",), "Read what is here as one page", _ASSESS),
    Command("history", "History of this item", ("Ctrl+Shift+H",), "Who changed what you are on", _ASSESS),
    Command("bold", "Bold", ("Ctrl+B",), "Make what is selected bold, or the word you are in", _WRITING),
    Command("mark-strength", "Mark: strength", ("Alt+1",), "Mark the paragraph, or remove its mark", _WRITING),
    Command("mark-area-for-improvement", "Mark: area for improvement", ("Alt+2",), "Mark the paragraph so", _WRITING),
    Command("mark-quotation", "Mark: quotation", ("Alt+3",), "Mark the paragraph so", _WRITING),
    Command("mark-follow-up", "Mark: follow up", ("Alt+4",), "Mark the paragraph so", _WRITING),
    Command("mark-practice-example", "Mark: practice example", ("Alt+5",), "Mark the paragraph so", _WRITING),
    Command(
        "mark-close-call",
        "Mark: close call",
        ("Alt+6",),
        "Say that the judgement could have gone the other way",
        _WRITING,
    ),
    Command("suggest", "Suggest a spelling", ("Ctrl+.",), "For the word you are in, or the nearest", _WRITING),
    Command("find-in-note", "Find and replace", ("Ctrl+F",), "Find words in this note, and replace them", _WRITING),
    Command("find-next", "Find the next", ("F3",), "Go to the next place where it is found", _WRITING),
    Command("find-previous", "Find the one before", ("Shift+F3",), "Go to the place before", _WRITING),
    Command("comment", "Comment here", ("Ctrl+Shift+M",), "Write to whoever works on the case", _REVIEW),
    Command("submit", "Submit the case", ("Ctrl+Shift+S",), "Say that it is ready to be reviewed", _REVIEW),
    Command("return", "Return the case", ("Ctrl+Shift+R",), "Return it with the comments you wrote", _REVIEW),
    Command("accept", "Accept the case", ("Ctrl+Shift+A",), "Its answers stay as they are", _REVIEW),
    Command("reopen", "Reopen the case", ("Ctrl+Alt+O",), "Open an accepted case again, with a reason", _REVIEW),
    Command("take-back", "Undo the stage", ("Ctrl+Shift+B",), "What you last did to its stage", _REVIEW),
    Command("take-over", "Take the case over", ("Ctrl+Shift+T",), "Make it yours, with a reason", _REVIEW),
    Command("ask-help", "Ask for help with the case", ("Ctrl+Alt+H",), "They may answer there too", _REVIEW),
    Command("ask-second", "Ask for a second marking", ("Ctrl+Shift+D",), "Ask a colleague to mark it blind", _REVIEW),
    Command(
        "verify", "Verify this item", ("Ctrl+Alt+V",), "Say that the answer you are on is right as it stands", _REVIEW
    ),
    Command("finished", "I have finished marking", ("Ctrl+Shift+E",), "Your part of it is done", _REVIEW),
    Command("next-prompt", "Next prompt or theme", ("Alt+Right",), "The next one on every case", _COMPARE),
    Command("previous-prompt", "Prompt or theme before", ("Alt+Left",), "The one before on every case", _COMPARE),
    Command("open-there", "Open the case there", ("Return",), "Go to this place on the selected case", _COMPARE),
    Command("keep-one", "Keep one", ("1",), "Settle the difference as marking one has it", _SETTLING),
    Command("keep-two", "Keep two", ("2",), "Settle the difference as marking two has it", _SETTLING),
    Command("keep-this", "Keep this", ("Ctrl+Return",), "Settle it with the answer and note you wrote", _SETTLING),
    Command("next-difference", "Next difference", ("Alt+Right",), "The next that both answered differently", _SETTLING),
    Command("previous-difference", "Difference before", ("Alt+Left",), "The one before", _SETTLING),
    Command("agree-equal", "Agree the equal ones", ("Ctrl+J",), "All that both answered alike, at once", _SETTLING),
    Command("add-source", "Add a source", ("Ctrl+N",), "Add a meeting, interview, document or survey", _EVIDENCE),
    Command("link", "Link the source", ("Ctrl+J",), "Type what the source bears on", _EVIDENCE),
    Command("evidence-view", "Sources or grid", ("Ctrl+G",), "Change between the sources and the grid", _EVIDENCE),
    Command("make-pack", "Make a case pack", ("Ctrl+P",), "Make pages of the cases chosen, to fill in by hand", _PAPER),
    Command("print-ratings", "Print the ratings", ("Ctrl+P",), "Make pages of how each rating was reached", _RATINGS),
    Command(
        "seal",
        "Seal the ratings",
        ("Ctrl+Alt+S",),
        "Save them signed, for anyone to check by working them out again",
        _RATINGS,
    ),
    Command(
        "verify-record", "Verify sealed ratings", ("Ctrl+Alt+Y",), "Whether a record is as it was sealed", _RATINGS
    ),
    Command(
        "add-earlier",
        "Add earlier inspections",
        ("Ctrl+N",),
        "Put files of other inspections beside this one",
        _RATINGS,
    ),
    Command("draft", "Draft findings PDF", ("Ctrl+P",), "Make the draft findings and show their pages", _FINDINGS),
    Command("figure", "Insert a figure", ("Ctrl+I",), "Go to the figures, to put one into the text", _FINDINGS),
    Command("freeze", "Freeze the figure", ("Ctrl+Alt+E",), "Keep the figure at the cursor as it stands", _FINDINGS),
    Command(
        "phrase", "Keep a phrase", ("Ctrl+Alt+P",), "Keep the line “.word text” at the cursor as a phrase", _FINDINGS
    ),
    Command(
        "text-up",
        "Move the text up",
        ("Alt+Up",),
        "Move the text you are in past the one above, or to the owner before",
        _FINDINGS,
    ),
    Command(
        "text-down", "Move the text down", ("Alt+Down",), "Move it past the one below, or to the next owner", _FINDINGS
    ),
    Command("text-delete", "Delete the text", ("Alt+Delete",), "It is offered back in its place", _FINDINGS),
    Command("summary", "Summaries", ("Ctrl+M",), "Go to the lines on the cases, to put one into the text", _FINDINGS),
    Command("carry", "Link evidence", ("Ctrl+J",), "Link the sentence at the cursor with what supports it", _FINDINGS),
    Command(
        "everything",
        "Save everything",
        ("Ctrl+Alt+X",),
        "Export all of the inspection as one archive, not encrypted",
        _HANDOFF,
    ),
)

_BY_CODE = {command.code: command for command in COMMANDS}


def command(code: str) -> Command:
    """The command of that code; KeyError when there is none."""
    return _BY_CODE[code]


def keys(code: str) -> str:
    """The first key of a command as this system writes it ("Ctrl+K", "⌘K"); a key that answers, as it is in use."""
    answer = next((answer for answer in Answer if answer == code), None)
    if answer is not None:
        return letters.letter(answer) or say("off")
    found = in_use(code)
    return QKeySequence(found[0]).toString(QKeySequence.SequenceFormat.NativeText) if found else say("off")


def in_menu(code: str, words: str = "") -> str:
    """A line of a menu: the command's own words, or these, and its first key at the right."""
    return f"{words or command(code).text}\t{keys(code)}"


def in_use(code: str) -> tuple[str, ...]:
    """The keys of a command as they are now, in Qt's portable notation; none where they are off."""
    return own_keys.of(code, _BY_CODE[code].keys)


def bind(action: QAction) -> None:
    """Give the action of a command (its object name) the keys that are in use."""
    code = action.objectName()
    action.setShortcuts([QKeySequence(key) for key in in_use(code)])
    action.setToolTip(f"{_BY_CODE[code].tip} ({keys(code)})")


def bind_all(owner: QWidget) -> None:
    """Give every action of a command within the owner the keys that are in use."""
    for action in owner.findChildren(QAction):
        if action.objectName() in _BY_CODE:
            bind(action)


def make(owner: QWidget, code: str, do: Callable[[], object], *, here: bool = False) -> QAction:
    """The action of a command, added to its owner. With `here` its keys work only while the owner has the focus."""
    action = QAction(_BY_CODE[code].text, owner)
    action.setObjectName(code)
    bind(action)
    context = Qt.ShortcutContext
    action.setShortcutContext(context.WidgetWithChildrenShortcut if here else context.WindowShortcut)
    action.triggered.connect(lambda _checked=False: do())
    owner.addAction(action)
    return action
