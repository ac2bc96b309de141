"""How a rating stands, in the words of the report: given, suggested, provisional, changed by the panel."""

from collections.abc import Sequence

from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.rated import Discretion, Rated, RatedStandard
from inspector_app.core.domain.rating_rules import RuleCode, Scale
from inspector_app.core.report import words
from inspector_app.core.report.content import Rating
from inspector_app.core.words import by_number, count, listed, say

NOT_YET = "Not yet rated"


def has_overall(framework: Framework) -> bool:
    """Whether the framework makes an overall rating of its standards (FJI 2014 did not)."""
    return bool(framework.rating.overall)


def unrated(framework: Framework, mark: str = "") -> Rating:
    """A rating that is not there yet; what a footnote says of it holds all the same."""
    return Rating(NOT_YET, 0, _most(framework), mark, stars=framework.rating.scale is Scale.STARS)


def of_word(framework: Framework, word: str | None, mark: str = "", remark: str = "") -> Rating:
    """The rating of that word; as long as the word's place among the framework's words."""
    if word is None:
        return unrated(framework, mark)
    place = [w.word for w in framework.rating.words].index(word)
    return Rating(word, place + 1, _most(framework), mark, remark)


def of_standard(framework: Framework, standard: RatedStandard, mark: str = "") -> Rating:
    """The rating of a standard as it stands, with what has to be said beside it."""
    if framework.rating.scale is Scale.STARS:
        return _of_stars(framework, standard.stars, mark)
    return of_word(framework, standard.rating, mark, remark(standard))


def _of_stars(framework: Framework, stars: int | None, mark: str) -> Rating:
    if stars is None:
        return unrated(framework, mark)
    word = {w.points: w.word for w in framework.rating.words}[stars].lower()
    most = _most(framework)
    said = count(most, "{stars} of {n} star ({word})", "{stars} of {n} stars ({word})", stars=stars, word=word)
    return Rating(said, stars, most, mark, stars=True)


def _most(framework: Framework) -> int:
    return len(framework.rating.words)


def remark(standard: RatedStandard) -> str:
    """What stands beside the rating of a standard while it is not settled."""
    if standard.suggested:
        return "suggested, not yet decided"
    if standard.discretion and standard.discretion.is_earlier:
        return "changed since the panel decided"
    return "provisional" if standard.rating is not None and unanswered(standard) else ""


def unanswered(standard: RatedStandard) -> int:
    """Judgements still to be made under a standard."""
    return sum(q.tally.unanswered for q in standard.key_questions)


def discretion(decision: Discretion, framework: Framework) -> str:
    """The footnote to a rating that the panel changed, as published (HMIP, Salford 2024, footnotes 5 and 8).

    Of one that it kept, and that is computed otherwise since, no report prints one: that is said in words of ours.
    """
    rules = framework.rating
    printed = {word.word: words.quoted(word.in_footnotes or word.word) for word in rules.words}
    if decision.kept:
        return say(
            "Kept by the ratings panel: {to}. Computed since: {computed}.",
            to=printed[decision.to],
            computed=printed[decision.computed],
        )
    verb = "increasing" if rules.points(decision.to) >= rules.points(decision.before) else "lowering"
    return (
        f"Professional discretion was applied at the ratings panel {verb} this rating from "
        f"{printed[decision.before]} to {printed[decision.to]}."
    )


def not_counted(framework: Framework, standard: RatedStandard) -> str:
    """That a rating is given and does not count (HMIP, Salford 2024, footnote 2; 2024 consultation response, Q9)."""
    printed = framework.rating.footnote(RuleCode.NOT_COUNTED)
    return printed or f"The rating for {standard.ref} {standard.title} does not influence the overall rating."


def provisional(rated: Rated) -> str:
    """That the overall rating is provisional, why, and what is still possible."""
    because = listed(_all_open([s for s in rated.standards if s.counted]))
    said = (
        say("This rating is provisional: {because}.", because=because)
        if because
        else say("This rating is provisional.")
    )
    return f"{said} {_still_possible(rated)}".rstrip()


def _all_open(standards: Sequence[RatedStandard]) -> list[str]:
    """What is still to come before the overall rating is settled."""
    left = by_number((s.ref, unanswered(s)) for s in standards)
    said = [_unanswered(refs, number) for refs, number in left if number]
    decided = [s for s in standards if not unanswered(s)]
    if refs := [s.ref for s in decided if s.suggested]:
        said.append(
            count(
                len(refs),
                "{refs} is suggested, not yet decided",
                "{refs} are suggested, not yet decided",
                refs=listed(refs),
            )
        )
    if refs := [s.ref for s in decided if s.rating is None and not s.suggested]:
        said.append(count(len(refs), "{refs} is not yet rated", "{refs} are not yet rated", refs=listed(refs)))
    return said


def _unanswered(refs: list[str], number: int) -> str:
    if len(refs) == 1:
        return count(number, "{ref} has {n} unanswered judgement", "{ref} has {n} unanswered judgements", ref=refs[0])
    return count(
        number,
        "{refs} have {n} unanswered judgement each",
        "{refs} have {n} unanswered judgements each",
        refs=listed(refs),
    )


def _still_possible(rated: Rated) -> str:
    bounds = rated.bounds
    if bounds is None:
        return ""
    if bounds.worst == bounds.best:
        rating = f"the overall rating will be {words.quoted(bounds.best)}"
    else:
        rating = f"the overall rating can be from {words.quoted(bounds.worst)} to {words.quoted(bounds.best)}"
    return (
        f"When everything is in, the score can be from {bounds.worst_score} to {bounds.best_score} "
        f"of {rated.score_max}, and {rating}."
    )


def standard_still_possible(standard: RatedStandard) -> str:
    """What the rating of an unfinished standard can still become; "" when nothing is open."""
    bounds = standard.bounds
    if bounds is None or (standard.complete and bounds.worst == bounds.best):
        return ""
    if bounds.worst == bounds.best:
        return f"Whatever is still open, this rating will be {words.quoted(bounds.best)}."
    return f"Still possible: from {words.quoted(bounds.worst)} to {words.quoted(bounds.best)}."
