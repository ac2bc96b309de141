"""Makes what stands beside the table for a standard. Imported with the first of them: the table is painted before."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtWidgets import QWidget

from inspector_app.core.domain.live_figures import figures
from inspector_app.core.services.results import day_by_day as moved
from inspector_app.core.services.results import panel as decisions
from inspector_app.core.services.results import qualitative
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.words import say
from inspector_app.ui.controls.lists.case_answers import CaseAnswer
from inspector_app.ui.jobs import Jobs
from inspector_app.ui.note.door import Door
from inspector_app.ui.places.ratings.day_lines import DayCard
from inspector_app.ui.places.ratings.panel_box import AboutPanel
from inspector_app.ui.places.ratings.reading import Reading
from inspector_app.ui.places.ratings.standard_card import StandardCard

Now = Callable[[], Reading]  # what is shown at this moment, which is asked for again while a card is seen


def made(workspace: Workspace, door: Door, now: Now, ref: str) -> StandardCard:
    """The card of a standard with what is held; open is what somebody wrote in."""
    card = StandardCard(workspace.framework, workspace.framework.by_ref[ref])
    card.read_grounds = lambda: qualitative.grounds(workspace, ref, figures(now().rated.standards))
    card.load(workspace.editor.held, door)
    card.rate = partial(_rate, card, workspace, now)
    card.rate()
    card.grounds.set_open(qualitative.has_grounds(workspace, ref))
    card.panel.set_open(bool(workspace.editor.held("panel", ref, "to").value))
    return card


def day_by_day(workspace: Workspace, jobs: Jobs, parent: QWidget) -> DayCard:
    """How the ratings moved, up to now."""
    card = DayCard(workspace.framework, lambda: moved.days(workspace, datetime.now().astimezone()), jobs, parent)
    card.show_now()
    return card


def _rate(card: StandardCard, workspace: Workspace, now: Now) -> None:
    """Show on a card how its standard is rated now; one that is not rated stays as it is."""
    ref, framework, shown = card.standard.ref, workspace.framework, now()
    standard = shown.standard(ref)
    if standard is None:
        return
    about = AboutPanel(
        effects=lambda: decisions.effects(framework, now().inspection, ref),
        record=lambda: decisions.record(workspace, ref),
    )
    card.set_rated(standard, shown.steps.get(ref, ()), (shown.contested_of, shown.close_of), about)
    for question in standard.key_questions:
        if question.ref in card.questions:
            case = _only_open(workspace, shown.seen(card.standard.sample, question.ref)[0])
            card.questions[question.ref].show_open(case, question)
    if ref in framework.questions:  # answered as a whole on each case
        card.show_answers(shown.seen(card.standard.sample, ref)[0])


def _only_open(workspace: Workspace, cases: Sequence[CaseAnswer]) -> tuple[str, str, str] | None:
    """The one case that is not judged (id, reference, whose); None where there is none, or several."""
    still = [case for case in cases if case.answer is None]
    if len(still) != 1:
        return None
    row = workspace.case_row(still[0].case)
    whose = say("yours") if row.inspector == workspace.me else row.inspector_name or say("nobody’s yet")
    return row.id, row.ref, whose
