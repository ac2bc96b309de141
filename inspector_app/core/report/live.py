"""What the live figures in the texts say in a copy of the report: from the data that this copy may tell."""

import re
from dataclasses import replace

from inspector_app.core.domain import live_figures
from inspector_app.core.domain.framework import Evidence
from inspector_app.core.domain.inspection import Inspection
from inspector_app.core.domain.live_figures import PERCENT, Live, token
from inspector_app.core.domain.rated import RatedQuestion
from inspector_app.core.report import words
from inspector_app.core.report.drafted import Data
from inspector_app.core.words import say

_BEGINS = re.compile(r"(?:^|[.!?]\s)[\s>-]*$")  # what a sentence begins after
_OF = re.compile(r"\s+of\b")
_GOES_ON = re.compile(r"\s+(?!(?:was|were|is|are|has|have|had|did|do|and|or|but|which|that|while|where|when)\b)\w")


def settled(data: Data) -> Inspection:
    """The inspection with words in each live figure of its texts; a note to the reader as its third part."""
    figures = _Figures(data)
    return replace(
        data.inspection,
        findings=tuple(replace(f, text=figures.settle(f.text)) for f in data.inspection.findings),
        previous=tuple(
            replace(p, text=figures.settle(p.text), note=figures.settle(p.note)) for p in data.inspection.previous
        ),
        recommendations=tuple(replace(r, text=figures.settle(r.text)) for r in data.inspection.recommendations),
    )


class _Figures:
    def __init__(self, data: Data) -> None:
        self._outward = data.outward
        self._now = live_figures.figures(data.rated.standards)
        self._sealed = data.sealed
        self._told = _told(data)

    def settle(self, text: str) -> str:
        if self._outward:
            return live_figures.replaced(text, lambda live: self._outside(live, text))
        return live_figures.replaced(text, self._settled)

    def _settled(self, live: Live) -> str:
        now = self._now.get(live.of) or say("(no figure for {of})", of=live.of)
        if live.frozen:
            return token(live.of, live.words, self._kept(live))
        sealed = self._sealed.get(live.of, now)
        return token(live.of, sealed, "" if sealed == now else self._after_seal(now))

    def _outside(self, live: Live, text: str) -> str:
        """What a reader outside is told: what the tables beside it tell, and nothing that could be taken from them."""
        now = self._now.get(live.of, "")
        said = live.words if live.frozen else self._sealed.get(live.of, now)
        after = text[live.end :]
        if live.of not in self._told or said != now:
            return token(live.of, *_withheld(live, text[: live.start], after))
        told = self._told[live.of]
        if told != now and _GOES_ON.match(after) and not _OF.match(after):  # "in 4 of 5 cases" is "in 80% of cases"
            told = say("{percent} of", percent=told)
        return token(live.of, told)

    def _kept(self, live: Live) -> str:
        kept = say("This figure is kept as it stood: {reason}.", reason=live.reason.rstrip(" ."))
        now = self._now.get(live.of, "")
        return kept if now == live.words else f"{kept} {self._differs(now)}"

    def _after_seal(self, now: str) -> str:
        return f"{say('This figure is from the sealed ratings.')} {self._differs(now)}"

    def _differs(self, now: str) -> str:
        return say("The data now give: {figure}.", figure=now or say("no figure"))


def _withheld(live: Live, before: str, after: str) -> tuple[str, ...]:
    """Words in the place of a figure that the copy does not tell, and a note to the reader: so that the sentence stands.

    They hang on the words around it alone, and so tell nothing of the figure.
    """
    if before.rstrip().endswith("(") and after.lstrip().startswith(")"):
        return (say("figure not given in this copy"),)
    of_some = _OF.match(after) is not None
    if live.of.endswith((" score", PERCENT)):
        said = say("a share") if of_some else say("a percentage")
    elif of_some:
        said = say("a number")
    else:
        said = say("a number of") if _GOES_ON.match(after) else say("a number of cases")
    return words.beginning(said) if _BEGINS.search(before) else said, say("The figure is not given in this copy.")


def _told(data: Data) -> dict[str, str]:
    """What a reader outside may be told, as the tables of this copy tell it: no figure of a standard that rests on other
    evidence too, none that this copy does not tell, and no number of cases below the least.
    """
    mixed = {s.ref for s in data.framework.standards if s.evidence is Evidence.MIXED}
    standards = [standard for standard in data.rated.standards if standard.ref not in mixed]
    questions = [q for s in standards for q in s.key_questions if data.tells(q.tally)]
    told = {of: said for q in questions for of, said in _outside(q, data.least).items()}
    scored = [replace(s, key_questions=()) for s in standards if data.tells_score(s.ref)]
    return told | live_figures.figures(scored)


def _outside(question: RatedQuestion, least: int) -> dict[str, str]:
    """Each form of a figure; the percentage alone where the number of Yes or of No is a small one."""
    tally, forms = question.tally, live_figures.forms(question.ref, live_figures.said(question))
    small = any(0 < number < least for number in (tally.yes, tally.no))
    return dict.fromkeys(forms, f"{question.percent}%") if small else forms
