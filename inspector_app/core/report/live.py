"""What the live figures in the texts say in a copy of the report: from the data that this copy may tell."""

import re
from dataclasses import replace

from inspector_app.core.domain import live_figures
from inspector_app.core.domain.framework import Evidence
from inspector_app.core.domain.inspection import Inspection
from inspector_app.core.domain.live_figures import Live, token
from inspector_app.core.report.drafted import Data
from inspector_app.core.words import say

_OF = re.compile(r"\bof (\d+)\b")


def settled(data: Data) -> Inspection:
    """The inspection with words in each live figure of its texts; a note to the reader as its third part."""
    figures = _Figures(data)
    return replace(
        data.inspection,
        findings=tuple(replace(f, text=figures.settle(f.text)) for f in data.inspection.findings),
        previous=tuple(replace(p, note=figures.settle(p.note)) for p in data.inspection.previous),
        recommendations=tuple(replace(r, text=figures.settle(r.text)) for r in data.inspection.recommendations),
    )


class _Figures:
    def __init__(self, data: Data) -> None:
        self._outward = data.outward
        self._now = live_figures.figures(data.rated.standards)
        self._sealed = data.sealed
        self._least = data.least
        self._told = _told(data) if data.outward else {*self._now, *self._sealed}

    def settle(self, text: str) -> str:
        return live_figures.replaced(text, self._settled)

    def _settled(self, live: Live) -> str:
        if self._outward and (live.of not in self._told or self._few(live.words)):
            return token(live.of, say("(figure not given in this copy)"))
        if live.frozen:
            return token(live.of, live.words, self._kept(live))
        now = self._now.get(live.of) or say("(no figure for {of})", of=live.of)
        sealed = self._sealed.get(live.of, now)
        return token(live.of, sealed, "" if sealed == now else self._after_seal(now))

    def _few(self, words: str) -> bool:
        """Whether frozen words tell fewer cases than this copy may."""
        return any(int(number) < self._least for number in _OF.findall(words))

    def _kept(self, live: Live) -> str:
        if self._outward:
            return say("This figure is kept as it stood.")
        kept = say("This figure is kept as it stood: {reason}.", reason=live.reason.rstrip(" ."))
        now = self._now.get(live.of, "")
        return kept if now == live.words else f"{kept} {self._differs(now)}"

    def _after_seal(self, now: str) -> str:
        kept = say("This figure is that of the sealed ratings.")
        return kept if self._outward else f"{kept} {self._differs(now)}"

    def _differs(self, now: str) -> str:
        return say("The data now give: {figure}.", figure=now or say("no figure"))


def _told(data: Data) -> set[str]:
    """What a reader outside may be told, as the tables of this copy tell it: no figure of a standard that rests on other
    evidence too, and none of fewer cases than the framework's rule allows.
    """
    mixed = {s.ref for s in data.framework.standards if s.evidence is Evidence.MIXED}
    standards = [standard for standard in data.rated.standards if standard.ref not in mixed]
    enough = {q.ref for s in standards for q in s.key_questions if q.tally.of and q.tally.of >= data.least}
    return enough | {live_figures.of_score(s.ref) for s in standards if s.case_score is not None}
