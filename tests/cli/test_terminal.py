"""Nothing that others wrote acts on the terminal of whoever runs a command, or passes for a line of the program."""

import json
import re
from contextlib import closing
from pathlib import Path

import pytest
from docx import Document

from inspector_app.__main__ import COMMANDS
from inspector_app.commands import terminal
from inspector_app.core import paths
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.workspace import Workspace
from tests.cli.conftest import PASSPHRASE, Ran, Run
from tests.cli.test_handoff_commands import Colleague
from tests.everywhere import write_everywhere

FORGED = "FORGED"
HOSTILE = (
    f"a\x1b]0;title\x07\x1b[2J\x9b1m\u202eb\u2066c\r\n{FORGED} today 14:02 Ruth set note: x\u2028{FORGED}\x85{FORGED}\v"
)
_OBEYED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def harmless(done: Ran) -> Ran:
    """What it wrote holds nothing that a terminal obeys, and no line that a value began."""
    for said in (done.out, done.err):
        assert not (found := _OBEYED.search(said)), said[max(0, found.start() - 80) : found.end() + 40]
        assert not [line for line in said.splitlines() if line.lstrip().startswith(FORGED)]
    return done


def test_what_a_terminal_would_obey_is_shown() -> None:
    assert terminal.shown("a\x1b[2J\u202eb\nc") == "a<U+001B>[2J<U+202E>b<U+000A>c"
    assert terminal.shown("Siân’s ŵyl, نص, 👩‍👧") == "Siân’s ŵyl, نص, 👩‍👧"


def test_a_break_within_a_line_starts_none(capsys: pytest.CaptureFixture[str]) -> None:
    terminal.tell("one\ntwo", "three")
    assert capsys.readouterr().out == "one<U+000A>two\nthree\n"


def test_a_short_text_stays_in_its_line_and_a_long_one_stands_below_marked_in_every_line() -> None:
    assert terminal.text_under("note:", "It was yes.", " (Bob)") == ["note: It was yes. (Bob)"]
    assert terminal.text_under("note:", "one\n\n  today 14:02", " (Bob)") == [
        "note: (Bob)", "    | one", "    | ", "    |   today 14:02",
    ]  # fmt: skip
    long = terminal.text_under("note:", "word " * 60)
    assert long[0] == "note:"
    assert all(line.startswith("    | word") and len(line) < 80 for line in long[1:])


@pytest.fixture
def people(
    desk: Path, run: Run, monkeypatch: pytest.MonkeyPatch, trafford_document: Path
) -> tuple[Colleague, Colleague]:
    """Ann and Bob on one inspection in which every text is hostile, and something is contested."""
    ann, bob = (Colleague(name, desk, run, monkeypatch) for name in ("Ann", "Bob"))
    ann.do("new", ann.workspace, "--framework", "iyjwcv-2025", "--service", HOSTILE, "--start", "2025-03-24")
    ann.do("import", trafford_document, "--into", ann.workspace)
    ann.do("team", "add", ann.workspace, bob.card)
    bob.take(ann.give(desk / "start.handoff"))
    for person in (ann, bob):
        person.judge("2.1.1", "yes" if person is ann else "no")
    bob.do("judge", bob.workspace, "C02", "2.1.2", "no", "--note", HOSTILE)
    return ann, bob


def hostile(person: Colleague) -> list[str]:
    """Write it everywhere on that laptop; gives the references of its cases."""
    laptop = Laptop(person.home)
    laptop.unlock(PASSPHRASE)
    with closing(Workspace.open(laptop, person.workspace)) as workspace:
        taken = write_everywhere(workspace, HOSTILE)
        assert {("case", "ref"), ("judgement", "rationale"), ("inspection", "service")} <= taken
        return [row.ref for row in workspace.case_rows()]


@pytest.fixture
def trafford_document(trafford: Path, run: Run) -> Path:
    path = trafford.with_suffix(".json")
    assert run("export", trafford, "-o", path).status == 0
    return path


def came_back(draft: Path) -> Path:
    """The draft with what a terminal would obey in a changed paragraph, a comment and the name of who wrote it."""
    document = Document(str(draft))
    text = next(p for p in document.paragraphs if 'w:name="_fwt' in p._p.xml and p.text.strip())
    seen = "".join(ch for ch in HOSTILE if ch.isprintable() or ch in "\u202e\u2066\n\x85")  # what XML can hold
    text.runs[0].text = seen
    document.add_comment(text.runs, seen, author=seen, initials="S")
    document.save(str(draft))
    return draft


