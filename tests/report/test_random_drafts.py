"""Drafts of random findings: whatever is typed, each is a sound file with a sound structure, in every format."""

import io
import random
import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from inspector_app.core.domain.draft.copies import Copy, Scope
from inspector_app.core.domain.inspection import Finding, FindingKind, Inspection, Recommendation
from inspector_app.core.report.drawing import pdf
from inspector_app.core.report.formats import docx, html, odt, xlsx
from tests.report.conftest import Maker
from tests.report.structure import faults
from tests.report.test_formats import quiet

_PIECES = (
    "Plain words of a sentence. ", "\n", "\n\n", "- an item\n", "> **Box**\n> said\n", "^[a note]", "^[", "[=2.1.1]",
    "[=9.9.9]", "[=2.1.1|1 of 2 (50%)|why]", "W" * 300, "Tŷ ŵŷ ", "🙂 ", "\U0001f469\u200d\U0001f467 ", "שלום (א) ",
    "شكرا جزيلا ", "\x00\x01\x1b", "\u202e\u2066", "<b>&amp;</b>", "**bold**", "1. ", "\t", "\u2028", "=SUM(A1)", "日本語",
    "e\u0301", "\ud7ff\ue000\ufffe", "²³", "# head\n", "0", " ",
)  # fmt: skip


def line(chance: random.Random, longest: int) -> str:
    """A text of up to so many pieces, such as stands in a box of one line; now and then none."""
    many = 0 if chance.random() < 0.1 else chance.randint(1, longest)
    return "".join(chance.choice(_PIECES) for _ in range(many))


def drawn(chance: random.Random, longest: int) -> str:
    """A text of up to so many pieces; now and then none, now and then of fifty pages."""
    return line(chance, 6000) if chance.random() < 0.01 else line(chance, longest)


def random_draft(chance: random.Random, inspection: Inspection) -> Inspection:
    """The inspection with other texts, and sometimes without answers or anything else."""
    sections = [*{f.standard for f in inspection.findings}, "foreword", "background"]
    kinds = list(FindingKind)
    findings = [
        Finding(chance.choice(sections), chance.choice(kinds), drawn(chance, 40)) for _ in range(chance.randint(0, 12))
    ]
    advice = [Recommendation(line(chance, 3), drawn(chance, 20)) for _ in range(chance.randint(0, 4))]
    made = replace(
        inspection, findings=tuple(findings), recommendations=tuple(advice), notice=drawn(chance, 8),
        marking=line(chance, 3), service=line(chance, 4) or "S",
    )  # fmt: skip
    if chance.random() < 0.2:
        made = replace(made, judgements=(), prompts=(), ratings=(), panel=(), cases=(), sources=())
    return made


def opened(ending: str, made: bytes) -> None:
    """Raises where another reader could not read it."""
    if ending == ".html":
        assert made.startswith(b"<!DOCTYPE html>")
        return
    with zipfile.ZipFile(io.BytesIO(made)) as parts:
        for name in parts.namelist():
            if name.endswith((".xml", ".rels")) and parts.getinfo(name).file_size:
                ElementTree.fromstring(parts.read(name))


@pytest.mark.timeout(7200)  # of as many as one asks for
def test_whatever_is_typed_the_draft_is_sound(
    make: Maker,
    trafford: Inspection,
    fji: Inspection,
    salford: Inspection,
    request: pytest.FixtureRequest,
    tmp_path: Path,
) -> None:
    """--drafts N --seed S. Where qpdf is installed it looks too; --verapdf PROGRAM looks at one in twenty."""
    seed, number = request.config.getoption("--seed"), request.config.getoption("--drafts")
    checker, validator = shutil.which("qpdf"), request.config.getoption("--verapdf")
    kept: list[Path] = []
    for turn in range(number):
        chance = random.Random(f"{seed}-{turn}")
        inspection = random_draft(chance, chance.choice([trafford, fji, salford]))
        report = make.report(inspection, copy=Copy(chance.choice(list(Scope))))
        made = pdf.write(report, quiet)
        said = f"draft {turn} of seed {seed}"
        assert faults(made) == [], said
        path = tmp_path / f"{turn}.pdf"
        path.write_bytes(made)
        if checker:
            subprocess.run([checker, "--check", path], check=True, capture_output=True)
        if validator and turn % 20 == 0:
            kept.append(path)
        else:
            path.unlink()
        if turn % 4 == 0:
            for ending, writer in ((".docx", docx), (".odt", odt), (".html", html), (".xlsx", xlsx)):
                opened(ending, writer.write(report, quiet))
    for flavour in ("ua1", "2a") if kept else ():
        asked = [validator, "--flavour", flavour, "--format", "text", *kept]
        told = subprocess.run(asked, capture_output=True, text=True, check=False)
        assert "FAIL" not in told.stdout, told.stdout
        assert told.stdout.count("PASS") == len(kept)
