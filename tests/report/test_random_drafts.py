"""Drafts of random findings: whatever is typed, each is a sound file with a sound structure, in every format."""

import io
import random
import shutil
import subprocess
import zipfile
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader

from inspector_app.core.domain.draft.copies import Copy, Remark, Scope, ToldThen
from inspector_app.core.domain.inspection import (
    Concern,
    Finding,
    FindingKind,
    Informed,
    Inspection,
    PanelDecision,
    Previous,
    Recommendation,
)
from inspector_app.core.report.drawing import pdf
from inspector_app.core.report.formats import docx, html, odt, xlsx
from tests.report import another_office
from tests.report.conftest import Maker
from tests.report.structure import faults
from tests.report.test_formats import quiet

_OTHERS = {".docx": docx.write, ".odt": odt.write, ".html": html.write, ".xlsx": xlsx.write}
_READS = shutil.which("pdftotext") is not None
_PIECES = (
    "Plain words of a sentence. ", "\n", "\n\n", "- an item\n", "> **Box**\n> said\n", "^[a note]", "^[", "[=2.1.1]",
    "[=9.9.9]", "[=2.1.1|1 of 2 (50%)|why]", "W" * 300, "Tŷ ŵŷ ", "🙂 ", "\U0001f469\u200d\U0001f467 ", "שלום (א) ",
    "شكرا جزيلا ", "\x00\x01\x1b", "\u202e\u2066", "<b>&amp;</b>", "**bold**", "1. ", "\t", "\u2028", "=SUM(A1)", "日本語",
    "e\u0301", "\ud7ff\ue000\ufffe", "²³", "# head\n", "0", " ", "\n>\n", "\n- \n", "^[]",
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
    sections = [
        *sorted({f.standard for f in inspection.findings}),
        "foreword",
        "background",
    ]  # sorted: a seed is a seed
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
    return with_secrets(made)


class Secret(StrEnum):
    """What stands in some place of an inspection, and in the copies of some people alone."""

    NOTE = "Kanarinote"  # on a case or prompt; nobody's
    CONCERN = "Kanariconcern"  # nobody's
    REMARK = "Kanariremark"  # the lead's
    REASON = "Kanarireason"  # the panel's and the lead's
    MEMBERS = "Kanarimembers"
    CASE = "Kanaricase"
    PREVIOUS = "Kanariprevious"
    TOLD = "Kanaritold"
    SOURCE = "Kanarisource"
    PRINT = "Kanariprint"


NOBODYS = {Secret.NOTE, Secret.CONCERN}
MAY_TELL = {  # whose copy may tell what
    Scope.LEAD: set(Secret) - NOBODYS,
    Scope.PANEL: set(Secret) - NOBODYS - {Secret.REMARK},
    Scope.SERVICE: set(),
}


def with_secrets(made: Inspection) -> Inspection:
    """The inspection with each secret of its own in its place."""
    rated = next(iter({j.question.rpartition(".")[0] for j in made.judgements if j.question.count(".") > 1}), "2.2")
    return replace(
        made,
        cases=tuple(replace(case, ref=f"{Secret.CASE}{n}") for n, case in enumerate(made.cases)),
        judgements=tuple(replace(j, rationale=Secret.NOTE) for j in made.judgements),
        prompts=tuple(replace(p, note=Secret.NOTE) for p in made.prompts),
        panel=(PanelDecision(rated, "Good", Secret.REASON, members=Secret.MEMBERS, interests=Secret.MEMBERS),)
        if made.judgements
        else (),
        concerns=(
            Concern(
                what=Secret.CONCERN,
                told=Secret.CONCERN,
                outcome=Secret.CONCERN,
                people_told=(Informed(Secret.CONCERN, by=Secret.CONCERN, agreed=Secret.CONCERN),),
            ),
        ),
        previous=(Previous("The board", Secret.PREVIOUS, note=Secret.PREVIOUS),),
        sources=tuple(replace(s, title=Secret.SOURCE, note=Secret.SOURCE, who=Secret.SOURCE) for s in made.sources),
    )


def copy_for(scope: Scope) -> Copy:
    """A copy to which everything was handed on, whoever it is for."""
    remark = Remark("", "", Secret.REMARK, "somebody", answered=False)
    told = ToldThen("", Secret.TOLD, Secret.TOLD, "", Secret.TOLD)
    return Copy(scope, fingerprint=Secret.PRINT, remarks=(remark,), told=(told,), contested=(Secret.CASE,))


def told_in(made: bytes, ending: str, path: Path) -> set[Secret]:
    """The secrets that a file tells anywhere, its metadata included."""
    if ending == ".pdf":
        said = subprocess.run(["pdftotext", path, "-"], check=True, capture_output=True).stdout if _READS else b""
        parts = [made, said, repr(PdfReader(io.BytesIO(made)).metadata).encode()]
    elif ending == ".html":
        parts = [made]
    else:
        with zipfile.ZipFile(io.BytesIO(made)) as package:
            parts = [package.read(name) + name.encode() for name in package.namelist()]
    return {secret for secret in Secret if any(secret.encode() in part for part in parts)}


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
    """--drafts N --seed S. Each is a PDF, and in turn one other format; no copy tells what it must not. Where qpdf is
    installed it looks too; --verapdf PROGRAM looks at one in twenty, LibreOffice at one in fifty of each format."""
    seed, number = request.config.getoption("--seed"), request.config.getoption("--drafts")
    checker, validator = shutil.which("qpdf"), request.config.getoption("--verapdf")
    kept: list[Path] = []
    others = list(_OTHERS.items())
    for turn in range(number):
        chance = random.Random(f"{seed}-{turn}")
        inspection = random_draft(chance, chance.choice([trafford, fji, salford]))
        scope = chance.choice(list(Scope))
        report = make.report(inspection, copy=copy_for(scope))
        made = pdf.write(report, quiet)
        said = f"draft {turn} of seed {seed}, {scope}"
        assert faults(made) == [], said
        path = tmp_path / f"{turn}.pdf"
        path.write_bytes(made)
        assert told_in(made, ".pdf", path) <= MAY_TELL[scope], said
        if checker:
            subprocess.run([checker, "--check", path], check=True, capture_output=True)
        if validator and turn % 20 == 0:
            kept.append(path)
        else:
            path.unlink()
        ending, writer = others[turn % len(others)]
        other = writer(report, quiet)
        opened(ending, other)
        assert told_in(other, ending, path) <= MAY_TELL[scope], f"{said}: {ending}"
        if turn % 200 in range(10, 10 + len(others)):
            (tmp_path / f"{turn}{ending}").write_bytes(other)
    read_by_another_office(tmp_path)
    for flavour in ("ua1", "2a") if kept else ():
        asked = [validator, "--flavour", flavour, "--format", "text", *kept]
        told = subprocess.run(asked, capture_output=True, text=True, check=False)
        assert "FAIL" not in told.stdout, told.stdout
        assert told.stdout.count("PASS") == len(kept)
    print(f"seed {seed}: {number} drafts, {len(kept)} of them validated")


def read_by_another_office(folder: Path) -> None:
    """Each document there that LibreOffice knows becomes a PDF by it."""
    files = [path for path in sorted(folder.iterdir()) if path.suffix in (".docx", ".odt", ".xlsx")]
    if not files or not another_office.there:
        return
    home, out = f"-env:UserInstallation=file://{folder}/office", folder / "out"
    for ending in {path.suffix for path in files}:
        alike = [path for path in files if path.suffix == ending]
        command = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", out / ending[1:], *alike]
        subprocess.run(command, check=True, capture_output=True, timeout=1200)
        assert {made.stem for made in (out / ending[1:]).glob("*.pdf")} == {path.stem for path in alike}
    print(f"{len(files)} documents read by LibreOffice")


def test_the_search_would_find_a_secret(make: Maker, trafford: Inspection, tmp_path: Path) -> None:
    report = make.report(with_secrets(trafford), copy=copy_for(Scope.LEAD))
    path = tmp_path / "lead.pdf"
    path.write_bytes(made := pdf.write(report, quiet))
    least = {Secret.REASON, Secret.CASE, Secret.PRINT}
    assert least <= told_in(made, ".pdf", path) or not _READS
    for ending, writer in _OTHERS.items():
        assert told_in(writer(report, quiet), ending, path) & least, ending
