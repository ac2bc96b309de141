"""The ratings panel of a published inspection, by keys alone in the real window: two decisions, their footnotes, 20 to 22."""

import json
from pathlib import Path

import pytest

from inspector_app.commands import arguments
from inspector_app.core.services.documents import exchange
from tests.conftest import PASSPHRASE
from tests.e2e.display import Window, display
from tests.e2e.test_week import exported

SALFORD = exchange.sample_document("salford-2024")
REASON = "The panel read the two cases on the line."
MEMBERS = "Inspector A, Head of inspection"
PUBLISHED = (("2.2", "2.2.3", "Requires improvement"), ("2.4", "2.4.3", "Good"))


def before_the_panel(folder: Path) -> Path:
    """A workspace with the published figures, as they stood before the panel."""
    document = json.loads(SALFORD.read_text("utf-8")) | {"panel": []}
    file, workspace = folder / "salford.json", folder / "salford.inspection"
    file.write_text(json.dumps(document), encoding="utf-8")
    for given in (
        ["identity", "new", "--person", "Anna Smith", "--role", "lead inspector"],
        ["new", str(workspace), "--framework", "yos-2018", "--service", "Salford", "--start", "2024-01-22"],
        ["import", str(file), "--into", str(workspace)],
    ):
        assert arguments.main(given) == 0
    return workspace


def rated(workspace: Path, folder: Path, capsys: pytest.CaptureFixture[str]) -> dict:
    exported(workspace, folder / "now.json")
    capsys.readouterr()
    assert arguments.main(["rate", str(folder / "now.json"), "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def decide(window: Window, place: int, word: int, marked: int) -> None:
    """On a standard so many pages on: the word of that number, marked on the key question of that number."""
    window.keys(*["Next"] * place)
    window.settle()
    window.keys(str(word))
    window.keys("alt+o", *["Down"] * marked)
    window.keys("alt+e")
    window.type(REASON)
    window.keys("alt+m", "ctrl+a")
    window.type(MEMBERS)


def test_the_panel_of_salford_decides_as_published_and_the_score_goes_from_20_to_22(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    workspace = before_the_panel(tmp_path)
    before = rated(workspace, tmp_path, capsys)
    assert before["score"] == 20
    refs = [standard["ref"] for standard in before["standards"]]
    with display("1366x768x24") as screen:
        window = Window(screen, home, str(workspace))
        window.type(PASSPHRASE)
        window.keys("Return")
        window.wait_for_title("Salford")
        window.keys("F11")
        window.wait_for_title("Panel mode")
        decide(window, refs.index("2.2"), word=2, marked=3)
        window.picture(tmp_path / "panel.png")
        assert rated(workspace, tmp_path, capsys)["score"] == 20, "nothing is changed before it is recorded"
        window.keys("alt+r")
        window.until(lambda: rated(workspace, tmp_path, capsys)["score"] == 21, "the first decision")
        decide(window, refs.index("2.4") - refs.index("2.2"), word=3, marked=3)
        window.keys("alt+r")
        window.until(lambda: rated(workspace, tmp_path, capsys)["score"] == 22, "the second decision")
        window.picture(tmp_path / "panel-decided.png")
        window.close()
        assert window.errors == ""
    decided = exported(workspace, tmp_path / "after.json")["panel"]
    assert [(one["standard"], one["question"], one["to"]) for one in decided] == list(PUBLISHED)
    assert {(one["reason"], one["members"]) for one in decided} == {(REASON, MEMBERS)}
    page = tmp_path / "report.html"
    assert arguments.main(["report", str(workspace), "-o", str(page)]) == 0
    text = page.read_text("utf-8").replace("&#x27;", "'")
    for footnote in (
        "Professional discretion was applied at the ratings panel increasing this rating from 'Inadequate' to "
        "'Requires Improvement'.",
        "Professional discretion was applied at the ratings panel increasing this rating from 'Requires Improvement' "
        "to 'Good'.",
    ):
        assert footnote in text
