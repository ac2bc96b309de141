import json

import pytest

from inspector_app.core.domain.inspection import PanelDecision
from inspector_app.core.rating.as_json import to_json
from inspector_app.core.rating.engine import rate
from tests.rating.frameworks import framework_2025
from tests.rating.samples import NA, N, Y, inspection

FRAMEWORK = framework_2025()


def test_keys_and_values_are_those_of_the_contract() -> None:
    answers = {"2.1.1": [Y] * 4 + [N] + [NA], "2.1.2": [Y] * 3 + [N] * 2 + [None]}
    panel = [PanelDecision("2.1", "Good", "Close.", "2.1.2")]
    document = json.loads(json.dumps(to_json(rate(FRAMEWORK, inspection(FRAMEWORK, answers, panel=panel)))))
    standard = document["standards"][0]
    question = standard["key_questions"][0]
    assert {k: document[k] for k in ("framework", "score", "score_max", "overall", "provisional")} == {
        "framework": "2025", "score": None, "score_max": 12, "overall": None, "provisional": True,
    }  # fmt: skip
    kept = ("ref", "title", "counted", "computed", "rating", "points", "discretion")
    assert {k: standard[k] for k in kept} == {
        "ref": "2.1", "title": "Standard 2.1", "counted": True, "computed": "Requires improvement",
        "rating": "Good", "points": 2,
        "discretion": {"from": "Requires improvement", "to": "Good", "question": "2.1.2", "reason": "Close."},
    }  # fmt: skip
    kept = ("ref", "yes", "of", "not_applicable", "unanswered", "percent", "band")
    assert {k: question[k] for k in kept} == {
        "ref": "2.1.1", "yes": 4, "of": 5, "not_applicable": 1, "unanswered": 0, "percent": 80, "band": "Outstanding",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("before", "to", "told"), [("Inadequate", "Good", "Inadequate"), ("Good", "Good", "Requires improvement")]
)
def test_it_tells_what_the_panel_changed_though_it_is_computed_otherwise_since(before: str, to: str, told: str) -> None:
    answers = {"2.1.1": [Y] * 3 + [N] * 2, "2.1.2": [Y] * 3 + [N] * 2}
    panel = [PanelDecision("2.1", to, "Close.", computed=before)]
    standard = to_json(rate(FRAMEWORK, inspection(FRAMEWORK, answers, panel=panel)))["standards"][0]
    assert standard["computed"] == "Requires improvement"
    assert standard["discretion"] == {"from": told, "to": to, "question": "", "reason": "Close."}


def test_what_is_not_known_is_null() -> None:
    document = to_json(rate(FRAMEWORK, inspection(FRAMEWORK, ratings={"V1": "Good"})))
    v1 = document["standards"][-1]
    assert (v1["rating"], v1["discretion"], v1["key_questions"][0]["percent"]) == ("Good", None, None)
    assert document["score"] is document["overall"] is None
    assert document["bounds"] == {"worst_score": 2, "best_score": 11, "worst": "Inadequate", "best": "Outstanding"}
