"""Why each rating is what it is: the steps to it, for a page and on paper."""

from collections.abc import Sequence
from datetime import datetime

from inspector_app.core.domain.rated import Way
from inspector_app.core.report import annexe
from inspector_app.core.report.compose import DEFAULT_MARKING
from inspector_app.core.services.results import ratings
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.reading import read_paper
from inspector_app.core.words import say


def ways(workspace: Workspace) -> tuple[Way, ...]:
    """The way to the rating of each standard, in the framework's order, then to the overall one if it has one."""
    framework = workspace.framework
    rated = ratings.rate(framework, workspace.rated_from())
    stands = {standard.ref: (standard.rating, not standard.complete) for standard in rated.standards}
    found = []
    for subject, steps in ratings.grouped(framework, ratings.trace(framework, rated)):
        if subject not in stands and not framework.rating.overall:
            continue
        word, provisional = stands.get(subject, (rated.overall, rated.provisional))
        title = annexe.led_to(framework, subject)
        rated_as = word or say("No rating yet")
        found.append(Way(subject, title, rated_as, provisional=bool(word) and provisional, steps=steps))
    return tuple(found)


def pdf(workspace: Workspace, shown: Sequence[Way], as_at: datetime) -> bytes:
    """These ways on paper, from data as it stood at `as_at`."""
    from inspector_app.core.report import why  # ReportLab takes a fifth of a second to load

    with workspace.database.read() as connection:
        head = read_paper.head(connection)
    return why.write(
        why.Why(
            service=head.service,
            framework=workspace.framework.title,
            marking=head.marking.strip() or DEFAULT_MARKING,
            made=as_at,
            ways=shown,
        )
    )
