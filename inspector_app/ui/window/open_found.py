"""Opens what was found on the page where it is worked on."""

from dataclasses import replace
from typing import cast

from inspector_app.core.domain.search import FoundRow
from inspector_app.ui.places.findings.page import Findings
from inspector_app.ui.places.ratings.page import Ratings
from inspector_app.ui.places.week.page import Week
from inspector_app.ui.window.desk import Desk


def open_found(desk: Desk, row: FoundRow) -> None:
    """Show it: a case at the prompt, a source, a concern, a text of the findings, a standard's rating, an event."""
    match row.entity:
        case "second_judgement" | "second_prompt" if not desk.workspace.hides(
            "judgement", f"{row.case}/{row.question}"
        ):
            desk.compare(row.case)
        case "judgement" | "prompt" | "second_judgement" | "second_prompt" | "comment" | "case" | "interview":
            desk.open_case(row.case, row.question or None, (row.prompt or "judgement") if row.question else None)
        case "source" | "score" | "bearing":
            source, _, subject = row.id.partition("/")
            desk.show_source(source, subject if row.entity == "bearing" else "")
        case "concern":
            desk.show_concern(row.id)
        case "finding" | "recommendation":
            if desk.show_page("findings"):
                cast(Findings, desk.page("findings")).show_text(row.entity, row.title, row.id)
        case "rating" | "panel":
            if desk.show_page("ratings"):
                cast(Ratings, desk.page("ratings")).show_standard(row.id)
        case "event":
            if desk.show_page("week"):
                week = cast(Week, desk.page("week"))
                week.return_to(replace(week.place(), event=row.id, opened=False))
