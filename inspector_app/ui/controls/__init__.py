"""What several places use."""

from inspector_app.ui.controls import layout_items

layout_items.let_go()
