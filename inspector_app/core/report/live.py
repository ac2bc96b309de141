"""What the live figures in the texts say in a copy of the report: from the data that this copy may tell."""

from dataclasses import replace

from inspector_app.core.domain import live_figures
from inspector_app.core.domain.framework import Evidence
from inspector_app.core.domain.inspection import Inspection
from inspector_app.core.domain.live_figures import Live, token
from inspector_app.core.domain.rated import RatedQuestion
from inspector_app.core.report.drafted import Data
from inspector_app.core.words import say


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
        self._told = _told(data)

    def settle(self, text: str) -> str:
        return live_figures.replaced(text, self._settled)

    def _settled(self, live: Live) -> str:
        now = self._now.get(live.of) or say("(no figure for {of})", of=live.of)
        if self._outward:
            return token(live.of, self._outside(live, now))
        if live.frozen:
            return token(live.of, live.words, self._kept(live))
        sealed = self._sealed.get(live.of, now)
        return token(live.of, sealed, "" if sealed == now else self._after_seal(now))

    def _outside(self, live: Live, now: str) -> str:
        """What a reader outside is told: what the tables beside it tell, and nothing that could be taken from them."""
        said = live.words if live.frozen else self._sealed.get(live.of, now)
        if live.of not in self._told or said != now:
            return say("(figure not given in this copy)")
        return self._told[live.of]

    def _kept(self, live: Live) -> str:
        kept = say("This figure is kept as it stood: {reason}.", reason=live.reason.rstrip(" ."))
        now = self._now.get(live.of, "")
        return kept if now == live.words else f"{kept} {self._differs(now)}"

    def _after_seal(self, now: str) -> str:
        return f"{say('This figure is that of the sealed ratings.')} {self._differs(now)}"

    def _differs(self, now: str) -> str:
        return say("The data now give: {figure}.", figure=now or say("no figure"))


def _told(data: Data) -> dict[str, str]:
    """What a reader outside may be told, as the tables of this copy tell it: no figure of a standard that rests on other
    evidence too, none that this copy does not tell, and no number of cases below the least.
    """
    mixed = {s.ref for s in data.framework.standards if s.evidence is Evidence.MIXED}
    standards = [standard for standard in data.rated.standards if standard.ref not in mixed]
    told = {q.ref: _outside(q, data.least) for s in standards for q in s.key_questions if data.tells(q.tally)}
    scored = [replace(s, key_questions=()) for s in standards if data.tells_score(s.ref)]
    return told | live_figures.figures(scored)


def _outside(question: RatedQuestion, least: int) -> str:
    """The percentage alone where the number of Yes or of No is a small one."""
    tally = question.tally
    small = any(0 < number < least for number in (tally.yes, tally.no))
    return f"{question.percent}%" if small else live_figures.said(question)
