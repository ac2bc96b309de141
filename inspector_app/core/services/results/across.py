"""An inspection beside earlier ones: what may be compared stands side by side, by the rules that made the ratings. Pure."""

from collections import defaultdict
from collections.abc import Sequence

from inspector_app.core.domain.collection import Collected, InEach, Rules, SideBySide


def beside(this: Collected, earlier: Sequence[Collected]) -> list[SideBySide]:
    """This inspection and those of its rules; then the others by their rules, as the newest of each stands in time.

    One that is given twice stands there once.
    """
    order = sorted({one.digest: one for one in earlier if one.digest != this.digest}.values(), key=_newest_first)
    by_rules: dict[Rules, list[Collected]] = defaultdict(list)
    for one in (this, *order):
        by_rules[one.rules].append(one)
    return [_side_by_side(rules, of) for rules, of in by_rules.items()]


def _newest_first(one: Collected) -> tuple[int, str]:
    return -one.start.toordinal(), one.service


def _side_by_side(rules: Rules, of: Sequence[Collected]) -> SideBySide:
    standards = [{s.ref: s for s in one.standards} for one in of]
    questions = [{q.ref: q for q in one.questions} for one in of]
    titles = {s.ref: s.title for one in of for s in one.standards}
    texts = {q.ref: q.text for one in of for q in one.questions}
    return SideBySide(
        rules,
        tuple(of),
        tuple(InEach(ref, title, tuple(each.get(ref) for each in standards)) for ref, title in titles.items()),
        tuple(InEach(ref, text, tuple(each.get(ref) for each in questions)) for ref, text in texts.items()),
    )