def test_no_command_writes_what_a_terminal_obeys(
    trafford_document: Path, people: tuple[Colleague, Colleague], desk: Path
) -> None:
    ann, bob = people
    ran: set[str] = set()

    def tried(person: Colleague, *words: object, status: int = 0) -> None:
        done = harmless(person.do(*words))
        assert done.status == status, (words, done.err)
        ran.add(str(words[0]))

    harmless(ann.do("history", bob.workspace, HOSTILE, "2.1.1"))  # refused, with the reference in the sentence
    refs = hostile(ann)
    ref = next(ref for ref in refs if FORGED in ref)
    here, package, document, table = ann.workspace, desk / "w.handoff", desk / "w.json", desk / "w.csv"
    tried(ann, "handoff", "export", here, "-o", package, "--all")
    tried(ann, "handoff", "inspect", package)
    tried(bob, "handoff", "inspect", package)
    tried(bob, "handoff", "import", package, "--into", bob.workspace, "--dry-run")
    tried(bob, "handoff", "import", package, "--into", bob.workspace)
    tried(bob, "conflicts", bob.workspace)
    tried(ann, "history", here, ref, "2.1.1")
    tried(ann, "judge", here, ref, "2.1.1", "no", "--note", HOSTILE)
    tried(ann, "history", here, ref, "2.1.1")
    tried(ann, "export", here, "-o", document)
    tried(ann, "export", here, "-o", table)
    tried(ann, "rate", document)
    tried(ann, "rate", table, "--framework", "iyjwcv-2025")
    tried(ann, "rate", table, "--framework", HOSTILE, status=3)
    tried(ann, "rate", document, f"--{HOSTILE}", status=2)
    tried(ann, "report", document, "-o", desk / "w.pdf", status=3)  # a reference in it may be somebody's name
    tried(ann, "report", document, "-o", desk / "w.pdf", "--allow", HOSTILE)
    tried(ann, "seal", here, "-o", desk / "w.record.json")
    tried(ann, "verify", desk / "w.record.json")
    tried(ann, "report", here, "-o", desk / "out.docx", "--allow", HOSTILE)
    tried(ann, "returned", here, came_back(desk / "out.docx"))
    tried(ann, "accuracy", "add", here, HOSTILE, "--on", HOSTILE)
    tried(ann, "accuracy", "take", here, desk / "out.docx")
    tried(ann, "accuracy", "decide", here, "1", "slip", "not", "--reason", HOSTILE)
    tried(ann, "accuracy", "list", here)
    tried(ann, "told", "add", here, HOSTILE, "--said", HOSTILE)
    tried(ann, "told", "why", here, "1", HOSTILE)
    tried(ann, "told", "list", here)
    tried(ann, "beside", here, document)
    tried(ann, "members", "seat", here, "Ann", "chair")
    tried(ann, "members", "give", here, "2.1", "Good", "--reason", HOSTILE, "--interest", HOSTILE)
    tried(ann, "members", "list", here)
    collection = desk / "w.collection"
    tried(ann, "collection", "add", collection, desk / "w.record.json")
    tried(ann, "collection", "list", collection)
    tried(ann, "collection", "compare", collection)
    tried(ann, "agree", "show", here, ref, status=3)  # nobody marked it twice
    tried(ann, "dip", here, "1")
    tried(ann, "verified", here, ref)
    tried(ann, "calibration", "list", here)
    tried(ann, "profile", "show", here)
    tried(ann, "demo", desk / "demo")
    tried(
        ann, "new", desk / "n.inspection", "--framework", "iyjwcv-2025", "--service", HOSTILE, "--start", "2025-03-24"
    )
    tried(ann, "import", trafford_document, "--into", desk / "n.inspection")
    tried(ann, "import", document, "--into", desk / "n.inspection", status=3)  # its references look like names
    tried(ann, "import", document, "--into", here)
    hidden = f"a\n{FORGED}\u202eb"  # no control, which a list of cases may not hold
    for row, status in ((f'1,"{HOSTILE}"', 3), (f'1,"{hidden}"', 3), (f'"{hidden}",Prevention', 0)):
        (desk / "list.csv").write_text(f"Case reference,Type\n{row}\n", encoding="utf-8")
        into = ("--into", desk / "n.inspection", "--sample", "children", "--type", "Prevention==")
        tried(ann, "cases", desk / "list.csv", *into[: None if status == 0 else 4], status=status)
    for words in ("check", "check-text", "rehearse", "backup"):
        tried(ann, words, here)
    tried(ann, "restore", here, "--case", ref)
    tried(ann, "recover", here, "-o", desk / "r.inspection")
    tried(ann, "pack", here, refs[0], "-o", desk / "p.pdf")  # what may be said of these references was allowed above
    tried(ann, "identity", "rename", "--person", HOSTILE)
    tried(ann, "identity", "show")
    tried(ann, "identity", "ways")
    tried(ann, "card", "-o", desk / "h.card")
    tried(ann, "team", "list", here)
    tried(bob, "team", "add", bob.workspace, desk / "h.card", "--changed")
    tried(bob, "team", "list", bob.workspace)
    framework = json.loads((paths.resources() / "frameworks" / "iyjwcv-2025.json").read_text(encoding="utf-8"))
    (desk / "f.json").write_text(json.dumps({**framework, "title": HOSTILE}), encoding="utf-8")
    tried(ann, "frameworks", "validate", desk / "f.json")
    tried(ann, "frameworks", "list")
    tried(ann, "frameworks", "show", "iyjwcv-2025")
    assert ran == set(COMMANDS)


def test_commands_write_at_one_door() -> None:
    """Anything else that writes could pass over what is shown here."""
    writing = re.compile(r"(?<![a-z])print\(|std(out|err)\.write|file=sys")
    modules = Path(terminal.__file__).parent.glob("*.py")
    assert [path.name for path in modules if writing.search(path.read_text(encoding="utf-8"))] == ["terminal.py"]
