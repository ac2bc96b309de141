"""The largest inspection the 2025 framework allows in a usual year: 91 children, 24 victims, everything answered."""

import random
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from inspector_app.core.domain.ids import EntityId, new_id
from inspector_app.core.domain.steps.changes import Edit, Verb
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.workspace import Workspace

PASSPHRASE = "copper lantern drifts over quiet water"
CHILDREN, VICTIMS = 91, 24
_SENTENCE = "the plan names two risks and school exclusion was not analysed in the record seen with her case manager"
_WORDS = _SENTENCE.split()


@contextmanager
def laptop() -> Iterator[Laptop]:
    """An unlocked laptop in a folder of its own."""
    with tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
        made = Laptop(Path(folder))
        made.create_identity("Benchmark", "lead", PASSPHRASE)
        yield made


def fill(owner: Laptop, note_words: int = 25, children: int = CHILDREN, victims: int = VICTIMS) -> Path:
    """A workspace with every key question and prompt answered, each prompt with a note; returns its file."""
    workspace = Workspace.create(owner, owner.new_path("Benchmark"), "iyjwcv-2025", "Benchmark", date(2025, 3, 24))
    chance = random.Random(7)
    edits: list[Edit] = []
    for sample, count, letter in (("children", children, "C"), ("victims", victims, "V")):
        for number in range(1, count + 1):
            edits += _case(workspace, chance, sample, f"{letter}{number:02}", note_words)
    edits += [Edit("rating", EntityId(s), "rating", "Requires improvement") for s in ("V1.2", "V1")]
    for n in range(40):
        standard = ("2.1", "2.2", "2.3", "V1")[n % 4]
        about = {
            "standard": standard,
            "kind": ("strength", "improvement")[n % 2],
            "text": prose(chance, 60),
            "position": n,
        }
        finding = EntityId(new_id())
        edits += [Edit("finding", finding, field, value) for field, value in about.items()]
    workspace.editor.record([("", edits)], "inspection", Verb.IMPORT)
    path = workspace.path
    workspace.close()
    return path


def _case(workspace: Workspace, chance: random.Random, sample: str, ref: str, note_words: int) -> list[Edit]:
    case = EntityId(new_id())
    edits = [Edit("case", case, "ref", ref), Edit("case", case, "sample", sample)]
    for _, question in workspace.framework.sample_questions(sample):
        item = EntityId(f"{case}/{question.ref}")
        edits.append(Edit("judgement", item, "answer", chance.choice(("yes", "yes", "no"))))
        for prompt in question.prompts:
            under = EntityId(f"{item}/{prompt.ref}")
            edits.append(Edit("prompt", under, "answer", chance.choice(("yes", "yes", "no", "na"))))
            edits.append(Edit("prompt", under, "note", prose(chance, note_words)))
    return edits


def prose(chance: random.Random, words: int) -> str:
    """So many words."""
    return " ".join(chance.choice(_WORDS) for _ in range(words)).capitalize() + "."
