"""What a command takes in before it does anything: a report is drawn by few, and all that draws one is slow to come."""

import subprocess
import sys

DRAW_NOTHING = (
    "workspaces",
    "people.handoff",
    "people.team",
    "people.identity",
    "cases.agreeing",
    "cases.verifying",
    "backups",
)


def test_what_draws_a_report_comes_in_with_no_command_that_draws_none() -> None:
    asked = f"import {', '.join(f'inspector_app.commands.{name}' for name in DRAW_NOTHING)}, sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert [
        name for name in done.stdout.split() if name.startswith(("reportlab", "inspector_app.core.report.drawing"))
    ] == []
