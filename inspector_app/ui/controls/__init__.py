"""What several places use."""

from inspector_app.ui.controls import layouts

layouts.keep_no_items()
