"""The framework that a workspace has kept, and what the program adds to one of a former version."""

import json

from inspector_app.core.domain.parts import USUAL
from inspector_app.core.services import frameworks


def kept(framework_id: str, **changed: object) -> str:
    """The text of a framework as it was before files said what their reports are made of."""
    document = json.loads(frameworks.source(framework_id)[0])
    for name in ("report", "standard_headings", "inspected_by"):
        document.pop(name, None)
    return json.dumps(document | changed)


def test_an_inspection_of_a_former_version_has_the_sections_of_today_and_the_rules_it_was_made_with() -> None:
    for framework_id in ("iyjwcv-2025", "iyjs-2025", "yos-2018", "fji-2014"):
        today = frameworks.find(framework_id)
        framework = frameworks.kept(kept(framework_id, title="As it was"))
        assert (framework.parts, framework.standard_headings) == (today.parts, today.standard_headings)
        assert framework.inspected_by == today.inspected_by
        assert framework.title == "As it was"


def test_another_version_or_a_file_of_ones_own_keeps_the_usual_parts() -> None:
    assert frameworks.kept(kept("yos-2018", version=7)).parts is USUAL
    assert frameworks.kept(kept("yos-2018", id="of-our-own")).parts is USUAL
