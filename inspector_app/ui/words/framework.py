"""What a framework calls what it rates, in the words of the pages: standards, or themes. No Qt."""

from inspector_app.core.domain.evidence import Level, subjects
from inspector_app.core.domain.framework import Framework, KeyQuestion
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


def head_of_ratings(framework: Framework, *, folded: bool) -> str:
    """Over the lines of the ratings. `folded`: key questions stand within the lines of their standards."""
    if framework.has_themes:
        return say("Theme")
    return say("Standard") if folded else say("Standard and key question")


def enough(framework: Framework) -> tuple[str, str]:
    """How the reports call what was answered Yes, and what was answered No."""
    if framework.has_themes:
        return say("done well enough"), say("not done well enough")
    return say("sufficient"), say("not sufficient")


def by_asked(framework: Framework) -> str:
    """The title of the page of cases by what is answered on them."""
    return say("By theme") if framework.has_themes else say("By key question")


def grid_rows(framework: Framework) -> str:
    """Over the rows of the evidence grid: what most of them are."""
    if framework.has_themes:
        return say("Themes")
    prompts = any(subject.level is Level.PROMPT for subject in subjects(framework))
    return say("Prompts") if prompts else say("Standards")


def no_on(framework: Framework) -> str:
    """A search by filters alone, as an example."""
    return say("No on T2, mine, without note") if framework.has_themes else say("No on 2.2.2, mine, without note")


def why(question: str, *, themes: bool) -> str:
    """The heading of the reasons for an answer."""
    if themes:
        return say("Why {question} was done well enough or not", question=question)
    return say("Why {question} is sufficient or not", question=question)


def asked_on_cases(framework: Framework) -> str:
    """What is answered on cases: key questions, or themes, each as a whole."""
    return say("Themes") if framework.has_themes else say("Key questions")


def type_alone(case_type: str) -> str:
    """A type of case where it stands alone (a cell, a choice, a head): with a capital, however it is stored; "" for none."""
    return case_type[:1].upper() + case_type[1:]


def in_a_line(question: KeyQuestion) -> str:
    """A key question where a line is all the room there is: its short name, else what a report prints of it."""
    words = question.in_report or question.text
    return question.short or words[:1].upper() + words[1:]
