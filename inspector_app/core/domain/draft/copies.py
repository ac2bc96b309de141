"""The copies of the draft findings: for the ratings panel, for the lead, for the service that was inspected."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from inspector_app.core.domain.inspection import (
    Case,
    Finding,
    Inspection,
    Interview,
    Judgement,
    Recommendation,
    Source,
)
from inspector_app.core.domain.panel.decided import Decided
from inspector_app.core.words import later

_WITHHELD = "recorded"  # a decision stands with a reason (PanelDecision.is_draft), which this copy does not tell


class Scope(StrEnum):
    """For whom a copy of the draft findings is."""

    PANEL = "panel"  # all that the ratings rest on
    LEAD = "lead"  # the comments too
    SERVICE = "service"  # for factual accuracy: what a report would print


NAMES = {
    Scope.PANEL: later("Ratings panel’s copy"),
    Scope.LEAD: later("Lead’s copy"),
    Scope.SERVICE: later("Service’s copy"),
}
SAID = {
    Scope.PANEL: later("Ratings panel’s copy: for the inspection team and the ratings panel alone"),
    Scope.LEAD: later("Lead’s copy: with comments on cases, for the lead alone"),
    Scope.SERVICE: later("Service’s copy: for checking factual accuracy, not for publication"),
}


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment on a case, as the lead's copy tells it. `on` is the question and prompt it is about, or ""."""

    case: str
    on: str
    text: str
    by: str
    answered: bool


@dataclass(frozen=True, slots=True)
class Differs:
    """What was not answered alike by all who marked a case: words, as they are shown."""

    case: str
    on: str
    first: str
    second: str


@dataclass(frozen=True, slots=True)
class MarkedTwice:
    """How second marking stands: the cases that were marked so, how many answers agree, and what is not answered alike.

    `items`: what anybody answered; `differs`: those that were answered differently, or by some only.
    """

    cases: tuple[str, ...]
    agreed: int
    pairs: int
    items: int
    differs: tuple[Differs, ...]


@dataclass(frozen=True, slots=True)
class MemberSaid:
    """A member's own rating of a standard, as it was opened ("" for what there is none of), or only their interest."""

    standard: str
    name: str
    rating: str
    reason: str
    interest: str


@dataclass(frozen=True, slots=True)
class ToldThen:
    """What the service was told once, which ratings changed since, and why."""

    day: str
    whom: str
    said: str
    changed: str
    why: str


@dataclass(frozen=True, slots=True)
class Copy:
    """What a copy tells beside the inspection itself. `contested`: the fields that are open, in words; `fingerprint` is of
    all the data, `decisions` are all of the ratings panel's, `members` its members' own ratings, `told` what the service was
    told, `sealed` the figures of the sealed ratings, `blind` the cases (ids) whose judgements somebody may not see yet; `of`
    says whose draft it is when it comes back (domain/returned/marks.py).
    """

    scope: Scope = Scope.PANEL
    fingerprint: str = ""
    contested: tuple[str, ...] = ()
    marked_twice: MarkedTwice | None = None
    remarks: tuple[Remark, ...] = ()
    decisions: tuple[Decided, ...] = ()
    members: tuple[MemberSaid, ...] = ()
    told: tuple[ToldThen, ...] = ()
    sealed: Mapping[str, str] = field(default_factory=dict)
    of: str = ""
    blind: frozenset[str] = frozenset()


def outward(inspection: Inspection) -> Inspection:
    """What the service's copy is made from: nothing else of the inspection is handed on.

    No case but its sample, no reference, inspector or fact of a child; no note, rationale, reason of the panel, prompt,
    event, concern or text of the evidence, nothing that a text rests on, no priority or deadline that is still thought
    about, no recommendation of the last inspection. Interviews and sources are there to be counted.
    """
    return replace(
        inspection,
        cases=tuple(Case(case.id, "", case.sample) for case in inspection.cases),
        judgements=tuple(Judgement(j.case, j.question, j.answer) for j in inspection.judgements),
        prompts=(),
        ratings=tuple(replace(given, rationale="") for given in inspection.ratings),
        panel=tuple(replace(p, reason=_WITHHELD, members="", interests="") for p in inspection.panel if not p.is_draft),
        interviews=tuple(Interview(i.case, i.role if i.is_of_case_manager else "") for i in inspection.interviews),
        sources=tuple(Source(source.kind) for source in inspection.sources),
        findings=tuple(Finding(f.standard, f.kind, f.text, mark=f.mark) for f in inspection.findings),
        recommendations=tuple(Recommendation(r.to, r.text, mark=r.mark) for r in inspection.recommendations),
        previous=(),
        events=(),
        concerns=(),
        caseload=(),
        told=(),
        points=(),
    )
