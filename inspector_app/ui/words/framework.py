"""What a framework calls what it rates, in the words of the pages: standards, or themes. No Qt."""

from inspector_app.core.domain.framework import Framework
from inspector_app.core.words import count, say


def all_standards(framework: Framework) -> str:
    """Every standard, as a choice."""
    return say("All themes") if framework.has_themes else say("All standards")


def standards(framework: Framework, number: int) -> str:
    """So many of them."""
    if framework.has_themes:
        return count(number, "{n} theme", "{n} themes")
    return count(number, "{n} standard", "{n} standards")


def whole_standard(framework: Framework) -> str:
    """What a decision is on that is on none of its key questions."""
    return say("the theme as a whole") if framework.has_themes else say("the standard as a whole")


def asked_on_cases(framework: Framework) -> str:
    """What is answered on cases: key questions, or themes, each as a whole."""
    return say("Themes") if framework.has_themes else say("Key questions")
