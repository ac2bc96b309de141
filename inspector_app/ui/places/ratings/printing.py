"""How the ratings were reached, on paper: of one of them or of all."""

from collections.abc import Sequence
from datetime import datetime

from inspector_app.core.domain.rated import Way
from inspector_app.core.services.results import reports, why
from inspector_app.core.services.ticket import Ticket
from inspector_app.core.words import say
from inspector_app.ui import ask
from inspector_app.ui.controls.telling import tell
from inspector_app.ui.page import Page, Shared
from inspector_app.ui.words import saved


def print_ways(page: Page, shared: Shared, named: str, ways: Sequence[Way]) -> None:
    """Ask where, and write the PDF there in a job; `named` is what the file is called at first."""
    path = ask.save_file(page, say("Save the pages"), "PDF (*.pdf)", ask.in_documents(f"{named}{reports.ENDING}"))
    if path is None:
        return
    workspace, as_at, said = shared.workspace, datetime.now().astimezone(), saved.open_to_all(path)

    def work(_ticket: Ticket) -> None:
        reports.save(why.pdf(workspace, ways, as_at), path, workspace.laptop)

    shared.jobs.run(page, work, done=lambda _: tell(page, said), failed=page.failed.emit, asked=path.name)
