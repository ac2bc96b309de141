from random import Random
from time import perf_counter

from inspector_app.core.domain.inspection import Answer
from inspector_app.core.rating.engine import rate, rate_tallies
from inspector_app.core.rating.tally import moved, tallies
from tests.rating.frameworks import framework_2025
from tests.rating.samples import case_questions, inspection

FRAMEWORK = framework_2025()


def best_of(turns: int, act) -> float:
    """Milliseconds of the quickest turn: what the work costs, whatever else the machine does."""
    times = []
    for _ in range(turns):
        start = perf_counter()
        act()
        times.append(1000 * (perf_counter() - start))
    return min(times)


def largest():
    random = Random(1)
    answers = {
        ref: [random.choice([*Answer, None]) for _ in range(24 if ref == "V1.1" else 91)]
        for ref in case_questions(FRAMEWORK)
    }
    return inspection(FRAMEWORK, answers, ratings={"V1.2": "Good"})


def test_the_largest_inspection_is_rated_in_a_few_milliseconds() -> None:
    sheet = largest()
    assert best_of(20, lambda: rate(FRAMEWORK, sheet)) < 10


def test_one_answer_is_rated_again_in_about_a_millisecond() -> None:
    sheet = largest()
    counted = tallies(FRAMEWORK, sheet)

    def answer() -> None:
        changed = counted | {"2.1.1": moved(counted["2.1.1"], Answer.NO, Answer.YES)}
        rate_tallies(FRAMEWORK, changed, sheet.ratings, sheet.panel)

    assert best_of(50, answer) < 3
