"""Small frameworks with the rules of the real ones, for the rating tests."""

from dataclasses import replace

from inspector_app.core.domain.framework import Evidence, Framework, KeyQuestion, ReturnVisit, Sample, Standard
from inspector_app.core.domain.rating_rules import (
    Band,
    BandOn,
    Basis,
    Consideration,
    RatingRules,
    Rule,
    RuleCode,
    Scale,
    Status,
    Word,
)

WORDS = ("Inadequate", "Requires improvement", "Good", "Outstanding")


def _basis(what: str) -> Basis:
    return Basis(f"source of {what}", Status.ASSUMED)


def _bands(what: str, lowers: tuple[int, ...]) -> tuple[Band, ...]:
    return tuple(Band(w, n, _basis(f"{what} {w}")) for w, n in zip(WORDS, lowers, strict=True))


def rules(overall: tuple[int, ...], band_on: BandOn = BandOn.PRINTED) -> RatingRules:
    """The rules of 2018-2024 and 2025 with these overall cuts."""
    return RatingRules(
        scale=Scale.WORDS,
        words=tuple(Word(w, n, _basis(f"points {w}")) for n, w in enumerate(WORDS)),
        bands=_bands("band", (0, 50, 65, 80)),
        band_on=band_on,
        band_on_basis=_basis("band_on"),
        overall=_bands("overall", overall),
        rules=tuple(Rule(code, f"rule {code}", _basis(code)) for code in RuleCode),
        considerations=(
            Consideration("near-next-band", 5, "near the next band", _basis("near")),
            Consideration("one-case", 1, "one case", _basis("one")),
            Consideration("few-cases", 5, "few cases", _basis("few")),
        ),
    )


def cases_standard(ref: str, questions: int, sample: str) -> Standard:
    """A counted standard judged on cases, with key questions `ref.1` and on."""
    asked = tuple(KeyQuestion(f"{ref}.{n}", "?", Evidence.CASES, ()) for n in range(1, questions + 1))
    return Standard(ref, f"Standard {ref}", "", "2", Evidence.CASES, sample, True, True, asked)


def organisation_standard(ref: str, counted: bool = True, rated: bool = True) -> Standard:
    """A standard rated by people."""
    asked = (KeyQuestion(f"{ref}.1", "?", Evidence.ORGANISATION, ()),)
    return Standard(ref, f"Standard {ref}", "", "1", Evidence.ORGANISATION, None, counted, rated, asked)


def victims_standard() -> Standard:
    """V1: one key question from cases, one rated by people."""
    asked = (KeyQuestion("V1.1", "?", Evidence.CASES, ()), KeyQuestion("V1.2", "?", Evidence.ORGANISATION, ()))
    return Standard("V1", "Work with victims", "", "V", Evidence.MIXED, "victims", True, True, asked)


def _framework(ident: str, rating: RatingRules, standards: tuple[Standard, ...]) -> Framework:
    samples = {s.sample for s in standards if s.sample}
    return Framework(
        id=ident,
        version=1,
        title=ident,
        source="tests",
        languages=("en",),
        weeks=1,
        standards=standards,
        rating=rating,
        samples=tuple(Sample(c, c, c, None, None, "", None, (), ()) for c in sorted(samples)),
    )


def framework_2025() -> Framework:
    """2.1 to 2.3 on children, V1 on victims, 1.1 not rated."""
    children = tuple(cases_standard(ref, 2, "children") for ref in ("2.1", "2.2", "2.3"))
    unrated = organisation_standard("1.1", counted=False, rated=False)
    return _framework("2025", rules((0, 3, 7, 11)), (unrated, *children, victims_standard()))


def with_visit(framework: Framework, *standards: str) -> Framework:
    """The framework with a return visit that rates these."""
    return replace(framework, return_visit=ReturnVisit(standards, 2, 3, "We return.", _basis("visit")))


def framework_2018() -> Framework:
    """Two case-based standards on samples of their own, one organisational, and 4.1 that does not count."""
    return _framework(
        "2018",
        rules((0, 2, 5, 8)),
        (
            organisation_standard("1.1"),
            cases_standard("2.1", 3, "court"),
            cases_standard("3.1", 2, "out-of-court"),
            organisation_standard("4.1", counted=False),
        ),
    )


def framework_fji() -> Framework:
    """Two themes given stars by judgement; no overall."""
    stars = tuple(Word(w, n, _basis(f"star {w}")) for n, w in enumerate(("Poor", "Unsatisfactory", "Fair", "Good"), 1))
    rating = replace(rules((0, 1, 2, 3)), scale=Scale.STARS, words=stars, bands=(), overall=(), considerations=())
    theme = replace(victims_standard(), ref="T1", title="Theme", sample="cases", counted=False, key_questions=())
    return _framework("fji", rating, (theme, organisation_standard("T2", counted=False)))


def exact(framework: Framework) -> Framework:
    """The framework with bands looked up by the exact fraction."""
    return replace(framework, rating=replace(framework.rating, band_on=BandOn.EXACT))
