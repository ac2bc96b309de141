"""Guidance beside the prompts shows what the framework file says, and nothing of our own."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.core.domain.framework import Framework
from inspector_app.core.services import frameworks
from inspector_app.ui.places.case.beside.guidance_view import GuidanceView


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def view(parent: QWidget) -> GuidanceView:
    return GuidanceView(parent)


def said(view: GuidanceView, framework: Framework, standard: str, question: str = "") -> list[str]:
    view.show_standard(framework, standard, question)
    return [label.text() for label in view.findChildren(QLabel)]


def test_the_introduction_of_the_domain_stands_below_the_statement(view: GuidanceView) -> None:
    texts = said(view, frameworks.find("iyjwcv-2025"), "2.1")
    statement = next(n for n, text in enumerate(texts) if text.startswith("Assessing is well-informed"))
    assert texts[texts.index("Domain two: Work with children") + 1].startswith("This domain covers work with children")
    assert texts.index("Domain two: Work with children") > statement


def test_a_question_that_is_printed_in_two_wordings_says_so(view: GuidanceView) -> None:
    texts = said(view, frameworks.find("yos-2018"), "2.2", "2.2.1")
    two = [text for text in texts if "Also printed" in text]
    assert two == [
        "Worded as in: HMIP, An inspection of youth justice services in Salford, May 2024. Also printed: Does planning "
        "focus sufficiently on supporting child desistance? (HMIP, An inspection of youth offending services in "
        "Blackburn with Darwen, January 2023)."
    ]


def test_beside_a_key_question_stands_nothing_about_another(view: GuidanceView, parent: QWidget) -> None:
    """2.2.1 is printed in two wordings: beside 2.2.2 that reads as if it were of 2.2.2."""
    texts = said(GuidanceView(parent), frameworks.find("yos-2018"), "2.2", "2.2.2")
    assert not [text for text in texts if "Also printed" in text or text.startswith("2.2.")]
    said(view, frameworks.find("yos-2018"), "2.2", "2.2.2")
    assert "2.2.1" in said(view, frameworks.find("yos-2018"), "2.2", "2.2.1")


def test_guidance_in_a_file_is_shown_with_its_question_and_its_prompt(view: GuidanceView) -> None:
    framework = frameworks.find("iyjwcv-2025")
    of = framework.by_ref["2.1"]
    first, second = of.key_questions
    prompts = (first.prompts[0], replace(first.prompts[1], guidance="Look at the referral."), *first.prompts[2:])
    guided = replace(of, guidance="On assessing.", key_questions=(
        replace(first, guidance="Judge what was known.", prompts=prompts), second,
    ))  # fmt: skip
    changed = replace(framework, standards=tuple(guided if s is of else s for s in framework.standards))

    texts = said(view, changed, "2.1", "2.1.1")
    at = texts.index("2.1.1")
    assert texts[at + 1 : at + 3] == ["Judge what was known.", "b)  Look at the referral."]
    assert "On assessing." in texts
    assert "2.1.2" not in texts


def test_a_framework_without_rules_for_answering_has_no_heading_for_them(view: GuidanceView) -> None:
    shown = said(view, frameworks.find("fji-2014"), "T1")
    assert "Rules for answering" not in shown
