"""Drawing cases to be looked at again, by chance that anyone can repeat."""

import secrets
from dataclasses import dataclass

from inspector_app.core.domain.cases import dip
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.cases import case_names, marking
from inspector_app.core.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Dip:
    """Which references were drawn of which, by what seed; both in the order of the draw."""

    seed: str
    drawn: tuple[str, ...]
    among: tuple[str, ...]


def draw(workspace: Workspace, number: int, *, seed: str = "", sample: str = "") -> Dip:
    """Draw so many cases of a sample (its code), or of all with ""; by this seed, or with "" by a new one.

    Those that this person marks blind are not among them. Expected: VALUE_INVALID (no number, no such sample, no case).
    """
    samples = {found.code for found in workspace.framework.samples}
    if sample and sample not in samples:
        raise Expected(Code.VALUE_INVALID, field="The sample", value=sample, why="the framework has no such sample")
    blind = marking.blind_cases(workspace)
    refs = [row.ref for row in case_names.names(workspace) if row.id not in blind and sample in ("", row.sample)]
    if number < 1 or not refs:
        why = "there is no case to draw from" if number > 0 else "at least one case is drawn"
        raise Expected(Code.VALUE_INVALID, field="The number of cases", value=number, why=why)
    seed = seed or secrets.token_hex(4)
    return Dip(seed, dip.drawn(refs, number, seed), dip.drawn(refs, len(refs), seed))
